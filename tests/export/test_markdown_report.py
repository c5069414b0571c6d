"""The report as Markdown: what it says, and that nothing of the article acts as Markdown."""

from markdown_it import MarkdownIt

from tests.export.analyses import HOSTILE, STRIKE, harbour, hostile
from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text
from tui.export.markdown_report import markdown

REPORT = """\
# Ferry strike enters its third week

Lise Brand · standard input

## Voices

### Ada Falk

president of the guild · 67% of what is said · 1 statement

- “We go when we are paid,”

### The owners

group · 33% of what is said · 1 statement

- The owners said that the offer stood

## Statements

1. **Ada Falk** (direct: said)

   > “We go when we are paid,” … “Not before.”

2. **The owners** (indirect: said)

   > that the offer stood
"""


def test_report() -> None:
    assert markdown(analyse(article_from_text(STRIKE))) == REPORT


def test_an_article_in_which_nobody_speaks() -> None:
    article = article_from_text("Rain\n\nIt rained all day in the harbour.\n", "/news/rain.txt")
    assert markdown(Analysis(article)) == "# Rain\n\nrain.txt\n\nNo statements found.\n"


def test_what_is_guessed_or_unknown_is_said() -> None:
    report = markdown(harbour())
    assert "3. **Piet Oduya** (mixed: Oduya said, a guess)" in report
    assert "4. Speaker unknown (indirect)" in report


def test_statements_are_one_list_whatever_they_hold() -> None:
    shown = MarkdownIt("commonmark").render(markdown(harbour()))
    assert shown.count("<ol>") == 1
    assert shown.count("<blockquote>") == 5


def test_nothing_of_the_article_acts() -> None:
    tokens = MarkdownIt("commonmark").parse(markdown(hostile()))
    children = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *children)}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    shown = "\n".join(
        "".join(child.content for child in token.children or ())
        for token in tokens if token.type == "inline"
    )  # fmt: skip
    assert f"=1+1 {HOSTILE}" in shown
    assert f"\n{HOSTILE}\n" in shown
    assert f"@SUM(1) {HOSTILE}" in shown


def test_a_quotation_of_two_paragraphs_keeps_them() -> None:
    text = "Strike\n\n“We go now.\n\n“And we stay away,” said Ada Falk.\n"
    report = markdown(analyse(article_from_text(text)))
    assert "   > “We go now.\n   >\n   > “And we stay away,”\n" in report
