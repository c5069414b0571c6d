"""The forms in which a cue claims words: tags behind, clauses before, `according to`, colons."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.cues import NAMING_FORMS, SPEECH_FORMS, TELL_FORMS, cue_probability
from tui.analysis.frames import BE, PREPOSITIONS, following, is_adverb, preceding
from tui.analysis.noun_phrases import (
    TIME_WORDS,
    NounPhrase,
    phrase_ending_at,
    phrase_starting_at,
    with_apposed_name,
)
from tui.analysis.subjects import first_subject, subject_before
from tui.analysis.tokens import Token

QUOTED = 0.12
DASHES = ("—", "–", "--", "-")
PAUSES = (",", ";", *DASHES)
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claim:
    """A cue at item `cue`, who it belongs to, and the stretches of items that it claims.

    `tail` tells that the claimed words stand (also) before the cue.
    """

    cue: int
    cue_end: int
    source: NounPhrase | None
    stretches: tuple[Stretch, ...]
    probability: float
    tail: bool


def tail_claim(tokens: Sequence[Token], i: int, floor: int, probability: float) -> Claim | None:
    """A cue behind its content: `..., she said.`, `“...,” said Ms. Holm`, `A, he said, is B`."""
    token = tokens[i]
    after = following(tokens, i)
    before = i - 1
    if (
        before >= 0
        and (tokens[before].low == "“”" or tokens[before].text in (",", *DASHES))
        and token.low in SPEECH_FORMS
        and after not in ("that", "quote", ":", ",", ".", "end")
        and not token.low.endswith("ing")
        and after != "object"
        and token.low not in ("told", "tells", "tell", "informed", "reminded", "assured")
        and not (tokens[before].text == "," and _apposed(tokens, i))
    ):
        source = phrase_starting_at(tokens, i + 1)
        left_end = before + (tokens[before].low == "“”")
        if source is not None and _has_content(tokens, floor, left_end) and (
            tokens[before].low == "“”" or source.end >= len(tokens) - 1
            or tokens[source.end].text in (",", ".", ";")
        ):  # fmt: skip
            left = _left_stretch(tokens, floor, left_end)
            source = with_apposed_name(tokens, source)
            right = _right_of_inverted(tokens, source.end)
            return Claim(i, i + 1, source, _stretches(left, right), probability, True)
    source = subject_before(tokens, i)
    if source is None:
        return None
    start = source.start
    while start > 0 and tokens[start - 1].low in ("but", "and", "as", "so", "then", "or"):
        start -= 1
    if start == 0:
        return None
    mark = tokens[start - 1]
    if not (mark.low == "“”" or mark.text in (",", *DASHES)):
        return None
    if mark.text == "," and start > 1 and tokens[start - 2].low == "“”":
        start -= 1
        mark = tokens[start - 1]
    left_end = start - 1 + (mark.low == "“”")
    if not _has_content(tokens, floor, left_end):
        return None
    end = _after_cue(tokens, i)
    if end is None:
        return None
    opener = mark.low != "“”" and tokens[floor].low in PREPOSITIONS and left_end - floor < 9
    goes_on = end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].is_word
    if opener and not goes_on:
        return None  # `In a letter, the guild said`
    left = _left_stretch(tokens, floor, left_end)
    right = _right_of_tail(tokens, end, tokens[left_end - 1].low == "“”")
    return Claim(i, i + 1, source, _stretches(left, right), probability, True)


def _apposed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the comma before a verb closes an apposition: `Falk, a tall man, said`."""
    source = subject_before(tokens, i)
    return source is not None and any(
        t.is_capital for t in tokens[source.head_start : source.head_end]
    )


def _after_cue(tokens: Sequence[Token], i: int) -> int | None:
    """Where the tag ends if nothing but adverbials follow its cue; None: more follows."""
    j = i + 1
    if tokens[i].low in TELL_FORMS and j < len(tokens) and tokens[j].is_word:
        addressee = phrase_starting_at(tokens, j)
        if addressee is not None:
            j = addressee.end
    steps = 0
    while j < len(tokens) and tokens[j].is_word and steps < 16:
        low = tokens[j].low
        if low in ("that", "if", "whether", "how", "why", "what"):
            return None
        if low in PREPOSITIONS or low == "when" or low == "while":
            # an adverbial up to the next mark
            while j < len(tokens) and (tokens[j].is_word or tokens[j].text in ("’", "'", "&", "/")):
                if tokens[j].low == "that":
                    return None
                j += 1
            break
        if not (is_adverb(low) or low in TIME_WORDS or tokens[j].text[0].isdigit()):
            return None
        j += 1
        steps += 1
    if j < len(tokens) and tokens[j].low == "“”":
        return None
    if j < len(tokens) and tokens[j].text == ":":
        return None
    return j


def _left_stretch(tokens: Sequence[Token], floor: int, end: int) -> Stretch:
    """What stands before a tag, from the last semicolon on."""
    start = max((k + 1 for k in range(floor, end) if tokens[k].text == ";"), default=floor)
    while start < end and not tokens[start].is_word and tokens[start].low != "“”":
        start += 1
    while end > start and tokens[end - 1].text in (",", *DASHES):
        end -= 1
    return (start, end)


def _right_of_tail(tokens: Sequence[Token], end: int, quoted: bool) -> Stretch | None:
    """What goes on behind `..., she said,`: more of what she said, or nothing."""
    if end >= len(tokens) - 1 or tokens[end].text not in (",", *DASHES, ";"):
        return None
    start = end + 1
    if tokens[start].low == "“”":
        return (start, len(tokens))
    if quoted or tokens[start].low.endswith("ing") or tokens[start].low in ("who", "which", "a"):
        return None
    return (start, len(tokens))


def _right_of_inverted(tokens: Sequence[Token], end: int) -> Stretch | None:
    """`“...,” said Holm, a former engineer, “...”`: the quotation behind the apposition."""
    j = end
    while j < len(tokens):
        if tokens[j].low == "“”" and tokens[j - 1].text in (",", ":", *DASHES):
            follows = tokens[j + 1].is_word if j + 1 < len(tokens) else False
            return None if follows else (j, len(tokens))
        j += 1
    return None


def according_to(tokens: Sequence[Token], i: int, floor: int) -> Claim | None:
    """`According to Holm, A` and `A, according to Holm`."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "to":
        return None
    source = phrase_starting_at(tokens, i + 2, loose=True)
    if source is None:
        return None
    start = max(floor, 0)
    if i - start > 2 and tokens[start].low not in ("but", "and"):
        left = _left_stretch(tokens, start, i)
        right: Stretch | None = None
        if (
            source.end < len(tokens) - 2
            and tokens[source.end].text == ","
            and not _has_break(tokens, left)
        ):  # `The town, according to a leaflet`
            right = (source.end + 1, len(tokens))
            if left[1] - left[0] > 6:
                right = None
        return Claim(i, i + 2, source, _stretches(left, right), 0.9, True)
    comma = next((k for k in range(source.end, len(tokens)) if tokens[k].text in PAUSES), None)
    if comma is None:
        return None
    return Claim(i, i + 2, source, ((comma + 1, len(tokens)),), 0.9, False)


def _has_break(tokens: Sequence[Token], stretch: Stretch) -> bool:
    return any(tokens[k].low in BE or tokens[k].text == "," for k in range(*stretch))


def head_claim(
    tokens: Sequence[Token], i: int, probability: float, subject: NounPhrase | None
) -> Claim | None:
    """A cue before its content: `Holm said that ...`, `adding, “...”`, `called it “...”`."""
    token = tokens[i]
    before = preceding(tokens, i)
    if before == "be" and not token.low.endswith("ing"):
        return None  # passive: nobody is said to say it
    if following(tokens, i) == "by" and not token.low.endswith("ing"):
        return None  # `a letter opened by the mayor`
    if i == 0 and (token.low.endswith("ed") or token.low == "told"):
        return None  # `Asked whether ..., she`: the participle is not the sentence's verb
    start = _content_start(tokens, i)
    if start is None:
        return None
    if tokens[start].low in ("it", "them") and start + 1 < len(tokens) and (
        tokens[start + 1].text in PAUSES
    ):  # fmt: skip
        return None  # `who wrote it, describes`
    source = subject_before(tokens, i)
    if source is None and before == "comma":
        source = first_subject(tokens[:i])
    borrowed = before in ("comma", "and", "to", "start", "mark", "quote") or (
        before == "preposition" and token.low.endswith("ing")
    )
    if (source is None or borrowed) and (token.low.endswith("ing") or before in ("and", "to")):
        lead = subject if subject is not None and subject.end <= i else first_subject(tokens[:i])
        if source is None or before in ("preposition", "comma", "to"):
            source = lead or source
    if source is None and before == "and":
        source = subject
    if source is not None and tokens[source.head_start].low in ("nobody", "none", "no"):
        return None
    if source is None and probability < 0.8:
        return None
    return Claim(i, i + 1, source, ((start, len(tokens)),), probability, False)


def _content_start(tokens: Sequence[Token], i: int) -> int | None:
    """The item at which the content of a cue begins: addressee and adverbials are passed over."""
    j = i + 1
    low = tokens[i].low
    if j < len(tokens) and is_adverb(tokens[j].low):
        j += 1
    if low in TELL_FORMS and j < len(tokens) and tokens[j].is_word and tokens[j].low != "that":
        addressee = phrase_starting_at(tokens, j)
        if addressee is not None and addressee.end < len(tokens):
            j = addressee.end
    if j >= len(tokens):
        return None
    if tokens[j].low in PREPOSITIONS or tokens[j].low in TIME_WORDS or tokens[j].text == ",":
        landing = _landing(tokens, j)
        if landing is not None:
            j = landing
        elif tokens[j].text == ",":
            return None
        elif low in SPEECH_FORMS and low not in NAMING_FORMS:
            j += tokens[j].low in ("on", "in", "last", "this") and (
                j + 1 < len(tokens) and tokens[j + 1].low in TIME_WORDS
            )
            j += tokens[j].low in TIME_WORDS
    while j < len(tokens) and tokens[j].text in (",", ":", *DASHES):
        j += 1
    return j if j < len(tokens) and any(t.is_word or t.low == "“”" for t in tokens[j:]) else None


def _landing(tokens: Sequence[Token], j: int) -> int | None:
    """Behind an adverbial, the `that`, colon or quotation with which the content begins."""
    for k in range(j, min(j + 16, len(tokens))):
        if tokens[k].low == "that" and k > j:
            return k
        if tokens[k].low == "“”":
            return k if tokens[k - 1].text in (",", ":", *DASHES) else None
        if tokens[k].text == ":":
            return k + 1
        if tokens[k].text == ",":
            if k + 1 < len(tokens) and tokens[k + 1].low == "that":
                return k + 1
            if k > j + 1:
                return None
        if tokens[k].text == ".":
            return None
    return None


def _has_content(tokens: Sequence[Token], floor: int, end: int) -> bool:
    stretch = tokens[floor:end]
    return any(t.low == "“”" for t in stretch) or sum(t.is_word for t in stretch) >= 2


def _stretches(left: Stretch, right: Stretch | None) -> tuple[Stretch, ...]:
    return tuple(s for s in (left, right) if s is not None and s[1] > s[0])


def introducer(tokens: Sequence[Token]) -> NounPhrase | None:
    """Who a sentence that ends in a colon introduces: `Holm made the following comment:`."""
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].is_word and cue_probability(tokens, i) >= QUOTED:
            source = subject_before(tokens, i)
            if source is not None:
                return source
    return source_before_colon(tokens, len(tokens) - 1)


def source_before_colon(tokens: Sequence[Token], colon: int) -> NounPhrase | None:
    """Who speaks where a colon, not a verb, introduces the words: `Pilot Ada Falk: “...”`."""
    phrase = phrase_ending_at(tokens, colon - 1) if colon > 0 else None
    if phrase is not None and phrase.start == 0:
        return phrase
    return first_subject(tokens[:colon]) or phrase
