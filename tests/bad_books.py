"""Bad books and Word documents: archives that mean harm, each made afresh."""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Final

from docx import Document as WordDocument

from tests.bad_pages import PASSWORDS, TITLE, BadDocument, entities, fixed, many, xhtml
from tests.bad_text import SENTENCE

_MB: Final = 2**20


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of some files; those that were there before have no say."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


CONTAINER: Final = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="{0}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def book(
    chapters: Mapping[str, str],
    *,
    title: str = "The ferry",
    package: str = "OPS/p.opf",
    head: str = "",
    nav: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of some chapters by the addresses of their files, which lie where these lead."""
    items = "".join(
        f'<item id="i{i}" href="{escape(name)}" media-type="application/xhtml+xml"/>'
        for i, name in enumerate(chapters)
    )
    if nav:
        items += (
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        )
    order = "".join(f'<itemref idref="i{i}"/>' for i in range(len(chapters)))
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format(package),
            "OPS/p.opf": f'{head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title></metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
            "OPS/nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.'
            f'org/2007/ops"><body><nav epub:type="toc"><ol>{nav}</ol></nav></body></html>',
            **{f"OPS/{name}": text for name, text in chapters.items()},
            **(more or {}),
        }
    )


def books() -> list[BadDocument]:
    good = xhtml("<p>The ferry left at six, and nobody was on it.</p>")
    odd = "".join(c if c in "\t\n" or " " <= c < "\ud800" or c > "\ue000" else "?" for c in TITLE)
    named = "".join(f'<li><a href="{n}">{escape(odd)} {n}</a></li>' for n in ("a.xhtml", "b.xhtml"))
    outside = {"../../../etc/passwd": good, "/etc/passwd": good, PASSWORDS: good}
    return [
        BadDocument(
            "a book with chapters called oddly",
            "a.epub",
            fixed(book({"a.xhtml": good, "b.xhtml": good}, title=escape(odd), nav=named)),
        ),
        BadDocument("a book with files outside of it", "a.epub", fixed(book(outside)), ""),
        BadDocument(
            "a book that leads out of itself",
            "a.epub",
            fixed(
                book(
                    {
                        "a.xhtml": good,
                        "..%2f..%2f..%2fetc%2fpasswd": good,
                        "http://127.0.0.1:9/x": good,
                    }
                )
            ),
        ),
        BadDocument(
            "a book whose package is outside",
            "a.epub",
            fixed(book({"a.xhtml": good}, package="../../../../etc/passwd")),
            "",
        ),
        BadDocument(
            "a book whose chapter has entities",
            "a.epub",
            fixed(book({"a.xhtml": xhtml("<p>&e9; &file; It is.</p>", entities("html"))})),
        ),
        BadDocument(
            "a book whose package has entities",
            "a.epub",
            fixed(book({"a.xhtml": good}, head=entities("package"), title="&e9;&file;")),
            "",
        ),
        BadDocument(
            "a book that is a bomb",
            "a.epub",
            lambda scale: book(
                {"a.xhtml": good}, more={"OPS/big": bytes(many(max(scale, 0.1), 200 * _MB))}
            ),
            "unpack",
        ),
        BadDocument(
            "a book of 100,000 files",
            "a.epub",
            lambda scale: book(
                {"a.xhtml": good},
                more={f"OPS/{i}": b"" for i in range(many(max(scale, 0.21), 100_000))},
            ),
            "unpack",
        ),
        BadDocument(
            "a book of 5,000 chapters",
            "a.epub",
            lambda scale: book({f"{i}.xhtml": good for i in range(many(scale, 5000))}),
        ),
        BadDocument("a book of one file many times", "a.epub", fixed(_overlapping(good)), ""),
        BadDocument(
            "a book that tells less than it holds", "a.epub", fixed(_understated(good)), ""
        ),
        BadDocument(
            "a deep chapter",
            "a.epub",
            lambda scale: book(
                {
                    "a.xhtml": xhtml(
                        "<div>" * many(scale, 100_000) + "x" + "</div>" * many(scale, 100_000)
                    )
                }
            ),
            "",
        ),
        BadDocument("half a book", "a.epub", fixed(book({"a.xhtml": good})[:700]), "damaged"),
    ]


def _overlapping(chapter: str) -> bytes:
    """A book whose directory has one file a thousand times, as bombs without layers have."""
    data = book({"a.xhtml": chapter, "b.xhtml": " " * 400_000})
    end = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    entries = data[start:end]
    last = entries[entries.rindex(b"PK\x01\x02") :]
    told = entries + last * 1000
    number = (int.from_bytes(data[end + 10 : end + 12], "little") + 1000).to_bytes(2, "little")
    size = len(told).to_bytes(4, "little")
    return data[:start] + told + data[end : end + 8] + number * 2 + size + data[end + 16 :]


def _understated(chapter: str) -> bytes:
    """A book whose chapter is larger than its directory says."""
    data = book({"a.xhtml": f"{chapter}{' ' * 30_000_000}"})
    size = (30_000_000 + len(chapter.encode())).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def word(*, title: str = "The ferry", **files: bytes) -> bytes:
    """A Word document, its files changed; a name has two underscores for a slash."""
    document = WordDocument()
    document.core_properties.title = title
    for text in ("The ferry", "[b]It[/oops] [@click=app.quit]goes[/].", SENTENCE):
        document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as archive:
        kept: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, content in files.items():
        path = name.replace("__", "/") + ".xml"
        before = kept.get(path, b"")
        assert isinstance(before, bytes)
        kept[path] = content.replace(b"BEFORE", before)
    return packed(kept)


def _body(inside: str, head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="http://schemas.'
        'openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{inside}<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


def word_files() -> list[BadDocument]:
    grown = "<w:p><w:r><w:t>&e9; &file;</w:t></w:r></w:p>"
    late = f"<!--{' ' * 5000}-->{entities('w:document')}"
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="{0}"/></w:numPr></w:pPr>'
        "<w:r><w:t>one</w:t></w:r></w:p>"
    ).format("9" * 10_000)
    return [
        BadDocument("a document with markup", "a.docx", fixed(word(title="[@click=app.quit]x"))),
        BadDocument(
            "a document of entities",
            "a.docx",
            fixed(word(word__document=_body(grown, entities("w:document")))),
            "declares entities",
        ),
        BadDocument(
            "a document of entities behind a comment",
            "a.docx",
            fixed(word(word__document=_body(grown, late))),
            "",
        ),
        BadDocument(
            "a document of entities in UTF-16",
            "a.docx",
            fixed(
                word(
                    word__document=_body(grown, entities("w:document"))
                    .decode()
                    .replace("UTF-8", "UTF-16")
                    .encode("utf-16")
                )
            ),
            "",
        ),
        BadDocument(
            "properties of entities",
            "a.docx",
            fixed(
                word(
                    docProps__core=(
                        entities("cp:coreProperties").encode()
                        + b'<cp:coreProperties xmlns:cp="http://schemas.'
                        b'openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/'
                        b'dc/elements/1.1/"><dc:title>&e9;&file;</dc:title></cp:coreProperties>'
                    )
                )
            ),
            "",
        ),
        BadDocument(
            "numbers of 10,000 digits in a document",
            "a.docx",
            fixed(word(word__document=_body(numbered))),
            "",
        ),
        BadDocument(
            "a document that is a bomb",
            "a.docx",
            lambda scale: word(word__big=bytes(many(max(scale, 0.1), 200 * _MB))),
            "unpack",
        ),
        BadDocument(
            "a deep document",
            "a.docx",
            lambda scale: word(
                word__document=_body(
                    "<w:tbl><w:tr><w:tc>" * many(scale, 50_000)
                    + "<w:p/>"
                    + "</w:tc></w:tr></w:tbl>" * many(scale, 50_000)
                )
            ),
            "",
        ),
        BadDocument(
            "a document with files outside of it",
            "a.docx",
            fixed(packed({"../../word/document.xml": "x", "word/../../x": "x", "/word/x": "x"})),
            "",
        ),
    ]
