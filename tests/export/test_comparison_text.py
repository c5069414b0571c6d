"""Two voices as plain text, byte for byte."""

from dataclasses import replace

from tests.reader.voiced_harbour import voiced_harbour
from tui.analysis.comparison import compared
from tui.export.comparison_text import comparison_text, subject_text

ANALYSIS = voiced_harbour()
ADA, PIET, AUTHORITY = ANALYSIS.speakers

TEXT = """\
Ada Falkmere, mayor of Ostrand, and Piet Oduya, speaks for the fishermen
(Harbour to close for a month, mayor says; harbour.txt)

On ice
Ada Falkmere:
- the town would pay for the ice of every boat that had to land its catch elsewhere
Piet Oduya:
- “Ice melts,”

On boats
Ada Falkmere:
- the town would pay for the ice of every boat that had to land its catch elsewhere
Piet Oduya:
- “My own brother rang me from his boat to ask if it was true, and I had no answer for him.”

Ada Falkmere alone
On the divers:
- “The divers found a gap that a cow could swim through.”
"""

APART = """\
Piet Oduya, speaks for the fishermen,
and the port authority
(Harbour to close for a month, mayor
says; harbour.txt)

The two have no subject in common.

Piet Oduya alone
On ice:
- “Ice melts,”

the port authority, in short
- puts the cost at 40 million crowns
- a later start would double it
"""


def test_what_two_said_of_the_same() -> None:
    assert comparison_text(ANALYSIS, compared(ANALYSIS, ADA, PIET)) == TEXT


def test_two_who_share_nothing_and_a_width() -> None:
    assert comparison_text(ANALYSIS, compared(ANALYSIS, PIET, AUTHORITY), 40) == APART


def test_what_two_said_of_each_other_comes_first() -> None:
    ice, divers = ANALYSIS.entities[1], ANALYSIS.entities[3]
    each_other = (
        replace(ice, name="Piet Oduya", mentions=divers.mentions),
        replace(divers, name="Ada Falkmere", mentions=ice.mentions[1:]),
    )
    text = comparison_text(ANALYSIS, compared(replace(ANALYSIS, entities=each_other), ADA, PIET))
    assert text.splitlines()[3:8] == [
        "On each other",
        "Ada Falkmere:",
        "- “The divers found a gap that a cow could swim through.”",
        "Piet Oduya:",
        "- “Ice melts,”",
    ]


def test_one_subject_alone() -> None:
    whole = compared(ANALYSIS, ADA, PIET)
    ice = replace(whole, shared=whole.shared[:1], apart=((), ()))
    assert subject_text(ANALYSIS, ice) == TEXT.partition("\n\nOn boats")[0] + "\n"
    divers = replace(whole, shared=())
    assert subject_text(ANALYSIS, divers).splitlines()[3:] == TEXT.splitlines()[-3:]
