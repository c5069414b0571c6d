"""An article -> its sentences: Punkt, trained for this project, and what news needs besides."""

import json
import re
from functools import cache

from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from tui.analysis.cues import is_speech_verb
from tui.analysis.digests import text_of
from tui.article.model import Article, Span

# Punkt knows straight marks; one character stands for one, so that offsets hold.
STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
ABBREVIATIONS = frozenset(
    """
gov prof rev hon mt ft det insp supt cllr coun st messrs dept gen col maj cpl pte sen rep del ald
vol pp
approx est jan feb mar apr jun jul aug sep sept oct nov dec bros ltd corp inc co vs etc sgt capt lt
cmdr adm atty asst ave blvd rd smt shri thiru tmt engr barr adv brig ven mme rs md pvt assoc
""".split()
)
CLOSING = re.compile(r"[”“\"’'»)\]]+(?=\s|$)")
# Abbreviations that may well end a sentence: the next word decides.
ENDING = re.compile(r"(?:\b[ap]\.m|U\.S|U\.K|U\.N|E\.U|D\.C|\betc|\bInc|\bCorp|\bCo|\bJr|\bLtd)\.$")
# A time of day that ends a sentence: what is behind it is no day, nor the zone.
TIME_ENDS = re.compile(
    r"\b[ap]\.m\.(?= (?=[A-Z])(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|[A-Z][a-z]{2}\."
    r"|Eastern|Central|Mountain|Pacific|Greenwich|British|Christmas|New Year|Easter)\b))"
)
EXCLAIMED = re.compile(r"[?!…][”“\"’'»]$")
TAG = re.compile(r"(?:[A-Z][\w.’-]*\s){1,5}([a-z]+)\b|I\s([a-z]+)\b")
INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,4}$")
WORD = re.compile(r"[A-Za-z]+")
LONGEST_ZONE = 20
NUMBERED = re.compile(r"\b[Nn]os?\.$")
PIECE = 6_000


def sentences(article: Article) -> tuple[Span, ...]:
    """The sentences of an article in order, in code points of its text.

    No sentence crosses a block; together they cover all that is not white space. A closing
    quotation mark belongs to the sentence that it ends, and a tag in lower case (`“Go!” he said`)
    to the sentence that it tags. Linear in the article's length.
    """
    found: list[Span] = []
    for block in article.blocks:
        start = block.span.start
        while start < block.span.end:
            end = _piece_end(article.text, start, block.span.end)
            found += _split(article.text, start, end)
            start = end
    return tuple(found)


def _piece_end(text: str, start: int, end: int) -> int:
    """Where a piece that Punkt may be given ends: bounded, and at a space if there is one."""
    if end - start <= PIECE:
        return end
    space = text.rfind(". ", start + PIECE // 2, start + PIECE)
    if space < 0:
        space = text.rfind(" ", start + PIECE // 2, start + PIECE)
    return space + 1 if space > 0 else start + PIECE


def _split(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    piece = text[start:end].translate(STRAIGHT)
    for s, e in _punkt().span_tokenize(piece):
        spans += _parted(text, start + s, start + e)
    merged: list[Span] = []
    for span in spans:
        span = _trimmed(text, span)
        if span.start >= span.end:
            continue
        if merged:
            marks = CLOSING.match(text, span.start, span.end)
            if marks and text[merged[-1].end - 1] in ".?!…":
                merged[-1] = Span(merged[-1].start, marks.end())
                span = _trimmed(text, Span(marks.end(), span.end))
                if span.start >= span.end:
                    continue
            if _goes_on(text, merged[-1], span):
                merged[-1] = Span(merged[-1].start, span.end)
                continue
        merged.append(span)
    return merged


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether what Punkt split belongs together."""
    first = text[after.start]
    if first.islower() or first in ",;:)":
        return True
    tail = text[max(before.start, before.end - 12) : before.end]
    if NUMBERED.search(tail) and (first.isdigit() or text.startswith("One ", after.start)):
        return True
    if INITIALS.search(tail) and not ENDING.search(tail):
        word = WORD.match(text, after.start)
        # `the historian A.J.P. Latham`
        return word is not None and word[0].lower() not in _starters()
    if EXCLAIMED.search(tail):
        tag = TAG.match(text, after.start, after.end)
        if tag and is_speech_verb(tag[1] or tag[2]):
            return True  # `“Did you?” Miss Maddison asked.`
    return not any(c.isalnum() for c in text[after.start : after.end])


def _parted(text: str, start: int, end: int) -> list[Span]:
    """Parts of a sentence that ends inside at an abbreviation: `... in the U.S. The bank ...`."""
    parts: list[Span] = []
    for match in re.compile(r"\.\s+(?=[A-Z“\"‘])").finditer(text, start, end):
        before = text[max(start, match.start() - 8) : match.start() + 1]
        word = re.compile(r"[“\"‘]?([A-Za-z]+)").match(text, match.end(), end)
        starts = word is not None and word[1].lower() in _starters()
        timed = TIME_ENDS.search(text, match.start() - 3, match.end() + LONGEST_ZONE)
        if (ENDING.search(before) and starts) or (timed and timed.end() == match.start() + 1):
            parts.append(Span(start, match.start() + 1))
            start = match.end()
    parts.append(Span(start, end))
    return parts


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def _parameters() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads(text_of("punkt.json"))
    return loaded


@cache
def abbreviations() -> frozenset[str]:
    """What a full stop may stand behind that ends no sentence, in lower case: `gov`, `del`."""
    return ABBREVIATIONS.union(_parameters()["abbreviations"])


@cache
def _starters() -> frozenset[str]:
    return frozenset(_parameters()["sentence_starters"]) | {"the", "a", "an", "his", "her", "its"}


@cache
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    parameters.sent_starters = set(_parameters()["sentence_starters"])
    return PunktSentenceTokenizer(parameters)
