"""One sentence -> its claims: each cue with its source and the stretch that is claimed."""

from collections.abc import Sequence

from tui.analysis.claim_forms import (
    DASHES,
    PAUSES,
    QUOTED,
    Claim,
    according_to,
    head_claim,
    tail_claim,
)
from tui.analysis.cues import SPEECH_FORMS, cue_probability, is_speech_verb
from tui.analysis.frames import RELATIVES, preceding
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.subjects import subject_before
from tui.analysis.tokens import Token
from tui.analysis.units import Unit

INDIRECT = 0.5


def claims(unit: Unit) -> list[Claim]:
    """The claims of a unit in the order of their cues; their stretches do not overlap.

    Weak cues (`sent a note: “...”`) are asked only where a quotation is left over by the strong.
    """
    tokens = unit.tokens
    candidates = _candidates(tokens)
    found = _resolve(tokens, [c for c in candidates if c[1] >= INDIRECT])
    free = [
        q
        for q, token in enumerate(tokens)
        if token.low == "“”" and not any(s <= q < e for c in found for s, e in c.stretches)
    ]
    if free:
        near = {i for q in free for i in _nearest(candidates, q)}
        chosen = [c for c in candidates if c[1] >= INDIRECT or c[0] in near]
        if len(chosen) > sum(c[1] >= INDIRECT for c in candidates):
            found = _resolve(tokens, chosen)
    return found


def _nearest(candidates: Sequence[tuple[int, float]], quotation: int) -> list[int]:
    """The last candidate before a quotation and the first close behind it."""
    before = [i for i, _ in candidates if i < quotation]
    after = [i for i, _ in candidates if quotation < i < quotation + 16]
    return [*before[-1:], *after[:1]]


def _resolve(tokens: Sequence[Token], candidates: Sequence[tuple[int, float]]) -> list[Claim]:
    """The claims that some candidate cues make, each leaving to the others what is theirs."""
    found: list[Claim] = []
    floor = 0
    taken = -1
    subject: NounPhrase | None = None
    for i, probability in candidates:
        if i <= taken:
            continue
        if tokens[i].low == "according":
            claim = according_to(tokens, i, floor)
        elif (claim := tail_claim(tokens, i, floor, probability)) is None:
            inside = bool(found) and i < found[-1].stretches[-1][1]
            if inside and (
                tokens[found[-1].cue].low == "according" or not _starts_anew(tokens, i, found[-1])
            ):
                continue
            claim = head_claim(tokens, i, probability, subject)
        if claim is None:
            continue
        if claim.tail and found:
            found = _make_room(found, claim)
        elif found:
            found[-1] = _cut(found[-1], _boundary(tokens, claim, found[-1].cue_end))
        claim = _narrowed(claim, found)
        if not claim.stretches or not _worth(tokens, claim):
            continue
        found = [c for c in found if c.stretches]
        found.append(claim)
        subject = claim.source or subject
        if claim.tail:
            floor = max(floor, claim.cue_end)
        taken = claim.cue_end - 1
    return [c for c in found if c.stretches and _worth(tokens, c)]


def _candidates(tokens: Sequence[Token]) -> list[tuple[int, float]]:
    """Words that may be cues, with how surely they are; cheaper beside a quotation."""
    found = []
    for i, token in enumerate(tokens):
        if not token.is_word:
            continue
        probability = cue_probability(tokens, i)
        near = _quotation_near(tokens, i)
        if probability >= INDIRECT or (
            near and (probability >= QUOTED or _verb_like_speech(tokens, i))
        ):
            beside = any(t.low == "“”" for t in tokens[i + 1 : i + 5])
            if beside and (probability >= 0.25 or _verb_like_speech(tokens, i)):
                probability = max(probability, INDIRECT)
            found.append((i, probability))
    return found


def _verb_like_speech(tokens: Sequence[Token], i: int) -> bool:
    return is_speech_verb(tokens[i].low) and preceding(tokens, i) not in (
        "determiner",
        "possessive",
    )


def _quotation_near(tokens: Sequence[Token], i: int) -> bool:
    return any(t.low == "“”" for t in tokens[max(0, i - 14) : i + 22])


def _starts_anew(tokens: Sequence[Token], i: int, previous: Claim) -> bool:
    """Whether a cue inside another's content opens a claim of its own: `..., adding that`."""
    before = preceding(tokens, i)
    if tokens[i].low.endswith("ing") and (before == "comma" or tokens[i - 1].low == "by"):
        return True
    if before == "and" and tokens[i].low in SPEECH_FORMS:
        return True
    relative = previous.source is not None and (tokens[previous.source.end - 1].low in RELATIVES)
    if relative and before == "comma" and tokens[i].low in SPEECH_FORMS:
        return True  # `Pratt, who had promised it, conceded`
    source = subject_before(tokens, i)
    if source is None or source.start == 0:
        return False
    j = source.start - 1
    if tokens[j].low == "with" and tokens[i].low.endswith("ing"):
        return True
    if tokens[j].text == ";":
        return True
    contrasts = ("but", "while", "and", "whereas", "though", "although")
    return (
        j > 0
        and tokens[j].low in contrasts
        and (tokens[j - 1].text in (",", ";", *DASHES) or tokens[j - 1].low == "“”")
    )


def _boundary(tokens: Sequence[Token], claim: Claim, floor: int) -> int:
    """Where an earlier claim must end for a later head claim: before its source or its cue."""
    start = claim.cue
    if claim.source is not None and floor <= claim.source.start < claim.cue:
        start = claim.source.start
    while start > 0 and (
        tokens[start - 1].text in PAUSES
        or tokens[start - 1].low in ("and", "but", "while", "with", "whereas", "though", "or", "by")
    ):
        start -= 1
    return start


def _cut(claim: Claim, end: int) -> Claim:
    if end <= claim.cue:
        return claim
    stretches = tuple((s, min(e, end)) for s, e in claim.stretches if s < end)
    return Claim(claim.cue, claim.cue_end, claim.source, stretches, claim.probability, claim.tail)


def _make_room(found: list[Claim], claim: Claim) -> list[Claim]:
    """A tail claim owns the sentence before it, but for what earlier tails have claimed."""
    start = claim.stretches[0][0] if claim.stretches else claim.cue
    kept = []
    for earlier in found:
        if earlier.tail or earlier.cue < start:
            kept.append(_cut(earlier, start if start > earlier.cue else claim.cue))
    return kept


def _narrowed(claim: Claim, found: Sequence[Claim]) -> Claim:
    """Leave to earlier claims what is theirs."""
    floor = max((c.cue_end for c in found), default=0)
    stretches = tuple((max(s, floor), e) for s, e in claim.stretches if e > floor)
    return Claim(claim.cue, claim.cue_end, claim.source, stretches, claim.probability, claim.tail)


def _worth(tokens: Sequence[Token], claim: Claim) -> bool:
    """Whether anything is claimed: a quotation, or at least a word or two."""
    claimed = [t for s, e in claim.stretches for t in tokens[s:e]]
    return any(t.low == "“”" for t in claimed) or sum(t.is_word for t in claimed) > 1
