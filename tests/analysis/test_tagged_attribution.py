"""What the encoder reads, set right by quotation marks."""

import sys
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from tests.analysis.articles import article
from tests.analysis.voices_of import read as analysed
from tui.analysis.attribution import Attribution
from tui.analysis.quotation import quotations
from tui.analysis.tagged_attribution import claimed_by_tags
from tui.analysis.tagger import Tagged
from tui.article.model import Article, Span

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def place(made: Article, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def claims(
    made: Article, *read: tuple[str, str | None, list[str]], sure: float = 0.9
) -> list[Attribution]:
    """The attributions of cues with their source and content, all given in words."""
    tags = [
        Tagged(
            place(made, cue),
            place(made, source) if source else None,
            tuple(place(made, words) for words in content),
            sure,
            0.9,
        )
        for cue, source, content in read
    ]
    return [a for a, _ in claimed_by_tags(made, quotations(made), tags)]


def words(made: Article, attribution: Attribution) -> list[str]:
    return [made.text[s.start : s.end] for s in attribution.spans]


def test_a_quotation_belongs_to_its_claim_as_a_whole() -> None:
    made = article("“We go tonight. That is that,” Ada Falk said.")
    (found,) = claims(made, ("said", "Ada Falk", ["We go tonight."]))
    assert found.kind == "direct"
    assert words(made, found) == ["“We go tonight. That is that,”"]


def test_a_split_quotation_is_one_statement_of_two_spans() -> None:
    made = article("“We go,” Ada Falk said, “and that is that.”")
    (found,) = claims(made, ("said", "Ada Falk", ["We go", "and that is that."]))
    assert words(made, found) == ["“We go,”", "“and that is that.”"]


def test_words_outside_the_marks_make_it_mixed() -> None:
    made = article("Ada Falk said the boats would “stay in port”.")
    (found,) = claims(made, ("said", "Ada Falk", ["the boats would “stay in"]))
    assert found.kind == "mixed"
    assert words(made, found) == ["the boats would “stay in port”"]


@pytest.mark.parametrize(
    "content", [["Bo was “locked in.”", "Jo went home"], ["Bo was “locked in.” Jo"]]
)
def test_the_next_sentence_is_not_said(content: list[str]) -> None:
    made = article("Ada Falk said Bo was “locked in.” Jo went home.")
    (found,) = claims(made, ("said", "Ada Falk", content))
    assert words(made, found) == ["Bo was “locked in.”"]


def test_a_sentence_that_is_told_to_be_said_is() -> None:
    made = article("“Bo was locked in.” Jo went home, Ada Falk said.")
    (found,) = claims(made, ("said", "Ada Falk", ["“Bo was locked in.”", "Jo went home"]))
    assert words(made, found) == ["“Bo was locked in.”", "Jo went home"]


def test_a_quotation_that_two_claim_goes_to_who_covers_most() -> None:
    made = article("Ada Falk said that Bo had wept, and Bo Rask said: “I never wept at sea.”")
    found = claims(
        made,
        ("said that", "Ada Falk", ["Bo had wept", "I never"]),
        ("said:", "Bo Rask", ["wept at sea."]),
    )
    assert [(f.kind, words(made, f)) for f in found] == [
        ("indirect", ["Bo had wept"]),
        ("direct", ["“I never wept at sea.”"]),
    ]


def test_cues_inside_a_quotation_make_no_statement() -> None:
    made = article("“He said that he would come,” Ada Falk told me.")
    found = claims(
        made,
        ("said", "He", ["that he would come"]),
        ("told", "Ada Falk", ["He said that he would come"]),
    )
    assert len(found) == 1
    assert made.text[slice(*found[0].mention or ())] == "Ada Falk"


def test_an_unsure_claim_counts_only_with_a_quotation() -> None:
    made = article("Ada Falk said the boats would stay. “They stay,” she said again.")
    found = claims(
        made,
        ("said", "Ada Falk", ["the boats would stay"]),
        ("said again", "she", ["They stay,"]),
        sure=0.05,
    )
    assert [f.kind for f in found] == ["direct"]


def test_titles_are_no_statements() -> None:
    made = article("Her memoir, “The Long Row Home,” sold well.")
    assert claims(made, ("memoir", "Her", ["The Long Row Home,"])) == []


def test_pauses_at_the_edges_are_no_content() -> None:
    made = article("The boats, she added, would stay in port.")
    (found,) = claims(made, ("added", "she", ["The boats, ", ", would stay in port"]))
    assert words(made, found) == ["The boats", "would stay in port"]


def test_the_dateline_is_no_part_of_a_source() -> None:
    made = article("OSTRAND — Ada Falk said the boats would stay in port.")
    (found,) = claims(made, ("said", "OSTRAND — Ada Falk", ["the boats would stay in port"]))
    assert made.text[slice(*found.mention or ())] == "Ada Falk"


def test_a_cue_does_not_reach_into_the_next_paragraph() -> None:
    made = article("“You signed it?” Ada Falk asked.", "“I signed a great many notes.”")
    (found,) = claims(made, ("asked", "Ada Falk", ["You signed it?", "I signed a great many"]))
    assert words(made, found) == ["“You signed it?”"]


def test_but_a_colon_leads_there() -> None:
    made = article("Ada Falk wrote to the crews:", "“We go tonight.”")
    (found,) = claims(made, ("wrote", "Ada Falk", ["We go tonight."]))
    assert words(made, found) == ["“We go tonight.”"]


def test_a_quotation_over_paragraphs_belongs_to_the_tag_behind_it() -> None:
    made = article(
        "She added that the well was dry.",
        "“I was there on Sunday. The yard is shut.",
        "“I told him about the well,” Ada Falk said.",
    )
    found = claims(
        made,
        ("added", "She", ["that the well was dry", "I was there on Sunday. The yard is shut."]),
        ("said", "Ada Falk", ["I told him about"]),
    )
    assert [(f.kind, made.text[slice(*f.mention or ())]) for f in found] == [
        ("indirect", "She"),
        ("direct", "Ada Falk"),
    ]


def test_marks_alone_name_nobody() -> None:
    made = article("- said that the gates would close", "OSTRAND — said that it is cold.")
    first, second = claims(
        made,
        ("said", "- ", ["the gates would close"]),
        ("OSTRAND — said", "OSTRAND —", ["it is cold"]),
    )
    assert (first.mention, second.mention) == (None, None)


def test_the_dateline_is_no_part_of_what_is_said() -> None:
    made = article("HALLAND, May 3 — The harbour will close, according to the mayor.")
    (found,) = claims(
        made,
        ("according to", "the mayor", ["HALLAND, May 3 — The harbour will close"]),
    )
    assert words(made, found) == ["The harbour will close"]


def test_an_article_alone_is_not_said() -> None:
    made = article("An airline has apologised after a cellist was stopped.")
    assert not claims(made, ("apologised", "An airline", ["a "]))
    assert not claims(made, ("apologised", "An airline", ["a"]))


def test_the_work_grows_as_one_paragraph_does() -> None:
    assert steps_over(80) < 1.2 * 4 * steps_over(20)


def steps_over(count: int) -> int:
    """How many instructions are run for so many statements in one paragraph."""
    part = "“We go,” Ada Falk said. "
    made = article(part * count)
    quoted = quotations(made)
    said = [(q.start, made.text.index("said", q.end)) for q in quoted]
    tags = [
        Tagged(Span(at, at + 4), None, (Span(start, start + 8),), 0.9, 0.9) for start, at in said
    ]
    counted = 0

    def count_one(frame: FrameType, event: str, _: object) -> "TraceFunction":
        nonlocal counted
        frame.f_trace_opcodes = True
        counted += event == "opcode"
        return count_one

    before = sys.gettrace()
    sys.settrace(count_one)
    try:
        assert len(claimed_by_tags(made, quoted, tags)) == count
    finally:
        sys.settrace(before)
    return counted


@pytest.mark.parametrize(
    ("letter", "voice"),
    [
        ("Sir – Major Bo Falk writes that the young “have never known discipline”.", "Bo Falk"),
        ("SIR — Ada Falk says that it was late.", "Ada Falk"),
        ("May I, on behalf of many, say that he is wise.", "the author"),
    ],
)
def test_how_a_letter_begins_is_nobody_s_name(letter: str, voice: str) -> None:
    assert [s.name for s in analysed(letter).speakers] == [voice]
