"""The workbook of a plan: its annex as it is sent on, the source of each figure, the reconciliation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.findings.plans import programs_of
from catalogue.findings.reconciliation import checks_of_plan
from catalogue.language.vietnamese import number
from catalogue.model.records import Plan
from catalogue.model.standing import NOT_TOLD
from catalogue.page import text_of
from catalogue.views.exports.annex_added import AnnexAdded
from catalogue.views.exports.common_sheets import (
    about_sheet,
    checks_sheet,
    figures_sheet,
    remark_of,
    words_among_numbers,
)
from catalogue.views.exports.sheets import (
    Look,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetNumber,
    SheetRow,
    cell_of,
    sum_where,
)
from catalogue.views.words.annex import NAME, REMARK, Annex, LastAnnex
from catalogue.views.words.annex_columns import AnnexCell
from catalogue.views.words.annex_rows import AnnexRow
from catalogue.views.words.context import Context
from catalogue.views.words.facts import facts_of
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.plans import missing

TABLE = "Phụ lục"
SECTION, PART_OF = "Mục của kế hoạch", "Phần của"
"""The heads of the columns of what stands between the rows of the page."""
FEW_COLUMNS = 6
USUAL, NARROW = (42, 26, 12), (30, 14, 9)
"""How wide the columns of names, words and numbers are; narrower where many share the width of a sheet."""


def plan_sheets(context: Context, plan: Plan) -> list[Sheet]:
    """The sheets of a plan."""
    catalogue, phrases = context.catalogue, context.phrases
    annex = catalogue.once(LastAnnex).of(phrases, plan)
    above = [plan.title, numbered_and_dated(phrases, plan), remark_of(context)]
    title, facts = catalogue.name(plan), facts_of(phrases, plan).first
    return [
        annex_sheet(annex, above, missing(catalogue, plan)),
        figures_sheet(context, title, [plan, *programs_of(catalogue, plan)]),
        checks_sheet(context, title, checks_of_plan(catalogue, plan)),
        about_sheet(context, plan.title, catalogue.address(plan), facts=facts),
    ]


def numbered_and_dated(phrases: Phrases, plan: Plan) -> str:
    """The number and the day of a plan's document, and who issued it: what an annex has below its title."""
    document = phrases.catalogue.documents.get(plan.document or "")
    if document is None:
        return f"Số, ngày của văn bản: {NOT_TOLD.lower()}"
    printed = f"số {document.number}" if document.number else f"số: {NOT_TOLD.lower()}"
    issued = f"ngày {phrases.date(document.issued).text}" if document.issued else f"ngày: {NOT_TOLD.lower()}"
    issuers = ", ".join(phrases.named("organization", id).text for id in document.issuers)
    return f"Văn bản {printed}, {issued}{f', {issuers}' if issuers else ''}"


def annex_sheet(annex: Annex, above: Sequence[str], lacking: Sequence[str]) -> Sheet:
    """The table of a plan's programmes, with its columns, its sums and its sentences."""
    table = AnnexTable(annex)
    told = [*said(annex, lacking), *words_among_numbers(table.columns, table.rows)]
    added = AnnexAdded(annex, table.before, table.rows)
    columns, rows = [*table.columns, *added.columns], added.all_rows()
    foot = [*table.subtotals(rows), *added.foot(rows)]
    return Sheet(TABLE, above, columns, rows, foot, told, held=table.before)


def said(annex: Annex, lacking: Sequence[str]) -> Iterator[str]:
    """What the page says above and below the table."""
    if annex.said:
        yield annex.said
    if annex.shared:
        told = "; ".join(f"{label} {text_of(words)}" for label, words in annex.shared)
        yield f"Chung cho cả {number(len(annex.rows))} dòng: {told}."
    if annex.unknown:
        yield f"Nguồn không nêu: {', '.join(annex.unknown)}."
    yield from lacking


class AnnexTable:
    """The rows of an annex as those of a sheet: its sections and what is part of what are columns there."""

    def __init__(self, annex: Annex) -> None:
        self.annex = annex
        self.is_sectioned = any(row.section for row in annex.rows)
        wholes = {row.whole for row in annex.rows}
        self.wholes = {row.id: row for row in annex.rows if row.id in wholes}
        self.rows = [self.row(row) for row in annex.rows]

    @property
    def before(self) -> int:
        """How many columns stand before those that are shown, the last of them with the names."""
        return 1 + self.annex.numbered + self.is_sectioned

    @property
    def columns(self) -> list[SheetColumn]:
        """All columns, as the page has them."""
        heads = [self.annex.heads[turn] for turn in self.annex.shown]
        name, words, numbers = USUAL if len(heads) <= FEW_COLUMNS else NARROW
        return [
            *([SheetColumn(SECTION, 9)] * self.is_sectioned),
            *([SheetColumn("TT", 6)] * self.annex.numbered),
            SheetColumn(NAME, name),
            *(
                SheetColumn(head.label, numbers if head.is_number else words, head.is_number)
                for head in heads
            ),
            *([SheetColumn(REMARK, words)] * self.annex.remarked),
            *([SheetColumn(PART_OF, 12)] * bool(self.wholes)),
        ]

    def row(self, row: AnnexRow) -> SheetRow:
        """A programme."""
        name = f"{'trong đó: ' if row.level else ''}{row.link.text}"
        cells = [annex_cell(cell) for cell in self.annex.of_shown(row.cells)]
        whole = whole_named(self.wholes[row.whole]) if row.whole in self.wholes else ""
        laid_out = self.laid_out(row, name, cells, text_of(row.remark), whole)
        return SheetRow(laid_out, Look.PART if row.level else Look.PLAIN)

    def laid_out(
        self, of: AnnexRow, name: str, cells: Sequence[SheetCell], remark: str, whole: str
    ) -> list[SheetCell]:
        """The cells of a row in the columns that the annex has."""
        annex = self.annex
        before = [*([of.section] * self.is_sectioned), *([of.number] * annex.numbered), name]
        return [*before, *cells, *([remark] * annex.remarked), *([whole] * bool(self.wholes))]

    def subtotals(self, rows: Sequence[SheetRow]) -> Iterator[SheetRow]:
        """What the parts of each whole come to, below the table whose rows they add."""
        asked = len(self.rows[0].cells) - 1 if self.rows else 0
        for each in (subtotal for row in self.annex.rows for subtotal in row.subtotals):
            whole = self.wholes[each.whole]
            sums = [
                sum_where(SheetNumber(cell.value, cell.bound), rows, turn, (asked, whole_named(whole)))
                if cell.value is not None
                else ""
                for turn, cell in enumerate(self.annex.of_shown(each.cells), start=self.before)
            ]
            cells = self.laid_out(whole, f"{each.label}: {whole.link.text}", sums, "", "")
            behind = [""] * (len(rows[0].cells) - len(cells))
            yield SheetRow([*cells, *behind], Look.SUBTOTAL)


def whole_named(row: AnnexRow) -> str:
    """What the rows of its parts name a row by: its number, as the printed annex does, else its name."""
    return f"TT {row.number}" if row.number else row.link.text


def annex_cell(cell: AnnexCell) -> SheetCell:
    """What a programme says in a column."""
    return cell_of(cell.words) if cell.value is None else SheetNumber(cell.value, cell.bound)
