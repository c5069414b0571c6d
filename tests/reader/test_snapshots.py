"""How the reader looks, at three sizes, light and dark, and without colour."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.conftest import SAMPLES
from tests.reader.desk import Desk
from tui.article.loading import load
from tui.reader.app import ReaderApp
from tui.reader.footer_line import FooterLine
from tui.reader.shelf import Shelf
from tui.settings import Settings
from tui.store.clippings import ClippingStore

Compare = Callable[..., bool]


async def analysed(pilot: Pilot[Any]) -> None:
    """Wait for the engine's last word, then stand on the third quote."""
    for _ in range(600):
        await pilot.pause(0.05)
        screen = pilot.app.screen
        reading = getattr(screen, "_reading", None)
        if reading is not None and reading.analysis is not None and reading.analysis.done == 1.0:
            break
    else:
        raise AssertionError("the analysis did not end")
    await pilot.pause()
    await pilot.press("n", "n", "n")
    await pilot.pause()


def app(theme: str = "textual-dark") -> ReaderApp:
    """The reader on the first sample."""
    article = load(str(SAMPLES / "ministers_meeting.txt"))
    return ReaderApp(Settings(theme=theme), article)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_reader(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(), terminal_size=size, run_before=analysed)


def test_light(snap_compare: Compare) -> None:
    assert snap_compare(app("textual-light"), terminal_size=(100, 30), run_before=analysed)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(100, 30), run_before=analysed)


def test_search(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await analysed(pilot)
        await pilot.press("slash", *"minister", "enter", "n")
        await pilot.pause()

    assert snap_compare(app(), terminal_size=(80, 24), run_before=before)


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
def test_comparison(snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await analysed(pilot)
        await pilot.press("v", "tab")
        await pilot.pause()

    assert snap_compare(app(), terminal_size=size, run_before=before)


def test_names(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await analysed(pilot)
        await pilot.press("e", "j")
        await pilot.pause()

    assert snap_compare(app(), terminal_size=(80, 24), run_before=before)


def test_help(snap_compare: Compare) -> None:
    async def before(pilot: Pilot[Any]) -> None:
        await analysed(pilot)
        await pilot.press("question_mark")
        await pilot.pause()

    assert snap_compare(app(), terminal_size=(100, 36), run_before=before)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_library(snap_compare: Compare, size: tuple[int, int]) -> None:
    library = ReaderApp(Settings(), shelf=Shelf())

    async def before(pilot: Pilot[Any]) -> None:
        desk = Desk(library, pilot)
        await desk.until("14 articles")
        await desk.press("j")
        if size[0] >= 80:
            await desk.until("DUNMOOR --")

    assert snap_compare(library, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [(100, 30), (40, 12)])
def test_clippings(snap_compare: Compare, size: tuple[int, int]) -> None:
    reader = app()

    async def before(pilot: Pilot[Any]) -> None:
        await analysed(pilot)
        await pilot.press("m", "n", "m")
        while len(ClippingStore().all()) < 2:
            await pilot.pause(0.02)
        await pilot.press("M")
        await Desk(reader, pilot).until("2 quotes")
        await pilot.press("e", *"ask")
        await pilot.pause()
        await pilot.press("enter")
        await Desk(reader, pilot).until("ask")
        reader.screen.query_one(FooterLine).fall_silent()
        await pilot.pause()

    assert snap_compare(reader, terminal_size=size, run_before=before)
