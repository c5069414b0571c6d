"""Clippings as text and Markdown: whose words, where from, and nothing that acts."""

from dataclasses import replace

import pytest

from tui.export.clippings_text import clippings_file, clippings_markdown, clippings_text
from tui.store.clippings import Clipping

SAID = Clipping(1, 1, "k", 0, "“We go.”\n\n“Now.”", False, "Ada Falk", "mayor", "Harbour", None,
                "3 May", "ask her")  # fmt: skip
TOLD = Clipping(2, 2, "k", 9, "She denied [it](x) *twice*.", True, None, None, "1. <b>", None, None)
LISTS = Clipping(3, 3, "k", 9, "- no list\n1. none\n=====", True, "A_B", None, "T", None, None)


def test_as_text() -> None:
    assert clippings_text([SAID, TOLD]) == (
        "“We go.”\n\n“Now.” — Ada Falk, mayor (Harbour, 3 May)\nask her\n\n"
        "She denied [it](x) *twice*. — reported speech, speaker unknown (1. <b>)\n"
    )


def test_as_markdown() -> None:
    assert clippings_markdown([SAID, TOLD, LISTS]) == (
        "> “We go.”\n>\n> “Now.”\n>\n> — **Ada Falk**, mayor, *Harbour*, 3 May\n\nask her\n\n"
        "> She denied \\[it\\](x) \\*twice\\*.\n>\n"
        "> — reported speech, speaker unknown, *1\\. \\<b\\>*\n\n"
        "> \\- no list\n> 1\\. none\n> \\=====\n>\n"
        "> — reported speech of **A\\_B**, *T*\n"
    )


def test_a_role_stands_beside_the_name_of_whom_it_is_told() -> None:
    clip = replace(TOLD, speaker="Ada Falk", role="mayor")
    assert "— reported speech of **Ada Falk**, mayor, *1" in clippings_markdown([clip])
    assert "— reported speech of Ada Falk, mayor (1." in clippings_text([clip])


def test_the_file_that_it_is_from_is_named_once() -> None:
    clip = replace(SAID, source="/news/the_wall.txt", note="")
    assert clippings_text([clip]).endswith("(Harbour, 3 May; the_wall.txt)\n")
    assert clippings_markdown([clip]).endswith("*Harbour*, 3 May, the\\_wall.txt\n")
    untitled = replace(clip, title="news/the_wall.txt", date=None)
    assert clippings_text([untitled]).endswith("— Ada Falk, mayor (news/the_wall.txt)\n")


@pytest.mark.parametrize(("ending", "begins"), [(".md", "> “We"), (".txt", "“We"), ("", "“We")])
def test_a_file_is_in_the_form_that_its_name_tells(ending: str, begins: str) -> None:
    assert clippings_file(ending, [SAID]).startswith(begins)
