"""Two voices side by side as plain text: what each said of the same, one below the other."""

import textwrap
from collections.abc import Iterator

from tui.analysis.comparison import Comparison, Said
from tui.analysis.leads import with_lead
from tui.article.model import Article
from tui.export.attributed_text import introduced

NARROWEST = 30


def comparison_text(article: Article, comparison: Comparison, width: int | None = None) -> str:
    """The comparison of two voices of an article, wrapped at `width` columns if that is given.

    Ends with a line end. No escape sequences.
    """
    lines = _lines(article, comparison)
    if width is not None:
        lines = (row for line in lines for row in _wrapped(line, max(width, NARROWEST)))
    return "\n".join(lines) + "\n"


def _lines(article: Article, comparison: Comparison) -> Iterator[str]:
    first, second = comparison.first, comparison.second
    yield f"{introduced(first)}, and {introduced(second)}"
    yield f"({article.title or article.source})"
    if not comparison.shared:
        yield ""
        yield "The two speak of no name in common."
    for pair in comparison.shared:
        yield ""
        yield _title(pair[0]) if pair[0].entity == pair[1].entity else "On each other"
        for speaker, said in zip((first, second), pair, strict=True):
            yield f"{speaker.name}:"
            yield from _sentences(article, said)
    for speaker, apart in zip((first, second), comparison.apart, strict=True):
        for number, said in enumerate(apart):
            if not number:
                yield ""
                yield f"{speaker.name} alone" if said.entity else f"{speaker.name}, in short"
            if said.entity:
                yield f"{_title(said)}:"
            yield from _sentences(article, said)


def _sentences(article: Article, said: Said) -> Iterator[str]:
    for sentence in said.sentences:
        yield f"- {' '.join(with_lead(article, sentence).split())}"


def _title(said: Said) -> str:
    return f"On {said.entity.name}" if said.entity else ""


def _wrapped(line: str, width: int) -> list[str]:
    indent = "  " if line.startswith("- ") else ""
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [""]
