"""Clippings as plain text or Markdown, and put into a file that was not there."""

from collections.abc import Sequence

from tui.article.cleaning import clean_line
from tui.export.attributed_text import attributed, attribution, told_where
from tui.export.markdown_text import block_quotation, literal, voice
from tui.store.clippings import Clipping

_MARKDOWN = (".md", ".markdown")


def clipping_text(clip: Clipping) -> str:
    """A clipping with its attribution, as a quote is copied, and its note below."""
    who = ", ".join(filter(None, (clip.speaker, clip.role))) or None
    text = attributed(clip.words, who, clipped_from(clip), told=clip.told)
    return f"{text}\n{clip.note}" if clip.note else text


def clipped_from(clip: Clipping) -> str:
    """The title, the date and the file that a clipping is from, as far as they are known."""
    return told_where(clip.title, clip.date, clean_line(clip.file))


def clippings_text(clips: Sequence[Clipping]) -> str:
    """Clippings in order, parted by empty lines, with a line end."""
    return "\n\n".join(map(clipping_text, clips)) + "\n"


def clippings_markdown(clips: Sequence[Clipping]) -> str:
    """Clippings in order as block quotations, with a line end. No text of theirs is Markdown."""
    return "\n\n".join(map(_markdown, clips)) + "\n"


def _markdown(clip: Clipping) -> str:
    who = attribution(voice(clip.speaker, clip.role), told=clip.told)
    known = [literal(part) for part in (clip.date, clean_line(clip.file)) if part]
    source = ", ".join([f"*{literal(clip.title)}*", *known])
    text = f"{block_quotation(clip.words)}\n>\n> — {who}, {source}"
    return f"{text}\n\n{literal(clip.note)}" if clip.note else text


def clippings_file(ending: str, clips: Sequence[Clipping]) -> str:
    """Clippings as a file has them: as Markdown where its name ends so, else as plain text."""
    return (clippings_markdown if ending.lower() in _MARKDOWN else clippings_text)(clips)
