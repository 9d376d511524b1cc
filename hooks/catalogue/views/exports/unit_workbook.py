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
METAS = ("Đối tượng", "Chủ trì", "Chỉ tiêu", "Đã thực hiện", "Số liệu", "Kinh phí")
"""What an entry of a programme tells, each a column of its own."""
FOR_METAS = 96
"""How many letters wide all these columns may be: then the sheet fits on A4."""


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


class DeskTable:
    """Duties as rows of a sheet."""

    def __init__(self, context: Context, duties: Iterable[Duty]) -> None:
        self.context = context
        words = {column: [column.words(context.phrases, duty) for duty in duties] for column in COLUMNS}
        self.shown: list[DutyColumn] = [column for column, said in words.items() if any(said)]
        self.rows: list[SheetRow] = []

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
        phrases, head = self.context.phrases, self.context.class_heads.of(duty)
        cells = [
            seats_cell(phrases, duty) if column is SEATS else cell_of(column.words(phrases, duty))
            for column in self.shown
        ]
        return SheetRow([head.link.text, head.state.words, *days_of_class(phrases, duty.each), *cells])

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


def programs_sheet(context: Context, name: str, acts: Mapping[str, Sequence[Backlink]]) -> Sheet:
    """The programmes that a body does something for, or that are held on its premises."""
    programs = [context.catalogue.programs[id] for id in acts]
    told = {program.id: dict(meta(context.phrases, program)) for program in programs}
    shown = [label for label in METAS if any(label in each for each in told.values())]
    columns = [
        SheetColumn("Chương trình", 44),
        SheetColumn("Vai trò của đơn vị", 22),
        SheetColumn("Thời gian", 22),
        SheetColumn("Tình trạng", 16),
        *(SheetColumn(label, min(26, FOR_METAS // len(shown))) for label in shown),
    ]
    rows = [
        SheetRow(
            [
                context.phrases.link(program).text,
                ", ".join(dict.fromkeys(map(role_of, acts[program.id]))),
                cell_of(time_of_program(context.phrases, program)),
                state_of_program(context.catalogue, program).words,
                *(cell_of(told[program.id].get(label, ())) for label in shown),
            ]
        )
        for program in context.catalogue.sorted(programs)
    ]
    return Sheet(
        PROGRAMS, [f"Chương trình có {name} tham gia hoặc là địa điểm", remark_of(context)], columns, rows
    )
