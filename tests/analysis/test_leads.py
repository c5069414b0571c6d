"""What is told in other words keeps the words that say who tells it."""

import pytest

from tests.analysis.articles import article
from tui.analysis.leads import lead_of, with_lead
from tui.analysis.model import Quote, QuoteKind, SummarySentence
from tui.analysis.sentences import sentences
from tui.article.model import Span


@pytest.mark.parametrize(
    ("text", "mention", "cue", "said", "kind", "expected"),
    [
        ("Ada Falk denied that she knew.", "Ada Falk", "denied", "that she knew", "indirect",
         "Ada Falk denied"),
        ("Falk told the harbour council that it was late.", "Falk", "told", "that it was late",
         "indirect", "Falk told the harbour council"),
        ("Falk wrote to Mr. Oake that it was late.", "Falk", "wrote", "that it was late",
         "indirect", "Falk wrote to Mr. Oake"),
        ("Falk, who had slept in the train, said it was late.", "Falk", "said", "it was late",
         "indirect", None),
        ("Falk, who had slept in the train, denied it was late.", "Falk", "denied", "it was late",
         "indirect", "denied"),
        ("According to Ada Falk the boats are late.", "Ada Falk", "According to",
         "the boats are late", "indirect", "According to Ada Falk"),
        ("The boats are late, Ada Falk said.", "Ada Falk", "said", "The boats are late", "indirect",
         None),
        ("Falk called the plan “a raft.”", "Falk", "called", "the plan “a raft.”", "mixed",
         "Falk called"),
        ("Ada Falk, whose wife told the panel that it was late, left.", "wife", "told",
         "that it was late", "indirect", "told the panel"),
        ("Ada Falk, who denied that it was late, left.", "who", "denied", "that it was late",
         "indirect", "denied"),
        ("Falk said, “It is late.”", "Falk", "said", "“It is late.”", "direct", None),
        ("He knew. Falk came and Oduya said it was late.", "He", "said", "it was late", "indirect",
         None),
    ],
)  # fmt: skip
def test_the_words_before(
    text: str, mention: str, cue: str, said: str, kind: QuoteKind, expected: str | None
) -> None:
    made = article("The boats at night", text)

    def found(words: str) -> Span:
        start = made.text.index(words, made.text.index(text))
        return Span(start, start + len(words))

    part = found(said)
    quote = Quote("q1", kind, (part,), said, found(cue), found(mention), "s1", 1.0, "")
    lead = lead_of(made.text, quote, part, sentences(made))
    assert (made.text[slice(*lead)] if lead else None) == expected
    whole = with_lead(made, SummarySentence(part, said, "q1", lead))
    assert whole == (f"{expected} {said}" if expected else said)


def test_an_interrupted_statement_has_its_first_half_before_the_second() -> None:
    made = article("Boats at night", "It rained. The lake, she said, was low and still.")
    halves = [
        Span(made.text.index(w), made.text.index(w) + len(w)) for w in ("The lake", "was low")
    ]
    cue = Span(made.text.index("said"), made.text.index("said") + 4)
    quote = Quote("q1", "indirect", tuple(halves), "", cue, None, "s1", 1.0, "")
    first, second = (lead_of(made.text, quote, half, sentences(made)) for half in halves)
    assert first is None
    assert second is not None
    assert made.text[slice(*second)] == "The lake, she said,"


def test_only_the_beginning_of_a_statement_has_a_lead() -> None:
    made = article("Boats", "Ada Falk said that it was late and that nobody came.")
    start = made.text.index("that nobody")
    whole = Span(made.text.index("that it"), start + 16)
    cue = Span(made.text.index("said"), made.text.index("said") + 4)
    quote = Quote("q1", "indirect", (whole,), "", cue, None, "s1", 1.0, "")
    assert lead_of(made.text, quote, Span(start, start + 16), sentences(made)) is None
