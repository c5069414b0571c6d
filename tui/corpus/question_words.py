"""A question as it is typed: words, "phrases" and pairs like `since:2021` -> what is wished for."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, get_args

from tui.analysis.model import QuoteKind
from tui.article.cleaning import clean_line
from tui.corpus.question import Question

KEYS: Final = ("speaker", "entity", "since", "until", "kind", "source")
_KINDS: Final[tuple[QuoteKind, ...]] = get_args(QuoteKind)
_PAIR: Final = re.compile(
    rf"(?<!\S)({'|'.join(KEYS)}):(?:\"([^\"]*)\"|“([^”]*)”|(\S*))(?=\s|$)", re.IGNORECASE
)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class QuestionError(ValueError):
    """A question cannot be understood; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A question, and the name of who is to have said it, which may be that of several."""

    question: Question
    speaker: str = ""


def wish_of(typed: str) -> Wish:
    """What some words wish for. Each pair of a key and a value may stand once, anywhere.

    A value with spaces stands between quotation marks. All else are words and phrases that a
    statement must hold. Raises QuestionError.
    """
    pairs: dict[str, str] = {}
    for match in _PAIR.finditer(typed):
        key = match[1].lower()
        value = clean_line(match[2] or match[3] or match[4] or "")
        if not value:
            raise QuestionError(f"nothing stands after {key}:")
        if key in pairs:
            raise QuestionError(f"{key}: is given twice")
        pairs[key] = value
    question = Question(
        words=clean_line(_PAIR.sub(" ", typed)),
        entity=pairs.get("entity", ""),
        since=first_day(pairs["since"]) if "since" in pairs else None,
        until=last_day(pairs["until"]) if "until" in pairs else None,
        kinds=kinds_of(pairs["kind"]) if "kind" in pairs else (),
        source=pairs.get("source", ""),
    )
    return Wish(question, pairs.get("speaker", ""))


def narrowed(
    wish: Wish,
    *,
    speaker: str | None = None,
    entity: str | None = None,
    since: date | None = None,
    until: date | None = None,
    kinds: Sequence[QuoteKind] | None = None,
) -> Wish:
    """A wish with what options add to it. Raises QuestionError where it is given twice."""
    question = wish.question
    already = {
        "speaker": speaker and wish.speaker,
        "entity": entity and question.entity,
        "since": since and question.since,
        "until": until and question.until,
        "kind": kinds and question.kinds,
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
    )
    if question.since and question.until and question.since > question.until:
        raise QuestionError(f"nothing is since {question.since} and until {question.until}")
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
        raise QuestionError(f"{told!r}: of {', '.join(_KINDS)}")
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
