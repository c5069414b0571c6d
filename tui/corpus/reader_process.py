"""How a process of the local cluster begins (a preload of Dask): it hears no ctrl+c, says nothing.

Whoever presses ctrl+c means the run, which ends its processes itself.
"""

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from distributed import Worker


def dask_setup(worker: "Worker") -> None:
    """Called by Dask in the new process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not os.environ.get("PULLQUOTE_DEBUG"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
