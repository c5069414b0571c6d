"""The first layers of the trained encoder, alone: what a text means, before roles are read in it.

The layers above were trained to tell who says what, and forget what is said: two statements of the
same are no nearer there than any two. So the network is cut behind the second of its six layers.
"""

import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tui.analysis.digests import DamagedError, check
from tui.analysis.encoder import NETWORK, VOCABULARY, NoEncoderError
from tui.analysis.piece_vocabulary import PieceVocabulary
from tui.analysis.word_pieces import BEGINNING, LONGEST_WINDOW, PLAIN_MARKS

Floats = NDArray[np.float32]

WIDTH: Final = 384
_LAYERS: Final = (
    "/norm/LayerNormalization_output_0",
    "/layers.0/norm/LayerNormalization_output_0",
    "/layers.1/norm/LayerNormalization_output_0",
)
"""What the network calls the embeddings, and what its first layers give."""
# the numbers of fields in ONNX's ModelProto, GraphProto, NodeProto and TensorProto
_GRAPH: Final = 7
_NODE, _WEIGHTS, _OUTPUT = 1, 5, 12
_NODE_INPUT, _NODE_OUTPUT = 1, 2
_WEIGHTS_NAME: Final = 8
_LENGTH_DELIMITED, _VARINT = 2, 0


class FirstLayers:
    """The embeddings and the first layers, on one thread: several may be run at once."""

    def __init__(self) -> None:
        """Load them. Raises NoEncoderError."""
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        try:
            from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
        except ImportError as error:
            raise NoEncoderError(f"{error.name} is not installed") from error
        disable_telemetry_events()
        folder = files("tui.analysis") / "weights"
        try:
            for name in (NETWORK, VOCABULARY):
                check(name)
            network = (folder / NETWORK).read_bytes()
            described = (folder / VOCABULARY).read_text(encoding="utf-8")
        except (DamagedError, OSError) as error:
            raise NoEncoderError(str(error)) from error
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        cut = _cut(network, _LAYERS)
        self._session = InferenceSession(cut, options, providers=["CPUExecutionProvider"])
        self._vocabulary = PieceVocabulary.of(described)
        self._begin = self._vocabulary.number(BEGINNING)

    def vector(self, text: str) -> Floats:
        """What a text means, (WIDTH,): the mean of its word pieces over the layers.

        Of a long text only the first pieces count, as many as a window holds. Nothing is told of
        case and quotation marks, which a question does not have.
        """
        numbers, layers = self._read(text)
        if not len(numbers):
            return np.zeros(WIDTH, np.float32)
        mean: Floats = np.mean([layer.mean(0) for layer in layers], 0)
        return mean

    def pieces(self, text: str) -> tuple[NDArray[np.int64], Floats]:
        """The word pieces of a text as `vector` takes them: their numbers in the vocabulary, (n,),
        and what each means there, (n, WIDTH), the mean over the layers.
        """
        numbers, layers = self._read(text)
        mean: Floats = np.mean(layers, 0)
        return numbers, mean

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word."""
        return self._vocabulary.cut(word).ids

    def number(self, piece: str) -> int:
        """The number of a piece. Raises ValueError."""
        return self._vocabulary.number(piece)

    def _read(self, text: str) -> tuple[NDArray[np.int64], list[Floats]]:
        stretches = text.translate(PLAIN_MARKS).split()
        found = (piece for stretch in stretches for piece in self._vocabulary.cut(stretch).ids)
        pieces = [*islice(found, LONGEST_WINDOW)]
        if not pieces:
            return np.zeros(0, np.int64), [np.zeros((0, WIDTH), np.float32)] * len(_LAYERS)
        ids = np.array([[self._begin, *pieces]], np.int64)
        none = np.zeros_like(ids)
        layers = self._session.run(_LAYERS, {"ids": ids, "case": none, "quoted": none})
        return ids[0, 1:], [layer[0, 1:] for layer in layers]


@cache
def first_layers() -> FirstLayers:
    """Those of the encoder that comes with the program, loaded once. Raises NoEncoderError."""
    return FirstLayers()


def _cut(network: bytes, outputs: tuple[str, ...]) -> bytes:
    """A serialised network with other outputs, and nothing in it but what leads to these."""
    made = bytearray()
    for field, raw, inner in _fields(network):
        made += _message(_GRAPH, _cut_graph(inner, outputs)) if field == _GRAPH else raw
    return bytes(made)


def _cut_graph(graph: bytes, outputs: tuple[str, ...]) -> bytes:
    """Nodes stand in the order in which they are run: the last first, it is known what is used."""
    used, kept = set(outputs), list[bytes]()
    for field, raw, inner in reversed(list(_fields(graph))):
        if field == _NODE:
            names = list(_fields(inner))
            if used.isdisjoint(name.decode() for f, _, name in names if f == _NODE_OUTPUT):
                continue
            used.update(name.decode() for f, _, name in names if f == _NODE_INPUT)
        elif field == _OUTPUT:
            continue
        kept.append(raw)
    told = [_message(_OUTPUT, _float_tensor(name)) for name in outputs]
    return b"".join([*reversed([raw for raw in kept if _is_used(raw, used)]), *told])


def _is_used(raw: bytes, used: set[str]) -> bool:
    """Whether a field of a graph is anything but weights that no node has use for."""
    ((field, _, inner),) = _fields(raw)
    if field != _WEIGHTS:
        return True
    return any(f == _WEIGHTS_NAME and name.decode() in used for f, _, name in _fields(inner))


def _float_tensor(name: str) -> bytes:
    """A ValueInfoProto: a name, and a type that is a tensor of floats of any shape."""
    return _message(1, name.encode()) + _message(2, _message(1, bytes((1 << 3, 1))))


def _message(field: int, data: bytes) -> bytes:
    return _number(field << 3 | _LENGTH_DELIMITED) + _number(len(data)) + data


def _number(value: int) -> bytes:
    """A number as protocol buffers write it: seven bits a byte, the lowest first."""
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The fields of a serialised message: its number, its bytes, and the message in it."""
    view, at = memoryview(message), 0
    while at < len(view):
        start = at
        tag, at = _read(view, at)
        length = 0
        if tag & 7 == _LENGTH_DELIMITED:
            length, at = _read(view, at)
        elif tag & 7 == _VARINT:
            _, at = _read(view, at)
        else:
            raise NoEncoderError("the weights of the encoder have another form")
        inner = view[at : at + length]
        at += length
        yield tag >> 3, bytes(view[start:at]), bytes(inner)


def _read(view: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = view[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at
