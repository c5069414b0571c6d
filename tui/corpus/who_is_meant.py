"""Who is meant by the name in a question: one who speaks, one of several, or nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.article.cleaning import clean_line
from tui.corpus.question import UNKNOWN, Person, Question
from tui.corpus.question_words import Wish
from tui.corpus.word_patterns import name_words
from tui.export.report_words import counted

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
    if wish.speaker.casefold() == UNKNOWN.strip("()"):
        return replace(by_name, speaker=UNKNOWN)
    return Nobody(corpus.named_like(wish.speaker, cancellation=cancellation))


def nobody_called(name: str, nearest: Sequence[Person], where: str = "") -> str:
    """That nobody has a name, and who has the nearest ones, in a sentence without its end."""
    names = dict.fromkeys(clean_line(person.name) for person in nearest)
    near = f"; nearest: {', '.join(names)}" if names else ""
    nobody = f"nobody in {where}" if where else "nobody"
    return f"{nobody} is called “{clean_line(name)}”{near}"


def asked_one_by_one(people: Sequence[Person]) -> tuple[str, ...]:
    """A line for each of those who have a name: how just that one is asked for, and who that is."""
    bearers = Counter(tuple(name_words(person.name)) for person in people)
    told = list[tuple[str, str]]()
    for person in people:
        name = clean_line(person.name)
        is_told = bearers[tuple(name_words(name))] == 1 and '"' not in name
        who = [] if is_told else [name]
        who += [*map(clean_line, person.roles[:1]), counted(person.quotes)]
        how = f'speaker:"{name}"' if is_told else f"speaker:{person.id}"
        told.append((how, ", ".join(who)))
    longest = max((len(how) for how, _ in told), default=0)
    return tuple(f"{how.ljust(longest)}  {who}" for how, who in told)
