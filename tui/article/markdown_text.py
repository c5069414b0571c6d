"""A text in Markdown -> the article that it is, without its marks."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tui.article.decoding import decode
from tui.article.forced_breaks import BREAK, broken, cells_line
from tui.article.manuscript import HEAD_PIECES, Manuscript, Piece, PieceKind
from tui.article.markdown_marks import without_marks
from tui.article.transcript_table import turns_of

LARGEST: Final = 8 * 1024 * 1024
_FRONT: Final = r"(?P<rule>---|\+\+\+)[ \t]*\n(?P<told>.*?)\n(?:(?P=rule)|\.\.\.)[ \t]*(?:\n|\Z)"
_LONGEST_FRONT: Final = 20_000
_TOLD: Final = r"(?P<key>[A-Za-z_]+)[ \t]*[:=][ \t]*(?P<value>.*)"
_LISTED: Final = r"[ \t]*-[ \t]+(?:name:[ \t]*)?(?P<value>.+)"
_AUTHORS: Final = ("byline", "author", "authors")


def read(data: bytes) -> Manuscript:
    """The article that a text in Markdown holds. Raises ValueError where it is too long."""
    if len(data) > LARGEST:
        raise ValueError(f"larger than {LARGEST // 2**20} MB")
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    told, body = _front_matter(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    tokens = parser.parse(body)
    pieces = [piece for piece in _pieces(without_marks(tokens)) if piece.text.strip()]
    return Manuscript(
        pieces,
        title=_first_heading(tokens, pieces) or told.get("title"),
        byline=next((told[key] for key in _AUTHORS if told.get(key)), None),
        date=told.get("date"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What stands between two rules at the top, in YAML or TOML, and the text below it."""
    match = re.match(_FRONT, text[:_LONGEST_FRONT], re.S)
    if match is None:
        return {}, text
    told = dict[str, str]()
    key = ""
    for line in match["told"].split("\n"):
        if found := re.fullmatch(_TOLD, line):
            key = found["key"].lower()
            told[key] = _plain(found["value"])
        elif key and not told[key] and (found := re.fullmatch(_LISTED, line)):
            told[key] = _plain(found["value"])
        elif told.get(key) and (found := re.fullmatch(_LISTED, line)):
            told[key] += f" and {_plain(found['value'])}"
    return (told, text[match.end() :]) if told else ({}, text)


def _plain(value: str) -> str:
    """A value without the marks that YAML or TOML put around it."""
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return " and ".join(_plain(part) for part in value[1:-1].split(","))
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return "" if value in ("|", ">", "null", "~") else value


def _first_heading(tokens: Sequence[Token], pieces: Sequence[Piece]) -> str | None:
    """The first heading of the first rank, where it stands in the article's head."""
    for i, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            title = " ".join(_words(tokens[i + 1]).split())
            return title if title in (p.text for p in pieces[:HEAD_PIECES]) else None
    return None


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    quotes = 0
    lists = list[int | None]()  # the number of the next item, None where they have bullets
    label: str | None = None  # of an item whose words have not come yet
    rows = list[list[str]]()
    opened = ""
    for token in tokens:
        kind = token.type
        if kind in ("blockquote_open", "blockquote_close"):
            quotes += token.nesting
        elif kind == "footnote_block_open":
            return  # they come last
        elif kind in ("ordered_list_open", "bullet_list_open"):
            lists.append(int(token.attrs.get("start", 1)) if kind[0] == "o" else None)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif kind == "list_item_open":
            number = lists[-1]
            label = "" if number is None else f"{number}{token.markup} "
            lists[-1] = None if number is None else number + 1
        elif kind == "list_item_close":
            label = None
        elif kind == "table_open":
            rows = []
        elif kind == "tr_open":
            rows.append([])
        elif kind == "table_close":
            yield from _table(rows)
        elif kind in ("heading_open", "th_open", "td_open", "paragraph_open"):
            opened = kind
        elif kind == "inline":
            words = _words(token)
            if opened in ("th_open", "td_open"):
                rows[-1].append(words)
                continue
            if opened == "heading_open" and not quotes:
                yield Piece("heading", " ".join(words.split()))
                continue
            told: PieceKind = "quote" if quotes else "item" if label is not None else "paragraph"
            if told == "item":
                words = f"{label}{' '.join(words.split())}"
                label = None
            for block in broken(words):
                yield Piece(told, block)
        elif kind in ("fence", "code_block"):
            for line in token.content.split("\n"):
                yield Piece("quote" if quotes else "paragraph", line)
        elif kind == "html_block":
            from tui.article.epub_chapter import pieces_of_markup  # few texts have any

            yield from pieces_of_markup(token.content)


def _table(rows: Sequence[Sequence[str]]) -> list[Piece]:
    """The blocks that a table is: turns, or a line for each row."""
    cells = [[[Piece("paragraph", cell)] if cell.strip() else [] for cell in row] for row in rows]
    return turns_of(cells) or [Piece("paragraph", cells_line(row)) for row in rows]


def _words(token: Token) -> str:
    """The words of a token of inline text: without marks, pictures and addresses of links."""
    words = list[str]()
    for child in token.children or ():
        if child.type == "text" or child.type == "code_inline":
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak" or (
            child.type == "html_inline" and child.content[:3].lower() == "<br"
        ):
            words.append(BREAK)
    return "".join(words)
