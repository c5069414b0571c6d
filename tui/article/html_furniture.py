"""Takes out of a page's tree what is certainly none of its article."""

import re
from collections import Counter, defaultdict
from copy import deepcopy
from functools import lru_cache
from typing import Final

from lxml.etree import iterwalk
from lxml.html import HtmlElement

NEVER_TEXT: Final = (
    "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "svg",
    "canvas", "audio", "video", "map", "button", "input", "select", "textarea", "datalist",
    "progress", "meter", "link", "meta", "base", "head", "frameset", "rp",
)  # fmt: skip
_FURNITURE: Final = ("nav", "aside", "footer", "dialog", "menu", "figcaption", "search")
_TEXTS: Final = ("p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
"""What stands in these is part of a sentence, whatever it is called."""
_INLINE: Final = frozenset("a abbr b cite code em font i mark q s small span strong u var".split())
_ROLES: Final = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar "
    "toolbar tablist tooltip status".split()
)
# Words of classes and ids, each between spaces; a bar ends each class.
_OTHERS: Final = (
    r"comments?|commentsbox|commentlist|disqus|respond|taboola|outbrain|cookies?|consent|gdpr|ccpa"
    r"|cmp|paywall overlay|barrier|regwall"
)
"""What may be longer than the article."""
_SURE: Final = (
    r"addthis|sharedaddy|sharing|share|shares|sharebar|breadcrumbs?|newsletters?|recirc"
    r"|recirculation|related|relatedposts|advert|adverts|advertisement|advertising"
    r"|adslot|dfp|sponsored"
    r"|nav|navbar|navigation|navlinks|topnav|subnav"
    r"|most (?:read|viewed|popular|commented)|masthead|colophon"
    r"|site (?:header|footer|info)|rich link|pagination|pager"
    r"|read (?:more|next|also)|see also|(?:more|other|latest|top) (?:stories|news|articles|posts)"
    r"|more (?:from|on)|up next|also like|also read|you may|trending|back to top|key events"
    r"|signup|sign up|subscri(?:be|ption)s?|onwards?|amp (?:ad|sidebar|consent|social)"
)
_LIKELY: Final = (
    r"ads?|promos?|promotions?|promotional|social|sidebar|footer|menu|widget|overlay"
    r"|modal|popup|lightbox|banner|teasers?|popular|recommend(?:ed|ations?)?|captions?|credits?"
    r"|byline|bylines|contributors?|storyby|storydate|dateline|timestamp|published|pubdate|tags|taglist|topics"
    r"|toolbar|tools|login|signin|sign in|search|donate|donation|bio|about (?:the )?author|author"
    r"|authors|meta|metadata|ufi|paywall|premium|copyright|poll|quiz|ticker|player|actions|listen"
    r"|noprint|(?<!label )hidden|video (?:holder|wrapper|container|player|embed)"
    r"|outlook|follow|button|buttons|cta|ratings?|reactions?|last updated|posted on"
    r"|submitted|kicker|flag|eyebrow|reading time|read time|disclaimer|feedback|sponsor|print only"
    r"|contentinfo|toc|table of contents|gallery|slideshow|carousel|leaderboard|skyscraper|mpu"
)
_AMENDED: Final = re.compile(
    r"(?i:correction|clarification|amendment|editor['’]s note)\b|This (?:article|story|report) was"
    r" (?:amended|corrected|updated) on|An earlier version of this"
)
_MAY_HOLD_ALL: Final = 0.85
_MAY_HOLD_HALF: Final = 0.55
_MAY_HOLD_SOME: Final = 0.4
_BOX: Final = 300
"""So much prose may stand in a box around a form."""
_SMALL: Final = 600
"""What is certainly furniture may be more than so little text by its side."""
_PROSE: Final = 40
"""A run of so many characters outside of links is prose."""
_NAMES: Final = ("class", "id", "data-component", "data-module", "data-testid")
_TOPIC: Final = re.compile(r"(?:category|tag|post|postid|topic|section|type|status|format)-\S*")
_HELD_BACK: Final = re.compile(
    r" (?:subscriber|premium|restricted|encrypted|collapsed|collapsible|expand|expandable|full) "
)
"""So is called what of the article a page shows only when asked, or to some."""
_SILENT_RE: Final = re.compile(
    r" (?:skip link|screen reader text|sr only|visually hidden|visuallyhidden|assistive text) "
)
_OTHERS_RE: Final = re.compile(rf" (?:{_OTHERS}) ")
_SURE_RE: Final = re.compile(rf" (?:{_SURE}) ")
_LIKELY_RE: Final = re.compile(rf" (?:{_LIKELY}) ")
_STAMP_RE: Final = re.compile(r" (?:timestamp|time|published|meta|metadata|header) ")


def words_of(element: HtmlElement) -> str:
    """The words of an element's class and id, in lower case, a bar between the names."""
    names = [name for key in _NAMES for name in (element.get(key) or "").split()]
    if "-" in element.tag:
        names.append(element.tag)
    if not names:
        return ""
    said = [_words(name) for name in names[:40] if not _TOPIC.fullmatch(name)]
    return f" {' | '.join(said)} "


@lru_cache(maxsize=4096)
def _words(name: str) -> str:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:100])
    return " ".join(re.split(r"[^a-z0-9]+", name.lower())).strip()


def is_pulled(element: HtmlElement) -> bool:
    """Whether an element is set as a quotation out of the text beside it."""
    words = words_of(element)
    return " pullquote " in words or " pull quote " in words


def prune(
    root: HtmlElement,
    heading: HtmlElement | None,
    *,
    live: bool,
    captions: bool = False,
    lightly: bool = False,
) -> None:
    """Take out scripts, menus, notes, boxes, comments and, unless they are wanted, captions.

    What holds the article's `heading` or most of the page's prose stays, whatever it is called.
    The time stamps of a `live` report stay. Pruned `lightly`, what is only called furniture does.
    """
    body = root.find("body")
    kept = {heading, *heading.iterancestors()} if heading is not None else {body}
    asking = [form for form in root.iter("form") if _asks_for_an_address(form)]
    for element in list(root.iter(*NEVER_TEXT)):
        element.drop_tree()
    prose = _prose(body)
    for form in asking:
        _drop_with_its_box(form, prose, kept)
    called = Counter[str]()
    for paragraph in body.iter("p"):
        called[_likely(paragraph)] += prose[paragraph]
    waiting = [body]
    while waiting:
        for element in list(waiting.pop()):
            share = prose[element] / (prose[body] or 1)
            is_kept = element in kept or (captions and element.tag == "figcaption")
            limit = _limit(element, live=live, lightly=lightly)
            if element.tag == "p" and limit == _MAY_HOLD_SOME:
                share = called[_likely(element)] / (prose[body] or 1)  # all are called so
            small = limit >= _MAY_HOLD_HALF and prose[element] < _SMALL
            if not is_kept and (share <= limit or small):
                _save_amendments(element)
                element.drop_tree()
            else:
                waiting.append(element)


def _limit(element: HtmlElement, *, live: bool, lightly: bool) -> float:
    """How much of a page's prose an element may hold and be furniture; -1 where it is none."""
    words = words_of(element)
    if _is_in(element, *_TEXTS) or _is_within_a_line(element):
        return 1 if _SILENT_RE.search(words) or _is_hidden(element) else -1
    if element.tag == "main" or element.get("itemprop") == "articleBody":
        return -1
    role = (element.get("role") or "").lower()
    if element.tag in _FURNITURE or role in _ROLES or _OTHERS_RE.search(words):
        return _MAY_HOLD_ALL
    if not lightly and _SURE_RE.search(words):
        return _MAY_HOLD_HALF
    if element.tag == "header" and not _is_in(element, "article", "main"):
        return _MAY_HOLD_SOME
    if element.tag in ("form", "label", "fieldset") or _is_hidden(element):
        return _MAY_HOLD_SOME
    if element.get("aria-hidden") == "true" or _SILENT_RE.search(words):
        return _MAY_HOLD_SOME
    if not lightly and _LIKELY_RE.search(words) and not (live and _STAMP_RE.search(words)):
        return _MAY_HOLD_SOME
    return -1


def _save_amendments(element: HtmlElement) -> None:
    """Put before what is to be taken out that the article was amended: that is of its text."""
    if element.tag not in ("footer", "div", "section", "p") or _OTHERS_RE.search(words_of(element)):
        return
    for paragraph in element.iter("p"):
        if _AMENDED.match(paragraph.text_content().strip()):
            saved = deepcopy(paragraph)
            saved.tail = None
            element.addprevious(saved)


def _likely(element: HtmlElement) -> str:
    """The word that makes an element likely to be furniture; empty for none."""
    match = _LIKELY_RE.search(words_of(element))
    return match[0] if match else ""


def _is_within_a_line(element: HtmlElement) -> bool:
    """Whether words stand right before or behind an element that begins no line, or beside what
    it is in.
    """
    parent = element.getparent()
    if element.tag not in _INLINE or parent is None:
        return False
    before = element.getprevious()
    text = parent.text if before is None else before.tail
    beside = (text or "").strip() or (element.tail or "").strip()
    return bool(beside) or _is_within_a_line(parent)


def _asks_for_an_address(form: HtmlElement) -> bool:
    """Whether a form wants to send letters."""
    return any(
        "email" in " ".join(map(str, field.values())).lower() for field in form.iter("input")
    )


def _drop_with_its_box(
    form: HtmlElement, prose: dict[HtmlElement, int], kept: set[HtmlElement]
) -> None:
    """Take out a form, and with it the box that says what it is for."""
    box = form
    for around in form.iterancestors("div", "section", "aside"):
        if around in kept or prose[around] > _BOX or len(around.text_content()) > 2 * _BOX:
            break
        box = around
    if box.getparent() is not None:
        box.drop_tree()


def _is_in(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_hidden(element: HtmlElement) -> bool:
    if _HELD_BACK.search(words_of(element)):
        return False
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _prose(body: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters of prose each element of a body holds."""
    found = defaultdict[HtmlElement, int](int)
    linked: HtmlElement | None = None
    for event, element in iterwalk(body, events=("start", "end")):
        if event == "start":
            if linked is None and element.tag == "a":
                linked = element
            found[element] += _long(element.text) if linked is None else 0
            continue
        if linked is element:
            linked = None
        parent = element.getparent()
        if parent is not None:
            found[parent] += found[element]
            if linked is None and element is not body:
                found[parent] += _long(element.tail)
    return found


def _long(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    return length if length >= _PROSE else 0
