"""The chain of a quote: from its mention, step by step, to where the text gives the name."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Voice
from tui.analysis.character import Character, NamedSpan, name_words
from tui.analysis.descriptions import describe
from tui.analysis.phrase_heads import head_noun, points_back
from tui.analysis.quotation import inside
from tui.analysis.role_nouns import alike
from tui.analysis.tokens import lower_forms
from tui.analysis.units import Unit
from tui.article.model import Article, Span


def chains(
    article: Article,
    units: Sequence[Unit],
    names: Sequence[NamedSpan],
    said: Sequence[tuple[Attribution, Voice | None]],
) -> list[tuple[Span, ...]]:
    """The chain of each attribution, given the voice that it has.

    A mention leads to where the article names the voice (for a description: where it tells this
    of the voice; else the naming before it, else the one behind it), and a part of the name to the
    first place with all of it. Who is only described is led to the first such description. No two
    steps share a character; without a mention the chain is its last step, without a voice it is
    empty. Spans are code points of the article's text. Linear in the article's length.
    """
    named_at = {named.span.start: named for named in names}
    starts = [unit.span.start for unit in units]
    namings: dict[int, _Namings] = {}
    described = _described(article.text, said)
    found = []
    for attribution, voice in said:
        steps = [] if voice is None or attribution.mention is None else [attribution.mention]
        if voice is not None and (character := voice.character) is not None:
            if id(character) not in namings:
                namings[id(character)] = _Namings(article.text, units, starts, character, named_at)
            steps += namings[id(character)].behind(attribution)
        elif id(voice) in described:
            steps.append(described[id(voice)])
        found.append(_apart(steps))
    return found


class _Namings:
    """Where an article names a character, in order."""

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        starts: Sequence[int],
        character: Character,
        named_at: Mapping[int, NamedSpan],
    ) -> None:
        """`starts` are those of `units`; `named_at` has the names by where they begin."""
        self._text, self._units, self._starts = text, units, starts
        # a mention at which there is no name is a description
        mentions = [
            (named_at[at], quoted) for at, _, quoted in character.mentions if at in named_at
        ]
        self._spans = [named.span for named, _ in mentions]
        self._told_at = [named for named, quoted in mentions if not quoted]
        words = character.words
        self._full = [s for s in self._spans if name_words(text[slice(*s)]) == words]

    def behind(self, attribution: Attribution) -> list[Span]:
        """The steps from an attribution's mention on, the full name last."""
        mention = attribution.mention
        if mention is None:
            return self._full[:1]
        within = _sharing(self._spans, mention)
        naming: list[Span] = []
        if not within:
            naming = self._telling(attribution.head or mention)
            naming = naming or self._nearest(within.start, attribution.spans)
        named = any(_sharing(self._full, place) for place in (mention, *naming))
        return naming if named else [*naming, *self._full[:1]]

    def _nearest(self, at: int, content: Sequence[Span]) -> list[Span]:
        """The last naming before the one at `at`, else the first from it on; none in `content`."""
        for places in (range(at - 1, -1, -1), range(at, len(self._spans))):
            for place in places:
                if not inside(content, self._spans[place].start):
                    return [self._spans[place]]
        return []

    def _telling(self, description: Span) -> list[Span]:
        """The first naming beside which the article tells what a description says."""
        words = lower_forms(self._text, description)
        if points_back(words):
            return []
        noun = head_noun(words)
        places = [self._roles[word] for word in alike(noun) if word in self._roles]
        return [self._roles.get(noun, min(places))] if places else []

    @cached_property
    def _roles(self) -> dict[str, Span]:
        """The words of the roles that are told beside a name, each with the first such name."""
        found: dict[str, Span] = {}
        for named in self._told_at:
            unit = self._units[bisect_right(self._starts, named.span.start) - 1]
            told = Character("", named.type)
            describe(self._text, unit, named, told)
            for word in told.roles:
                found.setdefault(word, named.span)
        return found


def _sharing(spans: Sequence[Span], span: Span) -> range:
    """The places of those of some ordered, disjoint spans that share a character with a span."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    return range(first, bisect_left(spans, span.end, key=lambda s: s.start))


def _described(text: str, said: Sequence[tuple[Attribution, Voice | None]]) -> dict[int, Span]:
    """Where each voice that has no name is first described."""
    places: dict[int, Span] = {}
    for attribution, voice in said:
        if voice is None or voice.character is not None:
            continue
        here = [
            Span(at, at + len(voice.name))
            for at in voice.described_at[:1]
            if text.startswith(voice.name, at)
        ]
        mention = attribution.mention
        if mention is not None and not points_back(lower_forms(text, mention)):
            here.append(mention)
        if id(voice) in places:
            here.append(places[id(voice)])
        if here:
            places[id(voice)] = min(here)
    return places


def _apart(steps: Sequence[Span]) -> tuple[Span, ...]:
    """The steps without those that share a character with an earlier one."""
    kept: list[Span] = []
    for step in steps:
        if all(step.end <= s.start or s.end <= step.start for s in kept):
            kept.append(step)
    return tuple(kept)
