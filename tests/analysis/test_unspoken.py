"""Words in quotation marks that nobody utters."""

import pytest

from tui.analysis.quotation import quotations
from tui.analysis.unspoken import in_title_case, is_title
from tui.article.loading import article_from_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Her memoir, “The Long Row Home,” sold well.", True),
        ("The boat, known as “the Tub”, sank.", True),
        ("She is known in the trade as “the Ear”.", True),
        ("Its motto, “Order is kindness,” hangs there.", True),
        ("The song “Two Oars” was played.", True),
        ("It was known in the corridors as the “casino clause”.", True),
        ("Her book about losing, “Second Best,” sold well.", True),
        ("The crew call her “Radio,” and she minds.", True),
        ("To the stands he is ‘the Postman’.", True),
        ("Her answer was “Never.”", False),
        ("The mayor called it “a joke”.", False),
        ("He said, “Go.”", False),
        ("“Go,” he said.", False),
    ],
)
def test_titles_and_names_for_things(text: str, title: bool) -> None:
    article = article_from_text(f"A title\n\n{text}")
    assert is_title(article.text, quotations(article)[0]) is title


def test_title_case() -> None:
    assert in_title_case("The Long Row Home")
    assert not in_title_case("The long way home")
    assert not in_title_case("so it is")
