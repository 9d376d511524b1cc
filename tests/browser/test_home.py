"""Which years the home page shows by the reader's clock, and that one without a plan says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

SAID_ABOVE = ""
"""Where all plans are older the line above every page says so, and that once."""


@pytest.mark.parametrize(
    ("now", "shown", "said"),
    [
        ("2023-06-01T08:00:00+07:00", ["2023", "2024"], "Danh mục chưa có kế hoạch năm 2023."),
        ("2024-02-29T08:00:00+07:00", ["2024", "2025"], "Danh mục chưa có kế hoạch năm 2025."),
        ("2025-06-01", ["2024", "2025"], SAID_ABOVE),
        ("2026-11-22T08:00:00+07:00", ["2024"], SAID_ABOVE),
    ],
)
def test_the_years_are_those_of_the_clock_and_one_without_a_plan_says_so(
    page: Page, shown: list[str], said: str
):
    page.goto("")
    expect(page.locator("[data-said]")).to_have_text(said)
    links = page.locator("[data-year]:visible h3 a")
    expect(links).to_have_text([f"Năm {year}" for year in shown])


def test_from_home_to_planned_against_done_is_one_click(page: Page):
    page.goto("")
    page.get_by_role("link", name="Năm 2024", exact=True).click()
    expect(page.get_by_role("heading", name="Theo chương trình")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(360, 780)])
def test_the_whole_page_is_two_screens_of_a_phone(page: Page):
    page.goto("")
    expect(page.locator("[data-home]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 2 * 780
