"""Who says what a headline tells, where its last words do."""

import pytest

from tests.analysis.voices_of import read, speakers_of

BELOW = "Mayor Ada Falk on Monday said the bridge was unsafe. A study said so in May."


@pytest.mark.parametrize("verb", ["says", "alleges", "claims", "insists", "predicts"])
@pytest.mark.parametrize("behind", ["", "; union hits back"])
def test_who_stands_behind_the_verb_says_the_clause(verb: str, behind: str) -> None:
    head = f"Bridge unsafe since 2019, {verb} Hexley mayor{behind}"
    analysis = read(BELOW, head=head)
    assert speakers_of(analysis)[0] == "Ada Falk"
    first = analysis.quotes[0]
    assert [analysis.article.text[slice(*s)] for s in first.spans] == ["Bridge unsafe since 2019"]


@pytest.mark.parametrize(
    "head",
    [
        "Union backs mayor, says government failed workers",
        "Falk tours bridge, says Reed was wrong",
        "Mayor quits over bridge, claims victory",
    ],
)
def test_but_who_stands_before_it_says_what_is_no_name(head: str) -> None:
    analysis = read(BELOW, head=head)
    text = analysis.article.text
    said = {text[slice(*s)] for q in analysis.quotes[:1] for s in q.spans}
    assert head.partition(", ")[0] not in said


@pytest.mark.parametrize("verb", ["urged", "warned", "told"])
def test_who_is_told_something_in_a_headline_says_nothing(verb: str) -> None:
    analysis = read(BELOW, head=f"Beet growers {verb} to hold their nerve as aphids climb")
    assert "Beet growers" not in speakers_of(analysis)
