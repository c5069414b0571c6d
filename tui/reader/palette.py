"""The command palette: every action, every voice, name and theme by what it is called."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar, NamedTuple, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Mount
from textual.screen import Screen
from textual.widgets import Input, LoadingIndicator

from tui.analysis.model import Entity, Speaker
from tui.reader.actions import Action
from tui.reader.left_once import LeftOnce
from tui.reader.painted_options import PaintedOptions


@runtime_checkable
class HasSpeakers(Protocol):
    """A screen on which a speaker can be chosen."""

    @property
    def speakers(self) -> list[Speaker]:
        """The speakers, the largest share first."""

    def choose_speaker(self, speaker_id: str) -> None:
        """Choose one."""


@runtime_checkable
class HasNames(Protocol):
    """A screen on which a name can be chosen."""

    @property
    def entities(self) -> Sequence[Entity]:
        """The names, the most salient first."""

    def choose_entity(self, entity_id: str) -> None:
        """Choose one."""


@runtime_checkable
class HasPeople(Protocol):
    """A screen on which one of very many people can be chosen."""

    async def people_called(self, words: str) -> Sequence[tuple[str, str]]:
        """The ids and names of some who have these words in a name."""

    def choose_person(self, person_id: str) -> None:
        """Choose one."""


@runtime_checkable
class HasActions(Protocol):
    """An application with a table of actions and themes."""

    def actions_on(self, screen: Screen[Any]) -> tuple[Action, ...]:
        """The actions of a screen."""

    @property
    def theme_names(self) -> list[str]:
        """The themes that can be chosen."""

    def choose_theme(self, name: str) -> None:
        """Choose one."""


class _Command(NamedTuple):
    title: str
    help: str
    run: Callable[[], Awaitable[object] | None]


class CommandOptions(PaintedOptions, CommandList):
    """The commands that are found."""


class Palette(LeftOnce[None], CommandPalette):
    """Textual's page of commands, where nothing moves."""

    CSS_PATH: ClassVar = "palette.tcss"

    def compose(self) -> ComposeResult:
        """The same as Textual's, but for the list."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandOptions()
                yield LoadingIndicator()

    def on_mount(self, event: Mount) -> None:
        """Let the cursor stand still; begin nothing where it has given way before it was there."""
        if self not in self.app.screen_stack:
            event.prevent_default()
            return
        self.query_one(Input).cursor_blink = False


class PaletteProvider(Provider):
    """Commands in literal words: names from an article are never markup."""

    async def discover(self) -> Hits:
        """All commands, in the order of the table."""
        async for person in self._people(""):
            yield DiscoveryHit(Content(person.title), person.run, person.title, person.help)
        for command in self._commands():
            yield DiscoveryHit(Content(command.title), command.run, command.title, command.help)

    async def search(self, query: str) -> Hits:
        """The commands that a query may mean."""
        matcher = self.matcher(query)
        async for person in self._people(query):
            yield Hit(1.0, Content(person.title), person.run, person.title, person.help)
        for command in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                yield Hit(score, Content(command.title), command.run, command.title, command.help)

    async def _people(self, words: str) -> AsyncIterator[_Command]:
        screen = self.screen
        if isinstance(screen, HasPeople):
            for person_id, name in await screen.people_called(words):
                choose = partial(screen.choose_person, person_id)
                yield _Command(f"voice: {name}", "List what they said", choose)

    def _commands(self) -> Iterator[_Command]:
        app, screen = self.app, self.screen
        if isinstance(app, HasActions):
            for action in app.actions_on(screen):
                if not action.numbered and action.id != "command_palette":
                    keys = f"  {action.shown_keys}" if action.keys else ""
                    run = partial(screen.run_action, action.call)
                    yield _Command(action.title + keys, action.tooltip, run)
        if isinstance(screen, HasSpeakers):
            for speaker in screen.speakers:
                run_choice = partial(screen.choose_speaker, speaker.id)
                yield _Command(f"voice: {speaker.name}", "Go to this voice", run_choice)
        if isinstance(screen, HasNames):
            for entity in screen.entities:
                run_choice = partial(screen.choose_entity, entity.id)
                yield _Command(f"name: {entity.name}", "Go through what is said of it", run_choice)
        if isinstance(app, HasActions):
            for name in app.theme_names:
                yield _Command(
                    f"theme: {name}", "Change the colours", partial(app.choose_theme, name)
                )
