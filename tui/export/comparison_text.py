"""Two voices side by side as plain text: what each said of the same, one below the other."""

import textwrap
from collections.abc import Callable, Iterator

from tui.analysis.comparison import Comparison, Said
from tui.analysis.model import Analysis, SummarySentence
from tui.export.attributed_text import introduced, source_told
from tui.export.sentence_text import sentence_writer

NARROWEST = 30


def comparison_text(analysis: Analysis, comparison: Comparison, width: int | None = None) -> str:
    """The comparison of two voices of an analysis, wrapped at `width` columns if that is given.

    Ends with a line end. No escape sequences.
    """
    none = () if comparison.shared else ("", "The two have no subject in common.")
    lines = [*_head(analysis, comparison), *none, *_subjects(analysis, comparison)]
    if width is not None:
        lines = [row for line in lines for row in _wrapped(line, max(width, NARROWEST))]
    return "\n".join(lines) + "\n"


def subject_text(analysis: Analysis, subject: Comparison) -> str:
    """One subject of a comparison, which has no other; ends with a line end."""
    return "\n".join([*_head(analysis, subject), *_subjects(analysis, subject)]) + "\n"


def _head(analysis: Analysis, comparison: Comparison) -> Iterator[str]:
    yield f"{introduced(comparison.first)}, and {introduced(comparison.second)}"
    yield f"({source_told(analysis.article)})"


def _subjects(analysis: Analysis, comparison: Comparison) -> Iterator[str]:
    two, written = (comparison.first, comparison.second), sentence_writer(analysis)
    for pair in comparison.shared:
        yield ""
        yield _title(pair[0]) if pair[0].subject == pair[1].subject else "On each other"
        for speaker, said in zip(two, pair, strict=True):
            yield f"{speaker.name}:"
            yield from _sentences(said, written)
    for speaker, apart in zip(two, comparison.apart, strict=True):
        for number, said in enumerate(apart):
            if not number:
                yield ""
                yield f"{speaker.name} alone" if said.subject else f"{speaker.name}, in short"
            if said.subject:
                yield f"{_title(said)}:"
            yield from _sentences(said, written)


def _sentences(said: Said, written: Callable[[SummarySentence], str]) -> Iterator[str]:
    for sentence in said.sentences:
        yield f"- {' '.join(written(sentence).split())}"


def _title(said: Said) -> str:
    return f"On {said.subject}" if said.subject else ""


def _wrapped(line: str, width: int) -> list[str]:
    indent = "  " if line.startswith("- ") else ""
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [""]
