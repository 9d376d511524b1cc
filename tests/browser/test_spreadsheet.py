"""The results saved as a table: it says what the page says, and a spreadsheet shows it as it was written."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Builder
from tests.browser.libreoffice import LANGUAGES, opened
from tests.browser.searching import QUERY, look_up, served_dated, served_sample

QUERIES = {"dated": QUERY, "sample": "boi duong"}
SHOWN = """(items) => items.map((item) => {
  const all = (selector) => [...item.querySelectorAll(`:scope > ${selector}`)];
  const texts = (selector) => all(selector).map((each) => each.textContent);
  const [link] = all("a");
  const [meta, tags] = [texts(".meta > span"), texts(".tags > .tag")];
  return { title: link.textContent, address: link.href, meta, tags };
})"""
META = {
    "Đối tượng": "Đối tượng",
    "Chủ trì": "Đơn vị chủ trì",
    "Thời gian": "Thời gian",
    "Địa điểm": "Địa điểm",
    "Chỉ tiêu": "Chỉ tiêu",
    "Đã thực hiện": "Đã thực hiện",
    "Số liệu": "Số liệu",
}
"""What the page calls a fact, and the head of its column."""
DAYS = ("Từ ngày", "Đến ngày", "Hạn gửi danh sách")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
LIKE_A_DAY = re.compile(r"\d{1,4}[-/.]\d{1,4}([-/.]\d{1,4})?(?<!\d{4}-\d{4})")
"""What one spreadsheet or another takes for a day."""
UNKNOWN = "chưa có thông tin"
FORMULA_SIGNS = ("=", "+", "-", "@")


@pytest.fixture(scope="module", params=["dated", pytest.param("sample", marks=pytest.mark.proof)])
def catalogue(request: pytest.FixtureRequest) -> str:
    """The small catalogue with programmes in every state; for a proof the sample city as well."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def site_url(catalogue: str, built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("table") / "data"
    with (served_dated if catalogue == "dated" else served_sample)(built, folder) as address:
        yield address


@pytest.fixture
def table(page: Page, catalogue: str, tmp_path: Path) -> Path:
    """The file that the page of a question saves."""
    look_up(page, q=QUERIES[catalogue], kind="program")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách (CSV)").click()
    file = tmp_path / "tra-cuu.csv"
    download.value.save_as(file)
    return file


def written_in(table: Path) -> list[list[str]]:
    """The rows of the file."""
    return list(csv.reader(StringIO(table.read_bytes().decode("utf-8-sig"), newline="")))


def shown_on(page: Page) -> list[dict[str, Any]]:
    """What the page tells of each result, by the heads of the table."""
    rows = []
    for item in page.locator("[data-results] > li").evaluate_all(SHOWN):
        title = f"'{item['title']}" if item["title"].startswith(FORMULA_SIGNS) else item["title"]
        facts = {META[name]: fact_in(item["meta"], name) for name in META}
        rows.append({"Tên": title, "Địa chỉ trang": item["address"], "tags": item["tags"], **facts})
    return rows


def fact_in(meta: list[str], name: str) -> str:
    """What a result says under a name; nothing where it says that this is not known, or nothing at all."""
    told = [text.removeprefix(name).strip() for text in meta if text.startswith(name)]
    return told[0] if told and told[0] != UNKNOWN else ""


def test_the_table_says_what_the_page_says(page: Page, table: Path):
    head, *rows = written_in(table)
    shown, said = shown_on(page), page.locator(".results__said").inner_text()
    assert shown
    for row, item in zip(rows, shown, strict=False):
        told = dict(zip(head, row, strict=True))
        tags = item.pop("tags")
        told["Thời gian"] = time_in(told)
        assert {name: told[name] for name in item} == item
        assert told["Mức độ xác minh"] in tags or f"xác minh: {told['Mức độ xác minh'].lower()}," in said
        assert told["Tình trạng"] in tags or not told["Tình trạng"]


def time_in(told: dict[str, str]) -> str:
    """When a result takes place, as the page words it."""
    first, last = (in_words(told[name]) for name in ("Từ ngày", "Đến ngày"))
    if not first:
        return f"năm {told['Năm']}" if told["Năm"] else ""
    if not last:
        return f"từ {first}"
    return first if first == last else f"{first} đến {last}"


def in_words(day: str) -> str:
    """A day of the table as the page writes it."""
    if ISO.fullmatch(day):
        return "-".join(str(int(part)) for part in reversed(day.split("-")))
    return day.removeprefix("tháng ").removeprefix("năm ")


def test_a_day_is_an_iso_day_and_a_month_or_a_year_a_text_of_words(table: Path):
    head, *rows = written_in(table)
    cells = [cell for row in rows for cell in dict(zip(head, row, strict=False)).items() if cell[1]]
    days = {cell for name, cell in cells if name in DAYS}
    assert {
        day for day in days if not ISO.fullmatch(day) and not re.fullmatch(r"(tháng \d+-|năm )\d{4}", day)
    } == set()
    assert any(ISO.fullmatch(day) for day in days)
    assert [cell for name, cell in cells if name not in DAYS and LIKE_A_DAY.fullmatch(cell)] == []


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_of_any_language_shows_every_cell_as_it_was_written_and_runs_none(
    table: Path, tmp_path: Path, language: str
):
    written = written_in(table)
    cells = opened(table, tmp_path, language)
    assert len(written) > 7
    assert [[cell.text for cell in row] for row in cells] == [trimmed(row) for row in written]
    assert [cell for row in cells for cell in row if cell.formula] == []
    assert [
        cell for row in cells for cell in row if cell.day != (cell.text if ISO.fullmatch(cell.text) else "")
    ] == []


def trimmed(row: list[str]) -> list[str]:
    """A row up to its last cell that holds something."""
    return row if not row or row[-1] else trimmed(row[:-1])
