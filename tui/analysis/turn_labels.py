"""Who the labels of a transcript's turns stand for: by name, as told of themselves, by role."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Cast, Resolution, Voice
from tui.analysis.character import Character, initials, name_words, quietly
from tui.analysis.described import Descriptions
from tui.analysis.description_fit import Description
from tui.analysis.frames import DETERMINERS
from tui.analysis.interview_voices import InterviewVoices
from tui.analysis.model import SpeakerKind
from tui.analysis.name_finding import NameFinding
from tui.analysis.phrase_heads import describes, sender_of
from tui.analysis.pronouns import Place
from tui.analysis.role_nouns import RELATIVE, is_role_noun
from tui.analysis.tokens import Token
from tui.analysis.turns import EXAMINED, SWORN
from tui.article.model import Span

EDGES = re.compile(r"\s*[:.]$|\s*\([^)]*\)")
# `Good morning. I’m Ada Falk.`
INTRODUCES = re.compile(r"\b(?:I[’']m|I am|my name is|this is) (?=[A-Z])", re.IGNORECASE)
# `were interviewed by Ada Falk`, `with your host, Ada Falk`, `hosted by Ada Falk`
HOSTED = re.compile(
    r"\b(?:(?:interviewed|hosted|moderated|presented|questioned|chaired) by|"
    r"(?:host|moderator|presenter|interviewer|anchor|chair)(?: was| is|,)?) (?=[A-Z])"
)
# `The Minister for Housing (Ada Falk): I will.`
BEARER = re.compile(r"\s*\((?P<name>[^()]{3,60})\)")
# `UNIDENTIFIED SPEAKER #2` is nobody who has another number.
NUMBERED = re.compile(r".* #?\d{1,2}")
INITIALS = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")
# Whoever answers, where an objection has come between.
WITNESS = "the witness"
HOSTS = frozenset("host interviewer moderator presenter anchor question chair".split())


class TurnLabels:
    """The labels of one article's turns, each of which stands for one voice."""

    def __init__(
        self,
        text: str,
        turns: Sequence[Attribution],
        cast: Cast,
        names: NameFinding,
        descriptions: Descriptions,
        interview: InterviewVoices,
    ) -> None:
        self._text = text
        self._cast = cast
        self._names = names
        self._descriptions = descriptions
        self._interview = interview
        self._known: dict[str, Resolution] = {}
        self._begin = turns[0].start if turns else 0
        searched = text if turns else ""
        self._headed = {
            letter: [(found.start(), found["who"].strip()) for found in told.finditer(searched)]
            for letter, told in (("Q", EXAMINED), ("A", SWORN))
        }
        # who has a label of their own is meant by no other
        self._taken: dict[int, str] = {}
        self._told: dict[str, Character] = {}
        # who has some initials; None where more than one person does
        self._by_initials: dict[str, Character | None] = {}
        for one in cast.characters if turns else ():
            if one.type == "person":
                letters = initials(one.words)
                self._by_initials[letters] = None if letters in self._by_initials else one
        for turn in turns:
            label = self._label_of(turn)
            person = self._cast.person_named(_parts(label))
            if person is not None:
                self._taken[id(person)] = label
            elif label not in self._told and (told := self._introduced(turn)) is not None:
                self._told[label] = told
        self._taken |= {id(person): label for label, person in self._told.items()}
        answers = (turn for turn in turns if self._label_of(turn) == "A")
        named = [(a.start, name) for a in answers if (name := self._answers_by_name(a))]
        self._headed["A"] = sorted([*self._headed["A"], *named])
        for _, label in self._headed["Q"]:
            if (person := self._cast.person_named(_parts(label))) is not None:
                self._taken[id(person)] = label

    def resolve(self, attribution: Attribution, mention: str, words: Sequence[Token]) -> Resolution:
        """Who says a turn; `words` are those of its label."""
        sender = sender_of(words)
        if sender:
            span = Span(sender[0].start, sender[-1].end)
            return self.resolve(attribution, self._text[slice(*span)], sender)
        label = EDGES.sub("", mention).strip()
        if label not in self._known:
            found = self._resolve(attribution, label, words)
            if _letter(label):
                return found
            self._known[label] = found
        return self._known[label]

    def _resolve(self, attribution: Attribution, label: str, words: Sequence[Token]) -> Resolution:
        person = self._cast.person_named(_parts(label))
        if person is not None:
            return Resolution(self._cast.voice_of(person), 1.0, f"the turn is headed “{label}”")
        if (one := self._of_initials(label)) is not None:
            return Resolution(self._cast.voice_of(one), 0.9, f"“{label}” are {one.name}'s initials")
        if label.startswith("@"):
            bearer = self._cast.bearer_of(re.sub(r"[^a-z]", "", label.lower()))
            if bearer is not None:
                return Resolution(
                    self._cast.voice_of(bearer), 0.8, f"the account “{label}” bears the name"
                )
        if letter := _letter(label):
            if called := self._headed_before(letter, attribution.start):
                if called not in self._known:
                    self._known[called] = self._called(called)
                return self._known[called]
            answers = self._interview.interviewee(words[0].start, self._taken)
            found = answers if letter == "A" else self._interview.author(label)
            if found is not None:
                return Resolution(found.voice, 0.85, f"“{label}” in this interview")
        named = self._names.name_in(Span(words[0].start, words[-1].end), words)
        if named is not None and not NUMBERED.fullmatch(label):
            voice = self._cast.voice_of(named)
            voice.name = quietly(voice.name)
            return Resolution(voice, 0.9, f"the words follow “{label}”")
        return self._told_of(label) or self._by_role(attribution, label, words) or self._new(label)

    def _headed_before(self, letter: str, offset: int) -> str:
        """Whom the last line before a question, or an answer, says to examine, or to be sworn;
        empty where there is none.
        """
        headed = self._headed[letter]
        at = bisect_right(headed, offset, key=lambda found: found[0]) - 1
        return headed[at][1] if at >= 0 else ""

    def _called(self, label: str) -> Resolution:
        parts = _parts(label)
        while len(parts) > 1 and is_role_noun(parts[0]):
            parts = parts[1:]  # `OFFICER ADA FALK`
        person = self._cast.person_named(parts)
        if person is None:
            return self._new(label)
        return Resolution(self._cast.voice_of(person), 0.9, f"“{label}” is in the line above")

    def _of_initials(self, label: str) -> Character | None:
        """`AF` is the one person with these initials."""
        if not INITIALS.fullmatch(label):
            return None
        return self._by_initials.get(label.replace(".", "").lower())

    def _told_of(self, label: str) -> Resolution | None:
        """Who says `I’m Ada Falk` in a turn with a label, or is told to be the host."""
        told = self._told.get(label)
        if told is not None:
            voice = self._cast.voice_of(told)
            return Resolution(voice, 0.9, f"“{label}” gives the name {told.name}")
        if label.lower() not in HOSTS:
            return None
        for hosted in HOSTED.finditer(self._text, 0, self._begin):
            named = self._names.at(hosted.end())
            person = self._cast.named_at(named.span.start) if named is not None else None
            if person is not None and id(person) not in self._taken:
                voice = self._cast.voice_of(person)
                return Resolution(voice, 0.85, f"“{label}” is told to be {person.name}")
        return None

    def _by_role(
        self, attribution: Attribution, label: str, words: Sequence[Token]
    ) -> Resolution | None:
        lows = label.lower().split()
        if lows[0] not in DETERMINERS and not describes(lows[-1]):
            return None
        core = tuple(w for w in lows if w not in DETERMINERS)
        place = Place(words[0].start, attribution.block, attribution.spans)
        described = Description(lows[-1], core, strict=True)
        known = self._descriptions.choose(
            place, described, {}, lambda whom: self._may_be(whom, label)
        )
        if known is None:
            return None
        voice = self._cast.voice(known[0])
        self._taken[id(voice.character or voice)] = label
        return Resolution(voice, 0.8, f"“{label}” is a role of the speaker")

    def _may_be(self, whom: Character | Voice, label: str) -> bool:
        """Whether somebody has no other label, and is not only told to be another's counterpart."""
        character = whom if isinstance(whom, Character) else whom.character
        if self._taken.get(id(character or whom), label) != label:
            return False
        nouns = {w for w in whom.roles if is_role_noun(w)}
        return not nouns or not nouns <= RELATIVE

    def _new(self, label: str) -> Resolution:
        name = label.title() if label.isupper() and len(label) > 3 else label
        described = describes(label.lower().split()[-1])
        kind: SpeakerKind = "unknown" if described else "person"
        return Resolution(self._cast.unnamed(name, kind), 0.9, f"the turn is headed “{label}”")

    def _label_of(self, turn: Attribution) -> str:
        return EDGES.sub("", self._text[slice(*turn.head)]).strip() if turn.head else ""

    def _answers_by_name(self, turn: Attribution) -> str:
        """The full name that is the whole of an answer: `Q. Your name? A. Ada Falk.`"""
        said = self._text[turn.start : turn.spans[-1].end].rstrip(".")
        return said if " " in said and self._cast.person_named(_parts(said)) is not None else ""

    def _introduced(self, turn: Attribution) -> Character | None:
        """Whom a turn, or what stands behind its label, says its speaker is."""
        bearer = BEARER.match(self._text, turn.head.end) if turn.head else None
        if bearer is not None:
            named = self._names.at(bearer.start("name"))
            whole = named is not None and named.span == bearer.span("name")
            person = self._cast.named_at(bearer.start("name")) if whole else None
            if person is not None and person.type == "person":
                return person
        for span in turn.spans:
            found = INTRODUCES.search(self._text, *span)
            named = self._names.at(found.end()) if found else None
            person = self._cast.named_at(named.span.start) if named is not None else None
            if person is not None and person.type == "person" and len(person.words) > 1:
                return person
        return None


def _parts(label: str) -> list[str]:
    return [w for w in name_words(label.lstrip("@")) if w]


def _letter(label: str) -> str:
    """`Q` or `A` where a label is whoever asks or answers there; else empty."""
    return "A" if label.lower() == WITNESS else label if label in ("A", "Q") else ""
