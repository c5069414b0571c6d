"""Who alone is in sight of a pronoun: whom its paragraph tells of, who comes, who is asked."""

from bisect import bisect_left
from collections.abc import Sequence

from tui.analysis.cast import Cast, Voice
from tui.analysis.character import PRONOUN_GENDER, Character
from tui.analysis.joint_voices import joined_names
from tui.analysis.name_finding import NameFinding
from tui.analysis.newcomers import BRINGS_IN, has_the_floor
from tui.analysis.noun_phrases import SUBJECT_PRONOUNS, with_apposed_name
from tui.analysis.paragraph_leads import alone_in, fits
from tui.analysis.pronouns import Chosen
from tui.analysis.speech_acts import judged as is_judged
from tui.analysis.speech_acts import who_is_asked
from tui.analysis.tokens import lower_forms
from tui.analysis.units import Unit
from tui.article.model import Span

# So sure is it that a pronoun is of who alone is in sight.
ALONE = 0.85
# So sure that it is of who is judged.
JUDGED = 0.9
# So sure that it is of who was brought in right before.
COMES = 0.8
# So many sentences at most may have told of nobody else.
FEW = 8
# In so many sentences before an answer the question is told.
ANSWERS = 2


class InSight:
    """Looks from a pronoun back over the sentences before it. Offsets are the article's."""

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        cast: Cast,
        names: NameFinding,
        described: Sequence[tuple[Span, Voice]],
    ) -> None:
        """`described` are the descriptions that were read so far, in order, and goes on growing."""
        self._text = text
        self._units = units
        self._cast = cast
        self._names = names
        self._described = described

    def judged(self, head: Span, gender: str | None) -> Chosen:
        """`Falk criticised Hale after she said`: Hale."""
        told = is_judged(self._text, self._cast.sentence_start(head.start), head.start)
        if told is None or gender is None:
            return None
        people = [
            c
            for n in self._names.within(told)
            if (c := self._cast.named_at(n.span.start)) is not None and c.type == "person"
        ]
        return (people[0], JUDGED) if len(people) == 1 and fits(people[0], gender) else None

    def alone(self, block: int, head: Span, gender: str | None) -> Chosen:
        """Whom alone the sentences before a pronoun have told of, in its block, where they bring
        that one in, or call them what they are.
        """
        begins, here = self._cast.block_begin(block), self._cast.unit_at(head.start)
        if gender is None or here is None or here.block != block:
            return None
        told = self._units_within(Span(begins, here.span.start))
        if not 0 < len(told) <= FEW or any(u.quotations for u in told):
            return None
        before = Span(begins, head.start)
        words = [t for u in (*told, here) for t in u.narrative if t.start < head.start]
        starts = {t.start for t in words} & {n.span.start for n in self._names.within(before)}
        named = ((at, self._cast.named_at(at)) for at in sorted(starts))
        people = {at: c for at, c in named if c is not None and c.type == "person"}
        first = [(at, c) for at, c in people.items() if c.mentions[0][0] == at]
        leading = [*self._described_within(before), *first]
        whom = alone_in(words, leading, [*people.values()], gender)
        return (whom, ALONE) if whom is not None else None

    def newcomer(self, block: int, head: Span, gender: str | None, said: Sequence[Span]) -> Chosen:
        """Whom the sentence before a pronoun, or before one more that such a pronoun leads, has
        brought in, and tells to do something: `A policeman came over. “Move along,” he said`;
        `said` is what follows.
        """
        here = self._cast.unit_index(head.start)
        before = Span(self._cast.sentence_start(head.start), head.start)
        if gender is None or any(n.type == "person" for n in self._names.within(before)):
            return None
        for unit in reversed(self._units[max(0, here - ANSWERS) : here]):
            spoke = any(s.offset >= unit.span.start for s in self._cast.spoken[-1:])
            if unit.block not in (block, block - 1) or unit.quotations or spoke:
                return None
            first = unit.tokens[0].low if unit.tokens else ""
            if first in SUBJECT_PRONOUNS and PRONOUN_GENDER.get(first) == gender:
                continue
            brought_in = self._brought_in_by(unit)
            if brought_in is None:
                return None
            at, whom = brought_in
            owner = self._owner_before(unit, at)
            lean = whom.lean(gender) if isinstance(whom, Character) else 0.0
            owned = owner is not None and owner.lean(gender) >= min(lean, 0.5)
            told = {low for span in said for low in lower_forms(self._text, span)}
            floor = has_the_floor(unit.narrative, at, gender, told, owned=owned)
            return (whom, COMES) if floor and fits(whom, gender) else None
        return None

    def _brought_in_by(self, unit: Unit) -> tuple[int, Character | Voice] | None:
        """Who leads a sentence and has not been told of before, and where; None where it goes on to
        name others.
        """
        words = {w.start: w for w in unit.narrative}
        described = [
            pair
            for pair in self._described_within(unit.span)
            if pair[0] in words and words[pair[0]].low in BRINGS_IN
        ]
        people = [
            (n.span.start, c)
            for n in self._names.within(unit.span)
            if n.span.start in words
            and (c := self._cast.named_at(n.span.start)) is not None
            and c.type == "person"
        ]
        new = [(at, c) for at, c in people if c.mentions[0][0] == at and c.introduced is None]
        found = [*described, *new[:1]]
        if len(found) != 1 or any(at > found[0][0] and c is not found[0][1] for at, c in people):
            return None
        return found[0]

    def _owner_before(self, unit: Unit, offset: int) -> Character | None:
        """Whose somebody is who leads a sentence: `Falk’s lawyer Bo Lind`."""
        named = self._names.within(Span(unit.span.start, offset))
        return self._cast.named_at(named[-1].span.start) if named else None

    def couple(self, head: Span, noun: str) -> list[Character]:
        """The two whom a sentence not long before `the couple` has named as one: `Ada and Bo Falk
        lost their home`; none where it brings in another couple.
        """
        here = self._cast.unit_index(head.start)
        for unit in reversed(self._units[max(0, here - FEW) : here]):
            told = [w.low for w in unit.narrative]
            if noun in told and told[told.index(noun) - 1] != "the":
                return []
            if two := self._joined_in(unit):
                return two
        return []

    def _joined_in(self, unit: Unit) -> list[Character]:
        """The two who are named as one in a sentence, where no third is."""
        starts = {w.start for w in unit.narrative}
        people = [
            n
            for n in self._names.within(unit.span)
            if n.type == "person" and n.span.start in starts
        ]
        if len(people) != 2:
            return []
        both = Span(people[0].span.start, people[1].span.end)
        named = [self._cast.named_at(n.span.start) for n in people]
        two = [c for c in named if c is not None]
        joined = joined_names(self._text, both, people)
        return two if joined and len(two) == 2 and two[0] is not two[1] else []

    def answering(self, block: int, head: Span, gender: str | None) -> Chosen:
        """Whom the sentence before a pronoun, or before one more that such a pronoun leads, tells
        to be asked something: `A baker was asked why. “I walk,” he said`.
        """
        here = self._cast.unit_index(head.start)
        for unit in reversed(self._units[max(0, here - ANSWERS) : here]):
            if gender is None or unit.block not in (block, block - 1) or unit.quotations:
                return None
            asked = who_is_asked(unit.tokens)
            if asked is None and unit.tokens and PRONOUN_GENDER.get(unit.tokens[0].low) == gender:
                continue
            span = with_apposed_name(unit.tokens, asked).head(unit.tokens) if asked else None
            whom = self._who_is(span) if span is not None else None
            return (whom, ALONE) if whom is not None and fits(whom, gender) else None
        return None

    def _who_is(self, span: Span) -> Character | Voice | None:
        """Who is named within an offset's phrase, or was described there."""
        named = self._names.within(span)
        if named:
            return self._cast.named_at(named[-1].span.start)
        at = bisect_left(self._described, span.start, key=lambda pair: pair[0].start)
        told = self._described[at] if at < len(self._described) else None
        return told[1] if told is not None and told[0].start < span.end else None

    def _units_within(self, stretch: Span) -> Sequence[Unit]:
        """The sentences that begin in a stretch, or one more than a few of them."""
        first, end = (
            bisect_left(self._units, at, key=lambda unit: unit.span.start) for at in stretch
        )
        return self._units[first : min(end, first + FEW + 1)]

    def _described_within(self, stretch: Span) -> list[tuple[int, Character | Voice]]:
        """Those who lead a sentence of a stretch by a description, with where that stands."""
        first, end = (
            bisect_left(self._described, at, key=lambda pair: pair[0].start) for at in stretch
        )
        return [(s.start, v.character or v) for s, v in self._described[first:end]]
