"""The command narrowed to some speakers: whom they are, and what is said of names."""

import json

import pytest

from tests.command import BUSINESS, MEETING, here, pullquote
from tests.conftest import SAMPLES


def test_narrowed_to_a_speaker_and_a_kind() -> None:
    done = pullquote("--format", "json", "--speaker", "corvale", "--kind", "direct", MEETING)
    document = json.loads(done.stdout)
    assert [s["name"] for s in document["speakers"]] == ["Edmund Corvale"]
    assert {q["kind"] for q in document["quotes"]} == {"direct"}


@pytest.mark.parametrize("kinds", ["Direct,Mixed", " mixed, DIRECT", "mixed,direct,mixed"])
def test_kinds_are_read_as_in_a_question(kinds: str) -> None:
    document = json.loads(pullquote("--format", "json", "--kind", kinds, MEETING).stdout)
    assert {q["kind"] for q in document["quotes"]} == {"direct", "mixed"}


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_several_speakers_are_shown_together(form: str) -> None:
    done = pullquote("--format", form, "--speaker", "corvale", "--speaker", "brandt", MEETING)
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    if form == "text":
        assert "Edmund Corvale, " in shown
        assert "Oskar Brandt, " in shown
        assert "Ansa Kivimaa, " not in shown
    else:
        names = {s["name"] for s in json.loads(shown)["speakers"]}
        assert {"Edmund Corvale", "Oskar Brandt"} <= names
        assert "Ansa Kivimaa" not in names


def test_of_several_names_those_that_nobody_has_are_said_and_the_others_shown() -> None:
    done = pullquote("--speaker", "zz", "--speaker", "corvale", "--speaker", "yy", MEETING)
    assert done.returncode == 1
    assert "Edmund Corvale, " in done.stdout.decode()
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("pullquote: nobody called 'zz' or 'yy' speaks; these do: Ansa Kivimaa")


def test_whoever_is_not_shown_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    doubted = "Governor Tom Wendell's office"
    for asked in (["--speaker", "zz"], ["--compare", "marchetti", "zz"]):
        assert doubted not in here(capsys, *asked, BUSINESS)[2]
        assert doubted in here(capsys, "--doubtful", *asked, BUSINESS)[2]
    direct = here(capsys, "--kind", "direct", "--speaker", "zz", MEETING)[2]
    assert "Ansa Kivimaa" in direct
    assert "hydrological" not in direct


def test_who_only_speaks_doubtfully_is_no_empty_report() -> None:
    done = pullquote("--speaker", "wendell", BUSINESS)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(
        "pullquote: nobody called 'wendell' speaks beyond doubt (--doubtful shows the rest);"
    )
    assert pullquote("--doubtful", "--speaker", "wendell", BUSINESS).returncode == 0


def test_a_speaker_may_be_told_by_the_role() -> None:
    done = pullquote("--format", "json", "--speaker", "theatre sister", str(SAMPLES / "court.txt"))
    assert [s["name"] for s in json.loads(done.stdout)["speakers"]] == ["Dilys Probert"]


def test_a_name_that_was_forgotten_is_asked_for() -> None:
    done = pullquote("--compare", "corvale", MEETING)
    assert done.returncode == 2
    assert "--compare takes two names" in done.stderr.decode()


def test_a_voice_is_not_compared_with_itself() -> None:
    done = pullquote("--compare", "corvale", "Corvale", MEETING)
    assert done.returncode == 1
    assert "two different voices can be compared" in done.stderr.decode()


def test_where_nobody_has_the_name_no_empty_report_is_printed() -> None:
    assert pullquote("--speaker", "zzz", MEETING).stdout == b""


def test_a_name_that_nobody_has_is_said_with_those_who_speak() -> None:
    done = pullquote("--speaker", "zzz", MEETING)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("pullquote: nobody called 'zzz' speaks; these do: ")
    assert "Ansa Kivimaa (" in line
    several = pullquote(
        "--format", "jsonl", "--speaker", "ZZZ", MEETING, str(SAMPLES / "court.txt")
    )
    assert several.returncode == 1
    assert len(several.stdout.splitlines()) == 2
    (line,) = several.stderr.decode().splitlines()
    assert line.endswith(" more")
    nobody = pullquote("--speaker", "zzz", "-", given=b"It rained all day in the harbour.")
    assert (
        nobody.stderr.decode() == "pullquote: nobody called 'zzz' speaks, nor does anybody else\n"
    )
    one = pullquote(
        "--format", "jsonl", "--speaker", "corvale", MEETING, str(SAMPLES / "court.txt")
    )
    assert (one.returncode, one.stderr) == (0, b"")


def test_two_voices_are_compared() -> None:
    done = pullquote("--compare", "kivimaa", "corvale", MEETING)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert text.startswith("Ansa Kivimaa, Norrland’s foreign minister, and Edmund Corvale,")
    assert "On Norrland\nAnsa Kivimaa:\n- The minister said" in text
    nobody = pullquote("--compare", "kivimaa", "zz", MEETING)
    assert nobody.returncode == 1
    assert "nobody called 'zz' speaks; these do: " in nobody.stderr.decode()
