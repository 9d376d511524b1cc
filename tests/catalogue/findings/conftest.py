"""The catalogues whose checks are looked at, loaded once."""

from __future__ import annotations

import pytest

from catalogue.model.collection import Catalogue
from tests.catalogue.findings.listing import sample_of_300
from tests.catalogue.views.small import catalogue_in


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The catalogue of the repository's own data."""
    return catalogue_in("data")


@pytest.fixture(scope="session")
def sampled() -> Catalogue:
    """The sample of 300 programmes."""
    return sample_of_300()
