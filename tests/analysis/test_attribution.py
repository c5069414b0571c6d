"""Who is tied to what is said: cues, forms, and the running speaker."""

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.attribution import merged
from tui.analysis.model import Quote
from tui.article.model import Span


def said(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    """(kind, mention, words) of each statement."""
    made = article(*paragraphs)
    return [
        (q.kind, made.text[q.mention.start : q.mention.end] if q.mention else None, q.text)
        for q in analyse(made).quotes
    ]


HEAD = "Ferry strike enters its third week"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” Ada Falk said.", ("direct", "Ada Falk", "“We go,”")),
        ("“We go,” said Ada Falk.", ("direct", "Ada Falk", "“We go,”")),
        ("“We go,” grinned Ada Falk, the mate.", ("direct", "Ada Falk, the mate", "“We go,”")),
        ("Ada Falk said on Monday: “We go.”", ("direct", "Ada Falk", "“We go.”")),
        (
            "Ada Falk, the mate, told reporters, “We go.”",
            ("direct", "Ada Falk, the mate", "“We go.”"),
        ),
        (
            "Ada Falk, who led the last strike, said the boats would stay in port.",
            ("indirect", "Ada Falk, who led the last strike", "the boats would stay in port"),
        ),
        (
            "The minister said that the boats would stay.",
            ("indirect", "The minister", "that the boats would stay"),
        ),
        (
            "The boats would stay in port, she added.",
            ("indirect", "she", "The boats would stay in port"),
        ),
        (
            "According to the guild, the boats will stay in port.",
            ("indirect", "the guild", "the boats will stay in port"),
        ),
        (
            "The boats will stay in port, according to the guild.",
            ("indirect", "the guild", "The boats will stay in port"),
        ),
        (
            "The delay is “a ladder” for the owners, the minister said.",
            ("mixed", "the minister", "The delay is “a ladder” for the owners"),
        ),
        (
            "Ada Falk called the offer “a price on our own nets.”",
            ("mixed", "Ada Falk", "the offer “a price on our own nets.”"),
        ),
        ("Ada Falk: “We go tonight, and that is that.”",
         ("direct", "Ada Falk", "“We go tonight, and that is that.”")),
    ],
)  # fmt: skip
def test_forms_of_one_statement(text: str, expected: tuple[str, str, str]) -> None:
    assert said(HEAD, text) == [expected]


def test_an_interrupted_quotation_is_one_statement() -> None:
    found = said(HEAD, "“It is late,” Ada Falk said, “and we are going.”")
    assert found == [("direct", "Ada Falk", "“It is late,” … “and we are going.”")]


def test_sentences_behind_the_tag_go_on_with_it() -> None:
    found = said(HEAD, "“It is late,” Ada Falk said. “We are going.”")
    assert found == [("direct", "Ada Falk", "“It is late,” … “We are going.”")]


def test_a_tag_between_two_halves_of_indirect_speech() -> None:
    found = said(HEAD, "The harbour, Ada Falk said, was never deep enough for ferries.")
    assert found == [("indirect", "Ada Falk", "The harbour … was never deep enough for ferries")]


def test_a_quotation_over_paragraphs_belongs_to_the_tag_behind_it() -> None:
    found = said(
        HEAD,
        "Ada Falk came to the pier.",
        "“The boats are old. The pay is older.",
        "“We want neither,” she said.",
    )
    assert [f[1] for f in found] == ["she"]
    assert "The boats are old" in found[0][2]
    assert "We want neither" in found[0][2]


def test_a_quotation_without_a_cue_goes_to_the_running_speaker() -> None:
    found = said(HEAD, "Ada Falk shook her head. “Nobody asked us about the winter boats.”")
    assert found == [("direct", "Ada Falk", "“Nobody asked us about the winter boats.”")]


def test_scare_quotes_and_titles_are_no_statements() -> None:
    found = said(
        HEAD,
        "The boat known as “the Tub” sank in May.",
        "Her memoir, “The Long Row Home,” sold well.",
    )
    assert found == []


def test_two_statements_in_one_sentence() -> None:
    found = said(
        HEAD, "Ada Falk said the offer was late, and Piet Oduya insisted that it was generous."
    )
    assert [f[1] for f in found] == ["Ada Falk", "Piet Oduya"]


def test_a_participle_carries_the_speaker_on() -> None:
    found = said(HEAD, "Ada Falk said the offer was late, adding that it was also small.")
    assert [f[1] for f in found] == ["Ada Falk", "Ada Falk"]


def test_turns_of_a_transcript() -> None:
    found = said(
        "The hearing in full",
        "FALK: Why was the boat late?",
        "ODUYA: It was not late. (Laughter.) It was resting.",
        "FALK: I see.",
    )
    assert found == [
        ("direct", "FALK", "Why was the boat late?"),
        ("direct", "ODUYA", "It was not late. … It was resting."),
        ("direct", "FALK", "I see."),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "[00:01:02] {}: {}", "(1:02) {}: {}", "01:02 {}: {}", "[01:02] - {}: {}", "{} (01:02): {}",
        "{} [01:02]: {}", "**{}:** {}", "**{}**: {}", "{} (01:02):\n\n{}", "{}  1:02\n\n{}",
        "{}:\n\n{}",
    ],
)  # fmt: skip
def test_turns_may_tell_when_they_begin(form: str) -> None:
    spoken = [
        ("Ada Falk", "Why was the boat late?"),
        ("Piet Oduya", "It was not late. They say a storm held it."),
        ("Ada Falk", "I see."),
        ("Piet Oduya", "Do you?"),
    ]
    turns = [part for label, words in spoken for part in form.format(label, words).split("\n\n")]
    found = said("The hearing in full", *turns)
    assert found == [("direct", label, words) for label, words in spoken]


@pytest.mark.parametrize(
    ("before", "mention"),
    [
        ("The pollster Ada Falk writes:", "The pollster Ada Falk"),
        ("Piet Oduya has posted this:\n\n@PietOduya", "@PietOduya"),
        ("Our reporter on the quay, Asha Lind, says:", "Our reporter on the quay, Asha Lind"),
    ],
)
def test_a_line_announces_what_somebody_says(before: str, mention: str) -> None:
    words = "The boats are coming home. I have never seen that."
    found = said(HEAD, *before.split("\n\n"), words, "The night goes on.")
    assert found == [("direct", mention, words)]


def test_what_is_no_announcement() -> None:
    assert said(HEAD, "The harbour has three gates:", "The first is made of oak.") == []


def test_every_span_lies_in_the_text_and_is_what_it_says() -> None:
    made = article(HEAD, "“It is late,” Ada Falk said, “and we go.” She said the boats were old.")
    quotes: tuple[Quote, ...] = analyse(made).quotes
    for quote in quotes:
        for part, span in zip(quote.text.split(" … "), quote.spans, strict=True):
            assert made.text[span.start : span.end] == part


def test_a_quotation_in_the_headline_is_whose_it_is_below() -> None:
    found = said(
        "Harbour shut after “a hard night”", "“It was a hard night for us all,” Bo Rask said."
    )
    assert [(mention, words) for _, mention, words in found] == [
        ("Bo Rask", "“a hard night”"),
        ("Bo Rask", "“It was a hard night for us all,”"),
    ]


def test_a_headline_may_quote_nobody_known() -> None:
    found = said("“They counted us twice”: winter nears at the pass", "Snow fell all night.")
    assert found == [("direct", None, "“They counted us twice”")]


def test_a_colon_gives_the_words_to_whom_the_clause_before_it_is_about() -> None:
    found = said(HEAD, "Her deputy, Hanne Lund, was less reserved: “Everyone in the town knew.”")
    assert len(found) == 1
    assert found[0][1] is not None


def test_turns_under_a_name_and_an_office() -> None:
    found = said(
        "Halvorsen Pump third-quarter earnings call",
        "Operator",
        "Good morning, and welcome to the call.",
        "Walt Demirjian -- Chief Executive Officer",
        "Thanks, and good morning. It was a solid quarter.",
        "Operator",
        "We have no more questions.",
        "Walt Demirjian -- Chief Executive Officer",
        "Thank you all.",
    )
    assert [mention for _, mention, _ in found] == ["Operator", "Walt Demirjian"] * 2


def test_headings_in_capitals_do_not_speak() -> None:
    paragraph = "The boats lay in the harbour all day, and it rained."
    headings = ("ABSTRACT.", "FULL TEXT.", "THE TOTAL.", "THE REST.")
    assert said(HEAD, *(part for heading in headings for part in (heading, paragraph))) == []


def test_a_mark_that_opens_in_a_block_quotation_is_no_statement_below() -> None:
    found = said("ADA FALK:", "> Ada Falk “The boat is late", "“")
    assert [words for _, _, words in found] == ["Ada Falk “The boat is late"]


def test_spans_that_touch_or_overlap_become_one() -> None:
    spans = [Span(9, 12), Span(0, 4), Span(4, 6), Span(10, 11), Span(11, 14), Span(20, 21)]
    assert merged(spans) == (Span(0, 6), Span(9, 14), Span(20, 21))
    assert merged([]) == ()
