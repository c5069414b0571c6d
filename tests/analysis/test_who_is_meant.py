"""Whom mentions of many kinds mean: what is asked, owned, made, and from where one is."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("paragraphs", "last"),
    [
        # who asks for something asks no question
        (
            ("Ada Falk of the guild spoke on Monday. A nurse asked not to be named.",
             "“We kept a list,” she said."),
            "A nurse",
        ),
        (("Ada Falk closed the pier. Nobody said that it would be easy.",), None),
        # who asks a question is not who goes on
        (
            ("Asked by the chairwoman, Senator Ada Falk, when she had written, Edda Rauning said it"
             " was in June. She had heard nothing, she said."),
            "Edda Rauning",
        ),
        (
            ("Pressed by Deputy Ada Falk of the Harbour Party on whether she believed that the two"
             " things had to do with one another, she replied that it was late.",),
            None,
        ),
        (
            ("It was a blow to towns and a relief to a Halland farmer who objected to the noise.",),
            "a Halland farmer",
        ),
        (
            ("She read from a sailor’s diary, obtained by the panel, which recorded that the doors"
             " had been shut.",),
            "a sailor’s diary",
        ),
        (
            ("The Bank of Ostrand raised its rate on Monday. The minutes show that two members were"
             " against it.",),
            "The minutes",
        ),
        (
            ("Its maker, the Ostrand start-up Falk & Tolk, says it has sold nine of them.",),
            "Falk & Tolk",
        ),
        (
            ("Harbour Folk Party (HFP) president Dr Ada Falk accused the others of sleeping.",),
            "Ada Falk",
        ),
        (
            ("A manager who asked not to be named, as she would lose all that she is owed for the"
             " years that she was there, said it was late.",),
            "A manager",
        ),
        (
            ("Ostrand Rovers won. Hallam Athletic, from the second league, lost it all.",
             "Rovers were without Bo Rask. The club said in a statement that it would appeal."),
            "Ostrand Rovers",
        ),
        (
            ("Sister Edda Rauning told the jury that a cheque came back. Asked by Miss Falk whether"
             " she had signed it, the nun replied: “I thought it was a place.”",),
            "Edda Rauning",
        ),
        (
            ("Solidar, the largest union confederation, said it would not give in. “Our members did"
             " not set the price of bread,” it said.",),
            "Solidar",
        ),
        (
            ("Halland Foreign Minister Bo Rask said on Tuesday that it was done, but his Norland"
             " counterpart cautioned that it was not.",
             "Foreign Minister Edda Rauning said it was late."),
            "Edda Rauning",
        ),
        (
            ("The queen, Edda Rauning, was never won over, according to a former courtier.",
             "“She calls him names,” he revealed."),
            "a former courtier",
        ),
        (
            ("Bo Rask of Ostrand met his rivals in Halland on Monday.",
             "Rask’s office took a softer tone. It called the talks useful."),
            "Rask’s office",
        ),
        (
            ("Halland’s foreign ministry declined to comment. Norland wants quiet, too. Its energy"
             " ministry estimates that each week costs nine crowns.",),
            "Its energy ministry",
        ),
        (
            ("“We have paid for forty guests,” said Edda Rask. Her husband was calmer. “The priest"
             " can swim,” he said.",),
            "Edda Rask’s husband",
        ),
        (
            ("An internal email from March, seen by the Courier, shows that the wire was old.",),
            "An internal email from March",
        ),
        (
            ("Her younger brother Bo Velt will not get it. “He says he is fine,” his sister"
             " said.", "Edda Velt has had it for years. “It works,” she said."),
            "Edda Velt",
        ),
    ],
)  # fmt: skip
def test_the_last_statement(paragraphs: tuple[str, ...] | str, last: str | None) -> None:
    given = (paragraphs,) if isinstance(paragraphs, str) else paragraphs
    assert speakers_of(read(*given))[-1] == last


def test_where_somebody_is_from_is_no_name() -> None:
    analysis = read(
        "The Estonian navy left. Estonian ships lay in the gulf, and the Estonian coast was shut.",
        "Estonian Foreign Minister Ada Falk met her Halland counterpart, Bo Rask.",
        "“A cable costs what it costs,” the Estonian replied. She declined to say how much.",
        "An Estonian officer who asked not to be named said it was late. But he denied it.",
    )
    said = speakers_of(analysis)
    assert said[:2] == ["Ada Falk", "Ada Falk"]
    assert said[-1] == said[-2] != "Estonian"


def test_a_numbered_claim_is_no_voice() -> None:
    analysis = read(
        "We tested the kettle for three weeks.",
        "Claim 1: “It boils a litre in a minute and a half.”",
        "Rating: false.",
    )
    assert speakers_of(analysis) in ([], [None])


def test_what_checks_a_claim_is_no_voice() -> None:
    analysis = read(
        "CLAIM: “When I was mayor, crime went down every year.”",
        "THE FACTS: That is false. Thefts rose in two of the eight years.",
        "CLAIM: “We built 400 homes.”",
        "THE FACTS: The town has about 200 more homes.",
    )
    assert not analysis.speakers
    assert [q.text[0] for q in analysis.quotes] == ["“", "“"]
