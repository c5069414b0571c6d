"""Delayed naming: who is only described at first, as in a lead, and named further down."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise

from tui.analysis.attribution import Attribution
from tui.analysis.character import Character
from tui.analysis.description_fit import is_anothers
from tui.analysis.descriptions import TRIED
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.noun_phrases import antecedent_of
from tui.analysis.phrase_heads import head_noun, points_back
from tui.analysis.posts import is_another
from tui.analysis.role_nouns import (
    AT_LAW,
    FEMALE,
    KIN,
    MALE,
    ON_TRIAL,
    RELATIVE,
    alike,
    is_role_noun,
    singular,
)
from tui.analysis.role_phrases import NO_ROLES
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token, tokens
from tui.analysis.units import Unit, lead_of
from tui.article.model import Article, Span

# What a description begins with.
OPENS = frozenset("a an the its his her their".split())
# `The man accused of it` is not who is named next.
ACCUSED = frozenset("man woman boy girl suspect".split())
# `its chief executive` is whoever is its `CEO` below.
ALSO = {"executive": "ceo"}
# So many paragraphs below the lead the name is looked for of who leads one, and of who speaks.
LEADS_WITHIN, SPEAKS_WITHIN = 2, 3
# So many who speak there are asked about.
MOST = 20
# `a former executive` is not who is one.
FORMER = frozenset(["former", "ex"])
# What anybody may be: `the first woman to lead the league`.
ANYBODY = frozenset("man woman member mother father parent resident veteran winner".split())


def name_who_leads(article: Article, units: Sequence[Unit], found: Sequence[Character]) -> None:
    """Delayed naming: `A surgeon who ...` in the lead is who leads the next paragraph by name.

    The lead's words are then that person's roles; not where these already are others, nor, where
    the lead tells of a place, where they are not told.
    """
    lead = lead_of(units)
    if lead is None:
        return
    sentence = lead.tokens
    subject = first_subject(sentence)
    if subject is None:
        return
    words = sentence[subject.start : subject.end]
    lows = [t.low for t in words]
    noun = head_noun(lows)
    unknown = lows[0] in ("a", "an", "one") or not {"a", "an"}.isdisjoint(lows)
    # `The first minister refused ...`, where nobody is told to be that
    said = {low for low in lows if low not in DETERMINERS}
    office = lows[0] == "the" and not any(said <= c.roles for c in found)
    if not (unknown or office) or not is_role_noun(noun) or (office and noun in ACCUSED):
        return
    # `The First Minister` tells of no place
    placed = any(t.is_capital and not _is_office(t.low) for t in words[1:])
    near = article.blocks[min(lead.block + LEADS_WITHIN, len(article.blocks) - 1)].span.end
    first = min(
        (
            (at, i)
            for i, c in enumerate(found)
            if c.type == "person"
            for at, leads, quoted in c.mentions
            if leads and not quoted and lead.span.end <= at < near
        ),
        default=None,
    )
    # `A mother ...` is who then is `her mother, Ada Falk`, not the daughter who is named before her
    kin = _kin_below(found, noun, lead.span.end, near)
    if first is None:
        return
    character = kin or found[first[1]]
    # `The moderator asked Falk`, `The governor` above `Falk, the former governor`
    beside = any(lead.span.start <= at < lead.span.end for at, _, _ in character.mentions)
    was = any(held in alike(noun) and rank not in lows for rank, held in character.ranks)
    if beside or was or is_another(noun, said, character.roles):
        return
    known = {role for role in character.roles if is_role_noun(role)}
    # `A Halland man who lost his home says ...` above `Bo Falk, 41, was asleep`
    behind = [t.low for t in sentence[subject.end : subject.end + 1]]
    own = noun in ANYBODY or (behind == ["who"] and noun not in AT_LAW)
    aged = character.age is not None and own
    if known.isdisjoint(alike(noun)) if known else placed and not aged:
        return  # `A Halland judge` is only who is told to be one
    if office and known:
        return
    character.take_role([t.low for t in words if t.low not in PREPOSITIONS | DETERMINERS])
    character.introduced = words[0].start
    if TRIED.match(article.text, words[-1].end, lead.span.end):
        character.deeds.update(ON_TRIAL)  # `A solicitor accused of forgery`
    told = article.text[words[1].start : words[-1].end] if len(words) > 1 else ""
    if character.role is None and lows[0] in DETERMINERS and told not in NO_ROLES:
        character.role = told


def _kin_below(found: Sequence[Character], noun: str, begin: int, end: int) -> Character | None:
    """Who is first told to be the kin that a noun says, in a stretch."""
    told = (c for c in found if noun in c.roles and c.type == "person" and c.mentions)
    below = (c for c in told if begin <= c.mentions[0][0] < end) if noun in KIN else ()
    return min(below, key=lambda c: c.mentions[0][0], default=None)


def name_sole_bearers(units: Sequence[Unit], found: Sequence[Character]) -> None:
    """`..., a consultant told an inquest`: whoever the lead has for the first time is the only one
    whom the rest of the article tells to be that.
    """
    lead = lead_of(units)
    words = lead.narrative if lead is not None else []
    for i in range(1, len(words)):
        noun = words[i].low
        behind = range(i - 1, max(-1, i - 5), -1)
        first = next((k for k in behind if words[k].low in OPENS), None)
        if first is None or not is_role_noun(noun) or words[i].is_capital:
            continue
        if words[i + 1 : i + 2] and is_role_noun(words[i + 1].low):
            continue  # `chief executive`
        if (one := singular(words[i - 1].low)) != words[i - 1].low and is_role_noun(one):
            continue  # `the attorneys general of 14 states`
        if first and words[first - 1].is_capital:
            continue  # `Ada Falk, a consultant`
        told = {w.low for w in words[first:i]}
        phrase = " ".join(w.text for w in words[first : i + 1])
        bearers = [
            c
            for c in found
            if c.type == "person"
            and (noun in c.roles or ALSO.get(noun) in c.roles)
            and not is_another(noun, told, c.roles)
            and not is_anothers(c, phrase, noun)
            and all(rank in told for rank, held in c.ranks if held == noun)
            and not (told & FORMER and FORMER.isdisjoint(r for r, held in c.ranks if held == noun))
        ]
        if len(bearers) == 1 and bearers[0].introduced is None:
            bearers[0].introduced = words[first].start


def name_who_is_told(units: Sequence[Unit], found: Sequence[Character]) -> None:
    """`A woman in a red coat came out.` ... `The woman looked up. She is Ada Falk`: who a sentence
    says that the one before it is about was she where the text brought her in, too.
    """
    starts = {c.mentions[0][0]: c for c in found if c.mentions and c.type == "person"}
    brought_in = dict[str, Span]()
    about: str | None = None
    for unit in units:
        words = unit.narrative
        lows = [t.low for t in words]
        named = None
        if len(words) > 2 and lows[0] in ("he", "she") and lows[1] in ("is", "was"):
            named = starts.get(words[2].start)
        if named is not None and about is not None and named.introduced is None:
            named.introduced = brought_in[about].start
            named.take_role([about])
        takes_up = (other for low, other in pairwise(lows) if low == "the" and other in brought_in)
        about = next(takes_up, None)
        opens = unit.kind == "paragraph" and not {"a", "an"}.isdisjoint(lows)
        subject = first_subject(words) if opens else None
        if subject is not None and lows[subject.start] in ("a", "an"):
            noun = head_noun(lows[subject.start : subject.end])
            if noun in ANYBODY or is_role_noun(noun):
                brought_in.setdefault(noun, subject.head(words))


def name_who_is_apposed(text: str, units: Sequence[Unit], found: Sequence[Character]) -> None:
    """`A company spokesman said no.` ... `the spokesman, Ada Falk, said`: who is named behind what
    one was called before, for the first time and as nobody else is, was that one.
    """
    starts = {c.mentions[0][0]: c for c in found if c.mentions and c.type == "person"}
    held = Counter(role for c in starts.values() for role in c.roles)
    brought_in = dict[str, int]()
    for unit in units:
        words = unit.narrative
        for before, word, behind in zip(words, words[1:], [*words[2:], None], strict=False):
            noun = word.low
            if word.is_capital or not is_role_noun(noun):
                continue
            named = starts.get(behind.start) if behind is not None else None
            if named is not None and text[word.end : named.mentions[0][0]] == ", ":
                sole = held[noun] == 1 and named.introduced in (None, before.start)
                if sole and before.low == "the" and noun in brought_in:
                    named.introduced = brought_in[noun]
            elif behind is None or not is_role_noun(behind.low):
                at = bisect_left(words, word.start, key=lambda w: w.start)
                opens = (w for w in reversed(words[max(0, at - 4) : at]) if w.low in ("a", "an"))
                if (first := next(opens, None)) is not None and not _is_apposed(text, first):
                    brought_in[noun] = first.start


def _is_apposed(text: str, word: Token) -> bool:
    """Whether a phrase that begins with a word tells what was named before it: `Ada Falk, a`."""
    return text.endswith(", ", 0, word.start)


def name_kin(units: Sequence[Unit], found: Sequence[Character]) -> None:
    """`Falk’s sister disputed it. “He was kind,” Ada Falk said`: who is named for the first time
    right behind what somebody of that surname has is that relative.
    """
    named = {at: c for c in found if c.type == "person" for at, _, _ in c.mentions}
    for unit, after in pairwise(units):
        words = unit.narrative
        owner: Token | None = None
        for word, kin in pairwise(words):
            owner = word if word.start in named else owner
            if owner is None or not word.is_possessive or kin.low not in KIN:
                continue
            surname = named[owner.start].words[-1]
            if word.low != surname:
                continue
            new = [c for w in after.narrative if (c := named.get(w.start)) and _is_new(c, w)]
            if len(new) != 1:
                continue
            relative = new[0]
            sought = "m" if kin.low in MALE else "f" if kin.low in FEMALE else None
            fits = sought is None or relative.lean(sought) >= 0
            others = relative.roles & KIN - {kin.low}
            if relative.words[-1] == surname and fits and not others:
                relative.introduced = owner.start
                relative.take_role([kin.low])


def _is_new(character: Character, word: Token) -> bool:
    """Whether a word is the first that the article has of somebody."""
    first = character.mentions[0][0] == word.start
    return first and character.introduced is None and len(character.words) > 1


def name_later(
    text: str,
    units: Sequence[Unit],
    found: Sequence[Character],
    attributions: Sequence[Attribution],
) -> None:
    """Tell who it is that the lead says something by a description of.

    It is the first person below who speaks and whom the article has not named before, unless that
    one is told to be something else: `the union's president said` above `Ada Falk ... said`. The
    characters then know where they were `introduced`.
    """
    lead = lead_of(units)
    if lead is None:
        return
    at = {offset: c for c in found for offset, _, _ in c.mentions}
    end = next((u.span.start for u in units if u.block > lead.block), len(text))
    words = lead.tokens
    waiting = list(islice(_speaking_below(attributions, at, lead.block, end), MOST))
    alone = _roles(u.narrative for u in units if u.block == lead.block) == 1
    before = {role for c in found if c.mentions and c.mentions[0][0] < end for role in c.roles}
    known = {offset for c in found if (offset := c.introduced) is not None}
    for attribution in attributions:
        if attribution.block != lead.block or attribution.head is None:
            continue
        head = _described_words(text, words, attribution.head)
        noun = _described(head)
        if noun is None or head[0].start in known or any(_names_one(at, t) for t in head):
            continue
        if head[0].low == "one" and head[0].start > words[0].start:
            continue  # `according to one barrister`
        if not alike(noun).isdisjoint(before):
            continue
        # `his Halland counterpart` is what he is
        like = before if noun in RELATIVE else alike(noun)
        said = {t.low for t in head if not t.is_capital}
        phrase = " ".join(t.text for t in head)
        fit = (
            c
            for c in waiting
            if not is_another(noun, said, c.roles) and not is_anothers(c, phrase, noun)
        )
        named = next((c for c in fit if _may_be(c, like, alone=alone)), None)
        if named is not None:
            named.introduced = head[0].start
            named.take_role([noun])
            waiting.remove(named)


def _speaking_below(
    attributions: Sequence[Attribution], at: dict[int, Character], lead: int, end: int
) -> Iterator[Character]:
    """Those whom the paragraphs below the lead name first, and who say something there."""
    seen = set[int]()
    for attribution in attributions:
        if attribution.head is None or not lead < attribution.block <= lead + SPEAKS_WITHIN:
            continue
        character = at.get(attribution.head.start)
        if character is None or character.type != "person" or id(character) in seen:
            continue
        seen.add(id(character))
        if character.introduced is None and character.mentions[0][0] >= end:
            yield character


def _described_words(text: str, words: Sequence[Token], head: Span) -> Sequence[Token]:
    """The words of a description, or those of a sentence's `words` that `who` stands for."""
    at = next((i for i, t in enumerate(words) if t.start == head.start), 0)
    phrase = antecedent_of(words, at) if at and words[at].low == "who" else None
    return tokens(text, *(phrase.head(words) if phrase is not None else head))


def _names_one(at: Mapping[int, Character], word: Token) -> bool:
    named = at.get(word.start)
    return named is not None and named.type == "person"


def _described(head: Sequence[Token]) -> str | None:
    """What one person is described to be; None for pronouns, several, and bodies."""
    lows = [t.low for t in head]
    if not lows or points_back(lows):
        return None
    noun = head_noun(lows)
    return noun if is_role_noun(noun) else None


def _roles(sentences: Iterable[Sequence[Token]]) -> int:
    """How many persons are told by what they are, and not by name."""
    return sum(
        is_role_noun(word.low)
        and not (word.is_capital and behind is not None and behind.is_capital)
        and not (before is not None and is_role_noun(before.low))
        for words in sentences
        for before, word, behind in zip([None, *words], words, [*words[1:], None], strict=False)
    )


def _is_office(low: str) -> bool:
    return is_role_noun(low) or low in OFFICE_WORDS


def _may_be(character: Character, like: AbstractSet[str], *, alone: bool) -> bool:
    """Whether somebody is told to be one of those; or nothing else, where the lead is about one
    `alone`.
    """
    told = {role for role in character.roles if is_role_noun(role)} - ANYBODY
    return not told.isdisjoint(like) or (alone and not told)
