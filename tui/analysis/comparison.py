"""Two voices side by side: what each said of the subjects that both speak of, word for word."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.common_subjects import common_subjects
from tui.analysis.leads import lead_of
from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.paired_marks import paired
from tui.analysis.summary import sentence_parts
from tui.analysis.topics import Topic, topics
from tui.analysis.whole_sentences import whole_sentences
from tui.article.model import Article, Span


@dataclass(frozen=True, slots=True)
class Said:
    """What one voice said of a subject: the sentences of its statements that name it, in order.

    Where `subject` is None it is what the voice said in short, as it names nothing.
    """

    subject: str | None
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two voices said, each word as the article has it.

    `shared` pairs what they said of the same subject: of each other, where both did, then of the
    same names, the most salient first, then of what has no name, the most telling first. `apart`
    has for each of the two the names that only that one of them speaks of, the most often named
    first.
    """

    first: Speaker
    second: Speaker
    shared: tuple[tuple[Said, Said], ...]
    apart: tuple[tuple[Said, ...], tuple[Said, ...]]


def compared(analysis: Analysis, first: Speaker, second: Speaker) -> Comparison:
    """The comparison of two speakers of an analysis, a partial one too.

    Takes time in proportion to the article's quotes and mentions, and for what has no name a time
    that has a bound. Offsets are code points of its text.
    """
    known = topics(analysis)
    article = analysis.article
    ours, theirs = ({t.entity.id: t for t in known.of(s.id)} for s in (first, second))
    pairs = [(ours[e.id], theirs[e.id]) for e in analysis.entities
             if e.id in ours and e.id in theirs]  # fmt: skip
    of_second, of_first = _topic_of(second, ours), _topic_of(first, theirs)
    if of_second and of_first and of_second.entity != of_first.entity:
        pairs.insert(0, (of_second, of_first))
    told = {topic.entity.id for pair in pairs for topic in pair}
    shared = [(_said(article, one), _said(article, other)) for one, other in pairs]
    named = [
        mention for topic in (*ours.values(), *theirs.values()) for _, mention in topic.mentions
    ]
    # While names are still to come, what has none would have to make way for them.
    whole = analysis.done >= 1.0
    for subject in common_subjects(analysis, first, second, named) if whole else ():
        pair = tuple(
            Said(subject.name, _sentences(article, mentions))
            for mentions in (subject.first, subject.second)
        )
        if not any(_holds(other, pair) for other in shared):
            shared.append((pair[0], pair[1]))
    return Comparison(
        first,
        second,
        tuple(shared),
        (
            _apart(analysis, first, ours, told),
            _apart(analysis, second, theirs, told),
        ),
    )


def counterpart(analysis: Analysis, speaker: Speaker, others: Sequence[Speaker]) -> Speaker | None:
    """Whom of the others a speaker shares most entities with, the first of them where some are
    level; None where there are no others.
    """
    known = topics(analysis)
    named = {topic.entity.id for topic in known.of(speaker.id)}
    return max(
        others,
        key=lambda other: sum(topic.entity.id in named for topic in known.of(other.id)),
        default=None,
    )


def _topic_of(speaker: Speaker, own: Mapping[str, Topic]) -> Topic | None:
    """The topic that is a speaker."""
    names = {speaker.name, *speaker.aliases}
    return next((topic for topic in own.values() if topic.entity.name in names), None)


def _apart(
    analysis: Analysis, speaker: Speaker, own: Mapping[str, Topic], shared: Container[str]
) -> tuple[Said, ...]:
    if own:
        apart = (topic for topic in own.values() if topic.entity.id not in shared)
        return tuple(_said(analysis.article, topic) for topic in apart)
    # Summaries come last: until there are some, the statements themselves are told.
    said = speaker.summary or tuple(
        SummarySentence(span, analysis.article.text[slice(*span)], quote.id)
        for quote in analysis.quotes if quote.speaker == speaker.id
        for span in quote.spans
    )  # fmt: skip
    return (Said(None, said),)


def _said(article: Article, topic: Topic) -> Said:
    return Said(topic.entity.name, _sentences(article, topic.mentions))


def _sentences(
    article: Article, mentions: Sequence[tuple[Quote, Span]]
) -> tuple[SummarySentence, ...]:
    found = (_sentence(article, quote, mention) for quote, mention in mentions)
    return tuple({sentence.span: sentence for sentence in found}.values())


def _holds(pair: Sequence[Said], other: Sequence[Said]) -> bool:
    """Whether all that another pair would tell stands in this one already."""
    return all({*two.sentences} <= {*one.sentences} for one, two in zip(pair, other, strict=True))


def _sentence(article: Article, quote: Quote, mention: Span) -> SummarySentence:
    """The sentence of a statement in which a mention stands, as far as it is the statement's."""
    whole = whole_sentences(article, mention)
    parts = (halves for halves, _ in sentence_parts(article.text, quote, [whole]))
    halves = next(found for found in parts if found[-1].end > mention.start)
    part = Span(halves[0].start, halves[-1].end)
    lead = lead_of(article.text, quote, part, [whole])
    said = SummarySentence(part, article.text[slice(*part)], quote.id, lead)
    return said if lead else paired(said)
