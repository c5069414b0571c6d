"""What a terminal sends -> the same, but that nothing within a paste can press a key."""

from typing import Final

BEGIN: Final = "\x1b[200~"
END: Final = "\x1b[201~"


class Pastes:
    """Takes each escape out of what is pasted: what follows one would be read as keys.

    Many terminals do so, too, but not all.
    """

    def __init__(self) -> None:
        self._inside = False
        self._latest = ""
        """What may become the mark of a paste's beginning or, held back, of its end."""

    def harmless(self, sent: str) -> str:
        """What may be read of what was sent next, however it is cut into parts."""
        return "".join(map(self._one, sent))

    def _one(self, character: str) -> str:
        self._latest += character
        if not self._inside:
            self._latest = self._latest[-len(BEGIN) :]
            if self._latest == BEGIN:
                self._inside, self._latest = True, ""
            return character
        if self._latest == END:
            self._inside, self._latest = False, ""
            return END
        told = ""
        while not END.startswith(self._latest):
            told, self._latest = told + self._latest[0], self._latest[1:]
        return told.replace("\x1b", "")
