"""By what else somebody is known, as told right behind the name: `Ada Falk, known as “Nip”`."""

import re

from tui.article.model import Span

KNOWN = re.compile(
    r"[^A-Z.;:\n“‘\"]{0,80}\b(?:known|nicknamed|dubbed)\b[^.;:\n“‘\"]{0,60}?"
    r"[“‘\"'](?P<nick>[A-Z][\w’-]+)[”’\"'](?!\w)"
)


def nickname_of(text: str, name: Span) -> str | None:
    """The one word, in lower case, by which the bearer of a name is known; None if nothing tells.

    Only what stands in the same sentence counts, with nobody else named between.
    """
    known = KNOWN.match(text, name.end)
    return known["nick"].lower() if known else None
