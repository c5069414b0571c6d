"""A colour and a one-cell sign for each speaker, readable on whatever theme is on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from textual.color import Color
from textual.theme import Theme

from tui.reader.contrast import is_dark, readable
from tui.reader.themed_app import grounds

if TYPE_CHECKING:
    from tui.analysis.model import Speaker


# Found by search: each colour is as far as can be from those of the keys beside it, and the first
# three are from one another, for normal and for each kind of colour-blind eyes (CIE 1976, after the
# simulation of Machado, Oliveira and Fernandes, 2009). Lightness does most of that.
_ON_DARK: Final = (
    "#4bb4e1", "#ff8769", "#f0e100", "#c3ffd2", "#f0b44b", "#b496ff", "#f096b4", "#e1ff87",
)  # fmt: skip
_ON_LIGHT: Final = (
    "#004bc3", "#695a00", "#871e78", "#004b2d", "#4b0078", "#87000f", "#5a1e3c", "#2d3c00",
)  # fmt: skip
_KEYS: Final = "123456789"
_LARGE: Final = "".join(chr(ord("Ⓐ") + n) for n in range(26))
_NO_LETTER: Final = "·"
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+", re.I)
_NOBODY: Final = "?"
_TINT, _LIFTED = 0.10, 0.24


@dataclass(frozen=True, slots=True)
class SpeakerStyle:
    """How a speaker looks: colours as `#rrggbb`, and signs that are one cell wide.

    `colour` is for text and bars, `tint` the quiet background of what was said, `lifted` the
    stronger background of the current quote. `colour` is readable on the theme's grounds, on
    `tint` and on `lifted`. Where the terminal's own colours are used and its background is not
    known, `tint` and `lifted` are None. `key` is the key that chooses the speaker, empty where
    there is none; `sign`, beside the name and what was said, is the key or a circled letter, which
    looks like none, that no other voice has.
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
        known = grounds(theme)
        dark = is_dark(known[0]) if known else theme.dark
        # A terminal's own background is seldom quite black or white.
        on = known or (Color.parse("#242424" if dark else "#f2f2f2"),)
        palette = [
            _look(Color.parse(colour), on, known=bool(known))
            for colour in (_ON_DARK if dark else _ON_LIGHT)
        ]
        self._styles = dict[str, SpeakerStyle]()
        signs = _signs(speaker.name for speaker in ranked)
        for rank, (speaker, sign) in enumerate(zip(ranked, signs, strict=True)):
            key, look = _KEYS[rank : rank + 1], palette[rank % len(palette)]
            self._styles[speaker.id] = SpeakerStyle(*look, sign, key)
        grey = Color.parse("#9a9a9a" if dark else "#666666")
        self._nobody = SpeakerStyle(*_look(grey, on, known=bool(known)), _NOBODY)

    def of(self, speaker_id: str | None) -> SpeakerStyle:
        """The style of a speaker; a grey one, with the sign `?`, for None or an unknown id."""
        if speaker_id is None:
            return self._nobody
        return self._styles.get(speaker_id, self._nobody)

    def on(self, theme: Theme) -> SpeakerColours:
        """The same speakers on another theme."""
        return SpeakerColours(self._speakers, theme)


def _signs(names: Iterable[str]) -> Iterator[str]:
    """The keys, then for each voice a circled letter that is free: of its name, the first at best,
    else of the alphabet; a dot once there is none.
    """
    taken = set[str]()
    for rank, name in enumerate(names):
        own = _circled(_ARTICLE.sub("", name, count=1))
        signs = chain(_KEYS[rank : rank + 1], own, _circled(ascii_lowercase), _LARGE)
        sign = next((c for c in signs if c not in taken), _NO_LETTER)
        taken.add(sign)
        yield sign


def _circled(letters: str) -> Iterator[str]:
    """Letters in circles, without their accents; those of other alphabets have none."""
    for letter in unicodedata.normalize("NFKD", letters.lower()):
        if letter in ascii_lowercase:
            yield chr(ord("ⓐ") + ascii_lowercase.index(letter))


def _look(colour: Color, on: Sequence[Color], *, known: bool) -> tuple[str, str | None, str | None]:
    """The colour as it can be read, and its two backgrounds if the others are known."""
    ground = on[0]
    # What can be read on the strongest background can be on the weaker one.
    lifted = ground.blend(colour, _LIFTED)
    if not known:
        return readable(colour, on).hex6, None, None
    return readable(colour, [*on, lifted]).hex6, ground.blend(colour, _TINT).hex6, lifted.hex6
