"""The command as a user types it, run without a terminal."""

import io
import os
import subprocess
import sys

import pytest

from tests.conftest import SAMPLES
from tui.cli import main

MEETING = str(SAMPLES / "ministers_meeting.txt")
BUSINESS = str(SAMPLES / "business.txt")


def pullquote(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command without a terminal, in this process: the engine is loaded once."""
    with pytest.MonkeyPatch.context() as patch:
        out, err = io.BytesIO(), io.BytesIO()
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
        for name, value in environment.items():
            patch.setenv(name, value)
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
        return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def apart(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command without a terminal, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=given, capture_output=True, timeout=120, env={**os.environ, **environment},
    )  # fmt: skip


def here(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command in this process: its exit status, and what it writes to either stream."""
    status = main(arguments)
    return status, *capsys.readouterr()
