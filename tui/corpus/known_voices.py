"""Voices as linking keeps them: their names taken apart, their contexts as numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from sys import intern
from typing import Final

from tui.analysis.model import SpeakerKind
from tui.corpus.body_names import BodyName, body_name, is_spelled_out
from tui.corpus.context import Vocabulary, features_of
from tui.corpus.people_model import Voice
from tui.corpus.person_names import PersonName, person_name
from tui.corpus.roles import NO_ROLE, Role, role_of
from tui.corpus.spelling import plain

# Of what an article speaks of so many names count, and so many other names of a voice.
_ENTITIES: Final = 12
_ALIASES: Final = 8
_LONGEST: Final = 200


class KnownVoice:
    """A voice with what linking needs of it; under 1 KB where names and roles come again.

    `called` is the name that it is linked by, `forms` are the names as a person's, `body` is the
    name as a body's, `tied` the key of a longer name that its own article gives for an acronym,
    `namesakes` are the full names in the article that end as the voice's single word does.
    """

    __slots__ = (
        "aliases", "article", "body", "called", "features", "forms", "kind", "name", "namesakes",
        "published", "quotes", "role", "roles", "speaker", "tied", "words",
    )  # fmt: skip

    def __init__(self, voice: Voice) -> None:
        self.article = intern(voice.article)
        self.speaker = intern(voice.speaker)
        self.name = intern(voice.name[:_LONGEST])
        self.aliases = tuple(intern(a[:_LONGEST]) for a in voice.aliases[:_ALIASES])
        self.kind: SpeakerKind = voice.kind
        self.role = intern(voice.role) if voice.role else None
        self.published = voice.published
        self.quotes = voice.quotes
        self.words = voice.words
        self.called = self.name
        self.forms: tuple[PersonName, ...] = ()
        self.body: BodyName | None = None
        self.tied: str | None = None
        self.namesakes: tuple[PersonName, ...] = ()
        self.features: tuple[int, ...] = ()
        self.roles: tuple[Role, ...] = ()

    @property
    def order(self) -> tuple[date, str, str]:
        """Where a voice stands among others, whatever order they come in."""
        return (self.published or date.max, self.article, self.speaker)


class Known:
    """All voices of a corpus, and how often names, ties and features occur in it."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        """Read the voices once. Takes time and memory in proportion to their number."""
        self.vocabulary = Vocabulary()
        self.names: Counter[tuple[str, ...]] = Counter()
        self.ties: dict[str, Counter[str]] = {}
        self.voices = [self._known(voice) for voice in voices]

    def _known(self, voice: Voice) -> KnownVoice:
        known = KnownVoice(voice)
        if voice.kind in ("group", "unknown"):
            return known
        entities = voice.entities[:_ENTITIES]
        names = (known.name, *known.aliases)
        if voice.kind in ("person", "organization"):
            known.forms = _person_forms(names)
        if voice.kind != "person":
            known.body = body_name(known.name)
            if known.body is not None:
                self._tie(known, known.body, entities)
        if not known.forms and known.body is None:
            return known
        own = {word for form in known.forms for word in form.words}
        if voice.kind == "person" and known.forms:
            self.names.update({f.words for f in known.forms if f.given})
            if not known.forms[0].given:
                known.namesakes = tuple(_namesakes(known.forms[0], entities))
        titles = [form.title for form in known.forms if form.title]
        told = [role_of(text) for text in dict.fromkeys((*titles, known.role or ""))]
        known.roles = tuple(role for role in told if role != NO_ROLE)
        others = [low for e in entities if not own.issuperset((low := _entity(e)).split())]
        if known.body is not None:
            others = [low for low in others if low != known.body.key]
        known.features = self.vocabulary.take(features_of(others, known.roles))
        return known

    def _tie(self, known: KnownVoice, body: BodyName, entities: Iterable[str]) -> None:
        """Note which acronym stands for which name, where the same article has both."""
        for other in (*map(body_name, known.aliases), *map(body_name, entities)):
            if other is None:
                continue
            for short, long in ((body, other), (other, body)):
                if short.letters and is_spelled_out(short.letters, long):
                    if short is body and known.tied is None:
                        known.tied = long.key
                    self.ties.setdefault(short.letters, Counter())[long.key] += 1


def _person_forms(names: Iterable[str]) -> tuple[PersonName, ...]:
    """The names that a voice has as a person, the main one first; none where that is no name.

    A main name that is none but ends in a surname that the voice goes by is that: a headline's
    `Gazette Grills Falk`.
    """
    main, *others = names
    found = [person_name(name) for name in others]
    first = person_name(main)
    if first is None and main[:1].isupper():
        ends = [f for f in found if f and not f.given and main.lower().endswith(f.surnames[-1])]
        first = ends[0] if ends else None
    return () if first is None else tuple(dict.fromkeys([first, *filter(None, found)]))


def _namesakes(form: PersonName, entities: Iterable[str]) -> Iterator[PersonName]:
    for entity in entities:
        other = person_name(entity) if " " in entity else None
        if (
            other is not None
            and other.given
            and form.surnames[-1] in (other.words[0], other.words[-1])
        ):
            yield other


def _entity(name: str) -> str:
    return " ".join(plain(word) for word in name.split() if word.lower() != "the")
