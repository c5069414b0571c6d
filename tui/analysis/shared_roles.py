"""Roles that several persons share: `the two prime ministers, Ada Falk of Halland and Bo Lind`."""

from collections.abc import Mapping, Sequence

from tui.analysis.character import Character, NamedSpan
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.role_nouns import FEMALE, KIN, MALE, is_role_noun, singular
from tui.analysis.tokens import Token

# How many words may stand between the noun and the names: `ministers at the table`.
BETWEEN = 8
MODIFIERS = 3
COUNTS = frozenset("two three four five six seven both other all several".split())
JOINING = frozenset([",", "and", "&", "(", ")"])

Named = tuple[NamedSpan, Character]


def share_roles(tokens: Sequence[Token], named: Sequence[Named]) -> None:
    """Give the persons of a list behind a plural noun the role that it tells; two or more of them.

    `named` are the names in a sentence, in order, with their characters; `tokens` its words.
    """
    if len(named) < 2:
        return
    starts = {name.span.start: (name, character) for name, character in named}
    for at, token in enumerate(tokens):
        one = singular(token.low)
        if one == token.low or not is_role_noun(one):
            continue
        begin = _list_start(tokens, at + 1)
        persons, end = _listed(tokens, begin, starts)
        # `Historians: Falk, Lind linked`
        says = tokens[begin - 1].text == ":" and end < len(tokens) and tokens[end].is_word
        if len(persons) > 1 and not says:
            words = [t.low for t in _modifiers(tokens, at)]
            for character in persons:
                _take(character, words, one)


def _list_start(tokens: Sequence[Token], at: int) -> int:
    """Where the names may begin: right behind the noun, or behind a phrase and a comma."""
    if at < len(tokens) and tokens[at].low in PREPOSITIONS:
        behind = range(at, min(at + BETWEEN, len(tokens)))
        at = next((i for i in behind if not tokens[i].is_word), at)
    return at + 1 if at < len(tokens) and tokens[at].text in (",", "—", ":") else at


def _listed(
    tokens: Sequence[Token], at: int, starts: Mapping[int, Named]
) -> tuple[list[Character], int]:
    """The persons of a list that begins at a word: `Ada Falk of Halland and Bo Lind, 61`; and where
    it ends.
    """
    persons: list[Character] = []
    while at < len(tokens):
        token = tokens[at]
        if token.start in starts and starts[token.start][1].type == "person":
            name, character = starts[token.start]
            persons.append(character)
            while at < len(tokens) and tokens[at].start < name.span.end:
                at += 1
        elif token.text in JOINING or token.low == "and" or token.text.isdigit():
            at += 1
        elif persons and token.low in PREPOSITIONS:
            at += 1
            while at < len(tokens) and (tokens[at].is_capital or tokens[at].low in DETERMINERS):
                at += 1
        else:
            break
    return list({id(c): c for c in persons}.values()), at


def _modifiers(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """What stands between a determiner or a number and the noun: `prime` of `the two prime ...`."""
    for start in range(at - 1, max(-1, at - MODIFIERS - 2), -1):
        if not tokens[start].is_word or tokens[start].low in PREPOSITIONS:
            return ()
        if tokens[start].low in DETERMINERS | COUNTS or tokens[start].text.isdigit():
            return tokens[start + 1 : at]
    return ()


def _take(character: Character, words: Sequence[str], noun: str) -> None:
    character.take_role([*words, noun])
    if character.role is None and noun not in KIN:
        character.role = " ".join((*words, noun))
    if noun in MALE:
        character.genders["m"] += 3
    elif noun in FEMALE:
        character.genders["f"] += 3
