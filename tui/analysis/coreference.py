"""A mention -> who it stands for: names, roles, pronouns and labels, in the article's order."""

import re
from bisect import bisect_right, insort
from collections.abc import Sequence

from tui.analysis.antecedents import Antecedents
from tui.analysis.attribution import Attribution
from tui.analysis.cast import Act, Cast, Resolution, Voice
from tui.analysis.character import PRONOUN_GENDER, Character, NamedSpan, name_words
from tui.analysis.described import Description, Descriptions
from tui.analysis.frames import DETERMINERS, PRONOUNS, RELATIVES
from tui.analysis.interview_voices import InterviewVoices
from tui.analysis.model import SpeakerKind
from tui.analysis.name_finding import NameFinding
from tui.analysis.noun_phrases import (
    antecedent_of,
    with_apposed_name,
)
from tui.analysis.phrase_heads import describes, head_noun, is_object, points_back, sender_of
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.pronouns import Candidate, Chosen, Model, Place, candidates, chosen, persons_first
from tui.analysis.role_nouns import FEMALE, KIN, MALE, is_role_noun
from tui.analysis.shown_names import shown_name, whole_phrase
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token, tokens
from tui.analysis.units import Unit
from tui.article.model import Article, Span

NEAR = 60
# What stands for the author, for something or some spoken of, and for the reader.
AUTHOR = frozenset("i we me us myself ourselves".split())
NEUTRAL = frozenset("they it them itself themselves".split())
READER = frozenset("you yourself".split())
WHO = re.compile(r",? who\b")
# So sure must it be whom a pronoun stands for, for them to be in sight again.
SURE = 0.5
ASKS = re.compile(r"ask|put(?:s|ting)? it to\b", re.IGNORECASE)
# What leads from a cue to whom somebody speaks to; `her` may belong to a noun.
TO = re.compile(r"(?: it)?(?: to)? ")
ADDRESSED = re.compile(r"(him|her(?= that| to|[.,:;]|$))\b", re.MULTILINE)
# A pronoun so many words behind a description may still be of its gender.
REACH = 12
AGED = re.compile(r"\b(\d{1,3})-year-old\b")
POSSESSIVES = frozenset("his her its their my our your".split())
INDEFINITE = frozenset(
    "a an one another some two three four five six several many most few both other".split()
)


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
        self._cast = Cast(units, characters)
        self.names = NameFinding(article.text, names, self._cast)
        self.descriptions = Descriptions(article.text, self._cast, self.chosen)
        self._interview = InterviewVoices(article.byline, self._cast)
        self._described: list[tuple[Span, Voice]] = []
        self._seen: set[int] = set()
        self._objects: dict[int, Character | Voice] = {}
        self._units = units
        self._met = 0
        self._antecedents = Antecedents(pointers, self._whose)

    def resolve(self, attribution: Attribution) -> Resolution | None:
        """Who says it; None where the text ties nobody to it."""
        if attribution.evidence in ("question", "answer"):
            return self._turn(attribution)
        head = attribution.head
        if head is None:
            return None
        self._meet(head.start)
        mention = self._text[head.start : head.end]
        found = self._resolve(attribution, head, mention)
        if found is None:
            return None
        offset = attribution.cue.start if attribution.cue else attribution.start
        self._cast.said(
            found.voice,
            max(offset, head.start),
            attribution.block,
            self._act(attribution),
            *self._addressed(attribution),
        )
        named = [self._cast.named_at(n.span.start) for n in self.names.within(head)]
        if found.voice.character is None or found.voice.character not in named:
            self._cast.described(found.voice.character or found.voice, head.start)
            self._seen.add(head.start)
        if not points_back(mention.lower().split()):
            insort(self._described, (head, found.voice), key=lambda pair: pair[0].start)
            if mention not in found.voice.aliases:
                found.voice.aliases.append(mention)
        return found

    def _turn(self, attribution: Attribution) -> Resolution | None:
        """Who asks or answers in an interview whose turns have no labels."""
        found = self._interview.interviewee(attribution.start)
        if attribution.evidence == "question":
            found = self._interview.author("you")
        if found is not None:
            self._cast.said(found.voice, attribution.start, attribution.block)
        return found

    def _act(self, attribution: Attribution) -> Act:
        asks = attribution.cue and ASKS.match(self._text, attribution.cue.start)
        if asks and attribution.kind != "direct":
            return "told question"
        words = self._text[slice(*attribution.spans[-1])].rstrip("”“\"’'» ,")
        return "question" if words.endswith("?") else "statement"

    def _addressed(self, attribution: Attribution) -> tuple[str | None, Character | Voice | None]:
        """Whom somebody speaks to: the gender of `told him`, the person of `asked Mr Falk`."""
        cue = attribution.cue
        to = TO.match(self._text, cue.end) if cue else None
        if to is None:
            return None, None
        pronoun = ADDRESSED.match(self._text, to.end())
        gender = PRONOUN_GENDER[pronoun[1].lower()] if pronoun else None
        named = self.names.at(to.end()) or self.names.behind_title(to.end())
        whom = self._cast.named_at(named.span.start) if named else self._objects.get(to.end())
        return gender, self._cast.asked(gender) if gender else whom

    def _resolve(self, attribution: Attribution, head: Span, mention: str) -> Resolution | None:
        words = tokens(self._text, head.start, head.end)
        if not words:
            return None
        low = words[0].low
        if attribution.evidence == "turn" and low not in PRONOUNS:
            return self._label(attribution, mention, words)
        if len(words) == 1 and low in RELATIVES:
            return self._relative(attribution, mention, head)
        if len(words) == 1 and low in PRONOUN_GENDER:
            return self._stands_for(attribution, PRONOUN_GENDER[low], mention, head)
        if len(words) == 1 and low in AUTHOR:
            return self._interview.author(mention)
        if len(words) == 1 and (low in NEUTRAL or low in ("both", "others")):
            return self._stands_for(attribution, None, mention, head, neutral=True)
        if len(words) == 1 and low in READER:
            return None
        named = self.names.name_in(head, words)
        if named is not None:
            return Resolution(self._cast.voice_of(named), 1.0, f"“{mention}” names the speaker")
        return self._description(attribution, words, mention, head)

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

    def _label(self, attribution: Attribution, mention: str, words: Sequence[Token]) -> Resolution:
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
            answers = self._interview.interviewee(words[0].start)
            found = answers if label == "A" else self._interview.author(label)
            if found is not None:
                return Resolution(found.voice, 0.85, f"“{label}” in this interview")
        named = self.names.name_in(Span(words[0].start, words[-1].end), words)
        if named is not None:
            return Resolution(self._cast.voice_of(named), 0.9, f"the words follow “{label}”")
        descriptive = label.lower().split()
        if descriptive[0] in DETERMINERS or describes(descriptive[-1]):
            place = Place(words[0].start, attribution.block, attribution.spans)
            core = tuple(w for w in descriptive if w not in DETERMINERS)
            described = Description(descriptive[-1], core, strict=True)
            known = self.descriptions.choose(place, described, {})
            if known is not None:
                voice = self._cast.voice(known[0])
                return Resolution(voice, 0.8, f"“{label}” is a role of the speaker")
        name = label.title() if label.isupper() and len(label) > 3 else label
        kind: SpeakerKind = "person" if not describes(descriptive[-1]) else "unknown"
        return Resolution(self._cast.unnamed(name, kind), 0.9, f"the turn is headed “{label}”")

    def _relative(self, attribution: Attribution, mention: str, head: Span) -> Resolution | None:
        """`who` and `which` stand for what is right before them."""
        words = tokens(self._text, self._cast.sentence_start(head.start), head.end)
        personal = words[-1].low == "who"
        phrase = antecedent_of(words, len(words) - 1)
        if phrase is None:
            return self._stands_for(attribution, None, mention, head, neutral=not personal)
        span = phrase.head(words)
        person = self.names.last_person(Span(max(0, span.start - NEAR), span.end))
        if personal and person is not None:
            return Resolution(self._cast.voice_of(person), 0.9, f"“{mention}” is {person.name}")
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
        found = self.pointed(place, head, gender, neutral=neutral)
        if found is None:
            return None
        best, probability = found
        voice = self._cast.voice(best)
        if gender is not None and voice.kind == "unknown":
            voice.kind = "person"
        return Resolution(
            voice, probability, f"“{mention}” stands for {voice.name}, spoken of before"
        )

    def pointed(self, place: Place, word: Span, gender: str | None, *, neutral: bool) -> Chosen:
        """Whom a pronoun stands for, by what the encoder points to and by salience."""
        near = candidates(self._cast, place, gender, self._antecedents.of(word))
        if gender is not None:
            near = persons_first(near)
        return self.chosen(place, near, "neutral" if neutral else "personal")

    def chosen(self, place: Place, options: list[Candidate], model: Model) -> Chosen:
        """Who of those that a mention at a place may stand for it is."""
        return chosen(options, model)

    def _description(
        self, attribution: Attribution, words: Sequence[Token], mention: str, head: Span
    ) -> Resolution | None:
        lows = [w.low for w in words]
        if lows in (["one"], ["another"]):
            voice = self._cast.unnamed(shown_name(self._text, attribution, mention), "person")
            return Resolution(voice, 0.8, f"“{mention}” is nobody whom the text names")
        if not {"two", "both"}.isdisjoint(lows) and points_back(lows):
            return None  # `the two` are no voice of their own
        if all(low in DETERMINERS for low in lows):
            return self._stands_for(attribution, None, mention, head, neutral=True)
        sender = sender_of(tokens(self._text, *(attribution.mention or head)))
        if sender and sender[0].start > head.start:
            span = Span(sender[0].start, sender[-1].end)
            return self._resolve(attribution, span, self._text[slice(*span)])
        place = Place(head.start, attribution.block, attribution.spans)
        shown = shown_name(self._text, attribution, mention)
        return self._described_as(
            place, head, self._with_clause(attribution.mention or head), shown
        )

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
            return Resolution(
                self._cast.voice_of(introduced), 0.8, f"the text then names “{mention}”"
            )
        words = tokens(self._text, *head)
        relative = self._relative_of(place, words)
        if relative is not None:
            voice = self._cast.voice_of(relative)
            return Resolution(voice, 0.8, f"“{mention}” has the surname of {voice.name}'s family")
        shares = self._antecedents.of(head)
        gender = self._gender_behind(head)
        return self.descriptions.resolve(place, head, words, shares, gender, shown)

    def _relative_of(self, place: Place, words: Sequence[Token]) -> Character | None:
        """`Her brother`, `whose wife`: the one other person of that gender with the surname."""
        noun = head_noun([w.low for w in words])
        owner = self._owner(place, words, kin=noun in KIN)
        if owner is None or noun not in KIN:
            return None
        sought = "m" if noun in MALE else "f" if noun in FEMALE else None
        family = [
            c
            for c in self._cast.with_surname(owner.words[-1], place.offset)
            if c is not owner and (sought is None or c.gender in (None, sought))
        ]
        return family[0] if len(family) == 1 else None

    def _owner(self, place: Place, words: Sequence[Token], *, kin: bool) -> Character | None:
        """Whose somebody is: whom `her` stands for, or who is named before `whose`."""
        gender = PRONOUN_GENDER.get(words[0].low)
        if gender is not None:
            pronoun = Span(words[0].start, words[0].end)
            owner = self.pointed(place, pronoun, gender, neutral=False)
            if owner is None or not isinstance(owner[0], Character):
                return None
            self._cast.described(owner[0], pronoun.start)
            return owner[0]
        start = self._cast.sentence_start(place.offset)
        if not kin or not self._text[start : words[0].start].endswith("whose "):
            return None
        before = [n for n in self.names.within(Span(start, words[0].start)) if n.type == "person"]
        return self._cast.named_at(before[-1].span.start) if before else None

    def _gender_behind(self, head: Span) -> str | None:
        """The gender that the rest of the sentence tells: `The minister held up his hands`."""
        unit = self._cast.unit_at(head.start)
        rest = [t for t in unit.narrative if t.start >= head.end][:REACH] if unit else []
        for i, token in enumerate(rest):
            if self._cast.named_at(token.start) is not None:
                return None
            if token.low in PRONOUN_GENDER and not is_object(rest, i):
                return PRONOUN_GENDER[token.low]
        return None

    def _meet(self, offset: int) -> None:
        """Meet those who lead the sentences before an offset by a description: `The purser was
        last off the ship.`
        """
        while self._met < len(self._units) and self._units[self._met].span.end <= offset:
            unit = self._units[self._met]
            self._met += 1
            self._meet_objects(unit)
            subject = first_subject(unit.tokens) if unit.kind == "paragraph" else None
            if subject is None:
                continue
            words = unit.tokens
            head = subject.head(words)
            if head.start in self._seen:
                continue
            lows = [t.low for t in words[subject.start : subject.end]]
            if len(lows) == 1 and lows[0] in PRONOUN_GENDER:
                self._meet_again(Place(head.start, unit.block, ()), head, PRONOUN_GENDER[lows[0]])
                continue
            if (
                lows[0] not in DETERMINERS
                or not is_role_noun(head_noun(lows))
                or self.names.within(head)
                or self._whose(head.start) is not None
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

    def _meet_again(self, place: Place, pronoun: Span, gender: str) -> None:
        """`She rose.`: who leads a sentence by a pronoun is in sight again."""
        found = self.pointed(place, pronoun, gender, neutral=False)
        if found is not None and found[1] >= SURE:
            self._cast.described(found[0], pronoun.start)
