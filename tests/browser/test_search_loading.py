"""The page of search while its script and its data are on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route, expect

from tests.browser.searching import ADDRESS, SIZES, box, heading, results, wait_until_whole

SCRIPT = "**/assets/javascripts/joined/search.*.js"
TITLES, LATER = "**/assets/search/*/titles.json", "**/assets/search/*/{facets,details}.json"
DIGITAL = "Chuyển đổi số, ứng dụng công nghệ thông tin (ở nước ngoài, năm 2024)"
MOST = 0.001
"""What has moved by less, as browsers count it, stands where it stood: they round."""
COUNT = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@contextmanager
def withheld(page: Page, pattern: str) -> Iterator[None]:
    """Keeps a file back until the block ends."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function that it is given
    yield
    for route in held:
        route.continue_()
    page.unroute(pattern)


def test_what_is_typed_before_the_script_has_come_is_searched_when_it_comes(page: Page):
    with withheld(page, SCRIPT):
        page.goto(ADDRESS, wait_until="commit")
        box(page).press_sequentially("dao tao chuyen doi so")
        expect(heading(page)).to_have_text("Đang tải dữ liệu tra cứu…")
    expect(results(page).first.locator("> a")).to_have_text(DIGITAL)
    expect(box(page)).to_be_focused()


def test_while_the_script_has_not_come_the_form_asks_by_its_address(page: Page):
    with withheld(page, SCRIPT):
        page.goto(ADDRESS, wait_until="commit")
        box(page).press_sequentially("dao tao chuyen doi so")
        page.get_by_role("button", name="Tìm", exact=True).click(no_wait_after=True)
        page.wait_for_url("**/tra-cuu/?q=*", wait_until="commit")
    expect(results(page).first.locator("> a")).to_have_text(DIGITAL)
    expect(box(page)).to_have_value("dao tao chuyen doi so")


def test_where_the_script_never_comes_the_ways_in_appear(page: Page, faults: list[str]):
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(ADDRESS)
    assert page.locator("[data-ways]").evaluate("(ways) => getComputedStyle(ways).visibility") == "hidden"
    page.locator("[data-ways]").evaluate("(ways) => ways.getAnimations().forEach((each) => each.finish())")
    expect(page.get_by_role("heading", name="Xem theo danh sách")).to_be_visible()
    assert all("search." in fault or "ERR_FAILED" in fault for fault in faults)
    faults.clear()


def test_the_query_stands_in_the_box_while_data_loads(page: Page):
    with withheld(page, TITLES):
        page.goto(f"{ADDRESS}?q=chuyen+doi+so", wait_until="commit")
        expect(box(page)).to_have_value("chuyen doi so")
        expect(heading(page)).to_have_text("Đang tải dữ liệu tra cứu…")
    expect(results(page).first).to_be_visible()


@SIZES
def test_of_what_has_not_come_yet_nothing_is_called_unknown(page: Page):
    with withheld(page, LATER):
        page.goto(f"{ADDRESS}?q=chuyen+doi+so", wait_until="commit")
        expect(results(page).first).to_be_visible()
        expect(page.locator("[data-results]")).not_to_contain_text("chưa có thông tin")
    wait_until_whole(page)
    expect(page.locator("[data-results] .unknown").first).to_have_text("chưa có thông tin")


@SIZES
def test_what_stands_on_the_page_stays_where_it_is_while_data_comes(page: Page):
    page.add_init_script(COUNT)
    with withheld(page, LATER):
        with withheld(page, TITLES):
            page.goto(ADDRESS)
            expect(heading(page)).to_have_text("Đang tải dữ liệu tra cứu…")
        expect(results(page).first).to_be_visible()
    wait_until_whole(page)
    assert page.evaluate("window.moved") < MOST
