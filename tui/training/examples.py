"""Documents -> examples that a tagger learns from: windows of pieces, labels, links."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from tui.analysis.encoder import ENTITY_TYPES, ROLES
from tui.analysis.label_runs import BEGIN, INSIDE, OUTSIDE
from tui.analysis.piece_vocabulary import PieceVocabulary
from tui.analysis.quotation import quotations
from tui.analysis.word_pieces import (
    BEGINNING,
    LONGEST_WINDOW,
    Ints,
    Pieces,
    Window,
    windows,
    word_pieces,
)
from tui.article.model import Span
from tui.training.corpora import Document, as_article

IGNORED = -100
# What `word` holds for a piece.
NO_WORD, WORD, FIRST_OF_BLOCK = range(3)
SHORTEST_FIRST = 64
# Longer mentions are clauses about somebody: what they point to is learned from shorter ones.
LONGEST_MENTION = 60


@dataclass(frozen=True, slots=True)
class Links:
    """One attribution in a window: its cue's first piece, and the pieces that hang on it.

    `source` is empty where nobody is named; None where the source stands outside the window.
    """

    cue: int
    content: Ints
    source: Ints | None


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels, one entry a piece behind the beginning mark.

    `word` tells the first pieces of words, and of blocks, from others (NO_WORD, WORD,
    FIRST_OF_BLOCK). `roles` (pieces, 3), `entities`, `chain` and `mention` (pieces,): IGNORED where
    unknown; a chain or mention of -1 where there is none.
    """

    ids: Ints
    case: Ints
    quoted: Ints
    word: Ints
    roles: Ints
    entities: Ints
    chain: Ints
    mention: Ints
    links: tuple[Links, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side: tensors (batch, pieces), padded; links are (links,) and (links, …)."""

    ids: Tensor
    case: Tensor
    quoted: Tensor
    mask: Tensor
    word: Tensor
    roles: Tensor
    entities: Tensor
    chain: Tensor
    mention: Tensor
    link_row: Tensor
    link_cue: Tensor
    link_content: Tensor
    link_source: Tensor
    link_source_known: Tensor


def examples(
    document: Document, vocabulary: PieceVocabulary, rng: random.Random | None = None
) -> Iterator[Example]:
    """The examples that a document gives; with `rng`, its windows begin at other places."""
    article = as_article(document)
    pieces = word_pieces(article, quotations(article), vocabulary)
    begin = vocabulary.number(BEGINNING)
    labels = _Labels(document, pieces)
    first = rng.randint(SHORTEST_FIRST, LONGEST_WINDOW) if rng else 0
    for window in windows(pieces, first=first):
        if window.end - window.context > 4:
            yield labels.example(window, begin)


def batches(found: Sequence[Example], size: int, rng: random.Random | None) -> Iterator[Batch]:
    """Examples of like length together, the batches in random order if there is an `rng`."""
    order = sorted(range(len(found)), key=lambda i: (len(found[i].ids), rng.random() if rng else i))
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield _batch([found[i] for i in group])


def masked(batch: Batch, mask: int, share: float) -> Batch:
    """A batch with that share of its pieces hidden by chance: what is read must follow from others.

    `mask` is the number of the piece that stands in their place; marks of beginning stay.
    """
    hidden = batch.mask & (torch.rand(batch.ids.shape) < share)
    hidden[:, 0] = False
    return replace(batch, ids=torch.where(hidden, mask, batch.ids))


class _Labels:
    """A document's annotation, piece by piece."""

    def __init__(self, document: Document, pieces: Pieces) -> None:
        self.pieces = pieces
        count = len(pieces)
        self.roles = np.full((count, len(ROLES)), IGNORED)
        self.entities = np.full(count, IGNORED)
        self.word = _first_pieces(pieces)
        self.chain = np.full(count, -1)
        self.mention = np.full(count, -1)
        self.links: list[tuple[int, Ints, Ints]] = []
        if document.said is not None:
            self.roles[:] = OUTSIDE
            for said in document.said:
                for role, spans in enumerate((said.source, said.cue, said.content)):
                    for span in spans:
                        at = self._at(span)
                        self.roles[at, role] = INSIDE
                        self.roles[at[:1], role] = BEGIN
                cue = self._all(said.cue)
                if len(cue):
                    content, source = self._all(said.content), self._all(said.source)
                    self.links.append((int(cue[0]), content, source))
        if document.names is not None:
            self.entities[:] = 0
            for name in document.names:
                at = self._at(name.span)
                if name.type is None:
                    self.entities[at] = IGNORED
                else:
                    kind = 1 + 2 * ENTITY_TYPES.index(name.type)
                    self.entities[at] = kind + 1
                    self.entities[at[:1]] = kind
        mentions = [(s, c) for c, chain in enumerate(document.chains or ()) for s in chain]
        # the shortest mention that a piece stands in counts: longer ones are set first
        mentions.sort(key=lambda pair: pair[0].start - pair[0].end)
        for number, (span, chain) in enumerate(mentions):
            if span.end - span.start <= LONGEST_MENTION:
                at = self._at(span)
                self.chain[at] = chain
                self.mention[at] = number

    def _at(self, span: Span) -> Ints:
        first = np.searchsorted(self.pieces.ends, span.start, side="right")
        last = np.searchsorted(self.pieces.starts, span.end, side="left")
        found = np.arange(first, last)
        return found[self.pieces.starts[found] < self.pieces.ends[found]]

    def _all(self, spans: Sequence[Span]) -> Ints:
        return np.concatenate([np.zeros(0, np.int64), *(self._at(s) for s in spans)])

    def example(self, window: Window, begin: int) -> Example:
        s, e = window.context, window.end
        links = []
        for cue, content, source in self.links:
            if not s <= cue < e:
                continue
            inside = source[(source >= s) & (source < e)] - s + 1
            known = len(source) == 0 or len(inside) > 0
            said = content[(content >= s) & (content < e)] - s + 1
            links.append(Links(cue - s + 1, said, inside if known else None))
        one = np.full(1, IGNORED)
        return Example(
            np.concatenate([[begin], self.pieces.ids[s:e]]),
            np.concatenate([[0], self.pieces.case[s:e]]),
            np.concatenate([[0], self.pieces.quoted[s:e]]),
            np.concatenate([[NO_WORD], self.word[s:e]]),
            np.concatenate([np.full((1, len(ROLES)), IGNORED), self.roles[s:e]]),
            np.concatenate([one, self.entities[s:e]]),
            np.concatenate([[-1], self.chain[s:e]]),
            np.concatenate([[-1], self.mention[s:e]]),
            tuple(links),
        )


def _first_pieces(pieces: Pieces) -> Ints:
    real = pieces.starts < pieces.ends
    first = real & np.concatenate([[True], pieces.words[1:] != pieces.words[:-1]])
    behind = np.concatenate([[True], ~real[:-1]])
    return np.where(first, np.where(behind, FIRST_OF_BLOCK, WORD), NO_WORD)


def _batch(found: Sequence[Example]) -> Batch:
    longest = max(len(e.ids) for e in found)

    def padded(name: str, fill: int) -> Tensor:
        rows = [getattr(e, name) for e in found]
        shape = (len(rows), longest, *rows[0].shape[1:])
        whole = np.full(shape, fill)
        for i, row in enumerate(rows):
            whole[i, : len(row)] = row
        return torch.from_numpy(whole)

    links = [(row, link) for row, example in enumerate(found) for link in example.links]
    content = torch.zeros(len(links), longest)
    source = torch.zeros(len(links), longest, dtype=torch.bool)
    for i, (_, link) in enumerate(links):
        content[i, link.content] = 1
        if link.source is not None:
            # nobody named: the link points to the beginning mark
            source[i, link.source if len(link.source) else 0] = True
    lengths = torch.tensor([len(e.ids) for e in found])
    return Batch(
        padded("ids", 0),
        padded("case", 0),
        padded("quoted", 0),
        torch.arange(longest)[None] < lengths[:, None],
        padded("word", NO_WORD),
        padded("roles", IGNORED),
        padded("entities", IGNORED),
        padded("chain", -1),
        padded("mention", -1),
        torch.tensor([row for row, _ in links], dtype=torch.int64),
        torch.tensor([link.cue for _, link in links], dtype=torch.int64),
        content,
        source,
        torch.tensor([link.source is not None for _, link in links], dtype=torch.bool),
    )
