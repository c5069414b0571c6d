"""Which words of a source name it: `Ada Falkmere` of `the mayor, Ada Falkmere, a former pilot`."""

from collections.abc import Sequence

from tui.analysis.capital_runs import PARTICLES
from tui.analysis.character import TITLES
from tui.analysis.double_posts import is_of_a_post, joins_posts
from tui.analysis.frames import DETERMINERS, PREPOSITIONS, RELATIVES
from tui.analysis.given_names import gender_of_given
from tui.analysis.noun_phrases import NounPhrase, phrase_starting_at
from tui.analysis.role_nouns import EPITHETS, is_paper, is_role_noun
from tui.analysis.tokens import Token, tokens
from tui.article.model import Span

DASHES = frozenset("—–") | {"--"}
PAUSES = frozenset(",;:()") | DASHES
LONGEST_NAME = 5
ADJECTIVES = frozenset("former other later outer inner upper lower older younger elder".split())
COUNTS = frozenset("one two three some many several another both all most few each none".split())
HONOURS = frozenset("excellency highness majesty holiness honour honor eminence grace".split())
HANDLED = frozenset(
    """
obtained seen commissioned published released leaked shared provided reviewed shown produced
conducted prepared carried compiled filed
""".split()
)
# What stands before where somebody is.
WHERE = frozenset("in of from near at outside".split())
# Of where it is, what are given names, too, and what a name of two words begins with.
STATES = frozenset("georgia virginia florida jordan israel kenya india chad".split())
PARTS = frozenset("new north south east west northern southern eastern western united".split())
NAMING = frozenset("named called".split())
# What may stand in lower case inside a name.
INNER = PARTICLES | {"&"}


def head_of(text: str, source: Span) -> Span:
    """The part of a source that names it, both in code points of the text.

    Its first noun phrase, without what is set off by commas or follows as a relative clause; or the
    name in apposition to it, where the phrase itself is no name.
    """
    words = _without_brackets(tokens(text, source.start, source.end))
    if not words:
        return source
    if len(words) > 2 and words[-2].low == "of" and words[-1].low in ("whom", "which"):
        return Span(words[0].start, words[-1].end)  # `some of whom`
    stop = next(
        (i for i, w in enumerate(words) if i and (w.text in PAUSES or w.low in RELATIVES)),
        len(words),
    )
    phrase = phrase_starting_at(words[:stop], 0, loose=True) or NounPhrase(0, stop, 0, stop)
    if words[phrase.end - 1].is_possessive and phrase.end < stop:
        # `The bank’s quarterly report`: what looks like an adverb is none
        rest = (i for i in range(phrase.end, stop) if words[i].low in PREPOSITIONS)
        phrase = NounPhrase(0, end := next(rest, stop), 0, end)
    if words[0].low == "both" and phrase.head_start == 1:
        phrase = NounPhrase(0, phrase.end, 0, phrase.head_end)
    pause = stop
    if stop < len(words) and words[stop].low in RELATIVES:
        # `The company that runs the mine, Cwm Deep`
        pause = next((i for i in range(stop, len(words)) if words[i].text == ","), stop)
    listed = _list_end(words, stop)
    both = _name_of_both(words[:listed])
    if both is not None:
        return Span(words[both].start, words[listed - 1].end)
    name = _apposed_name(words, pause)
    if name is not None and not (_is_name(words[:stop]) or _has_a_paper(words[:stop])):
        phrase = NounPhrase(0, name[1], *name)
    return phrase.head(words)


def _list_end(words: Sequence[Token], stop: int) -> int:
    """Where the phrase ends that begins with roles with commas between them: `Lawyer, author and
    activist Ada Falk`; where its first one ends if it does not.
    """
    end = stop
    while end < len(words) and words[end].text == "," and _is_bare_role(words, end - 1):
        end = next((i for i in range(end + 1, len(words)) if words[i].text in PAUSES), len(words))
    return end


def _is_bare_role(words: Sequence[Token], at: int) -> bool:
    """Whether a word is a role, in lower case but where the phrase begins with it."""
    return _is_role(words[at].low) and not (at and words[at].is_capital)


def _name_of_both(words: Sequence[Token]) -> int | None:
    """Where the name begins of who is two things: `journalist and author Ada Falk`, `climate and
    energy minister Bo Lind`, but not `the mayor and Ada Falk`.
    """
    joined = next((i for i, w in enumerate(words) if w.low == "and"), 0)
    if not joined or not (_is_bare_role(words, joined - 1) or joins_posts(words, joined)):
        return None
    name = next((i for i in range(joined + 1, len(words)) if words[i].is_capital), len(words))
    while name < len(words) - 2 and is_of_a_post(words[name].low):
        name += 1  # `Chairman and Managing Director Ada Falk`
    behind = words[name:]
    whole = len(behind) > 1 and all(w.is_capital or w.low in INNER for w in behind)
    bears = name > joined + 1 and _is_role(words[name - 1].low)
    return name if whole and bears else None


def _is_role(low: str) -> bool:
    return is_role_noun(low) or low in EPITHETS


def _without_brackets(words: Sequence[Token]) -> Sequence[Token]:
    """Some words but for a word in brackets before a role or behind one: `Harbour Party (HP)
    leader`, `Commissioner (Traffic) Ada Falk`.
    """
    for i in range(1, len(words) - 3):
        inside = words[i].text == "(" and words[i + 2].text == ")" and words[i + 1].is_capital
        before, behind = words[i - 1].low, words[i + 3]
        held = (is_role_noun(before) or before in TITLES) and behind.is_capital
        if inside and (held or is_role_noun(behind.low)):
            return [*words[:i], *words[i + 3 :]]
    return words


def _is_name(words: Sequence[Token]) -> bool:
    """Whether a phrase ends in a name that is not just whom or what it belongs to: `Ada Falkmere`,
    but not `the critic of The Halland Star`, nor who has a post in what is named: `The Bank of
    Halland’s governor`.
    """
    end = next((i for i, w in enumerate(words) if i and w.low in PREPOSITIONS), len(words))
    post = end < len(words) - 2 and is_role_noun(words[-1].low) and not words[-1].is_capital
    if post and words[end].low == "of" and words[end + 1].is_capital:
        return False
    return words[end - 1].is_capital and words[end - 1].low not in COUNTS


def _has_a_paper(words: Sequence[Token]) -> bool:
    """Whether a phrase tells who only has a paper, and has not written it: `a form obtained by the
    solicitor, Ada Falk`.
    """
    lows = [w.low for w in words]
    at = next((i for i, low in enumerate(lows) if low in HANDLED), 0)
    return at > 0 and "by" in lows[at:] and any(map(is_paper, lows[:at]))


def _leads_to_name(low: str) -> bool:
    """Whether a word in lower case says that who follows is named so: `the brewer Ada Falk`."""
    does = low.endswith(("er", "ist", "eer", "smith")) and len(low) > 4 and low not in ADJECTIVES
    return low in NAMING or does or is_role_noun(low)


def _apposed_name(words: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """The capitalised words behind a comma, or a dash, if nothing but a pause or the end, or where
    they are from, follows them.

    A role may stand before them: `the novelist Ada Falk`, `a man called Bo Lind`.
    """
    if comma >= len(words) or words[comma].text not in DASHES | {","}:
        return None
    start = comma + 1
    if start < len(words) and words[start].low in DETERMINERS:
        start += 1
        if start < len(words) and words[start].low in HONOURS:
            start += 1  # `the commissioner, His Excellency Bo Lind`
        while start < len(words) and words[start].is_word and not words[start].is_capital:
            start += 1
        # `a Filipino national named Bo Lind`
        told = range(start, min(start + LONGEST_NAME, len(words)))
        start = next((i + 1 for i in told if words[i].low in NAMING), start)
        if not (_leads_to_name(words[start - 1].low) or words[start - 1].low in HONOURS):
            return None
    end = start
    while (
        end < len(words)
        and end - start <= LONGEST_NAME
        and (words[end].is_capital or (end > start and words[end].low in INNER))
    ):
        end += 1
    whole = end == len(words) or words[end].text in PAUSES or words[end].low in RELATIVES
    dashed = words[comma].text in DASHES and end < len(words)
    whole = whole or (dashed and words[end].low in WHERE)
    named = start < end and words[start].low not in DETERMINERS
    if start == comma + 1 and _is_where(words[:comma], words[start:end]):
        return None
    return (start, end) if whole and named else None


def _is_where(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether what is behind a comma tells where a place before it is: `a nurse in Lyon, France`,
    `the mayor of Dayton, Ohio`, but not `the king of Norland, Harald`, `the mayor of Dayton, Bo
    Lind`.
    """
    at = next((i for i in range(len(before) - 1, 0, -1) if not before[i].is_capital), 0)
    if not behind or at == len(before) - 1 or before[at].low not in WHERE:
        return False
    first = behind[0].low
    if len(behind) > 1:
        return first in PARTS
    return first in STATES or gender_of_given(first) is None
