"""A table of confidences from judged attributions."""

from itertools import pairwise

from tests.analysis.test_calibration import attribution
from tui.article.model import Span
from tui.training.calibration import LEAST, error, fitted, judge
from tui.training.corpora import Document, Said

TEXT = "Boats wait\n\n“We wait in port,” Ada Falk said. Bo Rask said the crews would go home."


def span(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def test_more_sure_is_never_less_often_right() -> None:
    judged = [(attribution(i / 1000), i % 10 < i // 100) for i in range(1000)]
    points = fitted(judged).points["direct"]
    assert len(points) > 5
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(points))
    assert abs(points[-1][1] - 0.9) < 0.1


def test_kinds_that_are_seldom_have_no_line() -> None:
    assert "direct" not in fitted([(attribution(0.5), True)] * (LEAST - 1)).points


def test_the_error_is_how_far_confidence_is_from_truth() -> None:
    assert error([(0.75, True)] * 3 + [(0.75, False)]) == 0.0
    assert error([(1.0, False)] * 4) == 1.0


def test_right_is_half_the_content_and_the_mention() -> None:
    document = Document(
        TEXT,
        said=(
            Said(span("Ada Falk"), span("said"), span("“We wait in port,”")),
            Said(span("Ada"), span("said"), span("the crews would go home")),
        ),
    )
    assert [right for _, right in judge(document)] == [True, False]
