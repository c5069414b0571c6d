"""A corpus in the running reader: who speaks in it, what they say, and questions to it."""

import json
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from textual import events

from tests.corpus.asked_tables import Said, Story, write_corpus
from tests.reader.desk import MEDIUM, SMALL, WIDE, Desk
from tests.reader.spoken_corpus import MAYOR, corpus_reader, written
from tests.reader.voiced_harbour import write_answers
from tui.article.loading import load
from tui.corpus.asking import Corpus, Told
from tui.corpus.attributed_statements import analysis_of
from tui.corpus.cancelling import Cancellation
from tui.corpus.question import Answer, People, PersonOrder, Question
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.reader.corpus_screen import CorpusScreen
from tui.reader.footer_line import FooterLine
from tui.reader.library_screen import LibraryScreen
from tui.reader.said_screen import SaidScreen
from tui.reader.shelf import Shelf
from tui.settings import Settings
from tui.store.clippings import ClippingStore
from tui.store.corpora import CorpusStore


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return written(tmp_path / "harbour")


async def until(desk: Desk, holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        await desk.pilot.pause(0.02)
    raise AssertionError("it did not come:\n" + "\n".join(desk.rows))


async def test_who_speaks_and_a_glance_at_the_marked_one(corpus: Path) -> None:
    async with corpus_reader(corpus, WIDE) as desk:
        await desk.until("Ask the people of")
        rows = "\n".join(desk.rows)
        assert "harbour" in desk.header
        assert "40 articles · 69 statements" in desk.header
        assert "Ada Falkmere, mayor of Ostrand" in desk.rows[2]
        assert desk.rows[2].split("│")[0].split()[-1] == "40"
        assert "▇" in desk.rows[2] or "█" in desk.rows[2]
        assert "40 statements in 40 articles" in rows
        assert "BY MONTH  1 at most" in rows
        assert "1 without a date" in rows
        assert "Jan 2020 ─" in rows
        assert "─ Oct 2023" in rows
        assert "SPOKE OF" in rows
        await desk.press("j")
        await desk.until("20 statements in 20 articles")
        await until(desk, lambda: "┊ warned that nobody" in "\n".join(desk.rows))
        await desk.press("r")
        await desk.until_said("By name.")
        await until(desk, lambda: "Ada" in desk.rows[2] and "Piet" in desk.rows[3])
        await until(desk, lambda: "by name" in desk.header)
        await desk.press("slash", *"zoe")
        await desk.until("“zoe” · 1 of 4")
        await until(desk, lambda: "Zoë Lindqvist" in desk.rows[2])
        await desk.press(*"x")
        await desk.until("nobody")
        await desk.press("escape")
        await desk.until("40 articles")
        await desk.press("question_mark")
        await desk.until("Find people and bodies by name")


async def test_statements_are_read_narrowed_and_left(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until("Piet Oduya, spokesman")
        await desk.press("j", "enter")
        await desk.until("20 statements")
        assert isinstance(desk.app.screen, SaidScreen)
        assert "Piet Oduya, spokesman of the fishermen" in desk.header
        rows = "\n".join(desk.rows)
        assert "A winter without boats, part 38 · 3 Sep 2023" in rows
        assert "┊ warned that nobody who has seen" in rows
        await desk.press("G")
        await desk.until("part 40")  # what has no date comes last
        await desk.press("escape", "k", "enter")
        await desk.until("40 statements")
        await desk.press("e")
        await desk.until("spoke of")
        await desk.press("j", "enter")
        await desk.until("on Dunmoor · 13 statements")
        await desk.press("slash", *"asked")
        await desk.until("on Dunmoor · “asked” · 8 statements")
        await desk.press("enter", "i")
        await desk.until("“asked” · no indirect")
        await desk.press("escape")
        await until(desk, lambda: "no indirect" not in desk.header)
        await desk.press("escape")
        await until(desk, lambda: "asked" not in desk.header)
        await desk.press("escape")
        await desk.until("40 statements")
        assert "on Dunmoor" not in desk.header
        await desk.press("r")
        await desk.until("oldest first")
        await desk.until("part 1 · 10 Jan 2020")
        await desk.press("slash", *"nothing like it")
        await desk.until_said("Nothing that is said is like that.")
        await desk.press("escape")  # as before the typing
        await desk.until("oldest first · 40 statements")
        await desk.press("escape")
        await until(desk, lambda: isinstance(desk.app.screen, CorpusScreen))


async def test_a_statement_leads_into_its_article_and_back(corpus: Path) -> None:
    with Corpus(corpus) as asked:
        (first, *_) = asked.ask(Question(speaker=MAYOR, limit=3, offset=2)).statements
        article = asked.article(first.article)
    assert article is not None
    write_answers(corpus.parent / "answers.json", analysis_of(first, article))
    async with corpus_reader(corpus, MEDIUM, engine=str(corpus.parent / "answers.json")) as desk:
        await desk.until(MAYOR)
        await desk.press("enter")
        await desk.until("part 39")
        await desk.press("j", "j", "enter")
        await desk.until_said("esc leads back to the list.")
        assert desk.screen._inquiry.article.text == article.text
        await until(desk, lambda: desk.current == first.quote.id)
        await desk.press("right_square_bracket")
        await until(desk, lambda: "part 36" in desk.rows[1] + desk.header)
        await desk.press("left_square_bracket")
        await until(desk, lambda: "part 37" in desk.rows[1] + desk.header)
        for size in (SMALL, MEDIUM, WIDE):
            await desk.pilot.resize_terminal(*size)
            await desk.press("n", "s")
            desk.app.screen.query_one(FooterLine).fall_silent()
            await desk.until("esc back")
        await desk.press("w")  # what is opened over the article is closed first, and that is told
        await desk.until("esc undo")
        await desk.press("escape")
        await desk.until("esc back")
        await desk.press("escape")  # a quote and a voice are chosen: that is no page
        await until(desk, lambda: isinstance(desk.app.screen, SaidScreen))
        assert isinstance(desk.app.screen, SaidScreen)
        assert desk.app.screen._list.marked == 2
        await desk.press("y")
        await desk.until_said("Copied")
        copied = (corpus.parent / "clipboard").read_text(encoding="utf-8")
        assert copied == (
            "“The harbour of Ostrand cannot wait for another winter.” — Ada Falkmere, mayor of"
            " Ostrand (A winter without boats, part 37, 29 July 2023; https://paper.example/37)"
        )
        await desk.press("m")
        await desk.until_said("On the clippings list: quote of Ada Falkmere")
        (clip,) = ClippingStore().all()
        assert (clip.role, clip.date) == ("mayor of Ostrand", "29 July 2023")
        await desk.press("Y")
        await desk.until_said("40 statements")
        copied = (corpus.parent / "clipboard").read_text(encoding="utf-8")
        assert copied.count(" — Ada Falkmere, mayor of Ostrand (") == 40


async def test_words_that_nothing_has_are_asked_for_by_what_they_mean(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.press("enter")
        await desk.until("40 statements")
        await desk.press("slash", *"patience zebra", "enter")
        await desk.until_said("No statement has these words. a asks for what means the like;")
        await desk.press("a")
        await desk.until('~patience zebra speaker:"Ada Falkmere"')
        await desk.press("enter")
        await desk.until("closeness 0.")


async def test_all_that_is_listed_is_written(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus.parent)
    async with corpus_reader(corpus, WIDE) as desk:
        await desk.until(MAYOR)
        await desk.press("a", *"winter entity:dunmoor", "enter")
        await desk.until("Ada Falkmere, mayor of Ostrand")
        await desk.until("6 statements")
        await desk.press("x", "j")
        await desk.until("> “The harbour of")
        await desk.press("enter", *"said.json", "enter")
        await desk.until_said("Written to")
        answer = json.loads((corpus.parent / "said.json").read_text(encoding="utf-8"))
        assert (answer["question"]["words"], answer["question"]["entity"]) == ("winter", "dunmoor")
        told = answer["statements"]
        assert {one["speaker"] for one in told} == {MAYOR, "the port authority"}
        assert all("Dunmoor" in one["text"] for one in told)


async def test_questions_are_typed_and_what_is_none_is_told(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, ask = list[Question](), Corpus.ask

    def noted(
        self: Corpus,
        question: Question,
        cancellation: Cancellation | None = None,
        told: Told | None = None,
    ) -> Answer:
        asked.append(question)
        while question.meaning:  # the index takes its time
            assert told is not None
            assert cancellation is not None
            told(35, 70)
            cancellation.check()
            time.sleep(0.01)
        return ask(self, question, cancellation, told)

    monkeypatch.setattr(Corpus, "ask", noted)
    async with corpus_reader(corpus, SMALL) as desk:
        await desk.until(MAYOR)
        await desk.press("a", *"since:soon", "enter")
        await desk.until_said("'soon' is no day: 2021, 2021-05 or 2021-05-03.")
        await desk.press("escape", "a", *"~hunger speaker:oduya", "enter")
        await until(desk, lambda: any(q.meaning == "hunger" for q in asked))
        await until(desk, lambda: isinstance(desk.app.screen, SaidScreen))
        assert asked[-1].order == "closest"
        await desk.until("reading what is meant… 50 %")
        await desk.press("a", *"speaker:oduya until:2020", "enter")
        await desk.until("5 statements")
        await desk.press("escape")  # an answer takes the place of the one before
        await until(desk, lambda: isinstance(desk.app.screen, CorpusScreen))


async def test_keys_do_not_wait_for_a_slow_question(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering, ask, given_up = threading.Event(), Corpus.ask, list[Question]()

    def slow(
        self: Corpus,
        question: Question,
        cancellation: Cancellation | None = None,
        told: Told | None = None,
    ) -> Answer:
        while not answering.wait(0.01):
            try:
                (cancellation or Cancellation()).check()
            except Exception:
                given_up.append(question)
                raise
        return ask(self, question, cancellation, told)

    monkeypatch.setattr(Corpus, "ask", slow)
    async with corpus_reader(corpus) as desk:
        await desk.until("Piet Oduya")
        await desk.press("j", "enter")
        await desk.until("looking…")
        await desk.press("r", "i")  # another question: the one before is taken back
        await until(desk, lambda: bool(given_up))
        await desk.press("escape", "escape", "k")
        assert isinstance(desk.app.screen, CorpusScreen)
        assert desk.app.screen._list.marked == 0
        await desk.press("enter")
        await desk.until("looking…")
        answering.set()
        await desk.until("40 statements")
        assert isinstance(desk.app.screen, SaidScreen)
        desk.app.screen._look()  # a timer that had gone off when the answer came
        await desk.pilot.pause()
        assert "looking…" not in desk.header
        answering.clear()
        await desk.press("i")
    assert len(given_up) >= 2  # nothing goes on when the reader has ended


async def test_of_many_people_only_those_near_are_fetched(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus / "people" / "people.parquet"
    table = pq.read_table(path)
    one, others = table.to_pylist()[0], list[dict[str, Any]]()
    for number in range(5000):
        others.append(one | {"person": f"p{number}", "name": f"Voice {number}", "quotes": 1})
    others[0] |= {"name": "[b]Mallory[/b]\x1b[2J\x9b31m", "quotes": 900, "roles": ["\x1b]0;x\x07"]}
    pq.write_table(table.from_pylist(others, table.schema), path)
    asked, people = list[int](), Corpus.people

    def noted(
        self: Corpus,
        named: str,
        order: PersonOrder,
        limit: int,
        offset: int,
        cancellation: Cancellation,
    ) -> People:
        asked.append(offset)
        return people(self, named, order, limit, offset, cancellation)

    monkeypatch.setattr(Corpus, "people", noted)
    async with corpus_reader(corpus) as desk:
        await desk.until("[b]Mallory[/b]")
        assert not any(c in row for row in desk.rows for c in "\x1b\x9b\x07")
        await desk.press("G")
        await desk.until("Voice 999,")
        await desk.press("g")
        await desk.until("[b]Mallory[/b]")
        assert {*asked} <= {0, 50, 4900, 4950}
        await desk.press("space", "space")
        await desk.pilot.pause()
        screen = desk.app.screen
        assert isinstance(screen, CorpusScreen)
        marked = screen._list.marked
        await desk.pilot.resize_terminal(*SMALL)
        await desk.pilot.pause()
        assert screen._list.marked == marked
        screen._list.post_message(_wheel(screen))
        await desk.pilot.pause()
        await desk.pilot.click("PagedList", offset=(SMALL[0] - 1, 9))
        await until(desk, lambda: screen._list.marked == 4999)
        await desk.pilot.click("PagedList", offset=(5, 2))
        await until(desk, lambda: isinstance(desk.app.screen, SaidScreen))


def _wheel(screen: CorpusScreen) -> events.MouseScrollDown:
    return events.MouseScrollDown(screen._list, 1, 1, 0, 1, 0, False, False, False)


async def test_one_goes_past_an_article_with_very_many_statements(tmp_path: Path) -> None:
    many = [Said(MAYOR, f"We wait for ferry {number}.") for number in range(160)]
    told = (
        Story("a" * 32, "A long debate", many, date(2024, 5, 1), "https://paper.example/a", (), {}),
        Story("b" * 32, "A short one", [Said(MAYOR, "We go.")], date(2020, 5, 1),
              "https://paper.example/b", (), {}),
    )  # fmt: skip
    async with corpus_reader(write_corpus(tmp_path / "harbour", (told,))) as desk:
        await desk.until("2 articles")
        await desk.press("enter")
        await desk.until("161 statements")
        await desk.press("enter")
        await desk.until("A long debate")
        await desk.press("right_square_bracket")
        await desk.until("A short one")


async def test_the_palette_has_people_by_name(corpus: Path) -> None:
    async with corpus_reader(corpus) as desk:
        await desk.until(MAYOR)
        await desk.press("ctrl+p")
        await desk.until("voice: Ada Falkmere")
        await desk.press(*"oduya")
        await until(desk, lambda: not any("voice: Ada" in row for row in desk.rows))
        await desk.until("voice: Piet Oduya")
        await desk.press("down", "enter")
        await desk.until("20 statements")


async def test_the_library_has_the_corpora_that_were_opened(corpus: Path) -> None:
    CorpusStore().opened(corpus)
    CorpusStore().opened(corpus.parent / "gone")
    app = ReaderApp(Settings(), shelf=Shelf(), open_article=load)
    async with app.run_test(size=MEDIUM) as pilot:
        desk = Desk(app, pilot)
        await desk.until("CORPORA")
        assert not any("gone" in row for row in desk.rows)
        await desk.until("Many articles: who speaks in them")
        await desk.press("enter")
        await desk.until("40 articles · 69 statements")
        await desk.until("back")
        await desk.press("j", "enter")
        await desk.until("20 statements")
        await desk.press("enter")
        await until(desk, lambda: isinstance(app.screen, ArticleScreen))
        for shown in (SaidScreen, CorpusScreen, LibraryScreen):
            await desk.press("escape")
            # mypy infers no lambda with a default
            await until(desk, lambda shown=shown: isinstance(app.screen, shown))  # type: ignore[misc]
        await desk.until("harbour")
