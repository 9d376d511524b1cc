"""The examples of properties, and one browser for all tests: a thread can drive no second one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests import examples
from tests.browser.chromium import launched

__all__ = ["examples"]  # choosing a profile is all that it is imported for


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as chromium:
        yield chromium
