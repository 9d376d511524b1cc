"""The annex of each plan as CSV: the rows of its table, without headings and sums between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from catalogue.findings.additions import Counted, counted_in
from catalogue.findings.plans import programs_of
from catalogue.language.vocabulary import Measure, Progress
from catalogue.model.dates import Date
from catalogue.model.records import Plan
from catalogue.page import Download, File, Output, Phrase, text_of
from catalogue.views.exports.csv_tables import FORM, MEDIA_TYPE
from catalogue.views.words.annex import NAME, REMARK, LastAnnex
from catalogue.views.words.annex_columns import GROUPS, OTHERS, AnnexCell
from catalogue.views.words.annex_rows import AnnexRow
from catalogue.views.words.context import Context
from catalogue.views.words.csv_text import NOT_ADDED_IS_EMPTY, csv_content
from catalogue.views.words.downloads import beside
from catalogue.views.words.facts import first_and_last
from catalogue.views.words.feet import rows_left_out
from catalogue.views.words.provenance import about
from catalogue.views.words.table_amounts import AmountSort
from catalogue.views.words.table_fields import EXACT
from catalogue.views.words.table_joined import ABOUT
from catalogue.views.words.table_parts import BETWEEN_SHORT, UNKNOWN, TableColumn, TableRow, Value, referring

SORTS = tuple((state, sort) for state in (Progress.PLANNED, Progress.DONE) for sort in AmountSort)
"""The numbers of a programme, each with columns of its own."""
NAMES_OF_OTHERS = ("time", "venue", "mode", "lead", "partners", "deadline")
"""The names of the columns of words that stand behind the numbers."""
ADDS = (
    "true: được tính trong dòng cộng của bảng chương trình của kế hoạch này; false: không, vì đã nằm trong "
    "số khác, khác đơn vị tính, hoặc nguồn không nói các dòng cộng lại được. Không cộng sang kế hoạch khác."
)
SAID = "«khoảng», hoặc số khác đơn vị; trống: nguồn không ghi số nào, hoặc ghi nhiều số."
WRITTEN = "Ngày ghi năm-tháng-ngày như ở các tệp khác."


class Summed(NamedTuple):
    """A column of numbers: its sort, its unit, why the numbers of programmes are not added, by their ids."""

    sort: tuple[Progress, AmountSort]
    label: str
    not_added: Mapping[str, str]


def plan_csv_files(context: Context) -> Iterator[Output]:
    """A file for each plan that has a programme."""
    for plan in context.catalogue.plans.values():
        if many := len(programs_of(context.catalogue, plan)):
            page = context.catalogue.address(plan)
            download = Download("Bảng chương trình của kế hoạch", FORM, page, many, "chương trình")
            yield Output(beside(page, "csv"), partial(plan_csv_file, context, plan), download=download)


def plan_csv_file(context: Context, plan: Plan) -> File:
    """The rows of a plan's annex as a file."""
    content = csv_content(PLAN_COLUMNS, plan_rows(context, plan))
    return File(beside(context.catalogue.address(plan), "csv"), content, MEDIA_TYPE)


def plan_columns() -> Iterator[TableColumn]:
    """The columns, the same for every plan."""
    yield TableColumn("section", "Mục", description="trống: không thuộc mục nào.")
    yield TableColumn("line", "TT")
    yield TableColumn("level", "Bậc", "integer", "0; phần của dòng trên là 1, phần của phần là 2.")
    yield from referring("program", NAME, "programs")
    yield TableColumn("groups", GROUPS.head.label)
    for state, sort in SORTS:
        name, title = f"{state}_{sort}", f"{sort.label}, {state.label.lower()}"
        yield TableColumn(name, title, "number")
        yield TableColumn(f"{name}_unit", f"{title}: đơn vị tính")
        yield TableColumn(f"{name}_said", f"{title}: nguồn ghi", description=SAID)
        yield TableColumn(f"{name}_adds", f"{title}: cộng được", "boolean", ADDS)
        why = f"trống: {NOT_ADDED_IS_EMPTY}"
        yield TableColumn(f"{name}_not_added", f"{title}: vì sao không cộng", description=why)
    yield TableColumn("start", "Từ", "date")
    yield TableColumn("end", "Đến", "date")
    for name, column in zip(NAMES_OF_OTHERS, OTHERS, strict=True):
        yield TableColumn(name, column.head.label, description=WRITTEN)
    yield TableColumn("remark", REMARK, description="trống: không có gì cần nói thêm.")
    yield from (UNKNOWN, ABOUT)


def plan_rows(context: Context, plan: Plan) -> Iterator[TableRow]:
    """The programmes of a plan in the order of its annex."""
    catalogue, phrases = context.catalogue, context.phrases
    counted = list(counted_in(catalogue, plan, programs_of(catalogue, plan)))
    annex = catalogue.once(LastAnnex).of(phrases, plan)
    columns = [
        Summed(sort_of(one), one.label, {row.record: row.why for row in rows_left_out(each)})
        for one, each in zip(counted, annex.additions, strict=True)
    ]
    told: str | None = about(context)
    for row in annex.rows:
        span = first_and_last(catalogue.programs[row.id])
        yield (*plan_row(row, columns, span), told)
        told = None


def plan_row(row: AnnexRow, columns: Sequence[Summed], span: Iterable[Date | None]) -> TableRow:
    """A programme as a row, with the names of what is not known of it."""
    groups, *cells = row.cells
    numbers = {
        each.sort: number_values(cell, each.label, each.not_added.get(row.id))
        for each, cell in zip(columns, cells, strict=False)
    }
    values: list[Value] = [row.section, row.number, row.level, row.id, row.link.text, text_of(groups.words)]
    for sort in SORTS:
        values += numbers.get(sort, NO_NUMBER)
    values += [each.written if each else None for each in span]
    values += [dated_text(cell.words) for cell in cells[len(columns) :]]
    values.append(text_of(row.remark))
    told = [None if value == "" else value for value in values]
    names = [column.name for column in PLAN_COLUMNS[: len(told)]]
    unknown = [name for name, value in zip(names, told, strict=True) if value is None and name in ASKED]
    return (*told, BETWEEN_SHORT.join(unknown) or None)


def dated_text(words: Phrase) -> str:
    """The words of a cell, its dates as the data write them: a spreadsheet takes 5-3-2024 for 3 May."""
    return "".join(piece.datetime or piece.text for piece in words)


def sort_of(column: Counted) -> tuple[Progress, AmountSort]:
    """Which of the numbers of a programme a column of the annex has."""
    is_classes = column.measure is Measure.CLASSES
    return column.state, AmountSort.CLASSES if is_classes else AmountSort.PEOPLE


def number_values(cell: AnnexCell, unit: str, why: str | None) -> TableRow:
    """A number, its unit, how exactly it is stated, why it isn't added; or what is stated in its place.

    A cell may say why it has no number: that is no word of a source.
    """
    if not cell.says:
        return NO_NUMBER
    told = cell.bound or text_of(cell.words) or EXACT
    unit_told = unit if cell.value is not None else None
    return cell.value, unit_told, None if told == why else told, why is None, why


NO_NUMBER: TableRow = (None,) * 5
"""What is told of a number where nothing is stated."""
PLAN_COLUMNS = tuple(plan_columns())
NEVER_ASKED = ("section", "remark", "_unit", "_said", "_adds", "_not_added", UNKNOWN.name, ABOUT.name)
ASKED = {column.name for column in PLAN_COLUMNS if not column.name.endswith(NEVER_ASKED)}
"""The columns whose empty cells are told as unknown."""
