"""A book in EPUB is read chapter by chapter, without what only tells of the book."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.article.epub_book import read
from tui.article.loading import ArticleError, load, parts_of
from tui.article.manuscript import Manuscript, Part, Piece

FERRY = str(Path(__file__).parent / "files" / "ferry_book.epub")
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
ITEM = '<item id="{0}" href="{0}" media-type="application/xhtml+xml" {1}/>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The ferry</dc:title>'
    "<dc:creator>Ida Merrow</dc:creator><dc:date>2031-05-04T10:00:00Z</dc:date></metadata>"
    "<manifest>{0}</manifest><spine>{1}</spine></package>"
)
TEXT = "<p>The ferry left at six, and nobody was on it but the pilot.</p>"


def page(body: str, head: str = "") -> str:
    return (
        f'{head}<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>{body}</html>'
    )


def book(pages: Mapping[str, str], nav: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A book of some bodies by their files' names, in this order."""
    items = "".join(ITEM.format(name, "") for name in pages)
    files = {
        "META-INF/container.xml": CONTAINER,
        **{f"OPS/{name}": page(f"<body>{body}</body>") for name, body in pages.items()},
    }
    if nav:
        items += ITEM.format("nav.xhtml", 'properties="nav"')
        files["OPS/nav.xhtml"] = page(f'<body><nav epub:type="toc"><ol>{nav}</ol></nav></body>')
    order = "".join(f'<itemref idref="{name}"/>' for name in pages)
    files["OPS/package.opf"] = PACKAGE.format(items, order)
    return packed({**files, **(more or {})})


def packed(files: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def chapters(data: bytes) -> list[tuple[str, str]]:
    found = read(data)
    assert isinstance(found, tuple)
    return [(part.name, part.title) for part in found]


def manuscript(part: Part) -> Manuscript:
    assert part.read is not None
    return part.read()


def pieces(body: str) -> list[tuple[str, str]]:
    found = read(book({"a.xhtml": f"{TEXT}{body}"}))
    assert isinstance(found, Manuscript)
    return [(piece.kind, piece.text) for piece in found.pieces[1:]]


def test_a_book_offers_its_chapters() -> None:
    parts = parts_of(FERRY)
    assert parts is not None
    assert [(part.name, part.title) for part in parts] == [("1", "The timetable"), ("2", "The fog")]
    article = load(f"{FERRY}#2")
    assert article.title == "The fog"
    assert "“I heard it,” Aarhus said. “That was enough.”" in article.text
    assert [block.kind for block in article.blocks].count("heading") == 1


def test_notes_are_left_out_of_a_chapter() -> None:
    text = load(f"{FERRY}#1").text
    assert "said the pilot, Nils Aarhus.\n" in text
    assert "wrong twice" not in text


def test_a_book_of_one_chapter_is_an_article() -> None:
    found = read(book({"cover.xhtml": '<img src="a.png"/>', "a.xhtml": TEXT}))
    assert found == Manuscript(
        [Piece("paragraph", "The ferry left at six, and nobody was on it but the pilot.")],
        title="The ferry",
        byline="Ida Merrow",
        date="2031-05-04",
    )


def test_what_tells_of_the_book_is_left_out() -> None:
    links = "".join(f'<p><a href="c{i}.xhtml">Chapter {i}</a></p>' for i in range(6))
    found = book(
        {
            "title.xhtml": '<section epub:type="titlepage"><h1>The ferry</h1></section>',
            "contents.xhtml": f"<h1>Contents</h1>{links}",
            "rights.xhtml": "<p>© 2031 Ida Merrow. All rights reserved.</p>",
            "c1.xhtml": f"<h1>One</h1>{TEXT}",
            "c2.xhtml": f"<h1>Two</h1>{TEXT}",
            "part.xhtml": "<h1>Part Two</h1>",
        }
    )
    assert chapters(found) == [("1", "One"), ("2", "Two")]


def test_chapters_have_the_titles_of_the_contents() -> None:
    pages = {"a.xhtml": TEXT, "b.xhtml": TEXT}
    nav = '<li><a href="a.xhtml">Six <i>o’clock</i></a></li><li><a href="b.xhtml">Seven</a></li>'
    assert chapters(book(pages, nav)) == [("1", "Six o’clock"), ("2", "Seven")]
    found = read(book(pages, nav))
    assert isinstance(found, tuple)
    assert manuscript(found[0]).title == "Six o’clock"


def test_the_contents_of_an_older_book_are_read() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Six'
        '</text></navLabel><content src="a.xhtml#top"/></navPoint></navMap></ncx>'
    )
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    items = item + ITEM.format("a.xhtml", "") + ITEM.format("b.xhtml", "")
    order = '<itemref idref="a.xhtml"/><itemref idref="b.xhtml"/>'
    files = {"OPS/toc.ncx": ncx, "OPS/package.opf": PACKAGE.format(items, order)}
    assert chapters(book({"a.xhtml": TEXT, "b.xhtml": f"<h2>7</h2>{TEXT}"}, more=files)) == [
        ("1", "Six"),
        ("2", "7"),
    ]


def test_a_chapter_in_several_files_is_one_and_several_in_one_file_are_parted() -> None:
    pages = {
        "a.xhtml": f"<h1>One</h1>{TEXT}",
        "a2.xhtml": "<p>It came back at nine.</p>",
        "b.xhtml": f'<h1 id="two">Two</h1>{TEXT}<h1 id="three">Three</h1><p>It sank.</p>',
    }
    nav = "".join(
        f'<li><a href="{place}">{title}</a></li>'
        for place, title in (("a.xhtml", "One"), ("b.xhtml#two", "Two"), ("b.xhtml#three", "Three"))
    )
    found = read(book(pages, nav))
    assert isinstance(found, tuple)
    assert [(part.name, part.title) for part in found] == [
        ("1", "One"),
        ("2", "Two"),
        ("3", "Three"),
    ]
    assert manuscript(found[0]).pieces[-1].text == "It came back at nine."
    assert [piece.text for piece in manuscript(found[2]).pieces] == ["Three", "It sank."]


def test_the_blocks_of_a_chapter() -> None:
    assert pieces(
        "<h2>Later</h2><div>Loose <em>words</em>&mdash;here.<p>Then<br/>a line.</p></div>"
        "<blockquote><p>Said.</p></blockquote><ol start='3'><li><p>third</p><p>on it</p></li>"
        "<li>fourth</li></ol><ul><li>a rope</li></ul><pre>one\n two</pre>"
        "<table><tr><th>Town</th><td>40</td></tr></table>"
    ) == [
        ("heading", "Later"),
        ("paragraph", "Loose words—here."),
        ("paragraph", "Then a line."),
        ("quote", "Said."),
        ("item", "3. third"),
        ("paragraph", "on it"),
        ("item", "4. fourth"),
        ("item", "a rope"),
        ("paragraph", "one"),
        ("paragraph", "two"),
        ("paragraph", "Town | 40"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>I<span>t w</span>as<a epub:type='noteref' href='#n'>1</a> late.</p>",
        "<p>It was late.<script>no()</script><style>p{}</style></p><!-- no -->",
        "<p>It was <span epub:type='pagebreak'>12</span>late.</p>",
        "<p>It was late.</p><aside epub:type='footnote'><p>Very.</p></aside>",
        "<p hidden='hidden'>No.</p><p>It was late.</p>",
        "<p>It was\nlate.<p>",  # not well-formed
    ],
)
def test_what_is_not_read_out_is_left_out(body: str) -> None:
    assert [text for _, text in pieces(body)] == ["It was late."]


def test_a_locked_book_is_said_to_be_so() -> None:
    lock = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        '<e:EncryptionMethod Algorithm="{}"/><e:CipherData><e:CipherReference URI="{}"/>'
        "</e:CipherData></e:EncryptedData></encryption>"
    )
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    fonts = "http://www.idpf.org/2008/embedding"
    told = "META-INF/encryption.xml"
    with pytest.raises(ValueError, match=r"^it is locked by whoever sold it \(DRM\)$"):
        read(book({"a.xhtml": TEXT}, more={told: lock.format(aes, "OPS/a.xhtml")}))
    assert read(book({"a.xhtml": TEXT}, more={told: lock.format(fonts, "OPS/font.otf")}))


@pytest.mark.parametrize("address", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_an_address_outside_of_the_book_is_not_followed(address: str) -> None:
    package = PACKAGE.format(
        f'<item id="a" href="{address}" media-type="application/xhtml+xml"/>',
        '<itemref idref="a"/>',
    )
    with pytest.raises(ValueError, match=r"^it is damaged: its chapters are not in it$"):
        read(packed({"META-INF/container.xml": CONTAINER, "OPS/package.opf": package}))


def test_entities_that_a_chapter_declares_are_not_filled_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    head = (
        f'<!DOCTYPE html [<!ENTITY out SYSTEM "{secret.as_uri()}"><!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 or str()};" * 20}">' for i in range(1, 12))
        + "]>"
    )
    chapter = page(f"<body>{TEXT}<p>&out;&a11;It sank.</p></body>", head)
    found = read(book({"a.xhtml": ""}, more={"OPS/a.xhtml": chapter}))
    assert isinstance(found, Manuscript)
    text = "\n".join(piece.text for piece in found.pieces)
    assert "secret" not in text
    assert text.endswith("It sank.")
    assert len(text) < 200


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        read(book({"a.xhtml": " " * (40 * 2**20)}))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("META-INF/container.xml", "<container/>", "it does not tell where its text is"),
        ("META-INF/container.xml", "<", "container.xml cannot be read"),
        ("OPS/package.opf", "<package", "package.opf cannot be read"),
        ("OPS/package.opf", "<package/>", "it does not tell the order of its chapters"),
    ],
)
def test_a_damaged_book_is_said_to_be_so(name: str, content: str, told: str) -> None:
    with pytest.raises(ValueError, match=f"^it is damaged: {told}$"):
        read(book({"a.xhtml": TEXT}, more={name: content}))


def test_a_chapter_that_is_missing_is_passed_over() -> None:
    items = ITEM.format("a.xhtml", "") + ITEM.format("gone.xhtml", "")
    order = '<itemref idref="gone.xhtml"/><itemref idref="a.xhtml"/>'
    found = read(book({"a.xhtml": TEXT}, more={"OPS/package.opf": PACKAGE.format(items, order)}))
    assert isinstance(found, Manuscript)


def test_a_book_of_pictures_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "pictures.epub"
    path.write_bytes(book({"a.xhtml": '<img src="a.png" alt="A boat"/>'}))
    with pytest.raises(ArticleError, match=r": there is no text in it$"):
        load(str(path))


@pytest.mark.parametrize(
    "number",
    [
        '<span class="pagenum">[212]</span>',
        '<a id="page_212"></a><span class="pageno"><a id="p212">[Pg 212]</a></span>',
        '<span epub:type="pagebreak" id="p212">212</span>',
        '<span role="doc-pagebreak">212</span>',
    ],
)
def test_numbers_of_printed_pages_go_and_leave_words_and_spaces(number: str) -> None:
    assert pieces(
        f"<p>He sat. {number}Then he stood, and {number} left a har{number}bour.</p>"
    ) == [("paragraph", "He sat. Then he stood, and left a harbour.")]


def test_words_in_the_class_of_page_numbers_stay() -> None:
    told = ("paragraph", "Page boys, all three of them.")
    assert pieces(f'<p><span class="pagenum">{told[1]}</span></p>') == [told]


def test_a_chapter_that_the_contents_end_with_takes_in_the_file_that_goes_on() -> None:
    more = (
        "The harbour master, who had seen worse, wrote it all down and went back to his soup. " * 2
    )
    pages = {"a.xhtml": f"<p>7</p><h2>The fog</h2>{TEXT}", "a2.xhtml": f"<p>{more}</p>"}
    found = read(book(pages, '<li><a href="a.xhtml">7. The fog</a></li>'))
    assert isinstance(found, Manuscript)
    assert [piece.text for piece in found.pieces][::2] == ["The fog", more.strip()]


def test_a_downloaded_newspaper_is_read_without_its_bars_of_links() -> None:
    bar = '<div>| <a href="b.xhtml">Next</a> | <a href="i.xhtml">Section menu</a> |</div>'
    told = '<p>This article was downloaded by <b>calibre</b> from <a href="x">https://x.example</a></p>'
    pages = {f"{name}.xhtml": f"{bar}<h2>{name}</h2>{TEXT}<hr/>{told}{bar}" for name in "ab"}
    found = read(book(pages))
    assert isinstance(found, tuple)
    assert [piece.kind for piece in manuscript(found[1]).pieces] == ["heading", "paragraph"]
    names = '<p><a href="x">Ada Falk</a> | <a href="y">Bo Sand</a></p>'
    assert pieces(names) == [("paragraph", "Ada Falk | Bo Sand")]


def test_a_transcript_in_a_table_is_one_of_turns() -> None:
    told = [("FALK", "Did you see it?"), ("SAND", "Its feet."), ("FALK", "Most of it, then.")]
    rows = "".join(f"<tr><th>{name}</th><td><p>{words}</p></td></tr>" for name, words in told)
    found = pieces(f"<table>{rows}</table>")
    assert found == [("turn", f"{name}: {words}") for name, words in told]


def test_where_the_contents_lead_to_is_where_a_chapter_begins() -> None:
    body = (
        f'<h1>One</h1>{TEXT}<p>It came back <a name="two"></a>at nine.</p><h1>Two</h1>{TEXT}'
        '<p id="three">It sank.</p>'
    )
    nav = "".join(
        f'<li><a href="a.xhtml{place}">{title}</a></li>'
        for place, title in (("", "One"), ("#two", "Two"), ("#three", "Three"))
    )
    found = read(book({"a.xhtml": body}, nav))
    assert isinstance(found, tuple)
    assert [part.title for part in found] == ["One", "Two", "Three"]
    assert [piece.text for piece in manuscript(found[2]).pieces] == ["It sank."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>one</li><li>two</li></ul>", [("item", "one"), ("item", "two")]),
        ("<menu><li>one</li></menu>", [("item", "one")]),
        ("<ol start='4'><li>one</li><li>two</li></ol>", [("item", "4. one"), ("item", "5. two")]),
        ("<ol><li value='9'>one</li><li>two</li></ol>", [("item", "9. one"), ("item", "10. two")]),
        ("<ol start='x'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol>",
         [("item", "1. one"), ("item", "a"), ("item", "2. two")]),
        ("<blockquote><p>No.</p><ol><li>one</li></ol></blockquote>",
         [("quote", "No."), ("quote", "one")]),
        ("<blockquote><h2>No</h2></blockquote><h2>So</h2>", [("quote", "No"), ("heading", "So")]),
        ("<p>It rains<br/>and rains.</p>", [("paragraph", "It rains and rains.")]),
        ("<p>before</p><pre>one\ntwo</pre>",
         [("paragraph", "before"), ("paragraph", "one"), ("paragraph", "two")]),
        ("words<table><tr><td>Orsund</td><td>40</td></tr></table>",
         [("paragraph", "words"), ("paragraph", "Orsund | 40")]),
        ("<p>Rain &eacute; &amp; fog</p>", [("paragraph", "Rain é & fog")]),
        ("<p hidden=''>Nobody reads this.</p><p>So.</p>", [("paragraph", "So.")]),
    ],
)  # fmt: skip
def test_each_block_of_a_chapter(body: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(body) == expected


def test_a_book_is_by_all_whom_it_names_once() -> None:
    names = "".join(f"<dc:creator>{n}</dc:creator>" for n in ("Ida", "unknown", "Bo Falk", "Ida"))
    package = PACKAGE.replace("<dc:creator>Ida Merrow</dc:creator>", names)
    files = {
        "OPS/package.opf": package.format(ITEM.format("a.xhtml", ""), '<itemref idref="a.xhtml"/>')
    }
    found = read(book({"a.xhtml": TEXT}, more=files))
    assert isinstance(found, Manuscript)
    assert (found.byline, found.title) == ("Ida and Bo Falk", "The ferry")


def test_which_part_of_a_damaged_book_cannot_be_read_is_said() -> None:
    with pytest.raises(ValueError, match=r"^it is damaged: package\.opf cannot be read$"):
        read(book({"a.xhtml": TEXT}, more={"OPS/package.opf": "<package"}))


def test_a_book_is_read_without_contents_that_are_damaged() -> None:
    nav = {"OPS/nav.xhtml": ""}
    pages = {"a.xhtml": f"<h1>One</h1>{TEXT}", "b.xhtml": f"<h1>Two</h1>{TEXT}"}
    assert chapters(book(pages, "<li>x</li>", more=nav)) == [("1", "One"), ("2", "Two")]
