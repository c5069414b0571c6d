"""Which titles in a document's properties look real."""

import pytest

from tui.article.told_properties import told_title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Rain again", "Rain again"), ("Rain", None), ("Document 1", None),
        ("rain_again.pdf", None),
        (f"Rain again {'a' * 289}", f"Rain again {'a' * 289}"),
        (f"Rain again {'a' * 290}", None), ("_" * 1_000_000 + " x", None), (None, None),
    ],
)  # fmt: skip
def test_a_title_that_somebody_gave(told: str | None, title: str | None) -> None:
    assert told_title(told) == title
