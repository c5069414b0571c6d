"""The voices pane: what it says of the speakers, and what it tells when something is chosen."""

from dataclasses import replace

import pytest
from textual.theme import BUILTIN_THEMES

from tests.reader.voices_host import ANALYSIS, Host, click_on, within
from tui.analysis.model import Analysis
from tui.analysis.topics import topics
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.voices_pane import VoicesPane
from tui.reader.voices_rows import Voiced, voices_items


async def test_before_the_first_answer_it_says_what_is_going_on() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)):
        assert within(app.rows(), "VOICES", "reading…", "You can read on meanwhile.")


async def test_speakers_stand_by_share_with_their_numbers() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)):
        app.show(ANALYSIS)
        rows = app.rows()
        assert rows[0].split() == ["VOICES", "by", "share"]
        assert rows[1].split() == ["1", "Ada", "Falkmere", "████████", "50", "%", "3"]
        assert rows[2].strip() == "mayor of Ostrand"
        assert within(rows, "2 Piet Oduya", "30 %", "3 the port authority", "20 %")
        assert "IN SHORT" not in "\n".join(rows)


async def test_the_chosen_speaker_opens() -> None:
    app = Host()
    async with app.run_test(size=(46, 24)):
        app.show(ANALYSIS)
        app.pane.choose("s2")
        rows = app.rows()
        assert within(
            rows, "2 Piet Oduya", "IN SHORT", "nobody had asked them", "SPOKE OF", "ice 1", "3 the"
        )


@pytest.mark.parametrize("width", [16, 46])
async def test_what_says_who_denied_or_said_it_is_dim(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 30)):
        app.show(ANALYSIS)
        app.pane.choose("s2")
        dim = app.pane.get_component_rich_style("voices--dim")
        segments = [s for y in range(30) for s in app.pane.render_line(y)]
        lead = next(s for s in segments if s.text.startswith("said"))
        assert lead.style is not None
        assert lead.style.color == dim.color
        said = next(s for s in segments if s.text.lstrip().startswith("nobody"))
        assert said.style is not None
        assert said.style.color != dim.color


@pytest.mark.parametrize("width", [36, 46])
async def test_a_voice_tells_what_it_is_and_where_it_opens_what_else_it_is_called(
    width: int,
) -> None:
    ada, piet, authority = ANALYSIS.speakers
    speakers = (
        replace(ada, aliases=("Falkmere", "Mayor Ada Falkmere", "The mayor", "the mayor")),
        replace(piet, kind="organization"),
        replace(authority, kind="group"),
    )
    app = Host()
    async with app.run_test(size=(width, 30)):
        app.show(replace(ANALYSIS, speakers=speakers))
        assert within(app.rows(), "2 Piet", "  speaks for the fishermen", "3 the port", "  group")
        assert not any("also" in row for row in app.rows())
        app.pane.choose("s1")
        assert within(app.rows(), "▎ mayor of Ostrand", "▎ also Falkmere, The mayor", "IN SHORT")


@pytest.mark.parametrize("width", [30, 38, 46, 100])
async def test_no_row_is_wider_than_the_pane(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 30)):
        app.show(ANALYSIS)
        app.pane.choose("s1")
        for y in range(30):
            assert app.pane.render_line(y).cell_length == width - 1  # the scrollbar


async def test_progress_and_an_empty_article_are_said() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)):
        app.show(Analysis(ANALYSIS.article, done=0.4, step="quotations"))
        assert "reading… 40 %" in app.rows()[0]
        app.show(Analysis(ANALYSIS.article))
        assert within(app.rows(), "Nobody speaks.")


async def test_a_failure_leaves_what_was_found() -> None:
    app = Host()
    async with app.run_test(size=(46, 30)):
        app.show(ANALYSIS)
        app.pane.show_failure("The analysis stopped.")
        assert within(app.rows(), "stopped", "1 Ada Falkmere", "The analysis stopped.")


async def test_words_of_an_article_are_never_markup() -> None:
    odd = replace(ANALYSIS.speakers[0], name="[red]Ada[/b]", role="[@click=app.quit]mayor[/]")
    app = Host()
    async with app.run_test(size=(60, 20)):
        app.show(replace(ANALYSIS, speakers=(odd, *ANALYSIS.speakers[1:])))
        assert within(app.rows(), "1 [red]Ada[/b]", "[@click=app.quit]mayor[/]")


async def test_the_marker_goes_through_what_can_be_chosen() -> None:
    app = Host()
    async with app.run_test(size=(46, 30)) as pilot:
        app.show(ANALYSIS)
        app.pane.choose("s1")
        for moves in (0, 1, 2, 2):
            app.pane.move(moves)
            app.pane.activate()
        await pilot.pause()
        speaker, sentence, entity, other = app.told.messages
        assert isinstance(speaker, VoicesPane.SpeakerChosen)
        assert speaker.speaker_id == "s1"
        assert isinstance(sentence, VoicesPane.SummarySentenceChosen)
        assert (sentence.quote_id, sentence.offset) == ("q1", ANALYSIS.quotes[0].spans[0].start)
        assert isinstance(entity, VoicesPane.EntityChosen)
        assert entity.entity_id == "e2"  # ice, which another voice speaks of too
        assert isinstance(other, VoicesPane.SpeakerChosen)
        assert other.speaker_id == "s2"


async def test_what_is_clicked_is_chosen() -> None:
    app = Host()
    async with app.run_test(size=(46, 30)) as pilot:
        app.show(ANALYSIS)
        app.pane.choose("s1")
        await click_on(pilot, "3 the port")
        await click_on(pilot, "+ −")
        await click_on(pilot, "+ −", 2)
        await click_on(pilot, "IN SHORT")
        await click_on(pilot, "Ostrand ")
        speaker, longer, shorter, entity = app.told.messages
        assert isinstance(speaker, VoicesPane.SpeakerChosen)
        assert speaker.speaker_id == "s3"
        assert isinstance(longer, VoicesPane.LengthChosen)
        assert isinstance(shorter, VoicesPane.LengthChosen)
        assert (longer.by, shorter.by) == (1, -1)
        assert isinstance(entity, VoicesPane.EntityChosen)


async def test_a_speaker_far_down_is_brought_into_view() -> None:
    many = tuple(
        replace(ANALYSIS.speakers[2], id=f"s{n}", name=f"Voice {n}", share=1 / (n + 1))
        for n in range(60)
    )
    app = Host()
    async with app.run_test(size=(46, 12)) as pilot:
        app.show(replace(ANALYSIS, speakers=many))
        app.pane.choose("s50")
        await pilot.pause()
        assert within(app.rows(), "VOICES", "Voice 50", "IN SHORT", "later start")
        app.pane.choose("s0")
        await pilot.pause()
        assert within(app.rows(), "VOICES", "1 Voice 0", "IN SHORT")


async def test_the_marker_stays_on_what_it_is_on_when_more_is_found() -> None:
    app = Host()
    async with app.run_test(size=(46, 30)) as pilot:
        app.show(replace(ANALYSIS, speakers=ANALYSIS.speakers[2:]))
        app.pane.activate()
        app.show(ANALYSIS)
        app.pane.activate()
        await pilot.pause()
        chosen = [
            m.speaker_id for m in app.told.messages if isinstance(m, VoicesPane.SpeakerChosen)
        ]
        assert chosen == ["s3", "s3"]


async def test_what_has_no_key_is_labelled_with_a_circled_letter() -> None:
    many = tuple(
        replace(ANALYSIS.speakers[2], id=f"s{n}", name=f"Voice {n}", share=1 / (n + 1))
        for n in range(11)
    )
    app = Host()
    async with app.run_test(size=(46, 30)):
        app.show(replace(ANALYSIS, speakers=many))
        assert within(app.rows(), "9 Voice 8", "ⓥ Voice 9", "ⓞ Voice 10")


@pytest.mark.parametrize("width", [34, 46])
async def test_a_whole_share_stands_apart_from_its_bar(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 20)):
        app.show(replace(ANALYSIS, speakers=(replace(ANALYSIS.speakers[0], share=1.0),)))
        assert "█ 100 %" in app.rows()[1]


async def test_the_shares_add_up_to_a_hundred() -> None:
    level = tuple(replace(speaker, share=0.3333) for speaker in ANALYSIS.speakers)
    app = Host()
    async with app.run_test(size=(46, 20)):
        app.show(replace(ANALYSIS, speakers=level))
        assert within(app.rows(), "34 %", "33 %", "33 %")


async def test_a_guess_is_marked_in_the_list_of_statements() -> None:
    guessed, *others = ANALYSIS.quotes
    analysis = replace(ANALYSIS, quotes=(replace(guessed, confidence=0.4), *others))
    app = Host()
    async with app.run_test(size=(60, 24)):
        colours = SpeakerColours(analysis.speakers, app.current_theme)
        app.pane.show_analysis(analysis, topics(analysis), colours, listing=True)
        app.pane.choose(guessed.speaker)
        listed = [row for row in app.rows() if guessed.text[:12] in row]
        assert ["?" in row for row in listed] == [True]


async def test_what_is_told_in_other_words_is_listed_with_how_it_is_told() -> None:
    app = Host()
    async with app.run_test(size=(60, 24)):
        colours = SpeakerColours(ANALYSIS.speakers, app.current_theme)
        app.pane.show_analysis(ANALYSIS, topics(ANALYSIS), colours, listing=True)
        for quote in ANALYSIS.quotes:
            if quote.kind == "indirect" and quote.cue and quote.speaker:
                app.pane.choose(quote.speaker)
                cue = ANALYSIS.article.text[slice(*quote.cue)]
                assert any(f"┊ {cue} {quote.text[:12]}" in row for row in app.rows())


def test_to_open_one_voice_makes_no_row_of_the_others_anew() -> None:
    voiced = Voiced(ANALYSIS, topics(ANALYSIS))
    colours = SpeakerColours(ANALYSIS.speakers, BUILTIN_THEMES["textual-dark"])
    first, second = (speaker.id for speaker in ANALYSIS.speakers[:2])
    shut = voices_items(voiced, colours, None, None, 46)
    for opened in (first, second):
        rows = {id(item) for item in voices_items(voiced, colours, opened, None, 46)}
        assert all(id(item) in rows for item in shut if item.id and item.id != opened)
    wider = voices_items(voiced, colours, first, None, 60)
    assert next(item for item in wider if item.id == second) not in shut
