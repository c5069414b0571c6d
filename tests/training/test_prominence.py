"""The worth of an article's summary."""

from collections.abc import Sequence
from typing import Any

from tui.training.prominence import share

LINES = ("The harbour of Ostrand will close for a whole month.", "It rained a bit on the day.")


def document(*depths: int, lines: Sequence[str] = LINES) -> dict[str, Any]:
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    sentences = [[s, s + len(t), d, None] for s, t, d in zip(starts, lines, depths, strict=True)]
    return {"title": "Harbour to close", "text": text, "sentences": sentences}


def test_the_root_is_worth_most() -> None:
    assert share(document(1, 4), "lead") == 1.0
    assert share(document(4, 4), "lead") == 0.0


def test_the_title_is_no_sentence_of_a_summary() -> None:
    made = document(1, 1)
    made["title"] = LINES[0]
    assert share(made, "lead") == 0.5


def test_a_sentence_that_loses_a_lonely_mark_is_worth_what_it_was() -> None:
    lines = ("“The harbour of Ostrand will close for a month.", "It rained a bit on the day.”")
    assert share(document(1, 1, lines=lines), "lead") == 1.0
