"""What a course and a dataset are described by, for programs that ask for a description."""

from __future__ import annotations

import pytest

from catalogue.model.records import Report
from catalogue.views.words.descriptions import LEAST_OF_DATASET, MOST
from tests.catalogue.views.small import DRAFT, REPORTED, catalogue_in, published, published_from

AROUND = {
    "organizations/so-noi-vu.yml": f"title: Sở Nội vụ\ncategory: administration\n{REPORTED}",
    "organizations/nhap.yml": f"title: Đơn vị nháp\ncategory: administration\n{DRAFT}",
    "groups/cap-xa.yml": f"title: Công chức cấp xã\n{REPORTED}",
    "groups/nhap.yml": f"title: Nhóm nháp\n{DRAFT}",
}
COURSES = {
    "its summary": ("summary: Kỹ năng số.\nlead: so-noi-vu", "Kỹ năng số."),
    "its title where nothing else is known": ("", "Chương trình: X."),
    "what it is, for whom, led by whom, when": (
        (
            "categories: [fostering]\ngroups: [{group: cap-xa}, {group: nhap}]\nlead: so-noi-vu\n"
            "period: {start: 2024-03, end: 2024-05}"
        ),
        (
            "Chương trình bồi dưỡng: X; dành cho Công chức cấp xã; Sở Nội vụ chủ trì; "
            "thời gian 3-2024 đến 5-2024."
        ),
    ),
    "who organises it where no lead is known": (
        "organizers: [so-noi-vu]\nclasses: [{id: a, start: 2024-03-05}]",
        "Chương trình: X; Sở Nội vụ tổ chức; năm 2024.",
    ),
    "nothing that is inferred or a draft": (
        "lead: nhap\ngroups: [{group: nhap}]\nperiod: {start: 2024, inferred: true}",
        "Chương trình: X.",
    ),
    "no day whose year is not known": ("period: {start: --03-05, end: --03-09}", "Chương trình: X."),
}


@pytest.mark.parametrize(("fields", "description"), COURSES.values(), ids=COURSES)
def test_a_course_is_described_by(fields: str, description: str):
    small = published_from({**AROUND, "programs/x.yml": f"title: X\n{fields}\n{REPORTED}"})
    assert small["chuong-trinh/x/"].json_ld["description"] == description


REPORTS = {
    "its summary, where that is long enough": (
        f"summary: {'Số người học. ' * 5}",
        ("Số người học. " * 5).strip(),
    ),
    "a short summary and its facts": (
        (
            "summary: Số người học.\norganization: so-noi-vu\nperiod: {start: 2015, end: 2020}\n"
            "declared: [{measure: learners, value: 912}]"
        ),
        (
            "Số người học. Số liệu: X; của Sở Nội vụ; thời gian 2015 đến 2020; nguồn nêu 912 học viên. "
            "Trong danh mục «Danh mục thử»: Danh mục để thử."
        ),
    ),
    "where it stands": ("", "Số liệu: X. Trong danh mục «Danh mục thử»: Danh mục để thử."),
}


@pytest.mark.parametrize(("fields", "description"), REPORTS.values(), ids=REPORTS)
def test_a_dataset_is_described_by(fields: str, description: str):
    small = published_from({**AROUND, "reports/x.yml": f"title: X\n{fields}\n{REPORTED}"})
    ld = small["so-lieu/x/"].json_ld
    assert (ld["@type"], ld["description"]) == ("Dataset", description)


def test_a_summary_that_is_longer_than_a_dataset_may_be_described_is_cut():
    small = published_from({"reports/x.yml": f"title: X\nsummary: ngắn\nsubject: {'ă' * 399}\n{REPORTED}"})
    assert LEAST_OF_DATASET <= len(small["so-lieu/x/"].json_ld["description"]) <= MOST


@pytest.mark.parametrize("folder", ["data", "tests/hai-duong"])
def test_every_course_and_dataset_has_the_description_that_search_engines_ask_for(folder: str):
    catalogue = catalogue_in(folder)
    site = published(catalogue)
    for record in (*catalogue.programs.values(), *catalogue.reports.values()):
        if not record.is_draft:
            description = site[catalogue.address(record)].json_ld["description"]
            least = LEAST_OF_DATASET if isinstance(record, Report) else 1
            assert least <= len(description) <= MOST, record.path
