"""Which words stand inside quotation marks."""

import pytest

from tests.analysis.articles import article
from tui.analysis.quotation import inside, quotations
from tui.article.model import Span


def quoted(*paragraphs: str) -> list[str]:
    """The quoted words of some paragraphs, those of one quotation joined by a bar."""
    made = article(*paragraphs)
    return ["|".join(made.text[s.start : s.end] for s in q.spans) for q in quotations(made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said to the crew.", ["“We go,”"]),
        ('"We go," she said to the crew.', ['"We go,"']),
        ("‘We go,’ she said to the crew.", ["‘We go,’"]),
        ("'We go,' she said to the crew.", ["'We go,'"]),
        ("''We go,'' she said to the crew.", ["''We go,''"]),
        ("«We go», she said to the crew.", ["«We go»"]),
        ("»We go«, she said to the crew.", ["»We go«"]),
        ("„We go“, she said to the crew.", ["„We go“"]),
        ("„We go”, she said to the crew.", ["„We go”"]),
        ('“We go," she said. "Now.”', ['“We go,"', '"Now.”']),
        ('“The word "go" is hers,” she said.', ['“The word "go" is hers,”']),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert quoted("Ferry strike goes on", text) == expected


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert (
        quoted("The crews' pay wasn't the unions' worry in the '90s, nor 'twas the owners'.") == []
    )


def test_apostrophes_inside_single_marks() -> None:
    text = "'It's the owners' boat, an' we don't row it,' the mate said."
    assert quoted(text) == ["'It's the owners' boat, an' we don't row it,'"]


def test_nested_quotations_belong_to_the_one_around_them() -> None:
    text = "“He said, ‘Row,’ and we rowed,” the mate recalled."
    assert quoted(text) == ["“He said, ‘Row,’ and we rowed,”"]


def test_a_quotation_runs_over_paragraphs() -> None:
    assert quoted(
        "“The boat was late. The boat is always late.",
        "“So we walked,” the mate said, and “that was that.”",
    ) == ["“The boat was late. The boat is always late.|“So we walked,”", "“that was that.”"]


def test_a_missing_closing_mark_swallows_no_more_than_its_paragraph() -> None:
    found = quoted(
        "“The boat was late, the mate said on Monday.",
        "The owners denied it. “It was early,” they said.",
    )
    assert found == ["“The boat was late, the mate said on Monday.", "“It was early,”"]


def test_a_missing_closing_mark_before_another_quotation() -> None:
    found = quoted("“The boat was late, the mate said. “We walked.”")
    assert found[-1] == "“We walked.”"


def test_a_quotation_that_opens_again_before_it_closes_is_not_closed() -> None:
    made = article(
        "“The boat was late, the mate said. “We walked.”",
        "“We rowed on Monday. Then we slept.",
        "“No boat came, the mate said. “Nobody asked us.”",
    )
    found = [(made.text[q.start : q.end], q.closed) for q in quotations(made)]
    assert found == [
        ("“The boat was late,", False),
        ("“We walked.”", True),
        ("“We rowed on Monday. Then we slept.\n\n“No boat came,", False),
        ("“Nobody asked us.”", True),
    ]


def test_inches_open_nothing() -> None:
    assert quoted('The mast is 6\'2" tall and the plank 11" wide.') == []


def test_a_hundred_thousand_open_marks_take_linear_time() -> None:
    assert quotations(article("“a " * 100_000)) is not None


def test_a_single_mark_behind_an_s_may_close() -> None:
    text = "He praised the old ‘harbour’ rate, that some had called ‘witchcraft.’"
    assert quoted(text) == ["‘harbour’", "‘witchcraft.’"]


def test_a_word_that_ends_like_one_with_a_dropped_g_may_close() -> None:
    assert quoted("The mayor ‘never asked for rain’ as boats left.") == ["‘never asked for rain’"]
    text = "“Quiet,” she said; 'we were goin' home by the weir,' he told them."
    assert quoted(text) == ["“Quiet,”", "'we were goin' home by the weir,'"]


def test_a_quotation_in_single_marks_that_runs_on_from_the_middle_of_a_paragraph() -> None:
    found = quoted(
        "‘I was a girl,’ she told them. ‘Each winter we cut a notch in it.",
        "‘This year I could not find it.’",
    )
    running = "‘Each winter we cut a notch in it.|‘This year I could not find it.’"
    assert found == ["‘I was a girl,’", running]


def test_a_quotation_in_straight_single_marks_runs_on_where_it_is_introduced() -> None:
    found = quoted(
        "Imogen Slade told the jury: 'This is no case about bread. It is about paper.",
        "'Every label was printed in the kitchen.'",
    )
    running = (
        "'This is no case about bread. It is about paper.|'Every label was printed in the kitchen.'"
    )
    assert found == [running]
    assert quoted("They met in the '90s and left.", "'We go,' she said.") == ["'We go,'"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands before a straight mark tells whether it opens
        ('He said:"We go," and went.', ['"We go,"']),
        ('He went."We go," she said.', ['"We go,"']),
        ('He went " nowhere" and back.', []),
        ('The 11"rope and the 6"plank.', []),
        ("He told them,'We go,' and went.", []),
        ("He told them, 'We go,' and went.", ["'We go,'"]),
        ("He went.'We go.'", []),
        ("(‘We go,’ she said.)", ["‘We go,’"]),
        ("(“We go,” she said.)", ["“We go,”"]),
        # a word may begin with an apostrophe
        ("‘Twas late,’ she said.", ["‘Twas late,’"]),
        ("‘twas late and cold.", []),
        ("In ‘45 per cent of homes,’ she said.", ["‘45 per cent of homes,’"]),
        ("In ‘45 they went home.", []),
        ("They sang of the ‘80s all night.", []),
        # marks of old wires
        ("``We go,'' she said. ``All of us.''", ["``We go,''", "``All of us.''"]),
        ("``We go, she said.", ["``We go, she said."]),
        # other languages' marks
        ("‚We go‘, she said.", ["‚We go‘"]),
        ("‚We go’, she said.", ["‚We go’"]),
        ("‹We go›, she said.", ["‹We go›"]),
        ("›We go‹, she »said« it.", ["›We go‹", "»said«"]),
        ("«We go», she ‹said› it.", ["«We go»", "‹said›"]),
        ("«He said «row» and we rowed», she said.", ["«He said «row» and we rowed»"]),
        # nested and never closed
        ("“He said “row” and we rowed,” she said.", ["“He said “row” and we rowed,”"]),
        ("“We go. “We stay,” she said.", ["“We go.", "“We stay,”"]),
        (
            "“We go “We stay” and so “On we go,” she said.",
            ["“We go “We stay” and so “On we go,” she said."],
        ),
        ("„Er sagte „nein“ und ging“, she said.", ["„Er sagte „nein“ und ging“"]),
        # a mark that can only open closes nothing
        ('"We go, she said. "We stay," he said.', ['"We go, she said. "We stay,"']),
        # apostrophes and ends
        ("‘It’s the crews’ boat,’ she said.", ["‘It’s the crews’ boat,’"]),
        ("‘We pay the owners’ she said.", ["‘We pay the owners’"]),
        ("‘We pay the owners’. ‘So?’", ["‘We pay the owners’", "‘So?’"]),
        ("‘We pay Max’ boat,’ she said.", ["‘We pay Max’ boat,’"]),
        ("‘We row an’ sing,’ she said.", ["‘We row an’ sing,’"]),
        ("‘We were rowin’ home,’ she said.", ["‘We were rowin’ home,’"]),
        ("‘We go’—and went.", ["‘We go’"]),
        ("‘We (all) go (now)’ and went.", ["‘We (all) go (now)’"]),
        ("'We go ' she said.", []),
        ("‘“We go”’ was all.", ["‘“We go”’"]),
        # without words
        ("She wrote “…” and “—” and went.", []),
        ("She wrote “7” and went.", ["“7”"]),
    ],
)
def test_where_a_quotation_begins_and_ends(text: str, expected: list[str]) -> None:
    assert quoted("Ferry strike goes on", text) == expected


def test_the_first_marks_of_an_article_tell_which_guillemets_open() -> None:
    assert quoted("»So«, she said.", "»No«, he said.") == ["»So«", "»No«"]
    assert quoted("«So», she said.", "«No», he said.") == ["«So»", "«No»"]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["“One. Two.", "“Three.", "“Four,” she said."], ["“One. Two.|“Three.|“Four,”"]),
        (["“One. Two.", "“Three."], ["“One. Two.|“Three."]),
        (["“One. Two.", "Three,” she said."], ["“One. Two."]),
        (["“One. Two.", "‘Three,’ she said."], ["“One. Two.", "‘Three,’"]),
        (["‘One. Two.", "‘Three,’ she said."], ["‘One. Two.|‘Three,’"]),
        (["‘One. Two.", "Three, she said."], []),
        (["He told them: ‘One. Two.", "Three, she said."], []),
        (["He told them of 'One. Two.", "'Three,' she said."], ["'Three,'"]),
        (["“One,” she said. “Two.", "“Three,” she said."], ["“One,”", "“Two.|“Three,”"]),
    ],
)
def test_over_how_many_paragraphs_a_quotation_runs(
    paragraphs: list[str], expected: list[str]
) -> None:
    assert quoted("Ferry strike goes on", *paragraphs) == expected


def test_whether_a_quotation_was_closed_is_told() -> None:
    made = article("Ferry strike goes on", "“We go,” she said.", "“We stay, he said.")
    assert [(q.mark, q.closed) for q in quotations(made)] == [("“", True), ("“", False)]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("We go home. " + "So we go on and on " * 300, len("“We go home.")),
        ("So we go on and on " * 300, 4000),
        ("So we go on and on " * 200, len("“" + "So we go on and on " * 200) - 1),
    ],
)
def test_what_was_never_closed_is_cut_to_what_may_be_meant(words: str, length: int) -> None:
    made = article("Ferry strike goes on", f"“{words}")
    (found,) = quotations(made)
    assert found.end - found.start == length


def test_the_words_of_a_turn_in_quotation_marks_are_not_quoted_by_them() -> None:
    made = article(
        "Hearing", "“HOLM: You said ‘never,’ so why?”", "“PEAKE: I said “no.””", "“HOLM: So.”"
    )
    found = [made.text[q.start : q.end] for q in quotations(made)]
    assert found == ["‘never,’", "“no.”"]


def test_whether_an_offset_is_inside_of_spans() -> None:
    spans = [Span(2, 5), Span(5, 6), Span(9, 12)]
    assert [at for at in range(14) if inside(spans, at)] == [2, 3, 4, 5, 9, 10, 11]
    assert not inside([], 3)


def test_a_cut_is_made_in_the_paragraph_that_was_never_closed() -> None:
    made = article("“It is late and we are done.", *["“" + "It rained. " * 200] * 4)
    first, *_ = quotations(made)
    assert first.spans == (made.blocks[0].span,)


def test_the_words_of_a_quotation_are_without_its_marks() -> None:
    made = article("''It is late.'' He left.", "“It is cold.", "“We go.” She stayed.")
    assert [q.words(made.text) for q in quotations(made)] == ["It is late.", "It is cold. We go."]
    open_one = article("“It is late.")
    assert [q.words(open_one.text) for q in quotations(open_one)] == ["It is late."]
