"""Families with one surname: who is `Mrs Ross` beside her child, who `Bo` of `Bo and Ada Falk`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tui.analysis.character import Character, NamedSpan
from tui.analysis.cues import is_speech_verb, speaks_behind
from tui.analysis.given_names import gender_of_given
from tui.analysis.role_nouns import FEMALE, KIN, MALE, is_role_noun
from tui.article.model import Span

AND = re.compile(r" (?:and|&) ")
# `said her mother, `
BEFORE = re.compile(r"(?P<verb>\w+) (?:his|her|their|the \w+[’']s) [\w-]+,? $")
# `the daughter of former Senator `
KIN_OF = re.compile(r"\b(?P<kin>[\w-]+) (?:of|to) (?:the )?(?:[\w.’'-]+ ){0,3}$")
# `His father, ` before a given name
KIN_BEFORE = re.compile(r"\b(?:his|her|their|\w+[’']s) (?P<kin>[\w-]+),? $", re.IGNORECASE)
SPOUSE = re.compile(
    r" (?:also |later )?(?P<verb>[a-z]+) (?:that )?(?P<whose>his|her) (?:late |former |ex-)?"
    r"(?:wife|husband|widow|partner|fianc[ée]e?|girlfriend|boyfriend)\b"
)
REACH = 60
# So far behind a title and a surname it is told whose kin they are.
TOLD_WITHIN = 1_000
# Nobody is named so often for whose kin they are alone.
FEW = 3
# So far before a surname its bearer has just spoken.
NEAR = 400
# Nobody so young is `Mr` or `Mrs`.
GROWN = 18


def shared_surnames(text: str, names: Sequence[NamedSpan]) -> dict[int, str]:
    """The full names of those who are named by a given name before another with the surname: of
    `Bo and Ada Falk` Bo Falk, by where he is named.
    """
    found = {}
    lasts = {text[slice(*n.span)].split()[-1] for n in names if " " in text[slice(*n.span)]}
    for one, other in pairwise(sorted(names, key=lambda n: n.span)):
        given, full = text[slice(*one.span)], text[slice(*other.span)].split()
        if (
            other.type == "person"
            and len(full) == 2
            and given.isalpha()
            and AND.fullmatch(text, one.span.end, other.span.start)
            and (gender := gender_of_given(full[0].lower()))
            # `Prue and Gavin Falk` where the text has `Ms Falk`, too
            and (
                gender_of_given(given.lower())
                or (given not in lasts and _is_titled(text, full[1], "f" if gender == "m" else "m"))
            )
        ):
            found[one.span.start] = f"{given} {full[1]}"
    return found


def _is_titled(text: str, surname: str, gender: str) -> bool:
    """Whether a surname stands somewhere behind a title that tells a gender."""
    titles = "Mr" if gender == "m" else "Mrs|Ms|Miss"
    return re.search(rf"\b(?:{titles})\.? {re.escape(surname)}\b", text) is not None


def relative_who_speaks(
    text: str, namesakes: Sequence[Character], offset: int, *, titled: bool
) -> Character | None:
    """Who of some with one surname, that stands alone at an offset, has been named last as kin of
    another, and as who speaks; where the others are nobody whom the surname rather stands for: they
    are children or, if it is `titled`, have no office.
    """
    spoken = [
        (c, at)
        for c in namesakes
        if not KIN.isdisjoint(c.roles)
        for at, _, _ in c.mentions[
            bisect_left(c.mentions, (offset - NEAR,)) : bisect_left(c.mentions, (offset,))
        ]
        if _speaks(text, c, at)
    ]
    if not spoken:
        return None
    relative = max(spoken, key=lambda pair: pair[1])[0]
    others = [c for c in namesakes if c is not relative]
    return relative if all(is_a_child(c) or (titled and is_private(c)) for c in others) else None


def gender_of_spouse(text: str, end: int) -> str | None:
    """The gender, `m` or `f`, of who is told behind a name to speak of a spouse: `Falk said his
    wife was proud`.
    """
    behind = SPOUSE.match(text, end)
    if behind is None or not is_speech_verb(behind["verb"]):
        return None
    return "m" if behind["whose"] == "his" else "f"


def gender_of_speaking_kin(text: str, span: Span) -> str | None:
    """The gender, `m` or `f`, of who is brought in as somebody's kin by a given name alone, and as
    who speaks: `His father, Bo, told the inquest`. None of anybody else.
    """
    kin = KIN_BEFORE.search(text, max(0, span.start - REACH), span.start)
    noun = kin["kin"].lower() if kin else ""
    if noun not in KIN or not speaks_behind(text, span.end):
        return None
    return "m" if noun in MALE else "f" if noun in FEMALE else None


def is_named_as_kin(text: str, character: Character, offset: int) -> bool:
    """Whether before an offset somebody is named for nothing but whose kin another is: `Ada Falk,
    the daughter of Senator Bo Falk`.
    """
    before = bisect_left(character.mentions, (offset,))
    if not 0 < before <= FEW:
        return False
    told = (KIN_OF.search(text, max(0, at - REACH), at) for at, _, _ in character.mentions[:before])
    return all(of is not None and of["kin"] in KIN for of in told)


def is_kin_of_titled(text: str, given: str, surname: Span) -> bool:
    """Whether who is called by a title and a surname has somebody so called as kin: Kevin of `Mr.
    Falk said his son, Kevin, was ill`.
    """
    word = re.escape(text[slice(*surname)].removesuffix("’s").removesuffix("'s"))
    told = re.compile(
        rf"\bM(?:r|rs|s)\.? {word}\b[^.!?\n]* (?:his|her) (?:[a-z]+ ){{0,2}}(?P<kin>[a-z-]+),? "
        rf"{re.escape(given.title())}\b(?! [A-Z])"
    )
    begin = max(0, surname.start - REACH)
    near = told.finditer(text, begin, min(len(text), surname.end + TOLD_WITHIN))
    return any(found["kin"] in KIN for found in near)


def _speaks(text: str, character: Character, at: int) -> bool:
    end = at + len(next((f for f in character.forms if text.startswith(f, at)), ""))
    before = BEFORE.search(text, max(0, at - REACH), at)
    return speaks_behind(text, end) or (before is not None and is_speech_verb(before["verb"]))


def is_a_child(character: Character) -> bool:
    """Whether somebody is too young for a title."""
    return character.age is not None and int(character.age) < GROWN


def is_private(character: Character) -> bool:
    """Whether nothing is told of somebody but whose kin they are."""
    return not any(is_role_noun(role) and role not in KIN for role in character.roles)
