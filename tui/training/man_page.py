"""Write the manual page from the command's parser and the reader's table of actions."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from argparse_manpage.manpage import Manpage

from tui import __version__
from tui.command_line import EXAMPLES, VERBS, parser
from tui.reader.actions import TABLE

EXIT_STATUS = (
    ("0", "all was done"),
    ("1", "a source could not be read, or nobody has a wished name; the others were still done"),
    ("2", "the command line says what cannot be done"),
    ("130", "interrupted"),
)
FILES = (
    ("settings.toml", "theme, summaries, copies and keys; pullquote config says where it is"),
)  # fmt: skip


def main() -> None:
    """Write the page to a file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("page", type=Path)
    arguments.parse_args().page.write_text(page(), encoding="utf-8")


def page() -> str:
    """The manual page, in roff."""
    command = parser()
    command.epilog = None  # what it says is told in sections
    made = Manpage(command)
    made.date, made.source, made.manual = "", f"pullquote {__version__}", "User Commands"
    made.description = "see who said what in the news"
    keys = ((a.shown_keys, a.tooltip) for a in TABLE if a.scope in ("article", "everywhere"))
    verbs = ((f"pullquote {verb}", told.help) for verb, told in VERBS.items())
    for heading, content in (
        ("commands", _list(verbs)),
        ("keys", _list(keys)),
        ("examples", f".nf\n{_roff(EXAMPLES)}.fi"),
        ("files", _list(FILES)),
        ("exit status", _list(EXIT_STATUS)),
    ):
        made.add_section(heading, ">", content)
    return str(made)


def _list(entries: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f".TP\n.B {_roff(term)}\n{_roff(told)}" for term, told in entries)


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


if __name__ == "__main__":
    main()
