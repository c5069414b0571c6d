"""Where sentences end in the news."""

import pytest

from tests.analysis.articles import article
from tui.analysis.sentences import sentences

HEAD = "Harbour to close for a month"


def split(text: str) -> list[str]:
    """The sentences of one paragraph."""
    made = article(HEAD, text)
    return [made.text[s.start : s.end] for s in sentences(made)][1:]


@pytest.mark.parametrize(
    "parts",
    [
        ["Gov. Ada Falkmere met Sen. Oduya.", "They talked."],
        ["Mr. Oduya left at 5 p.m. on Monday.", "The crew stayed."],
        ["The minister lives at No. 10 in the capital.", "She moved in May."],
        ["The writer J. K. Tarn read from it.", "Few listened."],
        ["The historian A.J.P. Tarn read from it.", "Few listened."],
        ["The boat was built in the U.S. in May.", "It sank."],
        ["He moved to the U.S.", "The boat stayed."],
        ["“It is late.”", "She left."],
        ["“It is late,” she said.", "“We go.”"],
        ["“Go!” he said."],
        ["“Go?” asked Ms. Holm."],
        ['"Is it late?" she asked.', '"It is."'],
        ["‘It is late.’", "The crew left."],
        ["He waited… and waited.", "Nothing came."],
        ["Inflation fell to 2.9 per cent.", "It had been 4.75 per cent in March."],
        ["At 22.47 the box arrived.", "It was counted."],
        ["Is it so?", "It is!", "Good."],
        ["Bolling Corp. said it would pay.", "Nobody believed it."],
    ],
)
def test_boundaries(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_sentences_cover_the_text_and_stay_in_their_blocks() -> None:
    made = article(HEAD, "One. Two? “Three!” Four", "Five. Six.")
    covered: set[int] = set()
    for s in sentences(made):
        covered.update(range(s.start, s.end))
        assert "\n" not in made.text[s.start : s.end]
    assert all(i in covered for i, c in enumerate(made.text) if not c.isspace())


def test_a_long_block_without_a_stop() -> None:
    made = article("word " * 200_000)
    assert sentences(made)[-1].end == len(made.text)


def test_nonsense_does_no_harm() -> None:
    for text in ("...", "?! ?! ?!", "”””", "e\u0301. \u05d0. \u4e2d\u6587\u3002", "a.b.c.d.e."):
        sentences(article(text))


def test_no_ends_a_sentence_and_opens_a_number() -> None:
    text = "Bo Lind said no. Ada Falk said yes. He lives at No. 10. He is the No. One choice."
    assert split(text) == [
        "Bo Lind said no.",
        "Ada Falk said yes.",
        "He lives at No. 10.",
        "He is the No. One choice.",
    ]
