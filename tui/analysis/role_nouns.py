"""Nouns for what people are and do, and for bodies and papers that speak."""

from collections.abc import Sequence
from functools import lru_cache

ROLE_NOUNS = frozenset(
    """
actor actress activist adviser advisor administrator advocate agent aide ally ambassador analyst
anchor apprentice archaeologist architect archbishop artist assistant astronomer athlete attorney
author banker baker barrister biologist bishop boss botanist brother builder candidate captain
cardinal chair chairman chairwoman chairperson chancellor chef chemist chief clerk coach colleague
colonel columnist commander commissioner composer congressman congresswoman conservationist
constable consultant contractor co-author co-founder coordinator coroner correspondent councillor
councilman councilwoman counsel counterpart cousin critic curator daughter dean defendant defender
delegate deputy designer detective developer diplomat director doctor donor driver ecologist
economist editor engineer envoy epidemiologist executive expert farmer father ferryman fighter
filmmaker firefighter fisherman forward founder friend gardener general goalkeeper governor
grandfather grandmother grandson granddaughter guard guitarist head headteacher historian host
husband hydrologist inspector instructor interpreter investigator investor journalist judge
justice keeper lawmaker lawyer leader lecturer librarian lieutenant linguist magistrate major
manager marshal mathematician mayor mediator member merchant meteorologist midfielder minister
moderator monk mother musician negotiator neighbour neighbor nephew niece nominee novelist nun
nurse officer official operator organiser organizer owner painter partner passenger pastor patient
pharmacist photographer physician physicist pilot player playwright poet policeman policewoman
politician pollster pope porter postdoctoral premier president priest prince princess principal
prisoner producer professor prosecutor psychiatrist psychologist publisher pupil queen king
researcher rector referee registrar regulator reporter representative resident reviewer rival
runner sailor scholar scientist sculptor secretary senator sergeant shepherd shopkeeper singer
sister skipper smuggler solicitor soldier son spokesman spokesperson spokeswoman spy staffer
stepfather stepmother strategist striker student superintendent surgeon surveyor suspect teacher
teammate team-mate technician tenant trader trainer treasurer trustee tutor uncle aunt
undersecretary undertaker vet veteran vice-president vicar victim villager volunteer waiter
waitress warden whistleblower widow widower wife winemaker witness worker writer zoologist man
woman boy girl winger ex-chief ex-minister incumbent challenger visitor campaigner organist
conductor entrepreneur geologist oceanographer virologist neurologist astronaut beekeeper
carpenter plumber electrician predecessor successor figure insider loyalist purser
steward stewardess juror bailiff source reader pensioner trainee shopper commuter
ceo cfo coo cto
quarterback linebacker pitcher outfielder fullback batsman bowler wicketkeeper goaltender cyclist
swimmer sprinter boxer jockey golfer skater skier gymnast wrestler rower rapper drummer bassist
violinist pianist cellist soprano choreographer dancer comedian blogger podcaster rancher miner
welder machinist cashier bartender paramedic midwife dentist anaesthetist anesthetist ombudsman
sheriff trooper lifeguard diver demographer statistician actuary auditor bookkeeper clerk
geneticist ethicist cartographer archivist prosecutor arborist forester logger trapper dockworker
stevedore trucker cabbie courier
abbot adjudicator admiral alderman assessor auctioneer barista baroness bookseller brewer bursar
caddie caretaker caterer chaplain chauffeur clergyman cleric commentator comptroller convener
counsellor creditor cricketer curate dietitian dispatcher dramatist educator environmentalist
eyewitness financier fishmonger footballer forecaster foreman fundraiser hairdresser headmistress
hotelier illustrator imam inmate inventor janitor jeweller labourer lady landlady landlord landowner
legislator lobbyist locksmith magnate matron mechanic missionary mortician motorist nanny naturalist
navigator neuroscientist newsreader nutritionist optician paediatrician pediatrician parishioner
parliamentarian performer philanthropist philosopher physiotherapist postman preacher presenter
programmer proprietor protester protestor publican publicist rabbi railwayman ranger refugee
restaurateur rider roofer salesman schoolgirl schoolboy schoolteacher screenwriter scriptwriter
seamstress settler songwriter speaker stockbroker supervisor survivor taxpayer therapist translator
tycoon umpire underwriter valuer vendor voter warehouseman watchman youth taoiseach tánaiste
whistle-blower monitor comhairle
provost backbencher frontbencher claimant plaintiff complainant appellant respondent petitioner
interviewer caller listener viewer pundit linesman goalscorer full-back centre-back playmaker
guest customer diner onlooker bystander passer-by spectator reveller tourist traveller
holidaymaker parent mum mom dad stepdad stepmum gran granny nan grandma grandpa grandad granddad
hubby businessman fireman gunman serviceman cameraman sportsman craftsman tradesman workman
winner runner-up champion finalist medallist contestant frontman
barber cobbler grocer florist bandmate bride boyfriend girlfriend fiancé fiancée socialite
alumnus alumna sophomore freshman
employee homeowner householder applicant attendee hiker camper pedestrian cop bidder broker dealer
operative intern graduate undergraduate grower breeder retiree freelancer bouncer busker butcher
supporter backer associate confidant confidante foe surrogate constituent appointee fan adversary
gamekeeper groundskeeper storekeeper innkeeper roommate flatmate housemate classmate playmate
sheikh mullah ayatollah mogul grandee stalwart firebrand
shipowner running-back tight-end
user commenter whip favourite favorite influencer mp msp mep td mla mpp
collector dj emeritus maulana maulvi supremo dcp acp dsp sdm sho dgp igp adgp
brother-in-law father-in-law son-in-law sister-in-law mother-in-law daughter-in-law
assemblyman assemblymember boardmember councilmember crewmember committeeman selectman
freeholder deacon tem tempore reliever shortstop receiver catcher baseman infielder hitter
slugger cornerback tailback halfback lineman kicker punter goalie netminder defenseman defenceman
flanker fly-half scrum-half centre-half left-back right-back wing-back right-hander left-hander
southpaw seamer
""".split()
)
MALE = frozenset(
    """
man boy father brother son husband grandfather uncle nephew king prince widower grandson spokesman
congressman policeman fisherman ferryman stepfather gentleman waiter councilman monk
businessman fireman gunman serviceman cameraman sportsman craftsman tradesman workman
clergyman foreman landlord postman railwayman salesman schoolboy watchman
dad stepdad grandpa grandad granddad hubby boyfriend fiancé
brother-in-law father-in-law son-in-law
""".split()
)
FEMALE = frozenset(
    """
woman girl mother sister daughter wife grandmother aunt niece queen princess widow granddaughter
spokeswoman chairwoman congresswoman policewoman actress stepmother lady waitress councilwoman nun
heiress landlady headmistress baroness seamstress schoolgirl sister-in-law mother-in-law
daughter-in-law mum mom stepmum gran granny nan grandma girlfriend fiancée bride
""".split()
)
KIN = frozenset(
    """
father mother brother sister son daughter husband wife widow widower grandfather grandmother
grandson granddaughter uncle aunt nephew niece cousin stepfather stepmother child parent
mum mom dad stepdad stepmum gran granny nan grandma grandpa grandad granddad hubby
brother-in-law father-in-law son-in-law sister-in-law mother-in-law daughter-in-law
""".split()
)
BODIES = frozenset(
    """
academy administration agency airline army association authority bank board body brand broadcaster
bureau business cabinet camp campaign centre center chain chamber charity church city club
coalition college commission committee company confederation consortium corporation council
country court defence defense delegation department diocese embassy federation firm force
foundation franchise fund government group guild hospital house industry insurer institute
institution journal jury kingdom laboratory league magazine manufacturer ministry mission
monastery movement museum network newspaper office opposition organisation organization outlet
paper parish parliament party police port press province publisher regime regulator republic
school senate service site society startup state station supplier team think-tank town trade
tribunal trust union university village watchdog website white crown prosecution navy retailer
operator agency committee
""".split()
)
# What a company is called by its trade.
TRADES = frozenset(
    """
maker carmaker automaker chipmaker drugmaker planemaker shipbuilder housebuilder lender brewer
grocer conglomerate multinational retailer manufacturer insurer airline supplier
""".split()
)
BODIES |= TRADES
# What a company is called beside its trade: `the drinks giant`.
CALLED_BODIES = frozenset("carrier giant titan broadcaster homebuilder".split())
# Bodies that are somebody's: `the Office of Governor Ada Falk`.
OF_SOMEBODY = frozenset(
    """
party office government cabinet administration regime campaign camp team army movement company firm
""".split()
)
# Bodies that are called like persons: `the coast guard`.
COMPOUND_BODIES = {("coast", "guard"), ("national", "guard"), ("home", "guard")}
# What anybody may be for an hour, whatever else they are.
PASSING_ROLES = frozenset(
    """
witness defendant accused suspect victim visitor guest caller speaker newcomer interviewee
""".split()
)
# Of these, what a court calls who is tried in it.
ON_TRIAL = frozenset(["defendant", "accused"])
# Who brings others to court or speaks for them there, and is neither tried nor a suspect.
AT_LAW = frozenset(
    """
attorney barrister constable coroner counsel detective inspector judge lawyer
magistrate policeman policewoman prosecutor sheriff solicitor superintendent
""".split()
)
# What one who was named is called for a change: `the striker`, `the singer`.
EPITHETS = frozenset(
    """
striker midfielder winger goalkeeper defender forward fullback full-back centre-back playmaker
quarterback linebacker pitcher outfielder batsman bowler wicketkeeper goaltender goalscorer singer
rapper actor actress novelist politician lawmaker tycoon entrepreneur businessman businesswoman
athlete runner swimmer skier sprinter wrestler boxer skater gymnast rower cyclist sailor golfer
reliever shortstop receiver catcher baseman infielder hitter slugger cornerback tailback halfback
lineman kicker goalie netminder defenseman defenceman flanker fly-half scrum-half left-back
right-back wing-back right-hander left-hander southpaw seamer
pensioner teenager youngster veteran academic democrat republican tory native newcomer rookie star
running-back tight-end
""".split()
)
# What somebody is called by whose title another word stands before the name: `Pope Paul`, `the
# pontiff`; and peers, whose titles are their names.
BY_RANK = frozenset(
    "pontiff monarch sovereign duke duchess earl countess marquess viscount".split()
)
# The same behind what they have long been of: `the Tory grandee`.
OLD_HANDS = frozenset("grandee veteran stalwart firebrand legend".split())
# Nouns that any body may be called.
ANY_BODY = frozenset(
    "agency body company firm group institution organisation organization outfit outlet".split()
)
# A body that has one of these nouns is none of the others.
BUSINESSES = TRADES | frozenset(
    """
company firm business retailer manufacturer operator corp corporation inc ltd plc llc holdings
industries foods fuels lines motors airlines airways energy pharmaceuticals
""".split()
)
# What a company's name ends in where it is written in full, and what such a one is called.
LEGAL = frozenset("inc corp corporation co ltd limited plc llc llp gmbh ag sa spa holdings".split())
# What a club's name ends in, and what such a one is called.
CLUBS = frozenset("rovers united athletic city town wanderers albion fc rangers county".split())
CLUB = frozenset("club side team".split())
COMPANY = frozenset("company firm business".split())
NO_BUSINESSES = frozenset(
    """
agency association authority church college commission committee council court department
federation government guild ministry parliament party police senate union university
""".split()
)
PAPERS = frozenset(
    """
account act advertisement affidavit agreement analysis announcement article assessment audit banner
bill blog book brief bulletin charter clause code communique communiqué complaint constitution
contract data document dossier draft editorial email essay evidence facebook figures filing files
form findings forecast guidance guidelines headline index indictment inquiry inscription invitation
law lawsuit leaflet legend letter manual memo memoir memorandum message minutes motion motto note
notebook notice obituary opinion order page pamphlet paper petition placard plan platform poll post
poster programme proposal prospectus proverb readout record records report resolution review rules
ruling script sign slogan song statement statistics statute story study summary survey tally
testimony text theory transcript treaty tweet verdict video website rulebook billboard brochure
timeline caption card circular declaration diary e-mail epitaph flier flyer gravestone headstone
label log manifesto newsletter plaque postcard release sticker
""".split()
)
PEOPLE = frozenset(
    """
people officials critics analysts experts residents voters supporters opponents students teachers
parents workers nurses doctors lawyers scientists researchers authors economists politicians
lawmakers democrats republicans senators neighbours neighbors campaigners activists protesters
demonstrators observers investors traders fans readers members leaders ministers sources witnesses
families relatives friends colleagues rivals prosecutors police investigators villagers farmers
fishermen historians diplomats soldiers guards customers users organisers organizers aides
advisers allies both others many some men women children locals unions companies countries
governments republicans conservatives liberals tories analysts reporters journalists engineers
staff crews
""".split()
)
# Nouns for several, though they are singular.
CROWDS = frozenset(
    "audience congregation couple crew crowd duo family household majority pair public trio".split()
)
# Who of those in politics may be a member of parliament, as no other role of theirs tells.
POLITICIANS = frozenset(
    "minister whip opposition shadow treasurer frontbencher backbencher lawmaker politician".split()
)
# Of these, what two are called.
COUPLES = frozenset("couple duo pair".split())
IRREGULAR_AGENTS = {
    "led": "leader",
    "ran": "head",
    "runs": "head",
    "heads": "head",
    "headed": "head",
    "chairs": "chair",
    "chaired": "chair",
    "coaches": "coach",
    "coached": "coach",
    "taught": "teacher",
    "sang": "singer",
    "drove": "driver",
}
# What somebody does once makes nobody that.
PASSING = frozenset(
    """
visitor challenger defender striker worker keeper adviser reporter ranger rider voter speaker caller
listener viewer survivor settler creditor presenter performer protester protestor interviewer
dispatcher navigator preacher
""".split()
)
# Words of which each may stand for the others.
ALIKE = [
    frozenset(words.split())
    for words in (
        "judge justice magistrate",
        "manager boss coach gaffer",
        "lawyer attorney barrister solicitor counsel",
        "doctor physician surgeon",
        "chairman chairwoman chairperson chair",
        "spokesman spokeswoman spokesperson",
        "author writer novelist memoirist",
        "professor academic scholar scientist researcher",
        "captain skipper",
        "officer policeman policewoman constable inspector sergeant detective",
        "lawmaker legislator senator representative congressman congresswoman",
        "leader president chief head boss",
        "ceo executive",
        "minister secretary",
        "premier prime",
        "ambassador envoy diplomat",
        "pope pontiff",
        "king monarch sovereign ruler",
        "queen monarch sovereign ruler",
        "director filmmaker",
        "owner shipowner landowner",
        "billionaire businessman businesswoman entrepreneur investor magnate mogul tycoon",
        "singer musician",
        "rapper musician",
        "guitarist musician",
        "drummer musician",
        "priest vicar rector pastor clergyman curate",
        # `the company` is `Calloway Fuels`, and so is `the operator`
        "company firm business operator corp corporation inc ltd plc llc holdings industries foods"
        " fuels lines motors airlines airways energy pharmaceuticals",
        "union workers federation",
        "newspaper times courier herald mercury gazette tribune guardian telegraph chronicle"
        " observer beacon",
    )
]
# Roles that are another person's, too.
RELATIVE = frozenset("counterpart predecessor successor colleague".split())
# In which year of school or college somebody is, right before the name.
YEARS = frozenset(["senior", "junior"])
# Who rules a place, where the word stands before it; else it may be a given name: `Emir Falk`.
RULERS = frozenset("sultan emir oba ooni alaafin nawab maharaja nizam khedive".split())
# Offices that are written in letters: `the CM`.
IN_LETTERS = {"cm": ("chief", "minister"), "pm": ("prime", "minister"), "fm": ("minister",)}
# Members of a parliament, who are told by their seats: `the Hexley MP`.
MEMBERS = frozenset("mp msp mep td mla mpp".split())
# Words that make of a role another one.
RANKS = frozenset("deputy vice assistant former ex acting junior shadow interim then late".split())


@lru_cache(4096)
def alike(noun: str) -> frozenset[str]:
    """A role noun and those that may stand for it."""
    noun = noun.removeprefix("ex-")
    return frozenset({noun}).union(*(words for words in ALIKE if noun in words))


@lru_cache(20_000)
def is_role_noun(low: str) -> bool:
    """Whether a word may name what somebody is: in the list, hyphened from it, or of its shape."""
    if low in ROLE_NOUNS:
        return True
    if "-" in low and (
        low.rsplit("-", 1)[-1] in ROLE_NOUNS or low.split("-of-", 1)[0] in ROLE_NOUNS
    ):
        return True  # `the ex-minister`, `Mum-of-three Ada Falk`
    return low.endswith(("ologist", "woman", "ographer", "keeper", "master")) and len(low) > 6


def in_full(lows: Sequence[str]) -> list[str]:
    """Some words in lower case, offices that are written in letters in full: `chief minister`; and
    positions as one: `running-back`.
    """
    words = [word for low in lows for word in IN_LETTERS.get(low, (low,))]
    position = "-".join(words[-2:])
    return [*words[:-2], position] if len(words) > 1 and position in EPITHETS else words


def singular(low: str) -> str:
    """What a noun for persons or bodies is in the singular, if it is one for several: `deputies`,
    `spokesmen`, `wives`, `witnesses`.
    """
    if low.endswith(("men", "wives")):
        return low[:-2] + "an" if low.endswith("men") else low.removesuffix("ves") + "fe"
    if low.endswith("ies") and len(low) > 4:
        return low.removesuffix("ies") + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low.removesuffix("es")
    return low if low.endswith("ss") else low.removesuffix("s")


def agent_noun(verb: str) -> str | None:
    """The role noun for who does what a verb says, in any of its forms: `inspected`, `mediate`."""
    if verb in IRREGULAR_AGENTS:
        return IRREGULAR_AGENTS[verb]
    stems = {verb, *(verb.removesuffix(e) for e in ("s", "es", "ed", "d", "ing"))}
    nouns = (stem.removesuffix("e") + end for stem in sorted(stems) for end in ("er", "or"))
    return next((noun for noun in nouns if noun in ROLE_NOUNS and noun not in PASSING), None)


def is_paper(low: str) -> bool:
    """Whether a word, singular or plural, may name a text: `report`, `statements`."""
    return low in PAPERS or low.removesuffix("s") in PAPERS
