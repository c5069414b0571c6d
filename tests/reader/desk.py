"""The running reader as a test sees and uses it, over a scripted engine."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from tests.reader import scripted_engine
from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.options import Options
from tui.export.clipboard import Tool
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.reader.footer_line import FooterLine
from tui.settings import Settings
from tui.store.analyses import AnalysisStore, Asked
from tui.store.corrections import CorrectionsStore
from tui.store.database import default_path

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
        """What the footer says."""
        footers = (f for screen in self.app.screen_stack for f in screen.query(FooterLine))
        return [footer.notice for footer in footers if footer.notice]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def ask(self, question: str) -> None:
        """Paste a question into the line for one, and ask it."""
        await self.press("a")
        self.app.post_message(events.Paste(question))
        await self.press("enter")

    async def until(self, words: str) -> None:
        """Wait for words to appear on the screen."""
        for _ in range(400):
            if any(words in row for row in self.rows):
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{words!r} did not appear:\n" + "\n".join(self.rows))

    async def until_on(self, screen: type[Screen[Any]]) -> None:
        """Wait for a screen to be the one that is seen."""
        for _ in range(400):
            if isinstance(self.app.screen, screen):
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{screen} did not come:\n" + "\n".join(self.rows))

    async def until_said(self, words: str) -> None:
        """Wait for the footer to say something, over however many rows."""
        for _ in range(400):
            if any(words in notice for notice in self.notices):
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"{words!r} was not said, but {self.notices}")

    async def until_read(self) -> None:
        """Wait for the whole analysis to be shown."""
        for _ in range(400):
            if self.screen.is_read:
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it was not read:\n" + "\n".join(self.rows))

    async def until_kept(self, sentences: int = 3, *, corrections: int = 0) -> None:
        """Wait for the analysis to be kept, with summaries of a length and some corrections."""
        for _ in range(400):
            made = CorrectionsStore(ANALYSIS.article).corrections
            asked = Asked(ANALYSIS.article, Options(sentences=sentences), made)
            if len(made) == corrections and AnalysisStore().found(asked) is not None:
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it was not kept")


@asynccontextmanager
async def reader(
    folder: Path,
    size: tuple[int, int] = WIDE,
    *,
    engine: str | None = None,
    settings: Settings | None = None,
    analysed: bool = True,
    again: bool = False,
) -> AsyncIterator[Desk]:
    """The reader on the harbour's article, which was never opened before unless it is `again`."""
    if not again:
        default_path().unlink(missing_ok=True)
    keep = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    what = engine or str(folder / "answers.json")
    app = ReaderApp(
        settings or Settings(path=folder / "settings.toml"),
        ANALYSIS.article,
        engine_command=[sys.executable, str(scripted_engine.__file__), what],
        clipboard_tools=[Tool("tray", (sys.executable, "-c", keep, str(folder / "clipboard")))],
    )
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await pilot.pause()
        if analysed:
            await desk.until_read()
            await desk.pilot.pause()
        yield desk
