"""A mail message (.eml) or a page that a browser saved as one (.mhtml) -> an article."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import BaseHeader
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.policy import default
from typing import Final, cast

from tui.article import formats
from tui.article.cleaning import clean_line
from tui.article.dates import date_in
from tui.article.decoding import MARKS, decode
from tui.article.head import CREDIT, read_head
from tui.article.mail_furniture import hidden_in, without_furniture
from tui.article.mail_text import behind_headers, read_text
from tui.article.manuscript import HEAD_PIECES, Manuscript, Piece
from tui.article.paragraphs import Line

_LONGEST_HEADER = 2000
_NAMED: Final = (
    r"\s*(?P<name>[^<>\[\]]*?)\s*(?:<[^<>]*>|\[mailto:[^\[\]]*\])\s*$"
    r"|\S+@\S+\s+\((?P<aside>[^()]+)\)\s*$"
)
_RELAYED: Final = r"\s+via\s.*$"
_FORWARDING: Final = r"\A(?i:(?:fwd?|wg|tr|i):\s*)+"
_NEARLY_ALL: Final = 3
"""A message's plain text is only a hint where its HTML has more than so many times the words."""
_FEW_WORDS = 20
_HINTING: Final = r"(?i:html|\bbrowser\b|\bview (?:this|it|the) )"
_WESTERN: Final = frozenset(
    {"iso-8859-1", "latin-1", "latin1", "iso-8859-15", "windows-1252", "cp1252"}
)
_LOOSELY_TOLD: Final = _WESTERN | {"us-ascii", "ascii", "utf-8", "utf8"}
_NO_TEXT: Final = "there is no text in the message"
_ENCRYPTED: Final = "it is encrypted; save its text once your mail program has opened it"
_ENCRYPTED_KINDS: Final = frozenset(
    {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the headers of a message say; empty where they say nothing. `date` is ISO 8601."""

    subject: str
    date: str
    identity: str


def read(data: bytes) -> Manuscript:
    """The article in a message, or in a saved page.

    Raises ValueError where there is no text in it, or it is encrypted or damaged.
    """
    message = _parsed(data)
    return _page(message) if _is_page(message) else _manuscript(message)


def read_heading(head: bytes) -> Heading:
    """What the headers of a message say; the bytes may end where its text begins."""
    return _heading(BytesHeaderParser().parsebytes(as_bytes(head)))


def as_bytes(data: bytes) -> bytes:
    """Bytes as a message is sent: without a Unicode mark or empty lines before the headers."""
    data = data.removeprefix(BOM_UTF8)
    if any(data.startswith(mark) for mark, _ in MARKS):
        data = decode(data).encode("utf-8", "surrogateescape")
    return data.lstrip() if data[:1].isspace() else data


def _parsed(data: bytes) -> EmailMessage:
    try:
        return message_from_bytes(as_bytes(data), policy=default.clone(header_factory=_decoded))
    except RecursionError:
        raise ValueError("it is damaged: its parts are nested too deeply") from None


def _heading(message: Message) -> Heading:
    return Heading(
        subject=_subject(_raw(message, "subject")),
        date=_iso_date(_raw(message, "date")) or "",
        identity=_raw(message, "message-id").strip(),
    )


def _raw(message: Message, name: str) -> str:
    """A header as it is sent, on one line; bytes that are not ASCII as their likeliest reading."""
    found = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    sent = "".join(found[:_LONGEST_HEADER].splitlines())
    return sent if sent.isascii() else decode(sent.encode("utf-8", "surrogateescape"))


def _decoded(name: str, value: str) -> BaseHeader | str:
    """A header as it is meant; one that cannot be understood as it stands."""
    try:
        return cast(BaseHeader, default.header_factory(name, value))
    except Exception:  # the library raises whatever an odd header leads it to
        return value


def _subject(value: str) -> str:
    return re.sub(_FORWARDING, "", str(_decoded("subject", value))).strip()


def _iso_date(value: str) -> str | None:
    date = getattr(_decoded("date", value), "datetime", None)
    return date.date().isoformat() if isinstance(date, datetime) else None


def _sender(value: str) -> str:
    """The name of who sent a message, as a byline gives it; empty where none is told."""
    header = _decoded("from", value)
    addresses = getattr(header, "addresses", ())
    names = [address.display_name for address in addresses if address.display_name]
    if not names or not all(address.domain for address in addresses):
        # a comma outside quotation marks, or the name in brackets behind the address
        match = re.match(_NAMED, str(_decoded("subject", value)))
        names = [match["name"] or match["aside"] or ""] if match else []
    name = re.sub(_RELAYED, "", names[0].strip()).strip("\"' ") if names else ""
    return "" if "@" in name else name


def _is_page(message: EmailMessage) -> bool:
    """Whether a browser saved it, and nobody sent it."""
    sender = _raw(message, "from").lower()
    if sender and "saved by" not in sender and "snapshot-content-location" not in message:
        return False
    return message.get_content_type() in ("multipart/related", "text/html")


def _page(message: EmailMessage) -> Manuscript:
    for part in _bodies(message):
        if part.get_content_type() == "text/html":
            page = _read_html(part)
            return replace(page, title=page.title or _heading(message).subject or None)
    raise ValueError("there is no page in it")


def _manuscript(message: EmailMessage) -> Manuscript:
    """The article in a message: its text, and behind it those of the messages it forwards."""
    told = _heading(message)
    sender = _sender(_raw(message, "from"))
    made = Manuscript([], told.subject or None, sender or None, told.date or None)
    trouble = _NO_TEXT
    for part in _bodies(message):
        try:
            found = _read_part(part, told.subject)
        except ValueError as error:
            trouble = str(error)
            continue
        made = _with(made, found, is_message=part.is_multipart())
    if not made.pieces:
        raise ValueError(trouble)
    return made


def _with(made: Manuscript, found: Manuscript, *, is_message: bool) -> Manuscript:
    """An article with what another part of its message adds to it."""
    if not made.pieces:
        return Manuscript(
            found.pieces,
            (found.title if is_message else made.title) or found.title or made.title,
            found.byline or made.byline,
            found.date or made.date,
        )
    head = [Piece("heading", found.title)] if is_message and found.title else []
    if is_message and found.byline:
        head.append(Piece("paragraph", f"By {found.byline}"))
    return replace(made, pieces=[*made.pieces, *head, *found.pieces])


def _bodies(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message that its reader is shown, in order, of alternatives one.

    They are texts, pages, messages that it forwards, and what is encrypted.
    """
    kind = part.get_content_type()
    inner = _children(part)
    if kind in _ENCRYPTED_KINDS or kind == "message/rfc822":
        yield part
    elif kind == "multipart/alternative":
        yield from _best([list(_bodies(child)) for child in inner])
    elif kind == "multipart/related":
        yield from (body for child in inner[:1] for body in _bodies(child))
    elif part.get_content_maintype() == "multipart":
        for child in inner:
            yield from _bodies(child)
    elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
        yield part


def _children(part: EmailMessage) -> list[EmailMessage]:
    return cast("list[EmailMessage]", part.get_payload()) if part.is_multipart() else []


def _best(alternatives: list[list[EmailMessage]]) -> list[EmailMessage]:
    """Of several forms of the same the plain text, unless it is empty or only points to another."""
    plain = next((a for a in alternatives if a and _is_all(a, "text/plain")), None)
    rich = next((a for a in reversed(alternatives) if a and a is not plain), None)
    if plain is None or rich is None:
        return plain or rich or []
    words = sum(len(_text(part).split()) for part in plain)
    shown = sum(_words_shown(part) for part in rich if part.get_content_type() == "text/html")
    is_hint = shown > _NEARLY_ALL * words or (
        shown > words and words < _FEW_WORDS and any(re.search(_HINTING, _text(p)) for p in plain)
    )
    return rich if is_hint else plain


def _is_all(parts: list[EmailMessage], kind: str) -> bool:
    return all(part.get_content_type() == kind for part in parts)


def _words_shown(part: EmailMessage) -> int:
    """How many words a page shows."""
    from lxml import etree, html

    try:
        root = html.fromstring(_text(part).encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return 0
    shown = root.xpath("//text()[not(ancestor::style or ancestor::script or ancestor::head)]")
    return sum(len(str(text).split()) for text in cast("list[object]", shown))


def _read_part(part: EmailMessage, title: str) -> Manuscript:
    """What a part that `_bodies` gives says. Raises ValueError where that is nothing."""
    kind = part.get_content_type()
    if kind in _ENCRYPTED_KINDS:
        raise ValueError(_ENCRYPTED)
    if kind == "message/rfc822":
        inner = _children(part)
        if not inner:
            raise ValueError(_NO_TEXT)
        return _manuscript(inner[0])
    is_html = kind == "text/html"
    found = _letter(_read_html(part), title) if is_html else _read_plain(part, title)
    hidden = hidden_in(_text(part)) if is_html else frozenset[str]()
    return replace(found, pieces=without_furniture(found.pieces, hidden) or found.pieces)


def _letter(page: Manuscript, title: str) -> Manuscript:
    """A page as the text of a message: a headline of its own stands below the message's title."""
    page = replace(page, byline=page.byline or _credited(title, page.pieces))
    headline = clean_line(page.title or "")
    there = [title, *(clean_line(piece.text) for piece in page.pieces[:HEAD_PIECES])]
    if not title or any(headline.casefold() in text.casefold() for text in there):
        return page
    return replace(page, title=None, pieces=[Piece("heading", headline), *page.pieces])


def _read_plain(part: EmailMessage, title: str) -> Manuscript:
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    delete_space = str(part.get_param("delsp", "")).lower() == "yes"
    found = read_text(_text(part), flowed=flowed, delete_space=delete_space)
    if not found.pieces:
        raise ValueError(_NO_TEXT)
    told = found.forwarded
    date = told.get("date") or told.get("sent", "")
    return Manuscript(
        found.pieces,
        _subject(told.get("subject", "")) or None,
        _credited(title, found.pieces)
        or _credited("", behind_headers(found.pieces))
        or _sender(told.get("from", ""))
        or None,
        _iso_date(date) or date_in(date),
    )


def _credited(title: str, pieces: Sequence[Piece]) -> str | None:
    """Who is credited in the text itself, with a `By`."""
    first = [Line(text, parted=True) for text in (title, *(p.text for p in pieces[:HEAD_PIECES]))]
    head = read_head(first)
    told = (line.text for line, kind in zip(first, head.kinds, strict=True) if kind == "byline")
    return head.byline if any(re.match(CREDIT, text) for text in told) else None


def _read_html(part: EmailMessage) -> Manuscript:
    found = formats.read("html", _page_bytes(part))
    if not isinstance(found, Manuscript) or not found.pieces:
        raise ValueError(_NO_TEXT)
    return found


def _page_bytes(part: EmailMessage) -> bytes:
    """A page as its reader wants it: a Unicode mark stands for the encoding that the part tells."""
    if part.get_content_charset():
        return _text(part).encode("utf-8-sig", "replace")
    return _payload(part)


def _payload(part: EmailMessage) -> bytes:
    sent = part.get_payload(decode=True)
    return sent if isinstance(sent, bytes) else b""


def _text(part: EmailMessage) -> str:
    """The text of a part: in the encoding it tells where that fits, else in the likeliest one."""
    data, told = _payload(part), part.get_content_charset("us-ascii").lower()
    if told not in _LOOSELY_TOLD:
        with suppress(LookupError, ValueError):
            return data.decode(told, "replace")
    try:
        return data.decode("utf-8")  # what has its form is nothing else, whatever it is said to be
    except UnicodeDecodeError:
        return data.decode(told, "replace") if told in _WESTERN else decode(data)
