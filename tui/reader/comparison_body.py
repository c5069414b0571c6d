"""What two voices said, side by side or one above the other: statements that a marker goes over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.analysis.comparison import Comparison, Said
from tui.analysis.model import Speaker, SummarySentence
from tui.article.model import Span
from tui.export.sentence_text import sentence_writer
from tui.reader.comparison_request import Seen

MOST_SHARED: Final = 20
MOST_APART: Final = 4
MOST_SENTENCES: Final = 12
READING: Final = "The article is still being read; what is found is added."
NOTHING_SHARED: Final = "The two have no subject in common. What each said most of:"
APART: Final = "What only one of the two speaks of"
_ABOVE: Final = 3
"""So many rows may name what a statement is about, and whose it is."""


class Statement(Static, can_focus=True, inherit_bindings=False):
    """A sentence of one of the two (`side` 0 or 1) on a subject, in the `row`th pair."""

    BINDINGS: ClassVar[list[BindingType]] = []

    class Chosen(Message):
        """A statement was clicked."""

        def __init__(self, sentence: SummarySentence) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self, words: Content, sentence: SummarySentence, subject: str | None, side: int, row: int
    ) -> None:
        super().__init__(words)
        self.sentence, self.subject, self.side, self.row = sentence, subject, side, row

    def on_click(self, event: events.Click) -> None:
        """Tell it."""
        event.stop()
        self.post_message(self.Chosen(self.sentence))


class ComparisonBody(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The pairs of a comparison, one below the other; the marker is on the focused statement."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, seen: Seen, comparison: Comparison) -> None:
        super().__init__()
        self.seen, self._comparison = seen, comparison
        self._indirect = frozenset[str]()
        self._written = sentence_writer(seen.analysis)
        self._place: tuple[int, Span | None] = (0, None)

    def show(self, seen: Seen, comparison: Comparison) -> None:
        """Show another comparison; the marker stays on its statement or, if that is gone, side."""
        self.seen, self._comparison = seen, comparison
        here = self.marked
        if here is not None:
            self._place = here.side, here.sentence.span
        self.refresh(recompose=True)

    def on_mount(self) -> None:
        """Put the marker on the first statement."""
        self._mark_again()

    async def recompose(self) -> None:
        """Make all anew."""
        await super().recompose()
        self._mark_again()

    def _mark_again(self) -> None:
        side, span = self._place
        own = [s for s in self.statements if s.side == side] or self.statements
        found = [s for s in own if s.sentence.span == span] or own
        if found:
            found[0].focus(scroll_visible=False)
            self.call_after_refresh(self._reveal, found[0])  # it has no place before

    # What is shown

    def compose(self) -> ComposeResult:
        """A note, what both speak of, and what only one of them does."""
        quotes = self.seen.analysis.quotes
        self._indirect = frozenset(q.id for q in quotes if q.kind == "indirect")
        self._written = sentence_writer(self.seen.analysis)
        shared, apart = self._comparison.shared[:MOST_SHARED], self._comparison.apart
        if self.seen.analysis.done < 1.0:
            yield Static(READING, classes="note", markup=False)
        elif not shared:
            yield Static(NOTHING_SHARED, classes="note", markup=False)
        for row, pair in enumerate(shared):
            same = pair[0].subject == pair[1].subject
            title = _title(pair[0]) if same else "On each other"
            yield Static(title, classes="topic", markup=False)
            yield self._pair([pair[0]], [pair[1]], row, named=not same)
        if any(apart):
            if shared:
                yield Static(APART, classes="topic", markup=False)
            yield self._pair(apart[0][:MOST_APART], apart[1][:MOST_APART], len(shared), named=True)

    def _pair(
        self, left: Sequence[Said], right: Sequence[Said], row: int, *, named: bool
    ) -> Widget:
        return Horizontal(
            *(
                Vertical(*self._side(said, side, row, named=named), classes="side")
                for side, said in enumerate((left, right))
            ),
            classes="pair",
        )

    def _side(self, said: Sequence[Said], side: int, row: int, *, named: bool) -> Iterator[Widget]:
        speaker = (self._comparison.first, self._comparison.second)[side]
        if said:
            yield Static(head(self.seen, speaker), classes="who")
        for topic in said:
            if named:
                yield Static(_title(topic), classes="on", markup=False)
            for sentence in topic.sentences[:MOST_SENTENCES]:
                yield self._statement(sentence, topic.subject, speaker, side, row)
            if (more := len(topic.sentences) - MOST_SENTENCES) > 0:
                yield Static(f"… and {more} more", classes="on", markup=False)

    def _statement(
        self,
        sentence: SummarySentence,
        subject: str | None,
        speaker: Speaker,
        side: int,
        row: int,
    ) -> Statement:
        told = self._written(sentence)
        said = told.index(sentence.text) if sentence.lead else 0
        words = Content.assemble((_on_one_line(told[:said]), "$quiet"), _on_one_line(told[said:]))
        statement = Statement(words, sentence, subject, side, row)
        indirect = sentence.quote in self._indirect
        colour = self.seen.colours.of(speaker.id).colour
        statement.styles.border_left = ("dashed" if indirect else "outer", colour)
        return statement

    # The marker

    @property
    def statements(self) -> list[Statement]:
        """All statements, row by row."""
        return list(self.query(Statement))

    @property
    def marked(self) -> Statement | None:
        """The statement that the marker is on."""
        focused = self.screen.focused
        return focused if isinstance(focused, Statement) else None

    @property
    def subject(self) -> Comparison | None:
        """The comparison with no other subject than the one that the marker is on; None where that
        is of two who are compared no more: keys may be faster than what is shown.
        """
        here, whole = self.marked, self._comparison
        if here is None:
            return None
        if here.row < min(len(whole.shared), MOST_SHARED):
            return replace(whole, shared=(whole.shared[here.row],), apart=((), ()))
        apart = [
            tuple(said for said in own[:MOST_APART] if said.subject == here.subject)
            for own in whole.apart
        ]
        apart[1 - here.side] = ()
        if not apart[here.side]:
            return None
        return replace(whole, shared=(), apart=(apart[0], apart[1]))

    def step(self, by: int) -> None:
        """Mark the next statement, or the one before (-1)."""
        statements, here = self.statements, self.marked
        if here in statements:
            self._mark(statements[min(max(0, statements.index(here) + by), len(statements) - 1)])

    def step_to_end(self, by: int) -> None:
        """Mark the last statement, or the first (-1)."""
        if statements := self.statements:
            self._mark(statements[-1 if by > 0 else 0])

    def step_side(self) -> None:
        """Mark what the other one said, as near as possible."""
        here = self.marked
        others = [s for s in self.statements if here is not None and s.side != here.side]
        if others and here is not None:
            self._mark(min(others, key=lambda s: abs(s.row - here.row)))

    def turn_page(self, by: int) -> None:
        """Turn the page, or turn it back (-1), and mark the first statement that begins on it."""
        height = max(1, self.size.height - 1)
        top = min(max(0, self.scroll_offset.y + by * height), self.max_scroll_y)
        begun = [s for s in self.statements if self._row_of(s) >= top]
        if begun:
            begun[0].focus(scroll_visible=False)
        self._scroll_to_row(top)

    def _mark(self, statement: Statement) -> None:
        """Put the marker on a statement, and bring it into view with what stands above it."""
        statement.focus(scroll_visible=False)
        self._reveal(statement)

    def _reveal(self, statement: Statement) -> None:
        statements = self.statements
        if statement not in statements:  # others are about to be shown
            return
        height = statement.size.height
        above = min(_ABOVE, max(0, self.size.height - height))
        if statement is statements[0]:
            self._scroll_to_row(0)
            return
        region = Region(0, self._row_of(statement) - above, 1, height + above)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True, immediate=True)

    def _row_of(self, statement: Statement) -> int:
        """The row of all rows that a statement begins on."""
        return statement.region.y - self.content_region.y + self.scroll_offset.y


def head(seen: Seen, speaker: Speaker) -> Content:
    """A speaker's sign in its colour, the name, and what it is."""
    style = seen.colours.of(speaker.id)
    return Content.assemble(
        (f"{style.sign} ", style.colour),
        (speaker.name, f"bold {style.colour}"),
        (f"  {speaker.described}" if speaker.described else "", "$quiet"),
    )


def _title(said: Said) -> str:
    return f"On {said.subject}" if said.subject else "In short"


def _on_one_line(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)
