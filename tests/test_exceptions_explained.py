"""Wherever the type checker or the linter is told to look away, somebody says why."""

import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

ASKED = re.compile(r"#\s*(?:type: ?ignore\[[\w, -]+\]|noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*)")
BARE = re.compile(r"#\s*(?:type: ?ignore|noqa)\b", re.I)


def unexplained(text: str) -> Iterator[str]:
    """The lines that ask to look away without a reason behind it or in a comment above."""
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and BARE.match(token.string):
            said, asked = ASKED.subn("", token.string)
            above = lines[token.start[0] - 2].strip() if token.start[0] > 1 else ""
            if not asked or not (re.search(r"\w\w", said) or above.startswith("# ")):
                yield f"{token.start[0]}: {token.line.strip()}"


def test_every_exception_says_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for room in ("tui", "tests")
        for path in sorted((ROOT / room).rglob("*.py"))
        for text in [path.read_text(encoding="utf-8")]
        if BARE.search(text)
        for line in unexplained(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x = 1  # type: ignore[misc]", True),
        ("x = 1  # type: ignore", True),
        ("x = 1  # noqa", True),
        ("x = 1  # noqa: E741", True),
        ("x = 1  # type: ignore[misc]  # noqa: E741", True),
        ("x = 1  # type: ignore  # it has no code", True),
        ("x = 1  # type: ignore[misc]  # sumy tells no types", False),
        ("x = 1  # noqa: E741 -- as in the literature", False),
        ("# as in the literature\nx = 1  # noqa: E741", False),
        ("x = '# noqa'", False),
    ],
)
def test_what_counts_as_a_reason(line: str, told: bool) -> None:
    assert bool([*unexplained(f"{line}\n")]) is told
