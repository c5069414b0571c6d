"""One row of an article as it is drawn: gutter sign, words, tints, search hits, selection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.article.line_forms import MOMENT_BEFORE
from tui.article.model import Span
from tui.reader.text_search import Matches
from tui.reader.wrapping import Geometry, Piece, Spot

if TYPE_CHECKING:
    from tui.reader.quote_marks import Mark, QuoteMarks
    from tui.reader.speaker_colours import SpeakerColours, SpeakerStyle

T = TypeVar("T")

DIRECT_BAR, INDIRECT_BAR, GUESS = "▐", "┊", "?"
GUTTER: Final = 3
"""The cells left of the text: a speaker's sign, a bar, a space."""

_LABEL = re.compile(rf"{MOMENT_BEFORE}[^:：]{{1,60}}[:：]")


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of the theme. `coloured` is false where colours must not be relied upon."""

    base: Style
    title: Style
    heading: Style
    byline: Style
    label: Style
    faded: Style
    match: Style
    match_current: Style
    selection: Style
    coloured: bool


def looks_of(pane: Widget) -> Looks:
    """The styles that an article pane has by now."""

    def style(name: str) -> Style:
        return pane.get_component_rich_style(f"article--{name}")

    return Looks(
        base=pane.rich_style,
        title=style("title"),
        heading=style("heading"),
        byline=style("byline"),
        label=style("label"),
        faded=style("faded"),
        match=style("match"),
        match_current=style("match-current"),
        selection=pane.selection_style,
        coloured=not pane.app.no_color,
    )


@dataclass(slots=True)
class Scene:
    """What the rows show at the moment, beside the words themselves.

    `marks` and `colours` are there once something is known of who speaks. `only` is the one speaker
    whose words stay bright, `matches` the search hits in order, `match` the index of the current
    one.
    """

    marks: QuoteMarks | None = None
    colours: SpeakerColours | None = None
    current: str | None = None
    only: str | None = None
    matches: Matches = field(default_factory=Matches)
    match: int | None = None
    selection: Selection | None = None

    def marks_of(self, piece: int) -> Sequence[Mark]:
        """The marks that touch a piece."""
        return self.marks.of_piece(piece) if self.marks is not None else ()

    def quote_at(self, offset: int) -> str | None:
        """The id of the innermost quote at an offset."""
        return self.marks.at(offset) if self.marks is not None else None

    def extent(self, quote_id: str | None) -> Span | None:
        """From a quote's first word to its last; None for no quote."""
        return self.marks.extent(quote_id) if self.marks is not None else None

    def look(self, mark: Mark) -> SpeakerStyle:
        """How the speaker of a mark looks."""
        assert self.colours is not None  # there are no marks without
        return self.colours.of(mark.speaker)


class RowPainter:
    """Draws rows of a geometry, as the scene has it, in the given looks."""

    def __init__(self, geometry: Geometry, scene: Scene, looks: Looks) -> None:
        self.geometry, self.scene, self.looks = geometry, scene, looks

    def paint(self, spot: Spot, margin: int, width: int) -> Strip:
        """A row as a strip of `width` cells, its text column `margin` cells from the left.

        Each segment has the offset (character of the piece, piece) that a selection needs.
        """
        geometry, base = self.geometry, self.looks.base
        piece = geometry.pieces[spot.piece]
        span = geometry.row_span(spot)
        words = geometry.text[span.start : span.end].rstrip(" ")
        shown = Span(span.start, span.start + len(words))
        start = span.start - piece.span.start
        here = Style.from_meta({"offset": (start, spot.piece)})
        indent = geometry.indent(spot)
        if not words:
            # A selection from anywhere in it begins at its first offset.
            return Strip([Segment("", base + here), Segment(" " * width, base)], width)
        marks = [m for m in self.scene.marks_of(spot.piece) if _overlap(m.span, shown)]
        blank = Segment(" ", base + here)
        # Cell by cell, so that a selection from within the margin begins at the row's first word.
        segments = [blank] * (margin - GUTTER)
        segments += [Segment(char, style + here) for char, style in self._gutter(marks, shown)]
        if piece.inset:
            segments += [Segment("│", base + self.looks.byline + here), blank]
        segments += [blank] * (indent - piece.inset)
        for part, styles in _cut(shown, self._layers(spot, piece, shown, marks)):
            offset = part.start - piece.span.start, spot.piece
            style = Style.combine([base, *styles, Style.from_meta({"offset": offset})])
            segments.append(Segment(geometry.text[part.start : part.end], style))
        return Strip(segments).adjust_cell_length(width, base)

    def _gutter(self, marks: Sequence[Mark], shown: Span) -> list[tuple[str, Style]]:
        """The sign of the current quote, else of the one that has most of the row."""
        base, scene = self.looks.base, self.scene
        if not marks:
            return [(" ", base)] * GUTTER
        mark = max(
            marks,
            key=lambda m: (
                m.quote == scene.current,
                scene.only is not None and m.speaker == scene.only,
                _overlap(m.span, shown),
            ),
        )
        look = scene.look(mark)
        style = base + Style(color=look.colour)
        if self._fades(mark):
            style = base + self.looks.faded
        direct = any(m.kind != "indirect" and m.speaker == mark.speaker for m in marks)
        bar = DIRECT_BAR if direct else INDIRECT_BAR
        if mark.guess and mark.span.start >= shown.start:
            bar = GUESS
        sign = style + Style(bold=bool(look.key), reverse=mark.quote == scene.current)
        return [(look.sign, sign), (bar, style), (" ", base)]

    def _fades(self, mark: Mark) -> bool:
        return self.scene.only is not None and mark.speaker != self.scene.only

    def _layers(
        self, spot: Spot, piece: Piece, shown: Span, marks: Sequence[Mark]
    ) -> list[tuple[Span, Style]]:
        """The styles over a row, the lowest first."""
        scene, looks = self.scene, self.looks
        layers = [(shown, self._of_kind(piece))]
        if piece.kind == "turn" and (label := _LABEL.match(self.geometry.text, *piece.span)):
            layers.append((Span(*label.span()), looks.label))
        if scene.only is not None:
            layers.append((shown, looks.faded))
        layers += [(mark.span, self._of_mark(mark)) for mark in marks if not self._fades(mark)]
        for index in scene.matches.within(*shown):
            layers.append(
                (scene.matches[index], looks.match_current if index == scene.match else looks.match)
            )
        if scene.selection is not None and (chosen := scene.selection.get_span(spot.piece)):
            first, last = (piece.span.start + at for at in chosen)
            layers.append((Span(first, shown.end if chosen[1] == -1 else last), looks.selection))
        return layers

    def _of_kind(self, piece: Piece) -> Style:
        match piece.kind:
            case "title":
                return self.looks.title
            case "heading":
                return self.looks.heading
            case "byline":
                return self.looks.byline
            case _:
                return Style.null()

    def _of_mark(self, mark: Mark) -> Style:
        current = mark.quote == self.scene.current
        direct = mark.kind != "indirect"
        # Where colours do not tell them apart, a search hit is what is reversed.
        turned = current and not self.scene.matches
        if not self.looks.coloured:
            return Style(
                underline=direct, italic=not direct, bold=current, reverse=turned, dim=False
            )
        look = self.scene.look(mark)
        style = Style(color=look.colour, dim=False)
        if look.lifted is None:
            return style + Style(underline=direct, bold=current, reverse=turned)
        if current:
            return style + Style(bgcolor=look.lifted, bold=True)
        return style + Style(bgcolor=look.tint) if direct else style


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _cut(whole: Span, layers: Sequence[tuple[Span, T]]) -> list[tuple[Span, list[T]]]:
    """`whole` in stretches over each of which the same layers lie, with these in their order."""
    edges = {whole.start, whole.end}
    for span, _ in layers:
        edges.update(edge for edge in span if whole.start < edge < whole.end)
    ordered = sorted(edges)
    return [
        (Span(start, end), [what for span, what in layers if span.start <= start < span.end])
        for start, end in pairwise(ordered)
    ]
