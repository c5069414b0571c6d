"""Text cut to a number of cells, with an ellipsis where something is missing."""

from rich.cells import cell_len, set_cell_size


def fitted(text: str, width: int) -> str:
    """The beginning of a text, as much as there is room for."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def fitted_around(before: str, words: str, after: str, width: int) -> tuple[str, str, str]:
    """Three parts of a text in `width` cells: the words whole if they fit, and what is beside them
    as far as there is room, cut between words.
    """
    words = fitted(words, width)
    room = max(0, width - cell_len(words))
    # no more characters than cells: they may be the ends of a very long text
    after = after[: room + 1]
    before = _end_of(before[-room - 1 :], max(room // 2, room - cell_len(after)))
    after = _start_of(after, room - cell_len(before))
    return before, words, after


def _end_of(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    start = next(n for n in range(len(text) + 1) if cell_len(text[n:]) < max(1, width))
    if text[start - 1] != " ":
        start = text.find(" ", start) + 1 or start
    return "…" + text[start:] if width > 0 else ""


def _start_of(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    end = next(n for n in range(len(text), -1, -1) if cell_len(text[:n]) < max(1, width))
    if text[end] != " ":
        end = max(text.rfind(" ", 0, end), 0) or end
    return text[:end].rstrip() + "…" if width > 0 else ""
