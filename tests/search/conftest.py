"""The scripts of search in a browser, without a site around them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, served


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page in the folder of the scripts, which can import any of them by its name."""
    with served(ROOT / "docs/assets/javascripts") as address:
        page = browser.new_page()
        page.goto(f"{address}moment.js")
        yield page
        page.close()
