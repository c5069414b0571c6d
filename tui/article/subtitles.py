"""Subtitles (WebVTT, SubRip) -> a transcript: cues joined to paragraphs and speakers' turns."""

import re
from collections.abc import Sequence
from io import StringIO
from itertools import chain, pairwise
from typing import Final

from webvtt import WebVTT
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp

from tui.article.cue_paragraphs import PAUSE, paragraphs
from tui.article.cue_text import Cue, Said, Words, is_note, said, words
from tui.article.decoding import decode
from tui.article.manuscript import Contents, Manuscript, Piece

_HEADER: Final = "WEBVTT"
_TITLE: Final = r"(?i:title):\s*(\S.*)"
_SETTING: Final = r"(?:[\w-]+\s*[:=]\s*\S|(?i:file)$)"
"""`Kind: captions`, `X-TIMESTAMP-MAP=...`: what a header tells to a player."""
_CREDIT: Final = (
    r"(?i)(?:(?:closed )?caption(?:s|ed|ing)?|subtitl(?:es?|ed|ing)|transcribed|transcription"
    r"|sync(?:ed|hroni[sz]ed)?)(?: (?:&|and) \w+)*(?: (?:made possible |provided )?by\b|:)"
)
_LONG, _TOO_LONG = 120, 240
"""Words: a paragraph so long ends with its sentence, or where there are no sentences."""
_ROLLING: Final = 0.5
"""Where so many of the cues begin with what the cue before them ended with, they roll."""
_STOPPED: Final = r".*[.!?…][”\"'’)\]♪]*$"


def read(data: bytes) -> Contents:
    """The transcript in subtitles. Raises ValueError where there is none that can be read."""
    text = decode(data).lstrip("\ufeff \t\r\n").replace("\0", "")
    is_webvtt = text.startswith(_HEADER)
    shown = _without_credits(said(_cues(text, is_webvtt), escaped=is_webvtt))
    lines = list(chain.from_iterable(_unrolled(shown)))
    if not lines:
        raise ValueError("there are no words in its cues")
    return Manuscript(_pieces(words(lines)), title=_title(text) if is_webvtt else None)


def _cues(text: str, is_webvtt: bool) -> list[Cue]:
    try:
        found = WebVTT.from_buffer(StringIO(text), format="vtt" if is_webvtt else "srt")
    except (MalformedFileError, MalformedCaptionError):
        raise ValueError("it is damaged: it has no cues that can be read") from None
    return [
        Cue(_seconds(caption.start_time), _seconds(caption.end_time), caption.lines)
        for caption in found.captions
    ]


def _without_credits(cues: list[list[Said]]) -> list[list[Said]]:
    """The cues without a first or a last one that tells who made them."""
    kept = [cue for cue in cues if cue]
    while len(kept) > 1 and re.match(_CREDIT, kept[-1][0].text):
        if not _is_stopped(kept[-2][-1].text):
            break
        kept.pop()
    if len(kept) > 1 and all(re.match(_CREDIT, line.text) for line in kept[0]):
        kept.pop(0)
    return kept


def _seconds(time: Timestamp) -> float:
    minutes: int = time.hours * 60 + time.minutes
    seconds: float = time.seconds + time.milliseconds / 1000
    return minutes * 60 + seconds


def _title(text: str) -> str | None:
    """What the header of WebVTT calls its contents."""
    first, *header = text.partition("\n\n")[0].splitlines()
    told = next((match[1] for line in header if (match := re.match(_TITLE, line))), None)
    called = first.removeprefix(_HEADER).strip(" \t-–—:")
    return told or (called if called and not re.match(_SETTING, called) else None)


def _unrolled(cues: Sequence[Sequence[Said]]) -> list[Sequence[Said]]:
    """The lines of each cue without those that stay from the cue before, if they do so at all.

    Captions that are made as somebody speaks show each line twice, or a line as it grows.
    """
    shown = [cue for cue in cues if cue]
    news = [_news(before, cue) for before, cue in pairwise(shown)]
    rolling = sum(new != list(cue) for new, cue in zip(news, shown[1:], strict=False))
    if not news or rolling < _ROLLING * len(news):
        return shown
    made = shown[:1]
    for new, cue in zip(news, shown[1:], strict=True):
        if new:
            made.append(new)
        else:  # it is shown longer, which is no pause
            made[-1] = [line._replace(end=cue[-1].end) for line in made[-1]]
    return made


def _news(before: Sequence[Said], cue: Sequence[Said]) -> list[Said]:
    """What a cue shows that the one before did not."""
    for count in range(min(len(before), len(cue)), 0, -1):
        stayed, first = before[-count:], cue[:count]
        if [line.text for line in stayed[:-1]] != [line.text for line in first[:-1]]:
            continue
        last, grown = stayed[-1].text, first[-1].text
        if grown == last:
            return list(cue[count:])
        if grown.startswith(last + " "):
            return [first[-1]._replace(text=grown[len(last) + 1 :]), *cue[count:]]
    return list(cue)


def _pieces(found: Sequence[Words]) -> list[Piece]:
    """Turns where speakers are named, else paragraphs.

    Between turns, whoever begins to speak without being named has a dash.
    """
    has_names = any(spoken.named for spoken in found)
    stops = sum(_is_stopped(spoken.text) for spoken in found)
    has_sentences = stops * _TOO_LONG > sum(len(spoken.text.split()) for spoken in found)
    if has_sentences and not has_names:
        return [Piece("paragraph", text) for run in _runs(found) for text in paragraphs(run)]
    made: list[Piece] = []
    block: list[Words] = []
    for spoken in found:
        if block and (spoken.begins or _ends(block, spoken, has_sentences)):
            made.append(_piece(block, has_names))
            block = []
        block.append(spoken)
    return [*made, _piece(block, has_names)]


def _runs(found: Sequence[Words]) -> list[list[Words]]:
    """The words, cut where somebody else begins to speak."""
    runs: list[list[Words]] = []
    for spoken in found:
        if spoken.begins or not runs:
            runs.append([])
        runs[-1].append(spoken)
    return runs


def _ends(block: Sequence[Words], following: Words, has_sentences: bool) -> bool:
    """Whether a paragraph ends before words of the same speaker."""
    if has_sentences and not _is_stopped(block[-1].text):
        return False
    if all(is_note(spoken.text) for spoken in block):
        return False
    paused = following.start - block[-1].end > PAUSE and not block[0].named
    count = sum(len(spoken.text.split()) for spoken in block)
    return paused or count >= (_LONG if has_sentences else _TOO_LONG)


def _is_stopped(text: str) -> bool:
    return re.match(_STOPPED, text) is not None


def _piece(block: Sequence[Words], has_names: bool) -> Piece:
    first = block[0]
    text = " ".join(spoken.text for spoken in block)
    if first.speaker:
        return Piece("turn", f"{first.speaker}: {text}")
    if first.begins and has_names:
        return Piece("turn" if first.named else "item", text)
    return Piece("paragraph", text)
