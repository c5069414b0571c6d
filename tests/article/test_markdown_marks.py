"""Marks that only a program reads are no words of a text in Markdown."""

import pytest

from tests.article.test_markdown_text import pieces

FOG, ROPE = "- [Fog](#fog)", "- [The *rope*](#rope)"


def words(text: str) -> list[str]:
    return [told for _, told in pieces(text)]


@pytest.mark.parametrize(
    ("contents", "stays"),
    [
        (f"{FOG}\n{ROPE}", False), (FOG, True), (f"{FOG}\n- [Rope](rope.html)", True),
        (f"{FOG}\n- Rope", True), (f"{FOG}\n- [Rope](#rope) and more", True),
        (f"{FOG}\n- more of [Rope](#rope)", True), (f"{FOG}\n- [Rope](#rope) [Tar](#tar)", True),
        (f"{FOG}\n  {ROPE}", False), (f"{FOG}\n  1. [Tar](#tar)\n{ROPE}", False),
        ("1. [Fog](#fog)\n2. [Rope](#rope)", False), (f"{FOG}\n{ROPE}\n\n      code", True),
        (f"{FOG}\n\n  ```\n  code\n  ```\n{ROPE}", True), (f"{FOG}\n\n  <p>x</p>\n\n{ROPE}", True),
        (f"{FOG} \n{ROPE}\n- [](#x)", False), (f"- \n{FOG}\n{ROPE}", False),
    ],
)  # fmt: skip
def test_a_list_that_only_leads_to_places_is_left_out(contents: str, stays: bool) -> None:
    found = words(f"It rained.\n\n{contents}\n\nOn.")
    assert any("Fog" in text for text in found) == stays
    assert (found[0], found[-1]) == ("It rained.", "On.")


@pytest.mark.parametrize(
    ("label", "stays"),
    [
        ("## Contents", False), ("Table of contents:", False), ("**On this page**", True),
        ("On this page", False), ("In this article", False), ("What it cost", True),
        ("<b>Contents</b>", True), ("<h2>Contents</h2>", False), ("<h2>Cost</h2>", True),
        ("> Contents", True),
    ],
)  # fmt: skip
def test_what_only_says_that_contents_follow_is_left_out(label: str, stays: bool) -> None:
    found = words(f"It rained.\n\n{label}\n\n{FOG}\n{ROPE}\n\nOn.")
    assert (len(found) == 3) == stays
    assert words(f"{label}\n\nOn.")[-1] == "On."
    assert len(words(f"{label}\n\nOn.")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> [!note] To do\n> It rained.", ["To do", "It rained."]),
        ("> [!NOTE]-  To do", ["To do"]), ("> [!note]\n> It rained.", ["It rained."]),
        ("> So [!note] it is", ["So [!note] it is"]), ("[!note] So", ["[!note] So"]),
        ("> So.\n>\n> [!note] it", ["So.", "[!note] it"]),
        ("> [!note] *To* do\n> On.", ["To do On."]),
    ],
)  # fmt: skip
def test_callouts(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] one\n- [x] two\n- [X] three", ["one", "two", "three"]),
        ("- [y] one", ["[y] one"]), ("- It has [x] two", ["It has [x] two"]),
        ("[x] one", ["[x] one"]), ("- one\n\n  [x] two", ["one", "[x] two"]),
        ("1. [x] one", ["1. one"]), ("- [x]one", ["[x]one"]),
    ],
)  # fmt: skip
def test_tasks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{< figure src=x >}}", []), ("{{% note %}} {{% /note %}}", []), ("{% raw %}", []),
        ("{: .lead}", []), ("%% a note %%", []), ("[TOC]", []), ("[[_TOC_]]", []),
        ("![[a.png]]", []),
        ("So {{< x >}}", ["So {{< x >}}"]), ("{% raw", ["{% raw"]),
        ("By Ada Falk #rain #fog/sea", ["By Ada Falk"]), ("By Ada Falk #1", ["By Ada Falk #1"]),
        ("So #rain", ["So #rain"]), ("By *Ada* #rain", ["By Ada #rain"]),
        ("It ==so== is", ["It so is"]), ("a==b==c", ["a==b==c"]), ("== so ==", ["== so =="]),
        ("[[Ada]] and [[Bo|him]]", ["Ada and him"]), ("![[Ada]] so", ["![[Ada]] so"]),
        ("*==so==* `==so==`", ["so ==so=="]),
    ],
)  # fmt: skip
def test_marks_within_a_line(text: str, expected: list[str]) -> None:
    assert words(f"{text}\n\nOn.") == [*expected, "On."]
