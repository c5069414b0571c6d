"""Files that are written whole, and never over others."""

from pathlib import Path

import pytest

from tui.export.new_files import write_beside, write_new_file


def test_what_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new_file(path, "yours")
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_name_that_is_taken_has_a_number(tmp_path: Path) -> None:
    names = [write_beside(tmp_path, "Åse O’Brien / x", str(i)).name for i in range(3)]
    assert names == [f"åse-o-brien-x{number}.quotes.txt" for number in ("", "-2", "-3")]
    assert [(tmp_path / n).read_text(encoding="utf-8") for n in names] == ["0", "1", "2"]


def test_words_that_make_no_name_make_some(tmp_path: Path) -> None:
    assert write_beside(tmp_path, "…", "x").name == "pullquote.quotes.txt"
