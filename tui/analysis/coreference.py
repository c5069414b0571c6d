"""A mention -> who it stands for: names, roles, pronouns and labels, in the article's order."""

import re
from bisect import insort
from collections.abc import Sequence

from tui.analysis.apposed_names import apposed_name
from tui.analysis.attribution import Attribution
from tui.analysis.cast import Resolution, Voice
from tui.analysis.character import PRONOUN_GENDER, Character, NamedSpan
from tui.analysis.description_fit import core
from tui.analysis.family import ELDER, YOUNGER
from tui.analysis.frames import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES
from tui.analysis.interview_voices import InterviewVoices
from tui.analysis.joint_voices import joined_names
from tui.analysis.mentions import NEAR, TELLS, Mentions
from tui.analysis.noun_phrases import antecedent_of
from tui.analysis.papers_before import paper_before
from tui.analysis.paragraph_leads import fits
from tui.analysis.phrase_heads import describes, head_noun, points_back, sender_of
from tui.analysis.pointers import NO_POINTERS, Pointers
from tui.analysis.pronouns import Candidate, Chosen, Model, Place
from tui.analysis.role_nouns import BODIES
from tui.analysis.shown_names import shown_name
from tui.analysis.speech_acts import act_of, addressee, made_before, said_as
from tui.analysis.tokens import Token, lower_forms, tokens
from tui.analysis.turn_labels import TurnLabels
from tui.analysis.units import Unit
from tui.article.model import Article, Span

LONGEST_ADDRESSEE = 80
# So sure who is called `she` is no `he` in what follows.
CALLED = 0.75
# Whoever `added` something has just spoken.
ADDS = frozenset(["added", "adds", "continued", "continues", "went on", "concluded"])
GOES_ON = 0.9
# What stands for the author, for something or some spoken of, and for the reader.
AUTHOR = frozenset("i we me us myself ourselves".split())
NEUTRAL = frozenset("they it them itself themselves".split())
READER = frozenset("you yourself".split())
# Who asks is nobody whom what follows stands for: `Pressed by Ada Falk, she`.
PROMPTED_BY = re.compile(
    r"(?:when |once )?(?:asked|pressed|challenged|questioned|quizzed|prompted|cross-examined|urged)"
    r"(?: \w+){0,4}? by (?P<whom>[^,]{3,160}),",
    re.IGNORECASE,
)
# Whom a pronoun right behind these does not stand for: `quoted him`, `Falk, whom he praised`.
QUOTING = ("quoted ", "quotes ", "quoting ", "cited ", "cites ", "citing ", " whom ")
# What somebody said or wrote something in, and other words for some of it.
WRITTEN = re.compile(
    r"\b[Ii]n (?:an?|his|her|its|their|one) (?:[\w’'-]+ ){0,3}?"
    r"(?P<paper>memo|memoir|autobiography|book|letter|statement|e-?mail|message|post|column|essay"
    r"|article|blog|diary|tweet|note)\b"
)
BOOKS = {"memoir": "book", "autobiography": "book", "e-mail": "email", "note": "memo"}


class Resolver(Mentions):
    """Resolves the sources of one article's attributions, in order."""

    def __init__(
        self,
        article: Article,
        units: Sequence[Unit],
        names: Sequence[NamedSpan],
        characters: Sequence[Character],
        pointers: Pointers = NO_POINTERS,
        turns: Sequence[Attribution] = (),
    ) -> None:
        """`turns` are those of a transcript that have labels."""
        super().__init__(article.text, units, names, characters, pointers)
        self._interview = InterviewVoices(article.text, article.byline, self._cast)
        self._labels = TurnLabels(
            article.text, turns, self._cast, self.names, self.descriptions, self._interview
        )
        self._known: dict[Span, Resolution] = {}
        self._written: dict[str, Voice] = {}

    def chosen(self, place: Place, options: list[Candidate], model: Model) -> Chosen:
        """Who of those is meant: never who tells the story as `I`, nor who asked for it."""
        others = [c for c in options if c.whom is not self._interview.teller]
        if model in ("personal", "role") and (prompting := self._prompting(place.offset)):
            others = [c for c in others if id(c.whom) not in prompting]
        return super().chosen(place, others, model)

    def _prompting(self, offset: int) -> set[int]:
        """Who is named in `Pressed by Ada Falk, ` before an offset of its sentence, or who quotes
        whom it stands for (`Ada Falk quoted him`), by identity.
        """
        begin = self._cast.sentence_start(offset)
        prompted = PROMPTED_BY.match(self._text, begin, offset)
        named = self.names.within(Span(*prompted.span("whom"))) if prompted else []
        if self._text.endswith(QUOTING, begin, offset):
            named = self.names.within(Span(begin, offset))[-1:]
        return {id(self._cast.named_at(n.span.start)) for n in named}

    def resolve(self, attribution: Attribution) -> Resolution | None:
        """Who says it; None where the text ties nobody to it."""
        if attribution.evidence in ("question", "answer"):
            return self._turn(attribution)
        head = attribution.head
        if head is None:
            return None
        self.meet(head.start)
        together = self._together(attribution)
        whole = (attribution.mention or head) if together else head
        mention = self._text[slice(*whole)]
        # `She admitted the debt but not the theft`: one mention is one voice
        found = self._known.get(head) or together or self._resolve(attribution, head, mention)
        if found is None:
            return None
        self._known[head] = found
        self._last_said = attribution.spans
        offset = attribution.cue.start if attribution.cue else attribution.start
        self._note_writing(head.start, found.voice)
        self._cast.said(
            found.voice,
            max(offset, head.start),
            attribution.block,
            act_of(self._text, attribution),
            *self._addressed(attribution),
        )
        named = [self._cast.named_at(n.span.start) for n in self.names.within(head)]
        if found.voice.character is None or found.voice.character not in named:
            self._cast.described(found.voice.character or found.voice, head.start)
            self._seen.add(head.start)
        if not points_back(lower_forms(self._text, whole)):
            insort(self._described, (head, found.voice), key=lambda pair: pair[0].start)
            if mention not in found.voice.aliases:
                found.voice.aliases.append(mention)
        return found

    def _note_writing(self, offset: int, voice: Voice) -> None:
        """Remember who says something `in a memo`, `in her memoir`: the memo is theirs then."""
        unit = self._cast.unit_at(offset)
        if unit is not None and voice.kind != "document":
            for written in WRITTEN.finditer(self._text, unit.span.start, unit.span.end):
                self._written[BOOKS.get(written["paper"], written["paper"])] = voice

    def _turn(self, attribution: Attribution) -> Resolution | None:
        """Who asks or answers in an interview whose turns have no labels."""
        found = self._interview.interviewee(attribution.start)
        if attribution.evidence == "question":
            found = self._interview.author("you")
        if found is not None:
            self._cast.said(found.voice, attribution.start, attribution.block)
        return found

    def _addressed(self, attribution: Attribution) -> tuple[str | None, Character | Voice | None]:
        """Whom somebody speaks to: the gender of `told him`, the person of `asked Mr Falk`."""
        cue = attribution.cue
        to = addressee(self._text, cue) if cue else None
        if to is None:
            return None, None
        offset, gender = to
        if gender is not None:
            return gender, self._cast.asked(gender)
        named = self.names.addressed(Span(offset, offset + LONGEST_ADDRESSEE))
        return None, self._cast.named_at(named.span.start) if named else self._objects.get(offset)

    def _resolve(self, attribution: Attribution, head: Span, mention: str) -> Resolution | None:
        words = tokens(self._text, head.start, head.end)
        if not words:
            return None
        low = words[0].low
        if attribution.evidence == "turn" and low not in PRONOUNS:
            return self._labels.resolve(attribution, mention, words)
        if len(words) == 1 and low in RELATIVES:
            return self._relative(attribution, mention, head)
        if len(words) > 2 and words[1].low == "of" and words[-1].low in ("whom", "which"):
            return self._relative(attribution, mention, head)
        if len(words) == 1 and low in PRONOUN_GENDER:
            return self._stands_for(attribution, PRONOUN_GENDER[low], mention, head)
        if len(words) == 1 and low in AUTHOR:
            return self._interview.author(mention)
        if len(words) == 1 and low == "others":
            voice = self._cast.unnamed("others", "group")
            return Resolution(voice, 0.7, f"“{mention}” are nobody whom the text names")
        if len(words) == 1 and (low in NEUTRAL or low == "both"):
            return self._stands_for(attribution, None, mention, head, neutral=True)
        if len(words) == 1 and low in READER:
            return None
        named = self._apposed(attribution) or self.names.name_in(head, words)
        if named is not None and not {w.low for w in words}.isdisjoint(ELDER | YOUNGER):
            named = self._elder(named, words, head.start)
        if named is not None:
            voice = self._cast.voice_of(named)
            if named.gender is None and self._tells_a_body(attribution.mention or head):
                voice.kind = "organization"
            return Resolution(voice, 1.0, f"“{mention}” names the speaker")
        return self._description(attribution, words, mention, head)

    def _together(self, attribution: Attribution) -> Resolution | None:
        """All whom a mention names, where these are several; not the label of a turn."""
        whole = attribution.mention or attribution.head
        if whole is None or attribution.evidence == "turn":
            return None
        joined = joined_names(self._text, whole, self.names.within(whole))
        found = {id(c): c for n in joined if (c := self._cast.named_at(n.span.start)) is not None}
        if len(found) < 2:
            return None
        told = f"“{self._text[slice(*whole)]}” names those who speak as one"
        return Resolution(self._cast.joint(list(found.values())), 1.0, told)

    def _apposed(self, attribution: Attribution) -> Character | None:
        """Whom the whole mention names behind a description."""
        if attribution.mention is None:
            return None
        mention = attribution.mention
        named = apposed_name(tokens(self._text, *mention), self.names.within(mention))
        return self._cast.named_at(named.span.start) if named is not None else None

    def _tells_a_body(self, mention: Span) -> bool:
        """`The company that runs the mine, Cwm Deep`: whether a name is told to be a body's."""
        words = tokens(self._text, *mention)
        lows = [w.low for w in words]
        apposed = any(w.text == "," for w in words)
        return apposed and lows[0] in DETERMINERS and head_noun(lows) in BODIES

    def _relative(self, attribution: Attribution, mention: str, head: Span) -> Resolution | None:
        """`who` and `which` stand for what is right before them, as does `some of whom`."""
        words = tokens(self._text, self._cast.sentence_start(head.start), head.end)
        personal = words[-1].low == "who"
        at = next(i for i, word in enumerate(words) if word.start >= head.start)
        phrase = antecedent_of(words, at)
        if phrase is None:
            return self._stands_for(attribution, None, mention, head, neutral=not personal)
        span = phrase.head(words)
        made = None if personal else made_before(words, phrase)
        maker = self._cast.last_named(Span(words[0].start, made)) if made is not None else None
        if maker is not None:
            voice = self._cast.voice_of(maker)
            return Resolution(voice, 0.8, f"“{mention}” is what {voice.name} says")
        if words[-1].low in ("who", "whom"):
            span = self._people_in(span)
        named = None if personal else self.names.ending(Span(span.start, words[-1].start))
        if named is not None:
            return Resolution(self._cast.voice_of(named), 0.8, f"“{mention}” is {named.name}")
        person = self.names.last_person(Span(max(0, span.start - NEAR), span.end))
        if personal and person is not None:
            return Resolution(self._cast.voice_of(person), 0.9, f"“{mention}” is {person.name}")
        return self._resolve(attribution, span, self._text[slice(*span)])

    def _people_in(self, span: Span) -> Span:
        """Of `a victory to landlords`, before `who`, the landlords."""
        words = tokens(self._text, *span)
        lows = [w.low for w in words]
        last = max((i for i, low in enumerate(lows) if low in PREPOSITIONS), default=0)
        inner = lows[last + 1 :]
        named = any(n.span.end >= span.end for n in self.names.within(span))
        if not last or not inner or describes(head_noun(lows)) or named:
            return span
        people = describes(head_noun(inner)) or inner[-1].endswith("s")
        return Span(words[last + 1].start, span.end) if people else span

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
        place = self._place(attribution, head)
        if mention.lower() == "it":
            paper = self._paper(attribution, head)
            if paper is not None:
                return paper
        told = self.in_sight.judged(head, gender) or self._met_by_author(attribution, head, gender)
        found = (
            told
            or self._goes_on(attribution, head, gender)
            or self.in_sight.alone(attribution.block, head, gender)
            or self.in_sight.answering(attribution.block, head, gender)
            or self.pointed(place, head, gender, neutral=neutral)
        )
        come = self._comes(attribution, head, gender)
        if come is not None and told is None and (found is None or come[0] is not found[0]):
            found = come
        if found is None:
            return None
        best, probability = found
        voice = self._cast.voice(best)
        if gender is not None and voice.kind == "unknown":
            voice.kind = "person"
        if gender is not None and probability >= CALLED:
            voice.called = gender
        if gender is not None and voice.character is not None and probability >= TELLS:
            # who is once `he` for sure is no `she` further down
            voice.character.genders[gender] += 1
        return Resolution(
            voice, probability, f"“{mention}” stands for {voice.name}, spoken of before"
        )

    def _place(self, attribution: Attribution, head: Span) -> Place:
        act = said_as(self._text, attribution.cue, self._cast.sentence_start(head.start))
        return Place(head.start, attribution.block, attribution.spans, act)

    def _met_by_author(self, attribution: Attribution, head: Span, gender: str | None) -> Chosen:
        """`She tells me more later`: whoever has just answered, in an interview, where nobody else
        has been named since.
        """
        who, last = self._interview.presented, self._cast.spoken[-1:]
        if who is None or gender is None or not fits(who, gender):
            return None
        begins = self._cast.block_begin(attribution.block)
        named = self.names.within(Span(begins, head.start))
        others = any(
            n.type == "person" and self._cast.named_at(n.span.start) is not who for n in named
        )
        return (who, GOES_ON) if last and last[0].voice.character is who and not others else None

    def _comes(self, attribution: Attribution, head: Span, gender: str | None) -> Chosen:
        """Who has just been brought in, unless whoever spoke last `added` something."""
        cue = attribution.cue
        adds = cue is not None and self._text[slice(*cue)].lower() in ADDS
        said = attribution.spans if attribution.kind == "direct" else ()
        return None if adds else self.in_sight.newcomer(attribution.block, head, gender, said)

    def _goes_on(self, attribution: Attribution, head: Span, gender: str | None) -> Chosen:
        """`He added`: who spoke last, in the sentence before; so does who is only described, where
        the paragraph names nobody. Unless that one is no `he`.
        """
        last = self._cast.spoken[-1] if self._cast.spoken else None
        cue = attribution.cue
        if gender is None or last is None or cue is None or last.voice.kind != "person":
            return None
        near = self._cast.unit_index(head.start) - self._cast.unit_index(last.offset)
        character = last.voice.character
        fits = last.voice.called in (None, gender) and last.voice is not self._interview.teller
        if not fits or not 0 < near <= 2:
            return None
        adds = self._text[slice(*cue)].lower() in ADDS
        if character is not None:
            return (last.voice, GOES_ON) if adds and character.lean(gender) >= 0 else None
        begins = self._cast.block_begin(attribution.block)
        named = self.names.within(Span(begins, head.start))
        # `her publisher` is not she
        told = last.act == "statement" and not last.voice.owned
        here = last.block == attribution.block and told
        alone = here and all(n.type != "person" for n in named)
        return (last.voice, GOES_ON) if adds or alone else None

    def _paper(self, attribution: Attribution, head: Span) -> Resolution | None:
        """What `it says` stands for where the sentence before tells of a paper, and of no body that
        could have said it: `She had a brochure. “Sail on,” it said.`
        """
        here, before = self._cast.unit_at(head.start), self._cast.unit_before(head.start)
        if here is None or before is None or any(t.start < head.start for t in here.narrative):
            return None
        told = paper_before(before.tokens)
        if told is None:
            return None
        paper, beside = told
        if beside is not None and self._may_be_a_body(beside.head(before.tokens)):
            return None
        words = tokens(self._text, *paper)
        return self._description(attribution, words, self._text[slice(*paper)], paper)

    def _may_be_a_body(self, head: Span) -> bool:
        """Whether `it` may stand for the words at some offsets, in place of a paper."""
        lows = [w.low for w in tokens(self._text, *head)]
        named = self.names.within(head)
        return (
            "it" in lows
            or head_noun(lows) in BODIES
            or any(n.type == "organization" for n in named)
        )

    def _description(
        self, attribution: Attribution, words: Sequence[Token], mention: str, head: Span
    ) -> Resolution | None:
        lows = [w.low for w in words]
        if lows in (["nobody"], ["none"], ["no", "one"]):
            return None
        if lows in (["one"], ["another"]):
            voice = self._cast.unnamed(shown_name(self._text, attribution, mention), "person")
            voice.roles.update(core(tokens(self._text, *(attribution.mention or head))))
            return Resolution(voice, 0.8, f"“{mention}” is nobody whom the text names")
        if not {"two", "both"}.isdisjoint(lows) and points_back(lows):
            two = self._cast.pair  # `the two` are no voice of their own
            return Resolution(two, 0.8, f"“{mention}” stands for {two.name}") if two else None
        if all(low in DETERMINERS for low in lows):
            return self._stands_for(attribution, None, mention, head, neutral=True)
        writer = self._written.get(BOOKS.get(lows[-1], lows[-1])) if len(lows) == 2 else None
        if writer is not None and lows[0] in ("the", "that", "this"):
            return Resolution(writer, 0.75, f"“{mention}” is by {writer.name}")
        sender = sender_of(tokens(self._text, *(attribution.mention or head)))
        span = Span(sender[0].start, sender[-1].end) if sender else head
        if span != head:
            return self._resolve(attribution, span, self._text[slice(*span)])
        place = self._place(attribution, head)
        shown = shown_name(self._text, attribution, mention)
        mention_of = attribution.mention
        # what `who` stands for is described before it
        whole = head if mention_of is None or mention_of.start > head.start else mention_of
        return self._described_as(place, head, self._with_clause(whole), shown)
