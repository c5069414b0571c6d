"""The page's colours, as its style sheet has them: all words can be read, and voices told apart."""

import re
from importlib.resources import files
from itertools import combinations, pairwise

import pytest
from textual.color import Color

from tests.reader.test_speaker_colours import APART, EYES, distance
from tui.export.html_looks import COLOURS
from tui.reader.contrast import LEAST, contrast

SHEET = files("tui.export").joinpath("html_page.css").read_text(encoding="utf-8")
NAMED = {
    name: (Color.parse(light), Color.parse(dark))
    for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", SHEET)
}
SCHEMES = pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
VOICES = [f"voice-{n}" for n in range(1, COLOURS + 1)]


def share(name: str) -> float:
    """How much of a voice's colour is in one of its grounds."""
    (found,) = re.findall(rf"--{name}: (\d+)%;", SHEET)
    return int(found) / 100


def test_no_colour_is_written_but_by_its_name() -> None:
    body = SHEET.split("}", 1)[1].replace("--paper: #fff", "")
    assert re.findall(r"#[0-9a-f]{3,8}\b(?!:)", body) == []


@SCHEMES
def test_words_can_be_read_on_paper_and_beside_it(scheme: int) -> None:
    for ground in ("paper", "raised"):
        for words in ("ink", "soft", "link", "nobody", *VOICES):
            assert contrast(NAMED[words][scheme], NAMED[ground][scheme]) >= LEAST, (words, ground)


@SCHEMES
def test_what_is_said_can_be_read_on_its_tint_and_when_it_is_chosen(scheme: int) -> None:
    paper = NAMED["paper"][scheme]
    for voice in ("nobody", *VOICES):
        colour = NAMED[voice][scheme]
        for ground in (paper.blend(colour, share("tint")), paper.blend(colour, share("lift"))):
            assert contrast(colour, ground) >= LEAST, voice
            assert contrast(NAMED["ink"][scheme], ground) >= LEAST, voice


@pytest.mark.parametrize("eyes", EYES)
@SCHEMES
def test_voices_of_neighbouring_numbers_differ_for_all_eyes(scheme: int, eyes: str) -> None:
    colours = [NAMED[voice][scheme] for voice in VOICES]
    near = [*pairwise([*colours, colours[0]]), *combinations(colours[:3], 2)]
    assert min(distance(*two, eyes) for two in near) >= APART
