"""What a proper name stands for: person, organization, place, as its words and context tell."""

import re
from collections.abc import Sequence

from tui.analysis.character import TITLES
from tui.analysis.cues import is_speech_verb
from tui.analysis.given_names import gender_of_given
from tui.analysis.model import EntityType
from tui.analysis.role_nouns import BODIES, KIN, is_role_noun, singular
from tui.analysis.tokens import Token

ORGANIZATION_WORDS = BODIES | frozenset(
    """
inc corp ltd plc co llc gmbh group holdings ferries airlines motors industries systems partners
capital labs laboratories bureau times courier post herald mercury gazette tribune guardian
telegraph chronicle observer review journal news radio tv television channel wire press union guild
league united rovers athletic city fc parliament congress senate ministry department commission
committee council agency authority institute university college school hospital church party forum
alliance front movement federation confederation association society foundation trust fund bank
exchange office service services works glass steel energy oil gas games records pictures studios
fuels foods lines airways pharmaceuticals limited corporation sentinel examiner enquirer
inquirer argus coatings
""".split()
) - frozenset("city town country kingdom province village site house port state school".split())
PLACE_WORDS = frozenset(
    """
street road avenue lane square river lake bay sea ocean island islands mountain mountains mount hill
hills valley county province district region peninsula coast cape strait gulf desert forest park
bridge airport harbour harbor port station crossing quay pier border castle palace tower falls
springs beach north south east west upper lower saint st new
""".split()
)
OFFICES = frozenset(
    """
prime foreign interior defence defense finance health justice water energy transport trade labour
labor environment education home agriculture economy
""".split()
)
RULED = frozenset("capital border coast parliament army navy government embassy".split())
RULING = frozenset("rule rules ruled governs governed invade invades invaded".split())
RULERS = frozenset("minister king queen mayor people republic kingdom city town".split())
PLACE_PREPOSITIONS = frozenset("in at near from to across outside inside around through".split())
# What a number makes a station's name: `Fox 13`.
STATIONS = frozenset("fox channel radio".split())
# Papers that are called like people: `The Economist`.
PAPER_NAMES = frozenset("economist guardian spectator grocer bookseller".split())
# `the Earl of Strand`: a title that is a name.
PEERS = frozenset("earl duke duchess countess marquess viscount viscountess".split())
# What one is of a club or a firm, not of a person as `spokesman` and `aide` may be.
CLUB_ROLES = frozenset(
    "manager coach captain midfielder striker winger goalkeeper defender fullback chairman".split()
)
# What follows a company's name: `Velt Water plc`
COMPANIES = frozenset("inc ltd plc llc llp corp gmbh ag sa nv".split())
# `AeroNord`, but not `McLeod`, `DeWitt`, `O’Brien`
COINED = re.compile(r"(?!(?:Ma?c|D[eiu]|L[aeo]|Van|Von|Fitz|Ni|Ó|O)[A-Z])[A-Z][a-z]+[A-Z][^\W\d_]+")
# `Saleh bin Nasser`
SON_OF = frozenset("bin ibn ben bint binti binte".split())
INITIAL = re.compile(r"[A-Z]\.")
DEMONYM = re.compile(
    r"(?:[A-Z]\w{2,}(?:ian|ean|ish|ese|nch|utch|reek|eli|qi|ani)s?|Islamic|Jewish|"
    r"(?:American|African|German|Roman|European|Korean|Mexican|Cuban|Afghan|Thai|Arab|Muslim|"
    r"Christian|Catholic|Hindu|Protestant|Republican|Democrat|Conservative|Liberal)s?|"
    r"Democratic|Labour)(?:-\w+)*$"
)

PARTIES = frozenset("democrat republican conservative liberal tory socialist".split())
# `Corkman`, but not `Newman`.
SHORTEST_NATIVE = 6
# Surnames that look like a plural.
LIKE_PLURALS = frozenset(
    """
sanders rogers peters powers walters myers meyers summers winters chambers waters rivers masters
sellers saunders landers sayers bowers flowers gathers withers connors majors salters alders elders
flanders ambers anders enders sliders childers struthers carruthers smithers
""".split()
)
# Too short or too odd for their endings to tell.
DEMONYMS = frozenset(
    """
dutch irish norse welsh scots scot swiss czech greek danish finn dane swede pole briton spaniard
frenchman slovak serb croat bosniak turk kurd arab chechen kazakh uzbek tajik tatar hungarian magyar
thai lao khmer filipino philippine argentine saudi yemeni kuwaiti bahraini omani emirati qatari
nepali somali bengali bangladeshi punjabi tamil sikh tibetan uighur uyghur basque catalan hispanic
latino latina maori inuit malay afghan zulu hutu tutsi moslem muslim jew islamist maoist buddhist
lett latvian cypriot greek manx cornish breton hindi urdu gujarati marathi arabic mandarin
cantonese swahili hausa yoruba igbo farsi pashto hebrew yiddish neapolitan venetian parisian
""".split()
)

NATIVE = re.compile(
    r"(?:dutch|english|french|irish|welsh|scots|cornish|manx|norse|ulster|yorkshire)(?:wo)?m[ae]n"
    r"|londoners?|dubliners?|new yorkers?|icelanders?|sydneysiders?|vermonters?|michiganders?"
    r"|(?:tex|nebrask|alask|arkans|kans|minnesot|montan|nevad|oklahom|arizon|dakot|louisian|colorad"
    r"|ohio|iow|idaho|georgi)ans?|geordies?|scousers?|brummies?|kiwis?|aussies?"
)
# The first of two peoples that somebody is of.
HALF = ("afro-", "anglo-", "franco-", "italo-", "sino-", "hispano-", "luso-", "russo-", "greco-")
# `New Zealander`, `South African`, `Northern Irishman`
OF_TWO_WORDS = re.compile(
    r"new (?:zealander|yorker|mexican)|costa rican|puerto rican|sri lankan|hong konger"
    r"|(?:north|south|east|west)(?:ern)? (?P<of>\w+)"
)
# What one of a people is called, and hardly anybody by name.
ONE_OF_A_PEOPLE = frozenset(
    "swede spaniard briton serb croat slovak turk kurd kazakh uzbek tajik".split()
)


def is_demonym(word: str) -> bool:
    """Whether a word tells of a people or a faith, whatever its capitals: `Dutch`, `CANADIAN`."""
    low = word.lower()
    if low in PAPER_NAMES or is_role_noun(low):
        return False
    if low.startswith(HALF):  # `Franco-Malian`
        return is_demonym(word.split("-", 1)[1])
    return (
        low in DEMONYMS
        or low.removesuffix("s") in DEMONYMS
        or NATIVE.fullmatch(low) is not None
        or DEMONYM.fullmatch(word.title() if word.isupper() else word) is not None
    )


def is_native(word: str) -> bool:
    """Whether a word with a capital, behind `the`, or two tell where one person is from: `the
    Scot`, `the Kerryman`, `the South African`.
    """
    low = word.lower()
    if of_two := OF_TWO_WORDS.fullmatch(low):
        return of_two["of"] is None or is_demonym(of_two["of"].title())
    of_a_place = low.endswith(("man", "woman")) and len(low) > SHORTEST_NATIVE
    return is_demonym(word) or (of_a_place and not is_role_noun(low))


def are_people(low: str) -> bool:
    """Whether a word looks like what several people are or do: `mourners`, `editorialists`; but not
    the surnames that do.
    """
    return low.endswith(("ers", "ors", "ists", "ians")) and low not in LIKE_PLURALS


def stands_before_names(words: Sequence[Token]) -> bool:
    """Whether the first of some words, which begins a sentence, is no part of the name that the
    rest is: `Entrusting Ada Falk`, `Senators Ada Falk and Bo Lind`, `Republicans Falk and Lind`.
    """
    low, known = words[0].low, gender_of_given(words[0].low) is not None
    one, given = singular(low), gender_of_given(words[1].low) is not None
    several = one != low and (one in PARTIES or (is_role_noun(one) and given))
    return several or (low.endswith("ing") and given and not known)


def tells_origin(words: Sequence[Token]) -> bool:
    """Whether the first of some words tells where who is named by the rest is from: `Dutchman Ruud
    Hessel`, `Belgian Paul Rono`, but not `German Bank`.
    """
    low = words[0].low if words else ""
    if len(words) < 3:
        return False
    if low in ONE_OF_A_PEOPLE:
        return True  # `Spaniard Itziar Falk`
    if gender_of_given(low) is not None:
        return False  # `Julian Aldous Falk`
    if NATIVE.fullmatch(low):
        return True
    named = low.endswith(("ian", "ish")) or gender_of_given(words[1].low) is not None
    body = any(w.low in ORGANIZATION_WORDS for w in words)
    return named and not body and DEMONYM.match(words[0].text) is not None


def is_a_paper(words: Sequence[Token], before: Token | None) -> bool:
    """Whether a word with a capital, behind `the`, is the name of a paper: `The Economist`."""
    the = before is not None and before.low == "the"
    return the and len(words) == 1 and words[0].low in PAPER_NAMES


def type_of(
    words: Sequence[Token],
    before: Sequence[Token],
    after: Sequence[Token],
    *,
    titled: bool,
) -> tuple[EntityType, int]:
    """The likeliest type of one mention, and how many votes that has."""
    lows = [w.low for w in words]
    previous = before[-1] if before else None
    following = after[0] if after else None
    if titled or (previous is not None and previous.low in TITLES):
        return "person", 6
    if following is not None and following.low.rstrip(".") in COMPANIES:
        return "organization", 6
    if lows[0] in PEERS and "of" in lows:
        return "person", 6
    if is_a_paper(words, previous):
        return "organization", 6
    role = previous is not None and is_role_noun(previous.low)
    if (
        len(words) == 2
        and gender_of_given(lows[0])
        and (role or _described_as_person(words, after))
    ):
        return "person", 6  # `Ada Post, a teacher`
    numbered = len(words) > 1 and words[1].text[0].isdigit()
    station = numbered and (words[0].text.isupper() or lows[0] in STATIONS)
    if station or any(low in ORGANIZATION_WORDS for low in lows) or "&" in lows:
        return "organization", 5
    apposed = previous is not None and previous.text == "," and len(before) > 1
    if apposed and len(words) == 1 and before[-2].low in KIN:
        return "person", 5  # `his wife, Soon-ok`
    if apposed and len(words) in (2, 3) and is_role_noun(before[-2].low):
        return "person", 5
    if following is not None and following.low in CLUB_ROLES and not following.is_capital:
        return "organization", 4  # `Carrick Vale manager Bo Rask`
    if lows[-1] in PLACE_WORDS or (len(lows) > 1 and lows[0] in PLACE_WORDS):
        return "place", 4
    if not SON_OF.isdisjoint(lows[1:-1]):
        return "person", 6
    if len(words) == 1 and INITIAL.fullmatch(words[0].text):
        return "person", 3
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return "organization", 3
    if len(words) == 1 and COINED.fullmatch(words[0].text):
        return "organization", 5
    if _described_as_person(words, after):
        return "person", 6
    if role:
        return "person", 5
    speaks = following is not None and (
        is_speech_verb(following.low)
        or (following.text == "," and any(t.low == "who" for t in after[1:2]))
    )
    said_before = previous is not None and previous.low in (
        "said", "says", "asked", "added", "told", "replied",
    )  # fmt: skip
    if speaks or said_before:
        return ("person", 4) if len(words) > 1 else ("person", 2)
    if _governs(words, before, after):
        return "place", 3
    if previous is not None and previous.low in PLACE_PREPOSITIONS:
        return "place", 3 if len(words) == 1 or previous.low == "in" else 1
    if len(words) == 1 and len(before) > 1 and previous is not None and previous.low == "of":
        return ("place", 2) if before[-2].is_capital else ("other", 1)
    if previous is not None and previous.low == "the":
        return "organization" if len(words) > 1 else "other", 2
    if following is not None and following.text == "—" and words[0].text.isupper():
        return "place", 4
    if len(words) in (2, 3) and all(len(w.text) > 1 for w in words):
        return "person", 1
    return "other", 1


def _governs(words: Sequence[Token], before: Sequence[Token], after: Sequence[Token]) -> bool:
    """`Halmere’s prime minister`, `the king of Halmere`, `who ruled Halmere`."""
    if len(words) > 1:
        return False
    behind = [t.low for t in after[:2]]
    if words[-1].is_possessive:
        office = len(behind) > 1 and behind[0] in OFFICES and behind[1] in ("minister", "ministry")
        return office or not RULED.isdisjoint(behind)
    ahead = [t.low for t in before[-2:]]
    ruled = bool(ahead) and ahead[-1] in RULING
    return ruled or (len(ahead) > 1 and ahead[1] == "of" and ahead[0] in RULERS)


def _described_as_person(words: Sequence[Token], after: Sequence[Token]) -> bool:
    """`, 61,`, `, a retired ferryman`, `, who`, and initials in the name itself."""
    if len(words) > 1 and any(len(w.text) == 2 and w.text[1] == "." for w in words[:-1]):
        return True
    if len(after) > 1 and after[0].text in (",", "("):
        if after[1].text.isdigit() and len(after[1].text) <= 3:
            return True
        if after[1].low == "who":
            return True
        return any(is_role_noun(t.low) for t in after[1:5]) and after[1].low in (
            "a", "an", "the", "his", "her", "its", "their", "chief", "deputy", "former",
        )  # fmt: skip
    return False
