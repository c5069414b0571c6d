"""The same document in another form: other names, marks, capitals, verbs; so grammar counts.

Each function gives a new document whose annotation has moved along with its text.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.analysis.name_types import ORGANIZATION_WORDS, PLACE_WORDS
from tui.analysis.quotation import quotations
from tui.article.model import Span
from tui.training.corpora import Document, Named, Said, as_article

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
MARKS = ("“”", '""', "‘’", "''", "«»", "„“")
DOUBLE_MARKS = re.compile('[“”"]')
SINGLE_QUOTED = re.compile(r"(?<![\w’'])[‘'](?=\w)[^‘“”\"]+?(?<=[\w.,!?…])[’'](?!\w)")
SINGLE_MARKS = frozenset(("‘’", "''"))
# Where tokens that were set apart belong together: before a stop, a possessive, a contraction.
SET_APART = re.compile(r" (?=(?:[.,;:!?%)\]]|['’](?:s|re|ve|ll|d|m)|n['’]t)(?:\s|$))|(?<=[(\[$]) ")
# Words that stand in names and are none.
PLAIN = frozenset("of the and de la van von der den al el bin mr mrs ms dr sir lord lady".split())
PAST = """added argued insisted explained recalled warned noted joked replied claimed admitted
observed remarked stated suggested complained continued agreed countered confirmed""".split()
PRESENT = """adds argues insists explains recalls warns notes jokes replies claims admits observes
writes states suggests complains continues agrees confirms""".split()
ONSETS = "b br ch d dr f g gr h j k kl l m mb n nd ng p qu r s sh sk st t th tr v w y z zh".split()
NUCLEI = "a e i o u aa ai au ea ei ia ie oe ou uo".split()
CODAS = ["", "", "", "l", "m", "n", "nd", "r", "rk", "s", "sk", "st", "t", "tz", "v", "x"]
# Words that tell what a name stands for.
TELLING = ORGANIZATION_WORDS | PLACE_WORDS
OTHER_NAMES = 0.5
OTHER_PLACES = 0.5
OTHER_PLACE = 0.5
CLOSED_UP = 0.5
OTHER_MARKS = 0.3
DAMAGED_MARKS = 0.1
CAPITAL_TITLE = 0.2
OTHER_CUES = 0.5
OTHER_CUE = 0.3


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text and what stands there instead."""

    span: Span
    text: str


def varied(document: Document, pool: Sequence[str], rng: random.Random) -> Document:
    """A document with some of its forms changed by chance; `pool` has words of people's names."""
    if document.names is not None:
        if rng.random() < OTHER_NAMES:
            document = renamed(document, pool, rng)
        if rng.random() < OTHER_PLACES:
            document = with_other_places(document, rng)
    if document.said is None:
        return closed_up(document) if rng.random() < CLOSED_UP else document
    if rng.random() < OTHER_CUES:
        document = with_other_cues(document, rng)
    if rng.random() < OTHER_MARKS:
        document = with_marks(document, rng.choice(MARKS))
    if rng.random() < DAMAGED_MARKS:
        document = with_damaged_marks(document, rng)
    if rng.random() < CAPITAL_TITLE:
        document = with_capital_title(document)
    return document


def people(documents: Sequence[Document]) -> list[str]:
    """The words of the names of people in some documents: to take other names from."""
    found = {
        word
        for document in documents
        for name in document.names or ()
        if name.type == "person"
        for word in WORD.findall(document.text[name.span.start : name.span.end])
        if word[0].isupper() and not word.isupper() and word.lower() not in PLAIN
    }
    return sorted(found)


def renamed(document: Document, pool: Sequence[str], rng: random.Random) -> Document:
    """The people in it under other names, each word of a name always the same one."""
    mapping: dict[str, str] = {}
    for name in document.names or ():
        if name.type != "person":
            continue
        for word in WORD.findall(document.text[name.span.start : name.span.end]):
            if word[0].isupper() and len(word) > 2 and word.lower() not in PLAIN:
                other = rng.choice(pool) if pool and rng.random() < 0.5 else invented(rng)
                mapping.setdefault(word.upper(), other)
    edits = []
    for match in WORD.finditer(document.text):
        word = match[0]
        base = re.sub(r"[’']s$", "", word)
        if base[0].isupper() and base.upper() in mapping:
            other = mapping[base.upper()]
            shown = other.upper() if base.isupper() and len(base) > 1 else other
            edits.append(Edit(Span(match.start(), match.start() + len(base)), shown))
    return edited(document, edits)


def with_other_places(document: Document, rng: random.Random) -> Document:
    """Its places and organisations under invented names, half of them, each always the same one.

    What tells the type of a name (`River`, `Bank`) stays, and so does an acronym.
    """
    mapping: dict[str, str] = {}
    edits = []
    for name in document.names or ():
        if name.type not in ("place", "organization"):
            continue
        for match in WORD.finditer(document.text, *name.span):
            word = re.sub(r"[’']s$", "", match[0])
            low = word.lower()
            if word.isupper() or not word[0].isupper() or low in PLAIN or low in TELLING:
                continue
            other = coined(rng) if rng.random() < OTHER_PLACE else word
            span = Span(match.start(), match.start() + len(word))
            edits.append(Edit(span, mapping.setdefault(word, other)))
    return edited(document, edits)


def closed_up(document: Document) -> Document:
    """The text of tokens as it is printed: no space before a stop or a possessive."""
    return edited(document, [Edit(Span(*m.span()), "") for m in SET_APART.finditer(document.text)])


def invented(rng: random.Random) -> str:
    """A name of a person that nobody has heard of."""
    return rng.choice(("", "", "", "", "", "Mc", "O’", "Al-")) + coined(rng)


def coined(rng: random.Random) -> str:
    """A word that might be a name."""
    syllables = rng.choice((1, 2, 2, 3))
    return "".join(
        rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(syllables)
    ).capitalize()


def with_other_cues(document: Document, rng: random.Random) -> Document:
    """Some of its plain cues (`said`, `says`) as other verbs of saying."""
    edits = []
    for said in document.said or ():
        if len(said.cue) != 1 or rng.random() > OTHER_CUE:
            continue
        word = document.text[said.cue[0].start : said.cue[0].end]
        if word in ("said", "says"):
            others = PAST if word == "said" else PRESENT
            edits.append(Edit(said.cue[0], rng.choice(others)))
    return edited(document, edits)


def with_marks(document: Document, pair: str) -> Document:
    """Its quotations in marks of another kind; marks inside them become single where the outer are
    double, and the other way round.
    """
    edits = []
    for quotation in quotations(as_article(document)):
        width = len(quotation.mark)
        for i, span in enumerate(quotation.spans):
            inner = Span(span.start + width, span.end - width)
            edits += _inside(document.text, inner, single=pair not in SINGLE_MARKS)
            edits.append(Edit(Span(span.start, span.start + width), pair[0]))
            if i == len(quotation.spans) - 1 and quotation.closed:
                edits.append(Edit(Span(span.end - width, span.end), pair[1]))
    return edited(document, edits)


def _inside(text: str, span: Span, *, single: bool) -> list[Edit]:
    if single:
        places = [m.start() for m in DOUBLE_MARKS.finditer(text, *span)]
        return [Edit(Span(p, p + 1), "‘’"[i % 2]) for i, p in enumerate(places)]
    return [
        Edit(Span(p, p + 1), mark)
        for m in SINGLE_QUOTED.finditer(text, *span)
        for p, mark in ((m.start(), "“"), (m.end() - 1, "”"))
    ]


def with_damaged_marks(document: Document, rng: random.Random) -> Document:
    """One to three of its quotation marks lost or doubled."""
    places = [m.start() for m in re.finditer('[“”"«»]', document.text)]
    chosen = sorted(rng.sample(places, min(len(places), rng.randint(1, 3))))
    return edited(
        document,
        [Edit(Span(p, p + 1), rng.choice(("", document.text[p] * 2))) for p in chosen],
    )


def with_capital_title(document: Document) -> Document:
    """Its first line in capitals."""
    line = document.text.split("\n", 1)[0]
    capitals = "".join(c.upper() if len(c.upper()) == 1 else c for c in line)
    return replace(document, text=capitals + document.text[len(line) :])


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """The document with some stretches of its text replaced, its annotation moved along."""
    parts: list[str] = []
    starts, ends, shifts = [], [], []
    at = shift = 0
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start < at:
            continue
        parts += [document.text[at : edit.span.start], edit.text]
        starts.append(edit.span.start)
        ends.append(edit.span.end)
        shift += len(edit.text) - (edit.span.end - edit.span.start)
        shifts.append(shift)
        at = edit.span.end
    parts.append(document.text[at:])

    def place(offset: int, is_end: bool) -> int:
        i = bisect_right(starts, offset - is_end) - 1
        if i < 0:
            return offset
        if offset < ends[i] or (is_end and offset == ends[i]):  # inside a replaced stretch
            before = shifts[i - 1] if i else 0
            return ends[i] + shifts[i] if is_end else starts[i] + before
        return offset + shifts[i]

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        new = (Span(place(s.start, False), place(s.end, True)) for s in spans)
        return tuple(s for s in new if s.start < s.end)

    return Document(
        "".join(parts),
        document.said
        and tuple(Said(moved(a.source), moved(a.cue), moved(a.content)) for a in document.said),
        document.names and tuple(Named(s, n.type) for n in document.names for s in moved([n.span])),
        document.chains and tuple(moved(c) for c in document.chains),
    )
