"""Lines and what kind each is -> one text, and where its blocks stand in it."""

from collections.abc import Iterable

from tui.article.model import Block, BlockKind, Span
from tui.article.paragraphs import Line


def set_as_text(lines: Iterable[tuple[Line, BlockKind]]) -> tuple[str, tuple[Block, ...]]:
    """The text of some lines, those that are parted by an empty one, and a block for each."""
    blocks, parts, position = list[Block](), list[str](), 0
    for line, kind in lines:
        if parts:
            gap = "\n\n" if line.parted else "\n"
            parts.append(gap)
            position += len(gap)
        blocks.append(Block(kind, Span(position, position + len(line.text))))
        parts.append(line.text)
        position += len(line.text)
    return "".join(parts), tuple(blocks)
