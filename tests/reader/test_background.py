"""Work in the background that gives way before it has begun."""

import asyncio
import gc
import warnings
from functools import partial
from pathlib import Path

import pytest
from textual.worker import Worker

from tests.conftest import SAMPLES
from tests.reader.desk import WIDE, reader
from tui.article.listing import listed
from tui.article.loading import load
from tui.reader.app import ReaderApp
from tui.reader.background import whole
from tui.reader.shelf import Shelf
from tui.settings import Settings


async def test_a_marker_that_hurries_through_the_library_leaves_no_work_behind(
    tmp_path: Path,
) -> None:
    app = ReaderApp(
        Settings(path=tmp_path / "settings.toml"),
        shelf=Shelf(listed(str(SAMPLES))),
        open_article=load,
    )
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", RuntimeWarning)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            for key in "jjjkjjkkjGgGg":
                app.simulate_key(key)
            await pilot.pause()
        gc.collect()
    assert [str(one.message) for one in told if one.category is RuntimeWarning] == []


@pytest.mark.parametrize("calls", [1, 2])
async def test_who_waits_for_a_page_to_go_can_be_called_off_without_harm(
    folder: Path, calls: int
) -> None:
    async with reader(folder) as desk:
        await desk.press("x")
        waits = partial(whole, desk.app.pop_screen())
        going: Worker[None] = desk.app.run_worker(waits)
        for _ in range(calls):
            await asyncio.sleep(0)
        going.cancel()
        await desk.pilot.pause(0.2)
        assert desk.app.is_running
        await desk.press("n")
        assert desk.current == "q1"
