"""How sure an attribution is -> how often such ones are right: a table learned from a corpus."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tui.analysis.attribution import Attribution
from tui.analysis.digests import text_of

TABLE = "calibration.json"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """For each kind of evidence points (raw confidence, share that is right), both ascending."""

    points: Mapping[str, Sequence[Point]]

    def of(self, attribution: Attribution) -> Attribution:
        """The attribution with a calibrated confidence; as it is, where the table has no points."""
        own = self.points.get(group(attribution), ())
        by_cue = attribution.evidence == "cue"  # too few of its own: as those with somebody named
        points = self.points.get(attribution.kind, ()) if by_cue and not own else own
        if not points:
            return attribution
        sure = round(_between(points, attribution.confidence), 2)
        return replace(attribution, confidence=sure)


def group(attribution: Attribution) -> str:
    """What an attribution is calibrated with: its kind where a cue makes it, else its evidence.

    What nobody is named for is much oftener no statement at all.
    """
    if attribution.evidence != "cue":
        return attribution.evidence
    return attribution.kind if attribution.mention else f"unnamed {attribution.kind}"


@cache
def calibration() -> Calibration:
    """The table that comes with the program; empty where there is none."""
    if not (files("tui.analysis") / "weights" / TABLE).is_file():
        return Calibration({})
    table = json.loads(text_of(TABLE))["points"]
    return Calibration({name: [(x, y) for x, y in points] for name, points in table.items()})


def _between(points: Sequence[Point], raw: float) -> float:
    """Linear between points, flat beyond the first and the last."""
    at = bisect_left(points, (raw, 0.0))
    if at == 0:
        return points[0][1]
    if at == len(points):
        return points[-1][1]
    (x, y), (x2, y2) = points[at - 1], points[at]
    return y2 if x2 == x else y + (y2 - y) * (raw - x) / (x2 - x)
