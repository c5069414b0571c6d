"""Analyses as they are kept: schema 1 in JSON, compressed."""

import json
import zlib
from typing import Any

from tui.analysis.model import Analysis
from tui.analysis.schema import to_json

UNREADABLE = (ValueError, KeyError, TypeError, RecursionError, zlib.error)
"""What may be raised by what was kept and cannot be read, here and by who takes it for schema 1."""


def packed(analysis: Analysis) -> bytes:
    """The bytes that are kept of an analysis."""
    text = json.dumps(to_json(analysis), ensure_ascii=False)
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked(kept: bytes) -> dict[str, Any]:
    """The document of which the bytes were kept. Raises what is `UNREADABLE`."""
    document: dict[str, Any] = json.loads(zlib.decompress(kept))
    return document
