"""`“We go,” Ada said, according to the Herald`: a tag that is read as a part of what is said."""

from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.cues import is_speech_verb
from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.quoted_places import QuotedPlaces
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span


def with_reported_tags(text: str, claims: Sequence[Tagged], places: QuotedPlaces) -> list[Tagged]:
    """The claims; a quotation that a tag closes is by who stands in the tag, not by who reports it
    further on.
    """
    changed = list(claims)
    for i, claim in enumerate(claims):
        tag = _tag_within(text, claim, places)
        if tag is None:
            continue
        source, cue, whole = tag
        quoted = tuple(span for span in claim.content if span != whole)
        own = next((j for j, c in enumerate(claims) if c.source and c.source.meets(source)), None)
        if own is not None and own != i and not changed[own].content:
            changed[own] = replace(changed[own], content=quoted, probability=claim.probability)
            changed[i] = replace(claim, content=())
        else:
            changed[i] = replace(claim, source=source, cue=cue, content=quoted)
    return sorted(changed, key=lambda claim: claim.cue)


def _tag_within(text: str, claim: Tagged, places: QuotedPlaces) -> tuple[Span, Span, Span] | None:
    """Who speaks, the verb, and all of the words that are a tag behind a quotation, in content
    whose own cue stands further on.
    """
    for quoted, span in zip(claim.content, claim.content[1:], strict=False):
        inner = text[slice(*quoted)].rstrip("”\"’'»“")
        if (
            not places.begins(quoted.start)
            or places.touched([span])
            or not inner.endswith((",", "?", "!"))
            or text[quoted.end : span.start] != " "
            or claim.cue.start < span.end
        ):
            continue
        words = tokens(text, *span)
        begins = 1 if words and is_speech_verb(words[0].low) else 0
        phrase = phrase_starting_at(words, begins) if begins < len(words) else None
        verb = 0 if begins else phrase.end if phrase is not None else len(words)
        if phrase is not None and verb < len(words) and is_speech_verb(words[verb].low):
            return phrase.span(words), Span(words[verb].start, words[verb].end), span
    return None
