"""A Word document is read as it stands once its changes are accepted."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tui.article.loading import ArticleError, article_from_bytes
from tui.article.word_document import read

W = nsdecls("w")


def saved(document: WordFile) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pieces(document: WordFile) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in read(saved(document)).pieces]


def paragraph(inside: str) -> WordFile:
    """A document with one paragraph in Word's own markup."""
    document = Document()
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inside}</w:p>"))
    return document


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def test_styles_tell_what_a_paragraph_is() -> None:
    document = Document()
    for text, style in (
        ("The ferry stays", "Title"),
        ("By Ada Falk", "Normal"),
        ("“We go,” said Bo Sand.", "Body Text"),
        ("Afterwards", "Heading 2"),
        ("He went.", "Quote"),
        ("a rope", "List Bullet"),
        ("first", "List Number"),
        ("second", "List Number"),
    ):
        document.add_paragraph(text, style)
    found = read(saved(document))
    assert [(piece.kind, piece.text) for piece in found.pieces] == [
        ("heading", "The ferry stays"),
        ("paragraph", "By Ada Falk"),
        ("paragraph", "“We go,” said Bo Sand."),
        ("heading", "Afterwards"),
        ("quote", "He went."),
        ("item", "a rope"),
        ("item", "1. first"),
        ("item", "2. second"),
    ]
    assert found.title == "The ferry stays"


def test_tables_and_paragraphs_come_in_order() -> None:
    document = Document()
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Town", "Votes"), ("Orsund", "40")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("After.")
    page = document.add_table(1, 2)
    page.rows[0].cells[0].text = "The left column. " * 8
    page.rows[0].cells[1].text = "The right one."
    found = [text.strip() for _, text in pieces(document)]
    assert found == [
        "Before.",
        "Town | Votes",
        "Orsund | 40",
        "After.",
        ("The left column. " * 8).strip(),
        "The right one.",
    ]


def test_changes_are_accepted() -> None:
    document = paragraph(
        "<w:r><w:t xml:space='preserve'>The ferry </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>sinks</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>stays</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>"
    )
    assert pieces(document) == [("paragraph", "The ferry stays.")]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    document = paragraph(
        "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
        "<w:r><w:t xml:space='preserve'>The ferry </w:t></w:r>"
    )
    document.add_paragraph("stays.")
    assert pieces(document) == [("paragraph", "The ferry stays.")]


def test_a_level_of_the_outline_that_is_not_told_is_none() -> None:
    document = paragraph("<w:pPr><w:outlineLvl/></w:pPr><w:r><w:t>The ferry stays.</w:t></w:r>")
    assert pieces(document) == [("paragraph", "The ferry stays.")]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>", "a link"),
        ("<w:r><w:t>A fact</w:t><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r>", "A fact."),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op"),
        ("<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r>", "harbour"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one two"),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>seen</w:t></w:r>",
            "seen",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>seven</w:t></w:r>", "seven"),
        ("<w:r><w:t>one, which</w:t><w:br/><w:t>was two</w:t></w:r>", "one, which was two"),
        ("<w:sdt><w:sdtContent><w:r><w:t>a field</w:t></w:r></w:sdtContent></w:sdt>", "a field"),
    ],
)
def test_the_words_of_a_paragraph(inside: str, text: str) -> None:
    assert pieces(paragraph(inside)) == [("paragraph", text)]


def test_a_forced_line_end_parts_a_question_from_its_answer() -> None:
    document = paragraph("<w:r><w:t>Q: Why?</w:t><w:br/><w:t>A: Because.</w:t></w:r>")
    assert [text for _, text in pieces(document)] == ["Q: Why?", "A: Because."]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    document = paragraph(
        f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>Around it.</w:t></w:r>"
    )
    assert [text for _, text in pieces(document)] == ["Around it.", "In a box."]


@pytest.mark.parametrize(
    ("title", "author", "told"),
    [
        ("How the ferry stayed", "Ada Falk", ("How the ferry stayed", "Ada Falk")),
        ("Microsoft Word - ferry_v3.docx", "Microsoft Office User", (None, None)),
        ("Document1", "admin", (None, None)),
        ("ferry_final.docx", "afalk", (None, None)),
        ("", "Ada Falk", (None, None)),
    ],
)
def test_properties_are_believed_where_they_look_real(
    title: str, author: str, told: tuple[str | None, str | None]
) -> None:
    document = Document()
    document.core_properties.title, document.core_properties.author = title, author
    document.add_paragraph("The ferry stays where it is, the council of Orsund said. " * 5)
    document.add_paragraph("It went on.")
    found = read(saved(document))
    assert (found.title, found.byline) == told


def test_a_title_of_its_own_is_the_title() -> None:
    document = Document()
    document.core_properties.title = "Template for the news desk"
    document.add_heading("The ferry stays", 1)
    document.add_paragraph("It went on.")
    assert article_from_bytes(saved(document), "-", "a.docx").title == "The ferry stays"


def test_an_empty_document_has_no_text() -> None:
    with pytest.raises(ArticleError, match=r"^cannot read standard input: there is no text in it$"):
        article_from_bytes(saved(Document()), "-", "a.docx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = repacked(
        saved(Document()), lambda files: files.update({"word/media/a.bin": bytes(40 * 2**20)})
    )
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        read(bomb)


def test_an_entity_bomb_is_not_read() -> None:
    entity = b"<!DOCTYPE w:document [<!ENTITY a 'aaaaaaaaaa'>]>"
    bomb = repacked(
        saved(Document()),
        lambda files: files.update(
            {"word/document.xml": files["word/document.xml"].replace(b"?>", b"?>" + entity, 1)}
        ),
    )
    with pytest.raises(ValueError, match=r"^it declares entities, as no Word document does$"):
        read(bomb)


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>"])
def test_a_damaged_document_is_said_to_be_so(part: str, content: bytes) -> None:
    damaged = repacked(saved(Document()), lambda files: files.update({part: content}))
    with pytest.raises(ValueError, match=r"^it is damaged, or no Word document$"):
        read(damaged)


def test_half_a_document_is_said_to_be_damaged() -> None:
    data = saved(Document())
    with pytest.raises(ArticleError, match=r"it is damaged, or packed in a way that cannot"):
        article_from_bytes(data[: len(data) // 2], "-", "a.docx")


def test_a_transcript_in_a_table_is_one_of_turns() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=3)
    for told in (
        ("00:12", "FALK", "Did you see the heron?"),
        ("00:40", "SAND", "Only its feet."),
        ("01:02", "FALK", "That is most of a heron."),
    ):
        for cell, text in zip(table.add_row().cells, told, strict=True):
            cell.text = text
    assert pieces(document) == [
        ("turn", "FALK: Did you see the heron?"),
        ("turn", "SAND: Only its feet."),
        ("turn", "FALK: That is most of a heron."),
    ]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Intense Quote", "quote"), ("Block Text", "quote"), ("Block Quotation", "quote"),
        ("Quotations", "quote"), ("Heading 7", "heading"), ("Subtitle", "paragraph"),
        ("Caption", "paragraph"),
    ],
)  # fmt: skip
def test_the_name_of_a_style_tells_the_kind(style: str, kind: str) -> None:
    document = Document()
    if style not in [known.name for known in document.styles]:
        document.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("He went down to the quay.", style)
    assert pieces(document) == [(kind, "He went down to the quay.")]


def test_a_heading_in_a_box_of_one_cell_is_a_heading() -> None:
    document = Document()
    (cell,) = document.add_table(1, 1).rows[0].cells
    cell.paragraphs[0].text, cell.paragraphs[0].style = "Afterwards", "Heading 2"
    assert pieces(document) == [("heading", "Afterwards")]


@pytest.mark.parametrize("level", ["0", "3", "8", "9"])
def test_what_has_a_place_in_the_outline_is_a_heading(level: str) -> None:
    document = paragraph(
        f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr><w:r><w:t>Afterwards</w:t></w:r>'
    )
    assert pieces(document) == [("paragraph" if level == "9" else "heading", "Afterwards")]


@pytest.mark.parametrize(
    ("sign", "texts"),
    [
        ("<w:br/>", ["When?", "Soon."]),
        ("<w:cr/>", ["When?", "Soon."]),
        ("<w:br w:type='page'/>", ["When? Soon."]),
        ("<w:br w:type='column'/>", ["When? Soon."]),
        ("<w:tab/>", ["When? Soon."]),
        ("<w:noBreakHyphen/>", ["When?-Soon."]),
    ],
)
def test_what_parts_words_within_a_paragraph(sign: str, texts: list[str]) -> None:
    document = paragraph(f"<w:r><w:t>When?</w:t>{sign}<w:t>Soon.</w:t></w:r>")
    assert [line for _, text in pieces(document) for line in text.split("\n")] == texts


def test_cells_that_go_on_below_are_read_once() -> None:
    document = Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Orsund", "40"), ("Orsund", "12")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row, state in zip(table.rows, ("restart", "continue"), strict=True):
        row.cells[0]._tc.get_or_add_tcPr().append(parse_xml(f'<w:vMerge {W} w:val="{state}"/>'))
    assert [text for _, text in pieces(document)] == ["Orsund | 40", "12"]
