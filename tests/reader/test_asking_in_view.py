"""What is asked over an open corpus: words as they are typed, names, doubt, and what is meant."""

import re
from pathlib import Path

import pytest

from tests.corpus.asked_tables import FISHER, PARTS, write_corpus
from tests.reader.desk import MEDIUM, SMALL, WIDE
from tests.reader.spoken_corpus import MAYOR, corpus_reader, written
from tui.corpus import found_places
from tui.reader.corpus_screen import CorpusScreen
from tui.reader.said_screen import SaidScreen


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return written(tmp_path / "harbour")


async def test_a_word_is_found_while_it_is_typed_and_the_notice_goes(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.press("enter")
        await desk.until("40 statements")
        await desk.press("slash", *"harq")
        await desk.until_said("Nothing that is said is like that.")
        await desk.press("backspace")
        await desk.until("“har” · 15 statements")
        assert not desk.notices
        await desk.press("enter")
        await desk.until("“har” · 15 statements")


async def test_nobody_of_that_name_and_who_has_the_nearest(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.press("slash", *"oduja")
        await desk.until_said("Nobody is called “oduja”; nearest: Piet Oduya.")
        await desk.press("backspace", "backspace")
        await desk.until("“odu” · 1 of 4")
        assert not desk.notices
        await desk.press("escape")
        await desk.ask("winter speaker:falkmer")
        await desk.until_said("Nobody is called “falkmer”; nearest: Ada Falkmere.")
        assert isinstance(desk.app.screen, CorpusScreen)
        await desk.press(*"e", "enter")  # the line is still there to be mended
        await desk.until_on(SaidScreen)
        await desk.ask("speakr:ada")
        await desk.until_said("There is no key speakr: (nearest: speaker:)")


async def test_of_several_who_have_a_name_one_is_chosen(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news", PARTS)
    async with corpus_reader(corpus, MEDIUM) as desk:
        await desk.until(MAYOR)
        await desk.ask("speaker:falkmere")
        await desk.until("Who is “falkmere”?")
        await desk.until("Bram Falkmere")
        await desk.press("escape")
        await desk.until_on(CorpusScreen)
        await desk.pilot.resize_terminal(*SMALL)
        await desk.press("a", "enter")  # what was asked last is still in the line
        await desk.until("Who is “falkmere”?")
        await desk.press("j", "enter")
        await desk.until("I would have kept the ferry")
        assert "speaker:falkmere (Bram" in desk.header
        assert "1 statement" in desk.header
        await desk.press("escape")
        await desk.until_on(CorpusScreen)


async def test_doubtful_statements_are_counted_and_shown_by_a_key(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news", PARTS)
    async with corpus_reader(corpus, WIDE) as desk:
        await desk.until(FISHER)
        await desk.press("j")
        await desk.until("3 statements, 1 doubtful, in 2 articles")
        await desk.press("enter")
        await desk.until("2 statements · 1 doubtful hidden: I shows it")
        await desk.press("I")
        await desk.until("with doubtful · 3 statements")
        await desk.until("perhaps that the port will open")
        await desk.press("escape")
        await desk.until("1 doubtful hidden")
        await desk.pilot.resize_terminal(*SMALL)
        await desk.until("2 + 1 doubtful")


async def test_what_means_the_like_says_how_close_it_is(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_places, "LEAST_CLOSENESS", 0.5)
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.ask("~patience was asked of us")
        await desk.until("Ada Falkmere, mayor of Ostrand · closeness 0.")
        assert re.search(r"\d+ near", desk.header)
        await desk.pilot.resize_terminal(*SMALL)
        await desk.until("· closeness 0.")
