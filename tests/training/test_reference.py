"""What is public says of itself all that the reference hands on."""

import dataclasses
import re
from typing import Any

import pytest

from tui.training.reference.python_names import of_corpora, public

NAMES = {name: thing for _, name, thing in (*public(), *of_corpora())}


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(NAMES[name], type)])
def test_every_field_is_told(name: str) -> None:
    made: Any = NAMES[name]
    fields = [f.name for f in dataclasses.fields(made)] if dataclasses.is_dataclass(made) else []
    told = re.findall(r"`(\w+)`", made.__doc__)
    assert {*fields, *getattr(made, "_fields", ())} <= {*told}


def test_what_a_signature_names_can_be_imported_beside_it() -> None:
    for name, thing in NAMES.items():
        for hint in map(str, getattr(thing, "__annotations__", {}).values()):
            ours = re.findall(r"tui\.(?:article|analysis)\.[\w.]*?(\w+)(?![\w.])", hint)
            assert {*ours} <= {*NAMES}, name
