"""Mail: the article in a message, as its reader sees it."""

from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tui.article.loading import ArticleError, article_from_bytes, load
from tui.article.mail_message import read
from tui.article.manuscript import Manuscript
from tui.article.model import Article

FILES = Path(__file__).parent / "files"
PLAIN = Path("sample_articles/ministers_meeting.txt")
HEAD = """\
From: Piet Oduya <piet@harbour.example>
To: Ada Falkmere <ada@ostrand.example>
Subject: The north basin
Date: Mon, 03 May 2021 23:30:00 -0500
Message-ID: <1@harbour.example>
MIME-Version: 1.0
"""
TEXT = HEAD + "Content-Type: text/plain; charset=utf-8\n\n"
WRAPPED = """\
The gates are forty years old. If we wait until the autumn, the storms
will have them, and then the basin is closed for a year and not for a
month.
"""
WHOLE = (
    "The gates are forty years old. If we wait until the autumn, the storms will have them, "
    "and then the basin is closed for a year and not for a month."
)


def article(data: str | bytes) -> Article:
    return article_from_bytes(data.encode() if isinstance(data, str) else data, "-", "letter.eml")


def blocks(data: str | bytes) -> list[tuple[str, str]]:
    """The kind and text of each block behind the title and the byline."""
    found = article(data)
    return [
        (block.kind, found.text[block.span.start : block.span.end])
        for block in found.blocks
        if block.kind not in ("title", "byline")
    ]


def message(*parts: tuple[str, str], kind: str = "alternative") -> bytes:
    """A message of several parts, each a subtype of text and its content."""
    made = EmailMessage()
    made["From"] = "Piet Oduya <piet@harbour.example>"
    made["Subject"] = "The north basin"
    made["Message-ID"] = "<2@harbour.example>"
    made.add_header("Content-Type", f"multipart/{kind}")
    for subtype, content in parts:
        part = EmailMessage()
        part.set_content(content, subtype=subtype)
        made.attach(part)
    return made.as_bytes(policy=policy.SMTP)


@pytest.mark.parametrize(
    "name", ["ministers_meeting.eml", "ministers_meeting_mutt.eml", "ministers_meeting_s_nail.eml"]
)
def test_an_article_that_was_mailed_is_the_article(name: str) -> None:
    mailed, plain = load(str(FILES / name)), load(str(PLAIN))
    assert mailed.text == plain.text
    assert mailed.blocks == plain.blocks
    assert (mailed.title, mailed.byline) == (plain.title, plain.byline)


def test_the_headers_tell_title_author_and_day() -> None:
    found = article(TEXT + WRAPPED)
    assert (found.title, found.byline) == ("The north basin", "Piet Oduya")
    assert found.date == "2021-05-03"  # where it was sent


def test_a_byline_in_the_text_is_not_the_senders() -> None:
    sent = TEXT.replace("Piet Oduya", "The Ostrand Observer") + "By Simone Tarr\n\n" + WRAPPED
    assert article(sent).byline == "Simone Tarr"
    assert "Observer" not in article(sent).text


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("=?utf-8?q?Zo=C3=AB_Falk?= <z@o.example>", "Zoë Falk"),
        ('"Falk, Zoë" <z@o.example>', "Falk, Zoë"),
        ("z@o.example (Zoë Falk)", "Zoë Falk"),
        ("Zoë Falk, Reporter <z@o.example>", "Zoë Falk, Reporter"),
        ("'Zoë Falk' via Harbour News <list@o.example>", "Zoë Falk"),
        ("<z@o.example>", None),
        ("z@o.example", None),
        ("z@o.example <z@o.example>", None),
        pytest.param("(" * 5000, None, id="brackets without end"),
    ],
)
def test_the_byline_is_the_senders_name(sender: str, name: str | None) -> None:
    sent = TEXT.replace("Piet Oduya <piet@harbour.example>", sender)
    assert article(sent + WRAPPED).byline == name


def test_hard_wrapped_paragraphs_are_made_whole() -> None:
    assert blocks(TEXT + WRAPPED) == [("paragraph", WHOLE)]


def test_a_flowed_text_goes_on_where_its_lines_end_in_a_space() -> None:
    sent = TEXT.replace("utf-8", "utf-8; format=flowed")
    sent += "We have \nwaited.\nNot long.\n\n> They \n> waited.\n>> We\n \n From here.\n"
    assert blocks(sent) == [
        ("paragraph", "We have waited."),
        ("paragraph", "Not long."),
        ("quote", "> They waited."),
        ("quote", "> We"),
        ("paragraph", "From here."),
    ]


def test_the_space_of_a_flowed_line_is_left_out_where_the_message_says_so() -> None:
    sent = TEXT.replace("utf-8", 'utf-8; Format="Flowed"; DelSp=Yes')
    assert blocks(sent + "a har \nbour\n")[0][1] == "a harbour"


def test_what_is_quoted_in_a_reply_is_a_quotation() -> None:
    quoted = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    sent = f"""{TEXT}I have read it twice.

On Sunday, 2 May 2021 at 18:22, Ada Falkmere, mayor of Ostrand
<ada@ostrand.example> wrote:
{quoted}>> Nobody asked us.
>
> That was a mistake.

You have said so to me.
"""
    assert blocks(sent) == [
        ("paragraph", "I have read it twice."),
        (
            "paragraph",
            "On Sunday, 2 May 2021 at 18:22, Ada Falkmere, mayor of Ostrand "
            "<ada@ostrand.example> wrote:",
        ),
        ("quote", f"> {WHOLE}"),
        ("quote", "> Nobody asked us."),
        ("quote", "> That was a mistake."),
        ("paragraph", "You have said so to me."),
    ]


def test_a_signature_is_left_out_and_what_is_quoted_below_it_is_not() -> None:
    sent = TEXT + "It closes.\n\n-- \nPiet Oduya\nHarbour 4\n\n> When?\n> -- \n> Ada\n\nIn May.\n"
    assert [text for _, text in blocks(sent)] == ["It closes.", "> When?", "In May."]


def test_a_rule_in_the_text_is_no_signature() -> None:
    notes = "\n\n".join(f"Note {i} tells more of it." for i in range(8))
    assert "Note 7 tells" in article(f"{TEXT}It closes.\n\n--\n\n{notes}\n").text


def test_the_footer_of_a_mailing_list_is_left_out() -> None:
    footer = "_" * 47 + "\nharbour mailing list\nharbour@ostrand.example\n"
    assert blocks(TEXT + "It closes.\n" + footer) == [("paragraph", "It closes.")]


def test_the_armour_of_a_signed_text_is_left_out() -> None:
    sent = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt closes.\n\n- - in May\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n"
    )
    assert blocks(TEXT + sent) == [("paragraph", "It closes."), ("item", "- in May")]


@pytest.mark.parametrize(
    "forwarded",
    [
        "---------- Forwarded message ---------\nFrom: Ada Falkmere <a@o.example>\n"
        "Date: Sun, 2 May 2021 at 18:22\nSubject: It closes\nTo: Piet <p@o.example>\n\n\n",
        "-----Original Message-----\nFrom: Ada Falkmere [mailto:a@o.example]\n"
        "Sent: Sunday, 2 May 2021 18:22\nTo: Piet\nSubject: FW: It closes\n\n",
        "Begin forwarded message:\n\n> From: Ada Falkmere <a@o.example>\n> Subject: It closes\n"
        "> Date: 2 May 2021 at 18:22:10 CEST\n> To: Piet <p@o.example>\n> \n> ",
    ],
)
def test_a_forwarded_article_is_that_article(forwarded: str) -> None:
    sent = TEXT.replace("The north basin", "Fwd: It closes") + forwarded + "In May.\n"
    found = article(sent)
    assert found.title == "It closes"
    assert found.byline == "Ada Falkmere"
    assert found.date in ("2 May 2021", "2021-05-02")
    assert blocks(sent) == [("paragraph", "In May.")]


def test_a_message_that_is_attached_is_the_article_where_there_is_nothing_else() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Ada Falkmere <ada@ostrand.example>", "Fwd: see this"
    outer.set_content("")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Piet Oduya <p@o.example>", "The north basin"
    inner.set_content(WRAPPED)
    outer.add_attachment(inner)
    found = article(b"Message-ID: <3@o>\n" + outer.as_bytes())
    assert (found.title, found.byline) == ("The north basin", "Piet Oduya")
    assert WHOLE in found.text


def test_a_message_that_is_attached_stands_behind_the_words_that_send_it_on() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "Ada Falkmere <ada@ostrand.example>", "See this"
    outer.set_content("I had not heard of it.\n")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Piet Oduya <p@o.example>", "The north basin"
    inner.set_content(WRAPPED)
    outer.add_attachment(inner)
    assert article(b"Message-ID: <3@o>\n" + outer.as_bytes()).text.split("\n\n") == [
        "See this", "By Ada Falkmere", "I had not heard of it.",
        "The north basin", "By Piet Oduya", WHOLE,
    ]  # fmt: skip


def test_the_plain_text_is_preferred() -> None:
    sent = message(("plain", WRAPPED), ("html", f"<p>{WRAPPED}</p>"))
    assert blocks(sent) == [("paragraph", WHOLE)]


@pytest.mark.parametrize(
    "hint", ["", "\n \n", "Your mail program cannot show HTML.", "View this in your browser: x"]
)
def test_the_page_is_read_where_the_plain_text_is_only_a_hint(hint: str) -> None:
    pytest.importorskip("tui.article.html_page")
    page = f"<html><head><style>p {{}}</style></head><body><p>{WRAPPED}</p></body></html>"
    found = article(message(("plain", hint), ("html", page)))
    assert (found.title, found.byline) == ("The north basin", "Piet Oduya")
    assert WHOLE in found.text


def test_a_headline_in_a_newsletter_stands_below_its_subject() -> None:
    pytest.importorskip("tui.article.html_page")
    page = f"<html><body><h1>The harbour closes</h1><p>{WRAPPED}</p></body></html>"
    assert article(message(("html", page))).text.split("\n\n") == [
        "The north basin", "By Piet Oduya", "The harbour closes", WHOLE
    ]  # fmt: skip


def test_a_page_in_an_encoding_that_only_the_mail_tells() -> None:
    pytest.importorskip("tui.article.html_page")
    sent = (
        HEAD + "Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n"
    )
    page = "<html><head><meta charset=utf-8></head><body><p>Она сказала: «Нет».</p></body></html>"
    assert "«Нет»" in article(sent.encode() + page.encode("windows-1251")).text


def test_attachments_and_invitations_are_no_text() -> None:
    made = EmailMessage()
    made["From"], made["Subject"], made["Message-ID"] = "Piet Oduya <p@o>", "Basin", "<4@o>"
    made.set_content(WRAPPED)
    made.add_attachment("the minutes", filename="minutes.txt")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    made.add_attachment("BEGIN:VCALENDAR", subtype="calendar")
    assert blocks(made.as_bytes()) == [("paragraph", WHOLE)]


def test_text_parts_around_an_attachment_are_one_article() -> None:
    sent = message(("plain", "It closes."), ("calendar", "X"), ("plain", "In May."), kind="mixed")
    assert [text for _, text in blocks(sent)] == ["It closes.", "In May."]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("utf-8", "utf-8"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("unknown-8bit", "utf-8"),
        ("x-nobody-knows", "utf-8"),
        ("undefined", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_quotation_marks_in_any_encoding(charset: str, encoding: str) -> None:
    import base64

    said = "“It’s late,” she said. Café."
    head = HEAD + f"Content-Type: text/plain; charset={charset}\n"
    raw = (head + "Content-Transfer-Encoding: 8bit\n\n").encode() + said.encode(encoding)
    packed = (head + "Content-Transfer-Encoding: base64\n\n").encode()
    packed += base64.b64encode(said.encode(encoding))
    if charset != "utf-16":
        assert blocks(raw) == [("paragraph", said)]
    assert blocks(packed) == [("paragraph", said)]


def test_a_header_that_was_sent_as_it_is() -> None:
    assert article(TEXT.replace("north", "“nördlich”") + "Yes.").title == "The “nördlich” basin"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_message_that_an_editor_saved_with_a_unicode_mark(encoding: str) -> None:
    sent = ("\r\n" + TEXT.replace("\n", "\r\n") + "“It’s late.”\r\n").encode(encoding)
    assert blocks(sent) == [("paragraph", "“It’s late.”")]


def test_a_saved_page_is_read_as_the_page_and_not_as_a_letter() -> None:
    pytest.importorskip("tui.article.html_page")
    saved, plain = load(str(FILES / "ministers_meeting.mhtml")), load(str(PLAIN))
    assert saved.text == plain.text
    assert saved.byline == "Tamar Holt"
    assert saved.date is None  # it tells when it was saved


def test_an_encrypted_message_is_said_to_be_one() -> None:
    sent = HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG"
    with pytest.raises(ArticleError, match="it is encrypted"):
        article(sent)


def test_a_message_without_text_says_so() -> None:
    with pytest.raises(
        ArticleError, match=r"^cannot read standard input: there is no text in the message$"
    ):
        article(HEAD + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K")


def test_parts_within_parts_without_end_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"^it is damaged: its parts are nested too deeply$"):
        read((HEAD + "Content-Type: message/rfc822\n\n" * 1000).encode())


def test_a_message_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = (FILES / "ministers_meeting.eml").read_bytes()
    found = read(whole[:2000])
    assert isinstance(found, Manuscript)
    assert found.pieces[0].text.startswith("KESTREL BAY, Norrland — The foreign ministers")


def test_headers_of_a_message_forwarded_below_a_note_are_not_joined() -> None:
    subject = "Subject: The gates of the north basin may be the oldest that are still in use"
    head = (
        f"---------- Forwarded message ---------\nFrom: Ada Falk <a@b.example>\n{subject}\nTo: me"
    )
    found = blocks(f"{TEXT}Have you seen this?\n\n{head}\n\n{WRAPPED}")
    assert [text for _, text in found][-3:] == [subject, "To: me", WHOLE]


def test_an_article_forwarded_below_a_note_is_by_whom_it_credits() -> None:
    head = "Begin forwarded message:\n\nFrom: Ada Falk <a@b.example>\nSubject: The gates\n"
    found = article(f"{TEXT}Have you seen this?\n\n{head}\nThe gates\n\nBy BO SAND\n\n{WRAPPED}")
    assert found.byline == "BO SAND"


def test_a_list_in_a_quoted_message_keeps_its_items() -> None:
    items = ["- the gates, where a heron is to be seen on most evenings a week", "- the quay"]
    quoted = "\n".join(f"> {line}".rstrip() for line in [*WRAPPED.split("\n"), *items])
    found = blocks(f"{TEXT}Ada wrote:\n{quoted}\n\nWhat a pity.\n")
    assert [text for _, text in found][-4:] == [
        f"> {WHOLE}",
        *(f"> {item}" for item in items),
        "What a pity.",
    ]


def test_what_only_tells_where_to_follow_is_an_introduction_over_three_lines() -> None:
    told = (
        "On Sunday, 2 May 2021 at 18:22, Ada Falkmere,\nmayor of Ostrand and of the isles,\nwrote:"
    )
    assert blocks(f"{TEXT}So.\n\n{told}\n> Nobody asked us.\n") == [
        ("paragraph", "So."),
        ("paragraph", told.replace("\n", " ")),
        ("quote", "> Nobody asked us."),
    ]


def test_a_line_that_ends_in_a_colon_is_joined_with_no_other_before_a_quotation() -> None:
    found = [text for _, text in blocks(f"{TEXT}So.\n\nShe was clear:\n> Nobody asked us.\n")]
    assert found == ["So.", "She was clear:", "> Nobody asked us."]


def test_a_text_that_is_sent_on_with_one_header_alone_stays_whole() -> None:
    found = article(f"{TEXT}-- Forwarded message --\nFrom: Ada Falk\n\nIt closes.\n")
    assert "From: Ada Falk" in found.text


def test_a_message_nested_without_end_is_said_to_be_damaged() -> None:
    with pytest.raises(
        ArticleError,
        match=r"^cannot read standard input: it is damaged: its parts are nested too deeply$",
    ):
        article(f"{HEAD}" + "Content-Type: message/rfc822\n\n" * 3000)


@pytest.mark.parametrize(
    "odd", ["From: .@[\t", "Content-Type: text/plain; né*", "Content-Disposition: inline; né*"]
)
def test_an_odd_header_loses_no_text(odd: str) -> None:
    kept = [line for line in TEXT.split("\n")[:-2] if line.split(":")[0] != odd.split(":")[0]]
    assert WHOLE in article("\n".join([*kept, odd, "", WRAPPED])).text
