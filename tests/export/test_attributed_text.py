"""What is copied says who spoke, and where."""

from dataclasses import replace

import pytest

from tests.analysis.articles import article
from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis import analyse
from tui.analysis.model import Analysis, Quote, Speaker
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.export.attributed_text import (
    file_told,
    origin_told,
    quote_text,
    summaries_text,
    summary_text,
)

TITLE = "Harbour to close for a month, mayor says"


def test_a_quote_names_its_speaker_and_source() -> None:
    analysis = voiced_harbour()
    assert quote_text(analysis, analysis.quotes[0]) == (
        "“the least bad of three bad choices.” — Ada Falkmere, mayor of Ostrand"
        f" ({TITLE}; harbour.txt)"
    )


def dated(source: str = "news/harbour.txt") -> Analysis:
    """The analysis of an article that says who wrote it, and when."""
    analysis = voiced_harbour()
    article = replace(
        analysis.article, byline="Mara Holt, Port Correspondent", date="4 May", source=source
    )
    return replace(analysis, article=article)


def test_a_quote_in_markdown_is_a_block_quotation() -> None:
    analysis = dated()
    assert quote_text(analysis, analysis.quotes[0], "markdown") == (
        "> “the least bad of three bad choices.”\n\n"
        f"— **Ada Falkmere**, mayor of Ostrand, in *{TITLE}*, 4 May, harbour.txt"
    )


def test_a_citation_says_first_who_is_quoted_where() -> None:
    analysis = dated("https://ostrand.example/harbour?x=1")
    assert quote_text(analysis, analysis.quotes[0], "citation") == (
        f"Ada Falkmere, mayor of Ostrand, quoted in “{TITLE}”, by Mara Holt, Port Correspondent,"
        " 4 May, https://ostrand.example/harbour?x=1: “the least bad of three bad choices.”"
    )


def test_what_was_piped_has_no_file_to_name() -> None:
    analysis = dated("-")
    assert quote_text(analysis, analysis.quotes[0]).endswith(f"({TITLE}, 4 May)")
    assert "-:" not in quote_text(analysis, analysis.quotes[0], "citation")
    article = replace(analysis.article, title=None, date=None)
    untitled = replace(analysis, article=article)
    assert quote_text(untitled, analysis.quotes[0]).endswith("(standard input)")


def test_nothing_in_the_text_is_markdown() -> None:
    analysis = dated()
    quote = replace(analysis.quotes[0], text="“*We* go_to [sea](x) <b>”\n\n1. “# `No`”\n- “&amp;”")
    speaker = replace(analysis.speakers[0], name="A*B", role="of [C]")
    article = replace(analysis.article, title="*T*")
    text = quote_text(
        replace(analysis, article=article, speakers=(speaker,)),
        replace(quote, speaker=speaker.id),
        "markdown",
    )
    assert text == (
        "> “\\*We\\* go\\_to \\[sea\\](x) \\<b\\>”\n>\n> 1\\. “\\# \\`No\\`”\n> \\- “\\&amp;”\n\n"
        "— **A\\*B**, of \\[C\\], in *\\*T\\**, 4 May, harbour.txt"
    )


def test_what_is_told_in_other_words_is_copied_as_its_sentence() -> None:
    text = (
        "Harbour to close\n\nIt rained. The owners denied that they were to blame. All went home."
    )
    harbour = article_from_text(text)
    start = harbour.text.index("that they")
    told = Quote(
        "q1", "indirect", (Span(start, start + 23),), "that they were to blame", None, None, "s1",
        0.9, "",
    )  # fmt: skip
    owners = Speaker("s1", "the owners", (), "group", None, 5, 1.0, ("q1",))
    assert quote_text(Analysis(harbour, (told,), (owners,)), told) == (
        "The owners denied that they were to blame. — reported speech of the owners"
        " (Harbour to close)"
    )
    analysis = Analysis(harbour, (told,), (owners,))
    assert quote_text(analysis, told, "citation") == (
        "The owners, as reported in “Harbour to close”: The owners denied that they were to blame."
    )
    assert quote_text(analysis, told, "markdown") == (
        "> The owners denied that they were to blame.\n\n"
        "— reported speech of **the owners**, in *Harbour to close*"
    )


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    analysis = voiced_harbour()
    text = quote_text(analysis, replace(analysis.quotes[0], speaker=None))
    assert "— speaker unknown (" in text


def test_without_a_title_the_source_stands_with_the_date() -> None:
    analysis = voiced_harbour()
    article = replace(analysis.article, title=None, date="4 May")
    text = quote_text(replace(analysis, article=article), analysis.quotes[0])
    assert text.endswith("(4 May; harbour.txt)")


def test_a_summary_has_its_sentences_under_the_name() -> None:
    analysis = voiced_harbour()
    assert summary_text(analysis, analysis.speakers[1]) == (
        "Piet Oduya, speaks for the fishermen · 3 statements, 30% of what is said\n"
        "- said nobody had asked them\n"
        "- “We learnt of it from the radio,”\n\n"
        f"({TITLE}; harbour.txt)"
    )


def test_all_summaries_stand_under_the_title_by_share() -> None:
    text = summaries_text(voiced_harbour())
    assert text.startswith(TITLE)
    heads = [line.split(" ·")[0] for line in text.splitlines() if " · " in line]
    assert heads == [
        "Ada Falkmere, mayor of Ostrand",
        "Piet Oduya, speaks for the fishermen",
        "the port authority",
    ]


def copies(*paragraphs: str) -> dict[str, str]:
    """The copied words of each quote, and whose they are said to be, by its own text."""
    analysis = analyse(article(*paragraphs))
    return {q.text: quote_text(analysis, q).rpartition(" (")[0] for q in analysis.quotes}


def test_words_partly_in_marks_are_copied_with_their_verb() -> None:
    copied = copies(
        "Mr Ferrars was heard. His counsel, Rufus Okonjo, described the hospital’s records as ‘a "
        "swamp with a filing system’. All went home."
    )
    assert copied["the hospital’s records as ‘a swamp with a filing system’"] == (
        "His counsel, Rufus Okonjo, described the hospital’s records as ‘a swamp with a filing "
        "system’. — reported speech of Rufus Okonjo, counsel"
    )


def test_what_another_makes_of_it_is_not_copied() -> None:
    copied = copies(
        "The ministers Edmund Corvale and Ansa Kivimaa met.",
        "Corvale accused Norrland of having drilled 40 new wells upstream of the border, a claim "
        "that Kivimaa dismissed as “geography by rumour.”",
        "Corvale suggested the third week of June; Kivimaa said she would take the second.",
    )
    assert copied["Norrland of having drilled 40 new wells upstream of the border"].startswith(
        "Corvale accused Norrland of having drilled 40 new wells upstream of the border — "
    )
    assert copied["she would take the second"].startswith(
        "Kivimaa said she would take the second. — "
    )


def test_a_sentence_is_not_cut_before_its_verb() -> None:
    copied = copies(
        "A diplomat, who asked not to be named because the talks were private, said the mood had "
        "changed after lunch."
    )
    assert all(said.startswith("A diplomat, who asked") for said in copied.values())
    assert all("changed after lunch. — " in said for said in copied.values())


def test_what_is_a_guess_is_copied_as_one() -> None:
    analysis = voiced_harbour()
    quotes = tuple(replace(quote, confidence=0.5) for quote in analysis.quotes)
    guessed = replace(analysis, quotes=quotes)
    assert "— Ada Falkmere, mayor of Ostrand (a guess) (" in quote_text(guessed, quotes[0])
    assert "**Ada Falkmere**, mayor of Ostrand (a guess)" in quote_text(
        guessed, quotes[0], "markdown"
    )
    assert "(a guess)" in summary_text(guessed, guessed.speakers[0])
    assert "(a guess)" not in summary_text(analysis, analysis.speakers[0])


@pytest.mark.parametrize(
    ("source", "told"),
    [("-", ""), ("clipboard:", ""), ("clipboard:#1", ""), ("-#1", ""),
     ("HTTPS://paper.example/story/one", "HTTPS://paper.example/story/one"),
     ("news/harbour.mbox#1", "harbour.mbox#1"), ("a  b\x1b.txt", "a b.txt")],
)  # fmt: skip
def test_a_source_is_told_as_its_reader_knows_it(source: str, told: str) -> None:
    assert file_told(source) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [("-", "standard input"), ("clipboard:", "the clipboard"), ("news/a.txt", "a.txt")],
)
def test_where_an_article_is_from_is_always_told(source: str, told: str) -> None:
    assert origin_told(replace(voiced_harbour().article, source=source)) == told
