"""All keys on one page, made from the table of actions, and what the marks mean."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.theme import Theme
from textual.widgets import Static

from tui.analysis.model import Speaker
from tui.reader.actions import Action, Scope, bindings, naming_keys, on_screen, paired
from tui.reader.left_once import LeftOnce
from tui.reader.row_painting import DIRECT_BAR, GUESS, INDIRECT_BAR
from tui.reader.speaker_colours import SpeakerColours

_WIDEST: Final = 80
_ROOM_FOR_ALL_KEYS: Final = 60
_AROUND: Final = 5
"""The cells beside the words: padding, and the scrollbar."""
_ABOVE_AND_BELOW: Final = 2
_SOMEBODY: Final = Speaker("s1", "", (), "person", None, 0, 1.0, ())
Row = tuple[Content, str]


class HelpScreen(LeftOnce[None], ModalScreen[None], inherit_bindings=False):
    """What every key does, and what the marks mean."""

    CSS_PATH: ClassVar = "help_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, actions: Sequence[Action], scope: Scope) -> None:
        super().__init__()
        self._actions, self._scope = on_screen(actions, scope), scope
        self._own = on_screen(actions, "help")
        self._words, self._place = Static(), Static(id="place")
        self._page = VerticalScroll(self._words, can_focus=False)
        self._count = 0

    def compose(self) -> ComposeResult:
        """One page, scrolled where it is longer than the terminal, and a row that says so."""
        yield Vertical(self._page, self._place)

    def on_mount(self) -> None:
        """Tell how far the page is scrolled."""
        self.watch(self._page, "scroll_y", self._show_place, init=False)

    def on_resize(self) -> None:
        """Lay the page out."""
        width = min(_WIDEST, self.size.width) - _AROUND
        rows = [*_keys(self._actions, all_of_them=self.size.width >= _ROOM_FOR_ALL_KEYS)]
        parts = [_laid_out(rows, width)]
        if self._scope == "article":
            parts += [Content(), Content.styled("MARKS", "bold $quiet")]
            parts += [_laid_out(_marks(self.app.current_theme), width)]
        words = Content("\n").join(parts)
        self._words.update(words)
        self._count = words.plain.count("\n") + 1
        self._words.styles.height = self._count
        self._page.styles.height = max(1, min(self._count, self.size.height - _ABOVE_AND_BELOW))
        self.call_after_refresh(self._show_place)

    def _show_place(self) -> None:
        height = self._page.size.height
        first, last = self._page.scroll_offset.y, self._page.scroll_offset.y + height
        more = f"{first + 1}–{min(last, self._count)} of {self._count}"
        scrolls = f"{more} · {{help_down}} {{help_up}} scroll · " if self._count > height else ""
        self._place.update(Content(naming_keys(f"{scrolls}{{close_help}} closes", self._own)))

    def action_close_help(self) -> None:
        """Go back."""
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Scroll."""
        self._page.scroll_relative(y=by * max(1, self._page.size.height - 2), animate=False)

    def action_move_to_end(self, by: int) -> None:
        """Scroll to the end, or to the beginning (-1)."""
        go = self._page.scroll_end if by > 0 else self._page.scroll_home
        go(animate=False)


def _keys(actions: Iterable[Action], *, all_of_them: bool) -> Iterator[Row]:
    """Every action with its keys or, where there is no room for all, the first of each."""
    for action, pair in paired(actions):
        if action.keys:
            both = [action.shown_keys] if pair is None else [action.shown_keys, pair.shown_keys]
            keys = both if all_of_them else [shown.split(" ")[0] for shown in both]
            meaning = action.tooltip
            if pair is not None:
                meaning = f"{action.title} · {pair.title}".capitalize()
            yield Content.styled("  ".join(keys), "bold $key"), meaning


def _marks(theme: Theme) -> Iterator[Row]:
    """What the article's colours and signs mean, each as it looks."""
    look = SpeakerColours((_SOMEBODY,), theme).of("s1")
    tint = f" on {look.tint}" if look.tint else " underline"
    lifted = f"bold {look.colour}" + (f" on {look.lifted}" if look.lifted else " reverse")
    direct, indirect = f"1{DIRECT_BAR}", f"1{INDIRECT_BAR}"
    yield (
        Content.assemble((direct, look.colour), " ", ("“…”", look.colour + tint)),
        "Said in quotation marks: on a tint of its speaker’s colour",
    )
    yield (
        Content.assemble((indirect, look.colour), " ", ("…", look.colour)),
        "Told in other words: in its speaker’s colour",
    )
    yield (
        Content.assemble(("1", f"reverse {look.colour}"), (DIRECT_BAR, look.colour), " ",
                         ("“…”", lifted)),
        "The current quote",
    )  # fmt: skip
    yield Content.styled("1–9", look.colour), "Whose words they are, and the key of that voice"
    yield Content.styled("ⓚ", look.colour), "The sign of a voice that has no key"
    yield Content("?"), "Nobody is known to have said it"
    yield Content.styled(f"1{GUESS}", look.colour), "A guess at who said it"
    yield (
        Content.assemble((f"{DIRECT_BAR}", look.colour), "┃"),
        "On the right: the whole article, who speaks where, what is in view",
    )


def _laid_out(rows: Iterable[Row], width: int) -> Content:
    """Two columns, the second wrapped."""
    rows = [*rows]
    column = max(sign.cell_length for sign, _ in rows) + 2
    lines = list[Content]()
    for sign, meaning in rows:
        first, *more = Content(meaning).wrap(max(1, width - column))
        lines.append(sign.pad_right(column - sign.cell_length) + first.rstrip())
        lines += [Content(" " * column) + line.rstrip() for line in more]
    return Content("\n").join(lines)
