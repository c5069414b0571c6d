"""Whose quotations are in a dialogue: the last speaker's, the other one's, or the teller's."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from tui.analysis.attribution import Attribution
from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.common_words import is_common
from tui.analysis.floor import floor, same
from tui.analysis.frames import RELATIVES
from tui.analysis.noun_phrases import phrase_starting_at
from tui.analysis.quotation import Quotation
from tui.analysis.schema import word_count
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token, lower_forms
from tui.analysis.units import Unit
from tui.article.model import Article, Span

# The other one of two has spoken so many paragraphs ago, and no earlier.
REACH = 4
# `Is that yours, Mr Falk?`
CALLED = re.compile(r", (?P<whom>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})\?[”\"’'»]$")
# `Ada Falk, 67, retired bus driver`, `Anonymous, lorry driver`
NAMED_LINE = re.compile(
    r"(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?:, [^.!?:“”\"\n]{2,60}| \([^()\n]{2,30}\))"
)
# `“He said ...`
HAS_ASKED = re.compile(r"(?:that )?(?:(?:he|she|they) (?:had )?ask(?:ed)?|asking|having asked)\b")
SAID_SO = re.compile(r"[“\"‘'«„](?:He|She|They) (?:said|told|says|asked|kept saying)\b")
# `“It is full of air, Baba.”`, `“By me, sir.”`
SPOKEN_AT = re.compile(
    r", (?:(?P<title>sir|madam|ma[’']am|Baba|Mum|Mam|Mom|Dad|Daddy|Papa|Mama|Ma|Pa|Nan|"
    r"[Mm]y [Ll]ord|[Mm]y [Ll]ady|[Yy]our [Hh]onou?r|[Mm]inister|[Pp]rime [Mm]inister|[Ss]enator)|"
    r"(?P<name>[A-Z][\w’'-]+))[.!?]?$"
)
# A question by who tells the story, or an answer to what was told him, is no longer.
LONGEST_SHORT = 12
# Whoever has spoken does not go on with so few words in another paragraph, nor, after as few, with
# so many.
SHORT_REPLY, LONGEST_REPLY = 6, 20
SPOKEN_TO = re.compile(r" (him|her|them)\b[.,;:]?(?! \w+ing\b)(?=\W|$)")
SPEAKS_OF_ITSELF = re.compile(r"I\b")
ADDRESSES = re.compile(r"\b(?:you|your|yours|yourself|you[’']\w+)\b", re.IGNORECASE)

# `“No,” came the reply.`
CAME_REPLY = re.compile(r",? came (?:the|his|her) (?:reply|answer|response|retort)\b")

SEVERAL = frozenset("two three four several both some".split())


def in_dialogue(
    article: Article, units: Sequence[Unit], u: int, q: Quotation, made: Sequence[Attribution]
) -> Attribution | None:
    """Who says a quotation that is a paragraph of its own, behind a paragraph with quotations.

    A question is answered by the other one of two; who tells the story as `I` may be one of them.
    Else whoever spoke last goes on. None where nobody's quotation stands in that paragraph.
    """
    block = units[u].block
    previous = next(units[k] for k in range(u - 1, -1, -1) if units[k].block < block)
    latest, other = _latest_two(article, block, made)
    if latest is None or latest.spans[-1].end <= previous.span.start:
        return None
    if other is not None and _names(article, other, q.words(article.text)):
        other = None
    teller = _teller(units, u)
    beside = _beside(article, units, u, latest)
    if beside is not None:
        met = beside.spans[0].start
        if (teller is None or teller.start < met) and (other is None or other.start < met):
            other, teller = beside, None
    if latest.block == block - 1 and _are_several(article, latest):
        return same(latest, q, block, 0.5, "another of them answers")
    told = _is_teller(article, latest)
    if (
        other is not None
        and (latest.block, other.block) == (block - 1, block - 2)
        and not (told or _is_teller(article, other))
    ):
        teller = None  # two others take turns
    if _asks(article.text[latest.spans[-1].start : latest.spans[-1].end]):
        called = _called(article, latest)
        if called is not None:
            reason = f"“{article.text[slice(*called)]}” is asked before it"
            return floor(q, called, called, 0.6, reason, block)
        if teller is not None and not told and (other is None or _opens(units, u, teller)):
            reason = "answers for who tells the story"
            return floor(q, teller, teller, 0.5, reason, block)
        if other is not None:
            return same(other, q, block, 0.55, "answers in a dialogue of two")
    words = q.words(article.text)
    if other is not None and (
        _speaks_to(article, latest, words)
        or (other is beside and _answers_you(article, latest, words))
    ):
        return same(other, q, block, 0.55, "speaks to who spoke last")
    brief = word_count(words) <= LONGEST_SHORT
    if teller is not None and not told and brief and _answers_you(article, latest, words):
        return floor(q, teller, teller, 0.5, "answers for who tells the story", block)
    asks = _asks(words) and brief
    if asks and teller is not None and not told:
        return floor(q, teller, teller, 0.5, "asks for who tells the story", block)
    asked = other is not None and _asks(article.text[other.spans[-1].start : other.spans[-1].end])
    if asks and asked and other is not None:
        return same(other, q, block, 0.5, "asks again in a dialogue of two")
    # whose words were told in others may be the one who asks
    told_of = _latest_two(article, block, made, told=True)[1] if asks and other is None else None
    if told_of is not None:
        return same(told_of, q, block, 0.45, "asks in a dialogue of two")
    spoken_to = _spoken_to(article, latest)
    if spoken_to is not None and brief and latest.block == block - 1 and ADDRESSES.search(words):
        return floor(q, spoken_to, spoken_to, 0.5, "answers who spoke to them", block)
    # a quotation that goes on in the next paragraph is not closed
    near = latest.block == block - 1
    count = word_count(words)
    before = word_count(article.text[slice(*latest.spans[-1])])
    short = count <= SHORT_REPLY or (before <= SHORT_REPLY and count <= LONGEST_REPLY)
    if other is None and short:
        other = _latest_two(article, block, made, told=True)[1]
    if other is not None and (
        told or short or (near and (not previous.narrative or other is beside))
    ):
        return same(other, q, block, 0.5, "takes turns in a dialogue of two")
    if near and count <= SHORT_REPLY:
        return floor(q, None, None, 0.3, "somebody answers", block)
    return same(latest, q, block, 0.6, "goes on after the same speaker's last paragraph")


def exchanged(
    article: Article, q: Quotation, block: int, made: Sequence[Attribution]
) -> Attribution | None:
    """Whose a quotation right behind another is, as in `“Were you there?” “No.”`: who was called by
    name in that, or the other one's of two. None where none stands there.
    """
    latest, other = _latest_two(article, block, made)
    if latest is None or article.text[latest.spans[-1].end : q.start] != " ":
        return None
    called = _called(article, latest)
    if called is not None:
        reason = f"“{article.text[slice(*called)]}” is asked right before it"
        return floor(q, called, called, 0.6, reason, block)
    if other is not None:
        return same(other, q, block, 0.5, "takes turns in a dialogue of two")
    return floor(q, None, None, 0.3, "somebody answers", block)


def speaks_of_last(
    article: Article, q: Quotation, block: int, made: Sequence[Attribution]
) -> Attribution | None:
    """`Her uncle warned her. “He said the pier was haunted.”`: who is told in the first words to
    have said so does not say that; the other one does. But `Falk recalled asking him. “He said
    no.”` is Falk's.
    """
    if made[-1].kind == "direct" or not SAID_SO.match(article.text, q.start):
        return None
    if HAS_ASKED.match(article.text, made[-1].start):
        return same(made[-1], q, block, 0.6, "tells of what was asked")
    _, other = _latest_two(article, block, made, told=True)
    return same(other, q, block, 0.5, "speaks of who spoke last") if other else None


def reply(article: Article, q: Quotation, block: int, made: Sequence[Attribution]) -> Attribution:
    """Whose `“Ask my lawyer,” came the reply` is: the other one's of the latest two, else nobody's
    who is known.
    """
    _, other = _latest_two(article, block, made)
    if other is None:
        return floor(q, None, None, 0.3, "somebody replies", block)
    return same(other, q, block, 0.5, "replies in a dialogue of two")


def _called(article: Article, latest: Attribution) -> Span | None:
    """The name by which a question calls who is to answer: `“Is that yours, Mr Falk?”`"""
    found = CALLED.search(article.text, *latest.spans[-1])
    return Span(*found.span("whom")) if found is not None else None


def _answers_you(article: Article, latest: Attribution, words: str) -> bool:
    """Whether `I` answers `you` of the last words: `“You’ll be sick,” he says. “I’m not.”`"""
    before = article.text[slice(*latest.spans[-1])]
    return bool(ADDRESSES.search(before) and SPEAKS_OF_ITSELF.match(words))


def _are_several(article: Article, a: Attribution) -> bool:
    """`Two fishermen watched. “Not before winter.”`: whether some are told to speak."""
    words = article.text[slice(*a.head)].lower().split() if a.head is not None else []
    return words[:1] != [] and words[0] in SEVERAL


def _is_teller(article: Article, a: Attribution) -> bool:
    return a.head is not None and article.text[slice(*a.head)] == "I"


def _beside(
    article: Article, units: Sequence[Unit], u: int, latest: Attribution
) -> Attribution | None:
    """Who else is there: whom the last sentence before the dialogue is about, by name."""
    before = latest.block - 1
    near = takewhile(lambda unit: unit.block >= before, (units[k] for k in range(u - 1, -1, -1)))
    opener = next((unit for unit in near if unit.block == before and unit.narrative), None)
    if opener is None or opener.kind != "paragraph" or opener.quotations or not latest.head:
        return None
    # `It is Falk who holds the lamp.`
    cleft = [t.low for t in opener.tokens[:2]] in (["it", "is"], ["it", "was"])
    subject = phrase_starting_at(opener.tokens, 2) if cleft else first_subject(opener.tokens)
    if subject is None or not _is_name(opener.tokens[subject.start : subject.end]):
        return None
    span = subject.head(opener.tokens)
    one, two = article.text[slice(*latest.head)].split(), article.text[slice(*span)].split()
    if one[-1].lower() in PRONOUN_GENDER or set(one) & set(two):
        return None
    return Attribution(
        "direct", (span,), None, span, span, 0.5, "is there, too", opener.block, evidence="floor"
    )


def _is_name(words: Sequence[Token]) -> bool:
    return all(w.is_capital for w in words) and words[0].text != "I" and not is_common(words[0].low)


def _speaks_to(article: Article, latest: Attribution, words: str) -> bool:
    """Whether some words end with how one speaks to another, or with the last speaker's name."""
    called = SPOKEN_AT.search(words)
    if called is None:
        return False
    name = article.text[slice(*latest.head)].split() if latest.head else []
    return called["title"] is not None or called["name"] in name


def _spoken_to(article: Article, latest: Attribution) -> Span | None:
    """The pronoun for whom the last words were spoken to: `he tells her`."""
    found = SPOKEN_TO.match(article.text, latest.cue.end) if latest.cue else None
    return Span(*found.span(1)) if found else None


def _latest_two(
    article: Article, block: int, made: Sequence[Attribution], *, told: bool = False
) -> tuple[Attribution | None, Attribution | None]:
    """The last quotation before a block and, within reach, the last one that is tied to other
    words; with `told`, of all statements.
    """
    latest = None
    for a in reversed(made):
        counts = told or a.kind == "direct"
        if latest is None and counts:
            latest = a
        elif block - _last_block(article, a) > REACH:
            break
        elif latest and counts and _is_somebody(article, a, latest):
            return latest, a
    return latest, None


def _last_block(article: Article, a: Attribution) -> int:
    """The number of the block in which a statement ends, which may run over many."""
    return bisect_right(article.blocks, a.spans[-1].start, key=lambda b: b.span.start) - 1


def _is_somebody(article: Article, a: Attribution, latest: Attribution) -> bool:
    """Whether it is tied to words of its own, and to no `who` or `that` of a clause."""
    if a.head is None or RELATIVES.issuperset(lower_forms(article.text, a.head)):
        return False
    return not _same_source(article, a, latest)


def _names(article: Article, a: Attribution, words: str) -> bool:
    """Whether some words call the speaker of others by name, beside an `I`."""
    name = article.text[slice(*a.head)].split()[-1] if a.head else ""
    return name[:1].isupper() and name != "I" and name in words.split() and " I " in words


def _asks(words: str) -> bool:
    return words.rstrip("”“\"’'»› ").endswith("?")


def _teller(units: Sequence[Unit], u: int) -> Span | None:
    """The nearest `I` of the narrative before a paragraph: who tells the story."""
    for k in range(u - 1, -1, -1):
        if units[u].block - units[k].block > REACH:
            return None
        said = [t for t in units[k].narrative if t.text == "I"]
        if said:
            return Span(said[-1].start, said[-1].end)
    return None


def _opens(units: Sequence[Unit], u: int, teller: Span) -> bool:
    """Whether the sentence behind which the dialogue begins is about who tells the story."""
    opener = next((units[k] for k in range(u - 1, -1, -1) if units[k].narrative), None)
    return opener is not None and opener.span.start <= teller.start < opener.span.end


def _same_source(article: Article, a: Attribution, b: Attribution) -> bool:
    """Whether what is said first and what is said then are tied to the same words."""
    if a.head is None or b.head is None:
        return a.head == b.head
    one, two = article.text[slice(*a.head)], article.text[slice(*b.head)]
    if one.split()[-1] != two.split()[-1]:
        return False
    # `Falk said`, and then `said Bo Falk, who is 76`: another of the family
    (bare, surname), (full, name) = sorted(((a.head, one), (b.head, two)), key=lambda p: len(p[1]))
    introduced = any(x.mention is not None and x.mention.end > full.end for x in (a, b))
    return " " in surname or " " not in name or bare.start > full.start or not introduced


def headed_by(article: Article, line: Unit) -> Span | None:
    """Who is named in a line that is no sentence: `Ada Falk, 67, retired bus driver`."""
    text = article.text
    if line.quotations or line.span != article.blocks[line.block].span:
        return None
    found = NAMED_LINE.fullmatch(text, *line.span)
    return Span(*found.span("who")) if found is not None else None


def asked_by_another(
    article: Article, made: Sequence[Attribution], q: Quotation, block: int
) -> Attribution | None:
    """Where somebody comes in to ask something, whoever spoke before answers in the next paragraph:
    `A reporter wondered if Falk would play.`
    """
    asks = made[-1].mention
    low = article.text[slice(*asks)].lower() if asks is not None else ""
    if not low.startswith(("a ", "an ", "one ", "another ", "reporters", "journalists")):
        return None
    quoted = (a for a in reversed(made[:-1]) if a.kind != "indirect" and a.mention is not None)
    other = next(quoted, None)
    near = other is not None and block - other.block <= REACH
    return same(other, q, block, 0.5, "answers what was asked") if other and near else None
