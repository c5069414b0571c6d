"""Claims and quotation marks -> attributions: what is said, and the mention that it is tied to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.analysis.claim_forms import Claim, Stretch, source_before_colon
from tui.analysis.claims import claims
from tui.analysis.model import QuoteKind
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.quotation import Quotation
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.model import Article, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something said, before it is known who its mention stands for.

    `spans` are in the article's order; `mention` is the whole noun phrase (or a transcript's
    label), `head` the part of it that names the source; both are None where the text ties nobody
    to the words. `block` is where it begins. `turn` marks a turn of a transcript or interview.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    head: Span | None
    confidence: float
    reason: str
    block: int
    turn: bool = False

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return self.spans[0].start


def claimed(article: Article, unit: Unit) -> list[tuple[Attribution, list[Quotation]]]:
    """The attributions that a unit's own cues make, each with the quotations that it takes in."""
    made: list[tuple[Attribution, list[Quotation]]] = []
    tokens = unit.tokens
    taken: set[int] = set()
    for claim in claims(unit):
        stretches = _quoted_alone(unit, claim)
        taken_in = [
            q for s, e in stretches for item in unit.items[s:e] if (q := item.quotation) is not None
        ]
        taken_in = [q for q in taken_in if q.start not in taken]
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
    for q, source, colon in _colon_forms(unit, taken):
        taken.add(q.start)
        made.append(
            (
                Attribution(
                    kind="direct",
                    spans=q.spans,
                    cue=Span(tokens[colon].start, tokens[colon].end),
                    mention=source.span(tokens),
                    head=source.head(tokens),
                    confidence=0.85,
                    reason=f"the words stand behind “{_shown(article.text, source, tokens)}:”",
                    block=unit.block,
                ),
                [q],
            )
        )
    made.sort(key=lambda pair: pair[0].start)
    return made


def extended(attribution: Attribution, more: Sequence[Quotation]) -> Attribution:
    """The same attribution with further quotations that go on with it."""
    spans = merged([*attribution.spans, *(s for q in more for s in q.spans)])
    return replace(attribution, spans=spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


def _quoted_alone(unit: Unit, claim: Claim) -> tuple[Stretch, ...]:
    """The claim's stretches; behind `said, “...”` only the quotation itself is claimed."""
    result: list[Stretch] = []
    for s, e in claim.stretches:
        item = unit.items[s] if s < len(unit.items) else None
        introduced = s > 0 and unit.items[s - 1].token.text in (",", ":")
        if item is not None and item.quotation is not None and (introduced or claim.tail):
            end = s + 1
            while end < e and (
                unit.items[end].quotation is not None or not unit.items[end].token.is_word
            ):
                end += 1
            words_after = [i for i in unit.items[end:e] if i.token.is_word]
            quoted_after = [i for i in unit.items[end:e] if i.quotation is not None]
            if introduced or (claim.tail and not quoted_after and len(words_after) < 1):
                result.append((s, end))
                continue
        result.append((s, e))
    return tuple(result)


def _spans(unit: Unit, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for s, e in stretches:
        items = unit.items[s:e]
        while items and not items[0].token.is_word and items[0].quotation is None:
            items = items[1:]
        while items and not items[-1].token.is_word and items[-1].quotation is None:
            if items[-1].token.text in ")%":
                break
            items = items[:-1]
        if not items:
            continue
        if all(i.quotation is not None or not i.token.is_word for i in items):
            spans += [p for i in items if i.quotation is not None for p in i.quotation.spans]
            continue
        spans.append(Span(items[0].token.start, items[-1].token.end))
        # a quotation that runs over paragraphs brings its other parts along
        spans += [p for i in items if i.quotation is not None for p in i.quotation.spans]
    return merged(spans)


def _kind(unit: Unit, stretches: Sequence[Stretch]) -> QuoteKind:
    items = [i for s, e in stretches for i in unit.items[s:e]]
    quoted = any(i.quotation is not None for i in items)
    plain = any(i.token.is_word for i in items)
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


def _colon_forms(unit: Unit, taken: set[int]) -> list[tuple[Quotation, NounPhrase, int]]:
    """`Keeper Jun Odarra: “...”` and headlines: a name, a colon, and words in quotation marks."""
    tokens = unit.tokens
    found = []
    for i, item in enumerate(unit.items):
        if item.quotation is None or item.quotation.start in taken or i < 2:
            continue
        if tokens[i - 1].text != ":":
            continue
        source = source_before_colon(tokens, i - 1)
        if source is None and i >= 3 and tokens[i - 2].text in (",", ")"):
            source = source_before_colon(tokens, i - 2)
        if source is not None:
            found.append((item.quotation, source, i - 1))
    return found
