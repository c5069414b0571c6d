"""The search by meaning: vectors, what they have in common, and the index on the disk."""

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.corpus.asked_tables import (
    BUDGET,
    COUSIN,
    FISHER,
    HARBOUR,
    LETTER,
    PARTS,
    person_id,
    write_corpus,
    write_part,
)
from tui.corpus import meaning
from tui.corpus.asking import Corpus
from tui.corpus.cancelling import Cancellation, Cancelled
from tui.corpus.corpus_folder import whole_parts
from tui.corpus.meaning import VECTORS, Meaning, Space, statement_vectors
from tui.corpus.question import Question

BOAT = "a boat across the water should have gone on"


def closest(corpus: Corpus, text: str, words: str = "", person: str = "") -> list[str]:
    question = Question(words, meaning=text, person=person, order="closest", doubtful=True)
    answer = corpus.ask(question)
    return [statement.quote.text for statement in answer.statements]


def test_a_vector_is_of_what_is_said_and_not_of_its_neighbours() -> None:
    texts = ["The harbour will close.", "“The harbour will close.”", "She likes plums.", ""]
    vectors = statement_vectors(texts)
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float16
    assert not vectors[3].any()
    alone = statement_vectors(texts[2:3])
    assert np.array_equal(vectors[2], alone[0])
    same, other = vectors[:3].astype(np.float32) @ vectors[0].astype(np.float32)[:, None], 2
    assert same[1] > same[other]
    assert statement_vectors(["word " * 5_000]).shape == (1, 384)
    assert statement_vectors([]).shape == (0, 384)


def test_what_all_have_in_common_is_taken_away() -> None:
    random = np.random.default_rng(1)
    shared, common = random.normal(size=384), random.normal(size=384)
    own = random.normal(size=(500, 384))
    vectors = own + 5 * shared + np.outer(random.normal(size=500) * 20, common)
    space = Space.of(vectors.astype(np.float16))
    placed = space.placed(vectors)
    assert np.allclose(np.linalg.norm(placed, axis=1), 1, atol=1e-3)
    assert abs((placed @ (common / np.linalg.norm(common))).mean()) < 0.01
    assert abs(np.triu(placed @ placed.T, 1)).max() < 0.5
    few = Space.of(vectors[:20])
    assert not few.mean.any()


def test_the_closest_come_first_also_of_one_speaker(tmp_path: Path) -> None:
    with Corpus(write_corpus(tmp_path / "news", PARTS)) as corpus:
        found = closest(corpus, BOAT)
        assert len(found) == 8
        assert f"“{BUDGET.said[1].words}”" in found[:2]
        assert closest(corpus, BOAT, person=person_id(COUSIN)) == [f"“{BUDGET.said[1].words}”"]
        fisher = closest(
            corpus, "the coffee house beside the harbour is closed", person=person_id(FISHER)
        )
        assert fisher[0] == f"“{LETTER.said[0].words}”"
        assert closest(corpus, BOAT, words="harbour") != []
        answer = corpus.ask(Question(meaning=BOAT, order="closest"))
        near = [statement.closeness or 0.0 for statement in answer.statements]
        assert near == sorted(near, reverse=True)


def test_the_index_is_asked_as_each_would_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_corpus(tmp_path / "news", PARTS)
    with Corpus(folder) as corpus:
        exactly = closest(corpus, BOAT)
    monkeypatch.setattr(meaning, "EXACTLY", 3)
    monkeypatch.setattr(meaning, "SHARD", 2)
    (folder / "index" / "meaning" / "index.json").unlink()
    with Corpus(folder) as corpus:
        found = closest(corpus, BOAT)
    assert len(found) == 3  # as wholes these are the nearest; word by word they are compared again
    assert found == [one for one in exactly if one in found]
    assert len(list((folder / "index" / "meaning").glob("shard-*"))) == 2


def test_parts_are_added_to_it_and_it_is_private(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "news", [[HARBOUR]])
    told = list[tuple[int, int]]()
    index = Meaning(folder)
    index.update(whole_parts(folder), lambda done, total: told.append((done, total)))
    write_part(folder, 1, [BUDGET])
    write_part(folder, 2, [LETTER])
    again = Meaning(folder)
    again.update(whole_parts(folder), lambda done, total: told.append((done, total)))
    assert told == [(4, 4), (7, 8), (8, 8)]
    assert again.size == 8
    assert again.closest(BOAT, 1)[0].part == 1
    files = list((folder / "index" / "meaning").iterdir())
    assert len(files) == 2
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    for path in files:
        path.write_bytes(b"damaged")
    third = Meaning(folder)
    third.update(whole_parts(folder))
    assert third.closest(BOAT, 8) == again.closest(BOAT, 8)


def test_vectors_that_lie_there_are_taken(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "news", [[HARBOUR]])
    (folder / "vectors").mkdir()
    ferry = statement_vectors([BOAT])[0]
    vectors = np.array([ferry * 0.1 + n for n in (3, 2, 0, 1)], np.float16)
    column = pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), 384)
    table = pa.table({"article": ["a"] * 4, "quote": ["q"] * 4, "vector": column})
    path = folder / "vectors" / "part-00000.parquet"
    pq.write_table(
        table.replace_schema_metadata({"pullquote": json.dumps({"vectors": VECTORS})}), path
    )
    index = Meaning(folder)
    index.update(whole_parts(folder))
    assert index.closest(BOAT, 1)[0].row == 2


def test_making_it_can_be_taken_back(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "news", PARTS)
    back = Cancellation()
    with Corpus(folder) as corpus:
        with pytest.raises(Cancelled):
            corpus.ask(Question(meaning=BOAT), back, told=lambda done, total: back.cancel())
        assert corpus.ask(Question(meaning=BOAT)).total == 7
