"""The wish to write something into a new file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from tui.analysis.model import Analysis


@dataclass
class ExportWanted(Message):
    """Somebody is to say in which form an analysis is to be written."""

    analysis: Analysis


@dataclass
class FileRequested(Message):
    """What `text` gives is to be written into a new file at a path that somebody typed.

    The screen that has asked for the path asks again (`ask_where`) where it cannot be used.
    """

    path: Path
    text: Callable[[], str]
