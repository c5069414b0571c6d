"""Copy that was wrapped at a column reads as paragraphs again; what was not wrapped stays."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.loading import article_from_text
from tui.article.model import Article

PARAGRAPHS = [
    "Ferry crews walk out over night rota, guild says the company “never once rang us back”",
    "The crews of the Sandwick ferries walked off their boats at dawn on Thursday, leaving four "
    "hundred passengers and a brass band on the quay, after talks about a new rota for the nights "
    "broke down in a dispute over who was to make the tea.",
    "“We asked for one thing in writing and were sent a calendar with kittens on it,” said Ragna "
    "Holm, who speaks for the guild. “It was last year’s calendar, too.”",
    "The company said that it regretted the kittens.",
    "A spokesman, Colin Peake, told reporters that the boats would sail again by the weekend, "
    "“with crews or with goodwill,” and that the band had been given vouchers for the buffet, "
    "which does not open until Easter.",
]
ARTICLE = "\n\n".join(PARAGRAPHS)


def texts(article: Article) -> list[str]:
    """The text of each block."""
    return [article.text[b.span.start : b.span.end] for b in article.blocks]


def wrapped(paragraph: str, width: int, first: str = "", rest: str = "") -> str:
    """A paragraph as a typewriter would set it."""
    return textwrap.fill(paragraph, width, initial_indent=first, subsequent_indent=rest)


@pytest.mark.parametrize("width", [60, 65, 72, 78, 80])
def test_every_usual_column_is_undone(width: int) -> None:
    text = "\n\n".join(wrapped(p, width) for p in PARAGRAPHS)
    assert article_from_text(text).text == ARTICLE


@pytest.mark.parametrize(("first", "rest"), [("   ", ""), ("    ", "    "), ("\t", "")])
def test_indented_paragraphs(first: str, rest: str) -> None:
    text = "\n\n".join(wrapped(p, 72, first, rest) for p in PARAGRAPHS)
    assert article_from_text(text).text == ARTICLE


def test_paragraphs_that_only_an_indentation_parts() -> None:
    text = "\n".join(wrapped(p, 72, "   ") for p in PARAGRAPHS[1:])
    assert texts(article_from_text(text)) == PARAGRAPHS[1:]


def test_paragraphs_that_only_a_short_last_line_parts() -> None:
    text = "\n".join(wrapped(p, 72) for p in PARAGRAPHS[1:])
    assert texts(article_from_text(text)) == PARAGRAPHS[1:]


def test_windows_line_ends() -> None:
    text = "\n\n".join(wrapped(p, 70) for p in PARAGRAPHS).replace("\n", "\r\n")
    assert article_from_text(text).text == ARTICLE


def test_justified_lines_lose_the_space_that_filled_them() -> None:
    lines = wrapped(PARAGRAPHS[1], 70).split("\n")
    filled = [line.replace(" ", "  ", 70 - len(line)) for line in lines[:-1]] + lines[-1:]
    assert texts(article_from_text("\n".join(filled))) == [PARAGRAPHS[1]]


def test_the_words_of_a_list_item_go_on_under_it() -> None:
    items = [
        "- a rota that is known three weeks before it begins, and that is not changed by text "
        "message on the night",
        "- tea",
    ]
    text = "\n\n".join(wrapped(p, 70) for p in PARAGRAPHS)
    text += "\n\n" + "\n".join(wrapped(item, 70, "", "  ") for item in items)
    assert texts(article_from_text(text))[-2:] == items


def test_a_block_quotation_is_one_when_it_was_wrapped() -> None:
    quotation = PARAGRAPHS[4]
    text = "\n\n".join(wrapped(p, 70) for p in PARAGRAPHS[:3])
    text += "\n\n" + wrapped(quotation, 70, "> ", "> ")
    assert texts(article_from_text(text))[-1] == f"> {quotation}"


def test_turns_begin_their_own_lines_and_go_on_over_more() -> None:
    turns = [
        "HOLM: We asked for one thing in writing and were sent a calendar with kittens on it, "
        "which was last year’s.",
        "PEAKE: I regret the kittens.",
        "HOLM: Then we have begun to make some progress, and I should like that to be written "
        "down by somebody.",
    ]
    article = article_from_text("\n".join(wrapped(turn, 66) for turn in turns))
    assert texts(article) == turns
    assert {block.kind for block in article.blocks} == {"turn"}


def test_a_dash_or_number_at_a_line_end_by_chance_is_no_list() -> None:
    text = "\n\n".join(wrapped(p, 72) for p in PARAGRAPHS)
    text += (
        "\n\nThe boats, which have not been painted since the queen came in the year\n"
        "12. of the present charter, are to be sold before the winter, or so the\n"
        "company said on Tuesday evening in the yellow room of the town hall here\n"
        "- as if to nobody - and nobody in the room appeared to have heard it say\n"
        "anything of the kind."
    )
    assert len(article_from_text(text).blocks) == len(PARAGRAPHS) + 1


VERSE = """\
I have sat all night by the harbour wall
And counted the lamps of the boats come in,
And the sea said nothing to me at all,
And I said nothing of where I had been.
The gulls came down when the light was grey
And walked like clerks on the weeded stone;
They asked no fare and they would not stay,
And each of them wanted the wall alone."""


def test_verse_keeps_its_lines() -> None:
    assert texts(article_from_text(VERSE)) == VERSE.split("\n")
    text = "\n\n".join(wrapped(p, 72) for p in PARAGRAPHS) + "\n\n" + VERSE
    assert texts(article_from_text(text)) == PARAGRAPHS + VERSE.split("\n")


def test_a_table_keeps_its_rows() -> None:
    table = ["Boat            Built     Crew", "Ingrid           1961       12", "Tove  1970     4"]
    text = "\n\n".join(wrapped(p, 72) for p in PARAGRAPHS) + "\n\n" + "\n".join(table)
    assert texts(article_from_text(text))[-3:] == table


def test_one_paragraph_a_line_stays_so() -> None:
    assert texts(article_from_text("\n".join(PARAGRAPHS))) == PARAGRAPHS


def test_an_address_keeps_its_lines() -> None:
    address = ["The Guild of Ferry Crews", "Quay House", "Sandwick 40912"]
    text = "\n\n".join(wrapped(p, 72) for p in PARAGRAPHS) + "\n\n" + "\n".join(address)
    assert texts(article_from_text(text))[-3:] == address


WORDS = st.sampled_from(
    "the a Mayor Sandwick said, well- - of. “No” 12. > government harbour Q: HOLM: is no.” --"
    " By long-standing incomprehensibility \n \n\n".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=150), st.integers(40, 80), st.sampled_from(["", "  ", "> "]))
def test_what_was_rejoined_is_not_rejoined_again(words: list[str], width: int, first: str) -> None:
    paragraphs = " ".join(words).split("\n")
    text = "\n".join(wrapped(p, width, first) if p.strip() else "" for p in paragraphs)
    once = article_from_text(text)
    again = article_from_text(once.text)
    assert again.text == once.text
    assert again.blocks == once.blocks


@pytest.mark.parametrize(
    ("above", "below", "number"),
    [
        ("> We asked for one thing in writing and were sent a calendar of", "kittens for it.", 1),
        ("> We asked for one thing in writing and were sent a calendar.", "That was all.", 2),
        ("We asked for one thing in writing and were sent a calendar of", "> kittens.", 2),
        ("We asked for one thing in writing and were sent a calendar of", "HOLM: kittens.", 1),
        ("We asked for one thing in writing and were sent a calendar of", "By Ragna Holm", 2),
        ("We asked for one thing in writing and were sent a calendar of", "OSTRAND -- So.", 2),
        ("We asked for one thing in writing and were sent a calendar of", "* kittens", 2),
        ("We asked for one thing in writing and were sent a calendar to.", "- kittens", 2),
        ("- We asked for one thing in writing and were sent a calendar of", "- kittens", 2),
        ("We asked for one thing in writing and were sent a calendar of", "kittens.", 1),
        ("We asked for one thing in writing, and were sent", "kittens.", 1),
        ("We asked for one thing.", "kittens came.", 2),
        ("We asked for one thing, and", "Kittens came.", 2),
        ("* * *", "kittens came of it.", 2),
        ("> We asked for one thing in writing and were sent a calendar of", "kittens > dogs.", 1),
    ],
)
def test_whether_a_line_goes_on_with_the_one_above(above: str, below: str, number: int) -> None:
    text = "\n\n".join(wrapped(p, 66) for p in PARAGRAPHS)
    blocks = len(article_from_text(text).blocks)
    made = article_from_text(f"{text}\n\n{above}\n{below}")
    assert len(made.blocks) == blocks + number
    assert made.text.endswith(below if number > 1 else f" {below}")
