"""Line ends that a writer forced part blocks, or only words."""

import pytest

from tui.article.forced_breaks import broken, cells_line


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo", ["one two"]), ("one\n\ntwo", ["one", "two"]),
        ("one\n \n\ntwo", ["one", "two"]),
        ("\n\none", ["one"]), ("one\n", ["one"]), ("", []), ("\n", []),
        ("It was.\nand", ["It was.", "and"]),
        ("“It was.”\nand", ["“It was.”", "and"]), ("It was:\nand", ["It was:", "and"]),
        ("One\nTwo", ["One", "Two"]), ("One,\nTwo", ["One, Two"]), ("One –\nTwo", ["One – Two"]),
        ("One\n“Two", ["One", "“Two"]), ("One\n“two", ["One “two"]), ("One\n12", ["One", "12"]),
        ("x" * 59 + "\nTwo", ["x" * 59, "Two"]), ("x" * 60 + "\nTwo", ["x" * 60 + " Two"]),
        ("One\n\ntwo\nthree", ["One", "two three"]),
    ],
)  # fmt: skip
def test_which_forced_line_ends_part_blocks(text: str, blocks: list[str]) -> None:
    assert broken(text) == blocks


def test_a_row_of_cells_is_one_line() -> None:
    assert cells_line(["a\n b", " ", "c"]) == "a b | c"
