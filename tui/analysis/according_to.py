"""What stands behind `According to`: `According to the union, 40 fell, but Falk said 12`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.frames import AUXILIARIES, PREPOSITIONS, RELATIVES
from tui.analysis.name_types import ORGANIZATION_WORDS
from tui.analysis.phrase_heads import head_noun
from tui.analysis.role_nouns import BODIES
from tui.analysis.source_mending import tagged_within
from tui.analysis.subjects import first_tag
from tui.analysis.tagger import Tagged
from tui.analysis.tokens import tokens
from tui.article.model import Span

OTHERS = re.compile(r",? (?:but|while|though|although|whereas) ")
# `British Beet, ` behind `According to the processor, `
NAME = re.compile(r"(?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}), (?P<next>[\w’'-]+)")
BETWEEN = re.compile(r", (?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3}), ")
# `a shipbroker, ` behind `According to BRS, `
TOLD = re.compile(
    r"an? (?P<what>[\w’'-]+(?: (?!and\b|or\b)[\w’'-]+){0,6}), (?P<next>[\w’'“‘$£€-]+)"
)
# What goes on with `a strike, which is in its third week, `
ASIDES = RELATIVES | PREPOSITIONS | frozenset("now then also still once including".split())
DETERMINED = ("the ", "his ", "her ", "its ", "their ", "a ", "an ")
ARTICLES = frozenset(["a", "an", "the", "who"])
CONSULTANTS = frozenset(["consultancy", "brokerage", "shipbroker", "nonprofit", "non-profit"])


def with_according_to(text: str, claims: Sequence[Tagged]) -> list[Tagged]:
    """The claims, in order; what another says behind a `but` is not according to the first, and a
    name in apposition is of who is told of.
    """
    found = [part for claim in claims for part in _parts(text, _with_name(text, claim))]
    filled = {claim.cue for claim in found if claim.content}
    kept = [claim for claim in found if claim.content or claim.cue not in filled]
    return sorted(kept, key=lambda claim: claim.cue)


def _accords(text: str, claim: Tagged) -> bool:
    cue = text[slice(*claim.cue)].lower()
    return cue == "according to" and claim.source is not None and bool(claim.content)


def _with_name(text: str, claim: Tagged) -> Tagged:
    if claim.source is None or not _accords(text, claim):
        return claim
    source, said = claim.source, claim.content[0]
    between = BETWEEN.fullmatch(text, source.end, said.start)
    if between is not None:
        return replace(claim, source=Span(source.start, between.end("name")))
    if len(claim.content) > 1:
        whole = NAME.match(text, said.start)
        alone = whole is not None and whole.end("name") == said.end
        told = alone and text[source.end : said.start] == ", "
        apart = replace(claim, source=Span(source.start, said.end), content=claim.content[1:])
        return apart if told else claim
    named = NAME.match(text, said.start, said.end)
    role = text[slice(*source)].lower().startswith(DETERMINED)
    what = None if role else TOLD.match(text, said.start, said.end)
    bare = text[source.start].isupper() and text[source.end : said.start] == ", "
    if what is not None and bare and _tells_what(what):
        return replace(claim, content=(Span(what.start("next"), said.end),))
    if named is None or not role or text[source.end : said.start] != ", ":
        return claim
    behind = named["next"].lower()
    goes_on = behind in ARTICLES | PREPOSITIONS | RELATIVES or behind.endswith(("ed", "ing"))
    if goes_on or behind[0].isdigit():
        return claim  # `According to the police, Falk, a farmer, was late`
    return replace(
        claim,
        source=Span(source.start, named.end("name")),
        content=(Span(named.start("next"), said.end),),
    )


def _tells_what(told: re.Match[str]) -> bool:
    """Whether words in apposition tell what a body is, and a clause goes on behind them."""
    noun = head_noun(told["what"].lower().split())
    is_a_body = noun in ORGANIZATION_WORDS | BODIES | CONSULTANTS
    return is_a_body and told["next"].lower() not in ASIDES | AUXILIARIES


def _parts(text: str, claim: Tagged) -> Iterator[Tagged]:
    whole = _accords(text, claim) and len(claim.content) == 1
    other = OTHERS.search(text, *claim.content[0]) if whole else None
    if other is None:
        yield claim
        return
    said = claim.content[0]
    words = tokens(text, other.end(), said.end)
    tag = first_tag(words, 0, 0)
    if tag is None:
        yield claim
        return
    yield replace(claim, content=(Span(said.start, other.start()),))
    yield tagged_within(claim, words, tag, Span(words[tag[1] + 1].start, said.end))
