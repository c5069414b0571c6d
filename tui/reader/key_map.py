"""The user's key map: what it makes of the table of actions, and what of it cannot be."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from textual.keys import KEY_DISPLAY_ALIASES, KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys

from tui.reader.actions import FIXED, TABLE, Action, meet

_BY_ID: Final = {action.id: action for action in TABLE}
_NAMED_KEYS: Final = frozenset(key.value for key in Keys)
_AS_SHOWN: Final = {shown: key for key, shown in KEY_DISPLAY_ALIASES.items()}
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super"})
_ALWAYS_QUITS: Final = "ctrl+q"
_NO_KEY: Final = "none"
"""What Textual is told of an action without a key: no key is called so."""


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """What is wrong with the keys that the user gave to an action, in half a sentence."""

    action: str
    said: str


def with_keys(user_keys: Mapping[str, str]) -> tuple[tuple[Action, ...], tuple[KeyProblem, ...]]:
    """The table with the user's keys in it, and what of them was ignored.

    `user_keys` maps an action's id to its keys as they are written or shown, parted by commas;
    none takes the action's keys from it. A key that the user gives to an action is taken from any
    other that it could mean on the same screen, unless that would then have none; `FIXED` ones keep
    theirs. What is told of is not in the table.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    problems: list[KeyProblem] = []
    for name, written in user_keys.items():
        if name not in _BY_ID:
            problems.append(KeyProblem(name, f"there is no action {name!r}"))
            continue
        keys = []
        for key in map(_key, written.split(",") if written.strip() else ()):
            if problem := _problem(key, _BY_ID[name], wanted, user_keys):
                problems.append(KeyProblem(name, f"{name}: {problem}"))
            else:
                keys.append(key)
        count = len(_BY_ID[name].keys)
        if _BY_ID[name].numbered and len(keys) not in (0, count):
            problems.append(KeyProblem(name, f"{name} takes {count} keys, not {len(keys)}"))
        elif keys or not written.strip():
            own = _BY_ID[name].keys if name in FIXED else ()
            wanted[name] = tuple(dict.fromkeys([*own, *keys]))
    while (clash := _clash(wanted)) is not None:
        taker, key, without = clash
        said = (
            f"{taker}: {key} is the only key that is left to {without}: give {without} another"
            f' one, or say {without} = ""'
        )
        problems.append(KeyProblem(taker, said))
        left = tuple(other for other in wanted[taker] if other != key)
        if left and not _BY_ID[taker].numbered:
            wanted[taker] = left
        else:
            del wanted[taker]  # it keeps its own
    table = tuple(replace(action, keys=_kept(action, wanted)) for action in TABLE)
    return table, tuple(problems)


def _clash(wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """An action that takes a key, the key, and the action that has none then, if there is one."""
    for action in TABLE:
        if action.id not in wanted and not _kept(action, wanted):
            key = action.keys[-1]
            return _takers(action, wanted)[key], key, action.id
    return None


def _kept(action: Action, wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys of an action: those that the user wants, else those of its own that nobody takes."""
    takers = _takers(action, wanted)
    return wanted.get(action.id, tuple(key for key in action.keys if key not in takers))


def _takers(action: Action, wanted: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Who takes which keys from an action."""
    return {
        key: name
        for name, keys in wanted.items()
        if name != action.id and meet(_BY_ID[name].scope, action.scope)
        for key in keys
    }


def keymap(actions: Iterable[Action]) -> dict[str, str]:
    """The keys that are not the table's own by their bindings' ids, for `App.set_keymap`."""
    return {
        str(binding.id): binding.key if action.keys else _NO_KEY
        for action in actions
        if action != _BY_ID[action.id]
        for binding in (action if action.keys else _BY_ID[action.id]).bindings()
    }


def _key(written: str) -> str:
    """A key as the table has it: a character for itself, any other by its name."""
    written = written.strip()
    key = _AS_SHOWN.get(written, written)
    *modifiers, base = key.lower().rsplit("+", 1) if len(key) > 1 else [key]
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        return base.upper()  # as it is typed
    if modifiers or key.lower() in _NAMED_KEYS:
        return key.lower()
    character = _character(key)
    # A blank or a comma would be lost in a list of keys.
    return character if character and character not in " ," else key


def _character(key: str) -> str | None:
    """The character that a key types, if it types one: a sign may be given by its name."""
    if len(key) != 1:
        name = REPLACED_KEYS.get(key, key)
        name = KEY_TO_UNICODE_NAME.get(name, name).replace("_", " ")
        try:
            key = unicodedata.lookup(name)
        except KeyError:
            return None
    return key if key.isprintable() else None


def _problem(
    key: str, action: Action, wanted: Mapping[str, tuple[str, ...]], user_keys: Mapping[str, str]
) -> str:
    """Why an action cannot have this key; empty where it can."""
    if not _is_key(key):
        return f"{key!r} is no key"
    if key == _ALWAYS_QUITS:
        return f"{key} always quits"
    if action.scope == "correction" and _character(key):
        return f"{key} is typed there, in a name"
    for other in TABLE:
        if other.id != action.id and meet(other.scope, action.scope):
            fixed = other.id in FIXED or (other.numbered and other.id not in user_keys)
            if key in wanted.get(other.id, other.keys if fixed else ()):
                return f"{key} belongs to {other.id}"
    return ""


def _is_key(key: str) -> bool:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    return (base in _NAMED_KEYS or _character(base) is not None) and {*modifiers} <= _MODIFIERS
