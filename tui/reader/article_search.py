"""The search in the open article: its query, its matches, the one that one is on, the way back."""

from collections.abc import Callable
from functools import partial
from typing import Final

from tui.article.model import Span
from tui.reader.article_pane import ArticlePane
from tui.reader.background import in_background
from tui.reader.footer_line import FooterLine
from tui.reader.quote_strip import QuoteStrip
from tui.reader.search_line import SearchLine
from tui.reader.text_search import Matches, TextSearch

_PATIENCE: Final = 0.2
"""The seconds after which it is said that a search goes on."""
_LONGEST_SHOWN: Final = 24


class ArticleSearch:
    """A search: in the line it is typed, in the pane and on the strip its matches are marked.

    It is on from the first letter until it is ended; `changed` is called whenever that, or the
    match that one is on, is another, `arrived` when one is on a match and types no more.
    """

    def __init__(
        self,
        pane: ArticlePane,
        strip: QuoteStrip,
        line: SearchLine,
        footer: FooterLine,
        changed: Callable[[], None],
        arrived: Callable[[], None],
    ) -> None:
        self._pane, self._strip, self.line, self._footer = pane, strip, line, footer
        self._changed, self._arrived = changed, arrived
        self._text = TextSearch(pane.article.text)
        self._query = ""
        self._latest = ""
        self._matches: Matches | None = None
        self._at: int | None = None
        self._back = (0, 0)
        self._from = 0
        self._due = 0

    @property
    def is_on(self) -> bool:
        """Whether something is searched for."""
        return bool(self._query)

    @property
    def is_typed(self) -> bool:
        """Whether its query is being typed."""
        return self.line.is_open

    @property
    def mode(self) -> str:
        """The query, as short as the header needs it; empty while it is typed."""
        if self.is_typed:
            return ""
        cut = len(self._query) > _LONGEST_SHOWN
        return f"“{self._query[:_LONGEST_SHOWN]}{'…' if cut else ''}”"

    @property
    def count(self) -> tuple[int | None, int] | None:
        """The number of the match that one is on, and of how many; None while they are sought."""
        if self._matches is None:
            return None
        return None if self._at is None else self._at + 1, len(self._matches)

    @property
    def match(self) -> Span | None:
        """The match that one is on, in code points of the text; None while one types."""
        if self.is_typed or self._at is None or not self._matches:
            return None
        return self._matches[self._at]

    def open(self) -> None:
        """Let a query be typed; matches are looked for from what is in view on."""
        self._back, self._from = self._pane.place(), self._pane.view.start
        self._footer.give_way_at_once()
        self.line.open(self._query or self._latest)
        self._tell()

    def type(self, query: str) -> None:
        """Search for what is typed now, and no more for what was."""
        if self.is_typed and query != self._query:
            self._query, self._matches, self._due = query, None, 0
            in_background(self.line, partial(self._find, query), exclusive=True, group="search")

    async def _find(self, query: str) -> None:
        telling = self.line.set_timer(_PATIENCE, lambda: self.line.tell("searching…"))
        try:
            matches = await self._text.find(query)
        finally:
            telling.stop()
        self._matches, self._at = matches, None
        self._pane.restore(self._back)
        if matches:
            self._at = (matches.first_from(self._from) % len(matches) + self._due) % len(matches)
        self.line.tell("not in this article" if query and not matches else "")
        self._show()
        if not self.is_typed:
            self._settle()

    def keep(self) -> None:
        """Type no more; what was found stays marked."""
        if self.is_typed:
            self.type(self.line.words)  # a fast hand: its last keys were not told yet
            self.line.close()
            self._settle()
            self._tell()

    def _settle(self) -> None:
        """Where there is nothing to go through, the search is over."""
        self._latest = self._query or self._latest
        if self._matches is not None and not self._matches:
            if self._query:
                self._footer.say(f"{self.mode} is not in this article.")
            self.end()
        elif self._matches:
            self._arrived()

    def undo(self) -> bool:
        """End the search, and stay; while its query is typed, go back to where one was before.

        False where there is no search.
        """
        if not (self.is_on or self.is_typed):
            return False
        abandoned = self.is_typed
        self.end()
        if abandoned:
            self._pane.restore(self._back)
        return True

    def end(self) -> None:
        """Mark no matches any more."""
        self.line.workers.cancel_group(self.line, "search")
        self._latest = self._query or self._latest
        self._query, self._matches, self._at = "", None, None
        self.line.close()
        self._show()

    def step(self, by: int) -> None:
        """Go to the next match, or the one before (-1); round the ends.

        Where the match that one is on has left the view, the step is from the top of the view.
        """
        if self._matches is None:  # the step is made as soon as they are found
            self._due += by
        if not self._matches:
            return
        count, at = len(self._matches), self._at
        if at is not None and at in self._matches.within(*self._pane.view):
            to = at + by
        else:
            to = self._matches.first_from(self._pane.view.start) - (by < 0)
        self._at = to % count
        if to != self._at:
            self._footer.say(f"Round to the {'first' if by > 0 else 'last'} match.")
        self._show()
        self._arrived()

    def _show(self) -> None:
        matches = self._matches or Matches()
        self._pane.search_matches(matches, self._at)
        self._strip.show_matches(matches, len(self._pane.article.text))
        self._tell()

    def _tell(self) -> None:
        self._footer.show_search(typed=self.is_typed, on=self.is_on)
        self._changed()
