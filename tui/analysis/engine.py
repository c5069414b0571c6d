"""The engine as a process: one JSON line an article in, JSON lines of answers out as they come.

A request is `{"id": str, "text": str}`; `"article"` may stand in place of `"text"` (an article with
its blocks, as `schema.article_to_json` writes it), and beside it `"summarizer"`, `"sentences"`,
`"view"`, the offset that is read first, and `"corrections"`, a list of objects
`{"spans": [[s, e], ...], "scope": "statement|mention|voice", "was": str|null, "mention": str|null,
"name": str, "new": bool}` as `corrections.Correction` explains them, in the order in which they
were made.
The answers to it are lines `{"id", "step", "done", "analysis"}`: each `analysis` is a document of
schema 1 with all that is known after that step, `done` is 1.0 on the last. A request with an `id`
but no text is about the latest article, which is not read again: `"summarizer"` and `"sentences"`
have its summaries written anew, `"corrections"` take the place of the earlier ones; what it does
not name stays as it was. What cannot be answered gets one line `{"id", "error"}`. The engine ends
when its input does.
"""

import json
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from tui.analysis.corrections import Correction
from tui.analysis.model import Analysis, Options
from tui.analysis.schema import article_from_json, corrections_from_json, to_json


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer each line of `requests` on `answers`, in order, until the input ends."""
    from tui.analysis.pipeline import set_right, steps, summarised
    from tui.article.loading import article_from_text

    # As it was read: corrections may be taken back.
    latest: Analysis | None = None
    options, corrections = Options(), tuple[Correction, ...]()
    for line in requests:
        if not line.strip():
            continue
        request_id: Any = None
        try:
            request = json.loads(line)
            request_id = request["id"]
            if "text" in request or "article" in request:
                options = _options(request, Options())
                corrections = _corrections(request, ())
                article = (
                    article_from_json(request["article"])
                    if "article" in request
                    else article_from_text(request["text"])
                )
                for latest in steps(article, options, request.get("view", 0)):
                    _answer(answers, request_id, set_right(latest, corrections, options))
            elif latest is None:
                raise ValueError("no article has been read yet")
            else:
                corrections = _corrections(request, corrections)
                if (wished := _options(request, options)) != options:
                    latest, options = summarised(latest, wished), wished
                _answer(answers, request_id, set_right(latest, corrections, options))
        except Exception as error:  # one bad article must not end a warm engine
            _write(answers, {"id": request_id, "error": f"{type(error).__name__}: {error}"})


def _options(request: dict[str, Any], before: Options) -> Options:
    return Options(
        summarizer=request.get("summarizer", before.summarizer),
        sentences=request.get("sentences", before.sentences),
    )


def _corrections(request: dict[str, Any], before: Sequence[Correction]) -> tuple[Correction, ...]:
    return (
        corrections_from_json(request["corrections"]) if "corrections" in request else tuple(before)
    )


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
