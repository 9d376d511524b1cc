"""What a result was found by, and the results that hold a query together apart from those that don't."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.searching import asked, box, facet, heading, look_up, results, titles, total, value

QUERY = "chuyen doi so"


def scattered(page: Page) -> Locator:
    """What has the words here and there."""
    return page.locator("[data-scattered]")


def summary(page: Page) -> Locator:
    return scattered(page).locator("summary")


def promised(page: Page) -> int:
    """How many more results the summary tells of."""
    [number] = re.findall(r"^(\d+) mục khác có đủ các từ nhưng rải rác$", summary(page).inner_text())
    return int(number)


def test_a_result_tells_the_words_it_was_found_by_and_what_they_are(page: Page):
    look_up(page, q="dat dai")
    why = results(page).first.locator("> .results__why")
    expect(why).to_have_text("Các mục nguồn nêu tên: Đất đai")
    expect(why.locator("mark")).to_have_text("Đất đai")
    look_up(page, q="phuc vu gap ba lan")
    long = results(page).first.locator("> .results__why")
    expect(long).to_have_text(re.compile(r"^[^:]+: .{30,100}$"))
    expect(long.locator("mark").first).to_be_visible()
    look_up(page, q="chuyển đổi số ở nước ngoài")
    expect(results(page).first.locator("> .results__why")).to_have_count(0)


def test_what_does_not_hold_the_query_together_stands_folded_below(page: Page):
    look_up(page, q=QUERY)
    told, right = heading(page).inner_text(), titles(page)
    assert len(right) == total(page)
    others = promised(page)
    expect(scattered(page).locator("li")).to_have_count(0)
    summary(page).press("Enter")
    expect(scattered(page).locator("ul > li > a").first).to_be_visible()
    expect(summary(page)).to_be_focused()
    assert asked(page) == {"q": [QUERY], "scattered": ["1"]}
    assert promised(page) == others
    expect(heading(page)).to_have_text(told, use_inner_text=True)
    assert titles(page) == right
    assert not set(right) & set(scattered(page).locator("ul > li > a").all_text_contents())
    page.go_back()
    expect(scattered(page).locator("li")).to_have_count(0)
    expect(summary(page)).to_be_visible()
    page.go_forward()
    expect(scattered(page).locator("ul > li > a").first).to_be_visible()
    box(page).press_sequentially(" o nuoc ngoai")
    expect(page).not_to_have_url(re.compile("scattered"))


def test_the_others_come_by_link_and_the_filters_count_what_is_shown(page: Page):
    look_up(page, q=QUERY)
    count = value(page, "Năm", "2024").locator(".facet__count")
    few = int(count.inner_text())
    look_up(page, q=QUERY, scattered="1")
    expect(scattered(page).locator("ul > li > a").first).to_be_visible()
    assert int(count.inner_text()) > few
    others = promised(page)
    facet(page, "Năm").get_by_label("2024").check()
    expect(page.locator(".chip").first).to_be_visible()
    assert 0 < promised(page) < others
    assert total(page) == few


def test_no_order_mixes_the_others_in(page: Page):
    look_up(page, q=QUERY)
    right = set(titles(page))
    for order in ("relevance", "start", "deadline", "title"):
        look_up(page, q=QUERY, scattered="1", sort=order)
        assert set(titles(page)) == right, order


def saved(page: Page) -> tuple[list[str], list[str]]:
    """The titles in the table that the page saves, and what stands below them."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    written = Path(download.value.path()).read_text(encoding="utf-8-sig")
    _, *rows = csv.reader(StringIO(written, newline=""))
    end = rows.index([])
    return [row[0] for row in rows[:end]], [row[0] for row in rows[end + 1 :]]


def test_the_table_leaves_out_what_is_folded_and_says_so(page: Page):
    look_up(page, q=QUERY)
    left_out = (
        f"Bảng chưa có {promised(page)} mục khác có đủ các từ nhưng rải rác; mở phần ấy rồi tải lại nếu cần."
    )
    written, foot = saved(page)
    assert written == titles(page)
    assert foot[1:] == [left_out, f"Danh sách này: {page.url}"]
    status = page.locator("[data-saved]")
    expect(status).to_have_text(f"Đã tải bảng có {total(page)} kết quả. {left_out}")
    page.get_by_label("Sắp xếp").select_option("title")
    expect(status).to_be_empty()


def test_the_table_has_the_others_too_while_they_stand_open(page: Page):
    look_up(page, q=QUERY, scattered="1")
    expect(scattered(page).locator("ul > li > a").first).to_be_visible()
    right, others = total(page), promised(page)
    written, foot = saved(page)
    assert written[:right] == titles(page)
    assert len(written) == right + others
    assert foot[1:] == [f"Danh sách này: {page.url}"]
    told = f"Đã tải bảng có {right} kết quả, thêm {others} mục khác có đủ các từ nhưng rải rác."
    expect(page.locator("[data-saved]")).to_have_text(told)
    assert set(scattered(page).locator("ul > li > a").all_text_contents()) <= set(written[right:])


NOTES: list[tuple[str, str, bool]] = [
    ("dao tao xkzt", "Không nơi nào có «xkzt»; dưới đây là kết quả cho các từ còn lại.", False),
    ("boi duong -nguon", "Đã bỏ kết quả có «nguon», vì có dấu trừ đứng trước.", True),
    ("quy trinh cap giay phep xay dung nha", "Không mục nào có đủ các từ đã gõ. Gần nhất:", False),
    ("xkzt bcdfg", "Không nơi nào có «xkzt», «bcdfg».", False),
    ("xin chào", "Chưa rõ cần tìm gì. Gõ thêm tên lớp, đối tượng, đơn vị hay số văn bản.", False),
]


def test_what_was_left_out_or_is_nowhere_is_told(page: Page):
    look_up(page)
    notes = page.locator("[data-notes]")
    for query, sentence, literal in NOTES:
        box(page).fill(query)
        expect(heading(page)).to_contain_text(f"«{query}»")
        expect(notes).to_contain_text(sentence)
        expect(notes.get_by_role("button", name=f"Chỉ tìm đúng «{query}»")).to_have_count(int(literal))


def partly(page: Page) -> Locator:
    """What has some of the words."""
    return page.locator("[data-partly]")


def test_what_has_some_of_the_words_stands_folded_after_all_others(page: Page):
    look_up(page, q=QUERY)
    right = titles(page)
    partly(page).locator("> summary").click()
    links = partly(page).locator("> ul > li > a")
    expect(links.first).to_be_visible()
    [told] = re.findall(
        r"^(\d+) mục khác chỉ có một phần các từ$", partly(page).locator("> summary").inner_text()
    )
    assert asked(page) == {"q": [QUERY], "partly": ["1"]}
    assert titles(page) == right
    summary(page).click()
    expect(scattered(page).locator("ul > li > a").first).to_be_visible()
    written, _ = saved(page)
    assert len(set(written)) == len(written) == len(right) + promised(page) + int(told)
    assert set(links.all_text_contents()) <= set(written[-int(told) :])
    status = page.locator("[data-saved]")
    expect(status).to_contain_text(f", thêm {told} mục khác chỉ có một phần các từ.")


def test_where_nothing_has_all_of_the_words_what_has_some_is_no_result(page: Page):
    look_up(page, q="chuyển đổi số 4444", literal="1")
    expect(heading(page)).to_contain_text("Không có kết quả")
    expect(page.locator("[data-notes]")).to_contain_text("Xem theo danh sách")
    partly(page).locator("> summary").click()
    expect(partly(page).locator("> ul > li > a").first).to_be_visible()
    expect(heading(page)).to_contain_text("Không có kết quả")
    expect(page.locator("[data-notes]")).to_contain_text("Xem theo danh sách")
