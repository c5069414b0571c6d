"""The entries of a live report on a web page, each with its time as a heading."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lxml.html import HtmlElement

from tui.article.html_blocks import PageBlock, around_of
from tui.article.line_forms import is_stamp

_PROSE: Final = 60
_FEWEST_ENTRIES: Final = 2
LONGEST_STAMP: Final = 60
"""What is longer than so many characters is no mere time."""


def entries_of(blocks: Sequence[PageBlock]) -> frozenset[HtmlElement]:
    """The entries of a live report: elements of one kind side by side, each with a time stamp."""
    groups = defaultdict[tuple[HtmlElement, str, str], set[HtmlElement]](set)
    sizes = Counter[HtmlElement]()
    for block in blocks:
        around = around_of(block)
        for element in around:
            sizes[element] += len(block.text) - block.linked
        if not (block.stamp or is_stamp(block.text)):
            continue
        for element in around:
            parent = element.getparent()
            if parent is not None:
                named = (element.get("class") or "").split()[:1]
                groups[parent, element.tag, "".join(named)].add(element)
    reported = [
        group
        for group in groups.values()
        if len(group) >= _FEWEST_ENTRIES
        and sum(sizes[element] for element in group) > _PROSE * len(group)
    ]
    return frozenset(max(reported, key=len, default=()))


def stamped(blocks: Sequence[PageBlock], entries: frozenset[HtmlElement]) -> list[PageBlock]:
    """The blocks with the time of each entry as a heading before it."""
    made = list[PageBlock]()
    current: HtmlElement | None = None
    begun, timed = 0, False
    for block in blocks:
        entry = next((e for e in around_of(block) if e in entries), None)
        if entry is not current:
            current, begun, timed = entry, len(made), False
        if entry is None or not (block.stamp or is_stamp(block.text)):
            made.append(block)
        elif not timed:
            timed = True
            stamp = block.stamp or block.text
            made.insert(begun, replace(block, kind="heading", text=stamp, linked=0))
            if len(block.text) > LONGEST_STAMP:
                made.append(replace(block, stamp=""))
        else:
            made.append(block)
    return made
