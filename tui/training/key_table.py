"""Write the README's table of keys from the reader's own table of actions."""

import argparse
from pathlib import Path

from tui.reader.actions import TABLE

BEGIN = "<!-- keys: made from the program's own table -->"
END = "<!-- end of keys -->"


def main() -> None:
    """Put the table between its markers in a Markdown file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    page: Path = parser.parse_args().page
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")


def table() -> str:
    """The keys of the article's screen as a Markdown table."""
    rows = ["| key | does |", "| --- | --- |"]
    for action in TABLE:
        if action.scope in ("article", "everywhere"):
            keys = action.shown_keys.replace("|", "\\|")
            rows.append(f"| `{keys}` | {action.tooltip or action.title} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
