"""Words in quotation marks that nobody utters: titles, names for things, mottoes."""

import re

from tui.analysis.quotation import Quotation

TITLE_NOUNS = frozenset(
    """
book memoir novel film movie song album report paper essay article play show series poem banner
sign title subtitled titled entitled headed headline headlined slogan motto called named name dubbed
nicknamed nickname known so-called word words term phrase label category project reading reads
bearing inscription post
""".split()
)  # fmt: skip
WORDS_BEFORE = re.compile(r"(?P<noun>[\w-]+)(?:,| (?:the|a|as))? $")
# `known to her friends as “the Ear”`
KNOWN_AS = re.compile(r"\bknown (?:[\w’'-]+ ){1,6}as $", re.IGNORECASE)
NEAR = 60


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation stands where the name of a thing does: `her memoir, “Both Hands,”`.

    `text` is the article's.
    """
    stretch = max(0, quotation.start - NEAR), quotation.start
    before = WORDS_BEFORE.search(text, *stretch)
    named = before is not None and before["noun"].lower() in TITLE_NOUNS
    return named or KNOWN_AS.search(text, *stretch) is not None


def in_title_case(words: str) -> bool:
    """Whether all longer words begin with a capital letter."""
    longer = [word for word in re.findall(r"\w+", words) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)
