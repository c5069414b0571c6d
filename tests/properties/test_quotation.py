"""From any article to the words that stand in quotation marks, and to its sentences."""

from itertools import pairwise

from hypothesis import given

from tests.properties.amounts import tried
from tests.properties.news_text import TEXTS
from tui.analysis.quotation import CLOSERS, quotations
from tui.analysis.sentences import sentences
from tui.article.loading import article_from_text


@given(TEXTS)
@tried(60)
def test_quotations_begin_with_their_marks_and_lie_apart_within_blocks(text: str) -> None:
    article = article_from_text(text)
    found = quotations(article)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for quotation in found:
        assert quotation.mark in CLOSERS
        assert article.text.startswith(quotation.mark, quotation.start)
        for one, other in pairwise(quotation.spans):
            assert one.end <= other.start
        for start, end in quotation.spans:
            assert start < end
            assert any(b.span.start <= start and end <= b.span.end for b in article.blocks)
        words = article.text[quotation.start + len(quotation.mark) : quotation.end]
        if quotation.closed:
            assert words.endswith(CLOSERS[quotation.mark])


@given(TEXTS)
@tried(40)
def test_sentences_are_all_of_the_text_but_for_space(text: str) -> None:
    article = article_from_text(text)
    end = 0
    for span in sentences(article):
        assert end <= span.start < span.end
        assert not article.text[end : span.start].strip()
        end = span.end
    assert not article.text[end:].strip()
