"""Who is meant by the name in a question: one who speaks, one of several, or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.article.cleaning import clean_line
from tui.corpus.question import UNKNOWN, Person, Question
from tui.corpus.question_words import Wish

if TYPE_CHECKING:
    from tui.corpus.asking import Corpus
    from tui.corpus.cancelling import Cancellation


@dataclass(frozen=True, slots=True)
class Several:
    """Each of these may be meant, who says most first."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody has the name; these have the nearest ones."""

    nearest: tuple[Person, ...]


def who_is_meant(
    corpus: "Corpus", wish: Wish, cancellation: "Cancellation | None" = None
) -> Question | Several | Nobody:
    """The question of a wish with the one who is meant by its name. Raises what `Corpus.ask` does.

    Somebody whom only articles name, a group or a document, is asked for by that name.
    """
    if not wish.speaker:
        return wish.question
    by_name = replace(wish.question, speaker=wish.speaker)
    if wish.speaker == UNKNOWN:
        return by_name
    called = corpus.called(wish.speaker, cancellation=cancellation)
    if len(called) == 1:
        return replace(wish.question, person=called[0].id)
    if called:
        return Several(called)
    if corpus.ask(Question(speaker=wish.speaker, doubtful=True, limit=0), cancellation).total:
        return by_name
    return Nobody(corpus.named_like(wish.speaker, cancellation=cancellation))


def nobody_called(name: str, nearest: Sequence[Person], where: str = "") -> str:
    """That nobody has a name, and who has the nearest ones, in a sentence without its end."""
    names = dict.fromkeys(clean_line(person.name) for person in nearest)
    near = f"; nearest: {', '.join(names)}" if names else ""
    nobody = f"nobody in {where}" if where else "nobody"
    return f"{nobody} is called “{clean_line(name)}”{near}"
