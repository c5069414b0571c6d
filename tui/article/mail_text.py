"""The words of a plain-text message -> pieces: flowed lines joined, quotations, no signature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from tui.article.manuscript import Piece
from tui.article.text_pieces import pieces_of_text

_QUOTED: Final = r"(?:>[ \t]?)+"
_SIGNATURE, _BARE_SIGNATURE = 15, 5
"""A signature has at most so many lines, or, where the mark has lost its space, fewer."""
_LIST_RULE: Final = r"_{20,}$"
_LIST_FOOTER: Final = r"(?i:.*\bmailing list\b)"
_INTRODUCED: Final = r"(?:On|Le|Am|El|Il)\s[^\d\n]*+\d.*:$"
_LONGEST_INTRODUCTION = 3
_FORWARDED: Final = (
    r"(?i:-{2,}\s*(?:forwarded|original) message(?: from .*?)?\s*-{2,}|begin forwarded message:)$"
)
_FORWARDED_HEADER: Final = r"\*?(From|Date|Sent|Subject|To|Cc|Reply-To):\*?\s+(.*)"
_SIGNED: Final = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNED_END: Final = "-----BEGIN PGP SIGNATURE-----"


class _Line(NamedTuple):
    """A line of a message, and how many quoted another before it was sent: 0 for its own words."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class MailText:
    """The article in a plain-text message, and what a forwarded one's head says in the text."""

    pieces: list[Piece]
    forwarded: dict[str, str]
    """By header (`from`, `date` or `sent`, `subject`), where all is forwarded; else empty."""


def read_text(text: str, *, flowed: bool = False, delete_space: bool = False) -> MailText:
    """The blocks of a message's text.

    What is quoted from other messages is a quotation, what stands behind `-- ` is left out.
    `flowed` and `delete_space` are what its content type says (RFC 3676).
    """
    raw = _unsigned(text.replace("\r\n", "\n")).split("\n")
    made = _flowed(raw, delete_space) if flowed else [_plain(line) for line in raw]
    made = _without_list_footer(_without_signatures(made))
    forwarded, made = _forwarded(made)
    made = _with_headers_apart(_with_introductions(made))
    return MailText(pieces_of_text(_marked(made)), forwarded)


def _unsigned(text: str) -> str:
    """A text without the armour of a signature around it (OpenPGP, RFC 4880)."""
    if not text.lstrip().startswith(_SIGNED):
        return text
    _, _, inner = text.lstrip().partition("\n\n")
    return re.sub(r"^- ", "", inner.partition(_SIGNED_END)[0], flags=re.M)


def _plain(line: str) -> _Line:
    quoted = re.match(_QUOTED, line)
    return _Line(quoted[0].count(">"), line[quoted.end() :]) if quoted else _Line(0, line)


def _flowed(raw: Sequence[str], delete_space: bool) -> list[_Line]:
    """The lines of a flowed text: one that ends in a space goes on in the next."""
    made: list[_Line] = []
    going_on: list[str] = []
    for i, line in enumerate(raw):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        text = bare.removeprefix(" ")
        goes_on = text.endswith(" ") and text != "-- " and i + 1 < len(raw)
        going_on.append(text[:-1] if goes_on and delete_space else text)
        following = raw[i + 1] if goes_on else ""
        if not goes_on or len(following) - len(following.lstrip(">")) != depth:
            made.append(_Line(depth, "".join(going_on)))
            going_on = []
    return made


def _without_signatures(made: Sequence[_Line]) -> list[_Line]:
    """The lines without what stands behind each `-- `, until somebody else's words begin."""
    kept: list[_Line] = []
    at = 0
    while at < len(made):
        line = made[at]
        if line.text.rstrip() == "--":
            end = _signature_end(made, at)
            if end is not None:
                at = end
                continue
        kept.append(line)
        at += 1
    return kept


def _signature_end(made: Sequence[_Line], at: int) -> int | None:
    """Where the signature ends that a mark begins; None where it is too long to be one.

    No further lines are looked at than it may have: a message may be full of marks.
    """
    mark = made[at]
    left = _SIGNATURE if mark.text == "-- " else _BARE_SIGNATURE
    for end in range(at + 1, len(made)):
        line = made[end]
        if line.depth != mark.depth or _turns(line.text):
            return end
        left -= bool(line.text.strip())
        if left < 0:
            return None
    return len(made)


def _turns(text: str) -> bool:
    """Whether a line says that another message follows."""
    return bool(re.match(_FORWARDED, text.strip()) or re.match(_INTRODUCED, text.strip()))


def _without_list_footer(made: list[_Line]) -> list[_Line]:
    """The lines without the footer that a mailing list puts beneath a message."""
    for i in range(max(1, len(made) - 8), len(made) - 1):
        if re.match(_LIST_RULE, made[i].text) and re.match(_LIST_FOOTER, made[i + 1].text):
            return made[:i]
    return made


def _forwarded(made: list[_Line]) -> tuple[dict[str, str], list[_Line]]:
    """What the head of a forwarded message says, and its lines, where there is nothing else."""
    start = next((i for i, line in enumerate(made) if line.text.strip()), len(made))
    if start == len(made) or not re.match(_FORWARDED, made[start].text.strip()):
        return {}, made
    at = next((i for i in range(start + 1, len(made)) if made[i].text.strip()), len(made))
    told: dict[str, str] = {}
    end = at
    while end < len(made) and made[end].text.strip():
        header = re.match(_FORWARDED_HEADER, made[end].text.strip())
        if header:
            told[header[1].lower()] = header[2]
        end += 1
    if len(told) < 2:
        return {}, made
    depth = made[at].depth
    return told, [_Line(max(0, line.depth - depth), line.text) for line in made[end:]]


def _with_headers_apart(made: Sequence[_Line]) -> list[_Line]:
    """The lines, each header of a message that is forwarded within the text a block of its own."""
    parted: list[_Line] = []
    among = False
    for line in made:
        text = line.text.strip()
        if re.match(_FORWARDED, text):
            among = True
        elif among and text:
            among = _is_header(text) or parted[-1].text.strip() != ""
            if _is_header(text):
                parted.append(_Line(line.depth, ""))
        parted.append(line)
    return parted


def behind_headers(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What follows the headers of a message that is forwarded within the text; empty if none is."""
    at = next((i for i, piece in enumerate(pieces) if re.match(_FORWARDED, piece.text)), None)
    if at is None:
        return ()
    behind = range(at + 1, len(pieces))
    return pieces[next((i for i in behind if not _is_header(pieces[i].text)), len(pieces)) :]


def _is_header(text: str) -> bool:
    return re.match(_FORWARDED_HEADER, text) is not None


def _with_introductions(made: Sequence[_Line]) -> list[_Line]:
    """The lines, `On Monday, Ada Falk wrote:` before a quotation made one of them."""
    joined: list[_Line] = []
    for line in made:
        previous = joined[-1] if joined else line
        if line.depth == previous.depth + 1 and previous.text.strip().endswith(":"):
            for count in range(2, _LONGEST_INTRODUCTION + 1):
                last = joined[-count:]
                whole = " ".join(part.text.strip() for part in last)
                if any(not part.text.strip() or part.depth != previous.depth for part in last):
                    break
                if re.match(_INTRODUCED, whole):
                    joined[-count:] = [_Line(previous.depth, ""), _Line(previous.depth, whole)]
                    break
        joined.append(line)
    return joined


def _marked(made: Sequence[_Line]) -> str:
    """The lines as a text: a mark before each that is quoted, a gap where the speaker changes."""
    parts: list[str] = []
    for depth, run in groupby(made, key=lambda line: line.depth):
        mark = "> " if depth else ""
        parts.append("\n".join(f"{mark}{line.text}".rstrip() for line in run))
    return "\n\n".join(parts)
