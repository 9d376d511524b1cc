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
    sum_cell,
)
from catalogue.views.words.annex import NAME, REMARK, Annex, LastAnnex
from catalogue.views.words.annex_columns import AnnexCell
from catalogue.views.words.annex_rows import AnnexRow
from catalogue.views.words.context import Context
from catalogue.views.words.facts import facts_of
from catalogue.views.words.phrases import Phrases
from catalogue.views.words.plans import missing

TABLE = "Phụ lục"
FEW_COLUMNS = 6
USUAL, NARROW = (42, 26, 12), (34, 16, 10)
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
    for row in annex.rows:
        table.add(row)
    told = [*said(annex, lacking), *words_among_numbers(table.columns, table.rows)]
    added = AnnexAdded(annex, table.before, table.rows, table.turns)
    columns, rows = [*table.columns, *added.columns], added.all_rows()
    return Sheet(TABLE, above, columns, rows, list(added.foot(rows)), told, held=table.before)


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
    """The rows of an annex as those of a sheet; sums know the rows that they add."""

    def __init__(self, annex: Annex) -> None:
        self.annex = annex
        self.rows: list[SheetRow] = []
        self.turns: dict[str, int] = {}
        """The turn of each programme's row."""
        self.section = ""

    @property
    def before(self) -> int:
        """How many columns stand before those that are shown."""
        return 1 + self.annex.numbered

    @property
    def columns(self) -> list[SheetColumn]:
        """All columns, as the page has them."""
        heads = [self.annex.heads[turn] for turn in self.annex.shown]
        name, words, numbers = USUAL if len(heads) <= FEW_COLUMNS else NARROW
        return [
            *([SheetColumn("TT", 6)] * self.annex.numbered),
            SheetColumn(NAME, name),
            *(
                SheetColumn(head.label, numbers if head.is_number else words, head.is_number)
                for head in heads
            ),
            *([SheetColumn(REMARK, words)] * self.annex.remarked),
        ]

    def add(self, row: AnnexRow) -> None:
        """Put a programme below the others, its section above it where that begins, its sums below it."""
        if row.section != self.section:
            self.section = row.section
            self.rows.append(self.row("", row.section, [""] * len(self.annex.shown), "", Look.SECTION))
        self.turns[row.id] = len(self.rows)
        cells = [annex_cell(cell) for cell in self.annex.of_shown(row.cells)]
        name = f"{'trong đó: ' if row.level else ''}{row.link.text}"
        look = Look.PART if row.level else Look.PLAIN
        self.rows.append(self.row(row.number, name, cells, text_of(row.remark), look))
        for label, sums in row.subtotals:
            self.rows.append(self.sums(label, sums))

    def sums(self, label: str, cells: Sequence[AnnexCell]) -> SheetRow:
        """What the parts of a programme come to."""
        found = [
            self.sum(turn, cell) for turn, cell in enumerate(self.annex.of_shown(cells), start=self.before)
        ]
        return self.row("", label, found, "", Look.SUBTOTAL)

    def sum(self, turn: int, cell: AnnexCell) -> SheetCell:
        """A sum of the column with a turn; empty where it is not added."""
        if cell.value is None:
            return ""
        adds = {self.turns[id] for id in cell.adds if id in self.turns}
        return sum_cell(SheetNumber(cell.value), [row.cells[turn] for row in self.rows], adds)

    def row(self, line: str, name: str, cells: Sequence[SheetCell], remark: str, look: Look) -> SheetRow:
        """A row with the columns that the annex has."""
        annex = self.annex
        return SheetRow([*([line] * annex.numbered), name, *cells, *([remark] * annex.remarked)], look)


def annex_cell(cell: AnnexCell) -> SheetCell:
    """What a programme says in a column."""
    return cell_of(cell.words) if cell.value is None else SheetNumber(cell.value, cell.bound)
