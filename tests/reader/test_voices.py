"""The voices pane: what it says of the speakers, and what it tells when something is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from tests.reader.harbour import ROOM
from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.model import Analysis
from tui.analysis.topics import topics
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.themed_app import ThemedApp
from tui.reader.voices_pane import VoicesPane
from tui.reader.voices_rows import Voiced, voices_items

ANALYSIS = voiced_harbour()
ALONE = "ONLY THIS VOICE SPOKE OF"


@dataclass
class Told:
    """What the pane told, in order."""

    messages: list[Message] = field(default_factory=list)


class Host(ThemedApp[None]):
    """A voices pane and nothing else."""

    CSS_PATH: ClassVar = [ROOM / "voices_pane.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self.pane = VoicesPane()
        self.told = Told()

    def compose(self) -> ComposeResult:
        yield self.pane

    def show(self, analysis: Analysis) -> None:
        colours = SpeakerColours(analysis.speakers, self.current_theme)
        self.pane.show_analysis(analysis, topics(analysis), colours, nobody="Nobody speaks.")

    def rows(self) -> list[str]:
        height = self.pane.size.height
        return [self.pane.render_line(y).text.rstrip() for y in range(height)]

    def on_voices_pane_speaker_chosen(self, message: VoicesPane.SpeakerChosen) -> None:
        self.told.messages.append(message)

    def on_voices_pane_entity_chosen(self, message: VoicesPane.EntityChosen) -> None:
        self.told.messages.append(message)

    def on_voices_pane_summary_sentence_chosen(
        self, message: VoicesPane.SummarySentenceChosen
    ) -> None:
        self.told.messages.append(message)

    def on_voices_pane_length_chosen(self, message: VoicesPane.LengthChosen) -> None:
        self.told.messages.append(message)


async def click_on(pilot: Pilot[None], words: str, at: int = 0) -> None:
    app = pilot.app
    assert isinstance(app, Host)
    y, row = next((y, row) for y, row in enumerate(app.rows()) if words in row)
    await pilot.click(app.pane, offset=(row.index(words) + at, y))


def within(rows: Sequence[str], *words: str) -> bool:
    """Whether the rows have these words, in this order."""
    text = "\n".join(rows)
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


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


async def test_wide_names_are_cut_to_cells() -> None:
    wide = replace(ANALYSIS.speakers[0], name="東京都知事の小池百合子さんと副知事の皆さん")
    app = Host()
    async with app.run_test(size=(30, 12)):
        app.show(replace(ANALYSIS, speakers=(wide,)))
        row = app.pane.render_line(1)
        assert row.cell_length == 29
        assert "…" in row.text


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


async def test_a_name_tells_how_often_it_stands_what_it_is_and_who_speaks_of_it() -> None:
    app = Host()
    async with app.run_test(size=(46, 40)):
        app.show(ANALYSIS)
        rows = app.rows()
        names = rows[rows.index(" NAMED IN THE ARTICLE") + 1 :]
        assert [row.split() for row in names[:8]] == [
            ["Ostrand", "████████", "2"],
            ["place"],
            ["ice", "████████", "2"],
            ["1", "Ada", "Falkmere", "2", "Piet", "Oduya"],
            ["Ines", "Tarrow", "████", "1"],
            ["person"],
            ["the", "divers", "████", "1"],
            ["organization", "1", "Ada", "Falkmere"],
        ]


def named(*names: str) -> Analysis:
    """The article with three voices of these names, who all speak of the ice."""
    speakers = tuple(
        replace(s, name=name) for s, name in zip(ANALYSIS.speakers, names, strict=True)
    )
    fourth = next(q for q in ANALYSIS.quotes if q.id == "q8")
    return replace(
        ANALYSIS,
        speakers=speakers,
        quotes=(*ANALYSIS.quotes, replace(fourth, id="q9", speaker="s3")),
    )


async def test_where_names_have_no_room_surnames_or_numbers_stand_for_them() -> None:
    app = Host()
    async with app.run_test(size=(46, 40)):
        app.show(named("Ada Falkmere", "Piet Oduya", "Bo Rask"))
        assert any("1 Ada Falkmere  2 Piet Oduya  3 Bo Rask" in row for row in app.rows())
        app.show(named("Ada Eino Falkmere", "Piet Eino Oduya", "Bo Elias Rask"))
        assert any("1 Falkmere  2 Oduya  3 Rask" in row for row in app.rows())
        app.show(named("Ada Falkmere-Lindqvist", "Piet Eino Oduya-Rask", "Bo Rask-Falkmere"))
        assert any(row.strip() == "1 2 3" for row in app.rows())


async def test_what_is_no_proper_name_is_cut_at_its_end() -> None:
    app = Host()
    async with app.run_test(size=(30, 40)):
        app.show(named("A diplomat who was in the room", "Piet Oduya", "Bo Rask"))
        assert any("organization  1 A diplom…" in row for row in app.rows())


async def test_who_speaks_of_a_name_looks_as_everywhere() -> None:
    app = Host()
    async with app.run_test(size=(46, 40)):
        app.show(ANALYSIS)
        y = next(y for y, row in enumerate(app.rows()) if "2 Piet Oduya" in row and "1 Ada" in row)
        number = next(s for s in app.pane.render_line(y) if s.text == "2 ")
        assert number.style is not None
        assert number.style.color is not None
        colours = SpeakerColours(ANALYSIS.speakers, app.current_theme)
        assert number.style.color.name.lower() == colours.of("s2").colour.lower()


async def test_an_open_voice_tells_apart_what_it_alone_speaks_of() -> None:
    app = Host()
    async with app.run_test(size=(46, 40)):
        app.show(ANALYSIS)
        app.pane.choose("s1")
        assert within(app.rows(), "OF, AS OTHERS DID", "ice 1", ALONE, "the divers 1", "2 Piet")
        app.pane.choose("s2")
        assert within(app.rows(), "SPOKE OF", "ice 1", "3 the port authority")
        assert not any(ALONE in row for row in app.rows())
        app.show(replace(ANALYSIS, speakers=ANALYSIS.speakers[:1]))
        app.pane.choose("s1")
        assert within(app.rows(), "SPOKE OF", "ice 1", "the divers 1")
        assert not any(ALONE in row for row in app.rows())


async def test_the_names_are_shown_under_their_label() -> None:
    app = Host()
    async with app.run_test(size=(46, 6)) as pilot:
        app.pane.focus()
        app.show(ANALYSIS)
        app.pane.choose("s1")
        assert app.pane.move_to_entities()
        await pilot.pause()
        rows = app.rows()
        assert rows[1] == " NAMED IN THE ARTICLE"
        assert "Ostrand" in rows[2]
        assert rows[0].endswith("enter: what is said of it")
        app.pane.move(3)
        await pilot.pause()
        assert within(app.rows(), "the divers")
        app.pane.choose("s2")  # n goes to another voice's quote: the marker stays
        await pilot.pause()
        app.pane.activate()
        await pilot.pause()
        chosen = app.told.messages[-1]
        assert isinstance(chosen, VoicesPane.EntityChosen)
        assert chosen.entity_id == "e4"


async def test_the_chosen_name_is_marked() -> None:
    app = Host()
    async with app.run_test(size=(46, 40)):
        app.show(ANALYSIS)
        app.pane.choose_entity("e2")
        assert [row.split()[:2] for row in app.rows() if "▸" in row] == [["▸", "ice"]]
        app.pane.choose_entity(None)
        assert not any("▸" in row for row in app.rows())


async def test_without_names_there_is_nothing_to_go_to() -> None:
    app = Host()
    async with app.run_test(size=(46, 20)):
        app.show(replace(ANALYSIS, entities=()))
        assert not app.pane.move_to_entities()


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
