"""The wish to write something into a new file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from textual.message import Message

from tui.analysis.model import Analysis


class FormShown(Protocol):
    """A form in which something can be written."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def ending(self) -> str:
        """What the names of its files end in."""

    @property
    def description(self) -> str:
        """One line for the user."""


@dataclass(frozen=True, slots=True)
class Exportable:
    """Something that can be written in some forms, by their names, on any thread.

    `glance` gives what is seen of it beforehand, of which there may be `more`; `not_seen` is said
    where nothing is. `not_copied` says why it cannot be copied, if it cannot.
    """

    title: str
    forms: Sequence[FormShown]
    written: Callable[[str], str]
    glance: Callable[[str], str]
    more: bool = False
    not_seen: str = ""
    not_copied: str = ""


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
