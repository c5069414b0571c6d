"""The reader with ears: what it logs, warns of or lets fall unheard is written into a file.

python -m tests.soak.overheard FILE [ARGUMENTS OF THE COMMAND ...]
"""

import logging
import sys
import threading
import warnings
from types import TracebackType

from tui.cli import main

LOG = logging.getLogger("overheard")
OURS = ("overheard", "asyncio", "py.warnings")
"""What others log is about the articles."""


def _unheard(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> None:
    LOG.error("nobody heard of this", exc_info=error or True)


if __name__ == "__main__":
    ears = logging.FileHandler(sys.argv[1])
    ears.addFilter(lambda told: told.name in OURS)
    logging.basicConfig(handlers=[ears], level=logging.WARNING)
    logging.captureWarnings(True)
    warnings.simplefilter("default")
    sys.unraisablehook = lambda told: _unheard(told.exc_type, told.exc_value, told.exc_traceback)
    threading.excepthook = lambda told: _unheard(told.exc_type, told.exc_value, told.exc_traceback)
    sys.exit(main(sys.argv[2:]))
