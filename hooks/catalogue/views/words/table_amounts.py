"""The numbers of programmes in tables: planned and done, and whether they may be added to those of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from catalogue.findings.amounts import CLASSES, Amount, counting_years
from catalogue.findings.by_year import outcomes_by_year
from catalogue.findings.checks import Obstacle
from catalogue.findings.outcomes import ProgramOutcome, program_outcome
from catalogue.findings.years import COLUMNS, WHY_NOT, NumberColumn, Omissions, omissions
from catalogue.language.vocabulary import Bound, Progress, Vocabulary
from catalogue.model.collection import Catalogue
from catalogue.model.program import Program
from catalogue.views.words.feet import why_left_out
from catalogue.views.words.outcomes import HELD, partial_in_words
from catalogue.views.words.table_fields import EXACT, SEVERAL_CODES, RecordNames
from catalogue.views.words.table_parts import (
    BETWEEN_SHORT,
    BETWEEN_WORDS,
    UNKNOWN,
    Table,
    TableColumn,
    TableRow,
    Value,
    coded,
    referring,
)


class AmountSort(Vocabulary):
    """What numbers count: the classes of programmes, or the people in them."""

    CLASSES = "classes", "Số lớp"
    PEOPLE = "people", "Số người học"


COUNTED = "cộng từ các lớp"
GRAIN = (
    "Mỗi dòng một con số của một chương trình trong một năm, kể cả số chưa biết; không có bản nháp. Số mà kế "
    "hoạch nêu chung cho cả kế hoạch không ở đây mà ở bảng figures (kind là plan)."
)
PARTIAL_TOLD = (
    f"true: mới tính những lớp có số (số lớp đã thực hiện: những lớp {HELD}, không phải mọi lớp nguồn nêu "
    "cụ thể), nên là mức ít nhất."
)
ALL_ROLES = "Mọi vai trò của đơn vị ở bảng program_organizations."
REASONS = "; ".join(f"{why}: {why_left_out(why)}" for why in WHY_NOT)
SEVERAL_YEARS, NO_YEAR, DRAFT = "là số của nhiều năm", "chưa rõ năm", "bản nháp"
"""Why the numbers of a programme are in no year's sum."""


def sort_of(column: NumberColumn) -> AmountSort:
    """What a number counts."""
    return AmountSort.CLASSES if column.measures == CLASSES else AmountSort.PEOPLE


def withheld(catalogue: Catalogue) -> Mapping[int, Mapping[NumberColumn, Omissions]]:
    """Why the numbers of some programmes are not added to the others of their year, by year."""
    return {
        year: {column: omissions(catalogue, outcome.rows, column) for column in COLUMNS}
        for year, outcome in catalogue.once(outcomes_by_year).items()
    }


def outcomes(catalogue: Catalogue) -> Mapping[tuple[int, str], ProgramOutcome]:
    """What each programme planned and did in each of its years."""
    years = catalogue.once(outcomes_by_year).items()
    return {(year, row.program.id): row for year, outcome in years for row in outcome.rows}


def number_columns() -> Iterator[TableColumn]:
    """The columns of a programme's numbers: how many, of what, whether they add up, how they are meant."""
    for column in COLUMNS:
        name = f"{column.state}_{sort_of(column)}"
        title = f"{sort_of(column).label}, {column.state.label.lower()}"
        yield TableColumn(name, title, "number", "Của các năm ở cột «years»; cả năm thì xem bảng amounts.")
        yield TableColumn(f"{name}_unit", f"{title}: đơn vị tính", description="Khác đơn vị thì không cộng.")
        told = "true: cộng được với số cùng năm, cùng đơn vị tính của chương trình khác; false: không."
        yield TableColumn(f"{name}_adds", f"{title}: cộng được", "boolean", told)
        yield TableColumn(
            f"{name}_remark", f"{title}: cách hiểu", description="Vì sao không cộng; gần đúng hay không."
        )


class ProgramNumbers(NamedTuple):
    """What the columns of a programme's numbers say, and the names of those that are not known."""

    values: TableRow
    unknown: tuple[str, ...]


def numbers_of_programs(catalogue: Catalogue) -> Mapping[str, ProgramNumbers]:
    """The numbers of every programme, by its id: worked out once for all tables that have them."""
    return {program.id: numbers_of(catalogue, program) for program in catalogue.programs.values()}


def put_numbers(catalogue: Catalogue, program: Program, row: list[Value], unknown: list[str]) -> None:
    """A programme's numbers of its own years."""
    numbers = catalogue.once(numbers_of_programs)[program.id]
    row += numbers.values
    unknown += numbers.unknown


def numbers_of(catalogue: Catalogue, program: Program) -> ProgramNumbers:
    """The numbers of a programme, with why they are not added."""
    years = counting_years(catalogue, program)
    single = years[0] if len(years) == 1 and not program.is_draft else None
    outcome = (
        program_outcome(catalogue, program, years)
        if single is None
        else catalogue.once(outcomes)[single, program.id]
    )
    apart = DRAFT if program.is_draft else SEVERAL_YEARS if years else NO_YEAR
    row: list[Value] = []
    unknown: list[str] = []
    for column in COLUMNS:
        amount = column.amount(outcome)
        if amount is None:
            row += (None, None, None, None)
            unknown.append(f"{column.state}_{sort_of(column)}")
            continue
        omitted = catalogue.once(withheld)[single][column].get(program.id) if single else None
        why = (why_left_out(omitted) if omitted else "") if single else apart
        unsaid = "" if omitted is Obstacle.SOME_CLASSES else why
        row += (amount.value, amount.label, not why, "; ".join(remarks(amount, column.state, unsaid)))
    return ProgramNumbers(tuple(row), tuple(unknown))


def remarks(amount: Amount, state: Progress, why: str) -> Iterator[str]:
    """How a number is meant, and why it is not added; that it is of some classes it says itself."""
    yield "ít nhất số này" if amount.is_partial else amount.bound.label or EXACT
    if amount.is_counted:
        yield COUNTED
    if amount.is_partial:
        yield partial_in_words(amount, state)
    if why:
        yield f"không cộng: {why}"


def amount_table(names: RecordNames, catalogue: Catalogue) -> Table:
    """The numbers of programmes year by year: those that add up, those that don't, those not known."""
    columns = (
        TableColumn("year", "Năm", "integer"),
        *referring("program", "Chương trình", "programs"),
        *referring("lead", "Đơn vị chủ trì", "organizations"),
        *referring(
            "organizers", "Đơn vị tổ chức", "organizations", f"{ALL_ROLES} {SEVERAL_CODES}", several=True
        ),
        *coded("sort", "Số về", "; ".join(f"{sort}: {sort.label}" for sort in AmountSort)),
        *coded("state", "Kế hoạch hay đã thực hiện"),
        TableColumn("value", "Số", "number"),
        TableColumn("unit", "Đơn vị tính", description="Khác đơn vị thì không cộng."),
        TableColumn("measure", "Loại số liệu (mã)"),
        *coded("bound", "Độ chính xác"),
        TableColumn(
            "is_counted", "Cộng từ các lớp", "boolean", "true: không nguồn nào nêu, cộng từ các lớp."
        ),
        TableColumn("is_partial", "Của một số lớp", "boolean", PARTIAL_TOLD),
        TableColumn(
            "adds", "Cộng được", "boolean", "true: cộng được với số cùng năm, loại, tình trạng, đơn vị."
        ),
        *coded("not_added", "Vì sao không cộng", f"{REASONS}; trống: số này cộng được."),
        UNKNOWN,
    )
    return Table(
        "amounts",
        "Số lớp, số người học của từng chương trình từng năm",
        GRAIN,
        columns,
        ("year", "program", "sort", "state"),
        partial(amount_rows, names, catalogue),
        partial(amounts_counted, catalogue),
    )


def amount_rows(names: RecordNames, catalogue: Catalogue) -> Iterator[TableRow]:
    """Every number of every programme in every year, also those that are not known."""
    for year, outcome in catalogue.once(outcomes_by_year).items():
        omitted = catalogue.once(withheld)[year]
        for row in outcome.rows:
            program = row.program
            of_row = (year, program.id, names["program"][program.id], *bodies_of(names, program))
            for column in COLUMNS:
                amount, why = column.amount(row), omitted[column].get(program.id)
                sort, state = sort_of(column), column.state
                told = amount_values(amount) if amount else NO_AMOUNT
                reason = (why.value, why_left_out(why)) if why else (None, None)
                number = (
                    *of_row,
                    sort.value,
                    sort.label,
                    state.value,
                    state.label,
                    *told,
                    why is None,
                    *reason,
                )
                yield (*number, unknown_of(program, amount))


def unknown_of(program: Program, amount: Amount | None) -> Value:
    """The names of what is not known of a number and of who it belongs to."""
    said = {"lead": program.lead, "organizers": program.organizers} | dict.fromkeys(OF_AMOUNT, amount)
    return BETWEEN_SHORT.join(name for name, value in said.items() if not value) or None


def bodies_of(names: RecordNames, program: Program) -> Iterator[Value]:
    """Who leads a programme, and who holds its classes."""
    for ids in ((program.lead,) if program.lead else (), program.organizers):
        yield BETWEEN_WORDS.join(ids) or None
        yield BETWEEN_WORDS.join(names["organization"][id] for id in ids) or None


def amount_values(amount: Amount) -> TableRow:
    """A number, what it counts, how exact it is, where it comes from."""
    bound = Bound.AT_LEAST if amount.is_partial else amount.bound
    exact = (bound.value, bound.label or EXACT)
    return (amount.value, amount.label, amount.measure.value, *exact, amount.is_counted, amount.is_partial)


OF_AMOUNT = ("value", "unit", "measure", "bound", "is_counted", "is_partial")
"""The columns of a number that is known."""
NO_AMOUNT: TableRow = (None,) * (len(OF_AMOUNT) + 1)
"""What is told of a number that is not known."""


def amounts_counted(catalogue: Catalogue) -> int:
    """How many numbers there are, without working out any."""
    programs = (each for each in catalogue.programs.values() if not each.is_draft)
    return len(COLUMNS) * sum(len(catalogue.years(each)) for each in programs)
