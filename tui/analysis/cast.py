"""The cast of an article: its characters, who of them has a voice, and how near each is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.analysis.characters import Character
from tui.analysis.model import SpeakerKind
from tui.analysis.role_nouns import PAPERS
from tui.analysis.units import Unit
from tui.article.model import Span

FAR = 12


@dataclass(slots=True)
class Voice:
    """One who speaks: a character of the article, or somebody whom it only describes."""

    name: str
    kind: SpeakerKind
    character: Character | None = None
    roles: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)
    role: str | None = None


class Cast:
    """Who has appeared and spoken in one article so far; asked in the article's order."""

    def __init__(self, units: Sequence[Unit], characters: Sequence[Character]) -> None:
        self.characters = list(characters)
        self.voices: list[Voice] = []
        self.spoken: list[tuple[int, int, Voice]] = []  # (offset, block, voice)
        self._units = units
        self._of_character: dict[int, Voice] = {}
        self._at = {offset: c for c in characters for offset, _, _ in c.mentions}

    def named_at(self, offset: int) -> Character | None:
        """The character whose name stands at an offset."""
        return self._at.get(offset)

    def said(self, voice: Voice, offset: int, block: int) -> None:
        """Remember that a voice spoke."""
        self.spoken.append((offset, block, voice))

    def voice_of(self, character: Character) -> Voice:
        """The voice of a character, made when it first speaks."""
        voice = self._of_character.get(id(character))
        if voice is None:
            kind: SpeakerKind = "person" if character.type == "person" else "organization"
            if set(character.words) & PAPERS and character.type != "person":
                kind = "document"
            name = character.name
            voice = Voice(name, kind, character, set(character.roles), role=character.role)
            voice.aliases = list(dict.fromkeys([name, *character.forms]))
            self._of_character[id(character)] = voice
            self.voices.append(voice)
        return voice

    def unnamed(self, name: str, kind: SpeakerKind) -> Voice:
        """The voice of somebody who is only described, by that description."""
        for voice in self.voices:
            if voice.character is None and voice.name.lower() == name.lower():
                return voice
        voice = Voice(name, kind)
        self.voices.append(voice)
        return voice

    def closeness(
        self, character: Character, offset: int, here: int, content: Sequence[Span]
    ) -> float | None:
        """How near a character's last mention is: less by one a sentence, more for subjects."""
        best: float | None = None
        for at, leads, quoted in reversed(character.mentions):
            if at >= offset or any(s <= at < e for s, e in content):
                continue
            distance = here - self.unit_index(at)
            if distance > FAR:
                break
            score = -float(distance) + (1.2 if leads else 0.0) - (1.6 if quoted else 0.0)
            best = score if best is None else max(best, score)
            if distance > 3:
                break
        voice = self._of_character.get(id(character))
        if voice is not None:
            spoken = [o for o, _, v in self.spoken if v is voice and o < offset]
            if spoken:
                distance = here - self.unit_index(spoken[-1])
                if distance <= FAR:
                    score = 1.4 - float(distance)
                    best = score if best is None else max(best, score)
        return best

    def unit_index(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        low, high = 0, len(self._units)
        while low < high:
            middle = (low + high) // 2
            if self._units[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return low
