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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\r\rthree", [("paragraph", "one two"), ("paragraph", "three")]),
        ("> # one\n> two", [("quote", "one"), ("quote", "two")]),
        ("> one\n\ntwo", [("quote", "one"), ("paragraph", "two")]),
        ("> > one\n>\n> two\n\nthree",
         [("quote", "one"), ("quote", "two"), ("paragraph", "three")]),
        ("> - one", [("quote", "one")]),
        ("- one\n\ntwo", [("item", "one"), ("paragraph", "two")]),
        ("1) one\n2) two", [("item", "1) one"), ("item", "2) two")]),
        ("0. one\n1. two", [("item", "0. one"), ("item", "1. two")]),
        ("1. one\n   1. a\n   2. b\n2. two",
         [("item", "1. one"), ("item", "1. a"), ("item", "2. b"), ("item", "2. two")]),
        ("- one\n  1. a\n- two", [("item", "one"), ("item", "1. a"), ("item", "two")]),
        ("-\n\none", [("paragraph", "one")]),
        ("```\none\n  two\n```", [("paragraph", "one"), ("paragraph", "  two")]),
        ("    one", [("paragraph", "one")]),
        ("> ```\n> one\n> ```", [("quote", "one")]),
        ("> text\n>\n>     one", [("quote", "text"), ("quote", "one")]),
        ("It was.<br>Ada.", [("paragraph", "It was."), ("paragraph", "Ada.")]),
        ("It was.<BR/>Ada.", [("paragraph", "It was."), ("paragraph", "Ada.")]),
        ("It was.<b>Ada.</b>", [("paragraph", "It was.Ada.")]),
        ("It was.  \nAda.", [("paragraph", "It was."), ("paragraph", "Ada.")]),
        ("It `was` ~~so~~ ![x](y).", [("paragraph", "It was so .")]),
        ("<p>one</p>\n\ntwo", [("paragraph", "one"), ("paragraph", "two")]),
        ("one\n===\n\ntwo\n---", [("heading", "one"), ("heading", "two")]),
        ("| a | b |\n|---|---|\n| c | d |\n\ne",
         [("paragraph", "a | b"), ("paragraph", "c | d"), ("paragraph", "e")]),
        ("one[^1]\n\n[^1]: two\n\nthree", [("paragraph", "one"), ("paragraph", "three")]),
    ],
)  # fmt: skip
def test_each_kind_of_block(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: One", ("One", None, None)),
        ('title: "One: \\"two\\""', ('One: "two"', None, None)),
        ("title: 'One''s'", ("One's", None, None)),
        ('title: "', ('"', None, None)),
        ("title: '", ("'", None, None)),
        ('title: ""', (None, None, None)),
        ("Title: One\nDate: 2031-05-04", ("One", None, "2031-05-04")),
        ("author: Ada Falk\nbyline: Bo Sand", (None, "Bo Sand", None)),
        ("authors: [Ada Falk, 'Bo Sand']", (None, "Ada Falk and Bo Sand", None)),
        ("authors:\n  - Ada Falk\n  - name: Bo Sand", (None, "Ada Falk and Bo Sand", None)),
        ("author: Ada Falk\n  - Bo Sand", (None, "Ada Falk and Bo Sand", None)),
        ("author: null\ntitle: ~", (None, None, None)),
        ("author: |\ntitle: >", (None, None, None)),
    ],
)
def test_what_the_front_matter_tells(front: str, told: tuple[str | None, ...]) -> None:
    found = read(f"---\n{front}\n---\nIt rained.".encode())
    assert (found.title or None, found.byline, found.date) == told
    assert [piece.text for piece in found.pieces] == ["It rained."]
    toml = read(f"+++\n{front.replace(': ', ' = ')}\n+++\nIt rained.".encode())
    assert [piece.text for piece in toml.pieces] == ["It rained."]


@pytest.mark.parametrize(
    "text", ["---\nIt rained.\n---\nOn.", "---\ntitle: One", "----\na: b\n---"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    found = read(text.encode())
    assert found.title is None or found.title == "It rained."
    assert len(found.pieces) >= 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One\n\n# Two", "One"), ("## Zero\n\n# One", "One"), ("## Zero", None),
        ("a\n\nb\n\nc\n\n# *One*", "One"), ("a\n\nb\n\nc\n\nd\n\n# One", None),
        ("---\ntitle: Told\n---\n# One", "One"), ("---\ntitle: Told\n---\n## One", "Told"),
    ],
)  # fmt: skip
def test_the_title_is_the_first_of_the_largest_headings(text: str, title: str | None) -> None:
    assert read(text.encode()).title == title


def test_a_text_may_have_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.markdown_text.LARGEST", 4)
    assert pieces("rain") == [("paragraph", "rain")]
    with pytest.raises(ValueError, match=r"^larger than 0 MB$"):
        read(b"rains")
