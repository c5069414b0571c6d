"""A screen over a corpus on which one can ask: a line for words to find, and one for a question."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from textual import events
from textual.actions import SkipAction
from textual.message import Message

from tui.corpus.question import Person, Question
from tui.corpus.question_words import QuestionError, Wish, narrowed, wish_of
from tui.corpus.who_is_meant import Nobody, Several, nobody_called, who_is_meant
from tui.reader.actions import Action
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.footer_line import FooterLine
from tui.reader.paged_list import PagedList
from tui.reader.paged_screen import PagedScreen
from tui.reader.search_line import SearchLine

T = TypeVar("T")
HINT: Final = 'words "a phrase" speaker:name entity:thing since:2020 until:2021-06 ~meaning'


class QuestionAsked(Message):
    """Statements are to be listed that answer a question, which was typed in a line."""

    def __init__(self, line: str, question: Question) -> None:
        super().__init__()
        self.line, self.question = line, question


class SpeakerWanted(Message):
    """Several have the name in a question: one of them is to be chosen."""

    def __init__(self, line: str, wish: Wish, people: Sequence[Person]) -> None:
        super().__init__()
        self.line, self.wish, self.people = line, wish, people


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
        """Ask what is typed; the line stays while that is no question, or asks for nobody."""
        line = self._question_line.words
        try:
            wish = narrowed(wish_of(line))
            if wish == Wish(Question()):
                raise QuestionError("nothing is asked")
        except QuestionError as error:
            self._stay(f"{error}")
            return
        self._last_line = line
        if wish.speaker:
            self._beside(partial(self._ask_who, line, wish), "who")
        else:
            self._end_asking(QuestionAsked(line, wish.question))

    async def _ask_who(self, line: str, wish: Wish) -> None:
        """Find out who is meant, unless the line is left meanwhile."""
        self._wait()
        meant = await self._answer(lambda corpus, x: who_is_meant(corpus, wish, x))
        if meant is None or not self._question_line.is_open:
            return
        if isinstance(meant, Nobody):
            self._stay(nobody_called(wish.speaker, meant.nearest))
        elif isinstance(meant, Several):
            self._end_asking(SpeakerWanted(line, wish, meant.people))
        else:
            self._end_asking(QuestionAsked(line, meant))

    def _end_asking(self, message: "QuestionAsked | SpeakerWanted") -> None:
        self._question_line.close()
        self.set_focus(self._list)
        self._tell_place()
        self.post_message(message)

    def _stay(self, problem: str) -> None:
        self._question_line.open(self._question_line.words, selected=False)
        self._footer.fall_silent()  # what was wrong with the question before is nothing to this one
        self._footer.say(f"{problem[:1].upper()}{problem[1:]}.", problem=True)
