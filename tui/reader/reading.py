"""What is known of the open article, and what the reader has chosen of it."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.article.model import Span
from tui.reader.quote_walk import QuoteWalk
from tui.reader.voice_order import Order, in_order

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Entity, Quote, Speaker
    from tui.analysis.topics import Topics


Filter = Literal["indirect", "doubtful"]
Limit = Literal["", "name", "voice"] | Filter
_STILL_READING = "The article is still being read for quotes."
_NOBODY = (
    "Nobody is quoted in this article, neither in quotation marks nor in other words. "
    "You can read and search it all the same."
)
_ALL_HIDDEN = "All that is said here is told in other words, which are hidden."


@dataclass(frozen=True, slots=True)
class _Filtered:
    """A kind of statement that was hidden, or shown, and what limited the walk by then."""

    kind: Filter
    entity: bool
    alone: bool


@dataclass(slots=True)
class Reading:
    """The latest analysis with the choices that hold across its partial answers.

    `analysis` is the whole of it, `told` what can be seen of it: while `doubtful` is false, nothing
    that is; and `shown` what is seen: while `indirect` is false, no indirect statements, and voices
    counted without them. `topics` is who speaks of what in it. `chosen` is
    the speaker whose detail is open, `asked` whether somebody asked for that one, `alone` whether
    only its quotes stay bright, `order` that of the voices, `listing` whether all that the chosen
    one said is listed in place of its summary, `entity` the name that was chosen, `due` the step (1
    or -1) that was wished for while there was no quote yet, with the first offset in view then,
    `stopped` why no more answers come, empty while they do.
    """

    analysis: Analysis | None = None
    told: Analysis | None = None
    shown: Analysis | None = None
    topics: Topics | None = None
    chosen: Speaker | None = None
    asked: bool = False
    alone: bool = False
    entity: Entity | None = None
    indirect: bool = True
    doubtful: bool = False
    order: Order = "by share"
    listing: bool = False
    due: tuple[int, int] | None = None
    stopped: str = ""
    _filters: list[_Filtered] = field(default_factory=list)
    _walks: dict[tuple[str | None, str | None], QuoteWalk] = field(default_factory=dict)
    _quotes: dict[str, Quote] = field(default_factory=dict)
    _speakers: dict[str, Speaker] = field(default_factory=dict)

    def __post_init__(self) -> None:
        gc.unfreeze()  # what another article's analysis held may go

    def take(self, analysis: Analysis) -> None:
        """Go on with a newer answer: ids may have changed, names are who they were."""
        if self.entity is not None:
            name = self.entity.name
            self.entity = next((e for e in analysis.entities if e.name == name), None)
        self.analysis, self.stopped = analysis, ""
        self._look()
        if self.is_read:
            gc.freeze()  # all of it stays: the collector, which looks in vain, would hold up keys

    def open(self, speaker: Speaker | None, *, asked: bool = False) -> None:
        """Let a speaker's detail be open, because it was `asked` for or because it fits."""
        self.asked = asked or (self.asked and speaker is not None and speaker == self.chosen)
        self.chosen = speaker

    def filter(self, kind: Filter) -> bool:
        """Show statements that are hidden, or hide them with all that comes of them.

        Indirect ones are told in other words, doubtful ones hardly that speaker's. Gives whether
        they are shown now.
        """
        if kind == "indirect":
            self.indirect = not self.indirect
            shown, usual = self.indirect, True
        else:
            self.doubtful = not self.doubtful
            shown, usual = self.doubtful, False
        self._filters = [other for other in self._filters if other.kind != kind]
        self._look()
        if shown != usual:
            self._filters.append(_Filtered(kind, self.entity is not None, self.alone))
        return shown

    def _look(self) -> None:
        """Find out what is seen by now."""
        if self.analysis is not None:
            # not before the first picture
            from tui.analysis.narrowing import narrowed, recounted, without_doubtful
            from tui.analysis.topics import topics

            told = self.analysis if self.doubtful else without_doubtful(self.analysis)
            self.told = self.shown = told
            if not self.indirect:
                part = narrowed(told, lambda quote: quote.kind != "indirect")
                self.shown = recounted(part, told)
            self.topics = topics(self.shown)
        if self.chosen is not None:
            from tui.analysis.corrections import called  # not before the first picture

            # a voice that has become one with another is among its names
            chosen = called(self.shown.speakers if self.shown else (), self.chosen.name)
            self.chosen = chosen if chosen is not None and chosen.quotes else None
        self.alone = self.alone and self.chosen is not None
        self._walks.clear()
        self._quotes = {quote.id: quote for quote in self.shown.quotes} if self.shown else {}
        self._speakers = {voice.id: voice for voice in self.shown.speakers} if self.shown else {}

    @property
    def is_read(self) -> bool:
        """Whether the analysis is whole."""
        return self.analysis is not None and self.analysis.done >= 1.0

    @property
    def all_quotes(self) -> QuoteWalk:
        """All quotes that are shown."""
        return self._walk(None, None)

    @property
    def walk(self) -> QuoteWalk:
        """The quotes that the next and the previous one are among."""
        return self._walk(self.entity, self.chosen if self.alone else None)

    def walk_of(self, speaker: Speaker) -> QuoteWalk:
        """The quotes that are shown of a voice."""
        return self._walk(None, speaker)

    def _walk(self, entity: Entity | None, speaker: Speaker | None) -> QuoteWalk:
        """A walk, made once for each answer: every move in the article asks for it."""
        key = entity.id if entity else None, speaker.id if speaker else None
        if key not in self._walks:
            if entity is not None:
                walk = self._walk(None, speaker).about(entity)
            elif speaker is not None:
                theirs = (self._quotes.get(quote_id) for quote_id in speaker.quotes)
                walk = QuoteWalk(quote for quote in theirs if quote is not None)
            else:
                walk = QuoteWalk(self.shown.quotes if self.shown else ())
            self._walks[key] = walk
        return self._walks[key]

    def count(self, quote: Quote | None) -> tuple[int | None, int] | None:
        """Which quote of the walk this is, from 1, and of how many; None where nothing is known."""
        if self.analysis is None:
            return None
        place = self.walk.place_of(quote.id) if quote else None
        return (None if place is None else place + 1), len(self.walk.quotes)

    @property
    def mentions(self) -> list[Span]:
        """Where the chosen name stands; nowhere while none is chosen."""
        return sorted(self.entity.mentions) if self.entity else []

    @property
    def mode(self) -> str:
        """What limits the walk, in words; empty where nothing does."""
        parts = []
        if self.alone and self.chosen is not None:
            parts.append(f"only {self.chosen.name}")
        if self.entity is not None:
            parts.append(f"on {self.entity.name}")
        return " ".join(parts)

    @property
    def why_no_quotes(self) -> str:
        """Why there is nothing to walk through."""
        if self.analysis is None or not self.is_read:
            return self.stopped or _STILL_READING
        if self._all_hidden and not self.mode:
            return "There are only indirect statements, which are hidden."
        return f"No quotes {self.mode}." if self.mode else "Nobody is quoted in this article."

    @property
    def why_no_voices(self) -> str:
        """Why there is nobody to show."""
        return _ALL_HIDDEN if self._all_hidden else _NOBODY

    @property
    def _all_hidden(self) -> bool:
        """Whether what is hidden is all that there is, where nothing is shown."""
        return not self.indirect and self.told is not None and bool(self.told.quotes)

    @property
    def hidden_doubtful(self) -> int:
        """How many doubtful statements would be shown if these were; 0 while they are.

        All that is doubtful is told in other words: while that is hidden, none would be.
        """
        if self.analysis is None or self.told is None or not (self.is_read and self.indirect):
            return 0
        return len(self.analysis.quotes) - len(self.told.quotes)

    @property
    def filters(self) -> str:
        """What is hidden or shown otherwise than usual, in words; empty where nothing is."""
        hidden = [] if self.indirect else ["indirect hidden"]
        return ", ".join([*hidden, *(["doubtful shown"] if self.doubtful else [])])

    def undo_limit(self) -> Limit:
        """Take away the latest limit of the walk, and tell which that was; empty for none.

        A filter is only told: `filter` takes it away.
        """
        latest = self._filters[-1] if self._filters else None
        if self.entity is not None and not (latest and latest.entity):
            self.entity = None
            return "name"
        if self.alone and not (latest and latest.alone):
            self.alone = False
            return "voice"
        return latest.kind if latest is not None else ""

    def quote(self, quote_id: str | None) -> Quote | None:
        """A quote by its id."""
        return self._quotes.get(quote_id or "")

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """A speaker by its id."""
        return self._speakers.get(speaker_id or "")

    def speaker_of(self, quote: Quote | None) -> Speaker | None:
        """Who says a quote; None for none."""
        return self.speaker(quote.speaker) if quote else None

    def speaker_after(self, speakers: Sequence[Speaker], by: int, *, unread: bool) -> Speaker:
        """The speaker after the chosen one, or before it (-1), round the ends.

        The chosen one comes first while it is `unread`: it was opened without anybody's asking.
        """
        if self.chosen not in speakers:
            return speakers[0 if by > 0 else -1]
        at = speakers.index(self.chosen)
        return speakers[at if unread and by > 0 else (at + by) % len(speakers)]

    def in_order(self, ranked: Sequence[Speaker]) -> list[Speaker]:
        """Speakers, given by share, as they are to stand."""
        return in_order(self.order, ranked, self.shown) if self.shown else [*ranked]

    def find_entity(self, entity_id: str) -> Entity | None:
        """An entity by its id."""
        entities = self.analysis.entities if self.analysis else ()
        return next((entity for entity in entities if entity.id == entity_id), None)
