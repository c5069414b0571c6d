"""The XHTML of a chapter -> its blocks, and at which of them each place in it begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Final

from lxml import etree

from tui.article.forced_breaks import BREAK, LONGEST_CELL, broken, cells_line
from tui.article.manuscript import Piece, PieceKind
from tui.article.transcript_table import turns_of

LARGEST: Final = 32 * 1024 * 1024
EPUB_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_ENTITY: Final = rb"&([A-Za-z][A-Za-z0-9]{1,31});"
_XML_ENTITIES: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form header hr html legend li main menu nav ol p pre section summary table tbody
    tfoot thead tr ul""".split()
)
_UNREAD: Final = frozenset(
    """audio canvas datalist head iframe math noscript object rp rt script select style svg template
    textarea title video""".split()
)
# What is not told in the flow of the text: notes, the marks that lead to them, page numbers.
_ASIDE: Final = frozenset(
    """annoref doc-endnote doc-endnotes doc-footnote doc-noteref doc-pagebreak endnote endnotes
    footnote footnotes noteref pagebreak rearnote rearnotes""".split()
)
_PAGE_CLASSES: Final = frozenset(
    "page-break page-no page-num page-number pageno pagebreak pagenum pagenumber pgnum".split()
)
_PAGE_NUMBER: Final = r"\W{0,2}(?:p(?:age|\.? ?g)?\.?\s*)?(?:\d{1,4}|[ivxlc]{1,8})\W{0,2}"
# Bars of links that programs put into each article of a newspaper that they make a book of.
_STEPS: Final = r"(?i)\b(?:back|contents|home|main|menu|next|prev(?:ious)?|section|top|up)\b"
_BETWEEN_STEPS: Final = r"[\s|·•:/‹›«»<>←→-]*"
_LONGEST_BAR: Final = 120


@dataclass(slots=True)
class Chapter:
    """What a document of a book holds.

    `places` gives for each named place in it the first piece that stands there, `types` what it
    says that it is (`cover`, `toc`), `linked` how many of its letters lead elsewhere, in `links`
    many links.
    """

    pieces: list[Piece] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    linked: int = 0
    links: int = 0


def read_chapter(data: bytes) -> Chapter:
    """What a document of a book holds. Raises ValueError where it is too long or no XHTML."""
    root = parsed_page(data)
    body = next((e for e in root if _name(e) == "body"), root)
    chapter = Chapter(types=_types(root) | _types(body))
    parts = [e for e in body if _name(e)]
    if len(parts) == 1:  # pandoc tells it of the only section
        chapter.types |= _types(parts[0])
    for link in body.iter():
        if _name(link) == "a" and link.get("href"):
            chapter.links += 1
            chapter.linked += sum(len(words) for words in link.itertext())
    _Reading(chapter).read(body)
    return chapter


def parsed_page(data: bytes) -> etree._Element:
    """The root of a document in XHTML, entities that it declares itself left out.

    Raises ValueError where it is too long or no XHTML.
    """
    if len(data) > LARGEST:
        raise ValueError(f"a chapter of it is larger than {LARGEST // 2**20} MB")
    named = re.sub(_ENTITY, _character, data)
    try:
        return etree.fromstring(named, strict_parser())
    except (etree.XMLSyntaxError, ValueError):
        pass
    try:
        root = etree.fromstring(data, etree.HTMLParser(no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise ValueError("it is damaged: a chapter of it cannot be read")
    return root


def pieces_of_markup(markup: str) -> list[Piece]:
    """The blocks of a piece of HTML."""
    data = f"<html><head><meta charset='utf-8'></head><body>{markup}</body></html>"
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(data.encode("utf-8", "replace"), parser)
    chapter = Chapter()
    if root is not None:
        _Reading(chapter).read(root)
    return chapter.pieces


def strict_parser() -> etree.XMLParser:
    """A parser of XML that follows nothing that a document leads to."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _character(match: re.Match[bytes]) -> bytes:
    """The characters that a name of HTML stands for, which XML does not know."""
    found = html5.get(f"{match[1].decode('ascii')};")
    if found is None or match[1] in _XML_ENTITIES:
        return match[0]
    return "".join(f"&#{ord(c)};" for c in found).encode("ascii")


def _name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _types(element: etree._Element) -> set[str]:
    """What an element says that it is."""
    told = f"{element.get(EPUB_TYPE) or element.get('epub:type') or ''} {element.get('role') or ''}"
    return set(told.lower().split())


@dataclass(slots=True)
class _Place:
    """Where in the document the reading is."""

    kind: PieceKind = "paragraph"
    label: str | None = None  # of an item whose words have not come yet
    ordered: bool = False
    number: int = 1


class _Reading:
    """Goes through a document and gathers its blocks."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter
        self._words: list[str] = []
        self._waiting: list[str] = []  # places whose piece has not come yet

    def read(self, root: etree._Element) -> None:
        self._walk(root, _Place())
        self._flush(_Place())
        for name in self._waiting:
            self._chapter.places.setdefault(name, len(self._chapter.pieces))

    def _walk(self, element: etree._Element, place: _Place) -> None:
        """Read an element; its depth is the parser's, 256 at most."""
        name = _name(element)
        if not name or name in _UNREAD or _is_aside(element) or _is_hidden(element):
            return
        if name in ("div", "p", "td", "nav", "ul") and _is_bar(element):
            return
        for told in (element.get("id"), element.get("name") if name == "a" else None):
            if told:
                if name not in _BLOCKS and "".join(self._words).strip():
                    self._chapter.places.setdefault(told, len(self._chapter.pieces))
                else:
                    self._waiting.append(told)
        if name == "br":
            self._words.append(BREAK)
        elif name == "pre":
            self._flush(place)
            for line in "".join(_texts(element)).split("\n"):
                self._add(place.kind, line)
        elif name == "table" and (turns := _turns(element)) is not None:
            self._flush(place)
            for turn in turns:
                self._add(turn.kind, turn.text)
        elif name == "tr" and (cells := _cells(element)) is not None:
            self._flush(place)
            self._add(place.kind, cells_line(cells))
        elif name in _BLOCKS or name in ("td", "th"):
            self._flush(place)
            within = _within(name, element, place)
            self._children(element, within)
            self._flush(within)
        else:
            self._children(element, place)

    def _children(self, element: etree._Element, place: _Place) -> None:
        self._words.append(_spaced(element.text))
        for child in element:
            self._walk(child, place)
            self._words.append(_spaced(child.tail))

    def _flush(self, place: _Place) -> None:
        """Make a block of the words since the last one."""
        words = "".join(self._words)
        self._words = []
        if not words.strip():
            return
        if place.kind == "heading":
            self._add("heading", words.replace(BREAK, " "))
        elif place.label is not None:
            self._add("item", f"{place.label}{' '.join(words.split())}")
            place.label = None
        else:
            for block in broken(words):
                self._add(place.kind, block)

    def _add(self, kind: PieceKind, text: str) -> None:
        text = " ".join(text.split())
        if text:
            for name in self._waiting:
                self._chapter.places.setdefault(name, len(self._chapter.pieces))
            self._waiting = []
            self._chapter.pieces.append(Piece(kind, text))


def _within(name: str, element: etree._Element, place: _Place) -> _Place:
    """The place that the inside of a block is."""
    if name in _HEADINGS:
        return _Place("quote" if place.kind == "quote" else "heading")
    if name == "blockquote":
        return _Place("quote")
    if name in ("ol", "ul", "menu"):
        return _Place(place.kind, ordered=name == "ol", number=_whole(element.get("start"), 1))
    if name == "li":
        number = _whole(element.get("value"), place.number)
        place.number = number + 1
        if place.kind == "quote":
            return _Place("quote")
        return _Place(label=f"{number}. " if place.ordered else "")
    return place  # an item's words may stand in a block of their own


def _whole(told: str | None, otherwise: int) -> int:
    return int(told) if told and re.fullmatch(r"-?\d{1,6}", told) else otherwise


def _spaced(text: str | None) -> str:
    """Text in which a line end is no more than a space."""
    return text.replace(BREAK, " ").replace("\r", " ") if text else ""


def _cells(row: etree._Element) -> list[str] | None:
    """The cells of a row of a table of figures; None where they hold paragraphs of text."""
    cells = [cell for cell in row if _name(cell) in ("td", "th")]
    texts = [" ".join("".join(_texts(cell)).split()) for cell in cells]
    if len(texts) < 2 or any(len(text) > LONGEST_CELL for text in texts):
        return None
    if any(sum(_name(e) in _BLOCKS for e in cell) > 1 for cell in cells):
        return None
    return texts


def _texts(element: etree._Element) -> Iterator[str]:
    """The words in an element, but for those that are not read."""
    name = _name(element)
    if name and name not in _UNREAD and not _is_aside(element):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def _is_aside(element: etree._Element) -> bool:
    """Whether an element holds a note, the mark of one, or the number of a printed page."""
    if _types(element) & _ASIDE:
        return True
    if _PAGE_CLASSES.isdisjoint((element.get("class") or "").lower().split()):
        return False
    told = "".join(element.itertext()).strip()
    return not told or re.fullmatch(_PAGE_NUMBER, told, re.I) is not None


def _is_bar(element: etree._Element) -> bool:
    """Whether an element holds nothing but links to other articles of a newspaper."""
    links = [link for link in element.iter() if _name(link) == "a" and link.get("href")]
    if len(links) < 2:
        return False
    text = "".join(element.itertext())
    if len(text) > _LONGEST_BAR:
        return False
    for link in links:
        text = text.replace("".join(link.itertext()), "", 1)
    return re.fullmatch(_BETWEEN_STEPS, text) is not None and all(
        re.search(_STEPS, "".join(link.itertext())) for link in links
    )


def _turns(table: etree._Element) -> list[Piece] | None:
    """The turns of a transcript that is set in a table; None for other tables."""
    rows = [
        [cell for cell in row if _name(cell) in ("td", "th")]
        for row in table.iter()
        if _name(row) == "tr"
    ]
    cells = [cell for row in rows for cell in row]
    if any(_name(e) == "table" for e in table.iterdescendants()) or any(
        sum(_name(e) in _BLOCKS for e in cell) > 1 for cell in cells
    ):
        return None
    texts = [[" ".join("".join(_texts(cell)).split()) for cell in row] for row in rows]
    return turns_of([[[Piece("paragraph", text)] if text else [] for text in row] for row in texts])


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None
