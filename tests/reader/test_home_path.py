"""A path with ~ for the home folder."""

from pathlib import Path

from tui.reader.home_path import from_home


def test_home_is_a_tilde_and_all_else_stays() -> None:
    home = Path.home()
    assert from_home(str(home / "press" / "a.txt")) == str(Path("~") / "press" / "a.txt")
    assert from_home(f"{home}-of-another/a.txt") == f"{home}-of-another/a.txt"
    assert from_home(f"https://example.org{home}/a") == f"https://example.org{home}/a"
