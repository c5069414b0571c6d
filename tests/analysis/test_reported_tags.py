"""Tags that are reported themselves."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "“I will vote on March 1,” Senator Paul Weld said, according to the Tarn Herald. "
            "“And I have decided.”",
            "Paul Weld",
        ),
        ("“The plan is dead,” Hale said in a statement, the Herald reported.", "Hale"),
        (
            "“The ceasefire is over,” Defence Minister Omar Haddad said, the state news agency"
            " reported.",
            "Omar Haddad",
        ),
        ("The plan was “a joke,” Bo Lind said, according to the Herald.", "Bo Lind"),
        ("“I never saw the car,” Bo Lind told officers, according to police.", "Bo Lind"),
        (
            "Ada Falk met the press. “I answered it twice,” Falk said, according to the Herald.",
            "Ada Falk",
        ),
    ],
)
def test_who_stands_in_the_tag_says_it(text: str, who: str) -> None:
    analysis = read(text)
    assert speakers_of(analysis) == [who]
    assert who.split()[-1] not in analysis.quotes[0].text


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        (
            "State media quoted General Omar Haddad as saying: “We will not yield.”",
            "Omar Haddad",
            "“We will not yield.”",
        ),
        (
            "The Herald cited Hale as saying that the plan was dead.",
            "Hale",
            "the plan was dead",
        ),
        (
            "“We will not yield,” Prime Minister Ana Bell was quoted as saying by Tass.",
            "Ana Bell",
            "“We will not yield,”",
        ),
        (
            "“These are better than mine,” Ada Falk is said to have told her.",
            "Ada Falk",
            "“These are better than mine,”",
        ),
        (
            "“We are finished,” Bo Lind, the mayor, was heard to say on the stairs.",
            "Bo Lind",
            "“We are finished,”",
        ),
        (
            "The audit warned of “damp” in the wall, according to a copy seen by the Herald.",
            "The audit",
            "of “damp” in the wall",
        ),
        (
            "Bo Lind told the court that he had slept, according to a transcript.",
            "Bo Lind",
            "he had slept",
        ),
        (
            "Calloway said it expects sales of $2.1 billion, below the estimate of $2.3 billion,"
            " according to market data.",
            "Calloway",
            "it expects sales of $2.1 billion, below the estimate of $2.3 billion",
        ),
        (
            "Bo Lind told police he had slept, according to court records.",
            "Bo Lind",
            "he had slept",
        ),
        (
            "Bo Lind told police he had slept, according to the complaint.",
            "the complaint",
            "Bo Lind told police he had slept",
        ),
        (
            "Her boss told her the car was stolen, according to Ada Falk.",
            "Ada Falk",
            "Her boss told her the car was stolen",
        ),
        (
            "Most farmers said they were tired, according to a new survey.",
            "a new survey",
            "Most farmers said they were tired",
        ),
        ("“It is late,” Bo Lind was reported as saying.", "Bo Lind", "“It is late,”"),
        (
            "Bo Lind is understood to have told colleagues that he was finished.",
            "Bo Lind",
            "he was finished",
        ),
        ("The plan was described as “nonsense” by Tom Reed.", "Tom Reed", "“nonsense”"),
    ],
)
def test_who_is_quoted_says_it(text: str, who: str, said: str) -> None:
    analysis = read(text)
    assert [(q.text, w) for q, w in zip(analysis.quotes, speakers_of(analysis), strict=True)] == [
        (said, who)
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Energy commissioner Ada Falk said the mill was late, according to a spokesperson.",
        "Ada Falk said the mill was late, according to her office.",
        "Ada Falk could be heard shouting, “Get out!”",
        "Ada Falk was filmed shouting “cheat” at the referee.",
        "Ada Falk was seen mouthing “sorry” to the crowd.",
    ],
)
def test_who_is_told_or_heard_to_say_it_says_it(told: str) -> None:
    analysis = read("The council met on Monday.", told)
    assert speakers_of(analysis) == ["Ada Falk"]
