"""Father and son of one name."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    "text",
    [
        "Clyde Marrow died Sunday. “Dad wanted no funeral,” Clyde Marrow Jr. said.",
        "Clyde Marrow, 71, has died. “Dad wanted no funeral,” said Clyde Marrow Jr.",
    ],
)
def test_who_has_died_is_not_who_speaks(text: str) -> None:
    (speaker,) = read(text).speakers
    assert speaker.name.startswith("Clyde Marrow Jr")


def test_a_son_has_his_father_s_name() -> None:
    analysis = read(
        "Joe Kacz, 74, said the shop would stay. His son, Joe Jr., said it would close.",
        "“My knees are bad,” Joe Jr. said. His son, Joe Kacz Jr., said that it was late.",
    )
    assert speakers_of(analysis) == ["Joe Kacz", "Joe Kacz Jr.", "Joe Kacz Jr.", "Joe Kacz Jr."]


@pytest.mark.parametrize(
    "text",
    [
        "Dennis Kowal Jr. said the mill would close. Dennis Kowal said he would quit.",
        "Dennis Kowal said the mill would close. “It is sad,” Kowal Jr. said.",
        "Dennis Kowal said the mill would close. Dennis Kowal Jr. said he would quit.",
    ],
)
def test_nothing_else_parts_who_is_called_so_now_and_then(text: str) -> None:
    assert [s.name for s in read(text).speakers] == ["Dennis Kowal"]
