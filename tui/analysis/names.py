"""Proper names in an article, found by their shape, their place and the words around them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.analysis.capital_runs import JOINERS, is_capital, run_end
from tui.analysis.character import PAIRED_TITLES, TITLES
from tui.analysis.common_words import is_common
from tui.analysis.cues import is_speech_verb
from tui.analysis.double_posts import is_of_a_post, joins_posts
from tui.analysis.frames import (
    DETERMINERS,
)
from tui.analysis.given_names import gender_of_given
from tui.analysis.model import EntityType
from tui.analysis.name_starts import OFFICE_WORDS, has_letters_behind, may_begin
from tui.analysis.name_types import (
    DEMONYM,
    DEMONYMS,
    ORGANIZATION_WORDS,
    PARTIES,
    PLACE_WORDS,
    are_people,
    is_a_paper,
    is_demonym,
    is_native,
    stands_before_names,
    tells_origin,
    type_of,
)
from tui.analysis.noun_phrases import noun_like
from tui.analysis.quotation import inside
from tui.analysis.role_nouns import IN_LETTERS, KIN, MEMBERS, PEOPLE, YEARS, is_role_noun, singular
from tui.analysis.tokens import Token, tokens
from tui.article.model import Article, Span

# `the Ostrand-based Falk Motors`
COMPOUND = re.compile(
    r"[-‑](?:based|born|listed|led|backed|owned|run|bound|style|educated|registered|controlled|"
    r"built|flagged|headquartered|trained)$"
)
# So often in capitals within sentences, a word is a name.
OFTEN = 3
# A given name behind a surname: `Ji-woo`
KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# `Falk Tools, Inc.`, `Ada Falk, M.D., Ph.D.`
BEHIND_NAMES = frozenset("inc corp ltd llc llp plc m.d ph ph.d j.d mba esq".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its offsets in code points (title and possessive left out), and its type.

    `work` is the noun for what bears it, where it is the title of something: `report`.
    """

    span: Span
    type: EntityType
    work: str | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens that may be a name, with the tokens around them."""

    words: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    titled: bool
    block: int


def find_names(article: Article, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """The proper names of an article, in order, not overlapping.

    A capitalised word that opens a sentence is one only where it is not a common word; the words
    of a headline in capitals only where they are names elsewhere. All mentions of one name get
    one type. Linear in the article's length.
    """
    lower, inner = _word_forms(article, sentences)
    runs: list[_Run] = []
    index = 0
    for number, block in enumerate(article.blocks):
        shouted = block.kind in ("title", "heading") and _shouted(article.text, block.span)
        while index < len(sentences) and sentences[index].start < block.span.end:
            words = tokens(article.text, *sentences[index])
            opens_turn = block.kind == "turn" and sentences[index].start == block.span.start
            if opens_turn and words and words[0].text.rstrip(".") in ("Q", "A"):
                words = words[1:]
            found = _runs(words, lower, inner, number, shouted=shouted)
            if opens_turn and found and found[0].words[0] is words[0]:
                found[0] = replace(found[0], titled=True)  # the label of who speaks
            runs += found
            index += 1
    return _typed(runs)


def _word_forms(article: Article, sentences: Sequence[Span]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and capitalised inside a sentence."""
    lower: Counter[str] = Counter()
    inner: Counter[str] = Counter()
    titles = [b.span for b in article.blocks if b.kind in ("title", "heading")]
    for sentence in sentences:
        if inside(titles, sentence.start):
            continue
        opens = True
        for token in tokens(article.text, *sentence):
            if not token.is_word:
                opens = opens or token.text in ("“", '"', "‘", "'", ":", "''", "—", "(")
                continue
            if is_capital(token):
                if not opens:
                    inner[token.low] += 1
            else:
                lower[token.low] += 1
            opens = False
    return lower, inner


def _runs(
    words: Sequence[Token], lower: Counter[str], inner: Counter[str], block: int, *, shouted: bool
) -> list[_Run]:
    runs = []
    i = 0
    opens = True
    while i < len(words):
        token = words[i]
        if not token.is_word:
            opens = opens or token.text in ("“", '"', "‘", "'", ":", "''", "(", "—", "[")
            i += 1
            continue
        if not is_capital(token) or not may_begin(
            token, words, i, lower, inner, opens=opens, shouted=shouted
        ):
            opens = False
            i += 1
            continue
        end = run_end(words, i, inner, shouted=shouted)
        runs += _trimmed(words, i, end, block, lower, inner)
        opens = False
        i = end
    return runs


def _trimmed(
    words: Sequence[Token],
    start: int,
    end: int,
    block: int,
    lower: Counter[str],
    inner: Counter[str],
) -> list[_Run]:
    """The name within a capitalised run: titles, offices and demonyms before it are left out."""
    first = _behind_office(words, start, end)
    titled = first > start
    while first < end:
        low = words[first].low.rstrip(".")
        more = first + 1 < end
        office = is_role_noun(low) or low in TITLES or words[first].low in TITLES
        if office and (more or first > start):
            titled = titled or low in TITLES or is_role_noun(low)
            first += 1
            continue
        if first + 2 < end and (words[first].low, words[first + 1].low) in PAIRED_TITLES:
            first, titled = first + 2, True
            continue
        year = words[first].low in YEARS and gender_of_given(words[min(first + 1, end - 1)].low)
        if first == start and first + 2 < end and year:
            first, titled = first + 1, True  # `Senior Ada Falk`
            continue
        if more and first == start and stands_before_names(words[first:end]):
            first += 1
            continue
        if more and COMPOUND.search(words[first].text):
            first += 1
            continue
        if more and low in OFFICE_WORDS and _office_ahead(words, first + 1, end):
            first += 1
            continue
        if more and (
            (DEMONYM.match(words[first].text) and _office_ahead(words, first + 1, end))
            or tells_origin(words[first:end])
        ):
            first += 1
            continue
        # `Democrat Ada Falk`
        if (
            low in PARTIES
            and first + 3 == end
            and not any(
                is_common(w.low) or w.low in ORGANIZATION_WORDS for w in words[first + 1 : end]
            )
        ):
            first += 1
            continue
        break
    behind = words[first - 1].low if first > 1 else ""
    ministry = [w.low for w in words[max(0, first - 3) : first]] == ["minister", "in", "the"]
    if ministry or (behind in ("of", "for") and is_role_noun(words[first - 2].low)):
        # `Dean of Nursing Ada Falk`, `Minister in the Presidency Bo Lind`
        while end - first > 2 and is_common(words[first].low):
            first, titled = first + 1, True
    last = end
    letters = words[last - 1].low in IN_LETTERS or (
        words[last - 1].low in MEMBERS and first > 0 and words[first - 1].low in DETERMINERS
    )
    if last - first > 1 and letters:
        last -= 1  # `the Malwa CM`, `the Hexley MP`
    if joins_posts(words, last):
        # `PAGCOR Chairman and CEO`, `Foreign Affairs and Trade Minister`
        while last > first and is_of_a_post(words[last - 1].low):
            last -= 1
    while last > first and has_letters_behind(words[first:last], titled=titled):
        last -= 1
        titled = True
    kept = tuple(words[first:last])
    if not kept:
        return []
    only = kept[0].low
    paper = is_a_paper(kept, words[first - 1] if first else None)
    if (
        len(kept) == 1
        and (
            (is_demonym(kept[0].text) and not _is_somebody(words, last, inner, titled=titled))
            or (only.endswith("s") and only.removesuffix("s") in DEMONYMS)  # `the Saudis`
            or _is_month(only, words[last : last + 2])
            or (is_role_noun(only) and not paper)
            or (only in PEOPLE and singular(only) != only)  # `Democrats`
            or (start == 0 and not inner[only] and are_people(only))
            or only in TITLES
            or only in OFFICE_WORDS
            or only.rstrip(".") in BEHIND_NAMES
            or len(kept[0].text) < 2
            or COMPOUND.search(only)
        )
    ):
        return []
    behind_the = first > 0 and words[first - 1].text == "the"
    if behind_the and len(kept) < 3 and is_native(" ".join(w.text for w in kept)):
        return []  # `the Scot`, `the South African`
    generic = is_common(only) or only in PLACE_WORDS or only in ORGANIZATION_WORDS
    common = len(kept) == 1 and start == first and generic and not (titled or paper)
    if common and (lower[only] or not inner[only]):
        return []
    return [
        _Run(
            kept,
            tuple(words[max(0, first - 3) : first]),
            tuple(words[last : last + 6]),
            titled,
            block,
        )
    ]


def _is_somebody(words: Sequence[Token], last: int, inner: Counter[str], *, titled: bool) -> bool:
    """Whether a word like `French` is a name: `Inspector French`, but not `Rival French skippers`,
    or where it is somebody's all along, or told to be of kin: `his wife, Marian, disagrees`.
    """
    behind = words[last].low if last < len(words) else ""
    role = is_role_noun(behind) or is_role_noun(singular(behind))
    kin = [w.low for w in words[max(0, last - 3) : last - 1]]
    apposed = kin[1:] == [","] and kin[0] in KIN and behind == ","
    return (titled and not role) or apposed or _is_called(words, last, inner)


def _is_called(words: Sequence[Token], last: int, inner: Counter[str]) -> bool:
    """Whether a word like `French` is somebody's name: met often, and no `French navy`."""
    before = words[last - 2].low if last > 1 else ""
    after = words[last] if last < len(words) else None
    noun = after is not None and noun_like(after) and not after.low.endswith(("ed", "s"))
    describes = before in DETERMINERS or (noun and not is_speech_verb(words[last].low))
    return inner[words[last - 1].low] > OFTEN and not describes


def _is_month(low: str, after: Sequence[Token]) -> bool:
    """`Sept. 14`, which is nobody's name."""
    behind = "".join(token.text for token in after).lstrip(".")
    return low in MONTHS and behind[:1].isdigit()


def _behind_office(words: Sequence[Token], start: int, end: int) -> int:
    """Where the name begins behind a role: `Ostrand Mayor Ada Falkmere` begins with Ada."""
    for k in range(end - 2, start, -1):
        rest = [w.low for w in words[k + 1 : end]]
        office = is_role_noun(words[k].low) or words[k].low in TITLES
        if office and not any(w in ORGANIZATION_WORDS for w in rest):
            return k + 1 if rest[0] not in JOINERS else start
    return start


def _office_ahead(words: Sequence[Token], first: int, end: int) -> bool:
    return any(
        is_role_noun(words[k].low) or words[k].low in TITLES
        for k in range(first, min(end, first + 4))
    )


def _typed(runs: Sequence[_Run]) -> tuple[Name, ...]:
    """One type for all the mentions of a name: the votes of every mention, fuller forms first."""
    votes: dict[tuple[str, ...], Counter[EntityType]] = {}
    for run in runs:
        key = tuple(w.low for w in run.words)
        kind, weight = type_of(run.words, run.before, run.after, titled=run.titled)
        votes.setdefault(key, Counter())[kind] += weight
    person_parts: Counter[str] = Counter()
    body_parts: Counter[str] = Counter()
    for surname in {run.words[0].low for run in runs if _is_korean(run.words)}:
        person_parts[surname] += 3  # `Park said`
    for key, counted in votes.items():
        if len(key) > 1 and counted.most_common(1)[0][0] == "person":
            person_parts[key[-1]] += 3
            person_parts[key[0]] += 1
        elif len(key) > 1 and counted.most_common(1)[0][0] == "organization":
            body_parts[key[0]] += 3
    for key, counted in votes.items():
        if len(key) == 1:
            counted["person"] += person_parts[key[0]] * 2
            counted["organization"] += body_parts[key[0]] * 2
    kinds = {key: counted.most_common(1)[0][0] for key, counted in votes.items()}
    return tuple(
        Name(
            Span(run.words[0].start, _without_possessive(run.words[-1])),
            kinds[tuple(w.low for w in run.words)],
        )
        for run in runs
    )


def _is_korean(words: Sequence[Token]) -> bool:
    """Whether a name begins with its surname: `Park Ji-woo`."""
    return len(words) == 2 and KOREAN.fullmatch(words[1].text) is not None


def _without_possessive(token: Token) -> int:
    match = re.search(r"[’']s?$", token.text)
    return token.end - len(match[0]) if match else token.end


def _shouted(text: str, span: Span) -> bool:
    """Whether a headline capitalises (nearly) every word, so that capitals tell nothing."""
    words = re.findall(r"[^\W\d_]{4,}", text[span.start : span.end])
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)
