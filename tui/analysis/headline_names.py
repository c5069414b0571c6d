"""Names in headlines, where every word has a capital, cut to what the text below calls somebody."""

from collections.abc import Container, Iterator, Sequence

from tui.analysis.character import name_words
from tui.analysis.common_words import is_common
from tui.analysis.given_names import gender_of_given
from tui.analysis.model import EntityType
from tui.analysis.name_types import ORGANIZATION_WORDS, PLACE_WORDS, is_demonym
from tui.analysis.names import Name
from tui.analysis.quotation import inside
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token, tokens
from tui.analysis.unspoken import in_title_case
from tui.article.model import Article, Block, Span

# A line that is longer is no headline.
LONGEST = 120
_Known = dict[tuple[str, ...], EntityType]


def cut_in_headlines(article: Article, names: Sequence[Name]) -> list[Name]:
    """The same names, in order; of those in headlines that stand nowhere else, what does: of `Ada
    Falk Slams Bank` the first two words, of `Defiant Falk` the last. `Democrat Ada Falk` is cut
    anywhere.
    """
    headlines = [b.span for b in article.blocks if _is_headline(article.text, b)]
    below = [name for name in names if not inside(headlines, name.span.start)]
    known = {_key(article.text, name): name.type for name in below}
    people = {key for key, kind in known.items() if kind == "person" and len(key) > 1}
    known |= dict.fromkeys(((key[-1],) for key in people if (key[-1],) not in known), "person")
    # `Falk Acquires Bank` above `Falk Systems said`
    whole = (key for key, kind in known.items() if kind == "organization" and len(key) > 1)
    begin = {key[:1] for key in whole if not is_common(key[0])} - known.keys()
    known |= dict.fromkeys(begin, "organization")
    return [
        part
        for name in names
        for part in (
            _parts(article.text, name, known)
            if inside(headlines, name.span.start)
            else (_without_epithet(article.text, name, people),)
        )
    ]  # fmt: skip


def _is_headline(text: str, block: Block) -> bool:
    """Whether a block is a headline, or a short one written as such: `Ada Falk Sells Bank.`"""
    if block.kind in ("title", "heading"):
        return True
    words = text[slice(*block.span)]
    return len(words) < LONGEST and words.count(" ") > 1 and in_title_case(words)


def _parts(text: str, name: Name, known: _Known) -> Iterator[Name]:
    words = tokens(text, *name.span)
    lows = [w.low for w in words]
    if len(words) < 2 or _key(text, name) in known:
        yield name
        return
    for end in range(len(words) - 1, 0, -1):
        kind = known.get(_key_of(lows[:end]))
        if kind is None and end == 2 and gender_of_given(lows[0]):
            # `Ada Falk Joins List` above `Speaker Falk`
            surname = known.get((lows[1],))
            kind = surname if surname == "person" else None
        acts = kind == "organization" and lows[end].endswith("s")
        if kind is not None and (end > 1 or kind == "person" or acts) and _is_verb(lows[end]):
            yield _name(words[:end], kind)
            rest = next((i for i in range(end + 1, len(words)) if not is_common(lows[i])), None)
            if rest is not None:
                yield _name(words[rest:], known.get(_key_of(lows[rest:]), name.type))
            return
    kind = known.get(_key_of(lows[1:]))
    if kind == "person" and _is_epithet(lows[0]):
        yield _name(words[1:], kind)
        return
    yield name


def _without_epithet(text: str, name: Name, people: Container[tuple[str, ...]]) -> Name:
    """`Democrat Ada Falk`, where others have `Ada Falk`, cut to that."""
    key = _key(text, name)
    if len(key) < 3 or key[1:] not in people or not _is_epithet(key[0]):
        return name
    return _name(tokens(text, *name.span)[1:], name.type)


def _is_epithet(low: str) -> bool:
    """Whether a word before a name is hardly a given name."""
    told = is_common(low) or is_role_noun(low) or is_demonym(low.capitalize())
    return told and gender_of_given(low) is None


def _is_verb(low: str) -> bool:
    """Whether a word behind a name is none of it: `Slams`, but not `Bank`."""
    return (is_common(low) or low.endswith("s")) and low not in ORGANIZATION_WORDS | PLACE_WORDS


def _name(words: Sequence[Token], kind: EntityType) -> Name:
    return Name(Span(words[0].start, words[-1].bare_end), kind)


def _key(text: str, name: Name) -> tuple[str, ...]:
    return tuple(name_words(text[slice(*name.span)]))


def _key_of(lows: Sequence[str]) -> tuple[str, ...]:
    return tuple(name_words(" ".join(lows)))
