"""What some bytes are: by what they hold."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from tui.article.kinds import Kind, kind_of

FILES = Path(__file__).parent / "files"
MAIL = (
    "Received: from a by b\nX.Odd_Name: 1\nFrom: Ada Falk <ada@o.example>\n"
    "Subject: The harbour\n closes\nDate: Mon, 3 May 2021 10:00:00 +0200\n"
    "Message-ID: <1@o.example>\n\nIt closes.\n"
)
MAILBOX = f"From ada@o.example Mon May  3 10:00:00 2021\n{MAIL}"
SUBRIP = "1\n00:00:01,000 --> 00:00:02,000\nWe wait.\n"
WEBVTT = "WEBVTT - The harbour\n\n00:01.000 --> 00:02.000\nWe wait.\n"
PAGE = "<!doctype html><html><body><p>It closes.</p></body></html>"
PURL = "http://purl.org/rss/1.0/"
RDF = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{PURL}">'
ATOM = '<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">'
TEXTS: list[tuple[Kind, str]] = [
    ("mail", MAIL),
    ("mail", "From: <Saved by Blink>\nSubject: x\nDate: y\nMIME-Version: 1.0\n\n--\n"),
    ("mailbox", MAILBOX),
    ("mailbox", MAILBOX.replace("ada@o.example Mon", "- Mon", 1)),
    ("mailbox", MAILBOX.replace("10:00:00 2021", "10:00:00 +0000 2021", 1)),
    ("subtitles", SUBRIP),
    ("subtitles", SUBRIP.replace(",", ".").replace("00:00:0", "0:00:0")),
    ("subtitles", WEBVTT),
    ("subtitles", WEBVTT.replace(" - The harbour", "\nKind: captions")),
    ("html", PAGE),
    ("html", "<p>It closes.</p><p>In May.</p>"),
    ("feed", '<?xml version="1.0"?>\n<?xml-stylesheet href="a"?><!-- a -->\n<rss version="2.0">'),
    ("feed", '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "a.dtd">\n<rss version="0.91">'),
    ("feed", '<!DOCTYPE rss [\n<!ENTITY a "b">\n]>\n<rss version="2.0">'),
    ("feed", RDF),
    ("feed", ATOM),
    ("feed", ATOM.replace("<feed", "<atom:feed").replace("xmlns=", "xmlns:atom=")),
    ("markdown", "# The harbour\n\nIt **closes** in May.\n"),
    ("markdown", "The harbour\n===========\n\nSee [the plan](https://o.example/plan).\n"),
]
NEWS = "It closes in May, the port authority said on Monday.\n"


@pytest.mark.parametrize(("kind", "text"), TEXTS)
@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\n \r\n" + text.encode(),
        lambda text: text.encode() + b"a longer text \xe2\x80\x9d\n" * 2000,
    ],
    ids=["plain", "windows", "old mac", "mark", "utf-16", "blank lines", "long"],
)
def test_a_kind_is_known_by_its_beginning(kind: Kind, text: str, written: object) -> None:
    assert callable(written)
    for name in ("", "article", "article.txt"):
        assert kind_of(written(text), name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ministers_meeting.eml", "mail"),
        ("ministers_meeting_mutt.eml", "mail"),
        ("ministers_meeting_s_nail.eml", "mail"),
        ("ministers_meeting.mhtml", "mail"),
        ("ministers_meeting.mbox", "mailbox"),
        ("ministers_meeting.rss", "feed"),
        ("ministers_meeting.atom", "feed"),
        ("harbour_inquiry.vtt", "subtitles"),
        ("harbour_inquiry.srt", "subtitles"),
    ],
)
def test_the_files_of_other_programs_are_known_without_their_names(name: str, kind: Kind) -> None:
    assert kind_of((FILES / name).read_bytes(), "") == kind


def packed(*names: str) -> bytes:
    """The same bytes at any time: tests are called by them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name), "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("word", packed("[Content_Types].xml", "word/document.xml")),
        ("epub", packed("mimetype", "META-INF/container.xml", "OEBPS/a.xhtml")),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("pdf", b"\xef\xbb\xbf\r\n%PDF-1.4\n"),
        ("pdf", b"\x00\x01junk\x00%PDF-1.4\n"),
    ],
)
def test_packed_and_printed_documents_are_known(kind: Kind, data: bytes) -> None:
    assert kind_of(data, "") == kind
    assert kind_of(data, "article.txt") == kind


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed("content.xml"), "an OpenDocument file; saved as .docx it can be read"),
        (packed("a.txt"), "it is packed; unzip unpacks it"),
        (packed("word/document.xml")[:40], "it is damaged, or packed in a way that cannot be read"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old Word file or the like; saved as .docx it can be read",
        ),
        (b"{\\rtf1\\ansi It closes.}", "an RTF file; saved as .docx it can be read"),
        (b"\x1f\x8b\x08\x00", "it is packed; gunzip unpacks it"),
        (b"\x89PNG\r\n\x1a\n", "it is a picture"),
        (b"\x00\x01\x02\x03\x04\x05\x06" * 10, "not a text file"),
    ],
)
def test_what_cannot_be_read_is_called_what_it_is(data: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        kind_of(data, "article.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Date: Monday\nFrom: our correspondent\nSubject: the harbour\n\n",
        "From: Our own correspondent\nTo: all\nDate: 3 May\nSubject: x\nReceived: 4 May\n\n",
        "Received: 3 May 2021\nAccepted: 4 May 2021\nDate: 5 May 2021\nSubject: gates\n\n",
        "Message-ID: what it is\n\n",
        "From London to Ostrand, the summer of 2021\nBy: Simone Tarr\n\n",
        "From 10:30 on Monday, 3 May 2021\nnobody sails.\n\n",
        "WEBVTT is how the web writes subtitles\n\n",
        "1\n\nThe first of them. ",
        "10:30 --> 11:00 The minister speaks.\n\n",
        "#1 seed **Ada Falk** is out\n\n",
        "# 1 in the harbour\n\n",
        "*** URGENT ***\n\n",
        "The harbour\n-----------\n\n",
        "The harbour closes (see [1], [2](3))\n\n",
        "A file begins with %PDF-1.7, says the authority. ",
        "<The Harbour> is a play of 1931. ",
        "Said by the author of <rss version>: ",
        "PK is what they call the mayor. ",
        "{The gates} are old. ",
    ],
)
def test_news_that_begins_like_something_else_is_a_text(text: str) -> None:
    assert kind_of((text + NEWS * 3).encode(), "article.txt") == "text"
    assert kind_of((text + NEWS * 3).encode(), "") == "text"


def test_the_samples_are_texts() -> None:
    for path in Path("sample_articles").glob("*.txt"):
        assert kind_of(path.read_bytes(), path.name) == "text"


def test_a_name_decides_only_where_the_beginning_does_not() -> None:
    assert kind_of(NEWS.encode(), "article.md") == "markdown"
    assert kind_of(PAGE.encode(), "article.md") == "html"
    short = b"From: Ada Falk\nSubject: The harbour\n\nIt closes.\n"
    assert kind_of(short, "letter.eml") == "mail"
    assert kind_of(short, "letter.txt") == "text"


def test_rdf_that_is_no_feed_is_none() -> None:
    assert kind_of(RDF.replace(PURL, "http://xmlns.com/foaf/0.1/").encode(), "a.rdf") == "text"


def test_many_comments_are_read_one_way() -> None:
    # a pattern that could part these comments in many ways would take for ever
    assert kind_of(b"<!-- a -->" * 2000 + b"<nothing>", "") == "text"


def test_a_line_of_many_times_and_years_is_no_mailbox() -> None:
    assert kind_of(b"From " + b"1:11 1111 " * 1600 + b"\nx y\n", "a.txt") == "text"
