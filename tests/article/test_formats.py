"""Each kind has a reader; what one lacks or fails at is told in a sentence."""

import sys
from importlib import import_module

import pytest

import tui.article
from tui.article import formats


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> object:
        raise ModuleNotFoundError(name="pdfminer")

    monkeypatch.setattr(formats, "import_module", absent)
    with pytest.raises(ValueError) as told:  # noqa: PT011 -- its text is looked at
        formats.read("pdf", b"")
    assert str(told.value) == (
        f"PDF files need one more package: {sys.executable} -m pip install 'pullquote[pdf]'"
    )
    with pytest.raises(ValueError, match=r"^web pages need one more package"):
        formats.read("html", b"")
    with pytest.raises(ModuleNotFoundError):
        formats.read("word", b"")


def test_whatever_goes_wrong_in_a_reader_is_told_in_a_sentence() -> None:
    def fail(error: Exception) -> object:
        raise error

    with pytest.raises(ValueError, match=r"^it is damaged, or of an odd kind \(KeyError\)$"):
        formats.within_reason(lambda: fail(KeyError("x")))
    with pytest.raises(ValueError, match=r"^it is so$"):
        formats.within_reason(lambda: fail(ValueError("it is so")))


def test_the_public_names_are_there_once_they_are_asked_for() -> None:
    for name in tui.article.__all__:
        room = "model" if name in ("Article", "Block", "Span") else "loading"
        made = tui.article.__getattr__(name)
        assert made is getattr(import_module(f"tui.article.{room}"), name)
    with pytest.raises(AttributeError, match=r"^module 'tui.article' has no attribute 'x'$"):
        tui.article.__getattr__("x")
