"""Write what each file in analysis/weights is to be, once it is as it should be."""

from hashlib import sha256
from pathlib import Path

from tui.analysis import digests

WEIGHTS = Path(digests.__file__).parent / "weights"


def sums(folder: Path) -> str:
    """A line for each file that is loaded; its page and what tells of it are not."""
    names = sorted(p for p in folder.iterdir() if p.suffix in (".json", ".txt", ".onnx"))
    return "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in names)


def main() -> None:
    """Write the digests of the weights that lie in the package."""
    (WEIGHTS / digests.SUMS).write_text(sums(WEIGHTS), encoding="utf-8")


if __name__ == "__main__":
    main()
