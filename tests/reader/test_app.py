"""The application under a pilot: its start, its settings, its engine and its end."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.style import Style
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tests.reader.voiced_harbour import write_answers
from tui.article.loading import article_from_text
from tui.reader.app import ReaderApp
from tui.reader.article_pane import ArticlePane
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.quote_strip import QuoteStrip
from tui.reader.voices_pane import VoicesPane
from tui.settings import Settings, load


async def test_the_article_is_there_before_the_analysis(folder: Path) -> None:
    async with reader(folder, engine="silent", analysed=False) as desk:
        assert any("The harbour of Ostrand will close in May" in row for row in desk.rows)
        assert "reading…" in desk.header
        await desk.press("n")
        assert desk.notices == ["The article is still being read for quotes."]
        await desk.press("G", "g", "space", "b", "j", "k")


async def test_a_step_that_comes_too_early_is_made_with_the_first_quotes(tmp_path: Path) -> None:
    late = tmp_path / "late.json"
    for moved, then in (((), "q1"), (("j",), None)):
        async with reader(tmp_path, SMALL, engine=str(late), analysed=False) as desk:
            await desk.press("n", *moved)
            assert desk.notices == ["The article is still being read for quotes."]
            write_answers(tmp_path / "written.json", ANALYSIS)
            (tmp_path / "written.json").rename(late)
            await desk.until("/8 ·")
            await desk.pilot.pause()
            assert desk.current == then
        late.unlink()


async def test_what_the_analysis_lacked_is_said_once(folder: Path) -> None:
    write_answers(
        folder / "answers.json", replace(ANALYSIS, notice="Statements are found by rules.")
    )
    async with reader(folder) as desk:
        assert desk.notices == ["Statements are found by rules."]
        await desk.press("+")
        await desk.pilot.pause(0.3)
        assert desk.notices == ["Summaries of 4 sentences."]


async def test_the_palette_finds_a_voice(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("ctrl+p")
        await desk.pilot.press(*"piet")
        await desk.until("voice: Piet Oduya")
        await desk.press("enter")
        await desk.until("quote 2 of 8")
        assert desk.current == "q2"


async def test_nothing_moves(folder: Path) -> None:
    async with reader(folder) as desk:
        assert desk.app.animation_level == "none"
        for keys in (["/"], ["escape", "n", "c"], ["escape", "ctrl+p"]):
            await desk.press(*keys)
            inputs = [*desk.app.screen.query(Input)]
            assert inputs
            assert not any(line.cursor_blink for line in inputs)


async def test_a_name_with_brackets_does_no_harm(folder: Path) -> None:
    odd = replace(ANALYSIS.speakers[0], name="[/b]Ada [@click=app.quit]x", role="[red")
    write_answers(folder / "answers.json", replace(ANALYSIS, speakers=(odd,)))
    async with reader(folder) as desk:
        await desk.press("1", "1", "w", "y", "ctrl+p", "a", "d", "a")
        await desk.until("voice: [/b]Ada [@click=app.quit]x")


async def test_a_web_page_is_shown_as_text_and_that_is_said(folder: Path) -> None:
    page = article_from_text("<html><body><p>“We go now,” said Ada Falk.</p></body></html>")
    app = ReaderApp(Settings(), page, engine_command=["/nonexistent/engine"])
    async with app.run_test(size=WIDE) as pilot:
        desk = Desk(app, pilot)
        await desk.until("This looks like HTML; its tags are shown as text.")
        assert any("<p>“We go now,”" in row for row in desk.rows)


async def test_the_theme_is_kept(folder: Path) -> None:
    async with reader(folder) as desk:
        before = desk.app.theme
        await desk.press("t")
        assert desk.app.theme != before
        assert load(folder / "settings.toml").theme == desk.app.theme
    settings = load(folder / "settings.toml")
    async with reader(folder, settings=settings) as desk:
        assert desk.app.theme == settings.theme


async def test_a_theme_that_cannot_be_kept_is_said_in_words(folder: Path) -> None:
    async with reader(folder, settings=Settings(path=folder)) as desk:
        await desk.press("t")
        assert desk.notices == [f"The theme cannot be kept in {folder}: Is a directory."]


async def test_odd_settings_are_said_and_the_reader_works(folder: Path) -> None:
    settings = Settings(theme="pink", keys={"dance": "z", "next_quote": "z"})
    async with reader(folder, settings=settings) as desk:
        (said,) = desk.notices
        assert "In settings.toml: there is no theme 'pink', but ansi-dark, " in said
        assert "there is no action 'dance'" in said
        await desk.press("n")
        assert desk.current is None
        await desk.press("z")
        assert desk.current == "q1"
        await desk.pilot.click(offset=(3, len(desk.rows) - 1))
        await desk.pilot.pause()
        assert "z p quotes" in desk.rows[-1]


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_of_many_mistakes_it_is_said_how_many_and_where_all_are_told(
    folder: Path, size: tuple[int, int]
) -> None:
    keys = ("clip", "why", "top", "bottom", "correct", "search", "entities", "next_speaker")
    path = folder / "settings.toml"
    rows = "".join(f"{name} = 'hyper+m'\n" for name in keys)
    path.write_text(f"measure = 7\n[keys]\n{rows}", "utf-8")
    async with reader(folder, size, settings=load(path)) as desk:
        await desk.until_said("9 mistakes")
        shown = " ".join(" ".join(desk.rows[-4:]).split())
        assert "The file settings.toml has 9 mistakes: pullquote config lists them all." in shown
        assert "…" not in shown
        if size != SMALL:
            assert "Line 1 of settings.toml: measure must be 20 to 300 columns, not 7." in shown


async def test_of_a_mistake_that_does_not_fit_it_is_said_where_all_of_it_is(folder: Path) -> None:
    path = folder / "settings.toml"
    path.write_text("theme = 'mud'\n", "utf-8")
    async with reader(folder, MEDIUM, settings=load(path)) as desk:
        await desk.until_said("Line 1 of settings.toml: there is no theme 'mud', but ansi-dark, ")
        shown = " ".join(" ".join(desk.rows[-4:]).split())
        assert shown.endswith(", … All of it: pullquote config.")


async def test_mistakes_that_fit_are_all_said(folder: Path) -> None:
    path = folder / "settings.toml"
    path.write_text("measure = 7\ncolour = 1\n", "utf-8")
    async with reader(folder, MEDIUM, settings=load(path)) as desk:
        await desk.until_said("there is no setting 'colour'")
        assert desk.notices[0].startswith("Line 1 of settings.toml: measure must be")
        assert "mistakes" not in desk.notices[0]


async def test_an_action_whose_key_was_taken_has_none(folder: Path) -> None:
    async with reader(
        folder, settings=Settings(keys={"next_theme": "n", "next_quote": ""})
    ) as desk:
        before = desk.app.theme
        await desk.press("n")
        assert desk.app.theme != before
        assert desk.current is None


async def test_a_clash_that_is_told_changes_no_key(folder: Path) -> None:
    async with reader(folder, settings=Settings(keys={"why": "y"})) as desk:
        await desk.until_said("why: y is the only key that is left to copy_quote")
        await desk.press("n", "y")
        await desk.until_said("Copied")
        assert not desk.screen._why.display
        await desk.press("w")
        assert desk.screen._why.display


@pytest.mark.parametrize("engine", ["dies", "garbage", "error"])
async def test_the_engines_trouble_is_a_message_in_its_pane(folder: Path, engine: str) -> None:
    async with reader(folder, engine=engine, analysed=False) as desk:
        await desk.until("stopped")
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        await desk.press("+", "n", "space")
        assert desk.app.failure is None


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_nobody_waits_for_an_engine_that_has_stopped(
    folder: Path, size: tuple[int, int]
) -> None:
    async with reader(folder, size, engine="dies", analysed=False) as desk:
        await desk.until("stopped")
        assert "reading…" not in desk.header
        for key in ("n", "v", "x"):
            desk.screen._footer.fall_silent()
            await desk.press(key)
            assert "stopped unexpectedly" in desk.notices[0], key


async def test_leaving_ends_the_engine(folder: Path) -> None:
    async with reader(folder, engine="silent", analysed=False) as desk:
        while desk.app._engine.pid is None:
            await desk.pilot.pause(0.02)
        pid = desk.app._engine.pid
        await desk.press("q")
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_reader_loads_no_engine() -> None:
    heavy = ("nltk", "sumy", "numpy", "tui.analysis.pipeline")
    code = f"import sys, tui.reader.run; print([m for m in {heavy!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize("key", ["x", "c", "v", "M", "question_mark", "ctrl+p"])
async def test_a_key_that_repeats_while_its_page_opens_opens_one(folder: Path, key: str) -> None:
    async with reader(folder, WIDE) as desk:
        await desk.press("n")
        depth = len(desk.app.screen_stack)
        for _ in range(5):
            desk.app.simulate_key(key)
        await desk.pilot.pause()
        assert len(desk.app.screen_stack) <= depth + 1


@pytest.mark.parametrize("keys", [("x",), ("c",), ("v",), ("M",), ("question_mark",), ("ctrl+p",)])
async def test_a_page_that_is_left_twice_at_once_takes_nothing_else_along(
    folder: Path, keys: tuple[str, ...]
) -> None:
    async with reader(folder, WIDE) as desk:
        await desk.press("n", *keys)
        page = desk.app.screen
        assert page is not desk.app.screen_stack[0]
        page.dismiss(None)
        page.dismiss(None)
        await desk.pilot.pause()
        assert desk.screen.is_read


@pytest.mark.parametrize("keys", [("x",), ("c",), ("ctrl+p",)])
async def test_a_click_on_an_option_that_is_gone_chooses_nothing(
    folder: Path, keys: tuple[str, ...]
) -> None:
    async with reader(folder, WIDE) as desk:
        await desk.press("n", *keys)
        page = desk.app.screen
        options = page.query_one(OptionList)
        gone = Style(meta={"option": options.option_count})
        options.post_message(Click(options, 1, 1, 0, 0, 1, False, False, False, style=gone))
        await desk.pilot.pause()
        assert desk.app.screen is page


@pytest.mark.parametrize("kind", [ArticlePane, VoicesPane, HeaderLine, FooterLine, QuoteStrip])
async def test_a_widget_can_be_drawn_once_more_when_it_is_taken_down(
    folder: Path, kind: type[Widget]
) -> None:
    async with reader(folder, WIDE) as desk:
        widget = desk.screen.query_one(kind)
        height = widget.size.height
        await widget.remove()
        widget.notify_style_update()
        for y in range(height):
            widget.render_line(y)
