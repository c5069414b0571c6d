"""By what else somebody is known, as told right behind the name: `Ada Falk, known as “Nip”`."""

import re

from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import AUXILIARIES
from tui.article.model import Span

KNOWN = re.compile(
    r"(?P<between>[^A-Z.;:\n“‘\"]{0,80})\b(?:known|nicknamed|dubbed)\b[^.;:\n“‘\"]{0,60}?"
    r"[“‘\"'](?P<nick>[A-Z][\w’-]+)[”’\"'](?!\w)"
)


def nickname_of(text: str, name: Span) -> str | None:
    """The one word, in lower case, by which the bearer of a name is known; None if nothing tells.

    Only what stands in the same sentence counts, with nobody else named between.
    """
    known = KNOWN.match(text, name.end)
    if known is None or _is_of_another(known["between"]):
        return None
    return known["nick"].lower()


def _is_of_another(between: str) -> bool:
    """Whether what stands between tells what somebody does to whom is known: ` met the chief, `."""
    words = between.lower().replace(",", " ").split()
    told = any(is_speech_verb(word) for word in words)
    opens = between.lstrip()[:1] in (",", "(", "–", "—", "") or words[0] in AUXILIARIES | {"who"}
    return told or not opens
