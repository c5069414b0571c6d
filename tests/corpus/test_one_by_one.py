"""An article that ends the process which reads it is an error, and the others of its part stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.corpus.stories import rows, story, tables, written
from tui.cli import main
from tui.corpus import run
from tui.corpus.cluster import KilledError
from tui.corpus.engine_name import engine_name
from tui.corpus.parts import Part, Reading
from tui.corpus.reading import read_part
from tui.corpus.records import Record

DEADLY = "the word that kills"


class ReadersHere:
    """Reads in this process; a part with a deadly article is what the cluster gives up on."""

    processes = 2

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self.ended = False

    def submit(self, part: Part) -> None:
        self._parts.append(part)

    def done(self, seconds: float) -> Iterator[tuple[Part, Reading | Exception]]:
        parts, self._parts = self._parts, []
        for part in reversed(parts):  # as they come
            data = b"".join(item.data for item in part.items if isinstance(item, Record))
            if DEADLY.encode() in data:
                yield part, KilledError()
            elif b"the word that breaks" in data:
                yield part, ValueError("no \x1b[31mtable\x1b[0m")
            else:
                yield part, read_part(part, engine_name())

    def close(self) -> None:
        self.ended = True

    kill = close


def test_who_kills_its_reader_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readers = ReadersHere()
    monkeypatch.setattr(run.Run, "_readers", lambda self, shown: readers)
    news = written(tmp_path / "news", range(12))
    assert main(["corpus", str(news), "-o", str(tmp_path / "whole")]) == 0
    (news / "0003.txt").write_text(story(3) + DEADLY, encoding="utf-8")
    (news / "0003a.txt").write_text("It is the word that breaks.", encoding="utf-8")
    (news / "0003b.pdf").write_bytes(b"\x89PNG")
    assert main(["corpus", str(news), "-o", str(tmp_path / "out")]) == 0
    assert readers.ended
    assert "11 articles" in capsys.readouterr().err.splitlines()[-1]
    told = [(Path(row["source"]).name, row["error"]) for row in rows(tmp_path / "out", "errors")]
    assert told == [
        ("0003.txt", "it ends the process that reads it: its memory does not suffice, or there is"
         " a fault"),
        ("0003a.txt", "the engine failed (ValueError: no table)"),
        ("0003b.pdf", "it is a picture"),
    ]  # fmt: skip
    read = [row["source"] for row in rows(tmp_path / "out", "articles")]
    assert read == [str(news / f"{number:04}.txt") for number in range(12) if number != 3]
    assert [*tables(tmp_path / "out")] != []
