"""Statements as vectors of what they mean, and the index that finds the closest to a question."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from tui.analysis.encoder import NoEncoderError, cores
from tui.analysis.first_layers import WIDTH, Floats, first_layers
from tui.article.formats import missing
from tui.corpus.corpus_folder import INDEX, CorpusError, Parts, part_file, part_numbers
from tui.corpus.late_interaction import normalised, word_by_word
from tui.kept_files import held, private_folder

if TYPE_CHECKING:
    from usearch.index import Index

Halves = NDArray[np.float16]

VECTORS: Final = "first-layers-1"
"""What makes the vectors: an index of others is made anew. A file of `vectors/` tells it as
`vectors`, beside the schema and the engine, else its vectors are not taken."""
SHARD: Final = 200_000
"""So many statements are in memory while the index is made, and in one of its files."""
_SAMPLE: Final = 20_000
"""From so many statements it is learned what all have in common."""
_FEWEST: Final = 200
_WHOLE: Final = np.float32(0.5)
"""What it counts that statements are close as wholes, when 1 is that they are word by word."""
_FOLDER: Final = "meaning"
EXACTLY: Final = 50_000
"""Among so few statements each is compared; among more the index is asked."""
_ADDED, _SEARCHED, _NEIGHBOURS = 64, 256, 16

Told = Callable[[int, int], None]
"""Is told how many statements are in the index, and how many there are."""


def statement_vectors(texts: Sequence[str]) -> Halves:
    """What some statements mean, each by itself: (len(texts), 384), not normalised.

    The mean of a statement's word pieces over the encoder's embeddings and first layers: those
    above know what role a word has, and no more what it means. Raises NoEncoderError.
    """
    layers = first_layers()
    with ThreadPoolExecutor(cores()) as threads:
        found = list(threads.map(layers.vector, texts))
    return np.array(found, np.float16).reshape(len(texts), WIDTH)


def together(wholes: Floats, words: Floats) -> Floats:
    """How close statements are, of how close they are as wholes and word by word, in [-1, 1]."""
    both: Floats = (_WHOLE * wholes + words) / (_WHOLE + 1)
    return both


@dataclass(frozen=True, slots=True)
class Space:
    """What all statements have in common, which says nothing of any: it is taken away.

    `mean` (384,), and `common` (n, 384), the first principal components: all-but-the-top (Mu and
    Viswanath, 2018). Of these one is enough where the vectors are of first layers.
    """

    mean: Floats
    common: Floats

    @classmethod
    def of(cls, vectors: NDArray[Any], components: int = 1) -> "Space":
        """What some vectors, (n, 384), have in common: nothing, where they are few."""
        known = vectors.astype(np.float32)
        if len(known) < _FEWEST:
            return cls(np.zeros(WIDTH, np.float32), np.zeros((0, WIDTH), np.float32))
        mean: Floats = known.mean(0, dtype=np.float32)
        known = normalised(known - mean)
        _, directions = np.linalg.eigh(known.T @ known)
        return cls(mean, directions.T[::-1][:components].astype(np.float32))

    def placed(self, vectors: NDArray[Any]) -> Floats:
        """Some vectors, (n, 384), in this space, each of length 1."""
        known: Floats = vectors.astype(np.float32) - self.mean
        shared = known @ self.common.T @ self.common
        return normalised(np.asarray(known - shared, np.float32))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands, and how close it is, in [-1, 1]."""

    part: int
    row: int
    closeness: float


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the index, with the parts and how many statements of each it holds, in order."""

    file: str
    parts: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """How many statements it holds."""
        return sum(rows for _, rows in self.parts)


class Meaning:
    """The index of a corpus by meaning, in its folder `index`: shards, each a graph that is
    searched where it lies on the disk (HNSW, Malkov and Yashunin, 2018).

    Parts that were added since are put into the last shard, or into new ones. An index that is cut
    short while it is made goes on from its last whole shard. It is made anew where something else
    makes the vectors, where parts went, and where it was learned from few of many statements.
    """

    def __init__(self, folder: Path) -> None:
        """Open what there is. Raises CorpusError where what is needed is not installed."""
        try:
            import usearch
        except ModuleNotFoundError:
            raise CorpusError(missing("corpus", "the search by meaning")) from None
        del usearch
        self._corpus = folder
        self._folder = folder / INDEX / _FOLDER
        self._space: Space | None = None
        self._learned = 0
        self._shards: tuple[Shard, ...] = ()
        self._load()

    @property
    def size(self) -> int:
        """How many statements are in it."""
        return sum(shard.size for shard in self._shards)

    def update(self, parts: Parts, told: Told | None = None) -> None:
        """Put in the parts that are not there yet. Raises CorpusError."""
        try:
            if not self._left_to_add(parts):
                return
            private_folder(self._folder)
            with held(self._folder):
                self._load()  # another process may have been quicker
                if new := self._left_to_add(parts):
                    self._add(parts, new, told or (lambda done, total: None))
        except NoEncoderError as error:
            raise CorpusError(f"the search by meaning needs the encoder: {error}") from error
        except OSError as error:
            reason = error.strerror or error
            raise CorpusError(f"cannot write {self._folder}: {reason}") from error

    def closest(
        self, text: str, most: int, among: Sequence[tuple[int, int]] | None = None
    ) -> list[Place]:
        """The statements that are closest to a text, at most so many, the closest first; if it is
        given, `among` those of some parts and rows. Raises CorpusError.
        """
        if self._space is None:
            return []
        try:
            question = self._space.placed(first_layers().vector(text)[None])[0]
        except NoEncoderError as error:
            raise CorpusError(f"the search by meaning needs the encoder: {error}") from error
        found = list[Place]()
        for shard in self._shards:
            if among is None:
                found += self._nearest(shard, question, most)
            else:
                found += self._compared(shard, question, among)
        found.sort(key=lambda place: (-place.closeness, place.part, place.row))
        return found[:most]

    def refined(self, text: str, places: Sequence[Place], texts: Sequence[str]) -> list[Place]:
        """Some places with how close their statements' `texts` are to a text as wholes, which
        `closest` gives, and word by word. Raises CorpusError.
        """
        if self._space is None:
            return list(places)
        try:
            words = word_by_word(text, texts, self._space.mean)
        except NoEncoderError as error:
            raise CorpusError(f"the search by meaning needs the encoder: {error}") from error
        wholes = np.array([place.closeness for place in places], np.float32)
        both = together(wholes, words)
        return [Place(p.part, p.row, float(c)) for p, c in zip(places, both, strict=True)]

    def _left_to_add(self, parts: Parts) -> list[int]:
        """Let go of an index that is to be made anew, as parts went or there are many times more
        statements than those from which it was learned, and give the parts that are not in it.
        """
        known = {number: rows for shard in self._shards for number, rows in shard.parts}
        outgrown = self._learned < _SAMPLE and 10 * self._learned < sum(known.values())
        if not known.keys() <= set(parts.numbers) or outgrown:
            self._space, self._shards, known = None, (), {}
        return [number for number in parts.numbers if number not in known]

    def _nearest(self, shard: Shard, question: Floats, most: int) -> Iterator[Place]:
        index = self._opened(shard)
        index.expansion_search = max(_SEARCHED, most)
        matches = index.search(question, min(most, shard.size))
        keys = np.asarray(matches.keys, np.int64)
        for (part, row), distance in zip(_places(shard, keys), matches.distances, strict=True):
            yield Place(part, row, 1.0 - float(distance))

    def _compared(
        self, shard: Shard, question: Floats, among: Sequence[tuple[int, int]]
    ) -> Iterator[Place]:
        begins = _begins(shard)
        rows = [(begins[part] + row, part, row) for part, row in among if part in begins]
        if not rows:
            return
        index = self._opened(shard)
        for at in range(0, len(rows), 10_000):
            some = rows[at : at + 10_000]
            vectors = np.array(index.get(np.array([key for key, _, _ in some], np.uint64)))
            for (_, part, row), close in zip(some, vectors @ question, strict=True):
                yield Place(part, row, float(close))

    def _add(self, parts: Parts, new: Sequence[int], told: Told) -> None:
        total = sum(self._rows(number) for number in parts.numbers)
        shards, waiting = list(self._shards), list(new)
        while waiting:
            full = not shards or shards[-1].size >= SHARD
            last = Shard("", ()) if full else shards.pop()
            index = _new_index() if full else self._opened(last, view=False)
            inside, count = list(last.parts), last.size
            done = sum(shard.size for shard in shards)
            if self._space is None:
                self._learn(waiting)
            while waiting and count < SHARD:
                some = self._vectors(number := waiting.pop(0))
                if len(some):
                    keys = np.arange(count, count + len(some), dtype=np.uint64)
                    index.add(keys, self._placed(some))
                inside.append((number, len(some)))
                count += len(some)
                told(done + count, total)
            shards.append(self._saved(index, inside))
            self._shards = tuple(shards)
            self._save()

    def _learn(self, numbers: Sequence[int]) -> None:
        """Find out what statements have in common, from those of the first parts."""
        known, count = list[Halves](), 0
        for number in numbers:
            known.append(self._vectors(number)[: _SAMPLE - count])
            count += len(known[-1])
            if count >= _SAMPLE:
                break
        self._space, self._learned = Space.of(np.concatenate(known)), count

    def _placed(self, vectors: NDArray[Any]) -> Floats:
        assert self._space is not None
        return self._space.placed(vectors)

    def _vectors(self, number: int) -> Halves:
        """The vectors of a part's statements: those that lie there, else new ones."""
        import pyarrow.parquet as pq

        if number in part_numbers(self._corpus, "vectors"):
            file = part_file(self._corpus, "vectors", number)
            if _made_by(pq.read_schema(file).metadata) == VECTORS:
                column = pq.read_table(file, columns=["vector"])["vector"].combine_chunks()
                return np.asarray(column.values, np.float16).reshape(-1, WIDTH)
        texts = pq.read_table(part_file(self._corpus, "quotes", number), columns=["text"])
        return statement_vectors(texts["text"].to_pylist())

    def _rows(self, number: int) -> int:
        import pyarrow.parquet as pq

        return int(pq.read_metadata(part_file(self._corpus, "quotes", number)).num_rows)

    def _opened(self, shard: Shard, *, view: bool = True) -> "Index":
        """A shard to be searched where it lies or, without `view`, to be added to."""
        from usearch.index import Index

        index = Index.restore(self._folder / shard.file, view=view)
        if index is None:
            raise CorpusError(f"{self._folder / shard.file} is damaged: it can be taken away")
        return index

    def _saved(self, index: "Index", parts: Sequence[tuple[int, int]]) -> Shard:
        name = f"shard-{parts[0][0]:05}-{parts[-1][0]:05}.usearch"
        beside = self._folder / f"{name}.new"
        index.save(beside)
        beside.chmod(0o600)
        beside.replace(self._folder / name)
        return Shard(name, tuple(parts))

    def _save(self) -> None:
        """Say what is in the index, and then take away what no longer is."""
        from tui.kept_files import write_atomically

        assert self._space is not None
        told = {
            "vectors": VECTORS,
            "learned": self._learned,
            "mean": self._space.mean.tolist(),
            "common": self._space.common.tolist(),
            "shards": [{"file": shard.file, "parts": shard.parts} for shard in self._shards],
        }
        write_atomically(self._folder / "index.json", json.dumps(told))
        known = {shard.file for shard in self._shards}
        for path in self._folder.glob("shard-*"):
            if path.name not in known:
                path.unlink(missing_ok=True)

    def _load(self) -> None:
        try:
            told = json.loads((self._folder / "index.json").read_text(encoding="utf-8"))
            if told["vectors"] != VECTORS:
                return
            space = Space(
                np.array(told["mean"], np.float32).reshape(WIDTH),
                np.array(told["common"], np.float32).reshape(-1, WIDTH),
            )
            learned = int(told["learned"])
            shards = tuple(
                Shard(str(shard["file"]), tuple((int(p), int(n)) for p, n in shard["parts"]))
                for shard in told["shards"]
            )
        except (OSError, ValueError, KeyError, TypeError):
            return  # none there yet, or it is damaged: it is made anew
        if all((self._folder / shard.file).exists() for shard in shards):
            self._space, self._shards, self._learned = space, shards, learned


def _made_by(metadata: Mapping[bytes, bytes] | None) -> str | None:
    """What made the vectors of a file, as it says of itself."""
    try:
        told: str | None = json.loads((metadata or {})[b"pullquote"])["vectors"]
    except (KeyError, TypeError, ValueError):
        return None
    return told


def _new_index() -> "Index":
    from usearch.index import Index

    return Index(
        ndim=WIDTH, metric="ip", dtype="f16", connectivity=_NEIGHBOURS, expansion_add=_ADDED,
        expansion_search=_SEARCHED,
    )  # fmt: skip


def _begins(shard: Shard) -> dict[int, int]:
    """The key of each part's first statement."""
    found, at = dict[int, int](), 0
    for part, rows in shard.parts:
        found[part] = at
        at += rows
    return found


def _places(shard: Shard, keys: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    begins = _begins(shard)
    parts, starts = list(begins), np.array(list(begins.values()))
    # a part without statements begins where the next one does
    at = np.searchsorted(starts, keys, side="right") - 1
    for key, which in zip(keys, at, strict=True):
        yield parts[which], int(key - starts[which])
