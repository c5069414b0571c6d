"""Which words stand inside quotation marks."""

import pytest

from tests.analysis.articles import article
from tui.analysis.quotation import quotations


def quoted(*paragraphs: str) -> list[str]:
    """The quoted words of some paragraphs, those of one quotation joined by a bar."""
    made = article(*paragraphs)
    return ["|".join(made.text[s.start : s.end] for s in q.spans) for q in quotations(made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said to the crew.", ["“We go,”"]),
        ('"We go," she said to the crew.', ['"We go,"']),
        ("‘We go,’ she said to the crew.", ["‘We go,’"]),
        ("'We go,' she said to the crew.", ["'We go,'"]),
        ("''We go,'' she said to the crew.", ["''We go,''"]),
        ("«We go», she said to the crew.", ["«We go»"]),
        ("»We go«, she said to the crew.", ["»We go«"]),
        ("„We go“, she said to the crew.", ["„We go“"]),
        ("„We go”, she said to the crew.", ["„We go”"]),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert quoted("Ferry strike goes on", text) == expected


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert (
        quoted("The crews' pay wasn't the unions' worry in the '90s, nor 'twas the owners'.") == []
    )


def test_apostrophes_inside_single_marks() -> None:
    text = "'It's the owners' boat, an' we don't row it,' the mate said."
    assert quoted(text) == ["'It's the owners' boat, an' we don't row it,'"]


def test_nested_quotations_belong_to_the_one_around_them() -> None:
    text = "“He said, ‘Row,’ and we rowed,” the mate recalled."
    assert quoted(text) == ["“He said, ‘Row,’ and we rowed,”"]


def test_a_quotation_runs_over_paragraphs() -> None:
    assert quoted(
        "“The boat was late. The boat is always late.",
        "“So we walked,” the mate said, and “that was that.”",
    ) == ["“The boat was late. The boat is always late.|“So we walked,”", "“that was that.”"]


def test_a_missing_closing_mark_swallows_no_more_than_its_paragraph() -> None:
    found = quoted(
        "“The boat was late, the mate said on Monday.",
        "The owners denied it. “It was early,” they said.",
    )
    assert found == ["“The boat was late, the mate said on Monday.", "“It was early,”"]


def test_a_missing_closing_mark_before_another_quotation() -> None:
    found = quoted("“The boat was late, the mate said. “We walked.”")
    assert found[-1] == "“We walked.”"


def test_a_quotation_that_opens_again_before_it_closes_is_not_closed() -> None:
    made = article(
        "“The boat was late, the mate said. “We walked.”",
        "“We rowed on Monday. Then we slept.",
        "“No boat came, the mate said. “Nobody asked us.”",
    )
    found = [(made.text[q.start : q.end], q.closed) for q in quotations(made)]
    assert found == [
        ("“The boat was late,", False),
        ("“We walked.”", True),
        ("“We rowed on Monday. Then we slept.\n\n“No boat came,", False),
        ("“Nobody asked us.”", True),
    ]


def test_inches_open_nothing() -> None:
    assert quoted('The mast is 6\'2" tall and the plank 11" wide.') == []


def test_a_hundred_thousand_open_marks_take_linear_time() -> None:
    assert quotations(article("“a " * 100_000)) is not None


def test_a_single_mark_behind_an_s_may_close() -> None:
    text = "He praised the old ‘harbour’ rate, that some had called ‘witchcraft.’"
    assert quoted(text) == ["‘harbour’", "‘witchcraft.’"]


def test_a_word_that_ends_like_one_with_a_dropped_g_may_close() -> None:
    assert quoted("The mayor ‘never asked for rain’ as boats left.") == ["‘never asked for rain’"]
    text = "“Quiet,” she said; 'we were goin' home by the weir,' he told them."
    assert quoted(text) == ["“Quiet,”", "'we were goin' home by the weir,'"]


def test_a_quotation_in_single_marks_that_runs_on_from_the_middle_of_a_paragraph() -> None:
    found = quoted(
        "‘I was a girl,’ she told them. ‘Each winter we cut a notch in it.",
        "‘This year I could not find it.’",
    )
    running = "‘Each winter we cut a notch in it.|‘This year I could not find it.’"
    assert found == ["‘I was a girl,’", running]


def test_a_quotation_in_straight_single_marks_runs_on_where_it_is_introduced() -> None:
    found = quoted(
        "Imogen Slade told the jury: 'This is no case about bread. It is about paper.",
        "'Every label was printed in the kitchen.'",
    )
    running = (
        "'This is no case about bread. It is about paper.|'Every label was printed in the kitchen.'"
    )
    assert found == [running]
    assert quoted("They met in the '90s and left.", "'We go,' she said.") == ["'We go,'"]
