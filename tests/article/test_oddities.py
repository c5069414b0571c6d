"""What is no news is said to be none, and news is not."""

from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.article.loading import load
from tui.article.oddities import VERSE, oddity
from tui.article.web_pages import NOTICE

POEM = """The Ferry at Low Water

The rope goes slack, the lantern swings,
    the water holds its breath;
a heron folds its paper wings
    above the eel's small death.

I count the stones the tide forgot,
    I count them as a debt;
the ferryman remembers not
    the names of those he met.
"""
TABLE = """Results

Ostrand Rovers 3
Kestrel Bay 1
Little Ostrand 0
Norrland Town 2
Tolva United 2
Vasteria 5
Geneva Wanderers 1
"""
LIST = """What to bring

- two loaves of bread
- a rope
- the good lamp
- dry socks
- salt
- a book for the evening

“All of it,” said Ada Falkmere, who has been there before. “And whatever you think that you can do
without, you will want by noon.” She laughed and went on packing the second sledge.
"""


def told(text: str, tmp_path: Path) -> str | None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    return oddity(load(str(path)))


def test_a_poem_is_said_to_be_one(tmp_path: Path) -> None:
    assert told(POEM, tmp_path) == VERSE


def test_a_text_in_which_tags_stand_is_said_to_look_like_a_page(tmp_path: Path) -> None:
    assert told("The page so far\n\n" + "<p>“No,” <b>she</b> said.</p>\n" * 3, tmp_path) == NOTICE


def test_a_web_page_is_none(tmp_path: Path) -> None:
    assert told("<html><body><p>“No,” she said.</p></body></html>", tmp_path) is None


@pytest.mark.parametrize("text", [TABLE, LIST, "“No,” said Ada Falk."])
def test_tables_lists_and_news_are_none(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) is None


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_no_sample_is_odd(path: Path) -> None:
    assert oddity(load(str(path))) is None
