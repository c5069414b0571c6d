"""Bad documents: PDF files, mail, feeds and so on that mean harm, each made afresh."""

import gzip
import zlib
from html import escape
from typing import Final

from tests.bad_books import books, word_files
from tests.bad_pages import (
    ACTING,
    PASSWORDS,
    TITLE,
    BadDocument,
    entities,
    fixed,
    many,
    page,
    web_pages,
)
from tests.bad_text import MARK, SENTENCE, article

_MB: Final = 2**20


def pdf(
    content: bytes, *, stream: bytes = b"", pages: bytes = b"2 0 R", more: bytes = b""
) -> bytes:
    """A file of one page, without a table of its objects: a reader has to look for them."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + more + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R " + pages + b"]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents 4 0 R/Resources"
        b"<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length %d%s>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>endobj\n"
        b"trailer<</Root 1 0 R/Info<</Title(%s)>>>>\n%%%%EOF"
        % (len(content), stream, content, b"\x1b]0;" + MARK.encode() + b"\x07 [@click=x]y[/oops]")
    )


def drawn(*lines: str) -> bytes:
    """What draws some lines; their letters are those of Windows."""
    rows = (
        b"1 0 0 1 60 %d Tm <%s> Tj\n" % (350 - 14 * i, line.encode("cp1252").hex().encode())
        for i, line in enumerate(lines)
    )
    return b"BT /F 10 Tf\n" + b"".join(rows) + b"ET\n"


def _pdf_files() -> list[BadDocument]:
    voice = drawn(*SENTENCE.split(", ", 1))
    acting = "".join(c for c in ACTING if c < "\x80" and c != "\n")[:300]
    bomb = zlib.compress(bytes(40 * _MB), 9)
    return [
        BadDocument(
            "a PDF file of escape sequences",
            "a.pdf",
            fixed(pdf(drawn(acting, SENTENCE.replace("—", "-")))),
        ),
        BadDocument(
            "a PDF file in a circle", "a.pdf", fixed(pdf(voice, pages=b"2 0 R 1 0 R 3 0 R"))
        ),
        BadDocument(
            "a PDF file that acts",
            "a.pdf",
            fixed(
                pdf(
                    voice,
                    more=b"/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</O<</S/JavaScript/JS(x)>>>>",
                )
            ),
        ),
        BadDocument(
            "a PDF file that is a bomb",
            "a.pdf",
            fixed(pdf(bomb, stream=b"/Filter/FlateDecode")),
            "far more",
        ),
        BadDocument(
            "numbers of 10,000 digits in a PDF file",
            "a.pdf",
            fixed(
                pdf(
                    b"BT /F %s Tf 1 0 0 1 %s 9 Tm (x) Tj ET " % (b"9" * 10_000, b"9" * 10_000)
                    + voice
                )
            ),
            "",
        ),
        BadDocument(
            "deep lists in a PDF file",
            "a.pdf",
            lambda scale: pdf(b"[" * many(scale, 500_000) + voice),
            "",
        ),
        BadDocument(
            "a PDF file of a million letters",
            "a.pdf",
            lambda scale: pdf(
                voice + b"BT /F 9 Tf 60 60 Td " + b"(aaaaaaaaaa) Tj " * many(scale, 100_000) + b"ET"
            ),
            "",
        ),
        BadDocument("half a PDF file", "a.pdf", fixed(pdf(voice)[:300]), ""),
        BadDocument("nothing but a PDF file's mark", "a.pdf", fixed(b"%PDF-1.7\n"), ""),
    ]


def mail(body: str, *, subject: str = "The ferry", headers: str = "", html: bool = False) -> str:
    """A message."""
    kind = "html" if html else "plain"
    return (
        "From: Ida Merrow <ida@ferry.example>\nMessage-ID: <1@ferry.example>\nTo: b@a.example\n"
        f"Date: Mon, 3 May 2021 10:00:00 +0000\nSubject: {subject}\nMIME-Version: 1.0\n{headers}"
        f"Content-Type: text/{kind}; charset=utf-8\n\n{body}\n\n{SENTENCE}\n"
    )


def _mails() -> list[BadDocument]:
    encoded = "=?utf-8?q?=1B]0;OWNED=07_=9B5m_=E2=80=AEevil_[b]x[/oops]=0Ax:_y?="
    headers = f"From: {encoded} <a@b.example>\nX-Odd: {'x' * 100_000}\nX-\x1b]0;{MARK}\x07: y\n"

    def deep(scale: float) -> bytes:
        number = many(scale, 20_000)
        opened = "".join(
            f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(number)
        )
        return (
            "From: a@b.example\nMessage-ID: <1@b.example>\nMIME-Version: 1.0\nSubject: x\n"
            f"{opened}Content-Type: text/plain\n\n{SENTENCE}\n"
        ).encode()

    separator = "From a@b.example Mon May  3 23:30:00 2021\n"
    return [
        BadDocument(
            "a message with an odd subject",
            "a.eml",
            fixed(mail("It is.", subject=encoded, headers=headers)),
        ),
        BadDocument("a message of escape sequences", "a.eml", fixed(mail(ACTING))),
        BadDocument(
            "a message in HTML",
            "a.eml",
            fixed(mail(f"<p>{ACTING}</p><img src={PASSWORDS}><p>{SENTENCE}</p>", html=True)),
        ),
        BadDocument(
            "a message in a coding that is not",
            "a.eml",
            fixed(
                mail(
                    "x",
                    headers="Content-Transfer-Encoding: x-uuencode\nContent-Type: text/plain; "
                    "charset=../../x\n",
                )
            ),
            "",
        ),
        BadDocument("a message within messages", "a.eml", deep, ""),
        BadDocument(
            "a message of 100,000 headers",
            "a.eml",
            lambda scale: mail(
                "x", headers="".join(f"X-{i}: y\n" for i in range(many(scale, 100_000)))
            ).encode(),
        ),
        BadDocument(
            "a mailbox with odd subjects",
            "a.mbox",
            fixed("\n".join(f"{separator}{mail(ACTING, subject=s)}" for s in (encoded, TITLE))),
        ),
        BadDocument(
            "a mailbox of 20,000 messages",
            "a.mbox",
            lambda scale: "\n".join(
                separator + mail("It is.") for _ in range(many(scale, 20_000))
            ).encode(),
        ),
    ]


def rss(*items: str, head: str = "", title: str = "News") -> str:
    """A feed of some entries."""
    entries = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<rss version="2.0"><channel><title>{title}'
        f"</title><link>javascript:{MARK}</link>{entries}</channel></rss>"
    )


def _entry(title: str, link: str, text: str = "") -> str:
    told = f"<description>{escape(text)}</description>" if text else ""
    return f"<title>{title}</title><link>{escape(link)}</link>{told}"


def _feeds() -> list[BadDocument]:
    body = f"<p>{SENTENCE}</p>" * 16
    links = (
        f"javascript:{MARK}",
        PASSWORDS,
        f"data:text/html,{MARK}",
        "-o/tmp/owned",
        "\x1b]0;x\x07",
    )
    odd = [
        _entry(escape(TITLE), links[0], f"{body}<p>{ACTING}</p>"),
        _entry("&lt;b&gt;[b]x[/oops]&#27;]0;OWNED&#7;&#x9b;5m", links[1], body),
    ]
    return [
        BadDocument("a feed with odd titles", "a.rss", fixed(rss(*odd, title=escape(TITLE)))),
        BadDocument(
            "a feed with odd links", "a.rss", fixed(rss(*(_entry("x", link) for link in links))), ""
        ),
        BadDocument(
            "a feed of entities",
            "a.rss",
            lambda scale: rss(
                _entry("&e9;&file;", "", body), head=entities("rss", levels=9 if scale == 1 else 4)
            ).encode(),
        ),
        BadDocument(
            "a feed of 50,000 entries",
            "a.rss",
            lambda scale: rss(
                *(
                    _entry(f"Number {i}", f"https://a.example/{i}", body if i < 3 else "")
                    for i in range(many(scale, 50_000))
                )
            ).encode(),
        ),
        BadDocument(
            "a deep feed",
            "a.rss",
            lambda scale: rss("<a>" * many(scale, 100_000) + _entry("x", "x", body)).encode(),
            "",
        ),
    ]


def _others() -> list[BadDocument]:
    links = (
        f"# Case {TITLE}\n\n**It is** [x](javascript:{MARK}) ![y]({PASSWORDS}) <{PASSWORDS}> "
        f"[\x1b]0;{MARK}\x07](https://a.example/\x1b]0;{MARK}\x07) [r]\n\n"
        f"{ACTING}\n\n{SENTENCE}\n\n"
        f"[r]: data:text/html,{MARK}\n"
    )
    front = (
        f'---\ntitle: "\\e]0;{MARK}\\a"\nauthor: !!python/object/apply:os.system [x]\n'
        "a: &a [*a]\n---\n\n"
    )
    deep = "# A\n\n**x**\n\n" + "{}" + f"\n\n{SENTENCE}\n"
    cue = "{0}\n00:00:0{0},000 --> 00:00:0{1},000\n{2}\n\n"
    subtitles = cue.format(1, 2, f"ADA FALKMERE: {ACTING}") + cue.format(3, 4, SENTENCE)
    times = f"1\n00:00:01,000 --> {'9' * 10_000}:00:02,000\n{SENTENCE}\n\n"
    return [
        BadDocument("Markdown with odd links", "a.md", fixed(links)),
        BadDocument("Markdown with odd front matter", "a.md", fixed(front + links)),
        *(
            BadDocument(
                f"deep Markdown of {unit.strip()}",
                "a.md",
                # mypy infers no lambda with a default
                lambda scale, unit=unit: deep.replace(  # type: ignore[misc]
                    "{}", unit * many(scale, 100_000)
                ).encode(),
            )
            for unit in ("> ", "- ", "[", "*a ", "`", "<b>", "![", "| ")
        ),
        BadDocument(
            "numbers of 10,000 digits in Markdown",
            "a.md",
            fixed(deep.replace("{}", "9" * 10_000 + ". an item\n\n&#" + "9" * 10_000 + ";")),
        ),
        BadDocument("subtitles of escape sequences", "a.srt", fixed(subtitles)),
        BadDocument("subtitles of endless hours", "a.srt", fixed(times), ""),
        BadDocument(
            "subtitles with markup",
            "a.vtt",
            fixed(
                f"WEBVTT {TITLE}\n\nSTYLE\n::cue {{x}}\n\n00:01.000 --> 00:02.000\n"
                f"<v {TITLE}>{ACTING}\n\n"
                f"00:03.000 --> 00:04.000\n<v Bo Sand>{SENTENCE}<c.x><b><i>\n"
            ),
        ),
        BadDocument(
            "200,000 subtitles",
            "a.srt",
            lambda scale: (
                subtitles
                + "".join(
                    cue.format(i % 8, i % 8 + 1, f"It is {i}.") for i in range(many(scale, 200_000))
                )
            ).encode(),
        ),
        BadDocument(
            "a page that is packed", "a.html.gz", fixed(gzip.compress(bytes(_MB))), "it is packed"
        ),
        BadDocument("text that calls itself a PDF file", "a.pdf", fixed(article("x", "y"))),
        BadDocument("a web page that calls itself a book", "a.epub", fixed(page("<p>It is.</p>"))),
    ]


DOCUMENTS: Final = (
    *web_pages(),
    *books(),
    *word_files(),
    *_pdf_files(),
    *_mails(),
    *_feeds(),
    *_others(),
)
