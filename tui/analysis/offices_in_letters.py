"""The letters that an office is called by once it has been written out: `the DP`, `the IGP`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tui.analysis.character import Character
from tui.analysis.frames import PREPOSITIONS
from tui.analysis.role_nouns import RANKS, is_role_noun
from tui.article.model import Span

# The words of offices that are called so, beside what one is in them: `Cabinet Secretary`; `ED`
# and `AP` are rather bodies than an executive director and an assistant professor.
OF_OFFICES = frozenset(
    """
deputy vice prime chief foreign finance attorney inspector district cabinet principal managing
director general additional joint
""".split()
)
SHORTEST, LONGEST = 2, 4


def letters_of(lows: Sequence[str]) -> Iterator[str]:
    """The letters that an office may be called by, of the words of a role in lower case: `cs` of
    `lands cabinet secretary`, `igp` of `inspector general of police`; but not `ag` of a deputy
    attorney general.
    """
    head = next((i for i, low in enumerate(lows) if low in PREPOSITIONS), len(lows))
    field = lows[head + 1 :] if lows[head : head + 1] == ["of"] else []
    ends = ("", field[0][:1]) if len(field) == 1 else ("",)
    letters = ""
    for i in range(head - 1, -1, -1):
        parts = lows[i].split("-")
        office = all(part in OF_OFFICES for part in parts)
        if not office and not (is_role_noun(lows[i]) and i == head - 1):
            return
        letters = "".join(part[0] for part in parts) + letters
        if i and (lows[i - 1] in RANKS or lows[i] == "general"):
            continue
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
