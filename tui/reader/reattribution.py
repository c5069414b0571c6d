"""What a screen tells when statements of its article are somebody else's than before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote
    from tui.article.model import Span

Voice = tuple[str | None, str | None]
"""A name and a role; two times None where nobody is known."""
_NOBODY: Voice = (None, None)


class Reattributed(Message):
    """There is a newer analysis of the same article, in which voices may be other ones."""

    def __init__(self, before: Analysis, after: Analysis) -> None:
        super().__init__()
        self.before, self.after = before, after


def new_voices(before: Analysis, after: Analysis) -> dict[int, Voice]:
    """Whose the statements are that were somebody else's, each by the offset where it begins.

    What is no statement any more is nobody's. Left out is what cannot be told for sure: where
    several statements begin, and where another one stands in the place of one that is gone.
    """
    old, new = _quotes(before), _quotes(after)
    old_voices, new_ones = _voices(before), _voices(after)
    # the last word of all that begins so early: what stands in the place of another reaches into it
    spans = sorted(span for quote in after.quotes for span in quote.spans)
    reached = list(accumulate((span.end for span in spans), max))
    changed: dict[int, Voice] = {}
    for start in sorted(old.keys() | new.keys()):
        was, now = old.get(start, []), new.get(start, [])
        if (
            len(was) > 1
            or len(now) > 1
            or (not now and any(_meets(spans, reached, own) for own in was[0].spans))
        ):
            continue
        voice = new_ones.get(now[0].speaker, _NOBODY) if now else _NOBODY
        if voice != (old_voices.get(was[0].speaker, _NOBODY) if was else _NOBODY):
            changed[start] = voice
    return changed


def _quotes(analysis: Analysis) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    for quote in analysis.quotes:
        found.setdefault(quote.spans[0].start, []).append(quote)
    return found


def _voices(analysis: Analysis) -> dict[str | None, Voice]:
    return {speaker.id: (speaker.name, speaker.role_alone) for speaker in analysis.speakers}


def _meets(spans: Sequence[Span], reached: Sequence[int], own: Span) -> bool:
    """Whether some statement has words of a part of one that is gone."""
    before = bisect_left(spans, (own.end,))
    return before > 0 and reached[before - 1] > own.start
