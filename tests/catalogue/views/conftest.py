"""The two catalogues of the repository with everything that they publish, made once."""

from __future__ import annotations

import pytest

from tests.catalogue.views.small import Published, catalogue_in, published


@pytest.fixture(scope="session")
def hai_duong() -> Published:
    """The small second catalogue."""
    return published(catalogue_in("tests/hai-duong"))


@pytest.fixture(scope="session")
def real() -> Published:
    """The catalogue of the repository's own data."""
    return published(catalogue_in("data"))


@pytest.fixture(scope="session", params=["hai_duong", "real"])
def either(request: pytest.FixtureRequest) -> Published:
    """Each of the two catalogues in turn."""
    found: Published = request.getfixturevalue(request.param)
    return found
