"""The keys of every screen, from the reader's table of actions."""

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from tui.reader.actions import FIXED, LISTS, TABLE, Action, Scope
from tui.training.reference.markdown import code, table

_SCREENS: Final[Mapping[Scope, str]] = {
    "everywhere": "Everywhere",
    "article": "In an article",
    "comparison": "Two voices side by side",
    "list": "In every list",
    "library": "In the library",
    "statements": "What a voice said in other articles",
    "clippings": "Clippings",
    "export": "The forms of an export",
    "corpus": "Who speaks in a corpus",
    "said": "The statements of a corpus",
    "subjects": "Names, to choose one",
    "namesakes": "Namesakes, to choose one",
    "help": "The help",
    "correction": "A correction",
}


def keys() -> str:
    """A table for each screen."""
    return f"""\
## Keys

The name of an action is what stands before its keys under `[keys]` in
[a settings file](#settings): `why = "z, f5"`. {_fixed()}

{"".join(_tables())}"""


def _fixed() -> str:
    fixed = [action for action in TABLE if action.id in FIXED]
    names = " and ".join(code(action.id) for action in fixed)
    return f"{names} keep their own keys whatever stands there."


def _tables() -> Iterator[str]:
    for scope in sorted(get_args(Scope), key=[*_SCREENS].index):
        rows = (_row(action) for action in TABLE if action.scope == scope)
        yield f"### {_SCREENS[scope]}\n\n"
        yield "These stand beside those of every list.\n\n" if scope in LISTS else ""
        yield table(("key", "action", "does"), rows) + "\n"


def _row(action: Action) -> tuple[str, str, str]:
    return code(action.shown_keys), code(action.id), action.tooltip or action.title
