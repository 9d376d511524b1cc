"""A body's list for its own site: what stands on it, how it leads back, and the line of HTML for it."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest

from catalogue.views.pages.embed import SHOWN, rooms
from tests.catalogue.views.small import DRAFT, REPORTED, Published, published_from
from tests.elements import words

BODIES = {
    "organizations/so.yml": f'title: Sở "Nội" vụ\ncategory: administration\n{REPORTED}',
    "organizations/xa.yml": f"title: Xã Thử\ncategory: administration\n{REPORTED}",
    "organizations/nhap.yml": f"title: Nháp\ncategory: administration\n{DRAFT}",
    "organizations/truong.yml": f"title: Trường\ncategory: school\n{REPORTED}",
    "organizations/khong.yml": f"title: Không có gì\ncategory: administration\n{REPORTED}",
}
LED = f"title: Lớp NUMBER\nlead: so\nperiod: {{start: YEAR-03}}\n{REPORTED}"
SENT = """
title: Lớp của xã
classes:
  - {id: a, start: 2024-03-05, deadline: 2024-02-20, allocations: {xa: 3}}
  - {id: b, start: 2024-05-05, state: cancelled, allocations: {xa: 4}}
  - {id: c, start: 2023-05-05, allocations: {xa: 5}}
"""
AT_SCHOOL = f"venue: {{organization: truong}}\n{REPORTED}"
DONE = {
    "programs/t1.yml": "title: Tổ chức và cho mượn chỗ\norganizers: [truong]\n" + AT_SCHOOL,
    "programs/t2.yml": "title: Cho mượn chỗ\n" + AT_SCHOOL,
    "programs/t3.yml": f"title: Góp ý\nadvisers: [truong]\n{REPORTED}",
    "programs/t4.yml": f"title: Chưa xác minh\nlead: truong\n{DRAFT}",
    "plans/k.yml": f"title: Kế hoạch của trường\nissuer: truong\n{REPORTED}",
}


@pytest.fixture(scope="module")
def site() -> Published:
    led = {
        f"programs/p{at:02}.yml": LED.replace("NUMBER", f"{at:02}").replace("YEAR", str(2000 + at))
        for at in range(1, SHOWN + 3)
    }
    return published_from({**BODIES, **DONE, **led, "programs/xa.yml": SENT + REPORTED})


def embedded(site: Published, id: str) -> Any:
    """The page of a body that others embed."""
    content = site.files[f"don-vi/{id}/nhung/index.html"].content.decode()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(content)


def test_it_has_what_the_body_leads_the_newest_first_and_the_way_to_all(site: Published):
    page = embedded(site, "so")
    names = [words(each[0]) for each in page.find(".//ul[@class='records']")]
    assert names == [f"Lớp {at:02}" for at in range(SHOWN + 2, 2, -1)]
    (more,) = page.findall(".//p[@class='more']/a")
    assert words(more) == f"Xem tất cả {SHOWN + 2} mục ở trang của đơn vị"
    assert more.get("href") == "../../../don-vi/so/#muc_chu_tri"


def test_it_has_whatever_the_body_does_each_once_under_the_nearest_of_its_roles(site: Published):
    page = embedded(site, "truong")
    told = [
        (words(each.find("h2")), [words(entry) for entry in each.findall(".//li/a")])
        for each in page.findall(".//section")
    ]
    assert told == [
        ("Tổ chức lớp", ["Tổ chức và cho mượn chỗ"]),
        ("Tham mưu", ["Góp ý"]),
        ("Là địa điểm của", ["Cho mượn chỗ"]),
        ("Ban hành kế hoạch", ["Kế hoạch của trường"]),
    ]
    assert "chưa ghi" not in words(page)


@pytest.mark.parametrize(
    ("works", "duties", "shown"), [(42, 0, (10, 5)), (0, 42, (5, 10)), (42, 42, (5, 5)), (3, 42, (5, 7))]
)
def test_works_and_duties_share_the_room(works: int, duties: int, shown: tuple[int, int]):
    room, room_of_duties = rooms(works, duties)
    assert (min(works, room), min(duties, room_of_duties)) == tuple(map(min, (works, duties), shown))


def test_it_has_the_newest_year_of_what_the_body_sends_people_to(site: Published):
    page = embedded(site, "xa")
    assert words(page.find(".//h2")) == "Được phân bổ chỉ tiêu hoặc cử người học, năm 2024"
    rows = [words(each) for each in page.find(".//ul[@class='records']")]
    assert len(rows) == 2
    assert "Thời gian từ 5-3-2024" in rows[0]
    assert "Hạn gửi danh sách 20-2-2024" in rows[0]
    assert "Chỉ tiêu 3 học viên" in rows[0]
    assert "Hủy" in rows[1]
    assert "2023" not in words(page)


def test_it_says_whose_it_is_and_of_which_day_and_is_kept_from_search_engines(site: Published):
    for id in ("so", "xa", "khong"):
        page = embedded(site, id)
        assert page.find("head/meta[@name='robots']").get("content") == "noindex"
        assert page.find("head/link[@rel='canonical']").get("href") == f"https://example.vn/thu/don-vi/{id}/"
        assert page.find("head/base").get("target") == "_top"
        assert words(page.find(".//footer")) == (
            "Trang thử nghiệm, không phải trang chính thức. Dữ liệu ngày 1-3-2026. "
            "Theo Danh mục thử, giấy phép CC BY 4.0."
        )
        assert not list(page.iter("script"))
    assert "chưa ghi chương trình, kế hoạch, lớp học nào" in words(embedded(site, "khong"))


def test_a_new_id_of_the_body_leaves_it_where_other_sites_look_for_it():
    redirects = {"redirects.yml": "/don-vi/so-cu/: /don-vi/so/\n"}
    site = published_from({**BODIES, **redirects})
    old, new = (site.files[f"don-vi/{id}/nhung/index.html"].content for id in ("so-cu", "so"))
    assert old == new


def test_a_draft_has_none(site: Published):
    assert "don-vi/nhap/nhung/index.html" not in site.files
    assert "iframe" not in site["don-vi/nhap/"].text


def test_the_page_of_the_body_has_the_line_of_html(site: Published):
    code = site["don-vi/so/"].tree.find(".//code[@id='muc_dong_nhung']")
    assert code is not None
    assert words(code) == (
        '<iframe src="https://example.vn/thu/don-vi/so/nhung/" '
        'title="Chương trình, lớp học của Sở &quot;Nội&quot; vụ" '
        'width="100%" height="480" loading="lazy"></iframe>'
    )
