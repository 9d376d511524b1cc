"""The samples that several tests look at, made once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from catalogue.model.collection import Catalogue
from sample.files import sample_files
from sample.recipe import Recipe
from tests.sample.reading import read


@pytest.fixture(scope="session")
def small() -> Mapping[str, str]:
    """The files of 60 programmes, the size that shows everything."""
    return dict(sample_files(Recipe(60)))


@pytest.fixture(scope="session")
def thousand_files() -> Mapping[str, str]:
    """The files of a thousand programmes."""
    return dict(sample_files(Recipe(1_000)))


@pytest.fixture(scope="session")
def thousand(thousand_files: Mapping[str, str]) -> Catalogue:
    """The catalogue of a thousand programmes."""
    outcome = read(thousand_files)
    assert outcome.problems == ()
    assert outcome.catalogue
    return outcome.catalogue
