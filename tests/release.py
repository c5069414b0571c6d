"""What would be released: built twice, and installed and run with each Python and its limits.

    python -m tests.release [--pythons python3.11,python3.12,...] [-o FOLDER]

Builds a wheel and an archive of the sources from a copy of the tree, twice, and compares them byte
for byte. The wheel is then installed into an environment of its own for each Python that is there,
with the oldest and with the newest versions that it allows of what it needs, and reads all sample
articles; what it finds must be the same in every Python. A table tells of each how much room it
takes. (Other versions of onnxruntime round in other ways, so that a few doubtful statements
differ.) A list of all that is installed (a software bill of materials, in CycloneDX's JSON) is left
in FOLDER beside what was built. The status is 1 where something is not so.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from email import message_from_bytes
from pathlib import Path
from typing import Final

from tests.conftest import ROOT

PYTHONS: Final = ("python3.11", "python3.12", "python3.13")
LIMITS: Final = ("lowest-direct", "highest")
LARGEST_WHEEL: Final = 40 * 10**6
LARGEST_INSTALLED: Final = 250 * 10**6
_LEFT_OUT: Final = (".*", "__pycache__", "build", "dist", "*.egg-info")


def main() -> int:
    """Do all that; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.release")
    parser.add_argument("--pythons", default=",".join(PYTHONS), help="parted by commas")
    parser.add_argument("-o", "--output", type=Path, default=Path("dist"), metavar="FOLDER")
    arguments = parser.parse_args()
    wrong = list[str]()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        first, second = (built(folder / f"source_{i}", folder / f"built_{i}") for i in (1, 2))
        same = digests(first) == digests(second)
        print(f"built twice: {'the same bytes' if same else 'NOT the same bytes'}")
        if not same:
            wrong.append("two builds differ")
        arguments.output.mkdir(exist_ok=True)
        for path in first:
            shutil.copy(path, arguments.output)
            print(f"{path.name:44} {path.stat().st_size / 1e6:6.1f} MB")
        wheel = next(path for path in first if path.suffix == ".whl")
        if wheel.stat().st_size > LARGEST_WHEEL:
            wrong.append("the wheel is too large")
        wrong += installed(wheel, arguments.pythons.split(","), folder, arguments.output)
    print("\n".join(wrong) or "all is as it should be")
    return 1 if wrong else 0


def built(source: Path, folder: Path) -> Sequence[Path]:
    """A wheel and an archive of the sources, from a copy of the tree."""
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    shutil.copytree(ROOT / ".ci", source / ".ci")
    _run(sys.executable, "-m", "build", "--outdir", str(folder), str(source))
    return sorted(folder.iterdir())


def digests(paths: Sequence[Path]) -> list[tuple[str, str]]:
    """The name and the digest of each file."""
    return [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths]


def needed(wheel: Path) -> Sequence[str]:
    """What a wheel needs without its extras: named one by one, as `lowest-direct` asks for it."""
    with zipfile.ZipFile(wheel) as held:
        inside = next(name for name in held.namelist() if name.endswith(".dist-info/METADATA"))
        told = message_from_bytes(held.read(inside)).get_all("Requires-Dist", [])
    return [line for line in told if "extra ==" not in line]


def installed(wheel: Path, pythons: Sequence[str], folder: Path, output: Path) -> list[str]:
    """Install the wheel in every way, and tell what is wrong."""
    wrong = list[str]()
    answers = {limit: set[str]() for limit in LIMITS}
    needs = needed(wheel)
    for python in pythons:
        for limit in LIMITS:
            where = folder / f"{python}_{limit}"
            try:
                _run(_UV, "venv", "-q", "--no-python-downloads", "--python", python, str(where))
            except subprocess.CalledProcessError:
                print(f"{python}: not here")
                break
            into = ("pip", "install", "-q", "--python", str(where), "--resolution", limit)
            _run(_UV, *into, str(wheel), *needs)
            size = sum(path.lstat().st_size for path in where.rglob("*") if path.is_file())
            samples = sorted((ROOT / "sample_articles").glob("*.txt"))
            told = _run(str(where / "bin/pullquote"), "--format", "jsonl", *map(str, samples))
            answers[limit].add(told)
            version = _run(str(where / "bin/python"), "-V").strip()
            print(
                f"{version:14} {limit:14} {size / 1e6:6.1f} MB, {len(told.splitlines())} articles"
            )
            if size > LARGEST_INSTALLED:
                wrong.append(f"{version} with the {limit} versions takes too much room")
            if len(told.splitlines()) != len(samples):
                wrong.append(f"{version} with the {limit} versions does not read all articles")
            listed = output / "sbom.json"
            _run(sys.executable, "-m", "cyclonedx_py", "environment", "-o", str(listed), str(where))
            parts = json.loads(listed.read_text(encoding="utf-8"))["components"]
    print(f"{listed}: {len(parts)} parts")
    if any(len(told) > 1 for told in answers.values()):
        wrong.append("not all Pythons find the same in the articles")
    return wrong


_UV: Final = str(Path(sys.executable).parent / "uv")


def _run(*command: str) -> str:
    """What a command prints. Raises CalledProcessError, and shows what it said."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
    done.check_returncode()
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
