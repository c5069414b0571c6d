"""A colour and a one-cell sign for each speaker, readable on whatever theme is on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.color import Color
from textual.theme import Theme

if TYPE_CHECKING:
    from tui.analysis.model import Speaker


CONTRAST: Final = 4.5
"""The least contrast (WCAG 2) between a speaker's colour and anything it is written on."""

# Hues after Okabe and Ito (2008) and Paul Tol's schemes, kept apart for colour-blind eyes; the
# first ones are the farthest apart, as most articles have few voices.
_ON_DARK: Final = (
    "#56b4e9", "#e69f00", "#2fc09a", "#e48cc4", "#f0e442", "#f2774f", "#ada2ff", "#a3c940",
)  # fmt: skip
_ON_LIGHT: Final = (
    "#0068a8", "#a84400", "#00735a", "#96358a", "#6b5e00", "#b01f3c", "#4a3fb0", "#436b00",
)  # fmt: skip
_KEYS: Final = "123456789"
_NO_LETTER: Final = "·"
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.I)
_NOBODY: Final = "?"
_TINT, _LIFTED = 0.10, 0.24
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


@dataclass(frozen=True, slots=True)
class SpeakerStyle:
    """How a speaker looks: colours as `#rrggbb`, and signs that are one cell wide.

    `colour` is for text and bars, `tint` the quiet background of what was said, `lifted` the
    stronger background of the current quote. `colour` is readable on the theme's background, on
    `tint` and on `lifted`. Where the terminal's own colours are used and its background is not
    known, `tint` and `lifted` are None. `key` is the key that chooses the speaker, empty where
    there is none; `sign`, beside the name and what was said, is the key or a letter that no other
    voice has.
    """

    colour: str
    tint: str | None
    lifted: str | None
    sign: str
    key: str = ""


class SpeakerColours:
    """The styles of an article's speakers on one theme.

    Speakers are numbered by their share of the article, the largest first and, where two are
    level, in the order given; `order` has their ids in that order. The first nine have the keys 1
    to 9.
    """

    def __init__(self, speakers: Sequence[Speaker], theme: Theme) -> None:
        ranked = sorted(speakers, key=lambda speaker: -speaker.share)
        self._speakers = tuple(speakers)
        self.order: tuple[str, ...] = tuple(speaker.id for speaker in ranked)
        ground = _ground(theme)
        dark = theme.dark if ground is None else contrast(ground, _WHITE) > contrast(ground, _BLACK)
        # A terminal's own background is seldom quite black or white.
        written_on = ground or Color.parse("#242424" if dark else "#f2f2f2")
        palette = [
            _readable(Color.parse(colour), written_on, known=ground is not None)
            for colour in (_ON_DARK if dark else _ON_LIGHT)
        ]
        self._styles = dict[str, SpeakerStyle]()
        signs = _signs(speaker.name for speaker in ranked)
        for rank, (speaker, sign) in enumerate(zip(ranked, signs, strict=True)):
            key, look = _KEYS[rank : rank + 1], palette[rank % len(palette)]
            self._styles[speaker.id] = SpeakerStyle(*look, sign, key)
        grey = Color.parse("#9a9a9a" if dark else "#666666")
        self._nobody = SpeakerStyle(*_readable(grey, written_on, known=ground is not None), _NOBODY)

    def of(self, speaker_id: str | None) -> SpeakerStyle:
        """The style of a speaker; a grey one, with the sign `?`, for None or an unknown id."""
        if speaker_id is None:
            return self._nobody
        return self._styles.get(speaker_id, self._nobody)

    def on(self, theme: Theme) -> SpeakerColours:
        """The same speakers on another theme."""
        return SpeakerColours(self._speakers, theme)


def _signs(names: Iterable[str]) -> Iterator[str]:
    """The keys, then for each voice a letter that is free: of its name, the first at best, else of
    the alphabet; a dot once there is none.
    """
    taken = set[str]()
    for rank, name in enumerate(names):
        own = (c.upper() for c in _ARTICLE.sub("", name, count=1) if c.isalpha())
        letters = chain(_KEYS[rank : rank + 1], own, ascii_uppercase, ascii_lowercase)
        free = (c for c in letters if c not in taken and cell_len(c) == 1)
        sign = next(free, _NO_LETTER)
        taken.add(sign)
        yield sign


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours after WCAG 2, from 1 (the same) to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ground(theme: Theme) -> Color | None:
    """The background of a theme; None where it is the terminal's own."""
    ground = Color.parse(theme.to_color_system().generate()["background"])
    return None if ground.ansi is not None else ground


def _readable(colour: Color, ground: Color, *, known: bool) -> tuple[str, str | None, str | None]:
    """The colour made lighter or darker until it can be read, and its two backgrounds."""
    lighter = contrast(ground, _WHITE) > contrast(ground, _BLACK)
    lifted = ground.blend(colour, _LIFTED)
    # The strongest background is nearest to the colour: what can be read on it can be anywhere.
    while contrast(colour, lifted if known else ground) < CONTRAST:
        moved = colour.lighten(0.02) if lighter else colour.darken(0.02)
        if moved == colour:
            break
        colour = moved
    if not known:
        return colour.hex6, None, None
    return colour.hex6, ground.blend(colour, _TINT).hex6, lifted.hex6
