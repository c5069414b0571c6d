"""A screen with a long list, whose pages are fetched beside the keys as one comes near them."""

from abc import abstractmethod
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, TypeVar

from textual.timer import Timer

from tui.reader.background import in_background
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.paged_list import ListItem, PagedList
from tui.reader.pages import PAGE, Page, Pages
from tui.reader.sized_screen import SizedScreen

if TYPE_CHECKING:
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation

T = TypeVar("T")
_PATIENCE: Final = 0.2
"""Seconds until it is said that one waits."""
_SAID_EVERY: Final = 0.5
_GLANCE: Final = 0.08
"""Seconds that the marker rests before more is asked about what it is on."""
LOOKING: Final = "looking…"


class PagedScreen(SizedScreen[None], Generic[T], inherit_bindings=False):
    """Asks for the pages of a list; what was found stays until the next is there."""

    CSS_PATH: ClassVar = ["search_line.tcss", "corpus_screen.tcss"]
    STAYS_BELOW: ClassVar = True
    """An article that is opened from here lies over this screen, and leads back to it."""
    AUTO_FOCUS = "PagedList"

    def __init__(self, inquiry: CorpusInquiry, title: str, footer: FooterLine) -> None:
        super().__init__()
        self._inquiry = inquiry
        self._pages = Pages[T]()
        self._list = PagedList(self._item)
        self._header = HeaderLine(title)
        self._header.announce("")
        self._footer = footer
        self._asked_page: int | None = None
        self._view = (0, 0)
        self._is_anew = False
        self._is_looking = False
        self._read = 0, 0
        self._patience: Timer | None = None
        self._glance: Timer | None = None

    @abstractmethod
    def _item(self, number: int, width: int) -> ListItem:
        """The rows of one, of which perhaps nothing is known yet."""

    @abstractmethod
    def _page_of(self, offset: int) -> "Callable[[Corpus, Cancellation], Page[T]]":
        """The question for the page from a number on."""

    @abstractmethod
    def _tell_place(self) -> None:
        """Say in the header where one is, and whether something is being looked for."""

    def _took(self, page: Page[T]) -> None:
        """A page has come."""

    def _look_at(self, marked: T | None) -> None:
        """The marker rests on this one."""

    @property
    def _marked(self) -> T | None:
        number = self._list.marked
        return None if number is None else self._pages.get(number)

    # The pages

    def _ask_anew(self, marked: int = 0) -> None:
        """Ask for another list, with the marker on one of a number."""
        self._is_anew = True
        self._fetch(marked // PAGE, marked)

    def on_paged_list_seen(self, message: PagedList.Seen) -> None:
        """Fetch what is to be seen and is not there."""
        self._view = message.first, message.last
        self._want()
        self._rest()

    def _want(self) -> None:
        missing = self._pages.missing(*self._view, self._list.total)
        if self._is_anew or not missing or self._asked_page in missing:
            return  # what is on its way comes first
        self._fetch(missing[0])

    def _fetch(self, page: int, marked: int | None = None) -> None:
        self._asked_page = page
        self._wait()
        self._beside(partial(self._bring, page, marked), "pages")

    async def _bring(self, page: int, marked: int | None) -> None:
        found = await self._answer(self._page_of(page * PAGE))
        self._asked_page = None
        if found is None:
            self._is_anew = False
            return
        if self._is_anew or found.total != self._list.total:
            self._pages.clear()
        self._is_anew = False
        self._pages.take(page, found.items)
        self._list.show(found.total, marked)
        self._took(found)
        self._want()
        self._tell_place()
        self._list.tell_again()

    async def _answer(self, work: "Callable[[Corpus, Cancellation], _A]") -> "_A | None":
        """What comes of a question; None where it fails, which is told."""
        from tui.corpus.corpus_folder import CorpusError

        try:
            found = await self._inquiry.ask(work)
        except CorpusError as error:
            self._wait_no_more()
            self._failed(str(error))
            return None
        self._wait_no_more()
        return found

    def _failed(self, error: str) -> None:
        self._footer.say(f"{error[:1].upper()}{error[1:]}.", problem=True)

    # Waiting

    def _wait(self) -> None:
        if self._patience is None and not self._is_looking:
            self._patience = self.set_timer(_PATIENCE, self._look)

    def _look(self) -> None:
        if self._patience is None:
            return  # the answer came while this was on its way
        self._patience.stop()
        self._is_looking = True
        self._tell_place()
        self._patience = self.set_interval(_SAID_EVERY, self._tell_place)

    @property
    def _looking(self) -> str:
        """What is said while one waits; empty while one does not."""
        if not self._is_looking:
            return ""
        done, total = self._read
        return f"reading what is meant… {done * 100 // total} %" if total else LOOKING

    def _heard(self, done: int, total: int) -> None:
        """So much has been read to be found by what it means; on any thread."""
        self._read = done, total

    def _wait_no_more(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self._read = 0, 0
        if self._is_looking:
            self._is_looking = False
            self._tell_place()

    def _rest(self) -> None:
        """Once the marker rests, look at what it is on."""
        if self._glance is not None:
            self._glance.stop()
        self._glance = self.set_timer(_GLANCE, lambda: self._look_at(self._marked))

    def _beside(self, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> None:
        """Do something in the place of what was done last of its group."""
        in_background(self, work, exclusive=True, group=group)

    # Moves

    def action_move_line(self, by: int) -> None:
        """Move the marker."""
        self._list.move_line(by)

    def action_move_page(self, by: int) -> None:
        """Move the marker by a page."""
        self._list.move_page(by)

    def action_move_to_end(self, by: int) -> None:
        """Put the marker on the last, or on the first (-1)."""
        self._list.move_to_end(by)


_A = TypeVar("_A")
