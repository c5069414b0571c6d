"""The name that an apposition gives to a description: `Her supervisor, the late Sir Bo Rask,`."""

from collections.abc import Sequence
from itertools import takewhile

from tui.analysis.character import TITLES, NamedSpan
from tui.analysis.frames import AUXILIARIES, PREPOSITIONS, RELATIVES
from tui.analysis.noun_phrases import governs_another
from tui.analysis.phrase_heads import head_noun
from tui.analysis.role_nouns import RULERS, is_role_noun
from tui.analysis.tokens import Token

# What may stand between the comma and the name: `history professor`, `first-year student`.
MOST_WORDS = 4
# What a firm does, or a person: `Its maker, the start-up Falk & Co,`.
MAKES = frozenset("maker owner operator publisher developer parent manufacturer supplier".split())
WRONG = AUXILIARIES | RELATIVES | PREPOSITIONS | frozenset("and or but".split())


def apposed_name(words: Sequence[Token], names: Sequence[NamedSpan]) -> NamedSpan | None:
    """The person, or the firm, that a mention names behind its comma; None where it does not.

    `words` are the tokens of the mention, `names` those that stand in it. Not in `a spokesman for
    the leader, Bo Rask,`, where it is the leader's name.
    """
    comma = next((i for i, word in enumerate(words) if word.text == ","), None)
    if not comma or comma + 1 >= len(words):
        return None
    before = words[:comma]
    lows = [word.low for word in before]
    # `the Ceann Tionóil, Ada Falk,`, `one of them, Ada Falk,`
    other = (lows[0] == "the" and before[-1].is_capital) or lows[0] in ("one", "another")
    noun = head_noun(lows)
    if not (is_role_noun(noun) or noun in MAKES | RULERS or other) or governs_another(lows):
        return None
    # `Falk’s lawyer`, `Oba of Norland`, `the Ceann Tionóil`
    nobodys = {w.bare_end for w in before if w.is_possessive or w.low in RULERS}
    titles = {words[1].start} if lows[0] == "the" else set[int]()
    own = [
        n
        for n in names
        if n.span.start < words[comma].start
        and n.type == "person"
        and n.span.end not in nobodys
        and n.span.start not in titles
    ]
    if any(not _follows_preposition(before, n) for n in own):
        return None
    behind = [n for n in names if n.span.start > words[comma].start]
    firms = list(takewhile(lambda n: _has_a_role_behind(words, n, names), behind))
    behind = behind[len(firms) :]
    # `the Seattle start-up Falk & Co`
    named = next(iter(behind[-1:] if noun in MAKES else behind), None)
    # `the owner of a shop in Dayton, Ohio`
    firm = noun in MAKES and named is not None and named.type != "place"
    if named is None or (named.type != "person" and not firm):
        return None
    between = [
        w
        for w in words[comma + 1 :]
        if w.start < named.span.start
        and not any(n.span.start <= w.start < n.span.end for n in firms)
    ]
    supports = (is_role_noun(w.low) for w in words if w.start == named.span.end + 1)
    if any(supports):
        return None  # `Her friend, a Bo Lind supporter,`
    fits = len(between) <= MOST_WORDS and all(
        w.text in "()." or (w.is_word and w.low not in WRONG) for w in between
    )
    return named if fits else None


def _has_a_role_behind(
    words: Sequence[Token], named: NamedSpan, names: Sequence[NamedSpan]
) -> bool:
    """Whether a name is of where another, right behind, has a role: of `Falk Foods vice president
    Bo Rask`.
    """
    person = next((n for n in names if n.span.start >= named.span.end), None)
    if person is None or person.type != "person":
        return False
    role = [w for w in words if named.span.end <= w.start < person.span.start]
    bare = all(w.is_word and not w.is_capital and w.low not in WRONG for w in role)
    return bool(role) and bare and is_role_noun(role[-1].low)


def _follows_preposition(before: Sequence[Token], named: NamedSpan) -> bool:
    ahead = [w.low for w in before if w.start < named.span.start and w.low not in TITLES]
    return bool(ahead) and ahead[-1] in PREPOSITIONS
