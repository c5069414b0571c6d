"""What a user says of who said what, as the analysis then has it."""

from dataclasses import replace

import pytest

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.correcting import corrected
from tui.analysis.corrections import Correction, Scope, mention_words, touched
from tui.analysis.model import Analysis, Quote, Speaker
from tui.analysis.options import Options
from tui.analysis.pipeline import set_right, steps
from tui.analysis.schema import corrections_from_json, corrections_to_json
from tui.article.model import Span

ARTICLE = article(
    "Harbour to close for a month",
    "“The wall is older than the town,” said Ada Falkmere, the mayor of Ostrand.",
    "“Nobody asked the fishermen of Little Ostrand,” said Piet Oduya.",
    "“We will pay for the ice,” the port authority said.",
    "“The ferries will wait at the slip,” Falkmere said.",
    "“Ice melts before the boats come home,” Oduya said.",
    "“We will not pay twice,” the port authority said.",
)
FOUND = analyse(ARTICLE)
PAY, FERRIES = "We will pay for the ice", "The ferries will wait"


def said(analysis: Analysis, words: str) -> Quote:
    """The statement that holds some words."""
    return next(q for q in analysis.quotes if words in q.text)


def voice(analysis: Analysis, name: str) -> Speaker:
    return next(s for s in analysis.speakers if s.name == name)


def names(analysis: Analysis) -> list[str]:
    """Who says each statement, in order."""
    by_id = {s.id: s.name for s in analysis.speakers}
    return [by_id.get(q.speaker or "", "?") for q in analysis.quotes]


def correction(words: str, scope: Scope, name: str | None, *, new: bool = False) -> Correction:
    quote = said(FOUND, words)
    was = next((s.name for s in FOUND.speakers if s.id == quote.speaker), None)
    return Correction(quote.spans, scope, was, mention_words(quote, ARTICLE.text), name, new)


def assert_sound(analysis: Analysis) -> None:
    """Ids, order, words and shares are as any analysis has them."""
    assert [s.id for s in analysis.speakers] == [f"s{i + 1}" for i in range(len(analysis.speakers))]
    firsts = [s.quotes[0] for s in analysis.speakers]
    order = [q.id for q in analysis.quotes]
    assert firsts == sorted(firsts, key=order.index)
    assert sum(s.share for s in analysis.speakers) == pytest.approx(1.0, abs=0.001)
    for speaker in analysis.speakers:
        own = [q.id for q in analysis.quotes if q.speaker == speaker.id]
        assert own == list(speaker.quotes)
        assert set(speaker.entities) == {
            e.id for e in analysis.entities if speaker.id in e.speakers
        }


def test_the_article_is_read_as_the_tests_below_take_it() -> None:
    authority = names(FOUND)[2]
    assert len(FOUND.speakers) == 3
    assert names(FOUND) == ["Ada Falkmere", "Piet Oduya", authority] * 2


def test_one_statement_goes_to_another_voice() -> None:
    told = corrected(FOUND, [correction(FERRIES, "statement", "Piet Oduya")])
    assert names(told)[3:5] == ["Piet Oduya", "Piet Oduya"]
    assert said(told, FERRIES).confidence == 1.0
    assert said(told, FERRIES).reason == "you said that this is by Piet Oduya"
    assert said(told, "Ice melts") == said(FOUND, "Ice melts")
    assert voice(told, "Piet Oduya").words > voice(FOUND, "Piet Oduya").words
    assert_sound(told)


def test_one_statement_goes_to_a_new_voice() -> None:
    told = corrected(FOUND, [correction("older than the town", "statement", "Bo Rask", new=True)])
    assert names(told)[0] == "Bo Rask"
    assert said(told, "older than the town").speaker == "s1"
    assert voice(told, "Bo Rask").kind == "unknown"
    assert_sound(told)


def test_the_name_of_somebody_in_the_article_tells_what_it_is() -> None:
    told = corrected(FOUND, [correction(PAY, "statement", "Little Ostrand", new=True)])
    types = {e.name: e.type for e in FOUND.entities}
    kind = voice(told, "Little Ostrand").kind
    assert kind == (types["Little Ostrand"] if types["Little Ostrand"] != "place" else "unknown")


def test_two_voices_become_one_with_the_names_of_both() -> None:
    told = corrected(FOUND, [correction(FERRIES, "voice", "Piet Oduya")])
    assert names(told)[:2] == ["Piet Oduya", "Piet Oduya"]
    assert "Ada Falkmere" not in names(told)
    piet = voice(told, "Piet Oduya")
    assert {"Ada Falkmere", "Falkmere", "Oduya"} <= {*piet.aliases}
    assert "Piet Oduya" not in piet.aliases
    assert said(told, FERRIES).reason == "you said that Ada Falkmere is Piet Oduya"
    assert_sound(told)


def test_a_voice_gets_another_name_and_stays_what_it_was() -> None:
    authority = names(FOUND)[2]
    told = corrected(FOUND, [correction(PAY, "voice", "Anton Revik", new=True)])
    assert names(told)[2] == names(told)[5] == "Anton Revik"
    assert authority in voice(told, "Anton Revik").aliases
    assert voice(told, "Anton Revik").kind == voice(FOUND, authority).kind
    assert_sound(told)


def test_what_nobody_says_is_no_statement() -> None:
    told = corrected(FOUND, [correction(FERRIES, "statement", None)])
    assert [q.id for q in told.quotes] == [q.id for q in FOUND.quotes if FERRIES not in q.text]
    assert len(voice(told, "Ada Falkmere").quotes) == 1
    assert told.corrections == 1
    assert_sound(told)
    none_left = corrected(told, [correction("older than the town", "voice", None)])
    assert "Ada Falkmere" not in [s.name for s in none_left.speakers]
    assert_sound(none_left)


def test_what_nobody_says_is_told_so() -> None:
    assert correction(FERRIES, "statement", None).told() == "nobody says this"
    assert correction(FERRIES, "mention", None).told() == "“Falkmere” says none of this"
    assert correction(FERRIES, "voice", None).told() == "Ada Falkmere says none of this"


def test_a_voice_is_split_by_the_words_that_stand_for_it() -> None:
    told = corrected(FOUND, [correction(FERRIES, "mention", "Bo Falkmere", new=True)])
    assert names(told)[0] == "Ada Falkmere"
    assert names(told)[3] == "Bo Falkmere"
    assert "Falkmere" in voice(told, "Bo Falkmere").aliases
    assert "Falkmere" not in voice(told, "Ada Falkmere").aliases
    assert said(told, FERRIES).reason == "you said that “Falkmere” is Bo Falkmere"
    assert_sound(told)


def test_words_of_another_voice_are_not_meant() -> None:
    joined = corrected(FOUND, [correction(PAY, "mention", "Ada Falkmere")])
    assert names(joined).count("Ada Falkmere") == 4
    assert names(joined).count("Piet Oduya") == 2


def test_later_corrections_go_on_from_earlier_ones() -> None:
    first = correction(FERRIES, "voice", "Piet Oduya")
    then = replace(correction(PAY, "statement", "Piet Oduya"), name="Ada Falkmere", new=True)
    told = corrected(FOUND, [first, then])
    assert names(told)[2] == "Ada Falkmere"
    assert names(told)[0] == "Piet Oduya"
    back = replace(correction(FERRIES, "voice", "Ada Falkmere", new=True), was="Piet Oduya")
    assert names(corrected(FOUND, [first, back]))[0] == "Ada Falkmere"
    assert_sound(told)


def test_without_the_latest_all_is_as_it_was_before_it() -> None:
    first = correction(FERRIES, "voice", "Piet Oduya")
    second = correction(PAY, "statement", "Bo Rask", new=True)
    once = corrected(FOUND, [first])
    assert corrected(FOUND, [first, second]) != once
    assert corrected(FOUND, [first, second][:-1]) == once
    assert corrected(FOUND, []) is FOUND


def test_a_statement_with_other_spans_is_found_again() -> None:
    made = correction(FERRIES, "statement", "Piet Oduya")
    (span,) = made.spans
    for other in (Span(span.start + 4, span.end), Span(span.start - 3, span.end + 9)):
        told = corrected(FOUND, [replace(made, spans=(other,))])
        assert names(told)[3] == "Piet Oduya"
    halves = Span(span.start, span.start + 12), Span(span.start + 15, span.end)
    assert names(corrected(FOUND, [replace(made, spans=halves)]))[3] == "Piet Oduya"


def test_of_two_that_overlap_the_more_alike_is_meant() -> None:
    quote = said(FOUND, FERRIES)
    inner = replace(quote, id="q9", spans=(Span(quote.spans[0].start + 5, quote.spans[0].end),))
    both = replace(FOUND, quotes=(*FOUND.quotes, inner))
    for one in (quote, inner):
        made = replace(correction(FERRIES, "statement", "Bo Rask", new=True), spans=one.spans)
        assert touched(both.quotes, both.speakers, ARTICLE.text, made) == [one]


def test_what_is_not_found_is_left_without_effect() -> None:
    nowhere = (Span(0, 7),)
    lost = [
        replace(correction(FERRIES, "statement", "Piet Oduya"), spans=nowhere),
        replace(correction(FERRIES, "mention", "Piet Oduya"), spans=nowhere, was="Nobody"),
        replace(correction(FERRIES, "voice", "Piet Oduya"), spans=nowhere, was="Nobody"),
    ]
    assert corrected(FOUND, lost) is FOUND
    assert corrected(replace(FOUND, quotes=(), speakers=()), lost).quotes == ()
    # without its statement a voice is still known by its name
    merge = replace(correction(FERRIES, "voice", "Piet Oduya"), spans=nowhere)
    assert names(corrected(FOUND, [merge])).count("Piet Oduya") == 4


def test_a_voice_that_is_gone_comes_back_for_what_was_given_to_it() -> None:
    left = replace(FOUND, speakers=tuple(s for s in FOUND.speakers if s.name != "Piet Oduya"))
    left = replace(
        left,
        quotes=tuple(
            q if q.speaker in {s.id for s in left.speakers} else replace(q, speaker=None)
            for q in FOUND.quotes
        ),
    )
    told = corrected(left, [correction(FERRIES, "statement", "Piet Oduya")])
    assert names(told)[3] == "Piet Oduya"


def test_nobody_is_known_and_then_somebody_is() -> None:
    unknown = replace(FOUND, quotes=tuple(replace(q, speaker=None) for q in FOUND.quotes))
    unknown = replace(unknown, speakers=())
    made = replace(correction(PAY, "mention", "Anton Revik", new=True), was=None)
    told = corrected(unknown, [made])
    assert names(told) == ["?", "?", "Anton Revik", "?", "?", "Anton Revik"]


def test_partial_answers_are_corrected_and_summaries_are_of_the_whole() -> None:
    made = [correction(FERRIES, "voice", "Piet Oduya")]
    for known in steps(ARTICLE, Options()):
        told = set_right(known, made, Options())
        assert "Ada Falkmere" not in names(told)
        if known.done < 1.0:
            assert all(s.summary == () for s in told.speakers)
    authority = names(FOUND)[2]
    assert voice(told, authority).summary == voice(FOUND, authority).summary
    assert len(voice(told, "Piet Oduya").summary) == 3
    assert {x.quote for x in voice(told, "Piet Oduya").summary} <= {
        *voice(told, "Piet Oduya").quotes
    }
    assert told == analyse(ARTICLE, Options(), made)


def test_corrections_go_to_json_and_back() -> None:
    made = (
        correction(FERRIES, "mention", "Bo Rask", new=True),
        replace(correction(PAY, "statement", "Piet Oduya"), was=None, mention=None),
        correction(FERRIES, "statement", None),
    )
    assert corrections_from_json(corrections_to_json(made)) == made


@pytest.mark.parametrize(
    "change",
    [{"scope": "all"}, {"spans": []}, {"spans": [[1]]}, {"name": ""}, {"name": 3}, {"was": []}],
)
def test_what_is_no_correction_is_refused(change: dict[str, object]) -> None:
    (whole,) = corrections_to_json([correction(PAY, "statement", "Piet Oduya")])
    with pytest.raises((ValueError, KeyError, TypeError)):
        corrections_from_json([{**whole, **change}])


def test_a_name_cannot_act_on_the_terminal() -> None:
    (whole,) = corrections_to_json([correction(PAY, "statement", "Piet Oduya")])
    (made,) = corrections_from_json([{**whole, "name": "Bo\x1b]0;owned\x07 Rask\n"}])
    assert made.name is not None
    assert "\x1b" not in made.name
    assert "\n" not in made.name
