"""Of which gender the persons of an article are, as the pronouns beside their names tell."""

from collections.abc import Sequence

from tui.analysis.character import PRONOUN_GENDER, Character, NamedSpan
from tui.analysis.cues import ASKED, is_speech_verb
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.noun_phrases import (
    SUBJECT_PRONOUNS,
    phrase_starting_at,
    with_apposed_name,
)
from tui.analysis.phrase_heads import head_noun, is_object
from tui.analysis.role_nouns import FEMALE, MALE, is_role_noun
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token
from tui.analysis.units import Unit

CLAUSE_OPENERS = frozenset("that because whether if when while although since".split())
TELLING = frozenset(["that", "whether"])
ASKING = frozenset("asked asks pressed".split())
PROMPTED = ASKED | {"prompted", "cross-examined"}
# `His Majesty`: whoever thanks him is somebody else.
STYLES = frozenset(
    "majesty highness holiness eminence excellency honour honor lordship ladyship grace worship"
    .split()
)  # fmt: skip
# So many words before a name tell that its bearer asks.
PROMPTS = 7
# So sure must it be of which gender somebody is, for pronouns to go on meaning them.
TOLD = 0.5
# So many sentences on they still may.
NEAR = 8

People = Sequence[tuple[NamedSpan, Character]]


class Genders:
    """Reads an article's sentences in order, and counts for each person what pronouns tell."""

    def __init__(self) -> None:
        self._previous: list[Character] = []
        self._meant: dict[str, tuple[Character, int]] = {}
        self._count = 0

    def read(self, unit: Unit, narrated: People) -> None:
        """Read a sentence; `narrated` are the names in it that stand outside quotation marks."""
        self._count += 1
        if not narrated and _leads_by_description(unit):
            self._vote_for_owner(unit)
            self._previous = []  # its pronouns may be those of the woman, not of who was named
        named = [(n, c) for n, c in narrated if c.type == "person"]
        self._vote(unit, named)
        people = [c for _, c in named]
        self._previous = people or (self._previous if not narrated else [])
        if not ASKING.isdisjoint(t.low for t in unit.narrative):
            self._previous = []  # `Falk asked why. He took a moment`: who is asked does
        for person in people:
            for gender in "mf":
                if person.lean(gender) >= TOLD:
                    self._meant[gender] = person, self._count

    def _vote_for_owner(self, unit: Unit) -> None:
        """`Her husband was calm`: who was named before is a woman."""
        gender = PRONOUN_GENDER.get(unit.narrative[0].low) if unit.narrative else None
        one = _only(self._previous, gender) if gender is not None else None
        if one is not None and gender is not None:
            one.genders[gender] += 1

    def _vote(self, unit: Unit, named: People) -> None:
        """Pronouns near the only person in sight tell that person's gender.

        Whoever has a title or a role of the other gender is not in sight. But an object does not
        stand for the subject of its own sentence: `Ada asked him`.
        """
        if PRONOUN_GENDER.keys().isdisjoint(t.low for t in unit.narrative):
            return
        # `Falk’s deputy, Bo Rask, said he would`: it is not Falk, where others are
        tokens, words = unit.tokens, unit.narrative
        asked = [(n, c) for n, c in named if not prompts(tokens, n)]
        people = [(n, c) for n, c in asked if not _owns(tokens, n)] or asked
        others = {_owner_s_gender(words, people), _teller_s_gender(tokens, people)}
        for i, token in enumerate(words):
            gender = PRONOUN_GENDER.get(token.low)
            if gender is None or (i + 1 < len(words) and words[i + 1].low in STYLES):
                continue
            if gender in self._meant:
                self._meant[gender] = self._meant[gender][0], self._count
            if gender in others:
                continue
            before = [c for n, c in people if n.span.start < token.start]
            # `dismissed her map`, but not `she` or `warned in his column`; `recalls that he left`
            preceding = words[i - 1].low if i else ""
            owns = token.low not in SUBJECT_PRONOUNS and preceding not in PREPOSITIONS
            held = owns or preceding in TELLING
            if before:
                one = _only([c for _, c in people], gender)
                if one in before and not is_object(words, i):
                    if not self._is_another_s(gender, one, held=held):
                        one.genders[gender] += 2
                elif one is None and (leading := _leading_a_clause(words, i, people)) is not None:
                    leading.genders[gender] += 1
            else:
                one = _only(self._previous, gender)
                if one is not None and not self._is_another_s(gender, one, held=held):
                    one.genders[gender] += 1

    def _is_another_s(self, gender: str, one: Character, *, held: bool) -> bool:
        """Whether a pronoun rather goes on meaning another, of whom the article has told more:
        `Ada Falk left. She had her boat. Bo Rask dismissed her map.` So does one that is no
        possessive, where it does not fit somebody, or their given name.
        """
        fits = one.given_gender in (None, gender) and one.lean(gender) >= 0
        if not held and fits:
            return False
        meant, at = self._meant.get(gender, (one, 0))
        return meant is not one and self._count - at <= NEAR and one.lean(gender) <= 0


def _leads_by_description(unit: Unit) -> bool:
    """Whether a sentence begins with somebody who is only described: `A woman shook her head`."""
    subject = first_subject(unit.tokens)
    if subject is None:
        return False
    lows = [t.low for t in unit.tokens[subject.start : subject.end]]
    return lows[0] in DETERMINERS and is_role_noun(head_noun(lows))


def _leading_a_clause(words: Sequence[Token], i: int, people: People) -> Character | None:
    """Who is named right before a possessive, as what opens its clause: `Ada Falk said that Bo
    Rask had broken his arm`.
    """
    if is_object(words, i) or words[i].low in SUBJECT_PRONOUNS:
        return None
    named, character = max(
        (pair for pair in people if pair[0].span.start < words[i].start),
        key=lambda pair: pair[0].span.start,
    )
    before = next((w for w in reversed(words) if w.end <= named.span.start), None)
    return character if before is not None and before.low in CLAUSE_OPENERS else None


def _owns(words: Sequence[Token], named: NamedSpan) -> bool:
    """Whether a name is a possessive."""
    return any(w.start < named.span.end <= w.end and w.is_possessive for w in words)


def prompts(words: Sequence[Token], named: NamedSpan) -> bool:
    """Whether a name is of who asks: `Pressed by Ada Falk on why he left, Bo Rask sighed`."""
    lows = [w.low for w in words if w.start < named.span.start][-PROMPTS:]
    by = next((i for i, low in enumerate(lows) if low == "by"), 0)
    return not PROMPTED.isdisjoint(lows[:by])


def _owner_s_gender(words: Sequence[Token], people: People) -> str | None:
    """Of whom a sentence's first person is somebody's: `Her former student Falk thinks she errs`
    tells nothing of Falk.
    """
    gender = PRONOUN_GENDER.get(words[0].low) if words else None
    phrase = phrase_starting_at(words, 0) if gender else None
    if phrase is None:
        return None
    end = words[with_apposed_name(words, phrase).end - 1].end
    return gender if any(n.span.start < end for n, _ in people) else None


def _teller_s_gender(whole: Sequence[Token], people: People) -> str | None:
    """Of who tells of a sentence's first person: `Falk, she says, was wrong`."""
    if not people:
        return None
    behind = [t for t in whole if t.start >= people[0][0].span.end][:4]
    lows = [t.low for t in behind]
    if len(lows) < 4 or (lows[0], lows[3]) != (",", ",") or not is_speech_verb(lows[2]):
        return None
    return PRONOUN_GENDER.get(lows[1])


def _only(people: Sequence[Character], gender: str) -> Character | None:
    """The one of some persons who may be of a gender; None where several may."""
    others = FEMALE if gender == "m" else MALE
    fit = {id(c): c for c in people if c.titled in (None, gender) and others.isdisjoint(c.roles)}
    return next(iter(fit.values())) if len(fit) == 1 else None
