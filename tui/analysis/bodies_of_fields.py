"""Bodies that are named after their fields: `the Centers for Disease Control and Prevention`."""

import re
from collections.abc import Iterator

from tui.analysis.character import initials
from tui.analysis.common_words import is_common
from tui.analysis.given_names import gender_of_given
from tui.analysis.name_types import ORGANIZATION_WORDS, PLACE_WORDS, is_demonym
from tui.analysis.role_nouns import PEOPLE, is_role_noun, singular
from tui.article.model import Span

FIELD = r"[A-Z][a-z]+(?: [A-Z][a-z]+)*"
# `the Department for Environment, Food and Rural Affairs`; but of the Department of Defense,
# Norvik and Falk only the first is a department
OF_FIELDS = re.compile(
    r"\b(?:(?:House|National|Senate) )?(?:Administration|Agency|Bureau|Cent(?:er|re)s?|Commission|"
    r"Committee|Department|Institutes?|Ministry|Office|Subcommittee) "
    rf"(?:(?:for|on) (?P<fields>{FIELD}(?:, {FIELD})*,? and {FIELD})"
    rf"|of (?P<listed>{FIELD}(?:, {FIELD}){{2,}},? and {FIELD}))"
)
# `Immigration and Customs Enforcement`
DOING = re.compile(
    rf"\b(?:United States )?(?P<fields>[A-Z][a-z]+ and {FIELD}) "
    r"(?:Administration|Enforcement|Protection|Services?)\b"
)
# So far before a name it is looked for what that is a part of.
REACH = 40
WITHIN = re.compile(r"[A-Z]\w+ (?:of|for|on) $")
WORD = re.compile(r"[A-Z]\w+")
ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
NO_FIELDS = ORGANIZATION_WORDS | PLACE_WORDS | PEOPLE


def bodies_of_fields(text: str) -> Iterator[Span]:
    """The names of such bodies, whole, and the acronyms that stand for them elsewhere."""
    acronyms = set[str]()
    for pattern in (OF_FIELDS, DOING):
        for found in pattern.finditer(text):
            fields = next(filter(None, found.groups()))
            # of the Institute of Politics and Public Service it is no part
            if not _are_fields(fields) or WITHIN.search(
                text, max(0, found.start() - REACH), found.start()
            ):
                continue
            yield Span(*found.span())
            whole = found[0]
            names = (whole, whole.removeprefix("United States "))
            acronyms.update(initials(name.split()).upper() for name in names)
    yield from (Span(*a.span()) for a in ACRONYM.finditer(text) if a[0] in acronyms)


def _are_fields(words: str) -> bool:
    """Whether capitalised words are what somebody deals in, and nobody's name."""
    lows = [word.lower() for word in WORD.findall(words)]
    named = any(
        low in NO_FIELDS
        or gender_of_given(low) is not None
        or is_demonym(low.title())
        or is_role_noun(singular(low))
        for low in lows
    )
    return not named and is_common(lows[-1]) and 2 * sum(map(is_common, lows)) >= len(lows)
