"""The voices: who speaks, how much, and what it comes to; tells what was chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.theme import Theme

from tui.analysis.topics import Topics
from tui.article.model import Span
from tui.reader.actions import Action, naming_keys
from tui.reader.cell_fitting import fitted
from tui.reader.component_looks import ComponentLooks
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.voice_order import Order
from tui.reader.voices_rows import LONGER, SHORTER, Item, Kind, Voiced, voices_items, waiting_items

if TYPE_CHECKING:
    from tui.analysis.model import Analysis

_READING = "The article is being read for who says what. You can read on meanwhile."
_CHOOSING: Final[Mapping[Kind, str]] = {
    "sentence": "{choose}: go there",
    "topic": "{choose}: what is said of it",
    "entity": "{choose}: what is said of it",
}
_STOPPED: Final = "stopped"
_NARROWEST: Final = 10


class VoicesPane(ComponentLooks, ScrollView, can_focus=True, inherit_bindings=False):
    """A list with a marker: speakers, the chosen one's summary and names, the article's names.

    It has no keys of its own: a screen calls its moves.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "voices--plain",
        "voices--strong",
        "voices--dim",
        "voices--label",
        "voices--marker",
    }

    class SpeakerChosen(Message):
        """A speaker was chosen, the one who is chosen already too."""

        def __init__(self, speaker_id: str) -> None:
            super().__init__()
            self.speaker_id = speaker_id

    class SummarySentenceChosen(Message):
        """A sentence of a summary was chosen: its quote, if it has one, and its first offset."""

        def __init__(self, quote_id: str | None, offset: int) -> None:
            super().__init__()
            self.quote_id = quote_id
            self.offset = offset

    class EntityChosen(Message):
        """A name was chosen."""

        def __init__(self, entity_id: str) -> None:
            super().__init__()
            self.entity_id = entity_id

    class LengthChosen(Message):
        """Summaries are to be longer (`by` 1) or shorter (-1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    # `id` is Textual's name for it
    def __init__(self, actions: Sequence[Action], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choosing = {kind: naming_keys(told, actions) for kind, told in _CHOOSING.items()}
        self._voiced: Voiced | None = None
        self._colours: SpeakerColours | None = None
        self._chosen: str | None = None
        self._entity: str | None = None
        self._order: Order = "by share"
        self._listing = False
        self._hidden = ""
        self._message = _READING
        self._progress = "reading…"
        self._items: list[Item] = []
        self._tops: list[int] = [0]  # of each item its first row, then how many rows there are
        self._marker = 0

    # What is shown

    def show_analysis(
        self,
        analysis: Analysis,
        topics: Topics,
        colours: SpeakerColours,
        *,
        filters: str = "",
        hidden: str = "",
        nobody: str = "",
        order: Order = "by share",
        listing: bool = False,
    ) -> None:
        """Show the voices of an analysis, a partial one too.

        `filters` says what of it is hidden by choice, `hidden` what is as usual, in a last row
        that stays in view; `nobody` is said where there are no voices. While `listing`, the open
        one shows all its statements in place of its summary.
        """
        self._voiced, self._colours = Voiced(analysis, topics), colours
        self._order, self._listing, self._hidden = order, listing, hidden
        whole = analysis.done >= 1.0
        counted = (filters or order) if analysis.speakers else ""
        self._progress = counted if whole else f"reading… {analysis.done:.0%}".replace("%", " %")
        self._message = nobody if whole else _READING
        self._lay_out()

    def show_failure(self, message: str) -> None:
        """Say why there are no more answers; what was found stays."""
        self._message, self._progress = message, _STOPPED
        self._lay_out()

    def choose(self, speaker_id: str | None) -> None:
        """Open the detail of a speaker and put the marker there; None closes it."""
        if speaker_id == self._chosen:
            return
        self._chosen = speaker_id
        on_a_name = self.has_focus and self._marked_kind == "entity"
        top = self._extent(self._marker)[0] - self.scroll_offset.y if on_a_name else 0
        self._lay_out()
        if on_a_name:  # somebody goes through the names: the marker does not move
            self._scroll_to_row(self._extent(self._marker)[0] - top)
        elif (place := self._place_of("speaker", speaker_id)) is not None:
            self._mark(place)
            self._reveal_detail()

    def choose_entity(self, entity_id: str | None) -> None:
        """Show which name was chosen; None for none."""
        if entity_id != self._entity:
            self._entity = entity_id
            self._lay_out()

    @property
    def _marked_kind(self) -> Kind:
        """What the marker is on."""
        return self._items[self._marker].kind if self._marker < len(self._items) else "text"

    @property
    def _fixed_rows(self) -> int:
        """How many rows stay while the others are scrolled: the heading, and what is hidden."""
        return 2 if self._hidden else 1

    @property
    def _row_width(self) -> int:
        """How many cells a row has beside the scrollbar."""
        return self.scrollable_content_region.width

    def _place_of(self, kind: Kind, item_id: str | None, span: Span | None = None) -> int | None:
        """Which item this is; None where it is not, or no longer, there."""
        wanted = kind, item_id, span
        places = (n for n, i in enumerate(self._items) if (i.kind, i.id, i.span) == wanted)
        return next(places, None)

    def _lay_out(self) -> None:
        """Build all rows; the marker stays on what it is on."""
        # Before it is ever displayed it has no width, and yet a marker that keys can move.
        width = max(_NARROWEST, self._row_width - 2)
        before = self._items[self._marker] if self._marker < len(self._items) else None
        if self._voiced is not None and self._colours is not None:
            self._items = voices_items(
                self._voiced,
                self._colours,
                self._chosen,
                self._entity,
                width,
                order=self._order,
                listing=self._listing,
                nobody=self._message,
            )
            if self._progress == _STOPPED and self._voiced.analysis.speakers:
                self._items += waiting_items(width, self._message)
        else:
            self._items = waiting_items(width, self._message)
        self._tops = [*accumulate((len(item.rows) for item in self._items), initial=0)]
        place = None
        if before is not None and _can_be_chosen(before):
            place = self._place_of(before.kind, before.id, before.span)
        if place is None:
            place = self._place_of("speaker", self._chosen)
        if place is None:
            place = next((n for n, i in enumerate(self._items) if _can_be_chosen(i)), 0)
        self._marker = place
        self.virtual_size = Size(self._row_width, self._tops[-1] + self._fixed_rows)
        self.refresh()

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def on_resize(self) -> None:
        """Lay the rows out for the new width; what the marker is on stays in view."""
        self._lay_out()
        if self._marked_kind == "entity":
            self._reveal_names()

    def _recolour(self, theme: Theme) -> None:
        if self._colours is not None:
            self._colours = self._colours.on(theme)
        self._lay_out()

    # The marker

    def move(self, n: int) -> None:
        """Move the marker down by `n` things that can be chosen, or up."""
        choices = [i for i, item in enumerate(self._items) if _can_be_chosen(item)]
        if not choices:
            return
        here = choices.index(self._marker) if self._marker in choices else 0
        self._mark(choices[min(max(0, here + n), len(choices) - 1)])

    def move_to_entities(self) -> bool:
        """Put the marker on the first of the article's names; False where there is none."""
        name = next((n for n, item in enumerate(self._items) if item.kind == "entity"), None)
        if name is not None:
            self._marker = name
            self._reveal_names()
            self.refresh()
        return name is not None

    def _reveal_names(self) -> None:
        """Scroll so that as many names as possible are in view, and the marked one among them."""
        first = next(n for n, item in enumerate(self._items) if item.kind == "entity")
        self._scroll_to_row(self._extent(first)[0] - 1)  # with their label
        self._bring_into_view(*self._extent(self._marker))

    def activate(self) -> None:
        """Choose what the marker is on."""
        if self._marker < len(self._items):
            self._choose_item(self._items[self._marker])

    def _choose_item(self, item: Item) -> None:
        if item.kind == "speaker":
            self.post_message(self.SpeakerChosen(item.id))
        elif item.kind in ("entity", "topic"):
            self.post_message(self.EntityChosen(item.id))
        elif item.kind == "sentence" and item.span is not None:
            self.post_message(self.SummarySentenceChosen(item.id or None, item.span.start))

    def _mark(self, item: int) -> None:
        self._marker = item
        top, height = self._extent(item)
        self._bring_into_view(top, height)
        self.refresh()

    def _extent(self, item: int) -> tuple[int, int]:
        """The first row of an item, not counting the heading, and how many it has."""
        return self._tops[item], self._tops[item + 1] - self._tops[item]

    def _located(self, place: int) -> tuple[int, int]:
        """Which item a row belongs to, and which of its rows it is."""
        number = bisect_right(self._tops, place) - 1
        return number, place - self._tops[number]

    def _reveal_detail(self) -> None:
        """Scroll so that as much as possible of the chosen speaker's detail is in view."""
        if self._marker >= len(self._items):
            return
        top, height = self._extent(self._marker)
        for item in self._items[self._marker + 1 :]:
            if item.kind == "speaker" or (item.kind == "text" and not item.rows[0]):
                break
            height += len(item.rows)
        room = max(1, self.size.height - self._fixed_rows)
        self._bring_into_view(top, min(height, room))

    def _bring_into_view(self, top: int, height: int) -> None:
        # The heading covers the first row of the view, and what is hidden may cover the last.
        region = Region(0, top, 1, height + self._fixed_rows)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _scroll_to_row(self, y: int) -> None:
        """Let this row be the first one below the heading, as far as there are rows enough."""
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    # Drawing and the mouse

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the view: heading and last row stay around what is scrolled."""
        width = self._row_width
        base = self.visual_style.rich_style
        if y == 0:
            return self._heading(width)
        if self._is_last(y):
            words = f" {fitted(self._hidden, max(1, width - 1))}"
            style = self.get_component_rich_style("voices--dim")
            return Strip([Segment(words, style)]).adjust_cell_length(width, base)
        place = y - 1 + self.scroll_offset.y
        if place >= self._tops[-1]:
            return Strip.blank(width, base)
        number, row = self._located(place)
        marked = self.has_focus and number == self._marker and _can_be_chosen(self._items[number])
        ground = self._marker_style() if marked else Style()
        segments = [Segment(" ", base + ground)]
        for part in self._items[number].rows[row]:
            style = self.get_component_rich_style(f"voices--{part.look}")
            if ground.reverse:  # one ground for the whole row
                style = base + Style(bold=style.bold)
            elif part.colour is not None:
                style += Style(color=part.colour)
            segments.append(Segment(part.text, style + ground))
        return Strip(segments).adjust_cell_length(width, base + ground)

    def _is_last(self, y: int) -> bool:
        """Whether a row of the view is the one that says what is hidden."""
        return bool(self._hidden) and y == self.size.height - 1

    def _marker_style(self) -> Style:
        """The background of what the marker is on, whatever colours are on it."""
        style = self.get_component_rich_style("voices--marker")
        return Style(bgcolor=style.bgcolor, reverse=style.reverse)

    def _heading(self, width: int) -> Strip:
        note = self._progress
        if self.has_focus and note != _STOPPED:
            note = self._choosing.get(self._marked_kind, note)
        title = " VOICES".ljust(max(8, width - cell_len(note) - 1))
        return Strip(
            [
                Segment(title, self.get_component_rich_style("voices--label")),
                Segment(note, self.get_component_rich_style("voices--dim")),
            ]
        ).adjust_cell_length(width, self.visual_style.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        at = event.get_content_offset(self)
        place = -1 if at is None else at.y - 1 + self.scroll_offset.y
        if at is None or at.y == 0 or self._is_last(at.y) or place >= self._tops[-1]:
            return
        number, row = self._located(place)
        item = self._items[number]
        if item.kind == "length":
            text = " " + "".join(part.text for part in item.rows[row])
            button = text[at.x : at.x + 1]
            if button in (LONGER, SHORTER):
                self.post_message(self.LengthChosen(1 if button == LONGER else -1))
        elif _can_be_chosen(item):
            self._mark(number)
            self._choose_item(item)


def _can_be_chosen(item: Item) -> bool:
    return item.kind not in ("text", "length")
