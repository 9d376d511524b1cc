"""What a training officer must be able to do from the home page, in clicks: three at most.

| task | clicks |
| --- | --- |
| our seats, our deadlines, whom to send the list to | «Đơn vị», the unit: 2 |
| do the figures agree | the plan: 1; all of them, «Đối chiếu số liệu»: 1 |
| the plan as the annex | the plan: 1 |
| planned against done for a year | the year: 1 |
| the plan on paper | the plan, «Bản in»: 2 |
| home in ten seconds | 0 |
| which groups have nothing in a year | «Theo đối tượng», «Nhóm nào đã có lớp», the year: 3 |
| what begins in March | «Chương trình», «Lịch», the month: 3 |
| which two look alike, and why | «Chương trình», «Có thể trùng, cần rà soát»: 2 |

`test_desk` walks the first; from any number of a plan to its source it is two clicks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Builder, served
from tests.browser.searching import write_hundreds


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    sample = partial(write_hundreds, tmp_path_factory.mktemp("sample") / "data")
    with served(built("sample", sample)) as address:
        yield address


def plan(page: Page) -> Locator:
    """The link to the main plan on the home page."""
    return page.locator(".newest a[href^='ke-hoach/']").first


def test_home_tells_at_once_how_much_and_by_when(page: Page):
    page.goto("")
    years = page.locator(".glances > li:visible")
    expect(years.first.locator("dt")).to_have_text(["Chương trình", "Số lớp", "Chỉ tiêu", "Hạn gần nhất"])
    expect(years.first.locator("b").first).to_have_text(re.compile(r"\d"))
    expect(page.get_by_role("heading", name="Sắp hết hạn gửi danh sách")).to_be_visible()


def test_one_click_leads_to_the_annex_with_its_foot_and_whether_figures_agree(page: Page):
    page.goto("")
    plan(page).click()
    expect(page.locator(".annex thead th").nth(1)).to_contain_text("Tên chương trình, lớp")
    expect(page.locator(".annex tfoot .said")).not_to_be_empty()
    expect(page.get_by_role("heading", name=re.compile("^Đối chiếu số liệu: "))).to_be_visible()


def test_one_click_leads_to_every_check(page: Page):
    page.goto("")
    page.get_by_role("contentinfo").get_by_role("link", name="Đối chiếu số liệu").click()
    expect(page.get_by_role("row", name=re.compile("^Lệch"))).to_be_visible()


def test_one_click_leads_to_planned_against_done_of_a_year(page: Page):
    page.goto("")
    page.locator(".glances > li:visible h3 a").first.click()
    heads = page.locator("table.outcomes").last.locator("thead th").all_inner_texts()
    assert any("kế hoạch" in head for head in heads)
    assert any("đã thực hiện" in head for head in heads)
    expect(page.locator("table.outcomes tfoot").last).to_contain_text("Cộng các dòng có số")


def test_two_clicks_lead_to_the_whole_plan_on_paper(page: Page):
    page.goto("")
    plan(page).click()
    named = page.locator(".annex caption").inner_text()
    page.get_by_role("link", name=re.compile("^Bản in")).click()
    whole = re.findall(r"\d+", named)[-1]
    expect(page.locator(".annex caption")).to_have_text(f"{whole} chương trình của kế hoạch")


def test_from_a_number_of_a_plan_to_its_source_it_is_two_clicks(page: Page):
    page.goto("")
    plan(page).click()
    page.locator(".annex tbody tr:has(td.number:not(.unknown)) th a").first.click()
    page.locator("#muc_nguon ~ .citation a").first.click()
    assert re.search(r"/(nguon|van-ban)/", page.url)


def test_three_clicks_lead_to_the_groups_that_have_nothing_in_a_year(page: Page):
    page.goto("")
    page.get_by_role("main").get_by_role("link", name="Theo đối tượng").click()
    page.get_by_role("main").get_by_role("link", name="Nhóm nào đã có lớp").click()
    page.get_by_role("main").get_by_role("link", name="2026", exact=True).click()
    idle = page.locator("section[aria-labelledby=chua-co]")
    expect(idle.get_by_role("heading")).to_contain_text("(năm 2026)")
    expect(idle.get_by_role("listitem").first).to_be_visible()


def test_three_clicks_lead_to_what_begins_in_march(page: Page):
    page.goto("")
    page.get_by_role("banner").get_by_role("link", name="Chương trình").click()
    page.get_by_role("main").get_by_role("link", name="Lịch", exact=True).click()
    page.locator("[data-day='2026-03'] a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tháng 3 năm 2026")
    expect(page.get_by_text("Khai giảng", exact=True).first).to_be_visible()


def test_two_clicks_lead_to_programmes_that_look_alike_and_why(page: Page):
    page.goto("")
    page.get_by_role("banner").get_by_role("link", name="Chương trình").click()
    page.get_by_role("main").get_by_role("link", name="Có thể trùng, cần rà soát").click()
    first = page.locator(".pairs > li").first
    expect(first).to_contain_text("Tên giống nhau")
    expect(first).to_contain_text(re.compile("[Đđ]ối tượng .*Chữ giống nhau: «"))
