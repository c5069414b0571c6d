"""Nothing of the user's is lost: killed writers, two at once, damaged files, odd clocks."""

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.held_terminal import MEETING, ROOT
from tests.faults.killed_writers import ARTICLE
from tui import settings
from tui.analysis.corrections import Correction
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.kept_files import whole_file, write_atomically
from tui.store import articles
from tui.store.articles import ArticleStore, Place
from tui.store.clippings import ClippingStore, clipping
from tui.store.corrections import CorrectionsStore
from tui.store.database import Database, StoreError

MADE = Correction((Span(0, 7),), "statement", None, None, "Bo Rask", new=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its writers")
def test_what_was_kept_outlives_killed_writers_and_two_at_once() -> None:
    command = ["-m", "tests.faults.killed_writers", "--rounds", "40", "--seed", "1"]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "40 rounds, 0 losses\n", done.stderr
    assert done.returncode == 0


def test_a_database_that_is_damaged_anywhere_is_a_sentence_or_works(tmp_path: Path) -> None:
    """Nothing but a StoreError is ever raised, and what cannot be read lies beside the new one."""
    sound = Database(tmp_path / "sound.db")
    _use(sound)
    content = sound.path.read_bytes()
    dice = random.Random(3)
    for number in range(60):
        damaged = bytearray(content[: dice.choice([len(content), dice.randrange(len(content))])])
        for _ in range(dice.choice([1, 10, 200])):
            if damaged:
                damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        database = Database(tmp_path / f"{number}" / "pullquote.db")
        database.path.parent.mkdir()
        database.path.write_bytes(damaged)
        for _ in range(2):
            with suppress(StoreError):  # a sentence; anything else is none
                _use(database)
        for aside in database.path.parent.glob("*.damaged-1"):
            assert aside.stat().st_size >= len(damaged) - len(damaged) % 4096


def _use(database: Database) -> None:
    store = CorrectionsStore(ARTICLE, database)
    store.add(MADE)
    ArticleStore(database).opened(ARTICLE)
    ArticleStore(database).left(ARTICLE, Place(3, 3, 0.5))
    ArticleStore(database).latest(20)
    ClippingStore(database).add(clipping(ARTICLE, 9, "words", "Ada Falk", None, told=False))
    ClippingStore(database).all()


@pytest.mark.parametrize("jump", [-1e9, 1e9], ids=["set back", "set forward"])
def test_a_clock_that_jumps_changes_no_order_and_loses_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jump: float
) -> None:
    monkeypatch.setattr(articles, "MOST_ARTICLES", 3)
    store = ArticleStore(Database(tmp_path / "pullquote.db"))
    now = 2e9
    monkeypatch.setattr("time.time", lambda: now)
    for number in range(8):
        now += jump / 8
        article = article_from_text(f"Text {number}.", f"{number}.txt")
        assert store.opened(article) == Place(0, None, 0)
        store.left(article, Place(number, None, 0.5))
        assert store.opened(article).offset == number
        assert Path(store.latest(2)[0].source).name == f"{number}.txt"


@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_what_is_kept_is_private_and_what_is_exported_is_as_the_user_has_it(
    tmp_path: Path, umask: int
) -> None:
    homes = {f"XDG_{n}_HOME": str(tmp_path / "deep" / n) for n in ("CONFIG", "DATA", "CACHE")}
    code = (
        "import os, sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from tests.faults.killed_writers import *\n"
        f"os.umask({umask})\n"
        "settings.save(settings.load(), 'theme', 'nord')\n"
        "ArticleStore().opened(ARTICLE)\n"
        "kept_pages.keep_page('x', Kept(Answer(200, {}, b'x', False), datetime.now(UTC)))\n"
        "write_new_file(Path(sys.argv[1]) / 'export.txt', 'words')\n"
        "from tui.cli import main\n"
        "main(['-o', sys.argv[1] + '/report.csv', sys.argv[2]])\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path), MEETING]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **homes}, check=True)
    kept = [*(tmp_path / "deep").rglob("*")]
    assert {path.name for path in kept} >= {"settings.toml", "pullquote.db", "pages"}
    assert [path for path in kept if path.stat().st_mode & 0o077] == []
    for name in ("export.txt", "report.csv"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o666 & ~umask


def test_settings_behind_a_link_stay_there_with_all_that_is_in_them(tmp_path: Path) -> None:
    own = tmp_path / "dotfiles" / "settings.toml"
    own.parent.mkdir()
    before = '\ufeff# mine\r\ntheme = "nord"\t# "calm"\r\n\r\n[keys]\r\nwhy = "z"  # why\r\n'
    own.write_bytes(before.encode())
    link = tmp_path / "settings.toml"
    link.symlink_to(own)
    settings.save(settings.load(link), "theme", "gruvbox")
    assert link.is_symlink()
    assert own.read_bytes() == before.replace("nord", "gruvbox").encode()


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    link = tmp_path / "settings.toml"
    link.symlink_to("/dev/null")
    with pytest.raises(OSError, match="no file that can be written over"):
        write_atomically(link, "words")
    assert Path("/dev/null").is_char_device()
    assert link.is_symlink()


def test_an_export_that_fails_leaves_nothing_and_one_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    with pytest.raises(UnicodeEncodeError), whole_file(path, over=False) as file:
        file.write("half" * 5000 + "\udce9")
    assert [*tmp_path.iterdir()] == []
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    with pytest.raises(FileExistsError), whole_file(path, over=False) as file:
        file.write("new")
    assert path.read_text(encoding="utf-8") == "old"
    with whole_file(path, over=True) as file:
        file.write("new")
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_a_report_can_go_to_a_device() -> None:
    command = [sys.executable, "-m", "tui", "-o", "/dev/stdout", "--format", "csv", MEETING]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kivimaa" in done.stdout
