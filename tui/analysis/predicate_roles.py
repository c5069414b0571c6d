"""What a sentence tells that its subject is: `Falk is the mayor`, `Falk took over as head`."""

from collections.abc import Sequence

from tui.analysis.character import Character
from tui.analysis.frames import DETERMINERS, TIME_LEADS, is_adverb
from tui.analysis.noun_phrases import TIME_WORDS, noun_like, phrase_starting_at
from tui.analysis.role_nouns import PEOPLE, is_role_noun, singular
from tui.analysis.role_phrases import NO_ROLES, PAST_ROLES, SIDES, SOMEBODY_S, before_preposition
from tui.analysis.tokens import Token

IS = frozenset(["is", "was", "been"])
NOT = frozenset("not never hardly scarcely nearly almost no".split())
HAS = frozenset(["has", "had"])
BECOMES = frozenset(["became", "becomes", "become"])
# `was elected mayor`, `was appointed as headteacher`, `was sworn in as mayor`
ELECTED = frozenset(
    """
appointed elected re-elected reelected named made chosen hired installed promoted sworn confirmed
""".split()
)
# `took over as headteacher`, `works as a nurse`, `joined the firm as finance director`
DOES = frozenset(
    """
took takes taken works serves served worked acts joined joins started starts began begins returned
returns stepped steps sits succeeded succeeds replaced replaces continues remains stays serving
working acting
""".split()
)
# What somebody did so is not told of them now, unless they have done it until now.
DID = frozenset(["served", "worked"])
# So many words at most lie between such a verb and `as`: `replaced Bo Lind as`.
BEFORE_AS = 4
# What tells that it is over: `was the mayor until 2019`.
OVER = frozenset("until till from between when before during while".split())
# What tells what is thought of somebody, or what happens to them, and not who they are.
NO_OFFICES = NO_ROLES | frozenset(
    """
hero star fan guest candidate nominee favourite favorite winner loser contender runner-up target
victim suspect passenger speaker friend
""".split()
)


def take_predicate(tokens: Sequence[Token], at: int, character: Character) -> None:
    """Keep the role that is told of a character behind its name, which ends before the token `at`.

    It is known by its words from then on; shown where nothing beside the name tells another.
    """
    begin = _complement(tokens, _past_setting(tokens, at))
    phrase = phrase_starting_at(tokens, begin) if begin is not None else None
    if begin is None or phrase is None or phrase.start != begin:
        return
    if any(word.low in NOT for word in tokens[at:begin]):
        return
    behind = tokens[phrase.end] if phrase.end < len(tokens) else None
    if behind is not None and behind.low in OVER:
        return
    words = tokens[begin : phrase.end]
    was = tokens[begin - 1].low == "was"
    whose = words[0].low in DETERMINERS and words[0].low not in ("a", "an", "the", "its")
    while words and words[0].low in DETERMINERS:
        words = words[1:]
    while words and words[-1].low in TIME_LEADS:
        words = words[:-1]  # `head of the school last year`
    head = before_preposition(words)
    if not head or not _is_office(head) or any(w.low in PAST_ROLES for w in head):
        return
    character.take_role([word.low for word in head])
    if was or whose or head[-1].low in SOMEBODY_S | SIDES or character.office is not None:
        return
    if behind is not None and noun_like(behind) and words[-1].is_capital:
        words = head  # of `officer at the Strand lifeboat station` the phrase has a part
    character.office = " ".join(word.text for word in words)


def _past_setting(tokens: Sequence[Token], at: int) -> int:
    """Past what may stand between a name and its verb: `, 45, who`."""
    lows = [t.low for t in tokens[at : at + 4]]
    if len(lows) > 2 and lows[0] == lows[2] == "," and lows[1].isdigit():
        return at + (4 if lows[3:] == ["who"] else 3)
    if lows[:2] == [",", "who"]:
        return at + 2
    # `Falk, serving as mayor,`
    return at + 1 if lows[:1] == [","] and lows[1:2] and lows[1].endswith("ing") else at


def _complement(tokens: Sequence[Token], at: int) -> int | None:
    """Where what somebody is told to be begins, behind a verb at a token or an adverb before it."""
    has = False
    while at < len(tokens) and (is_adverb(tokens[at].low) or tokens[at].low in HAS):
        has = has or tokens[at].low in HAS
        at += 1
    verb, at = tokens[at].low if at < len(tokens) else "", at + 1
    if verb in BECOMES:
        return at
    if verb in IS:
        while at < len(tokens) and (is_adverb(tokens[at].low) or tokens[at].low == "been"):
            at += 1
        if at < len(tokens) and tokens[at].low in ELECTED:
            return _past_words(tokens, at + 1, ("in", "as", "to"))
        return at
    if verb not in DOES or (verb in DID and not has):
        return None
    behind = [t.low for t in tokens[at : at + BEFORE_AS + 1]]
    if "as" not in behind:
        return None
    between = tokens[at : at + behind.index("as")]
    plain = all(w.is_word and w.low not in OVER | TIME_WORDS for w in between)
    return at + len(between) + 1 if plain else None


def _past_words(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int:
    while at < len(tokens) and tokens[at].low in words:
        at += 1
    return at


def _is_office(head: Sequence[Token]) -> bool:
    """Whether words end in the noun for what one person is."""
    last = head[-1].low
    alone = singular(last) == last and last not in PEOPLE | NO_OFFICES
    return alone and is_role_noun(last) and not head[-1].is_possessive
