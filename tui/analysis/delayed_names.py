"""Delayed naming: who is only described in an article's lead, and named further down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from tui.analysis.attribution import Attribution
from tui.analysis.character import Character
from tui.analysis.noun_phrases import antecedent_of
from tui.analysis.phrase_heads import head_noun, points_back
from tui.analysis.role_nouns import RELATIVE, alike, is_role_noun
from tui.analysis.tokens import Token, tokens
from tui.analysis.units import Unit, lead_of
from tui.article.model import Span

# So many paragraphs below the lead the name is looked for.
NAMED_WITHIN = 3
# So many who speak there are asked about.
MOST = 20
# What anybody may be: `the first woman to lead the league`.
ANYBODY = frozenset("man woman member mother father parent resident veteran winner".split())


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
        if not alike(noun).isdisjoint(before):
            continue
        # `his Halland counterpart` is what he is
        like = before if noun in RELATIVE else alike(noun)
        named = next((c for c in waiting if _may_be(c, like, alone=alone)), None)
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
        if attribution.head is None or not lead < attribution.block <= lead + NAMED_WITHIN:
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
        and not word.is_capital
        and not (before is not None and is_role_noun(before.low))
        for words in sentences
        for before, word in zip([None, *words], words, strict=False)
    )


def _may_be(character: Character, like: AbstractSet[str], *, alone: bool) -> bool:
    """Whether somebody is told to be one of those; or nothing else, where the lead is about one
    `alone`.
    """
    told = {role for role in character.roles if is_role_noun(role)} - ANYBODY
    return not told.isdisjoint(like) or (alone and not told)
