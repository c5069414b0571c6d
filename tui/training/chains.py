"""An article -> its chains of coreference: whom the engine takes each mention to stand for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Voice
from tui.analysis.character import PRONOUN_GENDER, Character
from tui.analysis.characters import characters
from tui.analysis.coreference import Resolver
from tui.analysis.pipeline import read
from tui.analysis.pronouns import Place
from tui.analysis.tokens import Token, tokens
from tui.article.model import Article, Span

NEUTRAL = frozenset("it its itself they them their theirs themselves".split())
# Words that say who speaks without a name or a description, but for pronouns of the third person.
OTHER_POINTERS = frozenset("i we me us you who which that both others q a".split())
TYPES = ("person", "organization")
KINDS = ("person", "organization", "group", "unknown")

Kind = Literal["name", "pronoun", "description"]
Whom = Character | Voice


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that stands for somebody."""

    span: Span
    kind: Kind


def chains(article: Article) -> list[tuple[Mention, ...]]:
    """For each person and organization of an article its mentions, in the article's order.

    Mentions are the names, the pronouns of the third person, and the descriptions of those who
    speak or lead a sentence. Offsets are code points of the article's text.
    """
    known = read(article)
    found = characters(article, known.units, known.names)
    resolver = _Chains(article, known.units, known.names, found, known.pointers)
    return resolver.chains(article, known.attributions)


class _Chains(Resolver):
    """Asks for every pronoun of an article what is else asked for those that speak."""

    def chains(
        self, article: Article, attributions: Sequence[Attribution]
    ) -> list[tuple[Mention, ...]]:
        found: dict[int, set[Mention]] = defaultdict(set)
        whom: dict[int, Whom] = {}
        for span, kind, who in self._told(article, attributions):
            who = who.character or who if isinstance(who, Voice) else who
            whom[id(who)] = who
            found[id(who)].add(Mention(span, kind))
        return [
            tuple(sorted(mentions, key=lambda m: m.span))
            for who, mentions in found.items()
            if _is_somebody(whom[who])
        ]

    def _told(
        self, article: Article, attributions: Sequence[Attribution]
    ) -> Iterator[tuple[Span, Kind, Whom]]:
        for name in self.names.names:
            if (character := self._cast.named_at(name.span.start)) is not None:
                yield name.span, "name", character
        waiting = list(reversed(attributions))
        heads: set[int] = set()
        for block, pronoun in _pronouns(article):
            while waiting and waiting[-1].start <= pronoun.start:
                yield from self._speaks(waiting.pop(), heads)
            if pronoun.start in heads:
                continue
            span = Span(pronoun.start, pronoun.end)
            chosen = self.pointed(
                Place(pronoun.start, block, ()),
                span,
                PRONOUN_GENDER.get(pronoun.low),
                neutral=pronoun.low in NEUTRAL,
            )
            if chosen is not None:
                yield span, "pronoun", chosen[0]
        while waiting:
            yield from self._speaks(waiting.pop(), heads)
        for span, voice in self._described:
            if span.start not in heads and not self.names.within(span):
                yield span, "description", voice

    def _speaks(
        self, attribution: Attribution, heads: set[int]
    ) -> Iterator[tuple[Span, Kind, Voice]]:
        """Who is taken to say something, where that is no name."""
        found = self.resolve(attribution)
        head = attribution.head
        if found is None or head is None or head.start in heads or self.names.within(head):
            return
        words = self._text[slice(*head)].lower()
        if words in OTHER_POINTERS or attribution.evidence != "cue":
            return
        heads.add(head.start)
        pronoun = words in PRONOUN_GENDER or words in NEUTRAL
        yield head, "pronoun" if pronoun else "description", found.voice


def _pronouns(article: Article) -> Iterator[tuple[int, Token]]:
    for number, block in enumerate(article.blocks):
        for token in tokens(article.text, *block.span):
            if token.low in PRONOUN_GENDER or token.low in NEUTRAL:
                yield number, token


def _is_somebody(whom: Whom) -> bool:
    return whom.type in TYPES if isinstance(whom, Character) else whom.kind in KINDS
