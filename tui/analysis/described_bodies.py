"""Which body `the company`, `the Japanese automaker` or `the publisher` is."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui.analysis.cast import Cast, Voice
from tui.analysis.character import Character
from tui.analysis.described_candidates import SHARED, distance, is_body, is_called_so
from tui.analysis.description_fit import Description, told_of
from tui.analysis.name_types import is_demonym
from tui.analysis.owned_voices import OWNED
from tui.analysis.pronouns import Candidate, Place
from tui.analysis.role_nouns import (
    ANY_BODY,
    BUSINESSES,
    CALLED_BODIES,
    TRADES,
    alike,
    is_role_noun,
)
from tui.analysis.told_types import OF_A_BODY

# Nouns for persons that in a text about companies are such a one.
MAKERS = TRADES | {"publisher", "operator"}
SHARES = re.compile(r"[\w.’'-]+ (?:shares|stock)\b")
# So many sentences back a body is near.
BODY_NEAR = 3
# So sure is it that `the company` is the body which its own sentence is about.
NAMED_HERE = 0.8


def is_told_a_body(text: str, cast: Cast, place: Place, noun: str, end: int) -> bool:
    """Whether a noun for persons is of a body here, up to an offset: `The baker said it expects a
    loss`, or `The publisher` where the text has named none who is that, and no person lately.
    """
    if not is_role_noun(noun) or cast.with_role(noun, place.offset):
        return False
    near = [c for c in cast.near(place.offset) if _since(cast, c, place.offset) <= BODY_NEAR]
    bodies = any(c.type == "organization" or may_be_a_body(c) for c in near)
    if bodies and OF_A_BODY.match(text, end):
        return True
    return noun in MAKERS and bodies and all(c.type != "person" or may_be_a_body(c) for c in near)


def takes_up_a_body(description: Description) -> bool:
    """Whether a description tells no more than that it is some body, or of which trade and people:
    `the company`, `the Japanese automaker`.
    """
    told = [w for w in description.words if not is_demonym(w.title())]
    plain = description.noun in ANY_BODY and len(told) == 1
    trade = description.noun in TRADES | CALLED_BODIES or description.body
    return not description.person and (plain or trade) and not description.strict


def near_bodies(
    text: str, description: Description, found: Sequence[Candidate], every: Sequence[Candidate]
) -> list[Candidate]:
    """Those that were just named, where none is called what the description says: of `found`, who
    fit it, the bodies, or of `every` one the only one that may be a body after all: it has shares,
    or is told by its trade.
    """
    if any(map(is_called_so, found)):
        return []
    near = [c for c in found if is_body(c.whom) and 0 < distance(c) <= BODY_NEAR]
    near = [c for c in near if c.features[SHARED]] or near  # `the oil giant` is Falk Oil
    if near or any(is_body(c.whom) and distance(c) <= BODY_NEAR for c in every):
        return near
    traded = description.noun not in ANY_BODY
    perhaps = [
        c
        for c in every
        if may_be_a_body(c.whom)
        and 0 < distance(c) <= BODY_NEAR
        and (traded or _has_shares(text, c.whom))
    ]
    return perhaps if len(perhaps) == 1 else []


def _has_shares(text: str, whom: Character | Voice) -> bool:
    mentions = whom.mentions if isinstance(whom, Character) else ()
    return any(SHARES.match(text, at) for at, _, _ in mentions)


def named_here(cast: Cast, place: Place) -> Character | None:
    """The body that a sentence is about before it says who tells so: `Falk Oil cut its forecast,
    the company said`.
    """
    here = cast.unit_at(place.offset)
    named = [
        c
        for c in cast.near(place.offset)
        if here is not None
        for at, leads, quoted in c.mentions
        if here.span.start <= at < place.offset and leads and not quoted
    ]
    body = named[0] if len(named) == 1 else None
    return body if body is not None and is_body(body) else None


def may_be_a_body(whom: Character | Voice) -> bool:
    """Whether who was taken for a person may be a body: named by one word, and nothing told of it
    that is told of persons.
    """
    if not isinstance(whom, Character) or whom.type != "person" or len(whom.words) != 1:
        return False
    told = whom.gender or whom.given_gender or whom.age or whom.role
    return not told and not any(map(is_role_noun, whom.roles))


def _since(cast: Cast, whom: Character, offset: int) -> int:
    """How many sentences before an offset somebody was named last."""
    at = bisect_left(whom.mentions, (offset,))
    latest = whom.mentions[at - 1][0] if at else 0
    return cast.unit_index(offset) - cast.unit_index(latest)


def has_article(text: str, whom: Character | Voice, noun: str) -> bool:
    """Whether `the` stands before a body's name, as before that of hardly any company: `the
    Teamsters`; unless the name tells that it is one.
    """
    named = whom.mentions[0][0] if isinstance(whom, Character) and whom.mentions else 0
    before = text[max(0, named - len("the ")) : named].lower()
    return before == "the " and (BUSINESSES | alike(noun)).isdisjoint(told_of(whom))


def is_not_owned(cast: Cast, whom: Character | Voice, noun: str, place: Place) -> bool:
    """Whether a body is nobody's, as a description has it: `his campaign` has no name that the
    article gives, and `his company` has been named right before.
    """
    if isinstance(whom, Voice) and whom.character is None:
        return False
    character = whom.character if isinstance(whom, Voice) else whom
    mentions = character.mentions if character else []
    before = bisect_left(mentions, (place.offset,))
    if noun in OWNED or not before:
        return True
    latest = cast.unit_index(mentions[before - 1][0])
    return cast.unit_index(place.offset) - latest > BODY_NEAR
