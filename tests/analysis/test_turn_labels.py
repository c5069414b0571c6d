"""Who the labels of a transcript's turns stand for."""

from tests.analysis.voices_of import read, speakers_of

HEAD = "Transcript: the minister and the harbour"
WHO = (
    "Harbour Minister Bo Lindahl and his opposition counterpart, Edda Rauning, were interviewed by"
    " Tove Rask on Sunday."
)


def test_each_label_is_somebody_else() -> None:
    analysis = read(
        WHO,
        "HOST: Good morning. Minister, is the harbour safe?",
        "MINISTER: It is.",
        "RAUNING: It is not.",
        "HOST: One at a time.",
        "MINISTER: I have the report here.",
        head=HEAD,
    )
    told = ["Tove Rask", "Bo Lindahl", "Edda Rauning", "Tove Rask", "Bo Lindahl"]
    assert speakers_of(analysis) == told


def test_a_host_may_say_the_name() -> None:
    analysis = read(
        "Bo Lindahl came to the studio on Sunday.",
        "PRESENTER: Good morning, I’m Tove Rask. Is the harbour safe?",
        "LINDAHL: It is.",
        "PRESENTER: Who says so?",
        "LINDAHL: I do.",
        head=HEAD,
    )
    assert speakers_of(analysis) == ["Tove Rask", "Bo Lindahl", "Tove Rask", "Bo Lindahl"]


def test_initials_are_who_had_the_full_name_before() -> None:
    analysis = read(
        "Dan Ortiz met the keeper of umbrellas in her shop.",
        "Dan Ortiz: Why did you stop at its peak?",
        "Marguerite Sol: Because it was at its peak.",
        "DO: And now?",
        "MS: Now I mend what people bring.",
        "DO: Is it enough?",
        "MS: It rains a good deal here.",
        head="The keeper of umbrellas",
    )
    assert speakers_of(analysis) == ["Dan Ortiz", "Marguerite Sol"] * 3


def test_who_is_nobody_known_is_named_by_the_label() -> None:
    analysis = read(
        WHO,
        "RAUNING: It is not safe.",
        "CALLER: I saw the crack.",
        "LINDAHL: It is safe.",
        "CALLER: I saw it.",
        head=HEAD,
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Caller", "Bo Lindahl", "Caller"]
