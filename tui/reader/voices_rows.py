"""What the voices pane says, row by row: the speakers, and the chosen one's detail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tui.analysis.shares import per_cents
from tui.analysis.topics import Topic, Topics
from tui.article.model import Span
from tui.export.sentence_text import sentence_writer
from tui.reader.cell_fitting import fitted
from tui.reader.row_painting import DIRECT_BAR, GUESS, INDIRECT_BAR
from tui.reader.speaker_colours import SpeakerColours
from tui.reader.voice_order import Order, in_order

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Entity, Speaker

Look = Literal["plain", "strong", "dim", "label", "match"]
Kind = Literal["text", "speaker", "sentence", "length", "topic", "entity"]
MOST_ENTITIES: Final = 20
MOST_TOPICS: Final = 6
MOST_ALIASES: Final = 6
LONGER, SHORTER = "+", "−"
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_ROOMY: Final = 38


@dataclass(frozen=True, slots=True)
class Part:
    """Words in one style; `colour` (`#rrggbb`) is a speaker's."""

    text: str
    look: Look = "plain"
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Rows that are chosen as one; a `text` cannot be. `id` is that of what is shown.

    A `topic` is an entity among what a speaker spoke of, an `entity` one of the article's names.
    A `sentence` has the id of its quote (empty where it has none) and its `span` in the article.
    """

    kind: Kind
    id: str
    rows: tuple[tuple[Part, ...], ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Closed:
    """The speakers who say something, in an order, and the rows of each while it is not open."""

    heard: Sequence[Speaker]
    place: Mapping[str, int]
    items: Sequence[Item]
    shares: Mapping[str, int]
    most: float
    silent: int


class Voiced:
    """An analysis, who speaks of what in it, and what is looked up in it for every row."""

    __slots__ = ("_closed", "_known", "_named", "_names_known", "analysis", "quotes", "topics",
                 "written")  # fmt: skip

    def __init__(self, analysis: Analysis, topics: Topics) -> None:
        self.analysis, self.topics = analysis, topics
        self.quotes = {quote.id: quote for quote in analysis.quotes}
        self.written = sentence_writer(analysis)
        self._known: tuple[SpeakerColours, int, Order] | None = None
        self._names_known: tuple[SpeakerColours, int, str | None] | None = None

    def closed(self, colours: SpeakerColours, width: int, order: Order) -> _Closed:
        """All speakers as they look while none is open: made once, however often one is opened."""
        if self._known != (colours, width, order):
            self._closed = self._made(colours, width, order)
            self._known = colours, width, order
        return self._closed

    def named(self, colours: SpeakerColours, width: int, chosen: str | None) -> Sequence[Item]:
        """The article's names, of which one may be chosen: made once, like the speakers."""
        if self._names_known != (colours, width, chosen):
            self._named = [*_names(self.analysis, self.topics, colours, chosen, width)]
            self._names_known = colours, width, chosen
        return self._named

    def _made(self, colours: SpeakerColours, width: int, order: Order) -> _Closed:
        speakers = {speaker.id: speaker for speaker in self.analysis.speakers}
        ranked = [speakers[speaker_id] for speaker_id in colours.order if speaker_id in speakers]
        ranked = in_order(order, ranked, self.analysis)
        most = max((speaker.share for speaker in ranked), default=1.0)
        shares = per_cents(ranked)
        heard = [speaker for speaker in ranked if speaker.quotes]
        return _Closed(
            heard,
            {speaker.id: n for n, speaker in enumerate(heard)},
            [
                _speaker(speaker, f"{shares[speaker.id]} %", colours, most, width, chosen=False)
                for speaker in heard
            ],
            shares,
            most,
            len(ranked) - len(heard),
        )


def waiting_items(width: int, message: str) -> list[Item]:
    """A message in place of the voices."""
    return [_text(), *(_text(Part(line, "dim")) for line in _wrapped(message, width))]


def voices_items(
    voiced: Voiced,
    colours: SpeakerColours,
    chosen: str | None,
    entity: str | None,
    width: int,
    *,
    order: Order = "by share",
    listing: bool = False,
    nobody: str = "",
) -> list[Item]:
    """All rows for an analysis: the speakers in their order, the chosen one open, then the names.

    `chosen` and `entity` are the ids of the open speaker and of the name that was chosen. While
    `listing`, the open speaker has all its statements in place of its summary. `nobody` is said
    where there are no speakers.
    """
    analysis = voiced.analysis
    closed = voiced.closed(colours, width, order)
    items = [*closed.items] if analysis.speakers else waiting_items(width, nobody)
    if (place := closed.place.get(chosen or "")) is not None:
        speaker, share = closed.heard[place], f"{closed.shares[closed.heard[place].id]} %"
        items[place : place + 1] = [
            _speaker(speaker, share, colours, closed.most, width, chosen=True),
            *_detail(voiced, speaker, share, colours.of(speaker.id).colour, width, listing=listing),
        ]
    if closed.silent:
        words = f"{closed.silent} more, told in other words only"
        items += [_text(Part(line, "dim")) for line in _wrapped(words, width)]
    if analysis.entities and analysis.done >= 1.0:
        items += [_text(), _text(Part("NAMED IN THE ARTICLE", "label"))]
        items += voiced.named(colours, width, entity)
    return items


def _speaker(
    speaker: Speaker, share: str, colours: SpeakerColours, most: float, width: int, *, chosen: bool
) -> Item:
    style = colours.of(speaker.id)
    roomy = width >= _ROOMY
    bar_width = 8 if roomy else 4
    count = str(len(speaker.quotes))
    numbers = f"{share:>6} {count:>3}" if roomy else f" {share:>4} {count:>2}"
    name_width = max(1, width - 3 - bar_width - cell_len(numbers))
    name = fitted(speaker.name, name_width - 1)
    look: Look = "strong" if chosen else "plain"
    head = (
        Part(f"{style.sign} ", look, style.colour),
        Part(set_cell_size(name, name_width), look),
        Part(bar(speaker.share / most if most else 0.0, bar_width), "plain", style.colour),
        Part(numbers, "plain" if chosen else "dim"),
    )
    rows: list[tuple[Part, ...]] = [head]
    if speaker.described:
        edge = _edge(style.colour) if chosen else (Part("  "),)
        rows.append((*edge, Part(fitted(speaker.described, width - 2), "dim")))
    return Item("speaker", speaker.id, tuple(rows))


def _detail(
    voiced: Voiced,
    speaker: Speaker,
    share: str,
    colour: str,
    width: int,
    *,
    listing: bool,
) -> Iterator[Item]:
    """What else the chosen speaker is called, how much and what it said, and of whom and what."""
    edge = _edge(colour)
    inner = max(1, width - 2)
    others = _other_names(speaker)
    if others:
        for line in _wrapped(f"also {', '.join(others)}", inner):
            yield _text(*edge, Part(line, "dim"))
    statements = f"{len(speaker.quotes)} statement{'' if len(speaker.quotes) == 1 else 's'}"
    yield _text(*edge, Part(fitted(f"{statements}, {share} of all", inner), "dim"))
    if listing:
        yield _text(*edge)
        yield _text(*edge, Part(f"ALL STATEMENTS  {len(speaker.quotes)}", "label"))
        yield from _statements(voiced, speaker, colour, inner)
    elif speaker.summary:
        yield _text(*edge)
        count = len(speaker.summary)
        label, buttons = "IN SHORT", f"{count}  {LONGER} {SHORTER} "
        yield Item(
            "length",
            speaker.id,
            ((*edge, Part(set_cell_size(label, inner - len(buttons)), "label"),
              Part(buttons, "dim")),),
        )  # fmt: skip
        for sentence in speaker.summary:
            words = voiced.written(sentence)
            dimmed = words.index(sentence.text) if sentence.lead else 0
            rows = tuple(
                (*edge, Part("  " if n else "· "), *line)
                for n, line in enumerate(_partly_dim(words, dimmed, inner - 2))
            )
            yield Item("sentence", sentence.quote or "", rows, sentence.span)
    # Whoever speaks alone is alone on everything.
    topics = voiced.topics.of(speaker.id)
    several = sum(bool(voice.quotes) for voice in voiced.analysis.speakers) > 1
    apart = [topic for topic in topics if topic.alone and several]
    shared = [topic for topic in topics if topic not in apart]
    as_others = "SPOKE OF, AS OTHERS DID" if several else "SPOKE OF"
    for label, some in ((as_others, shared), ("ONLY THIS VOICE SPOKE OF", apart)):
        if some:
            yield _text(*edge)
            yield _text(*edge, Part(label, "label"))
        for topic in some[:MOST_TOPICS]:
            yield _topic(topic, edge, width)
    yield _text()


def _statements(voiced: Voiced, speaker: Speaker, colour: str, width: int) -> Iterator[Item]:
    """All that a speaker said, each statement on a row or two, with the mark of its kind; what is
    told in other words behind its cue, without which `denied` would be lost.
    """
    text = voiced.analysis.article.text
    for quote in (voiced.quotes[quote_id] for quote_id in speaker.quotes):
        sign = INDIRECT_BAR if quote.kind == "indirect" else DIRECT_BAR
        sign = GUESS if quote.is_guess else sign
        mark = Part(f"{sign} ", "plain", colour)
        told = " ".join(quote.text.split())
        cue = ""
        if quote.kind == "indirect" and quote.cue:
            cue = " ".join(text[slice(*quote.cue)].split()) + " "
        first, *rest = _partly_dim(cue + told, len(cue), width - 2)
        lines = [first]
        if rest:
            behind = " ".join("".join(part.text for part in line) for line in rest)
            lines.append((Part(fitted(behind, width - 2)),))
        rows = tuple((*_edge(colour), mark, *line) for line in lines)
        yield Item("sentence", quote.id, rows, quote.spans[0])


def _other_names(speaker: Speaker) -> list[str]:
    """What else the article calls a speaker, without what the name and the role say already."""
    told = {speaker.name.casefold(), (speaker.role or "").casefold()}
    names = list[str]()
    for alias in speaker.aliases:
        bare = alias.casefold().removeprefix("the ")
        if bare not in told and speaker.name not in alias:
            told.add(bare)
            names.append(alias)
    return names[:MOST_ALIASES]


def _topic(topic: Topic, edge: tuple[Part, ...], width: int) -> Item:
    number = f" {len(topic.mentions)}"
    name = fitted(topic.entity.name, max(1, width - 2) - len(number))
    return Item("topic", topic.entity.id, ((*edge, Part(name), Part(number, "dim")),))


def _names(
    analysis: Analysis, topics: Topics, colours: SpeakerColours, chosen: str | None, width: int
) -> Iterator[Item]:
    """The most salient names of the article: how often each stands there, and who speaks of it."""
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    entities = analysis.entities[:MOST_ENTITIES]
    most = max(len(entity.mentions) for entity in entities)
    for entity in entities:
        speaking = frozenset(topics.voices(entity))
        voices = [speakers[i] for i in colours.order if i in speaking]
        is_chosen = entity.id == chosen
        rows = [_name(entity, most, width, voiced=bool(voices), chosen=is_chosen)]
        kind = () if entity.type == "other" else (Part(f"{entity.type}  ", "dim"),)
        if below := (*kind, *_voices(voices, colours, width - 2 - sum(len(p.text) for p in kind))):
            rows.append((Part("  "), *below))
        yield Item("entity", entity.id, tuple(rows))


def _name(entity: Entity, most: int, width: int, *, voiced: bool, chosen: bool) -> tuple[Part, ...]:
    bar_width = 8 if width >= _ROOMY else 4
    number = str(len(entity.mentions)).rjust(4)
    name_width = max(1, width - 3 - bar_width - len(number))
    name = set_cell_size(fitted(entity.name, name_width), name_width + 1)
    # A name that nobody speaks of steps back, as a voice without a word does.
    look: Look = "strong" if chosen else "plain" if voiced else "dim"
    return (
        Part("▸ " if chosen else "  ", look),
        Part(name, look),
        Part(bar(len(entity.mentions) / most, bar_width), "dim"),
        Part(number, "dim"),
    )


def _voices(voices: Sequence[Speaker], colours: SpeakerColours, room: int) -> tuple[Part, ...]:
    """The speakers' signs in their colours, with their names or surnames if there is room."""
    names = [speaker.name for speaker in voices]
    cut = [fitted(name, room - 2) for name in names[:1]] if len(names) == 1 else [""] * len(names)
    for told in (names, [_surname(speaker) for speaker in voices], cut):
        ends = [f"{name}  " if name else "" for name in told]
        if sum(2 + cell_len(end) for end in ends) - 2 <= room:
            break
    parts = list[Part]()
    for speaker, end in zip(voices, ends, strict=True):
        style = colours.of(speaker.id)
        parts += [Part(f"{style.sign} ", "plain", style.colour), Part(end, "dim")]
    return tuple(parts)


def _surname(speaker: Speaker) -> str:
    """The last word of a person's name; all words of what is no proper name."""
    words = speaker.name.split()
    proper = speaker.kind == "person" and all(word[0].isupper() for word in words)
    return words[-1] if proper else speaker.name


def _text(*parts: Part) -> Item:
    return Item("text", "", (parts,))


def _edge(colour: str) -> tuple[Part, ...]:
    """What runs down the left of all that belongs to the chosen speaker."""
    return (Part("▎ ", "plain", colour),)


def bar(share: float, width: int) -> str:
    """A bar of `width` cells, `share` of it filled; something is seen of the smallest."""
    eighths = max(1, round(share * width * 8)) if share > 0 else 0
    full, rest = divmod(eighths, 8)
    return ("█" * full + _EIGHTHS[rest]).strip().ljust(width) if eighths else " " * width


def _partly_dim(text: str, dimmed: int, width: int) -> Iterator[tuple[Part, ...]]:
    """The lines of a text whose first `dimmed` characters are dim."""
    at = 0
    for line in _wrapped(text, width):
        at = text.index(line, at)
        dim = max(0, dimmed - at)
        yield tuple(p for p in (Part(line[:dim], "dim"), Part(line[dim:])) if p.text)
        at += len(line)


def _wrapped(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Content(text).wrap(max(8, width))]
