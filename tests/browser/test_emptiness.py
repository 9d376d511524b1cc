"""No page shows nothing: no word of a program for it, no empty place, no column without a value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sample.folder import write_sample
from sample.recipe import Recipe
from tests.browser.conftest import BARE, Builder, served
from tests.browser.emptiness import emptinesses
from tests.browser.kinds import KINDS, pages_of
from tests.browser.searching import wait_until_whole
from tests.examples import PROVING


@pytest.fixture(scope="module", params=["real", pytest.param("sample", marks=pytest.mark.proof)])
def folder(
    request: pytest.FixtureRequest, built: Builder, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Where the real site lies, and that of a sample."""
    if request.param == "real":
        return site
    return built("sample-60", partial(write_sixty, tmp_path_factory.mktemp("sample") / "data"))


def write_sixty(folder: Path) -> Path:
    """Writes the sample that is looked at."""
    write_sample(Recipe(60), folder)
    return folder


@pytest.fixture(scope="module")
def site_url(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@pytest.mark.proved
def test_the_smallest_page_of_every_kind_shows_nothing_empty(page: Page, folder: Path):
    """A proof looks at all pages. `test_every_kind` looks at the largest."""
    smallest = {pages[-1] for kind in KINDS if len(pages := pages_of(folder, kind)) > 1}
    assert smallest
    every = {address for kind in KINDS for address in pages_of(folder, kind)}
    for address in sorted(every if PROVING else smallest):
        page.goto(address)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert emptinesses(page) == [], address


SHOW_MORE = """() => {
  for (const fold of document.querySelectorAll("main details")) fold.open = true;
  const buttons = [...document.querySelectorAll("main button")];
  const more = buttons.filter((each) => each.textContent.includes("Xem thêm"));
  for (const button of more) button.click();
  return more.length;
}"""


def show_all(page: Page) -> None:
    """Unfolds everything and presses whatever shows more of a list, time and again.

    Both at once: what is unfolded may be drawn anew when the rest of it has come, and is folded again then.
    """
    while page.evaluate(SHOW_MORE) or page.locator("main details:not([open])").count():
        pass


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "?service=civil_servant&level=commune",
        "?service=cadre&level=district&planned=true",
        "?service=public_employee",
    ],
)
def test_what_is_found_for_a_person_shows_nothing_empty(page: Page, answers: str):
    page.goto(f"tim-lop/{answers}")
    expect(page.locator("[data-said]")).not_to_be_empty()
    expect(page.locator("[data-found][data-ready]")).to_be_attached()
    show_all(page)
    assert emptinesses(page) == []


@pytest.mark.parametrize("query", ["", "?q=boi+duong", "?kind=program", "?kind=class", "?q=khongcogica"])
def test_what_search_finds_shows_nothing_empty(page: Page, query: str):
    page.goto(f"tra-cuu/{query}")
    wait_until_whole(page)
    expect(page.locator(".filters__waiting")).to_be_hidden()
    assert emptinesses(page) == []


def test_a_list_of_programmes_of_every_sort_shows_nothing_empty(page: Page, folder: Path):
    programs = sorted(path.parent.name for path in folder.glob("chuong-trinh/*/index.html"))[:40]
    page.goto(BARE)
    page.evaluate(
        "(entries) => localStorage.setItem('my-list', JSON.stringify({ version: 1, entries }))", programs
    )
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-count]")).not_to_have_text("Đang đọc danh sách…")
    page.wait_for_load_state("networkidle")
    assert emptinesses(page) == []
