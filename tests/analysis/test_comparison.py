"""Two voices side by side, as the analysis of an article has them."""

from dataclasses import replace

from tests.analysis.articles import article
from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis import analyse
from tui.analysis.comparison import Comparison, Said, compared, counterpart
from tui.analysis.corrections import called
from tui.analysis.leads import with_lead
from tui.analysis.model import Analysis, Speaker

HARBOUR = voiced_harbour()
TALKS = analyse(
    article(
        "Talks on the Norrland dam end without a word",
        "“Norrland has kept its word. The dam stays,” said Ansa Kivimaa, the foreign minister. "
        "“I have told Edmund Corvale so in Geneva.”",
        "Edmund Corvale, the minister of Vasteria, denied that Norrland had kept anything at all. "
        "“Ansa Kivimaa speaks of a river that she has never seen,” Corvale said.",
        "“We sell bread, and nothing else,” said Jan Rusk, a baker.",
    )
)


def voice(name: str, analysis: Analysis = TALKS) -> Speaker:
    found = called(analysis.speakers, name)
    assert found is not None
    return found


def both(first: str, second: str, analysis: Analysis = TALKS) -> Comparison:
    return compared(analysis, voice(first, analysis), voice(second, analysis))


def subjects(*paragraphs: str) -> list[str | None]:
    """What Ada Falk and Piet Oduya both speak of in some paragraphs."""
    shared = both("Ada Falk", "Piet Oduya", analyse(article("All boats stop", *paragraphs))).shared
    return [pair[0].subject for pair in shared]


def words(said: Said) -> tuple[str | None, list[str]]:
    """The subject, and the sentences with what leads to them."""
    return said.subject, [with_lead(TALKS.article, sentence) for sentence in said.sentences]


def test_what_both_speak_of_is_paired_sentence_by_sentence() -> None:
    compared_two = both("Ansa Kivimaa", "Edmund Corvale")
    assert [(words(one), words(other)) for one, other in compared_two.shared] == [
        (
            ("Edmund Corvale", ["“I have told Edmund Corvale so in Geneva.”"]),
            (
                "Ansa Kivimaa",
                ["“Ansa Kivimaa speaks of a river that she has never seen,”"],
            ),
        ),
        (
            ("Norrland", ["Norrland has kept its word."]),
            (
                "Norrland",
                ["denied that Norrland had kept anything at all"],
            ),
        ),
    ]  # fmt: skip
    ours, theirs = compared_two.apart
    assert [words(said) for said in ours] == [
        ("Geneva", ["“I have told Edmund Corvale so in Geneva.”"])
    ]
    assert theirs == ()


def test_every_sentence_is_the_articles_and_has_its_statement() -> None:
    compared_two = both("Ansa Kivimaa", "Edmund Corvale")
    quotes = {quote.id: quote for quote in TALKS.quotes}
    sides = [side for pair in compared_two.shared for side in pair]
    for sentence in (s for side in [*sides, *compared_two.apart[0]] for s in side.sentences):
        assert sentence.text == TALKS.article.text[slice(*sentence.span)]
        within = quotes[sentence.quote or ""].spans
        assert any(s.start <= sentence.span.start and sentence.span.end <= s.end for s in within)


def test_who_names_nothing_is_told_in_short() -> None:
    compared_two = both("Ansa Kivimaa", "Jan Rusk")
    assert compared_two.shared == ()
    ours, theirs = compared_two.apart
    assert {words(said)[0] for said in ours} == {"Norrland", "Edmund Corvale", "Geneva"}
    assert [words(said) for said in theirs] == [(None, ["“We sell bread, and nothing else,”"])]


def test_a_sentence_that_names_something_twice_is_told_once() -> None:
    analysis = analyse(article("“Norrland is Norrland,” said Bo Rask.", "Ada Falk said no."))
    comparison = compared(analysis, analysis.speakers[0], analysis.speakers[-1])
    (said,) = comparison.apart[0]
    assert [sentence.text for sentence in said.sentences] == ["“Norrland is Norrland,”"]


def test_before_there_are_names_or_summaries_the_statements_stand_for_a_voice() -> None:
    bare = tuple(replace(speaker, summary=()) for speaker in HARBOUR.speakers)
    partial = replace(HARBOUR, speakers=bare, entities=(), step="speakers", done=0.8)
    comparison = compared(partial, *partial.speakers[1:])
    (said,) = comparison.apart[1]
    assert [sentence.text for sentence in said.sentences] == [
        "puts the cost at 40 million crowns",
        "a later start would double it",
    ]


def test_the_counterpart_is_who_speaks_of_the_same() -> None:
    kivimaa, corvale, rusk = (
        voice(name) for name in ("Ansa Kivimaa", "Edmund Corvale", "Jan Rusk")
    )
    assert counterpart(TALKS, kivimaa, [rusk, corvale]) == corvale
    assert counterpart(TALKS, rusk, [kivimaa, corvale]) == kivimaa
    assert counterpart(TALKS, rusk, []) is None


def test_no_quotation_mark_is_left_without_its_pair() -> None:
    text = "“Norrland is big. Rain falls on it,” said Bo Rask."
    analysis = analyse(article(text, "Ada Falk said no."))
    (said,) = compared(analysis, *analysis.speakers).apart[0]
    assert [sentence.text for sentence in said.sentences] == ["Norrland is big."]


WELLS = analyse(
    article(
        "Wells run dry in Strand",
        "“The wells are dry, and nobody counts the boats any more,” said Ada Falk, the mayor. "
        "“We asked for one new well, and the people wait.”",
        "Piet Oduya said that the people had dug a well too many. “The work is done as well as it "
        "can be,” he said. “The boat is my brother’s. People like boats.”",
        "“I have a boat, I had a boat, the boat sank, and that was my boat,” said Jan Rusk. “That "
        "boat was a boat of boats, and no boat is like a boat.”",
    )
)


def test_what_has_no_name_is_a_subject_too() -> None:
    compared_two = both("Ada Falk", "Piet Oduya", WELLS)
    (ours, theirs), *others = compared_two.shared
    assert ours.subject == theirs.subject == "wells"
    assert [sentence.text for sentence in ours.sentences] == [
        "“The wells are dry, and nobody counts the boats any more,”",
        "“We asked for one new well, and the people wait.”",
    ]
    assert [sentence.text for sentence in theirs.sentences] == [
        "that the people had dug a well too many"
    ]
    # `people` tell nothing, others speak more of boats, and `as well as` is no well
    assert others == []


def test_names_come_before_what_has_none() -> None:
    assert subjects(
        "“Norrland owns the ferry. The ferry is old,” said Ada Falk.",
        "“Norrland never had a ferry,” said Piet Oduya.",
        "“Boats come and go,” Ada Falk said. “The tide is a clock.”",
        "“I know each tide,” said Piet Oduya.",
    ) == ["Norrland", "the ferry", "tides"]


def test_one_ferry_has_its_article_and_a_subject_is_told_once() -> None:
    assert subjects(
        "“The ferry has a captain,” said Ada Falk.",
        "“That ferry needs a captain,” said Piet Oduya.",
    ) == ["the ferry"]


def test_one_of_many_is_many() -> None:
    assert subjects(
        "“Each ferry has a captain,” said Ada Falk.",
        "“A ferry comes,” said Piet Oduya.",
    ) == ["ferries"]


def test_bare_plurals_are_a_subject_with_what_both_call_them() -> None:
    assert subjects(
        "Ada Falk, the mayor, said free school meals should go to those who need them.",
        "Piet Oduya, a cook, argued that hungry children do not learn, and free school meals cost"
        " less than a road.",
    ) == ["school meals"]


def test_a_sentence_that_its_tag_interrupts_is_told_whole() -> None:
    analysis = analyse(
        article(
            "Talks end without a word",
            "Ada Falk, the mayor, said the dam stays. Piet Oduya, she said, had voted against it"
            " twice.",
            "“I voted once,” Piet Oduya said.",
        )
    )
    apart = both("Ada Falk", "Piet Oduya", analysis).apart[0]
    assert [s.text for said in apart if said.subject == "Piet Oduya" for s in said.sentences] == [
        "Piet Oduya, she said, had voted against it twice"
    ]


def test_two_spellings_of_one_noun_are_one_subject() -> None:
    told = analyse("Ada Falk said: “We saw the caddie.”\n\nBo Lind said: “I pushed the caddy.”")
    assert both("Ada Falk", "Bo Lind", told).shared[0][0].subject == "the caddie"
