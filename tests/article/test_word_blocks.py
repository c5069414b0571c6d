"""The blocks of a Word document in Word's own markup: paragraphs, tables, items, styles."""

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.article.test_word_document import W, pieces

R = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def body(*inside: str) -> list[tuple[str, str]]:
    """The pieces of a document with some blocks in Word's own markup."""
    document = Document()
    for i, block in enumerate(inside):
        document.element.body.insert(i, parse_xml(block.replace(">", f" {W}>", 1)))
    return pieces(document)


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{R.format(text)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks) or '<w:p/>'}</w:tc>"


def listed(number: str, depth: str = "") -> str:
    told = f"<w:ilvl w:val='{depth}'/>" if depth else ""
    return f"<w:numPr>{told}<w:numId w:val='{number}'/></w:numPr>"


OPEN = "<w:rPr><w:del w:id='1'/></w:rPr>"
BOX = "<w:r><w:txbxContent>{}</w:txbxContent></w:r>"
SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([SDT.format(p("one")), p("two")], ["one", "two"]),
        (["<w:ins w:id='1'>{}</w:ins>".format(p("one"))], ["one"]),
        (["<w:del w:id='1'>{}</w:del>".format(p("one")), p("two")], ["two"]),
        (["<w:moveFrom w:id='1'>{}</w:moveFrom>".format(p("one"))], []),
        (["<w:customXml>{}</w:customXml>".format(p("one"))], ["one"]),
        ([table(cell(p("a")) + cell(p("b")))], ["a | b"]),
        ([table(cell(p("a")))], ["a"]),
        ([table(cell(p("a")) + cell())], ["a"]),
        ([table(cell(p("a"), p("b")) + cell(p("c")))], ["a", "b", "c"]),
        ([table(cell(p("a"), p(" ")) + cell(p("c")))], ["a | c"]),
        ([table(cell(p("x" * 100)) + cell(p("c")))], [f"{'x' * 100} | c"]),
        ([table(cell(p("x" * 101)) + cell(p("c")))], ["x" * 101, "c"]),
        ([table(cell(table(cell(p("a")) + cell(p("b")))) + cell(p("c")))], ["a | b | c"]),
        ([table(cell(p("a"), properties="<w:vMerge/>") + cell(p("b")))], ["b"]),
        ([table(cell(p("a"), properties="<w:vMerge w:val='restart'/>") + cell(p("b")))], ["a | b"]),
        ([table(SDT.format(cell(p("a"))) + cell(p("b")))], ["a | b"]),
        ([p("one", "<w:rPr><w:del w:id='1'/></w:rPr>"), p("two")], ["onetwo"]),
        ([p("one", "<w:rPr><w:moveFrom w:id='1'/></w:rPr>"), p("two"), p("three")],
         ["onetwo", "three"]),
        ([p("one", OPEN)], ["one"]), ([p("one"), p("two", OPEN)], ["one", "two"]),
        ([p("one", OPEN), table(cell(p("a")) + cell(p("b")))], ["one", "a | b"]),
        ([table(cell(p("a", OPEN)) + cell(p("b", OPEN))), p("one")], ["a | b", "one"]),
        ([p("one", OPEN), SDT.format(p("two")), p("three")], ["onetwo", "three"]),
        ([f"<w:p><w:pPr>{OPEN}</w:pPr>{R.format('one')}{BOX.format(p('in', OPEN))}</w:p>",
          p("two")], ["in", "onetwo"]),
        ([p("one", "<w:rPr><w:b/></w:rPr>"), p("two")], ["one", "two"]),
        (["<w:p><w:r><w:t>one\ntwo</w:t></w:r></w:p>"], ["one two"]),
        (["<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>one</w:t></w:r></w:p>"], []),
        (["<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>one</w:t></w:r></w:p>"], ["one"]),
        (["<w:p><w:r><w:rPr><w:vanish w:val='1'/></w:rPr><w:t>one</w:t></w:r></w:p>"], []),
        (["<w:p><w:r><w:t>It was</w:t><w:br w:type='page'/><w:t>Ada.</w:t></w:r></w:p>"],
         ["It was Ada."]),
        (["<w:p><w:r><w:t>It was.</w:t><w:br w:type='column'/><w:t>Ada.</w:t></w:r></w:p>"],
         ["It was. Ada."]),
        (["<w:p><w:r><w:t>It was.</w:t><w:br/><w:t>Ada.</w:t></w:r></w:p>"], ["It was.", "Ada."]),
    ],
)  # fmt: skip
def test_the_blocks_of_a_document(blocks: list[str], expected: list[str]) -> None:
    assert [text for _, text in body(*blocks)] == expected


def test_blocks_within_blocks_are_read_only_so_deep() -> None:
    for depth, expected in ((30, ["one"]), (31, [])):
        inside = "<w:ins w:id='1'>" * depth + p("one") + "</w:ins>" * depth
        assert [text for _, text in body(inside)] == expected
    inside = table(cell(p("one")))
    for _ in range(40):
        inside = table(cell(inside))
    assert body(inside) == []


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([p("one", "<w:pStyle w:val='ListNumber'/>")] * 2, ["1. one", "2. one"]),
        ([p("one", f"<w:pStyle w:val='ListNumber'/>{listed('0')}")], ["one"]),
        ([p("one", listed("99"))], ["one"]),
        ([p("one", "<w:numPr/>")], ["one"]),
        ([p("one", "<w:pStyle w:val='ListBullet'/>")], ["one"]),
    ],
)
def test_the_numbers_of_items(blocks: list[str], expected: list[str]) -> None:
    assert [text for _, text in body(*blocks)] == expected


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:outlineLvl w:val='0'/>", "heading"), ("<w:outlineLvl w:val='8'/>", "heading"),
        ("<w:outlineLvl w:val='9'/>", "paragraph"), ("", "paragraph"),
        ("<w:pStyle w:val='Subtitle'/>", "paragraph"), ("<w:pStyle w:val='Heading3'/>", "heading"),
        ("<w:pStyle w:val='IntenseQuote'/>", "quote"), ("<w:pStyle w:val='List'/>", "paragraph"),
        ("<w:pStyle w:val='ListBullet'/>", "item"), ("<w:pStyle w:val='None'/>", "paragraph"),
    ],
)  # fmt: skip
def test_the_kind_of_a_paragraph(properties: str, kind: str) -> None:
    assert body(p("one two", properties)) == [(kind, "one two")]


STYLE = "<w:style w:type='paragraph' w:styleId='{}'><w:name w:val='{}'/>{}</w:style>"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (STYLE.format("X", "Toc 1", ""), []),
        (STYLE.format("X", "Table of Figures", ""), []),
        (STYLE.format("X", "My words", "<w:rPr><w:vanish/></w:rPr>"), []),
        (STYLE.format("X", "My words", "<w:basedOn w:val='Heading1'/>"), [("heading", "one")]),
        (STYLE.format("X", "My words", "<w:basedOn w:val='X'/>"), [("paragraph", "one")]),
        (STYLE.format("X", "My words", "<w:basedOn w:val='gone'/>"), [("paragraph", "one")]),
        (STYLE.format("X", "My words", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"),
         [("heading", "one")]),
        (STYLE.format("X", "My words", f"<w:pPr>{listed('1')}</w:pPr>"), [("item", "one")]),
        (STYLE.format("X", "My words", f"<w:pPr>{listed('0')}</w:pPr>"), [("paragraph", "one")]),
        (STYLE.format("X", "My words", "<w:basedOn w:val='ListNumber'/>"), [("item", "1. one")]),
    ],
)  # fmt: skip
def test_a_style_tells_by_what_it_is_based_on(style: str, expected: list[tuple[str, str]]) -> None:
    document = Document()
    document.styles.element.append(parse_xml(style.replace(">", f" {W}>", 1)))
    words = p("one", "<w:pStyle w:val='X'/>")
    document.element.body.insert(0, parse_xml(words.replace(">", f" {W}>", 1)))
    found = pieces(document)
    assert found == expected


def test_a_paragraph_without_a_style_has_the_usual_one() -> None:
    document = Document()
    for style in document.styles.element:
        if style.get(f"{{{style.nsmap['w']}}}default") == "1" and "Normal" in style.values():
            style.append(parse_xml(f"<w:pPr {W}><w:outlineLvl w:val='1'/></w:pPr>"))
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{R.format('one')}</w:p>"))
    assert pieces(document) == [("heading", "one")]
