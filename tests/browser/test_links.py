"""By links alone, without scripts: from home to a programme, to what it rests on and back, to a class."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import NAMED, address_of, pages_of

RESTS_ON = ("doi-tuong", "don-vi", "ke-hoach", "nguon")


@pytest.fixture
def programme(site: Path) -> str:
    """The address of a programme that names a group, a body, a plan that is a document, and a source."""
    for address in pages_of(site, NAMED["planned programme"]):
        html = content(site, address)
        plans = re.findall(r'href="../../(ke-hoach/[^"]+/)"', html)
        documented = any('href="../../van-ban/' in facts(site, plan) for plan in plans)
        if documented and all(f'href="../../{section}/' in html for section in RESTS_ON):
            return address
    pytest.fail("no programme of the catalogue names all that it can rest on", pytrace=False)


def content(site: Path, address: str) -> str:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return html.partition("<h1")[2].partition("<footer")[0]


def facts(site: Path, address: str) -> str:
    return content(site, address).partition("<h2")[0]


def follow(page: Page, part: str) -> None:
    """Follows the first link of the content whose address has a part, opening what folds it away."""
    link = page.locator(f"main a[href*='{part}']").first
    target = link.evaluate("(link) => link.href")
    if not link.is_visible():
        page.locator(f"main details:has(a[href*='{part}']) > summary").first.click()
    link.click()
    page.wait_for_url(target)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("javascript", [False])
def test_links_alone_lead_from_home_through_the_whole_catalogue_and_back(
    page: Page, site_url: str, programme: str
):
    page.goto("")
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Chương trình").click()
    follow(page, programme.removeprefix("chuong-trinh/"))
    title = page.locator("h1").inner_text()
    for section in RESTS_ON:
        follow(page, f"../{section}/")
        assert page.url.startswith(f"{site_url}{section}/")
        if section == "ke-hoach":
            plan = page.url
            follow(page, "../van-ban/")
            assert page.url.startswith(f"{site_url}van-ban/")
            follow(page, plan.removeprefix(site_url))
            assert page.url == plan
        follow(page, programme)
        assert page.url == site_url + programme
        expect(page.locator("h1")).to_have_text(title)
    page.get_by_role("navigation", name="Đường dẫn").get_by_role("link", name="Trang chủ").click()
    expect(page).to_have_url(site_url)


@pytest.mark.parametrize("javascript", [False])
@pytest.mark.parametrize("width", [360])
def test_without_scripts_a_phone_has_its_menu_open(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    menu = page.get_by_role("navigation", name="Các mục chính")
    expect(menu.get_by_role("link", name="Kế hoạch")).to_be_visible()
    expect(page.locator("button:not([type=submit]):visible")).to_have_count(0)


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_every_way_in_of_the_home_page_leads_to_a_list(page: Page, site: Path):
    page.goto(address_of(site, "home"))
    names = page.locator(".cards > .card a").all_inner_texts()
    assert len(names) >= 4
    for name in names:
        page.goto("")
        page.locator(".cards").get_by_role("link", name=name).click()
        expect(page.locator(".records > li > a").first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colour_scheme", ["light"])
def test_the_address_of_a_class_brings_it_into_view(page: Page, site: Path):
    address = address_of(site, "programme with classes")
    page.goto(address)
    ids = page.locator("table tr[id]").evaluate_all("(rows) => rows.map((row) => row.id)")
    assert ids
    for id in (ids[0], ids[-1]):
        page.goto("about:blank")
        page.goto(f"{address}#{id}")
        expect(page.locator(f"tr#{id}")).to_be_in_viewport(ratio=0.5)
        assert page.evaluate("document.querySelector(':target')?.id") == id
