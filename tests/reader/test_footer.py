"""What the footer says: keys, and notices in their place."""

from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import ComposeResult

from tests.reader.desk import reader
from tests.reader.harbour import ROOM
from tui.reader import footer_line
from tui.reader.actions import TABLE, Scope, on_screen
from tui.reader.footer_line import FooterLine
from tui.reader.themed_app import ThemedApp


class Host(ThemedApp[None]):
    """A footer and nothing else."""

    CSS_PATH: ClassVar = [ROOM / "article_screen.tcss"]

    def __init__(self, scope: Scope = "article") -> None:
        super().__init__()
        self.footer = FooterLine(on_screen(TABLE, scope))

    def compose(self) -> ComposeResult:
        yield self.footer

    def rows(self) -> list[str]:
        return [self.footer.render_line(y).text.strip() for y in range(self.footer.size.height)]


async def test_a_notice_has_the_rows_it_needs_and_says_where_it_is_cut() -> None:
    app = Host()
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.rows()[0].endswith("? help  q quit")
        app.footer.say("One two three.")
        await pilot.pause()
        assert app.rows() == ["One two three."]
        app.footer.say("word " * 12)
        await pilot.pause()
        assert app.rows() == ["word word word word word word word", "word word word word word"]
        app.footer.say("word " * 90)
        await pilot.pause()
        assert len(app.rows()) == 4
        assert app.rows()[3].endswith("word…")
        app.footer.fall_silent()
        await pilot.pause()
        assert len(app.rows()) == 1


async def test_problems_are_told_together_and_once() -> None:
    app = Host()
    async with app.run_test(size=(80, 12)):
        for problem in ("This is odd.", "That too.", "That too."):
            app.footer.say(problem, problem=True)
        assert app.footer.notice == "This is odd. That too."
        app.footer.say("Summaries of 4 sentences.")
        assert app.footer.notice == "Summaries of 4 sentences."


async def test_a_notice_is_neither_markup_nor_obeyed() -> None:
    app = Host()
    async with app.run_test(size=(80, 12)) as pilot:
        app.footer.say("[b]Ada[/oops] \x1b]0;owned\x07\x1b[2Jsaid\nso")
        await pilot.pause()
        assert app.rows() == ["[b]Ada[/oops] said so"]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((40, 12), ["n p quotes", "y copy"]),
        ((80, 24), ["n p quotes", "y copy", "s S voices", "/ search", "w why", "v compare"]),
        ((120, 40), ["v compare", "c correct", "tab pane", "Y copy summary"]),
    ],
)
async def test_what_matters_most_is_seen(size: tuple[int, int], words: list[str]) -> None:
    app = Host()
    async with app.run_test(size=size):
        (row,) = app.rows()
        for word in (*words, "? help", "q quit"):
            assert word in row


async def test_a_notice_gives_way_to_another_line_panel_or_screen(folder: Path) -> None:
    async with reader(folder) as desk:
        for opening, closing in (
            ("slash", "escape"), ("question_mark", "escape"), ("c", "escape"), ("w", "escape"),
            ("v", "escape"), ("M", "escape"), ("ctrl+p", "escape"),
        ):  # fmt: skip
            await desk.press("g", "n", "y")
            await desk.until_said("Copied")
            await desk.press(opening)
            assert desk.notices == [], opening
            await desk.press(closing)
            assert any("n p quotes" in row for row in desk.rows[-1:]), opening


async def test_what_is_typed_stands_in_the_last_row(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("c")
        assert "Choose a quote first" in desk.rows[-1]
        await desk.press("slash", *"zzz")
        assert "⏎ keeps this · esc goes back" in desk.rows[-1]


async def test_a_notice_is_read_before_it_gives_way_to_a_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footer_line, "_GLANCE_SECONDS", 0.3)
    monkeypatch.setattr(footer_line, "_CHARACTERS_A_SECOND", 10)
    async with reader(folder) as desk:
        await desk.press("y")
        assert "Choose a quote first" in desk.rows[-1]
        await desk.press("g", "2")
        assert "Choose a quote first" in desk.rows[-1]  # it could not be read yet
        monkeypatch.setattr(footer_line, "_CHARACTERS_A_SECOND", 10_000)
        await desk.pilot.pause(0.3)
        await desk.press("g")
        assert "n p quotes" in desk.rows[-1]


async def test_a_problem_is_told_whatever_is_done_meanwhile(folder: Path) -> None:
    async with reader(folder) as desk:
        desk.screen._footer.say("The disk is full.", problem=True)
        await desk.press("n", "question_mark", "escape")
        assert "The disk is full." in desk.rows[-1]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("scope", ["comparison", "clippings", "statements"])
async def test_the_way_back_is_seen_before_the_way_out(size: tuple[int, int], scope: Scope) -> None:
    app = Host(scope)
    async with app.run_test(size=size):
        (row,) = app.rows()
        assert row.endswith("esc back  ? help  q quit") or "esc back  t theme  ? help" in row


async def test_a_file_can_be_written_from_where_that_is_seen() -> None:
    scopes: tuple[Scope, ...] = ("comparison", "clippings")
    for scope in scopes:
        app = Host(scope)
        async with app.run_test(size=(80, 24)):
            assert "x export" in app.rows()[0]


async def test_a_correction_can_be_given_up_on_a_small_terminal() -> None:
    app = Host("correction")
    async with app.run_test(size=(30, 12)):
        assert "esc cancel" in app.rows()[0]
