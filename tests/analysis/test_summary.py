"""Summaries are the article's own sentences, word for word."""

import json
from typing import get_args

import pytest

from tests.analysis.articles import article
from tui.analysis.options import Options, SummarizerName
from tui.analysis.pipeline import analyse, summarised
from tui.analysis.schema import from_json, to_json

HEAD = "Harbour to close for a month"
PARAGRAPHS = (
    "“The gates are old. The harbour must close its gates in May. We have no other choice,” said"
    " Ada Falkmere. “The harbour gates have not been mended for forty years. Boats can go north.”",
    "She said that the closing of the harbour gates would cost the town nine million crowns.",
    "“Nobody asked the fishermen,” said Piet Oduya.",
)


@pytest.mark.parametrize("method", get_args(SummarizerName))
@pytest.mark.parametrize("count", [1, 3, 50])
def test_every_sentence_stands_in_the_article(method: SummarizerName, count: int) -> None:
    made = article(HEAD, *PARAGRAPHS)
    analysis = analyse(made, Options(method, count))
    for speaker in analysis.speakers:
        assert 0 < len(speaker.summary) <= count
        assert [s.span for s in speaker.summary] == sorted(s.span for s in speaker.summary)
        for sentence in speaker.summary:
            assert made.text[sentence.span.start : sentence.span.end] == sentence.text
            assert sentence.quote in speaker.quotes
    assert 0 < len(analysis.summary) <= count


def test_methods_differ_and_repeat_themselves() -> None:
    made = article(HEAD, *PARAGRAPHS)
    answers = {
        m: analyse(made, Options(m, 2)).speakers[0].summary for m in ("lead", "lexrank", "salience")
    }
    assert answers["lead"] != answers["lexrank"]
    assert analyse(made, Options("lexrank", 2)).speakers[0].summary == answers["lexrank"]


def test_a_summary_grows_without_a_new_analysis() -> None:
    analysis = analyse(article(HEAD, *PARAGRAPHS), Options(sentences=1))
    longer = summarised(analysis, Options(sentences=3))
    assert len(analysis.speakers[0].summary) == 1
    assert len(longer.speakers[0].summary) == 3
    assert longer.quotes == analysis.quotes


def test_fragments_stand_only_where_there_is_nothing_else() -> None:
    analysis = analyse(
        article(HEAD, "“Never,” said Piet Oduya. “The boats will stay in the harbour all year.”")
    )
    assert [s.text for s in analysis.speakers[0].summary] == [
        "“The boats will stay in the harbour all year.”"
    ]


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»"), ("»", "«"), ("„", "“")]
)
def test_a_sentence_from_amid_a_quotation_has_no_mark_without_its_pair(
    opening: str, closing: str
) -> None:
    made = article(
        HEAD,
        f"{opening}The gates were old and didn't close. Boats go north of them. We have no other"
        f" choice left,{closing} said Ada Falkmere.",
    )
    (speaker,) = analyse(made, Options("lead", 3)).speakers
    assert [s.text for s in speaker.summary] == [
        "The gates were old and didn't close.",
        "Boats go north of them.",
        "We have no other choice left,",
    ]
    (whole,) = analyse(article(HEAD, "“Boats can go north,” said Ada Falkmere.")).speakers
    assert [s.text for s in whole.summary] == ["“Boats can go north,”"]
    for sentence in (*speaker.summary, *analyse(made).summary):
        assert made.text[slice(*sentence.span)] == sentence.text
        assert not sentence.text.startswith(opening) or closing in sentence.text[1:]


def test_a_lead_goes_through_json_and_a_document_without_one_is_read() -> None:
    made = article(HEAD, *PARAGRAPHS)
    analysis = analyse(made)
    document = json.loads(json.dumps(to_json(analysis)))
    told = [s for speaker in analysis.speakers for s in speaker.summary if s.lead]
    assert [made.text[slice(*s.lead)] for s in told if s.lead] == ["She said"]
    assert from_json(document, made) == analysis
    for speaker in document["speakers"]:
        for sentence in speaker["summary"]:
            del sentence["lead"]
    read = from_json(document, made)
    assert not [s for speaker in read.speakers for s in speaker.summary if s.lead]


def test_what_is_said_again_at_the_end_keeps_its_first_place() -> None:
    again = "ADA FALKMERE: The gates must close in May."
    analysis = analyse(article(again, "ADA FALKMERE: The boats can go north now.", again))
    spans = [s.span for s in analysis.speakers[0].summary]
    assert len(spans) == 2
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The gates of the harbour, Ada Falkmere said, were older than the town.",
            ["The gates of the harbour, Ada Falkmere said, were older than the town"],
        ),
        (
            "“The sea is all very well,” said Ada Falkmere, “but it pays for nothing here.”",
            ["“The sea is all very well,” said Ada Falkmere, “but it pays for nothing here.”"],
        ),
        (
            "“The sea is all very well,” said Ada Falkmere. “Boats pay for nothing here.”",
            ["“The sea is all very well,”", "“Boats pay for nothing here.”"],
        ),
    ],
)
def test_who_says_it_does_not_cut_a_sentence_in_two(text: str, expected: list[str]) -> None:
    analysis = analyse(article(HEAD, text))
    assert [s.text for s in analysis.speakers[0].summary] == expected
