"""Text from outside -> text that can be shown: nothing in it acts on a terminal or a program."""

import re

# Complete escape sequences go as a whole; of an unfinished one only the escape character itself,
# so that a half-open sequence never swallows words.
ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n\r]{0,4096}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x9b[0-?]+[ -/]*[@-~]"
    r"|[\x9d\x90\x98\x9e\x9f][^\x07\x1b\x9c\n\r]{0,4096}(?:\x07|\x1b\\|\x9c)"
)
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What mis-decoded Windows text has where C1 control characters would be.
WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
DROPPED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 but for tab and line end, DEL, C1
    "\xad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b\u200c\u200e\u200f"  # zero-width space and non-joiner, direction marks
    "\u202a-\u202e\u2060-\u206f"  # bidi embeddings, overrides, isolates, invisible operators
    "\ufeff\ufff0-\ufffb"  # byte-order mark, interlinear annotation
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e0fff"  # tags
    "]"
)
COMBINING = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
TAB = "    "


def clean(text: str) -> str:
    """The text with one kind of line end and without control characters. Idempotent, linear.

    Escape sequences and C0 and C1 controls, bidi overrides, zero-width characters (but the joiners
    of scripts and emoji), tags and lone surrogates are taken out; tabs become spaces; a storm of
    combining marks is cut at eight. Every other character stays as it was.
    """
    text = LINE_ENDS.sub("\n", text)
    previous = None
    while previous != text:  # what is left of one sequence may complete another
        previous = text
        text = ESCAPES.sub("", text)
    text = text.translate(WINDOWS)
    text = DROPPED.sub("", text)
    return COMBINING.sub(r"\1", text).replace("\t", TAB)


def clean_line(text: str) -> str:
    """The same for a title, a file name or a message: on one line, runs of space made one."""
    return " ".join(clean(text).split())
