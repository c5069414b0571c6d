"""Days behind names that tell when something was said."""

import pytest

from tests.analysis.voices_of import read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mayor Tom Alder Monday said it was late.", "Tom Alder", "person"),
        ("Coach Paul Marlow Sunday said it was late.", "Paul Marlow", "person"),
        ("Gov. Kathy Harlow Tuesday announced that it was late.", "Kathy Harlow", "person"),
        ("Police Friday said it was late.", "Police", "group"),
        ("The Justice Department Thursday said it was late.", "Justice Department",
         "organization"),
        ("The Mail on Sunday said it was late.", "Mail on Sunday", "organization"),
    ],
)  # fmt: skip
def test_a_day_is_no_part_of_a_name(text: str, name: str, kind: str) -> None:
    assert [(s.name, s.kind) for s in read(text).speakers] == [(name, kind)]
