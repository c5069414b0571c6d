"""The plain-text report, byte for byte."""

import re

from tests.export.analyses import STRIKE
from tui.analysis import analyse
from tui.article.loading import article_from_text
from tui.export.text_report import report

REPORT = """\
Ferry strike enters its third week
Lise Brand

VOICES

███████···  67%  Ada Falk, 1 statement
  president of the guild
  - “We go when we are paid,”

███·······  33%  The owners, 1 statement
  group
  - The owners said that the offer stood

STATEMENTS

1. Ada Falk (direct: said)
   “We go when we are paid,” … “Not before.”

2. The owners (indirect: said)
   that the offer stood
"""


def test_report() -> None:
    assert report(analyse(article_from_text(STRIKE)), 60) == REPORT


def test_an_article_in_which_nobody_speaks() -> None:
    shown = report(analyse(article_from_text("Rain\n\nIt rained all day in the harbour.\n")))
    assert shown == "Rain\n\nNo statements found.\n"


def test_the_shares_add_up_to_a_hundred() -> None:
    spoken = "\n\n".join(f"“We go now,” said {name}." for name in ("Ada Falk", "Bo Rask", "Cy Orr"))
    shown = report(analyse(article_from_text(f"Strike\n\n{spoken}\n")))
    shares = [int(found) for found in re.findall(r"(\d+)%", shown)]
    assert sorted(shares) == [33, 33, 34]
