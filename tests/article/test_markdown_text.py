"""An article in Markdown is read without its marks, and word for word."""

import pytest

from tui.article.loading import article_from_bytes
from tui.article.manuscript import Manuscript, Piece
from tui.article.markdown_text import LARGEST, read


def pieces(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in read(text.encode()).pieces]


def only(text: str) -> str:
    (found,) = pieces(text)
    return found[1]


def test_the_blocks_of_an_article() -> None:
    text = """# The ferry stays

By **Ada Falk**

“We go,” said *Bo Sand*,
who steers it.

## Afterwards

> He went.
>
> He came back.

- a rope
- a lamp,

  which was lit
"""
    assert pieces(text) == [
        ("heading", "The ferry stays"),
        ("paragraph", "By Ada Falk"),
        ("paragraph", "“We go,” said Bo Sand, who steers it."),
        ("heading", "Afterwards"),
        ("quote", "He went."),
        ("quote", "He came back."),
        ("item", "a rope"),
        ("item", "a lamp,"),
        ("paragraph", "which was lit"),
    ]
    article = article_from_bytes(text.encode(), "-", "ferry.md")
    assert (article.title, article.byline) == ("The ferry stays", "Ada Falk")
    assert [block.kind for block in article.blocks][:2] == ["title", "byline"]


def test_a_list_keeps_its_numbers() -> None:
    assert pieces("3. third\n4. fourth\n   - below\n5. fifth") == [
        ("item", "3. third"),
        ("item", "4. fourth"),
        ("item", "below"),
        ("item", "5. fifth"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See [the report](https://example.org/r 'title') today.", "See the report today."),
        ("He said \\*no\\* &amp; left.", "He said *no* & left."),
        ("“It’s ‘fine’,” -- he said...", "“It’s ‘fine’,” -- he said..."),
        ("![a boat](boat.png) The boat left.", "The boat left."),
        ("~~Gone~~ `code` and snake_case_word", "Gone code and snake_case_word"),
        ("A <b>bold</b> man<!-- who? -->.", "A bold man."),
        ("It sank.[^1]\n\n[^1]: Twice.", "It sank."),
    ],
)
def test_words_stand_without_marks(text: str, words: str) -> None:
    assert only(text) == words


def test_a_forced_line_end_parts_sentences_and_joins_clauses() -> None:
    assert pieces("**Q:** Why?  \n**A:** Because.\\\nOf the fog, which  \nwas thick.") == [
        ("paragraph", "Q: Why?"),
        ("paragraph", "A: Because."),
        ("paragraph", "Of the fog, which was thick."),
    ]


def test_code_is_read_line_by_line() -> None:
    assert pieces("```\none *two*\nthree\n```")[:2] == [
        ("paragraph", "one *two*"),
        ("paragraph", "three"),
    ]


def test_a_row_of_a_table_is_a_line() -> None:
    text = "| Town | Votes |\n| --- | --- |\n| Orsund | 40 |"
    assert pieces(text) == [("paragraph", "Town | Votes"), ("paragraph", "Orsund | 40")]


def test_html_is_read_as_its_text() -> None:
    assert pieces("<div><p>One &mdash; two</p><script>no()</script></div>") == [
        ("paragraph", "One — two")
    ]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "The \\"long\\" ferry"\nauthor: Ada Falk\ndate: 2031-05-04\nno: [a]\n---\n',
        "---\ntitle: The \"long\" ferry\nauthor:\n  - name: Ada Falk\ndate: '2031-05-04'\n---\n",
        '+++\ntitle = "The \\"long\\" ferry"\nauthors = ["Ada Falk"]\ndate = 2031-05-04\n+++\n',
    ],
)
def test_what_stands_before_the_text_tells_of_it(front: str) -> None:
    found = read(f"{front}\nIt went.".encode())
    assert found == Manuscript(
        [Piece("paragraph", "It went.")],
        title='The "long" ferry',
        byline="Ada Falk",
        date="2031-05-04",
    )


def test_several_authors_are_named() -> None:
    assert read(b"---\nauthor:\n- Ada Falk\n- Bo Sand\n---\nIt went.").byline == (
        "Ada Falk and Bo Sand"
    )


def test_a_rule_is_no_front_matter() -> None:
    assert pieces("---\n\nIt went.\n\n---\n\nIt came.") == [
        ("paragraph", "It went."),
        ("paragraph", "It came."),
    ]


def test_a_heading_far_below_is_not_the_title() -> None:
    text = "\n\n".join(["It went on."] * 8) + "\n\n# Later"
    assert read(text.encode()).title is None


def test_marks_without_an_end_take_no_more_than_their_time() -> None:
    found = read(b"> " * 5_000 + b"deep\n\n" + b"[" * 5_000 + b"*a " * 5_000)
    assert found.pieces


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^larger than 8 MB$"):
        read(b" " * (LARGEST + 1))


def test_a_transcript_in_a_table_is_one_of_turns() -> None:
    rows = ["FALK | Did you see it?", "SAND | Its feet.", "FALK | Most of it, then."]
    text = "\n".join(f"| {row} |" for row in ("Who | What", "--- | ---", *rows))
    assert pieces(text) == [("turn", row.replace(" | ", ": ")) for row in rows]


@pytest.mark.parametrize(
    "mark",
    [
        '{{< figure src="a.jpg" caption="The quay" >}}',
        "{{% notice %}}",
        "{% include share.html %}",
        "%% ends, 543 words %%",
        "{: .lead}",
        "![[quay.png]]",
        "- [The fog](#fog)\n- [The rope](#rope)\n  - [Its end](#end)",
        "## Contents\n\n1. [The fog](#fog)\n2. [The rope](#rope)",
        "<details><summary>Contents</summary>\n\n- [Fog](#fog)\n- [Rope](#rope)\n\n</details>",
    ],
)
def test_what_only_a_program_reads_is_left_out(mark: str) -> None:
    assert pieces(f"It came.\n\n{mark}\n\nIt went.") == [
        ("paragraph", "It came."),
        ("paragraph", "It went."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote {{< name >}} and left.",
        "If a==b or c==d, it is 100%% sure, a == b, c == d.",
        "He did it [sic] and [x] too.",
        "By the quay #interview is what they wrote.",
    ],
)
def test_the_same_within_a_sentence_stays(text: str) -> None:
    assert only(text) == text


def test_lists_of_links_to_other_pages_and_to_one_place_stay() -> None:
    assert len(pieces("- [The fog](a.html)\n- [The rope](b.html)\n\n- [Rope](#r)")) == 3
    assert len(pieces("- [The fog](#fog) came\n- [The rope](#rope) broke")) == 2


def test_the_marks_of_notes_are_left_out_and_their_words_stay() -> None:
    text = (
        "> [!note] To do\n> - [x] ask [[Ada Falk]]\n> - [ ] a ==rope==\n\n> [!TIP]\n> It floats.\n"
    )
    assert pieces(text) == [
        ("quote", "To do"),
        ("quote", "ask Ada Falk"),
        ("quote", "a rope"),
        ("quote", "It floats."),
    ]
    assert only("The old [[Arthur Sand|Mr Sand]] and `[[x]]` ==came== at noon.") == (
        "The old Mr Sand and [[x]] came at noon."
    )
    assert only("By ADA FALK #interview #clocks") == "By ADA FALK"
