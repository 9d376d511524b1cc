"""The catalogues that every view is tried on, with everything that they publish, made once."""

from __future__ import annotations

import pytest

from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.views.small import Published, catalogue_in, catalogue_of, published


@pytest.fixture(scope="session")
def hai_duong() -> Published:
    """The small second catalogue."""
    return published(catalogue_in("tests/hai-duong"))


@pytest.fixture(scope="session")
def real() -> Published:
    """The catalogue of the repository's own data."""
    return published(catalogue_in("data"))


@pytest.fixture(scope="session")
def sample() -> Published:
    """The sample city of 60 programmes, the size that has every kind of record and every field."""
    return published(catalogue_of(dict(sample_files(Recipe(60)))))


@pytest.fixture(scope="session", params=["hai_duong", "real", "sample"])
def city(request: pytest.FixtureRequest) -> Published:
    """Each of the three catalogues in turn."""
    found: Published = request.getfixturevalue(request.param)
    return found
