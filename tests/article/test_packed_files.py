"""Archives: what is in them, and what is not read from them."""

import io
import zipfile

import pytest

from tui.article import packed_files
from tui.article.packed_files import PackedFiles, archive_of, inner_path


def archive(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def test_a_file_is_read_by_its_name() -> None:
    packed = PackedFiles(archive({"a.txt": b"Rain.", "b/c.txt": b"Fog."}))
    assert "a.txt" in packed
    assert "c.txt" not in packed
    assert packed.read("b/c.txt") == b"Fog."
    with pytest.raises(KeyError):
        packed.read("c.txt")


def test_a_file_that_is_locked_is_said_to_be_so() -> None:
    data = bytearray(archive({"a.txt": b"Rain."}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # as programs that ask for a password mark it
    with pytest.raises(ValueError, match=r"^it is locked with a password$"):
        PackedFiles(bytes(data)).read("a.txt")


def test_a_file_that_is_damaged_is_said_to_be_so() -> None:
    data = bytearray(archive({"a.txt": b"Rain. " * 99}))
    data[data.index(b"a.txt") + 8] ^= 0xFF
    with pytest.raises(
        ValueError, match=r"^it is damaged, or packed in a way that cannot be read$"
    ):
        PackedFiles(bytes(data)).read("a.txt")


@pytest.mark.parametrize(
    ("folder", "address", "path"),
    [
        ("", "a.xhtml", "a.xhtml"), ("OPS", "a%20b.xhtml", "OPS/a b.xhtml"),
        ("OPS/text", "../notes.xhtml", "OPS/notes.xhtml"), ("OPS", "../a.xhtml", "a.xhtml"),
        ("OPS", "../../a.xhtml", None), ("OPS", "/etc/passwd", None), ("", "..", None),
        ("OPS", "..", None), ("OPS/text", "..", "OPS"), ("OPS", "http://a.example/", None),
        ("OPS", "data:text/html,x", None), ("", "%2e%2e/a", None), ("", "...", "..."),
    ],
)  # fmt: skip
def test_an_address_names_a_file_of_the_archive_or_none(
    folder: str, address: str, path: str | None
) -> None:
    assert inner_path(folder, address) == path


def test_how_much_an_archive_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive({"a": b"x" * 8, "b": b""})
    monkeypatch.setattr(packed_files, "LARGEST", 8)
    assert "a" in PackedFiles(data)
    monkeypatch.setattr(packed_files, "LARGEST", 7)
    with pytest.raises(ValueError, match=r"^unpacked it is larger than 0 MB$"):
        PackedFiles(data)
    monkeypatch.undo()
    monkeypatch.setattr(packed_files, "_MOST_FILES", 2)
    assert "b" in PackedFiles(data)
    monkeypatch.setattr(packed_files, "_MOST_FILES", 1)
    with pytest.raises(ValueError, match=r"^unpacked it is larger than \d+ MB$"):
        PackedFiles(data)
    monkeypatch.undo()
    monkeypatch.setattr(packed_files, "_SMALL", 7)
    monkeypatch.setattr(packed_files, "_MOST_TIMES", 0)
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        PackedFiles(data)
    with pytest.raises(
        ValueError, match=r"^it is damaged, or packed in a way that cannot be read$"
    ):
        archive_of(b"PK")
