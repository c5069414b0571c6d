"""What stands in the margins of a PDF file's pages: running heads and feet, and their numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from tui.article.pdf_letters import Run

_MOST_LEVELS: Final = 4
_NEAR: Final = 3.0
"""Points by which the same line of two pages may differ in height."""
_SMALL: Final = 0.92
_SHARE: Final = 0.3
_MOST_OF: Final = 0.6
_APART: Final = 1.7
_APART_FROM_LINES: Final = 1.3
_ENOUGH_PAGES: Final = 3
_LONGEST: Final = 200
_EDGE: Final = 0.07
"""The share of a page's height that is outside of its text, above and below."""
_LONGEST_HEAD: Final = 120
_LARGEST_HEAD: Final = 1.2
_DATED: Final = re.compile(
    r"(?i)\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?: \d{1,2},?)? \d{4}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
)
_PAGE: Final = re.compile(r"\d{1,4}\s+(?=[A-Z])(?:[A-Z]+\b\s*)+$|.*\s[A-Z]?\d{1,3}$")
_SPACED: Final = re.compile(r"(?:\b[A-Z] ){3,}[A-Z]\b")
_NUMBERED: Final = (
    r"(?i)\W*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|von|\|)\s*\d{1,4})?\W*"
)


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands at one height of a page."""

    runs: tuple[Run, ...]
    height: float  # from the edge of the page
    share: float  # and that as a share of the page's height
    gap: float  # to what stands next, in the size of its letters
    step: float  # from line to line in the rest of the page, likewise

    @property
    def text(self) -> str:
        return " ".join(run.text for run in sorted(self.runs, key=lambda run: run.x0))

    @property
    def pattern(self) -> str:
        """The text, whatever its numbers are."""
        return re.sub(r"\d+", "#", self.text).casefold()


def without_margins(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The runs of each page, but for those that tell which page of what it is.

    They recur at the same height of several pages, or number them. Where nothing else is left all
    is kept.
    """
    kept = [list(page) for page in pages]
    body = _body_size(pages)
    for at_top in (True, False):
        for _ in range(_MOST_LEVELS):
            levels = [_outermost(page, at_top) for page in kept]
            margins = [
                level is not None and _is_margin(i, levels, body, at_top)
                for i, level in enumerate(levels)
            ]
            if not any(margins):
                break
            for page, level, is_margin in zip(kept, levels, margins, strict=True):
                if is_margin and level is not None:
                    page[:] = [run for run in page if run not in level.runs]
    return kept if any(kept) else [list(page) for page in pages]


def _body_size(pages: Sequence[Sequence[Run]]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for run in page:
            sizes[run.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _outermost(page: Sequence[Run], at_top: bool) -> _Level | None:
    """What stands highest on a page, or lowest."""
    if not page:
        return None
    sign = 1 if at_top else -1
    outer = max(page, key=lambda run: sign * run.base)
    level = [run for run in page if abs(run.base - outer.base) < outer.size / 2]
    rest = [run for run in page if run not in level]
    following = max((sign * run.base for run in rest), default=None)
    gap = 0.0 if following is None else (sign * outer.base - following) / max(outer.size, 1)
    height = outer.top - outer.base if at_top else outer.base
    bases = sorted({round(run.base) for run in rest})
    step = median(b - a for a, b in pairwise(bases)) if len(bases) > 1 else 0.0
    share = height / max(outer.top, 1)
    return _Level(tuple(level), height, share, gap, step / max(outer.size, 1))


def _is_margin(i: int, levels: Sequence[_Level | None], body: float, at_top: bool) -> bool:
    level = levels[i]
    if level is None or len(level.text) > _LONGEST:
        return False
    pages = sum(other is not None for other in levels)
    if re.fullmatch(_NUMBERED, level.text) and (level.gap > _APART or pages > 1):
        return True
    near = [
        other for other in levels if other is not None and abs(other.height - level.height) < _NEAR
    ]
    alike = sum(other.pattern == level.pattern for other in near)
    if alike > 1 and alike >= _SHARE * pages:
        return True
    if level.gap > max(_APART, _APART_FROM_LINES * level.step) and _is_head(level, body):
        return True
    if level.gap <= _APART or max(run.size for run in level.runs) > 1.05 * body:
        return False
    is_small = at_top and i > 0 and max(run.size for run in level.runs) < _SMALL * body
    if (is_small and not level.text.endswith(".")) or _counts(i, levels):
        return True
    apart = sum(other.gap > _APART for other in near)
    return len(near) >= _ENOUGH_PAGES and apart >= _MOST_OF * pages


def _is_head(level: _Level, body: float) -> bool:
    """Whether a line outside of a page's text tells its number, its date or its section."""
    text = level.text
    if level.share > _EDGE or len(text) > _LONGEST_HEAD or text.endswith("."):
        return False
    is_small = max(run.size for run in level.runs) <= _LARGEST_HEAD * body
    return is_small and any(form.search(text) for form in (_DATED, _PAGE, _SPACED))


def _counts(i: int, levels: Sequence[_Level | None]) -> bool:
    """Whether a number at the end of a page's outermost line is as much higher as its page."""
    told = {
        page - int(number)
        for page, level in enumerate(levels)
        if level is not None and page != i
        for number in _end_numbers(level.text)
    }
    level = levels[i]
    return level is not None and any(i - int(n) in told for n in _end_numbers(level.text))


def _end_numbers(text: str) -> list[str]:
    return re.findall(r"^\d{1,4}\b|\b\d{1,4}$", text)
