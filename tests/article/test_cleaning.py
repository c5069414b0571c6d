"""Nothing in an article acts on a terminal, and no visible character is lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.article.cleaning import HARMLESS, clean, clean_line
from tui.article.control_characters import without_controls

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]0;52c\x07\\\x9b\x9d\x9cmJHPX^_\u202e\u2066\u200b\u0301\r\n\t"),
    )
)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("red \x1b[31mhat\x1b[0m", "red hat"),
        ("x\x1b]52;c;aGk=\x07y", "xy"),
        ("x\x1b]0;title\x1b\\y", "xy"),
        ("x\x1bP1$r0m\x1b\\y\x1b_z\x1b\\", "xy"),
        ("half open \x1b]0;and the article goes on", "half open ]0;and the article goes on"),
        ("a stray \x1b escape", "a stray  escape"),
        ("\x93quoted\x94 it\x92s", "“quoted” it’s"),
        ("evil\u202etxt\u2066x\u2069", "eviltxtx"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\xadhyphen", "softhyphen"),
        ("a\tb", "a    b"),
        ("plain\x1b(B again", "plain again"),
        ("\x9b31mred\x9d0;title\x9cbut ž\x9ba a\x9cb", "redbut ž›a aœb"),
        ("gov\xad\nernment", "government"),
        ("nul\x00bel\x07del\x7f", "nul bel del"),
        ("one.\x00Two,\x81\x00three \x00four\x00 “\x00five\x00”", "one. Two, three four “five”"),
        ("a\u200b\x00\u200bb", "a b"),
        ("👩\u200d🚒 and 25 °C é", "👩\u200d🚒 and 25 °C é"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_a_storm_of_combining_marks_is_cut() -> None:
    assert clean("e" + "\u0301" * 5000) == "e" + "\u0301" * 8


@pytest.mark.parametrize("mark", ["\u0e47", "\u0651", "\u200d", "\ufe0f"])
def test_a_storm_in_any_script_is_cut(mark: str) -> None:
    assert clean("x" + mark * 5000 + "y") == "x" + mark * 8 + "y"


@pytest.mark.parametrize(
    ("opening", "rest"), [("\x1b", "[m"), ("\x1b]", ""), ("\x90", ""), ("\x1b[0", "")]
)
def test_a_storm_of_half_open_sequences_is_no_more_than_text(opening: str, rest: str) -> None:
    shown = clean(opening * 100_000 + rest * 100_000 + "\nthe end")
    assert "\x1b" not in shown
    assert shown.endswith("\nthe end")


def test_one_line_strings() -> None:
    assert clean_line("two\nlines \x1b[2J here ") == "two lines here"


@settings(deadline=None)
@given(HOSTILE)
def test_cleaning_is_idempotent_and_leaves_no_control(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(ord(c) < 32 and c != "\n" for c in once)
    assert not any(0x7F <= ord(c) < 0xA0 for c in once)


@settings(deadline=None)
@given(st.text(st.characters(whitelist_categories=["L", "N", "P", "S"])))
@example("a\u115fb")
def test_visible_characters_stay(text: str) -> None:
    # Hangul fillers are letters by their category, and are not to be seen
    unseen = {0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFFF0, 0xFFFC)}
    kept = "".join(c for c in text if ord(c) not in unseen)
    assert clean(text) == kept


def test_what_is_passed_as_harmless_is_what_would_stay_as_it_is() -> None:
    harmless = [chr(code) for code in range(0x10000) if HARMLESS.fullmatch(chr(code))]
    assert len(harmless) > 500
    for text in ("".join(harmless), *(character * 20 for character in harmless)):
        assert without_controls(text) == text
