"""Who begins to speak where in subtitles, and what of them is no word."""

import pytest

from tui.article.cue_text import Cue, Words, is_note, said, words


def lines(*cues: str, escaped: bool = True) -> list[Words]:
    """What is said in some cues, a second each; a cue's lines are parted by a bar."""
    made = [Cue(i, i + 1, cue.split("|")) for i, cue in enumerate(cues)]
    return words([line for cue in said(made, escaped=escaped) for line in cue])


def told(*cues: str) -> list[tuple[str, bool, bool, str]]:
    return [(line.text, line.begins, line.named, line.speaker) for line in lines(*cues)]


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("<b>One</b> <i.x>two</i>", "One two"), ("<font color='x'>One</font>", "One"),
        ("<00:01.000>One", "One"), ("{\\an8}One", "One"), ("1 < 2 <x> 3", "1 < 2 <x> 3"),
        ("One &amp;  two", "One & two"), ("<lang en>One</lang>", "One"),
    ],
)  # fmt: skip
def test_tags_are_no_words(cue: str, text: str) -> None:
    assert [line.text for line in lines(cue)] == [text]
    assert [line.text for line in lines("One &amp; two", escaped=False)] == ["One &amp; two"]
    assert lines("<b></b>", " ") == []


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (["<v Ada>One", "<v Ada>Two", "<v Bo>So"],
         [("One", True, True, "Ada"), ("Two", False, True, "Ada"), ("So", True, True, "Bo")]),
        (["<v Ada>One</v> two"], [("One", True, True, "Ada"), ("two", True, False, "")]),
        (["<v.loud Ada &amp; Bo: all>One"], [("One", True, True, "Ada & Bo all")]),
        (["<v>One"], [("One", False, False, "")]), (["so <v Ada>One"],
         [("so", False, False, ""), ("One", True, True, "Ada")]),
        (["<v Ada>One", "[applause]", "<v Ada>Two"],
         [("One", True, True, "Ada"), ("[applause]", False, False, ""),
          ("Two", False, True, "Ada")]),
        (["<v Ada>One", "So", "<v Ada>Two"],
         [("One", True, True, "Ada"), ("So", True, False, ""), ("Two", True, True, "Ada")]),
        (["<v Ada|One"], [("<v Ada", False, False, ""), ("One", False, False, "")]),
        ([">> One", ">> Two"], [("One", True, False, ""), ("Two", True, False, "")]),
        (["- One", "- two", "-Two"],
         [("One", True, False, ""), ("- two", False, False, ""), ("Two", True, False, "")]),
        ([">>"], [(">>", False, False, "")]),
        ([">> Ada: One"], [("Ada: One", True, True, "")]),
        (["ADA: One", "So", "ADA: Two"],
         [("ADA: One", True, True, ""), ("So", False, False, ""), ("ADA: Two", True, True, "")]),
        (["Ada: One"], [("Ada: One", False, False, "")]),
        (["ADA:|One", "ADA: Two"], [("ADA: One", True, True, ""), ("ADA: Two", True, True, "")]),
        (["ADA FALK (sighs):", "One"],
         [("ADA FALK (sighs):", False, False, ""), ("One", False, False, "")]),
        (["Ada Falk:|One", "Ada Falk:|Two", "Ada Falk:|On", "Bo Sand:|So"],
         [("Ada Falk: One", True, True, ""), ("Ada Falk: Two", True, True, ""),
          ("Ada Falk: On", True, True, ""),
          ("Bo Sand: So", False, False, "")]),
        (["[Ada Falk] One", "[Ada Falk]: Two"],
         [("One", True, True, "Ada Falk"), ("Two", True, True, "Ada Falk")]),
        (["[Ada] One"], [("[Ada] One", False, False, "")]),
        ([">> [Ada] One"], [("One", True, True, "Ada")]),
        (["[Ada] One [Ada] so", "[Ada] Two"],
         [("One [Ada] so", True, True, "Ada"), ("Two", True, True, "Ada")]),
        (["[loud Noise] One", "[loud Noise] Two"],
         [("[loud Noise] One", False, False, ""), ("[loud Noise] Two", False, False, "")]),
        (["[Ada laughs] One", "[Ada laughs] Two"],
         [("[Ada laughs] One", False, False, ""), ("[Ada laughs] Two", False, False, "")]),
        (["[Ada Music] One", "[Ada Music] Two"],
         [("[Ada Music] One", False, False, ""), ("[Ada Music] Two", False, False, "")]),
    ],
)  # fmt: skip
def test_who_begins_to_speak(cues: list[str], expected: list[tuple[str, bool, bool, str]]) -> None:
    assert told(*cues) == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("[applause]", True), ("(sighs)", True), ("♪ la la ♪", True), ("♪", True), ("[a] so", False),
     ("so", False), ("♪♪ la la ♪♪", True), ("♪ la ♪ la", False), ("♪ [a]", True),
     ("♪" * 200 + " la", False), ("♪ " * 200 + "la", False)],
)  # fmt: skip
def test_what_is_heard_and_not_said(text: str, is_one: bool) -> None:
    assert is_note(text) == is_one
