"""The corrections of an article, kept in a file that is found by the article's words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

from tui.analysis.corrections import Correction
from tui.analysis.schema import corrections_from_json, corrections_to_json
from tui.article.model import Article
from tui.kept_files import held, set_aside, sweep, write_atomically

_VERSION: Final = 1


def default_folder() -> Path:
    """Where corrections are kept, on this platform."""
    return platformdirs.user_data_path("pullquote", appauthor=False) / "corrections"


@dataclass(frozen=True, slots=True)
class _Change:
    """A correction that was made, or taken back."""

    correction: Correction
    made: bool

    def __call__(self, before: tuple[Correction, ...]) -> tuple[Correction, ...]:
        if self.made:
            return (*before, self.correction)
        if self.correction not in before:
            return before
        last = len(before) - 1 - before[::-1].index(self.correction)
        return (*before[:last], *before[last + 1 :])


class CorrectionsStore:
    """The corrections of one article, in the order in which they were made.

    `corrections` hold now. What cannot be kept holds as long as this store does; `problem` then
    says so in a sentence, as it does where the file was damaged (that one is set aside and never
    written over) and where corrections were made in an earlier text of the same source. The file's
    name is the SHA-256 of the article's text, so that it is found again wherever the article lies.
    Each change is made to what the file has by then: another reader of the same article loses
    nothing.
    """

    def __init__(self, article: Article, folder: Path | None = None) -> None:
        name = sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        self._path = (folder or default_folder()) / f"{name}.json"
        self._source = None if article.source == "-" else str(Path(article.source).resolve())
        self.article = article
        self._unkept: list[_Change] = []
        self.corrections: tuple[Correction, ...] = ()
        self.problem: str | None = None
        self._refresh()
        if not self._path.exists() and self.problem is None and (earlier := self._made_before()):
            fit = "correction no longer fits" if earlier == 1 else "corrections no longer fit"
            self.problem = f"{article.origin} has changed since you corrected it: {earlier} {fit}."

    def add(self, correction: Correction) -> None:
        """Keep a correction. Raises nothing: see `problem`."""
        self.problem = None
        self._change(_Change(correction, made=True))

    def undo(self) -> Correction | None:
        """Take back the latest correction, and give it; None where there is none."""
        self.problem = None
        self._refresh()
        if not self.corrections:
            return None
        latest = self.corrections[-1]
        self._change(_Change(latest, made=False))
        return latest

    def _change(self, change: _Change) -> None:
        after = change(self.corrections)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with held(self._path.parent):
                kept = self._kept()
                if kept is not None:
                    after = _changed(kept, [*self._unkept, change])
                sweep(self._path)
                write_atomically(self._path, self._written(after))
        except OSError as error:
            self._unkept.append(change)
            self.problem = (
                "This holds until you close the article, but cannot be kept in "
                f"{self._path.parent}: {error.strerror}."
            )
        else:
            self._unkept.clear()
        self.corrections = after

    def _refresh(self) -> None:
        """Take over what the file has by now."""
        try:
            kept = self._kept()
        except OSError as error:
            self.problem = f"The corrections of this article cannot be read: {error.strerror}."
        else:
            if kept is not None:
                self.corrections = _changed(kept, self._unkept)

    def _kept(self) -> tuple[Correction, ...] | None:
        """What the file has; None where there is none, or none any more. Raises OSError."""
        try:
            document = json.loads(self._path.read_bytes())
            if document["version"] != _VERSION:
                raise ValueError(f"version {document['version']!r}")
            return corrections_from_json(document["corrections"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, RecursionError):
            aside = set_aside(self._path)
            self.problem = f"The corrections of this article were damaged: they lie in {aside}."
            return None

    def _made_before(self) -> int:
        """How many corrections were made in the text that this source had when it was corrected."""
        latest, made = 0.0, 0
        for path in self._path.parent.glob("*.json") if self._source else ():
            try:
                document = json.loads(path.read_bytes())
                if document["source"] == self._source and path.stat().st_mtime >= latest:
                    latest, made = path.stat().st_mtime, len(document["corrections"])
            except (OSError, ValueError, KeyError, TypeError, RecursionError):
                continue  # it is told of with the article that it belongs to
        return made

    def _written(self, corrections: tuple[Correction, ...]) -> str:
        document = {
            "version": _VERSION,
            "source": self._source,
            "corrections": corrections_to_json(corrections),
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _changed(
    corrections: tuple[Correction, ...], changes: Iterable[_Change]
) -> tuple[Correction, ...]:
    for change in changes:
        corrections = change(corrections)
    return corrections
