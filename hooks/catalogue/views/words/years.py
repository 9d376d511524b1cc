"""A year in words: its programmes and their leads, what was planned, what was done, what of it adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, partial

from markupsafe import Markup

from catalogue.findings.by_year import outcomes_by_year
from catalogue.findings.outcomes import ProgramOutcome
from catalogue.findings.series import all_series
from catalogue.findings.years import WHY_NOT, Added, LeadTotals, Totals, YearOutcome
from catalogue.language.quantities import measured, signed
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Bound
from catalogue.model.program import Program
from catalogue.page import ROOT, Phrase, Piece, TemplateContent
from catalogue.views.words.context import Context
from catalogue.views.words.feet import ADDED_ROWS, why_left_out
from catalogue.views.words.lists import LongList
from catalogue.views.words.outcomes import (
    COLUMNS,
    UNKNOWN,
    Heads,
    OutcomeCell,
    OutcomeRow,
    Sort,
    UnitSum,
    cells_of,
    remarks_of,
    sorts_of,
    table,
    unknown_of,
)
from catalogue.views.words.phrases import in_sentence, plain
from catalogue.views.words.series import SERIES_ANCHOR
from catalogue.views.words.trails import HOME, section_link

PROGRAM_HEADS = Heads("Chương trình")
LEAD_HEADS = Heads("Đơn vị chủ trì", "Số chương trình", is_number=True)
COMPARED = "Riêng các dòng so được hai số"
NOT_ADDED = OutcomeCell("không cộng", is_known=False)
SEE_BELOW = OutcomeCell("xem dòng dưới", is_known=False)
UNKNOWN_LEAD = plain("Chưa có thông tin về đơn vị chủ trì")


@dataclass(frozen=True)
class YearProgramsContent(TemplateContent):
    """What fills the template of some programmes of a year: a table, and those without a number in it.

    These are `folded` under a sentence where there is a table. `leads_lacking`: a lead that is not told is
    not known.
    """

    template = "year_programs"
    table: Markup
    silent: list[OutcomeRow]
    folded: str
    leads_lacking: bool


class YearTables:
    """The tables of a year. They are made when one is asked for, and then kept: every page needs them all."""

    def __init__(self, context: Context, year: int, programs: Sequence[Program]) -> None:
        self.context, self.year, self.programs = context, year, programs

    @property
    def outcome(self) -> YearOutcome:
        """What the programmes planned and did."""
        return self.context.catalogue.once(outcomes_by_year)[self.year]

    @cached_property
    def sorts(self) -> tuple[Sort, ...]:
        """What is counted, and which columns that needs."""
        return tuple(sort for sort in sorts_of(self.outcome.rows) if any(sort.shown))

    @cached_property
    def lead_sorts(self) -> tuple[Sort, ...]:
        """The columns of which something adds up: those that leads need."""
        found = (adding(sort, sort.totals(self.outcome)) for sort in self.sorts)
        return tuple(sort for sort in found if any(sort.shown))

    @property
    def has_leads(self) -> bool:
        """Whether it is known of a programme who leads it."""
        return self.outcome.leads[0].lead is not None

    @property
    def unknown(self) -> list[str]:
        """What no programme says."""
        lead = [] if self.has_leads else ["đơn vị chủ trì"]
        return [*lead, *unknown_of(sorts_of(self.outcome.rows))]

    def programs_list(self, *, with_foot: bool = False) -> LongList:
        """All programmes; with what they add up to below any of them that are shown."""
        title = f"Năm {self.year}: chương trình"
        draw = partial(self.programs_table, with_foot=with_foot)
        return self.long_list("chuong-trinh", title, range(len(self.programs)), draw)

    def leads_list(self, *, with_foot: bool = False) -> LongList:
        """All leads, likewise."""
        leads = {program.lead for program in self.programs}
        draw = partial(self.leads_table, with_foot=with_foot)
        return self.long_list("don-vi-chu-tri", f"Năm {self.year}: đơn vị chủ trì", range(len(leads)), draw)

    def long_list(
        self, path: str, title: str, turns: range, draw: Callable[[Sequence[int]], Markup]
    ) -> LongList:
        """Rows on pages of their own; only their turns are known before one is drawn."""
        trail = [HOME, section_link("nam"), Piece(f"Năm {self.year}", f"{ROOT}nam/{self.year}/")]
        return LongList(f"nam/{self.year}/{path}/", "nam", title, trail, turns, draw)

    def programs_table(self, turns: Sequence[int], *, with_foot: bool) -> Markup:
        """Some programmes, by their turns; those of which no number is known fold into a sentence."""
        found = [self.outcome.rows[turn] for turn in turns]
        rows = [self.program_row(each) for each in found]
        known, silent = ([row for row in rows if row.is_known is is_known] for is_known in (True, False))
        caption = "Kế hoạch và đã thực hiện, theo chương trình"
        foot = list(foot_rows(self.sorts, self.outcome)) if with_foot and known else []
        folded = f"{number(len(silent))} chương trình chưa có số của năm {self.year}"
        return YearProgramsContent(
            table(caption, PROGRAM_HEADS, self.sorts, known, foot) if known else Markup(),
            silent,
            folded if known and silent else "",
            self.has_leads and any(each.program.lead is None for each in found),
        ).html()

    def leads_table(self, turns: Sequence[int], *, with_foot: bool) -> Markup:
        """Some leads, by their turns."""
        rows = [self.lead_row(self.outcome.leads[turn]) for turn in turns]
        caption = "Kế hoạch và đã thực hiện, theo đơn vị chủ trì"
        foot = foot_rows(self.lead_sorts, self.outcome) if with_foot and self.lead_sorts else ()
        return table(caption, LEAD_HEADS, self.lead_sorts, rows, list(foot))

    def program_row(self, row: ProgramOutcome) -> OutcomeRow:
        """A programme."""
        program = row.program
        remarks = [*self.lead_remark(program), *self.remarks(row)]
        return OutcomeRow((self.context.phrases.link(program),), (), cells_of(self.sorts, row), remarks)

    def remarks(self, row: ProgramOutcome) -> Iterator[Phrase]:
        """What must be said of the numbers of a programme, and how often it has been held."""
        yield from remarks_of(self.context.phrases, row)
        if series := self.context.catalogue.once(all_series).get(row.program.id):
            address = f"{ROOT}{self.context.catalogue.address(row.program)}#{SERIES_ANCHOR}"
            yield (Piece(f"{len(series)} lần tổ chức, xem qua các năm", address),)

    def lead_remark(self, program: Program) -> Iterator[Phrase]:
        """Who leads a programme, where that is known."""
        if program.lead:
            yield (Piece("Chủ trì: "), self.context.phrases.named("organization", program.lead))

    def lead_row(self, each: LeadTotals) -> OutcomeRow:
        """A lead with what its programmes add up to."""
        name = (self.context.phrases.named("organization", each.lead),) if each.lead else UNKNOWN_LEAD
        cells = [
            cell for sort in self.lead_sorts for cell in sort.cells(total_cells(sort.unit, sort.totals(each)))
        ]
        return OutcomeRow(name, plain(number(each.programs)), cells, [])


def adding(sort: Sort, of_year: Totals) -> Sort:
    """A sort with those of its columns of which something adds up."""
    rows = (of_year.planned.rows, of_year.done.rows, of_year.compared[0].rows)
    return sort._replace(shown=tuple(count > 0 for count in rows))


def foot_rows(sorts: Sequence[Sort], outcome: YearOutcome) -> Iterator[OutcomeRow]:
    """What adds up, in rows of a foot."""
    found = [(sort, sort.totals(outcome)) for sort in sorts]
    cells = [cell for sort, each in found for cell in sort.cells(all_cells(sort.unit, each))]
    yield OutcomeRow(plain(ADDED_ROWS), (), cells, [])
    if any(has_rows_apart(each) for _, each in found):
        apart = [cell for sort, each in found for cell in sort.cells(compared_cells(sort.unit, each))]
        yield OutcomeRow(plain(COMPARED), (), apart, [])


def has_rows_apart(each: Totals) -> bool:
    """Whether the rows that compare planned and done are not all rows that have a number."""
    rows = each.compared[0].rows
    return bool(rows) and (each.planned.rows, each.done.rows) != (rows, rows)


def total_cells(unit: str, each: Totals) -> Iterator[OutcomeCell]:
    """All that is planned, all that was done; the difference where both are known, with these sums."""
    for added, withheld in zip((each.planned, each.done), each.withheld, strict=True):
        yield added_cell(unit, added) if added.rows else NOT_ADDED if withheld else UNKNOWN
    difference = differences_cell(unit, each)
    if has_rows_apart(each):
        planned, done = (added_cell(unit, added).words for added in each.compared)
        difference = difference._replace(below=f"{difference.below}: {planned} kế hoạch, {done} thực hiện")
    yield difference


def all_cells(unit: str, each: Totals) -> Iterator[OutcomeCell]:
    """The same, unless a row of its own has the difference with the very numbers that it is one of."""
    planned, done, difference = total_cells(unit, each)
    yield from (planned, done, SEE_BELOW if has_rows_apart(each) else difference)


def compared_cells(unit: str, each: Totals) -> Iterator[OutcomeCell]:
    """What the rows add up to that compare planned and done."""
    yield from (added_cell(unit, added) for added in each.compared)
    yield differences_cell(unit, each)


def added_cell(unit: str, added: Added) -> OutcomeCell:
    """A sum by unit, and of how many rows."""
    by_unit = tuple((label, value, added.bounds[label]) for label, value in added.sums.items())
    words = (
        measured(bound, number(value), "" if label == unit else label) for label, value, bound in by_unit
    )
    below, (value, bound) = f"{number(added.rows)} dòng", alone(unit, by_unit)
    return OutcomeCell("; ".join(words), True, below, value, bound, added.programs, by_unit)


def alone(unit: str, by_unit: Sequence[UnitSum]) -> tuple[Decimal | None, Bound]:
    """A sum that stands bare in its cell, and how exactly it is known: all added has the column's unit."""
    if [label for label, *_ in by_unit] == [unit]:
        return by_unit[0][1:]
    return None, Bound.EXACT


def differences_cell(unit: str, each: Totals) -> OutcomeCell:
    """How much more was done than planned, in the rows that compare both."""
    planned = each.compared[0]
    if not planned.rows:
        return OutcomeCell("chưa tính được", is_known=False)
    bounds = each.bounds_of_differences
    by_unit = tuple((label, value, bounds[label]) for label, value in each.differences.items())
    words = (
        " ".join([signed(value, bound), *([] if label == unit else [label])])
        for label, value, bound in by_unit
    )
    below, (value, bound) = f"{number(planned.rows)} dòng so được", alone(unit, by_unit)
    return OutcomeCell("; ".join(words), True, below, value, bound, planned.programs, by_unit)


def not_added(sorts: Iterable[Sort], outcome: YearOutcome) -> Iterator[str]:
    """Of each column how many rows are not added, and why."""
    for sort in sorts:
        for head, shown, why in zip(COLUMNS, sort.shown, sort.totals(outcome).not_added, strict=False):
            if shown and why:
                told = "; ".join(
                    f"{number(why[each])} dòng {why_left_out(each)}" for each in WHY_NOT if why.get(each)
                )
                yield f"Không cộng vào {in_sentence(sort.head)} {in_sentence(head)}: {told}."
