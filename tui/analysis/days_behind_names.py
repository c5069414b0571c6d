"""A day behind a name that tells when something was said: `Mayor Ada Falk Monday said`."""

from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.frames import PREPOSITIONS
from tui.analysis.given_names import gender_of_given
from tui.analysis.tagger import TaggedName
from tui.analysis.tokens import tokens
from tui.article.model import Span

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

# What is a name with a day behind it: `Black Friday`, `Sheffield Wednesday`.
NAMED_DAYS = frozenset(
    "ash black bloody cyber easter fat giving good maundy palm sheffield shrove super".split()
)


def without_day(text: str, source: Span) -> Span:
    """A source without such a day at its end; but all of `The Mail on Sunday`, of `Joe Friday`."""
    words = tokens(text, *source)
    if len(words) < 2 or not (words[-1].low in DAYS and words[-1].is_capital):
        return source
    if not words[-2].is_capital or words[-2].low in NAMED_DAYS:
        return source  # `A poll out Monday`
    surname = len(words) == 2 and gender_of_given(words[0].low) is not None
    parts = any(w.low in PREPOSITIONS or not w.is_word for w in words)
    return source if surname or parts else Span(source.start, words[-2].end)


def names_without_days(text: str, tagged: Sequence[TaggedName]) -> Sequence[TaggedName]:
    """The names that the encoder sees, those of persons and bodies without such a day behind."""
    return [_named(text, tag) for tag in tagged]


def _named(text: str, tag: TaggedName) -> TaggedName:
    body = tag.type == "organization"
    full = tag.type == "person" and len(text[slice(*tag.span)].split()) > 2
    return replace(tag, span=without_day(text, tag.span)) if body or full else tag
