"""What the classes of a programme are called: never the same, and nothing that no source says."""

from __future__ import annotations

import pytest

from catalogue.views.words.class_titles import class_titles
from tests.catalogue.views.small import REPORTED, published_from

CASES = {
    "its number and title": ("{id: a, number: 3, title: Lớp cấp huyện}", ["Lớp 3: Lớp cấp huyện"]),
    "a title that tells the number itself": (
        "{id: a, number: 2, title: 'Lớp 2, Nhà văn hóa'}, {id: b, number: 2, title: Lớp 21}",
        ["Lớp 2, Nhà văn hóa", "Lớp 2: Lớp 21"],
    ),
    "the only class of which nothing is known": ("{id: a}", ["Lớp"]),
    "when it begins": ("{id: a, start: 2024-03-05}", ["Lớp khai giảng 5-3-2024"]),
    "when it ends": ("{id: a, end: 2024-03-05}", ["Lớp bế giảng 5-3-2024"]),
    "where it is": ("{id: a, venue: {organization: so-noi-vu}}", ["Lớp tại SNV"]),
    "where it is in words": ("{id: a, venue: {place: Hội trường}}", ["Lớp tại Hội trường"]),
    "the same time in two places": (
        "{id: a, start: 2024, venue: {place: Nhà A}}, {id: b, start: 2024, venue: {place: Nhà B}}",
        ["Lớp khai giảng 2024, tại Nhà A", "Lớp khai giảng 2024, tại Nhà B"],
    ),
    "nothing but their ids": ("{id: a}, {id: b}, {id: c, number: 1}", ["Lớp mã a", "Lớp mã b", "Lớp 1"]),
    "the same number on two days": (
        "{id: a, number: 1, start: 2024}, {id: b, number: 1, start: 2025}",
        ["Lớp 1, khai giảng 2024", "Lớp 1, khai giảng 2025"],
    ),
    "the same in everything": (
        "{id: a, title: Lớp, start: 2024}, {id: b, title: Lớp, start: 2024}",
        ["Lớp khai giảng 2024, mã a", "Lớp khai giảng 2024, mã b"],
    ),
}


@pytest.mark.parametrize(("classes", "titles"), CASES.values(), ids=CASES)
def test_a_class_is_called_by_what_tells_it_apart(classes: str, titles: list[str]):
    body = "title: Sở Nội vụ\nshort_name: SNV\ncategory: administration\n"
    small = published_from(
        {
            "organizations/so-noi-vu.yml": body + REPORTED,
            "programs/x.yml": f"title: X\nclasses: [{classes}]\n{REPORTED}",
        }
    )
    called = class_titles(small.catalogue, small.catalogue.programs["x"]).values()
    assert [title.replace("\u00a0", " ") for title in called] == titles
    named = [row[0] for row in small["chuong-trinh/x/"].rows if row]
    assert named == titles
