"""What stands above and below each message of a sender is no part of its text."""

import pytest

from tests.article.test_mail_message import TEXT, WHOLE, WRAPPED, article, blocks, message
from tui.article.mail_furniture import hidden_in, without_furniture
from tui.article.manuscript import Piece

SAID = "The gates are forty years old, and nobody on the quay can say who made them."
STOP = "Unsubscribe from this list"
ABOVE = "View this email in your browser"


def left(*texts: str, hidden: frozenset[str] = frozenset()) -> list[str]:
    pieces = [Piece("paragraph", text) for text in texts]
    return [piece.text for piece in without_furniture(pieces, hidden)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([ABOVE, SAID], [SAID]),
        ([SAID, SAID, ABOVE, SAID], [SAID] * 3),
        ([SAID, SAID, SAID, ABOVE, SAID], [SAID, SAID, SAID, ABOVE, SAID]),
        ([f"{ABOVE}, “it says”", SAID], [f"{ABOVE}, “it says”", SAID]),
        ([SAID, STOP], [SAID]),
        ([SAID, STOP, "Harbour Media", "Quay 4."], [SAID]),
        ([SAID, STOP, "© 2021 Harbour Media."], [SAID]),
        ([SAID, STOP, "Contact us."], [SAID]),
        ([SAID, STOP, "It rained on."], [SAID, STOP, "It rained on."]),
        ([SAID, STOP, "“Quay 4"], [SAID, STOP, "“Quay 4"]),
        ([SAID, 'Unsubscribe "now"'], [SAID, 'Unsubscribe "now"']),
        ([SAID, "Harbour Media"], [SAID, "Harbour Media"]),
        ([SAID, STOP, *["Harbour"] * 11], [SAID]),
        ([SAID, STOP, *["Harbour"] * 12], [SAID, STOP, *["Harbour"] * 12]),
        ([SAID, STOP, *["Harbour"] * 11, STOP, *["Harbour"] * 11], [SAID]),
        ([SAID, f"Unsubscribe {'x' * 238}"], [SAID]),
        ([SAID, f"Unsubscribe {'x' * 239}"], [SAID, f"Unsubscribe {'x' * 239}"]),
        ([SAID, f"If you are not the intended {'x' * 1972}"], [SAID]),
        ([SAID, f"If you are not the intended {'x' * 1973}"],
         [SAID, f"If you are not the intended {'x' * 1973}"]),
        ([SAID, "Please think of the environment before printing."], [SAID]),
        ([STOP], [STOP]),
        ([ABOVE, STOP], [STOP]),
        ([STOP, STOP], [STOP]),
        ([ABOVE], []),
        ([], []),
    ],
)  # fmt: skip
def test_what_is_left_of_a_message(texts: list[str], expected: list[str]) -> None:
    assert left(*texts) == expected


def test_what_a_page_hides_is_not_shown_at_its_top() -> None:
    hidden = hidden_in("<p>One</p><p style='Display : NONE'>Rain, <b>fog</b>!</p><p style=''>x</p>")
    assert hidden == {"Rainfog"}
    assert left("Rain, fog", SAID, hidden=hidden) == [SAID]
    assert left(SAID, SAID, SAID, "Rain, fog", SAID, hidden=hidden)[3] == "Rain, fog"


@pytest.mark.parametrize("page", ["", "<p>One</p>", "display:none", "<p style='display:none'></p>"])
def test_a_page_may_hide_nothing(page: str) -> None:
    assert hidden_in(page) == frozenset()


FOOTERS = (
    "You are receiving this email because you signed up at harbour.example. Unsubscribe\n\n"
    "Harbour Media Ltd, 1 Quay Road, Ostrand. Registered no. 123",
    "Unsubscribe <https://harbour.example/u> | Manage preferences",
    "This email and any attachments are confidential and may be privileged. If you are not the "
    "intended recipient please delete it.",
    "If you no longer wish to receive our letters, write to us.\n\nHarbour Media\n\n© 2021 Harbour",
    "CONFIDENTIALITY NOTICE: This message (including any attachments) may contain information "
    "that is privileged.",
)


@pytest.mark.parametrize("footer", FOOTERS)
def test_what_stands_below_each_message_of_a_company_is_left_out(footer: str) -> None:
    text = f"View this email in your browser\n\n{WRAPPED}\n{footer}\n"
    assert blocks(TEXT + text) == [("paragraph", WHOLE)]
    page = "".join(f"<p>{part}</p>" for part in f"{WHOLE}\n\n{footer}".split("\n\n"))
    hidden = '<div style="display:none">The gates, and a kettle.</div>'
    found = blocks(message(("html", f"<html><body>{hidden}{page}</body></html>")))
    assert found == [("paragraph", WHOLE)]


@pytest.mark.parametrize("footer", FOOTERS)
def test_the_same_within_the_text_stays(footer: str) -> None:
    assert article(f"{TEXT}{WRAPPED}\n{footer}\n\n{WRAPPED}").text.count(WHOLE) == 2
    first = footer.split("\n\n")[0]
    assert first in article(f"{TEXT}{WHOLE}\n\n{footer}\n\n{WHOLE}\n").text


def test_a_message_that_is_nothing_else_stays() -> None:
    assert blocks(f"{TEXT}Unsubscribe\n") == [("paragraph", "Unsubscribe")]
