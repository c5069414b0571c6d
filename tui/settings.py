"""What the user has chosen: theme, summaries and keys, in one TOML file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, get_args

import platformdirs

from tui.analysis.model import Length, Options, SummarizerName
from tui.analysis.summary_length import MOST_SENTENCES, read_length
from tui.kept_files import write_atomically

_KNOWN: Final = ("theme", "measure", "summarizer", "sentences", "keys")
USUAL_MEASURE: Final = 72
MEASURES: Final = range(20, 301)


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices; `problems` has one sentence for each that was ignored.

    `measure` is how many cells wide the rows of an article may be. `keys` maps an action's id to
    its keys as they were written: what they mean, and whether they are any, is the reader's to
    say. `path` is the file that `save` writes to.
    """

    theme: str | None = None
    measure: int = USUAL_MEASURE
    summarizer: SummarizerName = Options().summarizer
    sentences: Length = Options().sentences
    keys: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    path: Path | None = None


def default_path() -> Path:
    """Where the settings are, on this platform."""
    return platformdirs.user_config_path("pullquote", appauthor=False) / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """The settings in a file (the platform's own where none is given); defaults without one.

    Never raises for what is in the file: each thing that cannot be used is one of `problems`.
    """
    path = path or default_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings(path=path)
    except OSError as error:
        return Settings(problems=(f"{path} could not be read: {error.strerror}",), path=path)
    except UnicodeDecodeError:
        return Settings(problems=(f"{path} is no text in UTF-8",), path=path)
    import tomllib  # most users have no such file, and all wait for the reader

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(problems=(f"{path.name} is no TOML: {error}",), path=path)
    return _checked(table, path)


def save(settings: Settings, name: str, value: str | int) -> None:
    """Write one choice into the settings' file; all else that stands there stays as it is.

    Raises OSError where the file cannot be written, ValueError where it is broken already.
    """
    import json
    import tomllib

    path = settings.path or default_path()
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    # A JSON string or number is a TOML one too.
    line = f"{name} = {json.dumps(value)}"
    head, table, rest = _split_at_first_table(text)
    head, found = re.subn(rf"(?m)^{name}\s*=.*$", lambda _: line, head, count=1)
    if not found:
        head = f"{line}\n{head}"
    if tomllib.loads(head + table + rest).get(name) != value:
        raise ValueError(f"{path.name}: no place for {name}")
    write_atomically(path, head + table + rest)


def _split_at_first_table(text: str) -> tuple[str, str, str]:
    match = re.search(r"(?m)^\s*\[", text)
    at = match.start() if match else len(text)
    return text[:at], text[at : at + 1], text[at + 1 :]


def _checked(table: Mapping[str, Any], path: Path) -> Settings:
    problems = [f"{path.name}: there is no setting {name!r}" for name in table.keys() - {*_KNOWN}]
    theme = table.get("theme")
    if theme is not None and not isinstance(theme, str):
        problems.append(f"{path.name}: theme must be a name, not {theme!r}")
        theme = None
    measure = table.get("measure", USUAL_MEASURE)
    if not isinstance(measure, int) or measure not in MEASURES:
        told = f"{MEASURES.start} to {MEASURES.stop - 1} columns"
        problems.append(f"{path.name}: measure must be {told}, not {measure!r}")
        measure = USUAL_MEASURE
    summarizer = table.get("summarizer", Options().summarizer)
    if summarizer not in get_args(SummarizerName):
        names = ", ".join(get_args(SummarizerName))
        problems.append(f"{path.name}: summarizer must be one of {names}, not {summarizer!r}")
        summarizer = Options().summarizer
    sentences = Options().sentences
    if (wished := table.get("sentences")) is not None:
        try:
            sentences = read_length(wished, MOST_SENTENCES)
        except ValueError as error:
            problems.append(f"{path.name}: sentences must be {error}, not {wished!r}")
    keys = table.get("keys", {})
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        problems.append(f'{path.name}: [keys] must have lines like next_quote = "n"')
        keys = {}
    return Settings(theme, measure, summarizer, sentences, keys, tuple(sorted(problems)), path)
