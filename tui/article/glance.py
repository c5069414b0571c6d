"""The title of a document as far as its first bytes tell it, without reading the whole."""

import html
import re
import zipfile
from email import policy
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Final

from tui.article.cleaning import clean_line
from tui.article.decoding import decode

_HEAD: Final = 64 * 1024
_LONGEST: Final = 300
_PAGE: Final = (
    r"<meta\b(?>[^<>]*?property=[\"']og:title[\"'])[^<>]+?content=\"([^\"]+)"
    r"|<title[^<>]*>([^<]+)"
)
_SITE: Final = r"\s[|–—-]\s(?=(?:\S++\s*+){1,5}$)"
_FRONT: Final = r"\A---\n(?:.*\n)*?title:(.*)\n"
_HEADING: Final = r"^#[ \t]++(.+)|^(\S.*)\n=++[ \t]*+$"


def title_at_a_glance(path: Path) -> str:
    """The title that a document seems to have, by what its name says that it is; empty where none
    is told near its beginning, or it cannot be read. What is no regular file is not touched: a pipe
    has its words once, and perhaps never.
    """
    kind = path.suffix.lower()
    try:
        if not path.is_file():
            return ""
        if kind in (".docx", ".epub"):
            found = _packed(path, kind)
        else:
            with path.open("rb") as file:
                head = file.read(_HEAD)
            found = _told(head, kind)
    except Exception:  # the libraries raise whatever a broken or a locked file leads them to
        return ""
    return clean_line(found)[:_LONGEST]


def _told(head: bytes, kind: str) -> str:
    if kind == ".eml":
        return str(BytesHeaderParser(policy=policy.default).parsebytes(head)["subject"] or "")
    text = decode(head, whole=len(head) < _HEAD).replace("\r\n", "\n")
    if kind in (".html", ".htm", ".xhtml"):
        named = re.search(_PAGE, text, re.I)
        title = html.unescape(named[1] or named[2]) if named else ""
        return re.split(_SITE, " ".join(title.split()))[0]
    if kind in (".md", ".markdown"):
        if front := re.match(_FRONT, text):
            return front[1].strip(" \t\"'")
        heading = re.search(_HEADING, text, re.M)
        return (heading[1] or heading[2]).rstrip(" \t#") if heading else ""
    return ""


def _packed(path: Path, kind: str) -> str:
    with zipfile.ZipFile(path) as packed:
        if kind == ".epub":
            name = next((name for name in packed.namelist() if name.endswith(".opf")), "")
            return _tagged(_start(packed, name), "title")
        properties = "docProps/core.xml"
        title = _tagged(_start(packed, properties), "title") if _has(packed, properties) else ""
        if title:
            return title
        paragraphs = re.split(r"</w:p>", _start(packed, "word/document.xml"))
        texts = (re.findall(r"<w:t(?:\s[^>]*)?>([^<]*)", paragraph) for paragraph in paragraphs)
        return html.unescape(next((joined for text in texts if (joined := "".join(text))), ""))


def _has(packed: zipfile.ZipFile, name: str) -> bool:
    return name in packed.namelist()


def _start(packed: zipfile.ZipFile, name: str) -> str:
    with packed.open(name) as file:
        return file.read(_HEAD).decode("utf-8", "replace")


def _tagged(text: str, tag: str) -> str:
    found = re.search(rf"<(?:\w+:)?{tag}\b[^>]*>([^<]*)", text)
    return html.unescape(found[1]) if found else ""
