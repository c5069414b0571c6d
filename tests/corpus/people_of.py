"""Voices for tests, in a word each, and who of them is one person."""

from collections import defaultdict
from collections.abc import Iterable

from tui.analysis.model import SpeakerKind
from tui.corpus.people import People
from tui.corpus.people_model import Voice


def voice(
    article: str,
    name: str,
    *aliases: str,
    role: str | None = None,
    about: str = "",
    kind: SpeakerKind = "person",
) -> Voice:
    """A voice of an article; `about` are the names that the article speaks of, parted by commas."""
    entities = tuple(e.strip() for e in about.split(",") if e.strip())
    speaker = f"s-{name}"
    return Voice(article, speaker, name, aliases, kind, role, entities, None, 1, 10)


def groups(voices: Iterable[Voice]) -> set[frozenset[str]]:
    """Who is one person: each as `article name`, in sets of more than one."""
    found = defaultdict(set)
    for member in People(voices).memberships():
        found[member.person].add(f"{member.article} {member.speaker.removeprefix('s-')}")
    return {frozenset(one) for one in found.values() if len(one) > 1}


def are_one(*voices: Voice) -> bool:
    """Whether some voices, alone in a corpus or among others, are all the same person."""
    found = {(m.article, m.speaker): m.person for m in People(voices).memberships()}
    return len({found[v.article, v.speaker] for v in voices}) == 1
