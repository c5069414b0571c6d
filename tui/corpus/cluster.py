"""The processes that read, by Dask: a cluster on this machine, or one that is there."""

import logging
import os
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from tui.analysis.encoder import cores
from tui.corpus.engine_name import engine_name
from tui.corpus.parts import Part, Reading
from tui.corpus.reading import OtherEngineError, read_part

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

_FOUND_IN: Final = "10s"
_COME_BACK: Final = 60.0
"""So many seconds a scheduler that is lost is waited for."""
_LOOKED_AT: Final = 5.0
_BEGUN: Final = 120.0
"""So many seconds our own processes have to be there again after they have all died."""
_SETTINGS: Final = {
    # a part that was being read when three processes died is read one by one
    "distributed.scheduler.allowed-failures": 2,
    # a part a process: the others wait with the scheduler, for whoever is done first
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.scheduler.work-stealing": False,
    "distributed.admin.low-level-log-length": 1000,
    "distributed.diagnostics.nvml": False,
    # nobody asks what the processes' threads do, a hundred times a second, nor how late their loops
    # are: it would cost a twentieth of the time, and more memory the longer a run is
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.tick.interval": "200ms",
    # nor is anything told by HTTP to whoever else is on the machine
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
_NOISY: Final = ("distributed", "tornado", "asyncio", "bokeh")


class ClusterError(Exception):
    """The cluster cannot be used, or no longer; a sentence says why."""


class KilledError(Exception):
    """Who read a part was killed, again and again."""


class Readers(Protocol):
    """Processes that read parts."""

    def submit(self, part: Part) -> None:
        """Have a part read; several of one number may be read at a time."""

    def done(self, seconds: float) -> Iterator[tuple[Part, Reading | Exception]]:
        """The parts that are read since this was last asked, waiting so long at most for one.

        An exception tells why a part could not be read. Raises ClusterError where nothing can be
        read any more.
        """

    @property
    def processes(self) -> int:
        """How many there are."""

    def close(self) -> None:
        """End them, or leave them where they are not ours, in order."""

    def kill(self) -> None:
        """End them at once."""


class DaskReaders:
    """Readers in a Dask cluster; made by `local_readers` or `readers_at`."""

    def __init__(
        self,
        connected: "Callable[[], Client]",
        say: Callable[[str], None],
        address: str | None = None,
        cluster: "LocalCluster | None" = None,
    ) -> None:
        self._connected, self._say = connected, say
        self._address, self._cluster = address, cluster
        self._client = connected()
        self._reading: dict[Future, Part] = {}
        self._news = threading.Event()
        self._there = time.monotonic()
        self._count, self._counted = 0, 0.0

    def submit(self, part: Part) -> None:
        """Have a part read."""
        try:
            future = self._client.submit(
                read_part, part, engine_name(), pure=False, retries=0, key=_key(part)
            )
        except (OSError, RuntimeError):  # between two connections
            self._connect_again([*self._reading.values(), part])
            return
        self._reading[future] = part
        future.add_done_callback(lambda _: self._news.set())

    def done(self, seconds: float) -> Iterator[tuple[Part, Reading | Exception]]:
        """The parts that are read since this was last asked. Raises ClusterError."""
        from distributed.client import FutureCancelledError

        if self._cluster is None or self.processes:
            self._there = time.monotonic()
        elif time.monotonic() - self._there > _BEGUN:
            raise ClusterError("the processes that read cannot be begun")
        self._news.wait(seconds)
        self._news.clear()
        states = [(future, future.status) for future in self._reading]
        # what is "lost" was held by a worker that died: it is read again by another one
        if self._client.status != "running" or any(s == "cancelled" for _, s in states):
            self._connect_again(list(self._reading.values()))
            return
        for future, state in states:
            if state in ("finished", "error"):
                try:
                    found = self._found(future, state)
                except (OSError, TimeoutError, FutureCancelledError):
                    continue  # the connection, or who had it, is lost: it is read again
                part = self._reading.pop(future)
                future.release()
                yield part, found

    def _found(self, future: "Future", state: str) -> "Reading | Exception":
        from distributed.scheduler import KilledWorker

        if state == "finished":
            result: Reading = future.result(timeout=60)
            return result
        error = future.exception(timeout=60)
        if isinstance(error, KilledWorker):
            return KilledError()
        if isinstance(error, OtherEngineError):
            raise ClusterError(_other(str(error)))
        if isinstance(error, ModuleNotFoundError):
            raise ClusterError(f"a worker of the cluster lacks something: {error}")
        return error if isinstance(error, Exception) else RuntimeError(str(error))

    @property
    def processes(self) -> int:
        """How many there are, as far as was seen lately."""
        now = time.monotonic()
        if now - self._counted > _LOOKED_AT:
            with suppress(OSError, TimeoutError, RuntimeError):
                self._count, self._counted = sum(self._client.nthreads().values()), now
        return self._count

    def check(self) -> None:
        """Look whether all workers have this engine. Raises ClusterError."""
        try:
            engines = self._client.run(engine_name, on_error="return")
        except (OSError, TimeoutError) as error:
            raise ClusterError(f"the cluster does not answer: {error}") from None
        for worker, engine in engines.items():
            if isinstance(engine, BaseException):
                raise ClusterError(f"the worker {worker} has no pullquote of this kind: {engine}")
            if engine != engine_name():
                raise ClusterError(_other(str(engine)))

    def close(self) -> None:
        """End what is ours in order."""
        with suppress(OSError, TimeoutError, RuntimeError):
            self._client.close(timeout=5)
        if self._cluster is not None:
            with suppress(OSError, TimeoutError, RuntimeError):
                self._cluster.close(timeout=10)

    def kill(self) -> None:
        """End our processes at once; a cluster that is not ours is told to read no more."""
        if self._cluster is None:
            with suppress(OSError, TimeoutError, RuntimeError):
                self._client.cancel(list(self._reading), force=True)
                self._client.close(timeout=2)
            return
        with suppress(OSError, TimeoutError, RuntimeError):
            self._client.close(timeout=1)
        _killed(self._cluster)

    def _connect_again(self, parts: Sequence[Part]) -> None:
        """Find the scheduler again, and have read what it was reading. Raises ClusterError."""
        if self._address is None:
            raise ClusterError("the cluster of this machine has ended")
        self._say(f"the scheduler at {self._address} is lost: waiting for it")
        self._reading.clear()
        with suppress(OSError, TimeoutError, RuntimeError):
            self._client.close(timeout=1)
        deadline = time.monotonic() + _COME_BACK
        while True:
            try:
                self._client = self._connected()
                self.check()
                break
            except (OSError, TimeoutError):
                if time.monotonic() > deadline:
                    raise ClusterError(f"the scheduler at {self._address} is lost") from None
                time.sleep(0.5)
        self._say(f"the scheduler at {self._address} is there again")
        for part in parts:
            self.submit(part)


def local_readers(processes: int | None, scratch: Path, say: Callable[[str], None]) -> DaskReaders:
    """A cluster for this run alone: a process a core, or as many as are wished.

    Nobody else on the machine can send it anything: it listens on loopback, and whoever speaks to
    it needs a certificate that is in this process only. `scratch` is a folder of its own.
    """
    import dask
    from distributed import Client, LocalCluster, Security

    _be_quiet()
    security = Security.temporary()
    dask.config.set(_SETTINGS)

    def made() -> LocalCluster:
        return LocalCluster(
            n_workers=processes or cores(),
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            protocol="tls://",
            security=security,
            dashboard_address=None,
            worker_dashboard_address=None,
            local_directory=str(scratch),
            silence_logs=logging.CRITICAL + 1,
            preload=["tui.corpus.reader_process"],
        )

    cluster = _deaf(made)

    def connected() -> Client:
        return Client(cluster, security=security, set_as_default=False)

    return DaskReaders(connected, say, cluster=cluster)


def readers_at(address: str, say: Callable[[str], None]) -> DaskReaders:
    """The cluster whose scheduler is at an address; its TLS is told by Dask's own settings.

    Raises ClusterError where it cannot be used.
    """
    from distributed import Client

    _be_quiet()

    def connected() -> Client:
        return Client(address, timeout=_FOUND_IN, set_as_default=False)

    try:
        readers = DaskReaders(connected, say, address)
    except (OSError, TimeoutError, ValueError, TypeError):
        raise ClusterError(f"no scheduler answers at {address}") from None
    try:
        readers.check()
    except ClusterError:
        readers.close()
        raise
    if not readers.processes:
        say(f"the scheduler at {address} has no workers yet: waiting for some")
    return readers


def _deaf(made: "Callable[[], LocalCluster]") -> "LocalCluster":
    """A cluster whose processes do not hear what a terminal sends to all that run in it.

    Whoever presses ctrl+c means the run, which ends its processes itself. A blocked signal stays
    so in all that a thread starts: the cluster's own loop, and the processes that this starts.
    """

    if hasattr(signal, "pthread_sigmask"):
        _track_quietly()  # which unblocks the signal where it is done first

    def block() -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})

    with ThreadPoolExecutor(1, initializer=block) as thread:
        making = thread.submit(made)
        try:
            return making.result()
        except BaseException:
            if making.exception() is None:  # it was this thread that heard a signal
                _killed(making.result())
            raise


def _track_quietly() -> None:
    """Begin Python's own process that cleans up after others; of a run that was killed it is not
    to tell the terminal how much that was.
    """
    from multiprocessing.resource_tracker import ensure_running

    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore"
    try:
        ensure_running()
    finally:
        del os.environ["PYTHONWARNINGS"]
        if before is not None:
            os.environ["PYTHONWARNINGS"] = before


def _killed(cluster: "LocalCluster") -> None:
    """End the processes of a cluster at once."""
    for nanny in list(cluster.workers.values()):
        nanny.auto_restart = False
        if nanny.pid:
            with suppress(OSError):
                os.kill(nanny.pid, signal.SIGKILL)
    with suppress(OSError, TimeoutError, RuntimeError):
        cluster.close(timeout=10)


def _be_quiet() -> None:
    """What goes wrong is told in a sentence, not in a library's log."""
    if os.environ.get("PULLQUOTE_DEBUG"):
        return
    warnings.filterwarnings("ignore", module=r"distributed|dask")
    for name in [*_NOISY, *logging.root.manager.loggerDict]:
        if name.partition(".")[0] in _NOISY:  # some have handlers and levels of their own
            logger = logging.getLogger(name)
            logger.handlers[:] = [logging.NullHandler()]
            logger.setLevel(logging.CRITICAL + 1)
            logger.propagate = False


def _key(part: Part) -> str:
    return f"read-{part.number}-{os.urandom(6).hex()}"


def _other(engine: str) -> str:
    return (
        f"a worker of the cluster has another engine ({engine}) than this command"
        f" ({engine_name()}): all need the same version of pullquote"
    )
