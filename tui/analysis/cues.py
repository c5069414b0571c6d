"""Cue words: which words tell that somebody says something, and how surely in their frame."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from tui.analysis.digests import text_of
from tui.analysis.frames import AUXILIARIES, DETERMINERS, PREPOSITIONS, following, preceding
from tui.analysis.tokens import Token

# Verbs that report speech in any newspaper. How often each one does so in which frame is learned
# (weights/cues.json); this list is for the many that are too rare to learn.
SPEECH_VERBS = """
accept accuse acknowledge add address admit advise affirm agree allege announce answer apologise
apologize argue ask assert assure attest bark beg blame blast blurt boast brag caution challenge
charge chide chime chip chuckle claim clarify coax command comment complain concede conclude
condemn confess confide confirm contend continue correct counter cry declare decry defend demand
deny describe detail dismiss disclose dispute echo elaborate emphasise emphasize enthuse estimate
exclaim explain fume gasp grin groan growl grumble gush hail hiss hint holler implore imply
indicate inform inquire insinuate insist instruct interject intone invite jest joke lament laugh
lecture maintain marvel mention moan mumble murmur muse mutter note object observe offer opine
order outline plead pledge point ponder post postulate praise predict press proclaim profess
promise pronounce propose protest query question quip quote rail rant read reason reassure recall
reckon recite recommend recount reflect reiterate reject relate relay remark remember remind
repeat reply report request respond retort reveal roar rule say scoff scold scream shout shrug
sigh slam smile snap snarl sneer sob speculate stammer state stipulate stress suggest summarise
summarize surmise swear sympathise taunt tease tell testify text thank theorise threaten thunder
toast tweet underline underscore urge vent venture vow wail warn weep whine whisper wonder write
yell email chant beam bellow croak gloat huff jeer purr rasp shriek sing sniff
snort spit splutter stutter titter wheeze coo drawl yelp crow hoot
""".split()  # fmt: skip
IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "read": "reads reading",
    "swear": "swears swore sworn swearing",
    "weep": "weeps wept weeping",
    "sing": "sings sang sung singing",
    "spit": "spits spat spitting",
    "label": "labels labeled labelled labeling labelling",
}
DOUBLING = frozenset("admit beg brag chip dub grin quip refer slam snap sob".split())
# How it is told that somebody was asked something.
ASKED = frozenset("asked pressed challenged questioned quizzed".split())
# The same, and what whoever wants to know does.
ASKING = ASKED | frozenset("ask asks asking wondered wonders".split())
# They give a thing its name and report nothing.
NEVER = frozenset("known named nicknamed titled entitled subtitled headed headlined".split())
PRIOR = 0.03
STRENGTH = 6.0
UNLEARNED = 0.75
# What stands between a name and a verb of speech: `Gail Ross, 45, later said`.
BEHIND_NAME = re.compile(
    r"(?:, (?:aged )?\d{1,3},?|,)?(?: (?:has|had|also|later|then|now|again)){0,2}"
    r" (?P<verb>[a-z]+)\b"
)


def inflections(verb: str) -> list[str]:
    """The forms of a verb: base, third person, past, participles."""
    if verb in IRREGULAR:
        return [verb, *IRREGULAR[verb].split()]
    if verb in DOUBLING:
        stem = verb + verb[-1]
        return [verb, verb + "s", stem + "ed", stem + "ing"]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    hisses = verb.endswith(("s", "sh", "ch", "x"))
    s = "es" if hisses or (verb.endswith("o") and verb[-2] not in "aeiou") else "s"
    return [verb, verb + s, verb + "ed", verb + "ing"]


SPEECH_FORMS = frozenset(form for verb in SPEECH_VERBS for form in inflections(verb))
# What somebody says somebody else *is*: the content stands right behind.
NAMING_FORMS = frozenset(
    form
    for verb in """
call describe dub brand label dismiss hail denounce condemn deride term portray refer characterise
characterize criticise criticize mock praise
""".split()
    for form in inflections(verb)
)  # fmt: skip
TELL_FORMS = frozenset(
    form
    for verb in """
tell inform remind assure warn advise ask urge order instruct reassure notify email text beg
implore accuse
""".split()
    for form in inflections(verb)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueCounts:
    """How often a word stood in the training text, and how often as a cue; the same by frame."""

    seen: int
    cued: int
    by_following: dict[str, tuple[int, int]]
    by_preceding: dict[str, tuple[int, int]]


@cache
def learned() -> dict[str, CueCounts]:
    """The counts in weights/cues.json, by lower-case word form."""
    raw = json.loads(text_of("cues.json"))
    return {
        form: CueCounts(
            entry[0],
            entry[1],
            {c: (n, k) for c, (n, k) in entry[2].items()},
            {c: (n, k) for c, (n, k) in entry[3].items()},
        )
        for form, entry in raw["forms"].items()
    }


def cue_probability(tokens: Sequence[Token], i: int) -> float:
    """How surely the word at `i` is a cue, in [0, 1]: counted per form, adjusted by its frame.

    The log-odds of the form are shifted by what is known of the word before and the word after,
    each smoothed towards the form's own (naive Bayes).
    """
    token = tokens[i]
    low = token.low
    if not token.is_word or low in AUXILIARIES | DETERMINERS | NEVER:
        return 0.0
    counts = learned().get(low)
    after, before = following(tokens, i), preceding(tokens, i)
    if counts is None:
        if low not in SPEECH_FORMS or before in ("determiner", "possessive", "preposition"):
            return 0.0
        sure = after in ("that", "pronoun", "quote", ":", "question") or before == "pronoun"
        return UNLEARNED if sure else UNLEARNED * 0.6
    base = (counts.cued + PRIOR * STRENGTH) / (counts.seen + STRENGTH)
    odds = _logit(base)
    for table, key in ((counts.by_following, after), (counts.by_preceding, before)):
        n, k = table.get(key, (0, 0))
        odds += _logit((k + base * STRENGTH) / (n + STRENGTH)) - _logit(base)
    if before in ("determiner", "possessive") and low != "according":
        odds -= 1.0
    return 1 / (1 + exp(-odds))


def is_speech_verb(low: str) -> bool:
    """Whether a form may introduce words in quotation marks."""
    if low in SPEECH_FORMS:
        return True
    counts = learned().get(low)
    if counts is None or low in PREPOSITIONS | NEVER:
        return False
    return counts.cued / counts.seen > 0.35


def speaks_behind(text: str, end: int) -> bool:
    """Whether right behind a name, which ends at an offset of the text, it is told that they speak:
    `Gail Ross, 45, later said`.
    """
    behind = BEHIND_NAME.match(text, end)
    return behind is not None and is_speech_verb(behind["verb"])


def reports(low: str) -> bool:
    """Whether a form tells more often than not, wherever it stands, that somebody speaks."""
    counts = learned().get(low)
    return low in SPEECH_FORMS if counts is None else counts.cued / counts.seen > 0.5


def _logit(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
