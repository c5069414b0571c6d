"""The corpora that were opened: the latest first, and not more than so many."""

from pathlib import Path

from tui.store.corpora import MOST_CORPORA, CorpusStore
from tui.store.database import Database


def test_the_latest_is_first_and_none_is_twice(tmp_path: Path) -> None:
    store = CorpusStore(Database(tmp_path / "pullquote.db"))
    assert store.latest() == ()
    for name in ("one", "two", "one"):
        store.opened(tmp_path / name)
    assert [folder.name for folder in store.latest()] == ["one", "two"]
    for number in range(MOST_CORPORA):
        store.opened(tmp_path / str(number))
    assert len(store.latest()) == MOST_CORPORA
    assert store.latest()[0] == tmp_path / str(MOST_CORPORA - 1)


def test_a_folder_whose_name_is_no_text_is_not_remembered(tmp_path: Path) -> None:
    store = CorpusStore(Database(tmp_path / "pullquote.db"))
    store.opened(tmp_path / "caf\udce9")
    assert store.latest() == ()
