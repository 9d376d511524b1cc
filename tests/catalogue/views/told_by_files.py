"""What each form of file tells of each record and class, as programs read it."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import takewhile
from typing import Any, TypeAlias

import openpyxl  # type: ignore[import-untyped]

from catalogue.model.kinds import KINDS
from tests.catalogue.views.calendars import Seen, seen_by_icalendar
from tests.catalogue.views.small import Published
from tests.catalogue.views.told import AMONG, OWN, ROW, Aspects, Form, Key, Told, named, whole_days

Value: TypeAlias = str | int | float | Decimal | None
Cells: TypeAlias = Mapping[str, Value]
NUMBERS = {
    *("value", "seats", "results_attended", "results_completed", "results_certified"),
    *("attended", "completed", "certified", "hours", "count", "duration_value"),
}
DAYS = {
    *("start", "end", "deadline", "due", "issued", "date", "as_of", "checked", "day"),
    *("in_force_start", "in_force_end", "period_start", "period_end", "nomination_deadline"),
    *("verification_checked",),
}
NAMES = ("title", "_title", "name")
FIGURES, PROGRAMS = "Nguồn và xác minh", "Chương trình"
SHEETS = (FIGURES, PROGRAMS, "Phụ lục", "Việc của đơn vị")
"""The sheets of workbooks whose rows are held against pages."""
OF_SUM = re.compile(r"^(Cộng các dòng có số|Cộng [\d.]+ phần có số|Riêng các dòng so được hai số): .*")
"""What a row of sums is called with its unit or whole: on a page that is told by where it stands."""
BEFORE_NAMES = {"Mục của kế hoạch", "TT"}
"""The columns that stand before that of names."""
SEVERAL = "\n"
"""What stands between several names in a cell."""
FOLDERS = {kind.folder.replace("-", "_"): kind.code for kind in KINDS.values()}
"""The kinds of records by the names of their tables."""
TABLES = (*FOLDERS, "classes", "allocations", "figures", "figure_parts", "program_groups", "modules")
"""The tables that tell of records what their pages do."""
OWNERS = {"of_organization": "organization", **{kind: kind for kind in KINDS}}
"""The kinds of records by the columns that name to which record a row belongs."""


def by_rows(rows: Iterable[tuple[str, Cells]]) -> Told:
    """What flat tables tell, given row by row with the name of the table."""
    found: dict[Key, Aspects] = defaultdict(lambda: {each: set() for each in AMONG})
    allocated: dict[Key, dict[str, Decimal]] = defaultdict(dict)
    classes: dict[Key, Aspects] = {}
    for table, cells in rows:
        add_cells(found[record_of(table, cells)], table, cells)
        if table == "classes":
            classes[Key("program", str(cells["program"]), str(cells["id"]))] = class_in(cells)
        elif table == "allocations":
            key = Key("program", str(cells["program"]), str(cells["class"]))
            allocated[key][str(cells["organization"])] = Decimal(str(cells["seats"]))
    for key, told in classes.items():
        told["allocations"] = allocated.get(key, {})
    return {**found, **classes}


def record_of(table: str, cells: Cells) -> Key:
    """The record that a row is or belongs to."""
    if table in FOLDERS:
        return Key(FOLDERS[table], str(cells["id"]))
    if "kind" in cells:
        return Key(str(cells["kind"]), str(cells.get("record") or cells.get("id")))
    column = next(name for name in cells if name in OWNERS)
    return Key(OWNERS[column], str(cells[column]))


def add_cells(told: Aspects, table: str, cells: Cells) -> None:
    """Add what a row tells to what is told of its record."""
    if table in FOLDERS:
        told["title"] = " ".join(str(cells["title"]).split())
        told["is_draft"] = str(cells["is_draft"]) in {"true", "1"}
    stated = {name: value for name, value in cells.items() if value not in (None, "")}
    told["numbers"] |= {Decimal(str(value)) for name, value in stated.items() if name in NUMBERS}
    told["days"] |= whole_days(value for name, value in stated.items() if name in DAYS)
    told["names"] |= {
        name
        for column, value in stated.items()
        if column.endswith(NAMES)
        for name in str(value).split(SEVERAL)
    }


def class_in(cells: Cells) -> Aspects:
    """What the row of a class tells, in a flat table."""
    people = [cells[name] for name in ("results_attended", "results_completed", "results_certified")]
    return {
        "name": " ".join(str(cells["name"]).split()),
        "time": whole_days([cells["start"], cells["end"]]),
        "seats": decimals([cells["seats"]]),
        "people": decimals(people),
        "due": next(iter(whole_days([cells["due"]])), ""),
    }


def decimals(values: Iterable[Value]) -> frozenset[Decimal]:
    """Those of some values that are there, as numbers."""
    return frozenset(Decimal(str(value)) for value in values if value not in (None, ""))


def by_records(records: Iterable[tuple[str, str, Any]]) -> Told:
    """What records tell as JSON has them, each with its kind and id."""
    found: dict[Key, Aspects] = {}
    for kind, id, record in records:
        told: Aspects = {each: set() for each in AMONG}
        told["title"] = " ".join(record["title"].split())
        for name, value in values_in(record):
            told["numbers"] |= (
                {Decimal(str(value))} if name in NUMBERS and not isinstance(value, str) else set()
            )
            told["days"] |= whole_days([value]) if name in DAYS else set()
            told["names"] |= {value} if name == "title" else set()
        found[Key(kind, id)] = told
        for each in record.get("classes", ()):
            results = each.get("results", {})
            found[Key(kind, id, each["id"])] = {
                "time": whole_days([each.get("start"), each.get("end")]),
                "seats": decimals([each.get("seats")]),
                "people": decimals(results.values()),
                "allocations": {body: Decimal(seats) for body, seats in each.get("allocations", {}).items()},
            }
    return found


def values_in(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value in a record with the name of its field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from values_in(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from values_in(inner, name)
    else:
        yield name, value


def by_json(published: Published) -> Told:
    """What the files of the single records tell."""
    records = published.catalogue
    files = ((each, f"api/v1/{KINDS[each.kind].folder}/{each.id}.json") for each in records)
    return by_records((each.kind, each.id, published.json(address)["record"]) for each, address in files)


def by_csv(published: Published) -> Told:
    """What the CSV files tell."""
    files = published.files.items()
    return by_rows([row for address, file in files for row in csv_rows(address, file.content)])


def csv_rows(address: str, content: bytes) -> Iterator[tuple[str, Cells]]:
    """The rows of a file if it is CSV, with the name of their table; without what guards texts."""
    folder, _, name = address.rpartition("/")
    table = name.removesuffix(".csv").replace("-", "_")
    if folder == "du-lieu/csv" and table in TABLES:
        for row in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")):
            cells = {column: value.removeprefix("'") for column, value in row.items()}
            yield table, cells
            if cells.get("class_id"):
                held = {
                    name.removeprefix("class_"): value for name, value in cells.items() if "class_" in name
                }
                yield "classes", {**held, "program": cells["id"]}


def by_sqlite(published: Published) -> Told:
    """What the database tells."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(published.files["du-lieu/danh-muc.sqlite"].content)
    connection.row_factory = sqlite3.Row
    asked = {table: f"SELECT * FROM {table}" for table in TABLES}  # noqa: S608 - the names are our own
    return by_rows([(table, dict(row)) for table in asked for row in connection.execute(asked[table])])


def by_calendar(published: Published) -> Told:
    """What the calendar of the whole tells of classes, and of deadlines."""
    found: dict[Key, Aspects] = defaultdict(dict)
    file = published.files.get("lich/lich.ics")
    for event in seen_by_icalendar(file.content) if file else ():
        what, program, class_id = [*event.uid.partition("@")[0].split("."), ""][:3]
        if class_id:
            told = {"due": event.first.isoformat()} if what == "han" else {"time": frozenset(days_of(event))}
            found[Key("program", program, class_id)] |= told
    return found


def days_of(event: Seen) -> Iterator[str]:
    """The first day of a class, and its last, which stands in words where the event is of the first alone."""
    yield event.first.isoformat()
    ends = re.search(r"^Bế giảng: (\d+)-(\d+)-(\d{4})$", event.text, re.MULTILINE)
    if ends:
        yield date(*(int(part) for part in reversed(ends.groups()))).isoformat()
    elif "Nguồn chưa nêu ngày bế giảng" not in event.text:
        yield (event.behind - timedelta(days=1)).isoformat()


def by_workbook(published: Published) -> Told:
    """What the workbooks tell: each row of their tables; in their lists of figures, all of each record."""
    found: dict[Key, Aspects] = defaultdict(lambda: {each: set() for each in AMONG})
    for address, file in published.files.items():
        if address.endswith(".xlsx") and address.count("/") == 2:
            place = f"{address.rpartition('/')[0]}/"
            book = openpyxl.load_workbook(BytesIO(file.content), data_only=True)
            for sheet in (each for each in book if each.title in SHEETS):
                is_own = sheet.title == FIGURES or (place.startswith("don-vi/") and sheet.title == PROGRAMS)
                add_sheet(found, sheet, OWN if is_own else place)
    return found


def add_sheet(found: Mapping[Key, Aspects], sheet: Any, place: str) -> None:
    """Add what the rows of a sheet tell to what is told of the things that they name."""
    head, *rows = takewhile(
        any, sheet.iter_rows(int(sheet.print_title_rows.split("$")[-1]), values_only=True)
    )
    for row in rows:
        name = named(OF_SUM.sub(r"\1", str(row[sum(each in BEFORE_NAMES for each in head)])))
        told = found[Key(ROW, place, name)]
        told["names"] |= {name} if sum(map(bool, row)) > 1 else set()  # else a heading, or a sentence
        told["numbers"] |= {Decimal(str(each)) for each in row if isinstance(each, (int, float))}
        told["days"] |= {each.date().isoformat() for each in row if isinstance(each, datetime)}


def is_due_nowhere(*_: object) -> bool:
    """Nothing must stand in a workbook: what the workbooks lack, their own tests tell."""
    return False


def is_record(key: Key, _: Aspects) -> bool:
    """Whether something is a record or a class, and no row."""
    return key.kind != ROW


def is_of_days(key: Key, aspects: Aspects) -> bool:
    """Whether a class has days and is no draft, so that calendars must have it."""
    return bool(key.kind != ROW and key.class_id and aspects["time"] and not aspects["is_draft"])


FORMS = {
    "JSON": Form(by_json, is_record),
    "CSV": Form(by_csv, is_record),
    "SQLite": Form(by_sqlite, is_record),
    "iCalendar": Form(by_calendar, is_of_days),
    "Excel": Form(by_workbook, is_due_nowhere),
}
"""How each form is read that tells of records as their pages do."""

HELD_ELSEWHERE = {
    "JSON Lines": "its lines are the JSON files: `test_table_files`",
    "ZIP": "it holds CSV and JSON as they are published: `test_table_files`",
    "Atom": "it tells of edits, as the pages of changes do: `test_feeds`",
    "Data Package": "it tells of files, not of records: `test_data_descriptions`",
    "DCAT (JSON-LD)": "it tells of files, not of records: `test_data_descriptions`",
    "OpenAPI 3.1": "it tells of files, not of records: `test_openapi`",
}
"""Why the other forms are not held against the pages of records, and what holds them."""
