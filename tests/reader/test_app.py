"""The application under a pilot: what a reader sees and what the keys do, at three sizes."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reader import scripted_engine
from tests.reader.voiced_harbour import voiced_harbour, write_answers
from tui.export.clipboard import Tool
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.reader.help_screen import HelpScreen
from tui.settings import Settings, load

WIDE, MEDIUM, SMALL = (120, 40), (80, 24), (40, 12)
ANALYSIS = voiced_harbour()


class Desk:
    """The running reader as one sees it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ArticleScreen:
        assert isinstance(self.app.screen, ArticleScreen)
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        """All that is on the screen."""
        update = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in update]

    @property
    def header(self) -> str:
        return self.rows[0]

    @property
    def current(self) -> str | None:
        return self.screen._article.current

    @property
    def notices(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def until(self, words: str) -> None:
        """Wait for words to appear on the screen."""
        for _ in range(400):
            if any(words in row for row in self.rows):
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{words!r} did not appear:\n" + "\n".join(self.rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_answers(tmp_path / "answers.json", ANALYSIS)
    return tmp_path


@asynccontextmanager
async def reader(
    folder: Path,
    size: tuple[int, int] = WIDE,
    *,
    engine: str | None = None,
    settings: Settings | None = None,
    analysed: bool = True,
) -> AsyncIterator[Desk]:
    keep = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    what = engine or str(folder / "answers.json")
    app = ReaderApp(
        settings or Settings(path=folder / "settings.toml"),
        ANALYSIS.article,
        engine_command=[sys.executable, str(scripted_engine.__file__), what],
        clipboard_tools=[Tool("tray", (sys.executable, "-c", keep, str(folder / "clipboard")))],
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        desk = Desk(app, pilot)
        await pilot.pause()
        if analysed:
            await desk.until("8 quotes" if size[0] >= 60 else "–/8")
            await desk.pilot.pause()
        yield desk


async def test_the_article_is_there_before_the_analysis(folder: Path) -> None:
    async with reader(folder, engine="silent", analysed=False) as desk:
        assert any("The harbour of Ostrand will close in May" in row for row in desk.rows)
        assert "reading…" in desk.header
        await desk.press("n")
        assert desk.notices == ["The article is still being read for quotes."]
        await desk.press("G", "g", "space", "b", "j", "k")


async def test_voices_fill_in_and_the_first_is_open(folder: Path) -> None:
    async with reader(folder) as desk:
        text = "\n".join(desk.rows)
        for words in ("1 Ada Falkmere", "mayor of Ostrand", "IN SHORT", "2 Piet Oduya", "30 %"):
            assert words in text
        assert "8 quotes" in desk.header
        assert desk.current is None


async def test_what_the_analysis_lacked_is_said_once(folder: Path) -> None:
    write_answers(
        folder / "answers.json", replace(ANALYSIS, notice="Statements are found by rules.")
    )
    async with reader(folder) as desk:
        assert desk.notices == ["Statements are found by rules."]
        await desk.press("+")
        await desk.pilot.pause(0.3)
        assert desk.notices == ["Summaries of 4 sentences."]


async def test_n_and_p_go_from_quote_to_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "n")
        assert desk.current == "q3"
        assert "quote 3 of 8" in desk.header
        await desk.press("p")
        assert desk.current == "q2"
        await desk.press("p", "p")
        assert desk.current == "q1"
        assert desk.notices == ["That was the first quote."]


async def test_N_and_P_stay_with_the_speaker_and_go_round(folder: Path) -> None:  # noqa: N802
    async with reader(folder) as desk:
        await desk.press("n", "N")
        assert desk.current == "q6"
        await desk.press("N", "N")
        assert desk.current == "q1"
        assert desk.notices == ["Round to the first quote of Ada Falkmere."]
        await desk.press("P")
        assert desk.current == "q7"


async def test_s_and_S_go_from_voice_to_voice(folder: Path) -> None:  # noqa: N802
    async with reader(folder) as desk:
        await desk.press("s")
        assert desk.current == "q1"
        await desk.press("s")
        assert desk.current == "q2"
        await desk.press("s", "s")
        assert desk.current == "q1"
        await desk.press("S")
        assert desk.current == "q4"


async def test_a_number_chooses_and_again_leaves_only_that_voice_bright(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("2")
        assert desk.current == "q2"
        assert "only" not in desk.header
        await desk.press("2")
        assert "only Piet Oduya" in desk.header
        assert "quote 1 of 3" in desk.header
        await desk.press("n", "n")
        assert desk.current == "q8"
        await desk.press("2")
        assert "quote 8 of 8" in desk.header
        await desk.press("7")
        assert desk.notices == ["There is no voice 7."]


async def test_the_open_voice_follows_the_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "Y")
        await desk.until("Copied")
        assert (folder / "clipboard").read_text(encoding="utf-8").startswith("Piet Oduya, speaks")


async def test_copies_say_what_was_copied_and_by_which_roads(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("y")
        assert desk.notices == ["Choose a quote first: n goes to the next one."]
        await desk.press("n", "y")
        await desk.until("Copied")
        copied = (folder / "clipboard").read_text(encoding="utf-8")
        assert copied.startswith("“the least bad of three bad choices.” — Ada Falkmere, mayor")
        said = f"Copied {len(copied)} characters: quote of Ada Falkmere (tray + terminal OSC 52)"
        assert said in desk.notices
        assert desk.app.clipboard == copied
        await desk.press("A")
        await desk.until("all summaries")
        assert "Piet Oduya" in desk.app.clipboard


async def test_plus_and_minus_change_the_summaries(folder: Path) -> None:
    async with reader(folder) as desk:
        assert any("rather be shouted" in row and "·" in row for row in desk.rows)
        await desk.press("-", "-")
        for _ in range(200):
            if not any("· “I would rather" in row for row in desk.rows):
                break
            await desk.pilot.pause(0.02)
        assert not any("· “I would rather" in row for row in desk.rows)
        assert desk.notices == ["Summaries of 1 sentence."]


async def test_indirect_statements_can_be_hidden(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("n", "n", "i")
        assert desk.current is None
        assert "4 quotes" in desk.header
        await desk.press("i")
        assert "8 quotes" in desk.header


async def test_why_follows_the_current_quote(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("w")
        assert desk.notices == ["Choose a quote first: n goes to the next one."]
        await desk.press("n", "w")
        assert any("the cue of q1 is beside it." in row for row in desk.rows)
        await desk.press("n")
        assert any("the cue of q2 is beside it." in row for row in desk.rows)
        await desk.press("escape")
        assert not any("is beside it" in row for row in desk.rows)
        assert desk.current == "q2"


@pytest.mark.parametrize("size", [WIDE, MEDIUM], ids=str)
async def test_why_shows_the_chain_to_the_name(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        await desk.press(*"nnnnnnnnw")
        assert desk.current == "q8"
        panel = desk.rows[desk.rows.index("─" * size[0]) + 1 : -1]
        assert panel[0].strip() == "Piet Oduya · sure (90 %) · in quotation marks, word for word"
        assert panel[1].startswith("    “Ice melts,” he said, and left before the vote")
        assert panel[2].rstrip() == "  → Mr. Oduya was not won over."
        assert panel[3].startswith("  → Piet Oduya, who speaks for the fishermen, said nobody had")
        assert panel[4].strip() == "the cue of q8 is beside it."
        assert "…" in panel[1]
        await desk.press("w")
        assert "─" * size[0] not in desk.rows


async def test_why_goes_on_to_the_rest_where_there_is_little_room(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        await desk.press(*"nnnnnnnnw")
        assert any("“Ice melts,” he said" in row for row in desk.rows)
        assert any("→ Piet Oduya, who speaks for the…" in row for row in desk.rows)
        assert not any("is beside it" in row for row in desk.rows)
        await desk.press("w")
        assert any("the cue of q8 is beside it." in row for row in desk.rows)
        await desk.press("w")
        assert not any("is beside it" in row for row in desk.rows)
        await desk.press("w")
        assert any("Piet Oduya · sure" in row for row in desk.rows)


async def test_a_name_makes_n_go_through_what_was_said_of_it(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("e", "j", "enter")
        assert "on ice" in desk.header
        assert desk.current == "q7"
        await desk.press("n")
        assert desk.current == "q8"
        await desk.press("n")
        assert desk.notices == ["That was the last quote."]
        await desk.press("escape")
        assert "of 8" in desk.header


async def test_a_name_that_nobody_spoke_of_is_shown_where_it_stands(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("e", *"jjjjjjjj", "enter")
        assert desk.notices == ["Nobody is quoted on Ines Tarrow."]
        assert "on Ines" not in desk.header


async def test_escape_clears_one_layer_at_a_time(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("2", "2", "w")
        await desk.press("escape")
        assert "only Piet Oduya" in desk.header
        await desk.press("escape")
        assert "quote 2 of 8" in desk.header
        await desk.press("escape")
        assert desk.current is None
        await desk.press("escape")
        assert not any("IN SHORT" in row for row in desk.rows)
        await desk.press("escape")
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_what_is_clicked_is_chosen(folder: Path) -> None:
    async with reader(folder) as desk:

        async def click(words: str) -> None:
            y, row = next((y, row) for y, row in enumerate(desk.rows) if words in row)
            await desk.pilot.click(offset=(row.index(words) + 1, y))
            await desk.pilot.pause()

        await click("radio,”")
        assert desk.current == "q3"
        await click("3 the port authority")
        assert desk.current == "q4"
        await click("a later start would double")
        assert desk.current == "q5"
        await click(" quotes ")
        assert desk.current == "q6"


async def test_the_mouse_selection_can_be_copied(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("ctrl+c")
        assert desk.notices == ["Nothing is selected. q closes the reader."]
        y, row = next((y, row) for y, row in enumerate(desk.rows) if "What it costs" in row)
        x = row.index("What it costs")
        await desk.pilot.mouse_down(offset=(x, y))
        await desk.pilot.hover(offset=(x + 6, y))
        await desk.pilot.mouse_up(offset=(x + 6, y))
        await desk.press("ctrl+c")
        await desk.until("selection")
        assert desk.app.clipboard == "What it"


async def test_medium_has_both_panes(folder: Path) -> None:
    async with reader(folder, MEDIUM) as desk:
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        assert any("1 Ada Falkmere" in row for row in desk.rows)


async def test_small_has_one_pane_at_a_time(folder: Path) -> None:
    async with reader(folder, SMALL) as desk:
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        assert not any("VOICES" in row for row in desk.rows)
        await desk.press("tab")
        assert any("VOICES" in row for row in desk.rows)
        assert not any("The harbour of Ostrand" in row for row in desk.rows)
        await desk.press("j", "enter")
        assert any("least bad" in row for row in desk.rows)
        assert desk.current == "q1"
        assert not any("VOICES" in row for row in desk.rows)
        await desk.press("shift+tab", "escape")
        assert not any("VOICES" in row for row in desk.rows)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_help_and_quit_are_always_in_the_footer(folder: Path, size: tuple[int, int]) -> None:
    async with reader(folder, size) as desk:
        footer = desk.rows[-1]
        assert "? help" in footer
        assert "q quit" in footer
        assert "n p quotes" in footer
        await desk.press("?")
        assert isinstance(desk.app.screen, HelpScreen)
        assert any("Next quote" in row for row in desk.rows)
        await desk.press("j", "q")
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_resizing_keeps_the_focused_pane(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("tab")
        await desk.pilot.resize_terminal(*SMALL)
        await desk.pilot.pause()
        assert any("VOICES" in row for row in desk.rows)
        await desk.pilot.resize_terminal(*WIDE)
        await desk.pilot.pause()
        assert any("The harbour of Ostrand" in row for row in desk.rows)


async def test_the_palette_finds_a_voice(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("ctrl+p")
        await desk.pilot.press(*"piet")
        await desk.until("voice: Piet Oduya")
        await desk.press("enter")
        await desk.until("quote 2 of 8")
        assert desk.current == "q2"


async def test_a_name_with_brackets_does_no_harm(folder: Path) -> None:
    odd = replace(ANALYSIS.speakers[0], name="[/b]Ada [@click=app.quit]x", role="[red")
    write_answers(folder / "answers.json", replace(ANALYSIS, speakers=(odd,)))
    async with reader(folder) as desk:
        await desk.press("1", "1", "w", "y", "ctrl+p", "a", "d", "a")
        await desk.until("voice: [/b]Ada [@click=app.quit]x")


async def test_the_theme_is_kept(folder: Path) -> None:
    async with reader(folder) as desk:
        before = desk.app.theme
        await desk.press("t")
        assert desk.app.theme != before
        assert load(folder / "settings.toml").theme == desk.app.theme
    settings = load(folder / "settings.toml")
    async with reader(folder, settings=settings) as desk:
        assert desk.app.theme == settings.theme


async def test_odd_settings_are_said_and_the_reader_works(folder: Path) -> None:
    settings = Settings(theme="pink", keys={"dance": "x", "next_quote": "x"})
    async with reader(folder, settings=settings) as desk:
        (said,) = desk.notices
        assert "there is no theme 'pink'" in said
        assert "there is no action 'dance'" in said
        await desk.press("n")
        assert desk.current is None
        await desk.press("x")
        assert desk.current == "q1"
        assert "x p quotes" in desk.rows[-1]


async def test_an_action_whose_key_was_taken_has_none(folder: Path) -> None:
    async with reader(folder, settings=Settings(keys={"next_theme": "n"})) as desk:
        before = desk.app.theme
        await desk.press("n")
        assert desk.app.theme != before
        assert desk.current is None


@pytest.mark.parametrize("engine", ["dies", "garbage", "error"])
async def test_the_engines_trouble_is_a_message_in_its_pane(folder: Path, engine: str) -> None:
    async with reader(folder, engine=engine, analysed=False) as desk:
        await desk.until("stopped")
        assert any("The harbour of Ostrand" in row for row in desk.rows)
        await desk.press("+", "n", "space")
        assert desk.app.failure is None


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
