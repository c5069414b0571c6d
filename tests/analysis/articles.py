"""Makes articles for the analysis' tests: a string of paragraphs becomes an Article."""

from tui.article.loading import article_from_text
from tui.article.model import Article


def article(*paragraphs: str) -> Article:
    """An article of the given paragraphs."""
    return article_from_text("\n\n".join(paragraphs))
