"""Roles that stand before a name: `Labour Minister Ada Falk`, `the guild's president, Bo Holm`."""

from collections.abc import Sequence

from tui.analysis.character import TITLES, Character
from tui.analysis.cues import TELL_FORMS, is_speech_verb
from tui.analysis.double_posts import joins_posts
from tui.analysis.frames import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    is_adverb,
)
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.name_types import ONE_OF_A_PEOPLE, ORGANIZATION_WORDS, PARTIES, is_demonym
from tui.analysis.noun_phrases import SUBJECT_PRONOUNS, TIME_WORDS
from tui.analysis.role_nouns import BODIES, IN_LETTERS, OF_SOMEBODY, RANKS, is_role_noun
from tui.analysis.role_phrases import CALLED, PAST_ROLES, is_address, is_role, take_role
from tui.analysis.tokens import Token

# What opens a clause, or a turn, and is no part of a role.
OPENING = QUESTION_WORDS | frozenset("that while as because but and since until like q. a.".split())
# `Even Mayor Ada Falk`, `Last night police chief Bo Lind`; but `First Minister`, `Long Beach`
FRONTED = (ADVERBS - frozenset("first early long just further".split())) | frozenset(
    "earlier later perhaps maybe last next".split()
)
# What stands before a whole description: `by retired bus driver Bo Lind`.
GOVERNING = frozenset("by of with from including".split())
LINKS = frozenset(["of", "for"])
# None of these is within what somebody is.
PARTING = PREPOSITIONS | OBJECT_PRONOUNS | {"although", "behind", "though", "while"}
# `economist at the Harbour Bank, Ada Falk`
TIES = LINKS | {"at"}
# `Her supervisor, the late Sir Bo Rask`
LATE = frozenset(["the", "late"])
# Whose somebody is: `his daughter`, where `daughter` alone would tell little.
WHOSE = frozenset("his her their".split())
LONGEST = 8
# What somebody did to whom is named next, in forms that do not end in `-ed`.
DID = frozenset(
    """
beat met led left threw gave took made saw won lost kept held sent brought fought sought went came
became got had knew felt found thought taught caught bought sold paid built spent shot struck drew
chose drove overtook upset outspoke
""".split()
)
# `newly elected Mayor Ada Falk`
NEWLY = frozenset("newly recently formerly previously currently longtime".split())


def role_before(
    text: str, tokens: Sequence[Token], first: int, last: int, character: Character
) -> None:
    """Keep the role that stands before a name, which is some tokens from `first` to `last`."""
    if _has_object(tokens, first, last):
        return
    if (bracket := _bracket_before(tokens, first)) is not None:
        _role_ending(text, tokens, bracket - 1, character)
        return
    if [t.low for t in tokens[max(0, first - 4) : first - 1]] == ["minister", "in", "the"]:
        take_role(text, tokens[first - 4 : first], character)  # `Minister in the Presidency`
        return
    title = first - 1
    while title > 0 and (tokens[title].low in LATE or is_title(tokens[title])):
        title -= 1
    if title > 0 and tokens[title].low in ONE_OF_A_PEOPLE and tokens[title - 1].text == ",":
        title -= 1  # `The coach, Spaniard Itziar Falk`
    # `Its spokesman, Colonel Laszlo Velt`, else `In the house, Prime Minister Dr. Laszlo Velt`
    apposed = tokens[title].text == "," and _is_apposed(tokens, title, last)
    told = apposed and _role_ending(text, tokens, title, character)
    if not told and tokens[first - 1].text != ",":
        _role_ending(text, tokens, first - 1, character)


def _bracket_before(tokens: Sequence[Token], first: int) -> int | None:
    """Where a bracket begins between a role and the name: `Commissioner (Traffic) Ada Falk`."""
    opens = first - 3
    word = opens > 0 and tokens[first - 1].text == ")" and tokens[opens].text == "("
    return opens if word and is_role(tokens[opens - 1].low) else None


def is_title(token: Token) -> bool:
    """Whether a word is a title, written as before a name."""
    return token.low in TITLES and token.is_capital


def _has_object(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name is the subject of a clause about the noun before it: `The lawyer Falk hired
    is Bo Lind`.
    """
    if first < 2 or last + 2 >= len(tokens):
        return False
    noun = tokens[first - 1]
    if not noun.is_word or noun.is_capital or tokens[first - 2].low not in DETERMINERS:
        return False
    did, behind = tokens[last + 1].low, tokens[last + 2].low
    past = did in DID or (did.endswith("ed") and not is_speech_verb(did))
    return past and (behind in AUXILIARIES or is_speech_verb(behind))


def _is_apposed(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether a name behind a comma is apposed to what stands before it: `the president, Ada Falk,
    said`, or a sentence begins with that: `A farmer for life, Falk said`; but not `At a dinner with
    the president, Falk said`.
    """
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    closed = behind is None or not behind.is_word or behind.low in ("and", "or", "who")
    if closed or tokens[last].is_possessive:
        return True
    begins = next((i for i, t in enumerate(tokens) if t.is_word), 0)
    words = tokens[begins:comma]
    head = next((i for i, t in enumerate(words) if t.low in PREPOSITIONS), len(words))
    # `Unlike the mayor, Falk said`, `Praising the mayor, Falk said`
    governed = any(t.low in DETERMINERS for t in words[1:head]) and not is_adverb(words[0].low)
    ends = head > 0 and is_role_noun(words[head - 1].low)
    return ends and not governed and words[0].low not in OPENING


def _role_ending(text: str, tokens: Sequence[Token], j: int, character: Character) -> bool:
    """The role that ends at a token, or before the comma that it is; False where there is none."""
    apposed = j > 1 and tokens[j].text == ","
    if apposed:
        j -= 1
    end = j
    while (
        j >= 0
        and end - j < LONGEST
        and (
            (tokens[j].is_word or _is_owners_mark(tokens, j))
            and tokens[j].low not in PREPOSITIONS - (TIES if apposed else LINKS)
            and (apposed or j < end or tokens[j].is_capital or _ends_a_role(tokens, j))
            and (tokens[j].low not in DETERMINERS or (apposed and _governed(tokens, j, end)))
            and (tokens[j].low not in OPENING or _joins(tokens, j, end))
            and tokens[j].low not in AUXILIARIES
            and not (j < end and is_speech_verb(tokens[j].low) and tokens[j].low not in BODIES)
            and not (not apposed and j < end and _is_verb(tokens, j))
        )
    ):
        j -= 1
    if j == end - 1 and not apposed and _does(tokens, end):
        return False
    if tokens[end].low in IN_LETTERS and not _is_office(tokens, end):
        return False
    words = tokens[j + 1 : end + 1]
    if not apposed:
        words = _behind_link(words)
    whole = not apposed and _is_whole(tokens, end + 1 - len(words), words)
    while words and (
        words[0].low in TIES
        or words[0].low in TIME_WORDS  # `On Monday board member Ruth Falk said`
        or (words[0].low in FRONTED and not apposed)
        or not (
            whole
            or words[0].is_capital
            or is_role_noun(words[0].low)
            or words[0].low in BODIES | RANKS
            or apposed
        )
    ):
        words = words[1:]
    nouns = [t for t in words if is_role(t.low)]
    lows = {t.low for t in words}
    if not nouns or (apposed and not is_role_noun(words[-1].low) and lows.isdisjoint(TIES)):
        return False
    if not apposed and not _leads_up(words):
        return False
    opener = tokens[j].low if j >= 0 and words[0] is tokens[j + 1] else ""
    take_role(text, words, character, opener if opener in WHOSE else "")
    return True


def _is_owners_mark(tokens: Sequence[Token], j: int) -> bool:
    """Whether a mark is that behind a plural, of whose somebody is: `Farmers’ leader Ada Falk`."""
    mark = j > 0 and tokens[j].text in ("’", "'") and tokens[j].start == tokens[j - 1].end
    return mark and tokens[j - 1].is_capital and tokens[j - 1].low.endswith("s")


def _joins(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Whether an `and` is within the name of what somebody does: `A Health and Safety inspector`,
    `the trade and industry secretary`, `PAGCOR Chairman and CEO`.
    """
    if joins_posts(tokens, j):
        return True
    if tokens[j].low != "and" or not 1 < j < end - 1 or tokens[j - 2].low not in DETERMINERS:
        return False
    before, behind = tokens[j - 1], tokens[j + 1]
    alike = before.is_capital == behind.is_capital
    return alike and not is_role_noun(before.low) and not is_role_noun(behind.low)


def _is_whole(tokens: Sequence[Token], first: int, words: Sequence[Token]) -> bool:
    """Whether nothing but a description stands between a word that leads to one and the name: `said
    retired bus driver Bo Lind`, `by marine biologist Ada Falk`, but not `prompting mayor Ada Falk`.
    """
    if not words or not first or any(w.low in PARTING or is_adverb(w.low) for w in words):
        return False
    before, low, last = tokens[first - 1], words[0].low, words[-1]
    if low.endswith("ing") or low[0].isdigit():
        return False
    if before.text == ",":
        return low in PAST_ROLES or not (low.endswith("ed") or low in DID)
    says = is_speech_verb(before.low) and before.low not in TELL_FORMS
    # `the retired bus driver Bo Lind`, but not `within an hour Imam Bo Lind`
    told = before.low in DETERMINERS and not (last.is_capital and is_role(last.low))
    return says or told or before.low in GOVERNING


def _is_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether letters are those of an office, and tell no time: `PM Ada Falk`, not `At 3 PM`."""
    return tokens[at].text.isupper() and not (at and tokens[at - 1].text[0].isdigit())


def _is_verb(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word is the verb of who stands before it, or belongs to one: `Ada Falk grilled bank
    director Bo Lind`, `only narrowly beat`, but not `Halland retired judge Bo Lind`.
    """
    low = tokens[j].low
    if tokens[j].is_capital or low in NEWLY:
        return False
    if (low.endswith("ly") and is_adverb(low)) or low in DID or _is_infinitive(tokens, j):
        return True
    past = low.endswith("ed") and low not in PAST_ROLES | RANKS | CALLED
    return past and j > 0 and (tokens[j - 1].is_capital or is_role_noun(tokens[j - 1].low))


def _is_infinitive(tokens: Sequence[Token], j: int) -> bool:
    """`It will almost certainly force Senator Ada Falk to quit`."""
    before = j - 1
    while before > 0 and (is_adverb(tokens[before].low) or tokens[before].low == "almost"):
        before -= 1
    return before >= 0 and tokens[before].low in MODALS


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a role is what somebody does: `he would counsel Ada Falk`."""
    before = tokens[at - 1].low if at else ""
    return not tokens[at].is_capital and (
        before in AUXILIARIES or before in SUBJECT_PRONOUNS or before == "not"
    )


def _behind_link(words: Sequence[Token]) -> Sequence[Token]:
    """What is of the name itself: of `a spokesman for Gov.`, `a problem for front-runner` what is
    behind the `for`; but all of `secretary of state`.
    """
    link = max((i for i, t in enumerate(words) if t.low in LINKS), default=-1)
    if link < 0:
        return words
    last = words[-1].low
    another = is_role(last) or last.rstrip(".") in TITLES or last in PARTIES or is_demonym(last)
    bears = link > 0 and (is_role_noun(words[link - 1].low) or words[link - 1].low in BODIES)
    if _is_named_body(words, link):
        return words
    return words[link + 1 :] if another or not bears else words


def _is_named_body(words: Sequence[Token], link: int) -> bool:
    """Whether an `of` is within the name of the body where somebody has a post: `University of Oslo
    professor Ada Falk`, but not `the Labour Party of Prime Minister Bo Lind`.
    """
    if not 0 < link < len(words) - 2 or words[link].low != "of":
        return False
    body, field = words[link - 1], words[link + 1]
    named = body.is_capital and field.is_capital and body.low in ORGANIZATION_WORDS - OF_SOMEBODY
    post = is_role(field.low) or field.low in OFFICE_WORDS or field.low.rstrip(".") in TITLES
    return named and (not post or field.low == "justice")


def _leads_up(words: Sequence[Token]) -> bool:
    """Whether a name may follow what it bears: not `a friend of Mrs.`, `captains supporting`."""
    while len(words) > 1 and is_address(words):
        words = words[:-1]
    low = words[-1].low.rstrip(".")
    field = _is_field(words, len(words) - 1)
    return field or is_role(low) or words[-1].is_capital or low in RANKS


def _ends_a_role(tokens: Sequence[Token], j: int) -> bool:
    return is_role(tokens[j].low) or _is_field(tokens, j)


def _is_field(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word tells of what somebody is the head: `chief of staff Ada Falk`."""
    of = j > 1 and tokens[j - 1].low == "of" and is_role_noun(tokens[j - 2].low)
    return of and tokens[j].is_word and not tokens[j].is_capital


def _governed(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Whether a determiner opens what belongs to a noun: `a spokeswoman for the coast guard`, but
    not `afraid of the company’s chairman`.
    """
    if j < 2 or tokens[j - 1].low not in TIES or not tokens[j - 2].is_word:
        return False
    return is_role_noun(tokens[j - 2].low) or not is_role_noun(tokens[end].low)
