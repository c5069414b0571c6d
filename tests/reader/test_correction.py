"""Correcting who said what, with the real engine: what one sees, and what stays."""

import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.reader import scripted_engine
from tests.reader.desk import MEDIUM, SMALL, WIDE, Desk
from tests.reader.voiced_harbour import answers, voiced_harbour
from tui.analysis.model import Analysis
from tui.analysis.options import Options
from tui.article.loading import article_from_text
from tui.reader.app import ReaderApp
from tui.reader.article_screen import ArticleScreen
from tui.reader.correction_screen import CorrectionScreen
from tui.settings import Settings
from tui.store.analyses import AnalysisStore, Asked
from tui.store.clippings import ClippingStore
from tui.store.corrections import CorrectionsStore
from tui.store.database import default_path

ARTICLE = article_from_text(
    "Harbour to close for a month\n\n"
    "“The wall is older than the town,” said Ada Falkmere, the mayor of Ostrand.\n\n"
    "“Nobody asked the fishermen,” said Piet Oduya.\n\n"
    "“The ferries will wait at the slip,” Falkmere said.\n\n"
    "“Divers found a gap that a cow could swim through,” Falkmere said.\n\n"
    "“Ice melts before the boats come home,” Oduya said.\n"
)


@asynccontextmanager
async def reader(size: tuple[int, int] = WIDE) -> AsyncIterator[Desk]:
    app = ReaderApp(Settings(), ARTICLE, clipboard_tools=[])
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await until(desk, lambda: desk.screen.is_read)
        yield desk


async def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Wait for something to come about."""
    for _ in range(1000):
        if condition():
            await desk.pilot.pause()
            return
        await desk.pilot.pause(0.02)
    raise AssertionError("it did not come about:\n" + "\n".join(desk.rows))


def analysis(desk: Desk) -> Analysis:
    found = desk.screen._reading.analysis
    assert found is not None
    return found


def voices(desk: Desk) -> list[str]:
    """The voices with the number of their statements, the largest share first."""
    return [f"{s.name} {len(s.quotes)}" for s in desk.screen.speakers]


def kept_whole() -> bool:
    """Whether the analysis is there for the next time."""
    return AnalysisStore().found(Asked(ARTICLE, Options(), ())) is not None


async def types(desk: Desk, words: str) -> None:
    assert isinstance(desk.app.screen, CorrectionScreen)
    await desk.press(*("space" if c == " " else c for c in words))


async def applies(desk: Desk) -> None:
    """Press enter, and wait for what it does."""
    await desk.press("enter")
    await until(desk, lambda: isinstance(desk.app.screen, ArticleScreen))


async def test_a_statement_is_given_to_another_voice_and_back() -> None:
    async with reader() as desk:
        assert voices(desk) == ["Ada Falkmere 3", "Piet Oduya 2"]
        before = analysis(desk)
        await desk.press("n", "n", "n", "c")
        assert any("This statement is by …" in row for row in desk.rows)
        assert any("now Ada Falkmere: “The ferries will wait" in row for row in desk.rows)
        await types(desk, "odu")
        await applies(desk)
        await until(desk, lambda: voices(desk) == ["Piet Oduya 3", "Ada Falkmere 2"])
        assert desk.notices == [
            "Kept: “The ferries will wait at the…” is by Piet Oduya. u undoes it."
        ]
        assert desk.current == "q3"
        assert sum(s.share for s in analysis(desk).speakers) == pytest.approx(1, abs=0.001)
        assert any("▎ IN SHORT" in row for row in desk.rows)
        await desk.press("w")
        assert any("Piet Oduya · sure (100 %) · in quotation marks" in row for row in desk.rows)
        assert any("sure (100 %)" in row for row in desk.rows)
        assert any("this is by Piet Oduya." in row for row in desk.rows)
        await desk.press("u")
        await until(desk, lambda: voices(desk) == ["Ada Falkmere 3", "Piet Oduya 2"])
        assert analysis(desk) == before
        assert desk.notices == ["Undone: that “The ferries will wait at the…” is by Piet Oduya."]
        await desk.press("u")
        await until(desk, lambda: "Nothing has been corrected" in desk.notices[0])


async def test_what_nobody_says_is_taken_out_and_comes_back() -> None:
    async with reader() as desk:
        await desk.press("n", "n", "n", "c")
        assert any("✕ nobody: this is no statement" in row for row in desk.rows)
        await types(desk, "nobod")
        await applies(desk)
        await until(desk, lambda: voices(desk) == ["Ada Falkmere 2", "Piet Oduya 2"])
        assert desk.notices == ["Kept: nobody says “The ferries will wait at the…”. u undoes it."]
        assert any("The ferries will wait" in row for row in desk.rows)
        assert desk.current == "q4"
        await desk.press("u")
        await until(desk, lambda: voices(desk) == ["Ada Falkmere 3", "Piet Oduya 2"])


async def test_a_later_session_has_it_and_can_undo_it() -> None:
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "Bo Rask")
        assert any("+ new voice: Bo Rask" in row for row in desk.rows)
        await applies(desk)
        await until(desk, lambda: "Bo Rask 1" in voices(desk))
    async with reader() as desk:
        assert "Bo Rask 1" in voices(desk)
        await desk.press("u")
        await until(desk, lambda: voices(desk) == ["Ada Falkmere 3", "Piet Oduya 2"])
    assert CorrectionsStore(ARTICLE).corrections == ()


async def test_when_a_correction_shows_is_said_until_it_does() -> None:
    async with reader() as desk:
        await until(desk, lambda: kept_whole())
    async with reader() as desk:  # what was found is at hand, but has to be read again
        await desk.press("n", "c")
        await types(desk, "odu")
        await applies(desk)
        kept = "Kept: “The wall is older than the…” is by Piet Oduya. u undoes it."
        later = " It shows when the article has been read again."
        await until(desk, lambda: desk.notices == [kept + later])
        await until(desk, lambda: voices(desk) == ["Piet Oduya 3", "Ada Falkmere 2"])
        assert desk.notices == [kept]


async def test_that_nothing_was_corrected_shows_at_once() -> None:
    async with reader() as desk:
        await until(desk, lambda: kept_whole())
    async with reader() as desk:
        await desk.press("u")
        await until(desk, lambda: desk.notices != [])
        assert desk.notices == ["Nothing has been corrected in this article."]


async def test_a_voice_is_split_and_two_become_one() -> None:
    async with reader() as desk:
        await desk.press("n", "n", "n", "c")
        rows = "\n".join(desk.rows)
        assert "● only this statement" in rows
        assert "○ all 2 of Ada Falkmere where the text says “Falkmere”" in rows
        assert "○ all 3 of Ada Falkmere" in rows
        await types(desk, "Cy")
        await desk.press("tab")
        assert any("● all 2 of Ada Falkmere where the text says" in row for row in desk.rows)
        await applies(desk)
        await until(desk, lambda: "Cy 2" in voices(desk))
        assert desk.screen._reading.chosen is not None
        assert desk.screen._reading.chosen.name == "Cy"
        await desk.press("c")
        await types(desk, "oduya")
        await desk.press("shift+tab")
        assert any("● all 2 of Cy: the two voices become one" in row for row in desk.rows)
        await applies(desk)
        await until(desk, lambda: voices(desk) == ["Piet Oduya 4", "Ada Falkmere 1"])
        assert "Cy" in desk.screen.speakers[0].aliases
        await desk.press("u")
        await until(desk, lambda: "Cy 2" in voices(desk))


async def test_a_voice_gets_another_name() -> None:
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "Ada Falk")
        await desk.press("tab")
        assert any("● all 3 of Ada Falkmere: it gets this name" in row for row in desk.rows)
        await applies(desk)
        await until(desk, lambda: voices(desk) == ["Ada Falk 3", "Piet Oduya 2"])


async def test_how_many_statements_a_correction_holds_for_is_told() -> None:
    async with reader() as desk:
        await desk.press("n", "c", "down", "tab")
        await applies(desk)
        await until(desk, lambda: desk.notices != [])
        assert "is Piet Oduya, in 3 statements. u undoes it." in desk.notices[0]


async def test_that_no_voice_is_marked_is_said() -> None:
    async with reader() as desk:
        await desk.press("n", "c", "enter")
        assert desk.notices == ["No voice is marked: ↓ goes to one, or type a name."]


@pytest.mark.parametrize("size", [WIDE, MEDIUM, SMALL])
async def test_escape_and_an_empty_line_change_nothing(size: tuple[int, int]) -> None:
    async with reader(size) as desk:
        before = analysis(desk)
        await desk.press("n", "c")
        rows = desk.rows
        for words in ("This statement is by", "2 Piet Oduya", "● only this", "⏎ apply", "esc"):
            assert any(words in row for row in rows), words
        await desk.press("enter")
        assert isinstance(desk.app.screen, CorrectionScreen)
        await types(desk, "Ada Falkmere")
        assert not any("new voice" in row for row in desk.rows)
        await desk.press("enter")
        assert isinstance(desk.app.screen, CorrectionScreen)
        await desk.press("escape")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert analysis(desk) is before
        assert CorrectionsStore(ARTICLE).corrections == ()


async def test_a_voice_is_chosen_with_arrows_or_the_mouse() -> None:
    async with reader() as desk:
        await desk.press("n", "c", "down")
        await applies(desk)
        await until(desk, lambda: voices(desk)[0] == "Piet Oduya 3")
        await desk.press("u")
        await until(desk, lambda: voices(desk)[0] == "Ada Falkmere 3")
        await desk.press("c")
        for words in ("○ all 3 of", "2 Piet Oduya"):
            y, row = next(
                (y, row)
                for y, row in enumerate(desk.rows)
                if words in row and "Ada" not in row.split(words)[0]
            )
            await desk.pilot.click(offset=(row.index(words) + 2, y))
            await desk.pilot.pause()
        await until(desk, lambda: isinstance(desk.app.screen, ArticleScreen))
        await until(desk, lambda: voices(desk)[0] != "Ada Falkmere 3")


async def test_a_clipping_names_who_its_statement_is_by_now() -> None:
    def kept() -> list[tuple[str | None, str | None, str]]:
        return [(clip.speaker, clip.role, clip.note) for clip in ClippingStore().all()]

    ada, piet = ("Ada Falkmere", "mayor of Ostrand", ""), ("Piet Oduya", None, "")
    async with reader() as desk:
        for key in ("n", "n", "n"):
            await desk.press(key, "m")
        await until(desk, lambda: len(kept()) == 3)
        assert kept() == [ada, piet, ada]
        ClippingStore().annotate(ClippingStore().all()[2], "ask her")
        await desk.press("c")
        await types(desk, "odu")
        await applies(desk)
        await until(desk, lambda: kept() == [ada, piet, ("Piet Oduya", None, "ask her")])
        await desk.press("M")
        await desk.until("ask her")
        assert sum("Piet Oduya · " in row for row in desk.rows) == 2
        await desk.press("escape", "u")
        await until(desk, lambda: kept() == [ada, piet, (*ada[:2], "ask her")])


async def test_a_clipping_of_what_nobody_says_names_nobody() -> None:
    async with reader() as desk:
        await desk.press("n", "m")
        await until(desk, lambda: len(ClippingStore().all()) == 1)
        await desk.press("c")
        await types(desk, "nobody")
        await applies(desk)
        await until(desk, lambda: ClippingStore().all()[0].speaker is None)
        await desk.press("u")
        await until(desk, lambda: ClippingStore().all()[0].speaker == "Ada Falkmere")


async def test_what_can_be_typed_is_said_in_full_on_a_small_terminal() -> None:
    async with reader(SMALL) as desk:
        await desk.press("n", "c")
        assert any("a name, or nobody, or choose below" in row for row in desk.rows)


async def test_a_statement_that_stands_alone_says_so() -> None:
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "Bo")
        await applies(desk)
        await until(desk, lambda: "Bo 1" in voices(desk))
        await desk.press("c", "tab")
        assert desk.notices == ["There is no other statement that it could hold for."]


async def test_without_a_quote_there_is_nothing_to_correct() -> None:
    async with reader() as desk:
        await desk.press("c")
        assert desk.notices == ["Choose a quote first: n goes to the next one."]


async def test_names_are_words_and_no_markup() -> None:
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "[/b]Bo [red]")
        await applies(desk)
        await until(desk, lambda: "[/b]Bo [red] 1" in voices(desk))
        await desk.press("w", "c")
        assert any("now [/b]Bo [red]:" in row for row in desk.rows)


async def test_a_damaged_store_is_said_and_the_article_opens() -> None:
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "odu")
        await applies(desk)
        await until(desk, lambda: voices(desk)[0] == "Piet Oduya 3")
    default_path().write_bytes(b"{}")
    async with reader() as desk:
        assert voices(desk) == ["Ada Falkmere 3", "Piet Oduya 2"]
        assert "was damaged: it lies in" in desk.notices[0]
    assert default_path().with_name("pullquote.db.damaged-1").read_bytes() == b"{}"


async def test_what_cannot_be_kept_holds_and_is_said() -> None:
    default_path().mkdir(parents=True)
    async with reader() as desk:
        await desk.press("n", "c")
        await types(desk, "odu")
        await applies(desk)
        await until(desk, lambda: voices(desk)[0] == "Piet Oduya 3")
        assert "This holds until you close the article: " in desk.notices[0]
        await desk.press("u")
        await until(desk, lambda: voices(desk)[0] == "Ada Falkmere 3")


async def test_what_is_corrected_while_the_article_is_read_is_kept(tmp_path: Path) -> None:
    found = voiced_harbour()
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers(found)[:1]), encoding="utf-8")
    engine = (sys.executable, str(scripted_engine.__file__), str(path))
    app = ReaderApp(Settings(), found.article, engine_command=engine, clipboard_tools=[])
    async with app.run_test(size=WIDE) as pilot:
        desk = Desk(app, pilot)
        await until(desk, lambda: desk.screen._reading.analysis is not None)
        assert not desk.screen.is_read
        await desk.press("n", "c")
        await types(desk, "Bo")
        await applies(desk)
        await until(desk, lambda: desk.notices != [])
        assert desk.notices[0].endswith("It shows when the article has been read.")
        assert [c.name for c in CorrectionsStore(found.article).corrections] == ["Bo"]
