"""Records of one title: lists show what tells them apart, and nothing more of a title without namesakes."""

from __future__ import annotations

import pytest

from catalogue.views.exports.search_codes import FIRST_SIGN
from tests.catalogue.views.small import DRAFT, REPORTED, Published, published_from

SET = f"of: topics\n{REPORTED}"
DECISION = f"title: Quyết định đào tạo\ncategory: decision\nnumber: 11/QĐ\n{DRAFT}"
FILES = {
    "plans/a.yml": f"title: Kế hoạch A\nyear: 2024\n{REPORTED}",
    "plans/b.yml": f"title: Kế hoạch B\nyear: 2025\n{REPORTED}",
    "topic-sets/a.yml": f"title: Danh sách chuyên đề\nplan: a\n{SET}",
    "topic-sets/b.yml": f"title: Danh sách chuyên đề\nplan: b\n{SET}",
    "topics/so-a.yml": f"title: Kinh tế số\nset: a\n{REPORTED}",
    "topics/so-b.yml": f"title: Kinh tế số\nset: b\n{REPORTED}",
    "topics/rieng.yml": f"title: Luật Thủ đô\nset: a\n{REPORTED}",
    "groups/uy-vien-a.yml": f"title: Ủy viên\nterm: {{start: 2020, end: 2025}}\n{REPORTED}",
    "groups/uy-vien-b.yml": f"title: Ủy viên\nterm: {{start: 2025, end: 2030}}\n{REPORTED}",
    "sources/mot.yml": f"title: Hà Nội mở 125 lớp\ncategory: article\npublisher: Báo Một\n{DRAFT}",
    "sources/hai.yml": f"title: Hà Nội mở 125 lớp\ncategory: article\npublisher: Báo Hai\n{DRAFT}",
    "documents/mot.yml": f"issued: 2023\n{DECISION}",
    "documents/hai.yml": f"issued: 2024\n{DECISION}",
    "programs/mot.yml": f"title: Lớp nguồn\nplan: a\ngroups: [{{group: uy-vien-a}}]\n{REPORTED}",
    "programs/hai.yml": f"title: Lớp nguồn\nplan: b\ngroups: [{{group: uy-vien-b}}]\n{REPORTED}",
}


@pytest.fixture(scope="module")
def city() -> Published:
    return published_from(FILES)


def test_lists_show_what_tells_namesakes_apart(city: Published):
    topics, groups = city["chuyen-de/"].text, city["doi-tuong/"].text
    assert "Kinh tế số (Danh sách chuyên đề (Kế hoạch A))" in topics
    assert "Kinh tế số (Danh sách chuyên đề (Kế hoạch B))" in topics
    assert "Ủy viên (nhiệm kỳ 2020-2025)" in groups
    assert "Hà Nội mở 125 lớp (Báo Một)" in city["nguon/"].text
    assert "Quyết định đào tạo (năm 2023)" in city["van-ban/"].text
    assert "Lớp nguồn (năm 2024)" in city["chuong-trinh/"].text


def test_a_title_of_its_own_shows_nothing_more(city: Published):
    assert "Luật Thủ đô (" not in city["chuyen-de/"].text


def test_what_refers_to_a_namesake_says_which(city: Published):
    assert "Ủy viên (nhiệm kỳ 2025-2030)" in city["chuong-trinh/hai/"].facts["Đối tượng"]


def test_namesakes_have_headings_anchors_and_page_titles_of_their_own(city: Published):
    ids = [str(each.get("id")) for each in city["chuyen-de/"].tree.iter() if each.get("id")]
    anchors = [id for id in ids if id.startswith("danh-sach-chuyen-de")]
    assert anchors == ["danh-sach-chuyen-de-ke-hoach-a", "danh-sach-chuyen-de-ke-hoach-b"]
    titles = [city[f"chuyen-de/so-{id}/"].page.title for id in "ab"]
    assert len({*titles}) == 2


def test_search_and_the_questionnaire_tell_them_apart(city: Published):
    titles = titles_in(city.search("titles"))
    assert len({*titles}) == len(titles)
    assert "Ủy viên (nhiệm kỳ 2025-2030)" in str(city.eligibility("groups"))


def titles_in(data: dict[str, str]) -> list[str]:
    """The titles that search has: of each line the words shared with the one before, and signs for others."""
    words, titles = data["words"].split(" "), [list[str]()]
    for line in data["titles"].split("\n"):
        own = [words[ord(sign) - FIRST_SIGN - (sign > "\\")] for sign in line[1:]]
        titles.append([*titles[-1][: int(line[0], 36)], *own])
    return [" ".join(title) for title in titles[1:]]


def named(files: dict[str, str]) -> dict[str, str]:
    """What lists call the bodies of a small catalogue, by their ids."""
    catalogue = published_from({path: f"{text}\n{DRAFT}" for path, text in files.items()}).catalogue
    return {body.id: catalogue.name(body) for body in catalogue.organizations.values()}


def body(title: str, more: str = "") -> str:
    return f"title: {title}\ncategory: other\n{more}"


@pytest.mark.parametrize(("board", "room"), [("z", "a"), ("a", "z")])
def test_namesakes_under_namesakes_are_told_apart_whatever_their_ids(board: str, room: str):
    names = named(
        {
            "organizations/x.yml": body("X"),
            "organizations/y.yml": body("Y"),
            f"organizations/{board}1.yml": body("Ban B", "parent: x"),
            f"organizations/{board}2.yml": body("Ban B", "parent: y"),
            f"organizations/{room}3.yml": body("Phòng A", f"parent: {board}1"),
            f"organizations/{room}4.yml": body("Phòng A", f"parent: {board}2"),
        }
    )
    assert [names[f"{room}3"], names[f"{room}4"]] == ["Phòng A (Ban B (X))", "Phòng A (Ban B (Y))"]


def test_what_nothing_tells_apart_is_told_apart_by_its_id():
    names = named(
        {
            "organizations/x.yml": body("X"),
            "organizations/y.yml": body("Y"),
            "organizations/a1.yml": body("Phòng A", "parent: b1"),
            "organizations/a2.yml": body("Phòng A", "parent: b2"),
            "organizations/a3.yml": body("Phòng A", "parent: x"),
            "organizations/a4.yml": body("Phòng A", "parent: y"),
            "organizations/b1.yml": body("Ban B", "parent: a3"),
            "organizations/b2.yml": body("Ban B", "parent: a4"),
        }
    )
    assert [names["b1"], names["b2"]] == ["Ban B (mã b1)", "Ban B (mã b2)"]
    assert [names["a1"], names["a2"]] == ["Phòng A (Ban B (mã b1))", "Phòng A (Ban B (mã b2))"]


def test_a_short_name_that_several_have_is_not_what_links_say():
    city = published_from(
        {
            "organizations/x.yml": f"{body('X')}{DRAFT}",
            "organizations/y.yml": f"{body('Y')}{DRAFT}",
            "organizations/pnv-x.yml": f"{body('Phòng Nội vụ', 'short_name: PNV')}\nparent: x\n{DRAFT}",
            "organizations/pnv-y.yml": f"{body('Phòng Nội vụ', 'short_name: PNV')}\nparent: y\n{DRAFT}",
            "organizations/snv.yml": f"{body('Sở Nội vụ', 'short_name: SNV')}\n{DRAFT}",
            "programs/a.yml": f"title: Lớp A\nlead: pnv-x\npartners: [pnv-y, snv]\n{REPORTED}",
        }
    )
    facts = city["chuong-trinh/a/"].facts
    assert facts["Đơn vị chủ trì"] == "Phòng Nội vụ (X)"
    assert facts["Đơn vị phối hợp"] == "Phòng Nội vụ (Y) SNV"
