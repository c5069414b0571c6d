"""The command as a user types it: what it prints, where, and its exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import BUSINESS, MEETING, apart, here, pullquote
from tests.conftest import SAMPLES
from tests.reader.test_library import write_letters
from tui.analysis.corrections import Correction
from tui.article.loading import load
from tui.article.model import Span
from tui.store import database
from tui.store.corrections import CorrectionsStore


def test_without_a_terminal_it_writes_a_plain_report() -> None:
    done = apart(MEETING)
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert "VOICES" in shown
    assert "Ansa Kivimaa" in shown
    assert "“A map does not tell a farmer when the water comes.”" in " ".join(shown.split())
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_is_piped_without_a_headline_is_called_so() -> None:
    done = pullquote("-", given=b"The mayor said that the harbour would close.")
    assert done.stdout.decode().splitlines()[0] == "standard input"


def test_a_folder_without_articles_is_said_and_the_others_done(tmp_path: Path) -> None:
    done = pullquote(str(tmp_path))
    assert (done.returncode, done.stdout) == (1, b"")
    said = f"pullquote: cannot read {tmp_path}: there are no articles in it "
    assert done.stderr.decode().startswith(said)
    done = pullquote(str(tmp_path), MEETING)
    assert done.returncode == 1
    assert b"VOICES" in done.stdout


def test_what_pullquote_wrote_into_a_folder_is_no_article_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“We go there,” Ada Falk said.", "utf-8")
    written = tmp_path / "falk-rask.quotes.txt"
    written.write_text("“We stay here,” Bo Rask said.", "utf-8")
    shown = pullquote(str(tmp_path)).stdout.decode()
    assert "Ada Falk" in shown
    assert "Bo Rask" not in shown
    assert "Bo Rask" in pullquote(str(written)).stdout.decode()


def test_json_is_one_document_of_schema_1() -> None:
    document = json.loads(pullquote("--format", "json", MEETING).stdout)
    assert document["schema"] == 1
    text = document["article"]["text"]
    speakers = {s["id"]: s for s in document["speakers"]}
    for quote in document["quotes"]:
        assert quote["speaker"] is None or quote["speaker"] in speakers
        assert all(0 <= s < e <= len(text) for s, e in quote["spans"])
    for speaker in speakers.values():
        for sentence in speaker["summary"]:
            start, end = sentence["span"]
            assert text[start:end] == sentence["text"]


def test_jsonl_is_a_line_an_article_and_an_unreadable_one_stops_nothing() -> None:
    done = pullquote("--format", "jsonl", MEETING, "nowhere.txt", str(SAMPLES / "court.txt"))
    assert done.returncode == 1
    titles = [json.loads(line)["article"]["title"] for line in done.stdout.splitlines()]
    assert len(titles) == 2
    assert done.stderr.decode() == "pullquote: cannot read nowhere.txt: no such file or directory\n"


def test_standard_input() -> None:
    done = apart("--format", "json", "-", given="“We go,” Ada Falk said.\n".encode())
    document = json.loads(done.stdout)
    assert [q["text"] for q in document["quotes"]] == ["“We go,”"]
    assert document["article"]["source"] == "-"


def test_what_was_corrected_is_exported(tmp_path: Path) -> None:
    before = json.loads(pullquote("--format", "json", MEETING).stdout)
    at, quote = next((i, q) for i, q in enumerate(before["quotes"]) if q["speaker"])
    was = next(s for s in before["speakers"] if s["id"] == quote["speaker"])
    spans = tuple(Span(*span) for span in quote["spans"])
    store = CorrectionsStore(load(MEETING))
    store.add(Correction(spans, "statement", was["name"], None, "Ulrike Sand", new=True))
    moved = tmp_path / "elsewhere.txt"
    moved.write_bytes(Path(MEETING).read_bytes())
    after = json.loads(pullquote("--format", "json", str(moved)).stdout)
    assert after["quotes"][at]["reason"] == "you said that this is by Ulrike Sand"
    assert after["quotes"][at]["confidence"] == 1.0
    assert after["speakers"][0]["name"] == "Ulrike Sand"
    assert after["speakers"][0]["summary"][0]["quote"] == quote["id"]
    assert after["quotes"][at + 1]["reason"] == before["quotes"][at + 1]["reason"]
    report = pullquote(MEETING).stdout.decode()
    assert "Ulrike Sand, 1 statement" in report
    assert "with 1 correction of yours" in report
    assert (before["corrections"], after["corrections"]) == (0, 1)
    beyond = (Span(len(before["article"]["text"]) - 1, len(before["article"]["text"])),)
    store.add(Correction(beyond, "statement", None, None, "Nobody", new=True))
    assert pullquote(MEETING).stderr.decode() == (
        f"pullquote: 1 of your corrections of {MEETING} no longer fits it.\n"
    )
    assert json.loads(pullquote("--format", "json", "--no-corrections", MEETING).stdout) == before


def test_a_web_page_is_read_as_the_article_in_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>“We go now,” said Ada Falk.</p></body></html>", "utf-8")
    done = pullquote(str(page))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“We go now,”" in done.stdout.decode()
    assert "<p>" not in done.stdout.decode()


def test_the_name_of_a_file_tells_its_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = {".html": "<!DOCTYPE html>", ".csv": '"', ".md": "# Five hours", ".org": "#+OPTIONS:"}
    for ending, begins in forms.items():
        out = tmp_path / f"report{ending}"
        assert here(capsys, "-o", str(out), MEETING) == (0, "", "")
        assert out.read_text(encoding="utf-8").lower().startswith(begins.lower())


def test_what_is_read_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "story.txt"
    article.write_text("“We go,” said Ada Falk.\n", "utf-8")
    status, _, said = here(capsys, "--force", "-o", str(article), str(article))
    assert (status, said) == (1, f"pullquote: cannot write {article}: it is what is read\n")
    assert article.read_text("utf-8") == "“We go,” said Ada Falk.\n"


@pytest.mark.parametrize("read", ["", "/*.txt", "/box.mbox#1", "/./box.mbox"])
def test_what_is_read_by_another_name_is_never_written_over(
    read: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, box = tmp_path / "story.txt", tmp_path / "box.mbox"
    story.write_text("“We go,” said Ada Falk.\n", "utf-8")
    write_letters(box)
    out = box if "box" in read else story
    before = out.read_bytes()
    arguments = ("--format", "text", "--force", "-o", str(out), f"{tmp_path}{read}")
    status, _, said = here(capsys, *arguments)
    assert (status, said) == (1, f"pullquote: cannot write {out}: it is what is read\n")
    assert out.read_bytes() == before


def test_a_file_beside_what_is_read_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.txt").write_text("“We go,” said Ada Falk.\n", "utf-8")
    out = tmp_path / "all.quotes.txt"
    out.write_text("old")
    assert here(capsys, "--force", "-o", str(out), str(tmp_path)) == (0, "", "")
    assert "Ada Falk" in out.read_text("utf-8")


def test_a_file_is_as_open_to_others_as_the_user_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.txt"
    before = os.umask(0o022)
    try:
        assert here(capsys, "-o", str(out), MEETING)[0] == 0
        assert out.stat().st_mode & 0o777 == 0o644
        out.chmod(0o640)
        assert here(capsys, "--force", "-o", str(out), MEETING)[0] == 0
        assert out.stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("www.paper.example/story", "an address begins with https://"),
        ("localhost:8000/a.html", "an address begins with https://"),
        ("ftp://paper.example/a", "only those of http and https are fetched"),
        ("help", "pullquote --help tells what there is"),
        ("", "no name is given"),
    ],
)
def test_what_somebody_may_have_meant_is_said(
    source: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, said = here(capsys, "--format", "text", source)
    assert status == 1
    assert hint in said
    assert source in said


def test_a_table_of_several_articles_has_one_head(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = here(capsys, "--format", "csv", MEETING, BUSINESS)
    head, *rows = out.splitlines()
    assert (status, head in rows) == (0, False)
    assert sum("ministers_meeting" in row for row in rows) > 5
    assert here(capsys, "--format", "html", MEETING, BUSINESS)[0] == 2


def test_all_that_a_pattern_fits_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"“We go,” said {name.upper()}da Falk.\n", "utf-8")
    status, out, _ = here(capsys, "--format", "jsonl", f"{tmp_path}/*.txt")
    assert (status, out.count('"schema": 1')) == (0, 2)


def test_a_text_with_tags_is_read_as_text_and_that_is_said(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Notes\n\n" + "<p>“We go <b>now</b>,” said Ada Falk.</p>\n" * 3, "utf-8")
    done = pullquote(str(text))
    assert done.returncode == 0
    assert done.stderr.decode() == (
        f"pullquote: {text}: this looks like HTML; its tags are shown as text\n"
    )


def test_a_damaged_store_is_a_line_and_the_article_is_written() -> None:
    store = CorrectionsStore(load(MEETING))
    store.add(Correction((Span(0, 9),), "statement", None, None, "Ulrike Sand", new=True))
    database.default_path().write_bytes(b"{}")
    done = pullquote("--format", "json", MEETING)
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"] == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("pullquote: What pullquote had kept was damaged: it lies in ")


def test_the_length_and_method_of_summaries(capsys: pytest.CaptureFixture[str]) -> None:
    for method in ("lead", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "reduction"):
        given = ("--format", "json", "--sentences", "2", "--summarizer", method, MEETING)
        document = json.loads(here(capsys, *given)[1])
        assert max(len(s["summary"]) for s in document["speakers"]) == 2
        assert len(document["summary"]) == 2


def test_summaries_can_be_a_share_of_what_each_voice_says() -> None:
    done = pullquote("--format", "json", "--sentences", "100%", MEETING)
    speakers = {s["name"]: s for s in json.loads(done.stdout)["speakers"]}
    assert len(speakers["Ansa Kivimaa"]["summary"]) > 5
    few = pullquote("--format", "json", "--sentences", "10%", MEETING)
    assert max(len(s["summary"]) for s in json.loads(few.stdout)["speakers"]) <= 2


def test_an_output_file_is_never_overwritten_by_chance(tmp_path: Path) -> None:
    out = tmp_path / "report.txt"
    assert pullquote("-o", str(out), MEETING).returncode == 0
    before = out.read_text(encoding="utf-8")
    assert "VOICES" in before
    refused = pullquote("-o", str(out), str(SAMPLES / "court.txt"))
    assert refused.returncode == 1
    assert b"--force" in refused.stderr
    assert out.read_text(encoding="utf-8") == before
    assert pullquote("--force", "-o", str(out), str(SAMPLES / "court.txt")).returncode == 0
    assert "Ferrars" in out.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["report.txt"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "xml", MEETING], "invalid choice"),
        (["--kind", "loud", MEETING], "'loud' is no kind: direct, mixed or indirect"),
        (["--sentences", "0", MEETING], "1 to 999"),
        (["--sentences", "0%", MEETING], "a share from 1% to 100%"),
        (["--compare", "kivimaa", "corvale", "--format", "json", MEETING], "written as text"),
        (["--format", "json", MEETING, MEETING], "these take several: text, markdown, jsonl"),
        (["-o", "report.docx", MEETING], "no form of output has files that end in .docx"),
        (["ask"], "the following arguments are required: DIR"),
        (["serve", "--port", "99999", MEETING], "a number from 0 to 65535"),
        ([], "name an article"),
    ],
)
def test_usage_errors_are_plain(arguments: list[str], words: str) -> None:
    done = pullquote(*arguments)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--help"], ["config"], ["--format", "jsonl", MEETING], ["engine"]]
)
def test_whoever_reads_may_stop_at_any_moment(arguments: list[str]) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout is not None
    running.stdout.close()
    _, said = running.communicate(b'{"id": 1, "text": "It rains."}\n', timeout=60)
    assert (running.returncode, said) == (0, b"")


def test_help_and_version() -> None:
    assert b"pullquote 0." in pullquote("--version").stdout
    assert b"See who said what in the news." in pullquote("--help").stdout
    assert b"Many articles into Parquet tables" in pullquote("corpus", "--help").stdout


def test_a_message_cannot_act_on_the_terminal() -> None:
    done = apart("a\x1b]0;owned\x07b.txt")
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr


def test_completion_is_for_the_shells_that_are_named() -> None:
    assert b"_shtab_pullquote" in pullquote("completion", "zsh").stdout
    done = pullquote("completion", "csh")
    assert done.returncode == 2
    assert b"'csh'" in done.stderr


def test_the_engine_answers_line_by_line() -> None:
    requests = [
        {"id": "a", "text": "“We go,” Ada Falk said. “Now.”"},
        {"id": "b", "text": 7},
        {"id": "a", "sentences": 1},
    ]
    done = apart("engine", given="".join(json.dumps(r) + "\n" for r in requests).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    first = [a for a in answers if a["id"] == "a" and a["done"] == 1.0]
    assert first[0]["analysis"]["speakers"][0]["name"] == "Ada Falk"
    assert [a["step"] for a in answers[:3]] == ["speakers", "entities", "done"]
    assert "error" in next(a for a in answers if a["id"] == "b")
    assert len(first[-1]["analysis"]["speakers"][0]["summary"]) == 1


def test_the_engine_corrects_without_reading_again() -> None:
    text = "“We go there now,” Ada Falk said. “It is far too late for that,” Bo Rask said."
    merge = {"spans": [[0, 18]], "scope": "voice", "was": "Ada Falk", "mention": "Ada Falk",
             "name": "Bo Rask", "new": False}  # fmt: skip
    requests = [
        {"id": "a", "text": text, "corrections": [merge]},
        {"id": "b", "sentences": 1},
        {"id": "c", "corrections": []},
        {"id": "d", "corrections": [{**merge, "scope": "all"}]},
        {"id": "e"},
    ]
    done = pullquote("engine", given="".join(json.dumps(r) + "\n" for r in requests).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    voices = {a["id"]: [s["name"] for s in a["analysis"]["speakers"]] for a in answers if
              "error" not in a}  # fmt: skip
    assert voices == {"a": ["Bo Rask"], "b": ["Bo Rask"], "c": ["Ada Falk", "Bo Rask"],
                      "e": ["Ada Falk", "Bo Rask"]}  # fmt: skip
    every = [[s["name"] for s in a["analysis"]["speakers"]] for a in answers if a["id"] == "a"]
    assert len(every) > 1
    assert every == [["Bo Rask"]] * len(every)
    whole = {a["id"]: a["analysis"] for a in answers if a.get("done") == 1.0}
    assert len(whole["a"]["speakers"][0]["summary"]) == 2
    assert len(whole["b"]["speakers"][0]["summary"]) == 1
    assert whole["a"]["quotes"][0]["reason"] == "you said that Ada Falk is Bo Rask"
    assert next(a for a in answers if a["id"] == "d")["error"] == (
        '"corrections" is not a list of corrections'
    )


def test_a_slip_of_a_verb_gets_the_verb_and_a_file_of_that_name_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = pullquote("corpsu", "news", "-o", "tables")
    told = b"pullquote: there is no file and no command 'corpsu': pullquote corpus?\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", told)
    assert not [*tmp_path.iterdir()]
    assert b"no command" not in pullquote("nothing").stderr
    (tmp_path / "serv").write_text("It rains,” she said.", encoding="utf-8")
    assert pullquote("serv").returncode == 0


def test_a_folder_whose_name_is_no_text_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "caf\udce9").mkdir()
    (tmp_path / "caf\udce9" / "a.txt").write_text("Rain\n\n“It rains,” said Ada Falk.\n")
    monkeypatch.chdir(tmp_path / "caf\udce9")
    done = pullquote("--format", "text", "a.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "“It rains,”" in done.stdout.decode()
