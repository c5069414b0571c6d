"""Mailboxes: their messages, by names that stay what they are."""

from pathlib import Path

import pytest

from tui.article.loading import ArticleError, load, parts_of
from tui.article.mailbox import read
from tui.article.manuscript import Manuscript, Part

FILES = Path(__file__).parent / "files"
MBOX = FILES / "ministers_meeting.mbox"
SEPARATOR = "From piet@harbour.example Mon May  3 23:30:00 2021\n"


def message(text: str, number: int = 1, *, headers: str = "") -> str:
    return (
        f"{SEPARATOR}From: Piet Oduya <piet@harbour.example>\nSubject: Letter {number}\n"
        f"Message-ID: <{number}@harbour.example>\n{headers}\n{text}\n\n"
    )


def parts(data: str | bytes) -> tuple[Part, ...]:
    found = read(data.encode() if isinstance(data, str) else data)
    assert isinstance(found, tuple)
    return found


def words(part: Part) -> list[str]:
    assert part.read is not None
    return [piece.text for piece in part.read().pieces]


def test_each_message_is_an_article_with_its_subject_and_day() -> None:
    found = parts_of(str(MBOX))
    assert found is not None
    assert [(part.title, part.date) for part in found] == [
        ("Five hours at Lake Ishmere, and a dam still between them", "2025-06-03"),
        ("Re: Five hours at Lake Ishmere, and a dam still between them", "2025-06-04"),
    ]
    first = load(f"{MBOX}#{found[0].name}")
    assert first.text == load("sample_articles/ministers_meeting.txt").text


def test_a_line_that_begins_with_from_is_as_it_was_sent() -> None:
    found = parts_of(str(MBOX))
    assert found is not None
    reply = load(f"{MBOX}#{found[1].name}")
    assert "\n\nFrom the gate to the hotel it is two hundred metres." in reply.text
    quoted = "> Not everybody was charmed. Oskar Brandt, who leads the farmers’ union on the Norr"
    assert f"\n\n{quoted}" in reply.text


def test_a_line_about_a_place_and_a_time_parts_no_messages() -> None:
    text = "It closes.\n\nFrom 10:30 on Monday, 3 May 2021\nnobody sails.\n\nFrom then on, nobody."
    found = parts(message(text) + message("Yes.", 2))
    assert len(found) == 2
    assert "nobody sails." in " ".join(words(found[0]))


def test_a_messages_name_stays_when_others_come_before_it() -> None:
    (first, second), (_, again, _) = (
        parts(message("One.") + message("Two.", 2)),
        parts(message("None.", 3) + message("One.") + message("Two.", 2)),
    )
    assert first.name == again.name
    assert first.name != second.name
    assert first.name.isalnum()


def test_a_message_that_is_there_twice_has_two_names() -> None:
    found = parts(message("One.") * 2)
    assert found[1].name == f"{found[0].name}-2"


def test_messages_without_an_id_or_a_subject_are_told_apart() -> None:
    text = f"{SEPARATOR}From: A <a@b>\nX-Number: 1\n\nOne.\n\n"
    found = parts(text + text.replace("Number: 1", "Number: 2").replace("One", "Two"))
    assert found[0].name != found[1].name
    assert [part.title for part in found] == ["a message without a subject"] * 2
    assert words(found[1]) == ["Two."]


def test_a_single_message_is_an_article_at_once() -> None:
    found = read(message("It closes.").encode())
    assert isinstance(found, Manuscript)
    assert (found.title, found.pieces[0].text) == ("Letter 1", "It closes.")


def test_line_ends_of_windows_and_a_unicode_mark() -> None:
    data = "\ufeff" + (message("“One.”") + message("Two.", 2)).replace("\n", "\r\n")
    assert [words(part) for part in parts(data)] == [["“One.”"], ["Two."]]


def test_what_was_deleted_and_what_a_mail_program_keeps_are_no_messages() -> None:
    gone = message("Gone.", 2, headers="X-Mozilla-Status: 0009\n")
    seen = message("Seen.", 3, headers="X-Mozilla-Status: 0001\n")
    own = message("For the program.", 4).replace(
        "Letter 4", "DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA"
    )
    found = parts(own + message("One.") + gone + seen)
    assert [words(part) for part in found] == [["One."], ["Seen."]]


def test_nothing_but_heads_is_read_for_the_list() -> None:
    broken = message("x", 2, headers="Content-Type: application/pkcs7-mime\n")
    found = parts(message("One.") + broken)
    with pytest.raises(
        ValueError, match=r"^it is encrypted; save its text once your mail program has opened it$"
    ):
        words(found[1])


def test_a_mailbox_without_a_message_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^there are no messages in it$"):
        read(b"\n")


def test_several_messages_have_to_be_chosen_from() -> None:
    with pytest.raises(ArticleError, match="it holds 2 articles"):
        load(str(MBOX))


def test_a_line_of_many_times_and_years_parts_no_messages() -> None:
    line = "From " + "1:11 1111 " * 100_000
    found = parts(message(f"One.\n\n{line}\nx y\n") + message("Two.", 2))
    assert len(found) == 2
