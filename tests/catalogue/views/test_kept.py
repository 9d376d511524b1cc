"""A file that was published stays where it is when there is nothing to put into it any more."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from catalogue.views.exports.kept import NOTHING
from tests.catalogue.views.small import REPORTED, Published, published_from
from tests.catalogue.views.workbooks import ReadWorkbook

ADDRESSES = """
/don-vi/so/
/don-vi/so/don-vi-so.csv
/don-vi/so/don-vi-so.ics
/don-vi/so/don-vi-so.xlsx
/don-vi/so-cu/don-vi-so-cu.ics
/don-vi/mat/don-vi-mat.ics
/nam/2024/nam-2024.ics
/nam/2023/nam-2023.ics
/ke-hoach/nam/ke-hoach-nam.csv
/ke-hoach/nam/ke-hoach-nam.xlsx
/chuong-trinh/lop/chuong-trinh-lop.ics
/chuong-trinh/khoa/chuong-trinh-khoa.ics
/du-lieu/csv/programs.csv
"""
REDIRECTS = """
/don-vi/so-cu/: /don-vi/so/
/don-vi/mat/: /ke-hoach/nam/
"""
CALENDARS = (
    "don-vi/so/don-vi-so.ics",
    "don-vi/so-cu/don-vi-so-cu.ics",
    "nam/2024/nam-2024.ics",
    "chuong-trinh/lop/chuong-trinh-lop.ics",
)
WORKBOOKS = ("don-vi/so/don-vi-so.xlsx", "ke-hoach/nam/ke-hoach-nam.xlsx")
NOT_KEPT = (
    "don-vi/mat/don-vi-mat.ics",  # its page is gone, and what its address leads to is of another kind
    "nam/2023/nam-2023.ics",  # as is that of its year
    "don-vi/so/don-vi-so.csv",  # plans alone have a table of their own
)


@pytest.fixture(scope="module")
def small() -> Published:
    """A body, a plan and a programme of which nothing is known to happen any more; one that takes place."""
    return published_from(
        {
            "programs/lop.yml": f"title: Lớp\n{REPORTED}",
            "programs/khoa.yml": f"title: Khóa\nclasses: [{{id: mot, start: 2026-03-05}}]\n{REPORTED}",
            "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
            "plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
            "redirects.yml": REDIRECTS,
            "addresses.txt": ADDRESSES,
        }
    )


@pytest.mark.parametrize("address", CALENDARS)
def test_a_calendar_that_was_published_is_read_without_any_event(small: Published, address: str):
    read = Calendar.from_ical(small.files[address].content)
    assert [component.name for component in read.subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize("address", WORKBOOKS)
def test_a_workbook_that_was_published_says_that_there_is_nothing(small: Published, address: str):
    assert ["Cách đọc", NOTHING] in ReadWorkbook(small.files[address]).rows("Về tệp này")


def test_the_table_of_a_plan_that_was_published_has_its_head(small: Published):
    (head,) = small.files["ke-hoach/nam/ke-hoach-nam.csv"].content.decode("utf-8-sig").splitlines()
    assert head.startswith("section,line,level,program,")


@pytest.mark.parametrize("address", NOT_KEPT)
def test_a_file_without_a_page_or_of_no_such_page_is_not_made_again(small: Published, address: str):
    assert address not in small.files


def test_a_file_that_has_something_in_it_keeps_it(small: Published):
    read = Calendar.from_ical(small.files["chuong-trinh/khoa/chuong-trinh-khoa.ics"].content)
    assert [str(event["summary"]) for event in read.walk("VEVENT")] == ["Khai giảng: Khóa"]


def test_a_table_of_the_whole_catalogue_keeps_its_own_columns(small: Published):
    head = small.files["du-lieu/csv/programs.csv"].content.decode("utf-8-sig").splitlines()[0]
    assert head.startswith("id,")
