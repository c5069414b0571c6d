"""The tree of a page -> its blocks in order, each with its exact text and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from tui.article.cleaning import clean
from tui.article.manuscript import PieceKind
from tui.article.paragraphs import lines

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form header hgroup hr html legend li main menu nav ol option p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BULLET: Final = re.compile(r"[-*•‣◦▪·–—]\s+")
_MARKS: Final = (("“", "”"), ("‘", "’"))
_NOTE_CLASS: Final = re.compile(
    r"\bsd(?:foot|end)note(?:anc|sym)\b|\bfootnote-(?:ref|back|anchor|number)\b"
)
_WIDEST_CELL: Final = 200
_BLOCKS_OF_A_CELL: Final = 2
"""The cell itself and a paragraph in it."""
_ROWS: Final = ("table", "tr")
_LONGEST_QUOTATION: Final = 8
_LONGEST_EMOJI: Final = 12
_BORDER: Final = " | "


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page. `place` is the element that it stands in, `linked` how many of its
    characters lead elsewhere, `stamp` the time that it tells, where a `time` element is in it."""

    kind: PieceKind
    text: str
    place: HtmlElement
    linked: int = 0
    stamp: str = ""


@dataclass(slots=True)
class _Run:
    """Text between two boundaries of blocks, as far as it has been read."""

    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    stamp: str = ""


def blocks_of(body: HtmlElement) -> list[PageBlock]:
    """The blocks that a page shows, all of them; only the marks of notes are left out."""
    return list(_Walk(body).blocks())


def around_of(block: PageBlock) -> list[HtmlElement]:
    """The elements that a block stands in, from the innermost on."""
    return [block.place, *block.place.iterancestors()]


class _Walk:
    """One way through a page's tree."""

    def __init__(self, body: HtmlElement) -> None:
        self.body = body
        self.run = _Run()
        self.open = list[HtmlElement]()  # the elements around, from the outermost on
        self.labels = list[str | None]()  # of each list item around, None once its words came
        self.numbers = list[int | None]()  # of each list around: the next item's
        self.paragraphs = sum(1 for _ in body.iter("p"))
        self.is_bordered = False  # whether a cell began that is not the first of its row
        self.depth = dict.fromkeys(("heading", "quote", "pre", "a", "time", "q", "data"), 0)

    def blocks(self) -> Iterator[PageBlock]:
        walk = iterwalk(self.body, events=("start", "end"))
        for event, element in walk:
            parts = element.tag in _BLOCKS and (not self.depth["data"] or element.tag in _ROWS)
            if event == "start":
                if _is_note(element):
                    walk.skip_subtree()
                    continue
                if parts:
                    yield from self.flush()
                self.enter(element)
            else:
                if not _is_note(element):
                    if parts:
                        yield from self.flush()
                    self.leave(element)
                if element is not self.body:
                    self.put(element.tail)

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        self.open.append(element)
        self.count(element, 1)
        if tag in ("ul", "ol", "menu", "dir"):
            start = element.get("start", "1")
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            self.numbers.append(first if tag == "ol" else None)
        elif tag == "li":
            number = self.numbers[-1] if self.numbers else None
            self.labels.append("" if number is None else f"{number}. ")
            if number is not None:
                self.numbers[-1] = number + 1
        elif tag == "br":
            self.run.parts.append("\n")
        elif tag == "q":
            self.put(_MARKS[self.depth["q"] % 2 - 1][0])
        elif tag == "img" and "emoji" in element.get("class", ""):
            self.put(element.get("alt", "")[:_LONGEST_EMOJI])
        elif tag in ("td", "th"):
            self.is_bordered = bool(self.depth["data"] and "".join(self.run.parts).strip())
        self.put(element.text)

    def leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self.put(_MARKS[self.depth["q"] % 2 - 1][1])
        elif tag == "time" and not self.run.stamp.strip():
            self.run.stamp = clock_of(element.get("datetime", ""))
        elif tag in ("ul", "ol", "menu", "dir"):
            self.numbers.pop()
        elif tag == "li":
            self.labels.pop()
        self.count(element, -1)
        self.open.pop()

    def count(self, element: HtmlElement, step: int) -> None:
        tag = element.tag
        if tag in _HEADINGS or tag == "summary":
            self.depth["heading"] += step
        elif tag == "blockquote" and not self.is_layout(element):
            self.depth["quote"] += step
        elif tag == "table" and is_data(element):
            self.depth["data"] += step
        elif tag in ("pre", "time", "q") or (tag == "a" and _leads_away(element)):
            self.depth[tag] += step

    def is_layout(self, quotation: HtmlElement) -> bool:
        """Whether a block quotation only indents what is most of the page."""
        paragraphs = sum(1 for _ in quotation.iter("p"))
        return paragraphs > _LONGEST_QUOTATION and 2 * paragraphs > self.paragraphs

    def put(self, text: str | None) -> None:
        if not text:
            return
        if not self.depth["pre"]:
            text = _SPACE.sub(" ", text)
        if self.is_bordered and text.strip():
            self.run.parts.append(_BORDER)
            self.is_bordered = False
        self.run.parts.append(text)
        if self.depth["a"]:
            self.run.links.append(text)
        if self.depth["time"]:
            self.run.stamp += text

    def flush(self) -> Iterator[PageBlock]:
        """The blocks that the text up to here makes."""
        run, self.run = self.run, _Run()
        self.is_bordered = False
        text = "".join(run.parts)
        if not text.strip() and not run.stamp.strip():
            return
        kind: PieceKind = "paragraph"
        if self.depth["heading"]:
            kind = "heading"
        elif self.depth["quote"]:
            kind = "quote"
        elif self.labels and self.labels[-1] is not None:
            kind, text = "item", f"{self.labels[-1]}{text.lstrip()}"
            self.labels[-1] = None
        place = self.open[-1]
        stamp = " ".join(run.stamp.split())
        if "\n" not in text or kind in ("heading", "item"):
            linked = sum(len(link.strip()) for link in run.links)
            yield PageBlock(kind, " ".join(text.split()), place, linked, stamp)
            return
        if not self.depth["pre"]:
            text = "\n".join(map(str.strip, text.split("\n")))
        links = [link.strip() for link in run.links]
        for line in lines(clean(text)):
            linked = 0
            while links and links[0] in line.text:
                linked += len(links.pop(0))
            bullet = _BULLET.match(line.text) if kind == "paragraph" else None
            if bullet:
                yield PageBlock("item", line.text[bullet.end() :], place, linked, stamp)
            else:
                yield PageBlock(kind, line.text, place, linked, stamp)


def _leads_away(link: HtmlElement) -> bool:
    return not (link.get("href") or "#").startswith("#")


def clock_of(moment: str) -> str:
    """The hour and minute of a moment as machines write it, or nothing."""
    found = re.search(r"T(\d\d:\d\d)", moment)
    return found[1] if found else ""


def _is_note(element: HtmlElement) -> bool:
    """Whether an element is the mark of a note, or leads back from one."""
    tag = element.tag
    if tag not in ("a", "sup", "span"):
        return False
    if element.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    if _NOTE_CLASS.search(element.get("class") or ""):
        return True
    inner = element.find(".//sup" if tag == "a" else ".//a") if tag != "span" else None
    link = element if tag == "a" else inner
    return (
        inner is not None
        and link is not None
        and (link.get("href") or "").startswith("#")
        and element.text_content().strip() == inner.text_content().strip()
    )


def is_data(table: HtmlElement) -> bool:
    """Whether a table has rows of small cells, and does not only set a page in columns."""
    if table.find(".//table") is not None:
        return False
    rows = [row.xpath("./td|./th") for row in table.iter("tr")]
    return (
        len(rows) > 1
        and max(map(len, rows)) > 1
        and all(
            len(cell.text_content()) <= _WIDEST_CELL
            and sum(inner.tag in _BLOCKS for inner in cell.iter()) <= _BLOCKS_OF_A_CELL
            for row in rows
            for cell in row
        )
    )
