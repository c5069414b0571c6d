"""Whom a pronoun stands for, among those who are near."""

import json
from importlib.resources import files

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis.characters import characters
from tui.analysis.described_candidates import DESCRIBED_FEATURES
from tui.analysis.pipeline import read as read_article
from tui.analysis.pronouns import FEATURES, WEIGHTS


def test_a_pronoun_agrees_with_whom_it_stands_for() -> None:
    analysis = read(
        "Anton Revik walked in late. He was tired, and his coat was wet.",
        "Greta Kolberg, her hair wet, asked whether the dam would hold.",
        "“It will hold for a year,” he said.",
    )
    assert speakers_of(analysis)[-1] == "Anton Revik"


def test_whom_the_words_speak_of_does_not_say_them() -> None:
    analysis = read(
        "Ada Falkmere said the bridge was late. She had her doubts.",
        "“Bo Rask can pay for the bridge himself,” she said.",
    )
    assert set(speakers_of(analysis)) == {"Ada Falkmere"}


def test_the_confidence_says_how_sure_it_is() -> None:
    alone = read("Ada Falkmere said the dam would hold.", "She said it was new.")
    two = read(
        "Ada Falkmere met Greta Kolberg at the dam on Monday.", "She said that it was new and dry."
    )
    assert alone.quotes[-1].confidence > two.quotes[-1].confidence


def test_the_weights_stand_in_the_order_of_the_features() -> None:
    text = (files("tui.analysis") / "weights" / WEIGHTS).read_text(encoding="utf-8")
    learned = {model: tuple(values) for model, values in json.loads(text).items()}
    assert learned == {
        "personal": FEATURES,
        "neutral": FEATURES,
        "role": DESCRIBED_FEATURES,
        "body": DESCRIBED_FEATURES,
    }


def test_a_country_is_not_she_where_a_person_is_near() -> None:
    analysis = read(
        "Oltmark’s trade minister, Ansa Kivi, said Oltmark had offered to share its gauges.",
        "The minister said Oltmark was patient.",
        "She added that Oltmark had time.",
    )
    assert set(speakers_of(analysis)) == {"Ansa Kivi"}


def test_who_is_asked_answers() -> None:
    analysis = read(
        "Bo Lindahl, the owner, said the pump was new. Emil Osund had sold it.",
        "Edda Rauning, for the owners, put it to Mr Osund that he had known of the leak."
        " He replied that he had not.",
    )
    assert speakers_of(analysis)[-1] == "Emil Osund"


def test_it_is_nobody_whose_gender_is_told() -> None:
    analysis = read(
        "The Harbour Board has met. It heard Edda Rauning, who runs the yard. She left early.",
        "It said that the pier would close.",
    )
    assert speakers_of(analysis)[-1] != "Edda Rauning"


def test_who_replies_is_not_who_spoke_last() -> None:
    analysis = read(
        "Laura Pike, who ran the bridges, told the judge that she had written twice.",
        "Counsel for the county, Simon Vane, suggested that Pike had been more worried about her"
        " budget than about the bridge. She replied that the two were the same thing.",
    )
    assert speakers_of(analysis) == ["Laura Pike", "Simon Vane", "Laura Pike"]


def test_they_are_not_she() -> None:
    analysis = read(
        "In March Ilse Brandvold told her funders that she was ending the project.",
        "They asked whether she was ill.",
    )
    assert speakers_of(analysis)[0] == "Ilse Brandvold"
    assert speakers_of(analysis)[1] != "Ilse Brandvold"


def test_it_is_the_body_that_led_the_sentence_before() -> None:
    analysis = read(
        "Anselm Roche argues that surgeons are judged by what they do when the plan fails.",
        "The hospital’s board is less philosophical. It said in a statement that it regretted the"
        " timing.",
    )
    assert speakers_of(analysis) == ["Anselm Roche", "The hospital’s board"]


def test_whose_student_she_is_tells_nothing_of_the_student() -> None:
    analysis = read(
        "Ilse Brandvold built the arm. She switched it off in March.",
        "Her former student Kwame Adjei thinks she has lost her nerve.",
        "Kwame, she says, was the best pair of hands she ever trained.",
        "“He was quick,” she says.",
    )
    assert speakers_of(analysis)[1:] == ["Ilse Brandvold"] * 2


def test_who_tells_the_story_is_not_he() -> None:
    analysis = read(
        "The foreman, a decent man named Ollie Kranz, once explained that the clock ran slow.",
        "“Management knows,” he said. I said it did not look that way. “Kid,” he said, “it is not a"
        " clock. It is a policy.”",
    )
    assert speakers_of(analysis)[-1] == "Ollie Kranz"


def test_what_she_owns_tells_nothing_of_who_dismisses_it() -> None:
    made = article(
        "Ada Falk, who left school at 14, drew maps as she liked them. Bo Rask dismissed her maps."
    )
    known = read_article(made)
    genders = {c.name: c.gender for c in characters(made, known.units, known.names)}
    assert genders == {"Ada Falk": "f", "Bo Rask": None}


def test_who_is_asked_takes_a_moment() -> None:
    analysis = read(
        "Raul Medina told the court that the door was closed. Patricia Quon asked Medina whether"
        " he had changed a grade himself. “Once,” he said.",
        "Quon asked why that was different. He took a moment. “Nobody asked me to,” he said.",
    )
    assert speakers_of(analysis)[-1] == "Raul Medina"


def test_who_asks_may_ask_again() -> None:
    analysis = read(
        "Joyce Amundsen, the principal, was not there. She had denied it.",
        "Judge Carolyn Osterman said she would rule by Friday. She asked whether anyone had been"
        " given a grade that they did not deserve. Several hands went up. “In which direction?”"
        " she asked.",
    )
    assert speakers_of(analysis)[-1] == "Carolyn Osterman"
    assert analysis.quotes[-1].text == "“In which direction?”"


def test_he_goes_on_where_the_paragraph_names_nobody_else() -> None:
    analysis = read(
        "Baltasar Revik, the under-secretary, called it a slow emergency. Food, he said, would last"
        " nineteen days.",
        "The delegate of Tamberland said the draft was balanced. “Nobody can be neutral,” he said."
        " He called on the others to sign.",
    )
    assert set(speakers_of(analysis)[-2:]) == {"The delegate of Tamberland"}


def test_who_is_called_she_is_no_he_right_after() -> None:
    analysis = read(
        "Teodor Lind mends clocks, as his father did. His apprentice is Edda Rauning, who heard a"
        " bell on her walk. She found a man on a rope.",
        "“I thought he was stuck,” she told me. “I was stuck,” he said.",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Teodor Lind"]


def test_they_are_the_researchers_not_their_university() -> None:
    analysis = read(
        "Researchers at the University of Calderwick followed 2,140 adults for three years. They"
        " found that the pressure fell.",
    )
    assert speakers_of(analysis) == ["Researchers at the University of Calderwick"]


def test_she_is_not_her_publisher() -> None:
    analysis = read(
        "Edda Rauning has written a book. She lives by the lake.",
        "Her publisher said there were eleven titles. Four were hers; the rest, she said, were"
        " not.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_who_recalls_that_he_asked_is_not_he() -> None:
    analysis = read(
        "Bo Raske told people that he was in concrete. He has four years left.",
        "Inspector Rosh Velt, who arrested him, remembers that he asked whether he might finish his"
        " soup. “I let him. It smelled wonderful,” she said.",
    )
    assert speakers_of(analysis)[-1] == "Rosh Velt"


def test_an_ex_wife_is_she() -> None:
    analysis = read(
        "Bo Raske sold the harbour. His ex-wife, Velma, learned of it from the radio.",
        "“I was in the kitchen,” she said. “I was out,” he said.",
    )
    assert speakers_of(analysis)[-2:] == ["Velma", "Bo Raske"]


def test_who_quotes_somebody_is_not_quoted() -> None:
    analysis = read(
        "Mayor Tom Alder met the union on Friday. Union leader Rick Vane quoted him as saying:"
        " “The bees do not read.”"
    )
    assert speakers_of(analysis) == ["Tom Alder"]
