"""The sources of statements as chains."""

from tui.article.model import Span
from tui.training.readings import Line
from tui.training.source_chains import found_chains, gold_chains

GOLD: Line = {
    "attributions": [
        {"source": [[0, 14]], "speaker": "Ada Falk"},
        {"source": [[20, 23]], "speaker": "Ada Falk"},
        {"source": [[30, 35]], "speaker": "Piet Oduya"},
        {"source": [], "speaker": "Piet Oduya"},
        {"source": [[40, 45]], "speaker": None},
    ]
}


def test_a_speaker_is_a_chain_of_sources() -> None:
    assert gold_chains(GOLD) == [{Span(0, 14), Span(20, 23)}, {Span(30, 35)}]


def test_a_voice_is_a_chain_of_mentions_each_taken_for_the_source_it_overlaps() -> None:
    quotes = [
        {"speaker": [6, 14], "voice": "s1"},
        {"speaker": [20, 23], "voice": "s2"},
        {"speaker": [20, 23], "voice": "s1"},  # already somebody's
        {"speaker": [50, 53], "voice": "s2"},
        {"speaker": [60, 63], "voice": None},
        {"speaker": None, "voice": "s2"},
    ]
    assert found_chains({"quotes": quotes}, gold_chains(GOLD)) == [
        {Span(0, 14)},
        {Span(20, 23), Span(50, 53)},
    ]
