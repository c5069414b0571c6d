"""`pullquote serve`: shows the reader in a browser until it is told to stop."""

import asyncio
import contextlib
import logging
import os
import signal
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.article.cleaning import clean_line
from tui.article.formats import missing
from tui.article.loading import ArticleError
from tui.article.opening import Listing, opened
from tui.article.sources import PASSING
from tui.exit_status import failed, refused, say
from tui.serve.listening import LOOPBACK, ListenError, address, is_loopback, listen

if TYPE_CHECKING:
    from tui.serve.sessions import Sessions

SESSIONS: Final = 4
_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


def serve(
    sources: Sequence[str],
    *,
    host: str = LOOPBACK,
    port: int | None = None,
    sessions: int = SESSIONS,
) -> int:
    """Serve the reader of an article, or of the library of several, until a signal ends it.

    The address, with the token that lets its user in, is the only line on standard output. Without
    a `port` the first one is taken that is free, from 8000 on. `sessions` are the most readers at
    once. Gives the exit status: 1 where no source can be read, the port cannot be had or the
    extra is not installed, 2 for standard input, which no second page could read; else 128 and
    the signal's number.
    """
    if any(source in PASSING for source in sources):
        return refused("serve takes a file, a folder or an address: a pipe is read only once")
    try:
        import aiohttp
        import textual_serve
    except ModuleNotFoundError:
        return failed(missing("serve", "readers in a browser"))
    del aiohttp, textual_serve
    try:
        title = _title(sources)
        listener = listen(host, port)
    except (ArticleError, ListenError) as error:
        return failed(str(error))
    if not os.environ.get("PULLQUOTE_DEBUG"):
        for name in ("aiohttp", "asyncio"):  # what fails is told in a sentence, in the page
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False
    with listener:
        return asyncio.run(_serve(sources, title, listener, host, sessions))


async def _serve(
    sources: Sequence[str], title: str, listener: socket.socket, host: str, sessions: int
) -> int:
    from aiohttp.web import AppRunner, SockSite

    from tui.serve.door import Door
    from tui.serve.looks import settled_looks
    from tui.serve.sessions import Sessions, command
    from tui.serve.site import Site

    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    readers = Sessions(command(sources), sessions)
    _heed_signals(told, readers)
    door = Door.before(listener, host)
    site = Site(door, readers, title, settled_looks())
    runner = AppRunner(site.application(), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await SockSite(runner, listener).start()
    print(f"{address(listener, host)}/?token={door.token}", flush=True)
    if not is_loopback(listener):
        say("whoever has this address, or listens on the network, can read along: "
             "nothing is encrypted")  # fmt: skip
    say("open the address in a browser; ctrl+c stops it")
    number = await told
    await site.close()
    await runner.cleanup()
    say("stopped")
    return 128 + number


def _heed_signals(told: "asyncio.Future[int]", readers: "Sessions") -> None:
    """Let the first signal be `told`; a second one ends the readers at once.

    A signal that is ignored, as `nohup` has it, stays so.
    """

    def heard(number: int) -> None:
        if told.done():
            readers.kill()
        else:
            told.set_result(number)

    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with contextlib.suppress(NotImplementedError):  # on Windows, ctrl+c is an exception
                asyncio.get_running_loop().add_signal_handler(number, heard, number)


def _title(sources: Sequence[str]) -> str:
    """What the page is called. Raises ArticleError where there is nothing to read."""
    found = opened(sources)
    if isinstance(found, Listing):
        return clean_line(found.name) or "pullquote"
    return found.title or clean_line(Path(found.origin).name)
