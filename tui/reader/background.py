"""Work that goes on while keys are answered."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from textual.dom import DOMNode
from textual.worker import Worker


def in_background(
    node: DOMNode,
    work: Callable[[], Coroutine[Any, Any, None]],
    *,
    group: str = "default",
    exclusive: bool = False,
) -> None:
    """Run work for a node as long as that is there; with `exclusive` it calls off what else its
    group does. What is called off before it has begun is no coroutine that nobody awaits.
    """
    _: Worker[None] = node.run_worker(work, group=group, exclusive=exclusive)


async def whole(done: Awaitable[object]) -> None:
    """Wait until a page has come or gone, which goes on where who waits is called off.

    The application waits for the same: what is called off for one is called off for all, and the
    application would take that for its end.
    """
    await asyncio.shield(asyncio.ensure_future(done))
