"""The exit statuses, and the one line on standard error that is said of a run."""

import sys
from typing import Final

from tui.article.cleaning import clean_line

DONE: Final = 0
UNREADABLE: Final = 1
"""A source cannot be read, or nobody has a wished name."""
USAGE: Final = 2
INTERRUPTED: Final = 130


def say(message: str) -> None:
    """Say something that is none of what is asked for: one line on standard error."""
    print(f"pullquote: {clean_line(message)}", file=sys.stderr, flush=True)


def failed(message: str) -> int:
    """Say what failed; the others may still be done."""
    say(message)
    return UNREADABLE


def refused(message: str) -> int:
    """Say what cannot be asked for."""
    say(message)
    return USAGE
