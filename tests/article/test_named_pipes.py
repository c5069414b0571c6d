"""A named pipe is read to the end of what is written into it, and never waited for in vain."""

import contextlib
import os
import threading
from pathlib import Path

import pytest

from tui.article import named_pipes
from tui.article.loading import ArticleError, load
from tui.article.named_pipes import read_pipe


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_what_is_written_is_read_to_its_end_or_as_far_as_wanted(pipe: Path) -> None:
    said = b"It rains. " * 50_000
    for most, read in ((2**30, said), (99_999, said[:99_999])):
        writer = threading.Thread(target=write, args=(pipe, said))
        writer.start()
        assert read_pipe(pipe, most) == read
        writer.join()


def write(pipe: Path, said: bytes) -> None:
    with contextlib.suppress(BrokenPipeError):  # who reads has enough
        pipe.write_bytes(said)


def test_a_pipe_into_which_nobody_writes_is_said_to_be_one(
    pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named_pipes, "_PATIENCE", 10)
    with pytest.raises(ArticleError, match=r": nobody writes to it$"):
        load(str(pipe))
