"""«Danh sách của tôi» as it is used: starred, looked through, compared, printed, sent, and in failure."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.axe import violations_in_light_and_dark
from tests.browser.conftest import BARE, FORBID_STORAGE, ROOT, Builder, served
from tests.browser.overflow import low_targets, overflows, spills
from tests.catalogue.views.calendars import READERS, properties
from tests.examples import for_a_proof

KEEP = "(entries) => localStorage.setItem('my-list', JSON.stringify({ version: 1, entries }))"
SIZES = pytest.mark.parametrize(("width", "height"), [(360, 740), *for_a_proof((1280, 800))])
"""What a phone shows and does, a desk shows and does, but for what has a test of its own."""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"

REST = """\
sources: [{source: haiduong-2021-10-14}]
verification: {level: reported}
groups: [{group: can-bo-cong-chuc-vien-chuc-hai-duong}]
categories: [fostering]
"""
PROGRAMMES = {
    "lanh-dao": """\
title: Bồi dưỡng lãnh đạo, quản lý
mode: full_time
classes:
  - id: lop-1
    number: 1
    start: 2026-12-01
    end: 2026-12-05
    deadline: 2026-11-25
    venue: {place: Hội trường A}
    seats: 40
  - {id: lop-2, number: 2, start: 2027-01-11, end: 2027-01-15}
""",
    "ky-nang-so": """\
title: Tập huấn kỹ năng số
mode: full_time
certificate: Giấy chứng nhận
classes:
  - {id: lop-1, start: 2026-12-03, end: 2026-12-04}
""",
    "ngoai-ngu": """\
title: Bồi dưỡng ngoại ngữ
classes:
  - {id: thang-12, title: Lớp tháng 12, start: 2026-12}
  - {id: huy, title: Lớp hủy, start: 2026-12-03, end: 2026-12-04, state: cancelled}
  - {id: khong-nam, title: Lớp không rõ năm, start: --12-03, end: --12-04, inferred_year: 2026}
  - {id: da-qua, title: Lớp đã qua, start: 2026-11-02, end: 2026-11-03}
""",
    "nam-cu": "title: Chương trình năm cũ\nperiod: {start: 2024, end: 2024}\nstate: planned\n",
}
ONE, TWO, MONTH = "lanh-dao_lop-1", "ky-nang-so", "ngoai-ngu_thang-12"


@pytest.fixture(scope="module")
def site_url(built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data = tmp_path_factory.mktemp("my-list") / "data"
    shutil.copytree(ROOT / "tests/hai-duong", data)
    for id, text in PROGRAMMES.items():
        (data / f"programs/{id}.yml").write_text(text + REST, encoding="utf-8")
    moved = "/chuong-trinh/ky-nang-so-cu/: /chuong-trinh/ky-nang-so/\n"
    (data / "redirects.yml").write_text(moved, encoding="utf-8")
    with served(built("my-list/danh-muc", data).parent) as address:
        yield f"{address}danh-muc/"


def keep(page: Page, *entries: str) -> None:
    """Puts a list on the device and opens its page."""
    page.goto(BARE)
    page.evaluate(KEEP, list(entries))
    page.goto("danh-sach-cua-toi/")
    ready(page)


def ready(page: Page) -> None:
    expect(page.locator("[data-count]")).not_to_have_text("Đang đọc danh sách…")


def kept(page: Page) -> list[str]:
    entries: list[str] = page.evaluate("JSON.parse(localStorage.getItem('my-list'))?.entries ?? []")
    return entries


def row(page: Page, entry: str) -> Locator:
    return page.locator(f"tr[data-entry='{entry}']")


def rows(page: Page) -> list[str]:
    items = page.locator("tr[data-entry]")
    found: list[str] = items.evaluate_all("(rows) => rows.map((row) => row.dataset.entry)")
    return found


def clashes(page: Page, entry: str) -> list[str]:
    """What the row below an item says of other items, if there is one."""
    return page.locator(f"tr[data-entry='{entry}'] + tr.remark p").all_inner_texts()


# The calendar


def downloaded(page: Page) -> bytes:
    """The list as a calendar."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Đưa vào lịch").click()
    assert download.value.suggested_filename == "danh-sach-cua-toi.ics"
    return Path(download.value.path()).read_bytes()


def test_the_list_is_taken_along_as_a_calendar_with_the_very_events_of_the_site(page: Page, site_url: str):
    keep(page, ONE, "ky-nang-so-cu", MONTH, "nam-cu")
    content = downloaded(page)
    read = [reader(content) for reader in READERS]
    assert read[0] == read[1] == read[2]
    ids = ["han.lanh-dao.lop-1", "lop.ky-nang-so.lop-1", "lop.lanh-dao.lop-1"]
    assert [each.uid.partition("@")[0] for each in read[0]] == ids
    expect(page.locator("[data-said]")).to_contain_text(
        "có 3 ngày học, hạn gửi danh sách. 2 mục chưa có ngày"
    )
    with urlopen(f"{site_url}lich/lich.ics") as whole:  # noqa: S310 - the site of this test
        held = whole.read()
    for event in (
        content.partition(b"BEGIN:VEVENT")[2].removesuffix(b"END:VCALENDAR\r\n").split(b"BEGIN:VEVENT")
    ):
        assert event in held
    assert properties(content, "X-WR-CALNAME") == ["Danh sách của tôi"]
    assert "không phải trang chính thức" in properties(content, "X-WR-CALDESC")[0]
    assert not properties(content, "SOURCE")


def test_a_list_without_a_day_makes_no_calendar_and_one_that_does_not_load_says_so(
    page: Page, faults: list[str]
):
    keep(page, MONTH)
    page.get_by_role("button", name="Đưa vào lịch").click()
    expect(page.locator("[data-said]")).to_contain_text("Chưa mục nào có đủ ngày, tháng, năm")
    page.route("**/*.ics", lambda route: route.abort())
    keep(page, ONE)
    page.get_by_role("button", name="Đưa vào lịch").click()
    expect(page.locator("[data-said]")).to_contain_text("không tải được lịch của một chương trình")
    faults.clear()


# Stars


@SIZES
def test_a_star_is_pressed_by_keyboard_or_thumb_and_stays_over_pages(page: Page):
    page.goto("chuong-trinh/lanh-dao/")
    star = page.locator(".actions .star")
    expect(star).to_have_accessible_name("Lưu vào danh sách")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_have_accessible_name("Đã lưu vào danh sách")
    expect(star).to_be_focused()
    of_class = page.locator("#lop-1 .star")
    expect(of_class).to_have_accessible_name("Lưu vào danh sách: Lớp 1")
    of_class.click()
    expect(page.locator(".star-said")).to_have_text("Đã lưu. Xem danh sách (2)")
    expect(page.get_by_role("status").filter(has_text="Đã lưu.")).to_be_visible()
    page.reload()
    expect(page.locator(".star[aria-pressed=true]")).to_have_count(2)
    assert kept(page) == ["lanh-dao", ONE]
    page.locator("#lop-1 .star").press("Space")
    expect(page.get_by_role("status").filter(has_text="Đã bỏ khỏi danh sách.")).to_be_visible()
    page.get_by_role("link", name="Xem danh sách (1)").click()
    ready(page)
    assert rows(page) == ["lanh-dao"]


@pytest.mark.parametrize(("width", "height"), [(360, 740), *for_a_proof((768, 1024)), (1280, 800)])
def test_the_way_to_the_list_stands_in_the_header_with_its_number(page: Page):
    page.goto("chuong-trinh/lanh-dao/")
    header = page.locator(".site-header")
    if page.viewport_size and page.viewport_size["width"] == 360:
        page.get_by_role("button", name="Menu", exact=True).click()
    link = header.get_by_role("link", name="Danh sách của tôi")
    expect(link).to_have_count(1)
    expect(link).not_to_contain_text("(")
    page.locator("#lop-2 .star").click()
    expect(link).to_contain_text("(1)")
    link.click()
    expect(page.locator("h1")).to_have_text("Danh sách của tôi")


@pytest.mark.parametrize(("width", "height"), [(320, 740), *for_a_proof((1280, 800))])
@pytest.mark.parametrize("address", ["tra-cuu/?q=ngoai ngu", "tim-lop/?service=cadre"])
def test_programmes_that_are_found_have_stars_too(page: Page, address: str):
    page.goto(address)
    unknown = page.locator("main").get_by_text("Chưa đủ thông tin (")
    unknown.or_(page.get_by_role("heading", name="kết quả")).first.wait_for()
    page.locator("main details").evaluate_all("(folds) => folds.forEach((fold) => (fold.open = true))")
    item = page.locator(".records > li", has=page.locator("a", has_text="Bồi dưỡng ngoại ngữ")).first
    star = item.locator(".star")
    expect(star).to_have_accessible_name("Lưu vào danh sách: Bồi dưỡng ngoại ngữ")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    assert kept(page) == ["ngoai-ngu"]
    box, title = star.bounding_box(), item.locator("a").first.bounding_box()
    assert box
    assert title
    assert min(box["width"], box["height"]) >= 44
    assert box["x"] >= title["x"] + title["width"]
    assert spills(page) == []


def test_only_programmes_have_stars(page: Page):
    page.goto("tra-cuu/?q=hai duong")
    expect(page.locator(".results > li").first).to_be_visible()
    others = page.locator(".results > li", has_not=page.locator("a[href*='/chuong-trinh/']"))
    assert others.count() > 0
    expect(others.locator(".star")).to_have_count(0)
    page.goto("doi-tuong/can-bo-cong-chuc-vien-chuc-hai-duong/")
    expect(page.locator(".star")).to_have_count(0)


@pytest.mark.parametrize("width", [360])
def test_stars_are_as_large_as_a_thumb(page: Page):
    page.goto("chuong-trinh/lanh-dao/")
    sizes = page.locator(".star").evaluate_all(
        "(all) => all.map((each) => [each.offsetWidth, each.offsetHeight])"
    )
    assert len(sizes) == 3
    assert min(map(min, sizes)) >= 44
    assert overflows(page) == []


# The list


def test_the_list_is_in_the_order_of_days_with_what_decides(page: Page):
    keep(page, "nam-cu", "lanh-dao_lop-2", TWO, "ngoai-ngu_khong-nam", ONE, "ngoai-ngu_da-qua")
    assert rows(page) == [ONE, TWO, "lanh-dao_lop-2", "ngoai-ngu_khong-nam", "nam-cu", "ngoai-ngu_da-qua"]
    expect(row(page, ONE).locator("th")).to_have_text("Bồi dưỡng lãnh đạo, quản lýLớp 1Theo báo chí")
    assert row(page, ONE).locator("td").all_inner_texts()[:6] == [
        "1-12-2026 đến 5-12-2026",
        "25-11-2026",
        "Cán bộ, công chức, viên chức tỉnh Hải Dương",
        "Chưa có thông tin",
        "Hội trường A",
        "Còn 3 ngày gửi danh sách",
    ]
    expect(row(page, "nam-cu").locator("[data-label='Tình trạng']")).to_have_text(
        "Kế hoạch 2024, chưa có thông tin kết quả"
    )
    expect(row(page, "ngoai-ngu_khong-nam").locator("[data-label='Thời gian']")).to_have_text(
        "3-12 đến 4-12, không rõ năm (có thể 2026)"
    )
    expect(row(page, "ngoai-ngu_da-qua")).to_have_class("past")
    row(page, ONE).get_by_role("link", name="Bồi dưỡng lãnh đạo, quản lý").click()
    expect(page).to_have_url(re.compile("/chuong-trinh/lanh-dao/#lop-1$"))


def test_a_programme_with_several_classes_tells_of_the_next_one(page: Page):
    keep(page, "lanh-dao")
    texts = row(page, "lanh-dao").locator("td").all_inner_texts()
    assert texts[0] == "Lớp 1: 1-12-2026 đến 5-12-2026\nLớp 2: 11-1-2027 đến 15-1-2027"
    assert [texts[1], texts[4], texts[5]] == ["25-11-2026", "Hội trường A", "Còn 3 ngày gửi danh sách"]


def test_days_that_clash_are_told_at_both_items(page: Page):
    keep(page, ONE, TWO, "lanh-dao_lop-2")
    expect(page.get_by_role("heading", level=2).first).to_have_text("3 mục, 2 mục trùng ngày")
    assert clashes(page, ONE) == ["Trùng ngày với Tập huấn kỹ năng số: 3-12 đến 4-12-2026."]
    assert clashes(page, TWO) == ["Trùng ngày với Lớp 1, Bồi dưỡng lãnh đạo, quản lý: 3-12 đến 4-12-2026."]
    assert clashes(page, "lanh-dao_lop-2") == []


def test_what_is_known_to_the_month_may_clash_and_what_is_off_or_inferred_never_does(page: Page):
    keep(page, ONE, MONTH, "ngoai-ngu_huy", "ngoai-ngu_khong-nam", "ngoai-ngu_da-qua", "nam-cu", "lanh-dao")
    assert clashes(page, ONE) == [
        "Có thể trùng ngày với Lớp tháng 12, Bồi dưỡng ngoại ngữ: nguồn chỉ ghi tháng, chưa ghi ngày."
    ]
    assert clashes(page, MONTH) == [
        "Có thể trùng ngày với Lớp 1, Bồi dưỡng lãnh đạo, quản lý: nguồn chỉ ghi tháng, chưa ghi ngày."
    ]
    expect(page.locator("tr.remark")).to_have_count(2)
    expect(page.get_by_role("heading", level=2).first).to_have_text("7 mục, 2 mục có thể trùng ngày")


@pytest.mark.parametrize("now", ["2026-12-06T08:00:00+07:00"])
def test_what_is_over_clashes_no_more(page: Page):
    keep(page, ONE, TWO)
    assert clashes(page, ONE) == clashes(page, TWO) == []


def test_a_class_and_its_programme_do_not_clash_with_each_other(page: Page):
    keep(page, TWO, "ky-nang-so_lop-1", ONE)
    assert (
        clashes(page, TWO)
        == clashes(page, "ky-nang-so_lop-1")
        == ["Trùng ngày với Lớp 1, Bồi dưỡng lãnh đạo, quản lý: 3-12 đến 4-12-2026."]
    )
    assert len(clashes(page, ONE)) == 1


@SIZES
def test_what_is_taken_off_can_be_put_back_and_the_focus_stays_in_the_list(page: Page):
    keep(page, ONE, TWO, "nam-cu")
    name = "Lớp 1, Bồi dưỡng lãnh đạo, quản lý"
    row(page, ONE).get_by_role("button", name=f"Bỏ khỏi danh sách: {name}").press("Enter")
    expect(page.locator("[data-said]")).to_contain_text(f"Đã bỏ «{name}» khỏi danh sách.")
    expect(row(page, TWO).get_by_role("button")).to_be_focused()
    assert kept(page) == [TWO, "nam-cu"]
    page.get_by_role("button", name="Lấy lại").click()
    expect(row(page, ONE)).to_be_visible()
    page.get_by_role("button", name="Bỏ hết").click()
    expect(page.locator("[data-count]")).to_have_text("Chưa có mục nào")
    assert kept(page) == []
    page.get_by_role("button", name="Lấy lại").click()
    ready(page)
    assert rows(page) == [ONE, TWO, "nam-cu"]


def test_an_empty_list_says_how_it_is_filled_and_where_to_look(page: Page):
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-empty]")).to_contain_text("Lưu vào danh sách")
    for address in ("tra-cuu/", "tim-lop/", "doi-tuong/", "don-vi/"):
        expect(page.locator(f".cards a[href$='{address}']")).to_be_visible()
    expect(page.locator(".my-list .button:visible")).to_have_count(0)


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_the_ways_in_stand_below_a_sentence(page: Page):
    page.goto("danh-sach-cua-toi/")
    expect(page.get_by_text("Danh sách cần JavaScript")).to_be_visible()
    expect(page.locator(".my-list")).to_be_hidden()
    page.locator(".cards").get_by_role("link", name="Theo đối tượng").click()
    expect(page.locator("h1")).to_have_text("Đối tượng")


def test_where_the_script_does_not_come_the_sentence_comes_after_a_while(page: Page, faults: list[str]):
    page.route("**/joined/my-list.*.js", lambda route: route.abort())
    page.goto("danh-sach-cua-toi/")
    expect(page.get_by_text("Danh sách cần JavaScript")).to_be_hidden()
    expect(page.locator(".cards")).to_be_visible()
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    expect(page.get_by_text("Danh sách cần JavaScript")).to_be_visible()
    faults.clear()


def test_what_another_page_changes_is_shown_at_once(page: Page, context: BrowserContext):
    keep(page, ONE)
    other = context.new_page()
    other.goto("chuong-trinh/ky-nang-so/")
    other.locator(".actions .star").click()
    expect(row(page, TWO)).to_be_visible()
    row(page, TWO).get_by_role("button", name="Bỏ").click()
    expect(other.locator(".actions .star")).to_have_attribute("aria-pressed", "false")
    expect(other.locator(".icon-button--list")).to_contain_text("(1)")


# A link that carries a list


def test_a_link_opens_the_list_on_another_device_and_changes_nothing_there(page: Page, site_url: str):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep(page, ONE, TWO)
    page.get_by_role("button", name="Gửi danh sách").click()
    expect(page.locator(".actions__said")).to_contain_text("Đã chép liên kết")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{site_url}danh-sach-cua-toi/#count=2&list={ONE}.{TWO}"
    page.evaluate(KEEP, ["nam-cu", TWO])
    page.goto("about:blank")
    page.goto(link)
    ready(page)
    expect(page.locator("h1")).to_have_text("Danh sách được gửi tới")
    assert rows(page) == [ONE, TWO]
    assert kept(page) == ["nam-cu", TWO]
    expect(row(page, TWO).get_by_role("button", name="Đã lưu")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Lưu tất cả vào danh sách của tôi").click()
    expect(page.locator("[data-said]")).to_have_text(
        "Đã lưu 1 mục. 1 mục đã có trong danh sách. Xem danh sách của tôi"
    )
    assert kept(page) == ["nam-cu", TWO, ONE]
    page.locator("[data-said]").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Danh sách của tôi")
    expect(page.locator("tr[data-entry]")).to_have_count(3)


def test_one_item_of_a_list_that_was_sent_can_be_kept(page: Page):
    page.goto(f"danh-sach-cua-toi/#count=2&list={ONE}.{TWO}")
    ready(page)
    row(page, TWO).get_by_role("button", name="Lưu vào danh sách").click()
    assert kept(page) == [TWO]
    assert rows(page) == [ONE, TWO]


def test_the_skip_link_and_a_new_link_lead_where_they_should(page: Page):
    page.goto(f"danh-sach-cua-toi/#count=1&list={ONE}")
    ready(page)
    page.get_by_role("link", name="Đến nội dung chính").press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page).to_have_url(re.compile(f"#count=1&list={ONE}$"))
    page.reload()
    ready(page)
    assert rows(page) == [ONE]
    page.evaluate("location.hash = '#list=nam-cu'")
    expect(row(page, "nam-cu")).to_be_visible()
    assert rows(page) == ["nam-cu"]
    page.go_back()
    expect(row(page, ONE)).to_be_visible()


def test_no_request_carries_the_list(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"danh-sach-cua-toi/#count=2&list={ONE}.{TWO}")
    ready(page)
    assert [url for url in asked if "?" in url or "list=" in url.partition("#")[0]] == []
    assert sorted(url.partition("/chuong-trinh/")[2] for url in asked if "/chuong-trinh/" in url) == [
        "ky-nang-so/",
        "lanh-dao/",
    ]


# Side by side


@SIZES
def test_two_items_stand_side_by_side_and_how_they_differ_is_told_in_words(page: Page):
    keep(page, ONE, TWO, "nam-cu")
    compare = page.get_by_role("button", name=re.compile("^So sánh"))
    expect(compare).to_be_disabled()
    for entry in (ONE, TWO):
        row(page, entry).get_by_role("checkbox").press("Space")
    compare.press("Enter")
    heading = page.get_by_role("heading", name="So sánh 2 mục")
    expect(heading).to_be_focused()
    table = page.locator(".comparison")
    lines = table.locator("tbody tr").all_inner_texts()
    told = {line.split("\n")[0]: re.sub(r"\s+", " ", line) for line in lines}
    assert "≠ Khác nhau" in told["Thời gian"]
    assert "Chưa đủ thông tin" in told["Địa điểm"]
    assert "= Giống nhau" in told["Hình thức học"]
    assert all(part in told["Thời gian"] for part in ("1-12-2026 đến 5-12-2026", "3-12-2026 đến 4-12-2026"))
    assert "Giấy chứng nhận" in told["Chứng chỉ, chứng nhận"]
    page.get_by_label("Ẩn điều giống nhau").check()
    expect(table.locator("tr.same").first).to_be_hidden()
    expect(table.locator("tr.differing").first).to_be_visible()
    assert overflows(page) == []
    page.get_by_role("button", name="Đóng so sánh").press("Enter")
    expect(table).to_be_hidden()
    expect(compare).to_be_focused()


def test_going_back_from_a_comparison_stays_in_the_list_and_coming_back_to_it_shows_it_again(page: Page):
    keep(page, ONE, TWO)
    for entry in (ONE, TWO):
        row(page, entry).get_by_role("checkbox").check()
    page.get_by_role("button", name="So sánh (2)").click()
    comparison = page.locator(".comparison")
    comparison.get_by_role("link", name="Tập huấn kỹ năng số").click()
    expect(page.locator("h1")).to_have_text("Tập huấn kỹ năng số")
    page.go_back()
    ready(page)
    expect(comparison).to_be_visible()
    expect(row(page, ONE).get_by_role("checkbox")).to_be_checked()
    page.go_back()
    expect(comparison).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Danh sách của tôi")
    assert rows(page) == [ONE, TWO]


def test_three_items_are_the_most_that_are_compared(page: Page):
    keep(page, ONE, TWO, "nam-cu", MONTH)
    for entry in (ONE, TWO, MONTH):
        row(page, entry).get_by_role("checkbox").check()
    expect(row(page, "nam-cu").get_by_role("checkbox")).to_be_disabled()
    page.get_by_role("button", name="So sánh (3)").click()
    expect(page.locator(".comparison thead a")).to_have_count(3)
    row(page, ONE).get_by_role("checkbox").uncheck()
    expect(row(page, "nam-cu").get_by_role("checkbox")).to_be_enabled()


# On paper


def test_on_paper_the_list_is_a_table_with_the_notice_and_the_address(page: Page):
    page.set_viewport_size({"width": 700, "height": 900})
    keep(page, ONE, TWO)
    assert row(page, ONE).evaluate("(row) => getComputedStyle(row).display") == "block"
    page.emulate_media(media="print")
    assert row(page, ONE).evaluate("(row) => getComputedStyle(row).display") == "table-row"
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.locator(".site-footer__address")).to_contain_text("/danh-sach-cua-toi/")
    expect(page.get_by_label("Lưu ý")).to_be_visible()
    expect(page.locator("tr.remark").first).to_be_visible()
    assert overflows(page) == []


def test_the_button_prints(page: Page):
    keep(page, ONE)
    page.evaluate("window.print = () => (document.body.dataset.printed = 'yes')")
    page.get_by_role("button", name="In danh sách").click()
    expect(page.locator("body[data-printed=yes]")).to_have_count(1)


# When something is not as it should be


@pytest.mark.own_window
def test_where_storage_is_forbidden_it_is_said_and_a_link_still_opens(page: Page):
    page.add_init_script(FORBID_STORAGE)
    page.goto("chuong-trinh/lanh-dao/")
    star = page.locator(".actions .star")
    star.click()
    expect(page.get_by_role("status").filter(has_text="không cho trang lưu lại gì")).to_be_visible()
    expect(star).to_have_attribute("aria-pressed", "false")
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-notices]")).to_contain_text("Danh sách có trong một liên kết thì vẫn mở được.")
    page.goto(f"danh-sach-cua-toi/#count=1&list={ONE}")
    expect(row(page, ONE)).to_be_visible()
    page.get_by_role("button", name="Lưu tất cả vào danh sách của tôi").click()
    expect(page.locator("[data-said]")).to_contain_text("không cho trang lưu lại gì")


@pytest.mark.own_window
def test_where_storage_is_full_it_is_said_and_what_was_kept_stays(page: Page):
    keep(page, ONE, "nam-cu")
    page.add_init_script(FULL)
    page.goto("chuong-trinh/ky-nang-so/")
    star = page.locator(".actions .star")
    star.click()
    expect(page.get_by_role("status").filter(has_text="đã đầy")).to_be_visible()
    expect(star).to_have_attribute("aria-pressed", "false")
    page.goto("danh-sach-cua-toi/")
    row(page, ONE).get_by_role("button", name="Bỏ").click()
    expect(page.locator("[data-said]")).to_contain_text("đã đầy")
    assert rows(page) == [ONE, "nam-cu"]
    assert kept(page) == [ONE, "nam-cu"]


def test_a_list_that_is_full_takes_no_more_and_says_so(page: Page):
    page.goto("chuong-trinh/ky-nang-so/")
    page.evaluate(KEEP, [f"muc-{number}" for number in range(200)])
    page.locator(".actions .star").click()
    expect(page.get_by_role("status").filter(has_text="Danh sách đã đủ 200 mục.")).to_be_visible()
    assert len(kept(page)) == 200


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('{"version":1,"entries":["ky-nang-so","<img src=x onerror=alert(1)>"]}', [TWO]),
        *for_a_proof(("{cut", []), ('{"version":0,"entries":["ky-nang-so",5]}', [TWO])),
    ],
)
def test_what_an_older_version_or_a_stranger_kept_is_read_as_far_as_it_goes_and_the_rest_is_told(
    page: Page, text: str, left: list[str]
):
    page.goto(BARE)
    page.evaluate("(text) => localStorage.setItem('my-list', text)", text)
    page.goto("chuong-trinh/lanh-dao/")
    page.locator("#lop-1 .star").click()
    page.goto("danh-sach-cua-toi/")
    expect(page.locator("[data-notices]")).to_contain_text("có phần không đọc được; phần ấy đã bỏ")
    ready(page)
    assert sorted(rows(page)) == sorted([*left, ONE])
    page.reload()
    ready(page)
    expect(page.locator("[data-notices]")).to_be_empty()
    assert kept(page) == [*left, ONE]


def test_what_is_gone_is_told_and_taken_off_only_when_asked_and_what_moved_is_followed(
    page: Page, faults: list[str]
):
    keep(page, "khong-con", "lanh-dao_lop-9", "ky-nang-so-cu", ONE)
    notices = page.locator("[data-notices]")
    expect(notices).to_contain_text("2 mục không còn trong danh mục: khong-con, lanh-dao#lop-9.")
    expect(notices).to_contain_text("1 mục đã chuyển sang địa chỉ mới.")
    assert rows(page) == [ONE, TWO]
    assert kept(page) == ["khong-con", "lanh-dao_lop-9", TWO, ONE]
    page.get_by_role("button", name="Bỏ các mục này khỏi danh sách").click()
    expect(notices).not_to_contain_text("không còn")
    assert kept(page) == [TWO, ONE]
    assert [fault for fault in faults if "404" not in fault] == []
    faults.clear()


@pytest.mark.parametrize("answer", ["missing server", "cut short", "no connection", "another page"])
def test_what_does_not_load_is_told_and_asked_for_again_and_nothing_is_lost(
    page: Page, faults: list[str], answer: str
):
    def fail(route: Route) -> None:
        if answer == "missing server":
            route.fulfill(status=503, body="")
        elif answer == "cut short":
            route.fulfill(body="<!doctype html><html><body><h1>Tập", content_type="text/html")
        elif answer == "another page":
            route.fulfill(
                body="<script>alert(1)</script><img src=x onerror=alert(2)>", content_type="text/html"
            )
        else:
            route.abort()

    page.route("**/chuong-trinh/ky-nang-so/", fail)
    keep(page, ONE, TWO)
    expect(page.locator("[data-notices]")).to_contain_text(
        "Không tải được 1 mục, nên không hiện ở dưới: ky-nang-so."
    )
    assert rows(page) == [ONE]
    assert kept(page) == [ONE, TWO]
    expect(page.locator(".cards")).to_be_visible()
    faults.clear()
    page.unroute("**/chuong-trinh/ky-nang-so/")
    page.get_by_role("button", name="Thử lại").click()
    expect(row(page, TWO)).to_be_visible()
    expect(page.locator("[data-notices]")).to_be_empty()


HOSTILE = [
    "#list=<img src=x onerror=alert(1)>",
    "#count=1&list=%3Cscript%3Ealert(1)%3C/script%3E.javascript:alert(2)",
    "#list=../../../etc/passwd.%2e%2e%2f.__proto__",
    "#list=" + "a" * 100_000,
    "#count=NaN&list=%00%FF%E2%80%AE",
    "#list",
]


def test_where_nothing_loads_it_is_not_told_to_be_an_empty_list(page: Page, faults: list[str]):
    page.route("**/chuong-trinh/**", lambda route: route.abort())
    keep(page, ONE, TWO)
    expect(page.locator("[data-count]")).to_have_text("Chưa hiện được mục nào")
    expect(page.locator("[data-notices]")).to_contain_text("Không tải được 2 mục")
    expect(page.locator("[data-empty]")).to_be_hidden()
    assert kept(page) == [ONE, TWO]
    faults.clear()


def test_a_hostile_link_does_nothing_but_say_that_it_is_none(page: Page):
    for at, fragment in enumerate(HOSTILE):
        page.goto(f"danh-sach-cua-toi/?{at}{fragment}")  # another address, so that the page is loaded anew
        expect(page.locator("h1")).to_have_text("Danh sách được gửi tới")
        expect(page.locator("[data-count]")).to_have_text("Chưa có mục nào")
        assert page.locator("main img, main script, main [onerror]").count() == 0, at
        expect(page.locator(".cards")).to_be_visible()
        assert overflows(page) == [], at
        assert kept(page) == [], at


def test_of_a_link_of_5000_the_first_are_read_and_the_rest_is_told(page: Page, faults: list[str]):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    entries = ".".join(f"muc-{number}" for number in range(5000))
    page.goto(f"danh-sach-cua-toi/#count=5000&list={entries}")
    notices = page.locator("[data-notices]")
    expect(notices).to_contain_text("chỉ đọc 200 mục đầu, bỏ 4800 mục sau.")
    expect(notices).to_contain_text("200 mục không còn trong danh mục")
    assert len([url for url in asked if "/chuong-trinh/muc-" in url]) == 200
    assert [fault for fault in faults if "404" not in fault] == []
    faults.clear()


@SIZES
def test_axe_finds_nothing_in_a_list_with_all_that_it_can_show(page: Page, faults: list[str]):
    keep(page, ONE, TWO, MONTH, "nam-cu", "khong-con")
    for entry in (ONE, TWO, MONTH):
        row(page, entry).get_by_role("checkbox").check()
    page.get_by_role("button", name="So sánh (3)").click()
    row(page, "nam-cu").get_by_role("button").click()
    assert violations_in_light_and_dark(page) == []
    faults.clear()


@SIZES
def test_axe_finds_nothing_where_stars_stand(page: Page):
    for address in ("chuong-trinh/lanh-dao/", "tra-cuu/?q=boi duong"):
        page.goto(address)
        page.locator(".star").first.click()
        assert violations_in_light_and_dark(page) == []


@pytest.mark.parametrize("width", [320])
def test_the_list_and_what_is_compared_fit_the_smallest_phone_and_the_thumb(page: Page):
    keep(page, ONE, TWO, MONTH)
    for entry in (ONE, TWO, MONTH):
        row(page, entry).get_by_role("checkbox").check()
    page.get_by_role("button", name="So sánh (3)").click()
    assert overflows(page) == []
    assert low_targets(page.locator("main :is(button, label, .button)")) == []
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflows(page) == []
