"""The exit statuses, and the one line on standard error that goes with a failure."""

import sys
from typing import Final

from tui.article.cleaning import clean_line

DONE: Final = 0
UNREADABLE: Final = 1
"""A source cannot be read, or nobody has a wished name."""
USAGE: Final = 2
INTERRUPTED: Final = 130


def failed(message: str) -> int:
    """Say what failed; the others may still be done."""
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return UNREADABLE


def refused(message: str) -> int:
    """Say what cannot be asked for."""
    print(f"pullquote: {clean_line(message)}", file=sys.stderr)
    return USAGE
