"""The voices of one analysed article, as linking reads them."""

from collections.abc import Iterator
from datetime import date

from tui.analysis.model import Analysis
from tui.corpus.people_model import Voice
from tui.corpus.people_rows import voices_from
from tui.corpus.rows import rows_of


def voices_of(article: str, analysis: Analysis, published: date | None = None) -> Iterator[Voice]:
    """The voices of an article, whose key is `article`, in the order of its speakers."""
    rows = rows_of(article, analysis)
    return voices_from(rows["speakers"], rows["entities"], {article: published})
