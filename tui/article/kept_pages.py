"""Answers of web servers as files in the platform's cache folder: one an address, not too many."""

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import platformdirs

from tui.article.answers import Answer
from tui.article.http_cache import Kept
from tui.kept_files import write_atomically

MOST_PAGES: Final = 500
MOST_BYTES: Final = 200 * 1024 * 1024


def folder() -> Path:
    """Where the answers are kept."""
    return platformdirs.user_cache_path("pullquote", appauthor=False) / "pages"


def kept_page(address: str) -> Kept | None:
    """What is kept of an address; None also where its file is damaged."""
    try:
        made: dict[str, Any] = json.loads(_file(address).read_text(encoding="utf-8"))
        body = b64decode(made["body"], validate=True)
        if made["address"] != address or made["hash"] != sha256(body).hexdigest():
            return None
        head = {str(name): str(value) for name, value in made["head"].items()}
        answer = Answer(int(made["status"]), head, body, bool(made["private"]))
        time = datetime.fromisoformat(made["time"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Kept(answer, time) if time.tzinfo is not None else None


def keep_page(
    address: str, kept: Kept, *, most_pages: int = MOST_PAGES, most_bytes: int = MOST_BYTES
) -> None:
    """Keep an answer, where the disk lets it; the oldest others go when they become too many."""
    answer = kept.answer
    made = {
        "address": address,
        "time": kept.time.isoformat(),
        "status": answer.status,
        "head": dict(answer.head),
        "private": answer.private,
        "hash": sha256(answer.body).hexdigest(),
        "body": b64encode(answer.body).decode("ascii"),
    }
    with suppress(OSError):
        write_atomically(_file(address), json.dumps(made))
        _let_go(most_pages, most_bytes)


def forget_page(address: str) -> None:
    """Keep nothing of an address any more."""
    with suppress(OSError):
        _file(address).unlink(missing_ok=True)


def _file(address: str) -> Path:
    return folder() / f"{sha256(address.encode()).hexdigest()}.json"


def _let_go(most_pages: int, most_bytes: int) -> None:
    """Remove the oldest files, until the others are few and small enough."""
    found = list[tuple[int, int, Path]]()
    for path in folder().iterdir():
        with suppress(OSError):  # another process has just removed it
            status = path.stat()
            found.append((status.st_mtime_ns, status.st_size, path))
    total = 0
    for i, (_, size, path) in enumerate(sorted(found, reverse=True)):
        total += size
        if i >= most_pages or total > most_bytes:
            with suppress(OSError):
                path.unlink()
