"""A corpus of as many statements as are wanted, made up, and written without an engine."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, get_args

from tui.analysis.model import QuoteKind
from tui.corpus.engine_name import engine_name
from tui.corpus.folder import claimed
from tui.corpus.linking import link
from tui.corpus.parts import packed, write
from tui.corpus.rows import Row
from tui.corpus.schema import TableName
from tui.training.linking_speed import invented_word

STATEMENTS: Final = 10
"""So many an article."""
_ARTICLES: Final = 1000
"""So many a part."""
_KINDS: Final[tuple[QuoteKind, ...]] = get_args(QuoteKind)
_BEGIN: Final = date(2005, 1, 1)
_DAYS: Final = 7300


def write_statements(folder: Path, count: int, seed: int = 0) -> "Invented":
    """Write a corpus of so many statements into a folder, its people linked; gives what it is made
    of. How often a word is said and somebody speaks falls with its rank (Zipf).
    """
    world = Invented.by(seed)
    claimed(folder)
    for number in range(-(-count // (STATEMENTS * _ARTICLES))):
        rows: dict[TableName, list[Row]] = {}
        for article in range(_ARTICLES):
            world.add(rows, number * _ARTICLES + article)
        write(folder, number, packed(rows, engine_name()).tables)
    link(folder, engine_name())
    return world


@dataclass(frozen=True, slots=True)
class Invented:
    """Words, people and places, the most frequent first."""

    dice: random.Random
    words: Sequence[str]
    people: Sequence[str]
    places: Sequence[str]
    said: Sequence[float] = field(repr=False)
    speaking: Sequence[float] = field(repr=False)

    @classmethod
    def by(cls, seed: int) -> "Invented":
        """The same for the same seed."""
        dice = random.Random(seed)
        words = list(dict.fromkeys(invented_word(dice).lower() for _ in range(40_000)))
        people = [f"{invented_word(dice)} {invented_word(dice)}" for _ in range(40_000)]
        places = [invented_word(dice) for _ in range(5_000)]
        said = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
        speaking = list(accumulate(1 / (rank + 20) for rank in range(len(people))))
        return cls(dice, words, people, places, said, speaking)

    def add(self, rows: dict[TableName, list[Row]], number: int) -> None:
        """Add an article."""
        dice, key = self.dice, f"{number:032x}"
        cast = list(dict.fromkeys(dice.choices(self.people, cum_weights=self.speaking, k=3)))
        places = [dice.choice(self.places) for _ in range(4)]
        told, named = dict[str, list[str]](), dict[str, list[dict[str, int]]]()
        text = ""
        for statement in range(1, STATEMENTS + 1):
            who, place = dice.choice(cast), dice.choice(places)
            words = dice.choices(self.words, cum_weights=self.said, k=dice.randint(12, 35))
            at = dice.randrange(len(words))
            words[at:at] = [place]
            said = f"“{' '.join(words)},”"
            start = len(text)
            text += f"{said} said {who}.\n\n"
            named.setdefault(place, []).append(_span(text.index(place, start), place))
            told.setdefault(who, []).append(f"q{statement}")
            end = start + len(said)
            rows.setdefault("quotes", []).append(
                {
                    "article": key, "quote": f"q{statement}", "kind": dice.choice(_KINDS),
                    "spans": [_span(start, said)], "text": said,
                    "cue": _span(end + 1, "said"), "mention": _span(end + 6, who),
                    "speaker": f"s{cast.index(who) + 1}", "name": who,
                    "confidence": 0.5 + dice.random() / 2,
                    "reason": "The verb names who says it.", "chain": [],
                }
            )  # fmt: skip
        published = _BEGIN + timedelta(days=dice.randrange(_DAYS))
        rows.setdefault("articles", []).append(
            {
                "article": key, "title": " ".join(dice.choices(self.words, k=6)).capitalize(),
                "byline": None, "dateline": None, "date": published.isoformat(),
                "published": published, "source": f"{number}.txt",
                "words": len(text.split()), "text": text, "summary": [], "notice": "",
            }
        )  # fmt: skip
        rows.setdefault("speakers", []).extend(self._speakers(key, cast, told))
        rows.setdefault("entities", []).extend(
            {
                "article": key, "entity": f"e{n}", "name": place, "type": "place",
                "mentions": mentions, "salience": 0.5, "speakers": [],
            }
            for n, (place, mentions) in enumerate(named.items(), 1)
        )  # fmt: skip

    def _speakers(self, key: str, cast: Sequence[str], told: dict[str, list[str]]) -> list[Row]:
        return [
            {
                "article": key, "speaker": f"s{n}", "name": who, "aliases": [who.split()[1]],
                "kind": "person", "role": None, "words": 25 * len(told[who]),
                "share": len(told[who]) / STATEMENTS, "quotes": told[who], "summary": [],
                "entities": [],
            }
            for n, who in enumerate(cast, 1)
            if who in told
        ]  # fmt: skip


def _span(start: int, words: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(words)}
