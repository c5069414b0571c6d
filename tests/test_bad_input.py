"""Bad input is an article or one clear line, and acts on nothing; in the size that tests have time
for. `make hostile` does the same at full size, and in the reader.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.bad_documents import rss
from tests.bad_input import CORPUS, BadInput
from tests.bad_pages import ACTING, TITLE
from tests.bad_text import ESCAPES, MARK, NAMES, SENTENCE, STRANGE, VOICE, article
from tests.command import MEETING, pullquote
from tests.sequences import foreign
from tests.terminal_session import pullquote as pullquote_in_a_terminal
from tui.analysis import pipeline
from tui.analysis.model import Analysis
from tui.article.loading import ArticleError, article_from_bytes
from tui.article.model import Article

SCALE: Final = 0.0005
SLOW: Final = ("200 MB of text", "a book of 100,000 files")
FAST: Final = [case for case in CORPUS if case.name not in SLOW]
ACTS: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff]"
)


def texts(found: object) -> list[str]:
    """All texts of a document."""
    if isinstance(found, dict):
        return [text for value in found.values() for text in texts(value)]
    if isinstance(found, list):
        return [text for value in found for text in texts(value)]
    return [found] if isinstance(found, str) else []


def failing(case: BadInput, form: str, status: int, out: str, said: str) -> str:
    """What is wrong with what the command wrote of a case, and said; or nothing."""
    refused = [line for line in said.splitlines() if line.startswith("pullquote: cannot read ")]
    if ACTS.search(out) or ACTS.search(said):
        return "what it writes can act"
    if not all(line.startswith("pullquote: ") for line in said.splitlines()):
        return f"it says {said.splitlines()[-1][:200]}"
    if status != (1 if refused else 0):
        return f"exit status {status}"
    if case.said is None and VOICE not in out:
        return f"the article is not there: {said[:200]}"
    if case.said and (out or len(refused) != 1 or case.said not in refused[0]):
        return f"it is not said that {case.said}: {said[:200]}"
    if not out and not refused:
        return "neither an article nor a line"
    if form == "jsonl":
        for line in out.splitlines():
            document = json.loads(line)
            if any(ACTS.search(text) for text in texts(document)):
                return "a text of the document can act"
    return ""


@pytest.fixture
def analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is analysed for the first form that it is written in, and for all others."""
    found: list[tuple[Article, Analysis]] = []
    really = pipeline.analyse

    def analyse(article: Article, *options: object) -> Analysis:
        for known, analysis in found:
            if (known.text, known.blocks) == (article.text, article.blocks):
                return analysis
        found.append((article, really(article)))
        return found[-1][1]

    monkeypatch.setattr("tui.analysis.pipeline.analyse", analyse)


@pytest.mark.usefixtures("analysed_once")
@pytest.mark.parametrize("case", FAST, ids=lambda case: case.name)
def test_bad_input_is_an_article_or_a_clear_line(
    case: BadInput, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.article.named_pipes._PATIENCE", 50)
    for form in "text", "jsonl":
        folder = tmp_path / form
        folder.mkdir()
        monkeypatch.chdir(folder)
        done = pullquote("--format", form, "--", case.make(folder, SCALE))
        out, said = done.stdout.decode(), done.stderr.decode()
        assert failing(case, form, done.returncode, out, said) == ""


def test_in_the_reader_nothing_of_bad_input_acts_on_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    texts = {"a.txt": ACTING, "b.txt": STRANGE["markup of Textual"], "c.txt": TITLE}
    names = [NAMES[f"a name with {what}"] for what in ("an escape sequence", "line ends", "markup")]
    for name in (*texts, *names):
        (folder / name).write_text(article(f"file {name[:1]}", texts.get(name, "")), "utf-8")
    with pullquote_in_a_terminal(str(folder), rows=30, columns=100) as session:
        shown = sorted((*texts, *names))
        session.wait_for("6 articles")
        session.press("\r")
        for name in shown:
            session.wait_for(f"Case of file {name[:1]}")
            session.wait_for(VOICE)
            session.press("]")
        session.press("q")
        session.wait_for_end()
        assert foreign(session.output) == ""
        assert "Traceback" not in session.output


@pytest.mark.parametrize("name", ["a feed with odd titles", "a book with chapters called oddly"])
def test_a_list_of_odd_titles_acts_on_nothing(name: str, tmp_path: Path) -> None:
    (case,) = (case for case in CORPUS if case.name == name)
    with pullquote_in_a_terminal(case.make(tmp_path, SCALE), rows=30, columns=100) as session:
        session.wait_for("[@click=app.quit]x[/oops]")
        session.press("q")
        assert session.wait_for_end() == 0
        assert foreign(session.output) == ""


def test_what_is_piped_and_what_is_pasted_acts_on_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = article("a pipe", ACTING)
    (tmp_path / "text").write_text(text, "utf-8")
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\ncat '{tmp_path}/text'\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    for done in (pullquote("-", given=text.encode()), pullquote("--clipboard")):
        assert (done.returncode, done.stderr) == (0, b"")
        assert VOICE in done.stdout.decode()
        assert not ACTS.search(done.stdout.decode())


def test_an_option_that_there_is_not_acts_on_nothing() -> None:
    done = pullquote(f"--{ESCAPES['a reset']}\x1b]0;{MARK}\x07x")
    assert done.returncode == 2
    assert b"unrecognized arguments" in done.stderr
    assert not ACTS.search(done.stderr.decode())


def test_a_device_can_be_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(SENTENCE, "utf-8")
    assert pullquote("-o", "/dev/null", str(text)).returncode == 0
    done = pullquote("-o", "/dev/full", "--force", str(text))
    assert done.returncode == 1
    assert done.stderr.decode() == "pullquote: cannot write /dev/full: No space left on device\n"
    assert all(Path(f"/dev/{name}").is_char_device() for name in ("null", "full"))


@pytest.mark.parametrize("given", [[MEETING], ["config"], ["completion", "bash"], []])
def test_an_output_that_is_closed_is_told_in_a_line(given: list[str]) -> None:
    shell = ["sh", "-c", 'exec "$0" -m tui "$@" >&-', sys.executable]
    done = subprocess.run([*shell, *given], capture_output=True, text=True, check=False)
    told = "cannot write standard output: not writable"
    usage = "name an article, or - to read one from a pipe"
    assert (done.returncode, done.stderr) == (
        (1, f"pullquote: {told}\n") if given else (2, f"pullquote: {usage}\n")
    )


def test_a_file_is_written_though_the_output_is_closed(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    shell = ["sh", "-c", 'exec "$0" -m tui "$@" >&-', sys.executable]
    done = subprocess.run([*shell, MEETING, "-o", out], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "VOICES" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", [["config"], ["completion", "bash"]])
def test_a_full_disk_is_told_in_a_line(verb: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *verb],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "pullquote: cannot write standard output: No space left on device\n"


def test_a_text_that_nobody_could_read_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.loading._LARGEST_TEXT", 2**20)
    with pytest.raises(ArticleError, match="it is text, and larger than 1 MB"):
        article_from_bytes(SENTENCE.encode() * 20_000, "a.txt")


def test_a_feed_that_leads_to_one_article_has_it_fetched_by_nobody(tmp_path: Path) -> None:
    feed = tmp_path / "a.rss"
    link = "http://192.0.2.1/article"
    feed.write_text(rss(f"<title>The ferry</title><link>{link}</link>"), "utf-8")
    done = pullquote(str(feed))
    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"pullquote: cannot read {link}: the feed only leads to it: name it to have it fetched\n"
    )
