"""Words and sequences that would act on a terminal, a shell, a screen or a page."""

import os
import re
from typing import Final

VOICE: Final = "Ada Falkmere"
SENTENCE: Final = f"“The old ferry stays in the harbour,” said {VOICE}, the mayor of Ostrand."
MARK: Final = "OWNED"
"""What stands in whatever would act: in the output it may be a word, but in no sequence."""
MARKED: Final = "T1dORUQ="

ESCAPES: Final = {
    "colours and blinking": "\x1b[5;41mred\x1b[0m",
    "a cursor that goes elsewhere": "\x1b[2J\x1b[1;1H\x1b[999D\x1b[6A\x1b[3L",
    "questions to the terminal": "\x1b[6n\x1b[c\x1b[>c\x1b[21t\x1bZ\x1b[?1;2c\x05",
    "modes of the terminal": "\x1b[?1049l\x1b[?1000h\x1b[?2004h\x1b[?25l\x1b[4h\x1b[20h",
    "a reset": "\x1bc\x1b[!p",
    "a title": f"\x1b]0;{MARK}\x07 \x1b]2;{MARK}\x1b\\ \x1b]l{MARK}\x1b\\ \x1bk{MARK}\x1b\\",
    "a link": f"\x1b]8;;file:///{MARK}\x1b\\a link\x1b]8;;\x1b\\",
    "a link that is told apart": f"\x1b]8;id=1;javascript:{MARK}\x07a link\x1b]8;;\x07",
    "the clipboard": f"\x1b]52;c;{MARKED}\x07 \x1b]52;c;?\x07 \x1b]52;p;{MARKED}\x1b\\",
    "colours of the terminal": f"\x1b]4;1;{MARK}\x07 \x1b]10;?\x07 \x1b]104\x07",
    "a file": f"\x1b]1337;File=name={MARK}:{MARKED}\x07 \x1b]777;notify;{MARK};x\x07",
    "a device's string": f"\x1bP{MARK}\x1b\\ \x1bP$q{MARK}\x1b\\ \x1bPq#0;2;{MARK}\x1b\\",
    "through tmux": f"\x1bPtmux;\x1b\x1b]52;c;{MARKED}\x07\x1b\\",
    "an application's string": f"\x1b_G{MARK}\x1b\\ \x1b^{MARK}\x1b\\ \x1bX{MARK}\x1b\\",
    "sets of letters": "\x1b(0lqqk\x1b(B \x0e\x0f\x1bn\x1bo\x1b%G",
    "half a colour": "\x1b[5;41",
    "half a title": f"\x1b]0;{MARK}",
    "half a device's string": f"\x1bP{MARK}",
    "half an application's string": f"\x1b_{MARK}",
    "a bare escape": "\x1b",
    "a sequence in a sequence": f"\x1b\x1b[5;41m]0;{MARK}\x07 \x1b[\x1b[5;41m5;41m",
    "a sequence with a line end": f"\x1b]0;{MARK}\nmore\x07",
    "C1 characters": f"\x9b5;41m \x9d0;{MARK}\x9c \x90{MARK}\x9c \x9f{MARK}\x9c \x98{MARK}\x9c",
    "half C1 characters": f"\x9d0;{MARK} \x9b",
}
"""Sequences of each kind, complete and half-open."""
STRANGE: Final = {
    "every control character": "".join(f"a{chr(c)}b " for c in [*range(32), *range(0x7F, 0xA0)]),
    "line ends of all kinds": "a\rb\r\nc\vd\fe\x85f\u2028g\u2029h",
    "backspaces": "safe\b\b\b\bevil",
    "marks of direction": "\u202eevil\u202c \u202dx\u202c \u2066a\u2069 \u200f\u200e\u061c \u202e",
    "a storm of nothing": "z" + "\u200b\u200c\u200d\u2060\ufeff\u00ad" * 2_000 + "z",
    "a storm of marks": "Z" + "\u0300\u0489\u20dd" * 3_000 + " o",
    "marks on nothing": "\u0300" * 20 + " \u20e3\u0300",
    "joined emoji": "\U0001f469\u200d" * 300 + "\U0001f469",
    "tags and fillers": "x" + "".join(chr(0xE0020 + i) for i in range(95)) + "\u3164\u115f",
    "what is no character": "\ufffe\uffff\ufdd0\U0001ffff\U0010ffff \ue000\U000f0000",
    "wide letters and none": "\u3000\uff21\U0001f1e6\U0001f1e6\u2800\ua9c5\ufdfd" * 20,
    "markup of Rich": "[b]bold[/oops] [red]x[/] [link=file:///etc/passwd]l[/link] [/] [[ \\[",
    "markup of Textual": "[@click=app.quit]go[/] [@click=app.bell()]x[/] $primary [on red 50%]",
    "other markup": "<script>alert(1)</script> {0} {x!r} %s %n $HOME `id` $(id) ;id; && id |id",
}
NAMES: Final = {
    "a name with an escape sequence": f"a\x1b]0;{MARK}\x07\x1b[5;41mb.txt",
    "a name with line ends": "a\nb\rc.txt",
    "a name of words for a shell": "a; touch owned #$(id)`id` && 'x' \"y\" |z.txt",
    "a name with markup": "[b]x[@click=app.quit]y[red].txt",
    "a name with marks of direction": "ferry\u202etxt.exe\u200b.txt",
    "a name that is an option": "--format.txt",
    "a name that is a pattern": "[a-z]*?.txt",
    "a name of spaces": "   .txt",
    "a name in a bad encoding": os.fsdecode(b"caf\xe9\xff\x9b5;41m.txt"),
    "a name of 250 letters": "f" * 246 + ".txt",
    "a name with the mark of a part": "a#1.txt",
}


def article(name: str, odd: str) -> str:
    """An article with something odd in its title, a paragraph, a name, a quotation, at its end."""
    return padded(
        f"Case of {name} {odd}\n\nBy Ida Merrow {odd}\n\nThe ferry is old. {odd} It goes.\n\n"
        f"“We keep {odd} it,” said Bo {odd} Sand. {odd}said.\n\n{SENTENCE}\n\n{odd}"
    )


def padded(text: str) -> str:
    """A text with so much space at its end that its control characters make it no binary file."""
    return text + " " * (100 * len(re.findall("[\0-\x08\x0e-\x1f]", text)))
