"""What a user sets right about who said what, and which statements each correction is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Literal

from tui.analysis.model import Quote, Speaker
from tui.article.model import Span

_MARKS = re.compile('[“”"]')
Scope = Literal["statement", "mention", "voice"]


@dataclass(frozen=True, slots=True)
class Correction:
    """That statements are said by somebody else than was found, or by nobody.

    It was made on the statement of these `spans` (code points of the article's text), which the
    text tied to the words `mention` and which was given to the voice `was`; both are None where
    there was none. `scope` is what it holds for: that `statement` alone; all that the text ties
    to the same words, a `mention`, and that was given to the same voice (so a voice is split); or
    all that was given to that `voice` (so it is merged with another, or gets another name).
    `name` is who it is: one of the article's voices or, where it is `new`, one more; None where
    nobody says this, so that it is no statement at all.
    """

    spans: tuple[Span, ...]
    scope: Scope
    was: str | None
    mention: str | None
    name: str | None
    new: bool

    def told(self, text: str = "") -> str:
        """What the user said, in words; with the article's `text` the statement is named."""
        if self.scope == "mention":
            return f"“{self.mention}” {self._is('says none of this')}"
        if self.scope == "voice":
            return f"{self.was} {self._is('says none of this')}"
        words = shorten(_MARKS.sub("", text[slice(*self.spans[0])]), 30, placeholder="…")
        which = f"“{words}”" if words else "this"
        return f"{which} is by {self.name}" if self.name else f"nobody says {which}"

    def _is(self, nothing: str) -> str:
        return f"is {self.name}" if self.name else nothing


def mention_words(quote: Quote, text: str) -> str | None:
    """The words of an article's text that are tied to a quote."""
    return None if quote.mention is None else " ".join(text[slice(*quote.mention)].split())


def made_on(quotes: Sequence[Quote], correction: Correction) -> Quote | None:
    """The statement that a correction was made on, found again by where it stands.

    It need not have the same spans: of those that share the half of either one's characters, it is
    the one that is most alike (Jaccard).
    """
    best, most = None, 0.0
    for quote in quotes:
        shared = _shared(quote.spans, correction.spans)
        if shared:
            here, there = _length(quote.spans), _length(correction.spans)
            alike = shared / (here + there - shared)
            if 2 * shared >= min(here, there) and alike > most:
                best, most = quote, alike
    return best


def called(speakers: Sequence[Speaker], name: str, *, exactly: bool = False) -> Speaker | None:
    """The speaker of a name, else (unless `exactly`) the one who has it among the aliases."""
    folded = name.casefold()
    for speaker in speakers:
        if speaker.name.casefold() == folded:
            return speaker
    if not exactly:
        for speaker in speakers:
            if folded in (alias.casefold() for alias in speaker.aliases):
                return speaker
    return None


def corrected_voice(
    quotes: Sequence[Quote], speakers: Sequence[Speaker], correction: Correction
) -> Speaker | None:
    """The voice that was wrong: who is called what it was called then."""
    if correction.was is None:
        return None
    statement = made_on(quotes, correction)
    own = [s for s in speakers if statement is not None and s.id == statement.speaker]
    return called(own, correction.was) or called(speakers, correction.was)


def touched(
    quotes: Sequence[Quote], speakers: Sequence[Speaker], text: str, correction: Correction
) -> list[Quote]:
    """The statements that a correction is about, in order; none where none is found again."""
    statement = made_on(quotes, correction)
    voice = corrected_voice(quotes, speakers, correction)
    if voice is None and correction.was is not None:
        return [] if statement is None else [statement]
    said_by = voice.id if voice else None
    return [
        quote
        for quote in quotes
        if quote is statement or (quote.speaker == said_by and _in_scope(quote, text, correction))
    ]


def _in_scope(quote: Quote, text: str, correction: Correction) -> bool:
    """Whether a correction holds for another statement of the same voice."""
    if correction.scope == "mention" and correction.mention is not None:
        words = mention_words(quote, text)
        return words is not None and words.casefold() == correction.mention.casefold()
    return correction.scope == "voice" and correction.was is not None


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
