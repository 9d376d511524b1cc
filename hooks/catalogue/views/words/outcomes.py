"""What was planned and what was done, in words: the columns, the cells of a row, what must be said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from markupsafe import Markup

from catalogue.findings.amounts import CLASSES, Amount, Measures
from catalogue.findings.outcomes import Outcome, ProgramOutcome
from catalogue.findings.years import LeadTotals, Totals, YearOutcome
from catalogue.language.quantities import measured, signed
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE, Bound, Measure, Progress
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.standing import NOT_TOLD
from catalogue.page import Phrase, Piece, TemplateContent
from catalogue.views.words.figures import usual_time
from catalogue.views.words.phrases import Phrases, figure_words, in_sentence, joined, plain

DIFFERENCE = "Chênh lệch"
HELD = "đã kết thúc hoặc đã có kết quả"
"""Which classes are counted as done."""
COLUMNS = (Progress.PLANNED.label, Progress.DONE.label, DIFFERENCE)
"""The heads of the three columns of one sort of numbers."""


UnitSum: TypeAlias = tuple[str, Decimal, Bound]
"""A unit, what numbers in it come to, how exactly that is known."""


class OutcomeCell(NamedTuple):
    """A cell: its words, whether they tell a number, what stands small below them.

    A bare number has its `value` and how exactly it is stated; a sum, the same `by_unit` and the programmes
    that it `adds`.
    """

    words: str
    is_known: bool = True
    below: str = ""
    value: Decimal | None = None
    bound: Bound = Bound.EXACT
    adds: tuple[str, ...] = ()
    by_unit: tuple[UnitSum, ...] = ()


UNKNOWN = OutcomeCell(NOT_TOLD, is_known=False)
OF_PARTS_ONLY = OutcomeCell("chưa có số chung", is_known=False)
"""Where only numbers of parts are stated."""


class Sort(NamedTuple):
    """What is counted: the measures, the head, the unit of bare numbers, which of the columns are shown."""

    measures: Measures
    head: str
    unit: str
    shown: tuple[bool, ...]

    @property
    def heads(self) -> list[str]:
        """The heads of the columns that are shown."""
        return [head for head, shown in zip(COLUMNS, self.shown, strict=True) if shown]

    def outcome(self, row: ProgramOutcome) -> Outcome:
        """What a programme has of it."""
        return row.classes if self.measures == CLASSES else row.people

    def totals(self, whole: LeadTotals | YearOutcome) -> Totals:
        """What a lead, or a year, has of it."""
        return whole.classes if self.measures == CLASSES else whole.people

    def cells(self, all_three: Iterable[OutcomeCell]) -> list[OutcomeCell]:
        """Of the cells of a row those whose columns are shown."""
        return [cell for cell, shown in zip(all_three, self.shown, strict=True) if shown]


class OutcomeRow(NamedTuple):
    """A row of a table: what it is of, its time or who leads it, its cells, what must be said of them."""

    title: Phrase
    beside: Phrase
    cells: list[OutcomeCell]
    remarks: list[Phrase]

    @property
    def is_known(self) -> bool:
        """Whether a cell tells a number, or of one; one for the whole row says else that nothing is known."""
        return any(cell.is_known or cell is OF_PARTS_ONLY for cell in self.cells)


class Heads(NamedTuple):
    """The heads of the first columns: of titles, of what stands beside them, be it numbers."""

    first: str
    beside: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class OutcomeTableContent(TemplateContent):
    """What fills the template of a table: its caption, the head of its first columns, its rows, its foot."""

    template = "outcomes"
    caption: str
    heads: Heads
    labels: Sequence[str]
    rows: Sequence[OutcomeRow]
    foot: Sequence[OutcomeRow]


def sorts_of(rows: Sequence[ProgramOutcome]) -> tuple[Sort, Sort]:
    """Classes and people, with the columns of which a row knows something."""
    unit = usual_unit(rows)
    return (
        sort_of(CLASSES, Measure.CLASSES.label, [row.classes for row in rows]),
        sort_of(PEOPLE, unit, [row.people for row in rows]),
    )


def sort_of(measures: Measures, unit: str, found: Sequence[Outcome]) -> Sort:
    """A sort of numbers. Differences are shown where any row has both numbers, be it to say why none is."""
    shown = (
        any(each.planned for each in found),
        any(each.done for each in found),
        any(each.planned and each.done for each in found),
    )
    return Sort(measures, f"Số {unit}", unit, shown)


def usual_unit(rows: Iterable[ProgramOutcome]) -> str:
    """The unit that most numbers of people have."""
    amounts = (each for row in rows for each in (row.people.planned, row.people.done) if each)
    counts = Counter(each.label for each in amounts)
    return max(counts, key=lambda label: (counts[label], label)) if counts else Measure.LEARNERS.label


def unknown_of(sorts: Iterable[Sort]) -> list[str]:
    """What no row knows: «số lớp đã thực hiện»."""
    return [
        f"{in_sentence(sort.head)} {in_sentence(head)}"
        for sort in sorts
        for head, shown in zip(COLUMNS[:2], sort.shown, strict=False)
        if not shown
    ]


def cells_of(sorts: Iterable[Sort], row: ProgramOutcome) -> list[OutcomeCell]:
    """The cells of a programme."""
    return [cell for sort in sorts for cell in sort.cells(three_cells(sort, row))]


def three_cells(sort: Sort, row: ProgramOutcome) -> Iterator[OutcomeCell]:
    """What was planned, what was done, the difference; what is not known in words."""
    outcome, of_parts = sort.outcome(row), states_of_parts(row, sort.measures)
    for state, amount in ((Progress.PLANNED, outcome.planned), (Progress.DONE, outcome.done)):
        missing = OF_PARTS_ONLY if state in of_parts else UNKNOWN
        yield amount_cell(sort.unit, amount, state) if amount else missing
    if outcome.difference is None:
        yield OutcomeCell(outcome.why.label if outcome.why else "", is_known=False)
    else:
        bound = Bound.ABOUT if outcome.is_rounded else Bound.EXACT
        yield OutcomeCell(signed(outcome.difference, bound), value=outcome.difference, bound=bound)


def states_of_parts(row: ProgramOutcome, measures: Measures) -> set[Progress | None]:
    """Which numbers of a sort a programme states of parts of it: planned ones, ones that were done."""
    return {each.state or row.program.state for each in row.apart if each.measure in measures}


def amount_cell(unit: str, amount: Amount, state: Progress) -> OutcomeCell:
    """A number, bare where it has the unit of its column."""
    label = "" if amount.label == unit else amount.label
    words = measured(amount.bound, number(amount.value), label)
    if amount.is_partial:
        return OutcomeCell(words, below=partial_in_words(amount, state))
    return OutcomeCell(words, value=None if label else amount.value, bound=amount.bound)


def partial_in_words(amount: Amount, state: Progress) -> str:
    """Which classes a number is of that is not of all of them; where it counts classes, which it counts."""
    if amount.measure is not Measure.CLASSES:
        return "mới có số của một số lớp"
    if state is Progress.DONE:
        return f"mới tính lớp {HELD}"
    return "mới tính lớp mà nguồn nêu cụ thể"


def remarks_of(phrases: Phrases, row: ProgramOutcome) -> Iterator[Phrase]:
    """What must be said of the numbers of a programme: those in no column, and what they are parts of."""
    program = row.program
    elsewhen = "Số của cả giai đoạn hoặc của năm khác: "
    for words, figures in (("", row.undecided), (elsewhen, row.elsewhen), ("Số của từng phần: ", row.apart)):
        if figures:
            told = [figure_with_state(phrases, program, each, words == elsewhen) for each in figures]
            yield (Piece(words), *joined(told, "; "))
    if counted := list(counted_of(row)):
        yield plain(f"{', '.join(counted)}: danh mục cộng từ các lớp".capitalize())
    for words, whole in (("Nằm trong: ", program.part_of), ("Có thể nằm trong: ", program.perhaps_part_of)):
        if whole:
            yield (Piece(words), phrases.named("program", whole))


def counted_of(row: ProgramOutcome) -> Iterator[str]:
    """Which numbers of a programme no figure states."""
    for words, outcome in (("số lớp", row.classes), ("số người", row.people)):
        for head, amount in zip(COLUMNS, (outcome.planned, outcome.done), strict=False):
            if amount and amount.is_counted:
                yield f"{words} {in_sentence(head)}"


def figure_with_state(phrases: Phrases, program: Program, figure: Figure, timed: bool) -> Phrase:
    """A figure that stands in no column: how far it has come, and where it is of another time, of which."""
    state = figure.state or program.state
    words = in_sentence(state.label) if state else "nguồn không nói kế hoạch hay đã thực hiện"
    time = phrases.period(figure.period) if figure.period else usual_time(phrases, program)
    said: list[Phrase] = [plain(words), *([time] if timed and time else [])]
    return (Piece(f"{figure_words(figure)} ("), *joined(said), Piece(")"))


def table(
    caption: str,
    heads: Heads,
    sorts: Sequence[Sort],
    rows: Sequence[OutcomeRow],
    foot: Sequence[OutcomeRow] = (),
) -> Markup:
    """Rows under their columns."""
    return OutcomeTableContent(caption, heads, labels_of(sorts), rows, foot).html()


def labels_of(sorts: Iterable[Sort]) -> list[str]:
    """The heads of the columns of numbers: «Số lớp, kế hoạch»."""
    return [f"{sort.head}, {in_sentence(head)}" for sort in sorts for head in sort.heads]
