"""«Dữ liệu mở» lists every file that can be taken along, with its size, its checksum, and how it is read."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from functools import partial

import pytest

from catalogue.language.vietnamese import day
from catalogue.page import Download, File, Output, as_made
from catalogue.views.words.downloads import DATA_PAGE, Offer, beside, downloads_of
from catalogue.views.words.misreadings import MISREADINGS
from catalogue.views.words.offers import families, pattern_of, size_in_words
from tests.catalogue.views.small import PLACE, Published
from tests.elements import words

NOTHING = File("", b"", "text/plain")


def offer(address: str, page: str, title: str = "Lớp", form: str = "Excel") -> Offer:
    """An offer of a page."""
    return Offer(address, Download(title, form, page, 1, "lớp"))


def test_every_file_of_the_whole_catalogue_is_listed_with_its_checksum(city: Published):
    sheet = city[DATA_PAGE]
    listed = next(text for each in sheet.tree.iter("pre") if " api/v1/index.json" in (text := words(each)))
    whole = {address for address in sheet.links & set(city.files) if address in listed}
    assert {"api/v1/index.json", "api/v1/openapi.json", "api/v1/programs.json"} <= whole
    for address in whole:
        assert f"{hashlib.sha256(city.files[address].content).hexdigest()} {address}" in listed


def test_a_file_is_listed_with_how_much_is_in_it_and_how_large_it_is(hai_duong: Published):
    row = hai_duong[DATA_PAGE].row("Bảng kê chương trình")
    size = len(hai_duong.files["api/v1/programs.json"].content)
    assert row[1:] == ["JSON", f"{len(hai_duong.catalogue.programs)} mục", size_in_words(size)]


def test_the_page_tells_day_revision_licence_notice_and_how_to_cite(hai_duong: Published):
    text, settings = hai_duong[DATA_PAGE].text, hai_duong.catalogue.settings
    assert all(told in text for told in (PLACE.revision, settings.licence, settings.notice))
    assert f"dữ liệu ngày {day(PLACE.revised)}, bản {PLACE.revision}, {PLACE.address}" in text
    assert all(each.instead in text for each in MISREADINGS)


@pytest.mark.parametrize(
    ("address", "page", "pattern"),
    [
        ("api/v1/programs/x.json", "chuong-trinh/x/", "api/v1/programs/<mã>.json"),
        (beside("ke-hoach/ke/", "xlsx"), "ke-hoach/ke/", "ke-hoach/<mã>/ke-hoach-<mã>.xlsx"),
        (beside("nam/2024/", "ics"), "nam/2024/", "nam/<mã>/nam-<mã>.ics"),
        (beside("don-vi/a/lop/", "csv"), "don-vi/a/lop/", "don-vi/<mã>/lop/don-vi-<mã>-lop.csv"),
    ],
)
def test_the_address_of_a_family_tells_what_differs(address: str, page: str, pattern: str):
    assert pattern_of(offer(address, page)) == pattern


def test_the_files_of_pages_are_told_as_families_by_section():
    pages = [f"ke-hoach/{id}/" for id in ("a", "b")]
    offers = [offer(beside(page, "xlsx"), page) for page in pages]
    offers += [offer("nam/2024/nam-2024.ics", "nam/2024/", form="Lịch"), offer("lich/lich.ics", "lich/")]
    made = [Output(each.address, partial(as_made, NOTHING), download=each.download) for each in offers]
    told = families(downloads_of(made))
    found = {
        section: [(each.form, each.total, each.example) for each in some] for section, some in told.items()
    }
    assert found == {
        "ke-hoach": [("Excel", 2, "ke-hoach/a/ke-hoach-a.xlsx")],
        "nam": [("Lịch", 1, "nam/2024/nam-2024.ics")],
    }


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 byte"),
        (1, "1 byte"),
        (1023, "1.023 byte"),
        (1024, "1,0 KB"),
        (348_160, "340 KB"),
        (1_258_291, "1,2 MB"),
        (5 * 1024**4, "5.120 GB"),
    ],
)
def test_a_size_is_told_as_folders_show_it(size: int, told: str):
    assert size_in_words(size) == told


def test_the_page_tells_how_the_database_is_asked(hai_duong: Published):
    alone = [words(each) for each in hai_duong[DATA_PAGE].tree.iter("pre")]
    (asked,) = (each for each in alone if each.startswith("SELECT "))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(hai_duong.files[f"{DATA_PAGE}danh-muc.sqlite"].content)
        found = connection.execute(asked.replace("chuyen vien chinh", "đào tạo")).fetchall()
        assert found
        assert found == connection.execute(asked.replace("chuyen vien chinh", "dao tao")).fetchall()
