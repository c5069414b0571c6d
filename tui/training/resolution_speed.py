"""How the time to resolve who is who grows with the text: resolution alone, without the encoder."""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from tui.analysis.attribution import Attribution
from tui.analysis.characters import characters
from tui.analysis.names import Name
from tui.analysis.pipeline import Read, read
from tui.analysis.pointers import Pointers, joined_pointers
from tui.analysis.quotation import quotations
from tui.analysis.schema import word_count
from tui.analysis.sentences import sentences
from tui.analysis.speakers import resolved
from tui.analysis.units import units
from tui.article.loading import load
from tui.article.model import Article, Block, Span

WORDS = (250_000, 500_000, 1_000_000)
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with what is read of it before it is known who is who."""

    article: Article
    known: Read
    words: int


def main() -> None:
    """Print the seconds that resolution takes for texts of so many words, and their ratios.

    The texts are the samples over and over, each time with other people and bodies in them. What
    the encoder reads in a sample is read once and moved to where its copies stand.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("samples", type=Path, help="a folder of articles to make the texts from")
    parser.add_argument("--words", type=int, nargs="*", default=WORDS)
    arguments = parser.parse_args()
    samples = [sample(load(str(path))) for path in sorted(arguments.samples.glob("*.txt"))]
    before = 0.0
    for words in arguments.words:
        article, known = long_text(samples, words)
        mentions = len(known.names) + sum(a.mention is not None for a in known.attributions)
        begin = time.process_time()
        cast = characters(article, known.units, known.names)
        resolved(article, known.units, known.names, cast, known.attributions, known.pointers)
        taken = time.process_time() - begin
        ratio = f", {taken / before:.2f} times the time of the text before" if before else ""
        print(
            f"who is who: {words:,} words, {mentions:,} mentions in {taken:.1f} s{ratio}",
            flush=True,
        )
        before = taken


def sample(article: Article) -> Sample:
    """Read one article."""
    return Sample(article, read(article), word_count(article.text))


def long_text(samples: Sequence[Sample], words: int) -> tuple[Article, Read]:
    """A text of so many words or a few more, and what is read of it.

    Copies of a sample share hardly a name; those of bodies and places share their last word, if
    they have several.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    names: list[Name] = []
    made: list[Attribution] = []
    pointers: list[Pointers] = []
    at = count = 0
    for copy, one in enumerate(_over_and_over(samples)):
        if count >= words:
            break
        text = renamed(one.article.text, one.known.names, copy)
        texts.append(text)
        names += [Name(_moved(n.span, at), n.type, n.work) for n in one.known.names]
        made += [_moved_attribution(a, at, len(blocks)) for a in one.known.attributions]
        pointers.append(_moved_pointers(one.known.pointers, at))
        blocks += [replace(b, span=_moved(b.span, at)) for b in one.article.blocks]
        at += len(text) + len(GAP)
        count += one.words
    article = Article(GAP.join(texts), tuple(blocks))
    folded = units(article, sentences(article), quotations(article))
    return article, Read(folded, made, joined_pointers(pointers), names, names)


def renamed(text: str, names: Sequence[Name], copy: int) -> str:
    """A text as long with other names in it: of persons the whole, of others all but the last word.

    What is one word in `text` becomes one word; another `copy` gives others.
    """
    parts: list[str] = []
    at = 0
    for name in names:
        words = text[slice(*name.span)].split(" ")
        kept = len(words) - 1 if name.type != "person" and len(words) > 1 else len(words)
        parts.append(text[at : name.span.start])
        parts.append(" ".join([*(_other_word(w, copy) for w in words[:kept]), *words[kept:]]))
        at = name.span.end
    return "".join([*parts, text[at:]])


def _other_word(word: str, copy: int) -> str:
    rng = random.Random(f"{copy} {word.lower()}")
    letters = [rng.choice(VOWELS if i % 2 else CONSONANTS) for i in range(len(word))]
    return "".join(
        (new.upper() if old.isupper() else new) if old.isalpha() else old
        for old, new in zip(word, letters, strict=True)
    )


def _over_and_over(samples: Sequence[Sample]) -> Iterator[Sample]:
    while True:
        yield from samples


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_attribution(attribution: Attribution, by: int, blocks: int) -> Attribution:
    cue, mention, head = (
        _moved(span, by) if span else None
        for span in (attribution.cue, attribution.mention, attribution.head)
    )
    return replace(
        attribution,
        spans=tuple(_moved(span, by) for span in attribution.spans),
        cue=cue,
        mention=mention,
        head=head,
        block=attribution.block + blocks,
    )


def _moved_pointers(pointers: Pointers, by: int) -> Pointers:
    return replace(pointers, starts=pointers.starts + np.int32(by), to=pointers.to + np.int32(by))


if __name__ == "__main__":
    main()
