"""A question as it is typed: words, "phrases", `since:2021`, `~meaning` -> what is wished for."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Final, get_args

from tui.analysis.model import QuoteKind
from tui.article.cleaning import clean_line
from tui.corpus.question import Question

KEYS: Final = ("speaker", "entity", "since", "until", "kind", "source")
_KINDS: Final[tuple[QuoteKind, ...]] = get_args(QuoteKind)
_MEANING: Final = "~"
"""Before words, it asks for what they mean, and those behind them."""
_TOKEN: Final = re.compile(
    r"(?<![^\s~])(?P<key>[^\W\d_]{2,}):(?:\"(?P<marked>[^\"]*)\"|“(?P<turned>[^”]*)”|(?P<plain>\S*))"
    r"(?!\S)"
    r"|(?P<meaning>(?<!\S)~)"
    r"|(?P<phrase>\"[^\"]*\"|[“„«][^“”„«»]*[”“»])"
    r"|(?P<word>[^\s\"“„«]+|\S)"
)
_LINKS: Final = frozenset("doi mailto tel urn".split())
"""What stands before a colon in an address, beside what has `//` behind it: those are words."""
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class QuestionError(ValueError):
    """A question cannot be understood; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A question, and the name of who is to have said it, which may be that of several."""

    question: Question
    speaker: str = ""


def typed_in(arguments: Sequence[str]) -> str:
    """A question as one types it, of the arguments of a command line.

    The shell takes away the marks around a value: an argument that is a key with some words, and
    nothing else, is a pair all the same.
    """
    return " ".join(map(_as_typed, arguments))


def _as_typed(argument: str) -> str:
    match = _TOKEN.match(argument)
    value = argument[match.start("plain") :] if match and match["plain"] is not None else ""
    if match is None or not _is_key(match) or not value[match.end() - match.start("plain") :]:
        return argument  # one word, or none behind a key
    if any(sign in value for sign in '"“”~') or any(map(_is_key, _TOKEN.finditer(value))):
        return argument  # it is a whole question
    return f'{match["key"]}:"{value}"'


def _is_key(match: re.Match[str]) -> bool:
    """Whether a token is a pair. Raises QuestionError where it looks like one of an unknown key."""
    key = match["key"]
    if key is None or key.lower() in KEYS:
        return key is not None
    value = match["plain"]
    if value is not None and (not value or value.startswith("//") or key.lower() in _LINKS):
        return False
    near = get_close_matches(key.lower(), KEYS, n=1)
    nearest = f" (nearest: {near[0]}:)" if near else ""
    *others, last = (f"{known}:" for known in KEYS)
    raise QuestionError(
        f"there is no key {key}:{nearest}; the keys are {', '.join(others)} and {last}."
        " Words with a colon stand in quotation marks"
    )


def wish_of(typed: str) -> Wish:
    """What some words wish for. Each pair of a key and a value may stand once, anywhere.

    A value with spaces stands between quotation marks. All else are words and phrases that a
    statement must hold or, from a `~` on, that tell what it is to mean. Raises QuestionError.
    """
    pairs, words, meant = dict[str, str](), list[str](), list[str]()
    rest = words
    for match in _TOKEN.finditer(typed):
        if match["meaning"]:
            rest = meant
        elif _is_key(match):
            key = match["key"].lower()
            value = clean_line(match["marked"] or match["turned"] or match["plain"] or "")
            if not value:
                raise QuestionError(f"nothing stands after {key}:")
            if key in pairs:
                raise QuestionError(f"{key}: is given twice")
            pairs[key] = value
        else:
            rest.append(match[0])
    if rest is meant and not meant:
        raise QuestionError(f"nothing stands after {_MEANING}")
    question = Question(
        words=clean_line(" ".join(words)),
        meaning=clean_line(" ".join(meant)),
        entity=pairs.get("entity", ""),
        since=first_day(pairs["since"]) if "since" in pairs else None,
        until=last_day(pairs["until"]) if "until" in pairs else None,
        kinds=kinds_of(pairs["kind"]) if "kind" in pairs else (),
        source=pairs.get("source", ""),
        order="closest" if meant else "newest",
    )
    return Wish(question, pairs.get("speaker", ""))


def line_of(question: Question, speaker: str = "") -> str:
    """A question as it is typed, with the name of who is to have said it in place of an id."""
    pairs = {
        "speaker": speaker or question.person or question.speaker,
        "entity": question.entity,
        "since": question.since and question.since.isoformat(),
        "until": question.until and question.until.isoformat(),
        "kind": ",".join(question.kinds),
        "source": question.source,
    }
    told = [question.words, question.meaning and f"{_MEANING}{question.meaning}"]
    for key, value in pairs.items():
        if value:
            plain = str(value).replace('"', "")
            told.append(f'{key}:"{plain}"' if " " in plain else f"{key}:{plain}")
    return " ".join(filter(None, told))


def narrowed(
    wish: Wish,
    *,
    speaker: str | None = None,
    entity: str | None = None,
    since: date | None = None,
    until: date | None = None,
    kinds: Sequence[QuoteKind] | None = None,
    meaning: str | None = None,
) -> Wish:
    """A wish with what options add to it. Raises QuestionError where it is given twice."""
    question = wish.question
    already = {
        "speaker": speaker and wish.speaker,
        "entity": entity and question.entity,
        "since": since and question.since,
        "until": until and question.until,
        "kind": kinds and question.kinds,
        "what is meant": meaning and question.meaning,
    }
    for key, twice in already.items():
        if twice:
            raise QuestionError(f"{key} is given twice")
    question = replace(
        question,
        entity=entity or question.entity,
        since=since or question.since,
        until=until or question.until,
        kinds=tuple(kinds or question.kinds),
        meaning=meaning or question.meaning,
        order="closest" if meaning else question.order,
    )
    if question.since and question.until and question.since > question.until:
        raise QuestionError(f"since {question.since} is after until {question.until}")
    return Wish(question, speaker or wish.speaker)


def first_day(told: str) -> date:
    """The first day of a year, a month or a day (`2021`, `2021-05`, `2021-05-03`).

    Raises QuestionError.
    """
    year, month, day = _numbers(told)
    return _date(told, year, month or 1, day or 1)


def last_day(told: str) -> date:
    """The last day of a year, a month or a day. Raises QuestionError."""
    year, month, day = _numbers(told)
    first = _date(told, year, month or 12, day or 1)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def kinds_of(told: str) -> tuple[QuoteKind, ...]:
    """Some kinds of quote, parted by commas. Raises QuestionError."""
    wanted = [kind.strip().lower() for kind in told.split(",")]
    if not set(wanted) <= set(_KINDS):
        raise QuestionError(
            f"{told!r} is no kind: direct, mixed or indirect, or several with commas"
        )
    return tuple(kind for kind in _KINDS if kind in wanted)


def _numbers(told: str) -> tuple[int, int | None, int | None]:
    match = _DAY.fullmatch(told)
    if match is None or not told.isascii():
        raise QuestionError(f"{told!r} is no day: 2021, 2021-05 or 2021-05-03")
    year, month, day = (int(part) if part else None for part in match.groups())
    return year or 0, month, day


def _date(told: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise QuestionError(f"there is no day {told}") from None
