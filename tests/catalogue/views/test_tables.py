"""The flat tables hold all that the records hold, name each row once, and add up to what the pages add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from catalogue.findings.by_year import outcomes_by_year
from catalogue.model.kinds import KINDS
from catalogue.model.shape import fields_of, shapes
from catalogue.views.words.context import Context
from catalogue.views.words.table_parts import Table, Value
from catalogue.views.words.table_ways import ITEMS
from tests.catalogue.views import hostile
from tests.catalogue.views.small import DRAFT, PLACE, REPORTED, Published, catalogue_of

APART = {("Class", "allocations"): "allocations"}
"""The fields that are told in a table of their own, which the model doesn't make: numbers by keys."""
TYPES: dict[str, type[Any]] = {
    "string": str,
    "date": str,
    "integer": int,
    "number": Decimal,
    "boolean": bool,
}
"""What cells of each type hold."""


def tables_in(files: dict[str, str]) -> dict[str, list[dict[str, Value]]]:
    return {table.name: rows_of(table) for table in Context(catalogue_of(files), PLACE).tables}


def rows_of(table: Table) -> list[dict[str, Value]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows()]


def leaves(value: Any) -> Iterator[str]:
    """Every single value, keys of numbers by keys too, as a text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (key,) if isinstance(inner, int) and "-" in key else ()
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield str(value)


def told(value: Value) -> Iterator[str]:
    """What a cell tells: one value, several codes, or several texts."""
    text = str(value)
    yield text
    yield from text.split("; ")
    yield from text.split("\n")


def test_whatever_a_record_says_stands_in_a_table():
    catalogue = catalogue_of(hostile.files())
    cells = {
        text
        for table in Context(catalogue, PLACE).tables
        for row in table.rows()
        for value in row
        for text in told(value)
    }
    for record in catalogue:
        values = list(leaves(record.model_dump(mode="json", exclude_unset=True)))
        assert values != []
        assert [value for value in values if value not in cells] == [], record.path


def test_every_field_that_holds_groups_or_numbers_by_keys_has_a_table():
    known = {item.model for item in ITEMS}
    waiting: list[type[BaseModel]] = [kind.model for kind in KINDS.values()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        seen.add(model)
        assert fields_of(model)
        for key, shape in shapes(model).items():
            assert not shape.key or (model.__name__, key) in APART, f"{model.__name__}.{key}"
            inner = (shape.item or shape).model
            assert not (shape.item and inner) or inner in known, f"{model.__name__}.{key}"
            waiting += [inner] if inner and inner not in seen else []
    assert known <= seen


def test_columns_rows_and_keys_of_every_table_agree(city: Published):
    tables = {table.name: table for table in Context(city.catalogue, PLACE).tables}
    keys: dict[tuple[str, tuple[str, ...]], set[tuple[Value, ...]]] = {}
    for table in tables.values():
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(column.title for column in table.columns), table.name
        rows = rows_of(table)
        found = [tuple(row[name] for name in table.key) for row in rows]
        assert table.total == len(rows) == len(set(found)), table.name
        keys[table.name, table.key] = set(found)
    for table in tables.values():
        for row in rows_of(table) if table.foreign else ():
            for foreign in table.foreign:
                named = tuple(row[name] for name in foreign.columns)
                assert None in named or named in keys[foreign.table, foreign.keys], (table.name, named)


def test_cells_have_the_types_of_their_columns_and_no_empty_text(city: Published):
    for table in Context(city.catalogue, PLACE).tables:
        for row in table.rows():
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or isinstance(value, TYPES[column.type]), (table.name, column.name)
                assert value != "", (table.name, column.name)
                assert column.type == "boolean" or not isinstance(value, bool), (table.name, column.name)


def test_what_is_not_known_is_named_and_never_zero():
    classes = "classes: [{id: a, seats: 0, start: 2024-03-05}, {id: b}]"
    tables = tables_in({"programs/x.yml": f"title: X\n{classes}\n{REPORTED}"})
    first, second = tables["classes"]
    assert (first["seats"], second["seats"]) == (0, None)
    assert "seats" not in str(first["unknown"]).split("; ")
    assert {"seats", "start", "venue_*"} <= set(str(second["unknown"]).split("; "))
    (program,) = tables["programs"]
    assert {"planned_people", "years"} - set(str(program["unknown"]).split("; ")) == {"years"}


def test_every_empty_cell_of_a_field_is_named_as_unknown(city: Published):
    worked_out = {"unknown", "class", "report_row", "figure", "review", "due"}
    for table in Context(city.catalogue, PLACE).tables:
        for row in rows_of(table) if table.name not in {"amounts", "records"} else ():
            unknown = str(row["unknown"]).split("; ")
            starts = tuple(name.removesuffix("*") for name in unknown)
            for name, value in row.items():
                if value is None and name not in worked_out:
                    assert name.startswith(starts), (table.name, name, unknown)


def test_numbers_that_add_up_to_those_of_a_year_say_so(city: Published):
    sums: dict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    tables = {table.name: table for table in Context(city.catalogue, PLACE).tables}
    for row in rows_of(tables["amounts"]):
        if row["adds"]:
            sums[row["year"], row["sort"], row["state"], row["unit"]] += Decimal(str(row["value"]))
    expected: dict[tuple[object, ...], Decimal] = {}
    for year, outcome in outcomes_by_year(city.catalogue).items():
        for sort, totals in (("classes", outcome.classes), ("people", outcome.people)):
            for state, added in (("planned", totals.planned), ("done", totals.done)):
                expected |= {(year, sort, state, unit): value for unit, value in added.sums.items()}
    assert sums == expected


def test_a_draft_says_so_in_its_rows_and_adds_to_nothing():
    figures = "figures: [{measure: learners, value: 30, state: planned}]\nperiod: {start: 2024, end: 2024}\n"
    tables = tables_in({"programs/nhap.yml": f"title: Nháp\n{figures}{DRAFT}"})
    (program,), (figure,) = tables["programs"], tables["figures"]
    assert program["is_draft"] is figure["is_draft"] is True
    assert (program["planned_people"], program["planned_people_adds"]) == (30, False)
    assert tables["amounts"] == []


def test_a_programmes_numbers_say_why_they_are_not_added_to_others():
    plan = f"title: Kế hoạch\nyear: 2024\n{REPORTED}"
    whole = "figures: [{measure: learners, value: 40, bound: about}]"
    part = "part_of: ca\nfigures: [{measure: learners, value: 10}]"
    programs = {
        f"programs/{id}.yml": f"title: {id}\nplan: nam\nstate: planned\n{text}\n{REPORTED}"
        for id, text in (("ca", whole), ("phan", part))
    }
    first, second = tables_in({"plans/nam.yml": plan, **programs})["programs"]
    assert (first["planned_people_adds"], first["planned_people_remark"]) == (True, "khoảng")
    assert second["planned_people_remark"] == "đúng số này; không cộng: đã nằm trong dòng khác"


def test_a_number_of_some_classes_is_the_least_and_says_which_classes_it_counts():
    classes = "classes: [{id: a, start: 2022-08-04}, {id: b, start: 2022-08-11, results: {attended: 236}}]"
    figures = "figures: [{measure: classes, value: 3, state: planned}]\nperiod: {start: 2022, end: 2022}"
    tables = tables_in({"programs/x.yml": f"title: X\n{classes}\n{figures}\n{REPORTED}"})
    (program,) = tables["programs"]
    why = "không cộng: chưa rõ thuộc kế hoạch nào"
    assert (program["done_classes"], program["done_classes_remark"]) == (
        1,
        f"ít nhất số này; cộng từ các lớp; mới tính lớp đã kết thúc hoặc đã có kết quả; {why}",
    )
    assert str(program["done_people_remark"]).startswith("ít nhất số này; cộng từ các lớp; mới có số của một")
    found = {(row["sort"], row["state"]): row["bound"] for row in tables["amounts"]}
    assert (found["classes", "done"], found["classes", "planned"]) == ("at_least", "exact")


def test_ids_and_codes_stand_line_by_line_beside_what_they_are_called():
    names = {"a": "Đơn vị A; cơ sở 2", "b": "Đơn vị B"}
    bodies = {
        f"organizations/{id}.yml": f"title: {title}\ncategory: school\n{REPORTED}"
        for id, title in names.items()
    }
    texts = f"title: X\norganizers: [b, a]\ncategories: [update, workshop]\n{REPORTED}"
    (program,) = tables_in({"programs/x.yml": texts, **bodies})["programs"]
    assert (program["organizers"], program["organizers_title"]) == ("b\na", "Đơn vị B\nĐơn vị A; cơ sở 2")
    assert str(program["categories"]).split("\n") == ["update", "workshop"]
    assert program["categories_label"] == "Cập nhật kiến thức\nTập huấn"


def test_no_column_is_called_twice_the_same_in_one_title(city: Published):
    for table in Context(city.catalogue, PLACE).tables:
        for column in table.columns:
            first, *others = column.title.removesuffix(" (mã)").split(": ")
            assert first not in others, (table.name, column.name)
