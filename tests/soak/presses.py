"""A seed -> what is done before the reader: keys, pastes, the mouse, sizes, suspensions, rests.

Nothing of it ends the reader, and no path that is typed leads out of the folder it runs in.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, Literal

from tests.bad_text import ESCAPES, STRANGE
from tui.reader.actions import TABLE

Kind = Literal["keys", "size", "suspend", "rest"]


@dataclass(frozen=True, slots=True)
class Press:
    """Something that is done: keys to type, a size (`rows columns`), seconds to rest, and so on."""

    kind: Kind
    what: str = ""

    def line(self) -> str:
        """It as a line of JSON."""
        return json.dumps([self.kind, self.what])


def press_of(line: str) -> Press:
    """What a line of JSON says. Raises ValueError where it is none."""
    kind, what = json.loads(line)
    return Press(kind, what)


ESCAPE: Final = "\x1b[27u"
"""As terminals with the kitty protocol send it: a bare one and the key after it can be taken for
one key where the machine is busy, and then a page that was to be left is not."""
_NAMED: Final = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H",
    "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+c": "\x03",
}  # fmt: skip
_ELSEWHERE: Final = frozenset({"q", "/", "ctrl+p"})
"""Keys that end the reader, or that open a line to type in: those come with what is typed."""
KEYS: Final = tuple(
    _NAMED.get(key, key)
    for key in dict.fromkeys(key for action in TABLE for key in action.keys)
    if key not in _ELSEWHERE
)
_WALKING: Final = ("n", "p", "s", "S", "N", "P", "j", "k", " ", "b", "\x1b[A", "\x1b[B", "\t")
_OTHERS: Final = (
    "\x01", "\x02", "\x04", "\x05", "\x06", "\x08", "\x0b", "\x0c", "\x0e", "\x12", "\x15", "\x17",
    "\x18", "\x19", "\x1a", "\x1c", "\x1d", "\x1e", "\x1f", "\0", "\x7f", "\x1b[3~", "\x1b[2~",
    "\x1bOP", "\x1b[15~", "\x1b[24~", "\x1b[1;5C", "\x1b[1;2A", "\x1b[1;3B", "\x1bb", "\x1bf",
    "é", "ß", "漢", "\U0001f469\u200d\U0001f692", "\u0301", "\u202e", "\ufeff", "§", "0",
)  # fmt: skip
"""Keys that mean nothing to the reader, and what is typed with other keyboards."""
_ANSWERS: Final = (
    "\x1b[I", "\x1b[O", "\x1b[O\x1b[I", "\x1b[?2026;2$y", "\x1b[?2048;0$y", "\x1b[3;5R",
    "\x1b[?62;4c", "\x1b[>1;10;0c", "\x1b[?1u", "\x1b[97;5u", "\x1b[57358u",
    "\x1b]11;#000000\x07", "\x1bP1$r0m\x1b\\", "\x1b[<", "\x1b[999;999;999~", "\x1b[<x",
    "\x1b[<0;1", "\x1b]52;c;aGk=\x07", "\udcff", "\udcc3(", "\udcf0\udc9f\udc91", "\x1b\x1b",
)  # fmt: skip
"""What terminals answer or report unasked: focus above all; and bytes that are none of it."""
_WORDS: Final = (
    "ferry", "the", "said", "Ada", "x", "zzzz", "“", "[b]", "é", "m.*n", "over the", "minister", "",
    "w" * 300, "\u202e", "harbour",
)  # fmt: skip
_COMMANDS: Final = (
    "theme", "nord", "voice", "name", "copy", "export", "next", "longer", "correct", "zz", "",
)  # fmt: skip
_NAMES: Final = (
    "Ada Falkmere", "nobody at all", "[red]x[oops]", "é" * 200, "the mayor", " ", "\u202eevil",
)  # fmt: skip
_FILES: Final = ("", "made.html", "made.md", "[b]odd name.csv", "made.json", "é.txt", "x" * 300)
_PASTED: Final = tuple(
    text.replace("/", "|").replace("~", "-")
    for text in (*ESCAPES.values(), *STRANGE.values(), "two\nlines\r\nand more", "x" * 20_000, "")
)


def presses(seed: int) -> Iterator[Press]:
    """What chance does, without end: the same for the same seed."""
    return _Chance(Random(seed)).presses()


class _Chance:
    """What is done next, and what has to be known for it: how many rows there are to click on."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._rows, self._columns = 30, 100
        self._clickable = self._rows - 1

    def presses(self) -> Iterator[Press]:
        """One after the other."""
        ways: dict[Callable[[], Iterator[Press]], int] = {
            self._key: 40, self._storm: 6, self._other: 4, self._answer: 5, self._mouse: 10,
            self._paste: 3, self._size: 4, self._sizes: 1, self._suspension: 1, self._article: 8,
            self._search: 5, self._command: 4, self._export: 3, self._correction: 5,
            self._clippings: 4, self._comparison: 3,
        }  # fmt: skip
        while True:
            (way,) = self._dice.choices([*ways], [*ways.values()])
            yield from way()
            yield self._rest(0.15)

    def _rest(self, most: float) -> Press:
        return Press("rest", f"{self._dice.random() * most:.3f}")

    def _typed(self, *parts: str) -> Iterator[Press]:
        """Some keys, with time for the reader to make something of them."""
        for part in parts:
            if part:
                yield Press("keys", part)
            yield Press("rest", f"{0.15 + self._dice.random() * 0.1:.3f}")

    def _one(self, some: Sequence[str]) -> str:
        return self._dice.choice(some)

    def _key(self) -> Iterator[Press]:
        yield Press("keys", self._one(KEYS))

    def _storm(self) -> Iterator[Press]:
        """Many keys at once."""
        count = self._dice.randint(5, 80)
        some = self._one(["one", "walking", "articles", "themes", "widths"])
        if some == "walking":
            yield Press("keys", "".join(self._one(_WALKING) for _ in range(count)))
        else:
            pairs = {"articles": "[]", "themes": "tt?", "widths": "+-=l", "one": "nNjs "}
            yield Press("keys", self._one(pairs[some]) * min(count, 12 if some == "themes" else 80))

    def _other(self) -> Iterator[Press]:
        yield Press("keys", self._one(_OTHERS))

    def _answer(self) -> Iterator[Press]:
        yield Press("keys", self._one(_ANSWERS))

    def _paste(self) -> Iterator[Press]:
        yield Press("keys", f"\x1b[200~{self._one(_PASTED)}\x1b[201~")

    def _size(self) -> Iterator[Press]:
        dice = self._dice
        rows, columns = dice.choice(
            [(dice.randint(5, 70), dice.randint(20, 220)), (30, 100), (24, 80), (1, 1), (50, 200)]
        )
        # whatever of the two sizes the reader knows of yet
        self._clickable = min(rows, self._rows) - 1
        self._rows, self._columns = rows, columns
        yield Press("size", f"{rows} {columns}")
        yield Press("rest", "0.200")

    def _sizes(self) -> Iterator[Press]:
        for _ in range(self._dice.randint(3, 25)):
            self._rows = self._dice.randint(5, 70)
            yield Press("size", f"{self._rows} {self._dice.randint(20, 220)}")
        yield from self._size()
        yield Press("rest", "0.300")

    def _mouse(self) -> Iterator[Press]:
        """Clicks, strokes, turns of the wheel; not in the last row, whose words end the reader."""
        if self._clickable < 1:
            return
        x, y = self._somewhere()
        way = self._one(["click", "click", "click", "wheel", "stroke", "move", "right", "far"])
        if way == "wheel":
            yield Press("keys", f"\x1b[<{self._one(['64', '65'])};{x};{y}M" * 5)
        elif way == "move":
            yield Press("keys", f"\x1b[<35;{x};{y}M")
        elif way == "far":
            yield Press("keys", f"\x1b[<0;{x + 9999};{y}M\x1b[<0;{x + 9999};{y}m")
        else:
            button = {"right": 2}.get(way, 0) + self._dice.choice([0, 0, 0, 4, 8, 16])
            yield Press("keys", f"\x1b[<{button};{x};{y}M")
            if way == "stroke":
                for _ in range(self._dice.randint(1, 8)):
                    x, y = self._somewhere()
                    yield Press("keys", f"\x1b[<{button + 32};{x};{y}M")
            yield Press("keys", f"\x1b[<{button};{x};{y}m")

    def _somewhere(self) -> tuple[int, int]:
        return self._dice.randint(1, self._columns), self._dice.randint(1, self._clickable)

    def _suspension(self) -> Iterator[Press]:
        yield Press("suspend")

    def _article(self) -> Iterator[Press]:
        """Back to the library, and into another article."""
        away = self._one(["j", "k", " ", "b", "G", "g"]) * self._dice.randint(1, 12)
        yield from self._typed(ESCAPE, ESCAPE, ESCAPE, away, "\r")

    def _search(self) -> Iterator[Press]:
        word, end = self._one(_WORDS), self._one(["\r", ESCAPE, "\r\r"])
        yield from self._typed(ESCAPE, "/" + word, end, self._one(["nnn", "pp", "n", ""]))

    def _command(self) -> Iterator[Press]:
        down = "\x1b[B" * self._dice.randint(0, 3)
        yield from self._typed(ESCAPE, "\x10", self._one(_COMMANDS), down)
        yield from self._typed(self._one(["\r", ESCAPE]), ESCAPE, ESCAPE)

    def _export(self) -> Iterator[Press]:
        yield from self._typed(ESCAPE, "x", "j" * self._dice.randint(0, 6), "\r")
        yield from self._typed(self._one(_FILES), self._one(["\r", ESCAPE]), "y", ESCAPE, ESCAPE)

    def _correction(self) -> Iterator[Press]:
        yield from self._typed(ESCAPE, self._one("nps"), "c")
        chosen = self._one([*_NAMES, "\x1b[B", "\x1b[B\x1b[B", "\x1b[A"])
        yield from self._typed(chosen, "\t" * self._dice.randint(0, 3), self._one(["\r", ESCAPE]))
        yield from self._typed(self._one(["u", "", "", "uu"]))

    def _clippings(self) -> Iterator[Press]:
        yield from self._typed("n", "m", "M", self._one(["j", "k", "G", "J", "K", ""]))
        does = self._one(["e", "d", "du", "y", "Y", "\r", "x"])
        yield from self._typed(does)
        if does == "e":
            yield from self._typed(self._one([*_NAMES, "a note"]), self._one(["\r", ESCAPE]))
        if does == "x":
            yield from self._typed(self._one(_FILES), self._one(["\r", ESCAPE]))
        yield from self._typed(ESCAPE)

    def _comparison(self) -> Iterator[Press]:
        keys = [self._one("nps\tS jkgGyYc123") for _ in range(self._dice.randint(0, 8))]
        yield from self._typed("v", *keys, self._one([ESCAPE, "v", "\r"]))
