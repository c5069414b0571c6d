"""What an audit says, and that it never takes silence for safety."""

import json
from collections.abc import Sequence
from subprocess import CompletedProcess
from typing import Any

import pytest

from tui.training.audit import NONE_KNOWN, OUT_OF_REACH, SOME_KNOWN, Run, audit

SOUND = {"name": "rich", "version": "15.0.0", "vulns": []}
WEAK = {"name": "lxml", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "numpy", "skip_reason": "it could not be audited"}


def told(*packages: dict[str, Any]) -> Run:
    return said(json.dumps({"dependencies": packages, "fixes": []}))


def said(out: str, error: str = "") -> Run:
    def run(command: Sequence[str]) -> CompletedProcess[str]:
        return CompletedProcess(command, 0, out, error)

    return run


def test_nothing_known_is_said_with_how_much_was_looked_at() -> None:
    assert audit(told(SOUND, SOUND)) == (NONE_KNOWN, ["packages looked at: 2, known weaknesses: 0"])


def test_what_is_known_is_named_with_what_mends_it() -> None:
    status, lines = audit(told(SOUND, WEAK, UNKNOWN))
    assert status == SOME_KNOWN
    assert lines[0] == "lxml 1.0: PYSEC-1, mended in 1.1"
    assert lines[1] == "packages looked at: 2, known weaknesses: 1"
    assert lines[2].endswith("numpy")


@pytest.mark.parametrize(
    "run",
    [told(UNKNOWN, UNKNOWN), told(), said("", "Traceback\nConnectionError: no route"), said("[]")],
)
def test_a_source_out_of_reach_is_no_good_news(run: Run) -> None:
    status, lines = audit(run)
    assert status == OUT_OF_REACH
    assert len(lines) == 1
    assert lines[0].startswith("nothing is known of what is installed: ")
