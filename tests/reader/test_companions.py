"""The voices and all else around the article come after its words; no key has to wait for them."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from tests.reader import scripted_engine
from tests.reader.desk import ANALYSIS, MEDIUM, SMALL, WIDE, Desk, reader
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.settings import Settings
from tui.store.database import default_path


@asynccontextmanager
async def typed_ahead(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *keys: str
) -> AsyncIterator[Desk]:
    """A reader whose user pressed these keys before anything was on the screen."""

    def on_load(app: ReaderApp) -> None:
        for key in keys:
            character = {"slash": "/"}.get(key, key if len(key) == 1 else None)
            app.post_message(events.Key(key, character))

    default_path().unlink(missing_ok=True)
    monkeypatch.setattr(ReaderApp, "on_load", on_load)
    app = ReaderApp(
        Settings(path=folder / "settings.toml"),
        ANALYSIS.article,
        engine_command=[
            sys.executable,
            str(scripted_engine.__file__),
            str(folder / "answers.json"),
        ],
    )
    async with app.run_test(size=WIDE) as pilot:
        desk = Desk(app, pilot)
        await desk.until("1 Ada Falkmere")
        yield desk


async def test_keys_before_the_first_picture_find_the_voices(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typed_ahead(folder, monkeypatch, "tab") as desk:
        assert desk.screen.focused is desk.screen._voices


async def test_a_search_is_typed_before_the_first_picture(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typed_ahead(folder, monkeypatch, "slash", *"ferries") as desk:
        await desk.until("/ ferries")
        await desk.press("enter")
        await desk.until("match 1 of 1")


async def test_a_reason_is_asked_for_before_there_is_a_quote(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typed_ahead(folder, monkeypatch, "w") as desk:
        await desk.until_said("Choose a quote first")
        assert not desk.screen._why.display


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL], ids="{0[0]}x{0[1]}".format)
async def test_nothing_moves_when_the_voices_come(
    folder: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    regions = []
    bring = ArticleScreen._bring_companions

    def watched(screen: ArticleScreen) -> None:
        regions.append(screen._article.region)
        bring(screen)

    monkeypatch.setattr(ArticleScreen, "_bring_companions", watched)
    async with reader(folder, size) as desk:
        assert desk.screen._article.region == regions[0]
        assert regions[0].width > 0
