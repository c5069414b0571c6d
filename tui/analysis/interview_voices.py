"""Who asks and who answers in an interview: the article's author, and whom it presents."""

import re
from bisect import bisect_left
from collections.abc import Container

from tui.analysis.cast import Cast, Resolution, Voice
from tui.analysis.character import Character, name_words

LONGEST_BYLINE = 40
# `The soprano talks to Ada Falk about stage fright.`
SPEAKS_TO = re.compile(
    r"\b(?:(?:talk|speak)(?:s|ing)|talked|spoke|chatted|sat down) (?:to|with) (?=[A-Z])"
    r"|\b(?:tells|told) (?=[A-Z])"
)
# What stands for who asks: the label of a question, and whom an answer speaks to.
ASKS = frozenset(["Q", "you"])


class InterviewVoices:
    """The author of one article, and whom it interviews. Asked in the article's order."""

    def __init__(self, text: str, byline: str | None, cast: Cast) -> None:
        self._text = text
        self._byline = byline or ""
        self._by = set(name_words(self._byline))
        self._cast = cast
        self._writer = next(
            (c for c in cast.characters if c.type == "person" and self._is_credited(c)), None
        )
        self.teller: Character | Voice | None = None
        """Who has said `I` of themselves so far, as who tells the story."""
        self._interviewee: Character | None = None
        self._begun = False
        # where the first turn begins
        self._first = 0

    def _is_credited(self, character: Character) -> bool:
        """Whether the byline has somebody's name, word for word."""
        return bool(character.words) and self._by.issuperset(character.words)

    def author(self, mention: str) -> Resolution:
        """The article's author, whom `I`, `you` of an answer, and the questions stand for."""
        if self._writer is not None:
            self._tells(mention, self._writer)
            return Resolution(
                self._cast.voice_of(self._writer), 0.8, f"“{mention}” is the article's author"
            )
        asks = self._asking() if mention in ASKS else None
        if asks is not None:
            told = f"“{mention}” is who is told to be spoken to"
            return Resolution(self._cast.voice_of(asks), 0.75, told)
        byline = re.sub(r"^\s*(?:By|Text)\s+", "", self._byline).split(",")[0].strip()
        unknown = "the interviewer" if mention in ASKS else "the author"
        name = byline if 0 < len(byline) < LONGEST_BYLINE else unknown
        voice = self._cast.unnamed(name, "person")
        self._tells(mention, voice)
        return Resolution(voice, 0.7, f"“{mention}” is the article's author")

    def _asking(self) -> Character | None:
        """Who the lines before the first turn say is spoken to, but for who answers there."""
        for found in SPEAKS_TO.finditer(self._text, 0, self._first):
            asks = self._cast.named_at(found.end())
            if asks is not None and asks.type == "person" and asks is not self._interviewee:
                return asks
        return None

    def _tells(self, mention: str, whom: Character | Voice) -> None:
        if mention.lower() == "i":
            self.teller = whom

    @property
    def presented(self) -> Character | None:
        """Who has answered so far, as whom the lines before the first turn present."""
        return self._interviewee

    def interviewee(self, offset: int, others: Container[int] = ()) -> Resolution | None:
        """Who answers at an offset: whom the lines before the first turn present, and who is none
        of some `others`, by their identity.
        """
        if not self._begun:
            self._begun = True
            self._first = offset
            self._interviewee = self._presented(offset, others)
        if self._interviewee is None:
            return None
        return Resolution(
            self._cast.voice_of(self._interviewee), 0.85, "the interview is with this person"
        )

    def _presented(self, first_turn: int, others: Container[int]) -> Character | None:
        people = [
            c
            for c in self._cast.characters
            if c.type == "person"
            and c.mentions
            and not self._is_credited(c)
            and id(c) not in others
        ]
        return max(
            people,
            key=lambda c: (
                bisect_left(c.mentions, (first_turn,)), len(c.mentions), -c.mentions[0][0],
            ),
            default=None,
        )  # fmt: skip
