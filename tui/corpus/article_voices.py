"""The voices of one analysed article, as linking reads them."""

from collections.abc import Iterator
from datetime import date

from tui.analysis.model import Analysis
from tui.corpus.people_model import Voice


def voices_of(article: str, analysis: Analysis, published: date | None = None) -> Iterator[Voice]:
    """The voices of an article, whose key is `article`, in the order of its speakers."""
    entities = tuple(entity.name for entity in analysis.entities)
    for speaker in analysis.speakers:
        yield Voice(
            article=article,
            speaker=speaker.id,
            name=speaker.name,
            aliases=speaker.aliases,
            kind=speaker.kind,
            role=speaker.role,
            entities=entities,
            published=published,
            quotes=len(speaker.quotes),
            words=speaker.words,
        )
