"""What the library offers: the articles of some sources, or what was read lately and samples."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from errno import EINVAL
from pathlib import Path
from textwrap import shorten
from typing import Final

import tui
from tui.article.cleaning import clean_line
from tui.article.decoding import decode
from tui.article.glance import title_at_a_glance
from tui.article.kinds import PLAIN_NAMES
from tui.article.listing import Listed, paths_in
from tui.article.loading import ArticleError, SeveralError, article_from_text, load
from tui.article.model import Article
from tui.article.sources import is_address, is_there, resolved, split_part
from tui.corpus.corpus_folder import is_corpus
from tui.store.articles import MOST_ARTICLES, ArticleStore, OpenedArticle, Voice
from tui.store.corpora import CorpusStore
from tui.store.database import StoreError
from tui.store.keys import article_key

MOST_RECENT: Final = 50
LONGEST_TITLE: Final = 240
READ_LATELY: Final = "READ LATELY"
CORPORA: Final = "CORPORA"
SAMPLES: Final = "SAMPLES"
_HEAD: Final = 4096


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """An article that can be opened: its title, its source, and the group it stands in.

    `date` is when it was published, as far as that is told before it is read; `link` the address
    that is fetched when it is opened. Of one that was opened before also its voices, the largest
    share first, as far as they are known, and how far the view was on its way through it, in
    [0, 1].
    """

    title: str
    source: str
    group: str = ""
    voices: tuple[Voice, ...] = ()
    progress: float | None = None
    date: str = ""
    link: str | None = None


class Shelf:
    """Some articles; without any, those read lately that still exist, with the corpora that were
    opened, and the samples.

    `name` is what they are parts of, if it is one thing. Where what was read lately is not to be
    had, `problem` says so in a sentence.
    """

    def __init__(self, listed: Sequence[Listed] | None = None, name: str = "") -> None:
        self._listed = listed
        self.name = name
        self.problem: str | None = None

    def entries(self) -> tuple[ShelfEntry, ...]:
        """All of them, as they are now."""
        opened: dict[str | None, OpenedArticle] = {
            article.source: article for article in self._opened()
        }
        if self._listed is not None:
            return tuple(_entries(self._listed, opened))
        lately = [a for a in [*opened.values()][:MOST_RECENT] if is_there(a.source)]
        read = [replace(_read(article), group=READ_LATELY) for article in lately]
        known = {article.key for article in lately}
        paths = [path for path in sample_paths() if not known or _key_of(path) not in known]
        others = [Listed(str(path)) for path in paths]
        corpora = [replace(_corpus(folder), group=CORPORA) for folder in self._corpora()]
        return (*read, *corpora, *(replace(e, group=SAMPLES) for e in _entries(others, opened)))

    def _corpora(self) -> Sequence[Path]:
        try:
            return [folder for folder in CorpusStore().latest() if is_corpus(str(folder))]
        except StoreError as error:
            self.problem = self.problem or str(error)
            return ()

    def _opened(self) -> Sequence[OpenedArticle]:
        try:
            return ArticleStore().latest(MOST_ARTICLES)
        except StoreError as error:
            self.problem = str(error)
            return ()


def sample_paths() -> list[Path]:
    """The articles that come with the program."""
    # In an installed package they lie inside it, in a checkout beside it.
    package = Path(tui.__file__).parent
    inside, beside = package / "sample_articles", package.parent / "sample_articles"
    folder = (inside if inside.is_dir() else beside).resolve()
    return paths_in(folder) if folder.is_dir() else []


def first_words(source: str) -> str:
    """The text of an article from below its head on, as far as a glance needs it; empty where it
    cannot be read, or not twice. What a corpus is.
    """
    if is_corpus(source):
        return "Many articles: who speaks in them, when, and of what."
    if not is_address(source) and not Path(split_part(source)[0]).is_file():
        return ""  # a pipe is empty once it has been read
    try:
        article = _head_of(source) if _is_plain(source) else load(source)
    except SeveralError as several:
        return f"{len(several.parts)} articles to choose from."
    except (OSError, ArticleError):
        return ""
    told = [b.span for b in article.blocks if b.kind not in ("title", "byline")]
    return article.text[told[0].start :] if told else ""


def _corpus(folder: Path) -> ShelfEntry:
    return ShelfEntry(clean_line(folder.name) or str(folder), str(folder))


def _key_of(path: Path) -> str | None:
    """The `article_key` of a file; None where it holds nothing to read."""
    try:
        return article_key(load(str(path)))
    except ArticleError:
        return None


def _entries(
    listed: Iterable[Listed], opened: Mapping[str | None, OpenedArticle]
) -> Iterable[ShelfEntry]:
    for one in listed:
        known = opened.get(resolved(one.source)) or opened.get(one.link)
        entry = _read(known) if known else ShelfEntry(one.title or _title(one.source), one.source)
        yield replace(entry, source=one.source, date=one.date, link=one.link)


def _read(article: OpenedArticle) -> ShelfEntry:
    return ShelfEntry(
        article.title, article.source, voices=article.voices, progress=article.place.progress
    )


def _title(source: str) -> str:
    """The title of an article, else its first line, else the name of its file."""
    name = source if is_address(source) else Path(source).name
    if not _is_plain(source):
        whole = not is_address(source) and split_part(source)[1] is None
        title = title_at_a_glance(Path(source)) if whole else ""
        return shorten(title or clean_line(name), LONGEST_TITLE, placeholder="…")
    try:
        article = _head_of(source)
    except OSError:
        return clean_line(name)
    line = article.title or article.text.partition("\n")[0] or clean_line(name)
    return shorten(line, LONGEST_TITLE, placeholder="…")


def _is_plain(source: str) -> bool:
    """Whether an article's beginning can be read without all the rest."""
    whole, part = split_part(source)
    return part is None and not is_address(whole) and Path(whole).suffix.lower() in PLAIN_NAMES


def _head_of(source: str) -> Article:
    """The article that a file begins with. Raises OSError for a pipe or a device, too, of which to
    read a little is to take it away, or to wait for ever.
    """
    if not Path(source).is_file():
        raise OSError(EINVAL, "not a regular file")
    with Path(source).open("rb") as file:
        return article_from_text(decode(file.read(_HEAD), whole=False))
