"""Write the page of the corpus' tables from their own schema."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from tui.corpus.schema import COLUMNS

BEGIN = "<!-- tables: made from the program's own schema -->"
END = "<!-- end of tables -->"
_SHORT = {"string": "text", "large_string": "text", "double": "float64", "date32[day]": "date32"}


def main() -> None:
    """Put the tables between their markers in a Markdown file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    page: Path = parser.parse_args().page
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{tables()}\n{END}{after}", encoding="utf-8")


def tables() -> str:
    """Every table with its columns, as Markdown."""
    return "\n".join(_lines()).strip()


def _lines() -> Iterator[str]:
    for table, columns in COLUMNS.items():
        yield from ("", f"### {table}", "", "| column | type | holds |", "| --- | --- | --- |")
        for name, column in columns.items():
            null = ", or null" if column.null else ""
            yield f"| `{name}` | {_named(column.type)}{null} | {column.told} |"


def _named(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_named(kind.value_type)}"
    if pa.types.is_struct(kind):
        if [field.name for field in kind] == ["start", "end"]:
            return "span"
        return f"({', '.join(f'{field.name} {_named(field.type)}' for field in kind)})"
    return _SHORT.get(str(kind), str(kind))


if __name__ == "__main__":
    main()
