"""What is read out without labels has paragraphs of a length to read, and no words lost."""

import pytest

from tui.article.cue_paragraphs import paragraphs
from tui.article.cue_text import Words

SENTENCES = [
    f"Mr. Sand of the U.S. ferry said that it would leave at {hour} o’clock, and that nobody, "
    "least of all the pilot, was to bring a trombone on board."
    for hour in range(1, 12)
]


def cues(text: str, per_cue: int = 7, pauses: tuple[int, ...] = ()) -> list[Words]:
    """A text cut anywhere, in cues of three seconds; before those of some numbers is a pause."""
    words, made, start = text.split(), list[Words](), 0.0
    for i in range(0, len(words), per_cue):
        start += 5.0 if len(made) in pauses else 0.0
        made.append(Words(" ".join(words[i : i + per_cue]), start, start + 3))
        start += 3
    return made


def test_paragraphs_end_with_a_sentence_and_are_neither_short_nor_long() -> None:
    text = " ".join(SENTENCES)
    found = paragraphs(cues(text))
    assert " ".join(found) == text
    assert all(part.endswith("on board.") and 60 <= len(part.split()) <= 100 for part in found[:-1])
    assert len(found) == 4


def test_a_pause_behind_a_sentence_ends_a_paragraph() -> None:
    found = paragraphs(cues("It came back. And then it went away. It sank.", 3, pauses=(1,)))
    assert found == ["It came back.", "And then it went away. It sank."]


def test_quotations_are_not_cut_apart() -> None:
    for opening, closing in (("“", "”"), ('"', '"')):
        quoted = f"{opening}{' '.join(SENTENCES[:6])}{closing} he said."
        found = paragraphs(cues(f"{SENTENCES[0]} {quoted} {SENTENCES[1]} {SENTENCES[2]}"))
        assert any(quoted in part for part in found)


def test_a_headline_and_a_byline_stand_apart() -> None:
    found = paragraphs(
        cues("Ferry stays at home By ADA FALK It rained. Nobody came.", 4)[:1]
        + cues("By ADA FALK", 3)
        + cues("It rained. Nobody came.", 2)
    )
    assert found == ["Ferry stays at home", "By ADA FALK", "It rained. Nobody came."]


def sentence(count: int, begins: str = "", ends: str = "") -> str:
    return f"{begins}{'Word ' * (count - 1)}Word.{ends}"


def sizes(*said: tuple[int | str, float]) -> list[int]:
    """How many words each paragraph has of some sentences, behind each so long a silence."""
    made, at = list[Words](), 0.0
    for told, pause in said:
        made.append(Words(sentence(told) if isinstance(told, int) else told, at, at + 1))
        at += 1 + pause
    return [len(paragraph.split()) for paragraph in paragraphs(made)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(30, 0)] * 4, [60, 60]), ([(30, 0)] * 3 + [(10, 0)], [100]),
        ([(30, 0)] * 3 + [(11, 0)], [60, 41]), ([(30, 0), (30, 0), (20, 1), (30, 0)], [80, 30]),
        ([(30, 0), (30, 1), (20, 1), (30, 0)], [60, 50]), ([(30, 1), (30, 0), (50, 0)], [60, 50]),
        ([(59, 0), (1, 0), (50, 0)], [60, 50]), ([(59, 0), (50, 0)], [109]),
        ([(101, 0), (10, 0)], [101, 10]), ([(100, 0), (1, 0), (5, 0)], [100, 6]),
        ([(50, 0), (51, 0), (5, 0)], [101, 5]), ([(50, 0), (50, 0), (1, 0), (5, 0)], [100, 6]),
        ([(5, 2.1), (5, 0)], [5, 5]), ([(5, 2.0), (5, 0)], [10]), ([(5, 2.1)], [5]),
        ([(sentence(5, "“"), 3), (sentence(5, ends="”"), 3), (5, 0)], [10, 5]),
        ([(sentence(5, "“"), 3), (sentence(5, "“", "”"), 3), (5, 0)], [5, 5, 5]),
        ([(sentence(5, '"'), 3), (sentence(5, ends='"'), 3), (5, 0)], [10, 5]),
        ([(sentence(239, "“"), 3), (5, 0)], [244]), ([(sentence(240, "“"), 3), (5, 0)], [240, 5]),
        ([(sentence(101, "“", "”"), 0), (sentence(9, "“", "”"), 0)], [110]),
        ([(sentence(101, '"', '"'), 2), (sentence(9, '"', '"'), 0)], [110]),
        ([(sentence(101, "“", "”"), 3), (sentence(9, "“", "”"), 0)], [101, 9]),
        ([(101, 0), (sentence(9, "“", "”"), 0)], [101, 9]),
        ([(sentence(101, "“", "”"), 0), (9, 0)], [101, 9]),
        ([(sentence(240, "“", "”"), 0), (sentence(9, "“", "”"), 0)], [240, 9]),
        ([(sentence(9, "“", "”"), 0), (sentence(9, "“", "”"), 3), (9, 0)], [18, 9]),
        ([], []),
    ],
)  # fmt: skip
def test_where_paragraphs_end(said: list[tuple[int | str, float]], expected: list[int]) -> None:
    assert sizes(*said) == expected


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("It is", "so.", 1), ("It is.", "So.", 2), ("It is Mr.", "Sand.", 1),
        ("It is Mr?", "Sand?", 2), ("It is A.", "Sand.", 1), ("It is the U.S.", "Navy.", 1),
        ("It is (Dr.", "Sand).", 1), ("It is sr.", "Sand.", 2), ("It is.”", "“So.”", 2),
        ("It is…", "So.", 2), ("It is!?", "So.", 2), ("It is.", "so.", 1), ("It is", "So.", 1),
    ],
)  # fmt: skip
def test_where_a_sentence_ends(first: str, second: str, count: int) -> None:
    assert len(sizes((first, 3), (second, 0))) == count
    whole = [Words(f"{first} {second}", 0, 1), Words("so", 9, 10)]
    assert len(paragraphs(whole)) == 1


def test_a_silence_within_a_sentence_ends_nothing() -> None:
    said = [Words("It came. And then", 0, 1), Words("it went. So", 9, 10), Words("it is.", 19, 20)]
    assert paragraphs(said) == ["It came. And then it went. So it is."]


@pytest.mark.parametrize(("before", "is_head"), [(0, False), (1, True), (3, True), (4, False)])
def test_how_near_the_beginning_a_byline_stands(before: int, is_head: bool) -> None:
    said = [Words(text, 0, 1) for text in ["Rain"] * before + ["By Ada Falk", "It rained."]]
    assert (len(paragraphs(said)) == 3) == is_head
    assert " ".join(paragraphs(said)) == " ".join(words.text for words in said)
