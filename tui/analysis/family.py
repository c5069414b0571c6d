"""Who is whose mother, son or sister, as an article tells, and who of a family is the elder."""

from collections.abc import Iterator, Sequence

from tui.analysis.cast import Voice
from tui.analysis.character import Character
from tui.analysis.role_nouns import FEMALE, KIN, MALE
from tui.analysis.tokens import Token

Somebody = Character | Voice

PARENTS = frozenset("father mother stepfather stepmother parent".split())
CHILDREN = frozenset("son daughter stepson stepdaughter child".split())
GRANDPARENTS = frozenset("grandfather grandmother".split())
GRANDCHILDREN = frozenset("grandson granddaughter".split())
UNCLES, NEPHEWS = frozenset(["uncle", "aunt"]), frozenset(["nephew", "niece"])
SPOUSES = frozenset("husband wife widow widower spouse partner".split())
SIBLINGS, COUSINS = frozenset(["brother", "sister"]), frozenset(["cousin"])
# What somebody is to those who are theirs.
OTHER_SIDE = {
    noun: other
    for one, other in (
        (PARENTS, CHILDREN),
        (GRANDPARENTS, GRANDCHILDREN),
        (UNCLES, NEPHEWS),
        (SPOUSES, SPOUSES),
        (SIBLINGS, SIBLINGS),
        (COUSINS, COUSINS),
    )
    for noun in one
} | {
    noun: one
    for one, other in ((PARENTS, CHILDREN), (GRANDPARENTS, GRANDCHILDREN), (UNCLES, NEPHEWS))
    for noun in other
}
ELDERS = PARENTS | GRANDPARENTS | UNCLES
ELDER = frozenset("elder older".split())
YOUNGER = frozenset(["younger"])


class Family:
    """The kinship that one article tells, remembered in its order."""

    def __init__(self) -> None:
        self._told: list[tuple[Somebody, str, Somebody]] = []

    def tell(self, owner: Somebody, noun: str, relative: Somebody) -> None:
        """Remember that somebody is another's `noun`: the owner's mother."""
        if owner is not relative:
            self._told.append((owner, noun, relative))

    def relative_of(self, owner: Somebody, noun: str) -> Somebody | None:
        """Who is somebody's `noun`, told so or the other way round: the son of his mother."""
        for whose, told, relative in reversed(self._told):
            if whose is owner and told == noun:
                return relative
            sought = "m" if noun in MALE else "f" if noun in FEMALE else None
            fits = not isinstance(whose, Character) or whose.gender in (None, sought)
            if relative is owner and noun in OTHER_SIDE.get(told, ()) and fits:
                return whose
        return None

    def elder_of(self, people: Sequence[Character], word: str) -> Character | None:
        """Who of some persons is the `elder` or the `younger`: by their ages or as parents."""
        if word not in ELDER | YOUNGER or len(people) < 2:
            return None
        ages = [c.age for c in people]
        if all(age is not None for age in ages):
            ranked = sorted(people, key=lambda c: int(c.age or 0))
            return ranked[-1] if word in ELDER else ranked[0]
        parents = [c for c in people if self._is_elder(c, people)]
        chosen = parents if word in ELDER else [c for c in people if c not in parents]
        return chosen[0] if parents and len(chosen) == 1 else None

    def _is_elder(self, one: Character, people: Sequence[Character]) -> bool:
        return any(
            relative is one and noun in ELDERS and any(whose is c for c in people)
            for whose, noun, relative in self._told
        )


def kin_told(words: Sequence[Token]) -> Iterator[tuple[Token, str, int]]:
    """Each `his mother, the former premier Ada Falk` in a sentence: the word for the owner, the
    noun, and the index of the word behind it.
    """
    for i in range(len(words) - 2):
        if words[i].low in ("his", "her") and words[i + 1].low in KIN:
            yield words[i], words[i + 1].low, i + 2
