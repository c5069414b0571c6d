"""A feed (RSS, Atom) -> its entries: each an article where it holds one, else an address."""

import re
from email.utils import parsedate_to_datetime
from functools import partial
from io import BytesIO
from typing import Any, Final
from urllib.parse import urljoin

import feedparser

from tui.article.cleaning import clean_line
from tui.article.html_fragment import pieces_of_html, words_in
from tui.article.manuscript import Contents, Manuscript, Part, Piece
from tui.article.part_names import PartNames
from tui.article.sources import is_address
from tui.article.text_pieces import pieces_of_text

_WHOLE: Final = 150
"""So many words are an article; fewer may be the beginning of one."""
_WHOLE_CONTENT: Final = 40
"""The same where a feed tells contents from a summary."""
_CUT: Final = (
    r"(?is).*(?:\[?(?:\.\.\.|…|&hellip;|&#8230;)\]?|\bread (?:more|on)|continue reading)\W*$"
)
_ENDING: Final = 200
_ISO: Final = r"\d{4}-\d\d-\d\d"
_TITLE_WORDS: Final = 10
_NO_TITLE: Final = "an entry without a title"
_ADDRESS: Final = r"[(<]?[^\s()<>]+@[^\s()<>]+[)>]?"
_DAMAGED: Final = "it is damaged: no entry of the feed can be read"


def read(data: bytes) -> Contents:
    """The entries of a feed in its order.

    An entry's name is made from its id, or its link: it stays when others are added. Raises
    ValueError where no entry can be read.
    """
    try:  # as a stream: bytes might be taken for the name of a file
        found = feedparser.parse(
            BytesIO(data.lstrip()), sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, OverflowError):  # a character that there is not, and the like
        raise ValueError(_DAMAGED) from None
    if found.bozo and not found.entries:
        raise ValueError(_DAMAGED)
    names = PartNames()
    return tuple(_part(names.of(_identity(entry)), entry, found.feed) for entry in found.entries)


def _identity(entry: dict[str, Any]) -> bytes:
    known: str = entry.get("id") or entry.get("link") or repr(entry.get("title", entry))
    return known.encode("utf-8", "replace")


def _part(name: str, entry: dict[str, Any], feed: dict[str, Any]) -> Part:
    title, link, when = _title(entry), _link(entry, feed), _date(entry)
    texts = _texts(entry)
    whole = next((text for text in texts if not link or _is_whole(*text)), None)
    return Part(
        name=name,
        title=title or _first_words(texts) or _NO_TITLE,
        date=when,
        read=whole and partial(_manuscript, whole[0], whole[1], title, _author(entry, feed), when),
        link=link,
    )


def _texts(entry: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """The texts of an entry, the longest first: each with its type, and if it is no summary."""
    told = [(content, True) for content in entry.get("content", ())]
    if "summary" in entry:
        told.append(
            (entry.get("summary_detail") or {"value": entry["summary"], "type": "text/html"}, False)
        )
    texts = [
        (text["value"], text.get("type", "text/html"), is_content)
        for text, is_content in told
        if (text.get("value") or "").strip()
    ]
    return sorted(texts, key=lambda text: words_in(text[0]), reverse=True)


def _is_whole(text: str, _: str, is_content: bool) -> bool:
    """Whether a text is an article, and not what makes one open it."""
    if re.match(_CUT, text.rstrip()[-_ENDING:]):
        return False
    return words_in(text) >= (_WHOLE_CONTENT if is_content else _WHOLE)


def _manuscript(text: str, kind: str, title: str, byline: str, when: str | None) -> Manuscript:
    pieces = _pieces(text, kind)
    if not pieces:
        raise ValueError("there is no text in the entry")
    return Manuscript(pieces, title or None, byline or None, when)


def _pieces(text: str, kind: str) -> list[Piece]:
    return pieces_of_text(text) if kind == "text/plain" else pieces_of_html(text)


def _title(entry: dict[str, Any]) -> str:
    told = entry.get("title_detail") or {"value": entry.get("title", "")}
    return clean_line(" ".join(p.text for p in _pieces(told["value"] or "", told.get("type", ""))))


def _first_words(texts: list[tuple[str, str, bool]]) -> str:
    pieces = _pieces(texts[0][0], texts[0][1]) if texts else []
    words = pieces[0].text.split() if pieces else []
    return clean_line(" ".join(words[:_TITLE_WORDS])) + ("…" if len(words) > _TITLE_WORDS else "")


def _author(entry: dict[str, Any], feed: dict[str, Any]) -> str:
    """Who wrote an entry, or else all of its feed."""
    source = entry if entry.get("authors") else feed
    told = source.get("authors") or ()
    if len(told) == 1:  # feedparser cuts addresses of long domains in two, but not in what is told
        return re.sub(_ADDRESS, " ", clean_line(source.get("author") or "")).strip(" ()<>")
    names = list(
        dict.fromkeys(name for person in told if (name := clean_line(person.get("name") or "")))
    )
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _link(entry: dict[str, Any], feed: dict[str, Any]) -> str | None:
    """The address of an entry's article, made whole by that of its feed."""
    told = clean_line(entry.get("link") or "")
    try:
        link = urljoin(feed.get("link", ""), told) if told else ""
    except ValueError:
        link = told
    is_within = bool(link) and ":" not in link  # it is told from where the feed is
    return link if is_address(link) or is_within else None


def _date(entry: dict[str, Any]) -> str | None:
    """The day of an entry where it was written (ISO 8601), or the words that tell it."""
    told = clean_line(next((entry[key] for key in ("published", "updated") if key in entry), ""))
    if re.match(_ISO, told):
        return told[:10]
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return told or None
