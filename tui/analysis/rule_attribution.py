"""Attributions by rule: what a sentence's own cue words claim, where the encoder is not at hand."""

from collections.abc import Sequence

from tui.analysis.attribution import Attribution, Claimed, merged
from tui.analysis.claim_forms import Claim, Stretch
from tui.analysis.claims import claims
from tui.analysis.model import QuoteKind
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.quotation import Quotation
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.model import Article, Span


def claimed_by_rule(article: Article, units: Sequence[Unit]) -> list[Claimed]:
    """The attributions that the cues of each unit make, in order. Linear in the article's length.

    A quotation over several paragraphs goes to the tag behind its last part, if there is one.
    """
    own = [_claimed(article, unit) for unit in units]
    by_tail = {
        q.start: u
        for u, unit in enumerate(units)
        for q in unit.quotations
        if len(q.spans) > 1
        and q.spans[-1].start >= unit.span.start
        and any(q in taken for _, taken in own[u])
    }
    found: list[Claimed] = []
    done: set[int] = set()
    for u, claims_here in enumerate(own):
        for attribution, taken in claims_here:
            if any(q.start in done or by_tail.get(q.start, u) != u for q in taken):
                continue
            done.update(q.start for q in taken)
            found.append((attribution, taken))
    return found


def _claimed(article: Article, unit: Unit) -> list[Claimed]:
    """The attributions that a unit's own cues make, each with the quotations that it takes in."""
    made: list[Claimed] = []
    tokens = unit.tokens
    taken: set[int] = set()
    for claim in claims(unit):
        stretches = _quoted_alone(unit, claim)
        taken_in = [q for q in _quoted(unit, stretches) if q.start not in taken]
        taken.update(q.start for q in taken_in)
        spans = _spans(unit, stretches)
        if not spans:
            continue
        kind = _kind(unit, stretches)
        made.append(
            (
                Attribution(
                    kind=kind,
                    spans=spans,
                    cue=Span(tokens[claim.cue].start, tokens[claim.cue_end - 1].end),
                    mention=claim.source.span(tokens) if claim.source else None,
                    head=claim.source.head(tokens) if claim.source else None,
                    confidence=_confidence(kind, claim),
                    reason=_reason(article.text, tokens, claim),
                    block=unit.block,
                ),
                taken_in,
            )
        )
    made.sort(key=lambda pair: pair[0].start)
    return made


def _quoted_alone(unit: Unit, claim: Claim) -> tuple[Stretch, ...]:
    """The claim's stretches; behind `said, “...”` only the quotation itself is claimed."""
    result: list[Stretch] = []
    for s, e in claim.stretches:
        introduced = s > 0 and unit.tokens[s - 1].text in (",", ":")
        if s in unit.quoted and (introduced or claim.tail):
            end = s + 1
            while end < e and not unit.tokens[end].is_word:
                end += 1
            if introduced or end >= e:
                result.append((s, end))
                continue
        result.append((s, e))
    return tuple(result)


def _spans(unit: Unit, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for s, e in stretches:
        first, last = s, min(e, len(unit.tokens)) - 1
        while first <= last and _is_mark(unit, first):
            first += 1
        while first <= last and _is_mark(unit, last) and unit.tokens[last].text not in ")%":
            last -= 1
        if any(token.is_word for token in unit.tokens[first : last + 1]):
            spans.append(Span(unit.tokens[first].start, unit.tokens[last].end))
        # a quotation that runs over paragraphs brings its other parts along
        spans += [p for q in _quoted(unit, [(first, last + 1)]) for p in q.spans]
    return merged(spans)


def _is_mark(unit: Unit, i: int) -> bool:
    return not unit.tokens[i].is_word and i not in unit.quoted


def _quoted(unit: Unit, stretches: Sequence[Stretch]) -> list[Quotation]:
    """The quotations that stand for tokens in some stretches."""
    return [q for s, e in stretches for i, q in unit.quoted.items() if s <= i < e]


def _kind(unit: Unit, stretches: Sequence[Stretch]) -> QuoteKind:
    quoted = bool(_quoted(unit, stretches))
    plain = any(token.is_word for s, e in stretches for token in unit.tokens[s:e])
    return "mixed" if quoted and plain else "direct" if quoted else "indirect"


def _confidence(kind: QuoteKind, claim: Claim) -> float:
    if claim.source is None:
        return 0.3
    if kind == "indirect":
        return round(min(0.9, claim.probability), 2)
    return 0.95 if kind == "direct" else 0.9


def _reason(text: str, tokens: Sequence[Token], claim: Claim) -> str:
    cue = text[tokens[claim.cue].start : tokens[claim.cue_end - 1].end]
    if claim.source is None:
        return f"the cue is “{cue}”; nobody is named beside it"
    return f"the cue is “{cue}”, and it belongs to “{_shown(text, claim.source, tokens)}”"


def _shown(text: str, source: NounPhrase, tokens: Sequence[Token]) -> str:
    span = source.head(tokens)
    return text[span.start : span.end]
