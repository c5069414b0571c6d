"""The trained encoder: a window of word pieces in, scores of roles and names, links and vectors."""

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tui.analysis.digests import DamagedError, check
from tui.analysis.model import EntityType
from tui.analysis.piece_vocabulary import PieceVocabulary
from tui.analysis.word_pieces import BEGINNING, Pieces, Window

Floats = NDArray[np.float32]

ROLES = ("source", "cue", "content")
ENTITY_TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "other")
# From a cue to what is said, from a cue to who says it, from a mention to an earlier one.
LINKS = ("content", "source", "antecedent")
NETWORK = "tagger.onnx"
VOCABULARY = "tokenizer.json"


class NoEncoderError(Exception):
    """The encoder cannot be used: what runs it is not installed, its weights are not there or not
    as they were made.
    """


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of a window; row 0 is the beginning mark, then one row a piece.

    `roles` (rows, 15) are scores of five labels for source, cue and content; `names` (rows, 9) of
    O, then B and I of each of ENTITY_TYPES. `links` (rows, 768) hold for each of LINKS a vector to
    point from and one to point to. `vectors` (rows, 384) are the encoder's own.
    """

    roles: Floats
    names: Floats
    links: Floats
    vectors: Floats

    def link_scores(self, kind: str, rows: NDArray[np.int64] | slice) -> Floats:
        """How strongly some rows point to each row, (some, rows): a dot product, scaled."""
        width = self.links.shape[1] // (2 * len(LINKS))
        at = LINKS.index(kind) * 2 * width
        begin = np.divide(self.links[rows, at : at + width], np.float32(width**0.5))
        end = self.links[:, at + width : at + 2 * width]
        scores: Floats = begin @ end.T
        return scores


class Encoder:
    """An ONNX network and the vocabulary that goes with it."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """Load both from a folder; raise NoEncoderError where that cannot be done."""
        # onnxruntime reports its use to its makers unless it is told not to before it is loaded
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        try:
            from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
            from threadpoolctl import ThreadpoolController
        except ImportError as error:
            raise NoEncoderError(f"{error.name} is not installed") from error
        disable_telemetry_events()
        network, vocabulary = folder / NETWORK, folder / VOCABULARY
        if not network.is_file() or not vocabulary.is_file():
            raise NoEncoderError("the weights of the encoder are not there")
        options = SessionOptions()
        self.threads = threads or _threads()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        # waiting threads would take the core from the interface
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        self.vocabulary = PieceVocabulary.of(vocabulary.read_text(encoding="utf-8"))
        self._begin = self.vocabulary.number(BEGINNING)
        self._pools = ThreadpoolController()

    def __call__(self, pieces: Pieces, window: Window) -> Encoded:
        """Read one window."""
        part = slice(window.context, window.end)
        inputs = {
            "ids": _row(pieces.ids[part], self._begin),
            "case": _row(pieces.case[part], 0),
            "quoted": _row(pieces.quoted[part], 0),
        }
        roles, names, links, vectors = self._session.run(None, inputs)
        return Encoded(roles[0], names[0], links[0], vectors[0])

    def on_one_thread(self) -> AbstractContextManager[object]:
        """While it lasts numpy's products run on one thread: they are small, and to wait for
        another takes longer than they do, most of all on a busy machine.
        """
        limit: AbstractContextManager[object] = self._pools.limit(limits=1, user_api="blas")
        return limit


@cache
def encoder() -> Encoder:
    """The encoder that comes with the program, loaded once; raises NoEncoderError."""
    try:
        for name in (NETWORK, VOCABULARY):
            check(name)
    except DamagedError as error:
        raise NoEncoderError(str(error)) from error
    with as_file(files("tui.analysis") / "weights") as folder:
        return Encoder(folder)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _row(values: NDArray[Any], first: int) -> NDArray[np.int64]:
    return np.concatenate([[first], values]).astype(np.int64)[None]


def _threads() -> int:
    """As many as OMP_NUM_THREADS says, by which programs of many processes share out the cores,
    else one a core.
    """
    wished = os.environ.get("OMP_NUM_THREADS", "")
    if wished.isascii() and wished.isdigit() and int(wished) > 0:
        return int(wished)
    return cores()
