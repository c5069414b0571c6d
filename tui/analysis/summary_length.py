"""How long a summary is to be: as people write it, and in sentences of what there is."""

import re
from typing import Final

from tui.analysis.options import Length, Share

MOST_SENTENCES: Final = 20
"""What a length that is changed step by step goes up to."""
_STEP: Final = 5


def count(length: Length, of: int) -> int:
    """How many sentences of so many a summary has: at least one, and of none none."""
    wished = round(of * length.per_cent / 100) if isinstance(length, Share) else length
    return min(of, max(1, wished))


def read_length(written: object, most: int | None = None) -> Length:
    """The length that a number (`3`, at `most` so many) or a share (`"20%"`) stands for.

    Raises ValueError.
    """
    share = re.fullmatch(r"([0-9]{1,3}) ?%", written) if isinstance(written, str) else None
    if share is not None and 1 <= int(share[1]) <= 100:
        return Share(int(share[1]))
    if type(written) is int and 1 <= written <= (most or written):
        return written
    numbers = f"from 1 to {most}" if most else "from 1 on"
    raise ValueError(f"a number {numbers}, or a share from 1% to 100%")


def written_length(length: Length) -> int | str:
    """What `read_length` reads."""
    return f"{length.per_cent}%" if isinstance(length, Share) else length


def stepped(length: Length, by: int) -> Length:
    """The next longer length or, with -1, the next shorter one; the same where there is none."""
    if isinstance(length, Share):
        step = length.per_cent // _STEP + by + (by < 0 and length.per_cent % _STEP > 0)
        return Share(min(100, max(1, step * _STEP)))
    return length if by > 0 and length >= MOST_SENTENCES else max(1, length + by)


def in_words(length: Length) -> str:
    """The length in words: `3 sentences`, `20 % of the sentences`."""
    if isinstance(length, Share):
        return f"{length.per_cent} % of the sentences"
    return "1 sentence" if length == 1 else f"{length} sentences"
