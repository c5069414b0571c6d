"""An analysed fiction article, and one with all that could break an export."""

from dataclasses import replace

from tui.analysis.model import Analysis, Entity, Quote, QuoteKind, Speaker, SummarySentence
from tui.article.model import Article, Block, BlockKind, Span

STRIKE = """\
Ferry strike enters its third week

By Lise Brand

“We go when we are paid,” said Ada Falk, president of the guild. “Not before.”

The owners said that the offer stood.
"""
HOSTILE = """</style></script><script>alert(1)</script><!--<b onclick="x">&amp; 'q' "d" ]]>"""
LINES: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Harbour to close for a month, mayor says"),
    ("byline", "By Ines Tarrow"),
    (
        "paragraph",
        "“It is  late,” Ada Falk said. “Piet told me: ‘No boat will stay,’ and left.” 🙂",
    ),
    ("heading", "What it costs"),
    ("item", "- The hall moves."),
    ("item", "- Ferries leave at low fares."),
    ("quote", "> Nothing that stands in the sea stands still."),
    ("paragraph", "Piet Oduya said nobody had asked them, and “not one” was told."),
    ("turn", "FALK: We go in May."),
)
KINDS: tuple[QuoteKind, ...] = ("direct", "direct", "mixed", "indirect", "direct")


def article_of(lines: tuple[tuple[BlockKind, str], ...], **head: str) -> Article:
    """An article of these blocks, those of one list on lines of their own."""
    text, blocks, before = "", list[Block](), ""
    for kind, words in lines:
        if blocks:
            text += "\n" if kind == before == "item" else "\n\n"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text, before = text + words, kind
    return Article(text, tuple(blocks), **head)


def harbour() -> Analysis:
    """A reading with a quotation inside a quotation, two that overlap, a guess, and one unknown."""
    article = article_of(
        LINES,
        title="Harbour to close for a month, mayor says",
        byline="Ines Tarrow",
        date="3 May 2026",
        source="/home/somebody/news/harbour.txt",
    )
    text = article.text

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def quote(number: int, who: str | None, sure: float, *words: str) -> Quote:
        spans = tuple(map(at, words))
        kind = KINDS[number - 1]
        return Quote(f"q{number}", kind, spans, " … ".join(words), None, None, who, sure, "a cue")

    late, told = "“It is  late,”", "“Piet told me: ‘No boat will stay,’ and left.”"
    asked = "nobody had asked them, and “not one” was told"
    quotes = (
        replace(quote(1, "s1", 0.97, late, told), cue=at("said")),
        quote(2, "s2", 0.7, "‘No boat will stay,’"),
        replace(quote(3, "s2", 0.4, asked), mention=at("Piet Oduya"), cue=at("Oduya said")),
        quote(4, None, 0.2, "them, and “not one” was told."),
        quote(5, "s1", 0.9, "We go in May."),
    )
    speakers = (
        Speaker("s1", "Ada Falk", ("FALK",), "person", "mayor", 14, 0.6, ("q1", "q5"),
                (SummarySentence(at(told), told, "q1"),), ("e1",)),
        Speaker("s2", "Piet Oduya", (), "person", None, 12, 0.4, ("q2", "q3"),
                (SummarySentence(at(asked), asked, "q3", at("Piet Oduya said")),)),
    )  # fmt: skip
    entities = (Entity("e1", "Piet Oduya", "person", (at("Piet"),), 1.0, ("s1",)),)
    return Analysis(article, quotes, speakers, entities)


def hostile() -> Analysis:
    """The same with markup, formulas and text from right to left wherever text may stand."""
    lines = tuple((kind, f"{words} {HOSTILE} שלום") for kind, words in LINES)
    article = article_of(
        lines, title=f"=1+1 {HOSTILE}", byline=HOSTILE, date=HOSTILE, source=HOSTILE
    )
    start = article.text.index(HOSTILE)
    span = Span(start, start + len(HOSTILE))
    quote = Quote("q1", "mixed", (span,), HOSTILE, span, span, "s1", 0.9, HOSTILE)
    speaker = Speaker(
        "s1", f"@SUM(1) {HOSTILE}", (HOSTILE,), "document", f"-2 {HOSTILE}", 3, 1.0, ("q1",),
        (SummarySentence(span, HOSTILE, "q1"),), ("e1",),
    )  # fmt: skip
    entity = Entity("e1", HOSTILE, "other", (span,), 1.0, ("s1",))
    return Analysis(article, (quote,), (speaker,), (entity,), notice=HOSTILE)
