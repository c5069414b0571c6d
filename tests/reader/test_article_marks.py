"""How the article pane shows who says what: colours, signs, tints, on every theme."""

from dataclasses import replace

import pytest
from textual.theme import BUILTIN_THEMES

from tests.reader.harbour import Host, harbour, host, reading, style_of
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.text_search import Matches


async def test_speakers_are_told_by_colour_and_by_sign() -> None:
    app = host()
    async with app.run_test(size=(80, 40)):
        one, two = style_of(app, "“the least bad"), style_of(app, "“We learnt of it")
        plain, indirect = style_of(app, "Piet Oduya, who"), style_of(app, "nobody had asked")
        assert len({str(style.color) for style in (one, two, plain)}) == 3
        assert indirect.color == two.color
        assert indirect.bgcolor == plain.bgcolor != two.bgcolor
        signs = {row[3:].strip(): row[:3] for row in app.screen_rows()}
        assert [sign for words, sign in signs.items() if "nobody had asked" in words] == ["2┊ "]
        assert [sign for words, sign in signs.items() if "“We learnt of it" in words] == ["2▐ "]
        assert [sign for words, sign in signs.items() if words == "What it costs"] == ["   "]


async def test_one_speaker_alone_stays_bright() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        bright = style_of(app, "“We learnt of it")
        app.pane.dim_all_but("s2")
        await pilot.pause()
        assert style_of(app, "“We learnt of it").color == bright.color
        assert style_of(app, "the least bad").color == style_of(app, "Mayor Ada").color
        app.pane.dim_all_but(None)
        await pilot.pause()
        assert style_of(app, "the least bad").color != style_of(app, "Mayor Ada").color


async def test_the_terminals_own_colours_fade_too() -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = "ansi-dark"
        app.pane.dim_all_but("s2")
        await pilot.pause()
        assert style_of(app, "Mayor Ada").dim
        assert not style_of(app, "“We learnt of it").dim


async def test_search_hits_stand_out_and_the_current_one_more() -> None:
    app = host(4)
    async with app.run_test(size=(80, 24)) as pilot:
        text, hits, at = app.article.text, Matches(), -1
        while (at := text.find("customs", at + 1)) >= 0:
            hits.add(at, at + 7)
        app.pane.search_matches(hits, None)
        await pilot.pause()
        hit = style_of(app, "customs")
        assert hit.underline
        app.pane.search_matches(hits, 3)
        await pilot.pause()
        assert style_of(app, "customs").reverse
        app.pane.search_matches(Matches(), None)
        await pilot.pause()
        assert not style_of(app, " old customs shed").underline


async def test_without_colours_marks_are_told_by_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.pane.select_quote("q3")
        await pilot.pause()
        assert style_of(app, "“the least bad").underline
        assert style_of(app, "nobody had").italic
        assert style_of(app, "My own brother").reverse
        assert not style_of(app, "Monday, calling").underline


@pytest.mark.parametrize("theme", ["", "ansi-dark"])
async def test_search_hits_stand_out_of_the_current_quote_without_colours(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not theme:
        monkeypatch.setenv("NO_COLOR", "1")
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = theme or app.theme
        app.pane.select_quote("q3")
        hits = Matches()
        for words in ("the radio", "brother rang"):
            at = app.article.text.index(words)
            hits.add(at, at + len(words))
        app.pane.search_matches(hits, 1)
        await pilot.pause()
        looks = [
            (style.bold, style.underline, style.reverse, style.bgcolor)
            for words in ("“We learnt of it", "the radio", "brother rang")
            for style in [style_of(app, words)]
        ]
        assert len(set(looks)) == 3


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_a_theme_takes_effect_at_once(theme: str) -> None:
    app = host()
    async with app.run_test(size=(80, 40)) as pilot:
        app.theme = theme
        await pilot.pause()
        expected = SpeakerColours(reading(app.article).speakers, app.current_theme).of("s2")
        style = style_of(app, "“We learnt of it")
        assert style.color is not None
        assert style.color.get_truecolor().hex.lower() == expected.colour.lower()
        plain = style_of(app, "Piet Oduya, who")
        assert plain.color is not None
        assert plain.color != style.color


async def test_a_guess_is_told_by_a_sign_where_it_begins() -> None:
    article = harbour()
    known = reading(article)
    quotes = tuple(replace(q, confidence=0.5 if q.id == "q3" else 0.6) for q in known.quotes)
    app = Host(article, replace(known, quotes=quotes))
    async with app.run_test(size=(40, 40)):
        signs = {row[3:].strip(): row[:3] for row in app.screen_rows()}
        first, second = [words for words, sign in signs.items() if sign == "2? "]
        assert "“We learnt" in first
        assert "“My own" in second
