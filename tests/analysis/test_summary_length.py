"""How long summaries are: numbers and shares."""

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.options import Length, Options, Share
from tui.analysis.summary_length import count, in_words, read_length, stepped, written_length


@pytest.mark.parametrize(
    ("length", "of", "expected"),
    [(3, 9, 3), (3, 2, 2), (3, 0, 0), (Share(20), 10, 2), (Share(20), 1, 1), (Share(100), 7, 7)],
)
def test_a_share_is_one_sentence_at_least(length: Length, of: int, expected: int) -> None:
    assert count(length, of) == expected


@pytest.mark.parametrize(
    ("written", "length"), [(1, 1), (20, 20), ("20%", Share(20)), ("5 %", Share(5))]
)
def test_what_is_written_is_read(written: object, length: Length) -> None:
    assert read_length(written, 20) == length
    assert read_length(written_length(length), 20) == length


@pytest.mark.parametrize("written", [0, 21, True, 2.0, "3", "0%", "101%", "-5%", "%", None, "٢%"])
def test_what_is_no_length_is_told(written: object) -> None:
    with pytest.raises(ValueError, match="a number from 1 to 20, or a share from 1% to 100%"):
        read_length(written, 20)


def test_lengths_go_step_by_step_and_end() -> None:
    assert [stepped(1, -1), stepped(1, 1), stepped(20, 1), stepped(500, -1)] == [1, 2, 20, 499]
    shares = [stepped(Share(p), by) for p, by in ((20, 1), (22, 1), (22, -1), (5, -1), (98, 1))]
    assert shares == [Share(25), Share(25), Share(20), Share(1), Share(100)]
    assert stepped(Share(1), -1) == Share(1)
    assert stepped(Share(100), 1) == Share(100)


def test_lengths_have_words() -> None:
    told = [in_words(length) for length in (1, 3, Share(20))]
    assert told == ["1 sentence", "3 sentences", "20 % of the sentences"]


def test_each_voice_is_summed_up_to_the_share() -> None:
    said = [f"“The {word} wall has stood for {word} years.”" for word in "old new red far".split()]
    analysis = analyse(
        article(*(f"{words} Ada Falk said." for words in said), "“It is cold here,” said Bo Rask."),
        Options(sentences=Share(50)),
    )
    assert [len(s.quotes) for s in analysis.speakers] == [4, 1]
    assert [len(s.summary) for s in analysis.speakers] == [2, 1]
