"""From what a format tells to an article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.loading import article_from_text
from tui.article.manuscript import Manuscript, Piece, PieceKind, article_from_manuscript
from tui.article.model import Article


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[slice(*block.span)]) for block in article.blocks]


def test_what_is_told_beside_the_text_stands_before_it() -> None:
    pieces = [Piece("paragraph", "It rains,\n said\tAda Falk."), Piece("heading", "Later")]
    article = article_from_manuscript(
        Manuscript([*pieces, Piece("paragraph", "It stopped.")], "Rain", "Bo Lind", "2026-05-04"),
        "page.html",
    )
    assert kinds(article) == [
        ("title", "Rain"), ("byline", "By Bo Lind"), ("paragraph", "It rains, said Ada Falk."),
        ("heading", "Later"), ("paragraph", "It stopped."),
    ]  # fmt: skip
    assert (article.title, article.byline, article.date) == ("Rain", "Bo Lind", "2026-05-04")


def test_what_stands_in_the_text_is_not_put_there_again() -> None:
    pieces = [
        Piece("heading", "RAIN AGAIN"),
        Piece("paragraph", "Reporting by Bo Lind in Ostrand"),
        Piece("paragraph", "It rains."),
    ]
    article = article_from_manuscript(Manuscript(pieces, "Rain again", "Bo Lind"), "a")
    assert article.text == "RAIN AGAIN\n\nReporting by Bo Lind in Ostrand\n\nIt rains."
    assert [kind for kind, _ in kinds(article)] == ["title", "byline", "paragraph"]


def test_a_byline_comes_behind_the_title_that_is_there() -> None:
    pieces = [Piece("heading", "Rain"), Piece("paragraph", "It rains.")]
    article = article_from_manuscript(Manuscript(pieces, "Rain", "Bo Lind"), "a")
    assert article.text == "Rain\n\nBy Bo Lind\n\nIt rains."


def test_lists_quotations_and_turns_look_like_themselves() -> None:
    pieces = [
        Piece("paragraph", "She asks for:"), Piece("item", "a pump"), Piece("item", "2. a key"),
        Piece("quote", "We wait."), Piece("turn", "Falk: We wait."), Piece("paragraph", "Then."),
    ]  # fmt: skip
    article = article_from_manuscript(Manuscript(pieces), "a")
    assert article.text == (
        "She asks for:\n\n- a pump\n2. a key\n\n> We wait.\n\nFalk: We wait.\n\nThen."
    )
    assert [kind for kind, _ in kinds(article)][1:] == [
        "item",
        "item",
        "quote",
        "turn",
        "paragraph",
    ]


KINDS = st.sampled_from(("heading", "paragraph", "item", "quote", "turn"))
PIECES = st.lists(st.tuples(KINDS, st.text(st.sampled_from("aB c.\n-“”>Q:1é "), max_size=30)))


@settings(deadline=None)
@given(PIECES, st.none() | st.text("aB .", max_size=9), st.none() | st.text("aB .", max_size=9))
def test_no_word_is_lost_and_the_text_is_an_article_of_its_own(
    pieces: list[tuple[PieceKind, str]], title: str | None, byline: str | None
) -> None:
    article = article_from_manuscript(
        Manuscript([Piece(kind, text) for kind, text in pieces], title, byline), "a"
    )
    assert article_from_text(article.text).text == article.text
    at = 0
    for _, text in pieces:
        for word in text.split() if text.strip("> \n") else ():
            at = article.text.index(word, at) + len(word)


@pytest.mark.parametrize("hostile", ["\x1b[2Jrain", "ra\x00in", "r\u202eain"])
def test_nothing_in_it_acts_on_a_terminal(hostile: str) -> None:
    article = article_from_manuscript(
        Manuscript([Piece("paragraph", hostile)], hostile, hostile, hostile), hostile
    )
    told = f"{article.text}{article.title}{article.byline}{article.date}{article.origin}"
    assert not any(character in told for character in "\x1b\x00\u202e")


@pytest.mark.parametrize(
    ("pieces", "title", "byline", "expected"),
    [
        ([("paragraph", "It rains.")], "Rain", None,
         [("title", "Rain"), ("paragraph", "It rains.")]),
        ([("heading", "RAIN")], "Rain", "Bo Lind", [("title", "RAIN"), ("byline", "By Bo Lind")]),
        ([("paragraph", "x"), ("heading", "Rain")], "Rain", "Bo Lind",
         [("byline", "By Bo Lind"), ("paragraph", "x"), ("title", "Rain")]),
        ([("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c"), ("heading", "Rain")], "Rain",
         None, [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c"), ("title", "Rain")]),
        ([("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c"), ("paragraph", "d"),
          ("heading", "Rain")], "Rain", None,
         [("title", "Rain"), ("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c"),
          ("paragraph", "d"), ("heading", "Rain")]),
        ([("heading", "Rain"), ("paragraph", "It rains.")], None, None,
         [("title", "Rain"), ("paragraph", "It rains.")]),
        ([("paragraph", "It rains."), ("heading", "Rain")], None, None,
         [("paragraph", "It rains."), ("heading", "Rain")]),
        ([("quote", " > "), ("paragraph", " "), ("paragraph", "It rains.")], None, None,
         [("paragraph", "It rains.")]),
        ([], "Rain", "Bo Lind", [("title", "Rain"), ("byline", "By Bo Lind")]),
        ([("item", "a"), ("item", "(b) b"), ("item", "• c")], None, None,
         [("item", "- a"), ("item", "(b) b"), ("item", "• c")]),
    ],
)  # fmt: skip
def test_what_stands_where(
    pieces: list[tuple[PieceKind, str]],
    title: str | None,
    byline: str | None,
    expected: list[tuple[str, str]],
) -> None:
    made = article_from_manuscript(
        Manuscript([Piece(kind, text) for kind, text in pieces], title, byline), "a"
    )
    told = [(kind, text) for kind, text in kinds(made)]
    if expected[0][0] == "byline":
        told[0] = ("byline", told[0][1])  # above all else it is no line of its own kind
    assert told == expected
    assert made.byline == byline
    assert made.title == (expected[0][1] if expected[0][0] == "title" else title)


def test_the_date_that_is_told_comes_before_the_one_in_the_text() -> None:
    pieces = [Piece("heading", "Rain"), Piece("paragraph", "3 May 2021"), Piece("paragraph", "x")]
    assert article_from_manuscript(Manuscript(pieces), "a").date == "3 May 2021"
    assert article_from_manuscript(Manuscript(pieces, date="2021"), "a").date == "2021"
    made = article_from_manuscript(Manuscript(pieces), "a\nb")
    assert (made.source, made.origin) == ("a\nb", "a b")
