"""Quotations without a cue of their own: whose they are, from the paragraph that they stand in."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from tui.analysis.attribution import Attribution, Claimed, extended
from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.claim_forms import introducer
from tui.analysis.common_words import is_common
from tui.analysis.cues import ASKED, SPEECH_FORMS
from tui.analysis.dialogue import (
    CAME_REPLY,
    asked_by_another,
    exchanged,
    headed_by,
    in_dialogue,
    reply,
    speaks_of_last,
)
from tui.analysis.floor import floor, same
from tui.analysis.frames import DETERMINERS, RELATIVES
from tui.analysis.noun_phrases import NounPhrase, phrase_starting_at
from tui.analysis.phrase_heads import describes, head_noun
from tui.analysis.pointing_back import told_behind
from tui.analysis.quotation import Quotation
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.schema import word_count
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import lower_forms
from tui.analysis.units import Unit
from tui.analysis.unspoken import in_title_case, is_title
from tui.article.line_forms import names_nobody
from tui.article.model import Article, Span

# A quotation in a headline that names nobody is speech from so many words on.
LEAST_HEADLINE = 4
# So many paragraphs on, the last speaker may still speak.
LAST_SPEAKER = 3
# So many statements back an answer's speaker is looked for.
RECENT = 12
# What one does who asks as `I`.
I_ASK = frozenset(
    "ask asked wonder wondered suggest suggested put point pointed press pressed venture".split()
)
# What is asked of somebody: `whether she needed a break`
WHETHER = re.compile(
    r"(?:if|whether|what|why|how|when|where|who)\b(?: \w+){0,2}? (?P<whom>he|she)\b"
)
ASKING = ASKED | {"asks", "wonders", "wondered"}
ENDED = re.compile(r"[.!?…,][”\"’'»“›)]*$")


def attributions(
    article: Article, units: Sequence[Unit], claimed: Sequence[Claimed]
) -> list[Attribution]:
    """Every statement of an article's narrative, in order. Linear in the article's length.

    What cues claim comes first (`claimed`, in order); a quotation that no cue claims goes to the
    speaker who has the floor: who spoke just before it, whom the sentence beside it is about, or
    the other one of two in a dialogue. Words in quotation marks that nobody utters are left out.
    """
    made: list[Attribution] = []
    done = {q.start for _, taken in claimed for q in taken}
    starts = [unit.span.start for unit in units]
    own: dict[int, list[Claimed]] = defaultdict(list)
    for attribution, taken in claimed:
        own[bisect_right(starts, attribution.start) - 1].append((attribution, taken))
    last_unit = -1
    for u, unit in enumerate(units):
        for attribution, taken in own[u]:
            made.append(attribution)
            if taken:
                last_unit = u
        # what opens in a turn is no statement, though it is closed in a paragraph
        begun = [q for q in unit.quotations if q.start >= unit.span.start]
        waiting = [q for q in begun if q.start not in done]
        if not waiting:
            continue
        pure = not unit.narrative
        if (
            pure
            and made
            and article.text[made[-1].spans[-1].end : waiting[0].start] != " "
            and last_unit == u - 1
            and units[u - 1].block == unit.block
            and made[-1].kind == "direct"
            and made[-1].spans[-1].end <= waiting[0].start
        ):
            made[-1] = extended(made[-1], waiting)
            done.update(q.start for q in waiting)
            last_unit = u
            continue
        for q in waiting:
            found = (
                exchanged(article, q, unit.block, made)
                or _headline(article, unit, q, claimed)
                or _floating(article, units, u, q, made, pure)
            )
            done.add(q.start)
            if found is not None:
                made.append(found)
                last_unit = u
    made.sort(key=lambda a: a.start)
    return made


def _headline(
    article: Article, unit: Unit, q: Quotation, claimed: Sequence[Claimed]
) -> Attribution | None:
    """A quotation in the headline: whoever says it further down, or nobody known."""
    if unit.kind != "title":
        return None
    words = _word_string(q.words(article.text))
    texts = ((a, (_word_string(t.words(article.text)) for t in taken)) for a, taken in claimed)
    again = next((a for a, said in texts if any(words in string for string in said)), None)
    if again is not None:
        return same(again, q, unit.block, 0.8, "the same words stand in the text below")
    beside = article.text[q.start - 2 : q.start].strip(), article.text[q.end : q.end + 1]
    alone = not unit.narrative or ":" in beside
    if not alone or word_count(q.words(article.text)) < LEAST_HEADLINE or is_title(article.text, q):
        return None
    return floor(q, None, None, 0.5, "the headline quotes it, and does not say whom", unit.block)


def _floating(
    article: Article,
    units: Sequence[Unit],
    u: int,
    q: Quotation,
    made: Sequence[Attribution],
    pure: bool,
) -> Attribution | None:
    unit = units[u]
    if not pure:
        return _in_narrative(article, unit, q, made)
    before = units[u - 1] if u > 0 and units[u - 1].block == unit.block else None
    follows = units[u + 1] if u + 1 < len(units) else None
    if follows is not None and (told := told_behind(article, unit, follows, q)) is not None:
        return told
    after = follows if follows is not None and follows.block == unit.block else None
    if before is not None:
        asked = _asked(article, before, q, made)
        if asked is not None:
            return asked
        if made and made[-1].block == unit.block and made[-1].spans[-1].end > before.span.start:
            judged = speaks_of_last(article, q, unit.block, made)
            return judged or same(
                made[-1], q, unit.block, 0.8, "goes on in the paragraph of the same speaker"
            )
        return _by_subject(article, before, q, unit.block, 0.65) or _last_speaker(
            made, q, unit.block
        )
    if unit.kind in ("title", "heading") and word_count(q.words(article.text)) < 4:
        return None
    if after is not None and after.narrative and not after.quotations:
        found = _by_subject(article, after, q, unit.block, 0.5)
        if found is not None:
            return found
    return _across_paragraphs(article, units, u, q, made)


def _in_narrative(
    article: Article, unit: Unit, q: Quotation, made: Sequence[Attribution]
) -> Attribution | None:
    """Quoted words in a sentence without a cue for them: speech, or a manner of speaking."""
    text = q.words(article.text)
    if CAME_REPLY.match(article.text, q.end):
        return reply(article, q, unit.block, made)
    tokens = unit.tokens
    at = next(i for i, quotation in unit.quoted.items() if quotation is q)
    if is_title(article.text, q):
        return None
    tagged = _tagged(article, unit, at, q)
    if tagged is not None:
        return tagged
    words = word_count(text)
    opens_sentence = at == 0
    if words < 4 or (words < 7 and not ENDED.search(text)):
        if opens_sentence and ENDED.search(text) and made and made[-1].block == unit.block:
            return same(made[-1], q, unit.block, 0.5, "stands in the paragraph of this speaker")
        return None
    if words < 9 and in_title_case(text):
        return None
    subject = first_subject(tokens[:at]) if at else None
    if subject is None and at == 0:
        rest = tokens[1:]
        subject = first_subject(rest)
        if subject is not None:
            subject = NounPhrase(
                subject.start + 1, subject.end + 1, subject.head_start + 1, subject.head_end + 1
            )
    if subject is not None:
        span = subject.span(tokens)
        if names_nobody(article.text[slice(*span)]):
            return floor(q, None, None, 0.4, "it is quoted, and nobody is named", unit.block)
        reason = f"the sentence is about “{article.text[span.start : span.end]}”"
        return floor(q, span, subject.head(tokens), 0.4, reason, unit.block)
    return None


def _tagged(article: Article, unit: Unit, at: int, q: Quotation) -> Attribution | None:
    """However short, what a name and a verb of speech stand behind is said: `“Why?” Falk asked.`,
    `“Why?” asked Falk.`
    """
    tokens = unit.tokens
    ahead = at + 1 < len(tokens) and tokens[at + 1].low in SPEECH_FORMS
    start = at + 1 + ahead
    phrase = phrase_starting_at(tokens, start) if start < len(tokens) else None
    if phrase is None or (not ahead and phrase.end >= len(tokens)):
        return None
    first, last = tokens[phrase.head_start], tokens[phrase.head_end - 1]
    described = first.low in DETERMINERS and is_role_noun(last.low)  # `muttered the woman`
    named = first.is_capital or first.low in ("he", "she") or described
    verb = tokens[at + 1] if ahead else tokens[phrase.end]
    if not named or verb.low not in SPEECH_FORMS or not ENDED.search(q.words(article.text)):
        return None
    span, cue = phrase.span(tokens), article.text[verb.start : verb.end]
    reason = f"“{cue}” stands behind it, and “{article.text[slice(*span)]}”"
    return floor(q, span, phrase.head(tokens), 0.7, reason, unit.block)


def _asked(
    article: Article, before: Unit, q: Quotation, made: Sequence[Attribution]
) -> Attribution | None:
    """Behind a question told in other words the one who is asked speaks: `Reporters asked her`."""
    latest = made[-1] if made and made[-1].block == before.block else None
    cue = _asking_in(article, before, latest)
    if cue is None:
        return None
    at = next((i for i, t in enumerate(before.tokens) if t.start >= cue.end), None)
    phrase = phrase_starting_at(before.tokens, at) if at is not None else None
    if phrase is None:
        return None
    span = phrase.span(before.tokens)
    reason = f"“{article.text[slice(*span)]}” was asked before it"
    return floor(q, span, phrase.head(before.tokens), 0.55, reason, before.block)


def _asking_in(article: Article, unit: Unit, latest: Attribution | None) -> Span | None:
    """The cue in a sentence by which a question is told in other words."""
    cue = latest.cue if latest is not None and latest.kind == "indirect" else None
    if cue is None or not unit.span.start <= cue.start < unit.span.end:
        return None
    return cue if article.text[slice(*cue)].lower().split()[-1] in ASKING else None


def _asked_by_me(
    article: Article, before: Unit, q: Quotation, block: int, made: Sequence[Attribution]
) -> Attribution | None:
    """`I ask whether she is ashamed.`, `Was it? I ask.`: who is interviewed answers."""
    words = before.narrative
    at = next(
        (i for i, w in enumerate(words[:-1]) if w.text == "I" and words[i + 1].low in I_ASK), None
    )
    if at is None:
        return None
    whom = next((w for w in words[at + 2 :] if w.low in PRONOUN_GENDER), None)
    if whom is not None:
        mention = Span(whom.start, whom.end)
        reason = f"who tells the story asks “{whom.text}” something"
        return floor(q, mention, mention, 0.55, reason, block)
    quoted = (a for a in reversed(made[-RECENT:]) if a.kind != "indirect")
    other = next((a for a in quoted if _is_somebody_else(article, a)), None)
    return same(other, q, block, 0.5, "answers who tells the story") if other else None


def _is_somebody_else(article: Article, a: Attribution) -> bool:
    """Whether a statement is tied to a name, or to `he` or `she`, and not to `I`."""
    source = article.text[slice(*a.head)] if a.head is not None else "I"
    first = source.split()[0].lower()
    named = source[0].isupper() and first not in DETERMINERS
    return source != "I" and (named or first in PRONOUN_GENDER)


def _by_subject(
    article: Article, unit: Unit, q: Quotation, block: int, confidence: float
) -> Attribution | None:
    """The quotation goes to whom the sentence beside it is about."""
    tokens = unit.tokens
    subject = first_subject(tokens)
    span = subject.span(tokens) if subject else None
    if subject is not None and span is not None:
        words = article.text[span.start : span.end]
        person = words.lower() in ("he", "she", "they") or (
            (
                words.lower().startswith(("the ", "his ", "her ", "a "))
                and describes(head_noun(words.lower().split()))
            )
            or any(
                t.is_capital and t.low not in DETERMINERS and (i > 0 or not is_common(t.low))
                for i, t in enumerate(tokens[: subject.end])
                if i >= subject.start
            )
        )
        if words.lower() in ("i", "we", "it", "you"):
            span = _last_name(unit)
            person = span is not None
        if person and span is not None:
            reason = f"the sentence beside it is about “{article.text[span.start : span.end]}”"
            return floor(q, span, span, confidence, reason, block)
    return None


def _last_name(unit: Unit) -> Span | None:
    """The last capitalised run of a sentence: `I took this to Falk.`"""
    tokens = [t for t in unit.tokens[1:] if t.is_word]
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].is_capital and tokens[i].low != "i":
            first = i
            while first > 0 and tokens[first - 1].is_capital:
                first -= 1
            return Span(tokens[first].start, tokens[i].end)
    return None


def _across_paragraphs(
    article: Article, units: Sequence[Unit], u: int, q: Quotation, made: Sequence[Attribution]
) -> Attribution | None:
    """A paragraph that is a quotation and nothing else: the running speaker's, or the other's."""
    block = units[u].block
    previous = next((units[k] for k in range(u - 1, -1, -1) if units[k].block < block), None)
    if previous is None or not previous.tokens:
        return None
    if previous.tokens[-1].text == ":":
        source = introducer(previous.tokens)
        if source is not None:
            span = source.span(previous.tokens)
            reason = f"the line before it introduces “{article.text[span.start : span.end]}”"
            return floor(q, span, source.head(previous.tokens), 0.85, reason, block)
    if (named := headed_by(article, previous)) is not None:
        reason = f"the line before it is “{article.text[slice(*named)]}”"
        return floor(q, named, named, 0.7, reason, block)
    if previous.quotations:
        found = in_dialogue(article, units, u, q, made)
        if found is not None:
            return found
    asked = _asked_by_me(article, previous, q, block, made)
    if asked is not None:
        return asked
    if previous.kind in ("heading", "title"):
        return _last_speaker(made, q, block)
    if previous.tokens[-1].text == "?" and not previous.quotations:
        # an interviewer asks: whoever was quoted answers
        quoted = [a for a in made[-RECENT:] if a.kind != "indirect"]
        return _last_speaker(quoted, q, block) or _last_speaker(made, q, block)
    latest = made[-1] if made else None
    if latest is not None and _asking_in(article, previous, latest) is not None:
        answer = _asked_of(article, latest, previous, q, block)
        if answer or (answer := asked_by_another(article, made, q, block)):
            return answer
    if latest is not None and _tells(article, latest, previous):
        return same(latest, q, block, 0.5, "goes on after what the same speaker is told to say")
    found = _by_subject(article, previous, q, block, 0.5)
    return found or _last_speaker(made, q, block)


def _asked_of(
    article: Article, latest: Attribution, previous: Unit, q: Quotation, block: int
) -> Attribution | None:
    """`The judge asked whether she needed a break.`: whom a question that is told is about answers
    in the next paragraph.
    """
    cue = _asking_in(article, previous, latest)
    if cue is None or latest.mention is None or latest.spans[-1].end < cue.end:
        return None
    about = WHETHER.match(article.text, *latest.spans[-1])
    if about is None:
        return None
    mention = Span(*about.span("whom"))
    reason = f"whether “{about['whom']}” did was asked before it"
    return floor(q, mention, mention, 0.55, reason, block)


def _tells(article: Article, latest: Attribution, unit: Unit) -> bool:
    """Whether it is told in a sentence, by a verb of speech, what somebody says."""
    if latest.mention is None or latest.cue is None or latest.mention.start < unit.span.start:
        return False
    verbs = article.text[slice(*latest.cue)].lower().split()
    points = RELATIVES.issuperset(lower_forms(article.text, latest.mention))
    return not points and not SPEECH_FORMS.isdisjoint(verbs)


def _last_speaker(made: Sequence[Attribution], q: Quotation, block: int) -> Attribution | None:
    near = takewhile(lambda a: block - a.block <= LAST_SPEAKER, reversed(made))
    latest = next((a for a in near if a.mention is not None), None)
    return same(latest, q, block, 0.4, "nobody else is speaking here") if latest else None


def _word_string(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text.lower()), ""])
