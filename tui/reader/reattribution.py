"""What a screen tells when statements of its article are somebody else's than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote

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
    changed: dict[int, Voice] = {}
    for start in sorted(old.keys() | new.keys()):
        was, now = old.get(start, []), new.get(start, [])
        if len(was) > 1 or len(now) > 1 or (not now and _stands_in(after, was[0])):
            continue
        voice = _voice(after, now[0]) if now else _NOBODY
        if voice != (_voice(before, was[0]) if was else _NOBODY):
            changed[start] = voice
    return changed


def _quotes(analysis: Analysis) -> dict[int, list[Quote]]:
    found: dict[int, list[Quote]] = {}
    for quote in analysis.quotes:
        found.setdefault(quote.spans[0].start, []).append(quote)
    return found


def _voice(analysis: Analysis, quote: Quote) -> Voice:
    speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)
    return (speaker.name, speaker.role_alone) if speaker else _NOBODY


def _stands_in(analysis: Analysis, gone: Quote) -> bool:
    """Whether some statement has words of one that is gone."""
    spans = [span for quote in analysis.quotes for span in quote.spans]
    return any(s.start < own.end and own.start < s.end for s in spans for own in gone.spans)
