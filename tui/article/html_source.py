"""The bytes of a web page -> the tree of its elements, within bounds."""

import re
from typing import Final

from lxml.etree import ParserError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tui.article.decoding import MARKS, decode

LARGEST: Final = 64 * 1024 * 1024
MOST_ELEMENTS: Final = 200_000
EMPTY: Final = "there is no text in the page"
_MOST_ATTRIBUTES: Final = 2000
"""For each attribute of an element libxml2 looks at all those before it."""
_HEAD: Final = 4096
_CHARSET: Final = rb"<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)"
# As browsers do: pages that say Latin-1 mean what Windows made of it.
_MEANT: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
                 "us-ascii": "cp1252", "ascii": "cp1252"}  # fmt: skip
_DECLARED: Final = r"(?is)\A.{0,1000}?<!doctype[^<>\[]{0,500}\[.*?\]\s*>"
_XHTML: Final = r"<\?xml\b|<html\b[^>]*\bxmlns\s*="
_TOO_MANY_ATTRIBUTES: Final = (
    r"<[a-zA-Z][^\s<>/]*+(?:[\s/]++[^\s<>=/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]*+))?+)"
    f"{{{_MOST_ATTRIBUTES}}}"
)
# No tree can hold them: all of C0 but tab and line ends, and what is no character.
_CONTROLS: Final = "[\x01-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_CONTROL_REFERENCES: Final = (
    r"(?i)&#(?:0*([0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*([0-8bcef]|1[0-9a-f])(?![0-9a-f]));?"
)
# An HTML parser takes these for the beginning of an element without an end.
_CLOSED: Final = (
    r"<(a|b|div|em|i|iframe|li|p|script|span|strong|style|td|textarea|th|title)\b"
    r"((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)/>"
)


def tree_of(data: bytes) -> HtmlElement:
    """The tree of a page or of a piece of one: its root is `html`, with a `body`.

    Comments are left out, entities of a document type are not looked at. Raises ValueError where
    there is nothing in it, or far too much.
    """
    if len(data) > LARGEST:
        raise ValueError(f"the page is larger than {LARGEST // 2**20} MB")
    text = re.sub(_CONTROL_REFERENCES, _referred, text_of(data)).replace("\0", "")
    if re.search(_CONTROLS, text):
        from tui.article.control_characters import without_sequences  # few pages need it

        text = re.sub(_CONTROLS, " ", without_sequences(text))
    text = re.sub(_DECLARED, "", text)
    if re.search(_XHTML, text[:_HEAD], re.I):
        text = re.sub(_CLOSED, r"<\1\2></\1>", text)
    if re.search(_TOO_MANY_ATTRIBUTES, text):
        raise ValueError(f"an element of the page has more than {_MOST_ATTRIBUTES:,} attributes")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        raise ValueError(EMPTY) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ValueError("the page is nested too deeply to be read")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise ValueError(f"the page has more than {MOST_ELEMENTS:,} elements")
    if root.find("body") is None:
        raise ValueError(EMPTY)
    return root


def _referred(reference: re.Match[str]) -> str:
    """The control character that a reference names."""
    return chr(int(reference[1]) if reference[1] else int(reference[2], 16))


def is_deeper(root: HtmlElement, limit: int) -> bool:
    """Whether there are more than so many elements within each other."""
    depth = 0
    for event, _ in iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


def text_of(data: bytes) -> str:
    """The text of a page's source: by its mark, as UTF-8, as it says itself, or as it looks.

    What is good UTF-8 is that, whatever a page says: it was saved by another program.
    """
    if any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data)
    told = re.search(_CHARSET, data[:_HEAD], re.I)
    name = told[1].decode("ascii", "replace").lower() if told else ""
    if name.startswith("iso-2022"):  # bytes of seven bits, which are UTF-8 as well
        return _as_told(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_told(data, _MEANT.get(name, name))


def _as_told(data: bytes, name: str) -> str:
    if name and not name.replace("-", "").startswith(("utf", "unicode")):
        try:
            return data.decode(name, "replace")
        except (LookupError, ValueError):
            pass  # nothing that is known by that name makes text of bytes
    return decode(data)
