"""Nothing in a file differs from its page: every figure, date and name of every record, class and row."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sample.files import sample_files
from sample.recipe import Recipe
from tests.catalogue.views.small import Published, catalogue_of, published
from tests.catalogue.views.told import by_pages, differences
from tests.catalogue.views.told_by_files import FORMS
from tests.examples import examples, for_a_proof


@pytest.fixture(scope="module", params=["hai_duong", "sample", *for_a_proof("real")])
def named_city(request: pytest.FixtureRequest) -> Published:
    """A catalogue with all that it publishes."""
    found: Published = request.getfixturevalue(request.param)
    return found


def test_files_tell_every_figure_date_and_name_as_the_pages_do(named_city: Published):
    pages = by_pages(named_city)
    for form in FORMS.values():
        assert list(differences(pages, form, named_city)) == []


@pytest.mark.proof
@examples(1, proof=25)
@given(programs=st.integers(1, 80), seed=st.integers(1, 10**6))
def test_the_files_of_any_city_tell_what_its_pages_do(programs: int, seed: int):
    city = published(catalogue_of(dict(sample_files(Recipe(programs, seed)))))
    pages = by_pages(city)
    assert [told for form in FORMS.values() for told in differences(pages, form, city)] == []


def one_more(pattern: bytes, content: bytes) -> bytes:
    """A file whose first number behind a pattern is one larger; there must be one."""

    def larger(found: re.Match[bytes]) -> bytes:
        return found[1] + b"%d" % (int(found[2]) + 1)

    changed, times = re.subn(rb"(%b)(\d+)" % pattern, larger, content, count=1)
    assert times
    return changed


def one_more_cell(content: bytes) -> bytes:
    """A workbook whose first number is one larger."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, one_more(b"<v>", part) if name == "xl/worksheets/sheet1.xml" else part)
    return changed.getvalue()


def one_more_seat(content: bytes) -> bytes:
    """A database in which a class has one seat more."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    first = "SELECT program, id FROM classes WHERE seats > 0 LIMIT 1"
    connection.execute(f"UPDATE classes SET seats = seats + 1 WHERE (program, id) = ({first})")  # noqa: S608
    connection.commit()
    return connection.serialize()


SPOILED: Mapping[str, tuple[str, bytes, Callable[[bytes], bytes]]] = {
    "JSON": (r"api/v1/programs/[^/]+\.json", rb'"seats": ', partial(one_more, rb'"seats": ')),
    "iCalendar": (r"lich/lich\.ics", b"", partial(one_more, rb"DTSTART;VALUE=DATE:")),
    "CSV": (r"du-lieu/csv/allocations\.csv", b"", partial(one_more, rb"\r\n(?:[^,\r\n]*,)+?")),
    "SQLite": (r"du-lieu/danh-muc\.sqlite", b"", one_more_seat),
    "Excel": (r"nam/2026/nam-2026\.xlsx", b"", one_more_cell),
}
"""For each form the file in which a number is made another one, what is in such a file, and how."""


def spoiled(published: Published, form: str) -> Published:
    """What was published, but for one number in one file of a form."""
    pattern, held, spoil = SPOILED[form]
    files = published.files.items()
    address, file = next(each for each in files if re.fullmatch(pattern, each[0]) and held in each[1].content)
    return replace(published, files={**published.files, address: replace(file, content=spoil(file.content))})


def test_a_single_number_that_differs_is_told(sample: Published):
    pages = by_pages(sample)
    told = {name: list(differences(pages, form, spoiled(sample, name))) for name, form in FORMS.items()}
    assert [name for name, each in told.items() if not each] == []
