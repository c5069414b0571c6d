"""The engine as a process: one JSON line an article in, JSON lines of answers out as they come.

A request is `{"id": str|int, "text": str}`; `"article"` may stand in place of `"text"` (an article
with its blocks, as `schema.article_to_json` writes it), beside it `"summarizer"`, `"sentences"`
(a number, or a share like `"20%"`), `"view"`, the offset that is read first, and `"corrections"`,
a list of objects
`{"spans": [[s, e], ...], "scope": "statement|mention|voice", "was": str|null, "mention": str|null,
"name": str|null, "new": bool}` as `corrections.Correction` explains them, in the order in which
they were made.
The answers to it are lines `{"id", "step", "done", "analysis"}`: each `analysis` is a document of
schema 1 with all that is known after that step, `done` is 1.0 on the last. A request with an `id`
but no text is about the latest article, which is not read again: `"summarizer"` and `"sentences"`
have its summaries written anew, `"corrections"` take the place of the earlier ones; what it does
not name stays as it was. What cannot be answered gets one line `{"id", "error"}`, a sentence, with
null for an id that cannot be read. The engine ends when its input does.
"""

import json
import sys
from typing import Any, TextIO

from tui.analysis.corrections import Correction
from tui.analysis.digests import DamagedError
from tui.analysis.model import Analysis
from tui.analysis.options import Options
from tui.analysis.requests import RequestError, read_request
from tui.analysis.schema import to_json


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of `requests` on `answers`, in order, until the input ends."""
    from tui.analysis.pipeline import set_right, steps, summarised

    # As it was read: corrections may be taken back.
    latest: Analysis | None = None
    options, corrections = Options(), tuple[Correction, ...]()
    for line in requests:
        if not line.strip():
            continue
        request_id: str | int | None = None
        try:
            request = read_request(line)
            request_id = request.id
            if request.article is not None:
                latest, options = None, request.options(Options())
                corrections = request.corrections or ()
                for known in steps(request.article, options, request.view):
                    _answer(answers, request_id, set_right(known, corrections, options))
                latest = known  # a part of what failed is not the whole
            elif latest is None:
                raise RequestError(request_id, "no article has been read yet")
            else:
                if request.corrections is not None:
                    corrections = request.corrections
                if (wished := request.options(options)) != options:
                    latest, options = summarised(latest, wished), wished
                _answer(answers, request_id, set_right(latest, corrections, options))
        except RequestError as error:
            _write(answers, {"id": error.id, "error": str(error)})
        except DamagedError as error:
            _write(answers, {"id": request_id, "error": str(error)})
        except Exception as error:  # one bad article must not end a warm engine
            reason = f"the engine failed ({type(error).__name__}: {error})"
            _write(answers, {"id": request_id, "error": reason})


def _answer(answers: TextIO, request_id: object, analysis: Analysis) -> None:
    _write(
        answers,
        {
            "id": request_id,
            "step": analysis.step,
            "done": analysis.done,
            "analysis": to_json(analysis),
        },
    )


def _write(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
    answers.flush()


def main() -> None:
    """Serve on standard input and output."""
    # in a process of its own both are files
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # too
    serve(sys.stdin, sys.stdout)


if __name__ == "__main__":
    main()
