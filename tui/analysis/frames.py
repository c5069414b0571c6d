"""The frame of a cue word: what stands before and after it, in a few classes."""

import re
from collections.abc import Sequence

from tui.analysis.tokens import Token

PRONOUNS = frozenset("he she they it i we you who".split())
BARE_SUBJECTS = frozenset("someone somebody nobody everyone everybody others both neither".split())
RELATIVES = frozenset("who which that whom".split())
OBJECT_PRONOUNS = frozenset("him her them me us".split())
ARTICLES = frozenset(["the", "a", "an"])
DETERMINERS = frozenset(
    """
the a an this that these those his her its their my our your some any many most several all both
each every no another few more two three four five six seven eight nine ten one such other
""".split()
)
BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset(
    """
will would can could may might must shall should did does do cannot
""".split()
)
NEGATED = frozenset(
    verb + "n" + mark + "t"
    for verb in [*"is are was were has have had do does did would could should must need".split(),
                 "ca", "wo", "sha"]
    for mark in "’'"
)  # fmt: skip
AUXILIARIES = BE | HAVE | MODALS | NEGATED
PREPOSITIONS = frozenset(
    """
of for at from in on with by to about against over under into after before during between among
through without within toward towards upon near outside inside amid via per despite as than
""".split()
)
# What stands before a month that is not somebody's given name.
TIME_LEADS = frozenset("in since until till during last this next early late mid".split())
NUMBER = re.compile(
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|half"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen)(?:[-‑]\w+)*"
)
QUESTION_WORDS = frozenset("how what why whether if when where which who whose".split())
QUOTE_MARKS = frozenset(["“", '"', "''", "``", "‘", "'", "„", "«", "»", "“”"])
ADVERBS = frozenset(
    """
also then later even still just already again once often never always further furthermore now not
only ever soon first repeatedly too simply previously recently once instead meanwhile thus
sometimes long since early rather yet both finally nevertheless nonetheless publicly privately
""".split()
)
NOT_ADVERBS = frozenset(
    """
family only early daily weekly monthly ally allies reply imply apply rally supply assembly italy
july elderly anomaly bully fly rely comply multiply homily emily sally molly lily
""".split()
)


def is_number(low: str) -> bool:
    """Whether a lower-case word is a number in letters: `twelve`, `forty-one`."""
    return NUMBER.fullmatch(low) is not None


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and low not in NOT_ADVERBS and len(low) > 4)


def following(tokens: Sequence[Token], i: int) -> str:
    """The class of what follows the token at `i`."""
    if i + 1 >= len(tokens):
        return "end"
    token = tokens[i + 1]
    low = token.low
    if low in QUOTE_MARKS:
        return "quote"
    if not token.is_word:
        return token.text if token.text in (",", ".", ":", ";") else "mark"
    if low == "that" or low in ("to", "of", "for", "by", "as"):
        return low
    if low in QUESTION_WORDS:
        return "question"
    if low in PREPOSITIONS:
        return "preposition"
    if low in PRONOUNS or low == "there":
        return "pronoun"
    if low in OBJECT_PRONOUNS:
        return "determiner" if low == "her" and _noun_at(tokens, i + 2) else "object"
    if low in DETERMINERS:
        return "determiner"
    if low in AUXILIARIES:
        return "auxiliary"
    if token.is_capital:
        return "capital"
    if token.text[0].isdigit():
        return "number"
    return "word"


def _noun_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word may be the noun of `her son`, and not the next part of the clause."""
    if i >= len(tokens) or not tokens[i].is_word:
        return False
    low = tokens[i].low
    return low not in PREPOSITIONS | AUXILIARIES | PRONOUNS | QUESTION_WORDS | {"that"}


def preceding(tokens: Sequence[Token], i: int) -> str:
    """The class of what stands before the token at `i`, adverbs passed over."""
    i -= 1
    while i >= 0 and tokens[i].is_word and is_adverb(tokens[i].low):
        i -= 1
    if i < 0:
        return "start"
    token = tokens[i]
    low = token.low
    if not token.is_word:
        return "comma" if token.text == "," else "quote" if low in QUOTE_MARKS else "mark"
    if low in PRONOUNS:
        return "pronoun"
    if low == "to":
        return "to"
    if low in BE:
        return "be"
    if low in HAVE or low in MODALS:
        return "auxiliary"
    if token.is_possessive:
        return "possessive"
    if low in DETERMINERS:
        return "determiner"
    if low in PREPOSITIONS or low in ("and", "or", "but"):
        return low if low == "and" else "preposition"
    if token.is_capital:
        return "capital"
    return "word"


def tells_time(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` stands where a month does, not a name: `In March Ada Falk left`."""
    return i > 0 and tokens[i - 1].low in TIME_LEADS
