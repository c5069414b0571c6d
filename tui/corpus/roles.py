"""What a role tells of its bearer: nouns, the places and bodies it is of, walk of life, gender."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tui.analysis.character import FEMALE_TITLES, MALE_TITLES, name_words
from tui.analysis.name_types import is_demonym
from tui.analysis.role_nouns import FEMALE, MALE, alike, is_role_noun

# Walks of life that hardly anybody shares: a goalkeeper is no judge.
_WALKS: Final = (
    """president senator minister secretary governor mayor congressman congresswoman councillor
    councilman councilwoman politician lawmaker legislator premier chancellor nominee candidate
    representative mp msp mep td alderman parliamentarian backbencher frontbencher taoiseach
    undersecretary ambassador diplomat envoy strategist pollster""",
    """judge justice magistrate prosecutor lawyer attorney barrister solicitor counsel bailiff
    coroner""",
    """footballer striker goalkeeper midfielder winger fullback full-back centre-back playmaker
    quarterback linebacker pitcher outfielder batsman bowler wicketkeeper goaltender cyclist swimmer
    sprinter boxer jockey golfer skater skier gymnast wrestler rower athlete cricketer coach referee
    umpire linesman goalscorer caddie medallist teammate team-mate""",
    """actor actress singer musician painter sculptor poet novelist playwright rapper drummer
    bassist guitarist violinist pianist cellist soprano choreographer dancer comedian composer
    conductor artist filmmaker screenwriter songwriter illustrator dramatist frontman organist""",
    """doctor physician surgeon nurse midwife dentist pharmacist paramedic psychiatrist optician
    physiotherapist paediatrician pediatrician anaesthetist anesthetist vet""",
    """bishop archbishop cardinal priest vicar rector pastor imam rabbi pope monk nun abbot chaplain
    curate cleric clergyman preacher missionary""",
    """scientist researcher professor biologist physicist chemist geologist economist historian
    mathematician astronomer ecologist oceanographer virologist neurologist zoologist botanist
    statistician linguist epidemiologist meteorologist lecturer scholar""",
    """farmer fisherman ferryman carpenter plumber electrician miner welder machinist cashier
    bartender waiter waitress barber cobbler grocer florist baker beekeeper shopkeeper trucker
    stevedore dockworker janitor gardener builder postman hairdresser""",
    """inspector sergeant constable detective policeman policewoman sheriff trooper superintendent
    colonel lieutenant admiral general soldier marshal warden firefighter""",
)
_WALK_OF: Final = {
    noun: 1 << number for number, nouns in enumerate(_WALKS) for noun in nouns.split()
}
# Politicians were lawyers, professors and generals before; bodies have presidents of any trade.
_PUBLIC: Final = (
    _WALK_OF["senator"] | _WALK_OF["judge"] | _WALK_OF["professor"] | _WALK_OF["general"]
)
# Offices that one has in one place.
_OF_A_PLACE: Final = frozenset(
    "mayor governor senator sheriff bishop archbishop councillor king queen premier vicar rector "
    "headteacher coroner".split()
)
_TITLES: Final = {
    "sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor",
    "cllr": "councillor", "insp": "inspector", "det": "detective", "sgt": "sergeant",
    "gen": "general", "col": "colonel", "capt": "captain", "lt": "lieutenant", "judge": "judge",
    "justice": "judge", "king": "king", "queen": "queen", "pope": "pope", "rev": "pastor",
    "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip
_UNTOLD: Final = frozenset(["dr", "hon", "mr", "mrs", "ms", "miss", "sir", "lady", "dame", "lord"])
# A role that is longer than this was not read well.
_LONGEST: Final = 12
_SHORT: Final = 3


@dataclass(frozen=True, slots=True)
class Role:
    """What a role or title tells: `nouns` (one for all that are alike), the `proper` words in it,
    `walks` of life as bits, `gender` as 1 (m), -1 (f) or 0, and the `offices` among its nouns that
    are of one place, where the role names one.
    """

    nouns: frozenset[str]
    proper: frozenset[str]
    walks: int
    gender: int
    offices: frozenset[str]


NO_ROLE: Final = Role(frozenset(), frozenset(), 0, 0, frozenset())


@lru_cache(65_536)
def role_of(text: str) -> Role:
    """A role read; one of many words tells nothing, as it was hardly read well."""
    words = text.split()
    if not words or len(words) > _LONGEST:
        return NO_ROLE
    nouns: set[str] = set()
    proper: set[str] = set()
    walks = gender = 0
    for word in words:
        low = word.lower().strip(".,’'“”\"").removesuffix("’s").removesuffix("'s")
        low = _TITLES.get(low, low)
        if len(words) <= _SHORT:  # a longer one may speak of others: `wife of the king`
            gender += (low in MALE or low in MALE_TITLES) - (low in FEMALE or low in FEMALE_TITLES)
        if low in _UNTOLD:
            continue
        if is_role_noun(low):
            nouns.add(min(alike(low)))
            walks |= _WALK_OF.get(low, 0)
        elif word[:1].isupper() and not is_demonym(word) and len(low) > 1:
            proper.update(name_words(low))
        elif is_demonym(word):
            proper.add(low)
    offices = _OF_A_PLACE & {w.lower().strip(".,") for w in words} if proper else frozenset()
    return Role(
        frozenset(nouns), frozenset(proper), walks, (gender > 0) - (gender < 0), frozenset(offices)
    )


def clash(one: int, two: int) -> int:
    """How badly two walks of life, as bits, go together: 0 not, 1 hardly likely, 2 badly."""
    if not one or not two or one & two:
        return 0
    return 1 if one & _PUBLIC and two & _PUBLIC else 2
