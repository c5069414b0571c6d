"""Shares as whole per cents: they add up, and none is off by a whole one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Speaker
from tui.analysis.shares import per_cents

SOMEBODY = Speaker("", "Somebody", (), "person", None, 0, 0.0, ())


def shown(*shares: float) -> list[int]:
    speakers = [replace(SOMEBODY, id=f"s{i}", share=share) for i, share in enumerate(shares)]
    return list(per_cents(speakers).values())


def test_what_rounds_up_too_often_gives_way_to_the_larger_remainder() -> None:
    assert shown(0.415, 0.335, 0.25) == [42, 33, 25]
    assert shown(1 / 3, 1 / 3, 1 / 3) == [34, 33, 33]
    assert shown(0.5, 0.3, 0.2) == [50, 30, 20]


def test_part_of_the_voices_adds_up_to_their_part() -> None:
    assert shown(0.304, 0.304) == [31, 30]
    assert shown() == []
    assert shown(0.0, 0.0) == [0, 0]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=40).filter(any))
def test_all_voices_add_up_to_a_hundred(words: list[int]) -> None:
    shares = [round(count / sum(words), 4) for count in words]
    rounded = shown(*shares)
    assert sum(rounded) == 100
    assert all(
        abs(whole - 100 * share) < 1.01 for whole, share in zip(rounded, shares, strict=True)
    )
