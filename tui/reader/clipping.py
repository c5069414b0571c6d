"""The clippings in the application: puts quotes on the list, and lets its screen change it."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.reader.background import in_background
from tui.reader.exporting import Exports

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote
    from tui.article.model import Article
    from tui.reader.clip_request import ClipRequested
    from tui.reader.clippings_screen import ClippingsScreen
    from tui.reader.reattribution import Reattributed
    from tui.store.clippings import Clipping

_T = TypeVar("_T")


class Clippings(Exports, inherit_bindings=False):
    """An application with a clippings list. Each change is written on a thread, in order."""

    _writing: asyncio.Lock | None = None

    def on_clip_requested(self, message: "ClipRequested") -> None:
        """Keep a quote."""
        in_background(self, partial(self._clip, message.analysis, message.quote), group="clippings")

    async def _clip(self, analysis: "Analysis", quote: "Quote") -> None:
        speaker = next((s for s in analysis.speakers if s.id == quote.speaker), None)

        def added() -> bool:
            from tui.export.reported_speech import is_told, quoted
            from tui.store.clippings import ClippingStore, clipping

            name, role = (speaker.name, speaker.role_alone) if speaker else (None, None)
            words, start = quoted(analysis, quote), quote.spans[0].start
            told, mixed = is_told(analysis, quote), quote.kind == "mixed"
            return ClippingStore().add(
                clipping(analysis.article, start, words, name, role, told=told, mixed=mixed)
            )

        new = await self._written(added)
        if new is not None:
            of = f"quote of {speaker.name}" if speaker else "quote"
            said = f"On the clippings list: {of}" if new else "It is on the clippings list already"
            self._say(f"{said}. {{clippings}} shows all.")

    def on_reattributed(self, message: "Reattributed") -> None:
        """Let clippings name who their statements are by now."""
        from tui.reader.clippings_screen import ClippingsScreen
        from tui.reader.reattribution import new_voices
        from tui.store.keys import article_key

        if voices := new_voices(message.before, message.after):
            key = article_key(message.after.article)
            change = ClippingsScreen.Changed(lambda store: store.attribute(key, voices))
            in_background(self, partial(self._change_clippings, change), group="clippings")

    async def _written(self, work: Callable[[], _T]) -> _T | None:
        """What some work gives; None where the list cannot be used, which is said."""
        from tui.store.database import StoreError

        self._writing = self._writing or asyncio.Lock()
        async with self._writing:
            try:
                return await asyncio.to_thread(work)
            except (StoreError, OSError) as error:
                self._tell(str(error))
                return None

    def action_clippings(self) -> None:
        """Show the list, then go to what was chosen there; from the list, go back."""
        from tui.reader.clippings_screen import ClippingsScreen

        def go_to(chosen: "Clipping | None") -> None:
            if chosen is not None:
                in_background(self, partial(self._go_to_clipping, chosen), group="open")

        if isinstance(self.screen, ClippingsScreen):
            self.screen.action_close()
        else:
            self._lay(ClippingsScreen(self.actions), go_to)

    def on_clippings_screen_changed(self, message: "ClippingsScreen.Changed") -> None:
        """Change the list and show it."""
        in_background(self, partial(self._change_clippings, message), group="clippings")

    async def _change_clippings(self, message: "ClippingsScreen.Changed") -> None:
        from tui.reader.clippings_screen import ClippingsScreen
        from tui.store.clippings import ClippingStore

        def changed() -> "tuple[Clipping, ...]":
            if message.change is not None:
                message.change(ClippingStore())
            return ClippingStore().all()

        listed = await self._written(changed)
        if listed is not None and isinstance(self.screen, ClippingsScreen):
            self.screen.show(listed, message.said)

    async def _go_to_clipping(self, clip: "Clipping") -> None:
        """Go to where a clipping is from, in the words that it was kept from if they are kept."""
        from tui.article.loading import ArticleError, load
        from tui.store.elsewhere import kept_article
        from tui.store.keys import article_key

        def article() -> "Article":
            kept = kept_article(clip.article)
            if kept is not None:
                return kept
            if clip.source is None:
                raise ArticleError("-", "it was piped, and is kept no more")
            return load(clip.source)

        try:
            found = await self._written(article)
        except ArticleError as error:
            self._say(f"{error}", problem=True)
            return
        if found is not None:
            same = article_key(found) == clip.article
            await self._go_elsewhere(found, clip.offset if same else None)
            if not same:
                self._say("The article has changed since the quote was kept.")
