"""The bytes of a page become a tree in the encoding that they are in, within bounds."""

import pytest

from tui.article import html_source
from tui.article.html_source import is_deeper, text_of, tree_of


def shown(source: str) -> str:
    return " ".join(tree_of(source.encode("utf-8", "surrogatepass")).text_content().split())


@pytest.mark.parametrize(
    ("head", "encoding", "words"),
    [
        ("<meta charset=koi8-r>", "koi8-r", "Да, нет"),
        ("<meta charset=koi8-r>", "utf-8", "Да, нет"),
        ("<?xml version='1.0' encoding='koi8-r'?>", "koi8-r", "Да, нет"),
        ("<META http-equiv=x content='text/html; charset=cp1251'>", "cp1251", "Да, нет"),
        ("<meta charset='iso-8859-1'>", "cp1252", "“Nein”"),
        ("<meta charset=ascii>", "cp1252", "“No”"),
        ("<meta charset=iso-2022-jp>", "iso-2022-jp", "はい"),
        ("<p charset=koi8-r>", "utf-8", "Да"),
        ("<meta charset=utf-8>", "cp1252", "The “No” of the man and of the sea"),
        ("<meta charset=nobody>", "cp1252", "The “No” of the man and of the sea"),
        ("<meta charset=rot13>", "cp1252", "The “No” of the man and of the sea"),
        ("<meta charset=koi8-r>", "utf-16", "Да"), ("<meta charset=koi8-r>", "utf-8-sig", "Да"),
    ],
)  # fmt: skip
def test_a_page_is_in_the_encoding_it_tells_or_looks_like(
    head: str, encoding: str, words: str
) -> None:
    assert text_of(f"{head}<p>{words}</p>".encode(encoding)).endswith(f"<p>{words}</p>")


def test_what_a_page_tells_far_down_is_not_looked_for() -> None:
    for space, is_told in ((4060, True), (4090, False)):
        data = b" " * space + b"<meta charset=iso8859-5>\xe9"
        assert text_of(data).endswith("щ") == is_told


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>a&#1;b&#x1f;c&#10;d&#x;</p>", "a b c d&#x;"),
        ("<p>a\x00b\x01c\x0bd</p>", "ab c d"),
        ("<p>a\x1b[31mb\x1b[0m</p>", "ab"), ("<p>a&#27;[31mb</p>", "ab"),
        ("<p>a\ufffeb</p>", "a b"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>c &a;</p>", "c &a;"),
        ("<!-- a --><p>b<?x y?>c</p>", "bc"),
        ("<html xmlns='x'><body><p>a<b class='x>'/>b</p><title/>c</body></html>", "abc"),
        ("<?xml version='1.0'?><html><body><i/>a</body></html>", "a"),
        ("a", "a"),
    ],
)  # fmt: skip
def test_what_a_tree_holds(source: str, words: str) -> None:
    assert shown(source) == words


def test_an_element_of_xhtml_may_be_closed_where_it_begins() -> None:
    tree = tree_of(b"<html xmlns='x'><body><b/>a</body></html>")
    assert tree.find(".//b").text_content() == ""


@pytest.mark.parametrize("source", ["", " ", "<!-- a -->"])
def test_a_page_without_anything_is_none(source: str) -> None:
    with pytest.raises(ValueError, match=r"^there is no text in the page$"):
        tree_of(source.encode())


def test_how_large_a_page_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_source, "LARGEST", 8)
    assert shown("<p>a</p>") == "a"
    with pytest.raises(ValueError, match=r"^the page is larger than 0 MB$"):
        shown("<p>ab</p>")
    monkeypatch.undo()
    monkeypatch.setattr(html_source, "MOST_ELEMENTS", 3)
    assert shown("<html><body><p>a</p></body></html>") == "a"
    with pytest.raises(ValueError, match=r"^the page has more than 3 elements$"):
        shown("<html><body><p>a<b>b</b></p></body></html>")


def test_how_deep_elements_stand() -> None:
    tree = tree_of(b"<html><body><p><b>a</b></p><p>b</p></body></html>")
    assert [is_deeper(tree, limit) for limit in (2, 3, 4)] == [True, True, False]
