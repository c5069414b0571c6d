"""The reader as a browser shows it. One server, one browser and mostly one page for all tests."""

import re
import shutil
import time
from collections.abc import Callable, Iterator

import pyte
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, sync_playwright

from tests.conftest import SAMPLES
from tests.serve.running import PATIENCE, Serving, is_alive, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update",
           "--disable-sync"]  # fmt: skip
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


class Reader:
    """A page with a reader; its screen is kept from what the server sends to the page."""

    def __init__(self, context: BrowserContext, address: str, script: str = "") -> None:
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self._clear()
        self.page: Page = context.new_page()
        self.page.add_init_script(script)
        self.page.on("websocket", self._attend)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text)
                     if said.type == "error" else None)  # fmt: skip
        self.page.goto(address)

    @property
    def shown(self) -> str:
        return "\n".join(self._screen.display)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def wait_for(self, condition: str | Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if (condition in self.shown) if isinstance(condition, str) else condition():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"waited for {condition!r} in vain:\n{self.shown}")

    def _attend(self, socket: WebSocket) -> None:
        self._clear()
        socket.on("framereceived", self._feed)

    def _clear(self) -> None:
        self._screen = pyte.Screen(200, 60)
        self._stream = pyte.ByteStream(self._screen)

    def _feed(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][\d;]*\$?[a-zA-Z]", b"", frame))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(tmp_path_factory.mktemp(name)))
        patch.delenv("NO_COLOR", raising=False)
        with serving(str(SAMPLES / "ministers_meeting.txt")) as made:
            yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)


@pytest.fixture(scope="module")
def reader(server: Serving, browser: Browser) -> Reader:
    """A page in which the whole article has been read."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    made = Reader(context, server.address)
    made.wait_for("44 %")
    return made


def test_a_page_shows_the_article_and_its_voices(reader: Reader) -> None:
    assert reader.page.title() == "Five hours at Lake Ishmere, and a dam still between them"
    assert "KESTREL BAY, Norrland — The foreign ministers" in reader.shown
    assert re.search(r"1 Ansa Kivimaa .* 44 %", reader.shown)
    assert not reader.page.is_visible("#opening")
    assert not reader.page.is_visible("#ended")


def test_the_token_is_not_in_the_address(reader: Reader, server: Serving) -> None:
    assert reader.page.url == server.address.partition("?")[0]


def test_keys_go_from_quote_to_quote_and_voice_to_voice(reader: Reader) -> None:
    before = reader.page.screenshot()
    reader.press("n")
    reader.wait_for("quote 1 of 27")
    reader.press("n")
    reader.wait_for("quote 2 of 27")
    assert reader.page.screenshot() != before
    reader.press("s")
    reader.wait_for("quote 20 of 27")
    assert "“They can have this one back empty, like all the others,”" in reader.shown


def test_a_copy_is_in_the_browser_s_clipboard(reader: Reader) -> None:
    reader.press("1")
    reader.press("y")
    reader.wait_for("(the browser’s clipboard)")
    copied = str(reader.page.evaluate("navigator.clipboard.readText()"))
    assert "— reported speech of Ansa Kivimaa" in copied or "— Ansa Kivimaa" in copied
    assert f"Copied {len(copied)} characters: quote of Ansa Kivimaa" in reader.shown


def test_a_browser_that_wants_a_click_is_given_one(reader: Reader) -> None:
    reader.page.evaluate("""() => {
        window.write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = () => Promise.reject();
        document.execCommand = () => false;
    }""")
    reader.press("n", "y")
    reader.wait_for("The browser wants a click first, on Copy in the page")
    assert reader.page.evaluate("document.activeElement.id") == "copy"
    reader.page.evaluate("navigator.clipboard.writeText = window.write")
    reader.press("Enter")
    reader.wait_for("(the browser’s clipboard)")
    assert not reader.page.is_visible("#offer")


def test_the_reader_has_the_window_s_size(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 500, "height": 800})
    reader.wait_for("/27 · ")
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.wait_for("VOICES")


def test_what_is_around_the_reader_has_its_colours(reader: Reader) -> None:
    reader.press("t")
    reader.wait_for("Theme: pullquote-light")
    ground = "getComputedStyle(document.body).backgroundColor"
    reader.wait_for(lambda: bool(reader.page.evaluate(f"{ground} === 'rgb(250, 246, 236)'")))


def test_nothing_is_asked_of_another_host_and_nothing_is_complained_of(
    reader: Reader, server: Serving
) -> None:
    own = server.address.partition("?")[0]
    assert len(reader.asked) > 5
    assert [url for url in reader.asked if not url.startswith(own)] == []
    assert reader.complaints == []


def test_who_leaves_the_reader_can_start_again_with_a_key(reader: Reader, server: Serving) -> None:
    before = server.readers
    reader.press("q")
    reader.page.wait_for_selector("#ended", state="visible")
    assert reader.page.inner_text("#reason") == "The session has ended."
    assert not any(map(is_alive, before))
    reader.press("Enter")
    reader.wait_for("44 %")
    assert not set(server.readers) & set(before)


def test_without_a_picture_processor_the_letters_are_in_the_page(
    server: Serving, browser: Browser
) -> None:
    script = """
        const known = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind === "webgl2" ? null : known.call(this, kind, ...rest);
        };
    """
    plain = Reader(browser.new_context(), server.address, script)
    plain.page.locator(".xterm-rows").filter(has_text="Five hours at Lake Ishmere").wait_for()
    assert not [said for said in plain.complaints if "Content Security Policy" in said]
    plain.page.close()


def test_a_page_that_is_closed_leaves_no_process(reader: Reader, server: Serving) -> None:
    assert server.readers
    reader.page.close()
    deadline = time.monotonic() + PATIENCE
    while server.readers and time.monotonic() < deadline:
        time.sleep(0.02)
    assert server.readers == []


def test_a_page_without_a_cookie_says_what_to_open(server: Serving, browser: Browser) -> None:
    stranger = browser.new_page()
    answer = stranger.goto(server.address.partition("?")[0])
    assert answer is not None
    assert answer.status == 403
    assert "Open the whole address" in stranger.inner_text("p")
