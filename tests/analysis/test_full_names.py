"""Which names tell one voice from all others, across articles."""

import pytest

from tui.analysis.full_names import full_names


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ada Falkmere", "ada falkmere"),
        ("Mayor Ada Falkmere", "ada falkmere"),
        ("Dr. Ludwig van Horn’s", "ludwig van horn"),
        ("Alan Baker", "alan baker"),
        ("Ada Falkmere KC", "ada falkmere"),
    ],
)
def test_full_names_of_persons(name: str, full: str) -> None:
    assert full_names("person", [name]) == {full}


@pytest.mark.parametrize(
    "name",
    ["Falkmere", "Mr Falkmere", "the surgeon", "A surgeon", "Prime Minister", "Foreign Secretary",
     "Deputy Leader", "Defence Analyst", "he", "", "a fisherman from Ostrand"],
)  # fmt: skip
def test_what_fits_many_persons_is_none(name: str) -> None:
    assert full_names("person", [name]) == frozenset()


def test_bodies_are_told_by_two_words() -> None:
    names = ["the Port Authority of Ostrand", "the authority", "Port Authority", "Ostrand", "POA"]
    assert full_names("organization", names) == {"port authority of ostrand", "port authority"}


def test_groups_and_papers_have_none() -> None:
    assert full_names("group", ["Ostrand Fishermen"]) == frozenset()
    assert full_names("document", ["Lessons in Ink"]) == frozenset()
    assert full_names("unknown", ["Ada Falkmere"]) == frozenset()
