"""An Analysis as a JSON document of schema 1, on many lines or on one."""

import json

from tui.analysis.model import Analysis
from tui.analysis.schema import to_json


def document(analysis: Analysis) -> str:
    """One document, indented for reading, with a line end."""
    return json.dumps(to_json(analysis), ensure_ascii=False, indent=2) + "\n"


def line(analysis: Analysis) -> str:
    """One document on one line, with a line end."""
    return json.dumps(to_json(analysis), ensure_ascii=False) + "\n"
