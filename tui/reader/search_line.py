"""One row in the footer's place: the words that are searched for, and what comes of them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.article.cleaning import clean
from tui.reader.actions import Action
from tui.reader.line_input import LineInput

_LONGEST_QUERY: Final = 100
_TOLD: Final = {"choose": "keeps this", "back": "goes back"}


class QueryInput(LineInput):
    """It takes no letter after the key that ends it: keys typed ahead are for the screen."""

    ended = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a letter of the query."""
        return not self.ended and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Leave the key that ends it, and all after it, to the screen."""
        self.ended = self.ended or event.key in ("enter", "escape")
        if self.ended:
            event.prevent_default()


class SearchLine(Horizontal):
    """Where a query is typed. It is seen while it is open."""

    class Typed(Message):
        """The query is another now."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def __init__(
        self,
        actions: Iterable[Action],
        told: Mapping[str, str] = _TOLD,
        *,
        sign: str = "/",
        hint: str = "",
        longest: int = _LONGEST_QUERY,
    ) -> None:
        """`told` says, by the ids of two of the actions, what ends the typing. The `hint` stands
        there while nothing is typed.
        """
        super().__init__()
        self._sign, self._hint, self._longest = sign, hint, longest
        self._keys = " · ".join(
            f"{action.shown_keys.split(' ')[0]} {told[action.id]}"
            for action in actions
            if action.id in told and action.keys
        )
        self.display = False

    @cached_property
    def _input(self) -> QueryInput:
        return QueryInput(max_length=self._longest, compact=True, placeholder=self._hint)

    @cached_property
    def _told(self) -> Static:
        return Static(markup=False, classes="told")

    def on_mount(self) -> None:
        """Be filled when it can be used: the first picture does not wait for it."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        """A sign, what is typed, what comes of it, the keys."""
        if self.is_attached and not self.children:  # it may have been left meanwhile
            sign = Static(self._sign, markup=False, classes="sign")
            keys = Static(Content(self._keys), classes="keys")
            self.mount(sign, self._input, self._told, keys)

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing, or about to."""
        return bool(self.display)

    @property
    def words(self) -> str:
        """What is typed."""
        return clean(self._input.value)

    def open(self, query: str, *, selected: bool = True) -> None:
        """Let a query be typed; the one that is there is selected, and so makes way for another, or
        is gone on with.
        """
        self._fill()
        self.tell("")
        self.display = True
        with self.prevent(Input.Changed):
            self._input.value = query
        self._input.ended = False
        if selected:
            self._input.select_all()
        else:
            self._input.cursor_position = len(query)
        self.screen.set_focus(self._input)

    def close(self) -> None:
        """Be seen no more."""
        self.display = False

    def tell(self, what: str) -> None:
        """Say in the line what has come of the query."""
        self._told.update(Content(what))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed now."""
        event.stop()
        self.post_message(self.Typed(self.words))
