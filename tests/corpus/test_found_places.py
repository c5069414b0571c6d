"""What is shown of what was found: how much of it is near, and what is left out."""

from datetime import date
from pathlib import Path

import pytest

from tests.corpus.asked_tables import FISHER, MAYOR, PARTS, Said, Story, write_corpus
from tui.corpus import found_places
from tui.corpus.answer_text import summed
from tui.corpus.asking import Corpus
from tui.corpus.question import Answer, Question


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer((), 1000, compared=4011), "The 1,000 nearest of 4,011 statements, these are 3."),
        (Answer((), 249, compared=4011), "249 of 4,011 statements are near, these are 3."),
        (Answer((), 7, compared=7), "7 statements, these are 3."),
        (Answer((), 1000), "1,000 statements, these are 3."),
        (
            Answer((), 0, compared=2, hidden=2),
            "None of 2 statements is near; 2 doubtful statements are left out.",
        ),
    ],
)
def test_nearest_are_only_those_of_more(answer: Answer, said: str) -> None:
    assert summed(Question(meaning="boats"), answer, 3) == said


def test_what_is_not_near_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wish = Question(meaning="a boat across the water", order="closest")
    with Corpus(write_corpus(tmp_path / "news", PARTS)) as corpus:
        every = corpus.ask(wish)
        assert (every.total, every.compared, every.hidden) == (7, 7, 0)
        close = [said.closeness or 0.0 for said in every.statements]
        monkeypatch.setattr(found_places, "LEAST_CLOSENESS", (close[1] + close[2]) / 2)
        monkeypatch.setattr(found_places, "CLOSEST", 5)
    with Corpus(tmp_path / "news") as corpus:
        assert corpus.ask(wish).statements == every.statements[:2]


def test_of_many_those_that_share_rare_words_are_compared_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [Said(FISHER, f"Nothing at all is new about number {n}.") for n in range(30)]
    said.append(
        Said(
            MAYOR,
            "What happened on the long and cold night of the election was that the"
            " lighthouses of both islands went dark for all who were at sea.",
        )
    )
    story = Story("f" * 32, "Dark", said, date(2021, 5, 3))
    monkeypatch.setattr(found_places, "CLOSEST", 4)
    wish = Question(meaning="nothing new about a lighthouse", order="closest")
    with Corpus(write_corpus(tmp_path / "news", [[story]])) as corpus:
        found = [one.quote.text for one in corpus.ask(wish).statements]
        assert len(found) == 4
        assert f"“{said[-1].words}”" in found
        monkeypatch.setattr(found_places, "_TELLING", 0)
    with Corpus(tmp_path / "news") as corpus:
        found = [one.quote.text for one in corpus.ask(wish).statements]
        assert f"“{said[-1].words}”" not in found


def test_what_is_doubtful_and_has_no_date_is_not_told_where_days_are_asked_for(
    tmp_path: Path,
) -> None:
    with Corpus(write_corpus(tmp_path / "news", PARTS)) as corpus:
        every = corpus.ask(Question())
        assert every.hidden == 1
        bounded = corpus.ask(Question(since=date(1990, 1, 1)))
        shown = corpus.ask(Question(since=date(1990, 1, 1), doubtful=True))
        assert bounded.hidden == shown.total - bounded.total
