"""Which kind of document some bytes are: by what they hold, and by their name where that fits."""

import re
from pathlib import PurePath
from typing import Final, Literal

from tui.article.decoding import MARKS, decode

Kind = Literal[
    "text", "html", "markdown", "epub", "pdf", "word", "mail", "mailbox", "subtitles", "feed"
]

_SAMPLE: Final = 64 * 1024
_HEAD: Final = 16 * 1024
_PDF_MARK: Final = b"%PDF-"
_PDF: Final = rb"(?:\A|[^\t\n\r -~]|[\r\n])%PDF-\d"
"""What a PDF file begins with; a line or some bytes that are no text may stand before it."""
_ZIP: Final = b"PK\x03\x04"
_BINARY: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Word file or the like; saved as .docx it can be read"),
    (b"{\\rtf", "an RTF file; saved as .docx it can be read"),
    (b"\x1f\x8b", "it is packed; gunzip unpacks it"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF87a", "it is a picture"),
    (b"GIF89a", "it is a picture"),
    (b"\x7fELF", "it is a program"),
)
_NO_TEXT: Final = "not a text file"
# Control characters that no text has: not tab, the line and page ends, backspace or escape.
_CONTROLS: Final = bytes([*range(8), *range(14, 27), *range(28, 32)])
# What follows is compiled when first used: most articles are plain text.
_FEED: Final = (
    r"(?:<\?[^>]*>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
    r"<(?:rss\b|(?:\w+:)?feed\b[^>]*\bxmlns(?::\w+)?=[\"'][^\"']*[Aa]tom"
    r"|rdf:RDF\b[^>]*[\"']http://(?:purl\.org/rss|(?:my|channel)\.netscape\.com)/)"
)
_WEBVTT: Final = r"WEBVTT(?:[ \t].*)?(?:\n|$)"
_SUBRIP: Final = r"\d+[ \t]*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->"
MAILBOX: Final = r"From (?>[^\n]*?\d:\d\d)(?>[^\n]*?\d{4})[^\n]*+\n(?=[!-9;-~]+:)"
"""The line before each message of a mailbox: who sent it, and when. In a text it has a `>` before
it."""
_HEADER: Final = r"([!-9;-~]+):"
_MAIL_NAMES: Final = frozenset({".eml", ".mht", ".mhtml"})
_ONLY_IN_MAIL: Final = frozenset(
    {"message-id", "mime-version", "return-path", "delivered-to", "dkim-signature"}
)
_IN_MAIL: Final = _ONLY_IN_MAIL | {"from", "to", "date", "subject", "content-type", "received"}
_MARKDOWN_NAMES: Final = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PLAIN_NAMES: Final = frozenset({"", ".txt", ".text"})
"""The endings of files that are plain text, as far as a name can tell."""
_MARKDOWN: Final = (
    r"^#{1,6}[ \t]+\S", r"\*\*\S[^*\n]*\S\*\*", r"\[[^\]\n]+\]\((?:https?:|/|\.)[^)\s]*\)",
    r"^(?:```|~~~)", r"^\S.*\n(?:={3,}|-{3,})[ \t]*$",
)  # fmt: skip


def kind_of(data: bytes, name: str) -> Kind:
    """The kind of document that some bytes are; `name` is that of their file, or empty.

    Raises ValueError, with what it is in a few words, where it is none that can be read.
    """
    if _PDF_MARK in data[:1024] and re.search(_PDF, data[:1024]):
        return "pdf"
    if data.startswith(_ZIP):
        return _packed_kind(data)
    for mark, what in _BINARY:
        if data.startswith(mark):
            raise ValueError(what)
    if _is_binary(data):
        raise ValueError(_NO_TEXT)
    suffix = PurePath(name).suffix.lower()
    start = decode(data[:_HEAD], whole=len(data) <= _HEAD)
    return _text_kind(start.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff \t\n"), suffix)


def _text_kind(start: str, suffix: str) -> Kind:
    begins = start[:1]
    if begins == "<":
        if re.match(_FEED, start, re.S):
            return "feed"
        from tui.article.web_pages import is_page_source  # articles begin otherwise

        if is_page_source(start):
            return "html"
    if begins == "W" or begins.isdecimal():
        if _is_subtitles(start):
            return "subtitles"
    elif begins.isascii() and begins.isalpha():
        if begins == "F" and re.match(MAILBOX, start):
            return "mailbox"
        if _is_mail(start, suffix):
            return "mail"
    if suffix in _MARKDOWN_NAMES:
        return "markdown"
    if any(mark in start for mark in ("# ", "**", "](", "```")):
        marks = sum(bool(re.search(mark, start, re.M)) for mark in _MARKDOWN)
        return "markdown" if marks > 1 else "text"
    return "text"


def _is_subtitles(start: str) -> bool:
    """Whether a text begins as subtitles do, and is not about them."""
    if re.match(_SUBRIP, start):
        return True
    return bool(re.match(_WEBVTT, start)) and ("-->" in start or start.rstrip() == "WEBVTT")


def _is_mail(start: str, suffix: str) -> bool:
    """Whether a text begins with the headers of a message, and not of an article about one."""
    head, gap, _ = start.partition("\n\n")
    names = set[str]()
    for line in head.split("\n"):
        if line[:1] in (" ", "\t") and names:
            continue
        match = re.match(_HEADER, line)
        if match is None:
            return False
        names.add(match[1].lower())
    known = len(names & _IN_MAIL)
    if not gap:
        return False
    return known > 1 if suffix in _MAIL_NAMES else known > 2 and bool(names & _ONLY_IN_MAIL)


def _packed_kind(data: bytes) -> Kind:
    from tui.article.packed_files import archive_of

    names = archive_of(data).namelist()
    if "META-INF/container.xml" in names:
        return "epub"
    if any(name.startswith("word/") for name in names):
        return "word"
    if "content.xml" in names:
        raise ValueError("an OpenDocument file; saved as .docx it can be read")
    raise ValueError("it is packed; unzip unpacks it")


def _is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: control characters without a Unicode mark."""
    if any(data.startswith(mark) for mark, _ in MARKS):
        return False
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROLS))
    return controls > max(4, len(sample) // 100)
