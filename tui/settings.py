"""What the user has chosen: theme, summaries, copies and keys, in one TOML file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, get_args

import platformdirs

from tui.analysis.options import Length, Options, Share, SummarizerName
from tui.analysis.summary_length import MOST_SENTENCES, read_length, written_length
from tui.kept_files import write_atomically

CopyForm = Literal["plain", "markdown", "citation"]
"""How a copied quote tells who said it, and where."""
USUAL_MEASURE: Final = 72
MEASURES: Final = range(20, 301)
_VALUE: Final = r"""(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s#]+)"""
"""A TOML value on one line; a comment may stand behind it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices; `problems` has one sentence for each that was ignored.

    `measure` is how many cells wide the rows of an article may be. `keys` maps an action's id to
    its keys as they were written: what they mean, and whether they are any, is the reader's to
    say. `path` is the file that `save` writes to, `lines` has the line in it of each setting that
    was not ignored, by its name; of a key by `keys.` and its action.
    """

    theme: str | None = None
    measure: int = USUAL_MEASURE
    summarizer: SummarizerName = Options().summarizer
    sentences: Length = Options().sentences
    copy_form: CopyForm = "plain"
    keys: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    path: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def place(self, name: str) -> str:
        """Where a setting stands: `line 3 of settings.toml`."""
        file = (self.path or default_path()).name
        line = self.lines.get(name) or self.lines.get(name.partition(".")[0])
        return f"line {line} of {file}" if line else f"in {file}"


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
    try:
        table = _parsed(text, path)
    except ValueError as error:
        return Settings(problems=(str(error),), path=path)
    return _checked(table, path, _lines(text))


def save(settings: Settings, name: str, value: str | int) -> None:
    """Write one choice into the settings' file; all else that stands there stays as it is.

    Raises OSError where the file cannot be written, ValueError where it is broken already.
    """
    import json

    path = settings.path or default_path()
    try:
        written = path.read_bytes().decode("utf-8") if path.exists() else ""
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    text = written.removeprefix("\ufeff")
    # A JSON string or number is a TOML one too.
    new = json.dumps(value)
    wanted = {**_parsed(text, path), name: value}
    head, table, rest = _split_at_first_table(text)
    value_there = re.compile(rf"(?m)^({name}[ \t]*=[ \t]*){_VALUE}")
    head, found = value_there.subn(lambda there: there[1] + new, head, count=1)
    if not found:
        end = "\r\n" if "\r\n" in text else "\n"
        head = f"{name} = {new}{end}{head}"
    if _parsed(head + table + rest, path) != wanted:
        raise ValueError(f"{path.name}: no place for {name}")
    write_atomically(path, written[: len(written) - len(text)] + head + table + rest)


def written(value: object) -> str:
    """A setting's value as a settings file has it."""
    import json

    told = written_length(value) if isinstance(value, Share) else value
    # A JSON string or number is a TOML one too.
    return json.dumps(told, ensure_ascii=False)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    """What a TOML text holds. Raises ValueError with a sentence on what is wrong, and where."""
    import tomllib  # most users have no such file, and all wait for the reader

    try:
        return tomllib.loads(f"{text}\n")  # a mark that is open in a line is told of there
    except RecursionError:
        raise ValueError(f"the file {path.name} is no TOML: it is nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        said = str(error)
    found = re.fullmatch(r"(.+) \(at line (\d+), column \d+\)", said)
    reason, line = (found[1], found[2]) if found else (said, "")
    if said.startswith("""Expected "'" """):  # none comes after the one that opens
        line = str(text.count("\n", 0, text.rindex("'")) + 1)
    at = f"line {line} of {path.name}" if line else f"the file {path.name}"
    if reason.endswith(r"character '\n'") or said.startswith("""Expected "'" """):
        raise ValueError(f"{at}: a quotation mark is not closed")
    if said.startswith(("Unterminated string", """Expected "'''" """)):
        raise ValueError(f"{at}: three quotation marks are not closed")
    raise ValueError(f"{at} is no TOML: {reason[0].lower()}{reason[1:]}")


def _split_at_first_table(text: str) -> tuple[str, str, str]:
    match = re.search(r"(?m)^\s*\[", text)
    at = match.start() if match else len(text)
    return text[:at], text[at : at + 1], text[at + 1 :]


def _lines(text: str) -> dict[str, int]:
    """The line of each name in a TOML text, counted from one; in a table, by `table.name`."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[([^\[\]]+)\]", line):
            lines.setdefault(match[1].strip(), number)
            table = f"{match[1].strip()}."
        elif match := re.match(r"([^=#]+)=", line):
            name = re.sub(r"[\s\"']", "", match[1])
            lines.setdefault(table + name, number)
    return lines


def _checked(table: Mapping[str, Any], path: Path, lines: Mapping[str, int]) -> Settings:
    at = Settings(path=path, lines=lines).place
    chosen: dict[str, Any] = {}
    problems = list[tuple[int, str]]()
    for name, value in table.items():
        try:
            chosen[name] = _read(name, value)
        except ValueError as error:
            problems.append((lines.get(name, 0), f"{at(name)}: {error}"))
    said = tuple(problem for _, problem in sorted(problems))
    kept = {name: line for name, line in lines.items() if name.partition(".")[0] in chosen}
    return Settings(**chosen, problems=said, path=path, lines=kept)


def _read(name: str, value: object) -> object:
    """What is written of a setting. Raises ValueError with a sentence on what it should be."""
    if name not in _READERS:
        from difflib import get_close_matches

        meant = get_close_matches(name, _READERS, n=1)
        hint = f"; did you mean {meant[0]}?" if meant else ""
        raise ValueError(f"there is no setting {name!r}{hint}")
    try:
        return _READERS[name](value)
    except ValueError as error:
        raise ValueError(f"{name} must be {error}, not {value!r}") from None


def allowed(name: str) -> str:
    """What a setting may be, in the words that say so where it is something else."""
    try:
        _READERS[name](None)
    except ValueError as error:
        return str(error)
    return "anything"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a name")
    return value


def _measure(value: object) -> int:
    if type(value) is not int or value not in MEASURES:
        raise ValueError(f"{MEASURES.start} to {MEASURES.stop - 1} columns")
    return value


def _one_of(names: tuple[str, ...], value: object) -> str:
    if value not in names or not isinstance(value, str):
        raise ValueError(f"one of {', '.join(names)}")
    return value


def _keys(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value.values()):
        raise ValueError('a table of lines like next_quote = "n"')
    return value


_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    "theme": _text,
    "measure": _measure,
    "summarizer": partial(_one_of, get_args(SummarizerName)),
    "sentences": partial(read_length, most=MOST_SENTENCES),
    "copy_form": partial(_one_of, get_args(CopyForm)),
    "keys": _keys,
}
NAMES: Final = tuple(_READERS)
"""All settings, in the order in which they are told; the table of keys is the last."""
PURPOSES: Final[Mapping[str, str]] = {
    "theme": "The colours.",
    "measure": "How many cells wide the rows of an article may be.",
    "summarizer": "How the sentences of a summary are chosen.",
    "sentences": "How many sentences a summary has, or which share of all.",
    "copy_form": "How a copied quote tells who said it, and where.",
    "keys": "The keys of each action, parted by commas; without any it has no key.",
}
"""What each is, in a sentence."""
