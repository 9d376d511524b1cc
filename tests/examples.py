"""How many examples a property is tried on: as many as `make test` has time for, or as many as a proof takes.

`HYPOTHESIS_PROFILE=prove`, which `make prove` sets, takes many times as many, and others in every run.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

PROVING = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
USUAL, PROOF, TIMES = 25, 2_000, 40
SLOW = [HealthCheck.too_slow]
Each = TypeVar("Each")

settings.register_profile(
    "test", max_examples=USUAL, derandomize=True, deadline=None, suppress_health_check=SLOW
)
settings.register_profile(
    "prove", max_examples=PROOF, print_blob=True, deadline=None, suppress_health_check=SLOW
)
settings.load_profile("prove" if PROVING else "test")


def examples(number: int, proof: int = 0) -> settings:
    """So many examples for a property that takes its time; for a proof so many more, or its own number."""
    return settings(max_examples=(proof or number * TIMES) if PROVING else number)


def for_a_proof(*cases: object) -> list[Any]:
    """Cases of a test that are tried by a proof alone."""
    values = [case if isinstance(case, tuple) else (case,) for case in cases]
    return [pytest.param(*each, marks=pytest.mark.proof) for each in values]


def some_of(alike: Sequence[Each]) -> list[Each]:
    """The first and the last of what is alike; for a proof all of it."""
    return list(alike) if PROVING else [*alike[:1], *alike[1:][-1:]]
