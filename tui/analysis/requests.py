"""A line of JSON -> what the engine is asked for, or a sentence that says what is wrong with it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from tui.analysis.corrections import Correction
from tui.analysis.options import Length, Options, SummarizerName
from tui.analysis.schema import article_from_json, corrections_from_json
from tui.analysis.summary_length import read_length
from tui.article.loading import article_from_text
from tui.article.model import Article


class RequestError(ValueError):
    """A request that cannot be answered, in a sentence; `id` is the request's, if it has one."""

    def __init__(self, request_id: str | int | None, reason: str) -> None:
        super().__init__(reason)
        self.id = request_id


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: about an article or, where that is None, about the latest one.

    What is None was not named. `view` is an offset (code points) into the article's text.
    """

    id: str | int
    article: Article | None
    summarizer: SummarizerName | None
    sentences: Length | None
    view: int
    corrections: tuple[Correction, ...] | None

    def options(self, before: Options) -> Options:
        """The options that hold from now on."""
        return Options(self.summarizer or before.summarizer, self.sentences or before.sentences)


def read_request(line: str) -> Request:
    """The request that a line holds; bytes that are no UTF-8 must be lone surrogates in it.

    Raises RequestError.
    """
    try:
        line.encode()
        request = json.loads(line)
    except UnicodeEncodeError:
        raise RequestError(None, "the request is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise RequestError(None, f"the request is not JSON: {error}") from None
    if not isinstance(request, dict):
        raise RequestError(None, "the request is not a JSON object")
    request_id = request.get("id")
    if not isinstance(request_id, str | int) or isinstance(request_id, bool):
        raise RequestError(None, "the request has no id that is a string or a whole number")
    try:
        return Request(
            id=request_id,
            article=_article(request),
            summarizer=_summarizer(request),
            sentences=_sentences(request),
            view=_view(request),
            corrections=_corrections(request),
        )
    except ValueError as error:
        raise RequestError(request_id, str(error)) from None


def _article(request: dict[str, Any]) -> Article | None:
    if "article" in request:
        try:
            return article_from_json(request["article"])
        except (ValueError, KeyError, TypeError):
            raise ValueError('"article" is not an article as the engine takes it') from None
    if "text" not in request:
        return None
    if not isinstance(request["text"], str):
        raise ValueError('"text" is not a string')
    return article_from_text(request["text"])


def _summarizer(request: dict[str, Any]) -> SummarizerName | None:
    names: Sequence[SummarizerName] = get_args(SummarizerName)
    if request.get("summarizer", names[0]) not in names:
        raise ValueError(f'"summarizer" is none of {", ".join(names)}')
    name: SummarizerName | None = request.get("summarizer")
    return name


def _sentences(request: dict[str, Any]) -> Length | None:
    if "sentences" not in request:
        return None
    try:
        return read_length(request["sentences"])
    except ValueError as error:
        raise ValueError(f'"sentences" is not {error}') from None


def _view(request: dict[str, Any]) -> int:
    view = request.get("view", 0)
    if type(view) is not int or view < 0:
        raise ValueError('"view" is not a whole number from 0 on')
    return view


def _corrections(request: dict[str, Any]) -> tuple[Correction, ...] | None:
    if "corrections" not in request:
        return None
    try:
        return corrections_from_json(request["corrections"])
    except (ValueError, KeyError, TypeError):
        raise ValueError('"corrections" is not a list of corrections') from None
