"""Who appears in an article: names grouped into characters, with role, age and gender as told."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.model import EntityType
from tui.analysis.noun_phrases import first_subject
from tui.analysis.role_nouns import FEMALE, MALE, ROLE_NOUNS, is_role_noun
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.model import Article, Span

MALE_TITLES = frozenset("mr sir lord father brother king prince mr.".split())
FEMALE_TITLES = frozenset("mrs ms miss lady dame sister queen princess mrs. ms.".split())
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        """
dr dr. prof prof. professor judge justice rev rev. hon. hon sen sen. rep rep. gov gov. gen gen.
col col. lt lt. sgt sgt. capt capt. president senator governor general colonel captain minister
chancellor mayor secretary inspector sergeant detective det det. insp insp. baroness count pope
bishop cardinal imam rabbi chief commissioner councillor cllr kc qc jr jr. sr sr.
""".split()
    )
)
AGE = re.compile(r"\s*[,(]\s*(?:aged )?(\d{1,3})\s*[,).]")
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


@dataclass(slots=True)
class Character:
    """Somebody or something that a name stands for. Built up while an article is read.

    `name` is the fullest form, `forms` all that were seen, `roles` the words of its roles and
    descriptions, `mentions` the offsets at which it is named, each with whether it leads its
    sentence and whether it stands in a quotation.
    """

    name: str
    type: EntityType
    forms: list[str] = field(default_factory=list)
    types: Counter[EntityType] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    role: str | None = None
    age: str | None = None
    genders: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[int, bool, bool]] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of its fullest name, lower-case."""
        return name_words(self.name)

    @property
    def gender(self) -> str | None:
        """`m` or `f` as the article's own words tell; None where they do not."""
        m, f = self.genders["m"], self.genders["f"]
        return None if m == f else "m" if m > f else "f"


def name_words(name: str) -> list[str]:
    """The words of a name in lower case, titles and possessives left out."""
    words = [re.sub(r"[’']s?$", "", w.lower()).strip(".,") for w in name.split()]
    kept = [w for w in words if w and w not in TITLES]
    return kept or words


def characters(
    article: Article, units: Sequence[Unit], names: Sequence[NamedSpan]
) -> list[Character]:
    """Group the names of an article into characters, and gather what it tells of each.

    Full names come first, with what the article tells of their genders: that decides whose
    surname stands behind `Mrs` where a family shares it.
    """
    full = [n for n in names if len(name_words(_of(article.text, n.span))) > 1]
    single = [n for n in names if len(name_words(_of(article.text, n.span))) == 1]
    known = _Register()
    located = known.place(article.text, full)
    _observe(article, units, located)
    located += known.place(article.text, single)
    located.sort(key=lambda pair: pair[0].span.start)
    for character in known.characters:
        character.genders.clear()
        character.mentions.clear()
    _observe(article, units, located)
    _name_the_unnamed(units, known.characters)
    return known.characters


class _Register:
    """The characters found so far, by the words of their names."""

    def __init__(self) -> None:
        self.characters: list[Character] = []
        self._by_last: dict[str, list[Character]] = defaultdict(list)
        self._by_any: dict[str, list[Character]] = defaultdict(list)

    def place(self, text: str, names: Sequence[NamedSpan]) -> list[tuple[NamedSpan, Character]]:
        """Each name with its character, made where there is none; in the text's order."""
        located = []
        for named in sorted(
            names, key=lambda n: (-len(name_words(_of(text, n.span))), n.span.start)
        ):
            surface = _of(text, named.span)
            words = name_words(surface)
            gender = _title_gender(text, named.span)
            character = _match(words, named, gender, self._by_last, self._by_any)
            if character is None:
                character = Character(name=surface, type=named.type)
                self.characters.append(character)
                self._by_last[words[-1]].append(character)
                for word in words:
                    self._by_any[word].append(character)
            character.types[named.type] += 1
            located.append((named, character))
        located.sort(key=lambda pair: pair[0].span.start)
        for character in self.characters:
            character.type = character.types.most_common(1)[0][0]
        return located


def _name_the_unnamed(units: Sequence[Unit], found: Sequence[Character]) -> None:
    """Delayed naming: `A surgeon who ...` in the lead is who leads a later paragraph by name."""
    lead = next((u for u in units if u.kind == "paragraph"), None)
    if lead is None:
        return
    tokens = lead.tokens
    subject = first_subject(tokens)
    if subject is None or tokens[subject.start].low not in ("a", "an"):
        return
    words = tokens[subject.start : subject.end]
    nouns = [t for t in words if is_role_noun(t.low)]
    if not nouns:
        return
    first = min(
        (
            (at, i)
            for i, c in enumerate(found)
            if c.type == "person"
            for at, leads, quoted in c.mentions
            if leads and not quoted and at >= lead.span.end
        ),
        default=None,
    )
    if first is not None:
        character = found[first[1]]
        character.roles.update(t.low for t in words if t.low not in PREPOSITIONS | DETERMINERS)


def _match(
    words: list[str],
    named: NamedSpan,
    gender: str | None,
    by_last: dict[str, list[Character]],
    by_any: dict[str, list[Character]],
) -> Character | None:
    """The character that a name stands for; the longest names were taken first."""
    if len(words) > 1:
        for c in by_last[words[-1]]:
            if c.words == words or _compatible(words, c.words):
                return c
        return None
    candidates = by_last[words[0]] or [
        c for c in by_any[words[0]] if c.type == "person" or named.type == c.type
    ]
    if named.type != "person":
        candidates = [c for c in candidates if c.type != "person" or c.words[-1] == words[0]]
    if gender and len(candidates) > 1:
        agreeing = [c for c in candidates if c.genders[gender] and not c.genders[_other(gender)]]
        neutral = [c for c in candidates if not c.genders[_other(gender)]]
        candidates = agreeing or neutral or candidates
    if len(candidates) > 1:
        before = [c for c in candidates if c.mentions and c.mentions[-1][0] <= named.span.start]
        candidates = before or candidates
    if not candidates:
        return None
    return candidates[0]


def _compatible(one: list[str], two: list[str]) -> bool:
    """Whether two names with the same surname may be one person's: initials, a part left out."""
    if one[-1] != two[-1]:
        return False
    a, b = one[0], two[0]
    return a == b or (a[0] == b[0] and (len(a) == 1 or len(b) == 1)) or set(one) <= set(two)


def _observe(
    article: Article, units: Sequence[Unit], located: Sequence[tuple[NamedSpan, Character]]
) -> None:
    """Walk through the article: mentions, roles, ages, and the pronouns that tell a gender."""
    text = article.text
    index = 0
    previous: list[Character] = []
    for unit in units:
        here: list[tuple[NamedSpan, Character]] = []
        while index < len(located) and located[index][0].span.start < unit.span.end:
            if located[index][0].span.start >= unit.span.start:
                here.append(located[index])
            index += 1
        quoted = [(i.token.start, i.token.end) for i in unit.items if i.quotation is not None]
        narrated: list[tuple[NamedSpan, Character]] = []
        led = False
        for named, character in here:
            inside = any(s <= named.span.start < e for s, e in quoted)
            possessive = text[named.span.end : named.span.end + 2] in ("’s", "'s")
            leads = not (led or inside or possessive)
            led = led or leads
            character.mentions.append((named.span.start, leads, inside))
            surface = _of(text, named.span)
            if surface not in character.forms:
                character.forms.append(surface)
            longer = len(name_words(surface)) - len(character.words)
            shouted = character.name.isupper() and not surface.isupper()
            if longer > 0 or (longer == 0 and shouted):
                character.name = surface
            gender = _title_gender(text, named.span)
            if gender:
                character.genders[gender] += 5
            if not inside:
                narrated.append((named, character))
                if character.type == "person":
                    _describe(text, unit, named, character)
        _vote(unit, narrated, previous)
        people = [c for _, c in narrated if c.type == "person"]
        previous = people or (previous if not narrated else [])


def _vote(
    unit: Unit, narrated: Sequence[tuple[NamedSpan, Character]], previous: Sequence[Character]
) -> None:
    """Pronouns near the only person in sight tell that person's gender."""
    people = [(n, c) for n, c in narrated if c.type == "person"]
    distinct = {id(c) for _, c in people}
    for token in unit.narrative:
        gender = PRONOUN_GENDER.get(token.low)
        if gender is None:
            continue
        before = [c for n, c in people if n.span.start < token.start]
        if len(distinct) == 1 and before:
            before[-1].genders[gender] += 2
        elif not before and len({id(c) for c in previous}) == 1:
            previous[0].genders[gender] += 1
        elif len(distinct) > 1 and before:
            before[0].genders[gender] += 0


def _describe(text: str, unit: Unit, named: NamedSpan, character: Character) -> None:
    """Roles in apposition, before the name and behind it; the age."""
    tokens = unit.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > named.span.start), None)
    last = next(
        (i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start < named.span.end), None
    )
    if first is None or last is None:
        return
    age = AGE.match(text, named.span.end, named.span.end + 12)
    if age:
        character.age = age[1]
    _role_before(text, tokens, first, character)
    _role_behind(text, tokens, last, character)


def _role_before(text: str, tokens: Sequence[Token], first: int, character: Character) -> None:
    """`Labour Minister Dagny Sarro`, `the guild's president, Marit Ode`."""
    j = first - 1
    title = j
    while title > 0 and tokens[title].low in TITLES and tokens[title].is_capital:
        title -= 1
    if tokens[title].text == ",":
        j = title  # `Its spokesman, Colonel Tibor Annas`
    apposed = j > 1 and tokens[j].text == ","
    if apposed:
        j -= 1
    end = j
    while (
        j >= 0
        and end - j < 8
        and (
            tokens[j].is_word
            and tokens[j].low not in PREPOSITIONS - {"of", "for"}
            and (tokens[j].is_capital or is_role_noun(tokens[j].low) or apposed or j < end)
            and tokens[j].low not in DETERMINERS
        )
    ):
        j -= 1
    words = tokens[j + 1 : end + 1]
    while words and not (words[0].is_capital or is_role_noun(words[0].low) or apposed):
        words = words[1:]
    nouns = [t for t in words if is_role_noun(t.low)]
    if not nouns or (apposed and not is_role_noun(words[-1].low) and "of" not in _lows(words)):
        return
    _take_role(text, words, character)


def _role_behind(text: str, tokens: Sequence[Token], last: int, character: Character) -> None:
    """`Priya Lindqvost, chief economist at Harrow & Teale,`; `who speaks for the union`."""
    j = last + 1
    if j < len(tokens) and tokens[j].text == ",":
        j += 1
    else:
        return
    if j + 1 < len(tokens) and tokens[j].text.isdigit() and tokens[j + 1].text == ",":
        j += 2
    start = j
    while j < len(tokens) and (tokens[j].is_word or tokens[j].text == "&") and j - start < 14:
        if is_speech_verb(tokens[j].low) and j > start:
            return  # `To Truss, the minister said`: a clause, no apposition
        if tokens[j].low in ("who", "which", "was", "is", "has", "had"):
            break
        j += 1
    words = list(tokens[start:j])
    while words and words[0].low in ("a", "an", "the", "now", "then", "once", "and"):
        words = words[1:]
    head = words[: next((k for k, t in enumerate(words) if t.low in PREPOSITIONS), len(words))]
    if head and any(is_role_noun(t.low) for t in head):
        _take_role(text, words, character)


def _take_role(text: str, words: Sequence[Token], character: Character) -> None:
    phrase = text[words[0].start : words[-1].end]
    character.roles.update(t.low for t in words if t.low not in PREPOSITIONS)
    for token in words:
        if token.low in MALE:
            character.genders["m"] += 3
        elif token.low in FEMALE:
            character.genders["f"] += 3
    if character.role is None or len(character.role) < len(phrase) < 60:
        character.role = phrase


def _title_gender(text: str, span: Span) -> str | None:
    before = text[max(0, span.start - 8) : span.start].split()
    first = text[span.start : span.end].split()[0].lower()
    for word in (before[-1].lower() if before else "", first):
        if word in MALE_TITLES - {"father", "brother"}:
            return "m"
        if word in FEMALE_TITLES - {"sister"}:
            return "f"
    return None


def _lows(tokens: Sequence[Token]) -> list[str]:
    return [t.low for t in tokens]


def _other(gender: str) -> str:
    return "f" if gender == "m" else "m"


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]


__all__ = ["ROLE_NOUNS", "Character", "characters", "name_words"]
