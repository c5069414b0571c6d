"""What is asked of the engine about one article: its reading, other summaries, corrections."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.options import Length, Options
from tui.analysis.summary_length import stepped
from tui.article.model import Article
from tui.reader.engine_client import EngineClient

if TYPE_CHECKING:
    from tui.analysis.corrections import Correction
    from tui.analysis.model import Analysis


class Inquiry:
    """The questions about an article, and what holds for all of them by now.

    `corrections` gives what its user has set right: it is called with the first question.
    """

    def __init__(
        self,
        engine: EngineClient,
        article: Article,
        options: Options,
        corrections: Callable[[], Sequence[Correction]] = tuple,
    ) -> None:
        self.article = article
        self._engine, self._options, self._corrections = engine, options, corrections

    def answers(self, view: int) -> AsyncIterator[Analysis]:
        """The analyses as they come; what stands at the offset `view` is read first."""
        return self._engine.follow(self.article, self._options, view, self._corrections())

    def lengthen(self, by: int) -> Length | None:
        """Let summaries be a step longer, or shorter (-1): how long, or None where none is left."""
        length = stepped(self._options.sentences, by)
        if length == self._options.sentences:
            return None
        self._options = replace(self._options, sentences=length)
        return length

    async def ask_for_summaries(self) -> None:
        """Ask for the summaries anew; `answers` yields them. Raises EngineError."""
        await self._engine.wish(self._options)

    async def correct(self, corrections: Sequence[Correction]) -> None:
        """Let these be the corrections: `answers` yields the analysis. Raises EngineError."""
        await self._engine.correct(corrections)
