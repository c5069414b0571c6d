"""The pieces of a message without what a newsletter or a company puts above and below each."""

import re
from collections.abc import Sequence
from typing import Final

from tui.article.cleaning import clean_line
from tui.article.manuscript import Piece

_MAIL: Final = r"(?:e-?mail|message|newsletter|mailing|communication)"
_SHOWN: Final = (
    rf"(?:(?:having )?trouble (?:viewing|reading) this.{{0,20}}\?.*"
    rf"|(?:click here to )?(?:view|open|read|see) (?:this |the )?(?:{_MAIL} |it |online )?"
    r"(?:in|on) (?:your |our |the |a )?(?:web ?)?(?:browser|site)\b.*)"
)
_BELOW: Final = (
    rf"you(?:['’]re| are)(?: currently)? (?:receiving|getting|subscribed to) (?:this|our|these)\b"
    rf"|you(?: have|['’]ve)? received this {_MAIL} (?:because|as|since)\b"
    rf"|this {_MAIL} (?:was|is|has been) sent (?:to|by|from)\b"
    r"|(?:(?:click here|if you (?:wish|want|would like)|if you no longer (?:wish|want)) )?"
    r"(?:to )?unsubscribe\b|(?:if you )?no longer (?:wish|want) to receive\b"
    r"|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|profile)\b"
    rf"|{_SHOWN}"
)
_NOTICE: Final = (
    rf"(?:(?:confidentiality(?: notice)?|disclaimer|confidential)\b[\s:.–—-]*)?"
    rf"(?:this {_MAIL}(?: ?\(.{{0,80}}\)| and any .{{0,60}}?)? (?:is|are|may|contains?)\b.{{0,120}}"
    r"\b(?:confidential|privileged|intended (?:only|solely))"
    rf"|the (?:information|contents?)\b.{{0,40}}\bthis {_MAIL}\b"
    r"|if you are not the (?:intended|named)"
    rf"|if you (?:have )?received? this {_MAIL} (?:in error|by mistake)\b"
    r"|please (?:consider|think of) the environment before printing)"
)
_BESIDE: Final = (
    r"(?:©|copyright\b|registered\b|all rights reserved|privacy policy|contact us|terms\b"
    r"|(?:confidentiality notice|disclaimer)\W*$)"
)
_STOPPED: Final = r".*[.!?…:][)\]'’]*$"
_POSTAL: Final = r".*\d"
_HIDDEN: Final = r"display\s*:\s*none"
_ABOVE: Final = 3
_LAST: Final = 12
_LONGEST: Final = 250
_LONGEST_NOTICE: Final = 2_000


def without_furniture(pieces: Sequence[Piece], hidden: frozenset[str] = frozenset()) -> list[Piece]:
    """The pieces without `View in browser` at the top and, at the end, why one gets this message,
    how to stop it, who is registered where, and that it is confidential.

    `hidden` is what `hidden_in` tells of the page: none of it is at the top either.
    """
    texts = [clean_line(piece.text) for piece in pieces]
    kept = [
        i
        for i, text in enumerate(texts)
        if i >= _ABOVE or not (_letters(text) in hidden or (_is(_SHOWN, text) and _brief(text)))
    ]
    first = kept[0] if kept else 0
    end = len(pieces)
    behind = 0  # pieces that are furniture if what stands before them is
    while end - behind - 1 > first and behind < _LAST:
        text = texts[end - behind - 1]
        if (_is(_BELOW, text) and _brief(text)) or (
            _is(_NOTICE, text) and len(text) <= _LONGEST_NOTICE
        ):
            end -= behind + 1
            behind = 0
        elif _brief(text) and (_is(_BESIDE, text) or _is(_POSTAL, text) or not _is(_STOPPED, text)):
            behind += 1
        else:
            break
    return [pieces[i] for i in kept if i < end]


def hidden_in(page: str) -> frozenset[str]:
    """The letters of each text that a page hides: what a list of messages shows of this one."""
    if not re.search(_HIDDEN, page, re.I):
        return frozenset()
    from lxml import etree, html

    try:
        root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return frozenset()
    return frozenset(
        _letters("".join(element.itertext()))
        for element in root.iter(etree.Element)
        if re.search(_HIDDEN, element.get("style") or "", re.I)
    ) - {""}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is(form: str, text: str) -> bool:
    return re.match(form, text, re.I) is not None


def _brief(text: str) -> bool:
    """Whether a text may be such a line: short, and nothing that somebody says."""
    return len(text) <= _LONGEST and not re.search(r"[“”\"]", text)
