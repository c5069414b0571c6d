"""Who says what in a few paragraphs, for the tests of speakers."""

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.model import Analysis

HEAD = "Harbour to close for a month"


def read(*paragraphs: str, head: str = HEAD) -> Analysis:
    """The analysis of some paragraphs."""
    return analyse(article(head, *paragraphs))


def speakers_of(analysis: Analysis) -> list[str | None]:
    """The name of each statement's speaker, in order."""
    names = {s.id: s.name for s in analysis.speakers}
    return [names.get(q.speaker or "") for q in analysis.quotes]
