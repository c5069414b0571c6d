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
WORKS = "book memoir novel film movie song album essay play show series poem painting podcast"
WORDS_BEFORE = re.compile(r"(?P<noun>[\w-]+)(?:,| (?:the|a|as))? $")
# `known to her friends as “the Ear”`
KNOWN_AS = re.compile(r"\bknown (?:[\w’'-]+ ){1,6}as (?:the |an? )?$", re.IGNORECASE)
# `a book about losing, “Second Best,”`
WORK_BEFORE = re.compile(rf"\b(?:{WORKS.replace(' ', '|')})\b[^.,;:!?“”\"]{{1,40}}, $")
# `they call her “Radio”`
CALLED = re.compile(
    r"\b(?:call|calls|called|calling|nicknamed|christened|dubbed)"
    r" (?:me|him|her|it|us|them|\w+self|[A-Z][\w’'-]+) $"
)
# `to the stands he is “the Postman”`
IS_THE = re.compile(r"\b(?:is|are|was|were) $")
LONGEST_NICKNAME = 3
NEAR = 60


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation stands where the name of a thing does: `her memoir, “Both Hands,”`.

    `text` is the article's.
    """
    stretch = max(0, quotation.start - NEAR), quotation.start
    before = WORDS_BEFORE.search(text, *stretch)
    if before is not None and before["noun"].lower() in TITLE_NOUNS:
        return True
    if KNOWN_AS.search(text, *stretch):
        return True
    width = len(quotation.mark)
    words = text[quotation.start + width : quotation.end - width]
    name = words.removeprefix("the ")
    if not in_title_case(name):
        return False
    if len(name.split()) <= LONGEST_NICKNAME:
        introduced = CALLED.search(text, *stretch) or (
            name != words and IS_THE.search(text, *stretch)
        )
        if introduced:
            return True
    return WORK_BEFORE.search(text, *stretch) is not None


def in_title_case(words: str) -> bool:
    """Whether all longer words begin with a capital letter."""
    longer = [word for word in re.findall(r"\w+", words) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)
