"""What is asked of a corpus beside the interface: on threads, until it is taken back."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation

_T = TypeVar("_T")
_AT_ONCE: Final = 6
_NICENESS: Final = 5


class CorpusInquiry:
    """The questions to one corpus, which is opened, on a thread too, by the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._corpus: Corpus | None = None
        self._opening = threading.Lock()
        self._threads = ThreadPoolExecutor(_AT_ONCE, "question", initializer=_step_back)
        self._open_questions: set[Cancellation] = set()
        self._is_closed = False

    @property
    def name(self) -> str:
        """What the corpus is called."""
        return self.folder.resolve().name or str(self.folder)

    async def ask(self, work: "Callable[[Corpus, Cancellation], _T]") -> _T:
        """What some work gives that asks the corpus.

        Whoever waits no longer takes the question back. Raises CorpusError, with a sentence for
        the user, and asyncio.CancelledError.
        """
        from tui.corpus.cancelling import Cancellation, Cancelled

        if self._is_closed:
            raise asyncio.CancelledError
        cancellation = Cancellation()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, self.ask_now, work, cancellation)
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
        self._threads.shutdown(wait=False, cancel_futures=True)


def _step_back() -> None:
    """Let the keys come first: this thread, and those that it starts, have what is left over."""
    if sys.platform == "linux":  # elsewhere all threads of a process have one priority
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
