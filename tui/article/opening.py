"""What sources open: one article, or a list of articles to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from tui.article.listing import Listed, listed, parts_listed
from tui.article.loading import ArticleError, SeveralError, load
from tui.article.model import Article
from tui.article.sources import is_address


@dataclass(frozen=True, slots=True)
class Listing:
    """Articles to choose from; `name` is what they are in, if that is one thing.

    `problems` says which of the sources cannot be listed, and why.
    """

    entries: Sequence[Listed]
    name: str = ""
    problems: Sequence[str] = ()


def opened(sources: Sequence[str]) -> Article | Listing:
    """What one source, or several, open: what is one article is read, of others there is a list.

    Raises ArticleError where there is nothing at all.
    """
    found, problems = list[Listed](), list[ArticleError]()
    for source in sources:
        try:
            found += listed(source)
        except ArticleError as error:
            problems.append(error)
    if not found and problems:
        raise problems[0]
    if len(sources) == 1 and [entry.source for entry in found] == [*sources]:
        try:
            return load(sources[0])
        except SeveralError:
            if parts := parts_listed(sources[0]):
                return Listing(parts, _name(sources[0]))
            raise  # it is a part that only leads to several
    name = _name(sources[0]) if len(sources) == 1 else ""
    return Listing(found, name, [str(error) for error in problems])


def _name(source: str) -> str:
    return source if is_address(source) else PurePath(source).name or source
