"""Which blocks of a web page are its article: where trafilatura finds it, and all that is there."""

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from tui.article.dates import is_date_line
from tui.article.html_blocks import PageBlock, around_of
from tui.article.html_facts import Facts, letters
from tui.article.html_furniture import is_pulled, words_of
from tui.article.html_live import LONGEST_STAMP, entries_of, stamped
from tui.article.html_source import is_deeper

_MOST_ELEMENTS: Final = 30_000
_DEEPEST: Final = 200
_MOST_STEPS: Final = 1_000_000
"""So many steps lead, at most, from all blocks of a page to its root."""
_FEWEST_LETTERS: Final = 12
_NEARLY_ALL: Final = 0.95
_MOSTLY: Final = 0.8
_PROSE: Final = 60
_TEXTS: Final = frozenset(
    "a b blockquote dd em font h1 h2 h3 h4 h5 h6 i li ol p q span strong time ul".split()
)
_FEWEST_WORDS: Final = 4
_STEPS: Final = 3
_SELDOM: Final = 0.2
_FEW: Final = 2
_LAST: Final = 4
_LONGEST_OFFER: Final = 240
_LONGEST_NOTE: Final = 500
_SENTENCE_END: Final = re.compile(r"[.!?…:;,—–-][\"'”’»)\]]*$|[”\"’]$")
_SEPARATOR: Final = re.compile(r"\s[^\w\s]\s")
_STANDFIRST: Final = re.compile(
    r" (?:standfirst|stand first|deck?|sub ?title|sub ?head(?:line|ing)?|lede|intro|introduction"
    r"|summary|excerpt|strapline|strap|description|abstract|teaser text|lead) "
)
_OFFERED: Final = re.compile(
    r"(?i)(?:advertisement|sponsored( content)?|(?:story|article) continues (?:below|after)\b.*"
    r"|(?:see also|read (?:more|also|next)|also read|related(?: stor(?:y|ies)| articles?| news)?"
    r"|people are also reading|\d+ updates?|[^.!?]{2,60}(?: [»›>] [^.!?]{2,60})+"
    r"|don['’]t miss|recommended(?: for you)?|you may also like)(?:\s*:.*|\W*)"
    r"|all rights reserved\W*|(?:all content )?(?:copyright|©).*"
    r"|(?:photo|image|picture)s?(?: credits?| by)?:.*)"
)
_OFFERED_LINK: Final = re.compile(
    r"(?i)(?:(?:read|watch|see|listen|related|more|also|don['’]t miss|explore)\b[^.:]{0,24}:"
    r"|(?:read|see|find out|learn) more\b|sign up\b|subscribe\b|click here\b|follow us\b|like us\b"
    r"|share this\b|log in\b|support our\b|download (?:the|our) app\b)"
)
# What sites say of themselves, where it stands apart from the text and in no quotation marks.
_NOTICE: Final = re.compile(
    r"(?i)\b(?:(?:uses?|accept|of) (?:of )?cookies|our \d+ partners|privacy policy"
    r"|terms of (?:use|service)"
    r"|already a (?:subscriber|member)|(?:is|are) for (?:our )?(?:subscribers|members)"
    r"|(?:become|becoming|be) an? (?:\w+ ){0,3}(?:subscriber|member|supporter)"
    r"|(?:in|to|into) your inbox|sign up (?:to|for)|cancel (?:at )?any ?time|free articles?"
    r"|subscribe (?:now|today|to)|log in or register|(?:leave|post) a (?:comment|reply)"
    r"|have your say|what do you think\?|(?:e-?mail|text|contact) (?:us|our news ?(?:desk|room))"
    r"|bookmark with|get in touch|send (?:us )?your (?:stories|story|comments|photos|pictures)"
    r"|(?:whatsapp|telegram) channel|(?:news|alerts) straight (?:on|to)|our (?:\w+ )?newsletter"
    r"|we want to hear from you|fill out our|click to enlarge"
    r"|report this comment|follow (?:us|\w+ on)|all rights reserved|see our)\b"
)
_COMMENTS: Final = re.compile(r"(?i)(?:\d+ )?(?:comments?|responses?|replies)(?: \(?\d+\)?)?:?")
_SIGNED: Final = re.compile(
    r"(?:[Aa]dditional )?(?i:reporting|writing|editing|compiled|translated|translation) by [A-Z]"
)
_CREDIT: Final = re.compile(r"(?i:(?:words |text |story |written )?by)[:\s]\s*[^\W\d_a-z]")


def article_of(blocks: Sequence[PageBlock], root: HtmlElement, facts: Facts) -> list[PageBlock]:
    """The blocks that are the article, without its title, in their order.

    `root` is the tree that the blocks are from. Where nothing tells the article from what is around
    it, all blocks are the article; so they are where elements stand in elements without end, and to
    look around each block would take far too long.
    """
    if is_deeper(root, _MOST_STEPS // max(1, len(blocks))):
        return [*blocks]
    blocks = _before_comments(_from_title(blocks, facts))
    entries = entries_of(blocks) if facts.live else frozenset[HtmlElement]()
    if entries:
        blocks = stamped(blocks, entries)
    found = _found(root, blocks, facts, entries)
    if not any(found):
        return _without_pulled(blocks)
    where = _container(blocks, found)
    inside = [where in around_of(block) for block in blocks]
    held = [i for i, block in enumerate(blocks) if found[i] and inside[i]]
    prose = [blocks[i] for i in held if _SENTENCE_END.search(blocks[i].text)]
    homes = {home for block in prose for home in _homes(block)}
    settings = Counter(map(_setting, prose))
    parents = Counter(block.place.getparent() for block in prose)
    lists = _lists(blocks)
    kept = list[PageBlock]()
    leading = False  # whether what came last led away from the article
    for i, block in reversed(list(enumerate(blocks))):
        if _is_date(block, entries):
            continue
        apart = settings[_setting(block)] <= _SELDOM * len(prose)
        alone = apart and parents[block.place.getparent()] <= _FEW
        if (
            (alone and _is_notice(block))
            or _is_offer(block)
            or (lists[_list(block)] >= _MOSTLY if block.kind == "item" else only_links(block))
        ):
            leading = True
            continue
        signed = bool(_SIGNED.match(block.text) or _CREDIT.match(block.text))
        if i < held[0]:
            heads = i == held[0] - 1 and _heads_list(block, blocks[i + 1])
            fits = heads or _is_standfirst(block, facts, first=i == 0)
        elif leading and not signed and _is_label(block, homes, settings):
            fits = False
        else:
            between = i < held[-1]
            alike = between or signed or settings[_setting(block)] > 0
            fits = inside[i] and (found[i] or (alike and _fits(block, homes, between=between)))
        leading = leading and not fits
        if fits and (len(kept) > _LAST or not _is_about(block, facts)):
            kept.append(block)
    while kept and kept[0].kind == "heading":
        kept.pop(0)
    return _without_pulled(kept[::-1])


def _from_title(blocks: Sequence[PageBlock], facts: Facts) -> list[PageBlock]:
    """The blocks behind the title; all but it, where most of the text is before it."""
    if facts.heading is None:
        return [*blocks]
    titles = [facts.heading in around_of(b) for b in blocks]
    others = [b for b, is_title in zip(blocks, titles, strict=True) if not is_title]
    if True not in titles:
        return others
    at = titles.index(True)
    behind = [b for b, is_title in zip(blocks[at:], titles[at:], strict=True) if not is_title]
    enough = 2 * sum(len(b.text) for b in behind) > sum(len(b.text) for b in others)
    return behind if enough else others


def _before_comments(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks before a line that heads what readers say, if it is in the latter half."""
    for i, block in enumerate(blocks):
        if 2 * i > len(blocks) and _COMMENTS.fullmatch(block.text):
            return [*blocks[:i]]
    return [*blocks]


def _found(
    root: HtmlElement,
    blocks: Sequence[PageBlock],
    facts: Facts,
    entries: frozenset[HtmlElement],
) -> list[bool]:
    """For each block, whether trafilatura, the page's own mark or copy or a live report has it."""
    text = _extracted(root)
    if text is None and not entries:
        return [is_prose(block) for block in blocks]
    known = letters(text or ""), letters(facts.body)
    bodies = [e for e in root.iter() if e.get("itemprop") == "articleBody"]
    body = bodies[0] if len(bodies) == 1 else None
    found = list[bool]()
    for block in blocks:
        shown = letters(block.text)
        found.append(
            (len(shown) >= _FEWEST_LETTERS and any(shown in text for text in known))
            or (entries and not entries.isdisjoint(around_of(block)))
            or (body is not None and body in around_of(block))
        )
    return found


def _extracted(root: HtmlElement) -> str | None:
    """What trafilatura takes for the text of the page; None where the page is not for it.

    It calls itself for lists in lists, and its time grows with the square of very many elements.
    """
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS or is_deeper(root, _DEEPEST):
        return None
    document = bare_extraction(deepcopy(root), include_comments=False, favor_recall=True)
    return "" if document is None or isinstance(document, dict) else document.text or ""


def _container(blocks: Sequence[PageBlock], found: Sequence[bool]) -> HtmlElement:
    """The innermost element that holds nearly all that was found, and what is set like it."""
    weights = Counter[HtmlElement]()
    depths = dict[HtmlElement, int]()
    prose = set[HtmlElement]()
    for block, is_found in zip(blocks, found, strict=True):
        around = around_of(block)
        if is_found:
            for depth, element in enumerate(reversed(around)):
                weights[element] += len(block.text)
                depths[element] = depth
        elif is_prose(block):
            prose.update(around)
    enough = _NEARLY_ALL * max(weights.values())
    where = max((e for e in weights if weights[e] >= enough), key=lambda e: depths[e])
    where = next(e for e in [where, *where.iterancestors()] if e.tag not in _TEXTS)
    for element in [where, *where.iterancestors()][:_STEPS]:
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


def is_prose(block: PageBlock) -> bool:
    """Whether a block is a sentence or more, and not a link."""
    return (
        len(block.text) >= _PROSE
        and not _is_linked(block)
        and bool(_SENTENCE_END.search(block.text))
    )


def _is_linked(block: PageBlock) -> bool:
    return block.linked >= _MOSTLY * len(_SEPARATOR.sub(" ", block.text))


def _homes(block: PageBlock) -> tuple[object, ...]:
    """What tells that blocks stand side by side: the element, or its parent and its tag."""
    return block.place, (block.place.getparent(), block.place.tag)


def _setting(block: PageBlock) -> tuple[object, ...]:
    """How a block is set: as others are that look the same on the page."""
    parent = block.place.getparent()
    around = (parent.tag, parent.get("class")) if parent is not None else ()
    return block.place.tag, block.place.get("class"), *around


def _is_notice(block: PageBlock) -> bool:
    """Whether a block tells of the site and its offers."""
    said = any(mark in block.text for mark in '“”"')
    return len(block.text) < _LONGEST_NOTE and not said and bool(_NOTICE.search(block.text))


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


def only_links(block: PageBlock) -> bool:
    """Whether a block is nothing but links, and no sentence that happens to be one."""
    return _is_linked(block) and not _SENTENCE_END.search(block.text)


def _fits(block: PageBlock, homes: set[object], *, between: bool) -> bool:
    """Whether a block that nothing else tells of is of the article that is around it."""
    beside = not homes.isdisjoint(_homes(block))
    if block.kind == "heading" or block.place.tag == "pre":
        return between
    if block.kind == "item":
        return between or beside
    if _SENTENCE_END.search(block.text) or _SIGNED.match(block.text):
        return between or not _is_linked(block)
    is_worded = len(block.text.split()) >= _FEWEST_WORDS
    return between and (is_worded or beside or block.kind == "quote")


def _heads_list(block: PageBlock, below: PageBlock) -> bool:
    """Whether a block is the heading of a list that sums up the article."""
    return (
        block.kind == "heading"
        and below.kind == "item"
        and bool({*around_of(block)[:2]} & {*around_of(below)[:4]})
    )


def _is_label(block: PageBlock, homes: set[object], settings: Counter[tuple[object, ...]]) -> bool:
    """Whether a block before some that lead away only tells what these are."""
    if block.kind == "heading":
        return True
    apart = homes.isdisjoint(_homes(block)) or not settings[_setting(block)]
    return block.kind == "paragraph" and apart and not _SENTENCE_END.search(block.text)


def _is_about(block: PageBlock, facts: Facts) -> bool:
    """Whether a block below the article's text tells who wrote it."""
    names = re.split(r", | and ", facts.byline or "")
    return len(block.text) < _LONGEST_NOTE and any(
        name and block.text.startswith(f"{name} ") for name in names
    )


def _is_standfirst(block: PageBlock, facts: Facts, *, first: bool) -> bool:
    """Whether a block above the article's text is its summary, or a credit told nowhere else."""
    if _CREDIT.match(block.text):
        return facts.byline is None and len(block.text) < LONGEST_STAMP
    if block.linked or block.stamp:
        return False
    words = len(block.text.split())
    if words >= _FEWEST_WORDS and letters(block.text) in facts.summary:
        return True
    if any(_STANDFIRST.search(words_of(e)) for e in around_of(block)[:3]):
        return words >= _FEWEST_WORDS
    if first and block.kind == "heading":
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
    if entries and not entries.isdisjoint(around_of(block)):
        return False
    short = len(block.text) < LONGEST_STAMP and not _SENTENCE_END.search(block.text)
    return is_date_line(block.text) or bool(block.stamp and short)


def _without_pulled(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks without quotations that only repeat, set apart, what the text beside them says."""
    shown = [letters(block.text) for block in blocks]
    settings = Counter(map(_setting, blocks))
    usual = max(settings.values(), default=0) > 2 * _FEW
    pulled = [
        b.kind == "quote"
        or any(map(is_pulled, around_of(b)[:4]))
        or (usual and b.kind == "paragraph" and settings[_setting(b)] <= _FEW)
        for b in blocks
    ]
    text = "\n".join(s for s, is_pull in zip(shown, pulled, strict=True) if not is_pull)
    kept = list[PageBlock]()
    dropped: list[HtmlElement] = []
    for block, words, is_pull in zip(blocks, shown, pulled, strict=True):
        if is_pull and len(words) >= _FEWEST_LETTERS and words in text:
            dropped = around_of(block)[:3]
        elif is_pull and len(words) < _PROSE and any(e in dropped for e in around_of(block)[:2]):
            continue  # who said it
        else:
            kept.append(block)
    return kept
