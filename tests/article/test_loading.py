"""From a file, or from a text, to an article; or one plain sentence."""

import codecs
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article import loading
from tui.article.loading import ArticleError, article_from_text, load
from tui.article.model import Article

WIRE = """\
Harbor to close for a month, port says; fishermen "learnt of it from
the radio"

By Simone Tarr, Coastal Wire

OSTRAND -- The harbor of Ostrand will close in May for repairs to its
two gates, the port authority said on Monday, and the fishermen's co-
operative accused the city of having told nobody about the decision be-
fore it was made.

"We learnt of it from the radio," said Piet Oduya, who speaks for the
fishermen. "Nobody asked us, and nobody is going to pay us for a month
of boats on dry land."

What the city offers:

- a berth in the north basin for boats of less than 12 meters
- no harbor fees until the end of the year
"""


def kinds(article: Article) -> list[str]:
    """The kinds of the article's blocks."""
    return [block.kind for block in article.blocks]


def texts(article: Article) -> list[str]:
    """The text of each block."""
    return [article.text[b.span.start : b.span.end] for b in article.blocks]


def test_hard_wrapped_wire_copy_is_rejoined() -> None:
    article = article_from_text(WIRE)
    assert kinds(article) == [
        "title", "byline", "paragraph", "paragraph", "paragraph", "item", "item"
    ]  # fmt: skip
    assert article.title == (
        'Harbor to close for a month, port says; fishermen "learnt of it from the radio"'
    )
    assert article.byline == "Simone Tarr, Coastal Wire"
    assert article.dateline == "OSTRAND"
    assert "about the decision before it was made." in article.text
    assert "going to pay us for a month of boats" in article.text


def test_lines_of_a_conversation_stay_apart() -> None:
    article = article_from_text(
        "The hearing in full\n\nFALK: Why was it late?\nODUYA: It was not.\nFALK: I see.\n"
    )
    assert kinds(article) == ["title", "turn", "turn", "turn"]


def test_verse_and_short_lines_are_not_joined() -> None:
    article = article_from_text("Song of the pier\n\nThe tide is high\nthe moon is low\nwe row\n")
    assert texts(article)[1:] == ["The tide is high", "the moon is low", "we row"]


def test_one_paragraph_a_line_stays_so() -> None:
    lines = [
        "Harbour to close for a month, mayor says",
        "The harbour of Ostrand will close in May, Mayor Ada Falkmere said on Monday. " * 2,
        "“It is the least bad of three bad choices,” she said, and would say no more of it.",
    ]
    article = article_from_text("\n".join(lines))
    assert texts(article) == [line.strip() for line in lines]


def test_an_article_need_not_have_a_title() -> None:
    article = article_from_text(
        "The harbour of Ostrand will close in May, Mayor Ada Falkmere said on Monday, calling it"
        " “the least bad of three bad choices.”\n\nPiet Oduya disagreed with her at length.\n"
    )
    assert article.title is None


def test_a_sub_heading_and_a_time_stamp_are_headings() -> None:
    article = article_from_text(
        "Vote live: too close to call\n\n22.47\n\nThe count goes on, officials said.\n\n"
        "What happens next\n\nThe last box comes by boat.\n"
    )
    assert kinds(article) == ["title", "heading", "paragraph", "heading", "paragraph"]


@settings(deadline=None)
@given(st.text(st.sampled_from("aB c.\n-“”\t>Q:1é\r "), max_size=300))
def test_loading_its_own_text_again_changes_nothing(text: str) -> None:
    once = article_from_text(text)
    again = article_from_text(once.text)
    assert again.text == once.text
    assert [b.span for b in again.blocks] == [b.span for b in once.blocks]
    for line in texts(once):
        assert line == line.strip() != ""
        assert "\n" not in line


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_word_is_lost(text: str) -> None:
    from tui.article.cleaning import clean

    def visible(s: str) -> str:
        return "".join(c for c in s if not c.isspace() and c not in ">-")

    assert visible(article_from_text(text).text) == visible(clean(text))


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("“", 100_000),
        ("“open\n\n", 5_000),
        ("> ", 100_000),
        ("A", 1_000_000),
        ("Ab Cd: ef\n", 5_000),
        ("- ", 500_000),
        ("a line that never comes to its proper end and is bro-\n", 5_000),
    ],
)
def test_odd_texts_are_read(piece: str, times: int) -> None:
    once = article_from_text(piece * times)
    assert article_from_text(once.text).blocks == once.blocks


def test_a_mark_that_begins_with_nuls_is_no_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(codecs.BOM_UTF32_BE + "The mayor spoke.".encode("utf-32-be"))
    assert load(str(path)).text == "The mayor spoke."


def test_five_megabytes_on_one_line() -> None:
    assert len(article_from_text("word " * 1_000_000).text) == 4_999_999


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "there is no text in it"), (b" \n\n", "there is no text in it"),
     (b"\x89PNG\r\n\x1a\n" + bytes(200), "it is a picture"), (bytes(500), "not a text file")],
)  # fmt: skip
def test_what_is_no_article(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError) as error:
        load(str(path))
    assert str(error.value) == f"cannot read {path}: {reason}"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r": no such file or directory$"):
        load(str(tmp_path / "nowhere.txt"))
    with pytest.raises(ArticleError, match=r": it is a folder$"):
        load(str(tmp_path))
    with pytest.raises(ArticleError, match=r"^cannot read /dev/null: not a regular file$"):
        load(os.devnull)


def test_a_file_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as error:
        load(str(tmp_path / "a\x1b]0;owned\x07b\nc.txt"))
    assert "\x1b" not in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("ftp://news.example/a.html", "; of addresses only those of http and https are fetched"),
        ("www.news.example", "; an address begins with https://"),
        ("news.example/a", "; an address begins with https://"),
        ("localhost:8000/a", "; an address begins with https://"),
        ("nonsense", "; pullquote --help tells what there is"),
        ("nonsense.txt", ""),
        ("folder/nonsense", ""),
    ],
)
def test_what_somebody_may_have_meant_is_said(source: str, hint: str) -> None:
    with pytest.raises(ArticleError) as error:
        load(source)
    assert str(error.value) == f"cannot read {source}: no such file or directory{hint}"


def test_a_text_may_be_no_larger_than_a_text_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_LARGEST_TEXT", 2**20)
    path = tmp_path / "notes.txt"
    path.write_bytes(b"It rains. " * 104_857)
    assert load(str(path)).text.startswith("It rains.")
    path.write_bytes(b"It rains. " * 104_858)
    with pytest.raises(ArticleError, match=r": it is text, and larger than 1 MB$"):
        load(str(path))


def test_a_file_may_be_no_larger_than_an_article_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "LARGEST", 99)
    (tmp_path / "notes.txt").write_text("It rains." * 12, encoding="utf-8")
    with pytest.raises(ArticleError, match=re.escape(loading.TOO_LARGE)):
        load(str(tmp_path / "notes.txt"))


def test_a_name_that_no_file_can_have_is_said_to_be_none() -> None:
    with pytest.raises(ArticleError, match=r"^cannot read a b: not a file name$"):
        load("a\0b")


def test_standard_input_that_is_closed_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ArticleError, match=r"^cannot read standard input: it is closed$"):
        load("-")
