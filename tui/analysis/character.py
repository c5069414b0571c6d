"""Somebody or something that an article names, and what it tells of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from tui.analysis.given_names import EPICENE, gender_of_given
from tui.analysis.model import EntityType
from tui.analysis.role_nouns import RANKS, is_role_noun
from tui.article.model import Span

MALE_TITLES = frozenset(
    "mr sir lord father brother king prince mr. shri shri. thiru thiru. herr monsieur señor signor "
    "alhaji sheikh shaikh mullah ayatollah maulana".split()
)
FEMALE_TITLES = frozenset(
    "mrs ms miss lady dame sister queen princess mrs. ms. smt smt. tmt tmt. frau madame mme mme. "
    "señora signora alhaja hajia sheikha begum".split()
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """
dr dr. prof prof. professor judge justice rev rev. hon. hon sen sen. sens sens. rep rep. reps reps.
del. ald.
messrs messrs. gov gov. gen gen. col col. lt lt. sgt sgt. capt capt. president senator governor
general colonel captain minister chancellor mayor secretary inspector sergeant detective det det.
con dc insp insp. baroness count pope excellency highness majesty holiness eminence
bishop archbishop cardinal imam rabbi chief commissioner councillor cllr kc qc jr jr. sr sr. coun
coun. comrade ch
cllr. assoc assoc. engr engr. barr barr. adv adv. maj maj. adm adm. cmdr cmdr. brig brig. cpl cpl.
ven ven. supt supt. td tds mp mps mep meps msp mla mpp dci di ds pc mallam pandit ustad datuk datin
seri hrh hrm cm pm fm dcp acp dsp sdm sho dgp igp adgp dato dato’ dato' hon’ble hon'ble
""".split()
    )
)
# Titles of two words, of which one may be a name, too: `Tan Sri Azman Falk`, but `Tan Ah Kow`.
PAIRED_TITLES = frozenset([("tan", "sri"), ("puan", "sri"), ("toh", "puan"), ("pro", "tem"),
                           ("pro", "tempore")])  # fmt: skip
# Titles that end a name as its surname: `Charlie King`.
SURNAMES = frozenset("king bishop pope prince judge lord count sheikh begum earl".split())
# In a name that ends so a title is no title: `the Justice Department`, `the Secretary’s Office`.
OFFICES_OF_STATE = frozenset(
    "department ministry office committee commission agency bureau".split()
)
POSSESSIVE = re.compile(r"[’']s?$")
# An acronym has no more letters.
SHORTEST = 3
SHOUTED = re.compile(r"[^\W\d_]{2,}|(?<=\w[’'])S\b")
# Whose a body is told to be by letters.
COUNTRIES = frozenset(["uk", "us", "eu", "un"])
# So many votes more would leave half of a gender's sureness.
DOUBT = 1
PRONOUN_GENDER = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}


class NamedSpan(Protocol):
    """A proper name in the text."""

    @property
    def span(self) -> Span:
        """Its offsets."""

    @property
    def type(self) -> EntityType:
        """What it names."""

    @property
    def work(self) -> str | None:
        """The noun for what bears it, where it is a title."""


@dataclass(slots=True)
class Character:
    """Somebody or something that a name stands for. Built up while an article is read.

    `name` is the fullest form, `forms` all that were seen, `roles` the words of its roles and
    descriptions, `ranks` those like `former` with the noun that they belong to, `deeds` the nouns
    for what it does (`inspector` of who inspects), `mentions` the offsets at which it is named,
    each with whether it leads its sentence and whether it stands in a quotation. `titled` is the
    gender that a title before the name tells, `office` what it is told to be or to have become.
    `introduced` is where a description stands that comes before the name.
    """

    name: str
    type: EntityType
    forms: list[str] = field(default_factory=list)
    types: Counter[EntityType] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    ranks: set[tuple[str, str]] = field(default_factory=set)
    deeds: set[str] = field(default_factory=set)
    role: str | None = None
    office: str | None = None
    age: str | None = None
    introduced: int | None = None
    titled: str | None = None
    genders: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[int, bool, bool]] = field(default_factory=list)

    def take_role(self, words: Sequence[str]) -> None:
        """Remember the words of a role, lower-case and in order: `former`, `union`, `president`."""
        self.roles.update(words)
        waiting: list[str] = []
        for word in words:
            if word in RANKS:
                waiting.append(word)
            elif is_role_noun(word):
                self.ranks.update((rank, word) for rank in waiting)
                waiting.clear()

    @property
    def words(self) -> list[str]:
        """The words of its fullest name, lower-case."""
        return name_words(self.name)

    @property
    def shown(self) -> str:
        """Its fullest name; what may be a person's is not shouted, as a transcript's labels are."""
        if self.type == "person":
            return quietly(self.name)
        return unshouted(self.name) if self.type == "other" else self.name

    @property
    def shown_role(self) -> str | None:
        """What it is: as told beside its name, else in a sentence about it."""
        clause = self.role is None or self.role.startswith("who ")
        return self.office if clause and self.office else self.role

    @property
    def bynames(self) -> list[str]:
        """The words in quotation marks within its fullest name, lower-case."""
        return [
            w for part in re.findall(r"[“\"‘'](.+?)[”\"’']", self.name) for w in name_words(part)
        ]

    @property
    def gender(self) -> str | None:
        """`m` or `f` as the article's own words tell; None where they do not."""
        if self.titled is not None:
            return self.titled
        men, women = self.genders["m"], self.genders["f"]
        return None if men == women else "m" if men > women else "f"

    @property
    def given_gender(self) -> str | None:
        """`m` or `f` where a person's given name, or the only one that is told, tells."""
        given = next(iter(self.words if self.type == "person" else ()), "")
        return None if given in EPICENE else gender_of_given(given)

    def lean(self, gender: str, given: float = 1.0) -> float:
        """How surely somebody is of a gender: 1 to -1, 0 if nothing tells. What doubt the article
        leaves, or so much of it as is `given`, the given name takes.
        """
        if self.titled is not None:
            return 1.0 if self.titled == gender else -1.0
        told, named = self.genders.total(), self.given_gender
        left = 0.0 if named is None else given * DOUBT if named == gender else -given * DOUBT
        return (2 * self.genders[gender] - told + left) / (told + DOUBT)


def unshouted(name: str) -> str:
    """A name of several words in capitals as it is written elsewhere: `ADA O’BRIEN’S`."""
    if not (name.isupper() and " " in name):
        return name
    return SHOUTED.sub(lambda w: w[0].capitalize() if len(w[0]) > 1 else w[0].lower(), name)


def quietly(name: str) -> str:
    """The same of a name that may also be one word, unless it is so short as acronyms are."""
    alone = name.isalpha() and name.isupper() and len(name) > SHORTEST
    return name.capitalize() if alone else unshouted(name)


def name_words(name: str) -> list[str]:
    """The words of a name in lower case, without accents; titles and possessives left out."""
    return list(_name_words(name))


@lru_cache(4096)
def _name_words(name: str) -> tuple[str, ...]:
    parts = (name if name.isascii() else without_accents(name)).split()
    words = tuple(POSSESSIVE.sub("", w.lower()).strip(".,“”\"‘’'") for w in parts)
    if words and words[-1] in OFFICES_OF_STATE:
        return tuple(filter(None, words))  # `the Justice Department`
    if len(words) > 1 and words[-1] in SURNAMES and words[-2] not in TITLES:
        return (*(w for w in words[:-1] if w and w not in TITLES), words[-1])
    return tuple(w for w in words if w and w not in TITLES) or words


def without_accents(word: str) -> str:
    """A word as who has no such letters writes it: `Jose` for José."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def initials(words: Sequence[str]) -> str:
    """The acronym that the words of a name make: `wmo` of the World Maritime Organization."""
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "&"))


def acronyms(words: Sequence[str]) -> Iterator[str]:
    """What the words of a body's name may be called by their initials: `hud` is the Department of
    Housing and Urban Development, `cdc` the Centers for Disease Control and Prevention.
    """
    yield initials(words)
    if words[0] in COUNTRIES and len(words) > SHORTEST:
        yield initials(words[1:])  # the UK Air Safety Board is the ASB
    of = words.index("of") + 1 if "of" in words else 0
    last = len(words) - 1 - words[::-1].index("and") if "and" in words else 0
    for first, end in ((0, last), (of, len(words)), (of, last)):
        letters = initials(words[first:end])
        if last and len(letters) >= SHORTEST:
            yield letters
