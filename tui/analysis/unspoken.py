"""Words in quotation marks that nobody utters: titles, names for things, mottoes."""

import re
from collections import Counter
from collections.abc import Sequence

from tui.analysis.quotation import Quotation
from tui.article.model import Span

TITLE_NOUNS = frozenset(
    """
book memoir novel film movie song album report paper essay article play show series poem banner
sign title subtitled titled entitled headed headline headlined slogan motto called named name dubbed
nicknamed nickname known so-called word words term phrase label category project reading reads
bearing inscription post hit single track ballad documentary drama comedy musical opera hashtag
exhibition bestseller sitcom column yacht boat ship vessel trawler ferry rated marked graded stamped
classified
""".split()
)  # fmt: skip
WORKS = """book memoir novel film movie song album essay play show series poem painting podcast
motto slogan title headline nickname byname""".split()
# Where something is said, if a comma stands between: `in a post, “We go,”`, `in her words, “a bad
# joke”`. What has the capitals of a title is one.
CHANNELS = frozenset(
    """
word words phrase term post paper show book memoir report column article essay film movie
documentary series project known named called dubbed nicknamed rated marked graded classified
""".split()
)
WORDS_BEFORE = re.compile(r"(?P<noun>[\w-]+)(?P<comma>,)?(?: (?:the|a|as))? $")
# `known to her friends as “the Nose”`
KNOWN_AS = re.compile(
    r"\b(?:known (?:[\w’'-]+ ){1,10}as|identified only as|answers to) (?:the |an? )?$",
    re.IGNORECASE,
)
# `words such as “expect”`, `under the subject line “A hard letter”`, `its title is “Low Water”`
SHOWN = re.compile(
    r"\b(?:words? (?:such as|like)|subject line|(?:title|name|motto|slogan) (?:is|was)):? $",
    re.IGNORECASE,
)
# `a copy of “Salt Children”`, `best actor went to Ada Falk for “Low Water”`
WORK_OF = re.compile(
    r"\b(?:cop(?:y|ies)|cover|performance|screening|adaptation|premiere|edition|author|director|star"
    r"|publication|translation|version|sequel) of $"
    r"|\b(?:best \w+|prize|award)\b[^.;:“”\"]*\bfor $",
    re.IGNORECASE,
)
# `“Salt Children,” a novel`, `“Wet Feet” is published by`, `a “Free the Hill” page`
IS_A_WORK = re.compile(
    r"[,.]? (?:an? |the |his |her )[^.,;:]{0,30}\b(?:novel|film|book|memoir|drama|documentary|play"
    r"|song|album|series|single|opera|musical)\b(?! (?:said|says|told|tells|added|wrote|asked)\b)"
    r"| (?:is|was|will be) (?:published|released|broadcast|performed|screened|directed)\b"
    r"|(?<!,.) (?:page|campaign|petition|group|rally|banner|sign|hashtag|movement|scheme|programme"
    r"|program|initiative)\b"
)
# `wrote in these pages (“Care needs honesty”, 6 June)`
DATED = re.compile(r"[”’\"']?,? \d{1,2} \w+(?: \d{4})?\)")
# `a novel about rowing, “Third Oar,”`
WORK_BEFORE = re.compile(rf"\b(?:{'|'.join(WORKS)})\b[^.,;:!?“”\"\n]{{1,40}}, $")
# `the slogans, for the record: “Steady”`
LISTED = re.compile(
    r"\b(?:titles|slogans|mottos|mottoes|nicknames|headlines)\b[^.:!?“”\"\n]{0,40}: $"
)
# `In “Wet Rope,” she claims`, `wrote of it in “Rain at the Gate”`
PLACED = re.compile(
    r"(?:\b(?:in|from|on|with|publish|publishes|published|aired?|airs|hosts?|hosted|watch(?:ed)?"
    r"|renewed|cancell?ed)|[’']s) $",
    re.IGNORECASE,
)
# `wrote “Salt Children” in 2010`, `sang “Low Water”`; but `wrote “No More Money” on the wall`
MADE = re.compile(
    r"\b(?:wr[io]tes?|written|writing|penned|authored|compose[sd]?|s[aiu]ngs?|singing|record(?:s|ed)"
    r"|perform(?:s|ed)|play(?:s|ed)|direct(?:s|ed)|produce[sd]?|translate[sd]?) $"
)
ON_SOMETHING = re.compile(r"[,.]?[”\"’']? (?:on|onto|across|to|in (?:an?|his|her|their|its)) ")
# `they call her “Kettle”`
CALLED = re.compile(
    r"\b(?:call|calls|called|calling|nicknamed|christened|dubbed)"
    r" (?:me|him|her|it|us|them|\w+self|[A-Z][\w’'-]+) $"
)
# `to the fleet he is “the Milkman”`
IS_THE = re.compile(r"\b(?:is|are|was|were) $")
# `it bears the title “Low Water”`
TITLE_BEFORE = re.compile(r"\b(?:title|motto|slogan|nickname|headline|label) $")
# `among the crew it is “Nibbler”`
AMONG = re.compile(
    r"\b(?:to|among|around|in|at) [\w’' -]{2,30},? (?:it|he|she|they) (?:is|are|was|were) $",
    re.IGNORECASE,
)
# `“Steady” (Adair), “Onward” (Falk) and “Home”`
NEXT_IN_LIST = re.compile(r"\s?(?:\([^)]*\))?,?(?: and\b)?[^.;:!?“”\"]{0,16}\s")
LONGEST_NICKNAME = 3
# With fewer words beside the name of a thing nothing is said of it.
FEWEST = 4
BREAK = re.compile(r"\s?[,;(—–]|\s--")
NEAR = 60


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation stands where the name of a thing does: `her memoir, “Both Hands,”`.

    `text` is the article's.
    """
    stretch = max(0, quotation.start - NEAR), quotation.start
    before = WORDS_BEFORE.search(text, *stretch)
    if before is not None and before["noun"].lower() in TITLE_NOUNS:
        return not _is_told(text, quotation, before)
    if LISTED.search(text, *stretch) or is_byname(text, quotation):
        return True
    dated = text.endswith("(", 0, quotation.start) and DATED.match(text, quotation.end)
    if SHOWN.search(text, *stretch) or dated:
        return True
    words = quotation.words(text)
    if not in_title_case(words):
        return False
    if WORK_OF.search(text, *stretch) or IS_A_WORK.match(text, quotation.end):
        return True
    if MADE.search(text, *stretch) and len(words.split()) > 1 and words[-1] not in ".!?":
        return ON_SOMETHING.match(text, quotation.end) is None
    placed = PLACED.search(text, *stretch) is not None and len(words.split()) > 1
    return placed or WORK_BEFORE.search(text, *stretch) is not None


def _is_told(text: str, quotation: Quotation, before: re.Match[str]) -> bool:
    """Whether what could bear a name is where, or by what, something is said."""
    words = quotation.words(text)
    told = before["comma"] is not None and before["noun"].lower() in CHANNELS
    return told and len(words.split()) > 1 and not in_title_case(words)


def is_byname(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is what somebody is called: `they call her “Kettle”`.

    `text` is the article's.
    """
    stretch = max(0, quotation.start - NEAR), quotation.start
    if KNOWN_AS.search(text, *stretch):
        return True
    words = quotation.words(text)
    name = words.removeprefix("the ")
    if not in_title_case(name) or len(name.split()) > LONGEST_NICKNAME:
        return False
    if CALLED.search(text, *stretch):
        return True
    is_the = name != words and IS_THE.search(text, *stretch) is not None
    return is_the or AMONG.search(text, *stretch) is not None


def titles_among(text: str, quoted: Sequence[Quotation]) -> list[Quotation]:
    """Those of some quotations, in order, that name things; and those that go on their list."""
    found: list[Quotation] = []
    for q in quoted:
        listed = (
            found
            and in_title_case(q.words(text))
            and NEXT_IN_LIST.fullmatch(text, found[-1].end, q.start)
        )
        if listed or is_title(text, q):
            found.append(q)
    return found


def without_titles(text: str, span: Span, titles: Sequence[Quotation]) -> Span | None:
    """What is left of something said that takes in the names of things (`titles`).

    Nothing, where hardly anything but a title is said; of a clause that only tells what somebody is
    called, what stands before it.
    """
    inside = [q for q in titles if q.start < span.end and span.start < q.end]
    if not inside:
        return span
    rest = Counter(_plain(text[span.start : span.end]))
    for q in inside:
        rest -= Counter(_plain(text[max(q.start, span.start) : min(q.end, span.end)]))
    bears = TITLE_BEFORE.search(text, span.start, inside[-1].start)
    fewest = FEWEST * (len(inside) + bool(bears))
    if not rest or (rest.total() < fewest and all(in_title_case(q.words(text)) for q in inside)):
        return None
    bynames = [q for q in inside if is_byname(text, q)]
    if bynames:
        breaks = list(BREAK.finditer(text, span.start, bynames[0].start))
        return Span(span.start, breaks[-1].start()) if breaks else None
    return span


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words)


def in_title_case(words: str) -> bool:
    """Whether all longer words begin with a capital letter."""
    longer = [word for word in re.findall(r"\w+", words) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)
