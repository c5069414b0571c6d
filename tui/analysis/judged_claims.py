"""What is said within what is found odd or plain: `It is odd that Falk says it will rain`."""

import re
from collections.abc import Sequence

from tui.analysis.source_mending import tagged_within
from tui.analysis.subjects import first_tag
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

# What a cue begins with, or has right before it, where nobody is its subject.
IT_IS = re.compile(r"\bit(?:[’']s)?\b(?: (?:is|was|seems|seemed|remains))?", re.IGNORECASE)
BEFORE = len("It ")
# So far behind the cue stands what is said.
NEAR = 60


def with_judged_claims(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; one by nobody that finds something odd is by whoever says it, where its content
    tells that somebody does.
    """
    told = [_within(text, claim) for claim in claims]
    cues = {new.cue for new, old in zip(told, claims, strict=True) if new is not old}
    return [
        new
        for new, old in zip(told, claims, strict=True)
        if new is not old or new.content or new.cue not in cues
    ]


def _within(text: str, claim: Tagged) -> Tagged:
    if (
        claim.source is not None
        or not claim.content
        or not IT_IS.search(text, max(0, claim.cue.start - BEFORE), claim.cue.end)
    ):
        return claim
    said = claim.content[0]
    if said.start < claim.cue.end or said.start - claim.cue.end > NEAR:
        return claim
    words = tokens(text, claim.cue.end, said.end)
    tag = first_tag(words, 1, 2) if words and words[0].low == "that" else None
    if tag is None:
        return claim
    told = Span(words[tag[1] + 1].start, said.end)
    return tagged_within(claim, words, tag, told, *claim.content[1:])
