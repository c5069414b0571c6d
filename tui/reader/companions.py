"""What stands around an article's words: its voices, its map, the reasons, the search in it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from textual.screen import Screen
from textual.widget import Widget

from tui.reader.actions import Action
from tui.reader.article_pane import ArticlePane
from tui.reader.article_search import ArticleSearch
from tui.reader.footer_line import FooterLine
from tui.reader.quote_strip import QuoteStrip
from tui.reader.search_line import SearchLine
from tui.reader.voices_pane import VoicesPane
from tui.reader.why_panel import WhyPanel

_STYLES: Final = (
    "companions.tcss", "quote_strip.tcss", "voices_pane.tcss", "why_panel.tcss", "search_line.tcss",
)  # fmt: skip


class Companions:
    """The widgets that the article's first words do not wait for: no picture needs them before."""

    def __init__(
        self,
        article: ArticlePane,
        footer: FooterLine,
        actions: Sequence[Action],
        changed: Callable[[], None],
        arrived: Callable[[], None],
    ) -> None:
        """`changed` and `arrived` are what the search calls."""
        self.strip, self.voices, self.why = QuoteStrip(), VoicesPane(actions), WhyPanel()
        line = SearchLine(actions)
        self.search = ArticleSearch(article, self.strip, line, footer, changed, arrived)

    def join(self, screen: Screen[None], beside: Widget, foot: Widget) -> None:
        """Be mounted on the article's screen, `beside` the article and at its `foot`; once."""
        if self.strip.is_attached or not beside.is_attached:
            return
        for path in map(Path(__file__).with_name, _STYLES):
            style = path.read_text(encoding="utf-8")
            screen.app.stylesheet.add_source(style, read_from=(str(path), ""))
        beside.mount(self.strip, self.voices)
        screen.mount(self.why, before=foot)
        foot.mount(self.search.line, before=0)
