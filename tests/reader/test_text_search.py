"""Finding words: what counts as the same, where it stands, and that others have their turn."""

import asyncio
from unicodedata import combining, normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.model import Span
from tui.reader.text_search import Matches, TextSearch


def found(text: str, query: str) -> list[str]:
    """The matches of a query in a text, as they stand there."""
    return [text[slice(*span)] for span in spans(text, query)]


def spans(text: str, query: str) -> list[Span]:
    matches = asyncio.run(TextSearch(text).find(query))
    return [matches[index] for index in range(len(matches))]


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("The Harbour, a harbour, HARBOUR", "harbour", ["Harbour", "harbour", "HARBOUR"]),
        ("The Harbour, a harbour, HARBOUR", "Harbour", ["Harbour"]),
        ("Ms. Quíntela and Mr. Quintela", "quintela", ["Quíntela", "Quintela"]),
        ("Ms. Quíntela and Mr. Quintela", "Quíntela", ["Quíntela", "Quintela"]),
        ("Qui\u0301ntela\u0301, she said", "quintela", ["Qui\u0301ntela\u0301"]),
        ("Ångström in Łódź and Ørsted", "lodz", ["Łódź"]),
        ("straße, STRASSE", "straße", ["straße"]),
        ("straße, STRASSE", "strasse", ["STRASSE"]),
        ("der İzmir-Express, der ﬁsch", "izmir", ["İzmir"]),
        ("ὀδυσσεύς, ΟΔΥΣΣΕΥΣ", "οδυσσευσ", ["ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"]),
        ("the northern\nwall, the northern \u00a0 wall", "northern wall",
         ["northern\nwall", "northern \u00a0 wall"]),
        ("the northernwall", "northern wall", []),
        ("He said: ‘“No,” it’s – well — “late”’", "\"no,\" it's - well - \"late\"'",
         ["“No,” it’s – well — “late”’"]),
        ("he said 'no'", "‘no’", ["'no'"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("東京の港 and 👩‍🚀 and 🇵🇱", "👩‍🚀", ["👩‍🚀"]),
        ("東京の港 and 👩‍🚀 and 🇵🇱", "の港 a", ["の港 a"]),
        ("が and か", "か", ["か"]),
        ("a.c [b]abc[/b] a*c", "a.c", ["a.c"]),
        ("a.c [b]abc[/b] a*c", "[b]", ["[b]"]),
        ("words", "", []),
        ("words and words", "  ", []),
        ("words", "\u0301", []),
        ("words", "words and more", []),
        ("", "words", []),
    ],
)  # fmt: skip
def test_what_counts_as_the_same(text: str, query: str, matches: list[str]) -> None:
    assert found(text, query) == matches


ALPHABET = "aAáÁeéßẞİiıSsſςσΣ  \n\u00a0\"“'’–-の👩\u200d[(.*\\\u0301\u0308"


def slow_reference(text: str, query: str) -> list[Span]:
    """Letter by letter, at each place of the text."""
    exact = query != query.lower()

    def mark(letter: str) -> bool:
        return combining(letter) >= 10

    def same(one: str, other: str) -> bool:
        folded = []
        for letter in (one, other):
            base = {"ı": "i", "“": '"', "’": "'", "–": "-"}.get(letter, normalize("NFD", letter)[0])
            folded.append(base if exact else base.lower().replace("ς", "σ").replace("ſ", "s"))
        return folded[0] == folded[1]

    def end_of_match(at: int) -> int | None:
        for letter in letters:
            if at == len(text) or not (
                text[at].isspace() if letter == " " else same(text[at], letter)
            ):
                return None
            at += 1
            while letter == " " and at < len(text) and text[at].isspace():
                at += 1
            marks = 0
            while letter != " " and at < len(text) and mark(text[at]) and marks < 8:
                at, marks = at + 1, marks + 1
        return at

    words = "".join(" " if c.isspace() else c for c in query if not mark(c))
    letters = " ".join(words.split())
    letters = " " * words.startswith(" ") + letters + " " * words.endswith(" ")
    matches, at = list[Span](), 0
    while words.strip() and at < len(text):
        end = end_of_match(at)
        if end is not None:
            matches.append(Span(at, end))
        at = at + 1 if end is None else end
    return matches


@settings(deadline=None)
@given(
    st.integers(0, 40), st.text(ALPHABET, max_size=50), st.text(ALPHABET, min_size=1, max_size=4)
)
def test_all_that_is_found_is_what_a_slow_search_finds(before: int, text: str, query: str) -> None:
    whole = "·" * (16_384 - before) + text  # over the edge of a slice, too
    assert spans(whole, query) == slow_reference(whole, query)


@settings(deadline=None)
@given(st.text(max_size=40), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = text[start : start + 5]
    matches = spans(text, query)
    assert matches == sorted(matches)
    if query.strip() and not any(combining(c) or not c.isprintable() for c in text):
        assert any(span.start <= start < span.end for span in matches)


def test_matches_are_found_by_where_they_stand() -> None:
    matches = Matches([Span(3, 5), Span(5, 8), Span(20, 21)])
    assert [*matches.within(0, 3)] == []
    assert [*matches.within(4, 6)] == [0, 1]
    assert [*matches.within(8, 20)] == []
    assert [*matches.within(0, 99)] == [0, 1, 2]
    assert [matches.first_from(offset) for offset in (0, 4, 20, 21)] == [0, 1, 2, 3]


async def test_a_long_search_lets_others_have_their_turn_and_can_be_stopped() -> None:
    search = TextSearch("The old customs shed. " * 40_000)
    turns = 0
    first = asyncio.create_task(search.find("customs"))
    for _ in range(10):
        await asyncio.sleep(0)
        turns += 1
    assert not first.done()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert len(await search.find("shed. the")) == 39_999
    assert turns == 10
