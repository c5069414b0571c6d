"""Who a headline describes: whoever says the same words in the text below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Resolution
from tui.article.model import Article

MARKED = re.compile(r"[“\"‘'«„](.{1,400}?)[”\"’'»“](?!\w)")
# Fewer words may be anybody's.
LEAST_WORDS = 3


def named_below(
    article: Article,
    attributions: Sequence[Attribution],
    resolutions: Sequence[Resolution | None],
) -> list[Resolution | None]:
    """The resolutions of some attributions, those of a headline's descriptions made more telling.

    `envoy sees “a door left ajar”` is whoever says of a door left ajar below, in marks: that
    voice takes over all that the description was tied to.
    """
    found = list(resolutions)
    for at, attribution in enumerate(attributions):
        if article.blocks[attribution.block].kind != "title":
            break
        described = found[at]
        if described is None or described.voice.character is not None:
            continue
        for words in _quoted(article, attribution):
            said = next(
                (
                    other.voice
                    for below, other in zip(attributions[at:], found[at:], strict=True)
                    if other is not None
                    and other.voice.character is not None
                    and other.voice.kind == described.voice.kind
                    and any(words in f" {again} " for again in _quoted(article, below))
                ),
                None,
            )
            if said is not None:
                reason = f"{said.name} says the same words below"
                found = [
                    replace(r, voice=said, reason=reason)
                    if r is not None and r.voice is described.voice
                    else r
                    for r in found
                ]
                break
    return found


def _quoted(article: Article, attribution: Attribution) -> Iterator[str]:
    """The words in marks of a statement, in lower case; without marks of their own, all of it."""
    text = " ".join(article.text[slice(*span)] for span in attribution.spans)
    for match in MARKED.finditer(text):
        words = re.findall(r"\w+", match[1].lower())
        if len(words) >= LEAST_WORDS:
            yield f" {' '.join(words)} "
