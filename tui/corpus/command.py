"""`pullquote corpus`: what may be asked for, what ends it, and what is said of it."""

import os
import shlex
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from tui.article.formats import missing
from tui.article.sources import PASSING
from tui.exit_status import DONE, failed, refused, say
from tui.export.report_words import counted

if TYPE_CHECKING:
    from tui.corpus.run import Done

_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_MANY_PARTS: Final = 50
"""To link the voices of so many takes long enough to be told."""
_LONG: Final = 400
"""Sources that take more characters than this are not told again."""
_AGAIN: Final = "the same command goes on from there"


class _EndedError(BaseException):
    """A signal ends the run."""


class _Ending:
    """The signal that ends a run, once one was heard.

    Its error may be lost where it is raised: there are libraries that go on after any error.
    """

    def __init__(self) -> None:
        self.number = 0

    def check(self) -> None:
        """Raise the error where it was lost."""
        if self.number:
            raise _EndedError


def corpus(
    sources: Sequence[str],
    folder: str,
    *,
    scheduler: str | None = None,
    processes: int | None = None,
) -> int:
    """Read all articles of some sources into the tables in a folder; gives the exit status.

    Without a `scheduler` it makes a cluster for itself, of so many `processes` or one a core. 1
    where nothing could be read or the run could not end, 2 where the folder cannot take it, else
    128 and the number of the signal that ended it.
    """
    if any(source in PASSING for source in sources):
        return refused("corpus takes files and folders: a pipe could not be read a second time")
    if scheduler and processes:
        return refused("--processes is for the cluster that is made here, not for a scheduler's")
    try:
        import cryptography
        import dateutil
        import distributed
        import pyarrow
    except ModuleNotFoundError:
        return failed(missing("corpus", "tables of many articles"))
    del cryptography, dateutil, distributed, pyarrow
    return _run(sources, Path(folder), scheduler, processes)


def _run(sources: Sequence[str], folder: Path, scheduler: str | None, processes: int | None) -> int:
    from tui.corpus.cluster import ClusterError
    from tui.corpus.folder import FolderError, TakenError, claimed
    from tui.corpus.ledger import Ledger, LedgerError
    from tui.corpus.run import Done, Run

    begun, done, ending = time.monotonic(), Done(), _Ending()
    try:
        with _heard_by(ending):
            claim = claimed(folder)
            with Ledger(folder) as ledger:
                Run(folder, ledger, done, scheduler, processes, ending.check).read(sources)
                _link(folder, done)
            if claim.is_new and not done.articles:
                claim.give_back()
    except TakenError as error:
        return refused(f"{error}: choose another folder, {_elsewhere(sources, folder)}")
    except FolderError as error:
        return refused(str(error))
    except LedgerError as error:
        return failed(f"{folder}: {error}")
    except _EndedError:
        say(f"stopped; {counted(done.articles, 'article')} read now: {_AGAIN}")
        return 128 + ending.number
    except ClusterError as error:
        return failed(f"{error}; {counted(done.articles, 'article')} read now: {_AGAIN}")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return failed(f"cannot write in {folder}: {reason}; {_AGAIN}")
    return _told(folder, done, time.monotonic() - begun)


def _elsewhere(sources: Sequence[str], folder: Path) -> str:
    """The command that reads the same into a folder beside this one."""
    named = shlex.join(sources)
    if len(named) > _LONG:
        named = "SOURCE..."
    beside = (folder.with_name(f"{folder.name}-{number}") for number in count(2))
    free = next(path for path in beside if not os.path.lexists(path))
    return f"as in: pullquote corpus {named} -o {shlex.quote(str(free))}"


def _link(folder: Path, done: "Done") -> None:
    """Find out who is who over all articles, unless that is known. Raises OSError."""
    from tui.corpus.corpus_folder import whole_parts
    from tui.corpus.engine_name import engine_name
    from tui.corpus.linking import is_linked, link

    if not (done.articles or done.known) or is_linked(folder):
        return
    if len(whole_parts(folder).numbers) > _MANY_PARTS:
        say("finding out who is the same in several articles …")
    link(folder, engine_name())


def _told(folder: Path, done: "Done", seconds: float) -> int:
    """Say what was done, and what could not be read; gives the exit status."""
    for source, error in done.failed:
        if (source, error) not in done.told:
            say(f"cannot read {source}: {error}")
    if more := done.errors - len(done.failed):
        say(f"and {counted(more, 'source')} more cannot be read")
    errors = folder / "errors"
    where = f" (see {errors})" if done.errors and errors.exists() else ""
    were = "was" if done.known == 1 else "were"
    before = f"; {done.known:,} {were} read before" if done.known else ""
    line = (
        f"{counted(done.articles, 'article')}, {counted(done.quotes, 'quote')},"
        f" {counted(done.errors, 'error')}{where}, {counted(done.duplicates, 'duplicate')}"
        f" in {_duration(seconds)}{before}"
    )
    if not done.articles and not done.known:
        return failed(f"nothing could be read: {line}")
    say(line)
    return DONE


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


@contextmanager
def _heard_by(ending: _Ending) -> Iterator[None]:
    """Let the signals that end a program end a run; a second one ends it as it stands."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def heard(number: int, frame: FrameType | None) -> None:
        for known in before:
            signal.signal(known, signal.SIG_DFL)
        ending.number = number
        raise _EndedError

    known = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    before = {n: signal.getsignal(n) for n in known if signal.getsignal(n) is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, heard)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
