"""Given names that stand for one another: short forms and spellings, `Bob` and `Robert`."""

from typing import Final

# Each line has forms of one name, the full ones first; a short form may stand in several.
_FORMS: Final = """
abigail abby; abraham abe; albert al bert bertie; alexander alex alec sandy sasha; alexandra alex
sandra sasha; alfred alf fred; alison ali; andrew andy drew; angela angie; anthony antony tony;
arthur art; barbara barb barbie babs; bartholomew bart; benjamin ben benny; bernard bernie;
bradley brad; calvin cal; cameron cam; catherine katherine kathryn cathy kathy kate katie;
charles charlie chuck chas; christine christina chris chrissy tina; christopher chris kit;
clifford cliff; cynthia cindy; daniel dan danny; david dave davy; deborah debra deb debbie;
donald don donnie; dorothy dot dottie; douglas doug; edmund ed eddie; edward ed eddie ned ted teddy;
eleanor ellie nell; elizabeth elisabeth liz lizzie beth betty eliza; eugene gene; frances fran;
francis frank; franklin frank; frederick fred freddie; gabriel gabe; geoffrey jeffrey geoff jeff;
gerald gerry jerry; gregory greg; harold harry hal; henry harry hank; herbert herb bert; isaac ike;
jacob jake; jacqueline jackie; james jim jimmy jamie; janet jan; jennifer jen jenny; jeremy jerry;
jessica jess jessie; john johnny jack; jonathan jon; joseph joe joey; joshua josh; judith judy;
kenneth ken kenny; kimberly kim; lawrence laurence larry; leonard len lenny; lewis louis lou;
madeleine maddy; margaret maggie meg peggy; martin marty; matthew matt; michael mike mick mickey;
mitchell mitch; nathan nate; nathaniel nate nat; nicholas nick nicky; nicola nicky; norman norm;
oliver ollie; pamela pam; patricia pat patty tricia trish; patrick pat paddy; peter pete;
philip phillip phil; raymond ray; rebecca becky; reginald reg reggie; richard dick rick ricky rich;
robert bob bobby rob robbie; roderick rod; rodney rod; ronald ron ronnie; rosemary rosie;
samantha sam; samuel sam sammy; sidney sid; stanley stan; stephanie steph; stephen steven steve;
stuart stewart stu; susan sue susie; terence terry; teresa theresa terry; thaddeus thad;
theodore ted teddy theo; thomas tom tommy; timothy tim timmy; valerie val; victoria vicky tori;
victor vic; vincent vince vinny; walter walt; wilfred wilf; william will bill billy willie liam;
zachary zach;
mohammed muhammad mohamed mohammad muhammed mohamad; hussein husain hossein hussain husayn;
yusuf yousef youssef yusef; ahmed ahmad; abdullah abdallah; alexei alexey aleksei aleksey;
sergei sergey serhiy; dmitry dmitri dimitri; yevgeny evgeny yevgeni evgeni; vladimir volodymyr;
yuri yury iouri; mikhail michail; nikolai nikolay mykola; alexander aleksandr oleksandr;
"""


def _by_form() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _FORMS.replace("\n", " ").split(";"):
        forms = line.split()
        for form in forms:
            found[form] = (*found.get(form, ()), forms[0])
    return found


_FULL: Final = _by_form()


def full_forms(given: str) -> tuple[str, ...]:
    """The names that a given name may be a form of, itself if there is no other. `given` is plain.

    `pat` may be a form of `patricia` and of `patrick`.
    """
    return _FULL.get(given, (given,))


def is_given_name(word: str) -> bool:
    """Whether a plain word is one of the given names that are known here."""
    return word in _FULL
