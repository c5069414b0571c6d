"""From bytes to a clean Article. Knows nothing of quotes."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.article.loading import ArticleError, SeveralError, article_from_text, load
    from tui.article.model import Article, Block, Span

__all__ = [
    "Article",
    "ArticleError",
    "Block",
    "SeveralError",
    "Span",
    "article_from_text",
    "load",
]

_OF_THE_MODEL = ("Article", "Block", "Span")


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- the signature that Python asks for
    """Load a public name when it is asked for."""
    if name in __all__:
        from importlib import import_module

        room = "model" if name in _OF_THE_MODEL else "loading"
        return getattr(import_module(f"tui.article.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
