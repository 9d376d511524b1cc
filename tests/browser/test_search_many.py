"""Hundreds of results: the list grows in order, keeps the focus, and is found again as it was left."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from catalogue.language.vietnamese import collation_key
from tests.browser.conftest import Builder
from tests.browser.searching import heading, links, look_up, results, served_sample, titles, total

STEP = 15
PHONE = pytest.mark.parametrize(("width", "height"), [(360, 740)])
QUERY = {"q": "boi duong", "kind": "program"}


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


def scroll_on(page: Page, least: int) -> None:
    """Scrolls to the end of the list, time and again, until it is as long."""
    page.wait_for_function(
        """(least) => {
          scrollTo(0, document.documentElement.scrollHeight);
          return document.querySelector("[data-results]").children.length >= least;
        }""",
        arg=least,
        polling=100,
    )


def addresses(page: Page) -> list[str]:
    found: list[str] = links(page).evaluate_all("(links) => links.map((link) => link.href)")
    return found


def top_of(item: Locator) -> float:
    top: float = item.evaluate("(item) => item.getBoundingClientRect().top")
    return top


def note_when_followed(item: Locator) -> None:
    """Has the page keep where an item stands, and how long its list is, in the moment of the click."""
    item.evaluate(
        """(item) => item.addEventListener("click", () => {
          const followed = [item.getBoundingClientRect().top, item.parentElement.children.length];
          sessionStorage.setItem("followed", JSON.stringify(followed));
        })"""
    )


@PHONE
def test_the_list_grows_in_order_while_it_is_scrolled_and_leaves_the_focus_where_it_is(page: Page):
    look_up(page, sort="title", **QUERY)
    assert total(page) > 180
    assert results(page).count() == STEP
    page.evaluate(
        """() => {
          window.grown = [];
          const added = (changes) => changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
          const observer = new MutationObserver((changes) => window.grown.push(added(changes)));
          observer.observe(document.querySelector("[data-results]"), { childList: true });
        }"""
    )
    fifth = results(page).nth(4).locator("> a")
    fifth.focus()
    scroll_on(page, 180)
    expect(fifth).to_be_focused()
    shown = addresses(page)
    assert len(set(shown)) == len(shown) >= 180
    in_order = titles(page)
    assert in_order == sorted(in_order, key=collation_key)
    *grown, last = page.evaluate("window.grown")
    assert set(grown) == {STEP}
    assert last in (STEP, total(page) % STEP)
    assert results(page).nth(150).evaluate("(item) => getComputedStyle(item).contentVisibility") == "auto"


@pytest.mark.own_window
@PHONE
def test_a_press_on_more_puts_the_focus_on_the_first_new_result_and_growth_leaves_it_there(page: Page):
    page.add_init_script("window.IntersectionObserver = class { observe() {} unobserve() {} };")
    look_up(page, **QUERY)
    more = page.get_by_role("button", name="Xem thêm kết quả")
    more.press("Enter")
    expect(results(page)).to_have_count(2 * STEP)
    expect(results(page).nth(STEP).locator("> a")).to_be_focused()
    more.evaluate("(button) => button.click()")
    expect(results(page)).to_have_count(3 * STEP)
    expect(results(page).nth(2 * STEP).locator("> a")).to_be_focused()


@PHONE
def test_the_whole_list_is_saved_without_scrolling_through_it(page: Page):
    look_up(page, **QUERY)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    assert page.evaluate("scrollY") < 740
    written = Path(download.value.path()).read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(StringIO(written, newline=""))
    assert len(rows) == total(page) + len(["", "notice", "address"])
    assert {len(row) for row in rows[:-3]} == {len(head)}


@PHONE
@pytest.mark.parametrize("part", ["scattered", "drafts", "partly"])
def test_whoever_comes_back_to_what_was_unfolded_finds_it_as_it_was_left(page: Page, part: str):
    query = "boi duong" if part == "drafts" else "dao tao can bo"
    look_up(page, q=query, scattered="1", partly="1")
    fold = page.locator(f"[data-{part}]")
    if part == "drafts":
        fold.locator("> summary").click()
    items = fold.locator("> ul > li")
    expect(items).not_to_have_count(0)
    fold.locator("> .more button").evaluate("(button) => button.click()")
    item = items.nth(STEP + 5)
    link = item.locator("> a")
    address = link.get_attribute("href") or ""
    note_when_followed(item)
    link.press("Enter")
    page.wait_for_url(address)
    page.go_back()
    expect(link).to_have_attribute("href", address)
    expect(link).to_be_focused()
    top, length = page.evaluate('JSON.parse(sessionStorage.getItem("followed"))')
    page.wait_for_function("!history.state")
    assert items.count() >= length
    assert abs(top_of(item) - top) < 60


@PHONE
def test_the_list_above_does_not_grow_under_who_has_gone_on(page: Page):
    look_up(page, q="boi duong")
    drafts = page.locator("[data-drafts]")
    drafts.locator("> summary").evaluate("(summary) => summary.click()")
    items = drafts.locator("> ul > li")
    expect(items).to_have_count(STEP)
    items.nth(2).evaluate("(item) => item.scrollIntoView()")
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(items).not_to_have_count(STEP)
    assert results(page).count() == STEP
    assert total(page) > STEP


@PHONE
def test_whoever_comes_back_finds_the_list_as_it_was_left(page: Page):
    look_up(page, **QUERY)
    scroll_on(page, 90)
    item = results(page).nth(80)
    link = item.locator("> a")
    told = link.text_content() or ""
    note_when_followed(item)
    link.click()
    expect(page.locator("h1")).to_have_text(told)
    page.get_by_role("main").get_by_role("link", name="Chương trình", exact=True).first.click()
    page.wait_for_url("**/chuong-trinh/")
    page.go_back()
    page.go_back()
    expect(link).to_have_text(told)
    expect(link).to_be_focused()
    top, length = page.evaluate('JSON.parse(sessionStorage.getItem("followed"))')
    assert results(page).count() == length
    assert abs(top_of(item) - top) < 80
    expect(heading(page)).to_contain_text("cho «boi duong»")
