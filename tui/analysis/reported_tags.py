"""What is passed on: `“We go,” Ada said, according to the Herald`, `It quoted Ada as saying`.

Who says it is who is told to have said it, not who reports it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tui.analysis.cues import TELL_FORMS, is_speech_verb
from tui.analysis.frames import ARTICLES, DETERMINERS, PRONOUNS
from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.phrase_heads import head_noun
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.role_nouns import is_paper
from tui.analysis.source_mending import SHOUTING, tagged_within, words_before, words_behind
from tui.analysis.subjects import first_tag, subject_before
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import Token, tokens
from tui.article.model import Span

# So many cues before who reports it stands that of who says it.
NEAR = 8
QUOTED_AS = re.compile(
    r"(?:(?:is|was|were|been|being) )?(?:\w+ly )?(?:quoted|reported|recorded)\b"
    r"[^.;:“”\"]{0,80}? as saying\b"
    r"(?: by (?:the )?[A-Z][\w’' -]{1,40}?(?=[.,:]))?(?: that)? ?"
)
# `Ada Falk is said to have told her`, `was heard to say`: what hearsay ascribes
HELD_TO = re.compile(
    r"(?:(?:can|could|may) be|is|are|was|were|been) (?:\w+ly )?(?:said|understood|reported|believed"
    r"|thought|alleged|claimed|rumou?red|reputed|known|heard|overheard|seen|filmed|caught|recorded"
    r"|captured|spotted)(?: on (?:camera|video|film|tape))?"
    r" (?:to have (?P<told>\w+)|to (?P<tell>\w+)|(?P<telling>\w+ing))\b"
    r"(?P<on>[^.,;:“”\"\n]{0,40}?(?: that (?=\w)|[:,]? (?=[“\"‘])))?"
)
# What has the words of others, and none of its own.
RECORD = re.compile(r"(?:an?|the|one) (?:\w+ )?(?:transcript|copy|recording|audio|tape)s?\b")
# Who is told in a document to have said something said it: `he told police that it rained`.
SAYING = frozenset("said says told tells".split())
DATA = "data"
# Who passes on what somebody says is told for them: `Falk said no, according to his office`.
FOR_SOMEBODY = frozenset("spokesman spokesperson spokeswoman office".split())
# Whom these ask, they sum up.
SURVEYS = frozenset("survey surveys poll polls study studies census".split())
# `State media quoted General Omar Haddad as saying: “...”`
QUOTES = frozenset("quoted quotes quoting cited cites citing".split())
AS_SAYING = re.compile(r"(?P<who>[^.;:“”\"\n]{2,80}?) as saying\b(?: that\b)?[:,]? ?")
# `was described as “nonsense” by Tom Reed`
BY = re.compile(r" by (?=\w)")
CALLED_AS = re.compile(r"(?:described|dismissed|hailed|condemned|denounced|branded)(?: as)?$")


def with_reported_tags(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; who is in a tag says the quotation that this closes, whoever reports it further
    on; so does who is quoted as saying something, or is behind a `by`.
    """
    changed = [
        _by_whom(text, _quoting(text, _quoted(text, _recorded(text, claim), places)), places)
        for claim in claims
    ]
    for i, claim in enumerate(changed):
        tag = _tag_within(text, claim, places)
        if tag is None:
            continue
        source, cue, whole = tag
        quoted = tuple(left for span in claim.content for left in without(span, [whole]))
        before = range(i - 1, max(-1, i - 1 - NEAR), -1)
        own = next((j for j in before if (s := claims[j].source) and s.meets(source)), None)
        if own is not None and not changed[own].content:
            changed[own] = replace(changed[own], content=quoted, probability=claim.probability)
            changed[i] = replace(claim, content=())
        else:
            changed[i] = replace(claim, source=source, cue=cue, content=quoted)
    return sorted(changed, key=lambda claim: claim.cue)


def _tag_within(text: str, claim: Tagged, places: QuotedPlaces) -> tuple[Span, Span, Span] | None:
    """Who speaks, the verb, and all of the words that are a tag behind a quotation, in content
    whose own cue stands further on.
    """
    content = [piece for span in claim.content for piece in _apart(span, places)]
    for quoted, span in pairwise(content):
        inner = text[slice(*quoted)].rstrip("”\"’'»“")
        if (
            (part := places.before(quoted.end)) is None
            or part.span.end != quoted.end
            or places.touched([span])
            or not inner.endswith((",", "?", "!"))
            or text[quoted.end : span.start] != " "
            or claim.cue.start < span.end
        ):
            continue
        words = tokens(text, *span)
        begins = 1 if words and is_speech_verb(words[0].low) else 0
        phrase = phrase_starting_at(words, begins) if begins < len(words) else None
        verb = 0 if begins else phrase.end if phrase is not None else len(words)
        if phrase is not None and verb < len(words) and is_speech_verb(words[verb].low):
            return phrase.span(words), Span(words[verb].start, words[verb].end), span
    return None


def _apart(span: Span, places: QuotedPlaces) -> tuple[Span, ...]:
    """What ends in a quotation, and what follows it in the same span: `“We go,” Ada said`."""
    part = places.before(span.end)
    if part is None or not span.start < part.span.end < span.end - 1:
        return (span,)
    return Span(span.start, part.span.end), Span(part.span.end + 1, span.end)


def _quoted(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Ada Falk, a nurse, was quoted by the agency as saying that it rained`: she says it."""
    told = QUOTED_AS.match(text, claim.cue.start) or _held(text, claim)
    words = words_before(text, claim.cue.start) if told else ()
    subject = subject_before(words, len(words)) if words else None
    if told is None or subject is None:
        return claim
    source = subject.span(words)
    said = claim.said_from(told.end())
    part = places.before(words[0].start)
    before = part.span if part is not None and part.span.end == words[0].start - 1 else None
    if before is None and told.re is HELD_TO and told["on"] is None:
        return claim
    if before is not None and not text[told.end() : told.end() + 1].isalpha():
        said = (before, *(s for s in said if s.start > before.end and places.begins(s.start)))
    return replace(claim, source=source, content=said or claim.content)


def _recorded(text: str, claim: Tagged) -> Tagged:
    """`Ada Falk testified that it rained, according to a transcript`: it is she who says so; so is
    it in `Ada Falk told police it rained, according to court records`.
    """
    source = tokens(text, *claim.source) if claim.source is not None else []
    record = claim.source is not None and RECORD.match(text[slice(*claim.source)]) is not None
    lows = [word.low for word in source]
    if not (record or _is_document(source) or (lows and head_noun(lows) in FOR_SOMEBODY)):
        return claim
    if not claim.content or claim.content[-1].end > claim.cue.start:
        return claim
    words = tokens(text, claim.content[0].start, claim.content[-1].end)
    tag = first_tag(words, 0, 0)
    if tag is None or not (record or words[tag[1]].low in SAYING):
        return claim
    clause = clause_behind(words, tag[1])
    if clause is None:
        return claim
    return tagged_within(claim, words, tag, *claim.said_from(clause))


def _is_document(words: Sequence[Token]) -> bool:
    """Whether words are papers or figures that only pass on what is said: `court records`. `The
    complaint` is one that the article goes on with: `it says`.
    """
    if words and words[0].low in DETERMINERS - {"a", "an"}:
        return False
    noun = head_noun([w.low for w in words]) if words else ""
    paper = is_paper(noun) and noun not in SURVEYS and not words[-1].is_capital
    return noun == DATA or paper


def clause_behind(words: Sequence[Token], verb: int) -> int | None:
    """Where the clause begins that a verb leads to, behind whom it tells: `told Bo he slept`."""
    rest = words[verb + 1 :]
    if words[verb].low not in TELL_FORMS or rest[0].low in ("of", "about", "against"):
        # `told the court that he had slept`, but not `said he slept that night`
        return rest[1].start if rest[0].low == "that" and len(rest) > 1 else rest[0].start
    that = next((w for w in rest if w.low == "that"), None)
    if that is not None:
        return that.end + 1
    whom = phrase_starting_at(rest, 0)
    if whom is None or whom.end >= len(rest):
        return None
    opens = rest[whom.end]
    clause = opens.low in PRONOUNS | ARTICLES or opens.is_capital
    return opens.start if clause else None


def _held(text: str, claim: Tagged) -> re.Match[str] | None:
    """`“These are better,” Ada Falk is said to have told her`."""
    held = HELD_TO.match(text, claim.cue.start)
    verb = held and next(filter(None, held.group("told", "tell", "telling")))
    return held if verb and (is_speech_verb(verb.lower()) or verb in SHOUTING) else None


def _quoting(text: str, claim: Tagged) -> Tagged:
    """`The Herald quoted Ada Falk as saying that it rained`: she says it."""
    if text[slice(*claim.cue)].lower() not in QUOTES:
        return claim
    told = AS_SAYING.match(text, claim.cue.end + 1)
    words = tokens(text, *told.span("who")) if told else ()
    if told is None or phrase_starting_at(words, 0) is None:
        return claim
    return replace(claim, source=Span(*told.span("who")), content=claim.said_from(told.end()))


def _by_whom(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`It was described as “nonsense” by Ada Falk`: she says so."""
    behind = places.behind(claim.cue.end)
    if behind is None or not CALLED_AS.search(text[slice(*claim.cue)].lower()):
        return claim
    part = behind.span
    by = BY.match(text, part.end)
    words = words_behind(text, by.end()) if by else ()
    phrase = phrase_starting_at(words, 0) if words else None
    beside = text[claim.cue.end : part.start].strip() in ("", "as")
    if phrase is None or not beside or claim.source is not None:
        return claim
    return replace(claim, source=phrase.span(words), content=(part,), source_probability=1.0)
