"""What the reader of a format hands over: the article's blocks as the format tells them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tui.article.blocks import set_as_text
from tui.article.cleaning import clean, clean_line
from tui.article.head import read_head
from tui.article.line_forms import ITEM
from tui.article.model import Article, BlockKind
from tui.article.paragraphs import Line

PieceKind = Literal["heading", "paragraph", "item", "quote", "turn"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of an article, its text as the format has it: not cleaned yet.

    Line ends and runs of space in it become one space. `item` and `quote` have no bullet or mark
    in front: one is put there, unless the item brings its own number. A `turn` begins with its
    speaker and a colon. A `paragraph` is what tells nothing of itself: it may yet turn out to be a
    byline, an item or a turn by its words.
    """

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article as a format holds it: its blocks in order, and what the format tells beside them.

    `pieces` may begin with the title and the byline or leave them out: what is told beside them and
    stands in none of the first pieces is put before them. `byline` is who wrote it, without `By`.
    """

    pieces: Sequence[Piece]
    title: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of several articles in a source: a chapter, a message, an entry of a feed.

    `name` tells it from the others of its source and stays what it is when others are added;
    behind the source and a `#` it is a source of its own. `read` gives the article, where it is in
    the source (it may raise ValueError with a sentence), else `link` is the address that it has.
    """

    name: str
    title: str
    date: str | None = None
    read: Callable[[], Manuscript] | None = None
    link: str | None = None


Contents = Manuscript | tuple[Part, ...]
"""What a source holds: one article, or several to choose from."""

HEAD_PIECES = 4
"""A title or a byline stands among so many first pieces, or is put before them."""


def article_from_manuscript(manuscript: Manuscript, source: str) -> Article:
    """The article that a format holds: cleaned, its head recognised, kinds as the format tells.

    Blocks are parted by an empty line, but for items of one list. `article_from_text` of its text
    gives the same text again.
    """
    tidy = map(_tidy, manuscript.pieces)
    pieces = [piece for piece in tidy if piece.text.strip("> ")]  # a bare mark holds nothing
    title, byline = (clean_line(told or "") for told in (manuscript.title, manuscript.byline))
    pieces = _with_head(pieces, title, byline)
    made = [
        Line(_marked(piece), parted=not (i and piece.kind == pieces[i - 1].kind == "item"))
        for i, piece in enumerate(pieces)
    ]
    head = read_head(made)
    kinds: list[BlockKind] = [
        told if piece.kind == "paragraph" else piece.kind
        for piece, told in zip(pieces, head.kinds, strict=True)
    ]
    at = next((i for i, p in enumerate(pieces[:HEAD_PIECES]) if title and p.text == title), None)
    if at is not None:
        kinds = ["paragraph" if kind == "title" else kind for kind in kinds]
        kinds[at] = "title"
    elif kinds[:1] == ["heading"]:
        kinds[0], title = "title", pieces[0].text
    text, blocks = set_as_text(zip(made, kinds, strict=True))
    return Article(
        text=text,
        blocks=blocks,
        title=title or (head.title if "title" in kinds else None),
        byline=byline or (head.byline if "byline" in kinds else None),
        dateline=head.dateline,
        date=clean_line(manuscript.date or "") or head.date,
        source=source,
    )


def _tidy(piece: Piece) -> Piece:
    return replace(piece, text=" ".join(clean(piece.text).split()))


def _with_head(pieces: list[Piece], title: str, byline: str) -> list[Piece]:
    """The pieces, before them what of the head they lack."""
    first = [piece.text.casefold() for piece in pieces[:HEAD_PIECES]]
    if byline and not any(byline.casefold() in text for text in first):
        after = 1 if title and first and first[0] == title.casefold() else 0
        pieces = [*pieces[:after], Piece("paragraph", f"By {byline}"), *pieces[after:]]
    if title and title.casefold() not in first:
        pieces = [Piece("heading", title), *pieces]
    return pieces


def _marked(piece: Piece) -> str:
    if piece.kind == "quote":
        return f"> {piece.text}"
    if piece.kind == "item" and not ITEM.match(piece.text):
        return f"- {piece.text}"
    return piece.text
