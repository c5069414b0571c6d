"""What somebody reads out, cue by cue -> paragraphs that end where a sentence does."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from tui.article.cue_text import Words

PAUSE: Final = 2.0
"""Seconds of silence behind a sentence that begin a new paragraph."""
_SHORT, _LONG, _TOO_LONG = 60, 100, 240
"""Words: a paragraph ends between the first two, and not within a quotation before the third."""
_END: Final = r"(?P<word>\S{0,20}?)[.!?…]{1,8}[”\"'’)\]♪]{0,4} (?=[“\"'‘(\[¿¡♪]{0,4}[^\W_a-z])"
_NO_END: Final = (
    r"[(“\"‘]*(?:(?:[^\W\d_]\.)*[^\W\d_a-z]|Mr|Mrs|Ms|Mx|Dr|St|Prof|Capt|Col|Gen|Lt|Sgt|Rev|Hon|Sen"
    r"|Rep|Gov|Pres|Messrs|Jr|Sr|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
)
_BYLINE: Final = r"(?:By|BY)(?: [^\W\d_a-z][\w.’'-]*){2,5}"
_HEAD: Final = 4


class _Sentence(NamedTuple):
    """A sentence, and how long (seconds) nothing is said behind it."""

    text: str
    pause: float


def paragraphs(found: Sequence[Words]) -> list[str]:
    """The paragraphs of words that nobody else's are among.

    They end at a long pause, else after about 60 to 100 words: where the pause is the longest, and
    within no quotation. A headline and a byline that begin them stand apart.
    """
    at = next((i for i in range(1, len(found[:_HEAD])) if re.fullmatch(_BYLINE, found[i].text)), 0)
    head = [" ".join(w.text for w in found[:at]), found[at].text] if at else []
    return head + list(_made(_sentences(found[at + 1 if at else 0 :])))


def _sentences(found: Sequence[Words]) -> list[_Sentence]:
    text = " ".join(w.text for w in found)
    begins = list(accumulate((len(w.text) + 1 for w in found), initial=0))
    ends = [
        match.end()
        for match in re.finditer(_END, text)
        if not (text[match.end("word")] == "." and re.fullmatch(_NO_END, match["word"]))
    ]
    made = list[_Sentence]()
    for start, end in zip([0, *ends], [*ends, len(text) + 1], strict=True):
        i = bisect_right(begins, end) - 1
        between = begins[i] == end and 0 < i < len(found)
        pause = found[i].start - found[i - 1].end if between else 0.0
        made.append(_Sentence(text[start:end].strip(), max(0.0, pause)))
    return [sentence for sentence in made if sentence.text]


def _made(sentences: Sequence[_Sentence]) -> Iterator[str]:
    start = 0
    while start < len(sentences):
        end = _end(sentences, start)
        yield " ".join(sentence.text for sentence in sentences[start:end])
        start = end


def _end(sentences: Sequence[_Sentence], start: int) -> int:
    """Where the paragraph ends that begins with a sentence."""
    count, is_open = 0, False
    best, silence = 0, -1.0
    for i in range(start, len(sentences) - 1):
        text, pause = sentences[i]
        count += len(text.split())
        is_open = _is_open(text, is_open)
        if count > _LONG and best:
            return best
        following = sentences[i + 1].text
        if is_open and not following.startswith("“") and count < _TOO_LONG:
            continue
        if pause <= PAUSE and count < _TOO_LONG and _goes_on(text, following):
            continue
        if pause > PAUSE or count > _LONG:
            return i + 1
        if count >= _SHORT and pause > silence:
            best, silence = i + 1, pause
    last = count + len(sentences[-1].text.split())
    return best if best and last > _LONG else len(sentences)


def _goes_on(text: str, following: str) -> bool:
    """Whether whoever is quoted in a sentence may be in the next one, where nothing tells it."""
    return following[0] in '“"' and re.search(r"[“”\"]", text) is not None


def _is_open(text: str, is_open: bool) -> bool:
    """Whether a quotation goes on behind a sentence."""
    for mark in re.findall(r"[“”\"]", text):
        is_open = mark == "“" or (mark == '"' and not is_open)
    return is_open
