"""The analysis of a text four times as long takes four times the steps, of whatever shape it is."""

from collections.abc import Callable
from cProfile import Profile
from pstats import Stats

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse, pipeline
from tui.analysis.encoder import Encoder, NoEncoderError
from tui.article.model import Article

FEW = 100
# What is found once for all, and memory's growth by doubling, are worth a little.
SLACK = 1.15


def name(i: int) -> str:
    """A surname for each number."""
    return "".join("bdfgklmnrt"[int(c)] + "aeiouaeiou"[int(c)] for c in f"{i:03}").title() + "sk"


SHAPES: dict[str, Callable[[int], str]] = {
    "nobody speaks": lambda i: "“The boat is late again,” it was said.\n\n“Boats go.”\n\n",
    "a dialogue": lambda i: "“Is the boat late?” Ada asked.\n\n“It is.”\n\n“Why is it?”\n\n",
    "many labels": lambda i: f"{name(i).upper()}: The boat is late again, and it is cold.\n\n",
    "many initials": lambda i: f"{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}: The boat is late.\n\n",
    "one paragraph": lambda i: f"A baker told the Miners’ Union of {name(i)} that it was late. ",
    "untagged lines": lambda i: f"“The boat is late, {name(i)}.”\n\n",
    "block quotes": lambda i: f"The report says:\n\n> The boat {i} is late again.\n\nNo.\n\n",
    "many voices": lambda i: f"“The boat is late again,” said Ada {name(i)}. It rained.\n\n",
    "one surname": lambda i: f"“The boat is late,” said {name(i)} Falk. Mr. Falk left.\n\n",
    "one first name": lambda i: f"“The boat is late,” said Ada {name(i)}. Ada left.\n\n",
    "single marks": lambda i: f"‘The {i} boys' boat. ",
    "marks that nothing closes": lambda i: f"‘em told, 'boat {i} is ",
    "marks across sentences": lambda i: f"“Boat {i} is here. It” was “so”, Falk said, and ",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_steps_grow_as_the_text_does(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "encoder", no_encoder)
    analyse(text(shape, FEW))  # loads what is loaded once
    assert steps(shape, 4 * FEW) < SLACK * 4 * steps(shape, FEW)


def no_encoder() -> Encoder:
    """What follows from the encoder's tags is what is counted."""
    raise NoEncoderError("it is not asked")


def text(shape: str, count: int) -> Article:
    """An article of so many parts."""
    return article("".join(map(SHAPES[shape], range(count))))


def steps(shape: str, count: int) -> int:
    """How many functions are called for a text of so many parts."""
    made = text(shape, count)
    with Profile() as profile:
        analyse(made)
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]  # typeshed lacks it
