"""What is kept of the open article: fetched and written beside the interface, never before it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.analysis.options import Options
from tui.article.model import Article

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis
    from tui.store.articles import Place
    from tui.store.corrections import CorrectionsStore

_T = TypeVar("_T")


class Keeping:
    """One article's corrections, its analysis, and the place where one is in it.

    Each is fetched or written on a thread, one after the other. Whatever fails is told once, in a
    sentence, with `tell`; all else goes on.
    """

    def __init__(self, article: Article, tell: Callable[[str], None]) -> None:
        self.article = article
        self._tell = tell
        self._told = set[str]()
        self._lock = asyncio.Lock()
        self._store: CorrectionsStore | None = None
        self._place: Place | None = None

    async def open(self) -> Place | None:
        """Remember that the article is opened, and give the place where it was left."""
        async with self._lock:
            self._place = await self._done(self._opened)
        if self._store is not None and self._store.problem:
            self._tell_once(self._store.problem)
        return self._place

    def _opened(self) -> Place:
        # Nobody waits for these modules before the first picture.
        from tui.store.articles import ArticleStore
        from tui.store.corrections import CorrectionsStore

        self._store = CorrectionsStore(self.article)
        return ArticleStore().opened(self.article)

    @property
    def is_open(self) -> bool:
        """Whether a place can be kept."""
        return self._place is not None

    async def leave(self, place: Place) -> None:
        """Remember where one is, unless that is known."""

        def left() -> None:
            from tui.store.articles import ArticleStore

            ArticleStore().left(self.article, place)

        async with self._lock:
            if self.is_open and place != self._place:
                self._place = place
                await self._done(left)

    async def analysis(self, options: Options) -> Analysis | None:
        """The whole analysis, where just this one is kept."""

        def found() -> Analysis | None:
            from tui.store.analyses import AnalysisStore, Asked

            return AnalysisStore().found(Asked(self.article, options, self.corrections))

        async with self._lock:
            return await self._done(found)

    async def keep(
        self, analysis: Analysis, options: Options, corrections: Sequence[Correction]
    ) -> None:
        """Keep the whole analysis for the next time, with all that it was asked with."""

        def kept() -> None:
            from tui.store.analyses import AnalysisStore, Asked

            AnalysisStore().keep(Asked(self.article, options, corrections), analysis)

        async with self._lock:
            await self._done(kept)

    @property
    def corrections(self) -> Sequence[Correction]:
        """What the user has set right by now."""
        return self._store.corrections if self._store is not None else ()

    async def correct(self, correction: Correction) -> str | None:
        """Keep a correction; gives what is wrong with that, if anything, in a sentence."""
        async with self._lock:
            if (store := self._store) is None:
                return None
            await asyncio.to_thread(store.add, correction)
            return store.problem

    async def undo(self) -> tuple[Correction | None, str | None]:
        """Take back the latest correction; gives it, and what is wrong, as `correct` does."""
        async with self._lock:
            if (store := self._store) is None:
                return None, None
            return await asyncio.to_thread(store.undo), store.problem

    async def _done(self, work: Callable[[], _T]) -> _T | None:
        def told() -> tuple[_T | None, str]:
            from tui.store.database import StoreError

            try:
                return work(), ""
            except StoreError as error:
                return None, str(error)

        found, problem = await asyncio.to_thread(told)
        if problem:
            self._tell_once(problem)
        return found

    def _tell_once(self, problem: str) -> None:
        if problem not in self._told:
            self._told.add(problem)
            self._tell(problem)
