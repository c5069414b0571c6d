"""Questions as they are typed in a line."""

from datetime import date

import pytest

from tui.corpus.question import Question
from tui.corpus.question_line import QuestionError, question_of


def test_words_and_what_narrows_them() -> None:
    assert question_of('harbour "low tide"') == Question(words='harbour "low tide"')
    assert question_of('by:"ada falkmere" ferry about:ostrand kind:direct,mixed from:paper') == (
        Question(
            words="ferry",
            speaker="ada falkmere",
            entity="ostrand",
            kinds=("direct", "mixed"),
            source="paper",
        )
    )
    assert question_of("since:2020 until:2021-02") == Question(
        since=date(2020, 1, 1), until=date(2021, 2, 28)
    )
    assert question_of("BY:oduya at 10:30") == Question(words="at 10:30", speaker="oduya")


def test_what_is_meant() -> None:
    assert question_of("~ boats are laid up by:oduya") == Question(
        meaning="boats are laid up", speaker="oduya", order="closest"
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "nothing is asked"),
        ("~", "nothing is asked"),
        ("by: ada", "nothing stands behind by:"),
        ("since:2020-13", "not like 2020-13"),
        ("until:soon", "a day is written like 2020"),
        ("kind:shouted", "the kinds are direct, mixed, indirect, and not shouted"),
    ],
)
def test_what_is_no_question_is_told(line: str, problem: str) -> None:
    with pytest.raises(QuestionError, match=problem):
        question_of(line)
