"""What is read out without labels has paragraphs of a length to read, and no words lost."""

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
