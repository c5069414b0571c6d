"""Where a key leads: to which quote and which voice of what is shown, or why nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.reading import Reading

if TYPE_CHECKING:
    from tui.analysis.model import Entity, Quote, Speaker

CHOOSE_NAME = (
    "{choose} chooses a name: {next_quote} and {previous_quote} then go through what is said of it."
)
CHOOSE_VOICE = "Choose a voice first: {next_speaker} goes to the next one."
NOBODY_ELSE = "Nobody else speaks in this article."
CHOOSE_FIRST = "Choose a quote first: {next_quote} goes to the next one."
NOT_SAID = "Nobody says this match: {back} ends the search."


@dataclass(frozen=True, slots=True)
class Step:
    """The quote to go to, None for none, and what is to be said, if anything.

    A step is made from the `current` quote (None for none) or, where that is not in the `view`
    (first and last offset, code points of the article's text), from there. Where there is an
    `offset`, that is to be seen.
    """

    quote: Quote | None = None
    said: str = ""
    offset: int | None = None


def to_quote(reading: Reading, current: Quote | None, view: tuple[int, int], by: int) -> Step:
    """To the next quote, or the one before (-1)."""
    quote = reading.walk.step(current, view, by)
    if quote is not None:
        return Step(quote)
    if not reading.walk.quotes:
        reading.due = None if reading.is_read else (by, view[0])
        return Step(said=reading.why_no_quotes)
    return Step(said="That was the last quote." if by > 0 else "That was the first quote.")


def past(reading: Reading, gone: Quote | None, view: tuple[int, int]) -> Step:
    """To the quote after one that is a statement no more, or the last before it."""
    if gone is None:
        return Step()
    return Step(reading.walk.step(gone, view, 1) or reading.walk.step(gone, view, -1))


def overdue(reading: Reading, view: tuple[int, int]) -> Step:
    """The step that was wished for while there was no quote yet, unless one has moved on since."""
    if reading.due is None or not (reading.is_read or reading.walk.quotes):
        return Step()
    (by, since), reading.due = reading.due, None
    return to_quote(reading, None, view, by) if since == view[0] else Step()


def within_voice(reading: Reading, current: Quote | None, view: tuple[int, int], by: int) -> Step:
    """To the next quote of the same speaker, or the one before (-1); round the ends."""
    speaker = reading.speaker_of(current) if current else reading.chosen
    if speaker is None:
        return Step(said="Nobody is known to have said this." if current else "No voice is chosen.")
    walk = reading.walk_of(speaker)
    quote = walk.step(current, view, by)
    if quote is None and walk.quotes:
        end, which = (0, "first") if by > 0 else (-1, "last")
        return Step(walk.quotes[end], f"Round to the {which} quote of {speaker.name}.")
    return Step(quote)


def to_voice(
    reading: Reading, speaker: Speaker, current: Quote | None, view: tuple[int, int]
) -> Step:
    """Open a voice and go to a quote of its; asked again, only its quotes stay bright."""
    if not speaker.quotes:
        return Step(said=f"All of {speaker.name} is told in other words, which are hidden.")
    theirs = current is not None and current.speaker == speaker.id
    if theirs and reading.asked and speaker == reading.chosen:
        reading.alone = not reading.alone
        return Step()
    reading.open(speaker, asked=True)
    return Step(current if theirs else _nearest(reading, speaker, view))


def to_next_voice(
    reading: Reading,
    speakers: Sequence[Speaker],
    current: Quote | None,
    view: tuple[int, int],
    by: int,
) -> Step:
    """To the next voice of these that is shown, or the one before (-1); round the ends."""
    shown = [speaker for speaker in speakers if speaker.quotes]
    if not shown:
        return Step(said=reading.why_no_quotes)
    speaker = reading.speaker_after(shown, by, unread=current is None)
    reading.open(speaker)
    quote = _nearest(reading, speaker, view)
    return Step(quote, NOBODY_ELSE if quote == current and len(shown) == 1 else "")


def to_entity(reading: Reading, entity: Entity | None, view: tuple[int, int]) -> Step:
    """To what was said of a name, which then limits the walk; the same name again ends that."""
    from tui.export.report_words import counted  # not before the first picture

    if entity is None or entity == reading.entity:
        reading.entity = None
        return Step()
    if not reading.all_quotes.about(entity).quotes:
        first = min(entity.mentions).start if entity.mentions else None
        said = f"Nobody is quoted on {entity.name}: this is where the name first stands."
        return Step(said=said, offset=first)
    reading.entity, reading.alone = entity, False
    count = len(reading.walk.quotes)
    through = "{back} ends it"
    if count > 1:
        through = f"{{next_quote}} and {{previous_quote}} go through them, {through}"
    return Step(
        reading.walk.nearest(view[0]), f"{counted(count, 'quote')} on {entity.name}: {through}."
    )


def _nearest(reading: Reading, speaker: Speaker, view: tuple[int, int]) -> Quote | None:
    return reading.walk_of(speaker).nearest(view[0])
