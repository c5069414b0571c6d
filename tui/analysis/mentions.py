"""Whom an article means by a name, a description or a pronoun, met in its order."""

import re
from bisect import bisect_right, insort
from collections.abc import Sequence

from tui.analysis.antecedents import Antecedents
from tui.analysis.cast import Cast, Resolution, Voice
from tui.analysis.character import PRONOUN_GENDER, Character, NamedSpan
from tui.analysis.described import Descriptions
from tui.analysis.description_fit import Description
from tui.analysis.family import ELDER, YOUNGER, Family, kin_told
from tui.analysis.frames import DETERMINERS
from tui.analysis.gender_behind import gender_behind
from tui.analysis.in_sight import ALONE, InSight
from tui.analysis.name_finding import NameFinding
from tui.analysis.name_types import PARTIES
from tui.analysis.newcomers import BRINGS_IN, behind_opening
from tui.analysis.noun_phrases import with_apposed_name
from tui.analysis.owned_voices import is_another_s, is_owned, is_somebody_s, shown_with
from tui.analysis.paragraph_leads import fits, goes_back
from tui.analysis.phrase_heads import head_noun, kind_of
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.pronouns import (
    Candidate,
    Chosen,
    Model,
    Place,
    candidates,
    chosen,
    persons_first,
    several_first,
    things_first,
)
from tui.analysis.role_nouns import BODIES, COUPLES, FEMALE, KIN, MALE, is_role_noun, singular
from tui.analysis.shown_names import whole_phrase
from tui.analysis.speech_acts import who_is_asked
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token, tokens
from tui.analysis.units import Unit
from tui.article.model import Span

NEAR = 60
WHO = re.compile(r",? who\b")
# So sure must it be whom a pronoun stands for, for them to be in sight again.
SURE = 0.5
# So sure must it be for the pronoun to tell that one's gender.
TELLS = 0.9
# What stands before who somebody is, and brings in nobody.
EQUATES = frozenset("is was are were be been being as became become becomes a like not".split())
THE_COUPLE = [["the", noun] for noun in sorted(COUPLES)]
THINGS = frozenset(["it", "itself"])
# What may stand for one person; `both`, `others`, `those who` do not.
MAY_BE_ONE = frozenset("they them themselves who".split())


class Mentions:
    """Knows who is meant by an article's names, pronouns and descriptions, as far as it was read.

    Sentences that are led by somebody, or speak of somebody by a role, are read with `meet`.
    """

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        names: Sequence[NamedSpan],
        characters: Sequence[Character],
        pointers: Pointers = NO_POINTERS,
    ) -> None:
        self._text = text
        self._cast = Cast(units, characters)
        self.names = NameFinding(text, names, self._cast)
        self.descriptions = Descriptions(text, self._cast, self.chosen)
        self._described: list[tuple[Span, Voice]] = []
        self._seen: set[int] = set()
        self._family = Family()
        self._objects: dict[int, Character | Voice] = {}
        self._units = units
        self._met = 0
        # what was said last
        self._last_said: Sequence[Span] = ()
        self._antecedents = Antecedents(pointers, self._whose)
        self.in_sight = InSight(text, units, self._cast, self.names, self._described)

    def _whose(self, offset: int) -> int | None:
        """Who is named or described at an offset, by identity."""
        named = self.names.at(offset)
        if named is not None:
            character = self._cast.named_at(named.span.start)
            return id(character) if character else None
        at = bisect_right(self._described, offset, key=lambda pair: pair[0].start) - 1
        if at >= 0 and offset < self._described[at][0].end:
            return id(self._described[at][1])
        return None

    def pointed(self, place: Place, word: Span, gender: str | None, *, neutral: bool) -> Chosen:
        """Whom a pronoun stands for, by what the encoder points to and by salience."""
        about = self._spoken_about(place, gender) if gender is not None else None
        if about is not None:
            return about
        near = candidates(self._cast, place, gender, self._antecedents.of(word))
        if gender is not None:
            near = persons_first(near, gender) or self._far(place, gender)
        elif self._text[slice(*word)].lower() in THINGS:
            near = things_first(near)
        elif neutral:
            low = self._text[slice(*word)].lower()
            near = several_first(near, one=low in MAY_BE_ONE)
        return self.chosen(place, near, "neutral" if neutral else "personal")

    def _spoken_about(self, place: Place, gender: str) -> Chosen:
        """`“He never slept,” said Bo Lind, a friend.`, and in the next paragraph `He was born ...`:
        who is spoken of there, where the speaker has only just been brought in.
        """
        last = self._cast.spoken[-1] if self._cast.spoken else None
        speaker = last.voice.character if last is not None else None
        begins = self._cast.block_begin(place.block)
        if last is None or speaker is None or not 0 < place.block - last.block <= 1:
            return None
        first = self._cast.unit_index(speaker.mentions[0][0]) if speaker.mentions else -1
        told = {t.low for s in self._last_said for t in tokens(self._text, *s)}
        if (
            first != self._cast.unit_index(last.offset)
            or gender not in {PRONOUN_GENDER.get(low) for low in told}
            or not goes_back(self._text, begins, place.offset)
            or any(n.type == "person" for n in self.names.within(Span(begins, place.offset)))
        ):
            return None
        whom = self._cast.last_named(Span(0, speaker.mentions[0][0]))
        return (whom, ALONE) if whom is not None and fits(whom, gender) else None

    def _far(self, place: Place, gender: str) -> list[Candidate]:
        """The last person of a gender that was named before a place, however long before."""
        person = self._cast.last_of(gender, place.offset)
        return candidates(self._cast, place, gender, {}, [person]) if person else []

    def chosen(self, place: Place, options: list[Candidate], model: Model) -> Chosen:
        """Who of those that a mention at a place may stand for it is."""
        return chosen(options, model)

    def _with_clause(self, mention: Span) -> Span:
        """A mention with the relative clause that follows it, as far as a name would be."""
        behind = WHO.match(self._text, mention.end)
        return Span(mention.start, mention.end + NEAR) if behind else mention

    def _described_as(self, place: Place, head: Span, whole: Span, shown: str) -> Resolution | None:
        """Whom a description stands for; `whole` is it with what is told behind it."""
        mention = self._text[slice(*head)]
        named = self.names.named_as(whole)
        if named is not None:
            return Resolution(
                self._cast.voice_of(named), 0.9, f"the text calls “{mention}” {named.name}"
            )
        introduced = self._cast.introduced_at(head.start)
        if introduced is not None:
            voice = self._cast.voice_of(introduced)
            return Resolution(voice, 0.8, f"the text then names {introduced.name}")
        words = tokens(self._text, *head)
        lows = [w.low for w in words]
        noun = head_noun(lows)
        owner, sure = self._owner(place, words, kin=noun in KIN) or (None, 0.0)
        relative = self._relative_of(owner, noun, place.offset) if owner else None
        if relative is not None:
            voice = self._cast.voice_of(relative)
            return Resolution(voice, 0.8, f"“{mention}” has the surname of {voice.name}'s family")
        if owner is not None and sure >= SURE and is_owned(lows, noun):
            shown = shown_with(owner.shown, shown, self._text)
            voice = self._cast.unnamed(shown, kind_of(noun, lows))
            self.descriptions.remember(voice, lows, noun)
            return Resolution(voice, 0.8, f"“{mention}” is of {owner.name}, spoken of before")
        two = self.in_sight.couple(head, lows[1]) if lows in THE_COUPLE else []
        if two:
            voice = self._cast.joint(two)
            return Resolution(voice, 0.8, f"“{mention}” stands for {voice.name}")
        told = self._cast.told_to_be(lows[1], head.start) if ["the", *lows[1:2]] == lows else None
        if told is not None:
            voice = self._cast.voice_of(told)
            return Resolution(voice, 0.85, f"the text has told that {voice.name} is “{mention}”")
        shares = self._antecedents.of(head)
        unit = self._cast.unit_at(head.start)
        behind = unit.narrative if unit else ()
        gender = gender_behind(behind, head.end, self._cast.named_at)
        owners = {
            id(c) for n in self.names.within(head) if (c := self._cast.named_at(n.span.start))
        } | ({id(beside)} if (beside := self.names.fronted(head)) else set())
        whose = owner if sure >= SURE and is_somebody_s(lows, noun) else None
        if whose is not None:
            shown = shown_with(whose.shown, shown, self._text)
        found = self.descriptions.resolve(place, head, words, shares, gender, shown, owners)
        if whose is None or found is None or found.voice.character is not None:
            return found
        if is_another_s(found.voice.name, shown):
            found = Resolution(
                self._cast.unnamed(shown, found.voice.kind), 0.8,
                f"“{mention}” is all that the article says of the speaker",
            )  # fmt: skip
            self.descriptions.remember(found.voice, lows, noun)
        found.voice.told_whose = found.voice.name == shown
        return found

    def _relative_of(self, owner: Character, noun: str, offset: int) -> Character | None:
        """`Her brother`, `whose wife`: the one other person of that gender with the surname."""
        if noun not in KIN:
            return None
        told = self._family.relative_of(owner, noun)
        if told is not None:
            return told if isinstance(told, Character) else told.character
        sought = "m" if noun in MALE else "f" if noun in FEMALE else None
        family = [
            c
            for c in self._cast.with_surname(owner.words[-1], offset)
            if c is not owner and (sought is None or c.gender in (None, sought))
        ]
        return family[0] if len(family) == 1 else None

    def _owner(
        self, place: Place, words: Sequence[Token], *, kin: bool
    ) -> tuple[Character, float] | None:
        """Whose somebody is, how surely: whom `her` stands for, or who is before `whose`."""
        gender = PRONOUN_GENDER.get(words[0].low)
        if gender is not None:
            pronoun = Span(words[0].start, words[0].end)
            owner = self.pointed(place, pronoun, gender, neutral=False)
            if owner is None or not isinstance(owner[0], Character):
                return None
            self._cast.described(owner[0], pronoun.start)
            return owner[0], owner[1]
        start = self._cast.sentence_start(place.offset)
        if not kin or not self._text[start : words[0].start].endswith("whose "):
            return None
        before = [n for n in self.names.within(Span(start, words[0].start)) if n.type == "person"]
        named = self._cast.named_at(before[-1].span.start) if before else None
        return (named, 1.0) if named is not None else None

    def _elder(self, named: Character, words: Sequence[Token], offset: int) -> Character:
        """`the elder Falk`: who of those with a surname is meant."""
        word = next(w.low for w in words if w.low in ELDER | YOUNGER)
        people = self._cast.with_surname(named.words[-1], offset)
        return self._family.elder_of(people, word) or named

    def meet(self, offset: int) -> None:
        """Meet those who lead the sentences before an offset by a description: `The purser was
        last off the ship.`
        """
        while self._met < len(self._units) and self._units[self._met].span.end <= offset:
            unit = self._units[self._met]
            self._met += 1
            self._meet_kin(unit)
            self._meet_objects(unit)
            self._meet_newcomers(unit)
            if unit.kind != "paragraph":
                continue
            words = unit.tokens
            subject = who_is_asked(words) or first_subject(words) or behind_opening(words)
            if subject is None:
                continue
            head = subject.head(words)
            if head.start in self._seen:
                continue
            lows = [t.low for t in words[subject.start : subject.end]]
            if len(lows) == 1 and lows[0] in PRONOUN_GENDER:
                self._meet_again(Place(head.start, unit.block, ()), head, PRONOUN_GENDER[lows[0]])
                continue
            noun = head_noun(lows)
            owned = noun in BODIES and self._is_owned(words[subject.start : subject.end])
            # `Researchers at the University of Strand followed 2,000 adults.`
            one = singular(noun)
            several = lows[0] == noun != one and is_role_noun(one)
            # `One Democrat was blunt.`
            of_a_party = noun in PARTIES and lows[0] in BRINGS_IN
            # `A Western official agreed.`
            named = self.names.within(head)
            new = lows[0] in BRINGS_IN and lows[-1] == noun and self._names_nobody(head)
            if (
                not (lows[0] in DETERMINERS or owned or several)
                or not (is_role_noun(noun) or noun in BODIES or several or of_a_party)
                or (named and not (owned or several or of_a_party or new))
                or (self._whose(head.start) is not None and not owned)
                or with_apposed_name(words, subject) != subject
            ):
                continue
            shown = self._text[slice(*whole_phrase(words, subject).span(words))]
            place = Place(head.start, unit.block, ())
            found = self._described_as(place, head, self._with_clause(head), shown)
            if found is None:
                continue
            self._cast.described(found.voice.character or found.voice, head.start)
            insort(self._described, (head, found.voice), key=lambda pair: pair[0].start)

    def _names_nobody(self, head: Span) -> bool:
        """Whether the names in a description tell of no one: `A Western official`."""
        return self.names.name_in(head, tokens(self._text, *head)) is None

    def _is_owned(self, words: Sequence[Token]) -> bool:
        """`Falk’s office`: whether somebody named has something, and no more is named."""
        named = [n for w in words if (n := self.names.at(w.start)) is not None]
        return (
            len(words) > 1
            and bool(named)
            and words[-2].is_possessive
            and named[-1].span.start < words[-2].end
        )

    def _meet_kin(self, unit: Unit) -> None:
        """Remember who is whose: `beside his mother, the retired judge Ada Falk`."""
        for pronoun, noun, near in kin_told(unit.tokens):
            named = next((n for t in near if (n := self.names.at(t.start)) is not None), None)
            relative = self._cast.named_at(named.span.start) if named else None
            if relative is None or relative.type != "person":
                continue
            span = Span(pronoun.start, pronoun.end)
            place, gender = Place(span.start, unit.block, ()), PRONOUN_GENDER[pronoun.low]
            owner = self.pointed(place, span, gender, neutral=False)
            if owner is not None:
                self._family.tell(owner[0], noun, relative)

    def _meet_objects(self, unit: Unit) -> None:
        """Meet whom a sentence speaks of by a role that the article has told: `urged the
        president to wait`.
        """
        words = unit.narrative
        for i in range(1, len(words) - 1):
            noun = words[i + 1]
            if words[i].low != "the" or not is_role_noun(noun.low) or noun.start in self._seen:
                continue
            head = Span(words[i].start, noun.end)
            if self.names.at(noun.end + 1) is not None or self.names.within(head):
                continue
            place = Place(head.start, unit.block, ())
            description = Description(noun.low, (noun.low,), strict=True)
            found = self.descriptions.choose(place, description, self._antecedents.of(head))
            if found is not None and found[1] >= SURE:
                self._cast.described(found[0], head.start, leads=False)
                self._objects[head.start] = found[0]

    def _meet_newcomers(self, unit: Unit) -> None:
        """Meet those whom a sentence brings in beside its subject: `until a rude reviewer came`."""
        words = unit.narrative
        for i in range(2, len(words)):
            noun = words[i]
            if not is_role_noun(noun.low) or noun.is_capital:
                continue
            near = range(max(1, i - 3), i)
            first = next((k for k in near if words[k].low in BRINGS_IN), None)
            if first is None or words[first].start in self._seen:
                continue
            before = words[first - 1]
            gap = words[first].start - before.end
            if "," in self._text[words[first].start : noun.start]:
                continue  # `Asked for a comment, the minister laughed`
            if gap == 1 and before.low not in EQUATES:
                span = Span(words[first].start, noun.end)
                if not self.names.within(span) and self.names.at(noun.end + 1) is None:
                    self.descriptions.bring_in(self._text[slice(*span)], noun.low, span.start)

    def _meet_again(self, place: Place, pronoun: Span, gender: str) -> None:
        """`She rose.`: who leads a sentence by a pronoun is in sight again."""
        found = self.pointed(place, pronoun, gender, neutral=False)
        if found is None or found[1] < SURE:
            return
        whom, probability = found
        self._cast.described(whom, pronoun.start)
        if probability >= TELLS and isinstance(whom, Character):
            whom.genders[gender] += 1
