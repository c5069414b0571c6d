"""How many examples a property is tried with."""

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("PROPERTY_TIMES", "1"))
"""`make fuzz` tries more of them."""


def tried(examples: int) -> settings:
    """Settings for so many examples in the suite. Nothing is measured: texts may take a while."""
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
