"""What the package of a book and its table of contents tell: order, titles, author, date."""

import pytest

from tests.article.test_epub_book import (
    CONTAINER,
    ITEM,
    PACKAGE,
    TEXT,
    book,
    chapters,
    packed,
    page,
)
from tui.article.epub_book import read
from tui.article.epub_contents import Entry
from tui.article.epub_package import Book, read_package
from tui.article.packed_files import PackedFiles, inner_path

PAGES = {"a.xhtml": TEXT, "b.xhtml": TEXT}
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def package(items: str = "", order: str = "", metadata: str = "", more: str = "") -> Book:
    """The package of a book of two files, whose metadata, items and order may be others."""
    items = items or "".join(ITEM.format(name, "") for name in PAGES)
    order = order or "".join(f'<itemref idref="{name}"/>' for name in PAGES)
    told = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {DC}>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{order}</spine>{more}</package>"
    )
    data = book(PAGES, more={"OPS/package.opf": told})
    return read_package(PackedFiles(data))


@pytest.mark.parametrize(
    ("metadata", "told"),
    [
        ("<dc:title> The\n ferry </dc:title>", ("The ferry", None, None)),
        ("<dc:title>Untitled</dc:title>", (None, None, None)),
        ("<dc:title>unknown</dc:title><dc:date>utf-8</dc:date>", (None, None, None)),
        ("<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator><dc:creator>Ada</dc:creator>",
         (None, "Ada and Bo", None)),
        ("<dc:creator>Unknown</dc:creator><dc:creator> </dc:creator>", (None, None, None)),
        ("<dc:date>2031-05-04T10:00:00Z</dc:date>", (None, None, "2031-05-04")),
        ("<dc:date>2031</dc:date>", (None, None, "2031")),
    ],
)  # fmt: skip
def test_title_author_and_date(metadata: str, told: tuple[str | None, ...]) -> None:
    found = package(metadata=metadata)
    assert (found.title, found.author, found.date) == told


@pytest.mark.parametrize(
    ("items", "order", "files"),
    [
        ("", "", ("OPS/a.xhtml", "OPS/b.xhtml")),
        ("", '<itemref idref="b.xhtml"/><itemref idref="a.xhtml"/>',
         ("OPS/b.xhtml", "OPS/a.xhtml")),
        ("", '<itemref idref="a.xhtml"/>' * 2, ("OPS/a.xhtml",)),
        ("", '<itemref idref="c"/><itemref/><itemref idref="a.xhtml"/>', ("OPS/a.xhtml",)),
        (ITEM.format("a.xhtml", "") + ITEM.format("gone.xhtml", ""), "", ("OPS/a.xhtml",)),
        ('<item id="b.xhtml" href="b" media-type="image/png"/>' + ITEM.format("a.xhtml", ""),
         "", ("OPS/a.xhtml",)),
        ('<item id="b.xhtml" media-type="text/html"/>' + ITEM.format("a.xhtml", ""), "",
         ("OPS/a.xhtml",)),
        ('<item id="a.xhtml" href="%61.xhtml" media-type="text/html"/>', "", ("OPS/a.xhtml",)),
    ],
)  # fmt: skip
def test_the_order_of_the_files(items: str, order: str, files: tuple[str, ...]) -> None:
    assert package(items, order).order == files


def test_what_the_guide_calls_a_cover_is_passed_over() -> None:
    guide = (
        '<guide><reference type="Cover" href="a.xhtml#top"/><reference type="text" href="b.xhtml"/>'
        '<reference href="b.xhtml"/></guide>'
    )
    assert package(more=guide).passed == {"OPS/a.xhtml"}
    items = ITEM.format("a.xhtml", 'properties="svg nav"') + ITEM.format("b.xhtml", "")
    assert package(items).passed == {"OPS/a.xhtml"}


def test_a_book_may_have_only_so_many_chapters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.epub_package._MOST_CHAPTERS", 2)
    assert len(package().order) == 2
    monkeypatch.setattr("tui.article.epub_package._MOST_CHAPTERS", 1)
    with pytest.raises(ValueError, match=r"^it has more than 1 chapters$"):
        package()


LOCK = (
    '<e:encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>{}'
    '<e:CipherData><e:CipherReference URI="{}"/></e:CipherData></e:EncryptedData></e:encryption>'
)
FONTS = '<e:EncryptionMethod Algorithm="http://ns.adobe.com/pdf/enc#RC"/>'


@pytest.mark.parametrize(
    ("method", "file", "is_locked"),
    [
        ("", "OPS/a.xhtml", True), ("", "OPS/font.otf", False), (FONTS, "OPS/a.xhtml", False),
        (FONTS.replace("RC", "X"), "OPS/b.xhtml", True),
    ],
)  # fmt: skip
def test_a_book_is_locked_where_its_text_is(method: str, file: str, is_locked: bool) -> None:
    data = book(PAGES, more={"META-INF/encryption.xml": LOCK.format(method, file)})
    if is_locked:
        with pytest.raises(ValueError, match=r"^it is locked by whoever sold it \(DRM\)$"):
            read_package(PackedFiles(data))
    else:
        assert read_package(PackedFiles(data)).order == ("OPS/a.xhtml", "OPS/b.xhtml")


def entries(nav: str, *, ncx: str = "") -> tuple[Entry, ...]:
    items = "".join(ITEM.format(name, "") for name in PAGES)
    files = {"OPS/toc/nav.xhtml": page(f"<body>{nav}</body>"), "OPS/toc.ncx": ncx}
    if nav:
        items += '<item id="n" href="toc/nav.xhtml" properties="nav x" media-type="text/html"/>'
    if ncx:
        items += '<item id="t" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    order = "".join(f'<itemref idref="{name}"/>' for name in PAGES)
    files["OPS/package.opf"] = PACKAGE.format(items, order)
    return read_package(PackedFiles(book(PAGES, more=files))).entries


NCX = (
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text>'
    '</navLabel><content src="a.xhtml"/><navPoint><navLabel><text>Two</text></navLabel>'
    '<content src="b.xhtml#x%20y"/></navPoint></navPoint><navPoint><navLabel/></navPoint></navMap>'
    "</ncx>"
)
NCX_TOLD = (Entry("One", "OPS/a.xhtml", "", 0), Entry("Two", "OPS/b.xhtml", "x y", 1))


@pytest.mark.parametrize(
    ("nav", "ncx", "told"),
    [
        ("<nav epub:type='toc'><ol><li><a href='../a.xhtml#x'>One</a><ol><li><a href='#y'>Two</a>"
         "</li></ol></li></ol></nav>", "",
         (Entry("One", "OPS/a.xhtml", "x", 1), Entry("Two", "OPS/toc/nav.xhtml", "y", 2))),
        ("<nav epub:type='landmarks'><a href='../b.xhtml'>No</a></nav>"
         "<nav epub:type='toc'><a href='../a.xhtml'>One</a><a href='../a.xhtml'> </a></nav>"
         "<nav epub:type='toc'><a href='../b.xhtml'>No</a></nav>", "",
         (Entry("One", "OPS/a.xhtml", "", 0),)),
        ("<nav><a href='../a.xhtml'>One</a><a href='https://x.example'>Two</a></nav>", "",
         (Entry("One", "OPS/a.xhtml", "", 0),)),
        ("", NCX, NCX_TOLD), ("<p>x</p>", NCX, NCX_TOLD),
        ("<nav><a href='../a.xhtml'>One</a></nav>", NCX, (Entry("One", "OPS/a.xhtml", "", 0),)),
        ("", "<", ()), ("", "", ()),
    ],
)  # fmt: skip
def test_the_table_of_contents(nav: str, ncx: str, told: tuple[Entry, ...]) -> None:
    assert entries(nav, ncx=ncx) == told


@pytest.mark.parametrize(
    ("pages", "nav", "titles"),
    [
        ({"a": f"<h1>One</h1><h2>So</h2>{TEXT}", "b": f"<h1>Two</h1>{TEXT}"}, "",
         ["One: So", "Two"]),
        ({"a": TEXT, "b": f"<h2>Two</h2>{TEXT}"}, "",
         ["The ferry left at six, and nobody was on it but the pilot.", "Two"]),
        ({"a": "<p>© 2031</p>", "b": "<h1>Contents</h1>"}, "", ["Page 1", "Page 2"]),
        ({"a": f"<h1 id='x'>One</h1>{TEXT}<h1 id='y'>Two</h1>{TEXT}"}, "a#x:One a#y:Two",
         ["One", "Two"]),
        ({"a": f"{TEXT}<h1 id='x'>One</h1>{TEXT}<h1 id='y'>Two</h1>{TEXT}"}, "a#x:One a#y:Two",
         ["The ferry left at six, and nobody was on it but the pilot.", "One", "Two"]),
        ({"a": f"<h1>Part</h1><h2 id='x'>One</h2>{TEXT}<h1 id='y'>Two</h1>{TEXT}"},
         "a#x:One a#y:Two", ["One", "Two"]),
        ({"a": f"<h1 id='x'>One</h1>{TEXT}", "b": f"<h1>2</h1>{TEXT}"}, "a#x:One a#z:Two b:Two",
         ["One", "Two"]),
        ({"a": f"<h1>{'x' * 300}</h1>{TEXT}", "b": f"<h1>Two</h1>{TEXT}"}, "", ["x" * 200, "Two"]),
        ({"a": f"<p>{'x' * 80}</p>", "b": f"<h1>Two</h1>{TEXT}"}, "", ["x" * 60, "Two"]),
    ],
)  # fmt: skip
def test_the_titles_of_chapters(pages: dict[str, str], nav: str, titles: list[str]) -> None:
    links = "".join(
        f"<li><a href='{place}'>{title}</a></li>"
        for place, _, title in (told.partition(":") for told in nav.split())
        if title
    )
    data = book(pages, links)
    assert chapters(data) == [(str(i), title) for i, title in enumerate(titles, start=1)]


@pytest.mark.parametrize(("count", "stays"), [(4, True), (5, False)])
def test_a_page_of_links_is_no_chapter(count: int, stays: bool) -> None:
    links = "<p><a href='b'>Somewhere else</a></p>" * count
    pages = {"a": links, "b": f"<h1>Two</h1>{TEXT}", "c": f"<h1>Three</h1>{TEXT}"}
    assert (len(chapters(book(pages))) == 3) == stays


def test_a_long_page_may_speak_of_rights() -> None:
    rights = "<p>All rights reserved.</p>"
    others = {"b": f"<h1>Two</h1>{TEXT}", "c": f"<h1>Three</h1>{TEXT}"}
    for length, count in ((2979, 2), (2980, 3)):
        made = book({"a": f"<p>{'x' * length}</p>{rights}", **others})
        assert len(chapters(made)) == count


@pytest.mark.parametrize(
    ("folder", "address", "path"),
    [
        ("OPS", "a.xhtml", "OPS/a.xhtml"), ("OPS", "../a", "a"), ("OPS", "../../a", None),
        ("", "/a", None), ("", "..", None), ("OPS", "..", None), ("", "https://x", None),
        ("", "a%20b", "a b"), ("OPS/t", "./x/../a", "OPS/t/a"), ("", "a:b", None),
    ],
)  # fmt: skip
def test_an_address_within_a_book(folder: str, address: str, path: str | None) -> None:
    assert inner_path(folder, address) == path


def test_a_package_outside_of_the_book_is_not_looked_for() -> None:
    container = CONTAINER.replace("OPS/package.opf", "../package.opf")
    with pytest.raises(ValueError, match=r"^it is damaged: it does not tell where its text is$"):
        read(packed({"META-INF/container.xml": container}))
