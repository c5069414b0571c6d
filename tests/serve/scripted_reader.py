"""Stands in for a reader's process: says who it is, then draws each packet that it gets."""

import json
import os
import sys
import time
from typing import Any


def _packet(kind: bytes, payload: bytes) -> None:
    sys.stdout.buffer.write(kind + len(payload).to_bytes(4, "big") + payload)
    sys.stdout.buffer.flush()


def _obey(typed: str) -> None:
    if typed == "q":
        sys.exit(0)
    if typed == "crash":
        sys.exit("Traceback:\npullquote: it broke")
    if typed.startswith("{"):
        _packet(b"M", typed.encode())


def main(how: str = "") -> None:
    sys.stdout.buffer.write(b"__GANGLION__\n")
    own: dict[str, Any] = {
        "pid": os.getpid(), "columns": os.environ["COLUMNS"], "rows": os.environ["ROWS"]
    }  # fmt: skip
    _packet(b"D", json.dumps(own).encode())
    while how == "deaf":
        time.sleep(60)
    while head := sys.stdin.buffer.read(5):
        payload = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
        _packet(b"D", head[:1] + payload)
        _obey(payload.decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
