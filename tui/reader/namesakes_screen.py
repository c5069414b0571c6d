"""Who may be meant by a name in a question: gives the one who is."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.corpus.question import Person
from tui.export.report_words import counted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.choice_screen import ChoiceScreen


class NamesakesScreen(ChoiceScreen[Person]):
    """Those who have the name, who says most first."""

    SCOPE: ClassVar[Scope] = "namesakes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("namesakes")

    def __init__(self, name: str, people: Sequence[Person], actions: Sequence[Action]) -> None:
        options = [Option(_row(person), id=str(i)) for i, person in enumerate(people)]
        told = f"{len(people)} have this name"
        super().__init__(f"Who is “{clean_line(name)}”?", told, people, options, actions)


def _row(person: Person) -> Content:
    articles = counted(person.articles, "article")
    said = f"{counted(person.quotes)} in {articles}"
    told = ", ".join((*map(clean_line, person.roles[:1]), said))
    return Content.assemble(clean_line(person.name), "\n", (told, "$quiet"), "\n")
