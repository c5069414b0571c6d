"""What is shown of somebody, or of a paper, that has no name."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "shown",
    ["A 2010 “playbook” by the firm", "An internal “talking points” memo", "An official"],
)
def test_a_noun_in_marks_is_part_of_it(shown: str) -> None:
    assert speakers_of(read(f"{shown} said the pupils were poor.")) == [shown]
