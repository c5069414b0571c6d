"""Files and folders that are called like one of the command's verbs."""

from pathlib import Path

import pytest

from tests.command import pullquote


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [["corpus"], ["corpus", "a.txt"], ["corpus", "-", "-o", "b"]])
def test_a_verb_that_is_used_wrongly_tells_how_the_folder_is_opened(
    here: Path, arguments: list[str]
) -> None:
    hint = b"pullquote: there is also a folder corpus here: pullquote ./corpus opens it\n"
    done = pullquote(*arguments)
    assert done.returncode == 2
    assert b"opens it" not in done.stderr
    (here / "corpus").mkdir()
    done = pullquote(*arguments)
    assert done.returncode == 2
    assert done.stderr.endswith(hint)
    (here / "corpus" / "a.txt").write_text("“It rains,” said Ada Falk.\n", encoding="utf-8")
    assert b"Ada Falk" in pullquote("./corpus").stdout


def test_a_verb_that_is_used_rightly_says_nothing_of_a_file(here: Path) -> None:
    for name in ("config", "ask"):
        (here / name).write_text("“It rains,” said Ada Falk.\n", encoding="utf-8")
    assert b"opens it" not in pullquote("config").stderr
    assert b"opens it" not in pullquote("ask", "--help").stderr
    assert b"a file ask here: pullquote ./ask opens it" in pullquote("ask").stderr
    assert b"Ada Falk" in pullquote("./ask").stdout
