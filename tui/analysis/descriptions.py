"""What an article says that somebody is, right beside the name: roles, age and gender."""

import re
from collections.abc import Sequence
from itertools import takewhile

from tui.analysis.character import FEMALE_TITLES, MALE_TITLES, TITLES, Character, NamedSpan
from tui.analysis.common_words import is_common
from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import AUXILIARIES, DETERMINERS, PREPOSITIONS
from tui.analysis.genders import PROMPTED
from tui.analysis.predicate_roles import take_predicate
from tui.analysis.role_nouns import IN_LETTERS, ON_TRIAL, PAPERS, agent_noun, is_role_noun
from tui.analysis.role_phrases import before_preposition, take_role
from tui.analysis.roles_before import is_title, role_before
from tui.analysis.tokens import Token
from tui.analysis.units import Unit
from tui.article.model import Span

AGE = re.compile(r"\s*[,(]\s*(?:aged )?(\d{1,3})\s*[,).]")
# `Ada Falk, M.D., Ph.D., chief medical officer`
DEGREES = re.compile(
    r"(?:, (?:M\.?D\.?|Ph\.?D\.?|D\.?O\.?|J\.?D\.?|MBA|MPH|RN|CPA|Esq\.?|FRS|"
    r"MBE|OBE|CBE|DBE)(?!\w))+(?=,)"
)
# What may stand between somebody and the verb.
LEADING_UP = frozenset([",", "who", "has", "had", "have", "also", "once", "now", "long", "still"])
WRITING = frozenset("wrote written writes penned published authored".split())
# How many words of an object are looked at.
OBJECT = 6
# What somebody did that still tells who they are.
DID = frozenset("led ran headed founded chaired owned built coached directed edited".split())
# What anybody does: `who lives in Strand`.
ANYBODY_DOES = frozenset(
    """
lives resides stays stands sits belongs goes comes travels arrives leaves wants hopes likes
loves prefers knows thinks believes feels looks seems appears needs gets uses deals
""".split()
)
LONGEST_CLAUSE = 11
# So many words behind a name tell a role at most.
LONGEST_ROLE = 20
# What may stand inside of a role: `secretary of the Harbour Workers’ Union`.
INNER = frozenset("&’'")
# What counsel does, as it stands behind a name, and for which side.
PLEADS = frozenset(
    tuple(words.split())
    for words in "prosecuting|defending|mitigating|representing|for|appearing for|acting for".split(
        "|"
    )
)
PROSECUTING = frozenset("prosecuting prosecution crown".split())
DEFENCE = frozenset("defence defense defendant defendants accused".split())
ALONE = frozenset("prosecuting defending mitigating".split())
SIDES = frozenset(
    """
prosecution crown defence defense defendant defendants claimant claimants plaintiff plaintiffs
accused respondent applicant appellant
""".split()
)
COUNSEL = frozenset("counsel barrister lawyer".split())
TITLE_ROLES = {
    "capt": "captain",
    "cllr": "councillor",
    "col": "colonel",
    "coun": "councillor",
    "det": "detective",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "insp": "inspector",
    "judge": "judge",
    "justice": "judge",
    "kc": "barrister",
    "lt": "lieutenant",
    "prof": "professor",
    "qc": "barrister",
    "rep": "representative",
    "sen": "senator",
    "sgt": "sergeant",
    "sister": "nun",
    "rev": "priest",
}

# Characters of the titles before a name.
LONGEST_TITLES = 24
# `Bo Lind, 52, is charged with fraud`, `Bo Lind, who denies all charges`, `Bo Lind pleaded guilty`
TRIED = re.compile(
    r"(?:, \d{1,3},)?(?:,? who)?(?: (?:is|was|has been|had been|stands|stood))?"
    r"(?: (?:charged|accused of|on trial|indicted)\b"
    r"| (?:pleads?|pleaded|pled|denie[sd]|admit(?:s|ted)) (?:not )?"
    r"(?:guilty|(?:\w+ ){0,2}(?:charges?|counts?|offences?|offenses?)\b))"
)

# What ends an apposition.
ENDS = frozenset(",.;:)—–")


def describe(text: str, unit: Unit, named: NamedSpan, character: Character) -> None:
    """Roles in apposition, before the name and behind it; the age."""
    tokens = unit.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > named.span.start), None)
    last = next(
        (i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start < named.span.end), None
    )
    if first is None or last is None:
        return
    if degrees := DEGREES.match(text, named.span.end):
        last = max(i for i, t in enumerate(tokens) if t.start < degrees.end())
    age = AGE.match(text, named.span.end, named.span.end + 12)
    if age:
        character.age = age[1]
    _role_of_title(tokens, first, last, character)
    # `Asked about his deputy, Falk laughed`: who is asked is not the deputy
    behind = tokens[last + 1].text if last + 1 < len(tokens) else "."
    asked = tokens[0].low in PROMPTED and behind not in ENDS
    # `Mother Corners Mayor Falk`, but not `Mother Corners Falk`, tells what Falk is
    does = (
        unit.kind in ("title", "heading")
        and first
        and not (is_role_noun(tokens[first - 1].low) or is_title(tokens[first - 1]))
    )
    if not does and not (asked and first and tokens[first - 1].text == ","):
        role_before(text, tokens, first, last, character)
    _role_behind(text, tokens, last, character)
    _role_of_verb(tokens, last + 1, character)
    if unit.kind not in ("title", "heading"):
        take_predicate(tokens, last + 1, character)
    if TRIED.match(text, named.span.end, unit.span.end):
        character.deeds.update(ON_TRIAL)


def _role_of_verb(tokens: Sequence[Token], at: int, character: Character) -> None:
    """`Asha Sandvik inspected bridges`, `Bo Lind, who directs the choir`, `has written a book`."""
    while at < len(tokens) and tokens[at].low in LEADING_UP:
        at += 1
    if at >= len(tokens):
        return
    verb = tokens[at].low
    if verb in WRITING:
        if any(t.low in PAPERS for t in tokens[at + 1 : at + 1 + OBJECT]):
            character.deeds.add("author")
    elif not is_speech_verb(verb) and (noun := agent_noun(verb)) is not None:
        character.deeds.add(noun)


def _role_of_title(tokens: Sequence[Token], first: int, last: int, character: Character) -> None:
    """`Mrs Justice Hale`, `Col. Velt`, `Wanda Corliss KC`: what such titles make somebody."""
    behind = last + 1
    letters = behind < len(tokens) and is_title(tokens[behind])
    titles = [tokens[behind].low] if letters else []
    j = first - 1
    while j >= 0 and is_title(tokens[j]):
        titles.append(tokens[j].low)
        j -= 1
    bare = [title.strip(".") for title in titles]
    character.roles.update(TITLE_ROLES[t] for t in bare if t in TITLE_ROLES)
    # `Chief Justice Ada Falk` is not any justice
    character.roles.update(t for t in bare if is_role_noun(t) or t == "chief")


def _role_behind(text: str, tokens: Sequence[Token], last: int, character: Character) -> None:
    """`Asha Sandvik, chief economist at Bexley & Moll,`; `who speaks for the union`."""
    j = last + 1
    while j < len(tokens) and tokens[j].low in TITLES:
        j += 1  # `Ruth Adeyemi KC, defending`
    if j < len(tokens) and tokens[j].text == ",":
        j += 1
    else:
        return
    if j + 1 < len(tokens) and tokens[j].text.isdigit() and tokens[j + 1].text == ",":
        j += 2
    _take_side(text, tokens[j:], character, lawyer="barrister" in character.roles)
    if [t.low for t in tokens[j : j + 3]] == ["who", "speaks", "for"]:
        character.roles.add("spokesperson")
    if j < len(tokens) and tokens[j].low == "who" and character.role is None:
        character.role = _clause(text, tokens[j:])
    start = j
    while j < len(tokens) and j - start < LONGEST_ROLE:
        if not (tokens[j].is_word or tokens[j].text in INNER):
            break
        if is_speech_verb(tokens[j].low) and (j > start or not is_role_noun(tokens[j].low)):
            return  # `To Truss, the minister said`: a clause, no apposition
        if tokens[j].low in ("who", "whom", "whose", "which", "was", "is", "has", "had"):
            break
        j += 1
    words = _whole(tokens[start:j], cut=j - start == LONGEST_ROLE)
    if len(words) > 1 and words[0].low == "and" and words[1].low in DETERMINERS:
        return  # `Bo Lind, 52, and the mayor, Ada Falk`
    while words and words[0].low in ("a", "an", "the", "now", "then", "once", "and"):
        words = words[1:]
    behind = words[1:3] if words and is_title(words[0]) else ()
    if len(behind) == 2 and all(w.is_capital and not is_role_noun(w.low) for w in behind):
        return  # `Mayor Bo Lind, Judge Eve Hart and Senator Jo Falk`
    head = before_preposition(words)
    # `Kivi, who was late, met her Halland counterpart`: a clause, no apposition
    clause = any(
        t.low in DETERMINERS and not (i and head[i - 1].low == "and") for i, t in enumerate(head)
    )
    letters = any(t.low in IN_LETTERS and t.is_capital for t in head)
    told = letters or any(is_role_noun(t.low) or t.low == "maker" for t in head)
    if (told or _is_a_rare_trade(tokens, start, j)) and not clause:
        take_role(text, words, character)


def _is_a_rare_trade(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`Bo Lind, a luthier,`: whether what follows a name is `a` and one word that is not common."""
    words = tokens[start:end]
    if len(words) != 2 or words[0].low not in ("a", "an") or words[1].is_capital:
        return False
    closed = end < len(tokens) and tokens[end].text in (",", ".")
    return closed and words[1].text.isalpha() and not is_common(words[1].low)


def _whole(words: Sequence[Token], *, cut: bool) -> Sequence[Token]:
    """The words of a role as far as they make sense, where the role was `cut` because it is long:
    `director of the Harbour Fund`, but not `director of the Harbour Fund for the`.
    """
    lows = [w.low for w in words]
    pauses = [i for i, low in enumerate(lows) if low in PREPOSITIONS - {"of"} or low == "and"]
    return words[: pauses[-1]] if cut and pauses and pauses[-1] > 1 else words


def _take_side(text: str, words: Sequence[Token], character: Character, *, lawyer: bool) -> None:
    """`Ruth Adeyemi, defending,`; `Bo Rask, for the Crown,`: on which side somebody pleads.

    A `lawyer` (`Bo Rask KC`) may be for anybody.
    """
    lows = [t.low for t in words[:LONGEST_CLAUSE]]
    end = next((i for i, t in enumerate(words[:LONGEST_CLAUSE]) if not t.is_word), 0)
    does = next((n for n in (1, 2) if tuple(lows[:n]) in PLEADS), 0)
    sides = lawyer or not SIDES.isdisjoint(lows[1:end])
    if not end or not does or (lows[0] == "for" and not sides):
        return
    prosecutes = not PROSECUTING.isdisjoint(lows[:end])
    alone = lows[0] in ALONE
    if alone != (end == does) and not (alone and words[does].is_capital):
        return  # `defending her record`
    defends = alone or not DEFENCE.isdisjoint(lows[:end])
    character.roles.update(COUNSEL)
    if prosecutes:
        character.roles.update(("prosecutor", "prosecution"))
    elif defends:
        character.roles.add("defence")
    if character.role is None:
        character.role = text[words[0].start : words[end - 1].end]


def _clause(text: str, words: Sequence[Token]) -> str | None:
    """`who leads the opposition`: what somebody does, as far as the next pause; None if it is not
    what tells who one is.
    """
    if len(words) < 3:
        return None
    verb = words[1].low
    does = verb.endswith("s") and not verb.endswith("ss") and verb not in AUXILIARIES | ANYBODY_DOES
    if is_speech_verb(verb) or not (does or verb in DID):
        return None
    end = next((i for i, w in enumerate(words) if not w.is_word and w.text not in INNER), 0)
    return text[words[0].start : words[end - 1].end] if 2 < end <= LONGEST_CLAUSE else None


def title_gender(text: str, span: Span) -> str | None:
    """The gender that a title before a name tells, `m` or `f`."""
    before = text[max(0, span.start - LONGEST_TITLES) : span.start].lower().split()
    # `Mrs Justice Falk`
    titles = takewhile(TITLES.__contains__, reversed(before))
    first = text[span.start : span.end].split()[0].lower()
    for word in (*titles, first):
        if word in MALE_TITLES - {"father", "brother"}:
            return "m"
        if word in FEMALE_TITLES - {"sister"}:
            return "f"
    return None
