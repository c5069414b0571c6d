"""The table of quotes: what csv, pandas and polars read is what was written, and nothing runs."""

import csv
import io

import pandas
import polars

from tests.export.analyses import HOSTILE, harbour, hostile
from tui.analysis.model import Analysis
from tui.export.csv_table import COLUMNS, header, rows


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_a_quote_with_who_what_where_and_how_sure() -> None:
    analysis = harbour()
    table = read(header() + rows(analysis))
    third = table[2]
    assert len(table) == len(analysis.quotes)
    assert third == {
        "title": "Harbour to close for a month, mayor says",
        "source": "/home/somebody/news/harbour.txt",
        "date": "3 May 2026",
        "number": "3",
        "kind": "mixed",
        "speaker": "Piet Oduya",
        "role": "",
        "speaker_kind": "person",
        "cue": "Oduya said",
        "mention": "Piet Oduya",
        "text": "nobody had asked them, and “not one” was told",
        "start": str(analysis.quotes[2].spans[0].start),
        "end": str(analysis.quotes[2].spans[-1].end),
        "confidence": "0.4",
        "certainty": "a guess",
        "reason": "a cue",
        "guarded": "",
    }
    assert (table[3]["speaker"], table[3]["role"], table[3]["certainty"]) == ("", "", "doubtful")


def test_a_quote_of_several_spans_goes_from_its_first_word_to_its_last() -> None:
    analysis = harbour()
    first = read(header() + rows(analysis))[0]
    words = analysis.article.text[int(first["start"]) : int(first["end"])]
    assert words.startswith("“It is  late,”")
    assert words.endswith("and left.”")
    assert first["text"] == analysis.quotes[0].text


def test_no_cell_is_a_formula_and_each_can_be_had_as_it_was() -> None:
    (row,) = read(header() + rows(hostile()))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert row["guarded"].split() == ["title", "speaker", "role"]
    own = {c: row[c][1:] if c in row["guarded"].split() else row[c] for c in COLUMNS}
    assert own["title"] == f"=1+1 {HOSTILE}"
    assert own["speaker"] == f"@SUM(1) {HOSTILE}"
    assert own["role"] == f"-2 {HOSTILE}"
    assert own["text"] == HOSTILE


def test_lines_end_as_the_standard_says_and_words_stand_in_quotation_marks() -> None:
    text = header() + rows(harbour())
    assert text.count("\r\n") == 6
    assert text.startswith('"title","source","date","number",')
    assert text.endswith('"a cue",""\r\n')


def test_other_programs_read_the_same() -> None:
    text = (header() + rows(harbour())).encode()
    frame = pandas.read_csv(io.BytesIO(text), keep_default_na=False)
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["text"]) == [quote.text for quote in harbour().quotes]
    table = polars.read_csv(text)
    assert table["text"].to_list() == [quote.text for quote in harbour().quotes]
    assert table["confidence"].to_list() == [0.97, 0.7, 0.4, 0.2, 0.9]


def test_an_article_in_which_nobody_speaks_has_no_rows() -> None:
    assert rows(Analysis(harbour().article)) == ""
