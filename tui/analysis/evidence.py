"""What speaks for a sentence, or against it, as numbers that a summariser weighs."""

import re
from functools import lru_cache
from math import log

from tui.analysis.model import QuoteKind

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# A sentence that begins with one of these hangs on what stands before it.
LEANING = frozenset(
    """
it it's its that that's this these those they they're them their theirs he him his she her hers one
ones there's such and but so or nor yet because then also still instead therefore however besides
meanwhile thus hence otherwise too if
""".split()
)
# Who tells what somebody else says makes another's point.
REPORTING = frozenset("said says say told tells tell asked asks ask".split())
# In other words, and begun so: a question, whose answer is another's.
ASKING = frozenset("what who whom whose how why whether if where when which".split())
# In other words, and begun so: only the end of a clause, `blamed it | on the price of fish`.
CUT = frozenset(
    """
on of for with as about from by in at to against than over into after before during under out
""".split()
)
COURTESIES = re.compile(
    r"\b(?:thanks?|thanked|good (?:morning|afternoon|evening|night)|hello|welcome|goodbye|please|"
    r"sorry|congratulations)\b",
    re.IGNORECASE,
)
DENIALS = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|nor|neither|cannot)\b|n['’]t\b", re.IGNORECASE
)
DUTIES = re.compile(
    r"\b(?:must|should|ought|needs?|have to|has to|cannot|can['’]t)\b", re.IGNORECASE
)
# How it is told: as a question, as a name for something, or as what somebody stands for.
ASKED = re.compile(r"\b(?:ask(?:s|ed|ing)?|wonder\w*|inquir\w+|quer(?:y|ied))\b", re.IGNORECASE)
CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|describ\w+|dubb\w+)\b", re.IGNORECASE)
STOOD_FOR = re.compile(
    r"\b(?:accus\w+|warn\w*|promis\w+|vow\w*|insist\w*|admit\w*|claim\w*|call(?:s|ed|ing) for|"
    r"urg\w+|demand\w*|announc\w+|conced\w+|argu\w+|contend\w*|alleg\w+|pledg\w+|maintain\w*|"
    r"acknowledg\w+|blam\w+|critici\w+)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d")
MYSELF = re.compile(r"\b(?:I|me|my)\b")
OUTLOOK = re.compile(r"\b(?:will|would|won['’]t|shall|going)\b|['’]ll\b", re.IGNORECASE)
GROUNDS = re.compile(r"\b(?:because|but|if|so|than|unless)\b", re.IGNORECASE)
# What has a verb is a claim; what has none may be only the name of something.
VERBS = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|be|been|can|could|should|must|do|did|does|not)\b"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(r"\?[”\"’'»]*$")
# A sentence of more words than these is a long one.
LONG = 25
# So little trust is as good as none.
LEAST_SURE = 0.05


def leaning(text: str, *, quoted: bool = True) -> bool:
    """Whether a sentence hangs on what stands before it: it begins with a pronoun or connective.

    Where it is not `quoted`, a `that` before it only says that it is a clause.
    """
    words = _words(text)
    return not LEANING.isdisjoint((words if quoted else _without_that(words))[:1])


def length(text: str) -> float:
    """The logarithm of the number of its words: the tenth says less than the second."""
    return log(1 + len(_words(text)))


def spoken(
    text: str, kind: QuoteKind, told: tuple[str, str], confidence: float
) -> dict[str, float]:
    """What the words of a speaker's sentence, and how it is told, say for it or against it.

    `told` is what stands before and after it in the article's sentence; `confidence` in [0, 1] is
    how sure it is that the speaker says so.
    """
    words = _words(text)
    quoted = kind == "direct"
    clause = words if quoted else _without_that(words)
    before, after = told
    around = f"{before} … {after}"
    question = not quoted and not ASKING.isdisjoint(clause[:1])
    return {
        "length": length(text),
        "sure": log(max(LEAST_SURE, confidence)),
        "leaning": float(leaning(text, quoted=quoted)),
        "cut": float(not quoted and not CUT.isdisjoint(clause[:1])),
        "reporting": float(not REPORTING.isdisjoint(words)),
        "asking": float(question or ASKED.search(around) is not None),
        "courtesy": float(COURTESIES.search(text) is not None),
        "clause": float(len(clause) < len(words)),
        "quoted": float(quoted),
        "partly quoted": float(kind == "mixed"),
        "question": float(QUESTION.search(text) is not None),
        "number": float(NUMBER.search(text) is not None),
        "self": float(MYSELF.search(text) is not None),
        "outlook": float(OUTLOOK.search(text) is not None),
        "grounds": float(GROUNDS.search(text) is not None),
        "verb": float(VERBS.search(text) is not None),
        "long": max(0, len(words) - LONG) / 10,
        "denial": float(DENIALS.search(text) is not None),
        "duty": float(DUTIES.search(text) is not None),
        "called": float(CALLED.search(before) is not None),
        "stood for": float(STOOD_FOR.search(around) is not None),
    }


def _without_that(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[:1] == ("that",) else words


# a sentence is asked several things, one after the other
@lru_cache(8)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in WORD.findall(text))
