"""What the words around a name tell of its kind: `Falk’s shares`, `shares in Falk`, `in Falk`."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.character import TITLES, name_words
from tui.analysis.given_names import gender_of_given
from tui.analysis.model import EntityType
from tui.analysis.names import Name
from tui.analysis.role_nouns import BUSINESSES, is_role_noun

# So many characters before and behind a name are looked at.
BEFORE, BEHIND = 40, 60
OF_A_BODY = re.compile(
    r"[’']s? (?:[a-z-]+ ){0,2}?(?:shares?|stock|board|plants?|factor(?:y|ies)|customers|users|"
    r"profits?|revenues?|sales|turnover|headquarters|chief executive|shareholders|investors|"
    r"employees|staff|workers|workforce|fleet|subsidiar(?:y|ies)|stores|branches|website|app|servers|"
    r"spokes(?:man|woman|person|people)|management|support desk|parent company|members|products|"
    r"passengers|takeover|directors?|engineers|network|platform)\b"
    r"| (?:says?|said|added|announced|insists?|insisted) (?:that )?its\b"
    # `Falk cut its forecast`, `Falk said it plans to close`, but not `Falk said it would rain`
    r"| (?:has |had |also )?(?:cut|raised|lifted|lowered|trimmed|posted|reported|launched|closed|"
    r"sold|expanded|unveiled|moved|suspended|resumed|doubled|halved|shut|scrapped|updated) its\b"
    r"| (?:says?|said|added|announced) (?:that )?it (?:now |also |still )?(?:plans|planned|expects|"
    r"expected|intends|intended|aims|regrets|regretted|(?:will|would) (?:close|cut|sell|buy|open|"
    r"appeal|review|invest|hire|launch|raise|pay|refund|reopen|shut|contest|cooperate|co-operate|"
    r"pull|build|merge|acquire|expand|shed|seek|publish|withdraw|issue|honou?r|recall|lay off)|"
    r"had (?:cut|sold|bought|opened|closed|signed|agreed|received|hired|lost|raised|made|acquired|"
    r"suspended|halted|paused|launched|completed|filed|reached|removed|missed|reduced|dismissed)|"
    r"(?:was|is) (?:closing|cutting|selling|in talks|planning|considering|investigating|aware of|"
    r"committed to|working|reviewing|cooperating|monitoring|recalling|preparing|examining|"
    r"assessing|appealing|withdrawing|suspending|seeking))\b"
)
IS_A_BODY = re.compile(
    r",? (?:which\b|the (?:maker|operator|publisher|developer)s? of\b|(?:an?|the|its) "
    r"(?:(?!(?:for|of|at|from|in|with|who|to)\b)[\w’'-]+ ){0,4}?"
    r"(?:company|firm|charity|agency|supplier|retailer|carmaker|airline|insurer|"
    r"start-?up|weekly|daily|tabloid|lender|bank|operator|contractor|developer|manufacturer|maker|"
    r"group|union|nonprofit|"
    r"organi[sz]ation|party|brand|chain|newspaper|website|platform|think[ -]tank|utility|brewery|"
    r"confederation|federation|association|society|council|institute|authority|ministry|club|team|"
    r"hospital|university|studio|label|broadcaster|magazine|watchdog|regulator|coalition|alliance)"
    r"(?:[,.;]| (?:that|which|based|behind|in|of|for)\b))"
)
# What a firm is, or a person: `Falk Foods, a cheese maker`, `Ada Falk, a cheese maker`.
MAKES = re.compile(
    r", an? (?:[\w’'-]+ ){0,4}?(?:operator|contractor|developer|manufacturer|maker|supplier)\b"
)
WHICH = re.compile(r", which\b")
IN_A_BODY = re.compile(
    r"\b(?:(?:[Ss]hares|[Ss]take|[Ii]nvestors|[Ss]hareholders) in|"
    r"(?:workers|employees|staff|engineers|analysts?|researchers?|managers?|executives?) (?:at|of)|"
    r"(?:company|firm|charity|app|start-?up|subsidiary|supplier|contractor|union|airline|platform"
    r"|(?:auto|chip|drug|plane|phone|toy|arms|steel|truck|shoe)maker|conglomerate|multinational"
    r"|shipbuilder|housebuilder|shipbroker|oil major|tech giant"
    r"|retailer|insurer|lender|newspaper|website|party|agency|chain|tank|broadcaster|giant|brand"
    r"|consultancy|employer|brokerage|manufacturer|carmaker|nonprofit|watchdog|outlet)"
    r"(?:,| called| named)?"
    r") $"
)
# `a spokeswoman for the company, Ada Falk`
WORKS_FOR = re.compile(
    r"\b(?P<role>[\w-]+) (?:for|of|at|from) (?:the|an?|its|their) [\w’' -]{2,40}, $"
)
LED_BY = re.compile(
    r" (?:(?:vice|senior|executive|chief|deputy|former|managing) ){0,3}"
    r"(?:president|executive|chair(?:man|woman|person)?|(?:co-)?founder|director|CEO) "
)
A_BODYS = re.compile(r" spokes(?:man|woman|person)\b")
ONE = re.compile(r"\b[Aa]n? $")
OF_A_COUNTRY = re.compile(
    r"[’']s? (?:[a-z-]+ ){0,2}?(?:minister|ministry|government|president|parliament|capital|army|"
    r"navy|border|coast|economy|airspace|territory|embassy|ambassador|citizens|voters|military|troops|"
    r"forces|mayor|waterfront|harbour|harbor|streets|airport|independence|suburbs|old town)\b"
)
IN_A_PLACE = re.compile(
    r"(?<!confidence )(?<!faith )(?<!shares )(?<!stake )(?<!interest )(?<!trust )(?<!believes )"
    r"(?<!investors )(?<!belief )\b(?:[Ii]n|into|throughout|across|near|outside|inside|"
    r"(?:town|city|village|island|port|state|province|government|republic|people|king|queen) of|"
    r"(?:ambassador|road|way|flights?|trips?|visit|journey) (?:to|from)|border with|"
    r"sanctions (?:on|against)|lives? in|born in|arrived in|moved to|returned to|back to) $"
)
OF_SOMEBODY = re.compile(
    r"[’']s? (?:[a-z-]+ ){0,1}?(?:wife|husband|mother|father|son|daughter|lawyer|solicitor|brother|"
    r"sister|widow|death|body|career|childhood|partner|parents|family|hand|voice|face|eyes)\b"
    r"|,? who\b|, \d\d,|, aged \d|, now \d\d\b"
)
BEFORE_SOMEBODY = re.compile(r"([\w’'.-]+) $")
# What stands for the government or the offices that have their seat there.
SEATS = frozenset("whitehall holyrood stormont malacañang malacanang zhongnanhai".split())
# What a hospital's name ends with.
HOUSES = frozenset("general infirmary memorial royal".split())
# A name that is met more often must be told to be a place as often.
SELDOM, OFTEN = 3, 2


def as_told(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names, each of the type that the words around some of its mentions tell.

    A person's is told by a title, an age, `who`, or kin: who has any of those is nothing else, and
    what the surname alone tells is told of the full name.
    What is a part of a person's full name is no place, and a body only where a body's name begins
    with it: `Falk’s shares`, beside Ada Falk and Falk Motors.
    """
    keyed = keyed_names(text, names)
    told = _told(text, keyed)
    surnames = {key[0] for key, kind in told.items() if len(key) == 1 and kind == "person"}
    # it is left what it is, whatever else is told
    told = {key: kind for key, kind in told.items() if kind != "person"} | {
        key: "person"
        for key, _ in keyed
        if len(key) > 1 and key[-1] in surnames and gender_of_given(key[0])
    }
    whole = [(key, name.type) for key, name in keyed if len(key) > 1]
    people = {word for key, kind in whole if kind == "person" for word in key}
    bodies = {key[0] for key, kind in whole if kind == "organization"}

    def kind_of(key: tuple[str, ...], name: Name) -> EntityType:
        if len(key) == 1 and key[0] in SEATS:
            return "organization"
        kind = told.get(key, name.type)
        if len(key) == 1 and key[0] in people:
            return kind if kind == "organization" and key[0] in bodies else name.type
        may_be_a_place = name.type != "organization" and len(key) == 1
        return name.type if kind == "place" and not may_be_a_place else kind

    kinds = ((name, kind_of(key, name)) for key, name in keyed)
    return [name if kind == name.type else replace(name, type=kind) for name, kind in kinds]


def keyed_names(text: str, names: Sequence[Name]) -> list[tuple[tuple[str, ...], Name]]:
    """The names, each with its words as they are compared."""
    return [(tuple(name_words(text[slice(*name.span)])), name) for name in names]


def _told(
    text: str, keyed: Sequence[tuple[tuple[str, ...], Name]]
) -> dict[tuple[str, ...], EntityType]:
    """The kinds that are told, and nothing against them; a person's is told by one mention."""
    told: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    met = Counter(key for key, _ in keyed)
    for i, (key, name) in enumerate(keyed):
        before = text[max(0, name.span.start - BEFORE) : name.span.start]
        kind = _kind(before, text[name.span.end : name.span.end + BEHIND])
        house = text[slice(*name.span)].lower().split()[-1] in HOUSES and before.endswith(" at ")
        # `a nurse at Carrow General`
        behind = keyed[i + 1 : i + 2]
        led = len(key) > 1 and not gender_of_given(key[0]) and _is_led_by(text, name, behind)
        if kind is None and (house or led or _has_a_person(text, name, behind)):
            kind = "organization"
        if kind == "organization" and _is_a_maker(text, name, key):
            continue
        if kind is not None:
            told[key][kind] += 1
    kinds: dict[tuple[str, ...], EntityType] = {}
    for key, counted in told.items():
        kind, times = counted.most_common(1)[0]
        seldom = kind == "place" and times < OFTEN and met[key] > SELDOM
        if counted["person"]:
            kinds[key] = "person"
        elif not seldom:
            kinds[key] = kind
    return kinds


def _is_a_maker(text: str, name: Name, key: tuple[str, ...]) -> bool:
    """Whether what is told of a name tells of a person, too: `Ada Falk, a guitar maker`."""
    full = name.type == "person" and len(key) > 1 and gender_of_given(key[0]) is not None
    return full and MAKES.match(text, name.span.end) is not None


def _has_a_person(text: str, name: Name, behind: Sequence[tuple[tuple[str, ...], Name]]) -> bool:
    """Whether what is behind a name is who speaks for it: `Falk Motors’ Ada Holm`."""
    return any(
        person.type == "person" and len(key) > 1
        and text[name.span.end : person.span.start] in ("’ ", "' ", "’s ", "'s ")
        for key, person in behind
    )  # fmt: skip


def _is_led_by(text: str, name: Name, behind: Sequence[tuple[tuple[str, ...], Name]]) -> bool:
    """Whether who is behind a name has an office in a firm: `Falk Homes vice president Bo Holm`."""
    return name.type in ("person", "other") and any(
        person.type == "person" and LED_BY.fullmatch(text, name.span.end, person.span.start)
        for _, person in behind
    )


def _kind(before: str, behind: str) -> EntityType | None:
    """What one mention is told to be by the words before it and behind it."""
    if WHICH.match(behind) and not OF_SOMEBODY.match(behind):
        return "organization"  # `Rival Falk, which makes boats`
    if OF_SOMEBODY.match(behind) or _is_role(before):
        return "person"
    if OF_A_BODY.match(behind) or IS_A_BODY.match(behind) or IN_A_BODY.search(before):
        return "organization"
    if A_BODYS.match(behind) and ONE.search(before):
        return "organization"
    if OF_A_COUNTRY.match(behind) or IN_A_PLACE.search(before):
        return "place"
    return None


def _is_role(before: str) -> bool:
    works_for = WORKS_FOR.search(before)
    if works_for is not None and is_role_noun(works_for["role"].lower()):
        return True
    found = BEFORE_SOMEBODY.search(before)
    word = found[1].lower() if found else ""
    return word in TITLES or (is_role_noun(word) and word not in BUSINESSES)
