"""What is asked of a corpus beside the interface: on threads, until it is taken back."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.corpus.asking import Cancellation, Corpus

_T = TypeVar("_T")


class CorpusInquiry:
    """The questions to one corpus, which is opened, on a thread too, by the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._corpus: Corpus | None = None
        self._opening = threading.Lock()
        self._open_questions: set[Cancellation] = set()
        self._is_closed = False

    @property
    def name(self) -> str:
        """What the corpus is called."""
        return self.folder.resolve().name or str(self.folder)

    @property
    def knows_meanings(self) -> bool:
        """Whether what its statements mean can be asked for."""
        from tui.corpus.corpus_folder import part_numbers

        return bool(part_numbers(self.folder, "vectors"))

    async def ask(self, work: "Callable[[Corpus, Cancellation], _T]") -> _T:
        """What some work gives that asks the corpus.

        Whoever waits no longer takes the question back. Raises CorpusError, with a sentence for
        the user, and asyncio.CancelledError.
        """
        from tui.corpus.asking import Cancellation
        from tui.corpus.corpus_folder import Cancelled

        cancellation = Cancellation()
        try:
            return await asyncio.to_thread(self.ask_now, work, cancellation)
        except asyncio.CancelledError:
            cancellation.cancel()
            raise
        except Cancelled:
            raise asyncio.CancelledError from None

    def ask_now(
        self, work: "Callable[[Corpus, Cancellation], _T]", cancellation: "Cancellation"
    ) -> _T:
        """The same, on the thread of whoever asks. Raises CorpusError and Cancelled."""
        from tui.corpus.asking import Corpus

        self._open_questions.add(cancellation)
        try:
            with self._opening:
                cancellation.check()
                if self._is_closed:
                    cancellation.cancel()
                    cancellation.check()
                if self._corpus is None:
                    self._corpus = Corpus(self.folder)
            return work(self._corpus, cancellation)
        finally:
            self._open_questions.discard(cancellation)

    def close(self) -> None:
        """Take every question back; nothing is asked any more."""
        self._is_closed = True
        for cancellation in [*self._open_questions]:
            cancellation.cancel()
