"""The encoder's reading of an article: each cue with its source and what is said, and names."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice

import numpy as np

from tui.analysis.encoder import ENTITY_TYPES, ROLES, Encoded, Encoder, Floats
from tui.analysis.frames import DETERMINERS
from tui.analysis.label_runs import (
    BEGIN,
    INSIDE,
    LABELS,
    OUTSIDE,
    Run,
    apart,
    best_labels,
    marked,
    sigmoid,
    softmax,
)
from tui.analysis.model import EntityType
from tui.analysis.pointers import NO_POINTERS, Pointers, joined_pointers
from tui.analysis.quotation import quotations
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.stretches import Stretch
from tui.analysis.word_pieces import (
    MOST_CONTEXT,
    Ints,
    Pieces,
    Window,
    windows,
    word_pieces,
)
from tui.article.model import Article, Span

SOURCE, CUE, CONTENT = range(len(ROLES))
# A stretch of content belongs to the cue that claims it most, if any claims it so surely.
LEAST_CLAIM = 0.15
# A run that points to a cue so surely may be its, if nothing else is.
WAVERS = 0.2
# A cue whose content no label marks may still claim words that it points to so surely.
SURE_CLAIM = 0.5
# A source that no label marks goes as far as the pointer is at least this part of its best.
SOURCE_EDGE = 0.2
TINY = 1e-9
FORBIDDEN = -1e4

# Words that stand for somebody, beside those of sources.
PRONOUNS = frozenset("he him his himself she her hers herself they them their it its".split())
# A place that a word points back to less surely is not worth keeping.
LEAST_POINTED = 0.02

# So many windows of an article that is read in one go are read at a time.
AHEAD = 2
# Where one core does all, so many are read before any is made sense of.
AT_ONCE = 16

# So many characters before a stretch hold its context.
CONTEXT = 6 * MOST_CONTEXT
# A second look, for what is more likely missed than not said: so much less is asked of a label.
LENIENCE = np.array([0.0, 2.0, 1.0], np.float32)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A cue as the encoder reads it, with who says something and what is said.

    Spans are code points of the article's text; `source` is None where nobody is named; `content`
    may be empty. `probability` is how surely its words are somebody's, `source_probability` how
    sure the pointer to the source is, both in [0, 1] and not calibrated.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    probability: float
    source_probability: float

    def said_from(self, offset: int) -> tuple[Span, ...]:
        """What is said from an offset on."""
        return tuple(Span(max(s.start, offset), s.end) for s in self.content if s.end > offset)


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name that the encoder sees, with its type."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True)
class Tags:
    """What is read of an article, in order.

    `pointers` are of pronouns, of nouns for persons, and of the words of sources.
    """

    claims: tuple[Tagged, ...]
    names: tuple[TaggedName, ...]
    pointers: Pointers = NO_POINTERS


def tag(article: Article, stretch: Stretch, encoder: Encoder) -> Tags:
    """What the encoder reads in a stretch of an article's blocks, window by window.

    What stands before the stretch is its first window's context.
    """
    with encoder.on_one_thread():
        return joined([_window_tags(reading) for reading in _readings(article, stretch, encoder)])


def labelled(article: Article, stretch: Stretch, encoder: Encoder) -> Iterator[tuple[int, Span]]:
    """The runs that are surely labelled in a stretch, each with its role's place in ROLES."""
    for reading in _readings(article, stretch, encoder):
        for role, runs in enumerate(reading.sure):
            for run in runs:
                if run[0] >= reading.own:
                    yield role, reading.span(run)


def _readings(article: Article, stretch: Stretch, encoder: Encoder) -> Iterator["_Reading"]:
    part = replace(article, blocks=article.blocks[_context(article, stretch) : stretch.end])
    pieces = word_pieces(part, quotations(part), encoder.vocabulary)
    begin = article.blocks[stretch.first].span.start
    own = int(np.searchsorted(pieces.starts, begin))
    # who waits takes memory: a long text, of which this is a part, is read a window at a time
    ahead = AHEAD if stretch.end - stretch.first == len(article.blocks) else 1
    for window, encoded in _ahead(encoder, pieces, windows(pieces, own), ahead):
        read = slice(window.context, window.end)
        if (pieces.starts[read] < pieces.ends[read]).any():  # else there is no word in it
            yield _Reading(article.text, pieces, window, encoded)


def _ahead(
    encoder: Encoder, pieces: Pieces, wanted: Iterator[Window], ahead: int
) -> Iterator[tuple[Window, Encoded]]:
    """Each window as the encoder reads it: the next ones, so many `ahead`, are read while one is
    made sense of, which needs no lock of the interpreter. A core that waits for one begins another;
    where there is only one, nothing is won.
    """
    if encoder.threads == 1:
        read = ((window, encoder(pieces, window)) for window in wanted)
        # the encoder and the rest push one another's data out of the processor's cache: by turns
        # they are slower than one after the other
        yield from chain(list(islice(read, AT_ONCE if ahead > 1 else 0)), read)
        return
    waiting = deque[tuple[Window, Future[Encoded]]]()
    with ThreadPoolExecutor(max_workers=ahead) as threads:
        for window in wanted:
            waiting.append((window, threads.submit(encoder, pieces, window)))
            if len(waiting) > ahead:
                first, encoded = waiting.popleft()
                yield first, encoded.result()
        for window, encoded in waiting:
            yield window, encoded.result()


def _context(article: Article, stretch: Stretch) -> int:
    """The first of the blocks before a stretch that its context may begin in."""
    first = stretch.first
    begin = article.blocks[first].span.start
    while first > 0 and begin - article.blocks[first].span.start < CONTEXT:
        first -= 1
    return first


def joined(parts: Sequence[Tags]) -> Tags:
    """Some windows' or stretches' tags in order as one: each cue once, with all of its content."""
    by_cue: dict[int, Tagged] = {}
    names: list[TaggedName] = []
    for part in parts:
        names += part.names
        for claim in part.claims:
            before = by_cue.get(claim.cue.start)
            if before is not None:
                more = [s for s in claim.content if s not in before.content]
                claim = replace(before, content=tuple(sorted([*before.content, *more])))
            by_cue[claim.cue.start] = claim
    claims = tuple(by_cue[start] for start in sorted(by_cue))
    return Tags(claims, tuple(names), joined_pointers([part.pointers for part in parts]))


def _window_tags(reading: "_Reading") -> Tags:
    """The cues and names of one window. A cue in its context is given for its new content only."""
    claims = tuple(reading.claims())
    sources = [claim.source for claim in claims if claim.source]
    return Tags(claims, tuple(reading.names()), reading.pointers(sources))


class _Reading:
    """One window's words with the encoder's scores; words are numbered from 0 in the window."""

    def __init__(self, text: str, pieces: Pieces, window: Window, encoded: Encoded) -> None:
        part = slice(window.context, window.end)
        real = pieces.starts[part] < pieces.ends[part]
        numbers = pieces.words[part]
        first = real & np.concatenate([[True], numbers[1:] != numbers[:-1]])
        # the row of each word's first piece in what the encoder says
        self.rows: Ints = np.flatnonzero(first) + 1
        last = np.concatenate([self.rows[1:], [len(numbers) + 1]]) - 1
        while not real[last - 1].all():
            last = np.where(real[last - 1], last, last - 1)
        self.starts = pieces.starts[part][self.rows - 1]
        self.ends = pieces.ends[part][last - 1]
        self.blocks: Ints = np.cumsum(~real)[self.rows - 1].astype(np.int64)
        spans = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        written = [text[start:end] for start, end in spans]
        words = [word.lower() for word in written]
        self._pointing = [i for i, w in enumerate(words) if w in PRONOUNS or is_role_noun(w)]
        self._relatives = {i for i, word in enumerate(written) if word == "who"}
        self._determiners = {i for i, word in enumerate(words) if word in DETERMINERS}
        self.own = int(np.searchsorted(self.rows, window.own - window.context + 1))
        self.encoded = encoded
        self.roles = softmax(encoded.roles[self.rows].reshape(-1, len(ROLES), LABELS))
        scores = np.log(self.roles + TINY)
        lenient = scores.copy()
        lenient[:, :, OUTSIDE] -= LENIENCE
        labels = best_labels(np.concatenate([scores, lenient], 1), self.blocks)
        runs = marked(labels, self.blocks)
        self.sure = runs[: len(ROLES)]
        self.runs = [
            sorted([*sure, *apart(more, sure)])
            for sure, more in zip(self.sure, runs[len(ROLES) :], strict=True)
        ]

    def span(self, stretch: Run) -> Span:
        return Span(int(self.starts[stretch[0]]), int(self.ends[stretch[1] - 1]))

    def claims(self) -> list[Tagged]:
        cues = self.runs[CUE]
        if not cues:
            return []
        heads = self.rows[np.array([s for s, _ in cues])]
        claims = self.encoded.link_scores("content", slice(None))
        said = sigmoid(claims[heads][:, self.rows])
        owned = softmax(claims.T[self.rows])[:, heads].T
        named = softmax(self.encoded.link_scores("source", heads))
        content = self._content(cues, said, owned)
        found = []
        for i, (cue, (source, source_probability)) in enumerate(
            zip(cues, self._sources(named), strict=True)
        ):
            stretches = content[i]
            if cue[0] < self.own:
                stretches = [s for s in stretches if s[0] >= self.own]
                if not stretches:
                    continue
            found.append(
                Tagged(
                    self.span(cue),
                    self.span(source) if source else None,
                    tuple(self.span(s) for s in stretches),
                    self._said_at_all(stretches),
                    source_probability,
                )
            )
        return found

    def _said_at_all(self, stretches: Sequence[Run]) -> float:
        """How surely words are somebody's: the mean over them."""
        if not stretches:
            return 0.0
        outside = [self.roles[s:e, CONTENT, OUTSIDE] for s, e in stretches]
        return float(1 - (outside[0] if len(outside) == 1 else np.concatenate(outside)).mean())

    def _content(self, cues: Sequence[Run], said: Floats, owned: Floats) -> list[list[Run]]:
        """What each cue claims: stretches that labels mark, else words that it points to.

        `said` (cues, words) is how surely a cue claims a word, `owned` (cues, words) how surely a
        word points back to the cue.
        """
        claimed: list[list[Run]] = [[] for _ in cues]
        runs = self.runs[CONTENT]
        both = np.stack([said, owned])
        means = np.array([both[:, :, s:e].sum(2) / (e - s) for s, e in runs], np.float32)
        claims, points = means.reshape(len(runs), 2, len(cues)).swapaxes(0, 1)
        clauses = {cue[1]: i for i, cue in enumerate(cues) if cue[0] - 1 in self._relatives}
        for at, (run, owner) in enumerate(zip(runs, owners(claims, points), strict=True)):
            clause = clauses.get(run[0], -1)
            if clause >= 0 and claims[at, clause] >= LEAST_CLAIM:
                # `quoting a speech by Ada Falk, who said all was well`
                owner = clause
            if owner >= 0:
                claimed[owner].append(run)
        pointing = np.any(said > SURE_CLAIM, axis=1)
        for i, stretches in enumerate(claimed):
            if not stretches and pointing[i]:
                pointed = np.where(said[i : i + 1] > SURE_CLAIM, INSIDE, OUTSIDE)
                taken = [s for other in claimed for s in other]
                runs = apart(marked(pointed.T, self.blocks)[0], taken)
                if runs:
                    claimed[i] = [max(runs, key=lambda r: r[1] - r[0])]
        return claimed

    def _sources(self, pointers: Floats) -> Iterator[tuple[Run | None, float]]:
        """Where the pointer from each cue (cues, rows) comes to rest, and how surely."""
        # row 0 stands for nobody
        every = np.add.reduceat(pointers, np.concatenate([[0], self.rows]), axis=1)
        runs = [every[:, 1 + s : 1 + e].sum(1).tolist() for s, e in self.runs[SOURCE]]
        for i, by_word in enumerate(every):
            yield self._source(float(by_word[0]), by_word[1:], [sums[i] for sums in runs])

    def _source(
        self, nobody: float, by_word: Floats, sums: Sequence[float]
    ) -> tuple[Run | None, float]:
        """Where a pointer comes to rest: `sums` is what it gives to each run that is a source."""
        sources = self.runs[SOURCE]
        best = int(by_word.argmax())
        marked_best = max(range(len(sums)), key=sums.__getitem__) if sums else -1
        if sums and sums[marked_best] >= max(nobody, float(by_word[best])):
            return sources[marked_best], sums[marked_best]
        if nobody >= by_word[best]:
            return None, nobody
        start, end = best, best + 1
        edge = SOURCE_EDGE * float(by_word[best])
        while start > 0 and by_word[start - 1] >= edge:
            start -= 1
        while end < len(by_word) and by_word[end] >= edge:
            end += 1
        if start - 1 in self._determiners:
            start -= 1
        return (start, end), float(by_word[start:end].sum())

    def pointers(self, sources: Sequence[Span]) -> Pointers:
        """Where pronouns, nouns for persons and the words of some sources point.

        Only the window's new words are asked.
        """
        words = set(self._pointing)
        for source in sources:
            first = int(np.searchsorted(self.starts, source.start))
            words.update(range(first, int(np.searchsorted(self.starts, source.end))))
        at = np.array(sorted(w for w in words if w >= self.own), np.int64)
        if not len(at):
            return NO_POINTERS
        rows = self.rows[at]
        scores = self.encoded.link_scores("antecedent", rows)
        later = np.arange(scores.shape[1]) >= rows[:, None]
        shares = np.add.reduceat(
            softmax(np.where(later, FORBIDDEN, scores)), np.concatenate([[0], self.rows]), axis=1
        )[:, 1:]
        word, to = np.nonzero(shares >= LEAST_POINTED)
        return Pointers(
            self.starts[at].astype(np.int32),
            np.searchsorted(word, np.arange(len(at) + 1)).astype(np.int32),
            self.starts[to].astype(np.int32),
            shares[word, to].astype(np.float32),
        )

    def names(self) -> list[TaggedName]:
        best = self.encoded.names[self.rows].argmax(1)
        labels = np.full((len(best), len(ENTITY_TYPES)), OUTSIDE)
        for kind in range(len(ENTITY_TYPES)):
            labels[best == 1 + 2 * kind, kind] = BEGIN
            labels[best == 2 + 2 * kind, kind] = INSIDE
        found = [
            TaggedName(self.span(run), name)
            for name, runs in zip(ENTITY_TYPES, marked(labels, self.blocks), strict=True)
            for run in runs
            if run[0] >= self.own
        ]
        return sorted(found, key=lambda n: n.span)


def owners(claims: Floats, points: Floats) -> list[int]:
    """For each run of content the cue that it belongs to, or -1.

    `claims` (runs, cues) is how surely the cue claims the run, `points` (runs, cues) how surely
    the run points back. A cue that would be left with nothing gets a run that wavers between it
    and one that has others.
    """
    if not claims.size:
        return [-1] * len(claims)
    best = points.argmax(1)
    taken = np.where(claims[np.arange(len(best)), best] >= LEAST_CLAIM, best, -1)
    for cue in sorted(set(range(claims.shape[1])).difference(taken.tolist())):
        counts = np.bincount(taken[taken >= 0], minlength=claims.shape[1])
        wavers = np.where(
            (claims[:, cue] >= LEAST_CLAIM) & (taken >= 0) & (counts[taken] > 1),
            points[:, cue],
            0.0,
        )
        run = int(wavers.argmax())
        if wavers[run] >= WAVERS:
            taken[run] = cue
    return [int(owner) for owner in taken]
