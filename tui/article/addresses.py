"""Fetches what an address on the web holds, within limits, and only where the user named it."""

from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from tui.article.cleaning import clean_line
from tui.article.fetch_errors import FetchError
from tui.article.formats import missing
from tui.article.network import SYSTEM, USUAL, Limits, Network
from tui.article.told_charset import marked

__all__ = ["FetchError", "Page", "fetch"]

_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address.

    `data` is the body, unpacked; text in an encoding that only the answer's head tells begins with
    a Unicode mark. `address` is where it was found after all redirects, `name` the file name that
    its kind goes with (`page.html`), or empty. `kept_on` is the day (ISO 8601, where the user is)
    that it was fetched on, where the network cannot be reached now; else None.
    """

    data: bytes
    address: str
    name: str
    kept_on: str | None = None


def fetch(address: str, *, named: bool, limits: Limits = USUAL, network: Network = SYSTEM) -> Page:
    """What an address holds. Raises FetchError.

    `named` tells that the user named it: only then may its host be on a private network, and no
    other host that it redirects to.
    """
    try:
        from tui.article.web_visit import visit
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("tui."):
            raise
        raise FetchError(missing("web", "addresses")) from None
    found = visit(address, named=named, limits=limits, network=network)
    told = Message()
    told["content-type"] = found.answer.head.get("content-type", "application/octet-stream")
    kind = told.get_content_type()
    return Page(
        data=marked(found.answer.body, kind, told.get_content_charset() or ""),
        address=str(found.address),
        name=_name(kind, found.address.target),
        kept_on=found.kept.astimezone().date().isoformat() if found.kept else None,
    )


def _name(kind: str, target: str) -> str:
    """A file name for what is of some media type, or was found at some path."""
    suffix = ".xml" if kind.endswith("+xml") else ""
    suffix = _SUFFIXES.get(kind, suffix)
    if suffix:
        return f"page{suffix}"
    return clean_line(PurePosixPath(unquote(target.partition("?")[0])).name)
