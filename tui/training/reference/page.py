"""The page as a whole: its parts in order, and what says whence each comes."""

from collections.abc import Mapping
from typing import Any, Final

from tui.training.reference.commands import commands
from tui.training.reference.json_document import json_document
from tui.training.reference.keys import keys
from tui.training.reference.python_names import python_names
from tui.training.reference.settings import settings

_HEAD: Final = """\
<!-- Made by `make reference` from the program itself: what is changed here by hand is lost. -->

# Reference

All that can be typed, set, pressed, read and called, from the program's own tables. How it is used
is told elsewhere: [the guide](guide.md) goes task by task, and each part names its page.

- [Commands](#commands) and [exit status](#exit-status)
- [Settings](#settings)
- [Keys](#keys)
- [JSON](#json)
- [Python](#python)
"""


def page(schema: Mapping[str, Any]) -> str:
    """The page in Markdown; `schema` is that of the JSON, docs/schema-1.json."""
    parts = (commands(), settings(), keys(), json_document(schema), python_names())
    return "\n".join(part.rstrip() + "\n" for part in (_HEAD, *parts))
