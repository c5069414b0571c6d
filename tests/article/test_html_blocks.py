"""The blocks of a web page, as a browser shows them."""

import pytest

from tests.article.test_html_page import PROSE, QUOTED, blocks, page


def told(inside: str) -> list[tuple[str, str]]:
    """The blocks that some markup is, between paragraphs."""
    made = blocks(page(f"{PROSE}{QUOTED}{inside}{PROSE.replace('Monday', 'Friday')}"))
    return made[3:-1]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<ol start='3'><li>one</li><li>two</li></ol>", [("item", "3. one"), ("item", "4. two")]),
        ("<ol start='x'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol start='1234567'><li>one</li></ol>", [("item", "1. one")]),
        ("<ol><li>one<ul><li>a</li></ul></li><li>two</li></ol>",
         [("item", "1. one"), ("item", "- a"), ("item", "2. two")]),
        ("<ul><li><p>one</p><p>and more of it</p></li></ul>",
         [("item", "- one"), ("paragraph", "and more of it")]),
        ("<p>one<br>two</p>", [("paragraph", "one"), ("paragraph", "two")]),
        ("<p>It rains.<br><br>It still rains.</p>",
         [("paragraph", "It rains."), ("paragraph", "It still rains.")]),
        ("<h3>Who\nwaits</h3>", [("heading", "Who waits")]),
        ("<p>So <img class='emoji' alt='🙂'>.</p>", [("paragraph", "So 🙂.")]),
        ("<p>So <img class='photo' alt='A quay'>.</p>", [("paragraph", "So .")]),
        ("<p>“So <q>it <q>is</q></q>”</p>", [("paragraph", "“So “it ‘is’””")]),
        ("<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>",
         [("paragraph", "One."), ("paragraph", "Two.")]),
        ("<p>• one</p>", [("item", "• one")]),
        ("<p>It rained.<a href='#n1'><sup>1</sup></a></p>", [("paragraph", "It rained.")]),
        ("<p>It rained.<sup><a href='#n1'>1</a></sup></p>", [("paragraph", "It rained.")]),
        ("<p>It rained.<sup><a href='/n1'>1</a></sup> So.</p>", [("paragraph", "It rained.1 So.")]),
        ("<p>It rained.<sup>2</sup> So.</p>", [("paragraph", "It rained.2 So.")]),
        ("<p>It rained.<a role='doc-noteref' href='#n1'>1</a></p>", [("paragraph", "It rained.")]),
        ("<p>It rained <a href='#n1'>in <sup>part</sup></a>.</p>",
         [("paragraph", "It rained in part.")]),
        ("<blockquote><p>No.</p><ul><li>one</li></ul></blockquote>",
         [("quote", "> No."), ("quote", "> one")]),
    ],
)  # fmt: skip
def test_what_a_page_shows(inside: str, expected: list[tuple[str, str]]) -> None:
    assert told(inside) == expected
