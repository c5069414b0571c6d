"""Father and son of one name: `Bo Falk Jr.` beside Bo Falk, who has died, or whose son he is."""

import re

from tui.analysis.cues import is_speech_verb, speaks_behind
from tui.article.model import Span

# `Bo Falk Jr.`
GENERATION = re.compile(r",? (Jr|Sr)\b\.?")
HIS_SON = re.compile(r"\b[Hh]is (?:[a-z]+ ){0,2}(?:grand)?son,? $")
SAID = re.compile(r"\b(?P<verb>[a-z]+) $")
DIED = r"(?!,? (?:Jr|Sr)\b)(?:, (?:aged )?\d{1,3},)? (?:has |had )?(?:died|drowned|passed away)\b"
REACH = 40
# So far around the son's name it is told that the father has died.
TOLD_WITHIN = 20_000


def generation_of(text: str, span: Span) -> str:
    """What tells a father from a son of the same name: `Jr.`, `Sr.`; or nothing."""
    behind = GENERATION.match(text, span.end)
    return f"{behind[1]}." if behind else ""


def is_his_son(text: str, father: str, son: Span) -> bool:
    """Whether who is `Jr.` is somebody else than who has the name without it: his son, or alive to
    speak of his death.
    """
    if generation_of(text, son) != "Jr.":
        return False
    before = max(0, son.start - REACH)
    if HIS_SON.search(text, before, son.start):
        return True
    behind = GENERATION.match(text, son.end)
    said = SAID.search(text, before, son.start)
    speaks = (behind is not None and speaks_behind(text, behind.end())) or (
        said is not None and is_speech_verb(said["verb"])
    )
    died = re.compile(re.escape(father) + DIED)
    near = max(0, son.start - TOLD_WITHIN), min(len(text), son.end + TOLD_WITHIN)
    return speaks and died.search(text, *near) is not None
