"""Papers and works by their titles."""

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis.quotation import quotations
from tui.analysis.works import works


def titles(text: str) -> list[tuple[str, str | None]]:
    """The titles of the works that a text names, each with what bears it."""
    made = article("The harbour will close in spring", text)
    return [(made.text[slice(*w.span)], w.work) for w in works(made.text, quotations(made))]


def test_a_title_stands_behind_what_bears_it() -> None:
    assert titles("Its report, “Dry Wells,” runs to ninety pages.") == [("Dry Wells", "report")]
    assert titles("She has written a memoir, “Both Hands.”") == [("Both Hands", "memoir")]


def test_behind_titled_anything_may_bear_it() -> None:
    assert titles("He showed a slide from the meeting, titled “the tide that mends itself.”") == [
        ("the tide that mends itself", "slide")
    ]
    assert titles("The paper came out. Titled “Mud and Tide,” it has four authors.") == [
        ("Mud and Tide", "paper")
    ]


def test_speech_and_mottos_are_no_works() -> None:
    assert titles("“It Is Over,” she said in a report.") == []
    assert titles("The trust’s motto, “Steady Hands,” hangs above the door.") == []


def test_a_paper_speaks_under_its_title() -> None:
    analysis = read(
        "Its report, “Dry Wells,” found that the pumps were broken.",
        "The report also said that nobody had looked.",
        "It warned that the pier would follow.",
    )
    assert speakers_of(analysis) == ["Dry Wells"] * 3
    assert analysis.speakers[0].kind == "document"
