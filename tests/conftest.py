"""How many examples, processes, in which order; one browser for all tests: a thread can drive no second."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from catalogue.parallel import processors
from tests import examples
from tests.browser.chromium import FOR_TESTS, launched

__all__ = ["examples"]  # choosing a profile is all that it is imported for

expect.set_options(timeout=30_000)  # what is right is seen at once; a busy machine takes longer than usual
LAST = Path(__file__).with_name("catalogue")


def pytest_xdist_auto_num_workers() -> int:
    """Three processes for two processors: a test that looks at a page waits for it half of its time."""
    return (3 * processors() + 1) // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick files come last, so that no process is left alone with a slow one."""
    items.sort(key=lambda item: LAST in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched(FOR_TESTS) as chromium:
        yield chromium
