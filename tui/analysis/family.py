"""Who is whose mother, son or sister, as an article tells, and who of a family is the elder."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

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
_SIDES = (
    (PARENTS, CHILDREN),
    (GRANDPARENTS, GRANDCHILDREN),
    (UNCLES, NEPHEWS),
    (SPOUSES, SPOUSES),
    (SIBLINGS, SIBLINGS),
    (COUSINS, COUSINS),
)
# What somebody is to those who are theirs.
OTHER_SIDE = {n: b for a, b in _SIDES for n in a} | {n: a for a, b in _SIDES for n in b}
# So many words behind a kin noun the name may stand.
APPOSED = 6
ELDERS = PARENTS | GRANDPARENTS | UNCLES
OFFSPRING = CHILDREN | GRANDCHILDREN | NEPHEWS
# Which of several relatives somebody is.
WHICH = frozenset(
    "younger elder older eldest oldest youngest twin late only little big estranged first".split()
)
ELDER = frozenset("elder older".split())
YOUNGER = frozenset(["younger"])


class Family:
    """The kinship that one article tells, remembered in its order."""

    def __init__(self) -> None:
        # by identity: whose relatives somebody has, and who has somebody as a relative
        self._relatives: dict[int, dict[str, Somebody]] = defaultdict(dict)
        self._owners: dict[int, dict[str, Somebody]] = defaultdict(dict)

    def tell(self, owner: Somebody, noun: str, relative: Somebody) -> None:
        """Remember that somebody is another's `noun`: the owner's mother."""
        if owner is not relative:
            self._relatives[id(owner)][noun] = relative
            self._owners[id(relative)][noun] = owner

    def relative_of(self, owner: Somebody, noun: str) -> Somebody | None:
        """Who is somebody's `noun`, told so or the other way round: the son of his mother."""
        told = self._relatives[id(owner)].get(noun)
        return told or self._on_the_other_side(owner, noun)

    def _on_the_other_side(self, relative: Somebody, noun: str) -> Somebody | None:
        sought = "m" if noun in MALE else "f" if noun in FEMALE else None
        for told, owner in self._owners[id(relative)].items():
            told_other = isinstance(owner, Character) and owner.gender not in (None, sought)
            if noun in OTHER_SIDE.get(told, ()) and not (sought and told_other):
                return owner
        return None

    def elder_of(self, people: Sequence[Character], word: str) -> Character | None:
        """Who of some persons is the `elder` or the `younger`: by their ages or as parents."""
        if word not in ELDER | YOUNGER or len(people) < 2:
            return None
        ages = [c.age for c in people]
        if all(age is not None for age in ages):
            ranked = sorted(people, key=lambda c: int(c.age or 0))
            return ranked[-1] if word in ELDER else ranked[0]
        young = [c for c in people if not c.roles.isdisjoint(OFFSPRING)]
        parents = [c for c in people if self._is_elder(c, people)]
        parents = parents or ([c for c in people if c not in young] if len(young) == 1 else [])
        chosen = parents if word in ELDER else [c for c in people if c not in parents]
        return chosen[0] if parents and len(chosen) == 1 else None

    def _is_elder(self, one: Character, people: Sequence[Character]) -> bool:
        owners = self._owners[id(one)]
        return any(owner is c for told, owner in owners.items() if told in ELDERS for c in people)


def kin_told(words: Sequence[Token]) -> Iterator[tuple[Token, str, Sequence[Token]]]:
    """Each `his mother, the retired judge Ada Falk` in a sentence with its marks: the word for the
    owner, the noun, and the words among which the name is.
    """
    for i in range(len(words) - 3):
        if words[i].low not in ("his", "her"):
            continue
        at = i + 1 + (words[i + 1].low in WHICH)
        if words[at].low in KIN:
            apposed = words[at + 1].text == ","
            behind = words[at + 1 + apposed : at + 1 + apposed + APPOSED]
            if behind and (apposed or behind[0].is_capital):
                yield words[i], words[at].low, list(takewhile(lambda t: t.is_word, behind))
