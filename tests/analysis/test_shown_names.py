"""Names that are shown for whoever the text only describes."""

import pytest

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.attribution import Attribution
from tui.analysis.shown_names import shown_name
from tui.article.model import Span


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


def test_words_that_begin_with_a_mark_are_shown_by_their_head() -> None:
    text = "“Harbour” crews said no."
    said = Attribution(
        "indirect", (Span(21, 23),), Span(16, 20), Span(0, 15), Span(10, 15), 0.9, "", 0,
    )  # fmt: skip
    assert shown_name(text, said, "crews") == "crews"
