"""Which of the bodies that an article names it means by `the company`, `the bank`, `the club`."""

from collections import Counter
from collections.abc import Sequence

from tui.analysis.character import Character
from tui.analysis.role_nouns import BODIES, COMPANY, LEGAL, PAPERS, alike
from tui.analysis.units import Unit

COMPANIES = LEGAL | alike("company") | {"group", "holdings"}
# What a body may be called that does not have the word in its name, as `Wells Fargo` is a bank.
NOUNS = (
    frozenset(
        """
bank club airline retailer charity university college hospital museum network broadcaster union
guild team newspaper magazine manufacturer supplier developer brand startup
""".split()
    )
    | COMPANY
)
# So often is the main body named, and so many times as often as any other.
OFTEN, MORE = 3, 2


def name_main_bodies(units: Sequence[Unit], found: Sequence[Character]) -> None:
    """Give the bodies the nouns by which they are called, even before they are named.

    The only company that is named is `the company`; and what nobody is told to be, though it stands
    with `the`, is the body that the article names far more often than any other.
    """
    bodies = [c for c in found if c.type == "organization"]
    companies = [c for c in bodies if not COMPANIES.isdisjoint(c.words)]
    if len(companies) == 1:
        companies[0].roles.update(COMPANY)
    called = _called(units)
    borne = {word for c in bodies for word in (*c.words, *c.roles)}
    open_to = called - borne - {n for n in called if not alike(n).isdisjoint(borne)}
    if not open_to:
        return
    # `the Budget Office` is no bank
    plain = [c for c in bodies if (BODIES | PAPERS).isdisjoint({*c.words, *c.roles})]
    counts = Counter({i: len(c.mentions) for i, c in enumerate(plain)}).most_common(2)
    if counts and counts[0][1] >= max(OFTEN, MORE * (counts[1][1] if counts[1:] else 0)):
        plain[counts[0][0]].roles.update(open_to)


def _called(units: Sequence[Unit]) -> set[str]:
    """The nouns for bodies that stand with `the`, and with nothing more."""
    found: set[str] = set()
    for unit in units:
        words = unit.narrative
        for i in range(len(words) - 1):
            if words[i].low == "the" and words[i + 1].low in NOUNS:
                found.add(words[i + 1].low)
    return found
