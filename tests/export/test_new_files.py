"""Files that are written whole, and never over others."""

from pathlib import Path

import pytest

from tui.export.new_files import file_name, write_new_file


def test_what_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new_file(path, "yours")
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_name_that_is_taken_is_not_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.quotes.txt", "a-2.quotes.txt"):
        assert file_name("a", ".txt") == name
        (tmp_path / name).touch()
    assert file_name("a", ".txt") == "a-3.quotes.txt"
    assert file_name("a", ".md") == "a.quotes.md"


def test_words_make_the_name_of_a_file_that_is_no_article() -> None:
    assert file_name("Åse O’Brien / x", ".txt") == "åse-o-brien-x.quotes.txt"
    assert file_name("…", ".html") == "pullquote.quotes.html"
    assert len(file_name("a word or two " * 99, ".md")) < 80
