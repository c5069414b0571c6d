"""The sentences around words of an article, told by their stops alone."""

from bisect import bisect_left, bisect_right

from tui.analysis.tokens import tokens
from tui.article.model import Article, Span

STOPS = frozenset(".!?…")
CLOSING = frozenset("”’»\"')]") | {"''"}
# Where no stop is this near, in characters, the whole block stands for the sentence.
REACH = 2000


def whole_sentences(article: Article, words: Span) -> Span:
    """The sentences that a stretch of an article stands in, its first block's to its last's."""
    blocks = article.blocks
    first = bisect_right(blocks, words.start, key=lambda b: b.span.start) - 1
    last = bisect_left(blocks, words.end, key=lambda b: b.span.start) - 1
    start, end = blocks[max(0, first)].span.start, blocks[max(0, last)].span.end
    stops: list[int] = []
    for word in tokens(article.text, max(start, words.start - REACH), min(end, words.end + REACH)):
        if word.text in STOPS:
            stops.append(word.end)
        elif stops and word.text in CLOSING and word.start == stops[-1]:
            stops[-1] = word.end
    start = max((s for s in stops if s <= words.start), default=start)
    end = min((s for s in stops if s >= words.end), default=end)
    lead = article.text[start : words.start]
    return Span(start + len(lead) - len(lead.lstrip()), end)
