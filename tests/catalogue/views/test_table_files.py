"""CSV, JSON Lines, SQLite, the whole, the archive: read back by other programs, they say what pages say."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.findings.by_year import outcomes_by_year
from catalogue.language.vietnamese import fold, number
from catalogue.model.kinds import KINDS
from catalogue.model.records import Plan
from catalogue.views.exports.archive import archive_file
from catalogue.views.exports.plan_csv import PLAN_COLUMNS
from catalogue.views.exports.sqlite import can_search, database_file
from catalogue.views.exports.whole_workbook import READING
from catalogue.views.words.annex import annex_of
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import GUARD, GUARDED, HOW_CSV_IS_READ, NOT_ADDED_IS_EMPTY, csv_content
from catalogue.views.words.sql import created, inserted, values_of
from catalogue.views.words.table_fields import EXACT
from catalogue.views.words.table_joined import joined_tables_of
from catalogue.views.words.table_parts import ADDING, Table, TableColumn
from tests.catalogue.views import hostile
from tests.catalogue.views.small import (
    PLACE,
    REPORTED,
    ROOT,
    Published,
    annex,
    catalogue_of,
    published_from,
)

SIGNS = "a1=+-@\t\r\n'\",; ＝＋ầđ😀\u200f\u202e]>"
ANY_TEXT = st.text(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1)
HARMFUL = ["=1+1", "+84", "-5", "@x", "\tx", "\rx", "'x", "--05-27"]
HARMFUL += ['a"b', "a\nb", "]]>", "a;b,c", "😀", "\u202ea"]


def cells_of(content: bytes) -> list[list[str]]:
    """The cells of a CSV file as a program reads them, which takes the guard away."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [[cell.removeprefix(GUARD) for cell in row] for row in rows]


def records_of(content: bytes) -> list[dict[str, str]]:
    head, *rows = cells_of(content)
    return [dict(zip(head, row, strict=True)) for row in rows]


def csv_of(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return csv_rows(published_from(files), name)


def csv_rows(city: Published, name: str) -> list[dict[str, str]]:
    return records_of(city.files[f"du-lieu/csv/{name}.csv"].content)


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT)))
def test_any_text_comes_back_from_csv_as_it_was_and_none_begins_like_a_formula(rows: list[tuple[str, str]]):
    content = csv_content([TableColumn("a", "A"), TableColumn("b", "B")], rows)
    assert [tuple(row) for row in cells_of(content)[1:]] == rows
    written = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert not [cell for row in written for cell in row if cell[:1] in GUARDED - {GUARD}]


@pytest.mark.parametrize("text", HARMFUL)
def test_a_harmful_text_stays_one_cell(text: str):
    content = csv_content([TableColumn("a", "A"), TableColumn("b", "B")], [(text, "x")])
    assert cells_of(content) == [["a", "b"], [text, "x"]]


def test_the_lines_of_csv_end_as_rfc_4180_has_them(city: Published):
    for address, file in city.files.items():
        if address.endswith(".csv"):
            text = file.content.decode("utf-8-sig")
            assert text.endswith("\r\n"), address
            outside = "".join(text.split('"')[::2])
            assert outside.count("\n") == outside.count("\r") == outside.count("\r\n"), address


@pytest.mark.parametrize("files", ["hostile", "city"])
def test_csv_holds_what_the_tables_hold(files: str, hai_duong: Published):
    catalogue = catalogue_of(hostile.files()) if files == "hostile" else hai_duong.catalogue
    for table in joined_tables_of(Context(catalogue, PLACE)):
        rows = cells_of(csv_content(table.columns, table.rows()))[1:]
        words = {None: "", True: "true", False: "false"}
        assert rows == [
            [words[value] if value is None or isinstance(value, bool) else str(value) for value in row]
            for row in table.rows()
        ], table.name


CLASSES = "classes: [{id: a, seats: 0}, {id: b, seats: 40}]\nfigures: [{measure: learners, value: 90}]"


def test_programmes_have_a_row_a_class_and_their_own_numbers_once():
    without = f"title: Y\nstate: planned\nfigures: [{{measure: classes, value: 2}}]\n{REPORTED}"
    files = {
        "programs/x.yml": f"title: X\nstate: planned\n{CLASSES}\n{REPORTED}",
        "programs/y.yml": without,
    }
    first, second, third = csv_of(files, "programs")
    assert [(each["id"], each["row"], each["class_id"]) for each in (first, second, third)] == [
        ("x", "1", "a"),
        ("x", "2", "b"),
        ("y", "1", ""),
    ]
    assert (first["planned_people"], second["planned_people"]) == ("90", "")
    assert (third["planned_classes"], third["done_classes"]) == ("2", "")
    assert "class_*" in third["unknown"].split("; ")


def test_wherever_columns_are_explained_it_says_which_numbers_may_be_added(city: Published):
    columns = csv_rows(city, "columns")
    (row,) = [each for each in columns if (each["table"], each["column"]) == ("programs", "row")]
    with zipfile.ZipFile(io.BytesIO(city.files["du-lieu/danh-muc.zip"].content)) as archive:
        first = archive.read("DOC-TRUOC.txt").decode("utf-8-sig")
    package = json.dumps(city.json("du-lieu/datapackage.json"), ensure_ascii=False)
    for told in (row["description"], first, package, city["du-lieu/"].text):
        assert ADDING in told
    assert ADDING in READING


def test_seats_of_none_are_not_seats_that_are_not_known():
    files = {"programs/x.yml": f"title: X\nclasses: [{{id: a, seats: 0}}, {{id: b}}]\n{REPORTED}"}
    none, unknown = csv_of(files, "programs")
    assert (none["class_seats"], unknown["class_seats"]) == ("0", "")
    assert "class_seats" not in none["unknown"].split("; ")
    assert "class_seats" in unknown["unknown"].split("; ")


def test_no_cell_is_empty_without_a_word(city: Published):
    tables = {table.file_name: table.columns for table in joined_tables_of(Context(city.catalogue, PLACE))}
    files = {address: file for address, file in city.files.items() if address.endswith(".csv")}
    assert len(files) >= len(tables)
    silent = set()
    for address, file in files.items():
        columns = tables.get(address.rpartition("/")[2].removesuffix(".csv"), PLAN_COLUMNS)
        explained = {each.name for each in columns if "trống:" in each.description}
        for row in records_of(file.content):
            silent |= {(address, name) for name in untold(row, explained)}
    assert silent == set()


def untold(row: dict[str, str], explained: set[str]) -> set[str]:
    """The columns that are empty in a row without being named, explained, or beside one that is."""
    empty = {name for name, value in row.items() if not value} - {"unknown", "about"}
    named = row.get("unknown", "").split("; ")
    beginnings = tuple(name.removesuffix("*") for name in named if name.endswith("*"))
    whole = set() if row.get("row", "1") == "1" else NUMBERS
    known = {*named, *whole, *explained}
    told = {name for name in empty if name in known or name.startswith(beginnings)}
    beside = {name for name in empty for other in told if name.startswith(f"{other}_")}
    return empty - told - beside


COMMON = "nomination: {deadline: 2024-02-01}"
OWN = "classes: [{id: a, deadline: 2024-02-03, state: cancelled}, {id: b, deadline: 2024-02-10}]"


@pytest.mark.parametrize(
    ("text", "start", "end", "deadline"),
    [
        ("period: {start: 2024-03-01, end: 2024-05}", "2024-03-01", "2024-05", ""),
        (
            "classes: [{id: a, start: 2024-04-01, end: 2024-05-02}, {id: b, start: 2024-03-02}]",
            "2024-03-02",
            "",
            "",
        ),
        ("classes: [{id: a, start: --04-01, deadline: 2024-03-01}]", "--04-01", "", "2024-03-01"),
        ("nomination: {deadline: 2024-02}", "", "", "2024-02"),
        (
            f"{COMMON}\n{OWN}",
            "",
            "",
            "2024-02-01 (hạn chung); 2024-02-10",
        ),
    ],
)
def test_the_csv_of_a_plan_writes_dates_as_the_data_do(text: str, start: str, end: str, deadline: str):
    program = f"title: X\nplan: nam\nstate: planned\n{text}\n{REPORTED}"
    city = published_from({"plans/nam.yml": PLAN, "programs/x.yml": program})
    (row,) = records_of(city.files["ke-hoach/nam/ke-hoach-nam.csv"].content)
    assert (row["start"], row["end"], row["deadline"]) == (start, end, deadline)
    assert all(each in row["time"] for each in (start, end) if not each.startswith("--"))
    assert not re.search(r"\d-\d+-\d{4}", row["time"] + row["deadline"])


def test_every_csv_tells_of_itself_once(hai_duong: Published):
    for address, file in hai_duong.files.items():
        if address.endswith(".csv") and (rows := records_of(file.content)):
            told = [row["about"] for row in rows]
            assert hai_duong.catalogue.settings.notice in told[0], address
            assert all(word in told[0] for word in ("abc1234", "1-3-2026", "giấy phép")), address
            assert not any(told[1:]), address


def test_json_lines_and_the_whole_hold_what_the_json_files_hold(city: Published):
    whole = city.json("du-lieu/danh-muc.json")
    for kind in KINDS.values():
        lines = city.files[f"du-lieu/jsonl/{kind.folder}.jsonl"].content.splitlines()
        records = [json.loads(line) for line in lines]
        ids = city.catalogue.of(kind.code)
        assert records == [city.json(f"api/v1/{kind.folder}/{id}.json") for id in ids]
        assert whole["records"][kind.folder] == records
    assert (whole["revision"], whole["revised"]) == ("abc1234", "2026-03-01")
    assert "bản abc1234" in whole["citation"]
    assert whole["notice"] == city.catalogue.settings.notice
    assert whole["readFirst"]["misreadings"]


@pytest.fixture(scope="module")
def database(sample: Published) -> Iterator[sqlite3.Connection]:
    """The database of the sample city, which has every field."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(sample.files["du-lieu/danh-muc.sqlite"].content)
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_the_database_is_whole_and_every_reference_leads_to_a_row(
    database: sqlite3.Connection, sample: Published
):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in Context(sample.catalogue, PLACE).tables:
        assert database.execute(f'SELECT COUNT(*) FROM "{table.name}"').fetchone() == (table.total,)  # noqa: S608
        references = database.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
        assert {row[2] for row in references} == {foreign.table for foreign in table.foreign}
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("DELETE FROM programs")


@pytest.mark.parametrize("words", ["bồi dưỡng", "đào tạo", "địa bàn", "đơn vị"])
def test_the_database_finds_words_with_and_without_marks(
    database: sqlite3.Connection, sample: Published, words: str
):
    asked = "SELECT r.kind, r.id FROM search JOIN records r ON r.turn = search.rowid WHERE search MATCH ?"
    having = [(each.kind, each.id) for each in sample.catalogue if fold(words) in fold(each.title)]
    assert having
    for written in (words, words.upper(), fold(words), unicodedata.normalize("NFD", words)):
        found = database.execute(asked, [f'title: "{written}"']).fetchall()
        assert sorted(found) == sorted(having), written


def test_what_the_view_adds_up_is_what_the_pages_of_years_add_up(
    database: sqlite3.Connection, sample: Published
):
    asked = "SELECT year, sort, state, unit, total FROM sums_by_year WHERE total IS NOT NULL"
    sums = database.execute(asked).fetchall()
    expected = [
        (year, sort, state, unit, value)
        for year, outcome in outcomes_by_year(sample.catalogue).items()
        for sort, totals in (("classes", outcome.classes), ("people", outcome.people))
        for state, added in (("planned", totals.planned), ("done", totals.done))
        for unit, value in added.sums.items()
    ]
    assert sorted((*row[:4], Decimal(str(row[4]))) for row in sums) == sorted(expected)
    year, *_, total = max(sums, key=lambda row: row[4])
    assert number(Decimal(str(total))) in sample[f"nam/{year}/"].text


def test_what_the_view_leaves_out_is_what_the_pages_of_years_leave_out(
    database: sqlite3.Connection, sample: Published
):
    asked = "SELECT year, sort, state, not_added, SUM(programs) FROM sums_by_reason"
    left = database.execute(f"{asked} WHERE not_added IS NOT NULL GROUP BY 1, 2, 3, 4").fetchall()
    expected = [
        (year, sort, state, why.value, many)
        for year, outcome in outcomes_by_year(sample.catalogue).items()
        for sort, totals in (("classes", outcome.classes), ("people", outcome.people))
        for state, omitted in zip(("planned", "done"), totals.not_added, strict=True)
        for why, many in omitted.items()
    ]
    assert sorted(left) == sorted(expected)
    of_years = "SELECT SUM(not_added), SUM(programs), COUNT(DISTINCT year) FROM sums_by_year"
    asked = "SELECT SUM(NOT adds), SUM(adds), COUNT(DISTINCT year) FROM amounts"
    assert database.execute(of_years).fetchone() == database.execute(asked).fetchone()


def test_a_number_is_found_at_every_body_that_leads_the_programme_or_holds_its_classes(
    database: sqlite3.Connection, sample: Published
):
    asked = "SELECT organization, role, program FROM amounts_by_organization GROUP BY 1, 2, 3"
    expected = {
        (body, role, program.id)
        for program in sample.catalogue.programs.values()
        if not program.is_draft and sample.catalogue.years(program)
        for role, bodies in (("lead", [program.lead]), ("organizers", program.organizers))
        for body in bodies
        if body
    }
    assert set(database.execute(asked)) == expected
    asked = "SELECT DISTINCT program, organizers FROM amounts WHERE organizers IS NOT NULL"
    programs = sample.catalogue.programs
    found = dict(database.execute(asked).fetchall())
    assert found == {id: "\n".join(programs[id].organizers) for id in found}


def test_a_year_in_which_nothing_may_be_added_says_so(real: Published):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(real.files["du-lieu/danh-muc.sqlite"].content)
        asked = "SELECT total, programs, not_added, why_not FROM sums_by_year WHERE year = 2024 AND unit = ?"
        rows = connection.execute(asked, ["lớp"]).fetchall()
    assert rows
    assert all((total, programs) == (None, 0) and left and why for total, programs, left, why in rows)


def test_the_database_says_first_how_it_is_read(database: sqlite3.Connection, sample: Published):
    told = dict(database.execute("SELECT about, words FROM read_first"))
    assert told["Lưu ý"] == sample.catalogue.settings.notice
    assert told["Bản dữ liệu"] == "abc1234"
    assert "sums_by_year" in told["Cộng số lớp, số người học"]
    assert database.execute("SELECT COUNT(*) FROM read_first WHERE about = 'Đừng đọc sai'").fetchone()[0] > 5


def test_the_same_data_make_the_same_database(hai_duong: Published):
    made = hai_duong.files["du-lieu/danh-muc.sqlite"].content
    assert database_file(Context(hai_duong.catalogue, PLACE)).content == made


def test_a_library_that_cannot_search_is_noticed():
    with closing(sqlite3.connect(":memory:")) as connection:
        assert can_search(connection)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.set_authorizer(
            lambda action, *_: (
                sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_CREATE_VTABLE else sqlite3.SQLITE_OK
            )
        )
        assert not can_search(connection)


def test_the_archive_holds_the_files_as_they_are_published(city: Published):
    file = city.files["du-lieu/danh-muc.zip"]
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        for name in names:
            if name.startswith("csv/") or name.endswith(("danh-muc.json", "datapackage.json")):
                assert archive.read(name) == city.files[f"du-lieu/{name}"].content
            if name.startswith("schema/"):
                assert archive.read(name) == (ROOT / name).read_bytes()
        told = archive.read("DOC-TRUOC.txt").decode("utf-8-sig")
    assert {f"schema/{each.name}" for each in (ROOT / "schema").iterdir()} <= set(names)
    assert {f"csv/{address.rpartition('/')[2]}" for address in city.files if "/csv/" in address} <= set(names)
    assert city.catalogue.settings.notice in told
    assert "@misc{danh-muc-abc1234," in told


def test_the_archive_is_the_same_again(hai_duong: Published):
    (again,) = archive_file(Context(hai_duong.catalogue, PLACE))
    made = again.make(lambda address: hai_duong.files[address].content)
    assert made == hai_duong.files["du-lieu/danh-muc.zip"]


@pytest.mark.parametrize("name", ["real", "sample"])
def test_the_csv_of_a_plan_has_the_rows_and_numbers_of_its_table(name: str, request: pytest.FixtureRequest):
    city: Published = request.getfixturevalue(name)
    compared = 0
    for plan in city.catalogue.plans.values():
        page = f"ke-hoach/{plan.id}/"
        if f"{page}in/" in city.sheets:
            rows = records_of(city.files[f"{page}ke-hoach-{plan.id}.csv"].content)
            shown = {each.split("trong đó: ")[-1]: row for each, row in annex(city[f"{page}in/"]).items()}
            assert [row["program_title"] for row in rows if row["program_title"] in shown] == [
                each for each in shown if each in {row["program_title"] for row in rows}
            ]
            for row in rows:
                for head, value in numbers_in(row):
                    assert shown[row["program_title"]][head].replace(".", "") == value.replace(".", ",")
                    compared += 1
            compared += sums_compared(city, plan, rows)
    assert compared > 10


def sums_compared(city: Published, plan: Plan, rows: list[dict[str, str]]) -> int:
    """How many columns of numbers come to what the page of their plan adds up, the marked numbers alone."""
    annex = annex_of(Context(city.catalogue, PLACE).phrases, plan)
    for each in annex.additions:
        name = f"{each.state}_{'classes' if each.label == 'lớp' else 'people'}"
        marked = [Decimal(row[name]) for row in rows if row[name] and row[f"{name}_adds"] == "true"]
        assert sum(marked) == (each.total or 0), (plan.id, name)
    return len(annex.additions)


PLAN = f"title: Kế hoạch\nyear: 2024\n{REPORTED}"


@pytest.mark.parametrize("complete", ["", "complete: false\n"])
def test_the_csv_of_a_plan_says_of_each_number_whether_it_adds_to_the_others(complete: str):
    figures = "figures: [{measure: learners, value: 40}]"
    texts = {
        "ca": figures,
        "hai": "figures: [{measure: learners, value: 10}, {measure: learners, value: 11}]",
        "chung": f"perhaps_part_of: ca\n{figures}",
        "luot": "figures: [{measure: attendances, value: 9}]",
        "phan": f"part_of: ca\n{figures}",
        "trong": "part_of: ca",
    }
    programs = {
        f"programs/{id}.yml": f"title: {id}\nplan: nam\nstate: planned\n{text}\n{REPORTED}"
        for id, text in texts.items()
    }
    city = published_from({"plans/nam.yml": f"{complete}{PLAN}", **programs})
    rows = records_of(city.files["ke-hoach/nam/ke-hoach-nam.csv"].content)
    asked = [f"planned_people_{each}" for each in ("adds", "not_added", "said")]
    assert {row["program"]: tuple(row[each] for each in asked) for row in rows} == {
        "ca": (
            *(("false", "nguồn chỉ nêu một phần của kế hoạch") if complete else ("true", "")),
            EXACT,
        ),
        "hai": ("false", "có nhiều số cho cùng một nội dung", ""),
        "chung": ("false", "có thể tính trùng với dòng khác", EXACT),
        "luot": ("false", "khác đơn vị tính", "9 lượt học viên"),
        "phan": ("false", "đã nằm trong dòng khác", EXACT),
        "trong": ("", "", ""),
    }


def test_the_files_and_their_page_say_alike_what_an_empty_reason_means():
    told = [each.description for each in PLAN_COLUMNS if each.name.endswith("_not_added")]
    assert told == [f"trống: {NOT_ADDED_IS_EMPTY}"] * 4
    assert f"_not_added trống thì {NOT_ADDED_IS_EMPTY} " in HOW_CSV_IS_READ


def numbers_in(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The numbers of a row of a plan's CSV, by the heads that they have on the page."""
    for name, value in row.items():
        if name in NUMBERS and value:
            yield f"Số {row[f'{name}_unit']}{', đã thực hiện' if name.startswith('done') else ''}", value


NUMBERS = {f"{state}_{sort}" for state in ("planned", "done") for sort in ("classes", "people")}


def many(rows: int) -> Table:
    columns = (TableColumn("id", "Mã", "integer"), TableColumn("text", "Chữ"))
    return Table(
        "x", "X", "", columns, ("id",), lambda: ((turn, "=chữ, «x»") for turn in range(rows)), lambda: rows
    )


@pytest.mark.proof
def test_a_hundred_thousand_rows_are_written_whole():
    table = many(100_000)
    assert len(cells_of(csv_content(table.columns, table.rows()))) == table.total + 1
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(created(table))
        connection.executemany(inserted(table), values_of(table))
        assert connection.execute("SELECT COUNT(*), MAX(text) FROM x").fetchone() == (100_000, "=chữ, «x»")


@pytest.mark.proof
def test_the_sqlite3_program_opens_the_database(tmp_path: Path, sample: Published):
    file = tmp_path / "danh-muc.sqlite"
    file.write_bytes(sample.files["du-lieu/danh-muc.sqlite"].content)
    asked = (
        "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT COUNT(*) FROM programs; "
        "SELECT COUNT(*) > 0 FROM search WHERE search MATCH 'boi duong';"
    )
    done = subprocess.run(["sqlite3", "-readonly", file, asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ok", str(len(sample.catalogue.programs)), "1"]
