"""The automatic numbers of the lists and headings of a Word document."""

from collections import defaultdict
from typing import Final

from docx.oxml.ns import qn
from lxml.etree import _Element

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST: Final = 10_000
BULLET: Final = ""


class Numbering:
    """Counts the numbered paragraphs of a document, which come in order."""

    def __init__(self, numbering: _Element | None) -> None:
        """Read the part of a document that defines its lists: an element, or None."""
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        self._started: dict[str, dict[int, int]] = {}
        if numbering is None:
            return
        defined = {
            abstract.get(qn("w:abstractNumId")): {
                _whole(level.get(qn("w:ilvl"))): _level(level)
                for level in abstract.findall(qn("w:lvl"))
            }
            for abstract in numbering.findall(qn("w:abstractNum"))
        }
        for number in numbering.findall(qn("w:num")):
            name = number.get(qn("w:numId"), "")
            which = _value(number.find(qn("w:abstractNumId")))
            self._levels[name] = dict(defined.get(which, {}))
            self._abstract[name] = which
            self._started[name] = {}
            for other in number.findall(qn("w:lvlOverride")):
                start = other.find(qn("w:startOverride"))
                depth = _whole(other.get(qn("w:ilvl")))
                if start is not None:
                    self._started[name][depth] = _whole(_value(start), 1)
                if (level := other.find(qn("w:lvl"))) is not None:
                    self._levels[name][depth] = _level(level)

    def label(self, list_name: str, depth: int) -> str | None:
        """The number of the next paragraph of a list; empty for a bullet, None for no list."""
        levels = self._levels.get(list_name)
        if levels is None or depth not in levels:
            return None
        form, pattern, start = levels[depth]
        if form == "bullet":
            return BULLET
        counted = self._counted[self._abstract[list_name]]
        own = self._started[list_name]
        if depth in own:
            counted[depth] = own.pop(depth)
        else:
            counted[depth] = counted[depth] + 1 if depth in counted else start
        for deeper in [d for d in counted if d > depth]:
            del counted[deeper]
        for i in range(depth + 1):
            if f"%{i + 1}" in pattern and i in levels:
                number = counted.get(i, levels[i][2])
                pattern = pattern.replace(f"%{i + 1}", _written(number, levels[i][0]))
        return pattern.strip()


def _level(level: _Element) -> tuple[str, str, int]:
    """The form of a level's numbers, what stands around them, and the first."""
    return (
        _value(level.find(qn("w:numFmt"))) or "decimal",
        _value(level.find(qn("w:lvlText"))),
        _whole(_value(level.find(qn("w:start"))), 1),
    )


def _value(element: _Element | None) -> str:
    return "" if element is None else element.get(qn("w:val")) or ""


def _whole(told: str | None, otherwise: int = 0) -> int:
    try:
        return int(told or otherwise)
    except ValueError:
        return otherwise


def _written(number: int, form: str) -> str:
    """A number as a list has it: `4`, `d`, `iv`."""
    if form == "none":
        return ""
    if not 0 < number < _LARGEST:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        letters = ""
        for value, sign in _ROMAN:
            letters += sign * (number // value)
            number %= value
        return letters.upper() if form == "upperRoman" else letters
    return f"{number:02}" if form == "decimalZero" else str(number)
