"""Textual's driver for browsers, and two more things to say: new colours, and text to copy."""

from dataclasses import asdict
from typing import Any

from textual.drivers.web_driver import WebDriver
from textual.message import Message
from textual.messages import ExitApp

from tui.serve.looks import Looks


class BrowserCopied(Message):
    """The page answers a wish to copy: whether the browser has `taken` the text."""

    def __init__(self, number: int, *, taken: bool) -> None:
        super().__init__()
        self.number, self.taken = number, taken


class BrowserDriver(WebDriver):
    """Speaks with a page; its application ends when nobody is there to speak with."""

    def run_input_thread(self) -> None:
        """Hear the page, until its end of the pipe is closed: then all ends."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(ExitApp())

    def on_meta(self, packet_type: str, payload: dict[str, Any]) -> None:
        """Hear the page's answers, beside what every Textual application hears."""
        if packet_type == "copied":
            self._app.post_message(BrowserCopied(payload["number"], taken=payload["taken"]))
        else:
            super().on_meta(packet_type, payload)

    def copy(self, text: str, number: int) -> None:
        """Ask the browser to copy text; `BrowserCopied` with this number is the answer."""
        self.write_meta({"type": "copy", "number": number, "text": text})

    def show_looks(self, looks: Looks) -> None:
        """Let what is around the reader, and behind its cells, have these colours."""
        self.write(f"\x1b]10;{looks.words}\x1b\\\x1b]11;{looks.ground}\x1b\\")
        self.write_meta({"type": "looks", **asdict(looks)})
