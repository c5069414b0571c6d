"""The engine as a process: one JSON line an article in, JSON lines of answers out as they come.

A request is `{"id": str, "text": str}`; `"article"` may stand in place of `"text"` (an article with
its blocks, as `schema.article_to_json` writes it), and beside it `"summarizer"`, `"sentences"` and
`"view"`, the offset that is read first.
The answers to it are lines `{"id", "step", "done", "analysis"}`: each `analysis` is a document of
schema 1 with all that is known after that step, `done` is 1.0 on the last. A request with an `id`
and wishes but no text writes the summaries of the latest article anew. What cannot be answered gets
one line `{"id", "error"}`. The engine ends when its input does.
"""

import json
import sys
from typing import Any, TextIO

from tui.analysis.model import Analysis, Options
from tui.analysis.schema import article_from_json, to_json


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of `requests` on `answers`, in order, until the input ends."""
    from tui.analysis.pipeline import steps, summarised
    from tui.article.loading import article_from_text

    latest: Analysis | None = None
    for line in requests:
        if not line.strip():
            continue
        request_id: Any = None
        try:
            request = json.loads(line)
            request_id = request["id"]
            options = Options(
                summarizer=request.get("summarizer", Options().summarizer),
                sentences=request.get("sentences", Options().sentences),
            )
            if "text" not in request and "article" not in request:
                if latest is None:
                    raise ValueError("no article has been read yet")
                latest = summarised(latest, options)
                _answer(answers, request_id, latest)
                continue
            article = (
                article_from_json(request["article"])
                if "article" in request
                else article_from_text(request["text"])
            )
            for latest in steps(article, options, request.get("view", 0)):
                _answer(answers, request_id, latest)
        except Exception as error:  # one bad article must not end a warm engine
            _write(answers, {"id": request_id, "error": f"{type(error).__name__}: {error}"})


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
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    serve(sys.stdin, sys.stdout)


if __name__ == "__main__":
    main()
