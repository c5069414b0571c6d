"""An open article: does what keys ask for, and what its panes tell was chosen."""

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.message import Message

from tui.analysis.summary_length import in_words
from tui.reader import steps
from tui.reader.actions import Scope, bindings
from tui.reader.article_pane import ArticlePane
from tui.reader.comparison_request import ComparisonRequested, Seen
from tui.reader.correction_request import CorrectionRequested
from tui.reader.quote_strip import QuoteStrip
from tui.reader.reading_screen import ReadingScreen
from tui.reader.search_line import SearchLine
from tui.reader.voice_order import order_after
from tui.reader.voices_pane import VoicesPane


class ArticleScreen(ReadingScreen, inherit_bindings=False):
    """The article beside its voices; on a narrow terminal one of the two at a time."""

    SCOPE: ClassVar[Scope] = "article"
    BINDINGS: ClassVar[list[BindingType]] = bindings("article")
    AUTO_FOCUS = "ArticlePane"

    class LeftAtTop(Message):
        """There is nothing left to go back from in the article."""

    # What the panes tell

    def on_article_pane_quote_clicked(self, message: ArticlePane.QuoteClicked) -> None:
        """Make it the current one."""
        self._select(self._reading.quote(message.quote_id))

    def on_quote_strip_strip_clicked(self, message: QuoteStrip.StripClicked) -> None:
        """Go there."""
        length = len(self._article.article.text)
        self._article.scroll_to_offset(min(int(message.fraction * length), max(0, length - 1)))

    def on_voices_pane_speaker_chosen(self, message: VoicesPane.SpeakerChosen) -> None:
        """Do what the speaker's number does."""
        self.choose_speaker(message.speaker_id)

    def on_voices_pane_summary_sentence_chosen(
        self, message: VoicesPane.SummarySentenceChosen
    ) -> None:
        """Show where the sentence stands."""
        self.go_to(message.quote_id, message.offset)

    def go_to(self, quote_id: str | None, offset: int) -> None:
        """Make a quote the current one, and show what stands at an offset of it."""
        self._to_pane(voices=False)
        self._select(self._reading.quote(quote_id))
        self._article.scroll_to_offset(offset)

    def on_voices_pane_entity_chosen(self, message: VoicesPane.EntityChosen) -> None:
        """Go through what was said of it."""
        self.choose_entity(message.entity_id)

    def choose_entity(self, entity_id: str) -> None:
        """Let n and p go through what was said of a name; the same name again ends that."""
        entity = self._reading.find_entity(entity_id)
        self._search.end()
        if self.has_class("-small"):
            self._to_pane(voices=False)  # what was said is not to be seen beside the names
        self._take(steps.to_entity(self._reading, entity, self._view))
        self._show_choices()

    def on_voices_pane_length_chosen(self, message: VoicesPane.LengthChosen) -> None:
        """Do what the key does."""
        self.action_lengthen(message.by)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to a pane types no more; on a narrow terminal that pane is then seen."""
        if self.focused in (self._article, self._voices):
            self._search.keep()
        self.set_class(event.widget is self._voices, "-voices")
        self._voices.refresh()

    # From quote to quote

    def action_step(self, by: int) -> None:
        """Go to the next quote or, while a search is on, match; or to the one before (-1)."""
        if self._search.is_on:
            self._search.step(by)
        else:
            self._take(steps.to_quote(self._reading, self._current, self._view, by))

    def action_step_of_speaker(self, by: int) -> None:
        """Go to the next quote of the same speaker, or the one before (-1); round the ends."""
        self._take(steps.within_voice(self._reading, self._current, self._view, by))

    # From speaker to speaker

    def choose_speaker(self, speaker_id: str) -> None:
        """Open a speaker and go to the nearest quote; the same again: only its quotes bright."""
        speaker = self._reading.speaker(speaker_id)
        if speaker is not None:
            self._take(steps.to_voice(self._reading, speaker, self._current, self._view))
            self._show_choices()

    def action_speaker(self, number: int) -> None:
        """Choose the speaker of this number."""
        speakers = self.speakers
        if number <= len(speakers):
            self.choose_speaker(speakers[number - 1].id)
        else:
            self._footer.say(f"There is no voice {number}.")

    def action_step_speaker(self, by: int) -> None:
        """Choose the next speaker, or the one before (-1); round the ends."""
        speakers = self._reading.in_order(self.speakers)
        self._take(steps.to_next_voice(self._reading, speakers, self._current, self._view, by))
        self._show_choices()

    # Commands

    def action_back(self) -> None:
        """Undo the latest layer of what was chosen; at the last one tell that there is none."""
        if self._search.undo():
            self._to_pane(voices=False)
        elif self._why.display:
            self._why.display = False
        elif self._reading.undo_limits():
            pass
        elif self.focused is self._voices:
            self._to_pane(voices=False)
        elif self._article.current is not None:
            self._article.select_quote(None)
        elif self._reading.chosen is not None:
            self._reading.open(None)
        else:
            self.post_message(self.LeftAtTop())
        self._show_choices()

    def action_why(self) -> None:
        """Show why the current quote is its speaker's; again: the rest of it, then hide it."""
        if not self._why.display and self._current is None:
            self._footer.say(steps.CHOOSE_FIRST)
            return
        if not (self._why.display and self._why.show_rest()):
            self._why.display = not self._why.display
        self._show_place()

    def action_indirect(self) -> None:
        """Show or hide indirect statements."""
        self._reading.show_indirect(not self._reading.indirect)
        self._show_reading()
        shown = "shown" if self._reading.indirect else "hidden"
        self._footer.say(f"Indirect statements are {shown}.")
        self._show_choices()

    def action_order(self) -> None:
        """Show the voices in another order."""
        self._reading.order = order_after(self._reading.order)
        self._show_reading()
        self._footer.say(f"The voices stand {self._reading.order}.")

    def action_list_statements(self) -> None:
        """List all that the open voice said or, again, show its summary."""
        if self._reading.chosen is None:
            self._footer.say("Choose a voice first: s goes to the next one.")
            return
        self._reading.listing = not self._reading.listing
        self._show_reading()
        self._to_pane(voices=self._reading.listing)

    def action_entities(self) -> None:
        """Show the article's names, the marker on the first of them."""
        if self._voices.move_to_entities():
            self._to_pane(voices=True)
            self._footer.say("enter chooses a name: n and p then go through what is said of it.")
        else:
            self._footer.say("No names have been found.")

    def action_lengthen(self, by: int) -> None:
        """Ask for longer summaries, or shorter ones (-1)."""
        if (length := self._inquiry.lengthen(by)) is not None:
            self._footer.say(f"Summaries of {in_words(length)}.")
            self.run_worker(self._asking(self._inquiry.ask_for_summaries()), group="wishes")

    def action_copy(self, what: str) -> None:
        """Copy the current `quote`, the chosen speaker's `summary`, or all `summaries`."""
        from tui.reader.copies import CopyRequested, NothingToCopyError, found

        try:
            self.post_message(CopyRequested(found(what, self._reading, self._article.current)))
        except NothingToCopyError as error:
            self._footer.say(str(error))

    def action_correct(self) -> None:
        """Ask who the current quote is by."""
        quote, analysis, colours = self._current, self._reading.analysis, self._colours
        if quote is None or analysis is None or colours is None:
            self._footer.say(steps.CHOOSE_FIRST)
        else:
            self.post_message(CorrectionRequested(analysis, quote, colours))

    def action_compare(self) -> None:
        """Show two voices side by side, the open one and another."""
        shown, colours, first = self._reading.shown, self._colours, self._reading.chosen
        if shown is None or colours is None or len((seen := Seen(shown, colours)).speakers) < 2:
            told = "Nobody else speaks in this article." if self.is_read else steps.STILL_READING
            self._footer.say(told)
        else:
            self.post_message(ComparisonRequested(seen, first, self._seen))

    # Moves

    def action_move_line(self, by: int) -> None:
        """Move down, or up, in the pane that has the focus."""
        if self.focused is self._voices:
            self._voices.move(by)
        else:
            self._article.scroll_line(by)

    def action_move_page(self, by: int) -> None:
        """Turn the article's pages."""
        self._article.scroll_page(by)

    def action_move_to_end(self, by: int) -> None:
        """Go to the end of the article, or to its beginning (-1)."""
        go = self._article.go_end if by > 0 else self._article.go_top
        go()

    def action_choose(self) -> None:
        """Choose what the marker is on; search for what is typed."""
        if self.focused is self._voices:
            self._voices.activate()
        else:
            self._to_pane(voices=False)
            self._search.keep()

    def action_search(self) -> None:
        """Let words be typed that are then found in the article."""
        if self._search.is_typed:
            raise SkipAction  # the key is a letter of the query
        self._to_pane(voices=False)
        self._search.open()

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Find them."""
        self._search.type(message.query)

    def action_next_pane(self) -> None:
        """Go to the other pane."""
        self._to_pane(voices=self.focused is not self._voices)

    def _to_pane(self, *, voices: bool) -> None:
        # A pane that is not displayed cannot be focused: it is shown first.
        self.set_class(voices, "-voices")
        self.set_focus(self._voices if voices else self._article)
