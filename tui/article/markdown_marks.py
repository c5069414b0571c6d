"""Marks that programs add to Markdown: shortcodes, contents, callouts, tasks, links of a wiki."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it.token import Token

_PROGRAM: Final = (
    r"(?:\s*(?:\{\{[<%](?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{:[^{}]*\}|%%(?:(?!%%).)+%%"
    r"|\[\[?_?TOC_?\]?\]|!\[\[[^\[\]]*\]\]))+\s*"
)
"""What a paragraph of nothing else tells Hugo, Jekyll, kramdown or Obsidian, and no reader."""
_CALLOUT: Final = r"\[!\w[\w-]*\][+-]?[ \t]*"
_TASK: Final = r"\A\[[ xX]\][ \t]+(?=\S)"
_CONTENTS: Final = r"(?i)\s*(?:(?:table of )?contents|on this page|in this article)\W*"
_HIGHLIGHT: Final = r"(?<![\w=])==(?=[^\s=])([^\n]{1,300}?)(?<=[^\s=])==(?![\w=])"
_WIKI_LINK: Final = r"(?<!!)\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<alias>[^\[\]|\n]+))?\]\]"
_TAGS: Final = r"((?:By|BY)\s[^\n#]{1,100}?)(?:\s+#[^\W\d_][\w/-]*)+\s*"
_LISTS: Final = {"bullet_list_open": "bullet_list_close", "ordered_list_open": "ordered_list_close"}
_FEWEST_LINKS: Final = 2


def without_marks(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text without what only a program reads; their texts are changed in place."""
    kept = _without_contents(tokens)
    in_quote = in_item = False  # whether these words are the first of one
    for token in kept:
        if token.type == "inline":
            _change(token, in_quote, in_item)
        in_quote = token.type == "blockquote_open" or (in_quote and token.nesting == 1)
        in_item = token.type == "list_item_open" or (in_item and token.nesting == 1)
    return kept


def _change(token: Token, in_quote: bool, in_item: bool) -> None:
    """Take the marks out of the words of a block."""
    children = token.children or []
    if re.fullmatch(_PROGRAM, token.content, re.S):
        children.clear()
    if children and children[0].type == "text":
        first = children[0]
        callout = re.match(_CALLOUT, first.content) if in_quote else None
        if callout:
            first.content = first.content[callout.end() :]
            if len(children) > 1 and children[1].type == "softbreak":
                children[1].type = "hardbreak"  # its title is a line of its own
        if in_item:
            first.content = re.sub(_TASK, "", first.content)
        if len(children) == 1 and (credit := re.fullmatch(_TAGS, first.content)):
            first.content = credit[1]
    for child in children:
        if child.type == "text":
            text = re.sub(_HIGHLIGHT, r"\1", child.content)
            child.content = re.sub(_WIKI_LINK, lambda m: m["alias"] or m["page"], text)


def _without_contents(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without lists of links to places in the text, and what calls these so."""
    kept = list[Token]()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type in _LISTS and (end := _contents_end(tokens, at)):
            at = end
            _drop_label(kept)
            continue
        kept.append(token)
        at += 1
    return kept


def _contents_end(tokens: Sequence[Token], at: int) -> int:
    """Where a list ends that only leads to places in the text; 0 where it tells more."""
    count = 0
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        if token.type == _LISTS[tokens[at].type] and token.level == tokens[at].level:
            return i + 1 if count >= _FEWEST_LINKS else 0
        if token.type == "inline":
            children = [c for c in token.children or () if c.type != "text" or c.content.strip()]
            if (
                len(children) < 2
                or [c.type for c in children].count("link_open") != 1
                or not str(children[0].attrs.get("href", "")).startswith("#")
                or children[-1].type != "link_close"
            ):
                return 0
            count += 1
        elif token.type in ("fence", "code_block", "html_block"):
            return 0
    return 0


def _drop_label(kept: list[Token]) -> None:
    """Take away a heading or a line at the end that only says `Contents`."""
    last = kept[-1] if kept else None
    if last is not None and last.type == "html_block":
        if re.fullmatch(_CONTENTS, re.sub(r"<[^<>]*>", "", last.content)):
            kept.pop()
    elif (
        last is not None
        and last.type in ("heading_close", "paragraph_close")
        and re.fullmatch(_CONTENTS, kept[-2].content)
    ):
        del kept[-3:]
