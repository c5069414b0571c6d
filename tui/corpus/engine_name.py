"""What names the engine that reads, the same on every machine that has the same."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import tui
from tui.analysis.digests import SUMS


@cache
def engine_name() -> str:
    """The version, a plus sign, and a digest over the code and the weights that find quotes."""
    package = Path(tui.__file__).parent
    read = [path for room in ("article", "analysis") for path in (package / room).rglob("*.py")]
    found = sha256()
    read.append(package / "analysis" / "weights" / SUMS)
    for path in sorted(read, key=lambda path: path.as_posix()):
        data = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.relative_to(package).as_posix()} {len(data)}\n".encode())
        found.update(data)
    return f"{tui.__version__}+{found.hexdigest()[:16]}"
