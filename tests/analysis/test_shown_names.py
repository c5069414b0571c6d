"""Names that are shown for whoever the text only describes."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Falk raised $37 million, according to figures her campaign released Friday.",
         "figures her campaign released"),
        ("A 2010 “playbook” by the firm said students were poor.", "A 2010 “playbook”"),
        ("An internal “talking points” memo said it was late.",
         "An internal “talking points” memo"),
    ],
)  # fmt: skip
def test_a_description_is_a_whole_noun_phrase(text: str, name: str) -> None:
    assert speakers_of(read(text)) == [name]
