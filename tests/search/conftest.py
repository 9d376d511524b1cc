"""The scripts of search in a browser, without a site around them; the sample city that is searched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.load import Catalogue, load
from sample.folder import write_sample
from sample.recipe import Recipe
from tests.browser.conftest import ROOT, built, served

__all__ = ["built"]  # a fixture, for the tests of this folder as well


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page in the folder of the scripts, which can import any of them by its name."""
    with served(ROOT / "docs/assets/javascripts") as address:
        page = browser.new_page()
        page.goto(f"{address}common/moment.js")
        yield page
        page.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the sample city that queries.yml is written for."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    write_sample(Recipe(1_000), folder)
    return folder


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The data of the repository."""
    catalogue = load(ROOT / "data").catalogue
    assert catalogue
    return catalogue
