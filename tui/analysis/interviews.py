"""Interviews without labels: paragraphs that ask, and those between them that answer."""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from tui.analysis.attribution import Attribution
from tui.analysis.quotation import inside
from tui.analysis.units import Unit
from tui.article.model import Article, Span

# emphasis may be left in plain text: `**How do you do it?**`
ASKS = re.compile(r"\?[)\]]?(?:\*\*|__|\*)?$")
OPENING_MARKS = "“\"'‘«„"
ADDRESSED = re.compile(r"\b(?:you|your|yours|yourself|you[’']\w+)\b", re.IGNORECASE)
# A tag as those who tell of a meeting write it; and what they are not called there but by others.
PRESENT_TAG = re.compile(r"[”\"’'] (?:he|she|they) [a-z]+s\b")
I_MYSELF = frozenset("i i’m i'm i’ve i've i’d i'd i’ll i'll my mine myself we our ours".split())
FIRST_PERSON = re.compile(r"\b(?:I|I[’']\w+|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
# `The agency says it will close.` is asking, too, where the answer is `Yes. They ...`
REPLY = re.compile(
    r"(?:Yes|No|Well|Oh|Ah|Of course|Exactly|Absolutely|Not really|True|Sure|Maybe|Perhaps)"
    r"[,.!?…—– ]"
)
# `[Laughs] I sent him a card.`
ASIDE = re.compile(r"[\[(][A-Z][^\])\n]{2,30}[\])] ")
# `Your sister said that you were stubborn.`
TOLD_YOU = re.compile(
    r"(?=.*\b(?:said|says|called|described|wrote|told|claims?|thinks?)\b).*\b(?:you|[Yy]our)\b"
)
LONGEST_PROMPT = 250
LEAST_QUESTIONS = 3
LONGEST_QUESTION = 500
LONGEST_SHORT_ANSWER = 60


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A block that asks and the blocks that answer it."""

    question: int
    answers: tuple[int, ...]


def interview(
    article: Article, units: Sequence[Unit], people: Sequence[Span] = ()
) -> list[Attribution]:
    """The questions and answers of an interview that sets them apart by paragraphs alone.

    An article is one where at least three paragraphs ask, at least half of these say `you`, and at
    least half of the answers say `I`; or fewer say `you` and none `I`, and three of four answers
    do. What is told of some `people`, whose names are given, is no part of an answer. Empty for all
    other articles. Linear in the article's length.
    """
    exchanges = _exchanges(article, units, people)
    asked = [article.text[slice(*article.blocks[e.question].span)] for e in exchanges]
    answered = [
        any(FIRST_PERSON.search(article.text, *article.blocks[i].span) for i in e.answers)
        for e in exchanges
    ]
    addressed = sum(ADDRESSED.search(text) is not None for text in asked)
    # `And the best?`, but not the `Why did I go?` of who tells a story
    bare = bool(addressed) and not any(map(FIRST_PERSON.search, asked))
    if (
        len(exchanges) < LEAST_QUESTIONS
        or (2 * addressed < len(asked) and not (bare and 4 * sum(answered) >= 3 * len(answered)))
        or 2 * sum(answered) < len(answered)
    ):
        return []
    made = []
    for exchange in exchanges:
        made.append(_said(article, (exchange.question,), "question", "a question of the interview"))
        if exchange.answers:
            made.append(_said(article, exchange.answers, "answer", "answers the question above"))
    return made


def _exchanges(article: Article, units: Sequence[Unit], people: Sequence[Span]) -> list[_Exchange]:
    told = {u.block for u in units if u.quotations and u.narrative}
    asking = [
        i
        for i, block in enumerate(article.blocks)
        if block.kind in ("paragraph", "heading")
        and block.span.end - block.span.start <= LONGEST_QUESTION
        and ASKS.search(article.text[block.span.start : block.span.end])
        and article.text[block.span.start] not in OPENING_MARKS
        and i not in told
    ]
    if len(asking) < LEAST_QUESTIONS:
        return []
    last = len(article.blocks) - 1
    prompts = [
        i for i in range(asking[0] + 2, last) if _prompts(article, i, has_narrative=i in told)
    ]
    questions = sorted({*asking, *prompts})
    telling = _telling(article, units, people, questions[0])
    return [
        _Exchange(question, _answers(article, question, following, telling))
        for question, following in zip(questions, [*questions[1:], None], strict=True)
    ]


def _prompts(article: Article, i: int, *, has_narrative: bool) -> bool:
    """Whether a block tells something that the next one answers; one with quotations in its
    narrative only where it speaks to who is asked.
    """
    text, block, following = article.text, article.blocks[i], article.blocks[i + 1]
    if (
        not block.kind == following.kind == "paragraph"
        or block.span.end - block.span.start > LONGEST_PROMPT
        or FIRST_PERSON.search(text, *block.span)
    ):
        return False
    told_you = TOLD_YOU.match(text, *block.span) is not None
    answers = REPLY.match(text, *following.span) or ASIDE.match(text, *following.span)
    if told_you and not answers:
        answers = FIRST_PERSON.search(text, *following.span)
    return answers is not None and (told_you or not has_narrative)


def _telling(
    article: Article, units: Sequence[Unit], people: Sequence[Span], first: int
) -> frozenset[int]:
    """The blocks that tell of somebody instead of answering: none says `I` outside quotation marks,
    and it begins with who is named above the first question (`Falk laughs.`), or has a person's
    name beside quotations (`Her brother, Bo Falk, said “...”`), or a tag in the present tense.
    """
    own = {u.block for u in units if any(FIRST_PERSON.match(t.text) for t in u.narrative)}
    quoting = {u.block for u in units if u.quotations and u.narrative} - own
    starts = [block.span.start for block in article.blocks]
    spoken = [span for u in units for q in u.quotations for span in q.spans]
    above = {w for p in people if p.start < starts[first] for w in article.text[slice(*p)].split()}
    # `She tells me of the book. “Don’t print that,” she says`
    close = {
        u.block
        for u in units
        if u.quotations and PRESENT_TAG.search(article.text, *article.blocks[u.block].span)
    }
    says_i = {u.block for u in units if any(t.low in I_MYSELF for t in u.narrative)}
    found = close - says_i
    for person in people:
        i = bisect_right(starts, person.start) - 1
        words = article.text[slice(*person)].split()
        begins = person.start == starts[i] and words[-1] in above and i not in own
        if begins or (i in quoting and not inside(spoken, person.start)):
            found.add(i)
    return frozenset(found)


def _answers(
    article: Article, question: int, following: int | None, telling: Container[int]
) -> tuple[int, ...]:
    """What stands between two questions; behind the last one, and behind what tells of somebody,
    while somebody speaks of himself.
    """
    end = len(article.blocks) if following is None else following
    found: list[int] = []
    for i in range(question + 1, end):
        block = article.blocks[i]
        short = not found and block.span.end - block.span.start <= LONGEST_SHORT_ANSWER
        own = short or FIRST_PERSON.search(article.text, *block.span)
        if block.kind != "paragraph" or (following is None and not own and i not in telling):
            break
        if i in telling:
            following = None
        else:
            found.append(i)
    return tuple(found)


def _said(
    article: Article, blocks: Sequence[int], evidence: Literal["question", "answer"], reason: str
) -> Attribution:
    return Attribution(
        kind="direct",
        spans=tuple(article.blocks[i].span for i in blocks),
        cue=None,
        mention=None,
        head=None,
        confidence=0.8,
        reason=reason,
        block=blocks[0],
        evidence=evidence,
    )
