"""Draw the pictures of the README and of the guide: the reader itself, after some keys."""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.article.loading import load
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.reader.app import ReaderApp

PATIENCE: Final = 600
_PAUSE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is opened, the keys that are then pressed, and the terminal's size in columns and rows.

    `until` are words that stand on the screen once it is ready for the keys.
    """

    source: str
    keys: Sequence[str]
    size: tuple[int, int] = (112, 30)
    until: str = "IN SHORT"


DRAWN: Final[Mapping[str, Drawing]] = {
    "reader": Drawing("ministers_meeting.txt", ["n"] * 4, (120, 36)),
    "why": Drawing("ministers_meeting.txt", [*["n"] * 5, "w"]),
    "search": Drawing("obituary.txt", ["/", *"platform"]),
    "correction": Drawing("council.txt", [*["n"] * 3, "c"]),
    "side_by_side": Drawing("ministers_meeting.txt", ["v"]),
    "clippings": Drawing("council.txt", ["n", "m", *["n"] * 3, "m", *["n"] * 4, "m", "M"]),
    "export": Drawing("sport.txt", ["x", "down", "down"]),
    "library": Drawing("", ["down", "down"], until="opened"),
}


def main() -> None:
    """Run the reader without a terminal, on the samples, and save its screens as SVG."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path)
    parser.add_argument("output", type=Path, metavar="FOLDER")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(DRAWN)} (default all)")
    arguments = parser.parse_args()
    output: Path = arguments.output
    output.mkdir(parents=True, exist_ok=True)
    for name in arguments.names or DRAWN:
        with tempfile.TemporaryDirectory() as home:
            for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
                os.environ[f"XDG_{kind}_HOME"] = home  # nothing of the user's is in a picture
            drawn = asyncio.run(_drawn(arguments.samples, DRAWN[name]))
        (output / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(output / f"{name}.svg", flush=True)


async def _drawn(samples: Path, drawing: Drawing) -> str:
    app = _app(samples, drawing.source)
    async with app.run_test(size=drawing.size) as pilot:
        for _ in range(PATIENCE):
            await pilot.pause(_PAUSE)
            if drawing.until in app.export_screenshot().replace("&#160;", " "):
                break
        for key in drawing.keys:
            await pilot.press(key)
            await pilot.pause(_PAUSE)
        await pilot.pause(1)
        return app.export_screenshot(title="pullquote")


def _app(samples: Path, source: str) -> "ReaderApp":
    from tui.article.listing import listed
    from tui.reader.app import ReaderApp
    from tui.reader.shelf import Shelf

    if source:
        return ReaderApp(Settings(), load(str(samples / source)))
    shelf = Shelf(listed(str(samples)), samples.name)
    return ReaderApp(Settings(), shelf=shelf, open_article=load)


if __name__ == "__main__":
    main()
