"""A screen over a corpus on which one can ask: a line for words to find, and one for a question."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from textual import events
from textual.actions import SkipAction
from textual.message import Message

from tui.corpus.question import Question
from tui.corpus.question_words import QuestionError, narrowed, wish_of
from tui.reader.actions import Action
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.footer_line import FooterLine
from tui.reader.paged_list import PagedList
from tui.reader.paged_screen import PagedScreen
from tui.reader.search_line import SearchLine

T = TypeVar("T")
HINT: Final = 'words "a phrase" speaker:name entity:thing since:2020 until:2021-06 ~meaning'
_MEANING: Final = "~"
"""Before words, it asks for what they mean."""


def question_of(line: str) -> Question:
    """The question of a line in the grammar of `pullquote ask`, or of what is meant, behind a ~.

    A `speaker:` is whoever has these words in a name. Raises QuestionError.
    """
    typed = line.strip()
    wish = narrowed(wish_of(typed.removeprefix(_MEANING)))
    question = replace(wish.question, speaker=wish.speaker)
    if question == Question():
        raise QuestionError("nothing is asked")
    if typed.startswith(_MEANING) and question.words:
        return replace(question, words="", meaning=question.words, order="closest")
    return question


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
        self._question_line = SearchLine(actions, asks, sign="?", hint=HINT, longest=500)
        self._last_line = ""

    @property
    @abstractmethod
    def _words(self) -> str:
        """The words that are looked for."""

    @abstractmethod
    def _find(self, query: str) -> None:
        """List only what has these words, unless that is what is listed."""

    @abstractmethod
    def _go(self) -> None:
        """Open what the marker is on."""

    # The two lines

    def action_search(self) -> None:
        """Let words be typed; only what has them is listed."""
        self._open(self._line, self._words)

    def action_ask(self) -> None:
        """Let a question be typed."""
        self._open(self._question_line, self._last_line)

    def _open(self, line: SearchLine, words: str) -> None:
        if self._line.is_open or self._question_line.is_open:
            raise SkipAction  # the key is a letter
        self._footer.give_way_at_once()
        line.open(words)
        self._tell_place()

    def on_search_line_typed(self, message: SearchLine.Typed) -> None:
        """Find the words."""
        if self._line.is_open:
            self._find(message.query)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever goes to the list types no more."""
        if event.widget is self._list:
            self._end_typing()

    def _end_typing(self) -> None:
        self._question_line.close()
        if self._line.is_open:
            words = self._line.words  # a fast hand: its last keys were not told yet
            self._line.close()
            self.set_focus(self._list)
            self._find(words)
        self._tell_place()

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        """Open it."""
        self._go()

    def action_open(self) -> None:
        """Ask what is typed, or end typing; else open what the marker is on."""
        if self._question_line.is_open:
            self._ask_line()
        elif self._line.is_open:
            self._end_typing()
        else:
            self._go()

    def _ask_line(self) -> None:
        """Ask what is typed; the line stays while that is no question."""
        line = self._question_line.words
        try:
            question = question_of(line)
        except QuestionError as error:
            self._stay(f"{error}")
            return
        self._last_line = line
        self._question_line.close()
        self.set_focus(self._list)
        self._tell_place()
        self.post_message(QuestionAsked(line, question))

    def _stay(self, problem: str) -> None:
        self._question_line.open(self._question_line.words, selected=False)
        self._footer.say(f"{problem[:1].upper()}{problem[1:]}.", problem=True)
