"""How a process of the local cluster begins (a preload of Dask): it writes on no terminal."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from distributed import Worker


def dask_setup(worker: "Worker") -> None:
    """Called by Dask in the new process."""
    if not os.environ.get("PULLQUOTE_DEBUG"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
