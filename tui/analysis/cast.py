"""The cast of an article: its characters, who of them has a voice, and how near each is."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tui.analysis.character import Character
from tui.analysis.model import SpeakerKind
from tui.analysis.role_nouns import PAPERS, is_role_noun
from tui.analysis.units import Unit
from tui.article.model import Span

Act = Literal["statement", "question", "told question"]
NEAREST = 60
SHORT_ACCOUNT = 6
OWNED = ("his ", "her ", "their ", "my ", "our ")
# So many statements an exchange of questions and answers may last.
EXCHANGE = 8


@dataclass(slots=True)
class Voice:
    """One who speaks: a character of the article, or somebody whom it only describes."""

    name: str
    kind: SpeakerKind
    character: Character | None = None
    roles: set[str] = field(default_factory=set)
    capitals: frozenset[str] = frozenset()
    """The names in its description, in lower case: `halland` of `the Halland delegate`."""
    aliases: list[str] = field(default_factory=list)
    role: str | None = None
    said_at: list[int] = field(default_factory=list)
    described_at: list[int] = field(default_factory=list)
    told_whose: bool = False
    """Whether its name tells whose it is, where the text has a pronoun: `Ada Falk’s lawyer`."""
    called: str | None = None
    """The gender of the pronoun that stood for it last, where that was sure."""

    @property
    def owned(self) -> bool:
        """Whether the text describes it by whose it is: `his lawyer`."""
        return self.told_whose or self.name.lower().startswith(OWNED)


@dataclass(frozen=True, slots=True)
class Spoken:
    """That a voice spoke: where, whether it asked something, in its own words or as told, and
    whom it spoke to, or the gender: `told him`.
    """

    offset: int
    block: int
    voice: Voice
    act: Act
    addressed: str | None
    to: Character | Voice | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention stands for, how sure that is (a factor in [0, 1]), and why."""

    voice: Voice
    confidence: float
    reason: str


# So many statements back somebody has spoken lately.
LATELY = 8


class Cast:
    """Who has appeared and spoken in one article so far; asked in the article's order."""

    def __init__(self, units: Sequence[Unit], characters: Sequence[Character]) -> None:
        self.characters = list(characters)
        self.voices: list[Voice] = []
        self.spoken: list[Spoken] = []
        self.bystanders: list[Character | Voice] = []
        self._pairs: set[int] = set()
        self._units = units
        self._ends = [unit.span.end for unit in units]
        self._of_character: dict[int, Voice] = {}
        self._unnamed: dict[str, Voice] = {}
        self._mentions = sorted(
            ((offset, c) for c in characters for offset, _, _ in c.mentions),
            key=lambda pair: pair[0],
        )
        self._offsets = [offset for offset, _ in self._mentions]
        self._at = dict(self._mentions)
        # where in the mentions those with a role are named, those with a word and with a surname
        self._by_role: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        self._persons = sorted(
            ((c.mentions[0][0], c) for c in characters if c.type == "person" and c.mentions),
            key=lambda pair: pair[0],
        )
        self._by_gender: dict[str, list[int]] = defaultdict(list)
        self._by_age: dict[str, Character] = {}
        self._introduced: dict[int, Character] = {}
        self._by_name: dict[tuple[str, ...], Character] = {}
        self._by_letters: dict[str, Character] = {}
        self._by_last_word: dict[str, Character] = {}
        for character in characters:
            self._index(character)
        for place, (_, character) in enumerate(self._mentions):
            if character.type == "person":
                self._by_surname[character.words[-1]].append(place)
                if character.gender is not None:
                    self._by_gender[character.gender].append(place)
                for role in character.roles | character.deeds:
                    self._by_role[role].append(place)
            elif character.type != "place":
                for word in {*character.words, *character.roles}:
                    self._by_word[word].append(place)

    def _index(self, character: Character) -> None:
        words = character.words
        if character.introduced is not None:
            self._introduced[character.introduced] = character
        if len(words) > 1:
            self._by_letters.setdefault("".join(words), character)
            self._by_last_word.setdefault(words[-1], character)
        if character.age is not None:
            self._by_age.setdefault(character.age, character)
        if character.type == "person":
            self._by_name.setdefault(tuple(words), character)
            self._by_name.setdefault((words[-1],), character)

    def persons_before(self, offset: int, most: int) -> list[Character]:
        """The persons who are named before an offset, so many of them at most."""
        before = bisect_left(self._persons, offset, key=lambda pair: pair[0])
        return [character for _, character in self._persons[: min(most, before)]]

    def near(self, offset: int) -> list[Character]:
        """The characters named or speaking not long before an offset."""
        end = bisect_left(self._offsets, offset)
        found = {id(c): c for _, c in self._mentions[max(0, end - NEAREST) : end]}
        for spoken in self.spoken[-12:]:
            if spoken.voice.character is not None:
                found.setdefault(id(spoken.voice.character), spoken.voice.character)
        return list(found.values())

    def with_surname(self, surname: str, offset: int) -> list[Character]:
        """The persons with a surname, of those that are named nearest to an offset."""
        return self._nearest(self._by_surname.get(surname, ()), offset)

    def with_role(self, noun: str, offset: int, reach: int = NEAREST) -> list[Character]:
        """The persons whose roles have a noun, of those that are named nearest to an offset."""
        return self._nearest(self._by_role.get(noun, ()), offset, reach)

    def told_to_be(self, noun: str, offset: int) -> Character | None:
        """Who is told to be just that, in a word that is no common one for persons: `a luthier`."""
        if is_role_noun(noun):
            return None
        return next((c for c in self.with_role(noun, offset) if c.role == noun), None)

    def called(self, character: Character, words: Sequence[str]) -> None:
        """Remember by what words a person was described, lower-case and in order."""
        new = {word for word in words if word not in character.roles}
        if not new:
            return
        character.take_role(words)
        # where somebody is only described there is no name
        places = [
            bisect_left(self._offsets, offset)
            for offset, _, _ in character.mentions
            if self._at.get(offset) is character
        ]
        for word in filter(is_role_noun, new):
            self._by_role[word] = sorted({*self._by_role[word], *places})

    def bodies_called(self, noun: str, offset: int, reach: int = NEAREST) -> list[Character]:
        """The bodies and papers whose name or description has a noun, those named nearest."""
        return self._nearest(self._by_word.get(noun, ()), offset, reach)

    def _nearest(self, places: Sequence[int], offset: int, reach: int = NEAREST) -> list[Character]:
        here = bisect_left(places, bisect_left(self._offsets, offset))
        near = places[max(0, here - reach) : here + reach]
        return list({id(c): c for c in (self._mentions[place][1] for place in near)}.values())

    def introduced_at(self, offset: int) -> Character | None:
        """Whom a description at an offset introduces, before the text names them."""
        return self._introduced.get(offset)

    def of_age(self, age: str) -> Character | None:
        """The first person of an age in years, as the article writes it."""
        return self._by_age.get(age)

    def person_named(self, words: Sequence[str]) -> Character | None:
        """The person with this full name, or this surname."""
        return self._by_name.get(tuple(words))

    def bearer_of(self, account: str) -> Character | None:
        """Whose name the letters of an account are, or whose last name a longer one ends in."""
        whole = self._by_letters.get(account)
        if whole is not None or len(account) <= SHORT_ACCOUNT:
            return whole
        endings = (account[i:] for i in range(len(account)))
        return next((self._by_last_word[e] for e in endings if e in self._by_last_word), None)

    def named_at(self, offset: int) -> Character | None:
        """The character whose name stands at an offset."""
        return self._at.get(offset)

    def said(
        self,
        voice: Voice,
        offset: int,
        block: int,
        act: Act = "statement",
        addressed: str | None = None,
        to: Character | Voice | None = None,
    ) -> None:
        """Remember that a voice spoke, and to whom, or of which gender, where that is told."""
        self.spoken.append(Spoken(offset, block, voice, act, addressed, to))
        voice.said_at.append(offset)

    def asked(self, gender: str) -> Character | Voice | None:
        """Who of a gender was spoken to last, not long ago: an examination goes on."""
        people = (s.to for s in reversed(self.spoken[-EXCHANGE:]) if isinstance(s.to, Character))
        return next((c for c in people if c.lean(gender) >= 0), None)

    def last_named(self, span: Span) -> Character | None:
        """The person who is named last in a stretch."""
        first, end = (bisect_left(self._offsets, at) for at in span)
        latest = (self._mentions[at][1] for at in range(end - 1, first - 1, -1))
        return next((c for c in latest if c.type == "person"), None)

    def last_of(self, gender: str, offset: int) -> Character | None:
        """The person of a gender who was named last before an offset."""
        places = self._by_gender.get(gender, ())
        at = bisect_left(places, bisect_left(self._offsets, offset)) - 1
        return self._mentions[places[at]][1] if at >= 0 else None

    def described(self, whom: Character | Voice, offset: int, *, leads: bool = True) -> None:
        """Remember that somebody is described in a sentence, or `leads` it so."""
        self.bystanders.append(whom)
        if isinstance(whom, Voice):
            whom.described_at.append(offset)
        else:
            insort(whom.mentions, (offset, leads, False))

    def known_voice(self, character: Character) -> Voice | None:
        """The voice of a character that has spoken."""
        return self._of_character.get(id(character))

    def block_at(self, offset: int) -> int:
        """The number of the block that an offset lies in."""
        unit = self.unit_at(offset)
        return unit.block if unit else 0

    def block_begin(self, block: int) -> int:
        """Where the first sentence of a block begins."""
        at = bisect_left(self._units, block, key=lambda unit: unit.block)
        return self._units[at].span.start if at < len(self._units) else 0

    def sentence_start(self, offset: int) -> int:
        """Where the sentence begins that an offset lies in."""
        unit = self.unit_at(offset)
        return unit.span.start if unit else 0

    def unit_at(self, offset: int) -> Unit | None:
        """The sentence that an offset lies in, or the one behind it."""
        if not self._units:
            return None
        return self._units[min(self.unit_index(offset), len(self._units) - 1)]

    def unit_before(self, offset: int) -> Unit | None:
        """The sentence before the one that an offset lies in."""
        at = self.unit_index(offset)
        return self._units[at - 1] if 0 < at <= len(self._units) else None

    def voice(self, whom: Character | Voice) -> Voice:
        """The voice that somebody is or has."""
        return whom if isinstance(whom, Voice) else self.voice_of(whom)

    def voice_of(self, character: Character) -> Voice:
        """The voice of a character, made when it first speaks."""
        voice = self._of_character.get(id(character))
        if voice is None:
            kind: SpeakerKind = "person" if character.type == "person" else "organization"
            if {*character.words, *character.roles} & PAPERS and character.type != "person":
                kind = "document"
            name = character.shown
            voice = Voice(name, kind, character, set(character.roles), role=character.shown_role)
            voice.aliases = list(dict.fromkeys([name, *character.forms]))
            self._of_character[id(character)] = voice
            self.voices.append(voice)
        return voice

    def is_of_the_headline(self, voice: Voice) -> bool:
        """Whether somebody has spoken in the headline alone, which may name them further down."""
        latest = self.unit_at(voice.said_at[-1]) if voice.said_at else None
        return latest is not None and latest.kind == "title"

    def is_a_body(self, whom: Character | Voice) -> None:
        """Set right who was taken for a person."""
        if isinstance(whom, Character):
            whom.type = "organization"
            if (voice := self.known_voice(whom)) is not None:
                voice.kind = "organization"

    def unnamed(self, name: str, kind: SpeakerKind) -> Voice:
        """The voice of somebody who is only described, by that description."""
        voice = self._unnamed.get(name.lower())
        if voice is None:
            voice = Voice(name, kind)
            self._unnamed[name.lower()] = voice
            self.voices.append(voice)
        return voice

    def joint(self, characters: Sequence[Character]) -> Voice:
        """The voice of several who speak as one."""
        names = [character.shown for character in characters]
        voice = self.unnamed(f"{', '.join(names[:-1])} and {names[-1]}", "group")
        if len(characters) == 2:
            self._pairs.add(id(voice))
        return voice

    @property
    def pair(self) -> Voice | None:
        """The two who have spoken as one, and last."""
        latest = reversed(self.spoken[-LATELY:])
        return next((s.voice for s in latest if id(s.voice) in self._pairs), None)

    def known(self, voice: Voice) -> Voice:
        """A voice that was only spoken of, made one of those who speak."""
        if self._unnamed.setdefault(voice.name.lower(), voice) is voice:
            self.voices.append(voice)
        return self._unnamed[voice.name.lower()]

    def unit_index(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self._ends, offset)
