"""What is asked of the engine about one article, unless the answer is kept from another time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.analysis.options import Length, Options
from tui.analysis.summary_length import stepped
from tui.article.model import Article
from tui.reader.engine_client import EngineClient, EngineError
from tui.reader.keeping import Keeping

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.store.articles import Place

_AGAIN: Final = "Longer or shorter summaries ask it again."


class Inquiry:
    """The questions about an article, and what holds for all of them by now."""

    def __init__(self, engine: EngineClient, keeping: Keeping, options: Options) -> None:
        self._engine, self._keeping, self._options = engine, keeping, options
        self._wished = asyncio.Event()
        self._followed = False
        self.is_read = False
        """Whether the engine has read the article: what is asked is then answered at once."""

    @property
    def article(self) -> Article:
        """What all questions are about."""
        return self._keeping.article

    async def place(self) -> Place | None:
        """Where the article was left; to be asked first."""
        return await self._keeping.open()

    async def answers(self, view: int, tell: Callable[[str], None]) -> AsyncIterator[Analysis]:
        """The analyses as they come; what stands at the offset `view` is read first.

        Where the whole is kept, that is the first, and the engine is only started when something
        else is asked for; until that is known whole, there are no answers then. What goes wrong is
        told in a sentence; the engine is then started anew when something else is asked for.
        """
        kept = await self._keeping.analysis(self._options)
        if kept is not None:
            yield kept
            await self._wished.wait()
        whole = kept is not None
        while True:
            self._followed = True
            corrections = self._keeping.corrections
            try:
                async for analysis in self._engine.follow(
                    self.article, self._options, view, corrections
                ):
                    asked = self._engine.asked
                    self.is_read = analysis.done >= 1.0
                    if self.is_read or not whole:
                        yield analysis
                    if self.is_read:
                        whole = True
                        await self._keeping.keep(analysis, *asked)
                return
            except EngineError as error:
                self._followed = self.is_read = False
                self._wished.clear()
                tell(f"{error} {_AGAIN}")
            await self._wished.wait()

    def lengthen(self, by: int) -> Length | None:
        """Let summaries be a step longer, or shorter (-1): how long, or None where none is left."""
        length = stepped(self._options.sentences, by)
        if length == self._options.sentences:
            return None
        self._options = replace(self._options, sentences=length)
        return length

    async def ask_for_summaries(self) -> None:
        """Ask for the summaries anew; `answers` yields them. Raises EngineError."""
        self._wished.set()
        if self._followed:
            await self._engine.wish(self._options)

    async def ask_for_corrections(self) -> None:
        """Ask for the analysis with the corrections that are kept by now, in the same way."""
        self._wished.set()
        if self._followed:
            await self._engine.correct(self._keeping.corrections)
