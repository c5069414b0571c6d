"""Words of another whom somebody recalls: `recalling remarks by Ada Falk, who said it was late`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.tagger import Tagged
from tui.article.model import Span

REMARKS = re.compile(
    r"(?:the |a |an |his |her |their )?(?:[\w-]+ ){0,2}"
    r"(?:remarks?|comments?|words|statements?|speech|warnings?|claims?) (?:by|of|from)"
    r" [^.;:“”\"]{3,80}, $"
)


def with_recalled(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims; what `who said` tells within another's is theirs of whom that one speaks.

    Only where that one recalls what they said, and the encoder has seen the inner cue, but gives
    its words to the outer one. Linear in the claims, which are in order.
    """
    found = list(claims)
    for i, inner in enumerate(found):
        if inner.content or inner.source is None or text[slice(*inner.source)] != "who":
            continue
        for k in range(max(0, i - 3), i):
            outer = found[k]
            last = outer.content[-1] if outer.content else None
            if last is None or not last.start < inner.source.start < inner.cue.end < last.end:
                continue
            if REMARKS.fullmatch(text, last.start, inner.source.start):
                kept = Span(last.start, inner.source.start - len(", "))
                told = Span(inner.cue.end + 1, last.end)
                found[k] = replace(outer, content=(*outer.content[:-1], kept))
                found[i] = replace(inner, content=(told,), probability=outer.probability)
    return found
