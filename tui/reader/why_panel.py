"""Why a quote is its speaker's: how sure, the chain from its mention to the name, the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.article.model import Article, Span
from tui.reader.cell_fitting import fitted_around

if TYPE_CHECKING:
    from tui.analysis.model import Quote, Speaker

_KINDS = {
    "direct": "word for word",
    "mixed": "partly in quotation marks",
    "indirect": "told in other words",
}
_ARROW = "→ "


class WhyPanel(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A panel below the article; hidden until it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._explanation = Explanation()
        self._explained: tuple[Quote, Speaker | None] | None = None

    def on_mount(self) -> None:
        """Be filled when it can be used: the first picture does not wait for it."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self.is_attached:  # it may have been left meanwhile
            self.mount(self._explanation)

    def explain(self, article: Article, quote: Quote, speaker: Speaker | None) -> None:
        """Say why."""
        if (quote, speaker) == self._explained:
            return
        from tui.analysis.whole_sentences import whole_sentences  # not before the first picture

        self._explained = quote, speaker
        name = speaker.name if speaker else "Speaker unknown"
        known = [_certainty(quote)] if speaker else []  # nobody is surely unknown
        head = " · ".join([name, *known, _told(quote)])
        steps = [(step, whole_sentences(article, step)) for step in quote.chain]
        self._explanation.show(head, article.text, steps, f"{quote.reason.rstrip('.')}.")
        self.scroll_home(animate=False)

    def show_rest(self) -> bool:
        """Scroll on by what is in view; False where that was the end."""
        if self.scroll_offset.y >= self.max_scroll_y:
            return False
        self.scroll_relative(y=max(1, self.scrollable_content_region.height - 1), animate=False)
        return True

    def on_hide(self) -> None:
        """Begin at the beginning the next time."""
        self.scroll_home(animate=False)


class Explanation(Widget):
    """A head, a row for each step with its words marked in their sentence, and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._head = self._text = self._reason = ""
        self._steps: Sequence[tuple[Span, Span]] = ()

    def show(self, head: str, text: str, steps: Sequence[tuple[Span, Span]], reason: str) -> None:
        """Show these; a step is words of `text` and the sentence around them."""
        self._head, self._text, self._steps, self._reason = head, text, steps, reason
        self.refresh(layout=True)

    def render(self) -> Content:
        """The rows, cut and wrapped to the width."""
        return self._content(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows that makes."""
        return len(self._content(width).wrap(max(1, width)))

    def _content(self, width: int) -> Content:
        # Words of the article are never markup.
        rows = [Content(self._head), *self._rows(width), Content(self._reason)]
        return Content("\n").join(rows)

    def _rows(self, width: int) -> Iterator[Content]:
        for number, (words, (start, end)) in enumerate(self._steps):
            lead = _ARROW if number else " " * len(_ARROW)
            before, marked, after = fitted_around(
                self._text[start : words.start],
                self._text[slice(*words)],
                self._text[words.end : end],
                width - len(lead),
            )
            yield Content.assemble(lead, before, (marked, "bold underline"), after)


def _told(quote: Quote) -> str:
    """How it is told; a turn of an interview has no marks."""
    marked = quote.kind == "direct" and not quote.text[:1].isalnum()
    return f"in quotation marks, {_KINDS[quote.kind]}" if marked else _KINDS[quote.kind]


def _certainty(quote: Quote) -> str:
    per_cent = f"{quote.confidence:.0%}".replace("%", " %")
    return f"{quote.certainty} ({per_cent})"
