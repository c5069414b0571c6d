"""What the encoder reads in an article: cues, sources, contents and names."""

import numpy as np
import pytest

from tests.analysis.articles import article
from tui.analysis.encoder import Encoder, NoEncoderError, encoder
from tui.analysis.stretches import Stretch, stretches
from tui.analysis.tagger import Tagged, Tags, joined, owners, tag
from tui.article.model import Article, Span


def read(made: Article) -> Tags:
    return joined([tag(made, stretch, encoder()) for stretch in stretches(made)])


def test_statements_with_their_source_and_cue() -> None:
    made = article(
        "The harbour will close in May, Mayor Ada Falkmere said on Monday.",
        "She accused the union of dragging its feet.",
    )
    found = [
        (
            made.text[slice(*claim.cue)].split()[0],
            made.text[slice(*claim.source or (0, 0))],
            [made.text[slice(*span)] for span in claim.content],
        )
        for claim in read(made).claims
    ]
    assert found == [
        ("said", "Mayor Ada Falkmere", ["The harbour will close in May"]),
        ("accused", "She", ["the union of dragging its feet"]),
    ]


def test_names_with_their_types() -> None:
    made = article("Ada Falkmere flew from Paris to London to meet Microsoft.")
    found = {made.text[slice(*name.span)]: name.type for name in read(made).names}
    assert found == {
        "Ada Falkmere": "person",
        "Paris": "place",
        "London": "place",
        "Microsoft": "organization",
    }


def test_what_is_read_in_stretches_is_what_is_read_at_once() -> None:
    paragraphs = [
        f"The boats would stay in port for {i} days, Mayor Ada Falkmere said." for i in range(8)
    ]
    made = article(*paragraphs)
    blocks = len(made.blocks)
    once = tag(made, Stretch(0, blocks), encoder())
    parts = joined([tag(made, Stretch(i, i + 1), encoder()) for i in range(blocks)])
    assert [c.cue for c in parts.claims] == [c.cue for c in once.claims]


def test_an_empty_article_has_no_tags() -> None:
    assert read(article()).claims == ()


def test_a_cue_that_two_windows_see_is_one_claim() -> None:
    def claim(*content: Span) -> Tagged:
        return Tagged(Span(0, 4), Span(5, 8), content, 0.9, 0.9)

    first, second = claim(Span(10, 20)), claim(Span(25, 30))
    whole = joined([Tags((first,), ()), Tags((second,), ())])
    assert whole.claims == (claim(Span(10, 20), Span(25, 30)),)


def test_a_folder_without_weights(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(NoEncoderError, match="not there"):
        Encoder(tmp_path_factory.mktemp("empty"))


def test_a_run_goes_to_the_cue_that_it_points_to() -> None:
    claims = np.array([[0.9, 0.1], [0.05, 0.1]], np.float32)
    points = np.array([[0.8, 0.2], [0.3, 0.7]], np.float32)
    assert owners(claims, points) == [0, -1]


def test_a_cue_without_content_gets_a_run_that_wavers() -> None:
    claims = np.array([[0.9, 0.6], [0.8, 0.7]], np.float32)
    points = np.array([[0.8, 0.2], [0.6, 0.4]], np.float32)
    assert owners(claims, points) == [0, 1]
    assert owners(claims[:1], points[:1]) == [0]


def test_nothing_said_has_no_owner() -> None:
    assert owners(np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)) == []
