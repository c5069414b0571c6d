"""Rows break where rich breaks them, and the layout costs what is looked at."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich._wrap import divide_line
from rich.cells import cell_len

from tests.reader.harbour import article_of, harbour
from tui.article.model import Span
from tui.reader.wrapping import LONGEST_PIECE, Geometry, Spot, pieces_of, row_starts

NEWS = "“It is late,” she said – and left. Naïve façade, 4 °C; ‘why?’ Ольга и Σωκράτης…"
WIDE = "東京で「遅い」と述べた。 👩‍🚀 e\u0301 ok, שלום مرحبا said"
words = st.text(st.sampled_from(sorted(set(NEWS + WIDE) - {" "})), min_size=1, max_size=30)
texts = st.lists(words, max_size=40).map(" ".join)


def rows_of(text: str, width: int) -> list[str]:
    starts = row_starts(text, width)
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@settings(deadline=None)
@given(texts, st.integers(30, 90))
@example(NEWS, 30)
@example(WIDE, 30)
def test_rows_are_those_of_rich(text: str, width: int) -> None:
    assert row_starts(text, width) == [0, *divide_line(text, width)]


@settings(deadline=None)
@given(texts, st.integers(2, 90))
def test_no_row_is_wider_than_the_measure_and_no_character_is_lost(text: str, width: int) -> None:
    rows = rows_of(text, width)
    assert "".join(rows) == text
    assert all(cell_len(row.rstrip(" ")) <= width for row in rows)


def test_a_number_is_not_torn_at_a_no_break_space() -> None:
    assert rows_of("it costs 40\u00a0000 crowns", 12) == ["it costs ", "40\u00a0000 ", "crowns"]
    assert rows_of("値段は 40\u00a0000 crowns", 12) == ["値段は ", "40\u00a0000 ", "crowns"]


def test_a_long_word_is_broken_and_an_empty_text_has_one_row() -> None:
    assert rows_of("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert row_starts("", 10) == [0]


def test_gaps_stand_where_the_article_has_an_empty_line() -> None:
    article = article_of(
        [("paragraph", "One."), ("item", "- a"), ("item", "- b"), ("turn", "A: c")]
    )
    assert [piece.gap for piece in pieces_of(article)] == [1, 0, 1, 0]


def test_a_list_item_hangs_from_its_bullet() -> None:
    geometry = Geometry(article_of([("item", "- one two three")]))
    geometry.set_measure(9)
    assert [geometry.indent(Spot(0, row)) for row in (0, 1)] == [0, 2]
    spans = [geometry.row_span(Spot(0, row)) for row in (0, 1)]
    assert [geometry.text[s:e] for s, e in spans] == ["- one two ", "three"]


def test_the_mark_of_a_block_quotation_is_not_shown() -> None:
    geometry = Geometry(article_of([("paragraph", "Before."), ("quote", "> Said.")]))
    geometry.set_measure(40)
    span = geometry.row_span(Spot(1, 0))
    assert geometry.text[span.start : span.end] == "Said."
    assert geometry.spot_of(geometry.text.index(">")) == Spot(1, 0)


def test_an_empty_article_has_one_row() -> None:
    geometry = Geometry(article_of([]))
    geometry.set_measure(40)
    assert geometry.height == 1
    assert geometry.moved(geometry.spot_of(0), 5) == Spot(0, 0)


def test_the_layout_of_any_row_finds_its_way_back() -> None:
    geometry = Geometry(harbour(3))
    geometry.set_measure(33)
    spot, seen = Spot(0, 0), []
    while True:
        span = geometry.row_span(spot)
        seen.append(spot)
        assert geometry.spot_of(span.start) == spot
        if spot == geometry.last_spot():
            break
        spot = geometry.moved(spot, 1)
    assert geometry.height == len(seen)
    assert [geometry.top(spot) for spot in seen] == list(range(len(seen)))
    assert [geometry.spot_at(y) for y in range(len(seen))] == seen
    assert geometry.moved(seen[-1], -len(seen) * 2) == seen[0]
    assert geometry.distance(seen[3], seen[20], 100) == 17
    assert geometry.distance(seen[3], seen[20], 5) == 5


def test_a_huge_paragraph_is_laid_out_in_pieces_that_lose_nothing() -> None:
    text = " ".join(f"word{n}" for n in range(20_000))
    pieces = pieces_of(article_of([("paragraph", text)]))
    assert max(p.span.end - p.span.start for p in pieces) <= LONGEST_PIECE
    assert "".join(text[p.span.start : p.span.end] for p in pieces) == text
    assert all(text[p.span.end - 1] == " " for p in pieces[:-1])
    unbroken = pieces_of(article_of([("paragraph", "x" * 10_000)]))
    assert [p.span for p in unbroken] == [Span(0, 4000), Span(4000, 8000), Span(8000, 10_000)]


def test_refining_goes_on_where_it_stopped_and_makes_the_height_exact() -> None:
    geometry = Geometry(harbour(5))
    geometry.set_measure(40)
    steps = iter([True] * 7 + [False])
    assert not geometry.refine(lambda: next(steps))
    assert geometry.wraps == 7
    assert geometry.refine(lambda: True)
    assert geometry.wraps == len(geometry.pieces)
    exact = sum(len(geometry.rows(i)) + p.gap for i, p in enumerate(geometry.pieces))
    assert geometry.height == exact
