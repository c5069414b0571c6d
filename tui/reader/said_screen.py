"""Statements of a corpus, somebody's or an answer: read, narrowed, taken along."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.message import Message

from tui.article.cleaning import clean_line
from tui.article.model import Article
from tui.corpus.question import CLOSEST, Count, Person, Question, Statement
from tui.corpus.question_words import line_of
from tui.export.report_words import counted
from tui.reader.actions import Action, Scope, bindings
from tui.reader.asked_statements import Asked
from tui.reader.clip_request import ClipRequested
from tui.reader.copies import Copied, CopyRequested, copied_quote
from tui.reader.corpus_inquiry import CorpusInquiry
from tui.reader.paged_list import ListItem
from tui.reader.pages import PAGE, Page
from tui.reader.question_asking import AsksCorpus
from tui.reader.said_rows import pattern_of, said_item

if TYPE_CHECKING:
    from tui.analysis.model import Analysis
    from tui.corpus.answer_forms import AnswerForm
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation

_MOST_COPIED: Final = 200
_WRITTEN: Final = 80
"""So many cells have the lines of what is written."""
_SUBJECTS: Final = 200
_ROOMY: Final = 60
_NOTHING: Final = "Nothing that is said is like that."
_NO_WORDS: Final = (
    "No statement has these words. {ask_again} asks for what means the like;"
    " {close_said} leads back."
)


def why_not_copied(total: int) -> str:
    """Why so many statements are not copied; empty where they are."""
    return f"{counted(total)} are too many to copy." if total > _MOST_COPIED else ""


class SaidScreen(AsksCorpus[Statement], inherit_bindings=False):
    """A list of statements under their articles' headings."""

    SCOPE: ClassVar[Scope] = "said"
    BINDINGS: ClassVar[list[BindingType]] = bindings("said")

    class Opened(Message):
        """An article is to be opened at a quote that begins at an offset (code points)."""

        def __init__(self, article: Article, quote_at: int) -> None:
            super().__init__()
            self.article, self.quote_at = article, quote_at

    class ExportWanted(Message):
        """All that is listed is to be written; `written` gives so much of it, on any thread."""

        def __init__(
            self, title: str, total: int, written: "Callable[[AnswerForm, int], str]"
        ) -> None:
            super().__init__()
            self.title, self.total, self.written = title, total, written

    class SubjectWanted(Message):
        """One of what is spoken of is to be chosen."""

        def __init__(self, title: str, subjects: Sequence[Count]) -> None:
            super().__init__()
            self.title, self.subjects = title, subjects

    def __init__(
        self,
        inquiry: CorpusInquiry,
        actions: Sequence[Action],
        question: Question,
        *,
        title: str = "",
        person: Person | None = None,
    ) -> None:
        """`person` is who says all of it; else `title` tells what is asked."""
        self._title = title
        if person is not None:
            role = f", {person.roles[0]}" if person.roles else ""
            self._title = clean_line(person.name + role)
        told = {"open_said": "lists them", "close_said": "lets it be"}
        super().__init__(inquiry, actions, self._title, told)
        self._person = person
        self._role = None if person is None else next(iter(person.roles), "")
        self._asked = Asked(question)
        self._latest_page: Page[Statement] = Page((), 0)
        keys = next(action.shown_keys for action in actions if action.id == "doubtful_said")
        self._key_of_doubtful = keys.split(" ")[0]
        self._before = self._asked
        self._due = 0

    def compose(self) -> ComposeResult:
        """One row, the statements, one row."""
        yield from super().compose()
        yield self._header
        yield Container(self._list, id="people")
        yield Vertical(self._line, self._question_line, self._footer, id="foot")

    def on_mount(self) -> None:
        """Ask for the first page."""
        self._ask_anew()

    # The list

    def _item(self, number: int, width: int) -> ListItem:
        before = self._pages.get(number - 1) if number else None
        found = pattern_of(self._asked.question)
        return said_item(self._pages.get(number), before, width, self._role, found)

    def _page_of(self, offset: int) -> "Callable[[Corpus, Cancellation], Page[Statement]]":
        question = replace(self._asked.question, limit=PAGE, offset=offset)

        def asked(corpus: "Corpus", cancellation: "Cancellation") -> Page[Statement]:
            answer = corpus.ask(question, cancellation, self._heard)
            return Page(answer.statements, answer.total, answer.hidden, answer.compared)

        return asked

    def _took(self, page: Page[Statement]) -> None:
        self._latest_page = page
        if by := self._due:
            self._due = 0
            self.step_article(by)
        self._line.tell("" if page.total else "nothing")
        self._footer.has_come()
        if not page.total:
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say what can be done where nothing is listed."""
        like = self._asked.question.by_meaning
        if self._latest_page.hidden:
            told = "All of it is doubtful: {doubtful_said} shows it."
        elif like and not self._line.is_open:
            asked = replace(self._asked.question, words="", meaning=like)
            self._last_line = line_of(asked, self._person.name if self._person else "")
            told = _NO_WORDS
        else:
            told = f"{_NOTHING} {{close_said}} leads back."
        self._footer.say("", until_shown=told)

    def _end_typing(self) -> None:
        typed = self._line.is_open
        super()._end_typing()
        if typed and not self._list.total:
            self._tell_nothing()

    @property
    def _count(self) -> str:
        """How many are listed, and how many doubtful ones are not."""
        page = self._latest_page
        told = counted(page.total)
        if page.compared is not None and page.total < page.compared:
            told = (
                f"the {page.total:,} nearest" if page.total >= CLOSEST else f"{page.total:,} near"
            )
        if not page.hidden:
            return told
        if self.size.width < _ROOMY:
            return f"{told.split(' statement')[0]} + {page.hidden:,} doubtful"
        shows = f": {self._key_of_doubtful} shows {'it' if page.hidden == 1 else 'them'}"
        shows = shows if self._key_of_doubtful and not self._asked.told else ""
        return f"{told} · {page.hidden:,} doubtful hidden{shows}"

    def _tell_place(self) -> None:
        count = self._looking or self._count
        parts = [*self._asked.told, self._asked.order_told, count]
        self._header.announce(" · ".join(filter(None, parts)))
        self._footer.show_search(
            typed=self._line.is_open or self._question_line.is_open, on=bool(self._asked.latest)
        )

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._tell_place()

    def _become(self, asked: Asked) -> None:
        """List what another question wishes for."""
        self._asked = asked
        self._tell_place()
        self._ask_anew()

    # What narrows it

    def action_search(self) -> None:
        """Let words be typed that are to be in the statements."""
        super().action_search()
        self._before = self._asked

    @property
    def _words(self) -> str:
        return self._asked.words

    def _find(self, query: str) -> None:
        if query != self._asked.words:
            self._become(self._asked.saying(query))

    def action_indirect(self) -> None:
        """Hide what is told in other words, or show it again."""
        self._become(self._asked.turned())

    def action_doubtful(self) -> None:
        """Show what is hardly a statement, or hide it again."""
        self._become(self._asked.doubted())

    def action_order(self) -> None:
        """List them in the next order."""
        self._become(self._asked.reordered())

    def action_subjects(self) -> None:
        """Let one be chosen of what is spoken of; where one is, end that."""
        if self._asked.subject:
            self._become(self._asked.on(""))
            return
        question = self._asked.question

        async def work() -> None:
            self._wait()
            found = await self._answer(
                lambda corpus, x: corpus.counts(question, "entity", _SUBJECTS, cancellation=x)
            )
            if found:
                self.post_message(self.SubjectWanted(self._title, found))
            elif found is not None:
                self._footer.say("No names stand in these statements.")

        self._beside(work, "subjects")

    def narrow_to(self, subject: str) -> None:
        """List only what speaks of this."""
        self._become(self._asked.on(subject))

    def action_close(self) -> None:
        """Type no more; else undo the latest wish, one at a time; else go back."""
        if self._question_line.is_open:
            self._question_line.close()
            self.set_focus(self._list)
            self._tell_place()
        elif self._line.is_open:
            self._line.close()
            self.set_focus(self._list)
            self._become(self._before)
        elif (before := self._asked.undone()) is not None:
            self._become(before)
        else:
            self.dismiss(None)

    # What is done with a statement

    def _go(self) -> None:
        self._with_article(
            lambda said, analysis: self.post_message(
                self.Opened(analysis.article, said.quote.spans[0].start)
            )
        )

    def action_copy(self) -> None:
        """Copy the statement that the marker is on, with who said it and where."""
        self._with_article(
            lambda said, analysis: self.post_message(
                CopyRequested(copied_quote(analysis, said.quote))
            )
        )

    def action_clip(self) -> None:
        """Put the statement on the clippings list."""
        self._with_article(
            lambda said, analysis: self.post_message(ClipRequested(analysis, said.quote))
        )

    def _with_article(self, do: "Callable[[Statement, Analysis], object]") -> None:
        """Do something with the marked statement once its article is there."""
        if (said := self._marked) is None:
            return
        key = said.article

        async def work() -> None:
            from tui.corpus.attributed_statements import analysis_of

            self._wait()
            try:
                article = await self._answer(lambda corpus, x: (corpus.article(key, x),))
            except ValueError:  # the text in the table is no article
                self._wait_no_more()
                article = (None,)
            if article is None:
                return
            if article[0] is None:
                self._footer.say("Its article is not in the corpus any more.", problem=True)
            else:
                do(said, analysis_of(said, article[0]))

        self._beside(work, "article")

    def step_article(self, by: int) -> bool:
        """Go to the next article, or the one before (-1); False where that was the last."""
        here, number = self._marked, self._list.marked or 0
        while here is not None and 0 <= (number := number + by) < self._list.total:
            there = self._pages.get(number)
            if there is None:  # the step is made when its page is here, which the marker fetches
                self._due = by
                self._list.mark(number - by)
                return True
            if there.article != here.article:
                self._list.mark(number)
                self._go()
                return True
        return False

    # What is done with all of them

    def _written(self, form: "AnswerForm", most: int) -> str:
        """What is listed, `most` at most, in a form; on any thread. Raises CorpusError and
        Cancelled.
        """
        from tui.corpus.answer_forms import AT_ONCE, all_of, pieces
        from tui.corpus.cancelling import Cancellation

        question = self._asked.question

        def written(corpus: "Corpus", cancellation: "Cancellation") -> str:
            answer = corpus.ask(replace(question, limit=min(most, AT_ONCE)), cancellation)
            statements = all_of(corpus, question, answer, most, cancellation)
            shown = min(most, answer.total)
            told = pieces(question, answer, statements, form, shown=shown, width=_WRITTEN)
            return "".join(told)

        return self._inquiry.ask_now(written, Cancellation())

    def action_copy_all(self) -> None:
        """Copy all that is listed, unless that is too much."""
        total = self._list.total
        if why := why_not_copied(total):
            self._footer.say(f"{why} {{export_said}} writes them to a file.")
        elif total:
            self._beside(self._copy_all, "copy all")

    async def _copy_all(self) -> None:
        from tui.corpus.attributed_statements import copied

        question = replace(self._asked.question, limit=_MOST_COPIED)
        self._wait()
        answer = await self._answer(lambda corpus, x: corpus.ask(question, x))
        if answer is not None:
            text = "\n\n".join(map(copied, answer.statements)) + "\n"
            what = counted(len(answer.statements))
            self.post_message(CopyRequested(Copied(what, lambda _: text)))

    def action_export(self) -> None:
        """Let it be chosen in which form all that is listed is written."""
        if self._list.total:
            self.post_message(self.ExportWanted(self._title, self._list.total, self._written))
