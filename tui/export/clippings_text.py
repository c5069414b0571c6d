"""Clippings as plain text or Markdown, and put into a file that was not there."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.export.attributed_text import attributed
from tui.store.clippings import Clipping

_MARKDOWN = (".md", ".markdown")


def clipping_text(clip: Clipping) -> str:
    """A clipping with its attribution, as a quote is copied, and its note below."""
    who = ", ".join(filter(None, (clip.speaker, clip.role))) or None
    source = ", ".join(filter(None, (clip.title, clip.date)))
    text = attributed(clip.words, who, source, told=clip.told)
    return f"{text}\n{clip.note}" if clip.note else text


def clippings_text(clips: Sequence[Clipping]) -> str:
    """Clippings in order, parted by empty lines, with a line end."""
    return "\n\n".join(map(clipping_text, clips)) + "\n"


def clippings_markdown(clips: Sequence[Clipping]) -> str:
    """Clippings in order as block quotations, with a line end. No text of theirs is Markdown."""
    return "\n\n".join("\n".join(_markdown_lines(clip)) for clip in clips) + "\n"


def _markdown_lines(clip: Clipping) -> Iterator[str]:
    for line in clip.words.split("\n"):
        yield f"> {_literal(line)}".rstrip()
    yield ">"
    who = f"**{_literal(clip.speaker)}**" if clip.speaker else "speaker unknown"
    told = f"told of {who}, in other words" if clip.told else who
    role = f", {_literal(clip.role)}" if clip.role else ""
    date = f", {_literal(clip.date)}" if clip.date else ""
    yield f"> — {told}{role}, *{_literal(clip.title)}*{date}"
    if clip.note:
        yield ""
        yield _literal(clip.note)


def _literal(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", text)
    return re.sub(r"^(\s*)([-+=]|\d+(?=[.)]))(.?)", _no_list, escaped)


def _no_list(found: re.Match[str]) -> str:
    """What would begin a list or underline a heading, so that it does not."""
    space, sign, after = found.groups()
    return f"{space}{sign}\\{after}" if sign.isdigit() else f"{space}\\{sign}{after}"


def write_new(path: Path, clips: Sequence[Clipping]) -> None:
    """Put clippings into a new file: Markdown where its name ends so, else plain text.

    It is written whole or not at all. Raises OSError, FileExistsError where there is one already.
    """
    markdown = path.suffix.lower() in _MARKDOWN
    text = clippings_markdown(clips) if markdown else clippings_text(clips)
    with path.open("x", encoding="utf-8") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            path.unlink(missing_ok=True)
            raise
