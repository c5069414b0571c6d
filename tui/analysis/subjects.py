"""The subject of a sentence, or of a verb in it, found without a parser."""

from collections.abc import Sequence

from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import AUXILIARIES, DETERMINERS, PREPOSITIONS, RELATIVES, is_adverb
from tui.analysis.noun_phrases import (
    CATENATIVES,
    CONJUNCTIONS,
    SUBJECT_PRONOUNS,
    NounPhrase,
    antecedent_of,
    names,
    noun_like,
    phrase_ending_at,
    phrase_starting_at,
)
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token


def subject_before(tokens: Sequence[Token], verb: int) -> NounPhrase | None:
    """The subject that stands left of the verb at `verb`: its noun phrase, or None.

    Adverbs and auxiliaries are passed over, and so is what stands between two commas (an
    apposition, a relative clause): `Holm, who led the walkout, said` gives `Holm`.
    """
    j = verb - 1
    while j >= 0 and (
        is_adverb(tokens[j].low)
        or tokens[j].low in AUXILIARIES
        or tokens[j].low == "to"
        or (tokens[j].low in CATENATIVES and j < verb and j > 0)
        or (tokens[j].low in ("on", "by", "up") and j > 0 and tokens[j - 1].low in CATENATIVES)
    ):
        if tokens[j].low == "to":
            return None
        j -= 1
    if j < 0:
        return None
    token = tokens[j]
    if token.text in (",", "—", "–", "--", ")") or (token.low == "“”" and j > 0):
        return _before_parenthesis(tokens, j)
    if token.low in RELATIVES:
        return antecedent_of(tokens, j)
    return _relative_subject(tokens, j, perfect=j + 1 < verb) or phrase_ending_at(tokens, j)


def _relative_subject(tokens: Sequence[Token], last: int, *, perfect: bool) -> NounPhrase | None:
    """The subject before a relative clause without commas: `A man who ran the club said`.

    Only where the words before the verb cannot be its subject: a verb form, or (with `perfect`,
    an auxiliary before the verb) a clause that the sentence's first noun phrase opens.
    """
    bare = (
        tokens[last].low.endswith("ed")
        and not tokens[last].is_capital
        and (last == 0 or tokens[last - 1].low not in DETERMINERS)
    )
    if not (bare or perfect):
        return None
    subject = first_subject(tokens[: last + 1])
    if subject is None or subject.end >= last:
        return None
    follows = tokens[subject.end]
    return subject if follows.low in RELATIVES or (bare and not follows.is_word) else None


def _before_parenthesis(tokens: Sequence[Token], comma: int) -> NounPhrase | None:
    """The phrase before an apposition or relative clause that ends at `comma`."""
    closing = tokens[comma]
    mark = "(" if closing.text == ")" else "," if closing.low == "“”" else closing.text
    best: NounPhrase | None = None
    j = comma - 1
    while j >= 0 and comma - j < 40:
        if tokens[j].text == mark and j > 0:
            phrase = phrase_ending_at(tokens, j - 1)
            if phrase is not None and not _after_preposition(tokens, phrase):
                described = not tokens[phrase.end - 1].is_capital
                name = _name_start(tokens, j + 1, comma)
                if best is None and described and name is not None:
                    # `the pilot's widow, Milena Ostrey, said`
                    return NounPhrase(phrase.start, comma, name, comma)
                best = best or phrase
                first = tokens[phrase.head_start]
                if first.low in SUBJECT_PRONOUNS or names(tokens, phrase):
                    return phrase
                if tokens[phrase.start].low in ("the", "his", "her", "its", "their", "my"):
                    # `the mayor, a former pilot, said`: but `Falkmere, the mayor, said` goes on
                    if phrase.start == 0 or tokens[phrase.start - 1].text != ",":
                        return phrase
                elif phrase.start == 0:
                    return phrase
        if tokens[j].text in (";", ":"):
            break
        j -= 1
    if best is None and closing.low == "“”":
        return phrase_ending_at(tokens, comma - 1)
    return best


def _name_start(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the name begins if nothing but a name, or a role and a name, stands in between."""
    while start < end and is_role_noun(tokens[start].low) and not tokens[start].is_capital:
        start += 1
    between = tokens[start:end]
    named = 0 < len(between) < 5 and all(t.is_word and t.is_capital for t in between)
    return start if named else None


def _after_preposition(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase belongs to an adverbial: `In London, the mayor, a former pilot, said`."""
    return phrase.start > 0 and tokens[phrase.start - 1].low in PREPOSITIONS


def first_subject(tokens: Sequence[Token]) -> NounPhrase | None:
    """The subject of a sentence as far as its first words tell: its first noun phrase."""
    j = 0
    while j < len(tokens):
        token = tokens[j]
        if token.low == "since" and [t.low for t in tokens[j + 1 : j + 2]] == ["then"]:
            j += 2  # `Since then he has waited`
            continue
        if token.low in PREPOSITIONS or token.low in CONJUNCTIONS:
            # an opening adverbial: go on behind its comma
            comma = _comma(tokens, j, j + 18)
            name = _name_behind_noun(tokens, j, len(tokens) if comma is None else comma)
            if name is not None:
                return phrase_starting_at(tokens, name)
            if comma is None:
                if token.low in ("but", "and", "yet", "so", "then"):
                    j += 1
                    continue
                return None
            j = comma + 1
            if j < len(tokens) and tokens[j].low in RELATIVES:
                # `On the question of the quota, which filled the hall, Falk was brief`
                j = (_comma(tokens, j, j + 18) or j) + 1
            continue
        if token.is_word and not is_adverb(token.low):
            return phrase_starting_at(tokens, j)
        j += 1
    return None


# Who says something, and where the verb is among the same words.
Tag = tuple[NounPhrase, int]


def first_tag(words: Sequence[Token], start: int, earliest: int) -> Tag | None:
    """Who says something in a clause, as the phrase that begins at `start`, and where the verb is:
    the first verb of speech, no earlier than `earliest`, right behind the phrase but for adverbs
    and auxiliaries. None where anything else stands between, or nothing behind.
    """
    verbs = (i for i in range(earliest, len(words)) if is_speech_verb(words[i].low))
    verb = next(verbs, len(words))
    last = verb
    while last > 1 and (is_adverb(words[last - 1].low) or words[last - 1].low in AUXILIARIES):
        last -= 1
    if last <= start or verb + 1 >= len(words):
        return None
    subject = phrase_starting_at(words[:last], start)
    return None if subject is None or subject.end < last else (subject, verb)


def _comma(tokens: Sequence[Token], start: int, end: int) -> int | None:
    return next((k for k in range(start, min(end, len(tokens))) if tokens[k].text == ","), None)


def _name_behind_noun(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where a name follows a noun without a comma: `On the sea wall Ada Falk`."""
    for k in range(start + 2, end - 1):
        before = tokens[k - 1]
        noun = not before.is_capital and noun_like(before) and not is_role_noun(before.low)
        if tokens[k].is_capital and tokens[k + 1].is_capital and noun:
            return k
    return None
