"""The wish to write something into a new file."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class ExportRequested(Message):
    """Some `text` is to be written into a file that is called after a `name`."""

    name: str
    text: str
