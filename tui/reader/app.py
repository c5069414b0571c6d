"""The application: wires screens, engine, themes, clipboard and signals to one another."""

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen

from tui import settings as settings_file
from tui.analysis.model import Options, SummarySentence
from tui.article.model import Article
from tui.reader.actions import Action, Scope, on_screen
from tui.reader.article_screen import ArticleScreen
from tui.reader.comparison_request import ComparisonRequested
from tui.reader.correction_request import CorrectionRequested
from tui.reader.engine_client import ENGINE, EngineClient
from tui.reader.footer_line import FooterLine
from tui.reader.inquiry import Inquiry
from tui.reader.key_map import keymap, with_keys
from tui.reader.terminal import EndingSignals
from tui.reader.themed_app import ThemedApp
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.corrections_store import CorrectionsStore
    from tui.export.clipboard import Tool
    from tui.reader.copies import Copied, CopyRequested
    from tui.reader.library_screen import LibraryScreen
    from tui.reader.shelf import ShelfEntry

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

_STYLES: Final = (
    "article_screen.tcss", "article_pane.tcss", "quote_strip.tcss", "voices_pane.tcss",
)  # fmt: skip


def _palette() -> type[Provider]:
    from tui.reader.palette import PaletteProvider

    return PaletteProvider


class ReaderApp(ThemedApp[None], inherit_bindings=False):
    """The reader of an article, or of a shelf of them.

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
        shelf: "Sequence[ShelfEntry]" = (),
        open_article: Callable[[str], Article] | None = None,
        engine_command: Sequence[str] = ENGINE,
        clipboard_tools: "Sequence[Tool] | None" = None,
    ) -> None:
        # All at once: each screen that brings styles of its own has all of them parsed anew.
        super().__init__(css_path=[*_STYLES, *(["library_screen.tcss"] if article is None else [])])
        self.settings = settings
        self.actions, key_problems = with_keys(settings.keys)
        self.opened: list[Article] = []
        self.failure: BaseException | None = None
        self._first = article
        self._shelf = tuple(shelf)
        self._open_article = open_article
        self._engine = EngineClient(engine_command)
        self._tools = clipboard_tools
        self._corrections: CorrectionsStore | None = None
        self._saving = asyncio.Lock()
        self._problems = [*settings.problems, *key_problems]
        self.set_keymap(keymap(self.actions))
        if settings.theme in self.available_themes:  # before the styles are read for another one
            self.show_theme(settings.theme)
        elif settings.theme is not None:
            self._problems.append(f"there is no theme {settings.theme!r}: ctrl+p lists all")

    # Life

    def on_load(self) -> None:
        """Before the terminal is changed: whatever ends the program must give it back."""
        if not self.is_headless:
            EndingSignals(lambda status: self.exit(return_code=status)).install()

    def get_default_screen(self) -> Screen[Any]:
        """The article, or the shelf."""
        if self._first is not None:
            return self._article_screen(self._first)
        from tui.reader.library_screen import LibraryScreen

        return LibraryScreen(self._shelf, on_screen(self.actions, "library"))

    def on_mount(self) -> None:
        """Set up what outlives the screens."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._tell_problems)
        self.call_after_refresh(gc.enable)  # which is off while all that is made stays

    def _tell_problems(self) -> None:
        for problem in self._problems:
            self._say(f"{problem[:1].upper()}{problem[1:].rstrip('.')}.", problem=True)
        self._problems.clear()

    def _say(self, notice: str, *, problem: bool = False) -> None:
        """Say something in the footer of what is on the screen."""
        footers = (footer for screen in reversed(self.screen_stack)
                   for footer in screen.query(FooterLine))  # fmt: skip
        if (footer := next(footers, None)) is not None:
            footer.say(notice, problem=problem)

    async def on_unmount(self) -> None:
        """Leave no process behind."""
        await self._engine.close()

    def _article_screen(self, article: Article) -> ArticleScreen:
        self.opened.append(article)
        options = Options(self.settings.summarizer, self.settings.sentences)
        inquiry = Inquiry(self._engine, article, options, partial(self._shown, article))
        return ArticleScreen(inquiry, on_screen(self.actions, "article"), self.settings.measure)

    def _shown(self, article: Article) -> "Sequence[Correction]":
        """Now that an article's words are on the screen: tell what is wrong with it, and give what
        was set right in it.
        """
        from tui.article.oddities import oddity
        from tui.corrections_store import CorrectionsStore

        self._corrections = CorrectionsStore(article)
        if self._corrections.problem:
            self._problems.append(self._corrections.problem)
        if (odd := oddity(article)) is not None:
            self._problems.append(odd)
        self._tell_problems()
        return self._corrections.corrections

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

    def on_library_screen_opened(self, message: "LibraryScreen.Opened") -> None:
        """Open an article of the shelf."""
        self.run_worker(self._open(message.entry), exclusive=True, group="open")

    async def _open(self, entry: "ShelfEntry") -> None:
        if self._open_article is None:
            return
        try:
            article = await asyncio.to_thread(self._open_article, entry.source)
        except (OSError, ValueError) as error:
            self._say(str(error), problem=True)
            return
        await self.push_screen(self._article_screen(article))

    def on_article_screen_left_at_top(self) -> None:
        """Go back to the shelf, if one came from there."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def on_copy_requested(self, message: "CopyRequested") -> None:
        """Copy something."""
        self.run_worker(self._copy(message.copied), group="copy")

    async def _copy(self, copied: "Copied") -> None:
        from tui.export import clipboard

        tools = clipboard.tools(os.environ) if self._tools is None else tuple(self._tools)
        roads = await asyncio.to_thread(clipboard.feed, copied.text, tools)
        self.copy_to_clipboard(copied.text)
        by = " + ".join([*roads, "terminal OSC 52"])
        size = f"{len(copied.text)} characters"
        self._say(f"Copied {size}: {copied.what} ({by})")

    def on_correction_requested(self, message: CorrectionRequested) -> None:
        """Ask who the quote is by, and keep the answer."""
        from tui.reader.correction_screen import CorrectionScreen

        actions = on_screen(self.actions, "correction")
        asked = CorrectionScreen(message.analysis, message.quote, message.colours, actions)
        screen = self.screen

        def keep(correction: "Correction | None") -> None:
            if correction is not None and isinstance(screen, ArticleScreen):
                self.run_worker(self._correct(screen, correction), group="corrections")

        self.push_screen(asked, keep)

    def on_comparison_requested(self, message: ComparisonRequested) -> None:
        """Show two voices side by side, then what was chosen there."""
        from tui.reader.comparison_screen import ComparisonScreen

        actions, screen = on_screen(self.actions, "comparison"), self.screen

        def go_to(sentence: SummarySentence | None) -> None:
            if sentence is not None and isinstance(screen, ArticleScreen):
                screen.go_to(sentence.quote, sentence.span.start)

        self.push_screen(
            ComparisonScreen(message.seen, message.first, message.later, actions), go_to
        )

    async def _correct(self, screen: ArticleScreen, correction: "Correction | None") -> None:
        """Keep a correction, or take back the latest one, and let the screen show it."""
        store = self._corrections
        if store is None:
            return
        async with self._saving:  # one after the other
            if correction is not None:
                await asyncio.to_thread(store.add, correction)
                said = f"Kept: {correction.told(store.article.text)}. u undoes it."
            elif undone := await asyncio.to_thread(store.undo):
                said = f"Undone: that {undone.told(store.article.text)}."
            else:
                said = "Nothing has been corrected in this article."
        if screen in self.screen_stack:  # another article may be open by now
            screen.correct(store.corrections)
        sentences = [said]
        if not screen.is_read:
            sentences.append("It shows when the article has been read.")
        if store.problem:
            sentences.append(store.problem)
        self._say(" ".join(sentences), problem=store.problem is not None)

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

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_help(self) -> None:
        """Show all keys."""
        from tui.reader.help_screen import HelpScreen

        self.push_screen(HelpScreen(self.actions, _scope(self.screen)))

    def action_undo_correction(self) -> None:
        """Take back the latest correction of the open article."""
        if isinstance(self.screen, ArticleScreen):
            self.run_worker(self._correct(self.screen, None), group="corrections")

    def action_copy_selection(self) -> None:
        """Copy what was selected with the mouse."""
        from tui.reader.copies import Copied

        text = self.screen.get_selected_text()
        if text:
            self.run_worker(self._copy(Copied(text, "selection")), group="copy")
        else:
            self._say("Nothing is selected. q closes the reader.")


def _scope(screen: Screen[Any]) -> Scope:
    scope: Scope = getattr(screen, "SCOPE", "library")
    return scope


def failure_in_a_sentence(error: BaseException) -> str:
    """What failed, and where, without a word of what was being read."""
    frames = extract_tb(error.__traceback__)
    where = f" in {PurePath(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return (
        f"pullquote: the reader failed ({type(error).__name__}{where}); "
        "PULLQUOTE_DEBUG=1 shows the whole report"
    )
