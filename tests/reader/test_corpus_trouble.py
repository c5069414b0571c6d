"""A corpus in the running reader that cannot be read, or is left in a hurry."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from tests.corpus.asked_tables import HARBOUR, write_part
from tests.reader.desk import MEDIUM, Desk
from tests.reader.spoken_corpus import MAYOR, corpus_reader
from tests.reader.test_corpus_view import corpus as corpus  # a fixture
from tests.reader.test_corpus_view import until
from tui.article.listing import Listed
from tui.article.loading import load
from tui.cli import main
from tui.corpus.asking import Corpus
from tui.corpus.cancelling import Cancellation
from tui.reader.app import ReaderApp
from tui.reader.corpus_screen import CorpusScreen
from tui.reader.library_screen import LibraryScreen
from tui.reader.shelf import Shelf
from tui.settings import Settings


async def test_what_cannot_be_read_is_told_in_a_sentence(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until("40 articles")
        write_part(corpus, 2, [HARBOUR])  # it is still being written
        await desk.press("enter")
        await desk.until("40 statements")
        await desk.press("escape")
        await desk.until("41 articles")
        (corpus / "quotes" / "part-00001.parquet").write_bytes(b"PAR1")
        await desk.press("enter")
        await desk.until_said("cannot be read")
        await desk.press("escape")
        await until(desk, lambda: isinstance(desk.app.screen, CorpusScreen))


async def test_a_corpus_that_is_left_twice_at_once_is_left_once(corpus: Path) -> None:
    app = ReaderApp(Settings(), shelf=Shelf([Listed(str(corpus))]), open_article=load)
    async with app.run_test(size=MEDIUM) as pilot:
        desk = Desk(app, pilot)
        await desk.until("Many articles: who speaks in them")
        await desk.press("enter")
        await desk.until_on(CorpusScreen)
        for _ in range(2):
            app.post_message(events.Key("escape", None))
        await desk.until_on(LibraryScreen)
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.failure is None


async def test_an_article_that_cannot_be_made_is_told_and_no_longer_looked_for(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Corpus, key: str, cancellation: Cancellation) -> None:
        raise ValueError

    monkeypatch.setattr(Corpus, "article", broken)
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.press("enter")
        await desk.until("40 statements")
        await desk.press("y")
        await desk.until_said("Its article is not in the corpus any more.")
        await desk.pilot.pause(0.4)  # that it is looked for is told after a while
        assert "looking…" not in desk.header


async def test_a_corpus_that_is_only_begun_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus.json").write_text('{"schema": 1, "engine": "x"}')
    async with corpus_reader(tmp_path) as desk:
        await desk.until_said("holds no articles yet")
        await desk.press("enter", "j", "r", "slash", "a", "escape")
        await asyncio.sleep(0)


def test_what_is_no_corpus_for_this_program_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus.json").write_text('{"schema": 9}')
    assert main(["--format", "text", str(tmp_path)]) == 2
    assert f"pullquote ask {tmp_path} asks it" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told == f"pullquote: {tmp_path} was made by a newer pullquote, and cannot be read by" + (
        " this one\n"
    )
    (tmp_path / "corpus.json").write_text('{"schema": 1}')
    monkeypatch.setattr("tui.corpus.corpus_folder.find_spec", lambda name: None)
    assert main([str(tmp_path)]) == 1
    assert "pip install 'pullquote[corpus]'" in capsys.readouterr().err
