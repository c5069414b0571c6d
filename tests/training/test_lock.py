"""A lock file names each thing that is needed, with one version, and nothing of this machine."""

from importlib.metadata import version

from packaging.requirements import Requirement

from tests.conftest import ROOT
from tui.training.lock import EXTRAS, locked


def test_what_is_needed_is_there_through_and_through_with_its_version() -> None:
    found = locked("pullquote", EXTRAS)
    assert found["textual"] == version("textual")
    assert found["pytest"] == version("pytest")
    assert {"linkify-it-py", "mdurl", "aiosignal"} <= set(found)  # what others need
    assert "torch" not in found


def test_without_extras_there_is_less() -> None:
    assert "pytest" not in locked("pullquote", frozenset())
    assert locked("no such thing", frozenset()) == {}


def test_the_lock_file_has_a_version_of_all_that_the_project_names() -> None:
    lines = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    assert all(pin.url is None and str(pin.specifier).startswith("==") for pin in pins)
    names = {pin.name for pin in pins}
    assert {"textual", "onnxruntime", "trafilatura", "aiohttp", "pytest", "mypy"} <= names
