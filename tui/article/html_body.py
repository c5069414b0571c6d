"""Which blocks of a web page are its article: where trafilatura finds it, and all that is there."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Final

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from tui.article.dates import is_date_line
from tui.article.html_blocks import PageBlock
from tui.article.html_facts import Facts, letters
from tui.article.html_furniture import is_pulled, words_of
from tui.article.line_forms import is_stamp

_MOST_TEXT: Final = 2_000_000
_FEWEST_LETTERS: Final = 12
_NEARLY_ALL: Final = 0.95
_MOSTLY: Final = 0.8
_PROSE: Final = 60
_FEWEST_WORDS: Final = 4
_FEWEST_ENTRIES: Final = 2
_STEPS: Final = 3
_LONGEST_OFFER: Final = 240
_LONGEST_STAMP: Final = 60
_LONGEST_NOTE: Final = 500
_SENTENCE_END: Final = re.compile(r"[.!?…:;,—–-][\"'”’»)\]]*$|[”\"’]$")
_STANDFIRST: Final = re.compile(
    r" (?:standfirst|stand first|deck?|sub ?title|sub ?head(?:line|ing)?|lede|intro|introduction"
    r"|summary|excerpt|strapline|strap|description|abstract|teaser text|lead) "
)
_OFFERED: Final = re.compile(
    r"(?i)(?:advertisement|sponsored( content)?|(?:story|article) continues (?:below|after)\b.*"
    r"|all rights reserved\W*|(?:copyright|©).*|(?:photo|image|picture)s?(?: credits?| by)?:.*)"
)
_OFFERED_LINK: Final = re.compile(
    r"(?i)(?:(?:read|watch|see|listen|related|more|also|don['’]t miss|explore)\b[^.:]{0,24}:"
    r"|(?:read|see|find out|learn) more\b|sign up\b|subscribe\b|click here\b|follow us\b|like us\b"
    r"|share this\b|log in\b|support our\b|download (?:the|our) app\b)"
)
_CREDIT: Final = re.compile(r"(?i:(?:words |text |story |written )?by)[:\s]\s*[^\W\d_a-z]")


def article_of(blocks: Sequence[PageBlock], root: HtmlElement, facts: Facts) -> list[PageBlock]:
    """The blocks that are the article, without its title, in their order.

    `root` is the tree that the blocks are from. Where nothing tells the article from what is around
    it, all blocks are the article.
    """
    blocks = _from_title(blocks, facts)
    entries = _entries(blocks) if facts.live else frozenset[HtmlElement]()
    if entries:
        blocks = _stamped(blocks, entries)
    found = _found(root, blocks, facts, entries)
    if not any(found):
        return _without_pulled(blocks)
    where = _container(blocks, found)
    inside = [where in _around(block.place) for block in blocks]
    held = [i for i, block in enumerate(blocks) if found[i] and inside[i]]
    homes = {home for i in held for home in _homes(blocks[i])}
    lists = _lists(blocks)
    kept = list[PageBlock]()
    leading = False  # whether what came last led away from the article
    for i, block in reversed(list(enumerate(blocks))):
        if _is_offer(block) or _is_date(block, entries) or _only_links(block, lists):
            leading = True
            continue
        if i < held[0]:
            fits = _is_standfirst(block, facts)
        elif leading and block.kind != "item" and not _SENTENCE_END.search(block.text):
            fits = False  # what leads away is told by it
        else:
            fits = inside[i] and (found[i] or _fits(block, homes, between=i < held[-1]))
        leading = leading and not fits
        if fits and (kept or not _is_about(block, facts)):
            kept.append(block)
    while kept and kept[0].kind == "heading":
        kept.pop(0)
    return _without_pulled(kept[::-1])


def _from_title(blocks: Sequence[PageBlock], facts: Facts) -> list[PageBlock]:
    """The blocks behind the title; all but it, where most of the text is before it."""
    at = next((i for i, b in enumerate(blocks) if facts.heading in _around(b.place)), None)
    others = [b for b in blocks if facts.heading not in _around(b.place)]
    if facts.heading is None or at is None:
        return others
    behind = [b for b in blocks[at:] if facts.heading not in _around(b.place)]
    enough = 2 * sum(len(b.text) for b in behind) > sum(len(b.text) for b in others)
    return behind if enough else others


def _found(
    root: HtmlElement,
    blocks: Sequence[PageBlock],
    facts: Facts,
    entries: frozenset[HtmlElement],
) -> list[bool]:
    """For each block, whether trafilatura, the page's own copy or a live report has it."""
    document = None
    if sum(len(block.text) for block in blocks) < _MOST_TEXT:
        document = bare_extraction(deepcopy(root), include_comments=False, favor_recall=True)
    text = "" if document is None or isinstance(document, dict) else document.text or ""
    known = letters(text), letters(facts.body)
    found = list[bool]()
    for block in blocks:
        shown = letters(block.text)
        found.append(
            (len(shown) >= _FEWEST_LETTERS and any(shown in text for text in known))
            or not entries.isdisjoint(_around(block.place))
        )
    return found


def _around(place: HtmlElement) -> list[HtmlElement]:
    return [place, *place.iterancestors()]


def _container(blocks: Sequence[PageBlock], found: Sequence[bool]) -> HtmlElement:
    """The innermost element that holds nearly all that was found, and what is set like it."""
    weights = Counter[HtmlElement]()
    depths = dict[HtmlElement, int]()
    prose = set[HtmlElement]()
    for block, is_found in zip(blocks, found, strict=True):
        around = _around(block.place)
        if is_found:
            for depth, element in enumerate(reversed(around)):
                weights[element] += len(block.text)
                depths[element] = depth
        elif _is_prose(block):
            prose.update(around)
    enough = _NEARLY_ALL * max(weights.values())
    where = max((e for e in weights if weights[e] >= enough), key=lambda e: depths[e])
    for element in _around(where)[:_STEPS]:
        parent = element.getparent()
        alike = (
            other.tag == element.tag
            and other.get("class") == element.get("class")
            and other in prose
            for other in (parent if parent is not None else ())
            if other is not element
        )
        if element.tag not in ("body", "html") and any(alike):
            where = parent
    return where


def _is_prose(block: PageBlock) -> bool:
    return (
        len(block.text) >= _PROSE
        and not _is_linked(block)
        and bool(_SENTENCE_END.search(block.text))
    )


def _is_linked(block: PageBlock) -> bool:
    return block.linked >= _MOSTLY * len(block.text)


def _homes(block: PageBlock) -> tuple[object, ...]:
    """What tells that blocks stand side by side: the element, or its parent and its tag."""
    return block.place, (block.place.getparent(), block.place.tag)


def _lists(blocks: Sequence[PageBlock]) -> dict[HtmlElement | None, float]:
    """How much of the items' text of each list leads away."""
    text, linked = Counter[HtmlElement | None](), Counter[HtmlElement | None]()
    for block in blocks:
        if block.kind == "item":
            text[_list(block)] += len(block.text)
            linked[_list(block)] += block.linked
    return {element: linked[element] / text[element] for element in text}


def _list(block: PageBlock) -> HtmlElement | None:
    """The list that an item stands in."""
    return next(block.place.iterancestors("ul", "ol", "dl"), None)


def _only_links(block: PageBlock, lists: dict[HtmlElement | None, float]) -> bool:
    """Whether a block is nothing but links, and no sentence that happens to be one."""
    if block.kind == "item":
        return lists[_list(block)] >= _MOSTLY
    return _is_linked(block) and not _SENTENCE_END.search(block.text)


def _fits(block: PageBlock, homes: set[object], *, between: bool) -> bool:
    """Whether a block that nothing else tells of is of the article that is around it."""
    if block.kind in ("item", "heading", "quote"):
        return between
    if _SENTENCE_END.search(block.text):
        return between or not _is_linked(block)
    return between and (
        len(block.text.split()) >= _FEWEST_WORDS or not homes.isdisjoint(_homes(block))
    )


def _is_about(block: PageBlock, facts: Facts) -> bool:
    """Whether a block below the article's text tells who wrote it."""
    names = re.split(r", | and ", facts.byline or "")
    return len(block.text) < _LONGEST_NOTE and any(
        name and block.text.startswith(f"{name} ") for name in names
    )


def _is_standfirst(block: PageBlock, facts: Facts) -> bool:
    """Whether a block above the article's text is its summary, and not its credit or date."""
    if _CREDIT.match(block.text) or block.linked or block.stamp:
        return False
    words = len(block.text.split())
    if words >= _FEWEST_WORDS and letters(block.text) in facts.summary:
        return True
    if any(_STANDFIRST.search(words_of(e)) for e in _around(block.place)[:2]):
        return words >= _FEWEST_WORDS
    return words > 2 * _FEWEST_WORDS and bool(_SENTENCE_END.search(block.text))


def _is_offer(block: PageBlock) -> bool:
    """Whether a block leads away from the article, or stands for what is no text of it."""
    if len(block.text) > _LONGEST_OFFER:
        return False
    return bool(_OFFERED.fullmatch(block.text)) or bool(
        block.linked and _OFFERED_LINK.match(block.text)
    )


def _is_date(block: PageBlock, entries: frozenset[HtmlElement]) -> bool:
    """Whether a block only tells when the page was made."""
    if not entries.isdisjoint(_around(block.place)):
        return False
    short = len(block.text) < _LONGEST_STAMP and not _SENTENCE_END.search(block.text)
    return is_date_line(block.text) or bool(block.stamp and short)


def _without_pulled(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks without quotations that only repeat, set apart, what the text beside them says."""
    shown = [letters(block.text) for block in blocks]
    pulled = [b.kind == "quote" or any(map(is_pulled, _around(b.place)[:4])) for b in blocks]
    text = "\n".join(s for s, is_pull in zip(shown, pulled, strict=True) if not is_pull)
    kept = list[PageBlock]()
    dropped: list[HtmlElement] = []
    for block, words, is_pull in zip(blocks, shown, pulled, strict=True):
        if is_pull and len(words) >= _FEWEST_LETTERS and words in text:
            dropped = _around(block.place)[:3]
        elif (
            is_pull and len(words) < _PROSE and any(e in dropped for e in _around(block.place)[:2])
        ):
            continue  # who said it
        else:
            kept.append(block)
    return kept


def _entries(blocks: Sequence[PageBlock]) -> frozenset[HtmlElement]:
    """The entries of a live report: elements of one kind side by side, each with a time stamp."""
    groups = defaultdict[tuple[HtmlElement, str, str], set[HtmlElement]](set)
    sizes = Counter[HtmlElement]()
    for block in blocks:
        around = _around(block.place)
        for element in around:
            sizes[element] += len(block.text) - block.linked
        if not (block.stamp or is_stamp(block.text)):
            continue
        for element in around:
            parent = element.getparent()
            if parent is not None:
                named = (element.get("class") or "").split()[:1]
                groups[parent, element.tag, "".join(named)].add(element)
    several = [group for group in groups.values() if len(group) >= _FEWEST_ENTRIES]
    size = lambda group: sum(sizes[element] for element in group)  # noqa: E731
    best = max(several, key=size, default=set[HtmlElement]())
    return frozenset(best) if size(best) > _PROSE * len(best) else frozenset()


def _stamped(blocks: Sequence[PageBlock], entries: frozenset[HtmlElement]) -> list[PageBlock]:
    """The blocks with the time of each entry as a heading before it."""
    made = list[PageBlock]()
    current: HtmlElement | None = None
    begun, timed = 0, False
    for block in blocks:
        entry = next((e for e in _around(block.place) if e in entries), None)
        if entry is not current:
            current, begun, timed = entry, len(made), False
        if entry is None or not (block.stamp or is_stamp(block.text)):
            made.append(block)
        elif not timed:
            timed = True
            stamp = block.stamp or block.text
            made.insert(begun, replace(block, kind="heading", text=stamp, linked=0))
            if len(block.text) > _LONGEST_STAMP:
                made.append(replace(block, stamp=""))
        elif len(block.text) > _LONGEST_STAMP:
            made.append(block)
    return made
