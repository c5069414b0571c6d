"""From how sure an attribution is to how often such ones are right."""

import pytest

from tui.analysis.attribution import Attribution, Evidence
from tui.analysis.calibration import Calibration
from tui.analysis.model import QuoteKind
from tui.article.model import Span

TABLE = Calibration(
    {
        "direct": [(0.4, 0.2), (0.8, 0.6)],
        "floor": [(0.5, 0.5)],
        "unnamed indirect": [(0.5, 0.3)],
    }
)
MENTION = Span(6, 9)


def attribution(
    confidence: float,
    kind: QuoteKind = "direct",
    evidence: Evidence = "cue",
    mention: Span | None = MENTION,
) -> Attribution:
    return Attribution(kind, (Span(0, 4),), None, mention, mention, confidence, "", 0, evidence)


@pytest.mark.parametrize(
    ("raw", "sure"), [(0.1, 0.2), (0.4, 0.2), (0.6, 0.4), (0.8, 0.6), (1.0, 0.6)]
)
def test_between_and_beyond_the_points(raw: float, sure: float) -> None:
    assert TABLE.of(attribution(raw)).confidence == sure


def test_each_kind_of_evidence_has_its_own() -> None:
    assert TABLE.of(attribution(0.9, evidence="floor")).confidence == 0.5
    assert TABLE.of(attribution(0.9, kind="mixed")).confidence == 0.9


def test_what_nobody_is_named_for_has_its_own_where_it_has_any() -> None:
    assert TABLE.of(attribution(0.9, kind="indirect", mention=None)).confidence == 0.3
    assert TABLE.of(attribution(0.9, mention=None)).confidence == 0.6
    assert TABLE.of(attribution(0.9, evidence="turn", mention=None)).confidence == 0.9
