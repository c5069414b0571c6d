"""The noun phrase beside a cue: who it is that says something, found without a parser."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.common_words import is_common
from tui.analysis.cues import SPEECH_FORMS
from tui.analysis.frames import (
    ARTICLES,
    AUXILIARIES,
    BARE_SUBJECTS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    is_adverb,
)
from tui.analysis.given_days import is_given_day
from tui.analysis.role_nouns import is_paper, is_role_noun
from tui.analysis.tokens import Token
from tui.article.model import Span

SUBJECT_PRONOUNS = frozenset("he she they it i we you one".split())
TIME_WORDS = frozenset(
    """
monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december today yesterday tomorrow tonight morning afternoon
evening week month year noon midnight
""".split()
)
CONJUNCTIONS = frozenset(
    """
and or but nor yet so because although though unless until since while whereas when if that as
than then where whether once before after
""".split()
)
INNER_PREPOSITIONS = frozenset("of for at from in with on to by behind close inside near".split())
CATENATIVES = frozenset(
    """
kept keeps keep began begins begin started starts continued continues went goes tried refused
repeatedly seemed appeared ended concluded
""".split()
)
# Past tenses that are no nouns: `The leader began quietly`.
PAST = frozenset(
    """
ate became began bent bit broke brought built came chose crept dealt drank drew drove fell felt
flew forgot froze gave got grew heard held hid kept knew leapt lent lost made meant met paid ran
rang sang sank sat saw sent shook shrank slept sold sought spent spoke sprang stole stood swam swept
swore taught threw took tore went wept woke won wore wrote
""".split()
)
LONGEST = 24
LONGEST_OBJECT = 7
# What may stand before a relative clause.
SET_OFF = frozenset(",—–―") | {"--"}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The tokens `start` to `end` (exclusive) of a unit; `head` is where its name or noun lies."""

    start: int
    end: int
    head_start: int
    head_end: int

    def span(self, tokens: Sequence[Token]) -> Span:
        """Its offsets in the text."""
        return Span(tokens[self.start].start, tokens[self.end - 1].end)

    def head(self, tokens: Sequence[Token]) -> Span:
        """The offsets of the part that names the source."""
        return Span(tokens[self.head_start].start, tokens[self.head_end - 1].end)


def governs_another(lows: Sequence[str]) -> bool:
    """`A spokesman for the party leader`: whether a name behind it is that of an inner person."""
    inner = max((i for i, low in enumerate(lows) if low in PREPOSITIONS), default=0)
    return inner > 0 and is_role_noun(lows[-1]) and lows[inner + 1] in DETERMINERS


def with_apposed_name(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """`said her son, Felix Hadden`: the phrase with the name that follows it as its head."""
    if phrase.end >= len(tokens) or tokens[phrase.end].text != "," or names(tokens, phrase):
        return phrase
    if governs_another([t.low for t in tokens[phrase.start : phrase.end]]):
        return phrase
    end = start = phrase.end + 1
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital:
        end += 1
    goes_on = end < len(tokens) and tokens[end].is_word and tokens[end].low not in ("of", "from")
    if start < end <= start + 4 and not goes_on:
        return NounPhrase(phrase.start, end, start, end)
    return phrase


def names(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase has a capital letter that is not just the sentence's first."""
    return any(
        tokens[i].is_capital and (i > 0 or len(tokens[i].text) > 1)
        for i in range(phrase.start, phrase.end)
        if tokens[i].low not in DETERMINERS
        and tokens[i].low not in PREPOSITIONS
        and tokens[i].low not in TIME_WORDS
    )


def antecedent_of(tokens: Sequence[Token], relative: int) -> NounPhrase | None:
    """What a relative pronoun stands for; the phrase runs on to the pronoun itself."""
    j = relative - 1
    if j >= 0 and tokens[j].text in SET_OFF:
        j -= 1
    phrase = phrase_ending_at(tokens, j) if j >= 0 else None
    if phrase is None:
        return None
    told = phrase.start > 1 and tokens[phrase.start - 1].text == ","
    if told and tokens[phrase.start].low.endswith("ed") and not tokens[phrase.start].is_capital:
        # `a diary, obtained by the panel, which recorded`
        end = phrase.start - 1
        behind = range(end - 1, max(-1, end - LONGEST_OBJECT), -1)
        start = next((k for k in behind if tokens[k].low in DETERMINERS), None)
        if start is not None:
            return NounPhrase(start, relative + 1, start, end)
    apposed = tokens[phrase.start].low in ("a", "an") or not names(tokens, phrase)
    if phrase.start > 1 and tokens[phrase.start - 1].text == "," and apposed:
        # `Dilys Probert, a theatre sister, who said`
        named = phrase_ending_at(tokens, phrase.start - 2)
        if named is not None and names(tokens, named):
            phrase = named
    return NounPhrase(phrase.start, relative + 1, phrase.head_start, phrase.head_end)


def phrase_ending_at(tokens: Sequence[Token], last: int) -> NounPhrase | None:
    """The longest noun phrase whose last token is `last`."""
    token = tokens[last]
    if not token.is_word:
        if token.text == ")":
            opening = next(
                (k for k in range(last, max(-1, last - 15), -1) if tokens[k].text == "("), 0
            )
            return phrase_ending_at(tokens, opening - 1) if opening > 0 else None
        return None
    if token.low in SUBJECT_PRONOUNS or token.low in BARE_SUBJECTS:
        return NounPhrase(last, last + 1, last, last + 1)
    if not noun_like(token):
        return None
    first = last
    j = last - 1
    while j >= 0 and last - j < LONGEST:
        token = tokens[j]
        low = token.low
        if token.text in ("&", "-", "’", "/") and j > 0 and tokens[j - 1].is_word:
            j -= 1
            continue
        if token.text == ")":
            opening = next((k for k in range(j, max(-1, j - 12), -1) if tokens[k].text == "("), -1)
            if opening > 0 and noun_like(tokens[opening - 1]):
                j = opening - 1
                continue
            break
        if token.low == "“”" and j > 0 and tokens[j - 1].is_capital and tokens[first].is_capital:
            j -= 1  # a nickname inside the name
            continue
        if not token.is_word:
            break
        if low in DETERMINERS:
            first = j
            if j > 1 and tokens[j - 1].low in INNER_PREPOSITIONS and noun_like(tokens[j - 2]):
                j -= 2
                first = j
                j -= 1
                continue
            if j > 0 and tokens[j - 1].low in DETERMINERS:
                j -= 1
                continue
            break
        if low in INNER_PREPOSITIONS:
            if j > 0 and noun_like(tokens[j - 1]) and not _adjunct(tokens, j):
                j -= 1
                first = j
                j -= 1
                continue
            break
        if low == "and":
            if (
                j > 0
                and noun_like(tokens[j - 1])
                and tokens[j - 1].is_capital == tokens[first].is_capital
                and last - first < 8
            ):
                j -= 1
                first = j
                j -= 1
                continue
            break
        if low in SUBJECT_PRONOUNS and not tokens[first].is_capital:
            return NounPhrase(j, j + 1, j, j + 1)  # a chain of verbs: `she kept warning`
        if not noun_like(token):
            break
        first = j
        j -= 1
    while first < last and not (tokens[first].low in DETERMINERS or noun_like(tokens[first])):
        first += 1
    return NounPhrase(first, last + 1, first, last + 1)


def _adjunct(tokens: Sequence[Token], preposition: int) -> bool:
    """Whether a preposition opens an adverbial of the clause: `in London Smith`, `on Monday`."""
    if tokens[preposition].low == "of":
        return False
    return preposition == 0 or tokens[preposition - 1].low in TIME_WORDS


def phrase_starting_at(
    tokens: Sequence[Token], first: int, *, loose: bool = False
) -> NounPhrase | None:
    """The noun phrase whose first token is `first`: for `said the mayor of Strand on Monday`.

    With `loose`, as after `according to`, every preposition may lie inside it.
    """
    while first < len(tokens) and is_adverb(tokens[first].low):
        first += 1
    if first >= len(tokens):
        return None
    low = tokens[first].low
    follows = tokens[first + 1] if low in ("her", "one") and first + 1 < len(tokens) else None
    opens = follows is not None and (noun_like(follows) or follows.low in DETERMINERS)
    if not opens and low in SUBJECT_PRONOUNS | OBJECT_PRONOUNS | BARE_SUBJECTS:
        return NounPhrase(first, first + 1, first, first + 1)
    j = first
    while j < len(tokens) and tokens[j].low in DETERMINERS:
        j += 1
    while first < j < len(tokens) and is_adverb(tokens[j].low):
        j += 1  # `the first page`, `the newly elected mayor`
    if j >= len(tokens) or (not noun_like(tokens[j]) and j == first):
        return None
    end = j
    capital = False
    inner = PREPOSITIONS if loose else frozenset(["of", "for", "at", "from", "with"])
    while j < len(tokens) and j - first < LONGEST:
        token = tokens[j]
        if token.text in ("&", "-", "/", "(", ")") and end > first:
            if token.text == "(":
                break
            j += 1
            continue
        if token.text == "." and end == j and _is_in_a_word(tokens, j):
            j += 1  # `Falk.io`
            continue
        if token.text in ("’", "'") and end == j and _owned(tokens, j):
            j += 1  # `the farmers' union`
            continue
        if not token.is_word:
            break
        if is_given_day(tokens, j):
            j += 1
            continue
        if token.low in TIME_WORDS and end > first and not loose:
            break
        if token.low in inner and end > first:
            if j + 1 < len(tokens) and (
                tokens[j + 1].low in DETERMINERS or noun_like(tokens[j + 1])
            ):
                j += 1
                continue
            break
        if token.low in DETERMINERS:
            if end == j > first and token.text in ARTICLES and not tokens[j - 1].is_capital:
                break  # `a survey the guild commissioned`
            j += 1
            continue
        if token.low == "and" and j + 1 < len(tokens) and capital and tokens[j + 1].is_capital:
            j += 1
            continue
        if not (noun_like(token) or _is_given(tokens, j)):
            break
        if end > first and not loose and _reports(tokens, j):
            break
        if end > first and _does(tokens, j):
            break
        # `a Halland farm worker`, `Energy commissioner Dan Falk`
        named = j + 1 < len(tokens) and tokens[j + 1].is_capital and is_role_noun(token.low)
        determined = tokens[first].low in DETERMINERS and _is_of_a_role(tokens, j)
        told = j > first and (named or determined)
        behind = tokens[j - 1].is_capital and not tokens[j - 1].is_possessive
        if capital and behind and not (loose or told or token.is_capital):
            break  # `said Ms. Holm angrily`; but `Holm’s office`
        capital = capital or token.is_capital
        j += 1
        end = j
    if end <= first:
        return None
    return NounPhrase(first, end, first, end)


def _is_in_a_word(tokens: Sequence[Token], j: int) -> bool:
    """Whether no space is on either side of a mark."""
    mark = tokens[j]
    behind = j + 1 < len(tokens) and tokens[j + 1].is_word and tokens[j + 1].start == mark.end
    return behind and tokens[j - 1].end == mark.start


def _owned(tokens: Sequence[Token], j: int) -> bool:
    """Whether an apostrophe behind a plural leads to what is theirs."""
    behind = tokens[j + 1] if j + 1 < len(tokens) else None
    touches = tokens[j].start == tokens[j - 1].end
    apart = behind is not None and behind.start == tokens[j].end + 1
    return touches and apart and tokens[j - 1].low.endswith("s") and noun_like(tokens[j + 1])


def _is_given(tokens: Sequence[Token], j: int) -> bool:
    """Whether an auxiliary is a given name: `Lt. Will Falk`, but not `Mayor Will Step Down`."""
    behind = tokens[j + 1] if 0 < j < len(tokens) - 1 else None
    if behind is None or tokens[j].text != "Will" or not behind.is_capital:
        return False
    before = tokens[j - 1]
    led = before.text.endswith(".") or (is_role_noun(before.low) and not before.is_capital)
    return led or not (is_common(behind.low) or before.text.isupper())


def _is_of_a_role(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word is a noun for what somebody is, or the trade before one: `farm worker`."""
    behind = tokens[j + 1] if j + 1 < len(tokens) else None
    trade = not tokens[j].low.endswith(("ed", "s")) and not tokens[j].is_capital
    led = behind is not None and not behind.is_capital and is_role_noun(behind.low)
    return is_role_noun(tokens[j].low) or (trade and led)


def _does(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word in lower case is a verb with an object: `tilts his head`, `turns 39`."""
    behind = tokens[j + 1] if j + 1 < len(tokens) else None
    verb = tokens[j].low.endswith("s") and not tokens[j].low.endswith("ss")
    if behind is None or not verb or tokens[j].is_capital or tokens[j].is_possessive:
        return False
    return behind.low in ("his", "her", "its", "their", "a", "an", "the") or behind.text.isdigit()


def _reports(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word behind a noun is its verb of speech: `the authors write`."""
    low, before = tokens[j].low, tokens[j - 1].low
    noun = is_paper(low) or before in DETERMINERS or before in PREPOSITIONS
    acts = low.endswith("ed") and is_role_noun(before) and not tokens[j].is_capital
    return acts or (low in SPEECH_FORMS and not noun)


def noun_like(token: Token) -> bool:
    """Whether a token may be part of a noun phrase (its determiner apart)."""
    low = token.low
    return (
        token.is_word
        and low not in AUXILIARIES
        and low not in PREPOSITIONS
        and low not in CONJUNCTIONS
        and low not in QUESTION_WORDS
        and low not in DETERMINERS
        and low not in SUBJECT_PRONOUNS
        and low not in OBJECT_PRONOUNS
        and low not in ("there", "here", "not")
        and (token.is_capital or low not in PAST)
        and not (is_adverb(low) and not token.is_capital)
        and not (low in TIME_WORDS and low != "may" and not low.endswith(("ing", "oon")))
    )
