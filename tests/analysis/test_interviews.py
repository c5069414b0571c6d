"""Interviews that tell question and answer apart by paragraphs alone."""

import re

from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse
from tui.article.loading import article_from_text

TALK = """Five minutes with: Noor Haddad, lighthouse keeper

The last keeper on the north coast talks about fog and the end of a trade.

How did you get the job?

I answered an advert in a newspaper that no longer exists.

There were two of us.

And you stayed. Were you ever lonely?

My mother used to say that a person who is lonely has not looked out of the window.

The agency says the light will be automatic by June.

Yes. They sent me a letter that said my “role had been reimagined”.

What will you miss?

The fog. I never told anybody how quiet it gets.

Her book is out in May.
"""
FAQ = """The new wall: what you need to know

The council has approved the wall.

What is being built?

A wall of stone, 400 metres long.

What will it cost you?

About 30 crowns a year for each household.

When does it start?

In the spring, if the weather holds.
"""


def test_questions_and_answers() -> None:
    analysis = analyse(article_from_text(TALK))
    names = {s.id: s.name for s in analysis.speakers}
    said = [(names[q.speaker or ""], q.text) for q in analysis.quotes if q.kind == "direct"]
    assert said == [
        ("the interviewer", "How did you get the job?"),
        (
            "Noor Haddad",
            "I answered an advert in a newspaper that no longer exists.\n\nThere were two of us.",
        ),
        ("the interviewer", "And you stayed. Were you ever lonely?"),
        (
            "Noor Haddad",
            "My mother used to say that a person who is lonely has not looked out of the window.",
        ),
        ("the interviewer", "The agency says the light will be automatic by June."),
        ("Noor Haddad", "Yes. They sent me a letter that said my “role had been reimagined”."),
        ("the interviewer", "What will you miss?"),
        ("Noor Haddad", "The fog. I never told anybody how quiet it gets."),
    ]


def test_questions_that_nobody_answers_for_himself_are_no_interview() -> None:
    assert not [q for q in analyse(article_from_text(FAQ)).quotes if q.kind == "direct"]


def test_what_is_told_between_answers_is_no_part_of_them() -> None:
    told = (
        "Haddad laughs and points to the rope above the door.\n\nIt is the oldest thing here.\n\n"
        "Her sister, Lena Haddad, remembers it differently. “She never read that advert,” she said"
        " by telephone.\n\nAnd you stayed."
    )
    analysis = analyse(article_from_text(TALK.replace("And you stayed.", told)))
    names = {s.id: s.name for s in analysis.speakers}
    said = {q.text: names[q.speaker or ""] for q in analysis.quotes}
    assert said["“She never read that advert,”"] == "Lena Haddad"
    answer = "I answered an advert in a newspaper that no longer exists.\n\nThere were two of us."
    assert said[answer] == "Noor Haddad"


def test_what_is_told_to_whom_is_asked_is_asking_too() -> None:
    analysis = read(
        "Edda Velt’s kitchen is dark. “It’s toast,” she says.",
        "You burned your first novel. Is that true?",
        "Yes. In the garden. I thought I would regret it.",
        "And did you?",
        "I regretted the drum.",
        "Critics have called your work cold. The Courier’s Phil Raske said it was “a glacier”.",
        "[Laughs] I sent him a card.",
        "Your sister, the painter Inga Velt, once said you were stubborn.",
        "She also said I was adopted.",
        "What will you do if you win?",
        "I’ll feed the goats.",
        head="‘I don’t own a television and I never will’: an evening with Edda Velt",
    )
    names = speakers_of(analysis)
    asked = names.index("the interviewer")
    assert names[:asked] == ["Edda Velt"] * asked
    assert names[asked:] == ["the interviewer", "Edda Velt"] * 5


def test_the_lines_above_may_tell_who_asks() -> None:
    told = TALK.replace("keeper on the north coast talks about", "keeper talks to Bo Rask about")
    analysis = analyse(article_from_text(told))
    assert set(speakers_of(analysis)) == {"Noor Haddad", "Bo Rask"}


def test_somebody_whose_name_is_a_part_of_the_author_s_is_not_the_author() -> None:
    made = article_from_text(
        "A day at the harbour\n\nBy Owen Smith\n\n"
        "I met Owe at the harbour on Monday. “It is late,” I said.\n\n“It is,” said Owe."
    )
    assert speakers_of(analyse(made)) == ["Owen Smith", "Owe"]


def test_questions_may_have_kept_their_emphasis() -> None:
    marked = re.sub(r"^(.*\?)$", r"**\1**", TALK, flags=re.MULTILINE)
    assert "**What will you miss?**" in marked
    said = speakers_of(analyse(article_from_text(marked)))
    assert said == speakers_of(analyse(article_from_text(TALK)))


def test_what_the_author_tells_of_a_meeting_is_no_answer() -> None:
    analysis = read(
        "Solvej Berg is late. The writer apologises to me.",
        "You published your first book at 47. What took you so long?",
        "I was a dentist! I thought that writers wait for inspiration.",
        "Is it true you destroyed a novel?",
        "I threw it in a canal, yes.",
        "Do you read your reviews?",
        "One critic wrote that my prose was like gravel.",
        "Later, on the pier, she tells me that the next book is the last. “Don’t print that,” she "
        "says.",
    )
    last = analysis.quotes[-1]
    assert analysis.article.text[slice(*last.spans[0])] == "“Don’t print that,”"
    assert speakers_of(analysis)[-2:] == ["Solvej Berg", "Solvej Berg"]


BARE = """Five minutes with Noor Haddad

The keeper of the last lighthouse on the coast on fog and the end of a trade.

How did you begin?

I answered an advert in a newspaper. We were two.

What was the worst day?

The storm, by far. I slept on the stairs.

And the best?

My daughter came up all the steps. I cried.

What is next?

We go to the south in May. I am told it rains there, too.
"""


def test_questions_may_be_bare_where_the_answers_say_i() -> None:
    analysis = analyse(article_from_text(BARE))
    assert [who == "Noor Haddad" for who in speakers_of(analysis)] == [False, True] * 4


def test_who_asks_themselves_tells_a_story() -> None:
    story = BARE.replace("How did you begin?", "Why did I ever do it, you ask?")
    assert "Noor Haddad" not in speakers_of(analyse(article_from_text(story)))
