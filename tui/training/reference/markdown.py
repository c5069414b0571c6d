"""Tables and words in code, as Markdown has them."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a line's end, without columns in which nothing stands; a bar in a cell parts
    nothing.
    """
    filled = [*rows]
    kept = [i for i in range(len(head)) if any(row[i] for row in filled)]
    lines = [head, ["---"] * len(head), *filled]
    return "".join(f"| {' | '.join(_cell(line[i]) for i in kept)} |\n" for line in lines)


def code(text: object) -> str:
    """A word as it is typed."""
    return f"`{text}`"


def listed(words: Iterable[object]) -> str:
    """Words as they are typed, in a row: `a`, `b` or `c`."""
    *most, last = map(code, words)
    return f"{', '.join(most)} or {last}" if most else last


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
