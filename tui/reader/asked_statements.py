"""The question behind a list of statements: who, and which of them are wished for since."""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from tui.article.cleaning import clean_line
from tui.corpus.question import Order, Question
from tui.reader.cell_fitting import fitted

Narrowing = Literal["subject", "words", "indirect", "doubtful"]
ORDERS: Final[dict[Order, str]] = {
    "newest": "newest first", "oldest": "oldest first", "surest": "surest first",
}  # fmt: skip
_MOST_CELLS: Final = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the wishes that narrow it, or widen it to what is doubtful, the latest last.

    A word that narrows it may be unfinished: it is found while it is typed.
    """

    base: Question
    subject: str = ""
    words: str = ""
    without_indirect: bool = False
    with_doubtful: bool = False
    order: int = 0
    latest: tuple[Narrowing, ...] = field(default=())

    @property
    def question(self) -> Question:
        """All of it as one question."""
        kinds = self.base.kinds
        if self.without_indirect:
            kinds = tuple(k for k in kinds or ("direct", "mixed") if k != "indirect") or kinds
        return replace(
            self.base,
            words=" ".join(filter(None, (self.base.words, self.words))),
            unfinished=bool(self.words),
            doubtful=self.with_doubtful or self.base.doubtful,
            entity=self.subject or self.base.entity,
            kinds=kinds,
            order=self._orders[self.order],
        )

    @property
    def _orders(self) -> tuple[Order, ...]:
        """The orders that there are: what is asked for by its meaning has one more."""
        return ("closest", *ORDERS) if self.base.meaning else tuple(ORDERS)

    @property
    def order_told(self) -> str:
        """Its order in words; empty for the one that it has unasked."""
        return ORDERS[self._orders[self.order]] if self.order else ""

    @property
    def told(self) -> tuple[str, ...]:
        """What it is narrowed to, in words, in the order in which that was wished for."""
        words = {
            "subject": f"on {fitted(clean_line(self.subject), _MOST_CELLS)}",
            "words": f"“{fitted(clean_line(self.words), _MOST_CELLS)}”",
            "indirect": "no indirect",
            "doubtful": "with doubtful",
        }
        return tuple(words[one] for one in self.latest)

    def on(self, subject: str) -> "Asked":
        """Narrowed to what is spoken of; an empty one ends that."""
        return replace(self, subject=subject, latest=self._with("subject", on=bool(subject)))

    def saying(self, words: str) -> "Asked":
        """Narrowed to words; empty ones end that."""
        return replace(self, words=words, latest=self._with("words", on=bool(words)))

    def turned(self) -> "Asked":
        """Without what is told in other words, or with it again."""
        without = not self.without_indirect
        return replace(self, without_indirect=without, latest=self._with("indirect", on=without))

    def doubted(self) -> "Asked":
        """With what is hardly a statement, or without it again."""
        doubtful = not self.with_doubtful
        return replace(self, with_doubtful=doubtful, latest=self._with("doubtful", on=doubtful))

    def reordered(self) -> "Asked":
        """In the next order; round the end."""
        return replace(self, order=(self.order + 1) % len(self._orders))

    def undone(self) -> "Asked | None":
        """Without the latest wish; None where there is none."""
        if not self.latest:
            return None
        last = self.latest[-1]
        if last == "indirect":
            return self.turned()
        if last == "doubtful":
            return self.doubted()
        return self.on("") if last == "subject" else self.saying("")

    def _with(self, one: Narrowing, *, on: bool) -> tuple[Narrowing, ...]:
        others = tuple(other for other in self.latest if other != one)
        return (*others, one) if on else others
