"""The article pane as one sees and uses it, at three sizes."""

import random
import re
from collections.abc import Sequence

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from tests.reader.harbour import Host, article_of, harbour, reading
from tui.analysis.model import Analysis
from tui.article.model import Article, Span
from tui.reader.article_pane import ArticlePane
from tui.reader.speaker_colours import SpeakerColours

SIZES = [(80, 24), (120, 40), (40, 12)]


def host(copies: int = 1) -> Host:
    article = harbour(copies)
    return Host(article, reading(article))


def style_of(app: Host, words: str) -> Style:
    """The style of some words, which must stand in one row of the view and in one style."""
    for y in range(app.pane.size.height):
        for segment in app.pane.render_line(y):
            if words in segment.text:
                assert segment.style is not None
                return segment.style
    raise AssertionError(f"not in view in one style: {words!r}")


def cell_of(app: Host, words: str) -> tuple[int, int]:
    """Where on the screen some words begin."""
    for y, row in enumerate(app.screen_rows()):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"not in view: {words!r}")


def prose(rows: Sequence[str]) -> str:
    return " ".join(" ".join(rows).split())


def big(words: int) -> Article:
    chance = random.Random(3)
    vocabulary = ["harbour", "tide", "“no,”", "the", "a", "of", "crane", "said", "rope", "net"]
    paragraphs, left = [], words
    while left > 0:
        count = min(left, chance.randint(10, 90))
        left -= count
        paragraphs.append(" ".join(chance.choices(vocabulary, k=count)))
    return article_of([("paragraph", paragraph) for paragraph in paragraphs])


@pytest.mark.parametrize("size", SIZES)
async def test_the_article_is_shown_word_for_word(size: tuple[int, int]) -> None:
    app = host()
    async with app.run_test(size=size) as pilot:
        seen = app.screen_rows()
        assert seen[0].strip().startswith("Harbour to close")
        while app.pane.progress < 1:
            app.pane.scroll_line(1)
            await pilot.pause()
            seen.append(app.screen_rows()[-1])
        shown = prose([re.sub(r"^ *(\d[▐┊])?[ │]*", "", row) for row in seen])
        for block in app.article.blocks:
            words = app.article.text[block.span.start : block.span.end]
            assert words.removeprefix("> ") in shown


@pytest.mark.parametrize("size", SIZES)
async def test_every_quote_is_in_view_once_it_is_selected(size: tuple[int, int]) -> None:
    app = host(4)
    async with app.run_test(size=size) as pilot:
        assert app.analysis is not None
        for quote in (*app.analysis.quotes, *reversed(app.analysis.quotes)):
            app.pane.select_quote(quote.id)
            await pilot.pause()
            assert app.pane.current == quote.id
            shown = prose(app.screen_rows())
            for start, end in (quote.spans[0], quote.spans[-1]):
                words = app.article.text[start:end].split()
                assert words[0] in shown
                assert words[-1] in shown


async def test_a_quote_that_is_in_view_is_selected_without_a_move() -> None:
    app = host(4)
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.scroll_line(2)
        before = app.screen_rows()
        app.pane.select_quote("q3")
        await pilot.pause()
        assert app.screen_rows() == before
        assert style_of(app, "My own brother").bold


async def test_a_quote_that_is_longer_than_the_view_shows_its_beginning() -> None:
    app = host(4)
    async with app.run_test(size=(30, 4)) as pilot:
        app.pane.go_end()
        app.pane.select_quote("q6")
        await pilot.pause()
        assert "“I would rather" in app.screen_rows()[0]


async def test_speakers_are_told_by_colour_and_by_sign() -> None:
    app = host()
    async with app.run_test(size=(80, 40)):
        one, two = style_of(app, "“the least bad"), style_of(app, "“We learnt of it")
        plain, indirect = style_of(app, "Piet Oduya, who"), style_of(app, "nobody had asked")
        assert len({str(style.color) for style in (one, two, plain)}) == 3
        assert indirect.color == two.color
        assert indirect.bgcolor == plain.bgcolor != two.bgcolor
        signs = {row[3:].strip(): row[:3] for row in app.screen_rows()}
        assert [sign for words, sign in signs.items() if "nobody had asked" in words] == ["2┊ "]
        assert [sign for words, sign in signs.items() if "“We learnt of it" in words] == ["2▐ "]
        assert [sign for words, sign in signs.items() if words == "What it costs"] == ["   "]


async def test_indirect_statements_can_be_left_unmarked() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.pane.show_indirect = False
        await pilot.pause()
        assert not any("┊" in row for row in app.screen_rows())
        assert style_of(app, "nobody had asked") == style_of(app, "nobody had asked them.")
        app.pane.show_indirect = True
        await pilot.pause()
        assert any("┊" in row for row in app.screen_rows())


async def test_one_speaker_alone_stays_bright() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        bright = style_of(app, "“We learnt of it")
        app.pane.dim_all_but("s2")
        await pilot.pause()
        assert style_of(app, "“We learnt of it").color == bright.color
        assert style_of(app, "the least bad").color == style_of(app, "Mayor Ada").color
        app.pane.dim_all_but(None)
        await pilot.pause()
        assert style_of(app, "the least bad").color != style_of(app, "Mayor Ada").color


async def test_the_terminals_own_colours_fade_too() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = "ansi-dark"
        app.pane.dim_all_but("s2")
        await pilot.pause()
        assert style_of(app, "Mayor Ada").dim
        assert not style_of(app, "“We learnt of it").dim


async def test_partial_readings_do_not_move_the_view_nor_lose_the_current_quote() -> None:
    app = host(3)
    async with app.run_test(size=(60, 12)) as pilot:
        assert app.analysis is not None
        app.pane.select_quote("q6")
        app.pane.scroll_line(-1)
        await pilot.pause()
        before = app.screen_rows()
        fewer = tuple(quote for quote in app.analysis.quotes if quote.kind == "direct")
        colours = SpeakerColours(app.analysis.speakers, app.current_theme)
        app.pane.show_analysis(Analysis(app.article, fewer, app.analysis.speakers), colours)
        await pilot.pause()
        assert [row[3:] for row in app.screen_rows()] == [row[3:] for row in before]
        assert app.pane.current == "q6"
        renamed = tuple(
            type(q)(**{**{f: getattr(q, f) for f in q.__slots__}, "id": f"x{q.id}"}) for q in fewer
        )
        app.pane.show_analysis(Analysis(app.article, renamed, app.analysis.speakers), colours)
        await pilot.pause()
        assert app.pane.current == "xq6"
        app.pane.show_analysis(Analysis(app.article), colours)
        assert app.pane.current is None


async def test_search_hits_stand_out_and_the_current_one_more() -> None:
    app = host(4)
    async with app.run_test(size=(80, 24)) as pilot:
        text, spans, at = app.article.text, list[Span](), -1
        while (at := text.find("customs", at + 1)) >= 0:
            spans.append(Span(at, at + 7))
        app.pane.search_matches(spans, None)
        await pilot.pause()
        hit = style_of(app, "customs")
        assert hit.underline
        app.pane.search_matches(spans, 3)
        await pilot.pause()
        assert style_of(app, "customs").reverse
        app.pane.search_matches((), None)
        await pilot.pause()
        assert not style_of(app, " old customs shed").underline


async def test_a_place_survives_any_number_of_resizes() -> None:
    app = host(6)
    async with app.run_test(size=(100, 20)) as pilot:
        app.pane.scroll_line(36)
        await pilot.pause()
        place, rows = app.pane.place(), app.screen_rows()
        words = app.article.text[app.told.views[-1][0] :].split()[:3]
        for width, height in [(40, 12), (63, 30), (25, 7), (120, 40), (31, 9)]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert app.pane.place() == place
            assert words[0] in app.screen_rows()[0]
        await pilot.resize_terminal(100, 20)
        await pilot.pause()
        assert app.screen_rows() == rows


async def test_the_end_stays_the_end_when_there_is_room_for_more() -> None:
    app = host(2)
    async with app.run_test(size=(40, 12)) as pilot:
        app.pane.go_end()
        await pilot.pause()
        assert app.screen_rows()[-1].strip().endswith("hour.")
        rows = app.screen_rows()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen_rows()[-1].strip().endswith("hour.")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.screen_rows() == rows


async def test_a_place_can_be_kept_and_restored() -> None:
    app = host(4)
    async with app.run_test(size=(50, 12)) as pilot:
        for rows in (0, 5, 17, 3):
            app.pane.scroll_line(rows)
            place, seen = app.pane.place(), app.screen_rows()
            app.pane.go_end()
            app.pane.restore(place)
            await pilot.pause()
            assert app.pane.place() == place
            assert app.screen_rows() == seen
        app.pane.restore((10_000, 10_000))
        assert app.pane.progress == 1


async def test_a_place_restored_before_the_first_paint_is_where_one_starts() -> None:
    app = host(4)
    app.pane.restore((12, 0))
    async with app.run_test(size=(50, 12)):
        start = app.article.blocks[12].span.start
        first = app.article.text[start:].removeprefix("> ").split()[0]
        assert first in app.screen_rows()[0]


async def test_moves_go_as_far_as_the_article_and_tell_where_they_are() -> None:
    app = host(2)
    async with app.run_test(size=(60, 14)) as pilot:
        pane = app.pane
        pane.scroll_line(-3)
        assert pane.place() == (0, 0)
        first = app.screen_rows()
        pane.scroll_page(1)
        assert app.screen_rows()[:2] == first[-2:]
        pane.scroll_page(-1)
        assert app.screen_rows() == first
        assert 0 < pane.progress < 1
        pane.scroll_page(100)
        assert pane.progress == 1
        end = pane.place()
        pane.go_top()
        pane.go_end()
        await pilot.pause()
        assert pane.place() == end
        assert app.told.views[0][0] == 0
        assert app.told.views[-1][1:] == (len(app.article.text), 1.0)


async def test_the_wheel_moves_the_view_row_by_row() -> None:
    app = host(3)
    async with app.run_test(size=(60, 14)) as pilot:
        rows = app.screen_rows()
        app.pane.scroll_relative(y=3, animate=False)
        await pilot.pause()
        assert app.screen_rows()[:11] == rows[3:]
        app.pane.scroll_relative(y=-3, animate=False)
        await pilot.pause()
        assert app.screen_rows() == rows


async def test_a_click_finds_the_quote_or_the_offset() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.click(ArticlePane, offset=cell_of(app, "My own brother"))
        await pilot.click(ArticlePane, offset=cell_of(app, "What it costs"))
        await pilot.pause()
        assert app.told.quotes == ["q3"]
        assert app.told.offsets == [app.article.text.index("What it costs")]


async def test_a_drawn_selection_gives_the_articles_own_words() -> None:
    app = host()
    async with app.run_test(size=(60, 30)) as pilot:
        start, end = cell_of(app, "the fishermen,"), cell_of(app, "What it costs")
        await pilot.mouse_down(ArticlePane, offset=start)
        await pilot.hover(ArticlePane, offset=(end[0] + 3, end[1]))
        await pilot.mouse_up(ArticlePane, offset=(end[0] + 3, end[1]))
        await pilot.pause()
        text = app.article.text
        chosen = text[text.index("the fishermen,") : text.index(" it costs")]
        assert app.screen.get_selected_text() == chosen
        assert not app.told.quotes
        assert not app.told.offsets


async def test_a_selection_from_the_margin_begins_with_the_row() -> None:
    app = host()
    async with app.run_test(size=(100, 30)) as pilot:
        x, y = cell_of(app, "The authority’s report")
        await pilot.mouse_down(ArticlePane, offset=(4, y))
        await pilot.hover(ArticlePane, offset=(x + 2, y))
        await pilot.mouse_up(ArticlePane, offset=(x + 2, y))
        await pilot.pause()
        assert app.screen.get_selected_text() == "The"


async def test_markup_and_wide_letters_are_shown_as_they_are() -> None:
    words = "[b]bold[/oops] [@click=app.quit]x[/] 東京で「遅い」 שלום e\u0301nd"
    app = Host(article_of([("title", words), ("paragraph", words)]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert prose(app.screen_rows()).count(words) == 2
        await pilot.click(ArticlePane, offset=(3 + len("[b]bold[/oops] [@cl"), 0))
        strip = app.pane.render_line(0)
        assert strip.cell_length == app.pane.size.width


@pytest.mark.parametrize("words", [20_000, 200_000])
async def test_a_key_costs_the_same_however_long_the_article_is(words: int) -> None:
    app = Host(big(words))
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.pane
        while pane.is_refining:
            await pilot.pause(0.01)
        for move in (pane.go_end, pane.go_top, lambda: pane.scroll_page(1)):
            before = pane.wraps
            move()
            assert pane.wraps - before <= 80
        await pilot.resize_terminal(60, 24)
        before = pane.wraps
        pane.scroll_to_offset(len(app.article.text) // 2)
        assert pane.wraps - before <= 80


async def test_one_huge_paragraph_can_be_read_to_its_end() -> None:
    text = " ".join(f"word{n}" for n in range(60_000))
    app = Host(article_of([("paragraph", text)]))
    async with app.run_test(size=(80, 24)) as pilot:
        while app.pane.is_refining:
            await pilot.pause(0.01)
        before = app.pane.wraps
        app.pane.go_end()
        assert app.screen_rows()[-1].split()[-1] == "word59999"
        app.pane.scroll_to_offset(text.index("word30000 "))
        assert "word30000" in prose(app.screen_rows())
        assert app.pane.wraps - before <= 10


@pytest.mark.parametrize("words", ["", "One."])
async def test_next_to_nothing_is_shown_too(words: str) -> None:
    app = Host(article_of([("paragraph", words)] if words else []))
    async with app.run_test(size=(40, 12)) as pilot:
        for move in (app.pane.go_end, app.pane.go_top):
            move()
        app.pane.scroll_page(3)
        app.pane.restore(app.pane.place())
        await pilot.click(ArticlePane, offset=(5, 5))
        assert prose(app.screen_rows()) == words
        assert app.pane.progress == 1


async def test_without_colours_marks_are_told_by_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.pane.select_quote("q3")
        await pilot.pause()
        assert style_of(app, "“the least bad").underline
        assert style_of(app, "nobody had").italic
        assert style_of(app, "My own brother").reverse
        assert not style_of(app, "Monday, calling").underline


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_a_theme_takes_effect_at_once(theme: str) -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        expected = SpeakerColours(reading(app.article).speakers, app.current_theme).of("s2")
        style = style_of(app, "“We learnt of it")
        assert style.color is not None
        assert style.color.get_truecolor().hex.lower() == expected.colour.lower()
        plain = style_of(app, "Piet Oduya, who")
        assert plain.color is not None
        assert plain.color != style.color


def test_the_pane_has_no_keys_of_its_own() -> None:
    assert not ArticlePane(harbour())._bindings.key_to_bindings
