"""Who is this by? Asks the user for the voice of a statement, and what else it holds for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.analysis.corrections import Correction, Scope, called, mention_words, touched
from tui.analysis.model import Analysis, Quote, Speaker
from tui.article.cleaning import clean_line
from tui.reader.actions import Action, bindings
from tui.reader.footer_line import FooterLine
from tui.reader.left_once import LeftOnce
from tui.reader.line_input import LineInput
from tui.reader.painted_options import PaintedOptions
from tui.reader.speaker_colours import SpeakerColours

_LONGEST_NAME: Final = 80
_FRAMED_FROM: Final = (70, 20)
_CHOSEN, _NOT_CHOSEN = "●", "○"
_NOBODY: Final = "nobody: this is no statement"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who the statement may be by: one of the article's voices, a `new` one, or nobody (None)."""

    name: str | None
    new: bool
    row: Content


class VoiceList(PaintedOptions, OptionList, can_focus=False, inherit_bindings=False):
    """The voices that fit what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = []


class ScopeRows(Static):
    """What the correction holds for, one of them chosen; a click chooses the next."""

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        await self.screen.run_action("step_scope(1)")


class CorrectionScreen(
    LeftOnce[Correction | None], ModalScreen[Correction | None], inherit_bindings=False
):
    """A small page over the article; gives the correction, or None where all stays as it is."""

    CSS_PATH: ClassVar = "correction_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("correction")
    AUTO_FOCUS = "LineInput"

    def __init__(
        self,
        analysis: Analysis,
        shown: Analysis,
        quote: Quote,
        colours: SpeakerColours,
        actions: Sequence[Action],
    ) -> None:
        """A correction holds for all of an `analysis`, of which one sees what is `shown`."""
        super().__init__()
        self._analysis, self._quote, self._colours = analysis, quote, colours
        self._seen = frozenset(q.id for q in shown.quotes)
        self._was = next((s for s in analysis.speakers if s.id == quote.speaker), None)
        self._choices: list[Choice] = []
        self._scopes = self._offered_scopes()
        self._scope: Scope = "statement"
        self._typed = LineInput(
            placeholder="a name, or nobody, or choose below",
            max_length=_LONGEST_NAME,
            compact=True,
        )
        self._list = VoiceList(compact=True, markup=False)
        self._rows = ScopeRows()
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """The statement, a line to type in, the voices, what it holds for, the keys."""
        with Vertical():
            yield Static(Content.styled("This statement is by …", "bold"))
            yield Static(Content.styled(self._statement(), "$quiet"), id="statement")
            yield self._typed
            yield self._list
            yield self._rows
            yield self._footer

    def on_resize(self, event: events.Resize) -> None:
        """Set it off from what it lies over, where there is room for a frame."""
        width, height = event.size
        self.set_class(width >= _FRAMED_FROM[0] and height >= _FRAMED_FROM[1], "-framed")

    def on_mount(self) -> None:
        """Show all voices."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the voices that fit."""
        event.stop()
        self._fill(clean_line(event.value))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what choosing this one comes to."""
        event.stop()
        self._show_scopes()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses, as the key does."""
        event.stop()
        self.action_apply_correction()

    def action_step_voice(self, by: int) -> None:
        """Mark the next voice, or the one before (-1)."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_step_scope(self, by: int) -> None:
        """Let it hold for more statements, or for fewer (-1); round the ends."""
        scopes = [*self._scopes]
        if len(scopes) == 1:
            self._footer.say("There is no other statement that it could hold for.")
        self._scope = scopes[(scopes.index(self._scope) + by) % len(scopes)]
        self._show_scopes()

    def action_apply_correction(self) -> None:
        """Give the correction, if a voice is marked."""
        if (choice := self._marked) is not None:
            self.dismiss(self._correction(self._scope, choice.name, new=choice.new))
        else:
            self._footer.say("No voice is marked: {voice_down} goes to one, or type a name.")

    def action_cancel_correction(self) -> None:
        """Go back; nothing is changed."""
        self.dismiss(None)

    @property
    def _marked(self) -> Choice | None:
        at = self._list.highlighted
        return None if at is None else self._choices[at]

    def _correction(self, scope: Scope, name: str | None, *, new: bool) -> Correction:
        return Correction(
            spans=self._quote.spans,
            scope=scope,
            was=self._was.name if self._was else None,
            mention=mention_words(self._quote, self._analysis.article.text),
            name=name,
            new=new,
        )

    def _statement(self) -> str:
        was = self._was.name if self._was else "nobody known"
        return f"now {was}: {' '.join(self._quote.text.split())}"

    def _fill(self, typed: str) -> None:
        self._choices = [*self._voices_like(typed)]
        if _NOBODY.startswith(typed.casefold()):
            row = Content.assemble(("✕", "$quiet"), f" {_NOBODY}")
            self._choices.append(Choice(None, False, row))
        if typed and called(self._analysis.speakers, typed, exactly=True) is None:
            row = Content.assemble("+ new voice: ", (typed, "bold"))
            self._choices.append(Choice(typed, True, row))
        self._list.clear_options()
        self._list.add_options(Option(choice.row) for choice in self._choices)
        # before anything is typed nothing is chosen: enter alone must change nothing
        self._list.highlighted = 0 if typed and self._choices else None
        self._show_scopes()

    def _voices_like(self, typed: str) -> Iterator[Choice]:
        """The other voices with all that is typed in their names or role, by share."""
        words = typed.casefold().split()
        speakers = {speaker.id: speaker for speaker in self._analysis.speakers}
        for speaker_id in self._colours.order:
            speaker = speakers[speaker_id]
            known = " ".join((speaker.name, *speaker.aliases, speaker.role or "")).casefold()
            if speaker is not self._was and all(word in known for word in words):
                yield Choice(speaker.name, False, self._row(speaker))

    def _row(self, speaker: Speaker) -> Content:
        style = self._colours.of(speaker.id)
        role = f"  {speaker.role}" if speaker.role else ""
        return Content.assemble((style.sign, style.colour), f" {speaker.name}", (role, "$quiet"))

    def _offered_scopes(self) -> dict[Scope, frozenset[str]]:
        """The scopes that differ, each with the ids of the statements that it touches."""
        analysis, offered = self._analysis, dict[Scope, frozenset[str]]()
        for scope in ("voice", "mention", "statement"):
            made = self._correction(scope, "", new=True)
            found = touched(analysis.quotes, analysis.speakers, analysis.article.text, made)
            ids = frozenset(quote.id for quote in found)
            if scope == "statement" or (len(ids) > 1 and ids not in offered.values()):
                offered[scope] = ids
        return dict(reversed(offered.items()))

    def _show_scopes(self) -> None:
        rows = [
            Content(f"{_CHOSEN if scope == self._scope else _NOT_CHOSEN} {self._holds_for(scope)}")
            for scope in self._scopes
        ]
        self._rows.update(Content("\n").join(rows))

    def _holds_for(self, scope: Scope) -> str:
        if scope == "statement":
            return "only this statement"
        ids = self._scopes[scope]
        seen = len(ids & self._seen)
        held = "this one" if seen == 1 else f"all {seen}"
        of = f" of {_short(self._was.name)}" if self._was else ""
        hidden = f" and {len(ids) - seen} hidden" if len(ids) > seen else ""
        if scope == "mention":
            mention = mention_words(self._quote, self._analysis.article.text) or ""
            return f"{held}{of} where the text says “{_short(mention)}”{hidden}"
        return f"{held}{of}{hidden}{self._comes_to()}"

    def _comes_to(self) -> str:
        """What becomes of the voice as a whole."""
        if self._marked is None:
            return ""
        if self._marked.name is None:
            return ": the voice goes"
        return ": it gets this name" if self._marked.new else ": the two voices become one"


def _short(words: str) -> str:
    return shorten(words, 30, placeholder="…")
