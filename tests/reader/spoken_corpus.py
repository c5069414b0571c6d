"""A small corpus of original fiction, and the reader over it as a test sees and uses it."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tests.corpus.asked_tables import Said, Story, write_corpus
from tests.reader import scripted_engine
from tests.reader.desk import MEDIUM, Desk
from tui.export.clipboard import Tool
from tui.reader.app import ReaderApp
from tui.settings import Settings

MAYOR, FISHER, SCHOLAR, BODY = "Ada Falkmere", "Piet Oduya", "Zoë Lindqvist", "the port authority"
ROLES: Final = {
    MAYOR: "mayor of Ostrand", FISHER: "spokesman of the fishermen", SCHOLAR: "historian",
}  # fmt: skip
_THINGS: Final = ("Ostrand", "the ferry", "Dunmoor")
_DIRECT: Final = (
    "The harbour of {} cannot wait for another winter.",
    "We were never asked about {}, and now we are told to be patient.",
    "Ask the people of {} what a month without boats means to them.",
)
_INDIRECT: Final = "that nobody who has seen {} at low tide believes these numbers"


def stories() -> tuple[Story, ...]:
    """Forty articles over four years; the mayor speaks in each, the others now and then."""
    found = list[Story]()
    for number in range(40):
        thing = _THINGS[number % 3]
        said = [Said(MAYOR, _DIRECT[number // 3 % 3].format(thing))]
        if number % 2:
            said.append(Said(FISHER, _INDIRECT.format(thing), "warned", "indirect"))
        if number % 8 == 3:
            said.append(Said(SCHOLAR, _DIRECT[2].format(thing), confidence=0.5))
        if number % 10 == 4:
            said.append(Said(BODY, _DIRECT[0].format(thing)))
        day = None if number == 39 else date(2020, 1, 10) + timedelta(days=36 * number)
        title = f"A winter without boats, part {number + 1}"
        source = f"https://paper.example/{number + 1}"
        found.append(Story(f"{number:032x}", title, said, day, source, _THINGS, ROLES))
    return tuple(found)


def written(folder: Path) -> Path:
    """The corpus in a folder, in two parts."""
    told = stories()
    return write_corpus(folder, (told[:25], told[25:]))


@asynccontextmanager
async def corpus_reader(
    folder: Path, size: tuple[int, int] = MEDIUM, *, engine: str = "silent"
) -> AsyncIterator[Desk]:
    """The reader over a corpus, with a clipboard that is a file beside it."""
    keep = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"
    tray = str(folder.parent / "clipboard")
    app = ReaderApp(
        Settings(path=folder.parent / "settings.toml"),
        corpus=folder,
        engine_command=[sys.executable, str(scripted_engine.__file__), engine],
        clipboard_tools=[Tool("tray", (sys.executable, "-c", keep, tray))],
    )
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await pilot.pause()
        yield desk
