"""`pullquote ask` as a user types it: what it prints, where, and its exit status."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.command import pullquote
from tests.corpus.asked_tables import (
    COUSIN,
    FISHER,
    MAYOR,
    PARTS,
    Said,
    Story,
    person_id,
    write_corpus,
)
from tui.corpus.answer_text import counts_text, labels_of
from tui.corpus.question import Count, Person
from tui.corpus.question_words import QuestionError, first_day, last_day, line_of, wish_of
from tui.corpus.who_is_meant import asked_one_by_one


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_corpus(tmp_path_factory.mktemp("corpora") / "news", PARTS))


def asked(corpus: str, *arguments: str) -> str:
    done = pullquote("ask", corpus, *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def refused(corpus: str, *arguments: str) -> tuple[int, str]:
    done = pullquote("ask", corpus, *arguments)
    assert done.stdout == b""
    return done.returncode, done.stderr.decode()


def test_statements_are_told_with_who_how_and_where(corpus: str) -> None:
    assert asked(corpus, "crown") == (
        "1 statement; 2021.\n\n"
        "1. Ada Falkmere, mayor of Ostrand (indirect: denied)\n"
        "   that nobody’s café would lose a crown\n"
        "   Harbour to close, 03 May 2021; https://www.paper.example/2021/harbour\n"
    )
    assert max(map(len, asked(corpus).splitlines())) <= 80
    assert asked(corpus, "no such words") == (
        "No statements found. What means the like: '~no such words'\n"
    )


def test_options_stand_before_between_and_after_words(corpus: str) -> None:
    for arguments in (
        ("--since", "2021", "harbour"),
        ("harbour", "--since", "2021", "ostrand"),
        ("harbour", "since:2021-05", "least"),
    ):
        assert "1 statement; 2021" in asked(corpus, *arguments)
    left_out = "1 statement; 2021; 1 statement without a date is left out."
    assert left_out in asked(corpus, "harbour", "--until", "2021")
    assert "least bad" in asked(corpus, '"least bad" speaker:"ada falkmere" kind:direct')


def test_markdown_and_counts(corpus: str) -> None:
    assert asked(corpus, "crown", "--format", "markdown") == (
        "1 statement; 2021.\n\n"
        "> that nobody’s café would lose a crown\n\n"
        "— reported speech of **Ada Falkmere**, mayor of Ostrand (denied), in *Harbour to close*,"
        " 03 May 2021, https://www.paper.example/2021/harbour\n"
    )
    counts = asked(corpus, "--by", "speaker")
    assert counts.splitlines()[0] == f"{MAYOR}   3  {'█' * 20}"
    assert "(unknown)" in counts
    assert "| 2021 | 3 | 1 |" in asked(corpus, "--by", "year", "--format", "markdown")


def test_for_programs_all_is_told_also_what_is_doubtful(corpus: str) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(corpus, "--format", "csv"), newline="")))
    assert len(rows) == 8
    assert {row["certainty"] for row in rows} >= {"sure", "doubtful"}
    lines = [json.loads(line) for line in asked(corpus, "--format", "jsonl").splitlines()]
    assert [line["text"] for line in lines] == [row["text"] for row in rows]
    document = json.loads(asked(corpus, "harbour", "--format", "json", "--limit", "1"))
    assert (document["total"], len(document["statements"])) == (2, 1)
    assert document["question"]["words"] == "harbour"
    assert json.loads(asked(corpus, "--by", "kind", "--format", "json"))[0]["statements"] == 6


def test_a_name_of_several_lists_them(corpus: str) -> None:
    status, said = refused(corpus, "--speaker", "falkmere")
    assert status == 1
    assert said.splitlines() == [
        "pullquote: “falkmere” may be several; one of them is asked for by",
        f'  speaker:"{MAYOR}"   mayor of Ostrand, 3 statements',
        f'  speaker:"{COUSIN}"  1 statement',
    ]
    assert "ferry" in asked(corpus, f"speaker:{COUSIN}")
    assert "ferry" in asked(corpus, "--speaker", person_id(COUSIN))
    assert refused(corpus, "--speaker", "xerxes") == (
        1, f"pullquote: nobody in {corpus} is called “xerxes”\n"
    )  # fmt: skip


def test_the_only_person_of_a_name_is_meant_and_no_pair_body_or_hyphenated_name(
    tmp_path: Path,
) -> None:
    names = (
        "Orla Brannock", "Brannock Developments", "Tom and Ada Brannock", "a friend of Brannock",
        "Bo Brannock-Falk", "Piet Dunmoor", "Ann Dunmoor", "Dunmoor & Sons", "Elder Dunmoor",
    )  # fmt: skip
    said = [Said(name, f"It is what {name} wants.") for name in names]
    kinds = {"Brannock Developments": "organization", "Dunmoor & Sons": "organization"}
    folder = write_corpus(tmp_path / "news", [[Story("e" * 32, "Land sold", said)]], kinds=kinds)
    assert "1. Orla Brannock (direct: said)" in asked(str(folder), "speaker:brannock")
    assert "1. Brannock Dev" in asked(str(folder), "speaker:brannock developments")
    status, told = refused(str(folder), "speaker:dunmoor")
    assert status == 1
    assert [line.split('"')[1] for line in told.splitlines()[1:]] == [
        "Ann Dunmoor", "Elder Dunmoor", "Piet Dunmoor", "Dunmoor & Sons",
    ]  # fmt: skip


def test_of_who_has_the_same_name_each_is_told_by_an_id() -> None:
    one = Person("p01", "Ada Falk", (), "person", ("mayor",), 1, 3, 9, None, None)
    people = (one, replace(one, id="p02", roles=(), quotes=1), replace(one, name='Bo "x" Falk'))
    assert asked_one_by_one(people) == (
        "speaker:p01  Ada Falk, mayor, 3 statements",
        "speaker:p02  Ada Falk, 1 statement",
        'speaker:p01  Bo "x" Falk, mayor, 3 statements',
    )
    assert asked_one_by_one(()) == ()


def test_a_misspelt_name_gets_the_nearest_ones(corpus: str) -> None:
    status, said = refused(corpus, "speaker:Oduja")
    assert (status, said) == (
        1, f"pullquote: nobody in {corpus} is called “Oduja”; nearest: {FISHER}\n"
    )  # fmt: skip
    said = refused(corpus, "speaker:adda falkmer")[1]
    assert f"nearest: {MAYOR}" in said


def test_a_value_with_spaces_is_one_value_though_the_shell_takes_its_marks(corpus: str) -> None:
    marked = asked(corpus, 'speaker:"ada falkmere" harbour')
    assert asked(corpus, "speaker:ada falkmere", "harbour") == marked
    assert "least bad" in marked
    assert "2 statements" in asked(corpus, "kind:direct", "speaker:Ada Falkmere")


def test_who_is_not_known_is_asked_for_as_it_is_counted(corpus: str) -> None:
    assert "(unknown)" in asked(corpus, "--by", "speaker")
    for arguments in (["speaker:(unknown)"], ["--speaker", "(unknown)"], ["speaker:Unknown"]):
        told = asked(corpus, *arguments)
        assert told.startswith("1 statement; 2022.")
        assert "Ports are for boats." in told


def test_a_key_that_is_none_is_refused_and_in_marks_it_is_words(corpus: str) -> None:
    status, said = refused(corpus, "speakr:falkmere")
    assert (status, said.count("\n")) == (2, 1)
    assert "there is no key speakr: (nearest: speaker:)" in said
    assert "speaker:, entity:, since:, until:, kind: and source:" in said
    assert refused(corpus, "by:speaker")[0] == 2
    assert asked(corpus, '"speakr:falkmere"').startswith("No statements found.")
    for words in ("10:30", "https://paper.example/a", "mailto:ada@paper.example", "said: no"):
        assert asked(corpus, words).startswith("No statements found.")


def test_what_is_meant_is_one_question_however_it_is_asked(corpus: str) -> None:
    like = asked(corpus, "--like", "the ferry goes", "--limit", "2")
    assert asked(corpus, "~the ferry goes", "--limit", "2") == like
    assert asked(corpus, "~the", "ferry", "goes", "--limit", "2") == like
    first, _, third = like.splitlines()[:3]
    # all of a small corpus are shown, and so these are no "nearest of"
    assert first.startswith("7 statements, these are 2; 2021 to 2022")
    assert re.search(r"\(direct: said; closeness 0\.\d\d\)$", third)
    newest = asked(corpus, "~ferry", "--order", "newest")
    assert newest.index("Budget passed") < newest.index("Harbour to close")
    assert refused(corpus, "~ferry", "--like", "boats") == (
        2, "pullquote: what is meant is given twice\n"
    )  # fmt: skip
    assert "nothing stands after ~" in refused(corpus, "harbour", "~")[1]


def test_what_is_left_out_as_doubtful_is_counted(corpus: str) -> None:
    assert asked(corpus).splitlines()[0] == (
        "7 statements; 2021 to 2022 (1 without a date); 1 doubtful statement is left out."
    )
    assert asked(corpus, "--doubtful").startswith("8 statements; 2021 to 2022")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["speaker:"], 2, "nothing stands after speaker:"),
        (["--since", "2021-13"], 2, "there is no day 2021-13"),
        (["since:yesterday"], 2, "'yesterday' is no day"),
        (["since:2022", "until:2021"], 2, "since 2022-01-01 is after until 2021-12-31"),
        (["kind:loud"], 2, "'loud' is no kind: direct, mixed or indirect, or several with commas"),
        (["entity:a", "--entity", "b"], 2, "entity is given twice"),
        (["-o", "answer.exe"], 2, "no answer has files that end in .exe"),
    ],
)
def test_what_cannot_be_asked(
    corpus: str, arguments: Sequence[str], status: int, said: str
) -> None:
    found, told = refused(corpus, *arguments)
    assert found == status
    assert said in told


def test_a_corpus_alone_is_a_question_and_none_is_wrong_usage(corpus: str) -> None:
    assert asked(corpus).startswith("7 statements")
    told = pullquote("ask").stderr.decode()
    assert told.endswith("error: the following arguments are required: DIR\n")


def test_a_folder_that_is_no_corpus(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "none"))[0] == 1
    assert "is no corpus" in refused(str(tmp_path))[1]
    empty = write_corpus(tmp_path / "empty", [])
    assert refused(str(empty)) == (1, f"pullquote: {empty} holds no articles yet\n")
    (empty / "corpus.json").write_text('{"schema": 9}')
    assert "newer pullquote" in refused(str(empty))[1]


def test_a_file_is_written_whole_and_none_overwritten(corpus: str, tmp_path: Path) -> None:
    output = tmp_path / "answer.md"
    assert asked(corpus, "crown", "-o", str(output)) == ""
    assert output.read_text(encoding="utf-8").startswith("1 statement; 2021.\n\n> that")
    assert "--force" in refused(corpus, "crown", "-o", str(output))[1]
    assert asked(corpus, "harbour", "-o", str(output), "--force") == ""
    assert output.read_text(encoding="utf-8").startswith("2 statements")


def test_what_is_in_the_tables_acts_on_no_terminal(tmp_path: Path) -> None:
    bad = Story("d" * 32, "A \x1b[31mtitle", (Said("Ada \x1b]0;x\x07Falk", "It \x1b[2Jis."),),
                source="news/\x1b[1m.txt")  # fmt: skip
    folder = str(write_corpus(tmp_path / "bad", [[bad]]))
    for form in ("text", "markdown"):
        assert "\x1b" not in asked(folder, "--format", form)
    assert "\x1b" not in asked(folder, "--by", "speaker")


def test_who_reads_on_no_more_ends_it(corpus: str) -> None:
    command = [sys.executable, "-m", "tui", "ask", corpus, "--format", "jsonl"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_operators_of_other_programs_are_told_to_be_words(corpus: str) -> None:
    done = pullquote("ask", corpus, "harbour OR ferry")
    assert done.stdout.startswith(b"No statements found.")
    assert done.stderr.decode() == (
        "pullquote: OR is a word like any other: all words must stand in a statement\n"
    )
    assert asked(corpus, "harbour or ferry").startswith("No statements found.")


def test_what_dates_alone_leave_out_is_not_to_be_asked_for_otherwise(corpus: str) -> None:
    assert asked(corpus, "café until:1999 shut") == (
        "No statements found; 1 statement without a date is left out.\n"
    )


def test_pairs_are_taken_out_of_the_words() -> None:
    wish = wish_of('the "least bad" Speaker:“Ada Falkmere” since:2020-02 until:2020-02 at 10:30')
    assert wish.question.words == 'the "least bad" at 10:30'
    assert wish.speaker == "Ada Falkmere"
    assert wish.question.since == first_day("2020-02-01")
    assert wish.question.until == last_day("2020-02-29")
    with pytest.raises(QuestionError, match="given twice"):
        wish_of("since:2020 since:2021")


@pytest.mark.parametrize(
    "line",
    [
        'the "least bad" ~late boats speaker:Ada entity:"Port Ostrand" since:2020-02-01'
        " until:2021-12-31 kind:direct,mixed source:paper.example",
        "harbour", "~late boats", "",
    ],
)  # fmt: skip
def test_a_question_is_told_as_it_is_typed(line: str) -> None:
    wish = wish_of(line)
    assert line_of(wish.question, wish.speaker) == line
    assert "speaker:p01" in line_of(replace(wish.question, person="p01"))


def test_an_export_that_is_not_whole_says_so(corpus: str) -> None:
    done = pullquote("ask", corpus, "--limit", "1", "--format", "csv")
    total = len(json.loads(asked(corpus, "--format", "json", "--limit", "100"))["statements"])
    assert (done.returncode, done.stderr.decode()) == (
        0, f"pullquote: 1 of {total} statements: --limit {total} gives all\n",
    )  # fmt: skip


def test_a_count_that_is_not_whole_says_so(corpus: str) -> None:
    done = pullquote("ask", corpus, "--by", "speaker", "--limit", "2", "--format", "csv")
    assert (done.returncode, done.stderr.decode()) == (
        0, "pullquote: there are more than these 2: --limit gives more\n",
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
    assert [row["label"] for row in rows] == [MAYOR, FISHER]
    whole = asked(corpus, "--by", "speaker", "--limit", "4", "--format", "csv")
    labels = [row["label"] for row in csv.DictReader(io.StringIO(whole, newline=""))]
    assert labels.count("(unknown)") == 1


def test_who_has_the_same_name_is_told_apart() -> None:
    counts = [
        Count("p01", "Ada Falk", 3, 2), Count("p02", "Ada Falk", 1, 1),
        Count("", "(unknown)", 1, 1),
        Count("ostrand (place)", "Ostrand", 2, 2), Count("ostrand (person)", "Ostrand", 1, 1),
    ]  # fmt: skip
    told = ["Ada Falk (p01)", "Ada Falk (p02)", "(unknown)", "Ostrand (place)", "Ostrand (person)"]
    assert labels_of(counts) == told
    assert [line.split("  ")[0].strip() for line in counts_text(counts, 80).splitlines()] == told


def test_what_is_spoken_of_and_misspelt_gets_the_nearest_names(corpus: str) -> None:
    for more in ((), ("--by", "speaker")):
        done = pullquote("ask", corpus, "--entity", "Ostrant", *more)
        assert (done.returncode, done.stdout) == (0, b"No statements found.\n")
        assert done.stderr.decode() == (
            "pullquote: nothing is called “Ostrant”; nearest: Ostrand\n"
        )
    for more in ((), ("--by", "speaker")):
        assert asked(corpus, "--entity", "Ostrand", "it's", '"a zebra"', *more) == (
            "No statements found. What means the like: '~it'\"'\"'s a zebra'\n"
        )
    assert asked(corpus, "--entity", "xerxes") == "No statements found.\n"
