"""A file that was published stays where it is when there is nothing to put into it any more."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from catalogue.views.exports.kept import NOTHING
from tests.catalogue.views.small import REPORTED, Published, published_from
from tests.catalogue.views.workbooks import ReadWorkbook

ADDRESSES = """
/don-vi/so/
/don-vi/so/don-vi-so.ics
/don-vi/so/don-vi-so.xlsx
/don-vi/so-cu/don-vi-so-cu.ics
/ke-hoach/nam/ke-hoach-nam.csv
/ke-hoach/nam/ke-hoach-nam.xlsx
/chuong-trinh/lop/chuong-trinh-lop.ics
/du-lieu/csv/programs.csv
"""
CALENDARS = (
    "don-vi/so/don-vi-so.ics",
    "don-vi/so-cu/don-vi-so-cu.ics",
    "chuong-trinh/lop/chuong-trinh-lop.ics",
)
WORKBOOKS = ("don-vi/so/don-vi-so.xlsx", "ke-hoach/nam/ke-hoach-nam.xlsx")


@pytest.fixture(scope="module")
def small() -> Published:
    """A body, a plan and a programme of which nothing is known to happen any more."""
    return published_from(
        {
            "programs/lop.yml": f"title: Lớp\n{REPORTED}",
            "organizations/so.yml": f"title: Sở\ncategory: administration\n{REPORTED}",
            "plans/nam.yml": f"title: Kế hoạch\nyear: 2024\n{REPORTED}",
            "redirects.yml": "/don-vi/so-cu/: /don-vi/so/\n",
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
