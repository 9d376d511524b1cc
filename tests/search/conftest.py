"""The scripts of search in a browser, without a site around them; the sample city that is searched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from catalogue.load import load
from catalogue.model.collection import Catalogue
from catalogue.page import File, Publication
from catalogue.publish.output import write_all
from catalogue.views.exports.search_data import search_files
from catalogue.views.words.context import Context
from sample.folder import write_sample
from sample.recipe import Recipe
from tests.browser.conftest import ROOT, Builder, built, served
from tests.site.built import REAL, made_once

__all__ = ["built"]  # a fixture, for the tests of this folder as well

SCRIPTS = "assets/javascripts"


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
    return made_once(tmp_path_factory, "sample-data", partial(write_sample, Recipe(1_000)))


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The data of the repository."""
    catalogue = load(ROOT / "data").catalogue
    assert catalogue
    return catalogue


@pytest.fixture(scope="session")
def real_site(built: Builder) -> Path:
    """The real site, whose hand-written pages are searched too."""
    return built(REAL, None)


@pytest.fixture(scope="session")
def sample_site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What search needs of the sample's site."""

    def make(folder: Path) -> None:
        catalogue = load(sample).catalogue
        assert catalogue
        search_site(catalogue, folder)

    return made_once(tmp_path_factory, "sample-search", make)


def search_site(catalogue: Catalogue, folder: Path) -> Path:
    """A folder with what search needs of a catalogue's site, and nothing else."""
    context = Context(catalogue, Publication(catalogue.settings.address))
    made = [output.make() for output in search_files(context)]
    write_all(((file.address, file.content) for file in made if isinstance(file, File)), folder)
    (folder / SCRIPTS).parent.mkdir(exist_ok=True)
    (folder / SCRIPTS).symlink_to(ROOT / "docs" / SCRIPTS)
    return folder
