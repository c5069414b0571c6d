"""What is copied says who spoke, and where."""

from dataclasses import replace

from tests.reader.voiced_harbour import voiced_harbour
from tui.export.attributed_text import quote_text, summaries_text, summary_text

TITLE = "Harbour to close for a month, mayor says"


def test_a_quote_names_its_speaker_and_source() -> None:
    analysis = voiced_harbour()
    assert quote_text(analysis, analysis.quotes[0]) == (
        f"“the least bad of three bad choices.” — Ada Falkmere, mayor of Ostrand ({TITLE})"
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
        "- nobody had asked them\n"
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
