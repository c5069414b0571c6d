"""Who appears in an article: names grouped into characters, with role, age and gender as told."""

from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.character import Character, NamedSpan, initials, name_words
from tui.analysis.descriptions import describe, title_gender
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.genders import Genders, prompts
from tui.analysis.main_bodies import name_main_bodies
from tui.analysis.nicknames import nickname_of
from tui.analysis.noun_phrases import (
    SUBJECT_PRONOUNS,
)
from tui.analysis.owned_bodies import SAINTS
from tui.analysis.phrase_heads import head_noun
from tui.analysis.role_nouns import LEGAL, alike, is_role_noun
from tui.analysis.shared_roles import share_roles
from tui.analysis.subjects import first_subject
from tui.analysis.units import Unit, lead_of
from tui.article.model import Article, Span

# What a description begins with.
OPENS = frozenset("a an the its his her their".split())
# `The man accused of it` is not who is named next.
ANYBODY = frozenset("man woman boy girl suspect".split())
# How many paragraphs below the lead the name of whom it describes is looked for.
NAMED_WITHIN = 2
# Of so many who share a name it is asked whose it is; the fullest names and the first come first.
MOST_NAMESAKES = 60
# So surely of one gender, somebody is not called by a title of the other.
WELL_TOLD = 0.8
LONGEST_TITLE = 12
# Titles that may be of whoever is married to somebody.
SPOUSES = frozenset(["mr", "mrs"])


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
    name_main_bodies(units, known.characters)
    _name_the_unnamed(article, units, known.characters)
    _name_sole_bearers(units, known.characters)
    return known.characters


class _Register:
    """The characters found so far, by the words of their names."""

    def __init__(self) -> None:
        self.characters: list[Character] = []
        self._by_last: dict[str, list[Character]] = defaultdict(list)
        self._by_any: dict[str, list[Character]] = defaultdict(list)
        self._by_two: dict[tuple[str, str], list[Character]] = defaultdict(list)
        self._by_initials: dict[str, Character] = {}
        self._by_beginning: dict[tuple[str, ...], Character] = {}
        self._titled: dict[int, str] = {}
        self._by_title: dict[tuple[str, str], Character] = {}
        self._by_nickname: dict[str, Character] = {}

    def place(self, text: str, names: Sequence[NamedSpan]) -> list[tuple[NamedSpan, Character]]:
        """Each name with its character, made where there is none; in the text's order."""
        located = []
        for named in sorted(
            names, key=lambda n: (-len(name_words(_of(text, n.span))), n.span.start)
        ):
            surface = _of(text, named.span)
            words = name_words(surface)
            gender = title_gender(text, named.span)
            if len(words) > 1:
                character = self._of_full_name(words)
                longer = self._by_beginning.get(tuple(words))
                if character is None and longer is not None:
                    more = longer.words[len(words) :]
                    short = named.type == "person" or words[0] in SAINTS or LEGAL.issuperset(more)
                    character = longer if short else None
            elif named.type != "person" and surface.isupper() and words[0] in self._by_initials:
                character = self._by_initials[words[0]]
            else:
                known = self._by_nickname.get(words[0])
                character = known or _match(words[0], named, gender, self._by_last, self._by_any)
            title = _word_before(text, named.span.start) if gender else ""
            if character is not None and gender and self._is_another(character, gender, title):
                # beside `Mr Falk` somebody else is `Mrs Falk`
                surface = f"{title} {surface}"
                character = self._by_title.get((gender, words[-1]))
            if character is None:
                character = Character(name=surface, type=named.type)
                self.characters.append(character)
                self._by_last[words[-1]].append(character)
                for word in words:
                    self._by_any[word].append(character)
                for word in {*words, _initial(words)}:
                    self._by_two[words[-1], word].append(character)
                if len(words) > 1 and named.type != "person":
                    self._by_initials.setdefault(initials(words), character)
                for end in range(2, len(words)):
                    # a given name with a patronymic, the first of two surnames
                    self._by_beginning.setdefault(tuple(words[:end]), character)
            if gender and len(words) == 1:
                self._titled.setdefault(id(character), gender)
                self._by_title.setdefault((gender, words[-1]), character)
            nickname = nickname_of(text, named.span) if len(words) > 1 else None
            if nickname is not None:
                self._by_nickname.setdefault(nickname, character)
            character.types[named.type] += 1
            located.append((named, character))
        located.sort(key=lambda pair: pair[0].span.start)
        for character in self.characters:
            character.type = character.types.most_common(1)[0][0]
        return located

    def _is_another(self, character: Character, gender: str, title: str) -> bool:
        """Whether a title tells that somebody else of the same surname is meant."""
        titled = self._titled.get(id(character))
        if titled:
            return titled != gender
        return title.lower().rstrip(".") in SPOUSES and character.lean(gender) <= -WELL_TOLD

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


def _name_the_unnamed(article: Article, units: Sequence[Unit], found: Sequence[Character]) -> None:
    """Delayed naming: `A surgeon who ...` in the lead is who leads the next paragraph by name.

    The lead's words are then that person's roles; not where these already are others, nor, where
    the lead tells of a place, where they are not told.
    """
    lead = lead_of(units)
    if lead is None:
        return
    tokens = lead.tokens
    subject = first_subject(tokens)
    if subject is None:
        return
    words = tokens[subject.start : subject.end]
    lows = [t.low for t in words]
    noun = head_noun(lows)
    unknown = lows[0] in ("a", "an", "one") or not {"a", "an"}.isdisjoint(lows)
    # `The first minister refused ...`, where nobody is told to be that
    said = {low for low in lows if low not in DETERMINERS}
    office = lows[0] == "the" and not any(said <= c.roles for c in found)
    if not (unknown or office) or not is_role_noun(noun) or (office and noun in ANYBODY):
        return
    placed = any(t.is_capital for t in words[1:])
    near = article.blocks[min(lead.block + NAMED_WITHIN, len(article.blocks) - 1)].span.end
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
    if first is None:
        return
    character = found[first[1]]
    known = {role for role in character.roles if is_role_noun(role)}
    if known.isdisjoint(alike(noun)) if known else placed:
        return  # `A Halland judge` is only who is told to be one
    if office and known:
        return
    character.take_role([t.low for t in words if t.low not in PREPOSITIONS | DETERMINERS])
    character.introduced = words[0].start
    if character.role is None and lows[0] in DETERMINERS:
        character.role = article.text[words[1].start : words[-1].end]


def _name_sole_bearers(units: Sequence[Unit], found: Sequence[Character]) -> None:
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
        if first and words[first - 1].is_capital:
            continue  # `Ada Falk, a consultant`
        told = {w.low for w in words[first:i]}
        bearers = [
            c
            for c in found
            if c.type == "person"
            and noun in c.roles
            and all(rank in told for rank, held in c.ranks if held == noun)
        ]
        if len(bearers) == 1 and bearers[0].introduced is None:
            bearers[0].introduced = words[first].start


def _match(
    word: str,
    named: NamedSpan,
    gender: str | None,
    by_last: dict[str, list[Character]],
    by_any: dict[str, list[Character]],
) -> Character | None:
    """The character that a name of one word stands for; the longest names were taken first."""
    candidates = (
        _bodies_called(word, named, by_any[word][:MOST_NAMESAKES])
        or by_last[word][:MOST_NAMESAKES]
        or [c for c in by_any[word][:MOST_NAMESAKES] if c.type in ("person", named.type)]
    )
    if named.type != "person":
        candidates = [
            c for c in candidates if c.type != "person" or c.words[-1] == word or word in c.bynames
        ]
    if gender and len(candidates) > 1:
        surest = max(c.lean(gender) for c in candidates)
        candidates = [c for c in candidates if c.lean(gender) == surest]
    if len(candidates) > 1:
        before = [c for c in candidates if c.mentions and c.mentions[-1][0] <= named.span.start]
        candidates = before or candidates
        if gender:
            return max(candidates, key=lambda c: c.mentions[-1:])  # of whom the text told last
    return candidates[0] if candidates else None


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


def _observe(
    article: Article, units: Sequence[Unit], located: Sequence[tuple[NamedSpan, Character]]
) -> None:
    """Walk through the article: mentions, roles, ages, and the pronouns that tell a gender."""
    text = article.text
    index = 0
    genders = Genders()
    for unit in units:
        here: list[tuple[NamedSpan, Character]] = []
        while index < len(located) and located[index][0].span.start < unit.span.end:
            if located[index][0].span.start >= unit.span.start:
                here.append(located[index])
            index += 1
        tokens = unit.tokens
        quoted = [(i.token.start, i.token.end) for i in unit.items if i.quotation is not None]
        narrated: list[tuple[NamedSpan, Character]] = []
        first = [t.low for t in unit.narrative[:2]]
        # `She showed him what Ada wrote`: Ada does not lead; but `One of them, Ada, wrote` it
        led = first[:1] != [] and first[0] in SUBJECT_PRONOUNS and first != ["one", "of"]
        for named, character in here:
            # a title is in marks, but nobody utters it
            inside = not named.work and any(s <= named.span.start < e for s, e in quoted)
            possessive = text[named.span.end : named.span.end + 2] in ("’s", "'s")
            leads = not (led or inside or possessive or prompts(tokens, named))
            led = led or leads
            if unit.kind != "byline":
                character.mentions.append((named.span.start, leads, inside))
            surface = _of(text, named.span)
            if surface not in character.forms:
                character.forms.append(surface)
            longer = len(name_words(surface)) - len(character.words)
            shouted = character.name.isupper() and not surface.isupper()
            if longer > 0 or (longer == 0 and shouted):
                character.name = surface
            gender = title_gender(text, named.span)
            if gender:
                character.titled = gender
            if named.work:
                character.roles.add(named.work)
            if not inside:
                narrated.append((named, character))
                if character.type == "person":
                    describe(text, unit, named, character)
        share_roles(tokens, narrated)
        genders.read(unit, narrated)


def _word_before(text: str, offset: int) -> str:
    return text[max(0, offset - LONGEST_TITLE) : offset].split()[-1]


def _of(text: str, span: Span) -> str:
    return text[span.start : span.end]
