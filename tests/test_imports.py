"""The one-way imports, and what is not loaded before it is needed; each in a fresh process."""

import os
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tests.conftest import ROOT

SCREEN = ("textual", "rich")
ENGINE = ("nltk", "sumy", "numpy")
# The reader goes on with all else as soon as it is told that the article is on the screen.
FIRST_PAINT = """
import tui.cli
from tui.article.loading import article_from_text
from tui.reader.article_screen import ArticleScreen
from tui.reader.run import ReaderApp
from tui.settings import Settings

def seen(screen, message):
    screen.app.exit()

ArticleScreen.on_article_pane_view_moved = seen
paragraph = "It rains, and it has rained for as long as anybody here can think. " * 3
article = article_from_text("\\n\\n".join(["Rain again", *[paragraph] * 3]))
ReaderApp(Settings(), article).run(headless=True)
"""


def loaded(statement: str, names: tuple[str, ...]) -> list[str]:
    """Which of some packages are loaded after a statement."""
    # nltk loads scikit-learn where there is one, and that loads rich
    shown = f"print(*(n for n in {names!r} if n in sys.modules))"
    code = f"import sys\nsys.modules['sklearn'] = None\n{statement}\n{shown}"
    # what measures coverage would load modules of its own
    alone = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=alone, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


BELOW = (
    "tui.article.loading, tui.analysis.pipeline, tui.analysis.engine, tui.settings, "
    "tui.store.analyses, tui.store.corrections, tui.export.text_report, tui.export.json_document, "
    "tui.export.clipboard, tui.export.forms, tui.export.html_page, tui.export.csv_table, "
    "tui.export.web_annotation, tui.export.markdown_report"
)


def test_rooms_below_the_reader_know_no_widgets() -> None:
    assert loaded(f"import {BELOW}", SCREEN) == []


def test_help_loads_neither_screen_nor_engine() -> None:
    statement = "from tui.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert loaded(statement, SCREEN + ENGINE) == []


def test_nothing_reads_tables_before_a_corpus_is_asked() -> None:
    statement = "import tui.reader.run, tui.reader.shelf, tui.reader.said_screen"
    assert loaded(f"{statement}, tui.reader.corpus_screen", ("duckdb", "pyarrow")) == []


def test_the_reader_loads_no_engine_before_its_first_paint() -> None:
    assert loaded(FIRST_PAINT, ENGINE) == []


def test_the_first_paint_waits_for_no_module_that_it_does_not_need() -> None:
    names = [module.name for module in pkgutil.walk_packages(tui.__path__, "tui.")]
    before = loaded(FIRST_PAINT, ("hashlib", "json", *names))
    beside = [name for name in before if not name.startswith(("tui.article.", "tui.reader."))]
    assert beside == [
        "tui.analysis", "tui.analysis.options", "tui.analysis.summary_length", "tui.article",
        "tui.cli", "tui.exit_status", "tui.kept_files", "tui.reader", "tui.settings",
    ]  # fmt: skip
    assert {name.removeprefix("tui.article.") for name in before if "tui.article." in name} == {
        "blocks", "cleaning", "dates", "decoding", "head", "kinds", "line_forms", "loading",
        "model", "paragraphs", "sources",
    }  # fmt: skip
    assert {name.removeprefix("tui.reader.") for name in before if "tui.reader." in name} == {
        # the application
        "actions", "app", "background", "clipping", "corpora", "engine_client", "exporting",
        "inquiry", "keeping", "pastes", "plain_letters", "run",
        "terminal", "terminal_driver", "themed_app", "contrast", "left_once", "line_filters",
        "component_looks", "visits",
        # the screen, and what a key on it needs to know
        "article_panes", "article_requests", "article_screen", "sized_screen", "quote_walk",
        "reading", "steps", "voice_order",
        # what is seen
        "article_pane", "row_painting", "text_search", "viewport", "wrapping", "footer_line",
        "header_line",
    }  # fmt: skip


def test_import_contracts() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("import-linter is not installed; `make check` holds the contracts")
    done = subprocess.run([command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
