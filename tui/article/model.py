"""What an article is once it has been read: clean text, its blocks, and what its head says."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.article.cleaning import clean_line
from tui.article.sources import PASSING

BlockKind = Literal["title", "byline", "heading", "paragraph", "item", "quote", "turn"]


class Span(NamedTuple):
    """A stretch of an article's text: code points from `start` to `end`, the latter exclusive."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One unbroken line of an article's text, where its `span` says; `kind` tells what it is.

    `title` and `byline` are the article's head, `heading` a line between paragraphs, `item` a line
    of a list, `quote` a block quotation (a line that starts with `> `), `turn` a line of a
    transcript or an interview that opens with its speaker; all else is a `paragraph`.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article.

    `text` is all that a reader is shown, headline and byline included. Each of the `blocks` is one
    line of it: they are parted by one line end (a tight list, a transcript) or by two (paragraphs),
    and none holds a line end. `title` is the headline, `byline` who wrote it, without `By`; `date`
    and `dateline` are in the article's own words; each is None where the article does not tell it.
    `source` says where it came from (a path, an address, `-` for a pipe, `clipboard:`), to the
    letter: it may have in it what acts on a terminal; `origin` has not. `note` is
    what its reader should know of how it was come by, in words that can follow a colon.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    date: str | None = None
    source: str = "-"
    note: str | None = None

    @property
    def origin(self) -> str:
        """Where it came from, in words: its path or address, or that it was piped or pasted."""
        return PASSING.get(self.source) or clean_line(self.source)
