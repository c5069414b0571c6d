"""The encoder is alone with the article: it leaves nothing behind and tells nobody."""

import os
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tui.analysis.encoder import Encoder
from tui.analysis.stretches import stretches
from tui.analysis.tagger import tag
from tui.article.loading import load


def test_it_leaves_nothing_in_the_user_s_folders(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    code = "from tui.analysis.encoder import encoder; encoder()"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **home})
    assert list(tmp_path.rglob("*")) == []


def test_nothing_of_what_is_read_is_reported() -> None:
    code = (
        "import os; from tui.analysis.encoder import encoder; encoder();"
        "print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_one_thread_where_it_is_told_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    with as_file(files("tui.analysis") / "weights") as folder:
        alone, several = Encoder(folder), Encoder(folder, 2)
    assert (alone.threads, several.threads) == (1, 2)
    article = load(str(SAMPLES / "council.txt"))
    (whole,) = stretches(article)
    assert repr(tag(article, whole, alone)) == repr(tag(article, whole, several))
