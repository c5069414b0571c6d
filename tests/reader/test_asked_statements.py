"""A question and what narrows it: the latest wish is undone first."""

from tui.corpus.question import Question
from tui.reader.asked_statements import Asked


def test_wishes_narrow_a_question_and_are_undone_one_at_a_time() -> None:
    asked = Asked(Question(words="harbour", entity="Dunmoor"))
    narrowed = asked.saying("“low tide”").turned().on("Ostrand")
    assert narrowed.question == Question(
        words="harbour “low tide”",
        unfinished=True,  # a word is found while it is typed
        entity="Ostrand",
        kinds=("direct", "mixed"),
    )
    assert narrowed.told == ("““low tide””", "no indirect", "on Ostrand")
    first = narrowed.undone()
    assert first is not None
    assert first.question.entity == "Dunmoor"
    second = first.undone()
    assert second is not None
    assert second.question.kinds == ()
    third = second.undone()
    assert third == asked
    assert asked.undone() is None


def test_what_is_doubtful_is_shown_and_hidden_again() -> None:
    asked = Asked(Question(person="p1")).doubted()
    assert (asked.question.doubtful, asked.told) == (True, ("with doubtful",))
    assert asked.undone() == Asked(Question(person="p1")) == asked.doubted()


def test_what_is_only_indirect_cannot_be_hidden() -> None:
    assert Asked(Question(kinds=("indirect",))).turned().question.kinds == ("indirect",)
    assert Asked(Question(kinds=("mixed", "indirect"))).turned().question.kinds == ("mixed",)


def test_orders_go_round_and_meaning_has_one_more() -> None:
    asked = Asked(Question(person="p1"))
    orders = [asked.question.order]
    while (asked := asked.reordered()).order_told:
        orders.append(asked.question.order)
    assert orders == ["newest", "oldest", "surest"]
    near = Asked(Question(meaning="hunger", order="closest"))
    assert (near.question.order, near.order_told) == ("closest", "")
    assert near.reordered().order_told == "newest first"
