"""A screen over a corpus on which one can ask: a line for words to find, and one for a question."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from textual.actions import SkipAction
from textual.message import Message

from tui.corpus.question import Question
from tui.corpus.question_line import HINT, MEANING, QuestionError, question_of
from tui.reader.actions import Action
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.footer_line import FooterLine
from tui.reader.paged_screen import PagedScreen
from tui.reader.search_line import SearchLine

T = TypeVar("T")


class QuestionAsked(Message):
    """Statements are to be listed that answer a question, which was typed in a line."""

    def __init__(self, line: str, question: Question) -> None:
        super().__init__()
        self.line, self.question = line, question


class AsksCorpus(PagedScreen[T], inherit_bindings=False):
    """Has both lines, of which one at most is open."""

    def __init__(
        self, inquiry: CorpusInquiry, actions: Sequence[Action], title: str, told: Mapping[str, str]
    ) -> None:
        super().__init__(inquiry, title, FooterLine(actions))
        self._line = SearchLine(actions, told)
        asks = {name: "asks" if name.startswith("open") else "lets it be" for name in told}
        hint = f"{HINT} {MEANING}meaning" if inquiry.knows_meanings else HINT
        self._question_line = SearchLine(actions, asks, sign="?", hint=hint, longest=500)
        self._last_line = ""

    def action_ask(self) -> None:
        """Let a question be typed."""
        if self._line.is_open or self._question_line.is_open:
            raise SkipAction  # the key is a letter
        self._footer.give_way_at_once()
        self._question_line.open(self._last_line)
        self._tell_place()

    def _ask_line(self) -> None:
        """Ask what is typed; the line stays while that is no question."""
        line = self._question_line.words
        try:
            question = question_of(line)
        except QuestionError as error:
            self._stay(f"{error}")
            return
        if question.meaning and not self._inquiry.knows_meanings:
            self._stay(f"this corpus has no vectors: words without {MEANING} are found")
            return
        self._last_line = line
        self._question_line.close()
        self.set_focus(self._list)
        self._tell_place()
        self.post_message(QuestionAsked(line, question))

    def _stay(self, problem: str) -> None:
        self._question_line.open(self._question_line.words, selected=False)
        self._footer.say(f"{problem[:1].upper()}{problem[1:]}.", problem=True)
