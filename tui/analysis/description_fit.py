"""A description of somebody, and how well it fits those of whom the text has told."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tui.analysis.cast import Voice
from tui.analysis.character import TITLES, Character
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.name_types import OFFICES, PARTIES, is_demonym, is_native
from tui.analysis.phrase_heads import MESSAGES
from tui.analysis.posts import is_another
from tui.analysis.role_nouns import (
    ANY_BODY,
    AT_LAW,
    BODIES,
    BUSINESSES,
    BY_RANK,
    CALLED_BODIES,
    CLUB,
    CLUBS,
    COMPANY,
    COMPOUND_BODIES,
    EPITHETS,
    LEGAL,
    NO_BUSINESSES,
    OLD_HANDS,
    ON_TRIAL,
    PAPERS,
    PASSING_ROLES,
    RANKS,
    RELATIVE,
    alike,
    is_paper,
    is_role_noun,
    singular,
)
from tui.analysis.tokens import Token

AGED = re.compile(r"\b(\d{1,3})-year-old\b")
# `the French`, `the Dutch`, `the Chinese` are one person only where something tells.
SEVERAL = re.compile(r"(?:ese|ch|sh|ss)$")

# `Ms Halpin’s spokesman`, `Bo Lind’s press secretary`
OWNER = re.compile(
    r"(?:[Tt]he )?(?P<who>(?:[\w.-]+ ){0,3}[\w.-]+)[’']s? (?:[\w-]+ ){0,2}(?P<noun>[\w-]+)$"
)
# What somebody does who has no office for it.
DOES = re.compile(r"who (?!(?:run|lead|head|chair|oversee|govern|represent|preside|command)s|led)")
# `from Hexley`, `in the next cab`
FROM = re.compile(r" (?:from|for|in|at) (?:the )?(?P<where>[A-Z][\w’'-]+|next\b|other\b|second\b)")
# What parties are called, apart from those who are of them.
PARTY_WORDS = frozenset(
    """
labour labor green greens national nationals independent lib dem democratic reform unionist plaid
sinn féin fine gael fianna fáil congress coalition opposition crossbench backbench
""".split()
)
# What tells of a club in which league it plays: `the League Two side`.
LEAGUES = frozenset("league championship premier division conference one two national".split())
# A legend of this kind is told, and nobody.
TALES = [(word,) for word in "urban local family popular ancient old village".split()]
# A place and who is of it begin with the same letters: `Halland`, `Hallander`.
STEM = 4


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase: its noun, its words without the determiner, those with capitals, and the
    gender that is told.

    A `strict` one is only those who are told to be what it says: `her lawyer` is not she. One of a
    `body` is of no person, though its noun may be.
    """

    noun: str
    words: tuple[str, ...]
    capitals: frozenset[str] = frozenset()
    gender: str | None = None
    strict: bool = False
    body: bool = False

    @property
    def aged(self) -> bool:
        """Whether it tells an age: `the 61-year-old`, `the 61-year-old manager`."""
        return any(AGED.match(word) for word in self.words)

    @property
    def person(self) -> bool:
        """Whether it describes a person."""
        body = self.body or self.words[-2:] in COMPOUND_BODIES
        one = is_role_noun(self.noun) or self.noun in BY_RANK or self.borrowed
        return self.passing or (one and not body)

    @property
    def borrowed(self) -> bool:
        """Whether it tells more than an epithet that is nobody's office: `the former soap star`."""
        return self.noun in EPITHETS and not is_role_noun(self.noun) and len(self.words) > 1

    @property
    def passing(self) -> bool:
        """Whether it only takes up whom the text has named: by an age, as `witness`, as `the
        striker`, as `the Italian`, or as `the Portuguese` of whom it tells a gender.
        """
        called = self.noun in EPITHETS and len(self.words) == 1
        # `the Tory grandee`
        alone = self.capitals == {*self.words[:-1]} or (len(self.words) == 2 and not self.capitals)
        called = called or (alone and is_old_hand(self.words))
        return self.aged or self.noun in PASSING_ROLES or called or self.from_somewhere

    @property
    def from_somewhere(self) -> bool:
        """Whether it tells no more of one person than where that one is from."""
        alone = self.capitals == {*self.words} and is_native(" ".join(self.words).title())
        one = singular(self.noun)
        if one != self.noun and is_demonym(one.title()):
            return False  # `the Russians`
        return alone and (self.gender is not None or not SEVERAL.search(self.noun))


def is_old_hand(words: Sequence[str]) -> bool:
    """Whether words are what somebody has long been of, with that: `tory grandee`, `nfl legend`;
    but a `norse legend` is told.
    """
    people = len(words) > 1 and is_demonym(words[-2].title())
    noun = words[-1] if words else ""
    tale = people or words[-2:-1] in (*TALES,)
    return len(words) > 1 and noun in OLD_HANDS and not (tale and is_paper(noun))


def may_be(whom: Character | Voice, description: Description) -> bool:
    """Whether nothing that is told of somebody forbids a description."""
    words = told_of(whom)
    if description.strict and not any(
        _bears(words | deeds_of(whom), description.noun, strict=True)
    ):
        return False
    said = set(description.words) - description.capitals
    if description.person and not description.passing and is_another(description.noun, said, words):
        return False
    peoples = _peoples(description)
    leagues = LEAGUES if description.noun in CLUB else frozenset()
    places = description.capitals - peoples - leagues
    if not description.person and places and places.isdisjoint(words):
        return False  # `the Harbour poll` is not `a new poll`
    if peoples and peoples.isdisjoint(words) and any(is_demonym(w.title()) for w in words):
        return False
    fields = OFFICES & set(description.words)
    if fields and words & OFFICES and fields.isdisjoint(words):
        return False  # `the energy ministry` is not the foreign one
    if description.noun == "minister" and "prime" in words - set(description.words):
        return False
    if description.noun in BUSINESSES and not words.isdisjoint(NO_BUSINESSES):
        return False
    if description.noun in NO_BUSINESSES and not words.isdisjoint(BUSINESSES):
        return False
    if description.noun in TITLES - words and DOES.match(whom.role or ""):
        return False  # `Falk, who sells seeds,` is no mayor
    tried = description.noun in ON_TRIAL or description.noun == "suspect"
    if tried and words & AT_LAW and description.noun not in words | deeds_of(whom):
        return False
    titled = whom.titled if isinstance(whom, Character) else None
    if description.gender and titled not in (None, description.gender):
        return False  # `the woman` is no Mr Falk
    if isinstance(whom, Voice):
        if description.person:
            other = elsewhere(whom.capitals, description.capitals)
            return whom.kind == "person" and any(map(is_role_noun, words)) and not other
        called = description.noun in ANY_BODY or any(_bears(words, description.noun))
        paper = whom.kind == "document" and description.noun in BODIES
        return whom.kind != "person" and called and not paper
    if description.aged and whom.age is not None:
        return False
    paper = description.noun in PAPERS - BODIES - MESSAGES and not description.person
    if paper and whom.type != "other":
        # `the minutes` are not the bank, nor is `the study` the study's author
        return whom.type != "person" and description.noun in words
    return (whom.type == "person") is description.person


def _peoples(description: Description) -> frozenset[str]:
    """The words of a business's description that tell of a people: any may be `the Japanese
    automaker` of which the text has not told where it is from.
    """
    business = description.noun in BUSINESSES | CALLED_BODIES or description.body
    words = description.capitals if business else ()
    return frozenset(w for w in words if is_demonym(w.title()))


def elsewhere(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether the names in two descriptions have nothing in common: `the delegate of Tamberland`
    and `Vestria’s delegate`, but not `the Vestrian delegate`.
    """
    stems = {word[:STEM] for word in some}
    return bool(some) and bool(others) and stems.isdisjoint(word[:STEM] for word in others)


def is_from_elsewhere(whom: Character | Voice, noun: str, text: str) -> bool:
    """Whether a text that begins with a description tells of another place than somebody's role of
    the same noun does: `Ada Falk, a councillor from Hexley`, and `the councillor for Netherby`.
    """
    place, role = FROM.match(text, text.lower().find(noun) + len(noun)), whom.role or ""
    told = FROM.search(role)
    same = told is not None and role[: told.start()].lower().split()[-1:] == [noun]
    return place is not None and same and told is not None and place["where"] != told["where"]


def is_of_another_place(whom: Character | Voice, description: Description) -> bool:
    """Whether somebody's role of a noun has another name before it than a description has: `Hexley
    manager Bo Lind`, and `the Saltby manager`; a party or a people tells of no place.
    """
    words = (whom.role or "").split()
    if isinstance(whom, Voice) or not words or words[-1].lower() not in alike(description.noun):
        return False
    told = {w.lower() for w in words[:-1] if w[0].isupper() and not _is_of_many(w)}
    said = {w for w in description.capitals if not _is_of_many(w.title())}
    return elsewhere(told, said)


def _is_of_many(word: str) -> bool:
    """Whether a word tells of a people, a party or an office rather than of a place."""
    low = word.lower()
    known = low in PARTIES | PARTY_WORDS | OFFICES or is_role_noun(low) or is_demonym(word)
    return word.isupper() or known


def is_anothers(whom: Character | Voice, mention: str, noun: str) -> bool:
    """Whether a description tells of what another's somebody is than the role of the same noun has
    it: `Halpin’s solicitor`, and `Falk’s solicitor, Bo Lind`.
    """
    owner, told = OWNER.match(mention), OWNER.match(whom.role or "")
    if owner is None or told is None or told["noun"].lower() != noun:
        return False
    one, other = owner["who"].split()[-1], told["who"].split()[-1]
    generic = {one.lower(), other.lower()} & (ANY_BODY | BUSINESSES)
    names = one[0].isupper() == other[0].isupper()
    told_apart = names or is_role_noun(one.lower()) or is_role_noun(other.lower())
    return told_apart and one.lower() != other.lower() and not generic


def fit(whom: Character | Voice, description: Description) -> tuple[float, ...]:
    """The values of the features that DESCRIBED_FEATURES has beyond FEATURES."""
    words = told_of(whom)
    same, similar = _bears(words | deeds_of(whom), description.noun)
    nouns = {w for w in words if is_role_noun(w) or w in BODIES or w in PAPERS}
    tells = description.noun not in ANY_BODY and not description.passing
    other = bool(nouns) and tells
    said = set(description.words)
    return (
        float(same),
        float(similar),
        float(other and not (same or similar)),
        float(len(words & (said - {description.noun}))),
        float(len((said & RANKS) ^ _ranks(whom, description.noun))) if same or similar else 0.0,
        0.0,
    )


def told_of(whom: Character | Voice) -> set[str]:
    """The words by which the article describes somebody, the name of a body among them."""
    words = set(whom.roles)
    if isinstance(whom, Character) and whom.type != "person":
        words.update(whom.words, whom.name.lower().split())
        if not LEGAL.isdisjoint(whom.words):
            words.update(COMPANY)
        if whom.words[-1] in CLUBS:
            words.update(CLUB)
    return words


def _ranks(whom: Character | Voice, noun: str) -> set[str]:
    """What is told of somebody's rank as what a noun says: `former` of a former mayor."""
    if isinstance(whom, Voice):
        return whom.roles & RANKS
    told = {rank for rank, held in whom.ranks if held in alike(noun)}
    return told | ({"former"} if "predecessor" in whom.roles else set())


def deeds_of(whom: Character | Voice) -> set[str]:
    """The nouns for what somebody does: `inspector` of who inspects."""
    return whom.deeds if isinstance(whom, Character) else set()


def _bears(words: AbstractSet[str], noun: str, *, strict: bool = False) -> tuple[bool, bool]:
    """Whether some words have a noun, and whether, if not, they have one that may stand for it.

    A counterpart may be what anybody is, unless it is `strict`.
    """
    nouns = {w for w in words if is_role_noun(w)}
    relative = not strict and bool(nouns) and nouns <= RELATIVE and is_role_noun(noun)
    same = noun in words
    return same, not same and (relative or not words.isdisjoint(alike(noun)))


def core(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a noun phrase that say what it is: `document` of `a document on the site`."""
    if [t.low for t in tokens[:2]] == ["one", "of"]:
        yield singular(tokens[-1].low)  # `one of the students`
    for token in tokens:
        if token.low in PREPOSITIONS:
            return
        if token.low not in DETERMINERS and not token.is_possessive:
            yield token.low
