"""The annex of a plan: the table of its programmes, whole or page by page, and its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from catalogue.findings.additions import Addition, Counted, counted_in, has_foot, plan_additions
from catalogue.findings.checks import Check
from catalogue.findings.plans import programs_of
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import Measure, Progress
from catalogue.model.collection import Catalogue
from catalogue.model.kinds import KINDS
from catalogue.model.records import Plan
from catalogue.page import ROOT, Phrase, Piece, TemplateContent, lines, phrase
from catalogue.views.words.annex_columns import AnnexCell, AnnexHead, cells_of_sums, heads_of
from catalogue.views.words.annex_rows import AnnexRow, annex_rows
from catalogue.views.words.cells import cell
from catalogue.views.words.feet import ADDED_ROWS, foot_of_rows
from catalogue.views.words.lists import LongList
from catalogue.views.words.phrases import Phrases, in_sentence
from catalogue.views.words.trails import trail_below

NAME, REMARK = "Tên chương trình, lớp", "Ghi chú"
"""The heads of the columns that every annex may have."""


@dataclass(frozen=True)
class Annex:
    """The annex of a plan: all its rows, and what is the same on each of its pages.

    `shown` are the turns of the columns that tell rows apart; `shared` is what all rows share, `unknown` what
    none tells; `counted` are the columns of numbers, `additions` what they add up to, `sums` and `said` the
    foot.
    """

    rows: list[AnnexRow]
    heads: list[AnnexHead]
    shown: list[int]
    shared: list[tuple[str, Phrase]]
    unknown: list[str]
    counted: list[Counted]
    additions: list[Addition]
    sums: list[AnnexCell]
    said: str

    @cached_property
    def numbered(self) -> bool:
        """Whether a row has a number."""
        return any(row.number for row in self.rows)

    @cached_property
    def remarked(self) -> bool:
        """Whether something must be said beside a row."""
        return any(row.remark for row in self.rows)

    @cached_property
    def whole(self) -> Markup:
        """The table with all rows, for the screen and for paper."""
        return table_of(self, "", self.rows)

    @cached_property
    def drawn(self) -> Mapping[str, DrawnRow]:
        """The rows as tables have them, by the ids of their programmes: one stands in several tables."""
        return {row.id: drawn_row(self, row) for row in self.rows}

    def table(self, all_rows: str, rows: Sequence[AnnexRow]) -> Markup:
        """The table with some rows, made once with all of them; `all_rows` is where all of them stand."""
        return self.whole if len(rows) == len(self.rows) else table_of(self, all_rows, rows)

    def of_shown(self, cells: Sequence[AnnexCell]) -> list[AnnexCell]:
        """Those of some cells whose columns are shown."""
        return [cells[turn] for turn in self.shown]


class DrawnRow(NamedTuple):
    """A row as the template has it."""

    number: str
    level: int
    name: Markup
    cells: Markup
    remark: Markup
    subtotals: list[tuple[str, list[AnnexCell]]]


@dataclass(frozen=True)
class AnnexContent(TemplateContent):
    """What fills the template of the table: some of the rows, under the headings of their sections.

    `all_rows` is the address of the page that has every row, where this one has not.
    """

    template = "annex"
    numbered: bool
    name: str
    added: str
    heads: list[AnnexHead]
    remarked: str
    width: int
    sections: list[tuple[str, list[DrawnRow]]]
    shared: list[tuple[str, Phrase]]
    unknown: list[str]
    sums: list[AnnexCell]
    said: str
    caption: str
    total: int
    all_rows: str


class LastAnnex:
    """The annex that was made last, kept for all pages of its plan, which are made one after the other."""

    def __init__(self, _: Catalogue) -> None:
        self.plan: Plan | None = None
        self.annex: Annex

    def of(self, phrases: Phrases, plan: Plan) -> Annex:
        """The annex of a plan."""
        if self.plan is not plan:
            self.plan, self.annex = plan, annex_of(phrases, plan)
        return self.annex


def annex_of(phrases: Phrases, plan: Plan) -> Annex:
    """The annex of a plan."""
    programs = programs_of(phrases.catalogue, plan)
    counted = list(counted_in(phrases.catalogue, plan, programs))
    rows = annex_rows(phrases, programs, counted)
    heads = heads_of(counted)
    shared = shared_columns(rows, heads)
    said = [any(row.cells[turn].says for row in rows) for turn in range(len(heads))]
    additions, checks = plan_additions(phrases.catalogue, plan, counted)
    sums, foot = foot_of(additions, checks) if has_foot(programs) else ([], "")
    return Annex(
        rows,
        heads,
        [turn for turn in range(len(heads)) if said[turn] and turn not in shared],
        [(in_sentence(heads[turn].label), words) for turn, words in shared.items()],
        unknown_of(rows, counted, [head.noun for turn, head in enumerate(heads) if not said[turn]]),
        counted,
        additions,
        sums,
        foot,
    )


def foot_of(additions: Sequence[Addition], checks: Sequence[Check]) -> tuple[list[AnnexCell], str]:
    """The foot of the table: the sums of its columns, and what is said of them."""
    sums = cells_of_sums(additions) if any(each.total for each in additions) else []
    return sums, foot_of_rows(additions, checks)


def shared_columns(rows: Sequence[AnnexRow], heads: Sequence[AnnexHead]) -> dict[int, Phrase]:
    """The columns of words that say the same in every row, where there are several rows."""
    if len(rows) < 2:
        return {}
    words = {
        turn: {row.cells[turn].words for row in rows} for turn, head in enumerate(heads) if not head.is_number
    }
    return {turn: found.pop() for turn, found in words.items() if len(found) == 1 and () not in found}


def unknown_of(rows: Sequence[AnnexRow], counted: Sequence[Counted], silent: Sequence[str]) -> list[str]:
    """What no row tells: a number, classes, people, what was done; then the columns that are silent."""
    planned = [each.measure is Measure.CLASSES for each in counted if each.state is Progress.PLANNED]
    told = {
        "TT": any(row.number for row in rows),
        "số lớp": True in planned,
        "số học viên": False in planned,
        "kết quả đã thực hiện": len(planned) < len(counted),
    }
    return [*(noun for noun, is_told in told.items() if not is_told), *silent]


def annex_list(phrases: Phrases, plan: Plan) -> LongList:
    """The rows of an annex as a list that may be long."""
    catalogue = phrases.catalogue
    annex = catalogue.once(LastAnnex).of(phrases, plan)
    title = f"{catalogue.name(plan)}: chương trình"
    draw = partial(annex.table, ROOT + printed_address(catalogue, plan))
    trail = trail_to(phrases, plan)
    address, section = list_address(catalogue, plan), KINDS[plan.kind].section
    return LongList(address, section, title, trail, annex.rows, draw, indexed=not plan.is_draft)


def list_address(catalogue: Catalogue, plan: Plan) -> str:
    """Where the first page of a long annex stands."""
    return f"{catalogue.address(plan)}chuong-trinh/"


def printed_address(catalogue: Catalogue, plan: Plan) -> str:
    """Where all of a plan stands for paper."""
    return f"{catalogue.address(plan)}in/"


def trail_to(phrases: Phrases, plan: Plan) -> list[Piece]:
    """The way to a page that stands below a plan's own."""
    return [*trail_below(KINDS[plan.kind].section), phrases.link(plan)]


def table_of(annex: Annex, all_rows: str, rows: Sequence[AnnexRow]) -> Markup:
    """Rows of an annex as a table; `all_rows` is where the others stand, if not here."""
    numbered, remarked = annex.numbered, annex.remarked
    is_whole = len(rows) == len(annex.rows)
    total = f"{number(len(annex.rows))} chương trình của kế hoạch"
    return AnnexContent(
        numbered=numbered,
        name=NAME,
        added=ADDED_ROWS,
        heads=[annex.heads[turn] for turn in annex.shown],
        remarked=REMARK if remarked else "",
        width=1 + len(annex.shown) + numbered + remarked,
        sections=[
            (section, [annex.drawn[row.id] for row in found])
            for section, found in groupby(rows, lambda row: row.section)
        ],
        shared=annex.shared,
        unknown=annex.unknown,
        sums=annex.of_shown(annex.sums) if annex.sums else [],
        said=annex.said,
        caption=total if is_whole else f"{number(len(rows))} trong {total}",
        total=len(annex.rows),
        all_rows=all_rows,
    ).html()


def drawn_row(annex: Annex, row: AnnexRow) -> DrawnRow:
    """A row with the columns that are shown."""
    subtotals = [(each.label, annex.of_shown(each.cells)) for each in row.subtotals]
    shown = [(annex.heads[turn].label, row.cells[turn]) for turn in annex.shown]
    drawn_cells = lines([cell(label, each.look, each.html) for label, each in shown])
    return DrawnRow(row.number, row.level, phrase([row.link]), drawn_cells, phrase(row.remark), subtotals)
