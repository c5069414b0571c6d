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


def _unheard(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> None:
    LOG.error("nobody heard of this", exc_info=error or True)


if __name__ == "__main__":
    logging.basicConfig(handlers=[logging.FileHandler(sys.argv[1])], level=logging.WARNING)
    logging.captureWarnings(True)
    warnings.simplefilter("default")
    sys.unraisablehook = lambda told: _unheard(told.exc_type, told.exc_value, told.exc_traceback)
    threading.excepthook = lambda told: _unheard(told.exc_type, told.exc_value, told.exc_traceback)
    sys.exit(main(sys.argv[2:]))
