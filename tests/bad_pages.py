"""Bad web pages, and what a bad document is."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

from tests.bad_text import ESCAPES, MARK, SENTENCE, STRANGE, padded

ACTING: Final = " ".join(text for text in (*ESCAPES.values(), *STRANGE.values()) if len(text) < 300)
"""All that would act, in one run."""
TITLE: Final = f"{ESCAPES['a title']} [@click=app.quit]x[/oops] {ESCAPES['a link']} \u202eevil"
PASSWORDS: Final = "file:///etc/passwd"


@dataclass(frozen=True, slots=True)
class BadDocument:
    """A file called `file`; at scale 1 it is as large as it gets. `said` is that of BadInput."""

    name: str
    file: str
    made: Callable[[float], bytes]
    said: str | None = None


def fixed(content: str | bytes) -> Callable[[float], bytes]:
    data = padded(content).encode() if isinstance(content, str) else content
    return lambda scale: data


def many(scale: float, number: int) -> int:
    return max(1, round(number * scale))


def page(body: str, *, title: str = "The ferry", head: str = "") -> str:
    """A web page with a paragraph more, which has the voice."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{body}<p>{SENTENCE}</p></article></body></html>"
    )


def _nested(element: str, text: str = "in it") -> Callable[[float], bytes]:
    def made(scale: float) -> bytes:
        deep = many(scale, 100_000)
        return page(f"<{element}>" * deep + text + f"</{element}>" * deep).encode()

    return made


def entities(root: str, *, levels: int = 9, outside: str = PASSWORDS) -> str:
    """A declaration of entities that grow to a billion, and of one that is a file."""
    grown = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, levels + 1))
    return (
        f'<!DOCTYPE {root} [<!ENTITY e0 "ha">{grown}<!ENTITY file SYSTEM "{outside}">'
        f'<!ENTITY % more SYSTEM "{outside}">%more;]>'
    )


def xhtml(body: str, head: str = "") -> str:
    """A page in XML."""
    return (
        f'<?xml version="1.0"?>{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x'
        f"</title></head><body>{body}<p>{SENTENCE}</p></body></html>"
    )


def _head() -> str:
    """What stands in a page's head and leads elsewhere, or is no data."""
    return (
        f'<base href="{PASSWORDS}"><link rel="canonical" href="javascript:{MARK}">'
        f'<meta http-equiv="refresh" content="0;url={PASSWORDS}"><script src="{PASSWORDS}">'
        f'</script><meta name="author" content="{escape(TITLE)}">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":'
        f'"\\u001b]0;{MARK}\\u0007","datePublished":"{"9" * 9999}","author":{"[" * 5000}</script>'
    )


def web_pages() -> list[BadDocument]:
    odd = f"<p>{ACTING}</p><p>{escape(ACTING)}</p>"
    references = "".join(f"&#{n};&#x{n:x};" for n in [*range(32), *range(127, 160), 0x202E, 0xD800])
    links = "".join(
        f'<p>See <a href="{where}" onclick="x()" style="display:none">here</a>.</p>'
        for where in (f"javascript:{MARK}", PASSWORDS, f"data:text/html,{MARK}", "\x1b]0;x\x07")
    )
    return [
        BadDocument("a page of escape sequences", "a.html", fixed(page(odd, title=TITLE))),
        BadDocument(
            "a page of references",
            "a.html",
            fixed(page(f"<p>{references}[31m{references}</p>", title=f"A {references}")),
        ),
        BadDocument("a page of links", "a.html", fixed(page(links))),
        BadDocument(
            "a page with a base and a refresh",
            "a.html",
            fixed(
                page(
                    "",
                    head=_head(),
                )
            ),
        ),
        *(
            BadDocument(f"deep {element}", "a.html", _nested(element), said)
            for element, said in (
                ("div", ""),
                ("b", ""),
                ("blockquote", ""),
                ("ul><li", ""),
                ("table><tr><td", ""),
                ("p><span", ""),
                ("svg", ""),
            )
        ),
        BadDocument(
            "half a page of tags",
            "a.html",
            lambda scale: page("<p>" + "<" * many(scale, 3_000_000)).encode(),
            "",
        ),
        BadDocument(
            "a tag of many attributes",
            "a.html",
            lambda scale: page(
                f"<p {''.join(f'a{i}=x ' for i in range(many(max(scale, 0.02), 200_000)))}>x</p>"
            ).encode(),
            "attributes",
        ),
        BadDocument(
            "a million empty elements",
            "a.html",
            lambda scale: page("<p><i></i></p>" * many(scale, 1_000_000)).encode(),
            "",
        ),
        BadDocument(
            "a page of one long word",
            "a.html",
            lambda scale: page(f"<p>{'x' * many(scale, 5_000_000)}</p>").encode(),
            "",
        ),
        BadDocument(
            "entities in XHTML",
            "a.xhtml",
            fixed(xhtml("<p>&e9; &file; It is.</p>", entities("html"))),
            "",
        ),
        BadDocument(
            "entities in XML",
            "a.xml",
            fixed(f'<?xml version="1.0"?>{entities("a")}<a>&e9; &file; {SENTENCE}</a>'),
            "",
        ),
        BadDocument(
            "a page in UTF-16 that says UTF-8",
            "a.html",
            fixed(page(odd, head='<meta charset="utf-8">').encode("utf-16")),
        ),
    ]
