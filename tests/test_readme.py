"""README and the manual page tell what the program has, and their files are there."""

import re

from tests.conftest import ROOT
from tui.reader.actions import TABLE

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_current() -> None:
    from tui.training.key_table import table

    told = README.split("<!-- keys: made from the program's own table -->")[1]
    assert told.split("<!-- end of keys -->")[0].strip() == table().strip()
    assert TABLE


def test_the_manual_page_is_current() -> None:
    from tui.training.man_page import page

    assert (ROOT / "docs" / "pullquote.1").read_text(encoding="utf-8") == page()


def test_what_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
