"""What a voice said in other articles: tells which statement is to be gone to."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.analysis.model import Analysis, Quote
from tui.article.model import Article
from tui.export.reported_speech import quoted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.clip_request import ClipRequested
from tui.reader.copies import CopyRequested, copied_quote
from tui.reader.footer_line import FooterLine
from tui.reader.header_line import HeaderLine, title_of
from tui.reader.list_screen import ListScreen
from tui.reader.row_painting import DIRECT_BAR, INDIRECT_BAR
from tui.store.elsewhere import Elsewhere


class StatementsScreen(ListScreen[tuple[Article, Quote] | None]):
    """A voice's statements, article by article; gives the one to go to, or None."""

    CSS_PATH: ClassVar = "list_screen.tcss"
    SCOPE: ClassVar[Scope] = "statements"
    BINDINGS: ClassVar[list[BindingType]] = bindings("statements")

    def __init__(self, name: str, found: Sequence[Elsewhere], actions: Sequence[Action]) -> None:
        super().__init__()
        self._found = [
            (there, quote)
            for there in found
            for quote in there.analysis.quotes
            if quote.speaker == there.speaker.id
        ]
        self._header = HeaderLine(f"{name} in other articles")
        self._footer = FooterLine(actions)

    def compose(self) -> ComposeResult:
        """One row, the statements, one row."""
        yield from super().compose()
        yield self._header
        yield self._list
        yield self._footer

    def on_mount(self) -> None:
        """Put the marker on the first."""
        options, article = list[Option](), None
        for number, (there, quote) in enumerate(self._found):
            if there.analysis.article is not article:
                article = there.analysis.article
                options.append(Option(_heading(there), disabled=True))
            options.append(Option(_row(there.analysis, quote), id=str(number)))
        self._fill(options, 0)
        count = len(self._found)
        self._header.announce(f"{count} {'statement' if count == 1 else 'statements'}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to it."""
        event.stop()
        if self._number is not None:
            there, quote = self._found[self._number]
            self.dismiss((there.analysis.article, quote))

    def action_copy(self) -> None:
        """Copy the statement that the marker is on."""
        if self._number is not None:
            there, quote = self._found[self._number]
            self.post_message(CopyRequested(copied_quote(there.analysis, quote)))

    def action_clip(self) -> None:
        """Put the statement that the marker is on on the clippings list."""
        if self._number is not None:
            there, quote = self._found[self._number]
            self.post_message(ClipRequested(there.analysis, quote))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


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
