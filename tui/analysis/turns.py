"""Transcripts, interviews and posts: blocks that open with their speaker are direct quotes."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.analysis.attribution import Attribution
from tui.analysis.cues import is_speech_verb
from tui.analysis.noun_phrases import phrase_ending_at
from tui.analysis.subjects import first_subject, subject_before
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.line_forms import ASIDE as LABEL_ASIDE
from tui.article.line_forms import MOMENT_BEFORE, NO_SPEAKERS, STARS, WIDEST, lone_label
from tui.article.model import Article, Block, Span

LABEL = re.compile(
    rf"[\"“]?{MOMENT_BEFORE}{STARS}(?P<label>@[\w.]+|[QA](?=\W{{0,2}}[.:])|[^\s:].{{0,60}}?)"
    rf"(?:,[^:]{{1,80}})?{LABEL_ASIDE}{STARS}\s*"
    rf"(?::{STARS}(?=\s)|(?<=[QA])\.{STARS}(?=\s)|:$)\s*"
)
# `CROSS-EXAMINATION BY MR. FALK`, `BY MS. FALK:`: who asks from there on
EXAMINED = re.compile(
    r"^(?:[A-Z-]+ ){0,3}BY (?P<who>(?:MR|MS|MRS|MISS|DR)\b\.? [\w.’' -]{2,40}?):?$",
    re.MULTILINE | re.IGNORECASE,
)
# `ADA FALK, called as a witness, having been first duly sworn`: who answers from there on
SWORN = re.compile(
    r"^(?P<who>[^\W\d_a-z][^\n,:]{2,50}), [^\n:]{0,120}?\b(?:sworn|affirmed|as a witness)\b",
    re.MULTILINE,
)
# What a report of a parliament tells between turns.
ROSE = re.compile(
    r"(?:Several|Some|Many) (?:[Hh]on(?:\.|ou?rable) )?[Mm]embers rose\b", re.MULTILINE
)
ASIDE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]")
LONELY_LABEL = re.compile(r"[A-Z][A-Z .’'-]{2,40}:?$")
# How a broadcast's transcript begins; what the host says first stands below.
HOST_LABEL = re.compile(
    r"(?P<who>[A-Z][A-Z .’'-]{2,40}), (?:CO-)?(?:HOST|ANCHOR|MODERATOR|PRESENTER|BYLINE)S?:$"
)
OPENING_MARKS = "“\"'‘«„–—->"
# A line that announces what somebody says has a verb among so many last words.
LONGEST_LINE, LAST_WORDS = 30, 5
FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|[Mm]y|[Ww]e|[Ww]e[’']\w+|[Oo]ur|[Yy]ou|[Yy]our)\b")


def turns(article: Article, units: Sequence[Unit]) -> list[Attribution]:
    """The turns of a transcript or interview, the posts, and block quotes that a colon introduces.

    An answer goes on over the paragraphs behind it while the conversation does: until the next
    turn, or, after the last one, while somebody speaks of himself.
    """
    made: list[Attribution] = []
    # what the latest goes on with
    more: dict[int, list[Span]] = defaultdict(list)
    blocks = article.blocks
    last_turn = max((i for i, b in enumerate(blocks) if b.kind == "turn"), default=-1)
    lonely = _lonely_labels(article)
    open_turn: Attribution | None = None
    narrated = {u.block for u in units if u.quotations and u.narrative}
    for i, block in enumerate(blocks):
        if block.kind == "turn":
            open_turn = _turn(article, i, block)
            if open_turn is not None:
                made.append(open_turn)
        elif i in lonely:
            open_turn = None
            label = Span(block.span.start, block.span.start + len(lonely[i]))
            following = _paragraphs_after(article, i, lonely)
            if lonely[i].startswith("@"):
                following = following[:1]
            spans = _without_asides(article, [blocks[k].span for k in following])
            if spans:
                made.append(_attribution(article, spans, label, None, i))
        elif block.kind == "quote" or _is_announced(article, units, i):
            open_turn = None
            if made and i > 0 and blocks[i - 1].kind == "quote":
                last = (more[len(made) - 1] or made[-1].spans)[-1]
                if last.end == blocks[i - 1].span.end:
                    more[len(made) - 1].append(_block_quote(article, block))
                    continue
            found = _introduced(article, units, i)
            if found is not None:
                made.append(found)
        elif block.kind == "paragraph" and open_turn is not None and made:
            goes_on = i < last_turn and i not in narrated
            if i > last_turn:
                goes_on = i not in narrated and bool(
                    FIRST_PERSON.search(article.text, block.span.start, block.span.end)
                )
            parts = any(
                told.match(article.text, block.span.start) for told in (EXAMINED, SWORN, ROSE)
            )
            if goes_on and not parts and not _is_post(article, made[-1]):
                more[len(made) - 1] += _without_asides(article, [block.span])
            else:
                open_turn = None
        else:
            open_turn = None
    return [replace(a, spans=(*a.spans, *more[i])) if more[i] else a for i, a in enumerate(made)]


def spoken_blocks(article: Article, made: Sequence[Attribution]) -> frozenset[int]:
    """The blocks that turns cover: what stands in them is not read as narrative."""
    ends = [block.span.end for block in article.blocks]
    starts = [block.span.start for block in article.blocks]
    return frozenset(
        i
        for a in made
        for i in range(bisect_right(ends, a.start), bisect_left(starts, a.spans[-1].end))
    )


def _turn(article: Article, i: int, block: Block) -> Attribution | None:
    text = article.text[block.span.start : block.span.end]
    match = LABEL.match(text)
    if match is None:
        return None
    start = block.span.start + match.end()
    spans = _without_asides(article, [Span(start, block.span.end)])
    if not spans:
        return None
    end = block.span.start + match.end("label")
    label = Span(
        block.span.start + match.start("label"),
        end + (article.text[end] == "." if end < start else 0),
    )
    cue = Span(end, end + 1) if article.text[end : end + 1] == ":" else None
    return _attribution(article, spans, label, cue, i)


def _attribution(
    article: Article, spans: Sequence[Span], label: Span, cue: Span | None, block: int
) -> Attribution:
    return Attribution(
        "direct", tuple(spans), cue, label, label, 0.95,
        f"a turn that opens with “{article.text[label.start:label.end]}”", block, evidence="turn",
    )  # fmt: skip


def _without_asides(article: Article, spans: Sequence[Span]) -> list[Span]:
    """What is spoken of some stretches: `(Laughter.)` and `[Pause.]` are not."""
    spoken: list[Span] = []
    for span in spans:
        position = span.start
        for match in ASIDE.finditer(article.text, span.start, span.end):
            inner = match[0][1:-1]
            if not inner[0].isupper() and not match[0].startswith("["):
                continue
            spoken.append(Span(position, match.start()))
            position = match.end()
        spoken.append(Span(position, span.end))
    return [s for span in spoken if (s := _stripped(article.text, span)) is not None]


def _stripped(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _block_quote(article: Article, block: Block) -> Span:
    start = block.span.start
    while start < block.span.end and article.text[start] in "> ":
        start += 1
    return Span(start, block.span.end)


def _is_announced(article: Article, units: Sequence[Unit], i: int) -> bool:
    """Whether a paragraph is what the line before it announces: `The pollster Ada Falk writes:`."""
    before, block = article.blocks[i - 1] if i else None, article.blocks[i]
    if before is None or before.kind != "paragraph" or block.kind != "paragraph":
        return False
    if article.text[before.span.end - 1] != ":" or article.text[block.span.start] in OPENING_MARKS:
        return False
    line = _line_before(units, i)
    if line is None or line.span.start != before.span.start:
        return False
    return len(line.tokens) < LONGEST_LINE and _verb_at_end(line.tokens) is not None


def _line_before(units: Sequence[Unit], i: int) -> Unit | None:
    """The last sentence of the block before a block."""
    at = bisect_left(units, i, key=lambda u: u.block) - 1
    return units[at] if at >= 0 and units[at].block == i - 1 else None


def _verb_at_end(tokens: Sequence[Token]) -> int | None:
    """The number of the verb of speech among the last words of a line, but for the first word."""
    last = range(len(tokens) - 1, max(0, len(tokens) - 1 - LAST_WORDS), -1)
    words = (k for k in last if tokens[k].is_word and not tokens[k].is_capital)
    return next((k for k in words if is_speech_verb(tokens[k].low)), None)


def _introduced(article: Article, units: Sequence[Unit], i: int) -> Attribution | None:
    """A block quote belongs to whom the line before it names, where that line ends in a colon."""
    line = _line_before(units, i)
    tokens = line.tokens if line is not None else []
    if not tokens or tokens[-1].text != ":":
        return None
    says = _verb_at_end(tokens)
    subject = subject_before(tokens, says) if says is not None else None
    phrase = (
        subject
        or next(
            (
                p
                for k in range(len(tokens) - 2, 0, -1)
                if tokens[k].is_word
                and (tokens[k + 1].text in (",", ":") or k == len(tokens) - 2)
                and (p := phrase_ending_at(tokens, k)) is not None
                and _nameable(tokens[p.start : p.end])
            ),
            None,
        )
        or first_subject(tokens)
    )
    if phrase is None:
        return None
    span = _block_quote(article, article.blocks[i])
    mention = phrase.span(tokens)
    words = article.text[mention.start : mention.end]
    head = phrase.head(tokens)
    cue = Span(tokens[says].start, tokens[says].end) if subject and says is not None else None
    return Attribution(
        "direct", (span,), cue, mention, head if subject else mention, 0.8,
        f"a block quotation that “{words}” introduces", i, evidence="turn",
    )  # fmt: skip


def _nameable(tokens: Sequence[Token]) -> bool:
    told = ("the", "a", "an", "his", "her")
    return tokens[0].low in told or any(token.is_capital for token in tokens)


def _lonely_labels(article: Article) -> dict[int, str]:
    """Blocks that are a speaker's label on a line of its own, where labels recur, with the label.

    It is a name in capitals, or one that a colon or a time of the recording follows; an account
    (`@falk`) and a host's need not recur.
    """
    capitals, others, accounts = dict[int, str](), dict[int, str](), dict[int, str]()
    for i, block in enumerate(article.blocks):
        host = HOST_LABEL.match(article.text, block.span.start, block.span.end)
        if host is not None:
            accounts[i] = host["who"]
        elif block.kind in ("heading", "paragraph") and block.span.end - block.span.start < WIDEST:
            line = article.text[block.span.start : block.span.end]
            if LONELY_LABEL.match(line) and line.rstrip(".:").casefold() not in NO_SPEAKERS:
                capitals[i] = line
            elif (label := lone_label(line)) is not None:
                (accounts if label.startswith("@") else others)[i] = label
    return accounts | {
        i: label
        for names, enough in ((capitals, 2), (others, len(article.blocks)))
        if len(names) > len(often := Counter(names.values())) >= 2 and len(names) >= 4
        for i, label in names.items()
        if often[label] > 1 or len(often) > enough or _tells_a_role(article, i)
    }


def _tells_a_role(article: Article, i: int) -> bool:
    """Whether a label says who that is, so that it need not recur: `Ada Falk -- Chairman`."""
    return re.search(r" (?:--|[–—]) ", article.text[slice(*article.blocks[i].span)]) is not None


def _paragraphs_after(article: Article, i: int, lonely: Mapping[int, str]) -> list[int]:
    result = []
    for k in range(i + 1, len(article.blocks)):
        if k in lonely or article.blocks[k].kind != "paragraph" or _is_heading(article, k):
            break
        result.append(k)
    return result


def _is_heading(article: Article, i: int) -> bool:
    """Whether a line announces a part of a conversation: `Questions & Answers:`."""
    line = article.text[slice(*article.blocks[i].span)]
    return line.endswith(":") and len(line) < WIDEST // 2 and line.count(" ") < LAST_WORDS


def _is_post(article: Article, attribution: Attribution) -> bool:
    return attribution.mention is not None and article.text[attribution.mention.start] == "@"
