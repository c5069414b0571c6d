"""What is said, without words around it that are the article's own."""

import pytest

from tests.analysis.articles import article
from tests.analysis.test_tagged_attribution import claims, words
from tests.analysis.voices_of import read


def test_what_happens_after_a_closed_sentence_is_no_tag() -> None:
    made = article("Ada Falk said it. “Put it in writing.” The inquiry continues.")
    assert claims(made, ("continues", "The inquiry", ["“Put it in writing.”"])) == []
    made = article("“Put it in writing.” The chairman said.")
    (found,) = claims(made, ("said", "The chairman", ["“Put it in writing.”"]))
    assert words(made, found) == ["“Put it in writing.”"]


def test_what_the_article_tells_behind_a_tag_is_not_said() -> None:
    made = article("“It bites,” she says, and it takes me a moment to see the joke.")
    (found,) = claims(
        made, ("says", "she", ["“It bites,”", "it takes me a moment to see the joke"])
    )
    assert words(made, found) == ["“It bites,”"]
    made = article("“It bites,” she says, and that it always did.")
    (found,) = claims(made, ("says", "she", ["“It bites,”", "that it always did"]))
    assert words(made, found) == ["“It bites,”", "that it always did"]


def test_nor_is_it_who_stands_beside_the_speaker() -> None:
    made = article("“It is over.” Her husband, Otto, agreed.")
    assert claims(made, ("agreed", "Otto,", ["“It is over.”", "Her husband"])) == []


def test_whom_somebody_praises_is_not_said() -> None:
    made = article("Prior praised the keeper: “He was unreal.”")
    (found,) = claims(made, ("praised", "Prior", ["the keeper: “He was unreal.”"]))
    assert words(made, found) == ["“He was unreal.”"]
    made = article("Prior said one thing was clear: “He was unreal.”")
    (found,) = claims(made, ("said", "Prior", ["one thing was clear: “He was unreal.”"]))
    assert words(made, found) == ["one thing was clear: “He was unreal.”"]


def test_the_article_s_question_before_a_quotation_is_not_said() -> None:
    made = article("They are old. Do they ever argue? “Constantly,” says Colin.")
    (found,) = claims(made, ("says", "Colin", ["Do they ever argue", "“Constantly,”"]))
    assert words(made, found) == ["“Constantly,”"]


def test_a_sentence_behind_a_closed_quotation_is_its_own() -> None:
    made = article("“It is over.” The crowd agreed.")
    assert claims(made, ("agreed", "The crowd", ["“It is over.”"])) == []


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    made = article("Ada Falk, 71, was told by an agent that her case weighed too much.")
    (found,) = claims(
        made, ("was told", "an agent", ["Ada Falk, 71", "that her case weighed too much"])
    )
    assert words(made, found) == ["that her case weighed too much"]


def test_a_sentence_before_a_tagged_quotation_is_the_article_s() -> None:
    made = article("Several hands went up. “In which direction?” she asked.")
    (found,) = claims(made, ("asked", "she", ["Several hands went up", "“In which direction?”"]))
    assert words(made, found) == ["“In which direction?”"]


def test_who_dismisses_a_claim_says_so() -> None:
    made = article("He spoke of wells, a claim that Falk dismissed as “geography by rumour.”")
    (found,) = claims(made, ("a claim", None, ["that Falk dismissed as “geography by rumour.”"]))
    assert words(made, found) == ["“geography by rumour.”"]
    assert found.mention is not None
    assert made.text[slice(*found.mention)] == "Falk"


def test_what_somebody_calls_something_is_in_the_marks_behind() -> None:
    made = article("They will merge, creating what the firms called “the largest maker of tins”.")
    (found,) = claims(made, ("called", "the firms", ["what"]))
    assert words(made, found) == ["“the largest maker of tins”"]


def test_where_somebody_shouts_or_writes_is_not_said() -> None:
    made = article("The fans sang “You are late” at the officials as they left.")
    (found,) = claims(made, ("sang", "The fans", ["“You are late” at the officials as they left"]))
    assert words(made, found) == ["“You are late”"]


def test_but_what_somebody_says_no_to_is() -> None:
    made = article("Ada Falk said “no” to the plan.")
    (found,) = claims(made, ("said", "Ada Falk", ["“no” to the plan"]))
    assert words(made, found) == ["“no” to the plan"]


def test_to_whom_advice_is_given_is_not_said() -> None:
    made = article("Her advice to the thieves? “Leave it in a box.”")
    (found,) = claims(made, ("advice", "Her", ["the thieves", "“Leave it in a box.”"]))
    assert words(made, found) == ["“Leave it in a box.”"]


def test_a_mark_alone_is_no_quotation() -> None:
    made = article("Stars pay tribute as ‘Dockside’ actor Bo Lind dies.")
    assert claims(made, ("pay tribute", "Stars", ["‘"])) == []


@pytest.mark.parametrize("answer", ["no", "yes"])
def test_an_answer_of_one_word_ends_what_is_said(answer: str) -> None:
    analysis = read(f"Would he resign? Ann Foy said {answer}. Police were called at noon.")
    text = analysis.article.text
    assert [text[slice(*s)] for q in analysis.quotes for s in q.spans] == [answer]


@pytest.mark.parametrize(
    ("text", "topic", "kept"),
    [
        ("Of the goal, Ada Falk said, “I saw it late.”", "Of the goal", 1),
        ("As for the strike, Ada Falk said, “I saw it late.”", "As for the strike", 1),
        ("Of the 40 who came, Ada Falk said, “I saw it late.”", "Of the 40 who came", 2),
    ],
)
def test_what_is_spoken_of_is_no_part_of_a_quotation(text: str, topic: str, kept: int) -> None:
    made = article(text)
    (found,) = claims(made, ("said", "Ada Falk", [topic, "“I saw it late.”"]))
    assert words(made, found) == [topic, "“I saw it late.”"][-kept:]
