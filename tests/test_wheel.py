"""The wheel holds everything: built, installed on its own and run outside the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info")
    shutil.copytree(ROOT, source, ignore=ignored)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=280,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def test_what_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder, suffix in (
        (ROOT / "tui" / "reader", ".tcss"),
        (ROOT / "tui" / "export", ".css"),
        (ROOT / "tui" / "export", ".js"),
        (ROOT / "tui" / "serve" / "static", ""),
        (ROOT / "tui" / "serve" / "templates", ".html"),
        (ROOT / "tui" / "analysis" / "weights", ""),
        (ROOT / "sample_articles", ".txt"),
    ):
        for path in folder.glob(f"*{suffix}"):
            where = "tui/sample_articles" if folder.name == "sample_articles" else None
            inside = f"{where}/{path.name}" if where else str(path.relative_to(ROOT))
            assert inside in names
    assert any(name.endswith(".data/data/share/man/man1/pullquote.1") for name in names)
    assert not any(name.startswith("tests/") for name in names)


def test_it_runs_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = home / "lib" / version / "site-packages"
    zipfile.ZipFile(wheel).extractall(packages)
    # what it needs comes from here; its own modules must come from the wheel
    dependencies = sysconfig.get_paths()["purelib"]
    (packages / "dependencies.py").write_text(
        f"import sys; sys.path.append({dependencies!r})", encoding="utf-8"
    )
    (packages / "dependencies.pth").write_text("import dependencies\n", encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text("Ferry late\n\n“We go,” Ada Falk said.\n", encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

    def run(*arguments: str) -> str:
        return subprocess.run(
            [str(home / "bin" / "python"), *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=True, timeout=120,
        ).stdout  # fmt: skip

    assert str(packages) in run("-c", "import tui; print(tui.__file__)")
    assert run("-m", "tui", "--version").startswith("pullquote 0.")
    document = json.loads(run("-m", "tui", "--format", "json", str(article)))
    assert document["speakers"][0]["name"] == "Ada Falk"
    found = run("-c", "from tui.reader.shelf import sample_paths; print(len(sample_paths()))")
    assert int(found) >= 12
