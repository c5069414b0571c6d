"""The same document in another form: its annotation goes with its text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.model import Span
from tui.training.corpora import Document, Named, Said
from tui.training.variation import (
    Edit,
    edited,
    invented,
    renamed,
    varied,
    with_capital_title,
    with_damaged_marks,
    with_marks,
    with_other_cues,
)

TEXT = "Boats wait\n\n“We wait,” Ada Falk said. “It’s late.” Falk’s crew, she said, would wait."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


DOCUMENT = Document(
    TEXT,
    said=(
        Said((span("Ada Falk"),), (span("said"),), (span("“We wait,”"), span("“It’s late.”"))),
        Said(
            (span("she"),),
            (span("said", TEXT.index("she")),),
            (span("Falk’s crew"), span("would wait")),
        ),
    ),
    names=(
        Named(span("Ada Falk"), "person"),
        Named(span("Falk", TEXT.index("crew") - 7), "person"),
    ),
    chains=((span("Ada Falk"), span("she")),),
)


def words(document: Document) -> list[list[str]]:
    assert document.said is not None
    return [
        [document.text[s.start : s.end] for s in (*a.source, *a.cue, *a.content)]
        for a in document.said
    ]


def test_other_names_for_the_same_people() -> None:
    other = renamed(DOCUMENT, ["Bo"], random.Random(3))
    first, second = words(other)
    given_name, surname = first[0].split()
    assert "Falk" not in other.text
    assert (given_name, surname) != ("Ada", "Falk")
    assert second[2] == f"{surname}’s crew"
    assert first[1:] == ["said", "“We wait,”", "“It’s late.”"]


@pytest.mark.parametrize("pair", ["‘’", '""', "''", "«»"])
def test_other_marks(pair: str) -> None:
    other = with_marks(DOCUMENT, pair)
    assert words(other)[0][2:] == [f"{pair[0]}We wait,{pair[1]}", f"{pair[0]}It’s late.{pair[1]}"]


def test_other_verbs_of_saying() -> None:
    cues = {words(with_other_cues(DOCUMENT, random.Random(i)))[0][1] for i in range(40)}
    assert "said" in cues
    assert len(cues) > 4


def test_capital_title() -> None:
    assert with_capital_title(DOCUMENT).text.startswith("BOATS WAIT\n")
    assert words(with_capital_title(DOCUMENT)) == words(DOCUMENT)


def test_lost_and_doubled_marks() -> None:
    texts = {with_damaged_marks(DOCUMENT, random.Random(i)).text for i in range(30)}
    lengths = {len(text) - len(TEXT) for text in texts}
    assert min(lengths) < 0 < max(lengths)


@settings(deadline=None)
@given(st.integers())
def test_whatever_is_changed_the_annotation_stays_within_the_text(seed: int) -> None:
    document = varied(DOCUMENT, ["Bo", "Rask"], random.Random(seed))
    for parts in words(document):
        assert all(part.strip() for part in parts)
    assert words(document)[1][0] == "she"


def test_edits_inside_and_beside_a_span() -> None:
    document = Document("abc def ghi", chains=((Span(4, 7),),))
    inside = edited(document, [Edit(Span(5, 6), "EEE")])
    assert inside.text == "abc dEEEf ghi"
    assert inside.chains == ((Span(4, 9),),)
    before = edited(document, [Edit(Span(0, 3), "")])
    assert before.chains == ((Span(1, 4),),)


def test_invented_names_look_like_names() -> None:
    rng = random.Random(7)
    assert all(invented(rng)[0].isupper() for _ in range(50))
