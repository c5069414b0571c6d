"""What the page says to machines: its article, voices and quotations in schema.org's words."""

import json
from collections.abc import Mapping
from typing import Any, Final

from tui.analysis.model import Analysis, Quote, Speaker, SpeakerKind
from tui.analysis.schema import word_count
from tui.article.cleaning import clean_line
from tui.article.sources import is_address
from tui.export.html_looks import Look, Looks

_TYPES: Final[Mapping[SpeakerKind, str]] = {
    "person": "Person",
    "organization": "Organization",
    "document": "CreativeWork",
    "group": "Organization",
    "unknown": "Thing",
}
# These end a script element or begin a comment in it; JSON can tell each in another way.
_UNSAFE: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def structured_data(analysis: Analysis, looks: Looks) -> str:
    """JSON-LD that can stand in a `script` element as it is.

    A statement that is told in other words is no `Quotation` but a `Claim`.
    """
    article = analysis.article
    told: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": "#article",
        "headline": article.title,
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "url": clean_line(article.source) if is_address(article.source) else None,
        "wordCount": word_count(article.text),
        "hasPart": [{"@id": f"#{quote.id}"} for quote in analysis.quotes],
    }
    graph = [
        {key: value for key, value in told.items() if value not in (None, [])},
        *(_voice(look, look.speaker) for look in looks.voices if look.speaker),
        *(_statement(quote, looks.of(quote)) for quote in analysis.quotes),
    ]
    document = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(document, ensure_ascii=False).translate(_UNSAFE)


def _voice(look: Look, speaker: Speaker) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": _TYPES[speaker.kind],
        "@id": f"#{look.anchor}",
        "name": speaker.name,
    }
    if speaker.aliases:
        told["alternateName"] = list(speaker.aliases)
    if speaker.role_alone:
        told["jobTitle" if speaker.kind == "person" else "description"] = speaker.role_alone
    return told


def _statement(quote: Quote, look: Look) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": "Claim" if quote.kind == "indirect" else "Quotation",
        "@id": f"#{quote.id}",
        "text": quote.text,
        "isPartOf": {"@id": "#article"},
    }
    if look.speaker is None:
        return told
    who = {"@id": f"#{look.anchor}"}
    if look.speaker.kind == "document":  # nobody who could be a creator
        return {**told, "citation": who}
    by = {} if quote.kind == "indirect" else {"spokenByCharacter": who}
    return {**told, "creator": who, **by}
