"""The letters that an office is called by once it has been written out: `the DP`, `the IGP`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.character import Character
from tui.analysis.frames import PREPOSITIONS
from tui.analysis.name_starts import OFFICE_WORDS
from tui.analysis.role_nouns import RANKS, is_role_noun
from tui.article.model import Span

# What else may be a word of such an office: `Cabinet Secretary`, `Commissioner of Police`.
OF_OFFICES = OFFICE_WORDS | RANKS | {"cabinet", "police"}
SHORTEST, LONGEST = 2, 4


def letters_of(lows: Sequence[str]) -> Iterator[str]:
    """The letters that an office may be called by, of the words of a role in lower case: `cs` of
    `lands cabinet secretary`, `igp` of `inspector general of police`.
    """
    head = next((i for i, low in enumerate(lows) if low in PREPOSITIONS), len(lows))
    field = lows[head + 1 :] if lows[head : head + 1] == ["of"] else []
    ends = ("", "".join(word[:1] for word in field)) if len(field) == 1 else ("",)
    letters = ""
    for low in reversed(lows[:head]):
        parts = low.split("-")
        if not all(part in OF_OFFICES or is_role_noun(part) for part in parts):
            return
        letters = "".join(part[0] for part in parts if part) + letters
        for end in ends:
            if SHORTEST <= len(letters + end) <= LONGEST:
                yield letters + end


class OfficesInLetters:
    """Who holds an office that an article calls by its letters."""

    def __init__(self, characters: Iterable[Character]) -> None:
        self._holders: dict[str, list[Character]] = defaultdict(list)
        for character in characters:
            if character.type == "person" and character.mentions:
                for letters in character.roles:
                    if len(letters) <= LONGEST:
                        self._holders[letters].append(character)

    def holder(self, text: str, span: Span) -> Character | None:
        """The one person, named before, whose office a name is: `the DP`."""
        the = text[max(0, span.start - len("the ")) : span.start].lower() == "the "
        letters = text[span.start : span.end]
        if not the or not letters.isupper():
            return None
        named = (c for c in self._holders[letters.lower()] if c.mentions[0][0] < span.start)
        holder, another = next(named, None), next(named, None)
        return holder if another is None else None
