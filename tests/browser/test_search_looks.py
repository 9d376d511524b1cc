"""Search with everything open: axe finds nothing, nothing is cut, targets and focus are seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import Builder
from tests.browser.focus import number_stops, tab_through, unseen
from tests.browser.overflow import low_targets, spills
from tests.browser.searching import SIZES, heading, look_up, results, served_sample
from tests.examples import PROVING

NARROW: dict[str, str | list[str]] = {"q": "ky nang llct", "year": ["2026", "2027"], "state": "past"}

ZOOMED = {"width": 640, "height": 400, "deviceScaleFactor": 2, "mobile": False}


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


@pytest.fixture(autouse=True)
def at_rest(page: Page) -> None:
    """Nothing moves while it is looked at."""
    page.emulate_media(reduced_motion="reduce")


def with_results(page: Page) -> None:
    """Results with notes and chips; on a desk with filters; folded classes, drafts and filters are open."""
    look_up(page, **NARROW)
    expect(page.locator("[data-notes]")).to_contain_text("Đã tìm cả")
    page.locator("main details:visible").evaluate_all(
        "(folds) => folds.forEach((fold) => (fold.open = true))"
    )
    expect(page.locator("[data-scattered] li").first).to_be_visible()


def in_the_sheet(page: Page) -> None:
    """All filters, in the sheet of a phone."""
    look_up(page, q="boi duong", group="unknown")
    page.locator("[data-open-filters]").click()
    page.locator("[data-other-filters] > summary").click()


def without_results(page: Page) -> None:
    look_up(page, q="xkzt bcdfg", year="2026", group="khong-con")
    expect(page.locator("[data-notes] li")).to_have_count(3)


def with_a_list_dropped_down(page: Page) -> None:
    page.goto("don-vi/")
    page.keyboard.press("/")
    page.keyboard.type("boi duong can bo")
    expect(page.get_by_role("option")).to_have_count(7)
    page.keyboard.press("ArrowDown")


ON_A_PHONE = [in_the_sheet, with_a_list_dropped_down, with_results]
ON_A_DESK = [with_results, without_results, with_a_list_dropped_down]


@pytest.mark.proved
@SIZES
def test_axe_finds_nothing_in_light_and_dark_whatever_is_open(page: Page, width: int):
    states = ON_A_PHONE if width < 400 else ON_A_DESK
    each_once = 2
    for state in states if PROVING else states[:each_once]:
        state(page)
        assert violations_in_light_and_dark(page) == [], state.__name__


@pytest.mark.own_window
@pytest.mark.parametrize(("width", "height"), [(320, 640)])
def test_on_the_smallest_phone_and_at_200_per_cent_nothing_is_cut_and_every_target_fits_the_thumb(page: Page):
    of_page = "main :is(button, select, summary, .search-box input, .facet label, .facet__search)"
    targets = page.locator(f"{of_page}, dialog[open] button, [role=option]")
    emulation = page.context.new_cdp_session(page)
    for state in (*ON_A_PHONE, without_results):
        page.set_viewport_size({"width": 320, "height": 640})
        state(page)
        assert spills(page) == [], state.__name__
        assert low_targets(targets) == [], state.__name__
        emulation.send("Emulation.setDeviceMetricsOverride", ZOOMED)
        assert spills(page) == [], f"{state.__name__} at 200 % zoom"
        emulation.send("Emulation.clearDeviceMetricsOverride")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert spills(page) == [], f"{state.__name__}, text of 200 % at {width} px"


def test_in_forced_colours_chips_marks_states_and_boxes_are_still_told_apart(page: Page):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    look_up(page, q="quan ly nha nuoc", year="2026")
    style = "(element, name) => getComputedStyle(element)[name]"
    mark = results(page).locator("> a mark").first
    ground = page.locator("body").evaluate(style, "backgroundColor")
    assert mark.evaluate(style, "backgroundColor") != ground
    for edged in (
        page.locator(".chip").first,
        results(page).locator(".state").first,
        results(page).locator(".tag--training").first,
    ):
        assert edged.evaluate(style, "borderTopStyle") != "none"
        assert edged.evaluate(style, "borderTopColor") != ground
    box = page.get_by_role("checkbox").first
    before = box.screenshot()
    box.check()
    assert box.screenshot() != before


@pytest.mark.parametrize("colour_scheme", ["light", "dark"])
def test_tab_reaches_everything_on_the_page_in_its_order_and_the_focus_is_seen(page: Page):
    look_up(page, q="khong chuyen trach llct", year=["2026", "2027"])
    expect(heading(page)).to_contain_text("cho «")
    names = number_stops(page)
    seen = tab_through(page, len(names))
    assert [names[each["stop"]] for each in seen if each["stop"] is not None] == names
    assert unseen(seen) == []


def test_a_past_programme_and_a_coming_one_are_told_apart_without_colour(page: Page):
    looks = """(item) => {
      const title = item.querySelector("a");
      return [item.querySelector(".state").textContent, getComputedStyle(title).fontWeight];
    }"""
    look_up(page, q="boi duong", state="open")
    coming = results(page).first
    expect(coming.locator("> .tags .state")).to_contain_text("gửi danh sách")
    ahead = coming.evaluate(looks)
    look_up(page, q="boi duong", state="past", sort="title")
    past = results(page).filter(has=page.locator(".tags .state[data-phase=past]")).first
    behind = past.evaluate(looks)
    assert all(one != other for one, other in zip(ahead, behind, strict=True))
