"""The words that every report has: how many, what is corrected, how a statement is told."""

from collections.abc import Mapping
from typing import Final

from tui.analysis.model import Analysis, Quote, Speaker

_MOST_ENTITIES: Final = 6


def counted(number: int, one: str = "statement") -> str:
    """A number of things in words."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def corrected(analysis: Analysis) -> str:
    """How many corrections of the user's hold; empty where there are none."""
    number = analysis.corrections
    return f"with {counted(number, 'correction')} of yours" if number else ""


def told_as(quote: Quote, article: str) -> str:
    """The kind and the cue, without which `denied` would be lost, and whether it is a guess.

    `article` is the article's text.
    """
    told = " ".join(article[slice(*quote.cue)].split()) if quote.cue else ""
    cue = f": {told}" if told.strip(":") else ""
    return f"({quote.kind}{cue}{', a guess' if quote.is_guess else ''})"


def spoken_of(speaker: Speaker, names: Mapping[str, str]) -> list[str]:
    """The names of what a voice speaks of most, of entities by their ids."""
    return [names[entity] for entity in speaker.entities if entity in names][:_MOST_ENTITIES]
