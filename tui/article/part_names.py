"""What a message or an entry is known by -> a short name that stays when others are added."""

from collections import Counter
from hashlib import sha256
from typing import Final

_LENGTH: Final = 8


class PartNames:
    """The names of the parts of one source, no two alike."""

    def __init__(self) -> None:
        self._seen = Counter[str]()

    def of(self, identity: bytes) -> str:
        """The name of the next part; parts that are known by the same are numbered in order."""
        name = sha256(identity).hexdigest()[:_LENGTH]
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"
