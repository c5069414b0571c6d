"""What the pages link to, show and name is there."""

import re
from itertools import groupby

from tests import pages
from tests.conftest import ROOT


def test_every_link_leads_to_a_file_and_a_heading() -> None:
    wrong = list[str]()
    for page in pages.PAGES:
        for target in pages.targets(page):
            if not re.match(r"https?://", target):
                path, _, heading = target.partition("#")
                led_to = (page.parent / path).resolve() if path else page
                is_there = led_to.exists() and led_to.is_relative_to(ROOT)
                if not is_there or (heading and heading not in pages.anchors(led_to)):
                    wrong.append(f"{page.name}: {target}")
    assert wrong == []


def test_every_picture_is_shown_and_told_in_words() -> None:
    shown = set[str]()
    for page in pages.PAGES:
        for token in pages.tokens(page):
            if token.type == "image":
                assert token.content, page
                shown.add(str(token.attrs["src"]).rpartition("/")[2])
    assert shown == {picture.name for picture in (ROOT / "docs" / "pictures").iterdir()}


def test_every_file_that_is_named_is_there() -> None:
    named = re.compile(r"(?:tests|tui|docs|sample_articles|\.ci)/[\w./-]*")
    found = [(page, code) for page in pages.TOLD for code in pages.inline(page)]
    wrong = [
        f"{page.name}: {code}"
        for page, code in found
        if named.fullmatch(code) and not (ROOT / code).exists()
    ]
    assert wrong == []


def test_what_github_and_we_call_a_heading() -> None:
    corpus = pages.anchors(ROOT / "docs" / "corpus.md")
    assert {"many-articles", "the-tables-schema-1", "people"} <= corpus
    assert "from-tuicorpus" in pages.anchors(ROOT / "docs" / "reference.md")


def test_no_page_has_two_headings_of_one_name() -> None:
    for page in pages.PAGES:
        slugs = sorted(pages.anchors(page))
        assert [k for k, _ in groupby(slugs) if re.search(r"-\d$", k) and k[:-2] in slugs] == []
