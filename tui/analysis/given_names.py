"""Of which gender the bearers of a given name mostly are: what an article leaves open."""

import unicodedata
from functools import cache, lru_cache

from tui.analysis.digests import text_of

# Names of the other gender in another country, or generation, than where most bear them.
EPICENE = frozenset(
    """
lindsey lindsay leslie lesley ashley beverly evelyn shirley hilary vivian kelly tracy stacy shannon
courtney dana robin kim jamie andrea nicola simone gabriele michele laurence sasha lauren meredith
whitney leigh ariel jan carol marion connie allison
""".split()
)


@lru_cache(20_000)
def gender_of_given(name: str) -> str | None:
    """`m` or `f` where at least nine in ten who have a given name are men, or women.

    `name` is in lower case. Of one with a hyphen that is not known, the first part tells. None for
    names that both have, and those that are not known (weights/given_names.txt, of the cultural
    consensus of Van Buskirk, Clauset and Larremore, 2023).
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    known = _genders()
    return known.get(plain) or known.get(plain.partition("-")[0])


@cache
def _genders() -> dict[str, str]:
    found = dict[str, str]()
    for line in text_of("given_names.txt").splitlines():
        gender, *names = line.split()
        found |= dict.fromkeys(names, gender)
    return found
