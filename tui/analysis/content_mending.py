"""What is said, as the encoder reads it, without words around it that are the article's own."""

import re
from bisect import bisect_left
from dataclasses import replace

from tui.analysis.cues import NAMING_FORMS, TELL_FORMS
from tui.analysis.frames import BE, HAVE
from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.pointing_back import pointed_at
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.source_mending import words_behind
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

ASIDES = (", and", ", but", ", as")
TAGS = frozenset(
    "said says say added adds explained explains insisted insists replied asked".split()
)
# How somebody is heard, or writes where it is seen.
UTTERING = frozenset(
    """
sang sing sings chanted chant chants shouted shout shouts yelled yell yells screamed scream screams
bellowed hollered cried whispered muttered wrote writes scrawled daubed painted scribbled typed
""".split()
)
PLACING = frozenset(
    "at on onto across over from to in into through during while when before after as".split()
)
CLOSED = (".”", '."', ".’", ".'", ".»")
# What somebody speaks of: `Of the goal, Falk said, “I saw it late.”`
TOPIC = re.compile(
    r"(?:Of|About|Regarding|As for|As to) (?!the \d|\d|these,|those,|course)[^“\"]{1,80}"
)
ANSWER = re.compile(r"(?:no|yes)(?=\.\s+[A-Z])")


def with_own_content(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """The claim with what is said alone, which may be nothing."""
    for mend in (
        _without_marks,
        _answered,
        _without_next_sentence,
        _without_aside,
        _without_sentence_before,
        _without_addressee,
        _behind_colon,
        _within_clause,
        _named_in_marks,
        _without_place,
        _without_topic,
    ):
        claim = mend(text, claim, places)
    return claim


def _answered(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Falk said no. Police were called`: what is said ends with the answer."""
    first = claim.content[0] if claim.content else None
    answer = ANSWER.match(text, first.start) if first is not None else None
    if first is None or answer is None or first.start != claim.cue.end + 1:
        return claim
    quoted = tuple(s for s in claim.content[1:] if places.touched([s]))
    return replace(claim, content=(Span(first.start, answer.end()), *quoted))


def _without_marks(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """The claim without marks of quotations of whose words it has none: of `Leonard “Lenny” Boyle`
    what follows the name in marks.
    """
    kept: list[Span] = []
    for span in claim.content:
        inner = [s for q in places.touched([span]) for s in q.spans if s.meets(span)]
        shared = [Span(max(s.start, span.start), min(s.end, span.end)) for s in inner]
        bare = [s for s in shared if not any(map(str.isalnum, text[slice(*s)]))]
        kept += without(span, bare)
    return replace(claim, content=tuple(kept))


def _without_place(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`The fans sang “You are late” at the officials as they left`: where, when and to whom
    somebody shouts or writes what is in marks is not said.
    """
    first = claim.content[0] if claim.content else None
    if first is None or text[slice(*claim.cue)].lower() not in UTTERING:
        return claim
    part = places.before(first.start + 1)
    if part is None or part.span.start != first.start or first.start != claim.cue.end + 1:
        return claim
    behind = tokens(text, part.span.end, first.end)
    if not behind or behind[0].low not in PLACING:
        return claim
    return replace(claim, content=(part.span, *claim.content[1:]))


def _without_next_sentence(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`“Put it in writing.” The inquiry continues.`: behind a sentence that is closed, what is told
    next is no tag, unless its verb tells nothing but speech.
    """
    source = claim.source
    if source is None or text[slice(*claim.cue)].lower() in TAGS:
        return claim
    tag = min(source.start, claim.cue.start)
    last = next(
        (s for s in reversed(claim.content) if s.end <= tag and places.begins(s.start)), None
    )
    if last is None or not text.endswith(CLOSED, 0, last.end) or text[last.end] != " ":
        return claim
    more = claim.content[-1].start > claim.cue.end
    pointed = pointed_at(words_behind(text, last.end)) is not None
    next_begins = text[last.end + 1].isupper() and not (more or pointed)
    return replace(claim, content=()) if next_begins else claim


def _without_aside(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`“It bites,” she says, and it takes me a moment to see the joke`: what is told behind a tag
    in words of the article's own is not said, unless a `that` leads to it.
    """
    if not claim.content or not places.begins(claim.content[0].start):
        return claim
    tag_end = max(claim.cue.end, claim.source.end if claim.source else 0)
    if claim.content[0].end > claim.cue.start:
        return claim
    kept = tuple(
        part
        for part in claim.content
        if part.start < tag_end
        or places.touched([part])
        or text[tag_end : part.start].strip() not in ASIDES
        or text.startswith("that ", part.start)
    )
    return replace(claim, content=kept)


def _without_sentence_before(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Several hands went up. “In which direction?” she asked.`: what the article tells in a
    sentence of its own before a quotation with its tag is not said.
    """
    if len(claim.content) < 2:
        return claim
    first, second = claim.content[0], claim.content[1]
    own = not places.touched([first]) and places.begins(second.start)
    closed = text[first.start : second.start].rstrip().endswith((".", "?", "!"))
    beside = not text[first.end : second.start].strip(" .?!")
    before = text[max(0, first.start - 2) : first.start]
    opens = text[first.start].isupper() and before.strip() in ("", ".", "?", "!", "”", '"', "’")
    tagged = second.end <= min(claim.cue.start, claim.source.start if claim.source else second.end)
    told = own and closed and beside and opens and tagged
    return replace(claim, content=claim.content[1:]) if told else claim


def _without_addressee(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Magnus Isbister was told by an agent that it weighed too much`: who is told is not said."""
    if len(claim.content) < 2:
        return claim
    words = text[slice(*claim.cue)].lower().split()
    passive = len(words) > 1 and words[0] in BE | HAVE and words[-1] in TELL_FORMS
    first = claim.content[0]
    beside = text[first.end : claim.cue.start].strip(" ,") == "" and first.end <= claim.cue.start
    if not (passive and beside) or places.touched([first]):
        return claim
    return replace(claim, content=claim.content[1:])


def _behind_colon(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`She praised the keeper: “He was unreal.”`, `Her advice to the thieves? “Run.”`: whom or what
    somebody speaks of is not said.
    """
    first = claim.content[0] if claim.content else None
    if first is None or first.start < claim.cue.end:
        return claim
    quoted = next((q.start for q in places.touched([first]) if q.start > first.start), None)
    if quoted is None and len(claim.content) > 1 and places.begins(claim.content[1].start):
        quoted = claim.content[1].start
    words = tokens(text, first.start, quoted) if quoted is not None else []
    phrase = phrase_starting_at(words, 0) if words and words[-1].text in (":", "?") else None
    if quoted is None or phrase is None or phrase.end != len(words) - 1:
        return claim
    return replace(claim, content=claim.said_from(quoted))


def _within_clause(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`a claim that Falk dismissed as “geography by rumour”`: it is Falk who says so."""
    said = claim.content[0] if claim.content else None
    quoted = places.touched([said]) if said is not None else ()
    if claim.source is not None or said is None or not quoted or said.start < claim.cue.end:
        return claim
    words = tokens(text, said.start, quoted[0].start)
    phrase = phrase_starting_at(words, 1) if words and words[0].low == "that" else None
    if phrase is None or phrase.end >= len(words):
        return claim
    verb = words[phrase.end]
    if verb.low not in NAMING_FORMS or (words[-1] is not verb and words[-1].low != "as"):
        return claim
    cue = Span(verb.start, words[-1].end)
    content = Span(quoted[0].start, said.end)
    return replace(claim, source=phrase.span(words), cue=cue, content=(content, *claim.content[1:]))


def _named_in_marks(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`what the firms called “a merger of equals”`: not `what` is said, but what is in marks."""
    if [text[slice(*part)].lower() for part in claim.content[:1]] != ["what"]:
        return claim
    rest = claim.content[1:]
    behind = text[claim.cue.end : claim.cue.end + len(" as ")]
    start = claim.cue.end + (len(" as ") if behind == " as " else 1)
    if not rest and behind.startswith(" ") and places.begins(start):
        rest = (places.parts[bisect_left(places.starts, start)].span,)
    return replace(claim, content=rest) if rest else claim


def _without_topic(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Of the goal, Falk said, “I saw it late.”`: what is spoken of is no part of the quotation."""
    first, *rest = claim.content or (None,)
    tag = min(claim.cue, claim.source or claim.cue)
    if first is None or not rest or first.end > tag.start or text[first.end : tag.start] != ", ":
        return claim
    quoted = rest[0].start > claim.cue.end and places.begins(rest[0].start)
    topic = quoted and TOPIC.fullmatch(text, *first) is not None
    return replace(claim, content=tuple(rest)) if topic else claim
