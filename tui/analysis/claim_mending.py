"""What the encoder reads, set right where the sentence around a quotation tells more."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.according_to import with_according_to
from tui.analysis.clock_times import with_times
from tui.analysis.content_mending import with_own_content
from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import DETERMINERS
from tui.analysis.headline_tags import with_headline_tag
from tui.analysis.judged_claims import with_judged_claims
from tui.analysis.noun_phrases import noun_like, phrase_starting_at
from tui.analysis.pointing_back import pointed_at
from tui.analysis.quoted_places import QuotedPlaces, without
from tui.analysis.received_papers import with_papers
from tui.analysis.reported_tags import with_reported_tags
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.source_mending import said_by, with_sources, words_behind
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.analysis.words_of import with_words_of
from tui.article.line_forms import KINDS_OF_TEXT, names_nobody
from tui.article.model import Span

# A cue so far before a quotation claims nothing of it.
FAR = 1000
MARKS = "“\"‘'«„"
# So near behind what is said stands its tag.
NEXT = 3
LONGEST_OPENING = 60
# Where a sentence begins, past what only links it to another.
BEGINS = r"(?:^|[.!?…][”\"’'»]?\s|\n)(?:(?:But|And|So|Yet|Still),? )?"
# Its first words.
OPENING = re.compile(BEGINS + r"(?P<words>[A-Z][\w’'-]*(?: [\w’'-]+){0,4} )$")
HALF = re.compile(BEGINS + r"(?P<words>[A-Z][\w’'-]*(?: [\w’'-]+){0,5}), $")
# `deputy prime minister` has so many words.
LONGEST_ROLE = 4
COLONS = re.compile(r"[:;] (?=[^:;]*$)")
# `“Never,” shot back Ada Falk`
PHRASAL = re.compile(r"(?!came|comes)\w+ (?:back|in|out|up|on|off)")
# What a headline begins with before a colon, which says nothing: `Obituary: Ada Falk`.
KICKERS = KINDS_OF_TEXT | frozenset(
    "editorial feature gallery letter letters recap timeline".split()
)


def mended(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims, with sources and quotations as their sentences have them; none of kickers."""
    told = [_of_nobody(text, claim, places) for claim in claims if not _is_kicker(text, claim)]
    told = with_papers(text, with_according_to(text, with_times(text, told)))
    told = [with_headline_tag(text, claim) for claim in with_judged_claims(text, told)]
    told = with_words_of(text, with_reported_tags(text, told, places), places)
    told = [with_own_content(text, claim, places) for claim in told]
    told = _with_halves_behind_colons(text, told)
    told = [_with_first_half(text, c) for c in _from_sentence_starts(text, told)]
    told = [_with_role_behind_colon(text, claim, places) for claim in told]
    told = with_sources(text, [_with_source_behind(text, claim, places) for claim in told])
    told = [_with_pointed_source(text, claim, places) for claim in told]
    told = _with_tagged_quotations(text, told, places)
    told = _with_tagged_halves(text, told, places)
    told = _with_words_behind(text, _with_second_sentences(text, told, places))
    told = _with_unseen_tags(text, told, places)
    return _joined(text, told, places)


def _is_kicker(text: str, claim: Tagged) -> bool:
    source = claim.source
    return (
        source is not None
        and text[slice(*claim.cue)].strip() == ":"
        and text[slice(*source)].strip().lower() in KICKERS
    )


def _of_nobody(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Claim 1: “...”` says of nobody that it was said, and `The facts: ...` is not said at all."""
    label = claim.source is not None and text[slice(*claim.cue)].strip() == ":"
    if not label or claim.source is None or not names_nobody(text[slice(*claim.source)]):
        return claim
    quoted = tuple(span for span in claim.content if places.touched([span]))
    return replace(claim, source=None, content=quoted)


def _from_sentence_starts(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; before a tag between commas all of its sentence is said: `She owed her
    “nine winters”, Lind told us, and went`.
    """
    others = sorted(span for c in claims if c.content for span in (c.cue, c.source or c.cue))
    return [_from_sentence_start(text, claim, others) for claim in claims]


def _from_sentence_start(text: str, claim: Tagged, others: Sequence[Span]) -> Tagged:
    if claim.source is None or not claim.content:
        return claim
    first, tag = claim.content[0], min(claim.source.start, claim.cue.start)
    if first.end > tag or "," not in text[first.end - 2 : tag] or len(text[first.end : tag]) > NEXT:
        return claim
    opened = OPENING.search(text, max(0, first.start - LONGEST_OPENING), first.start)
    if opened is None:
        return claim
    at = bisect_left(others, (opened.start("words"),))
    if at < len(others) and others[at].start < first.start:
        return claim
    whole = Span(opened.start("words"), first.end)
    return replace(claim, content=(whole, *claim.content[1:]))


def _with_first_half(text: str, claim: Tagged) -> Tagged:
    """`He hoped, he said, that it would rain`: without its first half it would say that it will."""
    if claim.source is None or not claim.content or claim.content[0].start < claim.cue.end:
        return claim
    tag = min(claim.source.start, claim.cue.start)
    first = claim.content[0]
    between = text[max(claim.source.end, claim.cue.end) : first.start]
    opened = HALF.search(text, max(0, tag - LONGEST_OPENING), tag)
    if between != ", " or opened is None or not text.startswith("that ", first.start):
        return claim
    return replace(claim, content=(Span(*opened.span("words")), *claim.content))


def _with_halves_behind_colons(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; what a tag between commas stands in is its own, from the colon on: `Ada doubts it
    will go: the print, she says, is hot`.
    """
    changed = list(claims)
    for i in range(1, len(changed)):
        before, claim = changed[i - 1], changed[i]
        if not before.content or claim.source is None or not claim.content:
            continue
        last, tag = before.content[-1], sorted((claim.source, claim.cue))
        colon = COLONS.search(text, last.start, last.end)
        set_off = (
            text[last.end : tag[0].start] == ", " and text[tag[1].end : tag[1].end + 2] == ", "
        )
        if colon is None or not set_off or claim.content[0].start != tag[1].end + 2:
            continue
        own = Span(colon.end(), last.end)
        kept = Span(last.start, colon.start())
        changed[i - 1] = replace(before, content=(*before.content[:-1], kept))
        changed[i] = replace(claim, content=(own, *claim.content))
    return changed


def _with_role_behind_colon(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Harbour closes: mayor “never asked”`: the one right before the quotation says it."""
    if not claim.content or not text[slice(*claim.cue)].endswith(":"):
        return claim
    quoted = places.touched([claim.content[0]])
    words = tokens(text, claim.cue.end, quoted[0].start) if quoted else []
    if not 0 < len(words) <= LONGEST_ROLE or not is_role_noun(words[-1].low):
        return claim
    if not all(w.is_word for w in words) or any(is_speech_verb(w.low) for w in words):
        return claim
    return replace(claim, source=Span(words[0].start, words[-1].end))


def _with_source_behind(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`Council head ‘lied’, says former ally`: who says it stands behind the cue."""
    source, cue = claim.source, claim.cue
    if source is not None and text[slice(*source)].lower() in DETERMINERS:
        source = None  # `shot back the mayor`, of which the encoder sees a `the`
    verb = text[slice(*cue)].lower()
    told = bool(PHRASAL.fullmatch(verb)) or (source is not None and is_speech_verb(verb))
    if not told or verb.endswith("ing") or (source is not None and source.end > cue.start):
        return claim
    part = places.before(cue.start)
    said = part.span if part is not None else None
    if said is None or text[said.end : cue.start].strip() not in ",":
        return claim
    if (source is not None and said.start < source.end) or not any(map(said.meets, claim.content)):
        return claim
    words = words_behind(text, cue.end)
    if not words or not (noun_like(words[0]) or words[0].low in DETERMINERS):
        return claim
    phrase = phrase_starting_at(words, 0)
    return said_by(claim, phrase.span(words)) if phrase is not None else claim


def _with_pointed_source(text: str, claim: Tagged, places: QuotedPlaces) -> Tagged:
    """`“Polls are weather.” That was Falk on the steps`: who is pointed at says it."""
    part = claim.content[0] if claim.content else None
    if part is None or claim.cue.start < part.end or not places.begins(part.start):
        return claim
    words = words_behind(text, part.end)
    phrase = pointed_at(words)
    if phrase is None or not words[phrase.start].is_capital:
        return claim
    return replace(claim, source=phrase.span(words))


def _joined(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; what goes on in lower case, by one source, is one: `“A,” Ada said when told of
    it, “but b.”`
    """
    kept: list[Tagged] = []
    for claim in claims:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.source is not None
            and before.source == claim.source
            and _goes_on(text, before.content, claim, places)
        ):
            kept[-1] = replace(before, content=(*before.content, *claim.content))
        else:
            kept.append(claim)
    return kept


def _goes_on(text: str, content: Sequence[Span], claim: Tagged, places: QuotedPlaces) -> bool:
    """Whether a claim has but the second half of a sentence in marks whose first half is given."""
    if not content or not claim.content:
        return False
    last, first = content[-1], claim.content[0]
    starts = all(places.begins(span.start) for span in (last, first))
    half = text.endswith((",”", ',"', ",’", ",'", ",»"), 0, last.end)
    lower = text[first.start : first.end].lstrip(MARKS)[:1].islower()
    return starts and half and lower and last.end < claim.cue.start < first.start


def _with_tagged_quotations(
    text: str, claims: Sequence[Tagged], places: QuotedPlaces
) -> list[Tagged]:
    """The claims; one with nothing said has the quotation that its words close, if another that
    stands before it has more than that: `“I know,” he said. “Never?” she asked.`
    """
    changed = list(claims)
    for i, claim in enumerate(claims):
        part = None if claim.content else _tagged_part(text, claim, places)
        if part is None:
            continue
        for j in range(i - 1, -1, -1):
            other = changed[j]
            if part.start - other.cue.end > FAR:
                break
            left = tuple(p for s in other.content for p in without(s, [part]))
            if other.cue.end > part.start or left == other.content:
                continue
            if any(c.isalnum() for span in left for c in text[slice(*span)]):
                changed[i] = replace(claim, content=(part,))
                changed[j] = replace(other, content=left)
            break
    return changed


def _with_tagged_halves(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; the quotation that a claim's words close is its, if one further on has it:
    `“We go,” Ada said, “or stay.” Her sister agreed.`
    """
    changed = list(claims)
    for i, claim in enumerate(claims):
        part = _tagged_part(text, claim, places)
        if part is None or any(map(part.meets, claim.content)):
            continue
        for j in range(i + 1, len(claims)):
            other = changed[j]
            if other.cue.start - part.end > FAR:
                break
            left = tuple(p for s in other.content for p in without(s, [part]))
            if left != other.content:
                changed[j] = replace(other, content=left)
                changed[i] = replace(claim, content=(part, *claim.content))
                break
    return changed


def _with_second_sentences(
    text: str, claims: Sequence[Tagged], places: QuotedPlaces
) -> list[Tagged]:
    """The claims; what is quoted between one who speaks and another who has words of their own is
    the first one's: `“A,” Ada said. “B.” Her deputy told them to go.`
    """
    changed = list(claims)
    for i in range(1, len(changed)):
        before, claim = changed[i - 1], changed[i]
        if len(claim.content) < 2 or claim.source is None or not before.content:
            continue
        part, own = claim.content[0], claim.content[1]
        ends = text[part.start : part.end].rstrip("”\"’'»“").endswith((".", "!", "?", "…"))
        tag = text[before.cue.end : part.start]
        if (
            ends
            and part.end <= min(claim.source.start, claim.cue.start)
            and own.start >= claim.cue.end
            and places.begins(part.start)
            and places.begins(before.content[0].start)
            and before.content[0].end <= before.cue.start
            and text[part.end : min(claim.source.start, claim.cue.start)].isspace()
            and tag.rstrip().endswith(".")
            and "\n\n" not in text[before.cue.end : claim.cue.start]
        ):
            changed[i - 1] = replace(before, content=(*before.content, part))
            changed[i] = replace(claim, content=claim.content[1:])
    return changed


def _with_words_behind(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; one with nothing said has what stands right behind its cue, if it is read as
    what another says before: `Ada called it thin. Bo denied having written it.`
    """
    changed = list(claims)
    for i in range(1, len(changed)):
        before, claim = changed[i - 1], changed[i]
        if claim.content or claim.source is None or len(before.content) < 2:
            continue
        last, cue = before.content[-1], text[slice(*claim.cue)].lower()
        ours = before.cue.end <= claim.source.start < claim.cue.end <= last.start
        behind = text[claim.cue.end : last.start]
        if ours and behind in (" ", " that ") and is_speech_verb(cue):
            changed[i - 1] = replace(before, content=before.content[:-1])
            changed[i] = replace(claim, content=(last,), probability=before.probability)
    return changed


def _with_unseen_tags(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; what another answers in a sentence of its own is not the first one's, though the
    encoder sees no tag: `“No justice!” he called. “No peace!” the crowd roared back.`
    """
    seen = {span.start for c in claims for span in (c.cue, c.source or c.cue)}
    told: list[Tagged] = []
    for claim in claims:
        last = claim.content[-1] if len(claim.content) > 1 else None
        tag = _unseen_tag(text, last, places) if last and last.start > claim.cue.end else None
        if last is None or tag is None or not seen.isdisjoint(span.start for span in tag):
            told.append(claim)
            continue
        source, cue = tag
        told.append(replace(claim, content=claim.content[:-1]))
        told.append(replace(claim, source=source, cue=cue, content=(last,)))
    return sorted(told, key=lambda claim: claim.cue)


def _unseen_tag(text: str, quoted: Span, places: QuotedPlaces) -> tuple[Span, Span] | None:
    """Who speaks, and the verb, right behind a quotation that begins a sentence and ends in one."""
    inner = text[slice(*quoted)].rstrip("”\"’'»“")
    begins = text.startswith(". ", quoted.start - 2) and places.begins(quoted.start)
    if not begins or not inner.endswith((",", "?", "!")) or not text.startswith(" ", quoted.end):
        return None
    words = words_behind(text, quoted.end + 1)
    phrase = phrase_starting_at(words, 0) if words and words[0].low == "the" else None
    if phrase is None or phrase.end >= len(words) or not is_speech_verb(words[phrase.end].low):
        return None
    verb = words[phrase.end]
    return phrase.span(words), Span(verb.start, verb.end)


def _tagged_part(text: str, claim: Tagged, places: QuotedPlaces) -> Span | None:
    """The quotation that a claim's source and cue follow in the same sentence."""
    source, cue = claim.source, claim.cue
    if source is None or not is_speech_verb(text[slice(*cue)].lower()):
        return None
    first, second = sorted((source, cue))
    part = places.before(first.start)
    if part is None or text[first.end : second.start].strip():
        return None
    behind = text[part.span.end : first.start]
    whole = part.quotation.closed and len(part.quotation.spans) == 1
    inner = text[part.span.start : part.span.end].rstrip("”\"’'»“")
    return part.span if whole and behind == " " and inner.endswith((",", "?", "!")) else None
