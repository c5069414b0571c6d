"""Shares of what is said as whole per cents that add up."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.model import Speaker


def per_cents(speakers: Sequence[Speaker]) -> dict[str, int]:
    """The share of each speaker in whole per cents, by its id (largest remainder, Hamilton).

    All voices of an article add up to 100, some of them to what their shares together round to.
    """
    exact = {speaker.id: 100 * speaker.share for speaker in speakers}
    whole = {speaker_id: floor(share) for speaker_id, share in exact.items()}
    left = round(sum(exact.values())) - sum(whole.values())
    for speaker_id in sorted(exact, key=lambda i: whole[i] - exact[i])[: max(0, left)]:
        whole[speaker_id] += 1
    return whole
