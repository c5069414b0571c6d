"""Predictions are carried over to a corpus' own text, whatever cleaning did to it."""

from tui.article.loading import article_from_text
from tui.training.accuracy import alignment


def test_offsets_of_rewrapped_and_cleaned_text() -> None:
    original = (
        "Harbor to close\r\n\r\nThe harbor of Ostrand will close in May for the re-\r\npair of its"
        " gates, the mayor said on\r\nMonday. \u201cIt is \x00the least bad choice,\u201d she said"
        " to the reporters.\r\n"
    )
    text = article_from_text(original).text
    places = alignment(text, original)
    assert len(places) == len(text)
    for i, character in enumerate(text):
        if not character.isspace():
            assert original[places[i]] == character
    assert places == sorted(places)
