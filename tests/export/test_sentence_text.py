"""A sentence out of a longer quotation, as it is copied."""

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.comparison import compared
from tui.analysis.corrections import called
from tui.export.attributed_text import summary_text
from tui.export.comparison_text import comparison_text


def copied(quotation: str) -> list[str]:
    """The sentences on Norrland that are copied of what Bo Rask says."""
    analysis = analyse(article(f"{quotation} said Bo Rask.", "Ada Falk said no."))
    two = [called(analysis.speakers, name) for name in ("Bo Rask", "Ada Falk")]
    assert two[0]
    assert two[1]
    text = comparison_text(analysis, compared(analysis, two[0], two[1]))
    return [line[2:] for line in text.splitlines() if line.startswith("- ") and "Norrland" in line]


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("“Rain falls. Norrland is big. It is wet,”", "“Norrland is big.”"),
        ("“Norrland is big. Rain falls on it,”", "“Norrland is big.”"),
        ("“Rain falls. Norrland is big,”", "“Norrland is big,”"),
        ("“Norrland is big,”", "“Norrland is big,”"),
        ("‘It doesn’t rain. Norrland is big. It’s wet,’", "‘Norrland is big.’"),
        ('"Rain falls. Norrland is big. It is wet,"', '"Norrland is big."'),
        ("«Rain falls. Norrland is big. It is wet,»", "«Norrland is big.»"),
    ],
)
def test_the_speakers_own_words_stand_in_quotation_marks(quotation: str, told: str) -> None:
    assert copied(quotation) == [told]


def test_what_is_told_in_other_words_has_none() -> None:
    analysis = analyse(article("Bo Rask said that Norrland was big.", "Ada Falk said no."))
    assert "- Bo Rask said that Norrland was big\n" in comparison_text(
        analysis, compared(analysis, *analysis.speakers)
    )


def test_nor_has_a_turn() -> None:
    text = "MAYOR FALK: Norrland is big. Rain falls on it.\n\nMR. RASK: No. It is not so."
    turns = analyse(article(*text.split("\n\n")))
    assert "“" not in summary_text(turns, turns.speakers[0])
