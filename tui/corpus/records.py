"""One article of many before it is read: its bytes, what is told beside them, and its key."""

import os
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Form = Literal["file", "text", "article"]


@dataclass(frozen=True, slots=True)
class Head:
    """What a row of a table tells of an article beside its text."""

    title: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An article as it is handed to whoever reads it.

    `data` is what `form` says: the bytes of a file, whose `name` may help to tell its kind; a text
    in UTF-8, with what its row tells as its `head`; or an article as `article_to_json` has it.
    `source` is clean, and goes into the tables; `place` is where exactly the record stands, which
    tells one that is met again from another with the same content. `size` is how many bytes of
    the input it takes, for the progress alone.
    """

    source: str
    place: str
    data: bytes
    form: Form = "file"
    name: str = ""
    head: Head = Head()
    size: int = 0

    @property
    def key(self) -> str:
        """32 hex digits of a SHA-256 over its bytes and what is told beside them."""
        digest = sha256(self.data)
        for name, value in (
            ("title", self.head.title),
            ("byline", self.head.byline),
            ("date", self.head.date),
        ):
            if value is not None:
                digest.update(f"\0{name}\0{value}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be handed on, and why; `source` and `error` are clean."""

    source: str
    error: str
    place: str
    size: int = 0


Met = Record | Problem


def place_of(path: str, part: object = "") -> str:
    """Where a file is, or something in it, whichever folder it is looked at from."""
    return f"{os.path.abspath(path)}\0{part}"  # noqa: PTH100 -- a link stays one
