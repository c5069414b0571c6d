"""The name to show for somebody whom the text only describes: `an official close to the talks`."""

import re
from collections.abc import Sequence

from tui.analysis.attribution import Attribution
from tui.analysis.frames import ARTICLES, PREPOSITIONS, RELATIVES
from tui.analysis.noun_phrases import PAST, TIME_WORDS, NounPhrase, phrase_starting_at
from tui.analysis.phrase_heads import describes
from tui.analysis.tokens import Token

# A description that is longer than this is no name to show.
LONGEST_DESCRIPTION = 70
WHOSE = frozenset("his her its their".split())
# `An internal “talking points” memo`, `A 2010 “playbook” by the firm`
QUOTED = re.compile(
    r"(?P<name>(?P<before>(?:An?|The|Its|His|Her|Their|an?|the|its|his|her|their)(?: [\w-]+){0,2})"
    r" (?:“[^”]{2,30}”|\"[^\"]{2,30}\"))(?P<behind>(?: [a-z]+)?)"
)
ENDS = frozenset(".!?…")


def shown_name(text: str, attribution: Attribution, mention: str) -> str:
    """A description as far as the first pause, where that is not too long, else its head."""
    whole = text[slice(*(attribution.mention or attribution.spans[0]))]
    quoted = QUOTED.match(whole)
    if quoted is not None and not describes(quoted["before"].split()[-1].lower()):
        return quoted[0] if describes(quoted["behind"].strip()) else quoted["name"]
    longer = _before_participle(re.split(r"[,;:—–(“\"]", whole)[0].split())
    shorter = _before_participle(mention.split())
    known = attribution.mention is not None and shorter in longer[: len(shorter)]
    return longer if known and len(longer) <= LONGEST_DESCRIPTION else shorter


def whole_phrase(words: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """A phrase with what belongs to it, where a pause tells its end: `a woman in her forties,`."""
    goes_on = phrase.end < len(words) and words[phrase.end].low in PREPOSITIONS
    longer = phrase_starting_at(words, phrase.start, loose=True) if goes_on else None
    if longer is None or longer.end >= len(words) or words[longer.end].is_word:
        return phrase
    if words[longer.end].text in ENDS:
        # `A woman in the crowd laughed.`: a sentence has a verb
        inner = range(phrase.end + 1, longer.end)
        verb = next((i for i in inner if words[i].low.endswith("ed") or words[i].low in PAST), None)
        if verb is None:
            return phrase
        return NounPhrase(phrase.start, verb, phrase.head_start, phrase.head_end)
    return longer


def _before_participle(words: Sequence[str]) -> str:
    """`the survey` of `the survey signed by a surveyor`, and of `the survey the guild paid for`;
    but all of `figures her campaign released`.
    """
    ends = (
        i
        for i, w in enumerate(words)
        if i and describes(words[i - 1].lower()) and (w.endswith("ed") or w in ARTICLES)
        if i < 2 or not (w.endswith("ed") and words[i - 2] in WHOSE and i > 2)
    )
    shown = list(words[: next(ends, len(words))])
    while len(shown) > 1 and shown[-1] in RELATIVES:
        shown.pop()
    if shown and shown[-1].lower() in TIME_WORDS and not WHOSE.isdisjoint(shown[1:]):
        shown.pop()  # `released Friday`
    return " ".join(shown)
