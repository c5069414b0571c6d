"""Statements that their setting ties to a name: `Name: “...”` and, beneath it, `“...” — Name`."""

from collections.abc import Sequence

from tui.analysis.attribution import Attribution, Claimed
from tui.analysis.capital_runs import PARTICLES
from tui.analysis.claim_forms import source_before_colon
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.quotation import Quotation
from tui.analysis.quoted_headlines import named_behind
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.line_forms import names_nobody
from tui.article.model import Article, Span

DASHES = frozenset("—–―-") | {"--"}
LONGEST_NAME = 6


def with_set_forms(
    article: Article, units: Sequence[Unit], claimed: Sequence[Claimed]
) -> list[Claimed]:
    """What cues claim and what the setting tells, in order.

    A signature is stronger than any cue; a colon counts where no cue claims the quotation behind
    it.
    """
    signed = _signed(article, units)
    under_name = {q.start for _, taken in signed for q in taken}
    kept = [c for c in claimed if not any(q.start in under_name for q in c[1])]
    taken = under_name | {q.start for _, quotations in kept for q in quotations}
    heads = [form for unit in units for form in _headed(article, unit)]
    lines = {made.block for made, _ in heads}
    kept = [c for c in kept if c[0].block not in lines]
    taken |= {q.start for _, quotations in heads for q in quotations}
    introduced = [form for unit in units for form in _introduced(article, unit, taken)]
    return sorted([*kept, *signed, *introduced, *heads], key=lambda pair: pair[0].start)


def _signed(article: Article, units: Sequence[Unit]) -> list[Claimed]:
    """Quotations alone, then a dash and a name: as readers' voices and mottoes are set."""
    found = []
    for u, unit in enumerate(units):
        tokens = unit.tokens
        dash = 0
        while dash < len(tokens) and dash in unit.quoted:
            dash += 1
        source = _name_behind(tokens, dash)
        if source is None:
            continue
        quotations = unit.quotations if dash else _alone_before(units, u)
        if quotations:
            reason = f"the words are signed “{_shown(article.text, source, tokens)}”"
            found.append(_form(unit, quotations, source, tokens[dash], reason))
    return found


def _name_behind(tokens: Sequence[Token], dash: int) -> NounPhrase | None:
    """The name that stands behind a dash, with nothing or only a description after it."""
    if dash >= len(tokens) or tokens[dash].text not in DASHES:
        return None
    start = end = dash + 1
    while end < len(tokens) and (tokens[end].is_capital or tokens[end].low in PARTICLES):
        end += 1
    whole = end == len(tokens) or not tokens[end].is_word
    named = 0 < end - start <= LONGEST_NAME and tokens[start].is_capital
    return NounPhrase(start, end, start, end) if whole and named else None


def _alone_before(units: Sequence[Unit], signature: int) -> list[Quotation]:
    """The quotations right before a signature, if nothing else stands in their paragraph."""
    found: list[Quotation] = []
    u = signature - 1
    if u < 0 or units[signature].block - units[u].block > 1:
        return []
    block = units[u].block
    while u >= 0 and units[u].block == block:
        if units[u].narrative:
            return []
        found = [*units[u].quotations, *found]
        u -= 1
    return found


def _introduced(article: Article, unit: Unit, taken: set[int]) -> list[Claimed]:
    """`Pilot Ada Falk: “...”` and headlines: a name, a colon, and words in quotation marks."""
    tokens = unit.tokens
    found = []
    for i, quotation in unit.quoted.items():
        if quotation.start in taken or i < 2 or tokens[i - 1].text != ":":
            continue
        source = source_before_colon(tokens, i - 1)
        if source is None and i >= 3 and tokens[i - 2].text in (",", ")"):
            source = source_before_colon(tokens, i - 2)
        if source is not None and not names_nobody(_shown(article.text, source, tokens)):
            reason = f"the words stand behind “{_shown(article.text, source, tokens)}:”"
            found.append(_form(unit, [quotation], source, tokens[i - 1], reason))
    return found


def _headed(article: Article, unit: Unit) -> list[Claimed]:
    """`‘I never slept’: Ada Falk on the sea`: a headline's quotation, and whose it is."""
    behind = named_behind(unit)
    if behind is None:
        return []
    source, colon = behind
    reason = f"the headline quotes “{_shown(article.text, source, unit.tokens)}”"
    return [_form(unit, [unit.quoted[0]], source, unit.tokens[colon], reason)]


def _form(
    unit: Unit, quotations: list[Quotation], source: NounPhrase, mark: Token, reason: str
) -> Claimed:
    made = Attribution(
        kind="direct",
        spans=tuple(s for q in quotations for s in q.spans),
        cue=Span(mark.start, mark.end),
        mention=source.span(unit.tokens),
        head=source.head(unit.tokens),
        confidence=0.85,
        reason=reason,
        block=unit.block,
        evidence="setting",
    )
    return made, quotations


def _shown(text: str, source: NounPhrase, tokens: Sequence[Token]) -> str:
    span = source.head(tokens)
    return text[span.start : span.end]
