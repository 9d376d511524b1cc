"""An address that has moved leads to the new one, to the same class and with the same question behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BARE, Builder
from tests.browser.policy import StrictHandler, first_script
from tests.browser.searching import served_dated
from tests.examples import some_of

__all__ = ["first_script"]  # a fixture

BEHIND = (
    "",
    "#lop-8",
    "?nguon=thu",
    "?#",
    "#",
    "#<script>",
    "?a=//evil.example",
    "?nguon=thu&x=%C4%91%20%26#lop-8",
)
NEW = "chuong-trinh/tieng-anh-giao-vien-nuoc-ngoai/"


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The second catalogue with redirects, below a path, under a strict policy."""
    with served_dated(built, tmp_path_factory.mktemp("moved") / "data", StrictHandler) as address:
        yield address


@pytest.mark.proved
@pytest.mark.parametrize(
    ("old", "behind"),
    [
        *(("chuong-trinh/cu/", behind) for behind in BEHIND),
        *(("lop/2015/tieng-anh/", behind) for behind in some_of(BEHIND)),
    ],
)
def test_what_stands_behind_the_old_address_stands_behind_the_new_one(
    page: Page, site_url: str, old: str, behind: str
):
    page.goto(BARE)
    came_from = page.url
    page.evaluate("(address) => { location.href = address; }", f"{site_url}{old}{behind}")
    page.wait_for_url(f"**/{NEW}**")
    expect(page.locator("h1")).to_contain_text("tiếng Anh")
    wanted = page.evaluate("(address) => new URL(address).href", f"{site_url}{NEW}{behind}")
    assert page.url.rstrip("?#") == wanted.rstrip("?#")
    page.go_back()
    assert page.url == came_from


def test_a_query_arrives_where_it_is_answered(page: Page):
    page.goto("tim/?q=tieng+anh")
    page.wait_for_url("**/tra-cuu/?q=tieng+anh")
    expect(page.locator("[data-search-results], .records, main").first).to_contain_text("tiếng Anh")


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_the_page_leads_on_all_the_same(page: Page):
    page.goto("chuong-trinh/cu/#lop-8")
    page.wait_for_url(f"**/{NEW}**")
    expect(page.locator("h1")).to_contain_text("tiếng Anh")
