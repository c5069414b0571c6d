"""The steps of the analysis in their order, each yielding all that is known so far."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.entities import key_entities
from tui.analysis.model import Analysis, Options, Quote, Speaker
from tui.analysis.names import find_names
from tui.analysis.quotation import quotations
from tui.analysis.running_speaker import attributions
from tui.analysis.sentences import sentences
from tui.analysis.speakers import quotes, resolved
from tui.analysis.summary import article_summary, speaker_summary
from tui.analysis.turns import spoken_blocks, turns
from tui.analysis.units import units
from tui.article.model import Article, Span


def analyse(article: Article, options: Options | None = None) -> Analysis:
    """The whole analysis of an article. Offsets are code points of its text."""
    *_, last = steps(article, options or Options())
    return last


def steps(article: Article, options: Options) -> Iterator[Analysis]:
    """The analysis as it grows: quotes, then speakers, entities, and summaries.

    Stop iterating to cancel it: no step is begun before it is asked for.
    """
    split = sentences(article)
    folded = units(article, split, quotations(article))
    spoken = turns(article, folded)
    covered = spoken_blocks(article, spoken)
    narrated = attributions(article, [u for u in folded if u.block not in covered])
    made = sorted([*spoken, *narrated], key=lambda a: a.start)
    yield Analysis(article, quotes=quotes(made, article), step="quotes", done=0.3)
    names = find_names(article, split)
    found, speakers = resolved(article, folded, names, made)
    yield Analysis(article, quotes=found, speakers=speakers, step="speakers", done=0.6)
    entities = key_entities(article, names, found, speakers)
    spoken_of: dict[str, list[str]] = defaultdict(list)
    for entity in entities:
        for speaker in entity.speakers:
            spoken_of[speaker].append(entity.id)
    speakers = tuple(replace(s, entities=tuple(spoken_of[s.id])) for s in speakers)
    known = Analysis(article, found, speakers, entities, step="entities", done=0.8)
    yield known
    yield _with_summaries(known, split, options)


def summarised(analysis: Analysis, options: Options) -> Analysis:
    """The same analysis with its summaries written anew, of another length or by another method."""
    return _with_summaries(analysis, sentences(analysis.article), options)


def _with_summaries(analysis: Analysis, split: Sequence[Span], options: Options) -> Analysis:
    by_id = {quote.id: quote for quote in analysis.quotes}
    article = analysis.article
    return replace(
        analysis,
        speakers=tuple(
            replace(s, summary=speaker_summary(article, split, _said(s, by_id), options))
            for s in analysis.speakers
        ),
        summary=article_summary(article, split, options),
        step="done",
        done=1.0,
    )


def _said(speaker: Speaker, by_id: dict[str, Quote]) -> list[Quote]:
    return [by_id[q] for q in speaker.quotes]
