"""People as rows of tables: what is written is what is read."""

from datetime import date

from tests.conftest import SAMPLES
from tui.analysis import analyse
from tui.article.loading import load
from tui.corpus.article_voices import voices_of
from tui.corpus.people import People
from tui.corpus.people_model import Membership
from tui.corpus.people_rows import membership_row, person_row, voices_from
from tui.corpus.told_rows import person_of
from tui.training.linking_speed import generated


def test_rows_give_back_what_they_were_made_of() -> None:
    people = People(generated(60))
    rows = map(person_row, people.people())
    assert [person_of([*row.values()]) for row in rows] == list(people.people())
    members = list(people.memberships())
    assert [Membership(**membership_row(m)) for m in members] == members


def test_voices_are_the_same_from_an_analysis_and_from_its_rows() -> None:
    analysis = analyse(load(str(SAMPLES / "court.txt")))
    day = date(2020, 5, 17)
    speakers = [
        {
            "article": "a", "speaker": s.id, "name": s.name, "aliases": [*s.aliases],
            "kind": s.kind, "role": s.role, "quotes": [*s.quotes], "words": s.words,
        }
        for s in analysis.speakers
    ]  # fmt: skip
    entities = [{"article": "a", "name": entity.name} for entity in analysis.entities]
    voices = list(voices_from(speakers, entities, {"a": day}))
    assert voices == list(voices_of("a", analysis, day))
    assert voices
    assert voices[0].entities
