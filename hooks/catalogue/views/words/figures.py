"""The figures of a record: large beside the facts, as rows of a table, set side by side for orientation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE, Confirmation, Measure, Progress
from catalogue.model.confirmation import copies_behind
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan, Report
from catalogue.page import Phrase, Piece
from catalogue.views.words.phrases import Phrases, amount, joined, plain


class FigureRow(NamedTuple):
    """A figure as a row, with its parts as further rows."""

    title: str
    value: str
    state: str
    time: Phrase
    note: Phrase
    part: bool


def progress(owner: Program | Plan, figure: Figure) -> Progress | None:
    """Whether a figure is planned or done: as it says itself, else as its programme does."""
    return figure.state or (owner.state if isinstance(owner, Program) else None)


def whole_figures(program: Program) -> list[Figure]:
    """The figures that speak of the whole programme, those of what has been done last."""
    return sorted(
        (figure for figure in program.figures if not figure.title),
        key=lambda figure: progress(program, figure) is Progress.DONE,
    )


def figures_of(record: Record) -> list[Figure]:
    """The figures that a record states of itself; in a programme, those without a state have its own."""
    if isinstance(record, Program):
        return [
            figure if figure.state or not record.state else figure.model_copy(update={"state": record.state})
            for figure in record.figures
        ]
    return [*getattr(record, "figures", ()), *getattr(record, "declared", ())]


def figures_worth_a_table(record: Record) -> list[Figure]:
    """All figures of a record where one says more than its number; none where the facts have told it all."""
    stated = figures_of(record)
    telling = any(
        figure.parts
        or figure.note
        or figure.period
        or figure.as_of
        or figure.computed_from
        or figure.source
        or figure.title
        or figure.tolerance
        or figure.covers
        for figure in stated
    )
    return stated if telling or isinstance(record, (Plan, Report)) else []


def highlights(phrases: Phrases, record: Record) -> list[tuple[str, str, str]]:
    """The numbers that stand large beside the facts: number, unit, what is said of it; at most four."""
    chosen = [figure for figure in figures_of(record) if not figure.title][:4]
    return [
        (
            f"{figure.bound.label} {amount(figure)[0]}".strip(),
            amount(figure)[1],
            "; ".join(said_beside(phrases, record, figure)),
        )
        for figure in chosen
    ]


def said_beside(phrases: Phrases, record: Record, figure: Figure) -> Iterator[str]:
    """What stands beside a large number: whether it is planned or done, and that only a copy has it."""
    if figure.state:
        yield figure.state.label
    if copies_behind(phrases.catalogue, record, figure):
        yield Confirmation.COPY.label


def usual_time(phrases: Phrases, record: Record) -> Phrase:
    """The time of those figures of a record that name none: its period, else its years."""
    if period := getattr(record, "period", None):
        return phrases.period(period)
    years = phrases.catalogue.years(record) if isinstance(record, (Program, Plan)) else ()
    return plain("-".join(str(year) for year in dict.fromkeys(years[:1] + years[-1:]))) if years else ()


class FigureTable(NamedTuple):
    """Figures as rows, and whether any is planned or done: a head count is neither."""

    rows: list[FigureRow]
    staged: bool


def figure_table(phrases: Phrases, record: Record, figures: Iterable[Figure]) -> FigureTable:
    """Some figures of a record as a table."""
    rows = [row for figure in figures for row in figure_rows(phrases, record, figure)]
    return FigureTable(rows, any(row.state for row in rows))


def figure_rows(phrases: Phrases, record: Record, figure: Figure) -> Iterator[FigureRow]:
    """A figure of a record, and its parts."""
    remarks: list[Phrase] = []
    remarks += [plain(figure.note)] if figure.note else []
    remarks += [plain(f"Danh mục tính: {figure.computed_from}")] if figure.computed_from else []
    remarks += [plain(figure.parts_add.label)] if figure.parts and figure.parts_add else []
    remarks += [covered(phrases, figure)] if figure.covers else []
    remarks += [plain(f"Lệch tới {number(figure.tolerance)} vẫn coi là khớp")] if figure.tolerance else []
    remarks += [(Piece("Nguồn: "), phrases.named("source", figure.source))] if figure.source else []
    remarks += [plain(copy)] if (copy := copied(phrases, record, figure)) else []
    times: list[Phrase] = [phrases.period(figure.period)] if figure.period else []
    times += [(Piece("tính đến "), phrases.date(figure.as_of))] if figure.as_of else []
    state, time = figure.state.label if figure.state else "", joined(times) or usual_time(phrases, record)
    value = phrases.figure(figure.model_copy(update={"title": None}))
    yield FigureRow(figure.title or row_title(figure), value, state, time, joined(remarks, ". "), False)
    for part in figure.parts:
        remark = plain(f"Danh mục tính: {part.computed_from}") if part.computed_from else ()
        yield FigureRow(
            f"trong đó: {part.title}",
            f"{number(part.value)} {figure.label}".replace(" %", "\u202f%"),
            state,
            time,
            remark,
            True,
        )


def copied(phrases: Phrases, record: Record, figure: Figure) -> str:
    """That a figure rests on copies alone, and whose they are; nothing of any other figure."""
    copies = copies_behind(phrases.catalogue, record, figure)
    places = ", ".join(dict.fromkeys(source.publisher for source in copies if source.publisher))
    return f"{Confirmation.COPY.label} {places and f'({places})'}".strip() if copies else ""


def covered(phrases: Phrases, figure: Figure) -> Phrase:
    """The programmes that a subtotal counts."""
    return (Piece("Tính: "), *joined([(phrases.named("program", id),) for id in figure.covers], "; "))


ROW_TITLES = {Measure.COST: "Kinh phí", Measure.SHARE: "Tỷ lệ", Measure.AREA: "Diện tích"}
"""What the rows of measures are called whose units say little."""


def row_title(figure: Figure) -> str:
    """What a row is called whose figure has no title: «Số lớp», «Kinh phí»."""
    return ROW_TITLES.get(figure.measure) or f"Số {figure.label}"


def report_rows(phrases: Phrases, report: Report) -> list[tuple[Phrase, FigureTable]]:
    """The rows of a report: whom or what each is about, and its figures."""
    rows = []
    for row in report.rows:
        names = [("organization", row.organization), ("group", row.group)]
        about = [plain(row.title)] if row.title else []
        about += [(phrases.named(kind, name),) for kind, name in names if name]
        rows.append((joined(about, " · "), figure_table(phrases, report, row.figures)))
    return rows


class Sum(NamedTuple):
    """An addition for orientation: its rows, its totals by unit, and the caution that stands with it."""

    rows: list[tuple[Piece, Phrase]]
    totals: Phrase
    caution: str


def reference_sum(phrases: Phrases, report: Report) -> Sum | None:
    """The figures of the programmes that a report may be set beside: classes and people added up."""
    if not report.reference_sum:
        return None
    programs = [phrases.catalogue.programs[id] for id in report.reference_sum.programs]
    rows: list[tuple[Piece, Phrase]] = [
        (phrases.link(program), plain(phrases.figures(program.figures)) if program.figures else ())
        for program in programs
    ]
    stated = [figure for program in programs for figure in program.figures if not figure.title]
    classes = [figure.value for figure in stated if figure.measure is Measure.CLASSES]
    people = [figure for figure in stated if figure.measure in PEOPLE]
    units = " và ".join(dict.fromkeys(figure.label for figure in people))
    totals = [f"{number(sum(classes))} lớp"] if classes else []
    totals += [f"{number(sum(figure.value for figure in people))} ({units})"] if people else []
    return Sum(rows, plain(", ".join(totals)) if totals else (), report.reference_sum.caution)
