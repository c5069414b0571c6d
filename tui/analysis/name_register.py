"""Whose name each one in an article is: the longest names first, then what is short for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from sys import maxsize

from tui.analysis.character import TITLES, Character, NamedSpan, acronyms, name_words
from tui.analysis.descriptions import title_gender
from tui.analysis.generations import generation_of, is_his_son
from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.nicknames import nickname_of
from tui.analysis.offices_in_letters import OfficesInLetters
from tui.analysis.other_names import other_names
from tui.analysis.owned_bodies import SAINTS
from tui.analysis.role_nouns import KIN, LEGAL, alike, is_role_noun
from tui.analysis.shared_surnames import (
    NEAR,
    gender_of_speaking_kin,
    gender_of_spouse,
    is_a_child,
    is_kin_of_titled,
    is_named_as_kin,
    is_private,
    relative_who_speaks,
)
from tui.article.model import Span

# Of so many who share a name it is asked whose it is; the fullest names and the first come first.
MOST_NAMESAKES = 60
# So surely of one gender, somebody is not called by a title of the other.
WELL_TOLD = 0.8
LONGEST_TITLE = 12
# Titles that may be of whoever is married to somebody.
SPOUSES = frozenset(["mr", "mrs"])
# What stands before the name of somebody's child, and is a name with it: `Abu Tariq`.
PARENTS = frozenset("abu umm um oum".split())
NUMBERS = frozenset(["ii", "iii", "iv"])
# So often somebody has been named in full whom an article is about.
OFTEN = 2
# What is nobody.
BODIES = frozenset(["organization", "place"])
# What somebody is to whoever has the office.
OF_ANOTHER = KIN | {"lady"}


class NameRegister:
    """The characters found so far, by the words of their names."""

    def __init__(self, body: int, couples: Mapping[int, str]) -> None:
        """`body` is the offset at which the text begins below the headline, `couples` the full
        names of those whose surname stands only behind who is named next.
        """
        self._couples = couples
        self.characters: list[Character] = []
        self._body = body
        self._by_last: dict[str, list[Character]] = defaultdict(list)
        self._by_any: dict[str, list[Character]] = defaultdict(list)
        self._by_two: dict[tuple[str, str], list[Character]] = defaultdict(list)
        self._by_initials: dict[str, Character] = {}
        self._by_beginning: dict[tuple[str, ...], Character] = {}
        self._titled: dict[int, str] = {}
        self._by_title: dict[tuple[str, str], Character] = {}
        self._by_nickname: dict[str, Character] = {}
        self._by_office: dict[tuple[str, str], Character] = {}
        self._called_last: dict[tuple[str | None, str], Character] = {}
        # by identity: the titles that full names are given with
        self._titles: dict[int, set[str]] = defaultdict(set)
        # by identity: `Jr.`; and who is so called, by the first and the last word of the name
        self._generations: dict[int, str] = {}
        self._by_generation: dict[tuple[str, str, str], Character] = {}
        # by identity: where those who go by one word were named first
        self._called_at: dict[int, int] = {}
        self._titled_kin: dict[tuple[int, str], bool] = {}
        # by gender: who last was brought in as kin by a given name, and where
        self._speaking_kin: dict[str, tuple[int, Character]] = {}
        # by the words of a name: those of another that its bearer has; and who that is
        self._others: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._by_other: dict[tuple[str, ...], Character] = {}

    def place(self, text: str, names: Sequence[NamedSpan]) -> list[tuple[NamedSpan, Character]]:
        """Each name with its character, made where there is none; in the text's order."""
        located = []
        offices = OfficesInLetters(self.characters)
        self._others |= other_names(text, sorted(names, key=lambda n: n.span))
        for named in sorted(names, key=lambda n: _fullest_first(text, n.span)):
            surface = self._couples.get(named.span.start) or _of(text, named.span)
            words = name_words(surface)
            kind = "person" if named.span.start in self._couples else named.type
            gender = title_gender(text, named.span)
            office = None
            generation = generation_of(text, named.span)
            if len(words) == 1 and not (generation and self._called(words[0])):
                generation = ""
            if generation and len(words) == 1:
                character, surface = self._namesake(words[0], generation)
                words = name_words(surface)
            elif tuple(words) in self._others:
                character = self._of_other_name(tuple(words))
            elif len(words) > 1:
                character = self._of_full_name(words)
                longer = self._by_beginning.get(tuple(words))
                if character is None and longer is not None:
                    more = longer.words[len(words) :]
                    # `Ada Falk` is not the Ada Falk Foundation, nor the Ada Falk Ohio rally
                    body = not ORGANIZATION_WORDS.isdisjoint(more) or longer.type in BODIES
                    person = named.type == "person" and not body
                    short = person or words[0] in SAINTS or LEGAL.issuperset(more)
                    # `Bo Falk Jr.` is not Bo Falk III
                    another = generation and NUMBERS.issuperset(more)
                    character = longer if short and not another else None
            elif named.type != "person" and surface.isupper() and words[0] in self._by_initials:
                character = self._by_initials[words[0]]
            elif (holder := offices.holder(text, named.span)) is not None:
                character, kind = holder, "person"
            else:
                known = self._by_nickname.get(words[0])
                character = known or self._match(text, words[0], named, gender)
                office = None if gender or known else _office_before(text, named.span.start)
            if character is not None and generation:
                known_as = self._generations.get(id(character), "")
                if not known_as and not is_his_son(text, character.name, named.span):
                    known_as = self._generations[id(character)] = generation
                if known_as != generation:
                    # beside Bo Falk Jr. there is Bo Falk Sr.
                    surface = f"{surface} {generation}"
                    if known_as and not character.name.endswith(known_as):
                        character.name = f"{character.name} {known_as}"
                    character = self._by_generation.get((words[0], words[-1], generation))
            title = _word_before(text, named.span.start) if gender else ""
            if office is not None and character is not None:
                character = self._holder(office, words[-1], character, named.span.start)
            if (character is not None and gender) and (
                # beside `Mr Falk` somebody else is `Mrs Falk`, and so is `his son, Bo`
                self._is_another(character, gender, title)
                or (
                    (1 == len(words) < len(character.words))
                    and self._is_kin_of_titled(text, character, named.span)
                )
            ):
                surface = f"{title} {surface}".lstrip()
                character = self._by_title.get((gender, words[-1]))
            if character is None:
                character = Character(name=surface, type=kind)
                self.characters.append(character)
                if tuple(words) in self._others:
                    self._by_other[tuple(words)] = character
                self._by_last[words[-1]].append(character)
                for word in words:
                    self._by_any[word].append(character)
                for word in {*words, _initial(words)}:
                    self._by_two[words[-1], word].append(character)
                if len(words) > 1 and named.type != "person":
                    for letters in acronyms(words):
                        self._by_initials.setdefault(letters, character)
                for end in range(2, len(words)):
                    # a given name with a patronymic, the first of two surnames
                    self._by_beginning.setdefault(tuple(words[:end]), character)
            if generation:
                self._generations.setdefault(id(character), generation)
                self._by_generation.setdefault((words[0], words[-1], generation), character)
            if gender and len(words) == 1:
                self._titled.setdefault(id(character), gender)
                self._by_title.setdefault((gender, words[-1]), character)
            if office is not None:
                self._by_office.setdefault((office, words[-1]), character)
            if len(words) == 1:
                self._called_last[gender, words[0]] = character
            if len(character.words) == 1:
                self._called_at.setdefault(id(character), named.span.start)
                if (kin := gender_of_speaking_kin(text, named.span)) is not None:
                    self._speaking_kin[kin] = (named.span.start, character)
            if len(words) > 1:
                self._titles[id(character)].add(_title_before(text, named.span.start))
            nickname = nickname_of(text, named.span) if len(words) > 1 else None
            if nickname is not None:
                self._by_nickname.setdefault(nickname, character)
            character.types[kind] += 1
            located.append((named, character))
        located.sort(key=lambda pair: pair[0].span.start)
        for character in self.characters:
            character.type = character.types.most_common(1)[0][0]
        return located

    def _called(self, given: str) -> list[Character]:
        """Those whose given name a word is."""
        namesakes = self._by_any[given][:MOST_NAMESAKES]
        return [c for c in namesakes if c.words[0] == given and c.type == "person"]

    def _of_other_name(self, words: tuple[str, ...]) -> Character | None:
        """Who has a name beside another that was met before: `Ada Lind` of Nip Falk."""
        other = self._others[words]
        character = self._by_other.get(words) or self._by_other.get(other)
        if character is not None and words not in self._by_other:
            self._by_other[words] = character
            self._by_last[words[-1]].append(character)
        return character

    def _namesake(self, given: str, generation: str) -> tuple[Character | None, str]:
        """Who is `Joe Jr.`, and under what name: that of Joe Falk, who is not known to be it."""
        known = self._called(given)
        full = [c for c in known if len(c.words) > 1]
        own = next((c for c in known if self._generations.get(id(c)) == generation), None)
        if own is None and len(full) == 1 and id(full[0]) not in self._generations:
            return None, f"{full[0].name} {generation}"
        return own, f"{given.title()} {generation}"

    def _is_kin_of_titled(self, text: str, character: Character, span: Span) -> bool:
        """Whether somebody is told, where a title and a surname are met first, to be kin of that
        one.
        """
        key = id(character), _of(text, span)
        if key not in self._titled_kin:
            self._titled_kin[key] = is_kin_of_titled(text, character.words[0], span)
        return self._titled_kin[key]

    def _is_another(self, character: Character, gender: str, title: str) -> bool:
        """Whether a title tells that somebody else of the same surname is meant."""
        titled = self._titled.get(id(character))
        if titled:
            return titled != gender
        return title.lower().rstrip(".") in SPOUSES and character.lean(gender) <= -WELL_TOLD

    def _match(
        self, text: str, word: str, named: NamedSpan, gender: str | None
    ) -> Character | None:
        """The character that a name of one word stands for; the longest names were taken first."""
        by_any = self._by_any[word][:MOST_NAMESAKES]
        candidates = (
            _bodies_called(word, named, by_any)
            or self._by_last[word][:MOST_NAMESAKES]
            or [c for c in by_any if c.type in ("person", named.type)]
        )
        if named.type != "person":
            candidates = [
                c
                for c in candidates
                if c.type != "person" or c.words[-1] == word or word in c.bynames
            ]
        # `Tariq` is not Abu Tariq, his father
        candidates = [c for c in candidates if len(c.words) != 2 or c.words[0] not in PARENTS]
        if named.type == "person":
            # `Falk` is Ada Falk, not Team Falk
            candidates = [c for c in candidates if c.type == "person"] or candidates
        title = _title_before(text, named.span.start) if len(candidates) > 1 else ""
        if title:  # `Dr Falk` is Dr Ada Falk, not her daughter
            candidates = [c for c in candidates if title in self._titles[id(c)]] or candidates
        at, kin = self._speaking_kin.get(gender or "", (0, None))
        # `Mr Falk`, who was named Bo as the father of Ada Falk
        near = kin is not None and named.span.start - at < NEAR
        others = [c for c in candidates if gender is None or c.lean(gender) >= 0]
        if near and candidates and all(is_private(c) or is_a_child(c) for c in others):
            return kin
        last = self._called_last.get((gender, word))
        if len(candidates) > 1 and last not in candidates:
            fit = [c for c in candidates if gender is None or c.lean(gender) >= 0]
            relative = relative_who_speaks(text, fit, named.span.start, titled=bool(gender))
            if relative is not None:
                return relative
        gender = gender or gender_of_spouse(text, named.span.end)
        if gender and len(candidates) > 1:
            surest = max(c.lean(gender) for c in candidates)
            candidates = [c for c in candidates if c.lean(gender) == surest]
        if len(candidates) > 1:
            before = [c for c in candidates if self._is_named_before(c, named.span.start)]
            candidates = before or candidates
        first = min(candidates, key=self._brought_in, default=None)
        if [c for c in candidates if _leads_often(c, named.span.start)] == [first]:
            candidates = [
                c for c in candidates if c is first
            ]  # `Ada Falk, the daughter of Senator Bo Falk`, who won the vote
        if len(candidates) > 1:
            at = named.span.start
            candidates = [c for c in candidates if not is_named_as_kin(text, c, at)] or candidates
        if len(candidates) > 1:
            # the wife of `President Falk` is not who is `Falk`
            candidates = [c for c in candidates if c.roles.isdisjoint(OF_ANOTHER)] or candidates
        return last if last in candidates else min(candidates, key=self._brought_in, default=None)

    def _brought_in(self, character: Character) -> int:
        """Where the text below the headline first has somebody's name; past all where it has not.

        A headline may be of who is Ada below, beside her husband, who is Falk.
        """
        below = (at for at, _, _ in character.mentions if at >= self._body)
        return next(below, self._called_at.get(id(character), maxsize))

    def _is_named_before(self, character: Character, offset: int) -> bool:
        if character.mentions:
            return character.mentions[0][0] <= offset
        return self._called_at.get(id(character), maxsize) <= offset

    def _holder(
        self, office: str, surname: str, character: Character, offset: int
    ) -> Character | None:
        """Who has an office, where its bearer goes by the surname: of `President Falk` and `the
        first lady, Ada Falk` the first has no other name. None where nobody is known to be it.
        """
        known = self._by_office.get((office, surname))
        if known is not None or character.type != "person" or len(character.words) == 1:
            return known or character
        full = [c for c in self._by_last[surname][:MOST_NAMESAKES] if len(c.words) > 1]
        bearer = next((c for c in full if not alike(office).isdisjoint(c.roles)), None)
        if bearer is not None:
            return bearer
        titled = [c for c in self._by_last[surname][:MOST_NAMESAKES] if id(c) in self._titled]
        if titled:
            return titled[0]
        unknown = not self._is_named_before(character, offset)
        return None if unknown and not character.roles.isdisjoint(OF_ANOTHER) else character

    def _of_full_name(self, words: list[str]) -> Character | None:
        """The character that a name of several words stands for.

        Looked for among those with the same last word who have its first, or an initial of it.
        """
        first = words[0]
        for other in (first, _initial(words) if len(first) == 1 else first[0]):
            for character in self._by_two.get((words[-1], other), ()):
                if _compatible(words, character.words):
                    return character
        return None


def _leads_often(character: Character, offset: int) -> bool:
    """Whether somebody has led sentences by the full name, the one before an offset the last."""
    leads = [at for at, leads, quoted in character.mentions if leads and not quoted]
    return len([at for at in leads if at < offset]) >= OFTEN


def _bodies_called(word: str, named: NamedSpan, namesakes: Sequence[Character]) -> list[Character]:
    """What a body's name of one word is short for: `Norvik Air`, not the Norvik Pilots' Union."""
    bodies = [c for c in namesakes if c.type == named.type == "organization" and c.words[0] == word]
    return sorted(bodies, key=lambda c: len(c.words))[:1]


def _initial(words: Sequence[str]) -> str:
    """The first letter of a name, told from a word of one letter by its full stop."""
    return words[0][0] + "."


def _compatible(one: list[str], two: list[str]) -> bool:
    """Whether two names with the same surname may be one person's: initials, a part left out."""
    if one[-1] != two[-1]:
        return False
    a, b = one[0], two[0]
    return a == b or (a[0] == b[0] and (len(a) == 1 or len(b) == 1)) or set(one) <= set(two)


def _fullest_first(text: str, span: Span) -> tuple[int, bool, int]:
    """In which order names are taken: the longest ones, then `Mr Falk` and `his father, Bo`, then
    `Falk`.
    """
    count = len(name_words(_of(text, span)))
    if count > 1:
        return -count, False, span.start
    known = title_gender(text, span) or gender_of_speaking_kin(text, span)
    return -count, known is None, span.start


def _office_before(text: str, offset: int) -> str | None:
    """The office that stands before a surname: `president` of `President Falk`."""
    word = _word_before(text, offset)
    low = word.lower()
    return low if word[:1].isupper() and low in TITLES and is_role_noun(low) else None


def _title_before(text: str, offset: int) -> str:
    """The title that stands before a name, in lower case, without a stop; or nothing."""
    word = _word_before(text, offset).lower().rstrip(".")
    return word if word in TITLES else ""


def _word_before(text: str, offset: int) -> str:
    return "".join(text[max(0, offset - LONGEST_TITLE) : offset].split()[-1:])


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]
