"""Who says something, set right by the words around the cue."""

import pytest

from tests.analysis.articles import article
from tests.analysis.test_tagged_attribution import claims
from tests.analysis.voices_of import read, speakers_of

SUBJECTS = [
    ("A placard behind him read, “Nobody pays.”", "read", "him", "A placard"),
    ("The letter, a copy of which Falk has, tells crews to wait.", "tells", "Falk", "The letter"),
    ("The treaty, which most towns signed, says that nobody pays.", "says", "most towns",
     "The treaty"),
    ("Even Halland, Norland's only ally, said that it was “opposed”.", "said",
     "Norland's only ally,", "Even Halland"),
    ("Beside her, the elder Falk is heard to whisper that it rains.", "is heard to whisper", None,
     "the elder Falk"),
    ("Laughter brought a warning from Judge Hale that she would clear the hall.",
     "brought a warning from", "Laughter", "Judge Hale"),
    ("The combined company expects to serve 400 towns.", "expects", "company",
     "The combined company"),
    ("He told the benches to sit, before asking Bo Rask whether he had been there.", "asking",
     None, "He"),
]  # fmt: skip
LEFT_ALONE = [
    ("Bo Lind reports from the hall that it was late.", "reports from", "Bo Lind"),
    ("In Oslo, Norland's minister, Bo Lind, said that it was late.", "said",
     "Norland's minister, Bo Lind,"),
    ("This week researchers said that it was late.", "said", "researchers"),
    ("She was accused of theft.", "was accused of", None),
    ("It seemed that nobody had come.", "seemed", None),
]  # fmt: skip


def source_of(text: str, cue: str, source: str | None) -> str | None:
    made = article(text)
    behind = text[text.index(cue) + len(cue) :].strip(" ,.")
    before = ("told", "He", ["to sit"]) if cue == "asking" else None
    told = [c for c in (before, (cue, source, [behind])) if c is not None]
    found = claims(made, *told)[-1]
    return made.text[slice(*found.mention)] if found.mention else None


@pytest.mark.parametrize(("text", "cue", "source", "expected"), SUBJECTS)
def test_the_subject_of_the_cue_says_it(
    text: str, cue: str, source: str | None, expected: str
) -> None:
    assert source_of(text, cue, source) == expected


@pytest.mark.parametrize(("text", "cue", "source"), LEFT_ALONE)
def test_what_is_right_is_left_alone(text: str, cue: str, source: str | None) -> None:
    assert source_of(text, cue, source) == (source.rstrip(",") if source else None)


def test_who_did_one_thing_did_the_other() -> None:
    made = article(
        "Even Norland, Halland’s only ally, said it was opposed to it and warned Halland."
    )
    found = claims(
        made,
        ("said", "Halland’s only ally,", ["it was opposed"]),
        ("warned", "Halland’s only ally,", ["Halland."]),
    )
    assert [made.text[slice(*f.mention)] for f in found if f.mention] == ["Even Norland"] * 2


def test_who_is_asked_does_not_ask() -> None:
    made = article("A spokeswoman, asked whether he had seen it, said he saw much.")
    found = claims(
        made,
        ("asked", "A spokeswoman", ["whether he had seen it"]),
        ("said", "A spokeswoman", ["he saw much"]),
    )
    assert [f.mention is None for f in found] == [True, False]


def test_who_is_told_in_a_headline_does_not_speak() -> None:
    made = article("Surgeon ‘signed for a knee he never saw’, tribunal told")
    (found,) = claims(made, ("told", "tribunal", ["Surgeon ‘signed for a knee he never saw’"]))
    assert found.mention is None


def test_who_yells_is_who_is_told_to_have_run() -> None:
    made = article("The officer said Bo Lind ran to the car, yelling, “I did it!”")
    found = claims(
        made,
        ("said", "The officer", ["Bo Lind ran to the car"]),
        ("yelling", "The officer", ["“I did it!”"]),
    )
    assert [made.text[slice(*f.mention)] for f in found if f.mention] == ["The officer", "Bo Lind"]


def test_who_adds_something_is_who_spoke() -> None:
    made = article("The officer said Bo Lind ran to the car, adding, “I saw it!”")
    found = claims(
        made,
        ("said", "The officer", ["Bo Lind ran to the car"]),
        ("adding", "The officer", ["“I saw it!”"]),
    )
    assert [made.text[slice(*f.mention)] for f in found if f.mention] == ["The officer"] * 2


def test_whoever_is_quoted_by_somebody_speaks() -> None:
    made = article("President Ada Falk, quoted by the agency Tark, said it was late.")
    source = "President Ada Falk, quoted by the agency Tark,"
    found = claims(made, ("quoted by", source, []), ("said", source, ["it was late"]))
    assert [made.text[slice(*f.head)] for f in found if f.head] == ["President Ada Falk"]


@pytest.mark.parametrize("title", ["Cllr", "Coun.", "Coun"])
def test_a_title_alone_is_nobody(title: str) -> None:
    analysis = read(f"The vote was cast by {title} Bo Lind, who is no member. He said it was late.")
    assert {s.name for s in analysis.speakers} == {"Bo Lind"}


def test_whom_somebody_praises_is_not_who_praises() -> None:
    analysis = read("The coach had praise for Bo Lind, 19, whom he described as “a star”.")
    assert set(speakers_of(analysis)) == {"The coach"}


def test_a_source_ends_with_its_sentence() -> None:
    analysis = read(
        "“It was hard,” said Ed Falk. Lind said it was not.", "Bo Lind and Ed Falk left."
    )
    assert speakers_of(analysis) == ["Ed Falk", "Bo Lind"]


def test_an_abbreviation_ends_no_sentence() -> None:
    analysis = read("“It was hard,” said his niece, Del. Ada Falk. Lind came late.")
    assert speakers_of(analysis) == ["Ada Falk"]
    analysis = read("“It was hard,” aides and allies of Mrs. Falk said. Lind came late.")
    assert speakers_of(analysis) == ["aides and allies of Mrs. Falk"]


def test_a_source_has_what_stands_before_its_noun() -> None:
    analysis = read("The combined company expects to serve 400 towns.")
    assert speakers_of(analysis) == ["The combined company"]


@pytest.mark.parametrize(
    "told",
    [
        "The jury has heard that it rained.",
        "Strand Crown Court heard that it rained.",
        "An inquest was told that it rained.",
    ],
)
def test_who_hears_it_does_not_say_it(told: str) -> None:
    analysis = read(told, head="Court told driver ‘was on his phone’ before crash")
    assert set(speakers_of(analysis)) == {None}


def test_a_court_may_speak() -> None:
    assert speakers_of(read("The court said that it was late.")) == ["The court"]
