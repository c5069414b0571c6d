"""The commands with all that may stand behind them, from their parsers."""

import argparse
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final, get_args

from tui.command_line import VERBS, Verb, parser, verb_parser
from tui.training.man_page import EXIT_STATUS
from tui.training.reference.markdown import code, listed, table

_VERBS: Final[tuple[Verb, ...]] = get_args(Verb)
_WIDE: Final = 10_000
_TOLD_ON: Final = {
    "serve": "[In a browser](guide.md#in-a-browser).",
    "corpus": "[Many articles](corpus.md).",
    "ask": "[Asking many articles](asking.md).",
    "engine": "[The engine as a process](engine.md).",
    "config": "[Settings](#settings).",
    "completion": "[How a shell is told](../README.md#settings).",
}


def commands() -> str:
    """All commands, and their exit statuses."""
    return "\n".join(
        (
            "## Commands\n",
            "Every command tells its own with `-h` or `--help`.\n",
            table(
                ("command", "for"),
                [
                    ("[`pullquote`](#pullquote)", "reading an article, or writing what is in it"),
                    *(
                        (f"[`pullquote {verb}`](#pullquote-{verb})", VERBS[verb].help)
                        for verb in _VERBS
                    ),
                ],
            ),
            *_command(parser(), ""),
            *(part for verb in _VERBS for part in _command(verb_parser(verb), _TOLD_ON[verb])),
            "### Exit status\n",
            table(("status", "means"), ((code(status), told) for status, told in EXIT_STATUS)),
        )
    )


def _command(made: argparse.ArgumentParser, told_on: str) -> Iterator[str]:
    yield f"### {made.prog}\n"
    yield f"{made.description} {told_on}".strip() + "\n"
    yield f"```text\n{_usage(made)}\n```\n"
    for group in made._action_groups:
        rows = [*_rows(group._group_actions, made.prog)]
        if rows:
            title = group.title or ""
            title = "arguments" if title == "positional arguments" else title
            yield table((title, "what it is", "default"), rows)
    if told_on and made.epilog:
        yield f"{made.epilog}\n"


def _usage(made: argparse.ArgumentParser) -> str:
    """One line, however long."""
    made.formatter_class = partial(argparse.HelpFormatter, width=_WIDE)
    return made.format_usage().removeprefix("usage: ").strip()


def _rows(actions: Iterable[argparse.Action], prog: str) -> Iterator[tuple[str, str, str]]:
    for action in actions:
        if isinstance(action, argparse._HelpAction):
            continue  # it is told once, for all
        takes = _takes(action)
        names = [f"{name} {takes}".strip() for name in action.option_strings] or [takes]
        told = (action.help or "") % {"prog": prog}
        choices = [str(choice) for choice in action.choices or ()]
        if choices and not all(choice in told for choice in choices):
            told += f": {listed(choices)}"
        yield ", ".join(map(code, names)), told.replace("*", "\\*"), _default(action)


def _takes(action: argparse.Action) -> str:
    """What stands behind an option, or in an argument's place."""
    if action.nargs == 0:
        return ""
    name = str(action.metavar or action.dest.upper())
    if isinstance(action.nargs, int):
        return " ".join([name] * action.nargs)
    return f"{name} ..." if action.nargs in ("*", "+") else name


def _default(action: argparse.Action) -> str:
    """What holds where it is not given, if that is anything."""
    value = action.default
    if value in (None, False, [], argparse.SUPPRESS):
        return "none: it must be given" if action.required and action.option_strings else ""
    return code(",".join(value) if isinstance(value, tuple) else value)
