"""A question as one types it in a line: words, and what the statements are to be narrowed to."""

import re
from calendar import monthrange
from datetime import date
from typing import Final, get_args

from tui.analysis.model import QuoteKind
from tui.corpus.question import Question

HINT: Final = 'words "a phrase" by:name about:thing since:2020 until:2021-06 kind:direct'
MEANING: Final = "~"
"""Before words, it asks for what they mean."""
_KINDS: Final = get_args(QuoteKind)
_FILTER: Final = re.compile(
    r"(?<!\S)(by|about|since|until|kind|from):(?:\"([^\"]*)\"?|“([^”]*)”?|(\S*))", re.I
)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class QuestionError(ValueError):
    """A line is no question; the message is a sentence for the user."""


def question_of(line: str) -> Question:
    """The question that a line asks. Raises QuestionError.

    `by:` is followed by words of a speaker's name, `about:` by those of what is spoken of, `since:`
    and `until:` by a year, month or day (2020, 2020-05, 2020-05-31), `kind:` by direct, mixed or
    indirect, `from:` by a part of where an article comes from; what has spaces stands between
    quotation marks. All else is words that are to be said or, behind ~, what is to be meant.
    """
    found = dict[str, str]()

    def take(match: re.Match[str]) -> str:
        name, value = match[1].lower(), next(filter(None, match.groups()[1:]), "").strip()
        if not value:
            raise QuestionError(f"nothing stands behind {name}:")
        found[name] = value
        return " "

    rest = " ".join(_FILTER.sub(take, line).split())
    meaning = rest.removeprefix(MEANING).strip() if rest.startswith(MEANING) else ""
    if not rest.strip(MEANING + " ") and not found:
        raise QuestionError("nothing is asked")
    return Question(
        words="" if meaning else rest.strip(MEANING + " "),
        meaning=meaning,
        speaker=found.get("by", ""),
        entity=found.get("about", ""),
        since=_day(found.get("since")),
        until=_day(found.get("until"), end=True),
        kinds=_kinds(found.get("kind")),
        source=found.get("from", ""),
        order="closest" if meaning else "newest",
    )


def _day(written: str | None, *, end: bool = False) -> date | None:
    """A day, or the first of a month or a year; with `end` the last."""
    if written is None:
        return None
    match = _DAY.fullmatch(written)
    try:
        year, month, day = (int(part or 0) for part in (match.groups() if match else (0, 0, 0)))
        month = month or (12 if end else 1)
        return date(year, month, day or (monthrange(year, month)[1] if end else 1))
    except ValueError:
        raise QuestionError(
            f"a day is written like 2020, 2020-05 or 2020-05-31, not like {written}"
        ) from None


def _kinds(written: str | None) -> tuple[QuoteKind, ...]:
    wanted = (written or "").lower().replace(",", " ").split()
    for kind in wanted:
        if kind not in _KINDS:
            raise QuestionError(f"the kinds are {', '.join(_KINDS)}, and not {kind}")
    return tuple(kind for kind in _KINDS if kind in wanted)
