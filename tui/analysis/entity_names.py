"""The names that key entities are made of: where capitals tell them, as the encoder types them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from tui.analysis.character import FEMALE_TITLES, MALE_TITLES, TITLES
from tui.analysis.model import EntityType
from tui.analysis.name_types import DEMONYMS, ORGANIZATION_WORDS, PLACE_WORDS, is_demonym
from tui.analysis.names import POST_NOMINALS, Name
from tui.analysis.tagger import TaggedName
from tui.analysis.tokens import tokens
from tui.article.model import Article, Span

# What else begins with one of these is a person all the same.
SURE_TITLES = MALE_TITLES | FEMALE_TITLES | frozenset(["dr", "dr."])
# A name of several words that begins so is a place's, but for a body that is called after it.
PLACES = frozenset("port lake mount river cape fort".split())
ARTICLES = frozenset(["the", "a", "an"])


def entity_names(
    article: Article, names: Sequence[Name], tagged: Sequence[TaggedName]
) -> tuple[Name, ...]:
    """Names with the types that the encoder sees, in order, not overlapping.

    `names` are those that capitals tell and `tagged` those of the encoder, both in order. What
    only capitals tell is no name (words that begin a sentence, titles, weekdays), unless it is an
    acronym or the encoder sees it elsewhere; of what both tell, the longer stretch stands, but a
    person's full name is the encoder's. Where there are no
    tags, `names` stand. Demonyms are none, nor is who wrote the article.
    """
    text = article.text
    bylines = [b.span for b in article.blocks if b.kind == "byline"]
    found = [
        bare
        for name in (_typed(text, names, tagged) if tagged else names)
        if not any(b.start <= name.span.start < b.end for b in bylines)
        and (bare := _bare(text, name)) is not None
    ]
    forms = {text[slice(*name.span)] for name in found}
    return tuple(name for name in found if not _is_demonym(text, name, forms))


def _typed(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> list[Name]:
    seen = [Name(n.span, n.type) for n in tagged if any(map(str.isupper, text[slice(*n.span)]))]
    ends = [name.span.end for name in seen]
    forms = {text[slice(*name.span)] for name in seen}
    found = {name.span: name for name in seen}
    for name in names:
        at = bisect_left(ends, name.span.start + 1)
        over = []
        while at < len(seen) and seen[at].span.start < name.span.end:
            over.append(seen[at])
            at += 1
        if not over:
            form = text[slice(*name.span)]
            if form in forms or (form.isupper() and name.type == "organization"):
                found[name.span] = name
            continue
        if _is_full_name(text, over):
            continue
        for part in over:
            found.pop(part.span, None)
        whole = _together(name, over)
        found[whole.span] = whole
    return _joined(text, _apart(sorted(found.values(), key=lambda n: n.span)))


def _joined(text: str, names: Sequence[Name]) -> list[Name]:
    """The same names; `the Arts and Crafts Guild` is one body, though the encoder sees two."""
    joined: list[Name] = []
    for name in names:
        if joined and name.type == joined[-1].type == "organization":
            start = joined[-1].span.start
            words = text[start : name.span.end].lower().split()
            if (
                text[start : name.span.start].split()[1:] == ["and"]
                and text[max(0, start - 4) : start].lower() == "the "
                and len(words) > 3
                and (words[-1] in ORGANIZATION_WORDS or words[-1].endswith("s"))
            ):
                joined[-1] = Name(Span(start, name.span.end), name.type)
                continue
        joined.append(name)
    return joined


def _is_full_name(text: str, over: Sequence[Name]) -> bool:
    words = text[slice(*over[0].span)].lower().split()
    told = len(words) > 1 and words[-1] in ORGANIZATION_WORDS | PLACE_WORDS
    return len(over) == 1 and over[0].type == "person" and len(words) > 1 and not told


def _together(name: Name, over: Sequence[Name]) -> Name:
    """One name of all, of the type that the most characters have.

    The encoder takes many a name that it has never seen for a person's: where capitals and what
    stands about them tell of a place or a body, that is what it is.
    """
    votes = Counter[EntityType]()
    for part in over:
        votes[part.type] += part.span.end - part.span.start
    start = min(name.span.start, over[0].span.start)
    kind = votes.most_common(1)[0][0]
    if kind == "person" and name.type in ("place", "organization"):
        kind = name.type
    return Name(Span(start, max(name.span.end, over[-1].span.end)), kind)


def _apart(names: Sequence[Name]) -> list[Name]:
    """The same names; of those that overlap the longest."""
    kept: list[Name] = []
    for name in names:
        if kept and name.span.start < kept[-1].span.end:
            kept[-1] = max(kept[-1], name, key=lambda n: n.span.end - n.span.start)
        else:
            kept.append(name)
    return kept


def _bare(text: str, name: Name) -> Name | None:
    """A name without titles before it and honours behind it; who has either is a person."""
    words = [word for word in tokens(text, *name.span) if word.text[0].isalnum()]
    ahead = TITLES | ARTICLES if name.type == "person" else SURE_TITLES | ARTICLES
    titled = False
    while words and words[0].low in ahead:
        titled = titled or words[0].low in TITLES
        words = words[1:]
    while words and words[-1].low in POST_NOMINALS:
        words, titled = words[:-1], True
    if not any(word.is_capital for word in words):
        return None
    kind = "person" if titled else name.type
    if (
        kind == "organization"
        and words[0].low in PLACES
        and words[-1].low not in ORGANIZATION_WORDS
    ):
        kind = "place"
    last = words[-1]
    ending = len(last.text) - len(last.low) if last.is_possessive else 0
    return Name(Span(words[0].start, last.end - ending), kind)


def _is_demonym(text: str, name: Name, forms: Collection[str]) -> bool:
    """Whether a name is `Dutch`, `Canadian`, or tells of who is from a place that is named, too."""
    word = text[slice(*name.span)]
    if name.type == "person" and not word.endswith("n"):
        return False
    return (
        word.lower() in DEMONYMS
        or (name.type != "person" and is_demonym(word))
        or (word.endswith("n") and word[:-1] in forms)
    )
