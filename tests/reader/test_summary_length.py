"""How long summaries can be, as a share of what a voice says too, with the real engine then."""

from pathlib import Path

from tests.reader.desk import WIDE, Desk, reader
from tests.reader.test_correction import ARTICLE, until
from tui.analysis.options import Share
from tui.reader.app import ReaderApp
from tui.settings import Settings


def lengths(desk: Desk) -> list[int]:
    return [len(speaker.summary) for speaker in desk.screen.speakers]


async def test_plus_and_minus_go_by_shares_where_the_settings_have_one() -> None:
    app = ReaderApp(Settings(sentences=Share(35)), ARTICLE, clipboard_tools=[])
    async with app.run_test(size=WIDE) as pilot:
        desk = Desk(app, pilot)
        await until(desk, lambda: desk.screen.is_read)
        assert lengths(desk) == [1, 1]
        await desk.press("+", "+", "+")
        assert desk.notices == ["Summaries of 50 % of the sentences."]
        await until(desk, lambda: lengths(desk) == [2, 1])


async def test_that_a_summary_cannot_be_shorter_is_said(folder: Path) -> None:
    async with reader(folder) as desk:
        await desk.press("-", "-")
        assert desk.notices == ["Summaries of 1 sentence."]
        await desk.press("-")
        assert desk.notices == ["Summaries cannot be shorter."]
