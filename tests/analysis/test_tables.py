"""Analyses as tables."""

import sys

import pytest

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis import analyse, to_pandas, to_polars
from tui.analysis.tables import COLUMNS

HARBOUR = voiced_harbour()


def test_both_kinds_of_table_hold_the_same() -> None:
    pandas, polars = to_pandas(HARBOUR, analyse("")), to_polars(HARBOUR, analyse(""))
    for name, columns in COLUMNS.items():
        one, other = getattr(pandas, name), getattr(polars, name)
        assert list(one.columns) == other.columns == list(columns)
        rows = [[None if value is None else value for value in row] for row in other.rows()]
        told = one.astype(object).where(one.notna(), None) if len(one) else one
        assert [list(row) for row in told.itertuples(index=False, name=None)] == rows


def test_a_quote_is_found_in_its_article_by_its_offsets() -> None:
    tables = to_polars(HARBOUR)
    (text,) = tables.articles["text"]
    for quote, row in zip(HARBOUR.quotes, tables.quotes.iter_rows(named=True), strict=True):
        assert [text[start:end] for start, end in row["spans"]] == [
            HARBOUR.article.text[slice(*span)] for span in quote.spans
        ]
        assert (row["start"], row["end"]) == (quote.spans[0].start, quote.spans[-1].end)
    named = {quote.id for quote in HARBOUR.quotes if quote.speaker}
    assert {row["quote"] for row in tables.quotes.iter_rows(named=True) if row["name"]} == named


def test_tables_of_nothing_have_their_columns_and_types() -> None:
    assert to_polars().quotes.schema == to_polars(HARBOUR).quotes.schema
    assert list(to_pandas().quotes.dtypes) == list(to_pandas(HARBOUR).quotes.dtypes)


@pytest.mark.parametrize(("library", "make"), [("pandas", to_pandas), ("polars", to_polars)])
def test_what_is_missing_is_said(
    library: str, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert callable(make)
    with pytest.raises(ImportError, match=f"python -m pip install {library}"):
        make(HARBOUR)
