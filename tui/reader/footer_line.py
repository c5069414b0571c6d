"""The row below all else: the keys that matter most or, for a while, what there is to say."""

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.article.cleaning import clean_line
from tui.reader.actions import FIXED, Action, naming_keys, paired
from tui.reader.component_looks import ComponentLooks

_MOST_ROWS: Final = 4
_GLANCE_SECONDS: Final = 2.0
_CHARACTERS_A_SECOND: Final = 20


class FooterLine(ComponentLooks, Widget, can_focus=False, inherit_bindings=False):
    """Keys and their words, from the table of actions; a click does what the key does.

    A notice takes their place until it can have been read, on more rows where it needs them: it
    covers nothing. A click takes it away, and it gives way to what the user does next.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "footer--key",
        "footer--word",
        "footer--notice",
        "footer--problem",
    }

    # `id` is Textual's name for it
    def __init__(self, actions: Sequence[Action], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pairs = [
            [action for action in pair if action is not None and action.keys]
            for pair in paired(actions)
            if pair[0].keys
        ]
        self._actions = actions
        self._searching = self._listing = self._has_quote = False
        self.notice = self._until_shown = self._way_back = ""
        self._is_problem = self._lasts = self._until_chosen = False
        self._said_at = 0.0
        self._until: Timer | None = None

    def say(
        self,
        notice: str,
        *,
        problem: bool = False,
        until_shown: str = "",
        until_chosen: bool = False,
        lasts: bool = False,
    ) -> None:
        """Say something for a while, in literal words; for the id of an action in braces its key.

        A `problem` does not push out another one that is being told. `until_shown` is a last
        sentence that only holds until `has_come`; a notice `until_chosen` holds until a quote is
        the current one. What `lasts` is told until something else is, or
        until it is to `fall_silent`: what the keys do while a name is typed.
        """
        notice = self._literal(notice)
        if problem and self._is_problem:
            notice = self.notice if notice in self.notice else f"{self.notice} {notice}"
        self._until_shown = self._literal(until_shown)
        told = filter(None, (notice, self._until_shown))
        self.notice, self._is_problem = " ".join(told), problem
        self.add_class("-telling")
        self._said_at = monotonic()
        self._lasts, self._until_chosen = lasts, until_chosen
        if lasts and self._until is not None:
            self._until.stop()
        elif not lasts:
            self._fall_silent_in(_GLANCE_SECONDS + self._seconds_to_read)
        self.refresh(layout=True)

    def _literal(self, notice: str) -> str:
        return naming_keys(clean_line(notice), self._actions)  # what a strip holds is printed so

    @property
    def _seconds_to_read(self) -> float:
        return len(self.notice) / _CHARACTERS_A_SECOND

    def _fall_silent_in(self, seconds: float) -> None:
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(seconds, self.fall_silent)

    def has_come(self) -> None:
        """What was asked for is shown by now: say no more when it comes."""
        if self._until_shown:
            self.notice = self.notice.removesuffix(self._until_shown).rstrip()
            self._until_shown = ""
            if not self.notice:
                self.fall_silent()
            self.refresh(layout=True)

    def give_way(self) -> None:
        """The user goes on: tell a notice no longer than it takes to be read.

        A problem, which nobody asked for, is told as long as any.
        """
        if self.notice and not (self._is_problem or self._lasts):
            needed = max(_GLANCE_SECONDS, self._seconds_to_read)
            left = self._said_at + needed - monotonic()
            if left > 0:
                self._fall_silent_in(left)
            else:
                self.fall_silent()

    def give_way_at_once(self) -> None:
        """Something else opens, with keys of its own: only a problem is told on."""
        if self.notice and not self._is_problem:
            self.fall_silent()

    def fits(self, notice: str) -> bool:
        """Whether a notice can be shown whole, on the screen as it is."""
        return len(self._wrapped(notice, self.screen.size.width)) <= _MOST_ROWS

    def fall_silent(self) -> None:
        """Show the keys again."""
        if self._until is not None:
            self._until.stop()
        self.notice = self._until_shown = ""
        self._is_problem = self._lasts = self._until_chosen = False
        self.remove_class("-telling")
        self.refresh(layout=True)

    def show_search(self, *, typed: bool, on: bool) -> None:
        """Show what the keys do while a search is on. While its query is typed, whose line stands
        here then, be seen only where there is something to say.
        """
        self._searching = on
        self.set_class(typed, "-typed")
        self.refresh()

    def show_chosen(self, has_quote: bool) -> None:
        """Know whether there is a current quote: a search leads to words that are in none."""
        if has_quote != self._has_quote:
            self._has_quote = has_quote
            if has_quote and self._until_chosen:
                self.fall_silent()
            self.refresh()

    def show_listing(self, listing: bool) -> None:
        """Know whether all statements of a voice, or the parts of a whole, are listed."""
        if listing != self._listing:
            self._listing = listing
            self.refresh()

    def show_way_back(self, word: str) -> None:
        """Show what the way back leads to, in a word; an empty one where there is none yet."""
        if word != self._way_back:
            self._way_back = word
            self.refresh()

    @property
    def _entries(self) -> list[list[Action]]:
        entries = [entry for entry in self._pairs if self._word(entry[0])]
        if self._searching:
            if not self._has_quote:
                entries = [entry for entry in entries if not entry[0].of_quote]
            entries.sort(key=lambda entry: not entry[0].in_search)
        return entries

    def _word(self, action: Action) -> str:
        return (self._searching and action.in_search) or self._usual_word(action)

    def _usual_word(self, action: Action) -> str:
        way_back, listing = action.leads_back and self._way_back, self._listing and action.in_list
        return way_back or listing or action.footer

    def _stays(self, action: Action) -> bool:
        """Whether an action is shown whatever else has no room."""
        return action.id in FIXED or (action.leads_back and bool(self._usual_word(action)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row, and as many as a notice needs."""
        return max(1, len(self._notice_rows(width)))

    def _notice_rows(self, width: int) -> list[str]:
        if not self.notice:
            return []
        rows = self._wrapped(self.notice, width)
        if len(rows) > _MOST_ROWS:
            rows = [*rows[: _MOST_ROWS - 1], f"{rows[_MOST_ROWS - 1][: width - 3]}…"]
        return rows

    def _wrapped(self, notice: str, width: int) -> list[str]:
        return [row.plain.rstrip() for row in Content(notice).wrap(max(1, width - 2))]

    def fitting(self, width: int) -> list[list[Action]]:
        """What fits into so many cells: an action, or the two of a pair.

        Help, quit and the way back come first: who does not see it would leave the reader.
        """
        entries = self._entries
        left = width - sum(self._cells(entry) for entry in entries if self._stays(entry[0]))
        shown = []
        for entry in entries:
            if self._stays(entry[0]):
                shown.append(entry)
            elif left >= self._cells(entry):
                left -= self._cells(entry)
                shown.append(entry)
            else:
                left = 0
        return shown

    def render_line(self, y: int) -> Strip:
        """The keys, or a row of the notice."""
        if self.notice:
            style = self.get_component_rich_style(
                "footer--problem" if self._is_problem else "footer--notice"
            )
            rows = self._notice_rows(self.size.width)
            segment = Segment(f" {rows[y]}" if y < len(rows) else "", style)
            return Strip([segment]).adjust_cell_length(
                self.size.width, self.visual_style.rich_style
            )
        key = self.get_component_rich_style("footer--key")
        word = self.get_component_rich_style("footer--word")
        segments = []
        for entry in self.fitting(self.size.width):
            segments += [
                Segment(f" {' '.join(map(_key, entry))}", key),
                Segment(f" {self._word(entry[0])} ", word),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.visual_style.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked: the key that was hit, else the first of a pair."""
        if self.notice:
            self.fall_silent()
            return
        start = 0
        for entry in self.fitting(self.size.width):
            end = start + self._cells(entry)
            if start <= event.x < end:
                first_key_ends = start + 1 + cell_len(_key(entry[0]))
                second_key_ends = end - cell_len(self._word(entry[0])) - 2
                second = len(entry) > 1 and first_key_ends < event.x < second_key_ends
                await self.screen.run_action(entry[1 if second else 0].call)
                return
            start = end

    def _cells(self, entry: Sequence[Action]) -> int:
        keys = sum(cell_len(_key(action)) + 1 for action in entry)
        return keys + cell_len(self._word(entry[0])) + 2


def _key(action: Action) -> str:
    return action.shown_keys.split(" ")[0]
