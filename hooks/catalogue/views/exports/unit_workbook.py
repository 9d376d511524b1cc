"""The workbook of a body: what is on its desk, the programmes that it acts in, their sources and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.desk import DeskSum, by_year, desk_of, summed
from catalogue.findings.duties import Duty
from catalogue.findings.reconciliation import checks_of_unit
from catalogue.model.collection import Backlink, Catalogue
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.records import Organization
from catalogue.views.exports.common_sheets import about_sheet, checks_sheet, records_sheet, remark_of
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    cell_of,
    sum_cell,
)
from catalogue.views.words.annex_columns import time_of_program
from catalogue.views.words.context import Context
from catalogue.views.words.duties import (
    COLUMNS,
    RECEIVER,
    SEATS,
    DutyColumn,
    left_out_in_words,
    sum_in_words,
    tells_seats,
    year_in_words,
)
from catalogue.views.words.metas import meta
from catalogue.views.words.phrases import Phrases, in_sentence
from catalogue.views.words.states import state_of_program

DESK, PROGRAMS = "Việc của đơn vị", "Chương trình"
ACTING = frozenset({"lead", "organizers", "advisers", "partners", "approver"})
"""The fields by which a programme says that a body does something for it; those of its desk stand there."""
BEFORE = 4
"""The columns of the desk that stand before those of its page: class, state, first and last day."""
VENUE, VENUE_ROLE = "venue", "Địa điểm"
PROGRAM, ROLE, TIME, STATE = "Chương trình", "Vai trò của đơn vị", "Thời gian", "Tình trạng"
"""The heads of the columns that a programme always has."""
METAS = ("Đối tượng", "Chủ trì", "Chỉ tiêu", "Đã thực hiện", "Số liệu", "Kinh phí")
"""What an entry of a programme tells, each a column of its own."""
FOR_METAS = 96
"""How many letters wide all these columns may be: then the sheet fits on A4."""


OF_BODY = frozenset({SEATS, RECEIVER})
"""The columns of a desk that say something else to each body."""
ClassRow = tuple[tuple[SheetCell, ...], Mapping[DutyColumn, SheetCell]]
"""What stands before the columns of a desk, and what these say."""


class UnitWork(NamedTuple):
    """What a body has to do with classes, and what it does for programmes or lends to them, by their ids."""

    duties: Sequence[Duty]
    acts: Mapping[str, list[Backlink]]

    @property
    def programs(self) -> int:
        """How many programmes that is."""
        return len({duty.program.id for duty in self.duties} | set(self.acts))


def work_of(catalogue: Catalogue, body: Organization) -> UnitWork:
    """What a body has to do."""
    acts: dict[str, list[Backlink]] = {}
    for each in catalogue.backlinks.get((body.kind, body.id), ()):
        if each.record.kind == "program" and not each.record.is_draft and (acts_in(each) or is_venue(each)):
            acts.setdefault(each.record.id, []).append(each)
    return UnitWork(desk_of(catalogue, body), acts)


def acts_in(each: Backlink) -> bool:
    """Whether a programme says that a body does something for it."""
    return each.place[0] in ACTING


def is_venue(each: Backlink) -> bool:
    """Whether a programme, or a class of it, is held on the premises of a body."""
    return VENUE in each.place


def role_of(each: Backlink) -> str:
    """What a body is to a programme."""
    return VENUE_ROLE if is_venue(each) else each.reference.inverse


def unit_sheets(context: Context, body: Organization) -> list[Sheet]:
    """The sheets of a body."""
    catalogue, name = context.catalogue, context.catalogue.name(body)
    work = work_of(catalogue, body)
    programs = dict.fromkeys([*(duty.program.id for duty in work.duties), *work.acts])
    return [
        *([desk_sheet(context, name, work.duties)] if work.duties else []),
        *([programs_sheet(context, name, work.acts)] if work.acts else []),
        records_sheet(context, name, [catalogue.programs[id] for id in programs]),
        checks_sheet(context, name, checks_of_unit(catalogue, body)),
        about_sheet(context, body.title, catalogue.address(body)),
    ]


def desk_sheet(context: Context, name: str, duties: Sequence[Duty]) -> Sheet:
    """The duties of a body, year by year, each year with the sum of its seats."""
    table = DeskTable(context, duties)
    for year, of_year in by_year(context.catalogue, duties).items():
        table.add(year, of_year)
    above = [f"{name}: lớp có chỉ tiêu hoặc phải cử người, theo hạn gửi danh sách", remark_of(context)]
    unknown = ", ".join(in_sentence(column.head) for column in COLUMNS if column not in table.shown)
    said = [f"Nguồn không nêu: {unknown}."] if unknown else []
    return Sheet(DESK, above, table.columns, table.rows, said=said)


class ClassCells:
    """What sheets say of a class whatever body has it on its desk, each made once: the days, and the columns.

    Of a programme that names no class it is said of that.
    """

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[tuple[str, int | None], ClassRow] = {}

    def of(self, context: Context, duty: Duty) -> ClassRow:
        """The cells of the class of a duty."""
        key = (duty.program.id, duty.position)
        if key not in self._made:
            phrases, head = context.phrases, context.class_heads.of(duty)
            before = (head.link.text, head.state.words, *days_of_class(phrases, duty.each))
            of_any = {each: cell_of(each.words(phrases, duty)) for each in COLUMNS if each not in OF_BODY}
            self._made[key] = before, of_any
        return self._made[key]


class DeskTable:
    """Duties as rows of a sheet."""

    def __init__(self, context: Context, duties: Iterable[Duty]) -> None:
        self.context, self.classes = context, context.catalogue.once(ClassCells)
        self.cells = {(each.program.id, each.position): self.cells_of(each) for each in duties}
        self.shown: list[DutyColumn] = [
            column for column in COLUMNS if any(cells[column] is not None for cells in self.cells.values())
        ]
        self.rows: list[SheetRow] = []

    def cells_of(self, duty: Duty) -> Mapping[DutyColumn, SheetCell]:
        """What the columns say of a duty."""
        phrases, (_, of_any) = self.context.phrases, self.classes.of(self.context, duty)
        return {**of_any, SEATS: seats_cell(phrases, duty), RECEIVER: cell_of(RECEIVER.words(phrases, duty))}

    @property
    def columns(self) -> list[SheetColumn]:
        """The columns of which anything is known, the days of a class in columns of their own."""
        shown = [
            SheetColumn(column.head, 15 if column.sort else 26, column is SEATS) for column in self.shown
        ]
        days = [SheetColumn("Từ ngày", 12), SheetColumn("Đến ngày", 12)]
        return [SheetColumn("Lớp", 44), SheetColumn("Tình trạng", 16), *days, *shown]

    def add(self, year: int | None, duties: Sequence[Duty]) -> None:
        """The duties of a year below its heading, and their sum."""
        words = year_in_words(year)
        self.rows.append(self.row(words.capitalize(), [""] * len(self.shown), Look.SECTION))
        first = len(self.rows)
        self.rows += [self.duty(duty) for duty in duties]
        counted = {
            turn
            for turn, duty in enumerate(duties, start=first)
            if duty.seats is not None and not duty.is_called_off
        }
        whole = summed(duties)
        sums = [self.seats(whole, counted) if column is SEATS else "" for column in self.shown]
        told = "; ".join([sum_in_words(words, whole), *left_out_in_words(whole)])
        self.rows.append(self.row(told, sums, Look.SUBTOTAL))

    def seats(self, whole: DeskSum, counted: set[int]) -> SheetCell:
        """The seats of a year, as a formula; in words where none is known."""
        turn = BEFORE + self.shown.index(SEATS)
        column = [row.cells[turn] for row in self.rows]
        return sum_cell(SheetNumber(Decimal(whole.seats)), column, counted) if tells_seats(whole) else None

    def duty(self, duty: Duty) -> SheetRow:
        """A duty."""
        before, _ = self.classes.of(self.context, duty)
        cells = self.cells[duty.program.id, duty.position]
        return SheetRow([*before, *(cells[column] for column in self.shown)])

    def row(self, words: str, cells: Sequence[SheetCell], look: Look) -> SheetRow:
        """A row that is no duty."""
        return SheetRow([words, *([""] * (BEFORE - 1)), *cells], look)


def days_of_class(phrases: Phrases, each: Class | None) -> list[SheetCell]:
    """The first and the last day of a class, as exact as they are known."""
    days = (each.start, each.end) if each else (None, None)
    guess = each.inferred_year if each else None
    return [cell_of((phrases.date(day, guess),)) if day else None for day in days]


def seats_cell(phrases: Phrases, duty: Duty) -> SheetCell:
    """The seats of a duty."""
    if duty.seats is not None:
        return SheetNumber(Decimal(duty.seats))
    return cell_of(SEATS.words(phrases, duty))


class ProgramCells:
    """What sheets say of a programme, whatever body it is told for, by the heads of columns; made once."""

    def __init__(self, _: Catalogue) -> None:
        self._made: dict[str, Mapping[str, SheetCell]] = {}

    def of(self, context: Context, program: Program) -> Mapping[str, SheetCell]:
        """The cells of a programme."""
        if program.id not in self._made:
            phrases = context.phrases
            self._made[program.id] = {
                PROGRAM: phrases.link(program).text,
                TIME: cell_of(time_of_program(phrases, program)),
                STATE: state_of_program(context.catalogue, program).words,
                **{label: cell_of(words) for label, words in meta(phrases, program)},
            }
        return self._made[program.id]


def programs_sheet(context: Context, name: str, acts: Mapping[str, Sequence[Backlink]]) -> Sheet:
    """The programmes that a body does something for, or that are held on its premises."""
    programs = context.catalogue.sorted(context.catalogue.programs[id] for id in acts)
    made = context.catalogue.once(ProgramCells)
    told = [(program, made.of(context, program)) for program in programs]
    shown = [label for label in METAS if any(label in cells for _, cells in told)]
    columns = [
        SheetColumn(PROGRAM, 44),
        SheetColumn(ROLE, 22),
        SheetColumn(TIME, 22),
        SheetColumn(STATE, 16),
        *(SheetColumn(label, min(26, FOR_METAS // len(shown))) for label in shown),
    ]
    rows = [
        SheetRow(
            [cells[PROGRAM], roles(acts[program.id]), *(cells.get(each) for each in (TIME, STATE, *shown))]
        )
        for program, cells in told
    ]
    above = [f"Chương trình có {name} tham gia hoặc là địa điểm", remark_of(context)]
    return Sheet(PROGRAMS, above, columns, rows)


def roles(acts: Iterable[Backlink]) -> str:
    """What a body is to a programme, all of it."""
    return ", ".join(dict.fromkeys(map(role_of, acts)))
