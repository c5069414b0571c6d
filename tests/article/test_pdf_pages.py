"""A PDF file is read as the article that was set on its pages."""

import io
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from tui.article.loading import ArticleError, article_from_bytes, load
from tui.article.pdf_pages import read

FILES = Path(__file__).parent / "files"
REPORT = str(FILES / "harbour_report.pdf")


def pdf(
    content: bytes,
    *more: bytes,
    resources: bytes = b"",
    stream: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A file of one page that draws `content`; `more` are objects from number 6 on."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R/G 6 0 R>>" + resources + b">>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), stream, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
        *more,
    ]
    file = io.BytesIO()
    file.write(b"%PDF-1.4\n")
    places = list[int]()
    for number, made in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj%s endobj\n" % (number, made))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    file.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n" % (len(objects) + 1, trailer))
    file.write(b"%d\n%%%%EOF" % start)
    return file.getvalue()


def lines(*placed: tuple[int, int, str], size: int = 10) -> bytes:
    """What draws some lines of text, each at its place."""
    drawn = "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in placed)
    return f"BT /F {size} Tf\n{drawn}ET\n".encode("cp1252")


def prose(*texts: str, x: int = 60, top: int = 300) -> list[tuple[int, int, str]]:
    """Lines of one paragraph, from the top."""
    return [(x, top - 12 * i, text) for i, text in enumerate(texts)]


def texts(data: bytes) -> list[str]:
    return [piece.text for piece in read(data).pieces]


def test_what_only_the_page_needs_is_gone() -> None:
    text = load(REPORT).text
    assert "Orsund Quarterly" not in text
    assert not any(line.strip().isdecimal() for line in text.splitlines())
    for broken in ("every‐", "coun‐", "\u2010", "\xad", "ﬁ"):
        assert broken not in text


def test_a_large_first_letter_begins_its_word() -> None:
    assert "\n\nNobody in Orsund can say what the harbour costs. The office" in load(REPORT).text


def test_words_keep_their_hyphens_and_dashes() -> None:
    text = load(REPORT).text
    for words in (
        "its books—a room above the chandler’s—has been shut",
        "the quay for thirty-one years",
        "a well-kept book",
        "The second was flawed, the third was a first edition",
    ):
        assert words in text


def test_a_paragraph_runs_over_the_page() -> None:
    text = load(REPORT).text
    (paragraph,) = (line for line in text.splitlines() if "Choose one" in line)
    assert paragraph.endswith("and that the second had counted its fishermen.")
    assert "1. The post is in Halden, eighty miles from the sea." in text.splitlines()
    assert "taken a post inland. “We have" in text  # the mark of the note is gone


def test_headings_lists_and_the_author() -> None:
    article = load(REPORT)
    assert (article.title, article.byline) == ("What the harbour costs", "Runa Tveit")
    kinds = [block.kind for block in article.blocks]
    assert kinds.count("heading") == 1
    assert [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == "item"][
        :3
    ] == [
        "- what was paid, which is known to the bank;",
        "- what was owed, which is known to the chandler;",
        "- what was promised, which nobody will own to.",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = [(30, 300 - 12 * i, f"The left column, the line {i} of") for i in range(6)]
    right = [(220, 300 - 12 * i, f"the right column, the line {i} of") for i in range(6)]
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    (text,) = texts(pdf(lines(*rows)))
    assert text.index("left column, the line 5") < text.index("right column, the line 0")


def test_a_row_of_a_table_stays_together() -> None:
    rows = [
        cell
        for i in range(5)
        for cell in ((30, 300 - 12 * i, f"Town {i}"), (150, 300 - 12 * i, f"{i}0 votes"))
    ]
    assert texts(pdf(lines(*rows))) == [f"Town {i} {i}0 votes" for i in range(5)]


def test_signs_of_several_letters_are_letters_again() -> None:
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfchar <40> <FB01> endbfchar\nendcmap end end"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 7 0 R>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode)
    drawn = b"BT /G 10 Tf 1 0 0 1 30 300 Tm (The @rst of @ve) Tj ET"
    assert texts(pdf(drawn, font, stream)) == ["The first of five"]


LOG = (
    "The harbour master keeps a log of every boat that comes in,",
    "and in it he writes the hour and the weather and the name of",
    "whoever stood at the wheel. The book is the third of its kind",
    "and nobody has ever asked to see the first two of them. They",
    "are kept in a drawer that sticks, below a map of the bay, and",
    "smell of tar.",
)


def test_a_soft_hyphen_that_is_seen_is_a_real_one() -> None:
    drawn = lines(
        *prose("The 38\xadyear\xadold mate of the ferry kept all of the coun\xad", "cil waiting.")
    )
    assert texts(pdf(drawn)) == [
        "The 38-year-old mate of the ferry kept all of the council waiting."
    ]


def test_a_soft_hyphen_at_the_ends_of_lines_alone_is_none() -> None:
    drawn = lines(
        *prose("The well-kept mate of the old ferry kept all of the coun\xad", "cil waiting.")
    )
    assert texts(pdf(drawn)) == [
        "The well-kept mate of the old ferry kept all of the council waiting."
    ]


def test_a_gap_before_a_comma_is_no_space() -> None:
    drawn = lines((60, 300, "said the director"), (130, 300, ", Ada Falk"))
    assert texts(pdf(drawn)) == ["said the director, Ada Falk"]


@pytest.mark.parametrize("dots", ["... Ada Falk", ". . . Ada Falk", ".tex"])
def test_a_gap_before_dots_of_their_own_stays(dots: str) -> None:
    drawn = lines((60, 300, "said the director"), (130, 300, dots))
    assert texts(pdf(drawn)) == [f"said the director {dots}"]


def test_signs_of_several_letters_are_as_wide_as_they_are_drawn() -> None:
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfchar <AE> <00660069> endbfchar\nendcmap end end"
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 7 0 R>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(to_unicode), to_unicode)
    drawn = b"BT /G 10 Tf 1 0 0 1 30 300 Tm (The \xaerst P) Tj 41.6 0 Td (ark) Tj ET"
    assert texts(pdf(drawn, font, stream)) == ["The first Park"]


def test_lines_that_were_read_by_eye_are_one_paragraph() -> None:
    sizes = (10.0, 10.9, 9.6, 11.0, 10.3, 10.0)
    drawn = b"".join(
        b"BT 3 Tr /F %.1f Tf %d Tz 1 0 0 1 60 %d Tm (%s) Tj ET\n"
        % (size, 1000 / size, 300 - 12 * i, text.encode())
        for i, (size, text) in enumerate(zip(sizes, LOG, strict=True))
    )
    assert texts(pdf(drawn)) == [" ".join(LOG)]


@pytest.mark.parametrize("step", [1, 2])
def test_numbers_beside_lines_are_no_text(step: int) -> None:
    body = prose(*LOG, *LOG)
    numbers = [(30, y, str(i)) for i, (_, y, _) in enumerate(body, start=1) if i % step == 0]
    assert texts(pdf(lines(*numbers, *body))) == [" ".join(LOG)] * 2


def test_the_numbers_of_a_table_stay() -> None:
    rows = [
        cell
        for i in range(1, 9)
        for cell in ((30, 300 - 12 * i, str(i)), (60, 300 - 12 * i, f"Boat number {i} of Orsund"))
    ]
    assert all(str(i) in text.split()[0] for i, text in enumerate(texts(pdf(lines(*rows))), 1))


def test_a_mark_across_the_page_is_no_text() -> None:
    mark = b"BT /F 90 Tf .7 .7 -.7 .7 80 90 Tm (PROOF) Tj ET\n"
    assert texts(pdf(mark + lines(*prose(*LOG)))) == [" ".join(LOG)]


@pytest.mark.parametrize(
    "head",
    ["4 H O M E N E W S", "The Orsund Post | Thursday October 24 2041", "THE ORSUND REVIEW 2"],
)
def test_the_running_head_of_a_single_page_is_no_text(head: str) -> None:
    assert texts(pdf(lines((60, 385, head), *prose(*LOG)))) == [" ".join(LOG)]


def test_a_date_above_an_article_within_the_page_stays() -> None:
    drawn = lines((60, 340, "24 October 2041"), *prose(*LOG))
    assert texts(pdf(drawn)) == ["24 October 2041", " ".join(LOG)]


def test_a_paragraph_goes_on_behind_a_box() -> None:
    box = lines((60, 250, "Harbour dues to rise"), size=12)
    box += lines((60, 236, "Yachts will pay more from April on."), size=8)
    first, rest = prose(*LOG[:3]), prose(*(f"{text}" for text in LOG[3:]), top=200)
    rest[0] = (60, 200, LOG[3][0].lower() + LOG[3][1:])
    joined = " ".join([*LOG[:3], LOG[3], *LOG[4:]])
    (_, _, last) = texts(pdf(lines(*first) + box + lines(*rest)))
    assert last == joined


def test_words_that_are_set_large_as_well_are_told_once() -> None:
    pulled = lines((60, 180, "nobody has ever asked to see the first two"), size=16)
    told = texts(pdf(lines(*prose(*LOG)) + pulled + lines(*prose(*LOG, top=140))))
    assert told == [" ".join(LOG)] * 2


def test_a_label_on_a_line_of_its_own_begins_its_turn() -> None:
    drawn = lines(
        (60, 300, "FALK: And how did you come by the post, which nobody wanted"),
        (120, 288, "then?"),
        (60, 270, "LINDGREN:"),
        (120, 258, "By accident. I was at the chandler’s when"),
        (120, 246, "somebody asked."),
        (60, 228, "FALK: And that was all of it?"),
        (60, 210, "LINDGREN:"),
        (120, 198, "There was a card on the wall."),
        (60, 180, "FALK: What did it say?"),
    )
    assert texts(pdf(drawn)) == [
        "FALK: And how did you come by the post, which nobody wanted then?",
        "LINDGREN: By accident. I was at the chandler’s when somebody asked.",
        "FALK: And that was all of it?",
        "LINDGREN: There was a card on the wall.",
        "FALK: What did it say?",
    ]


def test_a_locked_file_is_said_to_be_so() -> None:
    with pytest.raises(ArticleError, match=r": it is locked with a password$"):
        load(str(FILES / "locked.pdf"))


def test_pictures_of_pages_are_said_to_be_so() -> None:
    with pytest.raises(ArticleError, match=r": it holds pictures of pages, not text$"):
        load(str(FILES / "scan.pdf"))


def test_an_empty_page_has_no_text() -> None:
    with pytest.raises(ArticleError, match=r"^cannot read standard input: there is no text in it$"):
        article_from_bytes(pdf(b""), "-", "a.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", b"%PDF-1.7\nxref\n0 1\ntrailer<<>>", b"%PDF-1." * 99]
)
def test_a_broken_file_is_said_to_be_damaged(data: bytes) -> None:
    with pytest.raises(
        ArticleError, match=r"^cannot read standard input: it is damaged: its pages cannot be read$"
    ):
        article_from_bytes(data, "-", "a.pdf")


def test_any_broken_file_is_told_in_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    data = (FILES / "ministers_meeting_numbered.pdf").read_bytes()
    for i in range(0, len(data), 397):
        broken = data[:i] + b"\x00>>" + data[i + 3 :]
        with suppress(ArticleError):
            assert article_from_bytes(broken, "-", "a.pdf").text
    assert capfd.readouterr() == ("", "")  # nor does the library tell of it


def test_a_page_that_unpacks_to_too_much_is_not_read() -> None:
    bomb = zlib.compress(b" " * (40 * 2**20), 9)
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        read(pdf(bomb, stream=b"/Filter/FlateDecode"))
    twice = zlib.compress(bomb, 9)
    with pytest.raises(ValueError, match=r"^it unpacks to far more than a document holds$"):
        read(pdf(twice, stream=b"/Filter[/FlateDecode/FlateDecode]"))


def test_forms_within_forms_are_read_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.pdf_letters._MOST_SECONDS", 0.2)
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s/Length %d>>stream\n%s\nendstream"
    drawn = b"/X Do " * 30
    forms = [
        form % (b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1), len(drawn), drawn)
        for number in range(6, 14)
    ]
    resources = b"/XObject<</X 6 0 R>>"
    with pytest.raises(ValueError, match=r"^it takes longer than 0 seconds to read$"):
        read(pdf(drawn, *forms, form % (b"", 0, b""), resources=resources))


def test_a_file_of_too_many_pages_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.pdf_letters.MOST_PAGES", 1)
    with pytest.raises(ValueError, match=r"^it has more than 1 pages$"):
        read((FILES / "ministers_meeting.pdf").read_bytes())
