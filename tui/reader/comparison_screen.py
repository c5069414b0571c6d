"""Two voices side by side: chooses the two, and tells which statement is to be gone to."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.signal import Signal
from textual.theme import Theme
from textual.widgets import Static

from tui.analysis.comparison import Comparison, Said, compared, counterpart
from tui.analysis.corrections import called
from tui.analysis.model import Speaker, SummarySentence
from tui.export.comparison_text import comparison_text, subject_text
from tui.export.new_files import file_name
from tui.reader.actions import Action, Scope, bindings
from tui.reader.comparison_body import ComparisonBody, Statement, head
from tui.reader.comparison_request import Seen
from tui.reader.copies import Copied, CopyRequested, copied_quote
from tui.reader.export_request import FileRequested
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.home_path import into_here
from tui.reader.sized_screen import SizedScreen
from tui.reader.typed_line import TypedLine


class ComparisonScreen(SizedScreen[SummarySentence | None], inherit_bindings=False):
    """What two voices said of the same; gives the sentence to go to, or None.

    The marker is on one of the two sides: it is that one's voice that keys change.
    """

    CSS_PATH: ClassVar = ["comparison_screen.tcss", "typed_line.tcss"]
    SCOPE: ClassVar[Scope] = "comparison"
    BINDINGS: ClassVar[list[BindingType]] = bindings("comparison")
    AUTO_FOCUS = ""

    def __init__(
        self, seen: Seen, first: Speaker | None, later: Signal[Seen], actions: Sequence[Action]
    ) -> None:
        super().__init__()
        self._seen, self._later = seen, later
        self._names = tuple(s.name for s in _two(seen, [first] if first else []))
        self._heads = Static(classes="head"), Static(classes="head")
        comparison = self._compared()
        self._body = ComparisonBody(seen, comparison)
        self._header = HeaderLine(title_of(seen.analysis.article))
        self._header.announce(_in_common(comparison))
        self._line = TypedLine()
        self._footer = FooterLine(actions)
        self._asked = "", ""
        """What is to be written, and the name that its file may have."""

    def compose(self) -> ComposeResult:
        """One row, who the two are, what they said, a line to type in, one row."""
        yield from super().compose()
        yield self._header
        yield Horizontal(*self._heads, id="heads")
        yield self._body
        yield self._line
        yield self._footer

    def on_mount(self) -> None:
        """Follow the theme, and what is found meanwhile."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)
        self._later.subscribe(self, self._take)
        self._show_heads()

    def _recolour(self, theme: Theme) -> None:
        self._take(Seen(self._seen.analysis, self._seen.colours.on(theme)))

    def _take(self, seen: Seen) -> None:
        """Go on with a newer answer: ids may have changed, names are who they were."""
        self._seen = seen
        if len(seen.speakers) < 2:
            self.on_screen_resume()
        elif not self._line.display:  # what is shown anew takes the keys from who types
            self._show()

    def on_screen_resume(self) -> None:
        """Be left where a correction made the voices one, also while another page was open."""
        if len(self._seen.speakers) < 2:
            self.dismiss(None)

    def _compared(self) -> Comparison:
        known = [called(self._seen.speakers, name) for name in self._names]
        first, second = _two(self._seen, [speaker for speaker in known if speaker is not None])
        self._names = first.name, second.name
        return compared(self._seen.analysis, first, second)

    def _show(self) -> None:
        comparison = self._compared()
        self._body.show(self._seen, comparison)
        self._header.announce(_in_common(comparison))
        self._show_heads()

    def _show_heads(self) -> None:
        for side, (place, name) in enumerate(zip(self._heads, self._names, strict=True)):
            speaker = called(self._seen.speakers, name)
            if speaker is not None:
                here = "▸ " if side == self._side else "  "
                place.update(here + head(self._seen, speaker))

    @property
    def _side(self) -> int:
        marked = self._body.marked
        return marked.side if marked is not None else 0

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show which side the marker is on; whoever goes there types no more."""
        if self._line.display and self._line not in event.widget.ancestors:
            self._stop_asking()
        self._show_heads()

    def on_statement_chosen(self, message: Statement.Chosen) -> None:
        """Go there."""
        self.dismiss(message.sentence)

    # Who is compared

    @property
    def speakers(self) -> list[Speaker]:
        """All who can be compared, the largest share first."""
        return self._seen.speakers

    def choose_speaker(self, speaker_id: str) -> None:
        """Let a speaker be on the marker's side; if it is on the other, the two change sides."""
        speaker = next((s for s in self.speakers if s.id == speaker_id), None)
        if speaker is None or speaker.name == self._names[self._side]:
            return
        names = [*self._names]
        if speaker.name == names[1 - self._side]:
            names[1 - self._side] = names[self._side]
        names[self._side] = speaker.name
        self._names = tuple(names)
        self._show()

    def action_speaker(self, number: int) -> None:
        """Let the speaker of this number be on the marker's side."""
        order = self._seen.colours.order
        chosen = order[number - 1] if number <= len(order) else ""
        if any(speaker.id == chosen for speaker in self.speakers):
            self.choose_speaker(chosen)
        else:
            self._footer.say(f"There is no voice {number} to compare.")

    def action_step_speaker(self, by: int) -> None:
        """Let the next speaker be on the marker's side, or the one before (-1)."""
        names = [speaker.name for speaker in self.speakers]
        others = [name for name in names if name != self._names[1 - self._side]]
        if len(others) == 1:
            self._footer.say("There are no more voices.")
        at = others.index(self._names[self._side])
        self.choose_speaker(self.speakers[names.index(others[(at + by) % len(others)])].id)

    # What is done with a statement

    def action_step(self, by: int) -> None:
        """Mark the next statement, or the one before (-1)."""
        self._body.step(by)

    def action_step_side(self) -> None:
        """Mark what the other one said."""
        self._body.step_side()

    def action_move_page(self, by: int) -> None:
        """Turn the page."""
        self._body.turn_page(by)

    def action_move_to_end(self, by: int) -> None:
        """Mark the last statement, or the first (-1)."""
        self._body.step_to_end(by)

    def action_copy_statement(self) -> None:
        """Copy the whole statement that the marker is on."""
        marked, analysis = self._body.marked, self._seen.analysis
        quote = next((q for q in analysis.quotes if marked and q.id == marked.sentence.quote), None)
        if quote is not None:
            self.post_message(CopyRequested(copied_quote(analysis, quote)))

    def action_copy_subject(self) -> None:
        """Copy what both said of the subject that the marker is on, or the one who speaks of it."""
        if (subject := self._body.subject) is not None:
            text = subject_text(self._seen.analysis, subject)
            self.post_message(CopyRequested(Copied(_told(subject), lambda _: text)))

    def action_copy_comparison(self) -> None:
        """Copy what the two said."""
        first, second = self._names
        text = comparison_text(self._seen.analysis, self._compared())
        self.post_message(CopyRequested(Copied(f"{first} and {second}", lambda _: text)))

    def action_export_subject(self) -> None:
        """Ask where to write what both said of the subject that the marker is on."""
        if (subject := self._body.subject) is not None:
            on = _said(subject)[0].subject or ""
            self._export(subject_text(self._seen.analysis, subject), on)

    def action_export_comparison(self) -> None:
        """Ask where to write what the two said."""
        self._export(comparison_text(self._seen.analysis, self._compared()))

    def _export(self, text: str, *on: str) -> None:
        names = [name.split()[-1] for name in self._names]
        self._asked = text, file_name(" ".join([*names, *on]), ".txt")
        self.ask_where()

    def ask_where(self) -> None:
        """Let the name of a file be typed; whoever types another one replaces it."""
        self._footer.give_way_at_once()
        self._line.open("write to", self._asked[1], replace=True)
        said = f"{{choose_statement}} writes it{into_here()}, {{close_comparison}} leaves it."
        self._footer.say(said, lasts=True)

    def _stop_asking(self) -> None:
        """Type no more, and show what has been found meanwhile."""
        self._line.close()
        self._footer.fall_silent()
        if self._body.seen is not self._seen:
            self._show()

    def _write(self) -> None:
        """Write what was asked for where it was typed."""
        text, path = self._asked[0], self._line.path
        self._stop_asking()
        if path is not None:
            self._asked = text, str(path)
            self.post_message(FileRequested(path, lambda: text))

    def action_choose_statement(self) -> None:
        """Take what is typed; else go to the statement that the marker is on."""
        if self._line.display:
            self._write()
        elif (marked := self._body.marked) is not None:
            self.dismiss(marked.sentence)

    def action_close(self) -> None:
        """Type no more; else go back."""
        if self._line.display:
            self._stop_asking()
        else:
            self.dismiss(None)


def _in_common(comparison: Comparison) -> str:
    count = len(comparison.shared)
    return "1 subject in common" if count == 1 else f"{count or 'no'} subjects in common"


def _said(subject: Comparison) -> list[Said]:
    return [one for side in (*subject.shared, *subject.apart) for one in side]


def _told(subject: Comparison) -> str:
    """What is copied of one subject, in words."""
    said = _said(subject)
    if subject.shared and said[0].subject != said[1].subject:
        return "what the two said of each other"
    of = f" of {said[0].subject}" if said[0].subject else ""
    return f"what was said{of}"


def _two(seen: Seen, wished: Sequence[Speaker]) -> tuple[Speaker, Speaker]:
    """The two who are wished, as far as they are two; whom they lack is found."""
    first = wished[0] if wished else seen.speakers[0]
    others = [speaker for speaker in seen.speakers if speaker.id != first.id]
    second = next((s for s in wished if s.id != first.id), None)
    return first, second or counterpart(seen.analysis, first, others) or others[0]
