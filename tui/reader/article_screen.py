"""An open article: mediates between the article, the strip, the voices and the engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.theme import Theme

from tui.reader import steps
from tui.reader.actions import Action
from tui.reader.article_pane import ArticlePane
from tui.reader.article_requests import ArticleRequests
from tui.reader.inquiry import Inquiry
from tui.reader.text_search import Matches
from tui.reader.voice_order import order_after

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote
    from tui.reader.quote_strip import QuoteStrip
    from tui.reader.reading import Filter
    from tui.reader.voices_pane import VoicesPane
    from tui.store.articles import Place


class ArticleScreen(ArticleRequests):
    """What is known and chosen of the open article, told to its panes."""

    class LeftAtTop(Message):
        """There is nothing left to go back from in the article."""

    class Shown(Message):
        """The article's first words are on the screen."""

    def __init__(
        self,
        inquiry: Inquiry,
        actions: Sequence[Action],
        measure: int,
        quote_at: int | None = None,
        *,
        leads_back: bool = False,
    ) -> None:
        """With `quote_at`, go to the quote that begins there, not to where the article was left."""
        super().__init__(inquiry, actions, measure, leads_back=leads_back)
        self._view = (0, 0)
        self._asked = False
        self._quote_at = self._quote_left = quote_at
        self._found: str | None = None

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def _recolour(self, theme: Theme) -> None:
        if self._colours is not None:
            self._colours = self._colours.on(theme)
            self._show_place()

    # Answers

    async def _listen(self) -> None:
        self.post_message(self.Shown())
        self._go_on_from(await self._inquiry.place())
        async for analysis in self._inquiry.answers(self._view[0], self._stop):
            self._show(analysis)

    def _go_on_from(self, place: Place | None) -> None:
        """Go where one wants to be or where the article was left, unless one has moved already."""
        if self._quote_at is not None:
            self._article.scroll_to_offset(self._quote_at)
        elif place is not None and self._view[0] == 0 and self._reading.due is None:
            self._quote_left = place.quote
            if place.offset:
                self._article.show_from(place.offset)
                if place.quote is not None and place.quote >= place.offset:
                    self._article.scroll_to_offset(place.quote)  # the terminal may be smaller now
                if not self._footer.notice:  # a problem is told first
                    self._footer.say("You left off here. {top} goes to the beginning.")

    @property
    def place(self) -> Place:
        """Where one is."""
        from tui.store.articles import Place

        quote = self._current
        start = quote.spans[0].start if quote is not None else self._quote_left
        return Place(self._view[0], start, self._article.progress)

    def _show(self, analysis: Analysis) -> None:
        first = not self._reading.is_read
        quote = self._current
        before = self._reading.speaker_of(quote)
        self._reading.take(analysis)
        self._show_told()
        if not self.comes_when:
            self._footer.has_come()
        if analysis.done >= 1.0:
            self._tell_voices(analysis)
        self._go_on_with_quote()
        if not first and self._current is None:
            self._take(steps.past(self._reading, quote, self._view))
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

    def _tell_voices(self, analysis: Analysis) -> None:
        """Tell in what the whole differs from the one before, or from what was corrected."""
        if self._told_of is not None:
            from tui.reader.reattribution import Reattributed  # not before the first picture

            self.post_message(Reattributed(self._told_of, analysis))
        self._told_of = analysis

    def _go_on_with_quote(self) -> None:
        """Let the quote that was the current one be it again, once it is found; nothing moves."""
        if self._quote_left is not None and self._current is None:
            found = self._reading.all_quotes.starting_at(self._quote_left)
            self._article.current = found.id if found else None
        if self.is_read or self._current is not None:
            self._quote_left = None
        if self._current is None:
            self._follow_match()

    def _show_told(self) -> None:
        """Give each voice that there is a colour, and let every pane show what there is."""
        self._colour_voices()
        self._show_reading()

    def _show_reading(self) -> None:
        """Let every pane show what there is to be seen."""
        from tui.reader.comparison_request import Seen  # not before the first picture

        shown, topics, colours = self._reading.shown, self._reading.topics, self._colours
        if shown is not None and topics is not None and colours is not None:
            self._article.show_analysis(shown, colours)
            self._strip.show(shown, colours)
            self._footer.show_listing(self._reading.listing)
            self._seen.publish(Seen(shown, colours))
            self._show_voices()

    def _show_voices(self) -> None:
        """Let the voices alone show what there is: in their order, with what is listed of them."""
        shown, topics, colours = self._reading.shown, self._reading.topics, self._colours
        if shown is not None and topics is not None and colours is not None:
            self._voices.show_analysis(
                shown,
                topics,
                colours,
                filters=self._reading.filters,
                hidden=self._what_is_hidden,
                nobody=self._reading.why_no_voices,
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
        if quote is not None and self._colours is not None and not search.is_typed:
            named = speaker.name if speaker else "speaker unknown", self._colours.of(quote.speaker)
        limits = filter(None, (self._reading.filters, self._reading.mode))
        mode = search.mode if search.is_on else " · ".join(limits)
        count = search.count if search.is_on else self._reading.count(quote)
        self._header.show(
            mode,
            count,
            self._article.progress,
            named,
            of_matches=search.is_on,
            stopped=bool(self._reading.stopped),
        )
        self._footer.show_chosen(quote is not None)
        self._show_way_back()
        if quote is None:
            self._why.display = False  # what it told of is hidden, or no statement any more
        elif self._why.display:
            self._why.explain(self._article.article, quote, speaker)

    # What the panes tell

    def on_article_pane_view_moved(self, message: ArticlePane.ViewMoved) -> None:
        """Remember what is in view; once something is, ask about the article, and show the rest."""
        self._view = message.first_offset, message.last_offset
        if not self._asked:
            self._asked = True
            self._ask(self._listen, "engine")
            self._bring_companions()
        length = max(1, len(self._article.article.text))
        self._strip.show_view(message.first_offset / length, message.last_offset / length)
        self._show_place()

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

    # From quote to quote

    def _select(self, quote: Quote | None, *, reveal: bool = True) -> None:
        """Make a quote the current one, and its speaker the open one."""
        if quote is None:
            return
        if reveal:
            self._article.select_quote(quote.id)
        else:
            self._article.current = quote.id
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

    def action_step(self, by: int) -> None:
        """Go to the next quote or, while a search is on, match; or to the one before (-1)."""
        if self._search.is_on:
            self._search.step(by)
        else:
            self._take(steps.to_quote(self._reading, self._current, self._view, by))

    def _follow_match(self) -> None:
        """Make the statement that the match of a search lies in the current one; nothing moves.

        A match in no statement leaves the one that was chosen, not one that was found so.
        """
        if (match := self._search.match) is None:
            return
        quote = self._reading.quote(self._article.scene.quote_at(match.start))
        quote = quote or self._reading.all_quotes.tied_to(match.start)
        if quote is not None:
            self._select(quote, reveal=False)
            self._found = quote.id
        elif self._article.current == self._found:
            self._article.current = self._found = None
        self._show_place()

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
        """Undo the latest layer of what was chosen; at the last one tell that there is none.

        What is chosen in passing, a quote and a voice, is none where there is a page to go back to.
        """
        if self._search.undo():
            self._to_pane(voices=False)
        elif self._why.display:
            self._why.display = False
        elif limit := self._reading.undo_limit():
            if limit == "indirect" or limit == "doubtful":
                self.action_filter(limit)
        elif self.focused is self._voices:
            self._to_pane(voices=False)
        elif self._leads_back:
            self.post_message(self.LeftAtTop())
        elif self._article.current is not None:
            self._article.select_quote(None)
            notice = "No quote is chosen now: {next_quote} goes to the next one."
            self._footer.say(notice, until_chosen=True)
        elif self._reading.chosen is not None and self._reading.asked:
            self._reading.open(None)
        self._show_choices()

    def action_why(self) -> None:
        """Show why the current quote is its speaker's; again: the rest of it, then hide it."""
        if not self._why.display and self._current is None:
            self._say_to_choose()
            return
        if not (self._why.display and self._why.show_rest()):
            self._footer.give_way_at_once()
            self._why.display = not self._why.display
        self._show_place()

    def action_filter(self, kind: Filter) -> None:
        """Show or hide indirect statements, or doubtful ones, and say so."""
        shown = self._reading.filter(kind)
        self._show_told()
        self._footer.say(f"{kind.capitalize()} statements are {'shown' if shown else 'hidden'}.")
        self._show_choices()

    def action_order(self) -> None:
        """Show the voices in another order."""
        self._reading.order = order_after(self._reading.order)
        self._show_voices()
        self._footer.say(f"The voices stand {self._reading.order}.")

    def action_list_statements(self) -> None:
        """List all that the open voice said or, again, show its summary."""
        if self._reading.chosen is None:
            self._footer.say(steps.CHOOSE_VOICE)
            return
        self._reading.listing = not self._reading.listing
        self._footer.show_listing(self._reading.listing)
        self._show_voices()
        self._to_pane(voices=self._reading.listing)

    def action_entities(self) -> None:
        """Show the article's names, the marker on the first of them."""
        if self._voices.move_to_entities():
            self._to_pane(voices=True)
            self._footer.say(steps.CHOOSE_NAME)
        else:
            self._footer.say("No names have been found.")
