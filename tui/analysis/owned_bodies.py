"""Names of bodies with an owner in them: `St Brendan’s Hospital`, `the Farmers’ Union`."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tui.analysis.capital_runs import FUNCTION_WORDS, is_capital
from tui.analysis.character import TITLES
from tui.analysis.common_words import is_common
from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.noun_phrases import TIME_WORDS
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token, tokens
from tui.article.model import Span

OWNS = re.compile(r"(?:[’']s|(?<=s)[’']) (?=[A-Z])")
SAINTS = frozenset(["st", "st.", "saint"])
BODIES = ORGANIZATION_WORDS | frozenset(
    """
school court list centre center clinic infirmary hospice cathedral parish band choir
congress aid fund
""".split()
)
# So many characters of a name are looked at before an owner's ending and behind it.
REACH = 60
JOINING = frozenset(["and", "&"])


def owned_bodies(text: str) -> Iterator[Span]:
    """The names of bodies that have somebody's in them, in order. Linear in the text.

    Whoever owns them is a saint, or is told by common words (`Workers’`, `Coroner’s`), which have
    a capital as they are part of a name; any other owner is somebody else (`Halland’s Parliament`),
    but of a shop that is called so: `Falk’s Feed & Seed`.
    """
    for owns in OWNS.finditer(text):
        begin = max(0, owns.start() - REACH, text.rfind("\n", 0, owns.start()) + 1)
        owner = _owner(tokens(text, begin, owns.start()))
        behind = tokens(text, owns.end(), min(len(text), owns.end() + REACH))
        body = _body(list(takewhile(_may_belong, behind)))
        if not owner or not body:
            continue
        if owner[0].low in SAINTS or _is_a_noun(owner[-1].low) or _is_a_shop(body):
            yield Span(owner[0].start, body[-1].bare_end)


def _owner(words: Sequence[Token]) -> Sequence[Token]:
    """The words with capitals at the end of some; those before an `and` if they are common, too."""
    first = len(words)
    while first and _names(words[first - 1]):
        first -= 1
    owner = words[first:]
    if not owner or owner[-1].low in TIME_WORDS | ORGANIZATION_WORDS:
        return ()
    joined = words[first - 1].low in JOINING if first else False
    before = _owner(_bare(words[: first - 1])) if joined else ()
    alike = before and all(_is_a_noun(w.low) for w in (*before, *owner))
    return words[words.index(before[0]) :] if alike else owner


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    """Words without a plural's apostrophe at the end: `Officers’ and Pilots’`."""
    return words[:-1] if words and words[-1].text in ("’", "'") else words


def _body(words: Sequence[Token]) -> Sequence[Token]:
    """The words with capitals as far as the last that says what a body is; `Feed & Seed`."""
    if len(words) > 2 and words[1].text == "&" and words[2].is_capital:
        return words[:3]
    last = max((i for i, w in enumerate(words) if w.low in BODIES), default=None)
    return words[: last + 1] if last is not None else ()


def _is_a_shop(body: Sequence[Token]) -> bool:
    return any(word.text == "&" for word in body)


def _is_a_noun(low: str) -> bool:
    """Whether a word tells of whose a body is as no name does."""
    return is_common(low) or is_role_noun(low) or low in TITLES


def _names(word: Token) -> bool:
    return is_capital(word) and word.low not in FUNCTION_WORDS


def _may_belong(word: Token) -> bool:
    if word.is_possessive and word.low not in BODIES:
        return False
    return _names(word) or word.low in JOINING or word.low in ("of", "for")
