"""An article as the encoder reads it: its pieces, one form for all marks, and its windows."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.articles import article
from tui.analysis.encoder import encoder
from tui.analysis.piece_vocabulary import CAPITALISED, CAPITALS, LOWER, MIXED
from tui.analysis.quotation import quotations
from tui.analysis.word_pieces import (
    LONGEST_WINDOW,
    MOST_CONTEXT,
    Pieces,
    canonical,
    windows,
    word_pieces,
)
from tui.article.loading import article_from_text
from tui.article.model import Article, Span

VOCABULARY = encoder().vocabulary


def pieces_of(made: Article) -> Pieces:
    return word_pieces(made, quotations(made), VOCABULARY)


def one_form(text: str) -> str:
    made = article_from_text(text)
    return canonical(made.text, quotations(made), Span(0, len(made.text)))


@pytest.mark.parametrize(
    "text",
    [
        "“It’s late,” he said.",
        '"It\'s late," he said.',
        "‘It’s late,’ he said.",
        "'It's late,' he said.",
        "«It’s late,» he said.",
        "„It’s late,“ he said.",
    ],
)
def test_marks_of_all_kinds_are_one_to_the_encoder(text: str) -> None:
    assert one_form(text) == "“It's late,” he said."


@pytest.mark.parametrize(
    "text", ["“She said ‘go’ twice,” he said.", "‘She said “go” twice,’ he said."]
)
def test_marks_inside_a_quotation_are_one_too(text: str) -> None:
    assert one_form(text) == "“She said 'go' twice,” he said."


@given(st.lists(st.text(alphabet="ab “”‘’\"'«»,.!\n—é", max_size=80), min_size=1, max_size=6))
def test_every_character_keeps_its_place_and_every_piece_its_window(parts: list[str]) -> None:
    made = article_from_text("\n\n".join(parts))
    assert len(one_form(made.text)) == len(made.text)
    pieces = pieces_of(made)
    assert (pieces.starts <= pieces.ends).all()
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()
    owned = [i for window in windows(pieces) for i in range(window.own, window.end)]
    assert owned == list(range(len(pieces)))


def test_letter_case_and_marks_are_told() -> None:
    made = article("McBee told the BBC: “Boats wait.”")
    pieces = pieces_of(made)
    told = {
        made.text[s:e]: (int(case), int(quoted))
        for s, e, case, quoted in zip(
            pieces.starts, pieces.ends, pieces.case, pieces.quoted, strict=True
        )
    }
    assert told["Mc"] == (MIXED, 0)
    assert told["told"] == (LOWER, 0)
    assert told["BBC"] == (CAPITALS, 0)
    assert told["Boats"] == (CAPITALISED, 1)
    assert told["wait"] == (LOWER, 1)


def test_windows_are_of_bounded_length_and_begin_with_context() -> None:
    paragraph = "The boats would stay in port for now, the mate said on Monday. " * 4
    pieces = pieces_of(article(*[paragraph] * 12))
    found = list(windows(pieces))
    assert len(found) > 3
    for before, window in pairwise(found):
        assert window.end - window.context <= LONGEST_WINDOW
        assert 0 < window.own - window.context <= MOST_CONTEXT
        assert pieces.ids[before.end - 1] == pieces.separator


def test_a_paragraph_longer_than_a_window_is_cut_behind_a_sentence() -> None:
    pieces = pieces_of(article("The boats would stay in port for now, the mate said. " * 60))
    for window in list(windows(pieces))[:-1]:
        assert pieces.stops[window.end - 1]
