"""The frozen answers of the analysis, which every other room reads: quotes, speakers, entities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tui.article.model import Article, Span

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organization", "document", "group", "unknown"]
EntityType = Literal["person", "organization", "place", "other"]
Certainty = Literal["sure", "likely", "a guess", "doubtful"]
CERTAIN_FROM: Final[Sequence[tuple[float, Certainty]]] = (
    (0.85, "sure"), (0.6, "likely"), (0.3, "a guess"), (0.0, "doubtful"),
)  # fmt: skip
"""From which confidence on something is how certain. Of what is doubtful, about one in five is
right."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: what was said, by whom, and why we think so.

    `id` is `q1`, `q2` and so on, in the article's order. `kind` is `direct` where all its words
    stand in quotation marks or are a transcript's turn, `mixed` where some do, else `indirect`.
    `cue` is what says that something is said (`said`, `denied`), None where nothing does. `spans`
    are in the article's order and hold the quotation marks of quoted words; `text` is the
    spans' words, parted by ` … ` where something stands between them. `mention` is the words that
    the article ties to the quote (a name, a role, a pronoun), `speaker` the id of who that is.
    `confidence` is in [0, 1]; `reason` is plain English. `chain` leads from the mention, its first
    step, to where the article gives the speaker's name; it is empty where the speaker is unknown.
    """

    id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    text: str
    cue: Span | None
    mention: Span | None
    speaker: str | None
    confidence: float
    reason: str
    chain: tuple[Span, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether it is known whose it is, but no surer than a guess."""
        return self.speaker is not None and self.certainty in ("a guess", "doubtful")

    @property
    def certainty(self) -> Certainty:
        """The confidence in a word."""
        word = next(word for least, word in CERTAIN_FROM if self.confidence >= least)
        # what stands in quotation marks is somebody's
        return "a guess" if word == "doubtful" and self.kind != "indirect" else word


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence that stands for more: `text` is `article.text[span.start:span.end]`.

    `span` is where it stands. In a speaker's summary `quote` is the id of the quote that it is
    from, and `lead` the words that stand directly before what is told in other words and say who
    says it, and how (`the mayor denied`): without them it would read as if that were the speaker's
    own claim.
    """

    span: Span
    text: str
    quote: str | None = None
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: everything that one person, body or document says in the article.

    `id` is `s1`, `s2` and so on, in the order of the first quotes. `name` is the fullest that the
    article gives, or else its words for it, with the owner's name where these have `his` or `her`
    (`Ada Falk’s lawyer`); `aliases` is what else it is called. `kind` says what it is, `role` what
    the article says that it is (`mayor of Ostrand`), None where it does not. `words` counts the
    words of its quotes, `share` is their part of all attributed words, in [0, 1]. `quotes` and
    `entities` are ids: in the article's order, and the most salient first. `summary` has the
    sentences that stand for what it says.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: SpeakerKind
    role: str | None
    words: int
    share: float
    quotes: tuple[str, ...]
    summary: tuple[SummarySentence, ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def role_alone(self) -> str | None:
        """The role as one can read it elsewhere: `counsel`, where it is `his counsel`."""
        whose, _, role = (self.role or "").partition(" ")
        return role if whose in ("his", "her", "their") else self.role

    @property
    def described(self) -> str:
        """What it is, as far as that is told: its role, and its kind where it is no person."""
        kind = None if self.kind in ("person", "unknown") else self.kind
        return " · ".join(filter(None, (self.role, kind)))


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place or other named thing that the article speaks of.

    `id` is `e1`, `e2` and so on, `name` the fullest that the article gives, `type` what it is, and
    `mentions` are where it is named. `salience` is in [0, 1], the highest first in an analysis;
    `speakers` are the ids of the voices that mention it in their quotes.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[Span, ...]
    salience: float
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of an `article`.

    `quotes` stand in its order, `speakers` in that of their first quote, `entities` with the most
    salient first; `summary` has the sentences that stand for the article. `step` names the last
    step that is done and `done` says how far the analysis is, in [0, 1]: partial answers have what
    their steps have found so far, 1.0 is the whole. `corrections` is how many of its user's
    corrections are in it. `notice` is a sentence for the user where something that the analysis
    needs was not at hand, else empty.
    """

    article: Article
    quotes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    entities: tuple[Entity, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    corrections: int = 0
    notice: str = ""
    step: str = "done"
    done: float = 1.0
