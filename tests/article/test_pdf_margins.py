"""Running heads and feet go, whatever they look like; what is of the text stays."""

import pytest

from tests.article.pdf_runs import lines, run, texts
from tui.article.pdf_letters import Run
from tui.article.pdf_margins import without_margins

SEASONS = "spring", "summer", "autumn", "winter", "may", "june"
MASTERS = "Ada", "Bo", "Cy", "Dee", "Eve", "Flo", "Gus"


def body(page: int) -> list[str]:
    """The text of a page, which is that of no other."""
    return [f"{MASTERS[page]} keeps a log of every boat that comes in {s}" for s in SEASONS]


def heads_kept(*heads: str, base: float = 640, size: float = 10) -> list[bool]:
    """Of heads over the text of each page, which stay; none where one is empty."""
    pages = [
        [run(head, base, size=size, page=i)] * bool(head) + lines(*body(i), page=i)
        for i, head in enumerate(heads)
    ]
    kept = without_margins(pages)
    assert [texts(page)[-len(SEASONS) :] for page in kept] == [body(i) for i in range(len(heads))]
    return [head in texts(page) for head, page in zip(heads, kept, strict=True)]


@pytest.mark.parametrize("number", ["7", "vii", "- 7 -", "Page 7", "p. 7", "7 of 9", "7 | 9"])
def test_the_number_of_a_page_is_no_text(number: str) -> None:
    assert heads_kept(number) == [False]


@pytest.mark.parametrize("base", [612, 700])
def test_numbers_of_several_pages_go_however_near_the_text(base: float) -> None:
    assert heads_kept("7", "8", base=base) == [False, False]


def test_a_number_close_to_the_text_of_a_single_page_stays() -> None:
    assert heads_kept("1984", base=612) == [True]


def test_what_recurs_at_one_height_goes_whatever_its_numbers() -> None:
    heads = [f"The Orsund Quarterly, no. {i}" for i in range(3)]
    assert heads_kept(*heads, base=612) == [False] * 3


def test_what_recurs_on_few_of_many_pages_stays() -> None:
    others = [f"{word} is where the harbour ends" for word in "one two three four five".split()]
    assert heads_kept("Rain again", "Rain again", *others, base=612) == [True] * 7
    assert heads_kept("Rain again", "Rain again", "Rain again", *others[:4], base=612) == (
        [False] * 3 + [True] * 4
    )


def test_the_same_words_at_other_heights_are_of_the_text() -> None:
    pages = [[run("Rain again", 612 + 4 * i, page=i), *lines(*body(i), page=i)] for i in range(3)]
    assert [texts(page)[0] for page in without_margins(pages)] == ["Rain again"] * 3


def test_a_number_that_grows_with_the_pages_tells_of_a_head() -> None:
    assert heads_kept("Of rain 41", "Of fog 42") == [False, False]
    assert heads_kept("41 Of rain", "42 Of fog") == [False, False]
    assert heads_kept("Of rain 41", "Of fog 77") == [True, True]


def test_what_stands_apart_on_most_of_three_pages_goes() -> None:
    assert heads_kept("Of rain", "Of fog", "Of ice") == [False] * 3
    assert heads_kept("Of rain", "Of fog") == [True] * 2


def test_a_headline_apart_is_larger_than_the_text() -> None:
    assert heads_kept("Of rain", "Of fog", "Of ice", size=14) == [True] * 3


def test_a_small_line_over_a_later_page_is_no_text() -> None:
    assert heads_kept("Rain on all coasts", "Rain (continued)", size=8) == [True, False]
    assert heads_kept("Rain on all coasts", "It rained on.", size=8) == [True, True]


@pytest.mark.parametrize(
    ("head", "stays"),
    [
        ("Thursday 24 October 2041", False), ("24.10.2041", False), ("4 HOME NEWS", False),
        ("H O M E N E W S", False), ("Home news A4", False), ("Home news", True),
        ("It rained on 24.10.2041.", True), ("Rain " * 23 + "24.10.2041", True),
    ],
)  # fmt: skip
def test_a_date_or_a_section_at_the_very_edge_is_a_head(head: str, stays: bool) -> None:
    assert heads_kept(head, base=780) == [stays]
    assert heads_kept(head, base=700) == [True]
    assert heads_kept(head, base=780, size=14) == [True]


def test_feet_go_as_heads_do_level_by_level() -> None:
    pages = [
        [*lines(*body(i), page=i), run("The Orsund Quarterly", 60, page=i), run(f"{i}", 40, page=i)]
        for i in range(3)
    ]
    assert [texts(page) for page in without_margins(pages)] == [body(i) for i in range(3)]


def test_where_nothing_else_is_left_all_stays() -> None:
    pages = [[run("7", 600)], [run("8", 600, page=1)]]
    assert [texts(page) for page in without_margins(pages)] == [["7"], ["8"]]
    assert without_margins([[], []]) == [[], []]


def foot(page: int, *words: str) -> list[Run]:
    """A page whose last line has some words, far below its text."""
    return [*lines(*body(page), page=page), *(run(word, 60, page=page) for word in words)]


@pytest.mark.parametrize(
    ("above", "below", "stays"),
    [
        (39, 600, False), (33, 600, False), (17, 600, True), (18, 600, False), (31, 640, True),
    ],
)  # fmt: skip
def test_how_far_a_number_stands_from_the_text_of_its_page(
    above: float, below: float, stays: bool
) -> None:
    """Of text in wide lines, it stands further."""
    text = [run(one, below - (24 if below > 600 else 12) * i) for i, one in enumerate(body(0))]
    head = run("THE ORSUND REVIEW 2", below + above) if below > 600 else run("7", below + above)
    (kept,) = without_margins([[head, *text]])
    assert (head in kept) == stays


def test_a_line_of_two_parts_is_one() -> None:
    pages = [
        [run("Orsund", 640, page=i), run(f"{i} of 3", 640, x=300, page=i), *lines(*body(i), page=i)]
        for i in range(3)
    ]
    assert [texts(page) for page in without_margins(pages)] == [body(i) for i in range(3)]


def test_a_long_paragraph_at_the_edge_is_no_head() -> None:
    assert heads_kept("Rain " * 41, "Rain " * 41, base=640) == [True, True]
    assert heads_kept("Rain " * 40, "Rain " * 40, base=640) == [False, False]


def test_a_page_without_text_is_no_page_of_them() -> None:
    pages = [foot(0, "Rain again"), [], foot(2, "Rain again"), []]
    assert [texts(page) for page in without_margins(pages)] == [body(0), [], body(2), []]


@pytest.mark.parametrize(
    ("heads", "stay"),
    [
        (["Of rain", "Of fog", "", ""], [True, True]),
        (["Of rain", "Of fog", "Of ice", ""], [False] * 3),
    ],
)
def test_heads_of_most_pages_that_stand_apart_go(heads: list[str], stay: list[bool]) -> None:
    pages = [
        [*([run(head, 640, page=i)] if head else []), *lines(*body(i), page=i)]
        for i, head in enumerate(heads)
    ]
    kept = without_margins(pages)
    told = [head in texts(page) for head, page in zip(heads, kept, strict=True) if head]
    assert told == stay


@pytest.mark.parametrize(
    ("text", "told", "goes"),
    [
        ("Of rain 41", "Of fog 41", False), ("Of rain 41", "Of fog 42", True),
        ("Of rain 12345", "Of fog 12346", False), ("Of 41 rains", "Of 42 fogs", False),
    ],
)  # fmt: skip
def test_a_number_at_the_end_of_a_foot_grows_with_the_pages(
    text: str, told: str, goes: bool
) -> None:
    kept = without_margins([foot(0, text), foot(1, told)])
    assert [text in texts(kept[0]), told in texts(kept[1])] == [not goes] * 2
