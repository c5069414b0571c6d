"""What is put into Org: text that shows as it is, as a line of its own, an item or in a heading.

Org has no sign that makes the one after it plain. So text in which anything could act is put, as a
whole, where Org looks for no markup: behind a colon (a fixed-width line) or, where no line can
begin, between the marks of verbatim text. Not a character of it is changed.
"""

import re
from typing import Final

# What is no markup wherever it stands in a line: all but what can open emphasis, a link, a date,
# a tag, a script, a formula, a macro or raw HTML, which words in brackets and `and/or` are not.
_PLAIN: Final = re.compile(
    r"(?:[^*/_=~+\[\]<>{}@\\^$|:]|(?<=[^\W_])[/+]|:(?=[\s)]|$)|(?<=\d):(?=\d)|@(?!@)|\$(?=\d)"
    r"|\[[^\W\d_]+(?:[ ,’'-]+[^\W\d_]+)*\])*"
)
# What is some at the beginning of a line: lists, tables, comments, keywords, footnotes, times.
_BEGINS: Final = re.compile(
    r"[-+#%:|\[]|(?:\d+|[A-Za-z])[.)](?:\s|$)|(?i:clock|closed|deadline|scheduled):"
)
# Emacs itself, not Org, looks for these words at the end of any file.
_EMACS: Final = re.compile("local variables:", re.I)
_MARKS: Final = "=~"


def paragraph(words: str) -> str:
    """Words of one line as a line of its own."""
    return words if _is_plain(words) and not _BEGINS.match(words) else _fixed(words)


def item(words: str) -> str:
    """Words of one line as an item of a list."""
    shown = paragraph(words)
    return f"- {words}" if shown == words else f"-\n  {shown}"


def headed(start: str, words: str) -> str:
    """Words of one line behind what makes a heading or a keyword of it (`**`, `#+TITLE:`).

    Where Org has no way to leave them alone there, they stand below it, and `…` for them.
    """
    if _is_plain(words):
        return f"{start} {words}"
    mark = next((mark for mark in _MARKS if not _ends(words, mark)), None)
    if mark is None or "{{{" in words:  # a macro acts in keywords, whatever is around it
        return f"{start} …\n{_fixed(words)}"
    return f"{start} {mark}{words}{mark}"


def _is_plain(words: str) -> bool:
    return _PLAIN.fullmatch(words) is not None and not _EMACS.search(words)


def _ends(words: str, mark: str) -> bool:
    """Whether words have a mark in them that would end what stands between two of it."""
    return re.search(rf"{mark}(?!\w)", words) is not None


def _fixed(words: str) -> str:
    return f": {words}"
