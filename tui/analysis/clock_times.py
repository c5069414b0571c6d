"""Where a time of day ends its sentence: `It closed at 9 p.m. Residents said they were angry.`"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.reported_tags import clause_behind
from tui.analysis.sentences import TIME_ENDS
from tui.analysis.source_mending import tagged_within
from tui.analysis.subjects import first_tag
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span


def with_times(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims, in order; what is said ends with its sentence, and what somebody says in the next
    one is that one's.
    """
    told = [part for claim in claims for part in _parts(text, claim)]
    return sorted(told, key=lambda claim: claim.cue)


def _parts(text: str, claim: Tagged) -> Iterator[Tagged]:
    last = claim.content[-1] if claim.content else None
    end = TIME_ENDS.search(text, *last) if last is not None and last.start > claim.cue.end else None
    opened = last is not None and any(mark in text[slice(*last)] for mark in '“"')
    if last is None or end is None or opened:
        yield claim
        return
    yield replace(claim, content=(*claim.content[:-1], Span(last.start, end.end())))
    words = tokens(text, end.end(), last.end)
    tag = first_tag(words, 0, 0)
    if tag is not None:
        begins = clause_behind(words, tag[1]) or words[tag[1] + 1].start
        yield tagged_within(claim, words, tag, Span(begins, last.end))
