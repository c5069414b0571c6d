"""A mention -> who it stands for: names, roles, pronouns and labels, in the article's order."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.antecedents import Antecedents
from tui.analysis.attribution import Attribution
from tui.analysis.cast import FAR, Act, Cast, Voice
from tui.analysis.character import PRONOUN_GENDER, TITLES, Character, NamedSpan, name_words
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.model import SpeakerKind
from tui.analysis.noun_phrases import phrase_ending_at
from tui.analysis.phrase_heads import describes, ends_with_person, governed, head_noun, kind_of
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.pronouns import Place, candidates, chosen
from tui.analysis.role_nouns import (
    BODIES,
    FEMALE,
    MALE,
    PEOPLE,
    RANKS,
    alike,
    is_role_noun,
)
from tui.analysis.tokens import Token, tokens
from tui.analysis.units import Unit
from tui.article.model import Article, Span

NAMED_AS = re.compile(
    r"\b(?:identified|named|known|called|name|names|introduced)\b[^.,;:]{0,20}\bas (?:\w+\. )?$"
)
# A description of somebody that is longer than this is no name to show.
LONGEST_DESCRIPTION = 70
AGED = re.compile(r"\b(\d{1,3})-year-old\b")
POSSESSIVES = frozenset("his her its their my our your".split())
INDEFINITE = frozenset(
    "a an one another some two three four five six several many most few both other".split()
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention stands for, how sure that is (a factor in [0, 1]), and why."""

    voice: Voice
    confidence: float
    reason: str


class Resolver:
    """Resolves the mentions of one article, in order. Holds who has appeared and spoken so far."""

    def __init__(
        self,
        article: Article,
        units: Sequence[Unit],
        names: Sequence[NamedSpan],
        characters: Sequence[Character],
        pointers: Pointers = NO_POINTERS,
    ) -> None:
        self._text = article.text
        self._byline = article.byline
        self._names = sorted(names, key=lambda n: n.span.start)
        self._cast = Cast(units, characters)
        self._first_turn = len(article.text)
        byline = article.byline or ""
        self._writer = next(
            (c for c in characters if c.type == "person" and c.name in byline), None
        )
        self._interviewees: dict[int, Character | None] = {}
        self._described: dict[str, Voice] = {}
        self._described_by: dict[str, Voice] = {}
        self._starts = [n.span.start for n in self._names]
        self._spoken_by: list[tuple[Span, Voice]] = []
        self._antecedents = Antecedents(pointers, self._whose)

    def resolve(self, attribution: Attribution) -> Resolution | None:
        """Who says it; None where the text ties nobody to it."""
        if attribution.evidence in ("question", "answer"):
            return self._in_interview(attribution)
        head = attribution.head
        if head is None:
            return None
        mention = self._text[head.start : head.end]
        found = self._resolve(attribution, head, mention)
        if found is None:
            return None
        offset = attribution.cue.start if attribution.cue else attribution.start
        self._cast.said(
            found.voice, max(offset, head.start), attribution.block, self._act(attribution)
        )
        if mention.lower() not in PRONOUN_GENDER:
            insort(self._spoken_by, (head, found.voice), key=lambda pair: pair[0].start)
        if mention not in found.voice.aliases and mention.lower() not in PRONOUN_GENDER:
            found.voice.aliases.append(mention)
        return found

    def _act(self, attribution: Attribution) -> Act:
        cue = self._text[slice(*attribution.cue)].lower() if attribution.cue else ""
        if cue.startswith("ask") and attribution.kind != "direct":
            return "told question"
        words = self._text[slice(*attribution.spans[-1])].rstrip("”“\"’'» ,")
        return "question" if words.endswith("?") else "statement"

    def _resolve(self, attribution: Attribution, head: Span, mention: str) -> Resolution | None:
        words = tokens(self._text, head.start, head.end)
        if not words:
            return None
        low = words[0].low
        if attribution.evidence == "turn":
            return self._label(mention, words)
        if len(words) == 1 and low in ("who", "which", "that"):
            return self._relative(attribution, mention, head)
        if len(words) == 1 and low in ("he", "she"):
            return self._stands_for(attribution, PRONOUN_GENDER.get(low), mention, head)
        if len(words) == 1 and low in ("i", "we", "me", "us"):
            return self._author(mention)
        if len(words) == 1 and low in ("they", "it", "them", "both", "others"):
            return self._stands_for(attribution, None, mention, head, neutral=True)
        named = self._name_in(head, words)
        if named is not None:
            return Resolution(self._cast.voice_of(named), 1.0, f"“{mention}” names the speaker")
        return self._description(attribution, words, mention, head)

    def _whose(self, offset: int) -> int | None:
        """Who is named or described at an offset, by identity."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self._names[at].span.end:
            character = self._cast.named_at(self._starts[at])
            return id(character) if character else None
        at = bisect_right(self._spoken_by, offset, key=lambda pair: pair[0].start) - 1
        if at >= 0 and offset < self._spoken_by[at][0].end:
            return id(self._spoken_by[at][1])
        return None

    # names

    def _name_in(self, head: Span, words: Sequence[Token]) -> Character | None:
        """Whom a noun phrase is about: `Finance Minister Quist`, but not `Quist's aide`."""
        inside = self._within(head)
        best: Character | None = None
        for named in inside:
            character = self._cast.named_at(named.span.start)
            if character is None:
                continue
            before = self._before(head, named)
            after = self._text[named.span.end : head.end]
            if after.startswith(("’s", "'s", "’", "'")) and after[2:].strip():
                continue
            if before and any(w in PREPOSITIONS for w in before) and best is None:
                leading = [w.strip(",") for w in before]
                described = leading[0] in DETERMINERS or any(describes(w) for w in leading)
                if described and (governed(before) or not ends_with_person(named, before)):
                    continue
            follows = after.split()
            if follows and describes(follows[0].strip(",").lower()):
                continue  # `Thistleby boss Len Garrow`, `Harbor Ministry officials`
            if best is None or (character.type == "person" and best.type != "person"):
                best = character
        return best

    def _before(self, head: Span, named: NamedSpan) -> list[str]:
        """The words of a phrase before a name in it, without the name's titles."""
        before = self._text[head.start : named.span.start].lower().split()
        while before and before[-1] in TITLES:
            before.pop()
        return before

    def _named_as(self, mention: Span) -> Character | None:
        """The name that a description gives: `a woman who asked to be identified only as M.`"""
        for named in self._within(mention):
            if NAMED_AS.search(self._text, mention.start, named.span.start):
                return self._cast.named_at(named.span.start)
        return None

    def _within(self, span: Span) -> Sequence[NamedSpan]:
        first, end = (bisect_left(self._starts, at) for at in span)
        return self._names[first:end]

    # labels of transcripts

    def _label(self, mention: str, words: Sequence[Token]) -> Resolution:
        label = re.sub(r"\s*[:.]$|\s*\([^)]*\)", "", mention).strip()
        parts = [w for w in name_words(label.lstrip("@")) if w]
        person = self._cast.person_named(parts)
        if person is not None:
            return Resolution(self._cast.voice_of(person), 1.0, f"the turn is headed “{label}”")
        if label.startswith("@"):
            bearer = self._cast.bearer_of(re.sub(r"[^a-z]", "", label.lower()))
            if bearer is not None:
                return Resolution(
                    self._cast.voice_of(bearer), 0.8, f"the account “{label}” bears the name"
                )
        if label in ("A", "Q"):
            self._first_turn = min(self._first_turn, words[0].start)
            found = self._interviewee(self._first_turn) if label == "A" else self._author(label)
            if found is not None:
                return Resolution(found.voice, 0.85, f"“{label}” in this interview")
        named = self._name_in(Span(words[0].start, words[-1].end), words)
        if named is not None:
            return Resolution(self._cast.voice_of(named), 0.9, f"the words follow “{label}”")
        descriptive = label.lower().split()
        if descriptive[0] in DETERMINERS or describes(descriptive[-1]):
            roles = self._by_role(
                {w for w in descriptive if w not in DETERMINERS}, descriptive[-1], words[0].start
            )
            if roles is not None:
                return Resolution(
                    self._cast.voice_of(roles), 0.8, f"“{label}” is a role of the speaker"
                )
        name = label.title() if label.isupper() and len(label) > 3 else label
        kind: SpeakerKind = "person" if not describes(descriptive[-1]) else "unknown"
        return Resolution(self._cast.unnamed(name, kind), 0.9, f"the turn is headed “{label}”")

    def _in_interview(self, attribution: Attribution) -> Resolution | None:
        """The author asks, and whom the article presents answers."""
        self._first_turn = min(self._first_turn, attribution.start)
        if attribution.evidence == "question":
            found: Resolution | None = self._author("you")
        else:
            found = self._interviewee(self._first_turn)
        if found is not None:
            self._cast.said(found.voice, attribution.start, attribution.block)
        return found

    def _interviewee(self, first_turn: int) -> Resolution | None:
        if first_turn not in self._interviewees:
            self._interviewees[first_turn] = self._presented(first_turn)
        best = self._interviewees[first_turn]
        if best is None:
            return None
        return Resolution(self._cast.voice_of(best), 0.85, "the interview is with this person")

    def _presented(self, first_turn: int) -> Character | None:
        """Whom the lines before the first question present, not whom the answers are about."""
        people = [c for c in self._cast.characters if c.type == "person" and c.mentions]
        by = set(name_words(self._byline)) if self._byline else set()
        people = [c for c in people if not set(c.words) <= by]
        return max(
            people,
            key=lambda c: (
                bisect_left(c.mentions, (first_turn,)), len(c.mentions), -c.mentions[0][0],
            ),
            default=None,
        )  # fmt: skip

    def _author(self, mention: str) -> Resolution:
        if self._writer is not None:
            return Resolution(
                self._cast.voice_of(self._writer), 0.8, f"“{mention}” is the article's author"
            )
        byline = re.sub(r"^\s*(?:By|Text)\s+", "", self._byline or "").split(",")[0].strip()
        name = byline if 0 < len(byline) < 40 else "the author"
        return Resolution(
            self._cast.unnamed(name, "person"), 0.7, f"“{mention}” is the article's author"
        )

    # pronouns

    def _relative(self, attribution: Attribution, mention: str, head: Span) -> Resolution | None:
        """`who` and `which` stand for what is right before them."""
        end = head.start
        while end > 0 and self._text[end - 1] in " ,\u00a0":
            end -= 1
        words = tokens(self._text, self._cast.sentence_start(head.start), end)
        phrase = phrase_ending_at(words, len(words) - 1) if words else None
        if phrase is None:
            return self._stands_for(attribution, None, mention, head, neutral=mention != "who")
        span = phrase.span(words)
        return self._resolve(attribution, span, self._text[slice(*span)])

    def _stands_for(
        self,
        attribution: Attribution,
        gender: str | None,
        mention: str,
        head: Span,
        *,
        neutral: bool = False,
    ) -> Resolution | None:
        """Somebody who was spoken of before: by what the encoder points to, and by salience."""
        place = Place(head.start, attribution.block, attribution.spans)
        found = self.choose(place, gender, self._antecedents.of(head), neutral=neutral)
        if found is None:
            return None
        best, probability = found
        voice = best if isinstance(best, Voice) else self._cast.voice_of(best)
        return Resolution(
            voice, probability, f"“{mention}” stands for {voice.name}, spoken of before"
        )

    def choose(
        self, place: Place, gender: str | None, shares: Mapping[int, float], *, neutral: bool
    ) -> tuple[Character | Voice, float] | None:
        """Whom a pronoun stands for, and how sure that is."""
        return chosen(candidates(self._cast, place, gender, shares), neutral=neutral)

    # descriptions

    def _description(
        self, attribution: Attribution, words: Sequence[Token], mention: str, head: Span
    ) -> Resolution | None:
        aged = AGED.search(mention)
        lows = [w.low for w in words]
        content = [w for w in lows if w not in DETERMINERS]
        if not content:
            return self._stands_for(attribution, None, mention, head, neutral=True)
        named = self._named_as(attribution.mention) if attribution.mention else None
        if named is not None:
            return Resolution(
                self._cast.voice_of(named), 0.9, f"the text calls “{mention}” {named.name}"
            )
        noun = head_noun(lows)
        definite = lows[0] in ("the", "this", "that") or lows[0] in POSSESSIVES
        of_age = self._cast.of_age(aged[1]) if aged else None
        if of_age is not None:
            return Resolution(
                self._cast.voice_of(of_age), 0.95, f"“{mention}” gives the speaker's age"
            )
        singular = noun not in PEOPLE and not (noun.endswith("s") and noun[:-1] in BODIES)
        # a headline's `Foreign secretary vows` has no article
        bare = lows[0] not in DETERMINERS | INDEFINITE and is_role_noun(noun)
        if definite or lows[0] not in INDEFINITE:
            found = self._by_role(set(content), noun, head.start)
            if found is not None and singular and (definite or bare):
                return Resolution(
                    self._cast.voice_of(found), 0.85, f"“{mention}” is a role of {found.name}"
                )
        key = " ".join(content)
        if (key in self._described and definite) or (key in self._described and not singular):
            return Resolution(self._described[key], 0.8, f"“{mention}” spoke before")
        if definite:
            body = self._body(noun, content, head.start)
            if body is not None:
                return Resolution(
                    self._cast.voice_of(body), 0.8, f"“{mention}” stands for {body.name}"
                )
            spoken = self._described_by.get(noun)
            if spoken is not None:
                return Resolution(spoken, 0.7, f"“{mention}” spoke before")
            plain = lows[0] == "the" and not any(w.is_possessive for w in words)
            if singular and plain and (is_role_noun(noun) or aged):
                gender = "m" if noun in MALE else "f" if noun in FEMALE else None
                last = self._stands_for(attribution, gender, mention, head)
                if last is not None and last.voice.kind == "person":
                    return Resolution(
                        last.voice, 0.5, f"“{mention}” may be {last.voice.name}, named last"
                    )
        kind = "person" if aged else kind_of(noun, lows)
        voice = self._cast.unnamed(self._shown(attribution, mention), kind)
        voice.roles.update(content)
        self._described[key] = voice
        if kind != "group":
            self._described_by.update(dict.fromkeys(content, voice))
        return Resolution(voice, 0.8, f"“{mention}” is all that the article says of the speaker")

    def _shown(self, attribution: Attribution, mention: str) -> str:
        """A description as far as the first pause, for a name: `an official close to the talks`."""
        if attribution.mention is None:
            return mention
        whole = re.split(r"[,;:—–(“\"]", self._text[slice(*attribution.mention)])[0]
        whole = " ".join(whole.split())
        return whole if len(mention) < len(whole) <= LONGEST_DESCRIPTION else mention

    def _by_role(self, words: set[str], noun: str, offset: int) -> Character | None:
        """The person whose known role has this noun, or one like it: by shared words, rank,
        and closeness.
        """
        if not is_role_noun(noun):
            return None
        here = self._cast.unit_index(offset)
        gender = "m" if noun in MALE else "f" if noun in FEMALE else None
        fitting = []
        for name in sorted(alike(noun)):
            for character in self._cast.with_role(name, offset):
                if gender and character.gender not in (None, gender):
                    continue
                closeness = self._cast.closeness(character, offset, here, ())
                shared = len(words & character.roles) + 0.6 * (name != noun)
                other_rank = len((words ^ character.roles) & RANKS)
                score = 2.5 * shared - 2 * other_rank + (closeness or -FAR)
                fitting.append((score, character))
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def _body(self, noun: str, content: Sequence[str], offset: int) -> Character | None:
        """The body or paper that a definite noun stands for: `the guild`, `the ministry`."""
        fitting = []
        for character in self._cast.bodies_called(noun, offset):
            before = bisect_left(character.mentions, (offset,))
            if before:
                shared = len(set(character.words) & set(content))
                fitting.append((shared, character.mentions[before - 1][0], character))
        return max(fitting, key=lambda f: (f[0], f[1]))[2] if fitting else None
