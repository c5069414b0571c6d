"""The numbers of a Word document's lists are those that Word shows."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tui.article.word_numbering import Numbering

W = nsdecls("w")


def level(depth: int, form: str = "decimal", pattern: str = "%1.", start: str = "1") -> str:
    """How the paragraphs of one depth are numbered."""
    told = f'<w:numFmt w:val="{form}"/>' if form else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>{told}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels: str, lists: str = "") -> Numbering:
    """The lists 1 and 2, which go on with each other, and more."""
    return Numbering(
        parse_xml(
            f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
            f'<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>{lists}</w:numbering>'
        )
    )


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", ["1.", "2.", "3.", "4.", "5."]),
        ("", ["1.", "2.", "3.", "4.", "5."]),
        ("decimalZero", ["01.", "02.", "03.", "04.", "05."]),
        ("lowerLetter", ["a.", "b.", "c.", "d.", "e."]),
        ("upperLetter", ["A.", "B.", "C.", "D.", "E."]),
        ("lowerRoman", ["i.", "ii.", "iii.", "iv.", "v."]),
        ("upperRoman", ["I.", "II.", "III.", "IV.", "V."]),
        ("none", [".", ".", ".", ".", "."]),
        ("bullet", ["", "", "", "", ""]),
    ],
)
def test_each_form_of_numbers(form: str, labels: list[str]) -> None:
    lists = numbering(level(0, form))
    assert [lists.label("1", 0) for _ in labels] == labels


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("lowerLetter", "26", "z."), ("lowerLetter", "27", "aa."), ("upperLetter", "54", "BBB."),
        ("lowerRoman", "1994", "mcmxciv."), ("upperRoman", "48", "XLVIII."),
        ("lowerRoman", "9999", "m" * 9 + "cmxcix."), ("lowerRoman", "10000", "10000."),
        ("lowerLetter", "0", "0."), ("upperLetter", "-3", "-3."), ("decimalZero", "12", "12."),
        ("decimal", "a", "1."),
    ],
)  # fmt: skip
def test_a_list_begins_where_it_says(form: str, start: str, label: str) -> None:
    assert numbering(level(0, form, start=start)).label("1", 0) == label


def test_numbers_within_numbers_begin_anew_below_each() -> None:
    lists = numbering(level(0), level(1, "lowerLetter", "%1.%2)"), level(2, "lowerRoman", "(%3)"))
    asked = [0, 1, 1, 2, 0, 1, 2, 2]
    assert [lists.label("1", depth) for depth in asked] == [
        "1.", "1.a)", "1.b)", "(i)", "2.", "2.a)", "(i)", "(ii)"
    ]  # fmt: skip


def test_a_level_that_nothing_has_come_at_yet_stands_with_its_first_number() -> None:
    lists = numbering(level(0, start="4"), level(1, pattern="%1.%2"))
    assert lists.label("1", 1) == "4.1"


def test_lists_of_one_kind_go_on_with_each_other_unless_one_starts_anew() -> None:
    own = (
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="8"/></w:lvlOverride></w:num>'
    )
    lists = numbering(level(0), lists=own)
    asked = ["1", "2", "3", "3", "1"]
    assert [lists.label(name, 0) for name in asked] == ["1.", "2.", "8.", "9.", "10."]


def test_a_list_may_have_numbers_of_its_own_form() -> None:
    own = (
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperRoman', '§ %1')}</w:lvlOverride></w:num>"
    )
    lists = numbering(level(0), lists=own)
    assert [lists.label("3", 0), lists.label("1", 0)] == ["§ I", "2."]


def test_what_is_in_no_list_has_no_number() -> None:
    lists = numbering(level(0))
    assert lists.label("9", 0) is None
    assert lists.label("1", 4) is None
    assert Numbering(None).label("1", 0) is None
