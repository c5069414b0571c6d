"""A web page's source is told from a text that has some of its signs."""

import pytest

from tui.article.web_pages import is_page_source

PAGE = "<p>“We go,” said <b>Ada Falk</b>.</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html><head><title>Ferry strike</title>",
        '<?xml version="1.0"?>\n<!-- saved from\nthe web -->\n<html lang="en"><body>',
        "<HTML><BODY>Ferry strike",
        PAGE,
        '<div class="story"><h1>Ferry strike</h1><p>It went on.</p>',
        "Ferry strike\n\n" + PAGE * 3,
    ],
)
def test_the_source_of_a_page(text: str) -> None:
    assert is_page_source(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ferry strike\n\n“We go,” said Ada Falk.",
        "Rates < 3 % and > 1 %, the bank said; a <b>bold</b> claim, said the owners.",
        "<Ada> we go\n<Bo> no\n<Ada> yes",
        "<ada@example.org> wrote: “We go.”",
        "< 3 % of the boats went out",
        "<p> is how a paragraph begins in HTML, he said, and </p> is how it ends.",
        "How to write a page\n\nA tag such as <b> is closed by </b>, <i> by </i>, he said.",
    ],
)
def test_a_text_with_a_few_signs_of_one(text: str) -> None:
    assert not is_page_source(text)
