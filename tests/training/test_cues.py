"""Counting cue words in an annotated article."""

from typing import Any

from tui.training.cues import count


def test_cues_are_counted_by_what_stands_around_them() -> None:
    text = "The mayor said that the gates were old. He said so. “She said no,” he added."
    attributions = [
        {"cue": [[text.index("said"), text.index("said") + 4]]},
        {"cue": [[text.index("added"), text.index("added") + 5]]},
    ]
    counts: dict[str, list[Any]] = {}
    count({"text": text, "attributions": attributions}, counts)
    seen, cued, following, _ = counts["said"]
    assert (seen, cued) == (2, 1)  # the third stands inside quotation marks
    assert following["that"] == [1, 1]
    assert counts["added"][:2] == [1, 1]
