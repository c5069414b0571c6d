"""Runs in real processes: whatever is killed, the tables are those of a run that nothing disturbed.

A run in processes of its own takes seconds to start: there are as few as the promises need.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from distributed import LocalCluster

from tests.corpus.stories import rows, story, tables, written
from tests.faults.held_terminal import ROOT, HeldTerminal, children_of, gone, needs_proc
from tui.cli import main
from tui.corpus import parts
from tui.corpus.engine_name import engine_name
from tui.corpus.ledger import Ledger
from tui.corpus.linking import link
from tui.corpus.planning import Counts, planned_parts
from tui.corpus.reading import read_part
from tui.corpus.sources import records

pytestmark = needs_proc
COUNT = 40
PATIENCE = 180.0
"""On a busy machine it takes a while until processes have begun."""


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles, with a copy of one and a file that is none."""
    folder = written(tmp_path_factory.mktemp("sources") / "news", range(COUNT))
    (folder / "0012a.txt").write_text(story(3), encoding="utf-8")
    (folder / "0020a.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    return folder


@pytest.fixture(scope="module")
def undisturbed(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the same articles, read in this process, a part after the other."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with Ledger(folder) as ledger:
        for part in planned_parts(records([str(news)]), ledger, Counts()):
            parts.write(folder, part.number, read_part(part, engine_name()).tables)
    link(folder, engine_name())
    return folder


def files(folder: Path) -> int:
    return len([*folder.glob("articles/part-*.parquet")])


def readers(client: int) -> list[int]:
    """The processes of a run that read."""
    told = {c: Path(f"/proc/{c}/cmdline").read_bytes() for c in children_of(client)}
    return [child for child, line in told.items() if b"spawn_main" in line]


def heard_at(*processes: int) -> set[str]:
    """The addresses at which some processes listen."""
    found = (psutil.Process(process).net_connections() for process in processes)
    return {one.laddr.ip for each in found for one in each if one.status == psutil.CONN_LISTEN}


def waited(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "in vain"
        time.sleep(0.02)


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def scheduler(port: int) -> LocalCluster:
    """A cluster that is there already, its worker a thread of this process."""
    return LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, scheduler_port=port,
        dashboard_address=None, host="127.0.0.1", silence_logs=100, protocol="tcp://",
    )  # fmt: skip


@pytest.fixture
def clusters(port: int) -> Iterator[list[LocalCluster]]:
    """The clusters that are made at a port; the first is there."""
    made = [scheduler(port)]
    yield made
    made[-1].close()


@pytest.mark.usefixtures("clusters")
def test_killed_stopped_and_begun_again(
    news: Path, undisturbed: Path, port: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command = (sys.executable, "-m", "tui", "corpus", str(news), "-o", str(out))
    alone = (*command, "--processes", "1")
    with HeldTerminal(*alone, columns=100) as first:

        def shown(condition: Callable[[], bool]) -> None:
            """Read what is shown until a condition holds."""
            waited(lambda: (first.read(0.02), condition())[1])

        shown(lambda: files(out) >= 1)
        (reader,) = readers(first.process.pid)
        assert heard_at(first.process.pid, reader) == {"127.0.0.1"}
        os.kill(reader, signal.SIGKILL)
        shown(lambda: readers(first.process.pid) not in ([], [reader]))
        before = files(out)
        shown(lambda: files(out) > before)
        (reader,) = readers(first.process.pid)
        first.press("\x03")
        shown(lambda: first.process.poll() is not None)
        assert first.end() == 130
        assert gone(reader)
        assert first.given_back
    said = first.written.decode()
    assert "articles" in said
    assert "words a second" in said
    assert "read now: the same command goes on from there" in said
    assert "Traceback" not in said
    assert "distributed" not in said

    second = subprocess.Popen(alone, cwd=ROOT, stderr=subprocess.PIPE)
    before = files(out)
    waited(lambda: files(out) > before)
    (reader,) = readers(second.pid)
    second.kill()
    said = second.communicate()[1].decode()
    assert all(line.startswith("pullquote: ") for line in said.splitlines())
    assert gone(reader)

    # what was begun here goes on anywhere
    address = f"tcp://127.0.0.1:{port}"
    assert main([*command[3:], "--scheduler", address]) == 0
    said = capsys.readouterr().err
    assert all(line.startswith("pullquote: ") for line in said.splitlines())
    assert " were read before" in said.splitlines()[-1]
    assert tables(out).keys() == tables(undisturbed).keys()
    assert all(tables(out)[path].equals(table) for path, table in tables(undisturbed).items())
    assert sorted(path.name for path in out.iterdir()) == [
        "articles", "corpus.json", "duplicates", "entities", "errors", "people", "quotes",
        "run.sqlite", "speakers",
    ]  # fmt: skip
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("clusters")
def test_what_cannot_be_read_is_named_and_a_run_of_nothing_leaves_nothing(
    port: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = {path.name for path in tmp_path.iterdir()}
    bad = tmp_path / "bad"
    bad.mkdir()
    for number in range(10):
        (bad / f"{number}.txt").write_text(" " * number, encoding="utf-8")
    out = tmp_path / "new" / "out"
    command = ["corpus", "--scheduler", f"tcp://127.0.0.1:{port}", "-o", str(out)]
    assert main([*command, str(bad), str(tmp_path / "gone.txt")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == f"pullquote: cannot read {tmp_path / 'gone.txt'}: no such file or directory"
    assert said[1].startswith(f"pullquote: cannot read {bad / '0.txt'}: ")
    assert len(said) == 11
    assert said[-2] == "pullquote: and 3 sources more cannot be read"
    assert said[-1].startswith("pullquote: nothing could be read: 0 articles, 0 quotes, 11 errors,")
    assert {path.name for path in tmp_path.iterdir()} == there | {"bad"}
    out.mkdir(parents=True)
    assert main([*command, str(bad / "0.txt")]) == 1
    assert "(see" not in capsys.readouterr().err
    assert not [*out.iterdir()]

    (bad / "good.txt").write_text(story(1), encoding="utf-8")
    assert main([*command, str(bad / "good.txt"), str(bad / "0.txt")]) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"pullquote: cannot read {bad / '0.txt'}: ")
    assert f"1 error (see {out / 'errors'})" in said[1]
    assert len(said) == 2
    assert main([*command, str(bad / "1.txt")]) == 1
    assert rows(out, "articles")  # what an earlier run has read stays


def test_a_scheduler_that_is_lost_and_comes_back(
    news: Path,
    undisturbed: Path,
    port: int,
    clusters: list[LocalCluster],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"

    def disturb() -> None:
        waited(lambda: files(out) >= 2)
        clusters[0].close()
        clusters.append(scheduler(port))

    disturbing = threading.Thread(target=disturb)
    disturbing.start()
    address = f"tcp://127.0.0.1:{port}"
    status = main(["corpus", str(news), "-o", str(out), "--scheduler", address])
    disturbing.join()
    said = capsys.readouterr().err
    assert status == 0
    assert f"the scheduler at {address} is lost: waiting for it" in said
    assert f"the scheduler at {address} is there again" in said
    assert f"{COUNT} articles" in said
    assert "1 error (see" in said
    assert "1 duplicate in" in said
    assert all(tables(out)[path].equals(table) for path, table in tables(undisturbed).items())
    assert [row["source"] for row in rows(out, "duplicates")] == [str(news / "0012a.txt")]

    assert main(["corpus", str(news), "-o", str(out)]) == 0
    assert capsys.readouterr().err.endswith(f"; {COUNT + 1} were read before\n")
