"""Block quotations that have statements of others in them: an article that a letter answers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tui.analysis.cues import is_speech_verb
from tui.analysis.units import Unit
from tui.article.model import Article

FEWEST_WORDS = 3
"""So many words in marks are said by somebody; fewer may be called so by whoever is quoted."""


def with_prose_told(article: Article, folded: Sequence[Unit]) -> Article:
    """The article, such block quotations being paragraphs; itself where there are none.

    Paragraphs that are quoted together are of one kind: prose where anybody is quoted in them and
    said to speak.
    """
    telling = {unit.block for unit in folded if unit.kind == "quote" and _tells(article, unit)}
    if not telling:
        return article
    told = set[int]()
    for kind, run in groupby(enumerate(article.blocks), key=lambda block: block[1].kind):
        places = [place for place, _ in run]
        if kind == "quote" and not telling.isdisjoint(places):
            told.update(places)
    blocks = (
        replace(b, kind="paragraph") if i in told else b for i, b in enumerate(article.blocks)
    )
    return replace(article, blocks=tuple(blocks))


def _tells(article: Article, unit: Unit) -> bool:
    """Whether a sentence quotes somebody and says that he or she speaks."""
    return any(is_speech_verb(token.low) for token in unit.narrative) and any(
        len(article.text[slice(*span)].split()) >= FEWEST_WORDS
        for quotation in unit.quotations
        for span in quotation.spans
    )
