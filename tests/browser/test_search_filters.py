"""The filters of search: which there are, what their numbers promise, how they are selected."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Builder
from tests.browser.searching import (
    asked,
    box,
    counts,
    facet,
    heading,
    look_up,
    results,
    served_sample,
    total,
    value,
)

FIRST = ["Đối tượng", "Đơn vị chủ trì", "Năm", "Tình trạng lớp"]
OTHERS = [
    "Đơn vị được phân bổ",
    "Khối",
    "Loại",
    "Nội dung",
    "Lĩnh vực",
    "Khai giảng",
    "Hình thức học",
    "Nơi học",
    "Mức độ xác minh",
    "Loại trang",
]
UNKNOWN = "Chưa có thông tin"
QUERY = "boi duong"
NOT_OUTSIDE = """() => {
  const { activeElement, body } = document;
  return !document.hasFocus() || activeElement === body || Boolean(activeElement.closest("dialog"));
}"""
"""Whether no element outside the sheet has the focus; the window's own frame may have it."""


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_sample(built, tmp_path_factory.mktemp("sample") / "data") as address:
        yield address


def open_others(page: Page) -> None:
    page.locator("[data-other-filters] > summary").click()


def toggle(page: Page, line: Locator) -> None:
    """Presses a value and waits until it is answered."""
    before = page.locator(".chip:not(.chip--clear)").count()
    box_of = line.get_by_role("checkbox")
    after = before - 1 if box_of.is_checked() else before + 1
    box_of.click()
    expect(page.locator(".chip:not(.chip--clear)")).to_have_count(after)


def published(page: Page) -> str:
    """The first number of the heading, which a sheet may cover."""
    return (heading(page).text_content() or "").split()[0]


def test_four_filters_stand_open_and_ten_behind_the_others(page: Page):
    look_up(page, q=QUERY)
    names = page.locator("fieldset:visible > legend")
    expect(names).to_have_text(FIRST)
    open_others(page)
    expect(names).to_have_text([*FIRST, *OTHERS])


def test_the_number_of_each_filter_is_how_many_results_its_value_leaves(page: Page):
    look_up(page, q=QUERY)
    open_others(page)
    for name in [*FIRST, *OTHERS]:
        promised = counts(facet(page, name))
        assert promised, name
        label = next(iter(promised))
        toggle(page, value(page, name, label))
        assert total(page) == promised[label], f"{name}: {label}"
        toggle(page, value(page, name, label))


def test_the_numbers_of_a_filter_do_not_heed_its_own_selection_and_those_of_the_others_do(page: Page):
    look_up(page, q=QUERY)
    years, modes = counts(facet(page, "Năm")), counts(facet(page, "Tình trạng lớp"))
    toggle(page, value(page, "Năm", "2026"))
    assert counts(facet(page, "Năm")) == years
    assert counts(facet(page, "Tình trạng lớp")) != modes
    assert total(page) == years["2026"]
    one = total(page)
    toggle(page, value(page, "Năm", "2027"))
    assert max(one, years["2027"]) <= total(page) <= one + years["2027"]
    running = counts(facet(page, "Tình trạng lớp"))["Đã khai giảng, đang học"]
    toggle(page, value(page, "Tình trạng lớp", "Đã khai giảng, đang học"))
    assert total(page) == running
    assert counts(facet(page, "Tình trạng lớp")).keys() >= {"Đã khai giảng, đang học", "Còn nhận danh sách"}
    assert sum(counts(facet(page, "Năm")).values()) < sum(years.values())


def test_numbers_follow_every_letter(page: Page):
    look_up(page)
    before = counts(facet(page, "Tình trạng lớp"))
    box(page).press_sequentially(QUERY)
    expect(heading(page)).to_contain_text(f"«{QUERY}»")
    after = counts(facet(page, "Tình trạng lớp"))
    assert after
    assert all(after[label] <= before[label] for label in after)
    assert after != before


def test_what_nobody_knows_is_a_value_and_the_last_one(page: Page):
    look_up(page, q=QUERY)
    open_others(page)
    for name in ("Đối tượng", "Đơn vị chủ trì", "Tình trạng lớp", "Hình thức học", "Nơi học"):
        labels = list(counts(facet(page, name)))
        assert labels[-1] == UNKNOWN, name
    toggle(page, value(page, "Đơn vị chủ trì", UNKNOWN))
    assert asked(page)["lead"] == ["unknown"]
    expect(results(page).first).to_be_visible()
    for item in results(page).all()[:5]:
        expect(item).to_contain_text("Chủ trì chưa có thông tin")


def test_a_filter_of_which_nothing_is_known_is_hidden(page: Page):
    look_up(page, q=QUERY, kind="document")
    open_others(page)
    names = page.locator("fieldset:visible > legend").all_inner_texts()
    assert "Loại trang" in names
    assert "Mức độ xác minh" in names
    assert not {"Đối tượng", "Đơn vị chủ trì", "Hình thức học"} & set(names)


def test_values_without_results_are_left_out_but_for_what_is_selected(page: Page):
    look_up(page, q=QUERY, year="2026")
    assert min(counts(facet(page, "Đối tượng")).values()) > 0
    box(page).fill("xyzqw")
    expect(heading(page)).to_contain_text("Không có kết quả")
    assert counts(facet(page, "Năm")) == {"2026": 0}
    expect(facet(page, "Đối tượng")).to_be_hidden()


def test_long_lists_have_a_search_of_their_own_and_grow_by_a_press(page: Page):
    look_up(page)
    leads = facet(page, "Đơn vị chủ trì")
    assert len(counts(leads)) == 7
    more = leads.get_by_role("button")
    hidden = int(re.findall(r"\d+", more.inner_text())[0])
    assert hidden > 12
    leads.get_by_role("searchbox", name="Tìm trong Đơn vị chủ trì").press_sequentially("so noi vu")
    expect(leads.locator("li")).to_have_count(1)
    expect(leads.locator(".facet__label")).to_have_text("Sở Nội vụ Thành phố Mẫu")
    page.keyboard.press("Enter")
    assert asked(page) == {}
    leads.get_by_role("checkbox").press("Space")
    expect(page.locator(".chip")).to_contain_text("Đơn vị chủ trì: Sở Nội vụ Thành phố Mẫu")
    leads.get_by_role("searchbox").fill("")
    expect(leads.locator("li").first).to_be_visible()
    more.press("Enter")
    assert len(counts(leads)) > 7
    expect(leads.get_by_role("checkbox").nth(6)).to_be_focused()
    expect(facet(page, "Tình trạng lớp").get_by_role("searchbox")).to_have_count(0)


def test_a_chip_does_not_repeat_what_its_value_says(page: Page):
    look_up(page, q=QUERY, block="party")
    expect(page.locator(".chip")).to_have_text("Bỏ lọc Khối Đảng✕")


def test_a_chip_shows_each_selection_and_one_press_takes_it_off_and_hands_the_focus_on(page: Page):
    look_up(page, q=QUERY, year=["2026", "2027"], state="open")
    chips = page.get_by_role("list", name="Bộ lọc đang chọn").get_by_role("button")
    expect(chips).to_have_text(
        [
            "Bỏ lọc Năm: 2026✕",
            "Bỏ lọc Năm: 2027✕",
            "Bỏ lọc Tình trạng lớp: Còn nhận danh sách✕",
            "Bỏ hết bộ lọc",
        ]
    )
    chips.first.press("Enter")
    expect(chips).to_have_count(3)
    expect(chips.first).to_be_focused()
    assert asked(page) == {"q": [QUERY], "year": ["2027"], "state": ["open"]}
    chips.last.press("Enter")
    expect(chips).to_have_count(0)
    expect(heading(page)).to_be_focused()
    assert asked(page) == {"q": [QUERY]}


def test_a_box_keeps_the_focus_when_its_list_is_drawn_anew(page: Page):
    look_up(page, q=QUERY)
    second = value(page, "Năm", "2026").get_by_role("checkbox")
    second.press("Space")
    expect(page.locator(".chip")).to_have_count(1)
    expect(second).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(0)
    expect(second).to_be_focused()


# On a phone


@pytest.mark.parametrize(("width", "height"), [(360, 740)])
def test_on_a_phone_the_filters_fill_a_sheet_that_says_how_many_it_leaves(
    page: Page, width: int, height: int
):
    look_up(page, q=QUERY)
    expect(facet(page, "Năm")).to_be_hidden()
    button = page.get_by_role("button", name="Bộ lọc", exact=True)
    button.click()
    sheet = page.get_by_role("dialog", name="Bộ lọc")
    measures = sheet.bounding_box()
    assert measures
    assert (measures["y"], measures["height"]) == (0, height)
    assert measures["x"] + measures["width"] == width
    everything = heading(page).text_content() or ""
    toggle(page, value(page, "Năm", "2027"))
    expect(heading(page)).not_to_have_text(everything)
    sheet.get_by_role("button", name=f"Xem {published(page)} kết quả", exact=True).click()
    expect(sheet).to_be_hidden()
    opener = page.get_by_role("button", name="Bộ lọc (1)")
    expect(opener).to_be_focused()
    opener.press("Enter")
    expect(value(page, "Năm", "2027").get_by_role("checkbox")).to_be_checked()
    sheet.get_by_role("button", name="Bỏ hết").click()
    expect(value(page, "Năm", "2027").get_by_role("checkbox")).not_to_be_checked()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(button).to_be_focused()
    assert asked(page) == {"q": [QUERY]}


@pytest.mark.parametrize("width", [360])
def test_in_the_sheet_the_focus_stays_until_it_is_closed_and_nothing_below_is_pressed(page: Page):
    look_up(page, q=QUERY)
    page.get_by_role("button", name="Bộ lọc", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(NOT_OUTSIDE)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Bộ lọc")).to_be_visible()
    expect(box(page)).not_to_be_focused()
