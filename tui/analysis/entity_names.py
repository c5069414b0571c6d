"""The names that key entities are made of: where capitals tell them, as the encoder types them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from tui.analysis.capital_runs import JOINERS
from tui.analysis.character import (
    FEMALE_TITLES,
    MALE_TITLES,
    TITLES,
    initials,
    name_words,
)
from tui.analysis.common_words import is_common
from tui.analysis.frames import ARTICLES
from tui.analysis.joined_bodies import joined_bodies
from tui.analysis.model import EntityType
from tui.analysis.name_starts import has_letters_behind
from tui.analysis.name_types import DEMONYMS, ORGANIZATION_WORDS, PLACE_WORDS, is_demonym
from tui.analysis.names import COMPOUND, Name
from tui.analysis.quotation import inside
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tagger import TaggedName
from tui.analysis.tokens import tokens
from tui.analysis.told_types import as_told
from tui.analysis.whole_tags import whole_tags
from tui.article.head import dateline_of
from tui.article.model import Article, Span

# What else begins with one of these is a person all the same.
SURE_TITLES = MALE_TITLES | FEMALE_TITLES | frozenset(["dr", "dr."])
# A name of several words that begins so is a place's, but for a body that is called after it.
PLACES = frozenset("port lake mount river cape fort".split())
SURE_BODIES = frozenset("hospital university school college academy trust council fund".split())
SURE_PLACES = frozenset("dam river lake bridge street road avenue lane square valley hill".split())
OFFICER = re.compile(r" ([A-Z][a-z]+)\b")
THE = re.compile(r"\b(?:the|a|an) $", re.IGNORECASE)
HYPHENED = re.compile(r"[-‑][^\W\d_]+")
# `St Orrin’s Hospital`
OWNED = re.compile(r"(?:[’']s|(?<=s)[’']) ([A-Z]\w+)")
# So far about a name small letters are looked for.
LINE = 120


def entity_names(
    article: Article,
    names: Sequence[Name],
    tagged: Sequence[TaggedName],
    titles: Sequence[Span] = (),
) -> tuple[Name, ...]:
    """Names with the types that the encoder sees, in order, not overlapping.

    `names` are those that capitals tell and `tagged` those of the encoder, both in order. What
    only capitals tell is no name (words that begin a sentence, titles, weekdays), unless the
    encoder sees it elsewhere; of what both tell, the longer stretch stands, but a
    person's full name is the encoder's. Where there are no tags, `names` stand. Demonyms are none,
    nor is who wrote the article, nor a part of one of `titles` (stretches in title case, in
    order) whose words are no name elsewhere.
    """
    text = article.text
    bylines = [b.span for b in article.blocks if b.kind == "byline"]
    found = [
        bare
        for name in (_typed(text, names, tagged) if tagged else names)
        if not inside(bylines, name.span.start) and (bare := _bare(text, name)) is not None
    ]
    found = [name for name in found if not _is_office(text, name.span)]
    sure = {text[slice(*n.span)] for n in found if not _opens(text, n.span)}
    found = [n for n in found if not _may_be_a_word(text, n.span) or text[slice(*n.span)] in sure]
    forms = {text[slice(*name.span)] for name in found}
    found = [name for name in found if not _is_demonym(text, name, forms)]
    families = {form.split()[-1] + "s" for form in forms if " " in form}
    found = [n for n in found if text[slice(*n.span)] not in families]
    return tuple(as_told(text, list(_told_elsewhere(text, found, titles))))


def _opens(text: str, span: Span) -> bool:
    """Whether a sentence, or what is quoted, begins with a name."""
    before = text[max(0, span.start - 3) : span.start].rstrip(" “‘\"'(")
    return not before or before[-1] in ".?!:\n—"


def _may_be_a_word(text: str, span: Span) -> bool:
    """Whether what opens a sentence is one common word: `Frostbite had set in`."""
    form = text[slice(*span)]
    return form.isalpha() and is_common(form.lower()) and _opens(text, span)


def _is_office(text: str, span: Span) -> bool:
    """`Chief Product Officer`: common words before what somebody is are no body's name."""
    behind = OFFICER.match(text, span.end)
    parts = text[slice(*span)].lower().split()
    return behind is not None and is_role_noun(behind[1].lower()) and all(map(is_common, parts))


def _told_elsewhere(text: str, names: Sequence[Name], titles: Sequence[Span]) -> Iterator[Name]:
    """The names but for parts of titles that are named nowhere else."""

    def title_of(name: Name) -> Span | None:
        at = bisect_right(titles, name.span.start, key=lambda s: s.start) - 1
        return titles[at] if at >= 0 and name.span.end <= titles[at].end else None

    elsewhere = [text[slice(*n.span)].lower() for n in names if title_of(n) is None]
    whole, parts = set(elsewhere), {word for form in elsewhere for word in form.split()}
    first = {form.split()[0] for form in elsewhere}
    for name in names:
        title, form = title_of(name), text[slice(*name.span)].lower()
        known = form in whole or (form in parts if " " not in form else form.split()[0] in first)
        if title is None or known or _is_all_of(text, name.span, title):
            yield name


def _is_all_of(text: str, part: Span, whole: Span) -> bool:
    around = text[whole.start : part.start] + text[part.end : whole.end]
    return not any(map(str.isalnum, around))


def _typed(text: str, names: Sequence[Name], tagged: Sequence[TaggedName]) -> list[Name]:
    people = [n.span for n in names if n.type == "person" and " " in text[slice(*n.span)]]
    whole_ones = whole_tags(text, [Name(n.span, n.type) for n in tagged], people)
    seen = [n for n in whole_ones if any(map(str.isupper, text[slice(*n.span)]))]
    ends = [name.span.end for name in seen]
    forms = {text[slice(*name.span)] for name in seen}
    found = {name.span: name for name in seen}
    full = [(n.type, name_words(form)) for n in seen if " " in (form := text[slice(*n.span)])]
    surnames = {words[-1] for kind, words in full if kind == "person"}
    spelled_out = {initials(words) for kind, words in full if kind == "organization"}
    for name in names:
        at = bisect_left(ends, name.span.start + 1)
        over = []
        while at < len(seen) and seen[at].span.start < name.span.end:
            over.append(seen[at])
            at += 1
        if _is_shouted(text, name.span):
            continue  # in a line of capitals they tell nothing
        if not over:
            form = text[slice(*name.span)]
            if form in forms or (form.isupper() and form.lower() in spelled_out):
                found[name.span] = name
            continue
        if _is_full_name(text, over) and not _goes_on(text, over[0].span, name.span):
            continue
        for part in over:
            found.pop(part.span, None)
        whole = _together(text, name, over)
        words = name_words(text[slice(*whole.span)])
        if name.type == "person" and len(words) == 1 and words[0] in surnames:
            whole = Name(whole.span, "person")
        found[whole.span] = whole
    return joined_bodies(text, _apart(sorted(found.values(), key=lambda n: n.span)))


def _is_shouted(text: str, span: Span) -> bool:
    """Whether a name stands in a line without small letters that has more words than it."""
    before = text[max(0, span.start - LINE) : span.start].rpartition("\n")[2]
    line = before + text[span.start : span.end + LINE].partition("\n")[0]
    return line.isupper() and len(line.split()) > len(text[slice(*span)].split())


def _is_full_name(text: str, over: Sequence[Name]) -> bool:
    words = text[slice(*over[0].span)].lower().split()
    told = len(words) > 1 and words[-1] in ORGANIZATION_WORDS | PLACE_WORDS
    return len(over) == 1 and over[0].type == "person" and len(words) > 1 and not told


def _goes_on(text: str, part: Span, whole: Span) -> bool:
    """Whether a name goes on where a part of it ends: `Cathal Mac` of `Cathal Mac an Rí`."""
    rest = text[part.end : whole.end].split() if part.start == whole.start else []
    return rest[:1] in (["an"], ["na"], ["und"])


def _together(text: str, name: Name, over: Sequence[Name]) -> Name:
    """One name of all, of the type that the most characters have.

    The encoder takes many a name that it has never seen for a person's: where capitals and what
    stands about them tell of a place or a body, that is what it is.
    """
    votes = Counter[EntityType]()
    for part in over:
        votes[part.type] += part.span.end - part.span.start
    start = min(name.span.start, over[0].span.start)
    kind = votes.most_common(1)[0][0]
    told = name.type == "organization" and name_words(text[slice(*name.span)])[-1] in SURE_BODIES
    if told or (kind == "person" and name.type in ("place", "organization")):
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
    end = _whole_end(text, name.span.end)
    words = [word for word in tokens(text, name.span.start, end) if word.text[0].isalnum()]
    while len(words) > 1 and words[0].is_capital and COMPOUND.search(words[0].text):
        words = words[1:]
    while words and words[-1].low in JOINERS:
        words = words[:-1]  # `Beacon and`
    if len(words) > 1 and words[-1].low in TITLES and text[words[-1].end :][:1] == ".":
        words = words[:-1]  # `ACME Cpl.`
    if (
        len(words) > 1
        and words[0].text in ("Q", "A", "Q.", "A.")
        and text[words[0].start :][1:2] == "."
        and text.endswith("\n", 0, words[0].start)
        and words[1].length > 2
    ):
        words = words[1:]
    ahead = TITLES | ARTICLES if name.type == "person" else SURE_TITLES | ARTICLES
    titled = False
    while words and words[0].low in ahead and not words[0].is_possessive:
        titled = titled or words[0].low in TITLES
        words = words[1:]
    while words and has_letters_behind(words, titled=name.type == "person"):
        words, titled = words[:-1], True
    if not any(word.is_capital for word in words) or COMPOUND.search(words[-1].text):
        return None
    if all(word.low in TITLES or word.length == 1 for word in words):
        return None
    kind = "person" if titled else name.type
    span = Span(words[0].start, words[-1].bare_end)
    if _is_dateline(text, span):
        kind = "place"
    owned = OWNED.match(text, span.end)
    if owned and kind != "person" and owned[1].lower() in ORGANIZATION_WORDS | PLACE_WORDS:
        kind = "organization" if owned[1].lower() in ORGANIZATION_WORDS else "place"
        return Name(Span(span.start, owned.end()), kind)
    if (
        not titled
        and len(words) > 1
        and (words[0].low in PLACES or words[-1].low in SURE_PLACES)
        and words[-1].low not in ORGANIZATION_WORDS
    ):
        kind = "place"
    return Name(span, kind)


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a paragraph opens with a name as with where it was written."""
    if not text.endswith("\n", 0, span.start):
        return False
    place = dateline_of(text[span.start : span.end + LINE])
    return place is not None and len(place) >= span.end - span.start


def _whole_end(text: str, end: int) -> int:
    """Where the word ends in which a name does: `Hae-bin`."""
    behind = HYPHENED.match(text, end - 1 if text[end - 1 : end] in ("-", "‑") else end)
    return behind.end() if behind else end


def _is_demonym(text: str, name: Name, forms: Collection[str]) -> bool:
    """Whether a name is `Dutch`, `Canadian`, or tells of who is from a place that is named, too."""
    word = text[slice(*name.span)]
    if THE.search(text, max(0, name.span.start - 4), name.span.start) and is_demonym(word):
        return True
    if name.type == "person" and not word.endswith("n"):
        return False
    return (
        word.lower() in DEMONYMS
        or (name.type != "person" and is_demonym(word))
        or (word.endswith("n") and word[:-1] in forms)
    )
