"""Titles at a glance."""

from pathlib import Path

import pytest

from tui.article.glance import title_at_a_glance

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
