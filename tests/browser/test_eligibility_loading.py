"""The answers of «Tôi được cử học lớp nào?» come without moving what a reader looks at already."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import SIZES

MOST = 0.1
"""How far a page may move while it loads, as browsers count it."""
COUNT = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.moved += each.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.own_window
@SIZES
def test_the_first_answers_have_room_before_they_are_there(page: Page):
    page.add_init_script(COUNT)
    page.goto("tim-lop/?service=civil_servant&level=commune")
    expect(page.locator("[data-found][data-ready]")).to_be_visible()
    expect(page.locator("[data-found] .records").first).to_be_visible()
    assert page.evaluate("window.moved") < MOST
