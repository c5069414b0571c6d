"""What two voices both speak of that has no name: wells, water, the ferry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from tui.analysis.frames import (
    ADVERBS,
    AUXILIARIES,
    BARE_SUBJECTS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    RELATIVES,
    is_adverb,
    is_number,
)
from tui.analysis.noun_phrases import CONJUNCTIONS, TIME_WORDS
from tui.analysis.tokens import Token, tokens
from tui.article.model import Span

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote, Speaker

MOST: Final = 8
# What is looked through of a very long article: a key waits for it.
MOST_NOUNS: Final = 4_000
MOST_USES: Final = 50
MOST_CHARACTERS: Final = 400_000
# So much of all uses of a word, at least, must be in what the two say.
LEAST_SHARE: Final = 0.3
_ADJECTIVES: Final = 2
_NO_NOUNS: Final = (
    ADVERBS
    | AUXILIARIES
    | BARE_SUBJECTS
    | CONJUNCTIONS
    | DETERMINERS
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | PRONOUNS
    | QUESTION_WORDS
    | RELATIVES
    | frozenset(
        """
not none nothing something anything everything there here mine yours ours theirs hers his
myself ourselves yourself himself herself itself themselves
""".split()
    )
)
# These end a noun phrase, whatever comes before them.
_ENDS: Final = (_NO_NOUNS - DETERMINERS) | frozenset(
    "the a an this these those his its their my our your back up down out off away".split()
)
_UNTELLING: Final = TIME_WORDS | frozenset(
    """
people person man men woman women thing way time day hour minute second moment today decade century
number part kind sort type lot bit case fact point place side end matter question answer problem
issue reason example course sense rest half quarter percent cent deal name word other same least
whole first last former latter latest next new old own good great best better worst big little
long right left wrong result term level line role step chance idea view statement comment interview
front top bottom middle start beginning order turn use need hand head face eye form back work
night
""".split()
)
_ENDINGS: Final = ((r"ies$", "y"), (r"ie$", "y"), (r"(s|x|z|ch|sh)es?$", r"\1"))
_OF_SEVERAL: Final = frozenset("each every another".split())
_KEPT: Final = frozenset("news series species means lens gas bus".split())


@dataclass(frozen=True, slots=True)
class CommonSubject:
    """A noun that two voices use: how it is shown, and the first uses in either's statements."""

    name: str
    first: tuple[tuple[Quote, Span], ...]
    second: tuple[tuple[Quote, Span], ...]


@dataclass(slots=True)
class _Uses:
    """How a voice uses a noun; `sure` says whether it surely is one, somewhere."""

    places: list[tuple[Quote, Span]] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    before: set[str] = field(default_factory=set)
    described: Counter[str] = field(default_factory=Counter)
    sure: bool = False


def common_subjects(
    analysis: Analysis, first: Speaker, second: Speaker, named: Collection[Span] = ()
) -> tuple[CommonSubject, ...]:
    """The nouns in the statements of both that tell most of them: those that others use least.

    Singular and plural are one. What stands in the `named` mentions is left out. The time that it
    takes has a bound. Offsets are code points of the article's text.
    """
    names = {offset for span in named for offset in range(*span)}
    ours, theirs = (_uses(analysis, speaker, names) for speaker in (first, second))
    both = [key for key in ours if key in theirs and (ours[key].sure or theirs[key].sure)]
    everywhere = _counted(analysis.article.text, {f for k in both for f in _forms(ours, theirs, k)})
    ranked = list[tuple[float, CommonSubject]]()
    for key in both:
        own = ours[key].forms.total() + theirs[key].forms.total()
        share = own / max(own, sum(everywhere[form] for form in _forms(ours, theirs, key)))
        if share >= LEAST_SHARE:
            subject = CommonSubject(
                _shown(ours[key], theirs[key]), (*ours[key].places,), (*theirs[key].places,)
            )
            ranked.append((own * share, subject))
    ranked.sort(key=lambda found: -found[0])
    return tuple(subject for _, subject in ranked[:MOST])


def _uses(analysis: Analysis, speaker: Speaker, names: Collection[int]) -> dict[str, _Uses]:
    """The nouns of a speaker's statements, by what singular and plural have in common."""
    uses = dict[str, _Uses]()
    for quote, words, i in islice(_nouns(analysis, speaker), MOST_NOUNS):
        word = words[i]
        before = _before(words, i)
        if word.start in names or before is None:
            continue
        used = uses.setdefault(_key(word.low), _Uses())
        if len(used.places) < MOST_USES:
            used.places.append((quote, Span(word.start, word.bare_end)))
        used.forms[word.low] += 1
        used.before.add(before)
        if i and _may_be_noun(words[i - 1]):
            used.described[words[i - 1].low] += 1
        used.sure = used.sure or _ends(words, i)
    return uses


def _nouns(analysis: Analysis, speaker: Speaker) -> Iterator[tuple[Quote, Sequence[Token], int]]:
    """The words of a speaker's statements that may be nouns."""
    for quote in analysis.quotes:
        for span in quote.spans if quote.speaker == speaker.id else ():
            words = tokens(analysis.article.text, span.start, span.end)
            yield from ((quote, words, i) for i in range(len(words)) if _may_be_noun(words[i]))


def _may_be_noun(word: Token) -> bool:
    return word.text[0].islower() and _is_telling(word.low)


@lru_cache(4096)
def _is_telling(low: str) -> bool:
    return (
        len(low) > 2
        and low.isalpha()
        and low not in _NO_NOUNS
        and low not in _UNTELLING
        and _singular(low) not in _UNTELLING
        and not is_number(low)
        and not (is_adverb(low) or low.endswith("est"))
    )


def _before(words: Sequence[Token], i: int) -> str | None:
    """What a noun is known by, past its adjectives: `the` of `the northern wall`; None where the
    word is no noun: `they date`, `as well`.
    """
    for j in range(i - 1, max(-1, i - 2 - _ADJECTIVES), -1):
        low = words[j].low
        if not words[j].is_word:
            return None
        if low == "to" or (low == "as" and j == i - 1):
            return None
        if low in DETERMINERS or low in PREPOSITIONS or words[j].text[0].isdigit():
            return low
        if is_number(low) or words[j].is_possessive:
            return low
        if low in _NO_NOUNS or is_adverb(low) or words[j].is_capital:
            return _bare(words, j, i)
    return _bare(words, max(-1, i - 2 - _ADJECTIVES), i)


def _bare(words: Sequence[Token], before: int, i: int) -> str | None:
    """Nothing, where a plural stands for itself at the head of its clause: `free school meals`,
    `and trains are late`; None where the word may be a verb.
    """
    heads = before < 0 or words[before].low in CONJUNCTIONS
    plural = _singular(words[i].low) != words[i].low
    described = before < i - 1
    acts = i + 1 < len(words) and words[i + 1].low in AUXILIARIES
    return "" if heads and plural and (described or acts) else None


def _ends(words: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase ends with the word at `i`: no other noun follows that it describes."""
    if i + 1 >= len(words) or not words[i + 1].is_word:
        return True
    low = words[i + 1].low
    return low in _ENDS or is_adverb(low)


@lru_cache(4096)
def _key(low: str) -> str:
    """What singular and plural have in common; no word that is shown."""
    single = _singular(low)
    for ending, rest in _ENDINGS:
        single, count = re.subn(ending, rest, single)
        if count:
            break
    return single


def _singular(low: str) -> str:
    plural = low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in _KEPT
    if low == "children":
        return "child"
    if plural and low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-1] if plural and len(low) > 3 else low


def _forms(ours: dict[str, _Uses], theirs: dict[str, _Uses], key: str) -> set[str]:
    return {*ours[key].forms, *theirs[key].forms}


def _counted(text: str, forms: Collection[str]) -> Counter[str]:
    """How often each of these words stands in the article."""
    if not forms:
        return Counter()
    words = re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b")
    return Counter(words.findall(text, 0, min(len(text), MOST_CHARACTERS)))


def _shown(ours: _Uses, theirs: _Uses) -> str:
    """`wells` where there are several, `the ferry` where it is one, else `water`."""
    forms, before = ours.forms + theirs.forms, ours.before | theirs.before
    alike = ours.described & theirs.described
    describes = f"{max(alike, key=lambda word: alike[word])} " if alike else ""
    plural = [form for form in forms if _singular(form) != form]
    if plural:
        return describes + max(plural, key=lambda form: forms[form])
    name = max(sorted(forms), key=forms.__getitem__)  # `caddie` and `caddy` count as one
    if before & _OF_SEVERAL:
        ending = re.sub("y$", "ie", name) if name[-2] not in "aeiou" else name
        return f"{ending}{'es' if ending.endswith(('s', 'x', 'z', 'ch', 'sh')) else 's'}"
    return f"the {describes}{name}" if before <= DETERMINERS else f"{describes}{name}"
