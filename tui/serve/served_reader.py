"""The reader as it runs for a page: drawn through pipes, its clipboard the browser's."""

from collections.abc import Sequence

from textual.driver import Driver
from textual.theme import Theme

from tui.article.loading import load
from tui.article.model import Article
from tui.article.opening import Listing, opened
from tui.export.clipboard import told
from tui.reader.app import ReaderApp
from tui.reader.shelf import Shelf
from tui.serve.browser_driver import BrowserCopied, BrowserDriver
from tui.serve.looks import looks
from tui.settings import Settings

_BROWSER = "the browser’s clipboard"


class ServedReader(ReaderApp):
    """A reader in a page. The clipboards of the machine that it runs on are not touched."""

    def __init__(
        self, settings: Settings, article: Article | None = None, shelf: Shelf | None = None
    ) -> None:
        super().__init__(settings, article, shelf=shelf, open_article=load, clipboard_tools=())
        self._copies = 0
        self._copying: tuple[str, str] | None = None
        """The text that the browser was last asked to take, and what it is."""

    def get_driver_class(self) -> type[Driver]:
        """What it is drawn by."""
        return BrowserDriver

    def on_mount(self) -> None:
        """Let the page have the theme's colours, now and later."""
        self.theme_changed_signal.subscribe(self, self._show_looks)
        self._show_looks(self.current_theme)

    def _show_looks(self, theme: Theme) -> None:
        if isinstance(self._driver, BrowserDriver):
            self._driver.show_looks(looks(theme))

    async def _copy(self, text: str, what: str) -> None:
        self.copy_to_clipboard(text)
        self._copying = text, what

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the browser to take text."""
        self._clipboard = text
        self._copying = None
        self._copies += 1
        if isinstance(self._driver, BrowserDriver):
            self._driver.copy(text, self._copies)

    def on_browser_copied(self, message: BrowserCopied) -> None:
        """Say what became of the latest copy."""
        if self._copying is None or message.number != self._copies:
            return
        text, what = self._copying
        if message.taken:
            self._say(told(text, what, [_BROWSER], terminal=False))
        else:
            self._say(f"The browser wants a click first, on Copy in the page; not copied: {what}")


def served_reader(sources: Sequence[str], settings: Settings) -> ServedReader:
    """The reader of an article, or of the library of several. Raises ArticleError."""
    found = opened(sources)
    if isinstance(found, Listing):
        return ServedReader(settings, shelf=Shelf(found.entries, found.name))
    return ServedReader(settings, found)
