"""Days that are somebody's given name."""

import pytest

from tests.analysis.voices_of import read


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former Eagles captain Sunday Olisa said that it was late.", "Former Eagles captain"),
        ("Pastor Sunday Olisa said that it was late.", "Pastor"),
        ("Mr Sunday Olisa said that it was late.", None),
    ],
)
def test_a_day_behind_a_title_is_a_given_name(text: str, role: str | None) -> None:
    assert [(s.name, s.role) for s in read(text).speakers] == [("Sunday Olisa", role)]
