"""The user's key map: what it makes of the table of actions, and what of it cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from textual.keys import Keys, key_to_character

from tui.reader.actions import FIXED, TABLE, Action, meet

_BY_ID: Final = {action.id: action for action in TABLE}
_NAMED_KEYS: Final = frozenset(key.value for key in Keys)


def with_keys(user_keys: Mapping[str, str]) -> tuple[tuple[Action, ...], tuple[str, ...]]:
    """The table with the user's keys in it, and one sentence for each of them that was ignored.

    `user_keys` maps an action's id to its keys, parted by commas. A key that the user gives to an
    action is taken from any other that it could mean on the same screen; `FIXED` ones keep theirs.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for name, written in user_keys.items():
        if name not in _BY_ID:
            problems.append(f"keys: there is no action {name!r}")
            continue
        keys = []
        for key in _split(written):
            problem = _problem(key, _BY_ID[name], wanted, user_keys)
            if problem:
                problems.append(f"keys: {name}: {problem}")
            else:
                keys.append(key)
        count = len(_BY_ID[name].keys)
        if _BY_ID[name].numbered and len(keys) != count:
            problems.append(f"keys: {name} takes {count} keys, not {len(keys)}")
        elif keys:
            own = _BY_ID[name].keys if name in FIXED else ()
            wanted[name] = tuple(dict.fromkeys([*own, *keys]))
    table = []
    for action in TABLE:
        rivals = [_BY_ID[name] for name in wanted if name != action.id]
        taken = {
            key for rival in rivals if meet(rival.scope, action.scope) for key in wanted[rival.id]
        }
        kept = tuple(key for key in action.keys if key not in taken)
        table.append(replace(action, keys=wanted.get(action.id, kept)))
    return tuple(table), tuple(problems)


def keymap(actions: Iterable[Action]) -> dict[str, str]:
    """The keys that are not the table's own by their bindings' ids, for `App.set_keymap`."""
    return {
        str(binding.id): binding.key
        for action in actions
        if action.keys and action != _BY_ID[action.id]
        for binding in action.bindings()
    }


def _split(written: str) -> list[str]:
    """Keys parted by commas, each as the character that it types if it types one."""
    return [key_to_character(key.strip()) or key.strip() for key in written.split(",")]


def _problem(
    key: str, action: Action, wanted: Mapping[str, tuple[str, ...]], user_keys: Mapping[str, str]
) -> str:
    """Why an action cannot have this key; empty where it can."""
    if not _is_key(key):
        return f"{key!r} is no key"
    for other in TABLE:
        if other.id != action.id and meet(other.scope, action.scope):
            fixed = other.id in FIXED or (other.numbered and other.id not in user_keys)
            if key in wanted.get(other.id, other.keys if fixed else ()):
                return f"{key} belongs to {other.id}"
    return ""


def _is_key(key: str) -> bool:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    known = base in _NAMED_KEYS or key_to_character(base) is not None
    return known and {*modifiers} <= {"ctrl", "shift", "alt", "super"}
