"""What is told of and hardly said."""

import pytest

from tests.analysis.voices_of import read
from tui.analysis.narrowing import without_doubtful


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody can say who sold the mill.",
        "Falk called her sister.",
        "Sentencing him at Strand Crown Court on Monday, the judge was calm.",
        "She remembers it otherwise.",
        "Was there ever a moment when Falk thought of giving up?",
        "He had been warned by his employer, Pelican Parcels, in 2022.",
        "Not all of the speakers agreed with him.",
        "The two did agree on something.",
        "Dr Lassiter, who is not accused of anything, is to give evidence next week.",
        "Calloway Lines, which owns the mill, has not been charged.",
        "The trial is expected to last another three weeks.",
        "The two did not agree about the money.",
        "Asked about the threat, he laughed.",
        "The two ministers then disputed about the treaty.",
        "The council voted to keep the mill open.",
        "Posterity reads him differently.",
        "Asked by the Ostrand Courier about those claims, he laughed.",
        "Commenting on the plan to sell the mill, Ada Falk laughed.",
        "Ada Falk, who owns the mill, hadn't heard of the plan.",
        "The clause was added by Sen. Ada Falk.",
        "The secretary later showed copies of a fax.",
        "The mill office referred questions to the ministry.",
        "The victims were named as Bo and Jo Lind.",
        "The ambassador was recalled in March.",
        "One of the men is described as being about six feet tall.",
        "He is believed to have been armed.",
        "When asked about the memo, he laughed.",
        "The new report contradicted a claim by the union that the bridge was cracking.",
        "Falk laughed when asked if she would quit.",
        "The man was identified as Bo Lind.",
        "Ada Falk appears to be spending more as the vote nears.",
        "There is widespread agreement that there are not enough beds.",
    ],
)
def test_it_is_doubtful(sentence: str) -> None:
    analysis = read("“We have the money for a stamp,” Dorian Whitlock said.", sentence)
    assert len(without_doubtful(analysis).quotes) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "It was believed that the ship had sunk.",
        "Ada Falk showed that it was late.",
        "Reacting to the verdict, Ada Falk said that it was late.",
    ],
)
def test_but_not_what_is_said(sentence: str) -> None:
    analysis = read("“We have the money for a stamp,” Dorian Whitlock said.", sentence)
    assert len(without_doubtful(analysis).quotes) == 2


def test_why_somebody_does_not_comment_is_hardly_said() -> None:
    analysis = read("The city declined to comment, citing the lawsuit.")
    assert [q.text for q in without_doubtful(analysis).quotes] == ["to comment"]


def test_but_others_ask_and_cite() -> None:
    analysis = read(
        "Ada Falk cut the forecast, citing weak demand for grain. When Bo Lind asked whether"
        " she would quit, she laughed."
    )
    told = [q.text for q in without_doubtful(analysis).quotes]
    assert told == ["weak demand for grain", "whether she would quit"]


def test_others_are_not_those_whom_they_contradict() -> None:
    analysis = read("The authors say that the clock stopped. Others doubt that it stopped at all.")
    assert [s.name for s in analysis.speakers] == ["The authors", "others"]


@pytest.mark.parametrize("head", ["Mill plan divides ministers", "Council backs mill closure"])
def test_a_headline_that_tells_what_is_done_says_nothing(head: str) -> None:
    analysis = read("“We have the money for a stamp,” Dorian Whitlock said.", head=head)
    assert len(without_doubtful(analysis).quotes) == 1


def test_a_headline_that_tells_what_is_said_says_it() -> None:
    analysis = read(
        "“We have the money for a stamp,” Dorian Whitlock said.", head="Mill will close, owner says"
    )
    assert len(without_doubtful(analysis).quotes) == 2


@pytest.mark.parametrize("head", ["Falk: mill is too dear", "Falk warns of floods"])
def test_a_headline_s_colon_and_what_stands_behind_of_tell_what_is_said(head: str) -> None:
    analysis = read("Ada Falk spoke in the hall at Strand on Monday evening.", head=head)
    told = [q.certainty for q in analysis.quotes if q.spans[0].start < len(head)]
    assert told
    assert "doubtful" not in told


@pytest.mark.parametrize(
    "head", ["Mill inquiry: evidence of a cover-up", "Whitlock trial: jury sees the stamp"]
)
def test_an_event_before_a_headline_s_colon_says_nothing(head: str) -> None:
    analysis = read("“We have the money for a stamp,” Dorian Whitlock said.", head=head)
    assert len(without_doubtful(analysis).quotes) == 1
