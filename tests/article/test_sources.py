"""What a source names."""

from pathlib import Path

import pytest

from tui.article.sources import host_of, is_address, is_pattern, is_there, resolved, split_part


def test_a_part_stands_behind_a_mark_but_a_file_may_have_one_in_its_name(tmp_path: Path) -> None:
    odd = tmp_path / "no. #3.txt"
    odd.touch()
    assert split_part("book.epub#3") == ("book.epub", "3")
    assert split_part(str(odd)) == (str(odd), None)
    assert split_part(f"{odd}#2") == (str(odd), "2")
    assert split_part("#3") == ("#3", None)
    assert split_part("-#2") == ("-", "2")


def test_an_address_is_no_file() -> None:
    assert is_address("https://paper.example/a")
    assert is_address("HTTP://paper.example")
    assert not is_address("https")
    assert not is_address("file:///etc/passwd")
    assert not is_address("./http://a")


def test_what_was_read_is_found_again_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert resolved("a.txt") == str(tmp_path.resolve() / "a.txt")
    assert resolved("book.epub#3") == f"{tmp_path.resolve()}/book.epub#3"
    assert resolved("https://paper.example/a") == "https://paper.example/a"
    assert resolved("-") is resolved("-#2") is resolved("clipboard:") is None


def test_it_is_there_as_long_as_the_file_is(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    assert not is_there(f"{book}#1")
    book.touch()
    assert is_there(f"{book}#1")
    assert is_there("https://paper.example/a")


def test_a_pattern_is_one_only_where_no_file_is_called_so(tmp_path: Path) -> None:
    assert is_pattern(f"{tmp_path}/*.txt")
    (tmp_path / "[1].txt").touch()
    assert not is_pattern(f"{tmp_path}/[1].txt")
    assert not is_pattern("https://paper.example/?a=b")


def test_an_address_has_a_host() -> None:
    assert host_of("https://Paper.example:8080/a#b") == "paper.example:8080"
    assert host_of("https://paper.example") == "paper.example"
    assert host_of("paper.txt") is None
