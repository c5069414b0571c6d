"""A second article in which the harbour's mayor speaks, with its analysis."""

from tui.analysis.model import Analysis, Quote, QuoteKind, Speaker
from tui.article.loading import article_from_text
from tui.article.model import Span

TEXT = """\
Ferry to Little Ostrand stays

“The ferry stays as long as I do,” said Ada Falkmere, the mayor.

Falkmere denied that fares would rise.

“We shall see,” said Ole Brandt.
"""


def ferry() -> Analysis:
    """Two statements of the mayor's, one of them in other words, and one of somebody else's."""
    article = article_from_text(TEXT, "ferry.txt")
    text = article.text

    def found(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def quote(number: int, words: str, speaker: str, cue: str) -> Quote:
        kind: QuoteKind = "direct" if words.startswith("“") else "indirect"
        return Quote(f"q{number}", kind, (found(words),), words, found(cue), None, speaker, 0.9, "")

    def speaker(number: int, name: str, *quotes: str) -> Speaker:
        return Speaker(f"s{number}", name, (), "person", None, 9, len(quotes) / 3, quotes)

    return Analysis(
        article,
        quotes=(
            quote(1, "“The ferry stays as long as I do,”", "s1", "said"),
            quote(2, "that fares would rise", "s1", "denied"),
            quote(3, "“We shall see,”", "s2", "said Ole"),
        ),
        speakers=(speaker(1, "Ada Falkmere", "q1", "q2"), speaker(2, "Ole Brandt", "q3")),
    )
