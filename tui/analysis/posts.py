"""Which post of its kind a description tells of: `the opposition leader` leads no council."""

from collections.abc import Set as AbstractSet

from tui.analysis.name_types import OFFICES
from tui.analysis.role_nouns import KIN, RANKS, alike

# Who is so called is another than who is not: `the assistant coach` and the coach.
APART = (RANKS - {"late", "then", "former", "ex"}) | frozenset(
    """
opposition opposing rival press sports kit fitness goalkeeping batting bowling defensive offensive
youth
""".split()
)
# What a post is about. Two are not one if neither tells what the other does.
FIELDS = (OFFICES - {"prime"}) | frozenset(
    """
opposition press sports kit fire nursing medical general financial marketing sales communications
legal technical technology operating science political security intelligence housing culture tourism
fisheries immigration deputy assistant council police court bank hospital school university
parliament church army navy union
""".split()
)
# Bodies of one kind are called by each other's names.
UNIONS = frozenset("guild federation association league".split())
# `inspector general` and the like command nobody.
GENERALS = frozenset(
    """
attorney solicitor inspector secretary surgeon director governor postmaster auditor consul
comptroller
""".split()
)
# Without any of these a description tells one post from no other.
TELLING = APART | FIELDS | {"general"}


def is_another(noun: str, words: AbstractSet[str], told: AbstractSet[str]) -> bool:
    """Whether a description by a noun, with some words more, names left out, is of another than who
    is `told` to be some things; all in lower case.
    """
    if noun in KIN:
        return False
    words = _parted(words)
    if words.isdisjoint(TELLING):
        return False
    told = _parted(told)
    if (words & APART) - told and not alike(noun).isdisjoint(told):
        return True
    if "general" in words and (words & GENERALS) - told:
        return True
    if {"chief", "executive"} <= told and (words & FIELDS) - told:
        return True  # `the finance chief`
    fields, known = words & FIELDS, told & FIELDS
    return bool(fields) and bool(known) and fields.isdisjoint(known)


def _parted(words: AbstractSet[str]) -> set[str]:
    """`vice-presidential` is of the rank `vice`, too; a guild is a union."""
    parts = {part for word in words for part in (word, *word.split("-"))}
    return parts | {"union"} if parts & UNIONS else parts
