"""A part of an analysis: only some of its quotes, and what the voices come to over these."""

from collections import Counter
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


def recounted(part: Analysis, whole: Analysis) -> Analysis:
    """A part of an analysis with words and shares of the voices counted over its own quotes.

    `whole` is what it is a part of. Only what is not in the part is read again.
    """
    left = {quote.id for quote in part.quotes}
    gone = Counter[str | None]()
    for quote in whole.quotes:
        if quote.id not in left:
            gone[quote.speaker] += word_count(quote.text)
    words = {speaker.id: speaker.words - gone[speaker.id] for speaker in part.speakers}
    total = sum(words.values()) or 1
    speakers = (
        replace(s, words=words[s.id], share=round(words[s.id] / total, 4)) for s in part.speakers
    )
    return replace(part, speakers=tuple(speakers))


def heard(analysis: Analysis) -> Analysis:
    """The analysis with the voices alone that have a quote in it."""
    speakers = tuple(speaker for speaker in analysis.speakers if speaker.quotes)
    if len(speakers) == len(analysis.speakers):
        return analysis
    ids = {speaker.id for speaker in speakers}
    entities = tuple(
        replace(e, speakers=tuple(s for s in e.speakers if s in ids)) for e in analysis.entities
    )
    return replace(analysis, speakers=speakers, entities=entities)


def without_doubtful(analysis: Analysis) -> Analysis:
    """The analysis without what is hardly a statement of that speaker's, and who says no more."""
    if not any(quote.certainty == "doubtful" for quote in analysis.quotes):
        return analysis
    part = narrowed(analysis, lambda quote: quote.certainty != "doubtful")
    return heard(recounted(part, analysis))
