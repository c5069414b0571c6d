"""The mean of several checkpoints' weights, where their networks began as one."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def main() -> None:
    """Average checkpoints (a model soup: Wortsman et al., 2022), and write the mean as another.

    They must come from runs of the same network that began alike: over other seeds, or one from
    another.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    saved = [torch.load(path, weights_only=True) for path in arguments.checkpoints]
    about = {"layers": saved[0]["about"]["layers"], "parts": [one["about"] for one in saved]}
    weights = mean([one["weights"] for one in saved])
    torch.save({"weights": weights, "about": about}, arguments.output)


def mean(weights: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor over networks of the same shape."""
    return {name: torch.stack([one[name] for one in weights]).mean(0) for name in weights[0]}


if __name__ == "__main__":
    main()
