"""The panes of an open article: which one is seen and has the focus, and the moves in it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from tui.article.model import Article
from tui.reader.actions import Action, Scope, bindings
from tui.reader.article_pane import ArticlePane
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.sized_screen import SizedScreen

if TYPE_CHECKING:
    from tui.reader.article_search import ArticleSearch
    from tui.reader.companions import Companions
    from tui.reader.quote_strip import QuoteStrip
    from tui.reader.search_line import SearchLine
    from tui.reader.voices_pane import VoicesPane
    from tui.reader.why_panel import WhyPanel


class ArticlePanes(SizedScreen[None], inherit_bindings=False):
    """The article beside its voices; on a narrow terminal one of the two at a time."""

    SCOPE: ClassVar[Scope] = "article"
    BINDINGS: ClassVar[list[BindingType]] = bindings("article")
    AUTO_FOCUS = "ArticlePane"

    def __init__(self, article: Article, actions: Sequence[Action], measure: int) -> None:
        super().__init__()
        self._article = ArticlePane(article, measure)
        self._header = HeaderLine(title_of(article))
        self._footer = FooterLine(actions)
        self._beside = Horizontal(id="beside")
        self._foot = Vertical(self._footer, id="foot")
        self._shown_actions = actions
        self._around: Companions | None = None
        self._composed = asyncio.Event()

    def compose(self) -> ComposeResult:
        """One row, the panes, one row."""
        yield from super().compose()
        yield self._header
        yield Horizontal(self._article, self._beside, id="panes")
        yield self._foot

    def on_mount(self) -> None:
        """Let keys that came before know that there are panes."""
        self._composed.set()

    @property
    def _companions(self) -> Companions:
        """Made when one is first needed: the article's first words wait for none of them."""
        if self._around is None:
            from tui.reader.companions import Companions

            self._around = Companions(
                self._article,
                self._footer,
                self._shown_actions,
                changed=self._show_choices,
                arrived=self._follow_match,
            )
        return self._around

    def _bring_companions(self) -> None:
        """Mount them in the place that is kept free for them, if they are not there yet."""
        self._companions.join(self, self._beside, self._foot)

    @property
    def _strip(self) -> QuoteStrip:
        return self._companions.strip

    @property
    def _voices(self) -> VoicesPane:
        return self._companions.voices

    @property
    def _why(self) -> WhyPanel:
        return self._companions.why

    @property
    def _search(self) -> ArticleSearch:
        return self._companions.search

    def _show_choices(self) -> None:
        """Let every pane show what is chosen now."""

    def _follow_match(self) -> None:
        """Make the statement that the match of a search lies in the current one."""

    def _show_way_back(self) -> None:
        """Show in the footer what the way back leads to."""

    # The focus

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to a pane types no more; on a narrow terminal that pane is then seen."""
        if self._around is None:
            return  # the article has the focus before there is anything else
        if self.focused in (self._article, self._voices):
            self._search.keep()
        self.set_class(event.widget is self._voices, "-voices")
        self._voices.refresh()
        self._show_way_back()

    def action_next_pane(self) -> None:
        """Go to the other pane."""
        self._to_pane(voices=self.focused is not self._voices)

    def _to_pane(self, *, voices: bool) -> None:
        # A pane that is not displayed cannot be focused: it is shown first.
        self._bring_companions()
        self.set_class(voices, "-voices")
        self.set_focus(self._voices if voices else self._article)

    # Moves

    def action_move_line(self, by: int) -> None:
        """Move down, or up, in the pane that has the focus."""
        if self.focused is self._voices:
            self._voices.move(by)
        else:
            self._article.scroll_line(by)

    def action_move_page(self, by: int) -> None:
        """Turn the article's pages."""
        self._article.scroll_page(by)

    def action_move_to_end(self, by: int) -> None:
        """Go to the end of the article, or to its beginning (-1)."""
        go = self._article.go_end if by > 0 else self._article.go_top
        go()

    def action_choose(self) -> None:
        """Choose what the marker is on; search for what is typed."""
        if self.focused is self._voices:
            self._voices.activate()
        else:
            self._to_pane(voices=False)
            self._search.keep()

    async def action_search(self) -> None:
        """Let words be typed that are then found in the article."""
        await self._composed.wait()  # a fast hand: this key waits for no other message
        if self._search.is_typed:
            raise SkipAction  # the key is a letter of the query
        self._to_pane(voices=False)
        self._search.open()

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Find them."""
        self._search.type(message.query)
