"""The workbook of a body: what is on its desk, the programmes that it acts in, their sources and checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.desk import desk_of
from catalogue.findings.duties import Duty
from catalogue.findings.reconciliation import checks_of_unit
from catalogue.model.collection import Backlink, Catalogue
from catalogue.model.program import Program
from catalogue.model.records import Organization
from catalogue.views.exports.common_sheets import about_sheet, checks_sheet, records_sheet, remark_of
from catalogue.views.exports.desk_sheet import desk_sheet
from catalogue.views.exports.sheets import Sheet, SheetCell, SheetColumn, SheetRow, cell_of
from catalogue.views.words.annex_columns import time_of_program
from catalogue.views.words.context import Context
from catalogue.views.words.metas import meta
from catalogue.views.words.states import state_of_program

PROGRAMS = "Chương trình"
ACTING = frozenset({"lead", "organizers", "advisers", "partners", "approver"})
"""The fields by which a programme says that a body does something for it; those of its desk stand there."""
VENUE, VENUE_ROLE = "venue", "Địa điểm"
PROGRAM, ROLE, TIME, STATE = "Chương trình", "Vai trò của đơn vị", "Thời gian", "Tình trạng"
"""The heads of the columns that a programme always has."""
ALWAYS = (SheetColumn(PROGRAM, 44), SheetColumn(ROLE, 22), SheetColumn(TIME, 22), SheetColumn(STATE, 16))
"""These columns."""
METAS = ("Đối tượng", "Chủ trì", "Chỉ tiêu", "Đã thực hiện", "Số liệu", "Kinh phí")
"""What an entry of a programme tells, each a column of its own."""
FOR_METAS = 200 - sum(column.width for column in ALWAYS)
"""How many letters wide these may be together: then the sheet is read with ease on A4."""


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
        *ALWAYS,
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
