"""The voices pane: what is spoken of, by whom and how often."""

from dataclasses import replace

from tests.reader.voices_host import ALONE, ANALYSIS, Host, within
from tui.analysis.model import Analysis
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.voices_pane import VoicesPane


async def test_wide_names_are_cut_to_cells() -> None:
    wide = replace(ANALYSIS.speakers[0], name="東京都知事の小池百合子さんと副知事の皆さん")
    app = Host()
    async with app.run_test(size=(30, 12)):
        app.show(replace(ANALYSIS, speakers=(wide,)))
        row = app.pane.render_line(1)
        assert row.cell_length == 29
        assert "…" in row.text


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
        assert rows[0].endswith("⏎: what is said of it")
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
