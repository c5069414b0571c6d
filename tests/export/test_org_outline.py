"""The Org outline: what it says, and that nothing of the article acts in Org or in Emacs."""

import re
from dataclasses import replace

import pytest

from tests.export.analyses import HOSTILE, STRIKE, harbour, hostile
from tui.analysis import analyse
from tui.analysis.model import Analysis, Quote, Speaker, SummarySentence
from tui.article.loading import article_from_text
from tui.article.model import Article, Span
from tui.export.org_outline import outline

OUTLINE = """\
#+OPTIONS: ':nil -:nil
#+TITLE: Ferry strike enters its third week
#+AUTHOR: Lise Brand

standard input

* Voices

** 67% Ada Falk, 1 statement

president of the guild

- “We go when we are paid,”

** 33% The owners, 1 statement

group

- The owners said that the offer stood

* Statements

** TODO 1. Ada Falk (direct: said)
#+BEGIN_QUOTE
“We go when we are paid,” … “Not before.”
#+END_QUOTE

** TODO 2. The owners (indirect: said)
#+BEGIN_QUOTE
that the offer stood
#+END_QUOTE
"""
PLAIN = (
    "He said: “Go -- now...” – at 10:30, for $5 to $6, or 24/7 and/or never (he wrote:).",
    "It costs 50% more [sic], said [the mayor’s aide] & co.; ask @ada or a@b.example (#1)!",
    "10-year-old boats; Nr. 5 – ‘it’s “new”’?",
)
ACTING = (
    "* A heading", "** TODO A task", "#+END_QUOTE", "#+INCLUDE: /etc/passwd", "# a comment",
    ": fixed", ":DRAWER:", "| a table |", "- an item", "+ an item", "1. an item", "2) an item",
    "A. an item", "- [X] done", "[fn:1] a note", "-----", "%%(diary)", "CLOCK: 1:00",
    "deadline: now", "\\begin{x}",
    "a *bold* word", "(/so/)", "a =b= c", "a ~b~ c", "a +b+ c", "a_b", "a^b",
    "see [[elisp:(x)][y]]", "see https://paper.example", "mailto:ada@paper.example",
    "<2026-11-26 Thu>", "<<<Ada>>>", "[2026-11-26 Thu]", "[1/2]", "[cite:@a]", "{{{title}}}",
    "@@html:<b>@@", "src_sh{ls}", "call_f(x)", "$x$", "\\alpha", "\\(x\\)", "so \\\\",
    "name :: words", "Local Variables:",
)  # fmt: skip


def saying(words: str, name: str = "Ada Falk", **head: str) -> Analysis:
    """An article of some words, all of them said by one voice and in its summary."""
    article = Article(words, (), **head)
    span = Span(0, len(words))
    summary = (SummarySentence(span, words, "q1"),)
    quote = Quote("q1", "indirect", (span,), words, None, None, "s1", 1.0, "a cue")
    voice = Speaker("s1", name, (), "person", None, 1, 1.0, ("q1",), summary)
    return Analysis(article, (quote,), (voice,))


def quoted(made: str) -> list[str]:
    """What stands in the quote blocks, a block an item."""
    return re.findall(r"^#\+BEGIN_QUOTE\n(.*?)\n#\+END_QUOTE$", made, re.M | re.S)


def headings(made: str) -> list[str]:
    return [line for line in made.split("\n") if re.match(r"\*+ ", line)]


def test_outline() -> None:
    assert outline(analyse(article_from_text(STRIKE))) == OUTLINE


def test_an_article_in_which_nobody_speaks() -> None:
    article = article_from_text("Rain\n\nIt rained all day in the harbour.\n", "/news/rain.txt")
    assert outline(Analysis(article)) == (
        "#+OPTIONS: ':nil -:nil\n#+TITLE: Rain\n\nrain.txt\n\nNo statements found.\n"
    )


def test_the_head_has_what_is_known_of_the_article() -> None:
    made = outline(replace(harbour(), corrections=1))
    assert "\n#+TITLE: Harbour to close for a month, mayor says\n" in made
    assert "\n#+AUTHOR: Ines Tarrow\n#+DATE: 3 May 2026\n" in made
    assert "\nharbour.txt · with 1 correction of yours\n" in made
    untitled = outline(saying("We go.", source="/news/rain.txt"))
    assert "\n#+TITLE: rain.txt\n\n* Voices\n" in untitled


def test_every_statement_is_a_task_and_what_is_guessed_or_unknown_is_said() -> None:
    made = outline(harbour())
    assert [line for line in headings(made) if " TODO " in line] == [
        "** TODO 1. Ada Falk (direct: said)",
        "** TODO 2. Piet Oduya (direct)",
        "** TODO 3. Piet Oduya (mixed: Oduya said, a guess)",
        "** TODO 4. Speaker unknown (indirect)",
        "** TODO 5. Ada Falk (direct)",
    ]
    assert quoted(made) == [quote.text for quote in harbour().quotes]
    assert "\nSpoke of Piet Oduya.\n" in made


def test_a_quotation_of_two_paragraphs_keeps_them() -> None:
    text = "Strike\n\n“We go now.\n\n“And we stay away,” said Ada Falk.\n"
    assert quoted(outline(analyse(article_from_text(text)))) == [
        "“We go now.\n\n“And we stay away,”"
    ]


@pytest.mark.parametrize("words", PLAIN)
def test_words_in_which_nothing_acts_are_as_they_are(words: str) -> None:
    made = outline(saying(words, words, title=words))
    assert f"\n#+TITLE: {words}\n" in made
    assert f"\n** 100% {words}, 1 statement\n" in made
    assert f"\n- {words}\n" in made
    assert quoted(made) == [words]


@pytest.mark.parametrize("words", ACTING)
def test_a_line_in_which_something_could_act_is_one_of_fixed_width(words: str) -> None:
    made = outline(saying(words))
    assert f"\n-\n  : {words}\n" in made
    assert quoted(made) == [f": {words}"]
    assert headings(made) == [
        "* Voices", "** 100% Ada Falk, 1 statement", "* Statements",
        "** TODO 1. Ada Falk (indirect)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("TODO Ada", "{} TODO Ada{}"),  # it is behind a share or a number
        ("* Ada", "{} =* Ada{}="),
        ("[[x][Ada]]", "{} =[[x][Ada]]{}="),
        ("Ada [#A] :tag:", "{} =Ada [#A] :tag:{}="),
        ('Ada="x"', '{} ~Ada="x"{}~'),
        ("Ada = ~ /x/", "{} …\n: Ada = ~ /x/{}"),
        ("{{{Ada}}}", "{} …\n: {{{{{{Ada}}}}}}{}"),
    ],
)
def test_in_a_heading_what_could_act_is_verbatim_or_stands_below(name: str, shown: str) -> None:
    made = outline(saying("We go.", name, title=name))
    assert f"\n{shown.format('** 100%', ', 1 statement')}\n\n" in made
    assert f"\n{shown.format('** TODO 1.', ' (indirect)')}\n#+BEGIN_QUOTE\n" in made
    assert f"\n{shown.format('#+TITLE:', '')}\n" in made


def test_nothing_of_the_article_acts() -> None:
    made = outline(hostile())
    assert f"\n#+TITLE: ~=1+1 {HOSTILE}~\n#+AUTHOR: ~{HOSTILE}~\n#+DATE: ~{HOSTILE}~\n" in made
    assert headings(made) == [
        "* Voices", f"** 100% ~@SUM(1) {HOSTILE}, 1 statement~",
        "* Statements", f"** TODO 1. ~@SUM(1) {HOSTILE} (mixed: {HOSTILE})~",
    ]  # fmt: skip
    assert f"\n: -2 {HOSTILE} · document\n" in made
    assert f"\n: Spoke of {HOSTILE}.\n" in made
    assert quoted(made) == [f": {HOSTILE}"]


def test_an_article_tells_emacs_nothing() -> None:
    title = "-*- eval: (ding) -*-"
    first, second, *_ = outline(saying("We go.", title=title)).split("\n")
    assert "-*-" not in first  # the only line in which Emacs looks for it
    assert second == f"#+TITLE: ={title}="
