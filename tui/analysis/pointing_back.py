"""Who the next sentence says that it was: `That was Falk at the gate`, `So says the mayor`."""

from collections.abc import Sequence

from tui.analysis.attribution import Attribution
from tui.analysis.cues import is_speech_verb
from tui.analysis.floor import floor
from tui.analysis.noun_phrases import NounPhrase, phrase_starting_at
from tui.analysis.quotation import Quotation
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.model import Article

POINTS = frozenset(["that", "this", "those", "these", "such"])
IS = frozenset(["is", "was", "are", "were"])
# `That’s the view of`, `That was the stark warning from`
UTTERANCES = frozenset(
    """
accusation admission advice answer argument assessment blunt claim claims conclusion cry description
fear forecast hope judgment judgement lament message mood opinion plea prediction promise question
reaction reply response rule sentiment summary theory thinking verdict view views warning word words
""".split()
)
LONGEST = 5
WHOSE = frozenset(["of", "from"])
# `That’s how Ada Falk sums it up`, `sees it`, `put it`
SUMS_UP = frozenset("summed sums puts put sees saw remembers recalls".split())


def pointed_at(tokens: Sequence[Token]) -> NounPhrase | None:
    """Who a sentence says that it was: `That was Falk at the gate.`; somebody, not anything."""
    begin = _behind_pointer(tokens)
    phrase = phrase_starting_at(tokens, begin) if begin is not None else None
    if phrase is None or begin is None:
        return None
    words = tokens[phrase.start : phrase.end]
    direct = [t.low for t in tokens[:begin]] in (["that", "was"], ["this", "was"])
    if tokens[begin - 1].low == "how":
        verb = tokens[phrase.end].low if phrase.end < len(tokens) else ""
        if not (is_speech_verb(verb) or verb in SUMS_UP):
            return None
    named = any(t.is_capital for t in words)
    return phrase if named or (not direct and any(is_role_noun(t.low) for t in words)) else None


def told_behind(article: Article, unit: Unit, after: Unit, q: Quotation) -> Attribution | None:
    """Whose a quotation is that the sentence behind it, if only in the next paragraph, points back
    to: `“Winters are long.” That was Falk at the gate.`
    """
    words = after.tokens
    phrase = pointed_at(words) if after.block - unit.block < 2 else None
    if phrase is None:
        return None
    span = phrase.span(words)
    reason = f"the sentence behind it says that it was “{article.text[slice(*span)]}”"
    return floor(q, span, phrase.head(words), 0.7, reason, after.block)


def _behind_pointer(tokens: Sequence[Token]) -> int | None:
    """Where a sentence that points back begins to name somebody."""
    lows = [t.low for t in tokens[: LONGEST + 5]]
    if lows[:1] == ["so"] and lows[1:2] and lows[1] in ("says", "said", "say"):
        return 2
    if lows[:1] == [] or lows[0] not in POINTS:
        return None
    at = 1 if tokens[0].text.lower().endswith(("’s", "'s")) else 2
    if at == 2 and lows[1:2] != [] and lows[1] not in IS:
        return None
    behind = lows[at:]
    if behind[:2] == ["according", "to"]:
        return at + 2
    if behind[:1] == ["how"]:
        return at + 1
    whose = next((i for i, low in enumerate(behind[: LONGEST + 1]) if low in WHOSE), None)
    if whose and behind[whose - 1] in UTTERANCES:
        return at + whose + 1
    return 2 if lows[1:2] == ["was"] else None
