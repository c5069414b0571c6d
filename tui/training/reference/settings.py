"""The settings, from what reads them."""

from collections.abc import Iterator
from typing import Final

from tui.reader.app import ReaderApp
from tui.reader.themed_app import READING_DARK
from tui.settings import NAMES, PURPOSES, Settings, allowed, written
from tui.training.reference.markdown import code, listed, table

_KEYS: Final = NAMES[-1]


def settings() -> str:
    """Every setting of the file, with what it may be and what it is otherwise."""
    return f"""\
## Settings

A settings file is TOML; `pullquote config` says where it lies, and prints all that holds.
[An example](../README.md#settings) shows one.

{table(("setting", "what it is", "may be", "default"), _rows())}"""


def _rows() -> Iterator[tuple[str, str, str, str]]:
    themes, usual = ReaderApp(Settings()).available_themes, Settings(theme=READING_DARK.name)
    for name in NAMES:
        if name == _KEYS:
            values, value = "a line for each of [these actions](#keys)", "those of the tables below"
            name = f"[{name}]"
        else:
            values = allowed(name)
            value = code(written(getattr(usual, name)))
        if name == "theme":
            values = listed(sorted(themes))
        yield code(name), PURPOSES[name.strip("[]")], values, value
