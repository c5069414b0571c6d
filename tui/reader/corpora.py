"""A corpus in the application: whose statements are listed, what is asked, what is opened."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.reader.actions import on_screen
from tui.reader.background import in_background, whole
from tui.reader.clipping import Clippings

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.corpus.question import Person
    from tui.reader.corpus_inquiry import CorpusInquiry
    from tui.reader.corpus_screen import CorpusScreen
    from tui.reader.question_asking import QuestionAsked, SpeakerWanted
    from tui.reader.said_screen import SaidScreen
    from tui.reader.shelf import ShelfEntry

_GLANCE: Final = 20
"""So many statements are seen of what would be written."""


class Corpora(Clippings, inherit_bindings=False):
    """An application over a corpus, if it has one."""

    _inquiry: "CorpusInquiry | None" = None

    def _corpus_screen(self, folder: Path, *, inner: bool = False) -> "Screen[None]":
        """The screen of a corpus; an `inner` one lies over the library."""
        from tui.reader.corpus_inquiry import CorpusInquiry
        from tui.reader.corpus_screen import CorpusScreen

        self._inquiry, self._has_corpus = CorpusInquiry(folder), True
        return CorpusScreen(self._inquiry, on_screen(self.actions, "corpus"), inner=inner)

    def _close_corpus(self) -> None:
        if self._inquiry is not None:
            self._inquiry.close()

    async def _open(self, entry: "ShelfEntry") -> None:
        from tui.corpus.corpus_folder import CorpusError, check, is_corpus

        if not is_corpus(entry.source):
            await super()._open(entry)
            return
        try:
            check(Path(entry.source))
        except CorpusError as error:
            self._tell(str(error))
            return
        self._left = entry.source
        await whole(self.push_screen(self._corpus_screen(Path(entry.source), inner=True)))

    def on_corpus_screen_left(self) -> None:
        """Go back to the library, if one came from there."""
        from tui.reader.corpus_screen import CorpusScreen

        # a key that was pressed twice is told twice
        if self._shelf is not None and isinstance(self.screen, CorpusScreen):
            self._close_corpus()
            self._has_corpus = False
            self.pop_screen()

    def on_corpus_screen_shown(self) -> None:
        """Remember that it is opened."""
        if (inquiry := self._inquiry) is not None:
            in_background(self, partial(self._remember, inquiry.folder), group="clippings")

    async def _remember(self, folder: Path) -> None:
        from tui.store.corpora import CorpusStore

        await self._written(lambda: CorpusStore().opened(folder))

    def on_corpus_screen_opened(self, message: "CorpusScreen.Opened") -> None:
        """List what somebody says."""
        from tui.corpus.question import Question
        from tui.reader.said_screen import SaidScreen

        if self._inquiry is not None:
            actions, person = on_screen(self.actions, "said"), message.person
            question = Question(person=person.id)
            self._lay(SaidScreen(self._inquiry, actions, question, person=person))

    def on_question_asked(self, message: "QuestionAsked") -> None:
        """List what answers a question, in the place of an answer before."""
        from tui.reader.said_screen import SaidScreen

        if self._inquiry is None:
            return
        actions, title = on_screen(self.actions, "said"), message.line
        screen = SaidScreen(self._inquiry, actions, message.question, title=title)
        if isinstance(self.screen, SaidScreen):
            self.switch_screen(screen)
        else:
            self._lay(screen)

    def on_speaker_wanted(self, message: "SpeakerWanted") -> None:
        """Let one be chosen of those who have the name in a question, and ask it."""
        from tui.reader.namesakes_screen import NamesakesScreen
        from tui.reader.question_asking import QuestionAsked

        def ask(person: "Person | None") -> None:
            if person is not None:
                question = replace(message.wish.question, person=person.id)
                self.post_message(QuestionAsked(f"{message.line} ({person.name})", question))

        actions = on_screen(self.actions, "namesakes")
        self._lay(NamesakesScreen(message.wish.speaker, message.people, actions), ask)

    def on_said_screen_opened(self, message: "SaidScreen.Opened") -> None:
        """Open an article over the list."""
        in_background(self, partial(self._open_said, message), exclusive=True, group="open")

    async def _open_said(self, message: "SaidScreen.Opened") -> None:
        self._came_from.clear()
        await self._enter(message.article, message.quote_at)
        self._say("{back} leads back to the list.")

    def action_step_article(self, by: int) -> None:
        """Open the next article of a list of statements, or of the shelf."""
        from tui.reader.said_screen import SaidScreen

        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if not isinstance(below, SaidScreen):
            super().action_step_article(by)
        elif not below.step_article(by):
            self._say(f"That was the {'last' if by > 0 else 'first'} article.")

    def on_said_screen_subject_wanted(self, message: "SaidScreen.SubjectWanted") -> None:
        """Let a subject be chosen."""
        from tui.reader.said_screen import SaidScreen
        from tui.reader.subjects_screen import SubjectsScreen

        below = self.screen

        def narrow(subject: str | None) -> None:
            if subject is not None and isinstance(below, SaidScreen):
                below.narrow_to(subject)

        actions = on_screen(self.actions, "subjects")
        self._lay(SubjectsScreen(message.title, message.subjects, actions), narrow)

    def on_said_screen_export_wanted(self, message: "SaidScreen.ExportWanted") -> None:
        """Ask in which form statements are to be written."""
        from tui.corpus.answer_forms import DESCRIBED
        from tui.corpus.cancelling import Cancelled
        from tui.corpus.corpus_folder import CorpusError
        from tui.reader.export_request import Exportable
        from tui.reader.export_screen import ExportScreen
        from tui.reader.said_screen import why_not_copied

        def text(most: int, form: str) -> str:
            try:
                return message.written(DESCRIBED[form].name, most)
            except (Cancelled, CorpusError) as error:
                raise OSError(0, str(error) or "it was given up") from error

        exported = Exportable(
            message.title,
            tuple(DESCRIBED.values()),
            partial(text, message.total),
            partial(text, min(_GLANCE, message.total)),
            more=message.total > _GLANCE,
            not_copied=why_not_copied(message.total),
        )
        self._lay(ExportScreen(exported, on_screen(self.actions, "export")))
