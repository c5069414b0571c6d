"""What a page and its reader say to one another."""

import asyncio
import json

import pytest

from tests.serve.conftest import Visitor, heard, reason
from tests.serve.running import is_alive
from tui.serve import conversation


async def test_what_is_typed_reaches_the_reader(visitor: Visitor) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    await heard(talk)
    await talk.send_json(["stdin", "é\ud800"])
    assert await talk.receive_bytes() == "Dé?".encode()


async def test_a_reader_has_the_page_s_size_within_bounds(visitor: Visitor) -> None:
    await visitor.come_in()
    for query, columns, rows in (
        ("width=100&height=30", "100", "30"),
        ("width=999999&height=0", "80", "10"),
        ("width=-5&height=x", "80", "24"),
        ("", "80", "24"),
    ):
        talk = await visitor.talk(query)
        own = await heard(talk)
        assert (own["columns"], own["rows"]) == (columns, rows)
        await talk.send_json(["resize", {"width": 10**6, "height": 1}])
        assert await heard(talk) == {"type": "resize", "width": 500, "height": 10}
        await talk.close()


@pytest.mark.parametrize(
    "message",
    ["", "nonsense", "[" * 100_000, "{}", "[]", "[1]", '["stdin"]', '["stdin", 5]',
     '["resize", {"width": "9", "height": 9}]', '["resize", 5]', '["quit"]', '["blur", 1]',
     '["copied", {"number": 1, "taken": "yes"}]', '["deliver_chunk_request", {}]'],
)  # fmt: skip
async def test_what_a_page_cannot_mean_is_not_heard(visitor: Visitor, message: str) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    await heard(talk)
    await talk.send_str(message)
    await talk.send_bytes(b"\x00")
    await talk.send_json(["stdin", "1"])
    assert await talk.receive_bytes() == b"D1"


async def test_what_is_too_long_ends_it(visitor: Visitor) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    pid = (await heard(talk))["pid"]
    await talk.send_json(["stdin", "x" * 300_000])
    assert (await reason(talk))[0] == 1009
    await visitor.site.close()
    assert not is_alive(pid)


async def test_a_page_is_told_of_copies_and_colours_but_of_no_downloads(visitor: Visitor) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    await heard(talk)

    async def say(said: dict[str, object]) -> None:
        await talk.send_json(["stdin", json.dumps(said)])
        await talk.receive_bytes()

    await say({"type": "deliver_file_start", "key": "1"})
    for url in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[", "x"):
        await say({"type": "open_url", "url": url, "new_tab": False})
    await say({"type": "open_url", "url": "https://example.org/", "new_tab": False})
    assert await heard(talk) == ["open_url", {"url": "https://example.org/", "new_tab": True}]
    await say({"type": "copy", "number": 3, "text": "“Rain.”"})
    assert await heard(talk) == ["copy", {"number": 3, "text": "“Rain.”"}]
    await talk.send_json(["copied", {"number": 3, "taken": True}])
    assert await heard(talk) == {"type": "copied", "number": 3, "taken": True}


async def test_a_reader_that_is_left_ends_the_session(visitor: Visitor) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    await talk.send_json(["stdin", "q"])
    assert await reason(talk) == (4000, "The session has ended.")


async def test_a_reader_that_fails_says_why_in_the_page(visitor: Visitor) -> None:
    await visitor.come_in()
    talk = await visitor.talk()
    await talk.send_json(["stdin", "crash"])
    assert await reason(talk) == (4000, "pullquote: it broke")


async def test_a_page_that_is_left_alone_ends(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "IDLE_SECONDS", 0.01)
    await visitor.come_in()
    code, why = await reason(await visitor.talk())
    assert (code, why) == (4000, "The session has ended: it was left alone for hours.")


async def test_a_site_that_closes_says_so_and_leaves_no_reader(visitor: Visitor) -> None:
    await visitor.come_in()
    talks = [await visitor.talk() for _ in range(2)]
    pids = [(await heard(talk))["pid"] for talk in talks]
    closing = asyncio.create_task(visitor.site.close())
    for talk in talks:
        assert await reason(talk) == (1001, "pullquote serve has been stopped.")
    await closing
    assert not any(map(is_alive, pids))
    assert await reason(await visitor.talk()) == (4000, "pullquote serve has been stopped.")
