"""What is spoken of in some statements: gives the one that they are to be narrowed to."""

from collections.abc import Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from tui.article.cleaning import clean_line
from tui.corpus.question import Count
from tui.reader.actions import Action, Scope, bindings
from tui.reader.choice_screen import ChoiceScreen
from tui.reader.voices_rows import bar

_BAR: Final = 8


class SubjectsScreen(ChoiceScreen[str]):
    """The names that stand in statements, those in most of them first."""

    SCOPE: ClassVar[Scope] = "subjects"
    BINDINGS: ClassVar[list[BindingType]] = bindings("subjects")

    def __init__(self, title: str, subjects: Sequence[Count], actions: Sequence[Action]) -> None:
        most = max((subject.statements for subject in subjects), default=1)
        digits = cell_len(f"{most:,}")
        options = [
            Option(_row(subject, most, digits), id=str(number))
            for number, subject in enumerate(subjects)
        ]
        super().__init__(title, "spoke of", [s.label for s in subjects], options, actions)


def _row(subject: Count, most: int, digits: int) -> Content:
    count = f"{subject.statements:,}".rjust(digits)
    blocks = bar(subject.statements / most, _BAR)
    return Content.assemble((f"{blocks} {count}", "$quiet"), "  ", clean_line(subject.label))
