"""Whom the names in a noun phrase or beside it tell of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from tui.analysis.cast import Cast
from tui.analysis.character import TITLES, Character, NamedSpan
from tui.analysis.frames import DETERMINERS, PREPOSITIONS
from tui.analysis.noun_phrases import noun_like
from tui.analysis.phrase_heads import describes, ends_with_person, governed
from tui.analysis.role_nouns import CLUB, IN_LETTERS, MEMBERS
from tui.analysis.tokens import Token
from tui.article.model import Span

NAMED_AS = re.compile(
    r"\b(?:(?:identified|named|known|called|name|names|introduced)\b[^.,;:]{0,20}\bas (?:\w+\. )?"
    r"|go(?:es)? by (?:the )?(?:[\w-]+ )?(?:name )?(?:of )?"
    r"|(?:first|given|last|middle|only) names?(?:,| as| is| was)? )"
    r"(?:[“\"‘'][^“”\"‘’'\n]{2,24}[”\"’'] )?$"
)

# `In a phone call with President `
BESIDE = re.compile(
    r"\b(?:with|to|beside|alongside|against|behind|near|about|between) (?:[\w.’'-]+ ){0,3}$"
)

CLAUSE = re.compile(r"\b(?:that|whether|if|to|how|what|why|when)\b|[.:;?!“”\"]")


def _goes_on(word: Token) -> bool:
    """Whether a phrase goes on behind a name with this word: `Harbor Ministry officials`."""
    return word.text != "," and word.low not in PREPOSITIONS


def _is_no_name(word: Token, before: Sequence[str]) -> bool:
    """`the Hexley MP`, but not `Ada Falk MP`."""
    seat = word.low in MEMBERS and not DETERMINERS.isdisjoint(before)
    return not word.is_capital or word.low in IN_LETTERS or seat


def _leads_to_name(nouns: Sequence[Token], names: Sequence[NamedSpan]) -> bool:
    """Whether nouns behind a name are what another one is, which follows them."""
    follows = nouns[-1].end + 1 if nouns and all(map(noun_like, nouns)) else -1
    return any(named.span.start == follows and named.type != "place" for named in names)


class NameFinding:
    """Finds the names in the phrases of one article. Offsets are code points of its text."""

    def __init__(self, text: str, names: Sequence[NamedSpan], cast: Cast) -> None:
        self._text = text
        self.names = sorted(names, key=lambda n: n.span.start)
        self._starts = [n.span.start for n in self.names]
        self._cast = cast

    def name_in(self, head: Span, words: Sequence[Token]) -> Character | None:
        """Whom a noun phrase is about: `Finance Minister Norberg`, but not `Norberg's aide`."""
        opened = self.at(head.start)
        if opened is not None and opened.span.end <= head.end:
            head = Span(opened.span.start, head.end)  # `Falk` where the text has `Ada Falk`
        inside = self.within(head)
        best: Character | None = None
        for named in inside:
            character = self._cast.named_at(named.span.start)
            if character is None:
                continue
            before = self._before(head, named)
            after = self._text[named.span.end : head.end]
            if after.startswith(("’s", "'s", "’", "'")) and after[2:].strip():
                continue
            if before and any(w in PREPOSITIONS for w in before) and best is None:
                leading = [w.strip(",") for w in before]
                # `Passengers stuck in Strand` are not Strand
                several = leading[0].endswith("s") and not leading[0].endswith("ss")
                opens = several or leading[0] in DETERMINERS
                described = opens or any(describes(w) for w in leading)
                if described and (governed(before) or not ends_with_person(named, before)):
                    continue
            people = (n.span.start for n in inside if n.type == "person")
            end = next((at for at in people if at > named.span.end), head.end)
            behind = (w for w in words if named.span.end <= w.start < end)
            rest = [w for w in takewhile(_goes_on, behind) if _is_no_name(w, before)]
            if any(describes(w.low) or w.low in IN_LETTERS or w.low in CLUB for w in rest):
                continue  # `Harwick boss Len Timmins`, `Harbor Ministry officials`
            if rest and noun_like(rest[0]) and "of" in before and best is None:
                continue  # `one veteran of the Harwick years`
            if _leads_to_name(rest, inside):
                continue  # `Harwick giant Timmins`
            if best is None or (character.type == "person" and best.type != "person"):
                best = character
        return best

    def _before(self, head: Span, named: NamedSpan) -> list[str]:
        """The words of a phrase before a name in it, without the name's titles."""
        before = self._text[head.start : named.span.start].lower().split()
        while before and before[-1] in TITLES:
            before.pop()
        return before

    def named_as(self, mention: Span) -> Character | None:
        """The name that a description gives: `a nurse known only as M.`,
        `its report, “Dry Wells,”`.
        """
        for named in self.within(Span(mention.start, mention.end + len(", entitled “"))):
            told = NAMED_AS.search(self._text, mention.start, named.span.start)
            if named.work or (told and named.span.start < mention.end):
                return self._cast.named_at(named.span.start)
        return None

    def within(self, span: Span) -> Sequence[NamedSpan]:
        """The names that begin in a stretch."""
        first, end = (bisect_left(self._starts, at) for at in span)
        return self.names[first:end]

    def last_person(self, span: Span) -> Character | None:
        """The person whose name ends a stretch, or whose body does: `Ada Falk of the Watch`."""
        people = [n for n in self.within(span) if n.type == "person"]
        if not people:
            return None
        behind = self._text[people[-1].span.end : span.end].split()
        belongs = not behind or behind[0] in ("of", "from", "at", "for", "with")
        return self._cast.named_at(people[-1].span.start) if belongs else None

    def ending(self, span: Span) -> Character | None:
        """What is named at the very end of a stretch, but for a comma: `the fund Falk & Co,`."""
        inside = self.within(span)
        if not inside or self._text[inside[-1].span.end : span.end].strip(" ,—–"):
            return None
        return self._cast.named_at(inside[-1].span.start)

    def fronted(self, head: Span) -> Character | None:
        """Beside whom a sentence's subject stands, and who it is not: `Standing next to Ada Falk,
        the mayor said`; unless that one is told of by a pause: `With Ada Falk, the mayor, he said`.
        """
        begin = self._cast.sentence_start(head.start)
        before = Span(begin, head.start)
        closed = self._text.startswith(",", head.end) or not self._text.endswith(", ", *before)
        named = self.within(before)[-1:]
        if closed or not named or named[0].span.end != head.start - len(", "):
            return None
        beside = BESIDE.search(self._text, begin, named[0].span.start)
        return self._cast.named_at(named[0].span.start) if beside else None

    def addressed(self, span: Span) -> NamedSpan | None:
        """Who is named first in a stretch before the next clause, by name or in apposition:
        `Mr Falk that`, `Mrs Falk’s brother, Bo Rask, whether`.
        """
        ends = CLAUSE.search(self._text, *span)
        inside = self.within(Span(span.start, ends.start() if ends else span.end))
        own = (n for n in inside if n.type == "person" and not self._is_owner(n))
        first = next(own, None)
        before = self._text[span.start : first.span.start].lower().split() if first else []
        leads = len(inside) > 1 or all(w in TITLES for w in before)
        return first if leads else None

    def _is_owner(self, named: NamedSpan) -> bool:
        return self._text.startswith(("’s ", "'s "), named.span.end)

    def at(self, offset: int) -> NamedSpan | None:
        """The name that an offset lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self.names[at] if at >= 0 and offset < self.names[at].span.end else None
