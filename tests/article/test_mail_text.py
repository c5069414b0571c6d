"""The lines of a message's text become blocks, and tell of what is sent on in it."""

import pytest

from tui.article.mail_text import behind_headers, read_text
from tui.article.manuscript import Piece


def texts(text: str, *, flowed: bool = False, delete_space: bool = False) -> list[str]:
    """The blocks, a mark before what is quoted."""
    found = read_text(text, flowed=flowed, delete_space=delete_space).pieces
    return [f"> {piece.text}" if piece.kind == "quote" else piece.text for piece in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one \ntwo", ["one two"]), ("one\ntwo", ["one", "two"]), ("one ", ["one"]),
        (" one \n two", ["one two"]), ("one \n> two", ["one", "> two"]),
        ("> one \ntwo", ["> one", "two"]), ("> one \n>> two", ["> one", "> two"]),
        (">> one \n>> two", ["> one two"]), ("-- \none", []), ("one\n-- \ntwo", ["one"]),
        ("one \n", ["one"]),
    ],
)  # fmt: skip
def test_flowed_lines(text: str, expected: list[str]) -> None:
    assert texts(text, flowed=True) == expected


def test_flowed_lines_may_lose_the_space_at_their_ends() -> None:
    assert texts("one \ntwo", flowed=True, delete_space=True) == ["onetwo"]
    assert texts("one\ntwo ", flowed=True, delete_space=True) == ["one", "two"]


WHEN = "On 2 May 2021, Ada wrote:"


@pytest.mark.parametrize(
    ("behind", "stays"),
    [
        (["-- ", *["Ada"] * 15], False), (["-- ", *["Ada"] * 16], True),
        (["--", *["Ada"] * 5], False), (["--", *["Ada"] * 6], True),
        (["-- ", *["Ada", ""] * 15], False), (["> -- ", "Ada"], True),
        (["-- ", "Ada", WHEN], False), (["-- ", WHEN, "Ada"], True),
        (["-- ", "-- Forwarded message --", "Ada"], True), (["---", "Ada"], True),
    ],
)  # fmt: skip
def test_a_signature_has_few_lines(behind: list[str], stays: bool) -> None:
    shown = texts("\n".join(["It rained.", *behind]))
    assert any("Ada" in text for text in shown if text != WHEN) == stays


@pytest.mark.parametrize(
    ("rule", "said", "between", "stays"),
    [
        ("_" * 20, "harbour mailing list", 6, False), ("_" * 19, "harbour mailing list", 6, True),
        ("_" * 20, "harbour list", 6, True), ("_" * 20, "harbour mailing list", 7, True),
    ],
)  # fmt: skip
def test_the_footer_of_a_list(rule: str, said: str, between: int, stays: bool) -> None:
    text = "\n".join(["It rained.", rule, said, *["x@o.example"] * between])
    assert any("x@o.example" in block for block in texts(text)) == stays
    assert texts(text)[0] == "It rained."


HEAD = ["From: Ada Falk <a@o.example>", "*Subject:* It rained", "Sent: 2 May 2021"]


@pytest.mark.parametrize(
    ("lines", "told", "expected"),
    [
        (["-- Forwarded message --", *HEAD, "", "So."],
         {"from": "Ada Falk <a@o.example>", "subject": "It rained", "sent": "2 May 2021"}, ["So."]),
        (["", "-----Original Message-----", "", HEAD[0], "and more", HEAD[2], "", "So."],
         {"from": "Ada Falk <a@o.example>", "sent": "2 May 2021"}, ["So."]),
        (["Begin forwarded message:", "", f"> {HEAD[0]}", f"> {HEAD[2]}", ">", "> So.", ">> No."],
         {"from": "Ada Falk <a@o.example>", "sent": "2 May 2021"}, ["So.", "> No."]),
        (["-- Forwarded message --", HEAD[0], "", "So."], {}, ["So."]),
        (["So.", "", "-- Forwarded message --", *HEAD, "", "No."], {}, ["No."]),
        (["-- Forwarded message --"], {}, []),
        (["-- Forwarded message --", *HEAD],
         {"from": "Ada Falk <a@o.example>", "subject": "It rained", "sent": "2 May 2021"}, []),
        ([], {}, []),
    ],
)  # fmt: skip
def test_what_the_head_of_a_message_sent_on_tells(
    lines: list[str], told: dict[str, str], expected: list[str]
) -> None:
    assert read_text("\n".join(lines)).forwarded == told
    assert texts("\n".join(lines))[-len(expected) or 99 :] == expected


def test_headers_within_a_text_are_blocks_of_their_own() -> None:
    lines = ["So.", "", "-- Forwarded message --", *HEAD, "To: me", "", "So it", "From: is it"]
    assert texts("\n".join(lines)) == [
        "So.", "-- Forwarded message --", *HEAD, "To: me", "So it", "From: is it"
    ]  # fmt: skip
    gap = ["-- Forwarded message --", "", HEAD[0], "", HEAD[1], "", "No."]
    assert texts("\n".join(["So.", *gap])) == ["So.", *filter(None, gap)]


@pytest.mark.parametrize(
    ("told", "behind"),
    [
        (["So.", "-- Forwarded message --", *HEAD, "No.", "On."], ["No.", "On."]),
        (["So.", "-- Forwarded message --", *HEAD], []), (["So.", *HEAD, "No."], []),
        (["-- Forwarded message --", "No."], ["No."]),
    ],
)  # fmt: skip
def test_what_stands_behind_the_headers(told: list[str], behind: list[str]) -> None:
    pieces = [Piece("paragraph", text) for text in told]
    assert [piece.text for piece in behind_headers(pieces)] == behind


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["On 2 May 2021,", "Ada wrote:"], ["On 2 May 2021, Ada wrote:"]),
        (["On 2 May 2021,", "Ada, mayor,", "wrote:"], ["On 2 May 2021, Ada, mayor, wrote:"]),
        (["On 2 May 2021,", "Ada,", "mayor,", "wrote:"],
         ["On 2 May 2021,", "Ada,", "mayor,", "wrote:"]),
        (["On 2 May 2021,", "", "Ada wrote:"], ["On 2 May 2021,", "Ada wrote:"]),
        (["On 2 May 2021,", "Ada wrote"], ["On 2 May 2021,", "Ada wrote"]),
        (["So.", "On 2 May 2021,", "Ada wrote:"], ["So.", "On 2 May 2021, Ada wrote:"]),
        (["On Monday,", "Ada wrote:"], ["On Monday,", "Ada wrote:"]),
    ],
)  # fmt: skip
def test_what_introduces_a_quotation_is_one_line(above: list[str], expected: list[str]) -> None:
    assert texts("\n".join([*above, "> No."])) == [*expected, "> No."]
    assert texts("\n".join([*above, "No."]))[-1] == "No."
    apart = list(filter(None, above))
    assert texts("\n".join([*above, ">> No."]))[: len(apart)] == apart


SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"


def test_the_armour_of_a_signature_is_no_text() -> None:
    end = "\n-----BEGIN PGP SIGNATURE-----\n\nabc"
    assert texts(f"\n{SIGNED}It rained.\n\n- > On.{end}") == ["It rained.", "> On."]
    assert texts(f"So.\n{SIGNED}It rained.")[0] == "So."
    assert texts("It rained.\r\nOn.\r\n") == ["It rained.", "On."]


def test_a_long_number_introduces_nothing() -> None:
    line = f"On {'1' * 300_000}"
    assert texts(f"So.\n\n-- \n{line}\n") == ["So."]
