"""An open article as it is read: asks the engine, and lets each pane show what is known by now."""

from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.signal import Signal
from textual.theme import Theme

from tui.analysis.model import Analysis, Entity, Quote, Speaker
from tui.reader import steps
from tui.reader.actions import Action
from tui.reader.article_pane import ArticlePane
from tui.reader.article_search import ArticleSearch
from tui.reader.comparison_request import Seen
from tui.reader.engine_client import EngineError
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.inquiry import Inquiry
from tui.reader.quote_strip import QuoteStrip
from tui.reader.reading import Reading
from tui.reader.search_line import SearchLine
from tui.reader.sized_screen import SizedScreen
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.text_search import Matches
from tui.reader.voices_pane import VoicesPane
from tui.reader.why_panel import WhyPanel

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction


class ReadingScreen(SizedScreen[None], inherit_bindings=False):
    """The panes of an article, and what is known of it and chosen in it."""

    def __init__(self, inquiry: Inquiry, actions: Sequence[Action], measure: int) -> None:
        super().__init__()
        self._inquiry = inquiry
        self._reading = Reading()
        self._colours: SpeakerColours | None = None
        self._seen = Signal[Seen](self, "seen")
        self._view = (0, 0)
        self._asked = False
        self._article = ArticlePane(inquiry.article, measure)
        self._strip = QuoteStrip()
        self._voices = VoicesPane()
        self._why = WhyPanel()
        self._header = HeaderLine(title_of(inquiry.article))
        self._footer = FooterLine(actions)
        self._search = ArticleSearch(
            self._article, self._strip, SearchLine(actions), self._footer, self._show_choices
        )

    def compose(self) -> ComposeResult:
        """One row, the panes, one row."""
        yield from super().compose()
        yield self._header
        yield Horizontal(self._article, self._strip, self._voices, id="panes")
        yield self._why
        yield Vertical(self._search.line, self._footer, id="foot")

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def _recolour(self, theme: Theme) -> None:
        if self._colours is not None:
            self._colours = self._colours.on(theme)
            self._show_place()

    # Answers

    def on_article_pane_view_moved(self, message: ArticlePane.ViewMoved) -> None:
        """Remember what is in view; once something is, ask about the article."""
        self._view = message.first_offset, message.last_offset
        if not self._asked:
            self._asked = True
            self.run_worker(self._asking(self._listen()), group="engine")
        length = max(1, len(self._article.article.text))
        self._strip.show_view(message.first_offset / length, message.last_offset / length)
        self._show_place()

    async def _listen(self) -> None:
        async for analysis in self._inquiry.answers(self._view[0]):
            self._show(analysis)

    async def _asking(self, asked: Awaitable[None]) -> None:
        """Show what goes wrong where the answer would be."""
        try:
            await asked
        except EngineError as error:
            self._voices.show_failure(str(error))

    def correct(self, corrections: "Sequence[Correction]") -> None:
        """Let these be the corrections of the article."""
        self.run_worker(self._asking(self._inquiry.correct(corrections)), group="wishes")

    @property
    def is_read(self) -> bool:
        """Whether the analysis is whole."""
        return self._reading.is_read

    def _show(self, analysis: Analysis) -> None:
        first = not self._reading.is_read
        before = self._reading.speaker_of(self._current)
        self._reading.take(analysis)
        self._colours = SpeakerColours(analysis.speakers, self.app.current_theme)
        self._show_reading()
        now = self._reading.speaker_of(self._current)
        if now and now.name != (before.name if before else None) and not self._reading.alone:
            self._reading.open(now)  # the quote that is looked at is somebody else's
        if analysis.notice and analysis.done >= 1.0 and first:
            self._footer.say(analysis.notice, problem=True)
        if analysis.done >= 1.0 and first and self._reading.chosen is None:
            # The first voice is open at once: it shows what there is.
            self._reading.open(next((s for s in self.speakers if s.quotes), None))
        self._show_choices()
        self._take(steps.overdue(self._reading, self._view))

    def _show_reading(self) -> None:
        """Let every pane show what there is to be seen."""
        shown, colours = self._reading.shown, self._colours
        if shown is not None and colours is not None:
            self._article.show_analysis(shown, colours)
            self._strip.show(shown, colours)
            self._seen.publish(Seen(shown, colours))
            self._voices.show_analysis(
                shown,
                self._reading.topics,
                colours,
                indirect=self._reading.indirect,
                order=self._reading.order,
                listing=self._reading.listing,
            )

    def _show_choices(self) -> None:
        """Let every pane show what is chosen now."""
        reading = self._reading
        chosen = reading.chosen.id if reading.chosen else None
        self._voices.choose(chosen)
        self._voices.choose_entity(reading.entity.id if reading.entity else None)
        self._article.dim_all_but(chosen if reading.alone else None)
        if not self._search.is_on:
            self._article.search_matches(Matches(reading.mentions), None)
        self._show_place()

    def _show_place(self) -> None:
        quote, search = self._current, self._search
        speaker = self._reading.speaker_of(quote)
        named = None
        if quote is not None and self._colours is not None:
            name = speaker.name if speaker else "speaker unknown"
            named = name, self._colours.of(quote.speaker)
        mode = search.mode if search.is_on else self._reading.mode
        count = search.count if search.is_on else self._reading.count(quote)
        self._header.show(mode, count, self._article.progress, named, of_matches=search.is_on)
        if self._why.display and quote is not None:
            self._why.explain(self._article.article, quote, speaker)

    # What is chosen

    @property
    def _current(self) -> Quote | None:
        return self._reading.quote(self._article.current)

    def _select(self, quote: Quote | None) -> None:
        """Make a quote the current one, and its speaker the open one."""
        if quote is None:
            return
        self._article.select_quote(quote.id)
        speaker = self._reading.speaker_of(quote)
        if speaker is not None and not self._reading.alone:
            self._reading.open(speaker)
            self._voices.choose(speaker.id)
        self._show_place()

    def _take(self, step: steps.Step) -> None:
        """Go where a step leads."""
        if step.said:
            self._footer.say(step.said)
        self._select(step.quote)
        if step.offset is not None:
            self._article.scroll_to_offset(step.offset)

    @property
    def entities(self) -> Sequence[Entity]:
        """The article's names, the most salient first."""
        return self._reading.analysis.entities if self._reading.analysis else ()

    @property
    def speakers(self) -> list[Speaker]:
        """All speakers, the largest share first."""
        order = self._colours.order if self._colours else ()
        return [speaker for i in order if (speaker := self._reading.speaker(i)) is not None]
