"""What a letter says is not said by whoever gets it: `Falk received a letter that said`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

GETS = re.compile(
    r"(?: (?:had|has|have|also|later|then|first|once|just|[a-z]+ly))*"
    r" (?:receiv(?:e|es|ed|ing)|got|gets?|getting|obtain(?:s|ed)?|intercepted|opened"
    r"|(?:was|were|been) (?:sent|handed|given|shown|emailed)) ",
    re.IGNORECASE,
)
# What somebody else has written or spoken.
SENT = re.compile(
    r"\b(?:letter|e-?mail|note|text|message|leaflet|fl[iy]er|card|postcard|notice|call|voicemail|fax"
    r"|memo|bill|invoice|petition|summons|complaint|reply|response|assurance|threat)s?\b",
    re.IGNORECASE,
)
# What may lead from it to what it says, where it is not the cue itself that does: `saying`.
LINK = re.compile(r"(?: (?:on|in|at|to|about) [^.,;:“”\n]{1,40}?)?(?: (?:that|which))? ")
# So many characters lie between who gets it and what it says.
LONGEST = 120


def with_papers(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; what stands in a letter is the letter's, and not whose it is now."""
    return [_of_paper(text, claim) for claim in claims]


def _of_paper(text: str, claim: Tagged) -> Tagged:
    source, cue = claim.source, claim.cue
    if source is None or not source.end < cue.end <= source.end + LONGEST:
        return claim
    # the encoder's cue may be all of `received a letter that said`
    verb = max(cue.start, text.rfind(" ", cue.start, cue.end) + 1)
    gets = GETS.match(text, source.end, verb)
    words = tokens(text, gets.end(), verb) if gets is not None else []
    phrase = phrase_starting_at(words, 0) if words else None
    if phrase is None:
        return claim
    paper = phrase.span(words)
    if not SENT.search(text, *paper) or not LINK.fullmatch(text, paper.end, verb):
        return claim
    return replace(claim, source=paper, cue=Span(verb, cue.end))
