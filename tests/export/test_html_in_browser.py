"""The page in Chromium: the keys, accessibility, what it asks for, what is copied, how it fits."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SAMPLES
from tests.export.analyses import harbour, hostile
from tests.export.browser import chromium
from tui.analysis import analyse
from tui.analysis.model import Analysis
from tui.article.loading import load
from tui.export.html_page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, NARROW = 1440, 320


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {
        "harbour": harbour(),
        "hostile": hostile(),
        "sample": analyse(load(str(SAMPLES / "ministers_meeting.txt"))),
    }
    folder = tmp_path_factory.mktemp("pages")
    paths = {name: folder / f"{name}.html" for name in made}
    for name, analysis in made.items():
        paths[name].write_text(page(analysis), encoding="utf-8")
    return paths


class Opened:
    """An open page, and whatever else than its own file it asked for or complained of."""

    def __init__(self, browser: "Browser", path: Path, width: int = WIDE, **wishes: object) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            **wishes,  # type: ignore[arg-type]  # playwright has dozens
        )
        self.page: Page = context.new_page()
        self.asked, self.complaints = list[str](), list[str]()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        context.route("**/*", lambda route: route.continue_() if path.as_uri() in route.request.url
                      else route.abort())  # fmt: skip
        self.page.goto(path.as_uri())

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def at(self) -> str:
        """The fragment of the address: where one is."""
        return str(self.page.evaluate("location.hash"))

    @property
    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id"))

    def now(self) -> list[str]:
        """The words that are marked as the current quote's."""
        return [str(t) for t in self.page.locator(".said.now").all_text_contents()]


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_it_asks_for_nothing_and_breaks_no_rule_of_its_own(
    browser: "Browser", files: dict[str, Path], name: str
) -> None:
    opened = Opened(browser, files[name])
    opened.press("n", "s", "1")
    assert opened.asked == [files[name].as_uri()]
    assert opened.complaints == []
    colour = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(251, 248, 241)"  # the style sheet was taken


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_no_barrier(
    browser: "Browser", files: dict[str, Path], scheme: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # axe is put into the page, whose policy takes no script but its own
    opened = Opened(browser, files["harbour"], width, color_scheme=scheme, bypass_csp=True)
    opened.press("n")
    found = axe.Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()


def test_n_and_p_go_from_quote_to_quote_with_the_focus(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"])
    opened.press("n")
    assert (opened.at, opened.focused) == ("#q1", "q1")
    assert opened.now()[0] == "“It is  late,”"
    opened.press("n", "n")
    assert opened.at == "#q3"
    assert opened.now() == ["nobody had asked ", "them, and “not one” was told"]
    assert "3 of 5 · Piet Oduya, a guess" in str(opened.page.locator("#place").text_content())
    opened.press("p")
    assert opened.at == "#q2"
    opened.press("p", "p", "p")
    assert opened.at == "#q1"


def test_voices_are_gone_to_by_s_and_by_number_and_their_quotes_by_capitals(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"])
    opened.press("2")
    assert opened.at == "#q2"
    assert opened.page.locator(".voice.open h3").text_content() == "2Piet Oduya"
    opened.press("N")
    assert opened.at == "#q3"
    opened.press("s")  # round to the first voice, and its first quote in view
    assert opened.at == "#q1"
    opened.press("P")
    assert opened.at == "#q5"
    opened.press("S")
    assert opened.at == "#q2"


def test_a_number_pressed_again_leaves_only_that_voice_bright_until_escape(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"])
    opened.press("2", "2")
    bright = opened.page.locator(".only .said.theirs").all_text_contents()
    assert "‘No boat will stay,’" in bright
    assert "We go in May." not in bright
    opened.press("Escape")
    assert opened.page.locator(".only").count() == 0


def test_the_keys_are_told_and_can_be_turned_off(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"])
    opened.press("?")
    assert opened.page.locator("dialog").is_visible()
    opened.page.uncheck("#keys-on")
    opened.press("Escape", "n")
    assert (opened.page.locator("dialog").is_visible(), opened.at) == (False, "")


def test_the_tab_key_leads_to_the_skip_links_first(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"])
    opened.press("Tab")
    first = opened.page.locator(":focus")
    assert first.text_content() == "To the article"
    box = first.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert opened.page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_what_is_copied_is_the_article(browser: "Browser", files: dict[str, Path]) -> None:
    analysis: Analysis = harbour()
    opened = Opened(browser, files["harbour"])
    assert opened.page.evaluate("document.querySelector('article').textContent") == (
        analysis.article.text
    )
    copied = opened.page.evaluate(
        "[...document.querySelectorAll('article :is(h1, h2, p, li)')].map((block) => {"
        " getSelection().selectAllChildren(block); return String(getSelection()).trimEnd(); })"
    )
    # a block quotation is set as one, without its mark
    blocks = (analysis.article.text[slice(*b.span)] for b in analysis.article.blocks)
    assert copied == [block.removeprefix("> ") for block in blocks]


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_nothing_stands_out_of_a_narrow_window(
    browser: "Browser", files: dict[str, Path], name: str
) -> None:
    opened = Opened(browser, files[name], NARROW)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == NARROW


@pytest.mark.parametrize("name", ["sample", "harbour"])
def test_each_number_stands_beside_the_row_of_its_first_word(
    browser: "Browser", files: dict[str, Path], name: str
) -> None:
    opened = Opened(browser, files[name])
    apart = opened.page.evaluate(
        "[...document.querySelectorAll('a.sign')].map((sign) => {"
        " const range = document.createRange(); range.selectNodeContents(sign.parentNode);"
        " return sign.getBoundingClientRect().top - [...range.getClientRects()].at(-1).top; })"
    )
    assert all(-8 < distance < 30 for distance in apart)  # two of one row stand one below the other


def test_it_can_be_read_without_its_script_and_its_colours_chosen(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["sample"], java_script_enabled=False)
    assert not opened.page.locator("#show-keys").is_visible()
    opened.page.locator("#q2").click()
    assert opened.page.url.endswith("#voice-s1")
    for scheme, ground in (("dark", "rgb(25, 26, 28)"), ("light", "rgb(251, 248, 241)")):
        opened.page.check(f"#scheme-{scheme}")
        assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_on_paper_there_is_nothing_to_press_and_the_paper_is_white(
    browser: "Browser", files: dict[str, Path]
) -> None:
    opened = Opened(browser, files["harbour"], color_scheme="dark")
    opened.page.emulate_media(media="print")
    assert not opened.page.locator("fieldset").is_visible()
    assert not opened.page.locator("#show-keys").is_visible()
    colour = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(255, 255, 255)"
