"""The voices of the page: shares, roles, summaries, what they spoke of, links to what they said."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final

from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.analysis.shares import per_cents
from tui.analysis.topics import Topic, topics
from tui.export.html_looks import Look, Looks, tag
from tui.export.report_words import counted
from tui.export.sentence_text import sentence_writer

MOST_TOPICS: Final = 8
MOST_KEYS: Final = 9


def glance_html(analysis: Analysis, looks: Looks) -> str:
    """All voices in a few lines, for where they do not stand beside the article."""
    if not looks.voices:
        return ""
    shares = per_cents(analysis.speakers)
    entries = (
        tag("li", tag("a", f"{_numbered(look)} {tag('span', _share(look, shares), class_='share')}",
                      href=f"#{look.anchor}"))
        for look in looks.voices
    )  # fmt: skip
    count = len(looks.voices)
    title = tag("summary", "1 voice" if count == 1 else f"{count} voices")
    details = tag("details", title + tag("ol", "".join(entries)))
    return tag("nav", details, class_="at-a-glance", aria_label="Voices, in brief")


def voices_html(analysis: Analysis, looks: Looks) -> str:
    """The voices, the largest share first, and at the end what nobody is known to have said."""
    shares, spoken_of = per_cents(analysis.speakers), topics(analysis)
    quotes = {quote.id: quote for quote in analysis.quotes}
    numbers = {quote.id: n for n, quote in enumerate(analysis.quotes, 1)}
    written = sentence_writer(analysis)
    parts = list[str]()
    for look in looks.voices:
        speaker = look.speaker
        assert speaker is not None
        inner = [
            _head(look),
            _role(speaker),
            _bar(speaker),
            tag("p", f"{_share(look, shares)} of what is said · {counted(len(speaker.quotes))}",
                class_="counts"),
            *_in_short(speaker, written, quotes),
            *_spoke_of(spoken_of.of(speaker.id)),
            *_statements([quotes[q] for q in speaker.quotes if q in quotes], numbers),
        ]  # fmt: skip
        key = look.number if int(look.number) <= MOST_KEYS else "0"
        parts.append(_section(look, "".join(inner), key))
    unknown = [quote for quote in analysis.quotes if looks.of(quote) is looks.nobody]
    if unknown:
        inner = [_head(looks.nobody), tag("p", counted(len(unknown)), class_="counts")]
        parts.append(_section(looks.nobody, "".join([*inner, *_statements(unknown, numbers)]), ""))
    if not parts:
        parts.append(tag("p", "No statements found."))
    heading = tag("h2", "Voices", id="voices-title")
    body = tag("div", "".join(parts), class_="voices")
    return tag("aside", heading + body, id="voices", tabindex="-1", aria_labelledby="voices-title")


def _section(look: Look, inner: str, key: str) -> str:
    title = f"{look.anchor}-name"
    return tag("section", inner, class_=f"voice {look.colour}", id=look.anchor, data_key=key,
               aria_labelledby=title)  # fmt: skip


def _numbered(look: Look) -> str:
    return (
        f"{tag('span', look.sign, class_=f'number {look.colour}')} {tag('bdi', escape(look.name))}"
    )


def _head(look: Look) -> str:
    number = tag("span", look.sign, class_="number")
    return tag("h3", number + tag("bdi", escape(look.name)), id=f"{look.anchor}-name")


def _role(speaker: Speaker) -> str:
    told = speaker.described
    return tag("p", tag("bdi", escape(told)), class_="role") if told else ""


def _share(look: Look, shares: Mapping[str, int]) -> str:
    return f"{shares[look.speaker.id]}%" if look.speaker else ""


def _bar(speaker: Speaker) -> str:
    """A drawing, as a style of its own for each share would be no style sheet that a hash vouches
    for.
    """
    share = f"{min(1.0, max(0.0, speaker.share)) * 100:.1f}"
    return (
        '<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="100" height="1"/><rect width="{share}" height="1"/></svg>'
    )


def _in_short(
    speaker: Speaker, written: Callable[[SummarySentence], str], quotes: Mapping[str, Quote]
) -> Iterator[str]:
    lines = list[str]()
    for sentence in speaker.summary:
        quote = quotes.get(sentence.quote or "")
        guess = tag("span", " (a guess)", class_="label") if quote and quote.is_guess else ""
        words = tag("bdi", escape(" ".join(written(sentence).split()), quote=False)) + guess
        lines.append(tag("li", tag("a", words, href=f"#{quote.id}") if quote else words))
    if lines:
        yield tag("ul", "".join(lines), class_="in-short", aria_label="In short")


def _spoke_of(spoken_of: tuple[Topic, ...]) -> Iterator[str]:
    """Names that the statements hold, each leading to the first that does."""
    links = [
        tag("a", f"{tag('bdi', escape(topic.entity.name, quote=False))}{_times(topic)}",
            href=f"#{topic.mentions[0][0].id}")
        for topic in spoken_of[:MOST_TOPICS]
    ]  # fmt: skip
    if links:
        yield tag("p", f"Spoke of {', '.join(links)}", class_="spoke-of")


def _times(topic: Topic) -> str:
    count = len(topic.mentions)
    return f" ×{count}" if count > 1 else ""


def _statements(quotes: list[Quote], numbers: Mapping[str, int]) -> Iterator[str]:
    """The numbers of statements, in the article's order."""
    links = [
        tag("a", str(numbers[quote.id]), href=f"#{quote.id}",
            aria_label=f"Statement {numbers[quote.id]}")
        for quote in quotes
    ]  # fmt: skip
    if links:
        yield tag("p", f"Statements {' '.join(links)}", class_="statements")
