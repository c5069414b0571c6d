"""Surnames that are words, too, where they stand for who bears them: `Price said`, `Mr. King`."""

import re
from collections.abc import Collection, Iterator, Sequence

from tui.analysis.cues import is_speech_verb, speaks_behind
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.names import KOREAN, Name
from tui.analysis.noun_phrases import TIME_WORDS
from tui.analysis.tagger import TaggedName
from tui.analysis.tokens import tokens
from tui.article.model import Span

BEFORE = re.compile(r"(?P<word>[\w’'-]+) $")
FOLLOWING = re.compile(r" (?P<word>\w+)")
# So far before a surname the word before it begins.
REACH = 30


def word_surnames(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> list[Name]:
    """Surnames of people who are fully named: those that the encoder sees, and those that stand
    alone for who speaks, in order.
    """
    full = [text[slice(*n.span)].split() for n in names if n.type == "person"]
    surnames = {words[-1] for words in full if len(words) > 1}
    surnames |= {words[0] for words in full if KOREAN.fullmatch(words[-1])}
    seen = (tokens(text, *tag.span)[-1:] for tag in tagged if tag.type == "person")
    spans = {Span(w.start, w.end) for words in seen for w in words if w.text in surnames}
    spans.update(_speaking(text, surnames))
    return [Name(span, "person") for span in sorted(spans)]


def _speaking(text: str, surnames: Collection[str]) -> Iterator[Span]:
    """Where surnames are the subjects of verbs of speech: `Price said`, `said Price in Ostrand`."""
    if not surnames:
        return
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(surnames)))})\b(?![-‑’'])")
    for found in known.finditer(text):
        before = BEFORE.search(text, max(0, found.start() - REACH), found.start())
        ahead = before["word"] if before else ""
        if ahead[:1].isupper() or ahead.lower() in DETERMINERS or found[0].isupper():
            continue
        follows = FOLLOWING.match(text, found.end())
        ends = follows is None or follows["word"] in PREPOSITIONS | TIME_WORDS
        if speaks_behind(text, found.end()) or (ends and is_speech_verb(ahead)):
            yield Span(*found.span())
