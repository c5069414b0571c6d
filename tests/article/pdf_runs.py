"""Lines of text as they stand on the page of a PDF file, for tests."""

from collections.abc import Sequence

from tui.article.pdf_letters import Run

WORDS = "The harbour master keeps a log of every boat that comes"
"""A line of a text, 55 letters long."""


def run(
    text: str, base: float, *, x: float = 60, size: float = 10, page: int = 0, bold: bool = False
) -> Run:
    """Some text on a line of a page of 800 points, each letter half as wide as it is high."""
    return Run(page, 800, x, x + len(text) * size / 2, base, size, bold, text)


def lines(*texts: str, top: float = 600, page: int = 0, x: float = 60) -> list[Run]:
    """Lines of text one below the other."""
    return [run(text, top - 12 * i, page=page, x=x) for i, text in enumerate(texts)]


def texts(runs: Sequence[Run]) -> list[str]:
    """What they say."""
    return [one.text for one in runs]
