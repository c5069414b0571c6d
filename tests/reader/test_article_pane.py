"""The article pane at three sizes: its words, its moves, and what they cost."""

import random
import re

import pytest
from rich.cells import cell_len

from tests.reader.harbour import Host, article_of, harbour, host, prose, style_of
from tui.analysis.model import Analysis
from tui.article.model import Article
from tui.reader.article_pane import ArticlePane
from tui.reader.speaker_colours import SpeakerColours

SIZES = [(80, 24), (120, 40), (40, 12)]


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
        assert pane.progress == 0
        pane.scroll_line(1)
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


def test_the_pane_has_no_keys_of_its_own() -> None:
    assert not ArticlePane(harbour(), 72)._bindings.key_to_bindings


@pytest.mark.parametrize("measure", [40, 72, 100])
async def test_the_rows_are_as_wide_as_is_wished_and_stand_in_the_middle(measure: int) -> None:
    article = big(400)
    app = Host(article, measure=measure)
    async with app.run_test(size=(160, 24)):
        rows = [row for row in app.screen_rows() if row.strip()]
        left = min(len(row) - len(row.lstrip()) for row in rows)
        right = 158 - max(len(row.rstrip()) for row in rows)
        assert measure - 12 <= 158 - left - right <= measure
        assert abs(left - right) <= 12


WORDS = "東京で「遅い」と שלום עולם e\u0301nd o\u0308ffnet 👩\u200d🚒 هذا نص ａｂｃ"


@pytest.mark.parametrize("width", [20, 21, 33, 60])
async def test_wide_combining_and_right_to_left_letters_are_where_one_clicks(width: int) -> None:
    text = " ".join([WORDS] * 6)
    app = Host(article_of([("paragraph", text)]))
    async with app.run_test(size=(width, 30)) as pilot:
        shown = "".join(row.strip() + " " for row in app.screen_rows() if row.strip())
        assert shown.replace(" ", "") == text.replace(" ", "")
        for y in range(app.pane.size.height):
            strip = app.pane.render_line(y)
            assert strip.cell_length == app.pane.size.width
            at = 0
            for segment in strip:
                for character in segment.text:
                    if character == "עולם"[0] or character == "東":
                        await pilot.click(ArticlePane, offset=(at, y))
                        await pilot.pause()
                        assert app.article.text[app.told.offsets[-1]] == character
                    at += cell_len(character)
