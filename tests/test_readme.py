"""README and the manual page tell what the program has, and their files are there."""

import re
from pathlib import Path
from textwrap import dedent

from tests.conftest import ROOT
from tui.reader.actions import TABLE
from tui.reader.app import ReaderApp
from tui.settings import NAMES, load

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_current() -> None:
    from tui.training.key_table import table

    told = README.split("<!-- keys: made from the program's own table -->")[1]
    assert told.split("<!-- end of keys -->")[0].strip() == table().strip()
    assert TABLE


def test_the_manual_page_is_current() -> None:
    from tui.training.man_page import page

    assert (ROOT / "docs" / "pullquote.1").read_text(encoding="utf-8") == page()


def test_the_command_that_make_leaves_and_the_safe_ways_to_install_it_are_told() -> None:
    told = README.split("## Two commands")[1].split("\n## ")[0]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "VENV := .venv\n" in makefile
    for words in (
        ".venv/bin/pullquote sample_articles",
        "pipx install '.[all]'",
        "python3 -m venv",
    ):
        assert words in told
    assert not re.search(r"(?<!bin/)pip install", told)  # which would change the system's Python


def test_the_settings_that_it_shows_can_be_used(tmp_path: Path) -> None:
    block = README.split("## Settings")[1].split("\n    theme", 1)[1].split("\n\nEvery action")[0]
    path = tmp_path / "settings.toml"
    path.write_text(dedent(f"    theme{block}"), encoding="utf-8")
    settings = load(path)
    assert ReaderApp(settings).problems == ()
    assert {*NAMES} == {name for name in settings.lines if "." not in name}
