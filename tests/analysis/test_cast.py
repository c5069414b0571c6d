"""Who of an article's characters is meant: by a role, a noun, an account's name."""

from tui.analysis.cast import NEAREST, Cast
from tui.analysis.character import Character
from tui.analysis.model import EntityType


def character(name: str, *roles: str, at: int = 0, kind: EntityType = "person") -> Character:
    return Character(name, kind, roles=set(roles), mentions=[(at, True, False)])


def test_those_with_a_role_are_known_before_they_are_named() -> None:
    ada, piet = character("Ada Falk", "mayor", at=90), character("Piet Oduya", "mayor", at=5)
    cast = Cast((), [ada, character("Bo Lind", "pilot", at=20), piet])
    assert cast.with_role("mayor", 50) == [piet, ada]
    assert cast.with_role("judge", 50) == []


def test_of_many_with_a_role_those_count_that_are_named_nearest() -> None:
    mayors = [character(f"Ada Falk{i}", "mayor", at=10 * i) for i in range(1000)]
    cast = Cast((), mayors)
    near = cast.with_role("mayor", 5000)
    assert near == mayors[500 - NEAREST : 500 + NEAREST]


def test_bodies_are_called_by_a_word_of_their_name() -> None:
    guild = character("Harbour Guild", at=3, kind="organization")
    cast = Cast((), [guild, character("Ada Guild", at=8), character("Guild", at=9, kind="place")])
    assert cast.bodies_called("guild", 20) == [guild]


def test_an_account_bears_a_whole_name_or_ends_in_the_last_word_of_one() -> None:
    ada = character("Ada Falkmere")
    cast = Cast((), [character("Oslo", kind="place"), ada, character("Bo Ek")])
    assert cast.bearer_of("adafalkmere") is ada
    assert cast.bearer_of("mayorfalkmere") is ada
    assert cast.bearer_of("falkmeretown") is None
    assert cast.bearer_of("boek") is not None
    assert cast.bearer_of("xxek") is None  # too short to tell by its end
    assert cast.bearer_of("oslo") is None
