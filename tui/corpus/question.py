"""What can be asked of a corpus, and what is answered: plain data, without a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tui.analysis.model import Certainty, Quote, QuoteKind, SpeakerKind

Order = Literal["newest", "oldest", "surest", "input", "closest"]
"""Without a date comes last; `input` is as the articles were read; `closest` in meaning first."""
CountedBy = Literal["speaker", "entity", "week", "month", "year", "source", "kind"]
PersonOrder = Literal["quotes", "articles", "words", "latest", "name"]
UNKNOWN: Final = "(unknown)"
"""Asked for as a speaker: who says it is not known."""
CLOSEST: Final = 300
"""So many statements are at most an answer to what means the like."""
_NO_MARKS: Final = str.maketrans("", "", '"“”„«»')
DOUBTFUL_BELOW: Final = 0.3
"""What is told in other words and less sure than this is hardly a statement."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which statements are wished for: those to which all that is given here applies.

    `words` must all stand in a statement, each whole and in any of its forms or, between quotation
    marks, just so, as a phrase; case and accents are ignored. With `unfinished` the last of them,
    unless a mark closes it, may go on. `meaning` is a text, and statements that mean the like are
    wished for, the closest first.
    `person` is the id of somebody in the corpus; `speaker` are words of a speaker's name or alias,
    whoever it is, or UNKNOWN. `entity` are words of the name of what the statement itself speaks
    of. `since` and `until` are days of publication, both included: an article that tells none is
    left out where one is given. `article` is an article's key, `source` a part of where an article
    comes from. `kinds` are those of the quotes; none means all. What is hardly a statement is only
    given where it is wished for as `doubtful`. `order` says which come first; of them an answer has
    `limit` at most, from the one on that `offset` counts from 0.
    """

    words: str = ""
    unfinished: bool = False
    meaning: str = ""
    person: str = ""
    speaker: str = ""
    entity: str = ""
    since: date | None = None
    until: date | None = None
    kinds: tuple[QuoteKind, ...] = ()
    article: str = ""
    source: str = ""
    doubtful: bool = False
    order: Order = "newest"
    limit: int = 50
    offset: int = 0

    @property
    def by_meaning(self) -> str:
        """Its words as a meaning to be asked for; empty where one is, or where there are none."""
        words = " ".join(self.words.translate(_NO_MARKS).split())
        return words if not self.meaning and any(map(str.isalnum, words)) else ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote with what its article tells of it. Spans are code points of the article's text.

    `article` is the article's key, `title` its headline, `source` is where it came from, as the
    command takes it; `date_told` is its date in its own words, `published` the same as a day. `cue`
    is the words of the `quote`'s cue. `speaker` is the name that the article has for who says it,
    `speaker_kind` and `role` tell what that is, `person` is the id of who it is over all articles,
    and `name` the fullest name there; all are None where it is not known. `closeness` is in [-1, 1]
    where the question had a meaning.
    """

    article: str
    title: str | None
    date_told: str | None
    published: date | None
    source: str
    quote: Quote
    cue: str
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    role: str | None = None
    person: str | None = None
    name: str | None = None
    closeness: float | None = None

    @property
    def told_by(self) -> str:
        """The cue of what is told in other words: without it `denied` would be lost. Else empty."""
        return self.cue if self.quote.kind == "indirect" else ""

    @property
    def certainty(self) -> Certainty:
        """How sure it is, in a word."""
        return self.quote.certainty


@dataclass(frozen=True, slots=True)
class Count:
    """How many `statements` there are of something, and in how many `articles`.

    `key` tells it apart: a person's id, an entity's folded name and type, the first day of a week,
    month or year in ISO 8601, a source, a kind; it is empty for what is not known. `label` is its
    name, or UNKNOWN.
    """

    key: str
    label: str
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Month:
    """How many `statements` were published in a month, which `first` is the first day of."""

    first: date
    statements: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of the statements that were asked for, and what is known of all of them.

    `statements` are the page; `total` counts all, `months` counts them by month of publication, in
    order, without the `undated` ones, which are in `total`. `left_out` are statements that were not
    given for no other reason than that their article tells no date, `hidden` those that are hardly
    statements. Where the question had a meaning, these are the nearest of so many that were
    `compared`.
    """

    statements: Sequence[Statement]
    total: int
    months: Sequence[Month] = ()
    undated: int = 0
    left_out: int = 0
    hidden: int = 0
    compared: int | None = None

    @property
    def years(self) -> Sequence[Month]:
        """The same counts by year."""
        found: dict[int, int] = {}
        for month in self.months:
            found[month.first.year] = found.get(month.first.year, 0) + month.statements
        return tuple(Month(date(year, 1, 1), count) for year, count in found.items())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in the corpus, a body or a paper that does; also in one article only.

    `id` names just this one, `kind` is what its voices mostly are. `name` is the fullest common
    form; `aliases` and `roles` have the most frequent first. `articles`, `quotes` and `words` count
    over all articles; `first` and `last` are dates of publication.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: SpeakerKind
    roles: tuple[str, ...]
    articles: int
    quotes: int
    words: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class People:
    """One page of the `people` who speak, and how many there are in `total`."""

    people: Sequence[Person]
    total: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a corpus holds so far: so many `articles`, `quotes` and `people`.

    `dated` counts the articles that tell a date, of which `first` and `last` are the ends; `engine`
    is the one that read them.
    """

    articles: int
    quotes: int
    people: int
    dated: int
    engine: str
    first: date | None = None
    last: date | None = None
