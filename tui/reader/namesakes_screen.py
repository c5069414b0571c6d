"""Who may be meant by a name in a question: gives the one who is."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.corpus.answer_text import counted
from tui.corpus.question import Person
from tui.reader.actions import Action, Scope, bindings
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine
from tui.reader.list_screen import ListScreen


class NamesakesScreen(ListScreen[Person | None]):
    """Those who have the name, who says most first."""

    CSS_PATH: ClassVar = "list_screen.tcss"
    SCOPE: ClassVar[Scope] = "namesakes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("namesakes")

    def __init__(self, name: str, people: Sequence[Person], actions: Sequence[Action]) -> None:
        super().__init__()
        self._people = people
        self._header = HeaderLine(f"Who is “{clean_line(name)}”?")
        self._header.announce(f"{len(people)} have this name")
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the people, one row."""
        yield from super().compose()
        yield self._header
        yield self._list
        yield self._footer

    def on_mount(self) -> None:
        """List them."""
        options = [Option(_row(person), id=str(i)) for i, person in enumerate(self._people)]
        self._fill(options, 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the one."""
        event.stop()
        if self._number is not None:
            self.dismiss(self._people[self._number])

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _row(person: Person) -> Content:
    articles = counted(person.articles, "article")
    said = f"{counted(person.quotes)} in {articles}"
    told = ", ".join((*map(clean_line, person.roles[:1]), said))
    return Content.assemble(clean_line(person.name), "\n", (told, "$quiet"), "\n")
