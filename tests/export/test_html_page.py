"""The page as a parser sees it: the article to the letter, markup that is valid, one file."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conftest import SAMPLES
from tests.export.analyses import HOSTILE, harbour, hostile
from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import article_from_text, load
from tui.export.html_page import page

BLOCKS = {"h1", "h2", "p", "li"}


def parsed(html: str) -> Element:
    """The page, read by a parser that raises at the first error of markup."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return root


def found(root: Element, name: str, **wanted: str) -> list[Element]:
    return [e for e in root.iter(name) if all(e.get(k.rstrip("_")) == v for k, v in wanted.items())]


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def article_of(root: Element) -> Element:
    (article,) = found(root, "article")
    return article


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyse(load(str(SAMPLES / "ministers_meeting.txt")))


@pytest.mark.parametrize("analysis", [harbour(), hostile()], ids=["harbour", "hostile"])
def test_the_text_is_the_article_to_the_letter_and_each_block_an_element(
    analysis: Analysis,
) -> None:
    article = article_of(parsed(page(analysis)))
    assert text_of(article) == analysis.article.text
    blocks = [text_of(e) for e in article.iter() if e.tag in BLOCKS]
    assert blocks == [analysis.article.text[slice(*b.span)] for b in analysis.article.blocks]


def test_a_sample_is_valid_and_to_the_letter(sample: Analysis) -> None:
    assert text_of(article_of(parsed(page(sample)))) == sample.article.text


def test_an_article_without_title_or_statements_has_a_heading_and_says_so() -> None:
    root = parsed(page(Analysis(article_from_text("It rained all day in the harbour.\n"))))
    assert [text_of(h) for h in found(root, "h1")] == ["standard input"]
    assert text_of(article_of(root)) == "It rained all day in the harbour."
    assert "No statements found." in text_of(found(root, "aside")[0])


def test_hostile_text_stays_text() -> None:
    html = page(hostile())
    root = parsed(html)
    assert [script.get("type") for script in found(root, "script")] == ["application/ld+json", None]
    assert not found(root, "b")
    assert not [e for e in root.iter() if any(str(k).startswith("on") for k in e.attrib)]
    assert HOSTILE in text_of(found(root, "aside")[0])
    assert HOSTILE in text_of(found(root, "title")[0])


def test_each_quote_has_its_words_its_kind_and_its_voice(sample: Analysis) -> None:
    root = parsed(page(sample))
    for quote in sample.quotes:
        parts = [e for e in found(root, "span") if quote.id in e.get("data-quotes", "").split()]
        words = [p for p in parts if "said" in p.get("class", "").split()]
        text = sample.article.text
        assert "".join(map(text_of, words)) == "".join(text[slice(*s)] for s in quote.spans)
        assert all(quote.kind in p.get("class", "").split() for p in words)
        (anchor,) = found(root, "a", id=quote.id)
        assert found(root, "section", id=anchor.get("href", "")[1:])


def test_a_quotation_inside_another_is_its_own_and_part_of_both() -> None:
    root = parsed(page(harbour()))
    (inner,) = [e for e in found(root, "span") if e.get("data-quotes") == "q1 q2"]
    assert (text_of(inner), inner.get("title")) == ("‘No boat will stay,’", "Piet Oduya")
    outer = [text_of(e) for e in found(root, "span") if e.get("data-quotes") == "q1"]
    assert outer == ["“It is  late,”", "“Piet told me: ", " and left.”"]


def test_quotes_that_overlap_are_marked_over_their_whole_lengths() -> None:
    root = parsed(page(harbour()))
    pieces = {e.get("data-quotes"): text_of(e) for e in found(root, "span") if e.get("title")}
    assert pieces["q3"] == "nobody had asked "
    assert pieces["q3 q4"] == "them, and “not one” was told"
    assert pieces["q4"] == "."


def test_numbers_and_words_say_who_speaks_where_no_colour_is_seen() -> None:
    root = parsed(page(harbour()))
    signs = {e.get("id"): e for e in found(root, "a") if "sign" in e.get("class", "").split()}
    assert {i: e.get("data-sign") for i, e in signs.items()} == {
        "q1": "1", "q2": "2", "q3": "2?", "q4": "?", "q5": "1",
    }  # fmt: skip
    assert signs["q3"].get("aria-label") == (
        "Statement 3: Piet Oduya, a guess, partly in other words"
    )
    assert signs["q4"].get("aria-label") == "Statement 4: Speaker unknown, in other words"
    assert not any(map(text_of, signs.values()))


def test_a_quote_that_runs_over_paragraphs_has_its_number_in_each_and_one_anchor() -> None:
    text = "Strike\n\n“We go now.\n\n“And we stay away,” said Ada Falk.\n"
    root = parsed(page(analyse(article_from_text(text))))
    signs = [e for e in article_of(root).iter() if "sign" in e.get("class", "").split()]
    assert [(e.tag, e.get("data-sign")) for e in signs] == [("a", "1"), ("span", "1")]


def test_the_voices_stand_by_share_with_role_counts_summary_and_names() -> None:
    root = parsed(page(harbour()))
    voices = found(root, "section")
    assert [text_of(found(v, "h3")[0]) for v in voices] == [
        "1Ada Falk", "2Piet Oduya", "?Speaker unknown",
    ]  # fmt: skip
    ada = voices[0]
    assert "mayor" in text_of(ada)
    assert "60% of what is said · 2 statements" in text_of(ada)
    assert [a.get("href") for a in found(ada, "a")] == ["#q1", "#q1", "#q1", "#q5"]
    assert "Spoke of Piet Oduya" in text_of(ada)
    assert "Piet Oduya said nobody had asked them" in text_of(voices[1])
    assert "(a guess)" in text_of(voices[1])
    (_, bar) = found(ada, "{http://www.w3.org/2000/svg}rect")
    assert bar.get("width") == "60.0"


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(sample: Analysis) -> None:
    root = parsed(page(sample))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href", "")[1:] for a in found(root, "a")} <= set(ids)


def test_the_policy_allows_the_style_and_the_script_that_are_in_it_and_nothing_else() -> None:
    root = parsed(page(harbour()))
    (policy,) = found(root, "meta", **{"http-equiv": "Content-Security-Policy"})
    told = dict(part.split(" ", 1) for part in policy.get("content", "").split("; "))
    inlined = {"style-src": found(root, "style"), "script-src": found(root, "script")[-1:]}
    for directive, (element,) in inlined.items():
        digest = base64.b64encode(hashlib.sha256(text_of(element).encode()).digest()).decode()
        assert told[directive] == f"'sha256-{digest}'"
    assert told["default-src"] == "'none'"
    assert not [e for e in root.iter() if {"style", "src"} & set(e.attrib)]
    assert not found(root, "link")
    assert "url(" not in text_of(found(root, "style")[0])
    assert "@import" not in text_of(found(root, "style")[0])


def test_machines_are_told_in_the_words_of_schema_org() -> None:
    root = parsed(page(harbour()))
    graph = json.loads(text_of(found(root, "script")[0]))["@graph"]
    by_id = {node["@id"]: node for node in graph}
    assert by_id["#article"]["headline"] == "Harbour to close for a month, mayor says"
    first = by_id["#q1"]
    assert first["@type"] == "Quotation"
    assert first["isPartOf"] == {"@id": "#article"}
    assert by_id[first["spokenByCharacter"]["@id"]] == {
        "@type": "Person", "@id": "#voice-s1", "name": "Ada Falk", "alternateName": ["FALK"],
        "jobTitle": "mayor",
    }  # fmt: skip
    assert by_id["#q4"]["@type"] == "Claim"
    assert "creator" not in by_id["#q4"]


def test_hostile_text_in_the_structured_data_is_data() -> None:
    html = page(hostile())
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert not set("<>&") & set(data)
    graph = json.loads(data)["@graph"]
    assert graph[-1]["text"] == HOSTILE
    assert graph[1]["@type"] == "CreativeWork"
    assert graph[-1]["citation"] == {"@id": "#voice-s1"}


def test_an_address_is_linked_and_a_file_named_without_its_folders() -> None:
    assert "somebody" not in page(harbour())
    assert "harbour.txt" in page(harbour())
    article = replace(harbour().article, source="https://example.org/a?b&c")
    root = parsed(page(replace(harbour(), article=article)))
    assert found(root, "a", href="https://example.org/a?b&c", rel="noreferrer")
    script = replace(harbour().article, source="javascript:alert(1)")
    assert "javascript:" not in [
        a.get("href", "")[:11] for a in found(parsed(page(replace(harbour(), article=script))), "a")
    ]


def test_the_page_grows_with_the_article_and_no_faster() -> None:
    once = "\n\n".join(["Strike", *["“We go now,” said Ada Falk."] * 20])
    twice = "\n\n".join(["Strike", *["“We go now,” said Ada Falk."] * 40])
    small, large = (len(page(analyse(article_from_text(text)))) for text in (once, twice))
    nothing = len(page(Analysis(article_from_text("Strike\n"))))
    assert large - nothing < 2.2 * (small - nothing)
