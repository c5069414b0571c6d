"""What a voice said in other articles: tells which statement is to be gone to."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from tui.analysis.model import Analysis, Quote
from tui.article.model import Article
from tui.export.report_words import counted
from tui.export.reported_speech import quoted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.choice_screen import ChoiceScreen
from tui.reader.clip_request import ClipRequested
from tui.reader.copies import CopyRequested, copied_quote
from tui.reader.header_line import title_of
from tui.reader.row_painting import DIRECT_BAR, INDIRECT_BAR
from tui.store.elsewhere import Elsewhere


class StatementsScreen(ChoiceScreen[tuple[Article, Quote]]):
    """A voice's statements, article by article; gives the one to go to, or None."""

    SCOPE: ClassVar[Scope] = "statements"
    BINDINGS: ClassVar[list[BindingType]] = bindings("statements")

    def __init__(self, name: str, found: Sequence[Elsewhere], actions: Sequence[Action]) -> None:
        self._found: list[tuple[Analysis, Quote]] = []
        options = list[Option]()
        for there in found:
            options.append(Option(_heading(there), disabled=True))
            for quote in there.analysis.quotes:
                if quote.speaker == there.speaker.id:
                    row = _row(there.analysis, quote)
                    options.append(Option(row, id=str(len(self._found))))
                    self._found.append((there.analysis, quote))
        choices = [(analysis.article, quote) for analysis, quote in self._found]
        told = counted(len(choices))
        super().__init__(f"{name} in other articles", told, choices, options, actions)

    def action_copy(self) -> None:
        """Copy the statement that the marker is on."""
        if self._number is not None:
            self.post_message(CopyRequested(copied_quote(*self._found[self._number])))

    def action_clip(self) -> None:
        """Put the statement that the marker is on on the clippings list."""
        if self._number is not None:
            self.post_message(ClipRequested(*self._found[self._number]))


def _heading(there: Elsewhere) -> Content:
    article = there.analysis.article
    date = f" · {article.date}" if article.date else ""
    as_whom = there.speaker.described
    return Content.assemble(
        f"{title_of(article)}{date}", (f"\n{as_whom}" if as_whom else "", "$quiet not bold"), "\n"
    )


def _row(analysis: Analysis, quote: Quote) -> Content:
    bar = INDIRECT_BAR if quote.kind == "indirect" else DIRECT_BAR
    return Content(f"{bar} {' '.join(quoted(analysis, quote).split())}\n")
