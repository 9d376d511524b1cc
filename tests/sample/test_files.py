"""A whole sample: without a problem whatever its recipe, and always the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sample.files import sample_files
from sample.recipe import EARLIEST, LATEST, Recipe
from tests.sample.reading import made, read

HOOKS = Path(__file__).parents[2] / "hooks"
DIGEST = """
from hashlib import sha256
from sample.files import sample_files
from sample.recipe import Recipe
print(sha256(repr(list(sample_files(Recipe(30, 5)))).encode()).hexdigest())
"""


def test_sixty_programmes_have_no_problem(small: Mapping[str, str]):
    outcome = read(small)
    assert outcome.problems == ()
    assert outcome.catalogue
    assert len(outcome.catalogue.programs) == 60
    assert outcome.catalogue.redirects
    assert set(outcome.catalogue.redirects) < set(outcome.catalogue.published_addresses)


@settings(max_examples=12)
@given(st.integers(1, 40), st.integers(0, 10**9), st.dates(EARLIEST, LATEST))
def test_a_sample_of_any_size_seed_and_day_has_no_problem(programs: int, seed: int, today: date):
    outcome = made(Recipe(programs, seed, today))
    assert outcome.problems == ()
    assert outcome.catalogue
    assert len(outcome.catalogue.programs) == programs


def digest(hash_seed: str) -> bytes:
    """What the bytes of a sample come to where Python hashes with a seed."""
    environment = {**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONHASHSEED": hash_seed}
    return subprocess.check_output([sys.executable, "-c", DIGEST], env=environment)


def test_the_same_recipe_makes_the_same_bytes_whatever_the_hashes():
    assert digest("1") == digest("2")
    assert list(sample_files(Recipe(30, 5))) != list(sample_files(Recipe(30, 6)))
