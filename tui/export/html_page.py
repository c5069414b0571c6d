"""An Analysis as one HTML page: the article with its voices, in need of nothing else."""

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from tui import __version__
from tui.analysis.model import Analysis
from tui.analysis.schema import word_count
from tui.article.cleaning import clean_line
from tui.article.model import Article
from tui.article.sources import is_address
from tui.export.attributed_text import origin_told
from tui.export.html_article import article_html
from tui.export.html_data import structured_data
from tui.export.html_looks import Looks, tag
from tui.export.html_voices import glance_html, voices_html

_SCHEMES: Final = (("system", "auto"), ("light", "light"), ("dark", "dark"))
_KEYS: Final = (
    ("n p", "Next statement, and the one before"),
    ("N P", "The same of this voice alone"),
    ("s S", "Next voice, and the one before"),
    ("1–9", "That voice; again: only its words stay bright"),
    ("esc", "All words are bright again"),
    ("?", "These keys"),
)


def page(analysis: Analysis) -> str:
    """The page, with a line end. It loads nothing, and can be read without its script.

    Its `article` element has the article's text to the letter. A policy in its head forbids all
    but the style sheet and the script that it has in it.
    """
    looks = Looks(analysis)
    return "".join(
        [
            "<!DOCTYPE html>\n",
            '<html lang="en">\n',
            tag("head", _head(analysis, looks)),
            "\n",
            tag("body", _body(analysis, looks)),
            "\n</html>\n",
        ]
    )


def _head(analysis: Analysis, looks: Looks) -> str:
    style, script = _resource("html_page.css"), _resource("html_page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(_title(analysis.article), quote=False)
    return "\n".join(
        [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="color-scheme" content="light dark">',
            f'<meta name="generator" content="pullquote {__version__}">',
            f"<title>{title} – who said what</title>",
            tag("style", style),
            tag("script", structured_data(analysis, looks), type="application/ld+json"),
            "",
        ]
    )


def _body(analysis: Analysis, looks: Looks) -> str:
    article = analysis.article
    # without a line of its own in the text the title stands above it
    untitled = not any(block.kind == "title" for block in article.blocks[:1])
    title = tag("h1", escape(_title(article)), dir="auto") if untitled else ""
    main = f"{glance_html(analysis, looks)}\n{title}\n{article_html(analysis, looks)}\n"
    columns = f"{tag('main', main)}\n{voices_html(analysis, looks)}\n"
    return "\n".join(
        [
            tag("a", "To the article", class_="skip", href="#article"),
            tag("a", "To the voices", class_="skip", href="#voices"),
            tag("header", _masthead(), class_="masthead"),
            tag("div", columns, class_="page"),
            tag("footer", _colophon(analysis), class_="colophon"),
            '<p class="place" id="place" aria-hidden="true"></p>',
            _keys(),
            tag("script", _resource("html_page.js")),
            "",
        ]
    )


def _title(article: Article) -> str:
    return article.title or origin_told(article)


def _masthead() -> str:
    choices = "".join(
        tag("label", f'<input type="radio" name="scheme" id="scheme-{name}"'
                     f"{' checked' if name == 'system' else ''}> {told}")
        for name, told in _SCHEMES
    )  # fmt: skip
    scheme = tag("fieldset", f"{tag('legend', 'Colours')}{choices}", class_="scheme")
    keys = '<button type="button" id="show-keys" hidden>Keys ?</button>'
    return f"{tag('p', tag('strong', 'Who said what'))}{scheme}{keys}"


def _colophon(analysis: Analysis) -> str:
    article = analysis.article
    where = escape(origin_told(article))
    if is_address(article.source):
        where = tag("a", where, href=clean_line(article.source), rel="noreferrer")
    facts = [where, escape(article.date or ""), f"{word_count(article.text):,} words"]
    if analysis.corrections:
        facts.append(f"with {analysis.corrections} correction"
                     f"{'' if analysis.corrections == 1 else 's'} by hand")  # fmt: skip
    legend = (
        f"A number in the margin is a voice’s. Statements stand "
        f"{tag('span', 'in quotation marks', class_='direct')}, "
        f"{tag('span', 'in other words', class_='indirect')} or "
        f"{tag('span', 'partly so', class_='mixed')}; a question mark says that who said it is a "
        "guess, or unknown."
    )
    notice = tag("p", escape(analysis.notice)) if analysis.notice else ""
    made = f"Made with pullquote {__version__}, which can err: the article is the authority."
    facts_told = " · ".join(fact for fact in facts if fact)
    return f"{tag('p', legend)}{tag('p', facts_told)}{notice}{tag('p', made)}"


def _keys() -> str:
    rows = "".join(
        tag("tr", tag("th", tag("kbd", escape(keys)), scope="row") + tag("td", told))
        for keys, told in _KEYS
    )
    choice = '<label><input type="checkbox" id="keys-on" checked> These keys are on</label>'
    close = '<button type="button" id="hide-keys">Close</button>'
    inner = (
        f"{tag('h2', 'Keys', id='keys-title')}{tag('table', tag('tbody', rows))}"
        f"{tag('p', choice)}{tag('p', close)}"
    )
    return tag("dialog", inner, id="keys", aria_labelledby="keys-title")


@cache
def _resource(name: str) -> str:
    return files("tui.export").joinpath(name).read_text(encoding="utf-8")


def _hash(inlined: str) -> str:
    """What a content security policy knows an inline style sheet or script by."""
    digest = hashlib.sha256(inlined.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
