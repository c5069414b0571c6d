"""What a web page tells of its article beside the text: title, authors, date, its own copy."""

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from tui.article.html_furniture import words_of
from tui.article.html_source import is_deeper

_BODIES: Final = ("Organization", "NewsMediaOrganization")
_KINDS: Final = ("Article", "BlogPosting", "Report", "Review", "LiveBlog")
_MOST_SCRIPT: Final = 4 * 1024 * 1024
_DEEPEST: Final = 200
_MOST_NODES: Final = 20_000
_LONGEST_TITLE: Final = 300
_MOST_AUTHORS: Final = 6
_LONGEST_CREDIT: Final = 100
_FEWEST_WORDS: Final = 3
_WORDS_OF_A_NAME: Final = 4
_BADGE: Final = 24
"""So many characters may stand before a title: `UPDATE 2-`."""
_SITE: Final = r"\s+(?:[|·•»«]|::)\s+"
_DASHED_SITE: Final = r"\s+[–—-]\s+(?=(?:[^\W\d_a-z]\S*+\s*+){1,4}$)"
_CREDITED: Final = r"(?i:(?:(?:words|text|story|written)\s+)?by)[:\s]\s*(?P<name>[^\W\d_].{2,79})"
_NAME: Final = r"(?:[^\W\d_a-z][\w.’'-]*\s?){2,4}"
_NAMES: Final = rf"{_NAME}(?:(?:, | and | & ){_NAME})+"
_LIVE: Final = re.compile(r"(?i)\blive\b|\bas it happened\b")
_LIVE_WORDS: Final = re.compile(r" live ?blog | live (?:feed|entry|entries|updates?|stream|post) ")
_WRITERS: Final = r"(?i)pandoc|libreoffice|openoffice"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page tells of its article. `heading` is the element that shows the title, `body` the
    article's text as it is told to machines, `summary` the letters of what the page says of itself;
    all may lack. A `live` report has entries with time stamps; a writing program made what is
    `written`."""

    title: str | None
    byline: str | None
    date: str | None
    heading: HtmlElement | None
    body: str
    summary: str
    live: bool
    written: bool


def letters(text: str) -> str:
    """The letters and digits of a text: two texts that show the same have the same."""
    return "".join(filter(str.isalnum, text.casefold()))


def facts_of(root: HtmlElement) -> Facts:
    """What a page tells that nothing was taken from; it is left as it is."""
    nodes = list(_nodes(root))
    articles = [node for node in nodes if any(kind in _type(node) for kind in _KINDS)]
    looked_at = deepcopy(root)
    if is_deeper(root, _DEEPEST):
        looked_at.find("body").clear()  # its time grows with the square of how deep links stand
    told = extract_metadata(looked_at, extensive=False)
    named = _line(root.findtext(".//title"))
    offered = [_meta(root, "og:title"), *(_line(n.get("headline")) for n in articles[:1]), named]
    site = told.sitename or _meta(root, "og:site_name")
    offered = [title for title in offered if 0 < len(title) <= _LONGEST_TITLE]
    heading = _heading(root, offered, site)
    if heading is None and named in offered:
        shown = (_shown(root, part) for part in _parts(named, site))
        heading = next((element for element in shown if element is not None), None)
    title = _shown_text(heading) if heading is not None else ""
    for other in offered:  # a badge stands in the heading: `LIVE`, `Exclusive`
        if title != other and title.endswith(other) and len(title) - len(other) < _BADGE:
            title = other
    written = bool(re.search(_WRITERS, _meta(root, "generator")))
    if not title and offered and not written:
        title = _without_site(offered[0], site)
    free = all(str(n.get("isAccessibleForFree", True)).lower() != "false" for n in articles)
    bodies = [n["articleBody"] for n in articles if isinstance(n.get("articleBody"), str)]
    credited = _credited(root)
    byline = (
        _authors(articles, nodes)
        or _linked_authors(root)
        or _joined([_meta(root, "author")])
        or _joined([name for name in (told.author or "").split("; ") if _is_apart(name, root)])
        or credited
    )
    if credited and byline and re.fullmatch(_NAMES, credited) and f"{byline} and " in credited:
        byline = credited
    return Facts(
        title=title or None,
        byline=byline,
        date=told.date,
        heading=heading,
        body=max(bodies, key=len, default="") if free else "",
        summary=letters(_meta(root, "og:description") + _meta(root, "description")),
        live=any("LiveBlog" in _type(node) for node in nodes)
        or any(_LIVE.search(name) for name in (title, named))
        or any(_LIVE_WORDS.search(words_of(e)) for e in root.iter("body", "div", "main")),
        written=written,
    )


def _nodes(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects that a page tells to machines, as JSON-LD has them."""
    waiting = deque[Any]()
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") and len(text) < _MOST_SCRIPT:
            try:
                waiting.append(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                continue
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.popleft()
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _type(node: dict[str, Any]) -> str:
    return str(node.get("@type", ""))


def _authors(articles: Sequence[dict[str, Any]], nodes: Sequence[dict[str, Any]]) -> str | None:
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node}
    publishers = [n["publisher"].get("name") for n in nodes if isinstance(n.get("publisher"), dict)]
    for article in articles:
        told = article.get("author")
        names = list[str]()
        for author in told if isinstance(told, list) else [told]:
            if isinstance(author, dict):
                if _type(author) in _BODIES and author.get("name") in publishers:
                    continue  # the paper itself
                author = author.get("name") or by_id.get(str(author.get("@id")), {}).get("name")
            if isinstance(author, str):
                names.append(author)
        if joined := _joined(names):
            return joined
    return None


def _linked_authors(root: HtmlElement) -> str | None:
    """Whom the first credit of a page names by links, where it names several."""
    links = [a for a in root.iter("a") if "author" in (a.get("rel") or "").split()]
    return _joined([a.text_content() for a in links if a.getparent() is links[0].getparent()])


def _joined(names: Sequence[str]) -> str | None:
    """Several names as one credit: `Ada Falk, Bo Sand and Cy Lund`."""
    found = list[str]()
    for name in names[:_MOST_AUTHORS]:
        name = _line(re.sub(r"^\s*(?i:by)\s+|\S+@\S+", "", name))
        if name and "://" not in name and name.casefold() != "admin" and name not in found:
            found.append(name)
    if len(found) > 1:
        return f"{', '.join(found[:-1])} and {found[-1]}"
    return found[0] if found else None


def _is_apart(name: str, root: HtmlElement) -> bool:
    """Whether a name stands in the head of a page or in a short line, not only in a sentence."""
    wanted = letters(name)
    if any(wanted in letters(meta.get("content") or "") for meta in root.iter("meta")):
        return True
    for element in root.iter("a", "address", "b", "cite", "div", "em", "i", "li", "p", "span"):
        if wanted and wanted in letters(element.text or ""):
            lines = element.iterancestors("p", "li", "div", "td", "address")
            line = element if element.tag in ("p", "li", "div") else next(lines, element)
            text = _line(line.text_content())
            if len(text) <= len(name) + _LONGEST_CREDIT and not text.endswith((".", "!", "?", "”")):
                return True
    return False


def _credited(root: HtmlElement) -> str | None:
    """Who is credited where the page shows it and tells no machine."""
    for element in root.iter("div", "p", "span", "address", "cite"):
        if re.search(r"by ?line|author|story ?by|writer|credits", words_of(element)):
            match = re.fullmatch(_CREDITED, _line(element.text_content()))
            if match:
                return match["name"]
    return None


def _heading(root: HtmlElement, offered: Sequence[str], site: str | None) -> HtmlElement | None:
    """The element that shows the title: as the page tells it elsewhere, or its first `h1`."""
    told = [letters(title) for title in offered]
    firsts = list[HtmlElement]()
    for element in root.iter("h1", "h2", "h3"):
        shown = letters(element.text_content())
        if not shown or len(shown) > _LONGEST_TITLE or shown == letters(site or ""):
            continue
        if shown in told:
            return element
        if element.tag == "h1":
            firsts.append(element)
    for element in firsts:
        shown = letters(element.text_content())
        if any(shown in title or title in shown for title in told):
            return element
    inner = (e for e in firsts if next(e.iterancestors("article", "main"), None) is not None)
    return next(inner, firsts[0] if firsts else _alike(root, offered))


def _alike(root: HtmlElement, offered: Sequence[str]) -> HtmlElement | None:
    """The heading that has most words of a title, at least half of them."""
    best, most = None, _WORDS_OF_A_NAME - 1
    for title in offered:
        words = set(re.findall(r"\w{3,}", title.casefold()))
        for element in root.iter("h2", "h3"):
            common = len(words & set(re.findall(r"\w{3,}", element.text_content().casefold())))
            if common > most and 2 * common >= len(words):
                best, most = element, common
    return best


def _shown(root: HtmlElement, title: str) -> HtmlElement | None:
    """The innermost element that shows a title, on a page without headings."""
    wanted = letters(title)
    fits = [
        element
        for element in root.iter("div", "p", "td", "b", "strong", "font", "span", "center")
        if len(element.text_content()) < len(title) + _BADGE
        and letters(element.text_content()).endswith(wanted)
    ]
    if not fits or len(title.split()) <= _FEWEST_WORDS:
        return None
    element = fits[-1]
    while letters(element.getparent().text_content()) == letters(element.text_content()):
        element = element.getparent()
    return element


def _shown_text(heading: HtmlElement) -> str:
    """The words of a heading on one line."""
    copied = deepcopy(heading)
    for end in copied.iter("br"):
        end.tail = f" {end.tail or ''}"
    return _line(copied.text_content())


def _parts(named: str, site: str | None) -> list[str]:
    """What of the name of a page may be its title: the likeliest first."""
    parts = sorted(re.split(rf"{_SITE}|\s+[–—-]\s+", named), key=len, reverse=True)
    return [_without_site(named, site), *parts]


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site that stands behind it, or before it."""
    parts = re.split(_SITE, title)
    if len(parts) == 1:
        parts = re.split(_DASHED_SITE, title)
    if site:
        parts = [part for part in parts if letters(part) != letters(site)] or parts
        if letters(parts[0]).startswith(letters(site)) and ": " in parts[0]:
            parts[0] = parts[0].partition(": ")[2]
    longest = max(parts, key=len)
    is_name = len(parts[0].split()) <= _WORDS_OF_A_NAME and len(longest) > 1.5 * len(parts[0])
    return longest if is_name and len(longest.split()) > _FEWEST_WORDS else parts[0]


def _meta(root: HtmlElement, name: str) -> str:
    for meta in root.iter("meta"):
        if name in (meta.get("property"), meta.get("name")) and meta.get("content"):
            return _line(meta.get("content"))
    return ""


def _line(text: object) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""
