"""Titles at a glance."""

import zipfile
from pathlib import Path

import pytest

from tui.article.glance import title_at_a_glance
from tui.article.opening import Listing, opened
from tui.reader.shelf import Shelf

FILES = Path(__file__).parent / "files"
TITLE = "Five hours at Lake Ishmere, and a dam still between them"


@pytest.mark.parametrize(
    "name",
    ["ministers_meeting.md", "ministers_meeting.html", "ministers_meeting.docx",
     "ministers_meeting.epub", "ministers_meeting.eml", "ministers_meeting_writer.docx"],
)  # fmt: skip
def test_a_document_tells_its_title_near_its_beginning(name: str) -> None:
    assert title_at_a_glance(FILES / name) == TITLE


def test_the_sites_name_is_no_title(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Rain &amp; wind stop the\n ferry | Ostrand Daily</title>", "utf-8")
    assert title_at_a_glance(page) == "Rain & wind stop the ferry"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.epub", "a.html", "a.md", "a.eml"])
def test_what_tells_none_has_none(tmp_path: Path, name: str) -> None:
    assert title_at_a_glance(tmp_path / name) == ""
    (tmp_path / name).write_bytes(b"PK\x03\x04\x00\xff nothing")
    assert title_at_a_glance(tmp_path / name) == ""


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.htm", '<meta property="og:title" content="Rain &amp; wind">', "Rain & wind"),
        ("a.xhtml", "<html><head><title>Rain</title></head></html>", "Rain"),
        ("a.markdown", "# Rain\n\nIt rains.\n", "Rain"),
        ("a.md", "---\ntitle: Rain\n---\n\n# Fog\n", "Rain"),
        ("a.md", "It rains.\n", ""),
        ("a.eml", "Subject: =?utf-8?q?R=C3=A4in?=\n\nIt rains.\n", "Räin"),
        ("a.txt", "Rain\n\nIt rains.\n", ""),
        ("a.html", "<title>\x1b[2JRain</title>", "Rain"),
    ],
)
def test_what_the_beginning_tells(tmp_path: Path, name: str, content: str, title: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert title_at_a_glance(tmp_path / name) == title


def test_a_document_without_properties_is_called_by_its_first_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        words = "<w:p></w:p><w:p><w:r><w:t>Rain</w:t><w:t xml:space='preserve'> &amp; fog</w:t>"
        packed.writestr("word/document.xml", f"{words}</w:r></w:p><w:p><w:t>It rains.</w:t></w:p>")
    assert title_at_a_glance(tmp_path / "a.docx") == "Rain & fog"


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.html", "<title>Rain - The Post</title>", "Rain"),
        ("a.html", "<title>Rain - so it is in the north</title>", "Rain - so it is in the north"),
        ("a.html", "<meta name='x' property='og:title' content=\"Fog\"><title>Rain</title>", "Fog"),
        ("a.html", "<TITLE lang='en'>Rain</TITLE>", "Rain"), ("a.html", "<p>Rain</p>", ""),
        ("a.HTML", "<title>Rain</title>", "Rain"),
        ("a.html", f"<title>{'x' * 400}</title>", "x" * 300),
        ("a.md", "Rain\n====\n", "Rain"), ("a.md", "Rain\n\n# Fog #\n", "Fog"),
        ("a.md", '---\nx: y\ntitle: "Rain"\n---\n', "Rain"),
        ("a.md", "---\r\ntitle: Rain\r\n---\r\n", "Rain"),
        ("a.md", "## Fog\n", ""), ("a.eml", "From: x\n\nSubject: Rain\n", ""),
    ],
)  # fmt: skip
def test_which_words_near_the_beginning_are_the_title(
    tmp_path: Path, name: str, content: str, title: str
) -> None:
    (tmp_path / name).write_bytes(content.encode())
    assert title_at_a_glance(tmp_path / name) == title


@pytest.mark.parametrize(
    ("name", "files", "title"),
    [
        ("a.docx", {"docProps/core.xml": "<dc:title>Rain &amp; fog</dc:title>",
                    "word/document.xml": "<w:t>Tar</w:t>"}, "Rain & fog"),
        ("a.docx", {"docProps/core.xml": "<dc:title/>",
                    "word/document.xml": "<w:p><w:t>Tar</w:t></w:p>"}, "Tar"),
        ("a.docx", {"word/document.xml": "<w:p/>"}, ""),
        ("a.epub", {"x": "", "OPS/a.opf": "<dc:title id='t'>Rain &lt; fog</dc:title>"},
         "Rain < fog"),
        ("a.epub", {"OPS/a.opf": "<title>Rain</title>"}, "Rain"),
        ("a.epub", {"OPS/a.opf": "<titles>Rain</titles>"}, ""),
    ],
)  # fmt: skip
def test_a_packed_document_tells_its_title(
    tmp_path: Path, name: str, files: dict[str, str], title: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as packed:
        for inner, content in files.items():
            packed.writestr(inner, content)
    assert title_at_a_glance(tmp_path / name) == title


def test_only_the_beginning_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(" " * 65_000 + "<title>Rain</title>")
    assert title_at_a_glance(path) == "Rain"
    path.write_text(" " * 66_000 + "<title>Rain</title>")
    assert title_at_a_glance(path) == ""
    (tmp_path / "b.html").mkdir()
    assert title_at_a_glance(tmp_path / "b.html") == ""


def test_a_damaged_book_or_document_has_no_title(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bare.epub", "w") as packed:
        packed.writestr("a.txt", "x")
    with zipfile.ZipFile(tmp_path / "damaged.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "hello " * 1000)
    with zipfile.ZipFile(tmp_path / "locked.epub", "w") as packed:
        packed.writestr("c.opf", "<title>x</title>")
    damaged = bytearray((tmp_path / "damaged.docx").read_bytes())
    at = damaged.index(b"document.xml") + len("document.xml")
    damaged[at : at + 12] = bytes(byte ^ 0xFF for byte in damaged[at : at + 12])
    (tmp_path / "damaged.docx").write_bytes(damaged)
    locked = bytearray((tmp_path / "locked.epub").read_bytes())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.epub").write_bytes(locked)
    names = ["bare.epub", "damaged.docx", "locked.epub"]
    assert [title_at_a_glance(tmp_path / name) for name in names] == [""] * 3
    found = opened([str(tmp_path)])
    assert isinstance(found, Listing)
    shown = Shelf(found.entries, found.name).entries()
    assert sorted(entry.title for entry in shown) == names


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.html", f"<title>a - {'x' * 20_000} b c d e f</title>", f"a - {'x' * 296}"),
        ("a.html", "<meta property='og:title' " * 2000 + "<title>Rain</title>", "Rain"),
        ("a.html", "<title" * 10_000 + ">Rain</title>", "Rain"),
        ("a.md", f"---\ntitle: {' ' * 60_000}x", ""),
        ("a.md", f"# Rain {'#' * 60_000} fog\n", f"Rain {'#' * 295}"),
    ],
)  # fmt: skip
def test_whatever_stands_there_is_looked_at_once(
    tmp_path: Path, name: str, content: str, title: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert title_at_a_glance(tmp_path / name) == title
