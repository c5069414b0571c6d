"""What a statement does where several speak: whether it asks, answers or wishes, and of whom."""

import re
from collections.abc import Sequence
from typing import Literal

from tui.analysis.attribution import Attribution
from tui.analysis.cast import Act
from tui.analysis.character import PRONOUN_GENDER
from tui.analysis.cues import ASKED
from tui.analysis.noun_phrases import NounPhrase, phrase_starting_at
from tui.analysis.subjects import subject_before
from tui.analysis.tokens import Token
from tui.article.model import Span

ASKS = re.compile(r"ask|put(?:s|ting)? it to\b", re.IGNORECASE)
# `asked not to be named`, `asked the mayor to resign`; `asked the mayor what to do` does ask
ASKED_FOR = "about|for|how|if|on|over|what|when|where|whether|which|who|whom|why"
REQUESTS = re.compile(
    r"(?:(?:the|an?|his|her|its|their|him|them|me|us|[A-Z][\w’'.-]*)"
    rf"(?: (?!(?:{ASKED_FOR})\b)[\w’'-]+){{0,4}}? )?(?:not )?(?:to |for )"
)
REPLIES = re.compile(r"repl(?:y|ie)|retort|respond|answer|counter|shot back", re.IGNORECASE)
PROMPTED = re.compile(rf"(?:when |once )?(?:{'|'.join(sorted(ASKED))})\b", re.IGNORECASE)
# What leads from a cue to whom somebody speaks to; `her` may belong to a noun.
TO = re.compile(r"(?: it)?(?: to)? ")
ADDRESSED = re.compile(r"(him|her(?= that| to|[.,:;]|$))\b", re.MULTILINE)
# What is said of somebody, to their face or not.
VERDICTS = (
    "call|describ|label|brand|prais|hail|accus|blam|condemn|denounc|attack|mock|thank|commend|blast"
    "|lambast|ridicul|derid"
)
# Who is called a coward, praised or urged by somebody does not answer them.
SPEAKS_OF = re.compile(
    rf"(?:{VERDICTS}|dub|critici|urg|credit|defend|dismiss|insult|slam)", re.IGNORECASE
)
# Who is judged, dismissed or the like, and what for: `Falk praised Hale after she left`.
JUDGES = re.compile(
    rf"\b(?:{VERDICTS}|dubb?|critici[sz]|rebuk|scold|chid|congratulat|slamm?|fir|sack|suspend|su"
    r"|bann?|arrest|boo|jeer|heckl|reprimand|fin|charg|expell?)(?:ed|es|s|e|ing)\b",
)
BECAUSE = re.compile(r" (?:after|because|when) $")
# What somebody makes by speaking.
UTTERANCES = frozenset(
    """
address allegation aside claim comment joke outburst pledge promise quip rant remark sermon speech
statement suggestion tirade
""".split()
)
MAKES = frozenset(
    "make makes made making give gives gave giving deliver delivers delivered delivering".split()
)
BE = frozenset("am is are was were be been being gets got".split())
NOT_YET = frozenset("then also later once again twice repeatedly recently first".split())
# So many words at most stand before the subject of `Asked why, Falk laughed`, and before by whom.
LONGEST_OPENING = 40
BY = 4


def act_of(text: str, attribution: Attribution) -> Act:
    """Whether somebody asks something, in words of their own or as told; a wish is no question."""
    cue = attribution.cue
    if cue is not None and ASKS.match(text, cue.start) and attribution.kind != "direct":
        return "statement" if REQUESTS.match(text, attribution.start) else "told question"
    words = text[slice(*attribution.spans[-1])].rstrip("”“\"’'» ,")
    return "question" if words.endswith("?") else "statement"


def said_as(text: str, cue: Span | None, begin: int) -> Literal["tells", "replies", "asks"]:
    """Whether a cue tells that somebody asks, or answers what another said last; `begin` is where
    its sentence does: `Asked of it, she replied` tells of no other.
    """
    if cue is None:
        return "tells"
    if ASKS.match(text, cue.start):
        return "asks"
    return (
        "replies" if REPLIES.match(text, cue.start) and not PROMPTED.match(text, begin) else "tells"
    )


def addressee(text: str, cue: Span) -> tuple[int, str | None] | None:
    """Where whom somebody speaks to is told behind a cue, and the gender where that is a pronoun;
    None where nobody is.
    """
    to = TO.match(text, cue.end)
    if to is None:
        return None
    pronoun = ADDRESSED.match(text, to.end())
    if pronoun is None:
        return to.end(), None
    return None if SPEAKS_OF.match(text, cue.start) else (to.end(), PRONOUN_GENDER[pronoun[1]])


def judged(text: str, begin: int, pronoun: int) -> Span | None:
    """Where whom somebody judges is told, who then is the pronoun of `after she left`; None where
    no such pronoun is at that offset. `begin` is where its sentence does.

    Who is praised or blamed is taken to be the cause (Garvey and Caramazza, 1974).
    """
    because = BECAUSE.search(text, begin, pronoun)
    verb = JUDGES.search(text, begin, because.start()) if because else None
    return Span(verb.end(), because.start()) if verb and because else None


def made_before(words: Sequence[Token], phrase: NounPhrase) -> int | None:
    """The offset of the verb by which somebody before it makes what a phrase calls an utterance:
    `Falk made a remark`; None of what is only heard or read.
    """
    uttered = words[phrase.head_end - 1].low in UTTERANCES and phrase.start > 0
    verb = words[phrase.start - 1] if uttered else None
    return verb.start if verb is not None and verb.low in MAKES else None


def who_is_asked(words: Sequence[Token]) -> NounPhrase | None:
    """Whom a sentence tells to be asked something, who may then answer: `A baker was asked why`,
    `Asked why, the baker laughed`. None where it tells of nobody.
    """
    opening = words[1:] if words and words[0].low in ("when", "once") else words
    if opening and opening[0].low in ASKED:
        commas = [i for i, w in enumerate(words[:LONGEST_OPENING]) if w.text == ","]
        if "by" in (w.low for w in opening[: BY + 1]):
            commas.reverse()  # `Asked by Falk, for the families, why she left, Reed wept`
        subjects = (phrase_starting_at(words, i + 1) for i in commas)
        return next((s for s in subjects if s is not None), None)
    for i in range(2, len(words)):
        if words[i].low not in ASKED:
            continue
        j = i - 1
        while j > 0 and words[j].low in NOT_YET:
            j -= 1
        if words[j].low in BE:
            return subject_before(words, j)
    return None
