"""A mailbox (mbox) -> its messages, each an article that is read when it is asked for."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from tui.article import mail_message
from tui.article.kinds import MAILBOX
from tui.article.mail_message import as_bytes, read_heading
from tui.article.manuscript import Contents, Manuscript, Part
from tui.article.part_names import PartNames

_QUOTED: Final = rb"^>(>*From )"
_HEAD_END: Final = rb"\n\r?\n"
_LONGEST_HEAD: Final = 256 * 1024
_EXPUNGED: Final = rb"^X-Mozilla-Status:[ \t]*[0-9a-f]{3}[89a-f]\b"
"""Thunderbird's mark of a message that was deleted and is in its file still."""
_FOLDER_DATA: Final = "DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA"
_NO_SUBJECT: Final = "a message without a subject"


def read(data: bytes) -> Contents:
    """The messages of a mailbox in its order, or the article in the only one.

    A message's name is made from its Message-ID. Nothing but the heads is read for the list.
    Raises ValueError where there is no message in it.
    """
    data = as_bytes(data)
    parts: list[Part] = []
    names = PartNames()
    for start, end in _messages(data):
        head = _head(data, start, end)
        told = read_heading(head)
        if told.subject == _FOLDER_DATA or re.search(_EXPUNGED, head, re.M | re.I):
            continue
        parts.append(
            Part(
                name=names.of(told.identity.encode("utf-8", "replace") or head),
                title=told.subject or _NO_SUBJECT,
                date=told.date or None,
                read=partial(_message, data, start, end),
            )
        )
    if not parts:
        raise ValueError("there are no messages in it")
    only = parts[0].read if len(parts) == 1 else None
    return only() if only else tuple(parts)


def _messages(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each message is in a mailbox, without the line before it."""
    begin = re.compile(MAILBOX.encode())
    found: list[re.Match[bytes]] = []
    at = 0
    while at >= 0:
        if at == 0 or data[at - 2 : at - 1] == b"\n" or data[at - 3 : at - 1] == b"\n\r":
            match = begin.match(data, at)
            if match:
                found.append(match)
        at = data.find(b"\nFrom ", at) + 1 or -1
    starts = [match.start() for match in found]
    for match, end in zip(found, [*starts[1:], len(data)], strict=False):
        yield match.end(), end


def _head(data: bytes, start: int, end: int) -> bytes:
    """The headers of a message."""
    end = min(end, start + _LONGEST_HEAD)
    gap = re.compile(_HEAD_END).search(data, start, end)
    return data[start : gap.end() if gap else end]


def _message(data: bytes, start: int, end: int) -> Manuscript:
    return mail_message.read(re.sub(_QUOTED, rb"\1", data[start:end], flags=re.M))
