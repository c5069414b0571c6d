"""Write docs/reference.md."""

import argparse
import json
from pathlib import Path

from tui.training.reference.page import page


def main() -> None:
    """Write the page to a file, beside which the schema of the JSON lies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    output: Path = parser.parse_args().page
    schema = json.loads((output.parent / "schema-1.json").read_text(encoding="utf-8"))
    output.write_text(page(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
