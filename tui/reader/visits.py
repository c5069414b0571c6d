"""From article to article: along the shelf, to where a voice speaks elsewhere, and back."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypeVar

from textual._styles_cache import StylesCache
from textual.screen import Screen

from tui.analysis.options import Options
from tui.article.loading import ArticleError, SeveralError
from tui.article.model import Article
from tui.reader.actions import TABLE, Action, on_screen
from tui.reader.article_screen import ArticleScreen
from tui.reader.background import in_background, whole
from tui.reader.engine_client import EngineClient
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import title_of
from tui.reader.inquiry import Inquiry
from tui.reader.keeping import Keeping
from tui.reader.themed_app import ThemedApp

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from tui.analysis.model import Quote
    from tui.reader.elsewhere_request import ElsewhereRequested
    from tui.reader.library_screen import LibraryScreen
    from tui.reader.shelf import Shelf, ShelfEntry

_Result = TypeVar("_Result")

ALONE: Final = "There is no other article: pullquote FOLDER goes through all of a folder."


class Visits(ThemedApp[None], inherit_bindings=False):
    """An application with one open article at a time, perhaps over a library."""

    def __init__(
        self,
        options: Options,
        measure: int,
        engine: EngineClient,
        shelf: "Shelf | None",
        open_article: Callable[[str], Article] | None,
        styles: Sequence[str],
    ) -> None:
        super().__init__(css_path=[*styles])
        self.actions: tuple[Action, ...] = TABLE
        self._measure = measure
        self._options, self._engine = options, engine
        self._shelf, self._open_article = shelf, open_article
        self._above: list[tuple[Shelf, str]] = []
        self._listed: Sequence[ShelfEntry] = ()
        self._entry: ShelfEntry | None = None
        self._has_corpus = False
        self._left: str | None = None
        self._here: tuple[ArticleScreen, Keeping] | None = None
        self._leaving: ArticleScreen | None = None
        self._came_from: list[Article] = []

    @property
    def _footer(self) -> FooterLine | None:
        """The footer of what is on the screen, or of what that lies over."""
        footers = (footer for screen in reversed(self.screen_stack)
                   for footer in screen.query(FooterLine))  # fmt: skip
        return next(footers, None)

    def _say(self, notice: str, *, problem: bool = False, until_shown: str = "") -> None:
        """Say something in the footer of what is on the screen."""
        if (footer := self._footer) is not None:
            footer.say(notice, problem=problem, until_shown=until_shown)

    def _lay(
        self, page: Screen[_Result], then: "Callable[[_Result | None], None] | None" = None
    ) -> None:
        """Lay a page over what is on the screen, once, however often its key was pressed before it
        stood there; `then` gets what is chosen on it.
        """
        if type(page) is not type(self.screen):
            self.push_screen(page, then)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key or a click does; what was said before gives way to it."""
        if self.screen_stack and (footer := self._footer) is not None:
            footer.give_way()
        return await super().run_action(action, default_namespace, namespaces)

    def _tell(self, problem: str) -> None:
        self._say(_sentence(problem), problem=True)

    def _tell_all(self, problems: Sequence[str], rest: str) -> None:
        """Tell problems or, where they do not all fit, the first ones whole, and of the `rest`; of
        one alone as many words as fit.
        """
        told = [_sentence(problem) for problem in problems]
        if (footer := self._footer) is None or not told:
            return
        if not footer.fits(" ".join(told)):
            parts, end = (told, [rest]) if len(told) > 1 else (told[0].split(), ["…", rest])
            while parts and not footer.fits(" ".join(parts + end)):
                parts.pop()
            told = parts + end
        footer.say(" ".join(told), problem=True)

    # The open article

    def _article_screen(self, article: Article, quote_at: int | None = None) -> ArticleScreen:
        keeping = Keeping(article, self._tell)
        inquiry = Inquiry(self._engine, keeping, self._options)
        leads_back = bool(self._came_from) or self._shelf is not None or self._has_corpus
        actions = on_screen(self.actions, "article")
        screen = ArticleScreen(inquiry, actions, self._measure, quote_at, leads_back=leads_back)
        self._here = screen, keeping
        return screen

    async def _keep_place(self) -> None:
        """Remember where one is in the open article."""
        if self._here is not None and self._here[1].is_open:
            screen, keeping = self._here
            await keeping.leave(screen.place)

    async def _enter(self, article: Article, quote_at: int | None = None) -> None:
        """Open an article in the place of another; `quote_at` is where a quote of it begins."""
        await self._keep_place()
        while not (self._stays_below or isinstance(self.screen, ArticleScreen)):
            await whole(self.pop_screen())  # a page that lies over what is left
        # The next article asks the same engine, perhaps before the last one's screen is gone.
        self.workers.cancel_group(self.screen, "engine")
        # Textual would keep the painted rows of a thousand widgets that are gone.
        StylesCache.get_inner_outer.cache_clear()
        screen = self._article_screen(article, quote_at)
        if self._stays_below:
            # the undermost cannot be replaced, and is seen no more
            await whole(self.push_screen(screen))
        else:
            await whole(self.switch_screen(screen))

    @property
    def _stays_below(self) -> bool:
        """Whether an article is opened over what is on the screen, and not in its place."""
        return self.screen is self.screen_stack[0] or getattr(self.screen, "STAYS_BELOW", False)

    def on_article_screen_left_at_top(self) -> None:
        """Go back to where one came from."""
        in_background(self, self._go_back, group="back")

    async def _go_back(self) -> None:
        if self._here is None or self._here[0] is self._leaving:
            return  # the key was pressed twice
        self._leaving = self._here[0]
        for group in ("open", "elsewhere"):  # who goes back waits for nothing any more
            self.workers.cancel_group(self, group)
        if self._came_from:
            await self._enter(self._came_from.pop())
        elif self._shelf is not None or self._has_corpus:
            await self._keep_place()
            if self._here is None or self._here[0] is not self._leaving:
                return  # another article has been opened meanwhile
            self._here, self._left = None, self._entry.source if self._entry else None
            while self._leaving in self.screen_stack:
                # and what has been put over it since the key was pressed
                await whole(self.pop_screen())
        else:
            self._leaving = None

    # The shelf

    def on_library_screen_wanted(self) -> None:
        """Let the library show what there is."""
        in_background(self, self._list_shelf, exclusive=True, group="shelf")

    async def _list_shelf(self) -> None:
        from tui.reader.library_screen import LibraryScreen

        if self._shelf is None:
            return
        shelf = self._shelf
        entries = await asyncio.to_thread(shelf.entries)
        if not isinstance(self.screen, LibraryScreen):
            return  # an article has been opened meanwhile, of those that were listed
        self._listed = _articles(entries)
        self.screen.show(entries, self._left, shelf.name, inner=bool(self._above))
        self._left = None
        if shelf.problem:
            self._tell(shelf.problem)

    async def _go_into(self, source: str) -> None:
        """List the articles in one of those that are listed."""
        from tui.article.listing import parts_listed
        from tui.reader.shelf import Shelf

        if self._shelf is not None:
            try:
                parts = await asyncio.to_thread(parts_listed, source)
            except ArticleError as error:  # it is looked at once more, and may be gone
                self._say(str(error), problem=True)
                return
            self._above.append((self._shelf, source))
            self._shelf = Shelf(parts, PurePath(source).name)
            await self._list_shelf()
            self._say("{all_articles} leads back.")

    def on_library_screen_left(self) -> None:
        """Go back from the parts of an article to what that is one of."""
        if self._above:
            self._shelf, self._left = self._above.pop()
            in_background(self, self._list_shelf, exclusive=True, group="shelf")

    def on_library_screen_opened(self, message: "LibraryScreen.Opened") -> None:
        """Open an article of the shelf; from it one goes along those that are listed."""
        self._listed = _articles(message.among)
        self._turn_to(message.entry)

    def action_step_article(self, by: int) -> None:
        """Open the next article of the shelf, or the one before (-1)."""
        if not self._listed:
            self._say(ALONE)
            return
        at = self._listed.index(self._entry) + by if self._entry in self._listed else 0
        if 0 <= at < len(self._listed):
            self._turn_to(self._listed[at])
        else:
            self._say("That was the last article." if by > 0 else "That was the first article.")

    def _turn_to(self, entry: "ShelfEntry") -> None:
        """Open an article of the shelf; whatever comes of it, the next is the one after."""
        self._entry = entry
        in_background(self, partial(self._open, entry), exclusive=True, group="open")

    async def _open(self, entry: "ShelfEntry") -> None:
        if self._open_article is None:
            return
        if entry.link is not None:
            self._say(f"Fetching {entry.link} …")
        try:
            article = await asyncio.to_thread(self._open_article, entry.source)
        except SeveralError as several:
            if isinstance(self.screen, ArticleScreen):
                self._say(str(several), problem=True)
            else:
                await self._go_into(entry.source)
            return
        except (OSError, ValueError) as error:
            self._say(str(error), problem=True)
            return
        self._came_from.clear()
        await self._enter(article)
        self._say("{back} leads back to the library.")

    # A voice in other articles

    def on_elsewhere_requested(self, message: "ElsewhereRequested") -> None:
        """Show what a voice said in other articles, then what was chosen there."""
        looking = partial(self._look_elsewhere, message)
        in_background(self, looking, exclusive=True, group="elsewhere")

    async def _look_elsewhere(self, message: "ElsewhereRequested") -> None:
        if self._here is None:
            return
        here, name = self._here[1].article, message.speaker.name
        # Nobody waits for these modules before the first picture.
        from tui.reader.statements_screen import StatementsScreen
        from tui.store.database import StoreError
        from tui.store.elsewhere import said_elsewhere

        try:
            found = await asyncio.to_thread(said_elsewhere, message.speaker, here)
        except StoreError as error:
            self._tell(str(error))
            return
        if not found:
            self._say(f"There is nothing by {name} in the other articles that you have opened.")
            return

        def go_to(chosen: "tuple[Article, Quote] | None") -> None:
            if chosen is not None:
                article, quote = chosen
                going = partial(self._go_elsewhere, article, quote.spans[0].start)
                in_background(self, going, group="open")

        self._lay(StatementsScreen(name, found, on_screen(self.actions, "statements")), go_to)

    async def _go_elsewhere(self, article: Article, quote_at: int | None) -> None:
        """Go to a quote of another article, from where one can come back, or of the open one."""
        here = self._here[1].article if self._here is not None else None
        away = here is not None and here.text != article.text
        if here is not None and away:
            self._came_from.append(here)
        await self._enter(article, quote_at)
        if here is not None and away:
            self._say(f"This is another article: {{back}} leads back to “{title_of(here)}”.")


def _articles(entries: "Sequence[ShelfEntry]") -> "Sequence[ShelfEntry]":
    from tui.reader.shelf import CORPORA

    return [entry for entry in entries if entry.group != CORPORA]


def _sentence(problem: str) -> str:
    end = "" if problem.endswith((".", "?", "!")) else "."
    return f"{problem[:1].upper()}{problem[1:]}{end}"
