"""A Word document (.docx) -> the article that it is, as it stands once its changes are accepted."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml.etree import _Element

from tui.article.forced_breaks import BREAK, LONGEST_CELL, broken, cells_line
from tui.article.manuscript import Manuscript, Piece, PieceKind
from tui.article.packed_files import PackedFiles
from tui.article.told_properties import with_properties
from tui.article.transcript_table import turns_of
from tui.article.word_numbering import Numbering

_DAMAGED: Final = "it is damaged, or no Word document"
_DOCTYPE: Final = rb"<!(?:DOCTYPE|ENTITY)"
_DEEPEST: Final = 30
_MARKUP: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What was taken out, stands elsewhere, or is no text.
_UNREAD: Final = frozenset(
    [qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr")]
    + [qn("w:footnoteReference"), qn("w:endnoteReference"), f"{_MARKUP}Fallback"]
)
_SIGNS: Final = {
    qn("w:tab"): " ",
    qn("w:br"): BREAK,
    qn("w:cr"): BREAK,
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}
_BLOCKS_AROUND: Final = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_TEXT_BOX: Final = qn("w:txbxContent")
_OFF: Final = ("0", "false", "off", "none")


def read(data: bytes) -> Manuscript:
    """The article that a Word document holds: changes accepted, notes and comments left out.

    Raises ValueError where it is damaged, locked or unpacks to too much.
    """
    files = PackedFiles(data)
    if "word/document.xml" in files and re.search(_DOCTYPE, files.read("word/document.xml")[:2000]):
        raise ValueError("it declares entities, as no Word document does")
    try:
        reading = _Reading(Document(io.BytesIO(data)))
        pieces = reading.pieces()
        told = reading.document.core_properties
        title, author = told.title, told.author
    except ValueError:
        raise ValueError(_DAMAGED) from None
    except Exception:  # whatever the library meets in a broken file
        raise ValueError(_DAMAGED) from None
    return with_properties(pieces, title, author, own_title=reading.title)


@dataclass(frozen=True, slots=True)
class _Style:
    """What the style of a paragraph tells: its names, from its own to what it is based on."""

    names: tuple[str, ...] = ()
    list_name: str | None = None
    depth: int = 0
    is_heading: bool = False
    is_hidden: bool = False

    def is_called(self, *beginnings: str) -> bool:
        """Whether it is one of some styles, or based on one."""
        return any(name.startswith(beginnings) for name in self.names)


class _Reading:
    """Goes through a document and makes pieces of its paragraphs."""

    def __init__(self, document: WordFile) -> None:
        self.document = document
        self.title: str | None = None
        self._styles = _styles(document)
        self._default = next(
            (
                style.get(qn("w:styleId"))
                for style in document.styles.element.findall(qn("w:style"))
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
            ),
            "",
        )
        self._numbering = Numbering(_numbering_of(document))
        # the words and the properties of a paragraph whose end was taken out
        self._going_on: tuple[str, _Element | None] | None = None

    def pieces(self) -> list[Piece]:
        """The pieces of the whole document."""
        return [p for p in self._story(self.document.element.body, 0) if p.text.strip()]

    def _story(self, parent: _Element, depth: int) -> Iterator[Piece]:
        """The pieces of what stands by itself: the body, a cell, a text box."""
        outside, self._going_on = self._going_on, None
        yield from self._blocks(parent, depth)
        yield from self._ended()
        self._going_on = outside

    def _ended(self) -> Iterator[Piece]:
        """The pieces of a paragraph whose end was taken out, with nothing for it to go on with."""
        if self._going_on is not None:
            yield from self._made(*self._going_on)
            self._going_on = None

    def _blocks(self, parent: _Element, depth: int) -> Iterator[Piece]:
        if depth > _DEEPEST:
            return
        for element in parent:
            if element.tag == qn("w:p"):
                yield from self._paragraph(element, depth)
            elif element.tag == qn("w:tbl"):
                yield from self._ended()
                yield from self._table(element, depth)
            elif element.tag in _BLOCKS_AROUND:
                yield from self._blocks(element, depth + 1)

    def _table(self, table: _Element, depth: int) -> Iterator[Piece]:
        rows = [
            [
                [p for p in self._story(cell, depth + 1) if p.text.strip()]
                for cell in row.iter(qn("w:tc"))
                if next(cell.iterancestors(qn("w:tr"))) is row and not _is_covered(cell)
            ]
            for row in table.iter(qn("w:tr"))
            if next(row.iterancestors(qn("w:tbl"))) is table  # and no table within this one
        ]
        if (turns := turns_of(rows)) is not None:
            yield from turns
            return
        for cells in rows:
            if len(cells) > 1 and all(
                len(cell) <= 1 and all(len(p.text) <= LONGEST_CELL for p in cell) for cell in cells
            ):
                yield Piece("paragraph", cells_line(p.text for cell in cells for p in cell))
            else:
                for cell in cells:
                    yield from cell

    def _paragraph(self, paragraph: _Element, depth: int) -> Iterator[Piece]:
        words = list[str]()
        boxes = list[_Element]()
        _read_words(paragraph, words, boxes)
        text = (self._going_on[0] if self._going_on else "") + "".join(words)
        self._going_on = None
        properties = paragraph.find(qn("w:pPr"))
        mark = None if properties is None else properties.find(qn("w:rPr"))
        if mark is not None and any(
            mark.find(qn(f"w:{n}")) is not None for n in ("del", "moveFrom")
        ):
            self._going_on = text, properties
        else:
            yield from self._made(text, properties)
        for box in boxes:
            yield from self._story(box, depth + 1)

    def _made(self, text: str, properties: _Element | None) -> Iterator[Piece]:
        """The pieces that a paragraph is."""
        style = self._style_of(properties)
        if not text.strip() or style.is_hidden or style.is_called("toc ", "table of "):
            return
        label = None
        if (place := _list_place(properties)) is None:
            place = (style.list_name, style.depth) if style.list_name else None
        if place is not None and place[0] is not None and place[0] != "0":
            label = self._numbering.label(place[0], place[1])
        if style.is_called("title", "heading ") or style.is_heading or _is_outlined(properties):
            words = f"{label or ''} {' '.join(text.split())}".strip()
            if self.title is None and style.is_called("title"):
                self.title = words
            yield Piece("heading", words)
            return
        if label is not None or style.is_called("list bullet"):
            yield Piece("item", f"{label or ''} {' '.join(text.split())}".strip())
            return
        kind: PieceKind = "paragraph"
        if style.is_called("quote", "intense quote", "block text", "block quot", "quotations"):
            kind = "quote"
        for block in broken(text):
            yield Piece(kind, block)

    def _style_of(self, properties: _Element | None) -> _Style:
        told = None if properties is None else properties.find(qn("w:pStyle"))
        name = self._default if told is None else told.get(qn("w:val"))
        return self._styles.get(name, _Style())


def _styles(document: WordFile) -> dict[str, _Style]:
    """The styles of paragraphs by their ids."""
    elements = {
        style.get(qn("w:styleId")): style
        for style in document.styles.element.findall(qn("w:style"))
    }
    made = dict[str, _Style]()
    for name, style in elements.items():
        chain = list[_Element]()
        while style is not None and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            based = style.find(qn("w:basedOn"))
            style = None if based is None else elements.get(based.get(qn("w:val")))
        told = [(one.find(qn("w:name")), one.find(qn("w:pPr"))) for one in chain]
        places = [place for _, found in told if (place := _list_place(found)) is not None]
        made[name] = _Style(
            tuple((found.get(qn("w:val")) or "").lower() for found, _ in told if found is not None),
            list_name=places[0][0] if places else None,
            depth=places[0][1] if places else 0,
            is_heading=any(_is_outlined(found) for _, found in told),
            is_hidden=any(_is_on(one.find(qn("w:rPr")), "w:vanish") for one in chain),
        )
    return made


def _numbering_of(document: WordFile) -> _Element | None:
    """The element that defines the lists of a document; None where it has none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _list_place(properties: _Element | None) -> tuple[str | None, int] | None:
    """Which list a paragraph is in, and how deep; None where that is not told."""
    told = None if properties is None else properties.find(qn("w:numPr"))
    if told is None:
        return None
    name, depth = told.find(qn("w:numId")), told.find(qn("w:ilvl"))
    deep = (depth.get(qn("w:val")) or "0") if depth is not None else "0"
    return (
        None if name is None else name.get(qn("w:val")),
        int(deep) if deep.isdecimal() else 0,
    )


def _is_outlined(properties: _Element | None) -> bool:
    """Whether a paragraph has a place in the outline, as headings have."""
    level = None if properties is None else properties.find(qn("w:outlineLvl"))
    return level is not None and level.get(qn("w:val"), "9") in "012345678"


def _is_covered(cell: _Element) -> bool:
    """Whether a cell of a table is the lower part of the one above it."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val")) != "restart"


def _read_words(element: _Element, words: list[str], boxes: list[_Element]) -> None:
    """Gather the words of a paragraph, and the text boxes that hang on it."""
    for child in element:
        tag = child.tag
        if tag in _UNREAD or not isinstance(tag, str):
            continue
        if tag == qn("w:t"):
            words.append((child.text or "").replace("\n", " "))
        elif tag in _SIGNS:
            is_page = tag == qn("w:br") and child.get(qn("w:type")) in ("page", "column")
            words.append(" " if is_page else _SIGNS[tag])
        elif tag == _TEXT_BOX:
            boxes.append(child)
        elif tag == qn("w:r") and _is_on(child.find(qn("w:rPr")), "w:vanish"):
            continue
        else:
            _read_words(child, words, boxes)


def _is_on(properties: _Element | None, name: str) -> bool:
    """Whether the form of some words has a property."""
    found = None if properties is None else properties.find(qn(name))
    return found is not None and found.get(qn("w:val")) not in _OFF
