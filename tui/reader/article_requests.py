"""What is asked about the open article: of the engine, and copies, corrections, clippings.

The modules of the requests are loaded by the keys that make them: no picture waits for them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual.signal import Signal

from tui.analysis.summary_length import in_words
from tui.reader import steps
from tui.reader.actions import Action
from tui.reader.article_panes import ArticlePanes
from tui.reader.background import in_background
from tui.reader.engine_client import EngineError
from tui.reader.inquiry import Inquiry
from tui.reader.reading import Reading

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Entity, Quote, Speaker
    from tui.reader.comparison_request import Seen
    from tui.reader.speaker_colours import SpeakerColours


class ArticleRequests(ArticlePanes):
    """The panes with what is known by now, of which the application is asked for more."""

    def __init__(
        self, inquiry: Inquiry, actions: Sequence[Action], measure: int, *, leads_back: bool
    ) -> None:
        """With `leads_back` it was opened from another page, to which one can go back."""
        super().__init__(inquiry.article, actions, measure)
        self._inquiry = inquiry
        self._leads_back = leads_back
        self._footer.show_way_back("back" if leads_back else "")
        self._reading = Reading()
        self._colours: SpeakerColours | None = None
        self._seen: Signal[Seen] = Signal(self, "seen")
        self._told_of: Analysis | None = None

    def _colour_voices(self) -> None:
        """Give each voice that there is by now a colour."""
        from tui.reader.speaker_colours import SpeakerColours  # not before the first picture

        if self._reading.told is not None:
            self._colours = SpeakerColours(self._reading.told.speakers, self.app.current_theme)

    def _ask(self, ask: Callable[[], Awaitable[None]], group: str) -> None:
        """Ask the engine something; show what goes wrong where the answer would be."""

        async def work() -> None:
            try:
                await ask()
            except EngineError as error:
                self._stop(str(error))

        self._reading.stopped = ""
        in_background(self, work, group=group)

    def _stop(self, problem: str) -> None:
        """Say why no more answers come: among the voices or, where those are not seen, below."""
        self._reading.stopped = problem
        self._voices.show_failure(problem)
        if not self._voices.display:
            self._footer.say(problem, problem=True)
        self._show_place()

    def correct(self) -> None:
        """Show the article with the corrections that are kept by now."""
        self._told_of = self._told_of or self._reading.analysis
        self._ask(self._inquiry.ask_for_corrections, "wishes")

    @property
    def comes_when(self) -> str:
        """When what is asked for comes, in words; empty where that is at once."""
        if self._inquiry.is_read:
            return ""
        return "when the article has been read" + (" again" if self.is_read else "")

    def action_lengthen(self, by: int) -> None:
        """Ask for longer summaries, or shorter ones (-1)."""
        if (length := self._inquiry.lengthen(by)) is not None:
            later = f"They come {self.comes_when}." if self.is_read and self.comes_when else ""
            self._footer.say(f"Summaries of {in_words(length)}.", until_shown=later)
            self._ask(self._inquiry.ask_for_summaries, "wishes")
        else:
            self._footer.say(f"Summaries cannot be {'longer' if by > 0 else 'shorter'}.")

    def _show_place(self) -> None:
        """Show where one is."""

    def _show_way_back(self) -> None:
        """Where there is a page to go back to: whether something is undone first."""
        if self._leads_back:
            chosen = self._search.is_on or self._why.display or self.focused is self._voices
            undone = chosen or self._reading.mode or self._reading.filters
            self._footer.show_way_back("undo" if undone else "back")

    @property
    def is_read(self) -> bool:
        """Whether the analysis is whole."""
        return self._reading.is_read

    @property
    def _current(self) -> Quote | None:
        return self._reading.quote(self._article.current)

    @property
    def entities(self) -> Sequence[Entity]:
        """The article's names, the most salient first."""
        return self._reading.analysis.entities if self._reading.analysis else ()

    @property
    def speakers(self) -> list[Speaker]:
        """All speakers, the largest share first."""
        order = self._colours.order if self._colours else ()
        return [speaker for i in order if (speaker := self._reading.speaker(i)) is not None]

    @property
    def _what_is_hidden(self) -> str:
        """How many doubtful statements are hidden, and the key that shows them."""
        if not (count := self._reading.hidden_doubtful):
            return ""
        keys = next(a.shown_keys for a in self._shown_actions if a.id == "doubtful").split(" ")
        shows = f": {keys[0]} shows {'it' if count == 1 else 'them'}" if keys[0] else ""
        return f"{count} doubtful hidden{shows}"

    def _say_to_choose(self) -> None:
        """Say that there is no current quote: in a search `n` leads to none."""
        self._footer.say(steps.NOT_SAID if self._search.is_on else steps.CHOOSE_FIRST)

    def action_copy(self, what: str) -> None:
        """Copy the current `quote`, the chosen speaker's `summary`, or all `summaries`."""
        from tui.reader.copies import CopyRequested, NothingToCopyError, found

        try:
            self.post_message(CopyRequested(found(what, self._reading, self._article.current)))
        except NothingToCopyError as error:
            self._footer.say(str(error))

    def action_correct(self) -> None:
        """Ask who the current quote is by."""
        from tui.reader.correction_request import CorrectionRequested

        quote, analysis, colours = self._current, self._reading.analysis, self._colours
        shown = self._reading.shown
        if quote is None or analysis is None or shown is None or colours is None:
            self._say_to_choose()
        else:
            self.post_message(CorrectionRequested(analysis, shown, quote, colours))

    def action_clip(self) -> None:
        """Put the current quote on the clippings list."""
        from tui.reader.clip_request import ClipRequested

        if self._current is None or self._reading.shown is None:
            self._say_to_choose()
        else:
            self.post_message(ClipRequested(self._reading.shown, self._current))

    def action_elsewhere(self) -> None:
        """Ask what the voice of the current quote, else the open one, said in other articles."""
        from tui.reader.elsewhere_request import ElsewhereRequested

        speaker = self._reading.speaker_of(self._current) or self._reading.chosen
        if speaker is None:
            self._footer.say(steps.CHOOSE_VOICE)
        else:
            self.post_message(ElsewhereRequested(speaker))

    def action_export(self) -> None:
        """Ask in which form what is shown is to be written."""
        from tui.reader.export_request import ExportWanted

        if (shown := self._reading.shown) is None or not self.is_read:
            later = "The article is still being read: it can be written when it is."
            self._footer.say(self._reading.stopped or later)
        else:
            self.post_message(ExportWanted(shown))

    def action_compare(self) -> None:
        """Show two voices side by side, the open one and another."""
        from tui.reader.comparison_request import ComparisonRequested, Seen

        shown, colours, first = self._reading.shown, self._colours, self._reading.chosen
        if shown is None or colours is None or len((seen := Seen(shown, colours)).speakers) < 2:
            self._footer.say(steps.NOBODY_ELSE if self.is_read else self._reading.why_no_quotes)
        else:
            self.post_message(ComparisonRequested(seen, first, self._seen))
