"""The application: wires screens, engine, themes, clipboard and signals to one another."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import WorkerFailed

from tui import settings as settings_file
from tui.analysis.options import Options
from tui.article.cleaning import clean
from tui.article.model import Article
from tui.reader.actions import TABLE, Action, Scope, on_screen
from tui.reader.article_screen import ArticleScreen
from tui.reader.background import in_background
from tui.reader.corpora import Corpora
from tui.reader.engine_client import ENGINE, EngineClient
from tui.reader.terminal import EndingSignals
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import SummarySentence
    from tui.export.clipboard import Tool
    from tui.reader.comparison_request import ComparisonRequested
    from tui.reader.copies import CopyRequested
    from tui.reader.correction_request import CorrectionRequested
    from tui.reader.shelf import Shelf

THEMES: Final = (
    "pullquote-dark",
    "pullquote-light",
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "catppuccin-latte",
    "solarized-light",
    "ansi-dark",
    "ansi-light",
)
"""The themes that the key goes through; the palette has all."""

_STYLES: Final = ("article_screen.tcss", "article_pane.tcss")
_LIBRARY_STYLES: Final = ("list_screen.tcss", "library_screen.tcss", "search_line.tcss")
_CORPUS_STYLES: Final = ("corpus_screen.tcss", "list_screen.tcss", "search_line.tcss")
_PLACE_KEPT_SECONDS: Final = 5.0


def _palette() -> type[Provider]:
    from tui.reader.palette import PaletteProvider

    return PaletteProvider


class ReaderApp(Corpora, inherit_bindings=False):
    """The reader of an article, of a shelf of them, or of a corpus, which is a folder.

    `open_article` loads what is at a source; it may raise ValueError or OSError with a sentence
    for the user.
    """

    TITLE = "pullquote"
    # What every Textual application has; all other keys are in the table of actions.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True)
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(
        self,
        settings: Settings,
        article: Article | None = None,
        *,
        shelf: Shelf | None = None,
        corpus: Path | None = None,
        open_article: Callable[[str], Article] | None = None,
        engine_command: Sequence[str] = ENGINE,
        clipboard_tools: Sequence[Tool] | None = None,
    ) -> None:
        # All at once: each screen that brings styles of its own has all of them parsed anew.
        super().__init__(
            Options(settings.summarizer, settings.sentences),
            settings.measure,
            EngineClient(engine_command),
            shelf,
            open_article,
            styles=[*_STYLES, *(_CORPUS_STYLES if corpus else () if article else _LIBRARY_STYLES)],
        )
        self.settings = settings
        self.actions: tuple[Action, ...] = TABLE
        self.failure: BaseException | None = None
        self._first, self._folder = article, corpus
        self._tools = clipboard_tools
        self._correcting = asyncio.Lock()
        self._problems = [*settings.problems]
        if settings.keys:
            self._take_keys(settings)
        if settings.theme in self.available_themes:  # before the styles are read for another one
            self.show_theme(settings.theme)
        elif settings.theme is not None:
            place = settings.place("theme")
            names = ", ".join(self.theme_names)
            self._problems.append(f"{place}: there is no theme {settings.theme!r}, but {names}")

    def _take_keys(self, settings: Settings) -> None:
        from tui.reader.key_map import keymap, with_keys  # most users have no keys of their own

        self.actions, problems = with_keys(settings.keys)
        self.set_keymap(keymap(self.actions))
        at = settings.place
        self._problems += (f"{at(f'keys.{p.action}')}: {p.said}" for p in problems)

    # Life

    def on_load(self) -> None:
        """Before the terminal is changed: whatever ends the program must give it back."""
        if not self.is_headless:
            EndingSignals(lambda status: self.exit(return_code=status)).install()

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver; the one for terminals with what it lacks."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.reader.terminal_driver import (
            TerminalDriver,
        )  # other systems have no such terminals

        return TerminalDriver

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, like any text from outside; it comes on one line, and as much of it
        as has room there: Textual would take nothing of what is too long.
        """
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from textual.widgets import Input

            event.text = clean(event.text).replace("\n", " ").rstrip()
            if isinstance(line := self.focused, Input) and line.max_length:
                room = line.max_length - len(line.value) + len(line.selected_text)
                event.text = event.text[: max(0, room)]
        await super().on_event(event)

    def get_default_screen(self) -> Screen[Any]:
        """The article, the corpus or the shelf."""
        if self._first is not None:
            return self._article_screen(self._first)
        if self._folder is not None:
            return self._corpus_screen(self._folder)
        from tui.reader.library_screen import LibraryScreen

        return LibraryScreen(on_screen(self.actions, "library"))

    def on_mount(self) -> None:
        """Set up what outlives the screens."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._tell_problems)
        self.call_after_refresh(gc.enable)  # which is off while all that is made stays
        # On a worker: another program may make the database wait.
        self.set_interval(_PLACE_KEPT_SECONDS, lambda: in_background(self, self._keep_place))

    @property
    def problems(self) -> tuple[str, ...]:
        """What has not been told yet of what cannot be used, a sentence each."""
        return tuple(self._problems)

    def _tell_problems(self) -> None:
        count = len(self._problems)
        file = (self.settings.path or settings_file.default_path()).name
        many = f"The file {file} has {count} mistakes: pullquote config lists them all."
        self._tell_all(self._problems, many if count > 1 else "All of it: pullquote config.")
        self._problems.clear()

    async def on_unmount(self) -> None:
        """Leave no process and no question behind, and remember where one was."""
        self._close_corpus()
        await self._engine.close()
        await self._keep_place()

    def on_article_screen_shown(self) -> None:
        """Now that an article's words are on the screen: tell what is odd about it."""
        from tui.article.oddities import oddity

        odd = oddity(self._here[1].article) if self._here is not None else None
        if odd is not None:
            self._tell(odd)

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # The report that is printed otherwise shows local variables, and so the article's text.
        if os.environ.get("PULLQUOTE_DEBUG"):
            super()._fatal_error()
        else:
            self._close_messages_no_wait()

    # What the screens tell

    def on_copy_requested(self, message: CopyRequested) -> None:
        """Copy something."""
        text = message.copied.written(self.settings.copy_form)
        in_background(self, partial(self._copy, text, message.copied.what), group="copy")

    async def _copy(self, text: str, what: str) -> None:
        from tui.export import clipboard

        tools = clipboard.tools(os.environ) if self._tools is None else tuple(self._tools)
        taken = await asyncio.to_thread(clipboard.feed, text, tools)
        self.copy_to_clipboard(text)
        asked = bool(clipboard.osc_52("", os.environ))
        self._say(clipboard.told(text, what, taken, terminal=asked))

    def copy_to_clipboard(self, text: str) -> None:
        """Send text to the terminal's own clipboard, through what stands between."""
        from tui.export.clipboard import osc_52

        self._clipboard = text
        if self._driver is not None:
            self._driver.write(osc_52(text, os.environ))

    def on_correction_requested(self, message: CorrectionRequested) -> None:
        """Ask who the quote is by, and keep the answer."""
        from tui.analysis.corrections import touched
        from tui.reader.correction_screen import CorrectionScreen

        actions, screen = on_screen(self.actions, "correction"), self.screen
        asked = CorrectionScreen(
            message.analysis, message.shown, message.quote, message.colours, actions
        )

        def keep(correction: Correction | None) -> None:
            if correction is not None and isinstance(screen, ArticleScreen):
                found = message.analysis
                held = touched(found.quotes, found.speakers, found.article.text, correction)
                self._start_correcting(screen, correction, len(held))

        self._lay(asked, keep)

    def on_comparison_requested(self, message: ComparisonRequested) -> None:
        """Show two voices side by side, then what was chosen there."""
        from tui.reader.comparison_screen import ComparisonScreen

        actions, screen = on_screen(self.actions, "comparison"), self.screen

        def go_to(sentence: SummarySentence | None) -> None:
            if sentence is not None and isinstance(screen, ArticleScreen):
                screen.go_to(sentence.quote, sentence.span.start)

        self._lay(ComparisonScreen(message.seen, message.first, message.later, actions), go_to)

    def _start_correcting(
        self, screen: ArticleScreen, correction: Correction | None, count: int = 0
    ) -> None:
        correcting = partial(self._correct, screen, correction, count)
        in_background(self, correcting, group="corrections")

    async def _correct(
        self, screen: ArticleScreen, correction: Correction | None, count: int
    ) -> None:
        """Keep a correction, which so many statements are about, or take back the latest one, and
        let the screen show it.
        """
        from tui.export.report_words import counted

        if self._here is None or self._here[0] is not screen:
            return  # another article may be open by now
        keeping = self._here[1]
        text = keeping.article.text
        undone: Correction | None = None
        async with self._correcting:  # one after the other
            if correction is not None:
                problem = await keeping.correct(correction)
                of = f", in {counted(count)}" if count > 1 else ""
                said = f"Kept: {correction.told(text)}{of}. {{undo_correction}} undoes it."
            else:
                undone, problem = await keeping.undo()
                said = "Nothing has been corrected in this article."
                if undone is not None:
                    said = f"Undone: that {undone.told(text)}."
        changed = correction is not None or undone is not None
        later = f"It shows {screen.comes_when}." if changed and screen.comes_when else ""
        if screen in self.screen_stack:
            screen.correct()
        told = f"{said} {problem}" if problem else said
        self._say(told, problem=problem is not None, until_shown=later)

    # Actions everywhere

    def actions_on(self, screen: Screen[Any]) -> tuple[Action, ...]:
        """The actions of a screen, with the user's keys."""
        return on_screen(self.actions, _scope(screen))

    @property
    def theme_names(self) -> list[str]:
        """The themes that can be chosen."""
        return sorted(self.available_themes)

    def choose_theme(self, name: str) -> None:
        """Change the colours, and keep that for the next time."""
        self.show_theme(name)
        try:
            settings_file.save(self.settings, "theme", name)
        except (OSError, ValueError) as error:
            where = self.settings.path or settings_file.default_path()
            reason = error.strerror if isinstance(error, OSError) else error
            self._say(f"The theme cannot be kept in {where}: {reason}.", problem=True)

    def action_next_theme(self) -> None:
        """Change the colours."""
        here = THEMES.index(self.theme) if self.theme in THEMES else -1
        name = THEMES[(here + 1) % len(THEMES)]
        self._say(f"Theme: {name}")
        self.choose_theme(name)

    def action_command_palette(self) -> None:
        """Find any command by its name."""
        from tui.reader.palette import Palette

        self._lay(Palette())

    def action_help(self) -> None:
        """Show all keys."""
        from tui.reader.help_screen import HelpScreen

        self._lay(HelpScreen(self.actions, _scope(self.screen)))

    def action_undo_correction(self) -> None:
        """Take back the latest correction of the open article."""
        if isinstance(screen := self.screen, ArticleScreen):
            self._start_correcting(screen, None)

    def action_copy_selection(self) -> None:
        """Copy what was selected with the mouse."""
        text = self.screen.get_selected_text()
        if text:
            in_background(self, partial(self._copy, text, "selection"), group="copy")
        else:
            self._say("Nothing is selected. {quit} closes the reader.")


def _scope(screen: Screen[Any]) -> Scope:
    scope: Scope = getattr(screen, "SCOPE", "library")
    return scope


def failure_in_a_sentence(error: BaseException) -> str:
    """What failed, and where, without a word of what was being read."""
    if isinstance(error, WorkerFailed):
        error = error.error
    frames = extract_tb(error.__traceback__)
    where = f" in {PurePath(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return (
        f"pullquote: the reader failed ({type(error).__name__}{where}); "
        "PULLQUOTE_DEBUG=1 shows the whole report"
    )
