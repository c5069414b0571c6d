"""What the encoder reads, set right by the sentence around a quotation."""

import pytest

from tests.analysis.articles import article
from tests.analysis.test_tagged_attribution import claims, words


def test_a_quotation_with_a_tag_of_its_own_is_not_the_speaker_s_before_it() -> None:
    made = article("“I know,” Ada Falk said. “Never?” Bo Rask asked.")
    found = claims(made, ("said", "Ada Falk", ["“I know,”", "“Never?”"]), ("asked", "Bo Rask", []))
    assert [words(made, f) for f in found] == [["“I know,”"], ["“Never?”"]]


def test_what_follows_a_whole_sentence_is_no_tag() -> None:
    made = article("“I know,” Ada Falk said. “Never again.” Bo Rask asked for more.")
    found = claims(
        made, ("said", "Ada Falk", ["“I know,”", "“Never again.”"]), ("asked", "Bo Rask", [])
    )
    assert [words(made, f) for f in found] == [["“I know,”", "“Never again.”"]]


def test_who_stands_behind_the_cue_says_it() -> None:
    made = article("Council head ‘lied’, says former ally as row grows.")
    (found,) = claims(made, ("says", "Council head", ["‘lied’"]))
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "former ally"


def test_but_not_where_the_cue_goes_on_to_tell_more() -> None:
    made = article("The author, called ‘the Rivet’, disputes this.")
    (found,) = claims(made, ("disputes", "The author", ["this"]))
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "The author"


def test_a_sentence_in_two_halves_is_one_statement() -> None:
    made = article("“What I saw,” Ada Falk said when told of it, “was one boat.”")
    (found,) = claims(
        made,
        ("said", "Ada Falk", ["“What I saw,”"]),
        ("told of", "Ada Falk", ["“was one boat.”"]),
    )
    assert words(made, found) == ["“What I saw,”", "“was one boat.”"]


def test_a_kicker_says_nothing() -> None:
    made = article("Obituary: the keeper who sued the sea.")
    assert claims(made, (":", "Obituary", ["the keeper who sued the sea"])) == []


def test_what_is_quoted_after_a_tag_is_not_whose_sentence_follows() -> None:
    made = article("“Why?” Ada Falk asked. “It was late.” Her deputy told the crew to “go home”.")
    found = claims(
        made,
        ("asked", "Ada Falk", ["“Why?”"]),
        ("told", "Her deputy", ["“It was late.”", "to “go home”"]),
    )
    assert [words(made, f) for f in found] == [["“Why?”", "“It was late.”"], ["to “go home”"]]


def test_what_stands_behind_a_cue_is_not_who_spoke_before() -> None:
    made = article("Ada Falk called the list too short. Bo Rask denied having written it.")
    found = claims(
        made,
        ("called", "Ada Falk", ["the list too short", "having written it"]),
        ("denied", "Bo Rask", []),
    )
    assert [words(made, f) for f in found] == [["the list too short"], ["having written it"]]


def test_who_is_pointed_at_says_it() -> None:
    made = article("“Polls are weather.” That was Bo Rask on the steps, shown our poll.")
    (found,) = claims(made, ("shown", "our poll", ["“Polls are weather.”"]))
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "Bo Rask"


def test_who_stands_between_a_colon_and_the_quotation_says_it() -> None:
    made = article("Harbour closes: mayor ‘never asked for rain’ as boats leave.")
    (found,) = claims(made, ("closes:", "Harbour", ["‘never asked for rain’"]))
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "mayor"


def test_a_sentence_is_said_from_its_beginning() -> None:
    made = article("Rask came by. She owed her “nine winters of rope”, Lind told us, and went.")
    (found,) = claims(made, ("told", "Lind", ["her “nine winters of rope”"]))
    assert words(made, found) == ["She owed her “nine winters of rope”"]


def test_what_is_hoped_is_not_told_as_so() -> None:
    made = article("It was late. He hoped, he said, that nobody would sell the mill.")
    (found,) = claims(made, ("said", "he", ["that nobody would sell the mill"]))
    assert words(made, found) == ["He hoped", "that nobody would sell the mill"]


@pytest.mark.parametrize("source", [None, "the"])
def test_who_stands_behind_a_verb_of_two_words_says_it(source: str | None) -> None:
    made = article("“Never,” shot back the mayor.")
    (found,) = claims(made, ("shot back", source, ["“Never,”", "the mayor"]))
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "the mayor"
    assert words(made, found) == ["“Never,”"]


def test_what_a_tag_stands_in_is_its_own_from_the_colon_on() -> None:
    made = article("Ada Falk doubts that it will go: the print, Bo Lind says, is “hot”.")
    found = claims(
        made,
        ("doubts", "Ada Falk", ["that it will go: the print"]),
        ("says", "Bo Lind", ["is “hot”"]),
    )
    assert [words(made, f) for f in found] == [["that it will go"], ["the print", "is “hot”"]]


def test_what_a_crowd_answers_is_its_own() -> None:
    made = article("“No justice,” Bo Lind called. “No peace!” the crowd roared back.")
    found = claims(made, ("called", "Bo Lind", ["“No justice,”", "“No peace!”"]))
    assert [words(made, f) for f in found] == [["“No justice,”"], ["“No peace!”"]]
    assert found[1].mention is not None
    assert made.text[slice(*found[1].mention)] == "the crowd"
