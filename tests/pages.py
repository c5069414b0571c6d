"""The pages for people that lie in the project: their links, their code, their headings."""

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.conftest import ROOT

PAGES = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "tui" / "analysis" / "weights").glob("*.md")),
)
TOLD = tuple(page for page in PAGES if page.name != "reference.md")
"""Those that are written by hand."""
OURS = ("pullquote", "make", "python", "python3", "pip", "pipx")
_DESCRIBED = re.compile(r"\s{2,}")
"""What parts a command in a block from what is said of it."""
_SHOWN = ("text", "code_inline")
_OPERATOR = re.compile(r"[();<>|&]+")
_ASKS_FOR_US = re.compile(rf"(?:^|[|(;] *)(?:[\w.]+/)*(?:{'|'.join(OURS)})(?= |$)")


@cache
def tokens(page: Path) -> tuple[Token, ...]:
    """A page's blocks, and the pieces of text in them."""
    blocks = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    return tuple(token for block in blocks for token in (block, *(block.children or ())))


def targets(page: Path) -> Iterator[str]:
    """What a page links to or shows."""
    for token in tokens(page):
        if target := token.attrs.get("href") or token.attrs.get("src"):
            yield str(target)


@cache
def anchors(page: Path) -> frozenset[str]:
    """The headings of a page as links name them: GitHub's way."""
    found = list[str]()
    met = Counter[str]()
    for before, token in pairwise(tokens(page)):
        if before.type == "heading_open":
            words = (piece for piece in token.children or () if piece.type in _SHOWN)
            shown = "".join(piece.content for piece in words)
            kept = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
            found.append(f"{kept}-{met[kept]}" if met[kept] else kept)
            met[kept] += 1
    return frozenset(found)


def blocks(page: Path, language: str) -> Iterator[str]:
    """The fenced blocks of a language."""
    for token in tokens(page):
        if token.type == "fence" and token.info == language:
            yield token.content


def inline(page: Path) -> Iterator[str]:
    """What stands as code in a line of text."""
    for token in tokens(page):
        if token.type == "code_inline":
            yield token.content


def calls(page: Path) -> Iterator[list[str]]:
    """Every call of ours that a page tells, as words; those of a pipe one by one."""
    for token in tokens(page):
        if token.type == "code_inline":
            yield from _calls(token.content)
        elif token.type == "code_block":
            yield from described_calls(token.content)
        elif token.type == "fence" and token.info in ("sh", "console"):
            yield from _calls(re.sub(r"(?m)^\$ ", "", token.content))


def described_calls(text: str) -> Iterator[list[str]]:
    """The calls of a text with one a line, each with what it does behind it."""
    for line in text.splitlines():
        yield from _calls(_DESCRIBED.split(line.strip())[0])


def _calls(text: str) -> Iterator[list[str]]:
    if not _ASKS_FOR_US.search(text):
        return
    lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
    lexer.whitespace_split, lexer.commenters = True, ""
    for words in _parted(lexer):
        if words and words[0].rpartition("/")[2] in OURS:
            yield [words[0].rpartition("/")[2], *words[1:]]
        for word in words:
            if word.startswith("$("):
                yield from _calls(word[2:-1])


def _parted(words: Iterable[str]) -> Iterator[list[str]]:
    """The words between operators; where something goes is none of a call's words."""
    call = list[str]()
    for word in words:
        if not _OPERATOR.fullmatch(word):
            call.append(word)
            continue
        if word.startswith((">", "<")) and call and call[-1].isdigit():
            call.pop()
        yield call
        call = []
    yield call
