"""The names of an article: those that capitals tell, set right by what the encoder sees."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.analysis.bodies_of_fields import bodies_of_fields
from tui.analysis.capital_runs import JOINERS
from tui.analysis.character import PAIRED_TITLES, TITLES
from tui.analysis.common_words import is_common
from tui.analysis.cues import is_speech_verb
from tui.analysis.descriptions import title_gender
from tui.analysis.given_names import gender_of_given
from tui.analysis.headline_names import cut_in_headlines
from tui.analysis.joined_bodies import joined_bodies
from tui.analysis.model import EntityType
from tui.analysis.name_starts import OFFICE_WORDS, has_letters_behind
from tui.analysis.name_types import (
    COMPANIES,
    ORGANIZATION_WORDS,
    PARTIES,
    PEERS,
    PLACE_WORDS,
    tells_origin,
)
from tui.analysis.names import Name, find_names
from tui.analysis.names_run_together import parted
from tui.analysis.owned_bodies import SAINTS, owned_bodies
from tui.analysis.quotation import Quotation
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.spelled_out import spelled_out
from tui.analysis.tagger import TaggedName
from tui.analysis.tokens import tokens
from tui.analysis.told_types import as_told, keyed_names
from tui.analysis.word_surnames import word_surnames
from tui.analysis.works import works
from tui.article.model import Article, Span

# What capitals tell of a part of a person's name.
ONE = ("person", "other")
# In so many of its mentions the encoder sees what a name of which nothing else is known is.
SURELY = 0.75
COMPANY = re.compile(rf",? (?i:{'|'.join(sorted(COMPANIES))})\b")
# What the encoder may make of a name of one word.
ONE_WORD_CHANGES = {("person", "organization"), ("organization", "place"), ("person", "place")}
LONGEST_WORD = 12
# A dateline stands in one of the first blocks.
HEAD = 10
# What somebody is, as it stands right before a name.
BEFORE_NAMES = frozenset(["DJ", "MC", "VJ", "RJ", "Garda", "Sergeant-Major"])
# Roles that are given names, too: `Dean Laidlaw`.
GIVEN = frozenset("ally dean earl marshal".split())
# `at Calvin Klein`, `the Dalton Foley`
AT = re.compile(r"(?:^|\W)(?:the|an?|at|for|of|with|in|from|to|on|and) $", re.IGNORECASE)
# Papers whose names have a day in them.
SUNDAYS = re.compile(
    r"\b(?:(?:Mail|Independent|Scotland|Wales|Herald) on Sunday|USA T(?:ODAY|oday))\b"
)
# What stands between two persons in a headline: ` Calls Out `.
BETWEEN = re.compile(r"(?: [A-Z][a-z]+){1,3} ")
BYNAME = re.compile(
    r""" (?:“[^“”\n]{2,24}”|"[^"\n]{2,24}"|‘[^‘’\n]{2,24}’|'[^'\n]{2,24}')(?<![.,!?].) """
)


def names_of(
    article: Article,
    sentences: Sequence[Span],
    quoted: Sequence[Quotation],
    tagged: Sequence[TaggedName],
) -> tuple[Name, ...]:
    """The proper names of an article, in order, not overlapping; titles and possessives left out.

    What capitals tell stands, but for full names of people that the encoder sees behind an office
    (`White House Press Secretary Ada Falk`), or whole where capitals tell a part; and for titles
    of works.
    """
    ruled = _spelled(article.text, _with_bynames(article.text, find_names(article, sentences)))
    where = list(_dateline(article))
    ruled = sorted([*where, *_apart(ruled, where)], key=lambda n: n.span)
    people = [
        Name(span, "person")
        for name in tagged
        if name.type == "person" and (span := _full_name(article.text, name.span)) is not None
    ]
    text = article.text
    better = [n for n in people if _corrects(text, n, ruled) and not _is_titled(text, n, ruled)]
    better += _widened(text, ruled, tagged)
    several = list(_several(text, ruled, tagged))
    better = sorted([*several, *_apart(better, several)], key=lambda n: n.span)
    named = sorted([*better, *_apart(ruled, better)], key=lambda n: n.span)
    surnames = word_surnames(article.text, named, tagged)
    named = sorted([*named, *_apart(surnames, named)], key=lambda n: n.span)
    titles = list(works(article.text, quoted))
    retyped = as_told(article.text, list(_retyped(article.text, named, tagged)))
    retyped = _bodies_called_short(article.text, retyped)
    typed = parted(article.text, joined_bodies(article.text, retyped))
    named = _apart(cut_in_headlines(article, typed), titles)
    return tuple(sorted([*named, *titles], key=lambda n: n.span))


def _dateline(article: Article) -> Iterator[Name]:
    """Where the article was written, as its dateline says: `PORT OSTRAND`."""
    dateline = article.dateline or ""
    place = re.split(r"[,(]", dateline)[0].strip()
    starts = [block.span.start for block in article.blocks[:HEAD]]
    start = next((at for at in starts if article.text.startswith(dateline, at)), None)
    if start is not None and place and "/" not in place:  # `LONDON/PARIS` are two
        yield Name(Span(start, start + len(place)), "place")


def _retyped(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> Iterator[Name]:
    """The same names, each of the type that the encoder sees in most of its mentions.

    But words that tell a type decide.
    """
    seen = {tag.span.end: tag for tag in tagged}
    begun = {tag.span.start: tag.type for tag in tagged}
    votes: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    keyed = keyed_names(text, names)
    for key, name in keyed:
        tag = seen.get(name.span.end)
        part = tag is not None and tag.span.start > name.span.start
        # of `Ruth Falk` the encoder may see `Falk` alone, or Ruth as a person and Falk as a body
        torn = part and begun.get(name.span.start) == "person" and not any(map(is_common, key))
        alone = part and len(key) > 1 and gender_of_given(key[0])
        if tag is not None and not (alone or torn):
            votes[key][tag.type] += 1
    surnames = {key[-1] for key, name in keyed if name.type == "person" and len(key) > 1}
    for key, name in keyed:
        titled = name.type == "person" and title_gender(text, name.span) is not None
        if titled or (name.type == "organization" and COMPANY.match(text, name.span.end)):
            votes[key].clear()  # `MR. FALK`, `Velt Water plc`
    for key, name in keyed:
        most = votes[key].most_common(1)
        if not most and name.type == "person" and len(key) > 1 and all(map(is_common, key)):
            yield replace(name, type="organization")  # `Winter Relief`: nobody sees a person
            continue
        if not most or 2 * most[0][1] <= votes[key].total() or key[0] in PEERS:
            yield name
            continue
        kind = most[0][0]
        if votes[key].total() == 1 and kind == "organization" and _is_somebody(text, name, key):
            yield name
            continue
        if len(key) == 1 and name.type == "other":
            change = most[0][1] >= SURELY * votes[key].total()
        elif len(key) == 1:
            change = key[0] not in surnames and (name.type, kind) in ONE_WORD_CHANGES
        elif name.type == "organization":
            change = ORGANIZATION_WORDS.isdisjoint(key) and "&" not in text[slice(*name.span)]
        else:
            change = name.type != "place" or kind == "person" or key[-1] not in PLACE_WORDS
        yield replace(name, type=kind) if change else name


def _is_somebody(text: str, name: Name, key: tuple[str, ...]) -> bool:
    """Whether a name met once begins with a given name, has no common word, and nothing before it
    says where: `Ilse Harrow takes over`, but `Bear Stearns`, `at Calvin Klein`.
    """
    before = AT.search(text, max(0, name.span.start - 12), name.span.start)
    given = name.type == "person" and len(key) > 1 and gender_of_given(key[0]) is not None
    return given and before is None and not any(map(is_common, key))


def _bodies_called_short(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names; what begins a body's name, and is in nobody's, is that body: `Brennet` of
    `Brennet Tiles`, `St Agda’s` of `St Agda’s Hospital`.
    """
    keyed = keyed_names(text, names)
    whole = [(key, name.type) for key, name in keyed if len(key) > 1]
    bodies = [key for key, kind in whole if kind == "organization"]
    firsts = {key[:1] for key in bodies} | {key[:2] for key in bodies if key[0] in SAINTS}
    people = {w for key, kind in whole if kind == "person" and key not in firsts for w in key}
    return [
        replace(name, type="organization")
        if name.type == "person"
        and key in firsts
        and people.isdisjoint(key)
        # the Garda Commissioner is not the Garda Association
        and text[slice(*name.span)].lower().split()[-1] not in TITLES
        else name
        for key, name in keyed
    ]


def _with_bynames(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, those on both sides of a byname made one: `Tobias “Tugboat” Renner`."""
    found: list[Name] = []
    for name in names:
        before = next(
            (n for n in found[-2:] if BYNAME.fullmatch(text, n.span.end, name.span.start)), None
        )
        if before is not None and before.type in ONE and name.type in ONE:
            del found[found.index(before) :]
            found.append(Name(Span(before.span.start, name.span.end), "person"))
        else:
            found.append(name)
    return found


def _spelled(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, those whole that an acronym follows: `Safety at Sea Agency (SSA)`; and those
    that have an owner in them: `the Farmers’ Union`.
    """
    known = {name.span for name in names}
    papers = [Span(*found.span()) for found in SUNDAYS.finditer(text)]
    spelled = [Name(s, "organization") for s in (*spelled_out(text), *papers) if s not in known]
    spelled.sort(key=lambda n: n.span)
    fields = [Name(s, "organization") for s in sorted(bodies_of_fields(text))]
    whole = sorted([*spelled, *_apart(fields, spelled)], key=lambda n: n.span)
    owned = _apart([Name(s, "organization") for s in owned_bodies(text)], whole)
    whole = sorted([*whole, *owned], key=lambda n: n.span)
    return sorted([*whole, *_apart(names, whole)], key=lambda n: n.span)


def _widened(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> Iterator[Name]:
    """Bodies and places of which capitals tell a part: `Open Landing said` begins with a common
    word.

    But `Ada Falk of Open Landing` is a person's name before it, whatever part of it is seen.
    """
    starts = {name.span.end: name.span.start for name in names}
    people = [n.span for n in names if n.type == "person" and " " in text[slice(*n.span)]]
    ends = [span.end for span in people]
    for tag in tagged:
        person = bisect_right(ends, tag.span.start)
        if person < len(people) and people[person].end < tag.span.end:
            continue
        start = starts.get(tag.span.end, 0)
        longer = tag.type in ("organization", "place") and tag.span.start < start
        before = tokens(text, tag.span.start, start)
        if longer and all(t.is_capital or t.low in JOINERS for t in before):
            yield Name(tag.span, tag.type)


def _several(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> Iterator[Name]:
    """The persons of whom capitals make one name: `Ada Falk Calls Out Bo Lind`, in a headline; or
    who has a verb in it: `Ada Falk Apologizes`, who elsewhere has none.
    """
    people = [tag.span for tag in tagged if tag.type == "person"]
    known = {text[slice(*name.span)] for name in names if name.type == "person"}
    starts = [span.start for span in people]
    for name in names:
        first, end = (bisect_left(starts, at) for at in name.span)
        inside = [span for span in people[first:end] if span.end <= name.span.end]
        if any(BETWEEN.fullmatch(text, a.end, b.start) for a, b in pairwise(inside)):
            yield from (Name(span, "person") for span in inside)
        elif inside and inside[0].start == name.span.start and inside[0].end < name.span.end:
            behind = text[inside[0].end : name.span.end].lower()
            verb = behind.endswith("s") and is_speech_verb(behind.strip())
            if verb and " " in (whole := text[slice(*inside[0])]) and whole in known:
                yield Name(inside[0], "person")


def _corrects(text: str, name: Name, ruled: Sequence[Name]) -> bool:
    """Whether a person's name ends another kind of name, or goes on where a person's stops, or
    begins before it does.
    """
    at = bisect_left(ruled, name.span.end, key=lambda n: n.span.start) - 1
    if at < 0:
        return False
    span, kind = ruled[at].span, ruled[at].type
    ends = (
        span.start < name.span.start
        and span.end == name.span.end
        and (kind != "person" or _is_before_a_name(text, span, name.span))
    )
    goes_on = span.start == name.span.start and span.end < name.span.end and kind in ONE
    # `Per Aas` begins with what may be another word
    begins = name.span.start < span.start and span.end == name.span.end and kind in ONE
    return ends or goes_on or begins


def _is_before_a_name(text: str, whole: Span, seen: Span) -> bool:
    """Whether the one word of a name that the encoder leaves out is none of it: `DJ Ada Falk`,
    `Collector Ada Falk`, `Professor Emeritus Ada Falk`.
    """
    first = text[whole.start : seen.start].strip()
    given = gender_of_given(text[slice(*seen)].split()[0].lower()) is not None
    if " " in first or gender_of_given(first.lower()) is not None:
        return False
    word = is_common(first.lower()) or first.lower() in OFFICE_WORDS | {"emeritus", "emerita"}
    return word or (given and first in BEFORE_NAMES)


def _is_titled(text: str, name: Name, ruled: Sequence[Name]) -> bool:
    """Whether a name begins with a role that the text tells of, behind somebody of that surname:
    `Dean Falk` behind Ada Falk, the dean.
    """
    first, *rest = text[slice(*name.span)].split()
    if first.lower() not in GIVEN or len(rest) != 1 or f" {first.lower()} " not in text:
        return False
    begins = text.find(text[slice(*name.span)])
    before = (n.span for n in ruled if n.type == "person" and n.span.start < begins)
    full = (text[slice(*span)].split() for span in before)
    return any(len(words) > 1 and words[-1] == rest[0] and words[0] != first for words in full)


def _apart(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Those of some names that share no character with some others, which are in order."""
    starts = [other.span.start for other in others]
    kept = []
    for name in names:
        at = bisect_left(starts, name.span.end) - 1
        if at < 0 or others[at].span.end <= name.span.start:
            kept.append(name)
    return kept


def _word_before(text: str, offset: int) -> str:
    return "".join(text[max(0, offset - LONGEST_WORD) : offset].lower().split()[-1:])


def _full_name(text: str, span: Span) -> Span | None:
    """A name of two words or more, without titles and roles before it and a possessive behind."""
    words = tokens(text, *span)
    while words and (
        words[0].low in TITLES
        or is_role_noun(words[0].low)
        or tuple(w.low for w in words[:2]) in PAIRED_TITLES
        or (_word_before(text, words[0].start), words[0].low) in PAIRED_TITLES
    ):
        if len(words) == 2 and words[0].low in GIVEN:
            break
        words = words[1:]
    while len(words) > 2 and (words[0].low in PARTIES or tells_origin(words)):
        words = words[1:]
    while words and has_letters_behind(words, titled=True):
        words = words[:-1]
    if len(words) < 2 or not (words[0].is_capital and words[-1].is_capital):
        return None
    return Span(words[0].start, words[-1].bare_end)
