"""Whose somebody, or some body, is that has no name: `his campaign` is `Ada Falk’s campaign`."""

import re
from collections.abc import Sequence

from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.role_phrases import SOMEBODY_S

# What stands for somebody alone, and is not called anything else.
OWNED = frozenset("campaign office family camp team staff administration estate household".split())
# `Ada Falk’s lawyer`
OWNER = re.compile(r"(?P<owner>.+)[’']s [\w -]+")


def is_owned(lows: Sequence[str], noun: str) -> bool:
    """Whether a description, of its words in lower case and its noun, is of such a body of him or
    her: `his campaign`, `her legal team`.
    """
    return lows[0] in PRONOUN_GENDER and noun in OWNED


def is_somebody_s(lows: Sequence[str], noun: str) -> bool:
    """Whether such a description is of a person known for whose they are: `her lawyer`."""
    return lows[0] in PRONOUN_GENDER and (noun in SOMEBODY_S or noun.startswith("spokes"))


def is_another_s(voice: str, shown: str) -> bool:
    """Whether a voice is shown as the same of another owner than somebody is: `Ada Falk’s lawyer`,
    and `Bo Lind’s lawyer`.
    """
    owned = OWNER.fullmatch(voice), OWNER.fullmatch(shown)
    one, other = (found["owner"] if found else None for found in owned)
    return one is not None and other is not None and one != other


def shown_with(owner: str, shown: str, text: str) -> str:
    """A description with its owner's name in place of the pronoun, as the text writes it."""
    mark = "’" if "’" in text or "'" not in text else "'"
    return f"{owner}{mark}s {shown.partition(' ')[2]}"
