"""Titles that are one endless word, as a slip of the hand makes them: no page gets wider than its screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from sample.folder import write_sample
from sample.recipe import Recipe
from tests.browser.conftest import Builder, served
from tests.browser.hostile import LONGEST, plain
from tests.browser.kinds import KINDS, NAMED, pages_of
from tests.browser.overflow import overflows
from tests.browser.searching import links, look_up

WORD = "Khôngcókhoảngtrắng" * 30

at = pytest.mark.parametrize
WIDTHS = at(("width", "height"), [(360, 780), (1280, 800)], ids=["phone", "desk"])


def write_unbroken(folder: Path) -> Path:
    """Writes the sample city with an endless word for every title."""
    write_sample(Recipe(300), folder)
    numbers = count()
    for path in sorted(folder.rglob("*.yml")):
        if path.name != "site.yml":
            record = plain(yaml.load(path.read_bytes(), yaml.BaseLoader))  # noqa: S506 - it makes texts only
            path.write_text(json.dumps(unbroken(record, numbers), ensure_ascii=False), encoding="utf-8")
    return folder


def unbroken(value: Any, numbers: Iterator[int]) -> Any:
    """A value with an endless word for each of its titles, each of which differs."""
    if isinstance(value, list):
        return [unbroken(each, numbers) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: f"{WORD}{next(numbers)}"[-LONGEST:] if key == "title" else unbroken(each, numbers)
        for key, each in value.items()
    }


@pytest.fixture(scope="module")
def endless(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    return built("unbroken titles", partial(write_unbroken, tmp_path_factory.mktemp("unbroken") / "data"))


@pytest.fixture(scope="module")
def site_url(endless: Path) -> Iterator[str]:
    with served(endless) as address:
        yield address


def beyond_the_screen(page: Page) -> list[str]:
    """What is wider than the screen, or lies beside it."""
    found = overflows(page)
    return [each for each in found if each.startswith("the page is ") or " lies from " in each]


@WIDTHS
@at("kind", [kind.name for kind in KINDS if not kind.of_history])
def test_no_page_gets_wider_than_its_screen(page: Page, endless: Path, kind: str):
    page.goto(pages_of(endless, NAMED[kind])[0])
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    assert beyond_the_screen(page) == []


@WIDTHS
def test_no_result_of_a_search_gets_wider_than_its_screen(page: Page):
    look_up(page, year="2026")
    expect(links(page).first).to_contain_text("hôngcókhoảngtrắng")
    assert beyond_the_screen(page) == []
