"""What a headline's last words tell: `Bridge unsafe since May, says mayor; union hits back`."""

import re
from dataclasses import replace

from tui.analysis.frames import PREPOSITIONS
from tui.analysis.phrase_heads import describes, head_noun
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

# Verbs of speech that, behind a clause and a comma, have who speaks behind them: nobody else is
# blamed, told or warned by them.
SAYS = frozenset(
    """
says claims alleges argues asserts believes concludes contends insists maintains predicts reckons
suggests admits
""".split()
)
# `Drivers warned to avoid the bridge` tells of nobody who warns them.
TOLD = frozenset("advised asked encouraged ordered reminded told urged warned".split())
SOURCE = re.compile(r" (?P<source>[^\W\d_][^,;:.!?|\n“”\"]{1,60}?)(?=[;|\n]| [–—-] |$)")
LONGEST_LINE = 200
LEAST_WORDS = 3
# So sure is it that who stands there says it.
SURE = 0.9


def with_headline_tag(text: str, claim: Tagged) -> Tagged:
    """A claim by a cue in a headline, its source and content as that order has them."""
    cue = text[slice(*claim.cue)]
    if cue not in SAYS | TOLD:
        return claim
    begin = text.rfind("\n", 0, claim.cue.start) + 1
    end = text.find("\n", claim.cue.end)
    end = len(text) if end < 0 else end
    line = text[begin:end].rstrip()
    before = text[begin : claim.cue.start].rpartition("; ")[2]
    if len(line) > LONGEST_LINE or line.endswith((".", "!", "?", "”", '"', "’", "'")):
        return claim
    if cue in TOLD:
        passive = text.startswith(" to ", claim.cue.end)
        return replace(claim, source=None, content=()) if passive and claim.content else claim
    tag = SOURCE.match(text, claim.cue.end, end)
    if tag is None or not before.endswith(", ") or len(before.split()) < LEAST_WORDS:
        return claim
    words = tokens(text, *tag.span("source"))
    lows = [word.low for word in words]
    noun = head_noun(lows)
    # not `Mayor quits, claims victory`, nor `Union backs mayor, says government failed workers`
    behind = lows[lows.index(noun) + 1 :] if noun in lows else []
    told = describes(noun) and (not behind or behind[0] in PREPOSITIONS)
    if not told and not all(word.is_capital for word in words):
        return claim
    said = Span(claim.cue.start - len(before), claim.cue.start - len(", "))
    return replace(
        claim,
        source=Span(*tag.span("source")),
        content=(said,),
        probability=max(claim.probability, SURE),
        source_probability=max(claim.source_probability, SURE),
    )
