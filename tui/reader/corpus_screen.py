"""A corpus: the people and bodies who speak in it, and a glance at the marked one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.message import Message

from tui.article.cleaning import clean_line
from tui.corpus.question import Contents, Month, Person, PersonOrder, Question
from tui.corpus.who_is_meant import nobody_called
from tui.export.report_words import counted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.paged_list import ListItem, PagedList
from tui.reader.pages import PAGE, Page
from tui.reader.people_rows import person_item
from tui.reader.person_pane import PersonPane, Told
from tui.reader.question_asking import AsksCorpus
from tui.reader.time_plot import by_year, unit_of, weeks

if TYPE_CHECKING:
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation

ORDERS: Final[Mapping[PersonOrder, str]] = {
    "quotes": "by statements", "name": "by name", "latest": "latest first",
}  # fmt: skip
_SUBJECTS: Final = 10
_LATEST: Final = 6
_KEPT: Final = 64
_AHEAD: Final = 30


class CorpusScreen(AsksCorpus[Person], inherit_bindings=False):
    """A list of those who speak; tells whose statements are to be listed."""

    SCOPE: ClassVar[Scope] = "corpus"
    BINDINGS: ClassVar[list[BindingType]] = bindings("corpus")

    class Shown(Message):
        """The corpus is open."""

    class Left(Message):
        """Whoever is here wants to go back to where it was opened."""

    class Opened(Message):
        """Somebody's statements are to be listed."""

        def __init__(self, person: Person) -> None:
            super().__init__()
            self.person = person

    def __init__(
        self, inquiry: CorpusInquiry, actions: Sequence[Action], *, inner: bool = False
    ) -> None:
        """An `inner` one was opened from a list, and leads back there."""
        told = {"open_person": "keeps this", "all_people": "all of them"}
        super().__init__(inquiry, actions, clean_line(inquiry.name), told)
        self._contents: Contents | None = None
        self._order: PersonOrder = "quotes"
        self._query = ""
        self._timelines: dict[str, Sequence[Month]] = {}
        self._told: dict[str, Told] = {}
        self._footer.show_listing(inner)
        self._called: dict[str, Person] = {}
        self._pane = PersonPane()

    def compose(self) -> ComposeResult:
        """One row, the people beside or above what there is of the marked one, one row."""
        yield from super().compose()
        yield self._header
        yield Container(self._list, self._pane, id="people")
        yield Vertical(self._line, self._question_line, self._footer, id="foot")

    def on_mount(self) -> None:
        """Ask for the first page."""
        self._ask_anew()
        self.post_message(self.Shown())

    def on_screen_resume(self) -> None:
        """Look how much the corpus holds by now: it may still be written."""
        self._beside(self._count, "contents")

    async def _count(self) -> None:
        contents = await self._answer(lambda corpus, x: corpus.contents(x))
        if contents is None or contents == self._contents:
            return
        grown = self._contents is not None
        self._contents = contents
        self._tell_place()
        if grown:
            self._timelines.clear()
            self._told.clear()
            self._ask_anew(self._list.marked or 0)
        self._draw_timelines()

    # The list

    def _item(self, number: int, width: int) -> ListItem:
        person, span = self._pages.get(number), None
        if self._contents is not None and self._contents.first and self._contents.last:
            span = self._contents.first, self._contents.last
        months = self._timelines.get(person.id) if person else None
        return person_item(person, months, span, width)

    def _page_of(self, offset: int) -> "Callable[[Corpus, Cancellation], Page[Person]]":
        named, order = self._query, self._order

        def asked(corpus: "Corpus", cancellation: "Cancellation") -> Page[Person]:
            found = corpus.people(named, order, PAGE, offset, cancellation)
            return Page(found.people, found.total)

        return asked

    def _took(self, page: Page[Person]) -> None:
        self._line.tell("" if page.total or not self._query else "nobody")
        self._footer.has_come()
        if not page.total:
            self._pane.show(None)
            if self._query:
                self._beside(partial(self._tell_nearest, self._query), "nearest")

    async def _tell_nearest(self, name: str) -> None:
        """Say who has a name that is like the one that nobody has."""
        nearest = await self._answer(lambda corpus, x: corpus.named_like(name, cancellation=x))
        if nearest and name == self._query and not self._list.total:
            told = nobody_called(name, nearest)
            self._footer.say("", until_shown=f"{told[:1].upper()}{told[1:]}.")

    def on_paged_list_seen(self, message: PagedList.Seen) -> None:
        """Fetch what is to be seen, and then what they said over time."""
        super().on_paged_list_seen(message)
        self._draw_timelines()

    def _draw_timelines(self) -> None:
        first, last = self._view
        near = range(max(0, first - _AHEAD), last + _AHEAD + 1)
        seen = (self._pages.get(number) for number in near)
        wanted = [person.id for person in seen if person and person.id not in self._timelines]
        if not wanted or self._contents is None:
            return

        async def work() -> None:
            found = await self._answer(lambda corpus, x: corpus.timelines(wanted, x))
            if found is not None:
                self._timelines |= found
                for old in list(self._timelines)[: -_KEPT * PAGE]:
                    del self._timelines[old]
                self._list.renew()
                self._draw_timelines()

        self._beside(work, "timelines")

    def _tell_place(self) -> None:
        self._footer.show_search(
            typed=self._line.is_open or self._question_line.is_open, on=bool(self._query)
        )
        if self._looking:
            self._header.announce(self._looking)
            return
        people, told = self._contents.people if self._contents else None, list[str]()
        if self._query:
            told = [f"“{self._query}”", f"{self._list.total:,}"]
            told[1] += f" of {people:,}" if people is not None else ""
        elif self._contents is not None:
            if self.size.width >= 60:
                told.append(counted(self._contents.articles, "article"))
            told.append(counted(self._contents.quotes, "statement"))
        if self._order != "quotes" and self.size.width >= 60:
            told.append(ORDERS[self._order])
        self._header.announce(" · ".join(told))

    def on_resize(self) -> None:
        """Say, and show, as much as there is room for."""
        self._tell_place()
        self._rest()

    # The marked one

    def _look_at(self, marked: Person | None) -> None:
        self._pane.show(marked, self._told.get(marked.id) if marked else None)
        if marked is None or marked.id in self._told or not self._pane.display:
            return
        question, width = Question(person=marked.id, limit=_LATEST), self._pane.plot_width

        def told(corpus: "Corpus", cancellation: "Cancellation") -> Told:
            answer = corpus.ask(question, cancellation)
            subjects = corpus.counts(question, "entity", _SUBJECTS, cancellation)
            counts = answer.months
            if not counts:
                return Told(answer, subjects=subjects)
            unit = unit_of(counts[0].first, counts[-1].first, width)
            if unit == "week":
                by_week = corpus.counts(question, "week", PAGE, cancellation)
                counts = weeks({count.key: count.statements for count in by_week})
            elif unit == "year":
                counts = by_year(counts)
            return Told(answer, counts, unit, subjects)

        async def work() -> None:
            found = await self._answer(told)
            if found is not None:
                self._told[marked.id] = found
                for old in list(self._told)[:-_KEPT]:
                    del self._told[old]
                if self._marked is not None and self._marked.id == marked.id:
                    self._pane.show(marked, found)

        self._beside(work, "glance")

    def _go(self) -> None:
        if (marked := self._marked) is not None:
            self.post_message(self.Opened(marked))

    # The search, and the order

    @property
    def _words(self) -> str:
        return self._query

    def _find(self, query: str) -> None:
        if query != self._query:
            self._query = query
            self._ask_anew()

    def action_end_search(self) -> None:
        """Type no more, and list all of them; where all are listed, go back from them."""
        if not (self._line.is_open or self._question_line.is_open or self._query):
            self.post_message(self.Left())
            return
        self._line.close()
        self._question_line.close()
        self.set_focus(self._list)
        self._find("")
        self._tell_place()

    def action_order(self) -> None:
        """List them in the next order."""
        orders = [*ORDERS]
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._footer.say(f"{ORDERS[self._order].capitalize()}.")
        self._ask_anew()

    # The palette

    async def people_called(self, words: str) -> Sequence[tuple[str, str]]:
        """The ids and names of some who have these words in a name; of all, those first listed."""
        found = await self._answer(lambda corpus, x: corpus.people(words, limit=12, cancellation=x))
        self._called = {person.id: person for person in found.people} if found else {}
        return [(person.id, clean_line(person.name)) for person in self._called.values()]

    def choose_person(self, person_id: str) -> None:
        """List somebody's statements."""
        if (person := self._called.get(person_id)) is not None:
            self.post_message(self.Opened(person))
