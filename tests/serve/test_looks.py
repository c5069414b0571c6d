"""The colours around the reader."""

from textual.theme import BUILTIN_THEMES

from tui.reader.themed_app import READING_LIGHT
from tui.serve.looks import looks, settled_looks
from tui.settings import load, save


def test_a_page_has_the_colours_of_the_theme() -> None:
    made = looks(READING_LIGHT)
    assert (made.dark, made.ground, made.words) == (False, "#FAF6EC", "#2B2A27")


def test_every_theme_has_colours() -> None:
    for theme in BUILTIN_THEMES.values():
        made = looks(theme)
        assert made.dark is theme.dark
        assert all(len(c) == 7 and c.startswith("#") for c in (made.ground, made.words, made.key))


def test_the_first_colours_are_those_of_the_settings() -> None:
    assert settled_looks().dark
    save(load(), "theme", "pullquote-light")
    assert settled_looks() == looks(READING_LIGHT)
