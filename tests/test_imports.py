"""The one-way imports, and what is not loaded before it is needed; each in a fresh process."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCREEN = ("textual", "rich")
ENGINE = ("nltk", "sumy", "numpy")


def loaded(statement: str, names: tuple[str, ...]) -> list[str]:
    """Which of some packages are loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*(n for n in {names!r} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(
    "module",
    ["tui.article.loading", "tui.analysis.pipeline", "tui.analysis.engine", "tui.settings",
     "tui.corrections_store",
     "tui.export.text_report", "tui.export.json_document", "tui.export.clipboard"],
)  # fmt: skip
def test_rooms_below_the_reader_know_no_widgets(module: str) -> None:
    assert loaded(f"import {module}", SCREEN) == []


def test_help_loads_neither_screen_nor_engine() -> None:
    statement = "from tui.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert loaded(statement, SCREEN + ENGINE) == []


def test_the_reader_loads_no_engine_before_its_first_paint() -> None:
    assert loaded("import tui.reader.run", ENGINE) == []


def test_import_contracts() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("import-linter is not installed; `make check` holds the contracts")
    done = subprocess.run([command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
