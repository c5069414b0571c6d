"""A folder with the answers of the scripted engine."""

from pathlib import Path

import pytest

from tests.reader.desk import ANALYSIS
from tests.reader.voiced_harbour import write_answers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_answers(tmp_path / "answers.json", ANALYSIS)
    return tmp_path
