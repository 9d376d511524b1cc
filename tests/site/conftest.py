"""The two sites that these tests read, each built once; and what a site is built from, for each test anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.built import REAL, ROOT, SECOND, Site, read_once
from tests.site.checkout import checkout


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the repository's own data."""
    return read_once(tmp_path_factory, REAL)


@pytest.fixture(scope="session")
def hai_duong(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the second catalogue: other data, no other code."""
    return read_once(tmp_path_factory, SECOND, ROOT / "tests/hai-duong")


@pytest.fixture(scope="session", params=["hai_duong", "real"])
def either(request: pytest.FixtureRequest) -> Site:
    """Each of the two sites in turn."""
    found: Site = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A checkout with the second catalogue's data."""
    return checkout(tmp_path / "nguồn")
