"""An address that leads nowhere gets a page that helps, at any depth, wherever on its host the site is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Builder, served
from tests.examples import some_of
from tests.site.built import SECOND

LOST = ("khong-co/", "chuong-trinh/khong-co/", "chuong-trinh/khong-co/lop-1/")


@pytest.fixture(scope="module", params=["", "danh-muc/"], ids=["at the root of its host", "below a path"])
def site_url(request: pytest.FixtureRequest, built: Builder, site: Path) -> Iterator[str]:
    """Where a site is served: the real one at the root of its host, the second catalogue below its path."""
    path: str = request.param
    folder = built(SECOND, ROOT / "tests/hai-duong").parent if path else site
    with served(folder) as address:
        yield address + path


@pytest.mark.proved
@pytest.mark.parametrize("lost", some_of(LOST))
def test_the_page_for_lost_addresses_has_its_styles_and_links_that_work(
    page: Page, faults: list[str], site_url: str, lost: str
):
    response = page.goto(lost)
    assert response
    assert response.status == 404
    assert [fault for fault in faults if "404" in fault] == faults
    faults.clear()
    expect(page.locator("h1")).to_have_text("Không tìm thấy trang")
    assert page.locator(".site-header__row").evaluate("(row) => getComputedStyle(row).display") == "flex"
    assert page.get_by_role("button", name="Nền tối").get_attribute("aria-pressed") == "false"
    links = page.locator("a[href]").evaluate_all("(links) => links.map((link) => link.href)")
    host = urlsplit(site_url).netloc
    own = {link.split("#")[0] for link in links if urlsplit(link).netloc == host} - {page.url}
    assert len(own) >= 15
    assert {link for link in own if not link.startswith(site_url)} == set()
    assert {link: status for link in own if (status := page.request.get(link).status) != 200} == {}
    page.get_by_role("main").get_by_role("link", name="Về trang chủ").click()
    expect(page).to_have_url(site_url)


def test_a_page_three_folders_down_has_its_styles_scripts_and_way_home(page: Page, site_url: str):
    page.goto("chuong-trinh/")
    page.locator(".records > li > a").first.click()
    expect(page.locator(".layout")).to_be_visible()
    page.get_by_role("button", name="Nền tối").click()
    expect(page.get_by_role("button", name="Nền tối")).to_have_attribute("aria-pressed", "true")
    page.locator(".site-header__name").click()
    expect(page).to_have_url(site_url)
