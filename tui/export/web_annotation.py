"""The quotes of an Analysis as W3C Web Annotations: who spoke, tied to the words in the article."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from tui import __version__
from tui.analysis.model import Analysis, Quote, QuoteKind, Speaker
from tui.article.cleaning import clean_line
from tui.article.model import Article, Span
from tui.article.sources import is_address

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_KINDS: Final[Mapping[QuoteKind, str]] = {
    "direct": "direct quotation",
    "mixed": "partly quoted",
    "indirect": "reported speech",
}
AROUND: Final = 32
"""So many code points before and after its words tell a quotation from another of the same."""


def annotations(analysis: Analysis) -> str:
    """An AnnotationCollection with all quotes on its one page, as JSON-LD, with a line end.

    The source of each target is the article's text (`article.text`, plain text in UTF-8), named by
    its SHA-256 (RFC 6920): the positions count Unicode code points of that text, as the Web
    Annotation Data Model demands of a TextPositionSelector. Where the article came from the web
    the target's `scope` is its address. All ids follow from the text alone.
    """
    article = analysis.article
    source = _source(article)
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": _urn(source, "collection"),
        "type": "AnnotationCollection",
        "label": f"Who said what: {article.title or article.origin}",
        "creator": _creator(),
        "total": len(analysis.quotes),
    }
    items = [
        _annotation(article, source, quote, speakers.get(quote.speaker or ""))
        for quote in analysis.quotes
    ]
    if items:  # a page has one at least
        collection["first"] = {
            "id": _urn(source, "page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _annotation(
    article: Article, source: str, quote: Quote, speaker: Speaker | None
) -> dict[str, Any]:
    return {
        "id": _urn(source, quote.id),
        "type": "Annotation",
        "motivation": "identifying",
        "creator": _creator(),
        "body": list(_bodies(quote, speaker)),
        "target": [_target(article, source, span) for span in quote.spans],
    }


def _bodies(quote: Quote, speaker: Speaker | None) -> Iterator[dict[str, str]]:
    if speaker is not None:
        yield _body("identifying", speaker.name)
        if speaker.role:
            yield _body("describing", speaker.role)
        yield _body("classifying", speaker.kind)
    yield _body("tagging", _KINDS[quote.kind])
    yield _body("tagging", quote.certainty)
    yield _body("commenting", quote.reason)


def _body(purpose: str, value: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }


def _target(article: Article, source: str, span: Span) -> dict[str, Any]:
    text, (start, end) = article.text, span
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {"id": source, "type": "Text", "format": "text/plain", "language": "en"},
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }
    if is_address(article.source):
        target["scope"] = clean_line(article.source)
    return target


def _creator() -> dict[str, str]:
    name = f"pullquote {__version__}"
    return {"id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}", "type": "Software", "name": name}


def _source(article: Article) -> str:
    digest = hashlib.sha256(article.text.encode("utf-8", "replace")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode('ascii').rstrip('=')}"


def _urn(source: str, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{source}#{name}')}"
