"""What is copied says who spoke, and where."""

from dataclasses import replace

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Analysis, Quote, Speaker
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.export.attributed_text import quote_text, summaries_text, summary_text

TITLE = "Harbour to close for a month, mayor says"


def test_a_quote_names_its_speaker_and_source() -> None:
    analysis = voiced_harbour()
    assert quote_text(analysis, analysis.quotes[0]) == (
        f"“the least bad of three bad choices.” — Ada Falkmere, mayor of Ostrand ({TITLE})"
    )


def test_what_is_told_in_other_words_is_copied_as_its_sentence() -> None:
    text = (
        "Harbour to close\n\nIt rained. The owners denied that they were to blame. All went home."
    )
    article = article_from_text(text)
    start = article.text.index("that they")
    told = Quote(
        "q1", "indirect", (Span(start, start + 23),), "that they were to blame", None, None, "s1",
        0.9, "",
    )  # fmt: skip
    owners = Speaker("s1", "the owners", (), "group", None, 5, 1.0, ("q1",))
    assert quote_text(Analysis(article, (told,), (owners,)), told) == (
        "The owners denied that they were to blame. — told of the owners, in other words"
        " (Harbour to close)"
    )


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    analysis = voiced_harbour()
    text = quote_text(analysis, replace(analysis.quotes[0], speaker=None))
    assert "— speaker unknown (" in text


def test_without_a_title_the_source_stands_with_the_date() -> None:
    analysis = voiced_harbour()
    article = replace(analysis.article, title=None, date="4 May")
    text = quote_text(replace(analysis, article=article), analysis.quotes[0])
    assert text.endswith("(harbour.txt, 4 May)")


def test_a_summary_has_its_sentences_under_the_name() -> None:
    analysis = voiced_harbour()
    assert summary_text(analysis, analysis.speakers[1]) == (
        "Piet Oduya, speaks for the fishermen · 3 statements, 30% of what is said\n"
        "- said nobody had asked them\n"
        "- “We learnt of it from the radio,”\n\n"
        f"({TITLE})"
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
