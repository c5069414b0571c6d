"""What a single line looks like: an item of a list, a quotation, a time stamp, a speaker's turn."""

import re
from collections import Counter
from collections.abc import Iterable

ITEM = re.compile(r"(?:[-*•‣◦▪·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
QUOTE = re.compile(r"\A>\s?")
# `re` compiles these two when they are first used: most articles have no such lines.
STAMP = r"\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4}T?)?(?:\s*[|–—-]\s.*[^.!?”\"])?$"
CLOCK = re.compile(r"\d{1,2}(?:[.:]\d{2}|\s?[ap]\.?m)")
RULE = re.compile(r"(?:[-*_=~·•#]\s?){3,}$")
TABULAR = re.compile(r"\S {4,}\S")
# `[00:01:30]`, `(1:30)`, `01:30 -`: when a turn begins, before its label or behind it.
MOMENT = r"[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?"
MOMENT_BEFORE = rf"(?:{MOMENT}\s*(?:[-–—|]\s+)?)?"
# Emphasis as plain text has it.
STARS = r"(?:\*\*|__|\*)?"
# `Ada Falk (Northmoor) (Lab): I will.`
ASIDE = r"(?:\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])){0,2}"
LABEL = (
    r"(?P<handle>@[\w.]{2,40}):\s+\S"
    rf"|(?:{MOMENT_BEFORE}{STARS}(?P<letter>[QA]){STARS}[.:]{STARS}\s+\S)"
    rf"|{MOMENT_BEFORE}{STARS}(?P<name>[^\W\d_][\w.,’'&/ -]{{0,90}}?(?: #\d{{1,2}})?){ASIDE}{STARS}"
    rf":{STARS}\s+(?=\S)(?P<words>.*)"
)
LONE_LABEL = (
    r"(?P<handle>@[\w.]{2,40}):?$"
    rf"|(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){{0,4}})"
    rf"(?:\s*(?:{MOMENT}:?|{ASIDE}:)|\s+(?:--|[–—])\s+[^.!?“”\"]{{3,80}})$"
    r"|(?P<role>(?i:operator|moderator|interviewer|unknown speaker|unidentified speaker)):?$"
)
# A transcript within an article may stand in quotation marks, a mark before each label in capitals.
QUOTED_TURN = frozenset('"“')
PARTICLES = frozenset("al ap bin da de del der di du el ibn la le of the van von y".split())
# What stands in an office's name, and how many words the longest may have.
WITHIN_OFFICES = frozenset("and for of the to".split())
MOST_OF_OFFICE = 12
# What kind of text it is, told before a colon.
KINDS_OF_TEXT = frozenset(
    """
analysis breaking comment exclusive explained explainer interview live obituary opinion podcast
profile q&a review transcript update video watch
""".split()
)
# Labels that open lines of many articles, and are nobody's name.
NO_SPEAKERS = KINDS_OF_TEXT | frozenset(
    (
        "abstract|address|also read|background|bottom line|byline|caption|claim|claims|"
        "clarification|contact|copyright|correction|credit|date|dates|detail|details|disclaimer|disclosure|"
        "editor's note|editor’s note|email|episode|fact|fact check|fact-check|facts|fax|file|"
        "file photo|from|full text|further reading|graphic|headline|how|image|info|"
        "investigation|key points|keywords|language|length|link|listen|live blog|location|"
        "long read|match report|media contact|more|more news|myth|no|note|note to editors|"
        "notes|now read|p.s.|phone|photo|photos|picture|pictures|place|price|ps|published|"
        "quote|rating|read|read also|read more|reality|recipe|related|result|results|score|"
        "section|see|see also|share|sign up|sketch|source|sources|special report|subject|"
        "summary|tags|tel|telephone|the bottom line|the claim|the context|the facts|"
        "the reality|the truth|the verdict|tickets|time|title|to|topics|"
        "updated|url|venue|verdict|warning|web|website|what|when|where|who|why|yes"
    ).split("|")
)
# Of these, what are some people's initials, too.
INITIALS = frozenset(["TO", "PS", "NO"])
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Judge|Justice|Senator)\.? [A-Z]")
NUMBERED = " 0123456789.#"
SOMEBODY = frozenset(
    """
member speaker voice clerk reporter juror man woman participant person protester caller child boy
girl student official officer resident
""".split()
)
# Whoever these present does not speak in their line.
PRESENTING = frozenset(
    "guest guests host hosts panel panelists panellists participants present presented presenter "
    "presenters produced producer producers speakers".split()
)
WIDEST = 110
"""The widest column that text is wrapped at."""
ENOUGH_CAPITALS = 3
ENOUGH_TURNS = 3


def names_nobody(label: str) -> bool:
    """Whether a label only tells or counts what stands behind it: `Claim 1`, `Photo`."""
    return label.strip(NUMBERED).casefold() in {"", *NO_SPEAKERS}


def stands_alone(line: str) -> bool:
    """Whether a line without space at its ends is no part of a paragraph, whatever is around it."""
    return bool(
        QUOTE.match(line) or is_stamp(line) or RULE.match(line) or TABULAR.search(line[:200])
    )


def is_stamp(line: str) -> bool:
    """Whether a line is the time stamp of a live report: `22.47`, `9:05 p.m.`, `00:41 | Name`."""
    return len(line) < 100 and bool(CLOCK.match(line) and re.match(STAMP, line))


def label_of(line: str) -> str | None:
    """The label of a line that looks like a turn (`SAND`, `Q`, `@handle`, `Dr. Sand`), or None."""
    quoted = line[:1] in QUOTED_TURN
    line = line[quoted:]
    start = line[:130]
    if ":" not in start and not re.match(r"\W{0,2}[QA]\W{0,2}\.", start):
        return None
    match = re.match(LABEL, line[:400])
    if match is None:
        return None
    if match["name"] is None:
        return None if quoted else match["handle"] or match["letter"]
    name = _described(match["name"])
    if not _may_speak(name) or not re.search(r"[^\W\d_]", match["words"]):
        return None
    return None if quoted and not _is_capital(name) else name


def lone_label(line: str) -> str | None:
    """The label of a line that holds nothing else: `Ada Falk (00:04):`, `Ada Falk 0:04`, `Ada Falk
    -- Chief Executive`, `Operator`, or None.

    One of capitals alone (`SAND`) is none: it may be a heading.
    """
    match = re.match(LONE_LABEL, line) if len(line) < WIDEST and line[-1:] not in ".!?" else None
    if match is None:
        return None
    named = match["name"] if match["name"] and _may_speak(match["name"]) else None
    return match["handle"] or match["role"] or named


def _may_speak(name: str) -> bool:
    """Whether words are written as the label of one who speaks."""
    name, counted, _ = name.partition(" #")
    words = name.split()
    if counted and words[-1].casefold() not in SOMEBODY:
        return False  # `RULE #1: Keep quiet`
    if (name.casefold() in NO_SPEAKERS and name not in INITIALS) or words[0] in PARTICLES:
        return False
    if name[0].isupper() and words[-1] in SOMEBODY and len(words) == 2:
        return True  # `Audience member`
    if words[0] == "The" and 2 < len(words) <= MOST_OF_OFFICE:
        # `The Minister for Housing: I will.`
        return all(word[0].isupper() or word in WITHIN_OFFICES for word in words)
    return name.isupper() or (
        len(words) <= 5
        and "," not in name
        and all(not word[0].islower() or word in PARTICLES for word in words)
    )


def _described(name: str) -> str:
    """A label without what it tells of a name in capitals: `ADA FALK, University of Halland`."""
    called, comma, _ = name.partition(",")
    return called if comma and _is_capital(called) and not name.isupper() else name


def speaking_labels(lines: Iterable[str]) -> frozenset[str]:
    """The labels that open turns in these lines: of handles each, of names those that recur."""
    seen = Counter(label for line in lines if (label := label_of(line)) is not None)
    capitals = sum(count for label, count in seen.items() if _is_capital(label))
    recurring = {label for label, count in seen.items() if count > 1 and _is_name(label)}
    turns = sum(seen[label] for label in recurring | {"Q", "A"})
    # `Mrs Falk: Was he there?` once in a report, and then `Dr Lund: He was.`
    titled = {label for label in seen if TITLED.match(label)}
    # `Ada Falk:` once, and `AF:` from then on
    short = {label for label, count in seen.items() if count > 1 and _is_capital(label)}
    # `TO: all staff` once, but `CB: How do you do it? TO: I do not.` over and over
    words = {label for label in INITIALS if seen[label] < 2 or len(short - INITIALS) < 1}
    return frozenset(
        label
        for label, count in seen.items()
        if label not in words
        and (
            label.startswith("@")
            or (label == "Q" and ("A" in seen or count > 1))
            or (label == "A" and ("Q" in seen or count > 1))
            or (_is_capital(label) and (count > 1 or max(capitals, turns) >= ENOUGH_CAPITALS))
            or (label in titled and len(titled) > 1)
            or (_is_name(label) and "".join(word[0] for word in label.split()) in short)
            or (
                _is_name(label)
                and turns >= ENOUGH_TURNS
                and (count > 1 or (len(recurring) > 1 and label.casefold() not in PRESENTING))
            )
        )
    )


def is_turn(line: str, labels: frozenset[str]) -> bool:
    """Whether a line opens with the label of one who speaks in this text."""
    return bool(labels) and label_of(line) in labels


def _is_capital(label: str) -> bool:
    return len(label) > 1 and label.isupper()


def _is_name(label: str) -> bool:
    """Whether a label is a name in mixed case."""
    return len(label) > 1 and not label.isupper() and not label.startswith("@")
