"""The clippings list: in the user's order, each quote once, undone as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from tui.article.loading import article_from_text
from tui.store.clippings import Clipping, ClippingStore, clipping
from tui.store.database import Database

ARTICLE = article_from_text("Harbour to close\n\n“We go,” said Ada Falk.\n", "harbour.txt")


@pytest.fixture
def store(tmp_path: Path) -> ClippingStore:
    store = ClippingStore(Database(tmp_path / "pullquote.db"))
    for offset, words in enumerate("abc"):
        assert store.add(clipping(ARTICLE, offset, words, "Ada Falk", "mayor", told=False))
    return store


def words(store: ClippingStore) -> str:
    return "".join(clip.words for clip in store.all())


def the(store: ClippingStore, kept: str) -> Clipping:
    return next(clip for clip in store.all() if clip.words == kept)


def test_all_that_tells_where_it_is_from_is_kept(store: ClippingStore) -> None:
    first = store.all()[0]
    assert (first.speaker, first.role, first.title) == ("Ada Falk", "mayor", "Harbour to close")
    assert first.source == str(Path("harbour.txt").resolve())
    assert (first.told, first.note, first.offset) == (False, "", 0)


def test_a_quote_is_kept_once(store: ClippingStore) -> None:
    assert not store.add(clipping(ARTICLE, 1, "b", None, None, told=True))
    assert words(store) == "abc"


def test_what_is_deleted_comes_back_where_it_was(store: ClippingStore) -> None:
    deleted = the(store, "b")
    store.annotate(deleted, "a note")
    deleted = the(store, "b")
    store.delete(deleted)
    store.delete(deleted)
    assert words(store) == "ac"
    store.put_back(deleted)
    store.put_back(deleted)
    assert words(store) == "abc"
    assert the(store, "b") == deleted
    assert deleted.note == "a note"


def test_who_said_it_is_changed_and_nothing_else(store: ClippingStore) -> None:
    store.annotate(the(store, "b"), "a note")
    before = store.all()
    store.attribute(before[1].article, {1: ("Ole Brandt", None), 9: (None, None)})
    store.attribute("another article", {0: (None, None)})
    changed = replace(before[1], speaker="Ole Brandt", role=None)
    assert store.all() == (before[0], changed, before[2])


def test_the_order_is_the_users(store: ClippingStore) -> None:
    for kept, by, order in (("a", 1, "bac"), ("a", 1, "bca"), ("a", 1, "bca"), ("c", -1, "cba")):
        store.move(the(store, kept), by)
        assert words(store) == order
    deleted = the(store, "b")
    store.delete(deleted)
    store.move(deleted, 1)
    assert words(store) == "ca"
