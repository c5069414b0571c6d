"""Of those whom a description may stand for, the ones that are near, lead or are called so."""

from tui.analysis.cast import Voice
from tui.analysis.character import Character
from tui.analysis.description_fit import Description, is_of_another_place, told_of
from tui.analysis.pronouns import FEATURES, NAMED, SAID, Candidate, Chosen
from tui.analysis.role_nouns import MEMBERS, POLITICIANS

# How a candidate and a description fit, behind what is known of a pronoun's candidates.
DESCRIBED_FEATURES = (
    *FEATURES, "same noun", "alike noun", "other noun", "shared words", "other rank", "new",
)  # fmt: skip
LEADS, PERSON, SPOKE_LAST = map(FEATURES.index, ("leads", "person", "spoke last"))
OTHER = DESCRIBED_FEATURES.index("other noun")
SAME, ALIKE, SHARED = map(DESCRIBED_FEATURES.index, ("same noun", "alike noun", "shared words"))
# What a title makes counsel, and who of them is for the defence.
COUNSEL = frozenset(["barrister", "counsel"])
DEFENDS = frozenset(["defence", "defense", "defending", "mitigating"])
# So sure must it be whom a description stands for, for it to be that one's from then on.
SURELY = 0.6


def unknown_so_far(found: list[Candidate]) -> Chosen:
    """`Falk, who cuts hair next door, complained. “Sure I eat there,” the barber said`: the only
    one of the last sentence, of whom no other role is told.
    """
    near = [c for c in found if distance(c) <= 1 and c.features[PERSON]]
    sole = near[0] if len(near) == 1 else None
    if sole is None or sole.features[OTHER] or not sole.features[LEADS]:
        return None
    return sole.whom, SURELY


def from_there(found: list[Candidate], description: Description) -> list[Candidate]:
    """Those who are not told to be of another place, where somebody has just spoken of whom nothing
    is told: `the Saltby coach` is that one, and not the coach of Hexley; or where one more sits in
    the same parliament.
    """
    fit = [c for c in found if not is_of_another_place(c.whom, description)]
    spoke = any(
        c.features[SPOKE_LAST] and not c.features[OTHER] and not is_called_so(c) for c in fit
    )
    sits = description.noun in MEMBERS and any(map(is_called_so, fit))
    return fit if spoke or sits else found


def politicians(found: list[Candidate]) -> list[Candidate]:
    """Of those who may be `the Liberal MP`, where nobody is told to be one, the only politician."""
    if any(map(is_called_so, found)):
        return []
    told = [c for c in found if not POLITICIANS.isdisjoint(told_of(c.whom))]
    return told if len(told) == 1 else []


def prosecuting(found: list[Candidate]) -> list[Candidate]:
    """Of those who may be `the prosecutor`, where nobody is told to be that, the only counsel who
    is not told to be for the defence.
    """
    if any(c.features[SAME] for c in found):
        return []
    counsel = [
        c for c in found if not COUNSEL.isdisjoint(told := told_of(c.whom)) and not told & DEFENDS
    ]
    return counsel if len(counsel) == 1 else []


def last_unnamed(found: list[Candidate]) -> list[Candidate]:
    """Who has no name and has just spoken, of whom `the 17-year-old` tells more; else all."""
    last = [c for c in found if isinstance(c.whom, Voice) and c.features[SPOKE_LAST]]
    return [c for c in last if distance(c) <= 1] or found


def leading(found: list[Candidate]) -> list[Candidate]:
    """Of those that were named last the one that its sentence begins with; all where none does."""
    nearest = min(c.features[NAMED] for c in found)
    leads = [c for c in found if c.features[LEADS] and c.features[NAMED] == nearest]
    return leads if len(leads) == 1 else found


def is_called_so(candidate: Candidate) -> bool:
    """Whether the text has somebody's noun, or a like one, for them."""
    return bool(candidate.features[SAME] or candidate.features[ALIKE])


def is_body(whom: Character | Voice) -> bool:
    """Whether somebody is a body, as far as is known."""
    return (whom.type if isinstance(whom, Character) else whom.kind) == "organization"


def distance(candidate: Candidate) -> float:
    """So many sentences before the description somebody was named, or spoke, last."""
    return min(candidate.features[NAMED], candidate.features[SAID])


def brought_in_last(description: Description, found: list[Candidate]) -> list[Candidate]:
    """`A western diplomat was blunter. ... the diplomat said`: who was brought in right before,
    in place of one who was called so earlier.
    """
    same = [c for c in found if c.features[SAME]] if len(description.words) == 1 else []
    latest = min(same, key=distance, default=None)
    if latest is None or not isinstance(latest.whom, Voice) or distance(latest) > 1:
        return found
    others = (c for c in same if c is not latest)
    return [latest] if all(distance(c) > distance(latest) for c in others) else found
