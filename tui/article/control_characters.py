"""What acts on a terminal or a program, or is not to be seen, is taken out of a text."""

import re
import unicodedata

# Complete escape sequences go as a whole; of an unfinished one only the escape character itself,
# so that a half-open sequence never swallows words. The longest payload is bounded for the same
# reason, and a payload ends where another sequence begins, which keeps the search linear.
PAYLOAD = "[^\x07\x1b\x90\x9c\x9d\n]{0,4096}"
END = "(?:\x07|\x1b\\\\|\x9c)"
ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    rf"|\x1b[\]PX^_]{PAYLOAD}{END}"  # OSC, DCS, SOS, PM, APC
    r"|\x1b\([0B]"  # choice of character set, as programs end a colour
    # The same as single C1 characters: narrower, because mis-decoded Windows text holds such too.
    r"|\x9b\??[0-9]+(?:;[0-9]*)*[A-Za-z]"
    rf"|\x9d[0-9]+;{PAYLOAD}{END}|\x90{PAYLOAD}{END}"
)
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# A soft hyphen at a line's end broke a word: the line end goes with it.
SOFT_BREAK = re.compile("\xad[ \t]*\n[ \t]*(?=\\w)")
# What mis-decoded Windows text has where C1 control characters would be.
WINDOWS = {
    chr(code): bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
C1 = re.compile("[\x80-\x9f]")
# C0 but for backspace, tab and line ends, and DEL.
CONTROL = "[\0-\x07\x0e-\x1f\x7f]"
CONTROLS = re.compile(CONTROL)
# Where nothing else stands between two words, such have parted them.
PARTING = re.compile(rf"(?<=[\w.,;:!?]){CONTROL}+(?=\w)")
DROPPED = re.compile(
    "["
    "\x08\xad\u034f"  # backspace, soft hyphen, grapheme joiner
    "\u061c\u180e"  # Arabic mark, Mongolian separator
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u200b\u200c\u200e\u200f"  # zero-width space and non-joiner, direction marks
    "\u202a-\u202e\u2060-\u206f"  # bidi embeddings, overrides, isolates, invisible operators
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"  # non-characters, byte-order mark, annotation
    "\U0001d173-\U0001d17a"  # musical controls
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e0fff"  # tags
    "]"
)
# Combining marks are neither word characters nor space: a long run of such may be a storm.
STORM = re.compile(r"[^\w\s\x00-\u02ff]{9,}")
JOINER = "\u200d"
MOST_MARKS = 8
TAB = "    "


def without_controls(text: str) -> str:
    """The text as `clean` gives it, whatever is in it."""
    text = ESCAPES.sub("", LINE_ENDS.sub("\n", text))
    text = SOFT_BREAK.sub("", text)
    text = C1.sub(lambda match: WINDOWS.get(match[0], "\0"), text)
    text = DROPPED.sub("", text)
    text = CONTROLS.sub("", PARTING.sub(" ", text))
    return STORM.sub(_calmed, text).replace("\t", TAB)


def without_sequences(text: str) -> str:
    """The text without complete escape sequences; all else in it is as it was."""
    return ESCAPES.sub("", text)


def _calmed(storm: re.Match[str]) -> str:
    """A run of marks and signs with at most eight marks on each letter or sign."""
    kept: list[str] = []
    marks = 0
    for character in storm[0]:
        is_mark = character == JOINER or unicodedata.category(character).startswith("M")
        marks = marks + 1 if is_mark else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
