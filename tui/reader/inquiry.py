"""What is asked of the engine about one article: its reading, other summaries, corrections."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis, Length, Options
from tui.analysis.summary_length import stepped
from tui.article.model import Article
from tui.reader.engine_client import EngineClient


class Inquiry:
    """The questions about an article, and what holds for all of them by now."""

    def __init__(
        self,
        engine: EngineClient,
        article: Article,
        options: Options,
        corrections: Sequence[Correction] = (),
    ) -> None:
        self.article = article
        self._engine, self._options, self._corrections = engine, options, tuple(corrections)

    def answers(self, view: int) -> AsyncIterator[Analysis]:
        """The analyses as they come; what stands at the offset `view` is read first."""
        return self._engine.follow(self.article, self._options, view, self._corrections)

    def lengthen(self, by: int) -> Length | None:
        """Let summaries be a step longer, or shorter (-1): how long, or None where none is left."""
        length = stepped(self._options.sentences, by)
        if length == self._options.sentences:
            return None
        self._options = replace(self._options, sentences=length)
        return length

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Let these be the corrections of the article."""
        self._corrections = tuple(corrections)

    async def ask_for_summaries(self) -> None:
        """Ask for the summaries anew; `answers` yields them. Raises EngineError."""
        await self._engine.wish(self._options)

    async def ask_for_corrections(self) -> None:
        """Ask for the corrected analysis; `answers` yields it. Raises EngineError."""
        await self._engine.correct(self._corrections)
