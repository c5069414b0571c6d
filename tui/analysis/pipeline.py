"""The steps of the analysis in their order, each yielding all that is known so far."""

from collections import deque
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.analysis.attribution import Attribution, Claimed
from tui.analysis.calibration import calibration
from tui.analysis.characters import bearers, characters
from tui.analysis.correcting import corrected
from tui.analysis.corrections import Correction
from tui.analysis.days_behind_names import names_without_days
from tui.analysis.encoder import NoEncoderError, encoder
from tui.analysis.entities import key_entities, speaking_of
from tui.analysis.entity_names import entity_names
from tui.analysis.hardly_said import soberly
from tui.analysis.interviews import interview
from tui.analysis.model import Analysis, Speaker
from tui.analysis.names import Name
from tui.analysis.options import Options
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.quotation import Quotation, inside, quotations
from tui.analysis.retold import with_prose_told
from tui.analysis.rule_attribution import claimed_by_rule
from tui.analysis.running_speaker import attributions
from tui.analysis.sentences import sentences
from tui.analysis.set_forms import with_set_forms
from tui.analysis.speakers import resolved
from tui.analysis.stretches import TOLD_AFTER, Stretch, from_view, stretches
from tui.analysis.summary import article_summary, speaker_summary
from tui.analysis.tagged_attribution import claimed_by_tags
from tui.analysis.tagged_names import names_of
from tui.analysis.tagger import Tags, joined, tag
from tui.analysis.title_capitals import title_cased
from tui.analysis.tokens import POSSESSIVE
from tui.analysis.turns import spoken_blocks, turns
from tui.analysis.units import Unit, units
from tui.article.loading import article_from_text
from tui.article.model import Article, Span

NOTICE = "Statements are found by rules, fewer and less surely than they could be: {}."
# How much of the work the encoder's reading is.
READING = 0.7
# Blocks that are nobody's narrative.
SET_APART = ("turn", "quote", "byline")


def analyse(
    article: Article | str, options: Options | None = None, corrections: Sequence[Correction] = ()
) -> Analysis:
    """The whole analysis of an article, or of the text of one, as its user has corrected it.

    Offsets are code points of the article's text: of a text, once it has been cleaned and its
    hard-wrapped lines rejoined.
    """
    options = options or Options()
    if isinstance(article, str):
        article = article_from_text(article)
    # the last word is enough: what was known on the way is let go
    return set_right(deque(steps(article, options), maxlen=1).pop(), corrections, options)


def steps(article: Article, options: Options, view: int = 0) -> Iterator[Analysis]:
    """The analysis as it grows: quotes with speakers around the view, then of the whole article,
    then entities, and summaries.

    `view` is the offset that is on screen: what stands there is read first. Stop iterating to
    cancel it: no step is begun before it is asked for.
    """
    try:
        reader = encoder()
    except NoEncoderError as error:
        for by_rule in _told(article, None, options):
            yield replace(by_rule, notice=NOTICE.format(error))
        return
    parts = stretches(article)
    known: dict[int, Tags] = {}
    for i in from_view(article, parts, view):
        known[i] = tag(article, parts[i], reader)
        if len(known) in TOLD_AFTER and len(known) < len(parts):
            done = READING * len(known) / len(parts)
            yield _around_the_view(article, parts, known, options, done)
    # handed on, not kept: what a long text's tags take is free when its mentions are resolved
    whole = [joined([known[i] for i in sorted(known)])]
    known.clear()
    yield from _told(article, whole.pop(), options)


def set_right(analysis: Analysis, corrections: Sequence[Correction], options: Options) -> Analysis:
    """The analysis with corrections in it and, if it is whole, new summaries of changed voices.

    How many corrections found nothing that they are about is then said in its notice.
    """
    changed = corrected(analysis, corrections)
    if analysis.done < 1.0:
        return changed
    if unfit := len(corrections) - changed.corrections:
        fits = "fits" if unfit == 1 else "fit"
        told = f"{unfit} of your corrections of {analysis.article.origin} no longer {fits} it."
        changed = replace(changed, notice=" ".join(filter(None, (changed.notice, told))))
    if not changed.corrections:
        return changed
    known = {s.id for s in changed.speakers if s.summary}
    return _with_voices_summed(changed, sentences(analysis.article), options, known)


def summarised(analysis: Analysis, options: Options) -> Analysis:
    """The same analysis with its summaries written anew, of another length or by another method."""
    return _with_summaries(analysis, sentences(analysis.article), options)


def _around_the_view(
    article: Article,
    parts: Sequence[Stretch],
    tagged: dict[int, Tags],
    options: Options,
    done: float,
) -> Analysis:
    """What is known from the stretches that are read so far, which lie side by side."""
    first, last = min(tagged), max(tagged)
    blocks = article.blocks[parts[first].first : parts[last].end]
    tags = joined([tagged[i] for i in sorted(tagged)])
    known = next(_told(replace(article, blocks=blocks), tags, options))
    return replace(known, article=article, step="reading", done=done)


def _told(article: Article, tags: Tags | None, options: Options) -> Iterator[Analysis]:
    """What follows from the encoder's tags (or, where there are none, from rules)."""
    split = sentences(article)
    known = _read(article, split, tags)
    made = [soberly(article, calibration().of(a)) for a in known.attributions]
    folded, names, pointers = known.units, known.names, known.pointers
    entitled = known.entity_names
    # a long text's tags are many
    del tags, known
    cast = characters(article, folded, names)
    found, speakers = resolved(article, folded, names, cast, made, pointers)
    whose = bearers(cast)
    del folded, made, pointers, cast
    yield Analysis(article, quotes=found, speakers=speakers, step="speakers", done=0.8)
    entities = key_entities(article, entitled, found, speakers, whose)
    speakers = speaking_of(speakers, entities)
    told = Analysis(article, found, speakers, entities, step="entities", done=0.9)
    yield told
    yield _with_summaries(told, split, options)


@dataclass(frozen=True, slots=True)
class Read:
    """What is read of an article before it is known whom the mentions stand for.

    The attributions' confidence is not yet calibrated. `names` are those that mentions are
    resolved to, `entity_names` those that key entities are made of.
    """

    units: Sequence[Unit]
    attributions: Sequence[Attribution]
    pointers: Pointers
    names: Sequence[Name]
    entity_names: Sequence[Name]


def read(article: Article) -> Read:
    """Every statement of an article in order, the encoder's pointers, and the names."""
    try:
        reader = encoder()
        tags = joined([tag(article, part, reader) for part in stretches(article)])
    except NoEncoderError:
        tags = None
    return _read(article, sentences(article), tags)


def _read(article: Article, split: Sequence[Span], tags: Tags | None) -> Read:
    marks = quotations(article)
    folded = units(article, split, marks)
    prose = with_prose_told(article, folded)
    if prose is not article:
        article, folded = prose, units(prose, split, marks)
    made = _attributed(article, folded, marks, tags)
    tagged = names_without_days(article.text, tags.names) if tags else ()
    names = names_of(article, split, marks, tagged)
    entitled = entity_names(article, names, tagged, title_cased(article, marks))
    return Read(folded, made, tags.pointers if tags else NO_POINTERS, names, entitled)


def _attributed(
    article: Article, folded: Sequence[Unit], marks: Sequence[Quotation], tags: Tags | None
) -> list[Attribution]:
    """Every statement in order: turns of transcripts and interviews, and what is told of others."""
    people = [n.span for n in tags.names if n.type == "person"] if tags else []
    spoken = turns(article, folded) or interview(article, folded, people)
    covered = spoken_blocks(article, spoken)
    rest = [u for u in folded if u.block not in covered and u.kind not in SET_APART]
    claimed: list[Claimed]
    if tags is None:
        claimed = claimed_by_rule(article, rest)
    else:
        apart = [
            block.span
            for i, block in enumerate(article.blocks)
            if i in covered or block.kind in SET_APART
        ]
        claims = [
            c if c.source is None or _names(article, c.source, apart) else replace(c, source=None)
            for c in tags.claims
            if not any(inside(apart, span.start) for span in (c.cue, *c.content))
        ]
        claimed = claimed_by_tags(article, marks, claims)
    claimed = with_set_forms(article, rest, claimed)
    return sorted([*spoken, *attributions(article, rest, claimed)], key=lambda a: a.start)


def _names(article: Article, source: Span, apart: Sequence[Span]) -> bool:
    """Whether a source may be somebody: no byline's, no mark alone, and no `’s` alone."""
    ending = POSSESSIVE.search(article.text, max(0, source.start - 1), source.end)
    words = article.text[source.start : ending.start() if ending else source.end]
    return any(map(str.isalnum, words)) and not inside(apart, source.start)


def _with_summaries(analysis: Analysis, split: Sequence[Span], options: Options) -> Analysis:
    summary = article_summary(analysis.article, split, options)
    told = _with_voices_summed(analysis, split, options)
    return replace(told, summary=summary, step="done", done=1.0)


def _with_voices_summed(
    analysis: Analysis, split: Sequence[Span], options: Options, known: Container[str] = ()
) -> Analysis:
    """The analysis with the summaries of its voices, but for those whose summary is known."""
    by_id = {quote.id: quote for quote in analysis.quotes}

    def summed(speaker: Speaker) -> Speaker:
        said = [by_id[q] for q in speaker.quotes]
        return replace(speaker, summary=speaker_summary(analysis.article, split, said, options))

    return replace(
        analysis,
        speakers=tuple(s if s.id in known else summed(s) for s in analysis.speakers),
    )
