"""Attributions from what the encoder reads, where quotation marks are hard evidence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.analysis.attribution import Attribution, Claimed, merged
from tui.analysis.claim_mending import mended
from tui.analysis.days_behind_names import without_day
from tui.analysis.dialogue import CAME_REPLY, SAID_SO
from tui.analysis.model import QuoteKind
from tui.analysis.quotation import Quotation
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.recalled_words import with_recalled
from tui.analysis.schema import word_count
from tui.analysis.source_head import head_of
from tui.analysis.tagger import Tagged
from tui.analysis.units import behind_dateline
from tui.analysis.unspoken import is_byname, titles_among, without_titles
from tui.article.model import Article, Span

# A claim that is less sure than this is none, unless it takes in a quotation; one of a word or two
# (`denied it`) seldom tells what was said.
LEAST = 0.3
LEAST_SHORT = 0.45
SHORT = 2
# `to “leave it.” Falk denies`: the quotation ends the sentence.
NEW_SENTENCE = re.compile(r"[.!?][”\"’'] (?=[A-Z])")
FEW = 8
# A quotation of so few words is no sentence that whoever has the floor may say.
FRAGMENT = 3
NEAR = 80
EDGES = " ,;:—–-"
# `Peter Falk, whose wife told the panel`; `Sir – The mayor writes`, `May I say`, in letters
NOT_OF_SOURCE = re.compile(
    r"whose |(?:Sirs?|SIRS?|Madam|MADAM) ?(?:[–—]|--?) ?"
    r"|(?:May|Can|Could|Might|Should) (?=I |I,|we )"
)
ARTICLES = frozenset(["a", "an", "the"])
# Whom a cue is spoken to, who may be the next to speak: `warned her to stay`, but `her first show`.
ADDRESSES = re.compile(
    r" (?:him|them|me|us|her(?= (?:that|about|not|to|of|off|how|what|why)\b|[.,:;])"
    r"|(?-i:[A-Z])[\w’'-]+|the \w+|(?:his|her|their|my) \w+(?= (?:that|to|not|about)\b))"
)
NAMING = frozenset("call calls called known nicknamed dubbed christened".split())


def claimed_by_tags(
    article: Article, quoted: Sequence[Quotation], tags: Sequence[Tagged]
) -> list[Claimed]:
    """The attributions that the encoder's cues make, in order, each with its quotations.

    A quotation that a claim touches belongs to it as a whole; one that several touch, to the claim
    that covers most of it. Cues inside quotations make none: what somebody quoted says of others
    stays the outer speaker's. Nor does a cue reach into another paragraph, unless a colon or a
    quotation leads there: whose turn it is next, who has the floor decides. Linear in the
    article's length but for sorting.
    """
    marks = QuotedPlaces(quoted)
    starts = [block.span.start for block in article.blocks]
    claims = [
        _within_reach(article, starts, _without_titles(article.text, t, marks), marks)
        for t in with_recalled(article.text, tags)
        if not marks.holds(t.cue) and not _in_dateline(article, starts, t.cue)
    ]
    claims = mended(article.text, claims, marks)
    owners = _owners(article.text, claims, marks)
    found: list[Claimed] = []
    for i, claim in enumerate(claims):
        touched = marks.touched(claim.content)
        taken = _without_answers(
            article.text, claim, [q for q in touched if owners.get(q.start) == i]
        )
        if claim.probability < _least(article.text, claim) and not taken:
            continue
        others = [s for q in touched if q not in taken for s in q.spans]
        told = [Span(behind_dateline(article, span), span.end) for span in claim.content]
        own = [s for span in told if span.start < span.end for s in without(span, others)]
        inner = [s for q in taken for s in q.spans]
        spans = _within_sentence(article.text, claim, _trimmed(article.text, own, inner), inner)
        nothing = _is_nothing(article.text, spans) or _nobody_s(article.text, claim, spans, taken)
        if not nothing:
            block = bisect_right(starts, spans[0].start) - 1
            found.append((_attribution(article, claim, spans, taken, block), taken))
    found.sort(key=lambda pair: pair[0].start)
    return found


def _in_dateline(article: Article, starts: Sequence[int], cue: Span) -> bool:
    """Whether a cue is the mark behind a dateline: `NEW DELHI: The government fell.`"""
    start = starts[bisect_right(starts, cue.start) - 1]
    return cue.end <= behind_dateline(article, Span(start, cue.end))


def _without_answers(text: str, claim: Tagged, taken: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of a claim but those that another says: `“Were you there?” “No.”`, `“No,” came
    the reply`.
    """
    taken = [q for q in taken if not CAME_REPLY.match(text, q.end)]
    # `Her uncle warned her. “He said the pier was haunted.”`
    taken = [
        q
        for q in taken
        if not (
            claim.cue.end < q.start
            and text.startswith(". ", q.start - 2)
            and SAID_SO.match(text, q.start)
            and ADDRESSES.match(text, claim.cue.end)
        )
    ]
    kept = list(taken[:1])
    for before, q in pairwise(taken):
        if text[before.end : q.start] != " " or _follows(text, q, claim):
            kept.append(q)
    return kept


def _is_nothing(text: str, spans: Sequence[Span]) -> bool:
    """Whether spans hold nothing that can be said: of `apologised after a long wait` an `a`."""
    return all(text[slice(*span)].lower() in ARTICLES for span in spans)


def _nobody_s(text: str, claim: Tagged, spans: Sequence[Span], taken: Sequence[Quotation]) -> bool:
    """Whether a claim has sentences in quotation marks alone, and nobody who says them: then who
    has the floor is likelier than nobody.
    """
    quoted = [s for q in taken for s in q.spans]
    direct = _kind(text, spans, quoted) == "direct"
    return claim.source is None and direct and _words(text, quoted) > FRAGMENT


def _least(text: str, claim: Tagged) -> float:
    return LEAST if _words(text, claim.content) > SHORT else LEAST_SHORT


def _words(text: str, spans: Sequence[Span]) -> int:
    return sum(word_count(text[slice(*span)]) for span in spans)


def _without_titles(text: str, claim: Tagged, marks: QuotedPlaces) -> Tagged:
    """The claim without what only names things: `her memoir, “Both Hands”`.

    Where nobody is named and a thing is, nothing is claimed: `the boat known as “the Tub”`. Nor is
    anything where the cue gives the name: `the crew call her “Kettle”`.
    """
    titles = titles_among(text, marks.touched(claim.content))
    if not titles:
        return claim
    cue = text[claim.cue.start : claim.cue.end].lower()
    if claim.source is None or (cue in NAMING and is_byname(text, titles[0])):
        return replace(claim, content=())
    left = (without_titles(text, span, titles) for span in claim.content)
    return replace(claim, content=tuple(span for span in left if span is not None))


def _within_reach(
    article: Article, starts: Sequence[int], claim: Tagged, marks: QuotedPlaces
) -> Tagged:
    """The claim without what stands in other paragraphs than its cue."""
    at = bisect_right(starts, claim.cue.start) - 1
    within = [article.blocks[at].span]
    if article.text[within[0].end - 1] == ":":
        within += [block.span for block in article.blocks[at + 1 : at + 2]]
    content = tuple(
        span
        for span in claim.content
        if any(map(span.meets, within))
        or any(s.meets(within[0]) for q in marks.touched([span]) for s in q.spans)
    )
    return replace(claim, content=content)


def _owners(text: str, claims: Sequence[Tagged], marks: QuotedPlaces) -> dict[int, int]:
    """For each quotation (by its start) the claim that covers most of it.

    One over several paragraphs belongs to the tag behind its last words, if there is one.
    """
    best: dict[int, tuple[bool, int, float, int]] = {}
    for i, claim in enumerate(claims):
        for quotation in marks.touched(claim.content):
            shared = sum(
                max(0, min(s.end, c.end) - max(s.start, c.start))
                for s in quotation.spans
                for c in claim.content
            )
            tag = len(quotation.spans) > 1 and _follows(text, quotation, claim)
            score = (tag, shared, claim.probability, i)
            if score > best.get(quotation.start, (False, 0, 0.0, -1)):
                best[quotation.start] = score
    return {start: score[-1] for start, score in best.items()}


def _follows(text: str, quotation: Quotation, claim: Tagged) -> bool:
    """Whether a claim's cue stands right behind a quotation, in the same sentence."""
    between = text[quotation.end : claim.cue.start]
    return 0 < len(between) < NEAR and not any(mark in between for mark in ".!?\n")


def _before_next_sentence(text: str, quoted: int, end: int) -> int:
    """Where content ends: words of a new sentence behind a quotation that closes one are few."""
    begins = NEW_SENTENCE.match(text, max(0, quoted - 2), end)
    few = word_count(text[quoted:end]) < FEW
    return quoted if begins and few and not any(m in text[quoted:end] for m in '“"') else end


def _trimmed(text: str, plain: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Stretches of content and quotations as spans that begin and end with words or marks."""
    found = []
    for span in merged([*plain, *quoted]):
        start, end = span
        fixed = [s for s in quoted if s.start < end and start < s.end]
        first, last = (fixed[0].start, fixed[-1].end) if fixed else (end, start)
        end = _before_next_sentence(text, last, end) if fixed else end
        while start < min(end, first) and text[start] in EDGES:
            start += 1
        while end > max(start, last) and text[end - 1] in EDGES:
            end -= 1
        if any(c.isalnum() for c in text[start:end]):
            found.append(Span(start, end))
    return tuple(found)


def _within_sentence(
    text: str, claim: Tagged, spans: Sequence[Span], quoted: Sequence[Span]
) -> tuple[Span, ...]:
    """`said Falk was “locked in.” Hope got the save`: the article's next sentence, behind one that
    a quotation closes, is not said.
    """
    closing = {s.end for s in quoted if s.start > claim.cue.end}
    return tuple(
        span
        for span in spans
        if span.start - 1 not in closing
        or not NEW_SENTENCE.match(text, span.start - 3)
        or any(map(span.meets, quoted))
    )


def _attribution(
    article: Article,
    claim: Tagged,
    spans: tuple[Span, ...],
    taken: Sequence[Quotation],
    block: int,
) -> Attribution:
    text = article.text
    kind = _kind(text, spans, [s for q in taken for s in q.spans])
    if kind == "direct":
        spans = merged(s for q in taken for s in q.spans)
    source = claim.source
    if source is not None:
        end = source.start + len(text[source.start : source.end].rstrip(EDGES))
        start = behind_dateline(article, source)
        before = NOT_OF_SOURCE.match(text, start)
        start = before.end() if before is not None else start
        source = without_day(text, Span(start, end)) if start < end else None
    head = head_of(text, source) if source else None
    cue = text[claim.cue.start : claim.cue.end]
    reason = f"the cue is “{cue}”" + (
        f", and it belongs to “{text[head.start : head.end]}”"
        if head
        else "; nobody is named beside it"
    )
    return Attribution(
        kind=kind,
        spans=spans,
        cue=claim.cue,
        mention=source,
        head=head,
        confidence=round(claim.probability * claim.source_probability, 2),
        reason=reason,
        block=block,
    )


def _kind(text: str, spans: Sequence[Span], quoted: Sequence[Span]) -> QuoteKind:
    if not quoted:
        return "indirect"
    plain = [p for span in spans for p in without(span, quoted)]
    return "mixed" if any(c.isalnum() for p in plain for c in text[p.start : p.end]) else "direct"
