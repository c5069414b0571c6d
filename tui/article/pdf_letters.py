"""The letters on the pages of a PDF file -> runs of text on them, and where each stands."""

import logging
import re
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from statistics import median_high, mode
from typing import Any, Final

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTAnno, LTChar, LTLayoutContainer
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, decode_text

MOST_PAGES: Final = 1_000
_MOST_LETTERS: Final = 4_000_000
_MOST_SECONDS: Final = 120.0
_LARGEST_STREAM: Final = 32 * 1024 * 1024
_AT_ONCE: Final = 64 * 1024
_BETWEEN_LOOKS: Final = 1_000
_LONGEST_DICTIONARY: Final = 2_000
_DAMAGED: Final = "it is damaged: its pages cannot be read"
# Signs of one letter each that stand for several, as fonts have them.
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_NO_LETTER: Final = "\ufffd"
_BOLD: Final = ("bold", "black", "heavy", "demi")
_INITIAL: Final = 1.7
_RAISED: Final = 0.15
_SMALL: Final = 0.8
_SOFT: Final = "\xad"
_WINDOWS_HYPHEN: Final = 0xAD
_DRAWN: Final = "\ufdd0"
"""A soft hyphen that is seen, until it is known whether the file means all its hyphens by it."""
_TWICE: Final = 0.05
_TWICE_POINTS: Final = 0.5
"""A letter is drawn twice so near to itself: in sizes of it, and in points at most."""
_SLANT: Final = 0.1
_UNEVEN: Final = 0.15
_INVISIBLE: Final = 3

logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfminer").propagate = False  # its warnings are for programmers


@dataclass(frozen=True, slots=True)
class Run:
    """Some text on a line of a page, its letters next to each other.

    All lengths are in points; `base` is the height of the line above the page's foot, `top` that
    of the page. `size` is that of most of the letters, and `is_bold` tells of most of them, too.
    """

    page: int
    top: float
    x0: float
    x1: float
    base: float
    size: float
    is_bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Letters:
    """What the pages of a file hold: their text, how many pictures, and what is told of it."""

    runs: tuple[Run, ...]
    pages: int
    pictures: int
    title: str | None
    author: str | None


def read_letters(data: bytes) -> Letters:
    """The text of a file's pages in no order. Raises ValueError where it cannot be read."""
    _check_streams(data)
    try:
        document = PDFDocument(PDFParser(BytesIO(data)))
        device = _read(document, with_artifacts=False)
        if device.artifacts > device.letters:  # the text itself is said to be none
            device = _read(document, with_artifacts=True)
        info: Mapping[str, Any] = document.info[0] if document.info else {}
        title, author = _told(info.get("Title")), _told(info.get("Author"))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise ValueError("it is locked with a password") from None
    except _LimitError as error:
        raise ValueError(str(error)) from None
    except Exception:  # the library raises whatever a broken file leads it to
        raise ValueError(_DAMAGED) from None
    return Letters(tuple(_with_hyphens(device.runs)), device.pages, device.pictures, title, author)


class _LimitError(Exception):
    """That a file holds more than is read."""


def _read(document: PDFDocument, *, with_artifacts: bool) -> "_Device":
    manager = _Fonts()
    device = _Device(manager, with_artifacts=with_artifacts)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.create_pages(document):
        if device.pages == MOST_PAGES:
            raise _LimitError(f"it has more than {MOST_PAGES} pages")
        interpreter.process_page(page)
    if not device.pages:
        raise ValueError(_DAMAGED)
    return device


class _Fonts(PDFResourceManager):  # type: ignore[misc]  # it comes without types
    """Makes fonts, and tells of them what the library gets wrong."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        if not isinstance(font, PDFSimpleFont):
            return font
        if font.cid2unicode.get(_WINDOWS_HYPHEN) == " ":
            font.cid2unicode = {**font.cid2unicode, _WINDOWS_HYPHEN: _SOFT}
        if any(isinstance(key, str) for key in font.widths):
            # The library looks for the width of the letters that a sign stands for, not its own.
            signs = font.cid2unicode.items()
            known = {_SOFT: font.widths.get("-", 0), **font.widths}
            widths = {cid: known[sign] for cid, sign in signs if sign in known}
            font.widths = {**font.widths, **widths}
        return font


class _Device(PDFPageAggregator):  # type: ignore[misc]  # it comes without types
    """Takes what is drawn on pages and keeps the letters."""

    def __init__(self, manager: PDFResourceManager, *, with_artifacts: bool) -> None:
        super().__init__(manager, laparams=None)
        self.runs: list[Run] = []
        self.pages = self.pictures = self.letters = self.artifacts = 0
        self._with_artifacts = with_artifacts
        self._tags: list[tuple[bool, str | None]] = []
        self._seen: dict[tuple[str, int, int], tuple[float, float]] = {}
        self._is_invisible = False
        self._invisible = self._steps = 0
        self._until = time.monotonic() + _MOST_SECONDS

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self._tags, self._seen = [], {}
        self._invisible = 0

    def end_page(self, page: PDFPage) -> None:
        letters = [item for item in self.cur_item if isinstance(item, LTChar)]
        upright = [letter for letter in letters if _is_upright(letter)]
        # a mark across the page is none of its text
        letters = upright if 2 * len(upright) > len(letters) else letters
        runs = list(_runs(letters, self.cur_item.height, self.pages))
        self.runs += _even(runs) if 2 * self._invisible > len(letters) else runs
        self.pages += 1

    def begin_figure(self, *_: object) -> None:
        self._step()  # what stands in a form stands on the page

    def end_figure(self, *_: object) -> None:
        """Do nothing: forms are not kept apart."""

    def render_image(self, *_: object) -> None:
        self.pictures += 1
        self._step()

    def paint_path(self, *_: object) -> None:
        self._step()

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        told = props.get("ActualText") if isinstance(props, dict) else None
        self._tags.append((getattr(tag, "name", "") == "Artifact", _told(told) if told else None))

    def end_tag(self) -> None:
        if self._tags:
            self._tags.pop()

    # what the library hands on has no types
    def render_string(self, textstate: PDFTextState, *args: Any) -> None:  # noqa: ANN401
        self._is_invisible = textstate.render == _INVISIBLE
        super().render_string(textstate, *args)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *colours: Any,  # noqa: ANN401 -- the same
    ) -> float:
        self._step()
        if not self._with_artifacts and any(is_artifact for is_artifact, _ in self._tags):
            self.artifacts += 1
            width: float = font.char_width(cid)
            return width * fontsize * scaling
        self.letters += 1
        self._invisible += self._is_invisible
        if self.letters > _MOST_LETTERS:
            raise _LimitError(f"it holds more than {_MOST_LETTERS // 10**6} million letters")
        step: float = super().render_char(matrix, font, fontsize, scaling, rise, cid, *colours)
        items: list[Any] = self.cur_item._objs
        letter = items[-1]
        if self._tags and self._tags[-1][1] == _SOFT:
            letter._text = _SOFT  # a hyphen that only the line's end asks for
        elif letter.get_text() == _SOFT:
            letter._text = _DRAWN if letter.adv else ""
        if rise:  # the library has it in the letter's edges alone
            a, b, c, d, e, f = letter.matrix
            letter.matrix = (a, b, c, d, e + c * rise, f + d * rise)
        if self._is_drawn(letter):
            items.pop()  # twice, to look bold
        return step

    def _is_drawn(self, letter: LTChar) -> bool:
        """Whether the same letter stands in the same place already; if not, it does now."""
        near = min(_TWICE * letter.size, _TWICE_POINTS)
        text, x, y = letter.get_text(), letter.x0, letter.y0
        across, up = int(x // _TWICE_POINTS), int(y // _TWICE_POINTS)
        for i in (across - 1, across, across + 1):
            for j in (up - 1, up, up + 1):
                seen = self._seen.get((text, i, j))
                if seen is not None and abs(seen[0] - x) <= near and abs(seen[1] - y) <= near:
                    return True
        self._seen[text, across, up] = x, y
        return False

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        return _NO_LETTER

    def _step(self) -> None:
        self._steps += 1
        if self._steps % _BETWEEN_LOOKS == 0 and time.monotonic() > self._until:
            raise _LimitError(f"it takes longer than {_MOST_SECONDS:.0f} seconds to read")


def _runs(letters: list[LTChar], top: float, page: int) -> Iterator[Run]:
    """The runs of some letters of a page, which come in the order in which they were drawn."""
    if not letters:
        return
    container = LTLayoutContainer((0.0, 0.0, 1.0, 1.0))
    for line in container.group_objects(LAParams(), letters):
        for items in _without_initial(list(line)):
            if (run := _run(items, top, page)) is not None:
                yield run


def _without_initial(items: list[LTChar | LTAnno]) -> Iterator[list[LTChar | LTAnno]]:
    """What stands on a line, apart from a large letter in front that reaches over several."""
    first, *rest = items
    sizes = [item.size for item in rest if isinstance(item, LTChar)]
    if isinstance(first, LTChar) and sizes and first.size > _INITIAL * max(sizes):
        yield [first]
        items = rest
    yield items


def _run(line: Sequence[LTChar | LTAnno], top: float, page: int) -> Run | None:
    letters = [item for item in line if isinstance(item, LTChar) and item.get_text().strip()]
    if not letters:
        return None
    size = mode(round(letter.size, 1) for letter in letters)
    if size <= 0:
        return None  # nobody can see it
    main = [letter for letter in letters if round(letter.size, 1) == size]
    base = mode(round(letter.matrix[5], 1) for letter in main)
    words = list[str]()
    for i, item in enumerate(line):
        if isinstance(item, LTAnno) and i and _closes(line[i - 1], line[i + 1 : i + 4]):
            continue  # nobody set a space there
        if (
            isinstance(item, LTChar)
            and _is_note(item, size, base)
            and _may_have_note("".join(words[-4:]))
        ):
            continue
        words.append(item.get_text())
    text = " ".join("".join(words).translate(_LIGATURES).split())
    if not text:
        return None
    bold = sum(any(name in letter.fontname.lower() for name in _BOLD) for letter in letters)
    return Run(
        page,
        top,
        x0=min(letter.x0 for letter in letters),
        x1=max(letter.x1 for letter in letters),
        base=base,
        size=size,
        is_bold=2 * bold > len(letters),
        text=text,
    )


def _closes(before: LTChar | LTAnno, items: Sequence[LTChar | LTAnno]) -> bool:
    """Whether a mark follows that stands right behind a word; three dots do not."""
    text = "".join(item.get_text() for item in items)
    is_mark = re.match(r",(?!\w)|\.(?=$|\s)(?!\s\.)", text) is not None
    return is_mark and before.get_text()[-1:].isalnum()


def _is_upright(letter: LTChar) -> bool:
    along, across, *_ = letter.matrix
    return bool(letter.upright and abs(across) < _SLANT * abs(along))


def _even(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page that was read by eye, sizes made one that only measuring sets apart."""
    size = median_high(run.size for run in runs for _ in run.text) if runs else 0
    return [
        replace(run, size=size) if abs(run.size - size) < _UNEVEN * size else run for run in runs
    ]


def _with_hyphens(runs: Sequence[Run]) -> list[Run]:
    """The runs, soft hyphens that are seen within lines, as those at their ends, made real ones."""
    is_real = any(re.search(rf"\w{_DRAWN}\w", run.text) for run in runs)
    hyphen = "-" if is_real else _SOFT
    return [replace(run, text=run.text.replace(_DRAWN, hyphen)) for run in runs]


def _is_note(letter: LTChar, size: float, base: float) -> bool:
    """Whether a letter is the raised number of a note."""
    is_raised = letter.size < _SMALL * size and letter.matrix[5] > base + _RAISED * size
    return is_raised and (letter.get_text().isdecimal() or letter.get_text() in "*∗†‡§,")


def _may_have_note(before: str) -> bool:
    """Whether a raised number behind some text is no power or unit in it."""
    return re.search(r"[^\W\d_]{3}$|[.,;:!?”\"’)]$", before) is not None


def _told(value: object) -> str | None:
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else None


def _check_streams(data: bytes) -> None:
    """Raise ValueError where a part of a file that is no picture unpacks to more than is read."""
    for match in re.finditer(rb"stream\r?\n", data):
        if data[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        before = data[max(0, match.start() - _LONGEST_DICTIONARY) : match.start()]
        told = before[before.rfind(b" obj") :]
        if (b"Flate" not in told and b"/Fl" not in told) or re.search(rb"/Image\b", told):
            continue
        packed = memoryview(data)[match.end() :]
        for _ in range(3):  # one may be packed within another
            try:
                unpacked = _unpacked(packed)
            except zlib.error:
                break
            if len(unpacked) > _LARGEST_STREAM:
                raise ValueError("it unpacks to far more than a document holds")
            packed = memoryview(unpacked)


def _unpacked(packed: memoryview) -> bytes:
    """What some bytes begin with that are packed, as far as it must be known whether it is more
    than is read. Raises zlib.error."""
    unpacking, unpacked = zlib.decompressobj(), bytearray()
    for start in range(0, len(packed), _AT_ONCE):
        some = packed[start : start + _AT_ONCE]
        unpacked += unpacking.decompress(some, _LARGEST_STREAM + 1 - len(unpacked))
        if unpacking.eof or len(unpacked) > _LARGEST_STREAM:
            break
    return bytes(unpacked)
