"""The mouse on the article: the wheel, clicks, selections."""

from tests.reader.harbour import Host, article_of, cell_of, host, prose
from tui.reader.article_pane import ArticlePane


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
