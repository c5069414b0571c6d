"""What the headers of messages tell, and which of their parts are the text."""

from email import policy
from email.message import EmailMessage

import pytest

from tests.article.test_mail_message import HEAD, TEXT, WHOLE, WRAPPED, article, blocks, message
from tui.article.mail_message import Heading, as_bytes, read, read_heading


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: It rained", "It rained"), ("FW: WG: It rained", "It rained"),
        ("tr:It rained", "It rained"), ("Hawaii: it rained", "Hawaii: it rained"),
        ("Re: It rained", "Re: It rained"), ("It rained, Fwd: on", "It rained, Fwd: on"),
        ("=?utf-8?q?Fwd:_R=C3=A6gn?=", "Rægn"), ("It\n rained", "It rained"),
    ],
)  # fmt: skip
def test_a_subject_loses_what_tells_that_it_is_sent_on(subject: str, title: str) -> None:
    assert article(TEXT.replace("The north basin", subject) + "Yes.").title == title


def test_the_headers_of_a_message_are_told_without_the_rest() -> None:
    assert read_heading(HEAD.encode()) == Heading(
        "The north basin", "2021-05-03", "<1@harbour.example>"
    )
    assert read_heading(b"X: y\n") == Heading("", "", "")
    assert read_heading(b"Date: soon\n") == Heading("", "", "")
    assert read_heading(("Subject: " + "x" * 3000).encode()).subject == "x" * 2000
    assert read_heading("Subject: Pâté\n".encode("latin-1")).subject == "Pâté"


def test_what_stands_before_the_headers_is_passed_over() -> None:
    assert as_bytes(b"\xef\xbb\xbfA: b") == b"A: b"
    assert as_bytes("A: é".encode("utf-16")) == "A: é".encode()
    assert as_bytes(b"\n \tA: b ") == b"A: b "
    assert as_bytes(b"A: b\n ") == b"A: b\n "


PAGE = "<html><body><h1>{}</h1><p>" + WHOLE + "</p></body></html>"


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        ("From: <Saved by a browser>\n", True), ("", True),
        ("From: Ada Falk <a@o.example>\n", False),
        ("From: Ada Falk <a@o.example>\nSnapshot-Content-Location: https://o.example\n", True),
    ],
)  # fmt: skip
def test_a_saved_page_was_sent_by_nobody(head: str, is_page: bool) -> None:
    sent = f"{head}Subject: It rained\nContent-Type: text/html; charset=utf-8\n\n{PAGE}"
    found = read(sent.format("On").encode())
    assert (found.title == "On") == is_page


def test_a_saved_page_without_a_title_has_its_subject() -> None:
    pages = f"Subject: It rained\nContent-Type: text/html\n\n<p>{WHOLE}</p><p>{WHOLE} So.</p>"
    assert read(pages.encode()).title == "It rained"


def test_a_saved_page_without_a_page_says_so() -> None:
    sent = (
        b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--"
    )
    with pytest.raises(ValueError, match=r"^there is no page in it$"):
        read(sent)


@pytest.mark.parametrize(
    ("plain", "shown", "is_plain"),
    [
        ("one two", 6, True), ("one two", 7, False), ("See it as HTML", 5, False),
        ("See it as HTML", 4, True), ("View this online", 4, False), ("As we see it", 5, True),
        (" ".join(["browser", *["x"] * 19]), 21, True), ("browser " + "x " * 18, 20, False),
    ],
)  # fmt: skip
def test_when_the_plain_text_is_only_a_hint(plain: str, shown: int, is_plain: bool) -> None:
    page = (
        f"<html><head><title>x x x x x x</title></head><body><p>{'word ' * shown}</p></body></html>"
    )
    found = article(message(("plain", plain), ("html", page))).text
    assert ("word" not in found) == is_plain


def test_of_several_pages_the_last_is_read() -> None:
    pages = [f"<p>{WHOLE} {word}.</p>" for word in ("One", "Two")]
    assert "Two." in article(message(*(("html", page) for page in pages))).text
    assert "One." not in article(message(*(("html", page) for page in pages))).text


def test_of_related_parts_the_first_is_read() -> None:
    sent = message(("plain", "It rained."), ("plain", "On."), kind="related")
    assert blocks(sent) == [("paragraph", "It rained.")]


@pytest.mark.parametrize(
    ("headline", "is_apart"), [("On the quay", True), ("THE NORTH BASIN", False), ("North", False)]
)
def test_a_title_that_a_page_only_tells_stands_below_the_subject(
    headline: str, is_apart: bool
) -> None:
    page = f"<html><head><title>{headline}</title></head><body><p>{WHOLE}</p></body></html>"
    text = article(message(("html", page))).text.split("\n\n")
    assert text == ["The north basin", "By Piet Oduya", *([headline] if is_apart else []), WHOLE]


def test_a_page_without_a_subject_keeps_its_title() -> None:
    sent = message(("html", PAGE.format("On the quay"))).replace(b"The north basin", b"")
    found = article(sent)
    assert (found.title, found.byline) == ("On the quay", "Piet Oduya")


def test_who_is_credited_in_a_page_is_who_wrote_it() -> None:
    page = PAGE.format("On the quay").replace("</h1>", "</h1><p>By Ada Falk</p>")
    assert article(message(("html", page))).byline == "Ada Falk"


def sent_on(text: str, **heads: str) -> bytes:
    """A message that is attached to another."""
    outer, inner = EmailMessage(), EmailMessage()
    outer["From"], outer["Subject"] = "Ada Falkmere <ada@ostrand.example>", "See this"
    outer["Message-ID"], outer["Date"] = "<3@o>", "Mon, 03 May 2021 23:30:00 -0500"
    outer.set_content(text)
    for name, value in heads.items():
        inner[name] = value
    inner.set_content(WRAPPED)
    outer.add_attachment(inner)
    return outer.as_bytes(policy=policy.SMTP)


@pytest.mark.parametrize(
    ("text", "heads", "expected"),
    [
        ("So.", {"Subject": "On"}, ["See this", "By Ada Falkmere", "So.", "On", WHOLE]),
        ("So.", {"From": "Bo Sand <b@o>"},
         ["See this", "By Ada Falkmere", "So.", "By Bo Sand", WHOLE]),
        ("", {"Subject": "On"}, ["On", "By Ada Falkmere", WHOLE]),
        ("", {"From": "Bo Sand <b@o>"}, ["See this", "By Bo Sand", WHOLE]),
    ],
)  # fmt: skip
def test_what_is_told_of_a_message_that_is_attached(
    text: str, heads: dict[str, str], expected: list[str]
) -> None:
    found = article(sent_on(text, **heads))
    assert found.text.split("\n\n") == expected
    assert found.date == "2021-05-03"


def test_why_a_message_has_no_text_is_told() -> None:
    encrypted = HEAD + "Content-Type: application/pkcs7-mime\n\nMIAG"
    with pytest.raises(
        ValueError, match=r"^it is encrypted; save its text once your mail program has opened it$"
    ):
        read(encrypted.encode())
    for kind in ("text/plain", "text/html", "message/rfc822", "application/pdf"):
        with pytest.raises(ValueError, match=r"^there is no text in the (?:message|page)$"):
            read(f"{HEAD}Content-Type: {kind}\n\n".encode())


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("iso-8859-15", b"caf\xe9 \xa4", "café €"), ("cp1252", b"\x93No\x94", "“No”"),
        ("latin-1", b"caf\xe9", "café"), ("koi8-r", "Да".encode("koi8-r"), "Да"),
        ("us-ascii", b"The \x93No\x94 of the man", "The “No” of the man"),
        ("utf-8", b"The \x93No\x94 of the man", "The “No” of the man"),
    ],
)  # fmt: skip
def test_a_text_in_the_encoding_that_is_told(charset: str, data: bytes, text: str) -> None:
    head = f"{HEAD}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert blocks(head.encode() + data) == [("paragraph", text)]
