"""Which lines on a PDF file's pages are headings, which is the title, and what is told twice."""

import pytest

from tests.article.test_pdf_pages import FILES, LOG, lines, pdf, prose
from tui.article.manuscript import Manuscript
from tui.article.pdf_pages import read

BOLD = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>"
LONG = "Rain on all coasts and some fog on the hills of the north and "


def bold(*told: str, top: int = 360, size: int = 10) -> bytes:
    return lines(*prose(*told, top=top), size=size).replace(b"/F", b"/G")


def made(*content: bytes, title: bytes = b"") -> Manuscript:
    info = b"<</Title(%s)>>" % title
    return read(pdf(b"".join(content), BOLD, info, trailer=b"/Info 7 0 R"))


def kinds(*content: bytes) -> list[str]:
    return [piece.kind for piece in made(*content).pieces]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        (lines((60, 360, "Rain again"), size=12), "heading"),
        (lines((60, 360, "Rain again"), size=11), "paragraph"),
        (lines(*prose(LONG, LONG, LONG, top=360), size=12), "heading"),
        (lines(*prose(LONG, LONG, LONG, LONG, top=360), size=12), "paragraph"),
        (bold("Rain again"), "heading"),
        (bold("Rain again."), "paragraph"),
        (bold("Rain again,"), "paragraph"),
        (bold("Rain again", size=8), "paragraph"),
        (bold(LONG), "heading"),
        (bold(LONG, LONG), "paragraph"),
        (lines((60, 360, "- Rain - again")), "item"),
    ],
)
def test_what_is_set_apart_is_a_heading(above: bytes, kind: str) -> None:
    assert kinds(above, lines(*prose(*LOG))) == [kind, "paragraph"]


def test_where_all_is_bold_nothing_is_a_heading_for_it() -> None:
    assert kinds(bold("Rain again"), bold(*LOG, top=300)) == ["paragraph", "paragraph"]


def test_only_the_bullet_before_an_item_goes() -> None:
    assert made(lines((60, 360, "- Rain - again"))).pieces[0].text == "Rain - again"


HOME, RAIN = lines((60, 380, "Home news"), size=12), lines((60, 350, "Rain again"), size=16)


@pytest.mark.parametrize(
    ("content", "told", "title"),
    [
        ([HOME, RAIN], b"", "Rain again"),
        ([HOME, RAIN], b"HOME NEWS", "Home news"),
        ([HOME, RAIN], b"Some fog in the north", "Rain again"),
        ([HOME], b"Some fog in the north", "Home news"),
        ([], b"Some fog in the north", "Some fog in the north"),
        ([], b"", None),
    ],
)
def test_the_title_is_the_heading_that_is_told_or_the_largest(
    content: list[bytes], told: bytes, title: str | None
) -> None:
    assert made(*content, lines(*prose(*LOG)), title=told).title == title


def test_a_heading_far_below_is_no_title() -> None:
    above = [line for i in range(4) for line in prose("It rained.", top=380 - 20 * i)]
    last = lines(*prose(*LOG, top=240))
    assert made(lines(*above), lines((60, 280, "Rain again"), size=16), last).title is None


@pytest.mark.parametrize(
    ("words", "stays"),
    [
        ("nobody has ever asked to", False),
        ("nobody has ever asked", True),
        ("Nobody has ever asked to see the first two", True),
        ("Nobody has ever asked to see the first two.", False),
        ("Nobody has ever asked to see the first two!", False),
        ('"Nobody has ever asked to see the first two"', False),
        ("nobody has ever asked to see the first three", True),
        ("body has ever asked to see the first two", True),
        ("nobody has ever asked to see the first tw", True),
    ],
)
def test_words_set_large_among_the_text_that_has_them_are_told_once(
    words: str, stays: bool
) -> None:
    large = lines((60, 190, words), size=16)
    found = made(lines(*prose(*LOG)), large, lines(*prose(*LOG, top=150)))
    assert (words in [piece.text for piece in found.pieces]) == stays
    text = " ".join(LOG)
    assert [piece.text for piece in found.pieces if piece.text != words] == [text, text]


def test_a_headline_may_be_what_the_text_quotes() -> None:
    words = "nobody has ever asked to see the first two"
    assert made(lines((60, 360, words), size=16), lines(*prose(*LOG))).pieces[0].text == words
    short = lines((60, 330, "It rained on."))
    found = made(lines((60, 360, words), size=16), short, lines(*prose(*LOG)))
    assert found.pieces[0].text == words
    found = made(short, lines((60, 360, words), size=12), lines(*prose(*LOG)))
    assert words in [piece.text for piece in found.pieces]


UNTOLD = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Some/Encoding/Identity-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Some/DW 500"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)


def test_signs_that_tell_no_letters_are_no_text() -> None:
    drawn = b"BT /G 10 Tf 1 0 0 1 60 300 Tm (ABAB) Tj /F 10 Tf (%s) Tj ET"
    with pytest.raises(ValueError, match=r"^it does not tell which letters its signs stand for$"):
        read(pdf(drawn % b"x", UNTOLD))
    (piece,) = read(pdf(drawn % b"xy", UNTOLD)).pieces
    assert piece.text == "\ufffd\ufffdxy"


def test_a_page_of_pictures_is_told_in_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"^it holds pictures of pages, not text$"):
        read((FILES / "scan.pdf").read_bytes())
