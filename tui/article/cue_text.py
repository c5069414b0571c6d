"""What the cues of subtitles say, line by line, and who begins to speak where."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final, NamedTuple

from tui.article.line_forms import label_of, lone_label, speaking_labels

_TAG: Final = (
    r"</?(?i:[bcisu]|em|font|lang|rt|ruby|strong)(?:[.\s][^<>]*)?>"
    r"|<\d+:[\d:.]+>|\{\\[^{}]*\}"
)
_VOICE: Final = r"<(?P<end>/)?v(?:\.[^\s<>]*)?(?:\s+(?P<name>[^<>]*))?>"
_ARROWS: Final = r"(?:>|&gt;){2,}[ \t]*"
_DASH: Final = r"[-–][ \t]*(?=[“\"'‘\[(♪]?[^\W\d_a-z])"
"""A dash before a line's first word; before a small letter it is the sentence's own."""
_BRACKETED: Final = r"\[(?P<name>[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3})\]:?\s+(?=\S)"
_NOTE: Final = (
    r"(?:[\[(][^\[\]()♪]*+[\])♪]"
    r"|♪++(?:\s*+[^\[\]()♪\s][^\[\]()♪]*+[\])♪]|\s*+[\])])?+|[♫\s])++$"
)
_SOUNDS: Final = frozenset(
    """
applause background blank both cheering cheers chuckles crosstalk foreign gasps inaudible
indistinct laughing laughs laughter music noise pause silence singing sighs sound speaking
unintelligible
""".split()
)
"""Words of notes in brackets that tell what is heard, and not who speaks."""


class Cue(NamedTuple):
    """What is shown at a time (seconds): its lines as they are in the file, tags and all."""

    start: float
    end: float
    lines: Sequence[str]


class Said(NamedTuple):
    """A line of a cue, its tags gone: `voice` is whom a tag names, or empty."""

    voice: str
    text: str
    start: float
    end: float


class Words(NamedTuple):
    """Words of one speaker at a time (seconds).

    Where `begins` is true somebody begins to speak; `speaker` is then the label to put before the
    text, or empty where the text brings it or nobody is named. `named` tells these two apart.
    """

    text: str
    start: float
    end: float
    begins: bool = False
    named: bool = False
    speaker: str = ""


def said(cues: Sequence[Cue], *, escaped: bool) -> list[list[Said]]:
    """The lines of each cue without tags; `escaped` where `&` begins a character reference."""
    return [list(_lines(cue, escaped)) for cue in cues]


def words(lines: Sequence[Said]) -> list[Words]:
    """The lines in order, with who begins to speak where."""
    whole = list(_with_labels_joined(lines))
    bare = [_unmarked(line.text) for line in whole]
    labels = speaking_labels(text for _, text in bare)
    bracketed = Counter(name for _, text in bare if (name := _bracketed(text)))
    made: list[Words] = []
    voice = ""
    for line, (is_marked, text) in zip(whole, bare, strict=True):
        at = (line.start, line.end)
        if line.voice:
            begins = line.voice != voice
            made.append(Words(text, *at, begins, named=True, speaker=line.voice))
            voice = line.voice
            continue
        label, name = label_of(text), _bracketed(text)
        if label is not None and (is_marked or label in labels):
            made.append(Words(text, *at, begins=True, named=True))
        elif name and (is_marked or bracketed[name] > 1):
            rest = re.sub(_BRACKETED, "", text, count=1)
            made.append(Words(rest, *at, begins=True, named=True, speaker=name))
        else:
            heard = is_note(text)
            made.append(Words(text, *at, begins=is_marked or bool(voice and not heard)))
            if heard:
                continue
        voice = ""
    return made


def is_note(text: str) -> bool:
    """Whether a text only tells what is heard: `[applause]`, `♪`."""
    return re.match(_NOTE, text) is not None


def _lines(cue: Cue, escaped: bool) -> Iterator[Said]:
    voice = ""
    for line in cue.lines:
        at = 0
        for tag in re.finditer(_VOICE, line):
            yield from _said(voice, line[at : tag.start()], cue, escaped)
            voice = "" if tag["end"] else _name(tag["name"] or "")
            at = tag.end()
        yield from _said(voice, line[at:], cue, escaped)


def _said(voice: str, text: str, cue: Cue, escaped: bool) -> Iterator[Said]:
    bare = re.sub(_TAG, "", text)
    bare = " ".join((unescape(bare) if escaped else bare).split())
    if bare:
        yield Said(voice, bare, cue.start, cue.end)


def _name(told: str) -> str:
    """A voice's name as a label can have it."""
    return " ".join(unescape(told).replace(":", " ").split())


def _with_labels_joined(lines: Sequence[Said]) -> Iterator[Said]:
    """The lines, a label that stands on one of its own put before the next."""
    label = ""
    for i, line in enumerate(lines):
        text = f"{label} {line.text}" if label else line.text
        label = ""
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following and following.start == line.start and _is_label(_unmarked(text)[1]):
            label = text
        else:
            yield line._replace(text=text)


def _is_label(text: str) -> bool:
    return text.endswith(":") and lone_label(text) is not None


def _unmarked(text: str) -> tuple[bool, str]:
    """Whether a line has a mark that somebody else speaks, and the line without it."""
    mark = re.match(_ARROWS, text) or re.match(_DASH, text)
    return (True, text[mark.end() :]) if mark and mark.end() < len(text) else (False, text)


def _bracketed(text: str) -> str:
    """Who speaks by a name in brackets before a line's words; empty where none does."""
    match = re.match(_BRACKETED, text)
    if match is None:
        return ""
    parts = match["name"].split()
    is_sound = any(part.casefold() in _SOUNDS for part in parts)
    return "" if is_sound or any(part[0].islower() for part in parts) else match["name"]
