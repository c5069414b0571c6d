"""A fictional article with its reading, and a bare application that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal

import tui.reader
from tui.analysis.model import Analysis, Quote, QuoteKind, Speaker
from tui.article.model import Article, Block, BlockKind, Span
from tui.reader.article_pane import ArticlePane
from tui.reader.quote_strip import QuoteStrip
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.themed_app import ThemedApp
from tui.settings import USUAL_MEASURE

ROOM = Path(tui.reader.__file__).parent

LINES: list[tuple[BlockKind, str]] = [
    ("title", "Harbour to close for a month, mayor says"),
    ("byline", "By Ines Tarrow"),
    (
        "paragraph",
        "The harbour of Ostrand will close in May, Mayor Ada Falkmere said on Monday, calling the "
        "repair of its northern wall “the least bad of three bad choices.”",
    ),
    (
        "paragraph",
        "Piet Oduya, who speaks for the fishermen, said nobody had asked them. “We learnt of it "
        "from the radio,” he said. “My own brother rang me from his boat to ask if it was true, "
        "and I had no answer for him.”",
    ),
    ("heading", "What it costs"),
    (
        "paragraph",
        "The authority’s report puts the cost at 40 million crowns and warns that a later start "
        "would double it.",
    ),
    ("item", "- The fish hall moves to the old customs shed on the southern quay for five weeks."),
    ("item", "- Ferries to Little Ostrand leave from the slip behind the cannery, at low fares."),
    ("quote", "> Nothing that stands in the sea stands still, and no wall was ever finished."),
    (
        "paragraph",
        "“I would rather be shouted at in May than be mourned in November,” Ms. Falkmere told the "
        "council. “The divers found a gap that a cow could swim through.” She said that the town "
        "would pay for the ice of every boat that had to land its catch elsewhere.",
    ),
    (
        "paragraph",
        "Mr. Oduya was not won over. “Ice melts,” he said, and left before the vote, which went "
        "eleven to four for the mayor’s plan after less than an hour.",
    ),
]
SPEAKERS = {"s1": "Ada Falkmere", "s2": "Piet Oduya", "s3": "the port authority"}
QUOTES: list[tuple[str, QuoteKind, str, tuple[str, ...]]] = [
    ("q1", "mixed", "s1", ("“the least bad of three bad choices.”",)),
    ("q2", "indirect", "s2", ("nobody had asked them",)),
    (
        "q3",
        "direct",
        "s2",
        ("“We learnt of it from the radio,”", "“My own brother rang me from his boat to ask if it "
         "was true, and I had no answer for him.”"),
    ),
    ("q4", "indirect", "s3", ("puts the cost at 40 million crowns",)),
    ("q5", "indirect", "s3", ("a later start would double it",)),
    (
        "q6",
        "direct",
        "s1",
        (
            "“I would rather be shouted at in May than be mourned in November,”",
            "“The divers found a gap that a cow could swim through.”",
        ),
    ),
    (
        "q7",
        "indirect",
        "s1",
        ("the town would pay for the ice of every boat that had to land its catch elsewhere",),
    ),
    ("q8", "direct", "s2", ("“Ice melts,”",)),
]  # fmt: skip
TIGHT = frozenset({"item", "turn"})


def article_of(lines: list[tuple[BlockKind, str]]) -> Article:
    """An article of these blocks; the items of a list, and turns, stand on lines of their own."""
    text, blocks = "", list[Block]()
    for kind, words in lines:
        if blocks:
            text += "\n" if kind in TIGHT and blocks[-1].kind == kind else "\n\n"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Article(text, tuple(blocks))


def harbour(copies: int = 1) -> Article:
    """The article, its body `copies` times over."""
    return article_of(LINES[:2] + LINES[2:] * copies)


def reading(article: Article) -> Analysis:
    """What the article's first copy says, in eight quotes of three speakers."""
    quotes = []
    for quote_id, kind, speaker, texts in QUOTES:
        starts = [article.text.index(text) for text in texts]
        spans = tuple(Span(s, s + len(t)) for s, t in zip(starts, texts, strict=True))
        quotes.append(
            Quote(quote_id, kind, spans, " … ".join(texts), None, None, speaker, 0.9, "a cue")
        )
    shares = {"s1": 0.5, "s2": 0.3, "s3": 0.2}
    speakers = tuple(
        Speaker(i, name, (), "person", None, 9, shares[i], ()) for i, name in SPEAKERS.items()
    )
    return Analysis(article, tuple(quotes), speakers)


@dataclass
class Told:
    """The messages that arrived, in order."""

    quotes: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    views: list[tuple[int, int, float]] = field(default_factory=list)
    fractions: list[float] = field(default_factory=list)


class Host(ThemedApp[None]):
    """An article pane with its strip, and nothing else."""

    CSS_PATH: ClassVar = [ROOM / "article_pane.tcss", ROOM / "quote_strip.tcss"]

    def __init__(
        self, article: Article, analysis: Analysis | None = None, measure: int = USUAL_MEASURE
    ) -> None:
        super().__init__()
        self.article, self.analysis = article, analysis
        self.pane, self.strip = ArticlePane(article, measure), QuoteStrip()
        self.told = Told()

    def compose(self) -> ComposeResult:
        yield Horizontal(self.pane, self.strip)

    def on_mount(self) -> None:
        self.pane.focus()
        if self.analysis is not None:
            colours = SpeakerColours(self.analysis.speakers, self.current_theme)
            self.pane.show_analysis(self.analysis, colours)
            self.strip.show(self.analysis, colours)

    def on_article_pane_quote_clicked(self, message: ArticlePane.QuoteClicked) -> None:
        self.told.quotes.append(message.quote_id)

    def on_article_pane_offset_clicked(self, message: ArticlePane.OffsetClicked) -> None:
        self.told.offsets.append(message.offset)

    def on_article_pane_view_moved(self, message: ArticlePane.ViewMoved) -> None:
        self.told.views.append((message.first_offset, message.last_offset, message.progress))
        length = len(self.article.text) or 1
        self.strip.show_view(message.first_offset / length, message.last_offset / length)

    def on_quote_strip_strip_clicked(self, message: QuoteStrip.StripClicked) -> None:
        self.told.fractions.append(message.fraction)

    def screen_rows(self) -> list[str]:
        """The pane's rows as one sees them."""
        return [self.pane.render_line(y).text for y in range(self.pane.size.height)]


def host(copies: int = 1) -> Host:
    article = harbour(copies)
    return Host(article, reading(article))


def style_of(app: Host, words: str) -> Style:
    """The style of some words, which must stand in one row of the view and in one style."""
    for y in range(app.pane.size.height):
        for segment in app.pane.render_line(y):
            if words in segment.text:
                assert segment.style is not None
                return segment.style
    raise AssertionError(f"not in view in one style: {words!r}")


def cell_of(app: Host, words: str) -> tuple[int, int]:
    """Where on the screen some words begin."""
    for y, row in enumerate(app.screen_rows()):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"not in view: {words!r}")


def prose(rows: Sequence[str]) -> str:
    return " ".join(" ".join(rows).split())
