"""Whether every voice is there once, counted on made readings."""

from collections.abc import Sequence
from pathlib import Path

from tui.training.readings import Line, named_persons
from tui.training.voices import Person, persons, told, totals

GOLD = Path(__file__).parents[1] / "gold"
NAMED = ("Ada Falk", "Piet Oduya", "Bo Lind")
# Each statement is four words long.
WORDS = 4


def judged(said: Sequence[tuple[str, str | None]], *, heard: int = WORDS) -> dict[str, Person]:
    """The persons of a text of statements, each by a speaker and found under a voice.

    Of each statement so many words are found; a voice's name is its letter.
    """
    text = "one two six ten " * len(said)
    each = len("one two six ten ")
    gold: Line = {"id": "a", "text": text, "attributions": []}
    found: Line = {"id": "a", "quotes": []}
    for i, (speaker, voice) in enumerate(said):
        start = i * each
        gold["attributions"].append({"speaker": speaker, "content": [[start, start + each - 1]]})
        content = [[start, start + 4 * heard - 1]]
        found["quotes"].append({"content": content, "voice": voice, "name": voice})
    return {p.name: p for p in persons([gold], [found], {"a": NAMED})}


def test_who_has_one_voice_alone() -> None:
    found = judged([("Ada Falk", "A"), ("Piet Oduya", "B"), ("Ada Falk", "A"), ("a nurse", "C")])
    assert {n: (p.strict, p.most) for n, p in found.items()} == {
        "Ada Falk": ("one", "one"),
        "Piet Oduya": ("one", "one"),
    }
    assert totals(list(found.values())).startswith(
        "named persons who speak: 2 of 2 one voice and only one; split 0; merged 0; voiceless 0"
    )


def test_one_person_under_two_voices() -> None:
    found = judged([("Ada Falk", "A"), ("Ada Falk", "A"), ("Ada Falk", "mayor")])
    assert (found["Ada Falk"].strict, found["Ada Falk"].most) == ("split", "split")
    assert told(found["Ada Falk"]) == "  a: Ada Falk split; voices: A (2), mayor (1)"


def test_two_persons_under_one_voice() -> None:
    found = judged([("Ada Falk", "A"), ("Ada Falk", "A"), ("Piet Oduya", "A")])
    assert {n: (p.strict, p.most) for n, p in found.items()} == {
        "Ada Falk": ("merged", "one"),
        "Piet Oduya": ("merged", "merged"),
    }


def test_a_voice_that_is_as_much_anothers_is_nobodys_own() -> None:
    found = judged([("Ada Falk", "A"), ("Piet Oduya", "A")])
    assert {p.most for p in found.values()} == {"merged"}


def test_a_statement_given_to_another_is_no_second_voice() -> None:
    found = judged(
        [("Ada Falk", "A"), ("Ada Falk", "A"), ("Ada Falk", "B"), ("Piet Oduya", "B")]
        + [("Bo Lind", "C"), ("a nurse", "C")] * 2
        + [("Bo Lind", "C")]
    )
    assert {n: (p.strict, p.most) for n, p in found.items()} == {
        "Ada Falk": ("split", "one"),
        "Piet Oduya": ("merged", "one"),  # all that he says stands here
        "Bo Lind": ("merged", "one"),
    }
    assert "merged, wrong speakers aside one; voices: B (1)" in told(found["Piet Oduya"])


def test_whose_words_are_tied_to_nobody_has_no_voice() -> None:
    found = judged([("Ada Falk", None), ("Piet Oduya", None), ("Piet Oduya", "B")])
    assert (found["Ada Falk"].strict, found["Ada Falk"].most) == ("voiceless", "voiceless")
    assert found["Piet Oduya"].strict == "one"
    assert told(found["Ada Falk"]).endswith("voices: none")


def test_a_statement_counts_of_which_half_is_found() -> None:
    assert judged([("Ada Falk", "A")], heard=2)["Ada Falk"].strict == "one"
    assert judged([("Ada Falk", "A")], heard=1) == {}


def test_readings_tell_who_has_a_name() -> None:
    named = named_persons(GOLD)
    assert "Julian Ferrars" in named["court"]
    assert "A diplomat" not in named["ministers_meeting"]


def test_a_corpus_without_readings_names_nobody(tmp_path: Path) -> None:
    line: Line = {"id": "a", "text": "", "attributions": [{"id": "E1"}]}
    assert named_persons(tmp_path / "gold.jsonl") == {}
    assert list(persons([line], [{"id": "a", "quotes": []}], {})) == []
