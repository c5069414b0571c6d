"""All settings as a settings file would have them, each with where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from tui.reader.app import ReaderApp
from tui.reader.themed_app import READING_DARK
from tui.settings import NAMES, Settings, default_path, written

_WIDTH: Final = 40


def report(settings: Settings, overrides: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """The settings in force, as TOML with comments, and what of the file cannot be used.

    `overrides` are those that the command line gives, by their names.
    """
    app = ReaderApp(settings)  # which says what it makes of the theme and the keys
    # A terminal with few colours shows another theme than the one that is set.
    theme = settings.theme if settings.theme in app.available_themes else READING_DARK.name
    # the command line's parser has checked them
    chosen = replace(settings, theme=theme, **overrides)  # type: ignore[arg-type]
    keys = {action.id: ",".join(action.keys) for action in app.actions}
    defaults = {action.id: ",".join(action.keys) for action in ReaderApp(Settings()).actions}

    def lines() -> Iterator[str]:
        path = settings.path or default_path()
        yield f"# {path}{'' if path.exists() else ' (there is none yet)'}"
        yield ""
        for name in NAMES[:-1]:
            value = getattr(chosen, name)
            given = name in settings.lines and getattr(settings, name) == value
            source = settings.place(name) if given else "default"
            if name == "theme" and app.theme != theme:
                source += f"; this terminal has too few colours for it and shows {app.theme}"
            yield _line(name, value, "command line" if name in overrides else source)
        yield ""
        yield "[keys]"
        for name, value in keys.items():
            yield _line(name, value, _source_of_key(settings, name, value, defaults[name]))

    return "\n".join(lines()) + "\n", app.problems


def _source_of_key(settings: Settings, action: str, keys: str, default: str) -> str:
    given = settings.keys.get(action)
    if given is not None and (given == keys or keys != default):
        return settings.place(f"keys.{action}")
    return "default" if keys == default else "default, without what others take"


def _line(name: str, value: object, source: str) -> str:
    return f"{f'{name} = {written(value)}':{_WIDTH}}  # {source}"
