"""Draw the README's picture: the reader itself, on an article, as it stands after the analysis."""

import argparse
import asyncio
from pathlib import Path

from tui.article.loading import load
from tui.settings import Settings

SIZE = (120, 36)
PATIENCE = 600


def main() -> None:
    """Run the reader without a terminal and save its screen as SVG."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article")
    parser.add_argument("output", type=Path)
    arguments = parser.parse_args()
    picture = asyncio.run(_picture(arguments.article))
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(picture, encoding="utf-8")


async def _picture(source: str) -> str:
    from tui.reader.app import ReaderApp

    app = ReaderApp(Settings(), load(source))
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(PATIENCE):
            await pilot.pause(0.05)
            if "IN SHORT" in app.export_screenshot():
                break
        for _ in range(4):
            await pilot.press("n")
        await pilot.pause(0.2)
        return app.export_screenshot(title="pullquote")


if __name__ == "__main__":
    main()
