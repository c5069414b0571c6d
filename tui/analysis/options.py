"""What a reader may wish of an analysis."""

from dataclasses import dataclass
from typing import Literal

SummarizerName = Literal[
    "salience", "lead", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction"
]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the sentences that there are: `per_cent` of them, a whole number from 1 to 100."""

    per_cent: int


Length = int | Share
"""How long a summary is: a number of sentences (>= 1), or a share of those that there are."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader wishes of an analysis.

    `summarizer` says how the sentences of a summary are chosen, `sentences` how many there are.
    """

    summarizer: SummarizerName = "salience"
    sentences: Length = 3
