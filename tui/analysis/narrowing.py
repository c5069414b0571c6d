"""A part of an analysis: only some of its quotes, and what the voices come to over these."""

from collections.abc import Callable
from dataclasses import replace

from tui.analysis.model import Analysis, Quote, Speaker
from tui.analysis.schema import word_count


def narrowed(analysis: Analysis, keep: Callable[[Quote], bool]) -> Analysis:
    """The analysis with the quotes that are kept, and of summaries the sentences from them.

    All ids, words and shares stay as they were; so does a voice with no quote left.
    """
    quotes = tuple(quote for quote in analysis.quotes if keep(quote))
    left = {quote.id for quote in quotes}

    def cut(speaker: Speaker) -> Speaker:
        return replace(
            speaker,
            quotes=tuple(q for q in speaker.quotes if q in left),
            summary=tuple(s for s in speaker.summary if s.quote in left),
        )

    return replace(analysis, quotes=quotes, speakers=tuple(map(cut, analysis.speakers)))


def recounted(analysis: Analysis) -> Analysis:
    """The analysis with words and shares of the voices counted over the quotes that it has."""
    length = {quote.id: word_count(quote.text) for quote in analysis.quotes}
    words = {s.id: sum(length[q] for q in s.quotes) for s in analysis.speakers}
    total = sum(words.values()) or 1
    speakers = (
        replace(s, words=words[s.id], share=round(words[s.id] / total, 4))
        for s in analysis.speakers
    )
    return replace(analysis, speakers=tuple(speakers))
