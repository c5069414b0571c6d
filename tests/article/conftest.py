"""A web server that a test can tell what to do."""

from collections.abc import Iterator

import pytest

from tests.article.web_server import WebServer, serving


@pytest.fixture(scope="session")
def running() -> Iterator[WebServer]:
    with serving() as server:
        yield server


@pytest.fixture
def server(running: WebServer, monkeypatch: pytest.MonkeyPatch) -> WebServer:
    """A server that knows nothing yet; there is no proxy."""
    for name in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name.upper()}_PROXY", raising=False)
    running.replies.clear()
    running.asked.clear()
    return running
