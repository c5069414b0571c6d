"""Work in the background that gives way before it has begun."""

import gc
import warnings
from pathlib import Path

from tests.conftest import SAMPLES
from tests.reader.desk import WIDE
from tui.article.listing import listed
from tui.article.loading import load
from tui.reader.app import ReaderApp
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
