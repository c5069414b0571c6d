"""The letters on a PDF file's pages, as they are drawn and as they are meant."""

import random
import zlib
from types import SimpleNamespace

import pytest

from tests.article.test_pdf_pages import pdf
from tui.article.pdf_letters import Letters, read_letters

BOLD = (
    b"<</Type/Font/Subtype/TrueType/BaseFont/Some/FirstChar 32/LastChar 126/Widths["
    + b"500 " * 95
    + b"]/FontDescriptor<</Type/FontDescriptor/FontName/%s/Ascent 800/Descent -200>>>>"
)
STREAM = b"<</Length %d%s>>stream\n%s\nendstream"


def drawn(content: str, *more: bytes, resources: bytes = b"") -> Letters:
    """What a page holds whose text begins at one place."""
    shown = f"BT /F 10 Tf 1 0 0 1 60 300 Tm {content} ET\n".encode("cp1252")
    return read_letters(pdf(shown, *more, resources=resources))


def texts(content: str) -> list[str]:
    return [run.text for run in drawn(content).runs]


def test_the_title_and_the_author_are_told() -> None:
    info = b"<</Title(Rain again)/Author<FEFF00C500730061>>>"
    told = read_letters(pdf(b"", b"<<>>", info, trailer=b"/Info 7 0 R"))
    assert (told.title, told.author) == ("Rain again", "Åsa")
    assert (drawn("").title, drawn("").author) == (None, None)


def test_the_place_of_a_line_is_that_of_its_letters() -> None:
    (run,) = drawn("(Rain) Tj").runs
    assert (run.page, run.top, run.x0, run.base, run.size) == (0, 400, 60, 300, 10)
    assert 75 < run.x1 < 85


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("/Artifact BMC (Page four) Tj EMC 0 -20 Td (It rained on.) Tj", ["It rained on."]),
        ("/Span BMC (Page four) Tj EMC", ["Page four"]),
        ("/Artifact BMC (It rained on.) Tj EMC 0 -20 Td (4) Tj", ["It rained on.", "4"]),
        ("(coun) Tj /Span <</ActualText<FEFF00AD>>> BDC (-) Tj EMC", ["coun\xad"]),
        ("(coun) Tj /Span <</ActualText<FEFF002D>>> BDC (-) Tj EMC", ["coun-"]),
        ("EMC (It rained on.) Tj", ["It rained on."]),
        ("(It rained) Tj -.1 0 Td (It rained) Tj", ["It rained"]),
        ("(It rained) Tj .3 .3 Td (It rained) Tj", ["It rained"]),
        ("(It rained) Tj 0 -30 Td (It rained) Tj", ["It rained", "It rained"]),
        ("/F 0 Tf (unseen) Tj /F 10 Tf 0 -30 Td (seen) Tj", ["seen"]),
        ("/F 1 Tf (small) Tj", ["small"]),
        ("(   ) Tj", []),
    ],
)
def test_what_is_drawn_is_what_is_read(content: str, expected: list[str]) -> None:
    assert texts(content) == expected


def test_what_is_left_out_keeps_its_place() -> None:
    kept, left = (
        drawn(f"50 Tz {tag} BMC (1984) Tj EMC ( It rained on and on.) Tj").runs[0]
        for tag in ("/Span", "/Artifact")
    )
    assert left.x1 == pytest.approx(kept.x1)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("(The ferry left) Tj /F 6 Tf 4 Ts (1) Tj", "The ferry left"),
        ("(The ferry left) Tj /F 6 Tf 4 Ts (1,2) Tj /F 10 Tf 0 Ts ( late) Tj",
         "The ferry left late"),
        ("(The ferry left.) Tj /F 6 Tf 4 Ts (*) Tj", "The ferry left."),
        ("(The ferry left) Tj /F 6 Tf 4 Ts (th) Tj", "The ferry leftth"),
        ("(The ferry left) Tj /F 6 Tf (1) Tj", "The ferry left1"),
        ("(The ferry left) Tj 4 Ts (1) Tj", "The ferry left1"),
        ("(It has 40 m) Tj /F 6 Tf 4 Ts (2) Tj", "It has 40 m2"),
    ],
)  # fmt: skip
def test_raised_numbers_behind_words_are_of_notes(content: str, expected: str) -> None:
    assert texts(content) == [expected]


@pytest.mark.parametrize(
    ("name", "words", "is_bold"),
    [
        (b"Times-Bold", "/G 10 Tf (Rain) Tj", True),
        (b"Arial-Black", "/G 10 Tf (Rain) Tj", True),
        (b"Lato-HEAVY", "/G 10 Tf (Rain) Tj", True),
        (b"Lato-SemiDemi", "/G 10 Tf (Rain) Tj", True),
        (b"Times-Roman", "/G 10 Tf (Rain) Tj", False),
        (b"Times-Bold", "/G 10 Tf (Ra) Tj /F 10 Tf (in) Tj", False),
        (b"Times-Bold", "/G 10 Tf (Rai) Tj /F 10 Tf (ns) Tj", True),
        (b"Times-Bold", "/G 10 Tf (Ra) Tj /F 10 Tf (ins) Tj", False),
    ],
)
def test_a_line_is_bold_where_most_of_it_is(name: bytes, words: str, is_bold: bool) -> None:
    assert [run.is_bold for run in drawn(words, BOLD % name).runs] == [is_bold]


def test_a_page_that_is_turned_is_read_as_it_is() -> None:
    turned = "0 1 -1 0 60 100 Tm (Rainandmorerain) Tj"
    assert sum(len(text) for text in texts(f"(Few here) Tj {turned}")) == 23


FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream"
IMAGE = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI "


@pytest.mark.parametrize(
    ("one", "most"), [("(x) Tj ", 2), ("0 0 m 9 9 l S ", 2), ("/X Do ", 2), (IMAGE, 1)]
)
def test_whatever_is_drawn_takes_only_so_long(
    one: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.article.pdf_letters._MOST_SECONDS", -1.0)
    monkeypatch.setattr("tui.article.pdf_letters._BETWEEN_LOOKS", 3)
    resources = b"/XObject<</X 7 0 R>>"
    drawn(one * most, b"<<>>", FORM, resources=resources)
    with pytest.raises(ValueError, match=r"^it takes longer than -1 seconds to read$"):
        drawn(one * (most + 1), b"<<>>", FORM, resources=resources)


def test_the_pictures_of_a_page_are_counted() -> None:
    assert (drawn(IMAGE * 2).pictures, drawn("").pictures) == (2, 0)


def test_only_so_many_letters_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.pdf_letters._MOST_LETTERS", 4)
    assert texts("(Rain) Tj") == ["Rain"]
    with pytest.raises(ValueError, match=r"^it holds more than 0 million letters$"):
        drawn("(Rains) Tj")


PACKED = b"/Filter/FlateDecode"


def packed(size: int, times: int = 1) -> bytes:
    """Spaces, packed so many times."""
    data = b" " * size
    for _ in range(times):
        data = zlib.compress(data)
    return data


@pytest.mark.parametrize(
    ("told", "data", "is_read"),
    [
        (PACKED, packed(1000), True),
        (PACKED, packed(1001), False),
        (b"/Filter/Fl", packed(1001), False),
        (PACKED, packed(1001, 2), False),
        (PACKED, packed(1001, 3), False),
        (b"/Subtype/Image" + PACKED, packed(1001), True),
        (b"/Subtype/Images" + PACKED, packed(1001), False),
        (b"", b" " * 1001, True),
        (b"", packed(1001), True),
    ],
)
def test_no_part_unpacks_to_more_than_is_read(
    told: bytes, data: bytes, is_read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.article.pdf_letters._LARGEST_STREAM", 1000)
    picture = b"/Subtype/Image" + PACKED
    parts = [(b"", b"plain"), (picture, packed(2000)), (PACKED, b"broken"), (told, data)]
    file = pdf(b"", *(STREAM % (len(one), about, one) for about, one in parts))
    if is_read:
        assert not read_letters(file).runs
    else:
        with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
            read_letters(file)


def test_looking_into_a_part_touches_only_that_part(monkeypatch: pytest.MonkeyPatch) -> None:
    given = 0

    class Counted:
        def __init__(self) -> None:
            self._unpacking = zlib.decompressobj()

        def decompress(self, data: bytes, most: int) -> bytes:
            nonlocal given
            given += len(data)
            return self._unpacking.decompress(data, most)

        @property
        def eof(self) -> bool:
            return self._unpacking.eof

    part = zlib.compress(random.Random(1).randbytes(300_000))
    file = pdf(b"", *[STREAM % (len(part), PACKED, part)] * 40)
    monkeypatch.setattr(
        "tui.article.pdf_letters.zlib", SimpleNamespace(decompressobj=Counted, error=zlib.error)
    )
    assert not read_letters(file).runs
    assert 40 * len(part) <= given < 2 * 40 * len(part)


def test_a_part_is_looked_through_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.pdf_letters._LARGEST_STREAM", 299_999)
    part = zlib.compress(random.Random(1).randbytes(300_000))
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        read_letters(pdf(b"", STREAM % (len(part), PACKED, part)))
