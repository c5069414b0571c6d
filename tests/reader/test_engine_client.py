"""The engine's other end, against a real process that speaks the protocol."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.reader import scripted_engine
from tests.reader.voiced_harbour import voiced_harbour, write_answers
from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis
from tui.analysis.options import Options
from tui.article.model import Span
from tui.reader.engine_client import EngineClient, EngineError

ANALYSIS = voiced_harbour()


def engine(what: Path | str) -> EngineClient:
    return EngineClient([sys.executable, str(scripted_engine.__file__), str(what)])


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return write_answers(tmp_path / "answers.json", ANALYSIS)


async def until_done(client: EngineClient) -> list[Analysis]:
    heard = []
    async for analysis in client.follow(ANALYSIS.article, Options()):
        heard.append(analysis)
        if analysis.done >= 1.0:
            break
    return heard


async def test_answers_come_as_analyses_and_those_of_other_requests_do_not(answers: Path) -> None:
    client = engine(answers)
    partial, whole = await until_done(client)
    await client.close()
    assert (partial.step, partial.done) == ("quotations", 0.4)
    assert whole == ANALYSIS


async def test_a_wish_is_answered_in_the_same_stream(answers: Path) -> None:
    client = engine(answers)
    lengths = []
    async for analysis in client.follow(ANALYSIS.article, Options()):
        if analysis.done < 1.0:
            # Asked for too early: it is kept until the article has been answered.
            await client.wish(Options(sentences=2))
            await client.wish(Options(sentences=1))
            continue
        lengths.append(len(analysis.speakers[0].summary))
        if len(lengths) == 2:
            break
    await client.close()
    assert lengths == [2, 1]


async def test_corrections_are_sent_with_the_article_and_anew() -> None:
    client = EngineClient([sys.executable, "-c", ECHO])
    ada, bo = (
        Correction((Span(0, 9),), "statement", None, None, name, new=True) for name in ("Ada", "Bo")
    )
    await client.correct([bo])  # nothing is followed yet: there is nobody to tell
    heard = []
    async for analysis in client.follow(ANALYSIS.article, Options(), 0, [ada]):
        heard.append(analysis.notice)
        if len(heard) == 1:
            await client.correct([ada, bo])
        elif len(heard) == 2:
            await client.wish(Options(sentences=1))
        else:
            break
    await client.close()
    assert heard == ["3 Ada", "3 Ada Bo", "1 Ada Bo"]


ECHO = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    names = [c["name"] for c in request["corrections"]]
    analysis = {"schema": 1, "quotes": [], "speakers": [], "entities": [], "summary": [],
                "notice": " ".join([str(request["sentences"]), *names])}
    print(json.dumps({"id": request["id"], "step": "done", "done": 1.0, "analysis": analysis}),
          flush=True)
"""


async def test_a_second_article_is_answered_by_the_same_process(answers: Path) -> None:
    client = engine(answers)
    await until_done(client)
    first = client.pid
    assert (await until_done(client))[-1] == ANALYSIS
    assert client.pid == first
    await client.close()


async def test_an_article_that_is_no_longer_of_interest_is_given_up() -> None:
    client = engine("silent")
    task = asyncio.create_task(until_done(client))
    while client.pid is None:
        await asyncio.sleep(0.01)
    first = client.pid
    task.cancel()
    second = asyncio.create_task(until_done(client))
    while client.pid in (None, first):
        await asyncio.sleep(0.01)
    assert gone(first)
    second.cancel()
    await client.close()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("dies", r"stopped unexpectedly \(status 3\)"),
        ("garbage", "an answer that cannot be read"),
        ("error", "ValueError: too odd"),
    ],
)
async def test_trouble_is_a_sentence(what: str, said: str) -> None:
    client = engine(what)
    with pytest.raises(EngineError, match=said):
        await until_done(client)
    await client.close()


async def test_an_engine_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(EngineError, match="could not be started"):
        await until_done(EngineClient(["/nonexistent/engine"]))


async def test_nothing_is_left_behind(answers: Path) -> None:
    client = engine(answers)
    await until_done(client)
    pid = client.pid
    await client.close()
    assert pid is not None
    assert gone(pid)
    await client.close()


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


async def test_another_article_is_followed_while_who_followed_the_last_one_still_listens(
    answers: Path,
) -> None:
    client = engine(answers)
    heard = asyncio.Event()

    async def listen() -> list[float]:
        done = []
        async for analysis in client.follow(ANALYSIS.article, Options()):
            done.append(analysis.done)
            if analysis.done == 1.0:
                heard.set()
        return done

    listening = asyncio.create_task(listen())
    await heard.wait()
    assert (await until_done(client))[-1] == ANALYSIS
    assert await asyncio.wait_for(listening, 20) == [0.4, 1.0]
    await client.close()


async def test_of_articles_that_are_followed_at_once_the_last_is_answered_and_one_process_runs(
    answers: Path,
) -> None:
    pids = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    before = set(pids.read_text().split()) if pids.exists() else set()
    client = engine(answers)
    others = [asyncio.create_task(until_done(client)) for _ in range(3)]
    for _ in range(3):
        await asyncio.sleep(0)
    assert (await until_done(client))[-1] == ANALYSIS
    for other in others:
        assert not any(analysis.done == 1.0 for analysis in await asyncio.wait_for(other, 20))
    if pids.exists():
        assert set(pids.read_text().split()) - before == {str(client.pid)}
    await client.close()
