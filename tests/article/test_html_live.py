"""The entries of a live report have their times as headings."""

import pytest

from tui.article.html_blocks import blocks_of
from tui.article.html_live import entries_of, stamped
from tui.article.html_source import tree_of

SAID = "Nobody on the quay could tell for how long the crews would be away."


def entry(time: str, text: str = SAID, tag: str = "div class='e x'") -> str:
    return f"<{tag}><p><time>{time}</time></p><p>{text}</p></{tag.split()[0]}>"


def told(markup: str) -> list[tuple[str, str]]:
    blocks = blocks_of(tree_of(f"<html><body>{markup}</body></html>".encode()).find("body"))
    entries = entries_of(blocks)
    return [(block.kind, block.text) for block in stamped(blocks, entries)] if entries else []


E, F, SECTION = "div class='e'", "div class='f'", "section class='e'"
LINKED = f"<a href='/x'>{SAID}</a>"
PAIR = [("heading", "9 am"), ("paragraph", SAID), ("heading", "10 am"), ("paragraph", SAID)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{entry('9 am')}{entry('10 am')}", PAIR),
        (f"{entry('9 am')}{entry('10 am', tag=E)}", PAIR),
        (f"<p>So.</p>{entry('9 am')}<p>On.</p>{entry('10 am')}",
         [("paragraph", "So."), *PAIR[:2], ("paragraph", "On."), *PAIR[2:]]),
        (entry("9 am"), []),
        (f"{entry('9 am')}{entry('10 am', tag=F)}", []),
        (f"{entry('9 am')}{entry('10 am', tag=SECTION)}", []),
        (f"{entry('9 am', 'x' * 56)}{entry('10 am', 'x' * 55)}", []),
        (f"{entry('9 am', 'x' * 56)}{entry('10 am', 'x' * 56)}",
         [("heading", "9 am"), ("paragraph", "x" * 56), ("heading", "10 am"),
          ("paragraph", "x" * 56)]),
        (f"{entry('9 am', LINKED)}{entry('10 am', LINKED)}", []),
        (f"<div><p>9.15 a.m.</p><p>{SAID}</p></div><div><p>9.20 a.m.</p><p>{SAID}</p></div>",
         [("heading", "9.15 a.m."), ("paragraph", SAID), ("heading", "9.20 a.m."),
          ("paragraph", SAID)]),
        (f"<div><p>{SAID}</p><p><time>9 am</time></p></div>{entry('10 am', tag='div')}", PAIR),
        (f"<div><p><time>9 am</time> {SAID}</p></div>{entry('10 am', tag='div')}",
         [("heading", "9 am"), ("paragraph", f"9 am {SAID}"), *PAIR[2:]]),
        (f"<div><p><time>9 am</time></p><p><time>9.05 am</time> so</p><p>{SAID}</p></div>"
         f"{entry('10 am', tag='div')}",
         [("heading", "9 am"), ("paragraph", "9.05 am so"), ("paragraph", SAID), *PAIR[2:]]),
    ],
)  # fmt: skip
def test_each_entry_begins_with_its_time(markup: str, expected: list[tuple[str, str]]) -> None:
    assert told(markup) == expected
