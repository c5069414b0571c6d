"""How every screen of the reader looks, at four sizes, dark and light, and without colour.

The pictures are in `__snapshots__`. After a change that is meant, `pytest --snapshot-update` draws
them anew: then look at them.
"""

import re
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.reader.desk import MEDIUM, Desk, reader
from tests.reader.spoken_corpus import corpus_reader, written
from tui.reader.app import ReaderApp
from tui.reader.footer_line import FooterLine
from tui.reader.shelf import Shelf
from tui.settings import Settings
from tui.store.clippings import ClippingStore

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]
THEMES = {"dark": "pullquote-dark", "light": "pullquote-light"}
SCREENS = {
    "article": ["n", "n", "n"],
    "voices": ["tab"],
    "statements": ["l"],
    "names": ["l", "e"],
    "why": ["escape", "n", "w"],
    "search": ["escape", "slash", *"ice"],
    "matches": ["enter", "n"],
    "comparison": ["escape", "v", "tab"],
}
"""The keys that lead from each to the next."""
PAGES = {
    "correction": ["c", "down"],
    "export": ["x", "down"],
    "help": ["question_mark"],
    "commands": ["ctrl+p"],
}
"""Those to a page from which `escape` leads back, and on which no key changes the theme."""
_CLIP = re.compile(r"<clipPath id=\"terminal-line-.*?</clipPath>\s*", re.DOTALL)
_REPEATED = re.compile(r' clip-path="url\(#terminal-line-\d+\)"| shape-rendering="\w+"')
_RECT = r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65"/>'
_ROWS = re.compile(f"(?:{_RECT})+")


def joined(rects: re.Match[str]) -> str:
    """Grounds of one colour, side by side, as one."""
    grounds = list[tuple[str, float, str, float]]()
    for fill, x, y, width in re.findall(_RECT, rects[0]):
        start, end = float(x), float(x) + float(width)
        if grounds and (fill, y) == grounds[-1][::2] and abs(grounds[-1][3] - start) < 0.2:
            start = grounds.pop()[1]
        grounds.append((fill, start, y, end))
    return "".join(
        f'<rect fill="{fill}" x="{start:.1f}" y="{y}" width="{end - start:.1f}" height="24.65"/>'
        for fill, start, y, end in grounds
    )


class Picture(SVGImageExtension):  # type: ignore[misc]  # it comes without types
    """A screen as SVG, without what repeats in it and changes nothing."""

    def serialize(self, *args: object, **kwargs: object) -> str:
        svg = str(super().serialize(*args, **kwargs))
        svg = _ROWS.sub(joined, _REPEATED.sub("", _CLIP.sub("", svg)))
        return svg.replace("&#160;", "\u00a0")


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


async def look(pilot: Pilot[None], picture: SnapshotAssertion, name: str) -> None:
    """Compare the screen with the picture that was looked at and found good."""
    app = pilot.app
    for footer in (f for screen in app.screen_stack for f in screen.query(FooterLine)):
        footer.fall_silent()  # what it says goes with time
    await pilot.pause()
    assert app.export_screenshot() == picture(name=name)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_screens(folder: Path, size: tuple[int, int], picture: SnapshotAssertion) -> None:
    async with reader(folder, size) as desk:
        for screen, keys in SCREENS.items():
            await desk.press(*keys)
            for kind, desk.app.theme in THEMES.items():
                await look(desk.pilot, picture, f"{screen}-{kind}")
        await desk.press("escape", "escape", "n")
        await pages(desk, picture)


async def pages(desk: Desk, picture: SnapshotAssertion) -> None:
    for page, keys in PAGES.items():
        for kind, desk.app.theme in THEMES.items():
            await desk.press(*keys)
            await look(desk.pilot, picture, f"{page}-{kind}")
            await desk.press("escape")


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_library(size: tuple[int, int], picture: SnapshotAssertion) -> None:
    app = ReaderApp(Settings(), shelf=Shelf())
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.until("14 articles")
        await desk.press("j")
        if size[0] >= 80:
            await desk.until("DUNMOOR --")
        for kind, app.theme in THEMES.items():
            await look(pilot, picture, kind)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_clippings(folder: Path, size: tuple[int, int], picture: SnapshotAssertion) -> None:
    async with reader(folder, size) as desk:
        await desk.press("n", "m", "n", "m")
        while len(ClippingStore().all()) < 2:
            await desk.pilot.pause(0.02)
        await desk.press("M")
        await desk.until("2 quotes")
        await desk.press("e", *"ask", "enter")
        await desk.until("ask")
        for kind, desk.app.theme in THEMES.items():
            await look(desk.pilot, picture, kind)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_corpus(tmp_path: Path, size: tuple[int, int], picture: SnapshotAssertion) -> None:
    async with corpus_reader(written(tmp_path / "harbour"), size) as desk:
        await desk.until("40 articles" if size[0] >= 60 else "69 statements")
        await desk.until("█" if size[0] < 80 else "SPOKE OF")
        for kind, desk.app.theme in THEMES.items():
            await look(desk.pilot, picture, f"people-{kind}")
        await desk.press("j", "enter")
        await desk.until("20 statements")
        for kind, desk.app.theme in THEMES.items():
            await look(desk.pilot, picture, f"said-{kind}")


async def test_corpus_without_colour(
    tmp_path: Path, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with corpus_reader(written(tmp_path / "harbour")) as desk:
        await desk.until("SPOKE OF")
        await look(desk.pilot, picture, "people")


async def test_without_colour(
    folder: Path, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(folder, MEDIUM) as desk:
        await desk.press("n", "n", "n", "tab")
        await look(desk.pilot, picture, "article")


async def test_the_terminals_own_colours(folder: Path, picture: SnapshotAssertion) -> None:
    async with reader(folder, MEDIUM, settings=Settings(theme="ansi-dark")) as desk:
        await desk.press("n", "n", "n", "tab")
        await look(desk.pilot, picture, "article")
