"""Speakers across articles: who is the same person, and who stays two. The corpora are invented."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus.people_of import are_one, groups, voice
from tui.analysis.model import SpeakerKind
from tui.corpus.people import People
from tui.corpus.people_model import Voice
from tui.training.linking_speed import generated

HARBOUR = "Ostrand, Harbour Authority, Merrow Bay"
ELECTION = "Kestria, Unity Party, Tolliver"
FALKS = [
    voice(f"a{i}", "Ada Falkmere", "Falkmere", role="mayor of Ostrand", about=HARBOUR)
    for i in range(5)
]


def test_one_name_in_two_articles_is_one_person() -> None:
    assert are_one(
        voice("a", "Ada Falkmere", about=HARBOUR), voice("b", "Ada Falkmere", about=HARBOUR)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Piet Oduya", "Piet K. Oduya"),
        ("Piet Oduya", "Mr. Piet Oduya"),
        ("Piet Oduya", "Republican Piet Oduya"),
        ("Robert Lindqvist", "Bob Lindqvist"),
        ("Bill Harrow", "William J. Harrow"),
        ("Bill Harrow", "Will Harrow"),
        ("J. Edgar Tollan", "Edgar Tollan"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Jürgen Müller", "Jürgen Mueller"),
        ("Søren Ågård", "Soren Agard"),
        ("Oleksiy Zelnyk", "Oleksii Zelnyk"),
        ("Mohammed Rashidi", "Muhammad Rashidi"),
        ("Anna van der Laak", "Anna Van der Laak"),
        ("Hamid bin Salim", "Hamid Salim"),
        ("Nadia al-Harethi", "Nadia Harethi"),
        ("Jean-Marc Tissot", "Jean Marc Tissot"),
        ("Siobhán O’Rourke", "Siobhan O'Rourke"),
        ("Piet Oduya", "PIET ODUYA"),
    ],
)
def test_ways_to_write_a_name(one: str, other: str) -> None:
    role = "harbour master of Ostrand"
    assert are_one(
        voice("a", one, role=role, about=HARBOUR), voice("b", other, role=role, about=HARBOUR)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Falkmere", "Bo Falkmere"),
        ("George H. Tollan", "George W. Tollan"),
        ("Martin Falk Jr.", "Martin Falk Sr."),
        ("Martin Falk II", "Martin Falk III"),
        ("Ada Falkmere", "Ada Falconer"),
        ("James Thomas", "Thomas James"),
    ],
)
def test_other_names_are_others_whatever_they_share(one: str, other: str) -> None:
    assert not are_one(voice("a", one, about=ELECTION), voice("b", other, about=ELECTION))


def test_a_father_of_the_same_name_is_another_unless_the_context_tells() -> None:
    son = voice("a", "Martin Harrow Jr.", about="Kestria")
    assert not are_one(son, voice("b", "Martin Harrow", about="Ostrand"))
    role = "captain of the Merrow ferry"
    assert are_one(
        replace(son, role=role, entities=("Merrow Line", "Skerrow")),
        voice("b", "Martin Harrow", role=role, about="Merrow Line, Skerrow"),
    )


def test_an_initial_needs_a_context_and_no_rival() -> None:
    ada = voice("a", "Ada Falkmere", role="mayor of Ostrand", about=HARBOUR)
    short = voice("b", "A. Falkmere", about="Kestria")
    assert not are_one(ada, short)
    assert are_one(ada, replace(short, role="mayor of Ostrand", entities=ada.entities))
    anna = voice("c", "Anna Falkmere", role="mayor of Ostrand", about=HARBOUR)
    joined = groups([ada, anna, replace(short, role="mayor of Ostrand", entities=ada.entities)])
    assert joined == set()


@pytest.mark.parametrize(
    ("one", "other"), [("Orbay Viktor", "Viktor Orbay"), ("Baek Hyunwoo", "Hyun-woo Baek")]
)
def test_family_names_that_come_first(one: str, other: str) -> None:
    role = "prime minister of Kestria"
    assert are_one(
        voice("a", one, role=role, about=ELECTION), voice("b", other, role=role, about=ELECTION)
    )
    assert not are_one(voice("a", one, about="Ostrand"), voice("b", other, about="Kestria"))


def test_who_is_called_by_the_first_word_is_found_by_it() -> None:
    known = [
        voice(f"a{i}", "Baek Hyun-woo", "Mr. Baek", role="envoy of Kestria", about=ELECTION)
        for i in range(4)
    ]
    assert are_one(*known, voice("b", "Mr. Baek", "Baek", role="envoy of Kestria", about=ELECTION))


def test_a_double_surname_needs_a_context() -> None:
    short = voice("a", "Ada Falk", role="curator of the Merrow Museum", about=HARBOUR)
    long = voice("b", "Ada Falk-Lind", role="curator of the Merrow Museum", about=HARBOUR)
    assert are_one(short, long)
    assert not are_one(replace(short, role=None), voice("b", "Ada Falk-Lind", about=ELECTION))


def test_namesakes_of_other_walks_and_places_are_two() -> None:
    footballer = voice("a", "John Smith", role="striker", about="Carrick Rovers, Wexcombe")
    judge = voice("b", "John Smith", role="judge", about="Tolliver, High Court")
    assert not are_one(footballer, judge)
    ours = voice("a", "Ada Falk", role="mayor of Ostrand", about="Ostrand")
    theirs = voice("b", "Ada Falk", role="mayor of Larkmoor", about="Larkmoor")
    assert not are_one(ours, theirs)


def test_each_statement_goes_to_the_namesake_whose_context_it_shares() -> None:
    sport = [
        voice(f"f{i}", "John Smith", role="striker", about="Carrick Rovers, Wexcombe")
        for i in range(3)
    ]
    court = [voice(f"j{i}", "John Smith", role="judge", about="Tolliver, Crown") for i in range(3)]
    assert groups([*sport, *court]) == {
        frozenset(f"f{i} John Smith" for i in range(3)),
        frozenset(f"j{i} John Smith" for i in range(3)),
    }


def test_a_namesake_of_two_generations_later_is_another() -> None:
    now = replace(voice("a", "Ada Falkmere", about=HARBOUR), published=date(2020, 5, 1))
    assert are_one(now, replace(now, article="b", published=date(1995, 5, 1)))
    then = voice("b", "Ada Falkmere", about="Harbour Office, Skerrow, Arden")
    assert not are_one(now, replace(then, published=date(1931, 5, 1)))


def test_a_name_that_changes_altogether_is_two() -> None:
    before = voice("a", "Ada Lindqvist", role="curator of the Merrow Museum", about=HARBOUR)
    after = voice("b", "Ada Falkmere", role="curator of the Merrow Museum", about=HARBOUR)
    assert not are_one(before, after)


def test_two_who_share_a_rare_name_and_nothing_else_stay_two() -> None:
    one = voice("a", "Rosalind Achter", about="Ostrand, Harbour Authority, Merrow Bay")
    assert not are_one(one, voice("b", "Rosalind Achter", about="Kestria, Tolliver, Unity Party"))


def test_a_surname_alone_is_the_person_of_whom_the_corpus_tells() -> None:
    assert are_one(*FALKS, voice("b", "Falkmere", about=HARBOUR))
    assert are_one(*FALKS, voice("b", "Mayor Falkmere", about=HARBOUR))


def test_a_surname_alone_stays_alone_where_nothing_tells() -> None:
    assert not are_one(FALKS[0], voice("b", "Falkmere", about="Kestria, Tolliver, Unity Party"))


def test_a_surname_is_rather_whom_many_articles_name_than_what_one_headline_does() -> None:
    known = [voice(f"a{i}", "Ada Falkner", "Falkner", role="president") for i in range(4)]
    headline = voice("h", "Derelict Falkner", "Falkner", role="president")
    alone = [voice(f"b{i}", "Falkner", role="president") for i in range(3)]
    assert are_one(*known, *alone)
    together = groups([*known, headline, *alone])
    assert len(max(together, key=len)) == len(known) + len(alone)


def test_a_surname_of_two_is_whose_context_it_shares() -> None:
    bills = [
        voice(f"b{i}", "Bill Tollan", role="former president", about="Library, Arden, Treaty")
        for i in range(6)
    ]
    hildas = [
        voice(f"h{i}", "Hilda Tollan", role="candidate", about="Kestria, Unity Party, Debate")
        for i in range(6)
    ]
    open_one = voice("x", "Tollan", about="Ostrand, Merrow Bay, Skerrow")
    hers = voice("y", "Tollan", role="candidate", about="Kestria, Unity Party, Debate")
    named = voice("z", "Tollan", about="Bill Tollan, Ostrand")
    joined = groups([*bills, *hildas, open_one, hers, named])
    assert joined == {
        frozenset({*(f"b{i} Bill Tollan" for i in range(6)), "z Tollan"}),
        frozenset({*(f"h{i} Hilda Tollan" for i in range(6)), "y Tollan"}),
    }


def test_a_surname_with_the_title_of_the_other_gender_is_another() -> None:
    adams = [
        voice(f"a{i}", "Adam Falkmere", "Mr. Falkmere", role="mayor", about=HARBOUR)
        for i in range(5)
    ]
    assert not are_one(*adams, voice("b", "Mrs. Falkmere", "Falkmere", about=HARBOUR))


def test_two_of_a_surname_in_one_article_are_held_apart_where_it_names_another() -> None:
    ghazal = voice("a", "Ms. Rahmani", "Rahmani", about="Ghazal Rahmani, Ostrand, Merrow Bay")
    kamran = [voice(f"k{i}", "Kamran Rahmani", about="Ostrand, Merrow Bay") for i in range(3)]
    assert not are_one(ghazal, *kamran)


def test_what_stands_around_a_name_in_a_headline_is_no_part_of_it() -> None:
    headline = voice("b", "Ada Falkmere Slams", "Ada Falkmere", "Falkmere", about=HARBOUR)
    assert are_one(*FALKS, headline)
    grilled = voice("c", "Gazette Grills Falkmere", "Falkmere", about=HARBOUR)
    assert are_one(*FALKS, grilled)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a witness", "person"),
        ("A spokesman", "person"),
        ("the mayor", "person"),
        ("The GOP nominee", "person"),
        ("Her daughter", "person"),
        ("Ada Falk and Bo Lind", "group"),
        ("residents", "group"),
        ("Republicans", "organization"),
        ("Ada Falk", "unknown"),
        ("the police", "organization"),
        ("the council", "organization"),
        ("Council", "organization"),
        ("the city council", "organization"),
        ("a group of parents", "organization"),
        ("the report", "document"),
        ("A Mercury poll", "document"),
    ],
)
def test_whoever_is_only_described_is_nobody_in_another_article(
    name: str, kind: SpeakerKind
) -> None:
    one = voice("a", name, kind=kind, about=HARBOUR)
    assert not are_one(one, replace(one, article="b"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ostrand Gazette", "Ostrand Gazette"),
        ("the Pentagon", "Pentagon"),
        ("The White House", "White House"),
        ("Ostrand police", "The Ostrand police"),
        ("Falk & Sons Ltd", "Falk & Sons"),
        ("Department of Trade", "Trade Department"),
        ("U.N.", "UN"),
        ("Falk’s campaign", "the Falk campaign"),
    ],
)
def test_ways_to_write_a_body(one: str, other: str) -> None:
    assert are_one(
        voice("a", one, kind="organization", about=HARBOUR),
        voice("b", other, kind="organization", about=HARBOUR),
    )


def test_a_body_may_be_a_paper_and_no_person() -> None:
    body = voice("a", "Ostrand Gazette", kind="organization", about=HARBOUR)
    assert are_one(body, voice("b", "Ostrand Gazette", kind="document", about=HARBOUR))
    person = voice("a", "Harlan Falk", about=HARBOUR)
    assert not are_one(person, voice("b", "Harlan Falk", kind="organization", about=HARBOUR))


def test_a_body_that_each_country_has_needs_a_context() -> None:
    ours = voice("a", "Supreme Court", kind="organization", about=HARBOUR)
    assert are_one(ours, replace(ours, article="b"))
    assert not are_one(ours, voice("b", "Supreme Court", kind="organization", about=ELECTION))


def test_acronyms_stand_for_what_the_corpus_ties_them_to() -> None:
    long = voice(
        "a", "Federal Bureau of Shipping", "FBS", kind="organization", about="Ostrand, Merrow Bay"
    )
    short = voice("b", "FBS", kind="organization", about="Kestria, Tolliver")
    assert are_one(long, short)
    untied = replace(long, aliases=())
    assert not are_one(untied, short)
    by_entity = replace(untied, entities=("FBS", "Ostrand"))
    assert are_one(by_entity, short)
    assert are_one(long, replace(short, name="F.B.S."))


def test_an_acronym_of_two_stands_for_the_one_of_its_own_article() -> None:
    guild = voice("a", "Ostrand Teachers Guild", "OTG", kind="organization")
    group = voice("b", "Ocean Trade Group", "OTG", kind="organization")
    own = voice("c", "OTG", kind="organization", about="Ocean Trade Group")
    neither = voice("d", "OTG", kind="organization")
    assert groups([guild, group, own, neither]) == {frozenset({"b Ocean Trade Group", "c OTG"})}


def test_the_name_is_the_fullest_common_one_and_roles_stand_by_frequency() -> None:
    voices = [
        replace(v, published=date(2020, 1, day))
        for day, v in enumerate(
            [
                *[voice(f"a{i}", "Ada Falkmere", role="mayor", about=HARBOUR) for i in range(4)],
                *[
                    voice(f"b{i}", "Ada J. Falkmere", role="mayor of Ostrand", about=HARBOUR)
                    for i in range(2)
                ],
            ],
            start=1,
        )
    ]
    (person,) = People(voices).people()
    assert person.name == "Ada J. Falkmere"
    assert person.aliases == ("Ada Falkmere",)
    assert person.roles == ("mayor", "mayor of Ostrand")
    assert (person.articles, person.quotes, person.words) == (6, 6, 60)
    assert (person.first, person.last) == (date(2020, 1, 1), date(2020, 1, 6))


def test_every_voice_is_one_person_with_a_score() -> None:
    voices = list(generated(400))
    people = People(voices)
    members = list(people.memberships())
    told = list(people.people())
    assert sorted((m.article, m.speaker) for m in members) == sorted(
        (v.article, v.speaker) for v in voices
    )
    assert all(0 < m.score <= 1 for m in members)
    counts = {p.id: p.articles for p in told}
    assert len(counts) == len(told) == len(people)
    alone = [m for m in members if sum(o.person == m.person for o in members) == 1]
    assert all(m.score == 1.0 for m in alone)
    assert sum(p.quotes for p in told) == sum(v.quotes for v in voices)
    assert [m.person for m in members if m.person] == sorted(
        (m.person for m in members), key=[p.id for p in told].index
    )


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 50))
def test_the_order_of_the_voices_does_not_matter(seed: int, corpus: int) -> None:
    voices = [*FALKS, *generated(100, corpus)]
    mixed = voices.copy()
    random.Random(seed).shuffle(mixed)
    people, again = People(voices), People(mixed)
    assert list(again.people()) == list(people.people())
    assert list(again.memberships()) == list(people.memberships())


def test_the_id_of_a_person_stays_as_later_articles_come() -> None:
    early = [replace(v, published=date(2020, 1, 1)) for v in FALKS]
    late = voice("0", "Ada Falkmere", role="mayor of Ostrand", about=HARBOUR)
    (before,) = People(early).people()
    (after,) = People([*early, replace(late, published=date(2021, 1, 1))]).people()
    assert before.id == after.id
    assert after.articles == before.articles + 1


def test_nothing_grows_faster_than_the_voices() -> None:
    def compared(voices: list[Voice]) -> float:
        return People(voices).compared / len(voices)

    small, large = (compared(list(generated(n))) for n in (1000, 4000))
    assert large < 2 * small + 1


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_one_name_of_thousands_is_no_block_of_thousands(kind: SpeakerKind) -> None:
    """Each bears the commonest name there is, in a context of its own."""
    name = "John Smith" if kind == "person" else "City Council"
    voices = [
        voice(f"{i:05}", name, kind=kind, about=f"Town {i}, River {i}, Hall {i}")
        for i in range(1500)
    ]
    assert People(voices).compared <= 60 * len(voices)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Voice,
            article=st.sampled_from("abc"),
            speaker=st.uuids().map(str),
            name=st.text(max_size=30),
            aliases=st.lists(st.text(max_size=20), max_size=3).map(tuple),
            kind=st.sampled_from(["person", "organization", "document", "group", "unknown"]),
            role=st.none() | st.text(max_size=20),
            entities=st.lists(st.text(max_size=20), max_size=3).map(tuple),
        ),
        max_size=8,
    )
)
def test_no_text_is_too_odd_to_be_a_name(voices: list[Voice]) -> None:
    members = list(People(voices).memberships())
    assert len(members) == len(voices)
    assert len(list(People(voices).people())) == len({m.person for m in members})
