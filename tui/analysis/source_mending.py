"""Who says something, set right where the words before and behind the cue tell it better."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.character import TITLES
from tui.analysis.cues import ASKED, is_speech_verb
from tui.analysis.frames import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from tui.analysis.noun_phrases import (
    INNER_PREPOSITIONS,
    SUBJECT_PRONOUNS,
    phrase_ending_at,
    phrase_starting_at,
)
from tui.analysis.phrase_heads import describes
from tui.analysis.sentences import abbreviations
from tui.analysis.subjects import Tag
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import Token, lower_forms, tokens
from tui.article.model import Span

# So far before a cue, and behind it, its source is looked for, in characters.
BEFORE, BEHIND = 240, 120
ENDS = frozenset(".!?;…")
STOPS = ENDS | {":", "”", "“", '"'}
# What a clause opens with that does not tell what the sentence's subject does.
CLAUSES = RELATIVES - {"who", "that"}
# The last word before an offset or a comma, and what such a word is that leads to no subject.
WORD_BEFORE = re.compile(r"(\w+|,)(?:[’']s?)?\s*\Z")
LEADING = PREPOSITIONS | INNER_PREPOSITIONS | CLAUSES | {","}
LONGEST_LEADING = 30
# A noun, and what stands before it at the beginning of a sentence or behind a comma.
ONE_WORD = re.compile(r"[a-z]+")
BEFORE_NOUN = re.compile(
    r"(?:^|[.!?]\s|\n|, )(?P<all>(?:The|An?|Its|His|Her|Their|the|an?|its|his|her|their) "
    r"(?:(?!(?:of|for|in|at|by|to|that|who|and|or|is|was|with|on|from)\b)[a-z-]+ ){0,3})$"
)
# What stands between one verb and another with the same subject: `told them, before asking`.
LINKS = frozenset(", and before after while by when since".split())
# `brought a warning from the mayor`: who says it stands behind such a cue.
UTTERANCES = frozenset(
    """
warning word criticism praise call plea appeal rebuke reply response answer statement message
promise pledge push pressure question confirmation denial complaint complaints comment comments
remark remarks report reports protest protests request
""".split()
)
# What one does while one does something else.
SHOUTING = frozenset(
    """
yelling shouting screaming crying chanting hollering shrieking bellowing muttering mouthing
""".split()
)
NAME = re.compile(r"\.?(?: [A-Z][\w’'.-]*[\w’'-]){1,4}")
# Where a sentence ends inside of what the encoder takes for a name.
STOP = re.compile(r"\b(?P<word>[A-Za-z][A-Za-z’'-]{2,})\. (?=[A-Z])")
# `The jury has heard that it rained`, `an inquest was told`: what others say there.
COURT = re.compile(
    r"\b(?:[Cc]ourt|[Jj]ury|[Jj]urors|[Tt]ribunal|[Ii]nquest|[Ii]nquiry|[Hh]earing)$"
)
HEADLINE = re.compile(r"(?!.*[.]$).{1,200}$", re.MULTILINE)
HEARS = re.compile(
    r"(?:(?:has|have|had|also|previously|earlier) )*heard(?: how)?|hears?|to hear"
    r"|(?:(?:has|have|had|also|previously|earlier) )*(?:was|were|is|been|being) told"
)
HEARD = frozenset("told hears heard".split())
# What a banner does, or a sign.
SHOWS = frozenset(["read", "reads"])
# What is so told is an impression, not somebody's words.
IMPRESSIONS = frozenset("seem seems seemed appear appears appeared".split())


def with_sources(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims, in order of their cues, with sources as their sentences have them."""
    told: list[Tagged] = []
    claims = [_whole(text, _of_one_sentence(text, c)) for c in claims]
    claims = [_with_name_behind_title(text, c) for c in claims]
    claims = [_without_who_is_told(text, _without_who_is_asked(text, c)) for c in claims]
    # `Even Norland, Halland's ally, said no and warned`: who did one did the other
    moved: dict[Span, Span] = {}
    for claim in claims:
        source = claim.source
        if (own := _in_own_paragraph(text, claim)) is not None:
            told.append(replace(claim, source=own))
            continue  # what the other paragraph's words stand for elsewhere stays
        found = _behind(text, claim) or _within(text, claim, told[-1] if told else None)
        if found is None and source is None:
            found = _given(text, claim, told[-1] if told else None)
        elif found is None and source is not None:
            found = moved.get(source) or _outside(text, claim, source)
            if found is not None:
                moved[source] = found
        told.append(claim if found is None else said_by(claim, found))
    return told


def _of_one_sentence(text: str, claim: Tagged) -> Tagged:
    """Of `said Ed Marsh. Paul Lind ran the shop`, which the encoder reads as one source, whoever is
    named in the cue's sentence.
    """
    source = claim.source
    stops = STOP.finditer(text, *source) if source is not None else ()
    for stop in stops:
        if source is None or stop["word"].lower() in abbreviations() | TITLES:
            continue
        if source.start >= claim.cue.end:
            return replace(claim, source=Span(source.start, stop.end("word")))
        if source.end <= claim.cue.start:
            source = Span(stop.end(), source.end)
            claim = replace(claim, source=source)
    return claim


def _whole(text: str, claim: Tagged) -> Tagged:
    """Of `The combined company expects`, of which the encoder sees the noun alone, the phrase."""
    source = claim.source
    if source is None or not (
        ONE_WORD.fullmatch(text, *source) and describes(text[slice(*source)])
    ):
        return claim
    begins = BEFORE_NOUN.search(text, max(0, source.start - LONGEST_LEADING), source.start)
    return claim if begins is None else said_by(claim, Span(begins.start("all"), source.end))


def _with_name_behind_title(text: str, claim: Tagged) -> Tagged:
    """Of `cast by Cllr Jake Lind` all that is named, not the title alone."""
    source = claim.source
    if source is None or not TITLES.issuperset(text[slice(*source)].lower().split()):
        return claim
    named = NAME.match(text, source.end)
    return claim if named is None else replace(claim, source=Span(source.start, named.end()))


def said_by(claim: Tagged, source: Span) -> Tagged:
    """The claim of a source, whose name is not what is said."""
    said = (s for s in claim.content if not source.start <= s.start < s.end <= source.end)
    return replace(claim, source=source, content=tuple(said))


def tagged_within(claim: Tagged, words: Sequence[Token], tag: Tag, *said: Span) -> Tagged:
    """The claim of whom a tag among the words of a clause names, and only of what is said there."""
    subject, verb = tag
    cue = Span(words[verb].start, words[verb].end)
    return replace(claim, cue=cue, source=subject.span(words), content=said)


def words_before(text: str, end: int) -> Sequence[Token]:
    """The words of a sentence before an offset, told by its stops."""
    line = text.rfind("\n\n", max(0, end - BEFORE), end)
    words = tokens(text, line + 2 if line >= 0 else max(0, end - BEFORE), end)
    stop = max((i for i, w in enumerate(words) if w.text in STOPS), default=-1)
    return words[stop + 1 :]


def words_behind(text: str, start: int) -> Sequence[Token]:
    """The words of a line behind an offset, as many as somebody who is named there may take."""
    line = text.find("\n", start, start + BEHIND)
    return tokens(text, start, line if line >= 0 else min(len(text), start + BEHIND))


def _behind(text: str, claim: Tagged) -> Span | None:
    """`Laughter brought a warning from Judge Hale that`: whom such a cue leads to."""
    end = claim.cue.end + (len(" from") if text.startswith(" from ", claim.cue.end) else 0)
    before, last = ["", "", *text[claim.cue.start : end].lower().split()][-2:]
    told = last == "from" and before in UTTERANCES
    passive = last == "by" and before.endswith("ed") and is_speech_verb(before)
    if not (told or passive) or (claim.source and claim.source.start > claim.cue.end):
        return None
    source, alone = claim.source, " " not in text[slice(*claim.cue)].removesuffix(" from")
    if alone and source is not None and text[source.end : claim.cue.start] == " ":
        return None  # `Bo Lind reports from the hall that`
    words = words_behind(text, end)
    phrase = phrase_starting_at(words, 0)
    return None if phrase is None else phrase.span(words)


def _within(text: str, claim: Tagged, before: Tagged | None) -> Span | None:
    """`The officer said Falk ran to the car, yelling, “I did it!”`: who yells is who ran there."""
    verb = text[slice(*claim.cue)].lower().rstrip(",:")
    if before is None or not before.content or verb not in SHOUTING:
        return None
    said = before.content[-1]
    beside = text[said.end : claim.cue.start] == ", " and before.cue.end <= said.start
    if not beside or (claim.source is not None and claim.source != before.source):
        return None
    words = tokens(text, *said)
    words = words[1:] if words[0].low == "that" else words
    phrase = phrase_starting_at(words, 0) if words else None
    clause = phrase is not None and phrase.end < len(words) and words[phrase.end].low != "to"
    return phrase.span(words) if phrase is not None and clause else None


def _without_who_is_asked(text: str, claim: Tagged) -> Tagged:
    """`A spokeswoman, asked whether he had seen it, said`: it is not she who asks."""
    source, cue = claim.source, claim.cue
    if source is None or not claim.content or text[slice(*cue)].lower() not in ASKED:
        return claim
    if source.end > cue.start or text[source.end : cue.start].strip() not in ("", ","):
        return claim
    if not text.endswith(", ", 0, cue.start):
        return claim
    behind = words_behind(text, claim.content[-1].end)
    says = len(behind) > 1 and behind[0].text == "," and is_speech_verb(behind[1].low)
    return replace(claim, source=None) if says else claim


def _without_who_is_told(text: str, claim: Tagged) -> Tagged:
    """A headline's `Surgeon ‘never saw’ it, tribunal told`: the tribunal does not speak."""
    source, cue = claim.source, claim.cue
    if source is None or not claim.content:
        return claim
    if COURT.search(text, *source):
        line = HEADLINE.match(text, text.rfind("\n", 0, source.start) + 1)
        told = line is not None and text[slice(*cue)] == "told"
        return replace(claim, source=None) if told or HEARS.fullmatch(text, *cue) else claim
    if text[slice(*cue)].lower() not in HEARD:
        return claim
    beside = text[source.end : cue.start] == " " and claim.content[-1].end <= source.start
    ends = cue.end == len(text) or text.startswith("\n", cue.end)
    return replace(claim, source=None) if beside and ends else claim


def _given(text: str, claim: Tagged, before: Tagged | None) -> Span | None:
    """Who says it where the encoder names nobody: the subject of the cue or, where it has none, of
    the one before it in the same sentence.
    """
    cue, words = tokens(text, *claim.cue), words_before(text, claim.cue.start)
    if not cue:
        return None
    verb = cue[0].low
    if verb.endswith("ing") and is_speech_verb(verb):
        linked = bool(words) and words[-1].low in LINKS
        source = before.source if before is not None else None
        near = source is not None and bool(words) and source.start >= words[0].start
        if source is None or not linked or not near:
            return None
        return None if RELATIVES.issuperset(lower_forms(text, source)) else source
    if (
        not is_speech_verb(cue[-1].low)
        or not (len(cue) == 1 or cue[0].low in AUXILIARIES or is_adverb(cue[0].low))
        or not IMPRESSIONS.isdisjoint(w.low for w in cue)
    ):
        return None
    lows = {word.low for word in cue}
    if lows & BE and "to" not in lows:
        return None  # `was accused`: who is spoken of; but `was heard to say`
    at = len(words) - 1
    while at >= 0 and (is_adverb(words[at].low) or words[at].low in AUXILIARIES):
        at -= 1
    phrase = phrase_ending_at(words, at) if at >= 0 else None
    if phrase is None:
        return None
    first = words[phrase.start]
    if first.low == "it" or not (first.is_capital or first.low in DETERMINERS | SUBJECT_PRONOUNS):
        return None
    opens = phrase.start == 0 or words[phrase.start - 1].text == ","
    told = cue[0].low == "told" and COURT.search(text, *phrase.span(words))
    return phrase.span(words) if opens and not told else None


def _in_own_paragraph(text: str, claim: Tagged) -> Span | None:
    """`“I saw it,” the witness replied.`: who asked in the paragraph before is not who says it."""
    source, cue = claim.source, claim.cue
    if source is None or "\n\n" not in text[source.end : cue.start]:
        return None
    words = words_before(text, cue.start)
    beside = bool(words) and text[words[-1].end : cue.start] == " "
    if not beside or not is_speech_verb(text[slice(*cue)].lower()):
        return None
    found = _ending_at(words, len(words) - 1)
    first = next((w for w in words if found and w.start == found.start), None)
    opens = first is not None and (first.is_capital or first.low in DETERMINERS | SUBJECT_PRONOUNS)
    return found if opens else None


def _outside(text: str, claim: Tagged, source: Span) -> Span | None:
    """Who says it where the encoder takes a word that only belongs to the subject."""
    # few sources stand behind what may lead from another to them
    leading = WORD_BEFORE.search(text, max(0, source.start - LONGEST_LEADING), source.start)
    if source.end > claim.cue.start or leading is None or leading[1].lower() not in LEADING:
        return None
    words = words_before(text, source.start)
    own, between = tokens(text, *source), tokens(text, source.end, claim.cue.start)
    if len(words) < 2 or not own:
        return None
    if any(w.text in ENDS for w in between):
        return None
    cue = text[slice(*claim.cue)].lower()
    verb = is_speech_verb(cue) or cue in SHOWS
    if verb and not between and _is_governed(words, own):
        return _ending_at(words, len(words) - 2)
    if words[-1].text == "," and _is_set_off(own, between):
        return _ending_at(words, len(words) - 2)
    if words[-1].low in CLAUSES and any(w.text == "," for w in between):
        at = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == ","), 0)
        return _ending_at(words, at - 1)
    return None


def _is_governed(words: Sequence[Token], own: Sequence[Token]) -> bool:
    """`a placard behind him`."""
    alone = len(own) == 1 and own[0].low in OBJECT_PRONOUNS
    return alone and words[-1].low in PREPOSITIONS | INNER_PREPOSITIONS


def _is_set_off(own: Sequence[Token], between: Sequence[Token]) -> bool:
    """`the letter, a copy of which we have,`, `Halland, Norland's only ally,`."""
    whole = [*own, *between]
    lows = [w.low for w in whole]
    copy = "of" in lows[:4] and not RELATIVES.isdisjoint(lows[:5])
    ends = bool(whole) and whole[-1].text == "," and "," not in [w.text for w in whole[:-1]]
    return (copy or own[0].is_possessive) and ends


def _ending_at(words: Sequence[Token], last: int) -> Span | None:
    """The noun phrase that ends at a word, if no preposition leads to it: `in Oslo`."""
    phrase = phrase_ending_at(words, last)
    if phrase is None or (phrase.start and words[phrase.start - 1].low in PREPOSITIONS):
        return None
    return phrase.span(words)
