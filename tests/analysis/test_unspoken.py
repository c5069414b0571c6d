"""Words in quotation marks that nobody utters."""

import pytest

from tui.analysis.quotation import quotations
from tui.analysis.unspoken import in_title_case, is_title, titles_among, without_titles
from tui.article.loading import article_from_text
from tui.article.model import Span


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Her memoir, “The Long Row Home,” sold well.", True),
        ("The boat, known as “the Tub”, sank.", True),
        ("She is known on the quay as “the Nose”.", True),
        ("Its motto, “Patience is bread,” hangs there.", True),
        ("The song “Two Oars” was played.", True),
        ("It was known on every deck as the “biscuit rule”.", True),
        ("Her novel about rowing, “Third Oar,” sold well.", True),
        ("The crew call her “Kettle,” and she minds.", True),
        ("To the fleet he is ‘the Milkman’.", True),
        ("The rower known as ‘Stumpy’ won twice.", True),
        ("The motto of the guild, “Mind the Tide,” hangs there.", True),
        ("The slogans, for the record: “Steady” and “Onward”.", True),
        ("In “Wet Rope,” her apprentice claims otherwise.", True),
        ("Among the crew it is “Nibbler”.", True),
        ("He is known to everybody on that stretch of the quay as ‘Nip’.", True),
        ("The boy, who answers to “Xio”, laughed.", True),
        ("It may use words such as “expect” and more.", True),
        ("She sent it under the subject line “A hard letter”.", True),
        ("The lifts were rated “good” in May.", True),
        ("Best actor went to Bo Lind for “Low Water”.", True),
        ("He held up a copy of “Salt Children” and left.", True),
        ("The list has “Salt Children,” a novel by Bo Lind.", True),
        ("“Wet Feet” is published by a friend.", True),
        ("A “Free the Hill” page has many readers.", True),
        ("He wrote here last week (“Care needs honesty, not luck”, 6 June).", True),
        ("“We love this novel,” he said of the book.", False),
        ("Ada Falk wrote “The Long Row Home” in 2010.", True),
        ("Ada Falk sang “Blue River” at the end.", True),
        ("Ada Falk wrote “No More Money” on the wall.", False),
        ("Ada Falk wrote “Yes We Can.”", False),
        ("Ada Falk wrote, “I will go.”", False),
        ("He waited in “terrible pain”.", False),
        ("The banner of the guild read, “Mind the Tide.”", False),
        ("Her answer was “Never.”", False),
        ("The mayor called it “a joke”.", False),
        ("He said, “Go.”", False),
        ("She wrote in a post, “We need no other road here, and I say so again.”", False),
        ("He told the Brenholm Post, “We need very strong leaders.”", False),
        ("Rask, as he was known, “was caught in the middle,” she said.", False),
        ("“Absolutely,” campaign manager Bo Lind said.", False),
        ("“Absolutely,” a veteran of the series said.", False),
        ("“Go,” he said.", False),
    ],
)
def test_titles_and_names_for_things(text: str, title: bool) -> None:
    article = article_from_text(f"A title\n\n{text}")
    assert is_title(article.text, quotations(article)[0]) is title


def test_title_case() -> None:
    assert in_title_case("The Long Row Home")
    assert not in_title_case("The long way home")
    assert not in_title_case("so it is")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("both in “The Long Row Home”", None),
        ("that fees would rise, which is known there as the “comb tax”", "that fees would rise"),
        ("her memoir “The Long Row” had sold well", "her memoir “The Long Row” had sold well"),
        ("that it bore the title “Low Water”", None),
        ("the report “rubbish”", "the report “rubbish”"),
        ("that fees would rise", "that fees would rise"),
    ],
)  # fmt: skip
def test_what_is_left_without_the_names_of_things(said: str, left: str | None) -> None:
    article = article_from_text(f"A title\n\nShe wrote {said} there.")
    start = article.text.index(said)
    titles = [q for q in quotations(article) if is_title(article.text, q)]
    rest = without_titles(article.text, Span(start, start + len(said)), titles)
    assert (article.text[slice(*rest)] if rest else None) == left


def test_a_list_of_slogans_is_nobody_s_words() -> None:
    words = "The slogans, as ever: “Steady” (Falk), “Open the Windows” (Rask) and “Four for Four”."
    article = article_from_text(f"A day at the polls\n\n{words}")
    assert len(titles_among(article.text, quotations(article))) == 3
