"""A sentence by itself, as it is copied: with the marks of the longer quotation that it is from."""

from collections.abc import Callable

from tui.analysis.leads import with_lead
from tui.analysis.model import Analysis, SummarySentence
from tui.analysis.quotation import CLOSERS, DOUBLE_MARKS
from tui.article.model import Span


def sentence_writer(analysis: Analysis) -> Callable[[SummarySentence], str]:
    """What writes a sentence of an analysis with its lead or, where its quotation's marks stand
    elsewhere, in such marks: the speaker's own words would read as told in others without them.
    """
    quotes = {quote.id: quote for quote in analysis.quotes}

    def written(sentence: SummarySentence) -> str:
        told = with_lead(analysis.article, sentence)
        quote = quotes.get(sentence.quote or "")
        if quote is None or quote.kind == "indirect" or sentence.lead is not None:
            return told
        start = sentence.span.start
        own = next((s for s in quote.spans if s.start <= start < s.end), None)
        mark = own and _left_open(analysis.article.text, Span(own.start, start))
        return f"{mark}{told}{CLOSERS[mark][0]}" if mark else told

    return written


def _left_open(text: str, before: Span) -> str:
    """The outermost quotation mark that is open at the end of a stretch; empty for none."""
    opened = list[str]()
    for match in DOUBLE_MARKS.finditer(text, *before):
        mark, after = match[0], text[match.end() : match.end() + 1]
        within = text[match.start() - 1 : match.start()].isalnum()
        if opened and mark in CLOSERS[opened[-1]]:
            if not (within and after.isalnum()):  # else it is an apostrophe
                opened.pop()
        # a quotation opens again at each of its paragraphs
        elif mark in CLOSERS and not within and mark not in opened:
            opened.append(mark)
    return opened[0] if opened else ""
