"""A statement of a corpus with who said it and where: what copies and clippings take along."""

from dataclasses import replace

from tui.analysis.model import Analysis, Speaker
from tui.article.model import Article
from tui.corpus.question import Statement
from tui.export.attributed_text import attributed, file_told, introduced, told_where


def speaker_of(said: Statement) -> Speaker | None:
    """Who says it, by the fullest name; None where that is not known."""
    name = said.name or said.speaker
    if said.quote.speaker is None or name is None:
        return None
    return Speaker(
        said.quote.speaker, name, (), said.speaker_kind or "unknown", said.role, 0, 1.0,
        (said.quote.id,),
    )  # fmt: skip


def analysis_of(said: Statement, article: Article) -> Analysis:
    """A statement alone over its article, for what takes an analysis and a quote of it.

    What the text alone does not tell of its title and date comes from the tables.
    """
    speaker = speaker_of(said)
    told = replace(
        article, title=article.title or said.title, date=article.date or _date(said) or None
    )
    return Analysis(told, (said.quote,), (speaker,) if speaker else ())


def copied(said: Statement) -> str:
    """A statement as a quote of one article is copied: of what is told in other words, the words
    that tell it.
    """
    speaker = speaker_of(said)
    guess = " (a guess)" if said.quote.is_guess else ""
    who = f"{introduced(speaker)}{guess}" if speaker else None
    where = told_where(said.title, _date(said), file_told(said.source)) or said.source
    words = " ".join(said.quote.text.split())
    return attributed(words, who, where, told=said.quote.kind == "indirect")


def _date(said: Statement) -> str:
    return said.date_told or (said.published.isoformat() if said.published else "")
