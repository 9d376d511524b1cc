"""The figures of a record: large beside the facts, as rows of a table, set side by side for orientation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.additions import part_checks
from catalogue.findings.amounts import progress
from catalogue.findings.checks import Among
from catalogue.findings.reconciliation import own_checks_of
from catalogue.language.quantities import measured
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE, Bound, Confirmation, Measure, Progress
from catalogue.model.collection import Catalogue, years_in_words
from catalogue.model.confirmation import copies_behind
from catalogue.model.parts import Figure, Part
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Group, Plan, Report
from catalogue.page import Phrase, Piece
from catalogue.views.words.feet import foot_of_figures, foot_of_report
from catalogue.views.words.phrases import Phrases, figure_words, in_sentence, joined, plain


class FigureRow(NamedTuple):
    """A figure as a row, with its parts as further rows."""

    title: str
    value: str
    state: str
    time: Phrase
    note: Phrase
    part: bool


def states_of(program: Program) -> set[Progress | None]:
    """The states of a programme's figures; of the programme itself where it has none."""
    return {progress(program, figure) for figure in program.figures} or {program.state}


def whole_figures(program: Program) -> list[Figure]:
    """The figures that speak of the whole programme, those of what has been done last."""
    return sorted(
        (figure for figure in program.figures if not figure.title),
        key=lambda figure: progress(program, figure) is Progress.DONE,
    )


AMOUNTS: Mapping[str, frozenset[Progress | None]] = {
    "Chỉ tiêu": frozenset({Progress.PLANNED, Progress.PROPOSED}),
    "Đã thực hiện": frozenset({Progress.DONE}),
    "Số liệu": frozenset({None}),
}
"""What figures are called by their states: a target is planned; what is done is none."""


def amounts(phrases: Phrases, program: Program) -> dict[str, str]:
    """How many classes and people a programme has, by what that is; empty where nothing is stated of it."""
    stated = [figure for figure in whole_figures(program) if figure.measure is not Measure.COST]
    return {
        sort: phrases.figures(figure for figure in stated if progress(program, figure) in states)
        for sort, states in AMOUNTS.items()
    }


def figures_of(record: Plan | Report) -> tuple[Figure, ...]:
    """The figures that a plan or a report states of itself."""
    return record.figures if isinstance(record, Plan) else record.declared


def usual_time(phrases: Phrases, record: Record) -> Phrase:
    """The time of those figures of a record that name none: its period, else its years."""
    if period := getattr(record, "period", None):
        return phrases.period(period)
    years = phrases.catalogue.years(record) if isinstance(record, (Program, Plan)) else ()
    return plain(years_in_words(years)) if years else ()


class FigureTable(NamedTuple):
    """Figures as rows, and what any of them has.

    `staged`: one is planned or done, as no head count is; `timed`: one has a time; `noted`: one has a note.
    `foot` says what they come to, or why they are not added up.
    """

    rows: list[FigureRow]
    staged: bool
    timed: bool
    noted: bool
    foot: str


def figure_table(phrases: Phrases, record: Record, figures: Sequence[Figure]) -> FigureTable:
    """Some figures of a record as a table."""
    rows = [row for figure in figures for row in figure_rows(phrases, record, figure)]
    return FigureTable(
        rows,
        staged=any(row.state for row in rows),
        timed=any(row.time for row in rows),
        noted=any(row.note for row in rows),
        foot=foot_of_figures(figures, list(part_checks(record, figures))),
    )


def figure_rows(phrases: Phrases, record: Record, figure: Figure) -> Iterator[FigureRow]:
    """A figure of a record, and its parts."""
    times = times_of(phrases, figure)
    state, time = figure.state.label if figure.state else "", joined(times) or usual_time(phrases, record)
    value, remark = figure_words(untitled(figure)), joined(remarks(phrases, record, figure), ". ")
    yield FigureRow(figure.title or row_title(figure), value, state, time, remark, False)
    for part in figure.parts:
        yield FigureRow(
            f"trong đó: {part.title}",
            measured(Bound.EXACT, number(part.value), figure.label),
            state,
            time,
            plain(computed(part.computed_from)) if part.computed_from else (),
            True,
        )


def figure_in_full(phrases: Phrases, record: Program | Group, figure: Figure) -> Phrase:
    """A figure with everything that is said of it: «400 học viên (đã thực hiện; tính đến 6-2024)»."""
    state = progress(record, figure) if isinstance(record, Program) and len(states_of(record)) > 1 else None
    said: list[Phrase] = [plain(in_sentence(state.label))] if state else []
    said += times_of(phrases, figure)
    said += (
        [plain("trong đó: " + ", ".join(part_in_words(each) for each in figure.parts))]
        if figure.parts
        else []
    )
    said += remarks(phrases, record, figure)
    words = Piece(figure_words(figure))
    return (words, Piece(" ("), *joined(said, "; "), Piece(")")) if said else (words,)


def part_in_words(part: Part) -> str:
    """A part of a figure: «Bồi dưỡng lý luận chính trị 31»."""
    made = f" ({in_sentence(computed(part.computed_from))})" if part.computed_from else ""
    return f"{part.title} {number(part.value)}{made}"


def untitled(figure: Figure) -> Figure:
    """A figure whose title stands elsewhere."""
    return figure.model_copy(update={"title": None})


def times_of(phrases: Phrases, figure: Figure) -> list[Phrase]:
    """What a figure says of its own time."""
    times: list[Phrase] = [phrases.period(figure.period)] if figure.period else []
    return [*times, *([(Piece("tính đến "), phrases.date(figure.as_of))] if figure.as_of else [])]


def remarks(phrases: Phrases, record: Record, figure: Figure) -> list[Phrase]:
    """What else is said of a figure, the source at the end."""
    return [*notes_on(phrases, figure), *resting_on(phrases, record, figure)]


def notes_on(phrases: Phrases, figure: Figure) -> list[Phrase]:
    """What else a figure says itself."""
    said: list[Phrase] = [plain(figure.note)] if figure.note else []
    said += [plain(computed(figure.computed_from))] if figure.computed_from else []
    said += [plain(figure.parts_add.label)] if figure.parts and figure.parts_add else []
    said += [covered(phrases, figure)] if figure.covers else []
    said += [plain(f"Lệch tới {number(figure.tolerance)} vẫn coi là khớp")] if figure.tolerance else []
    return said


def resting_on(phrases: Phrases, record: Record, figure: Figure) -> list[Phrase]:
    """The source of a figure that has one of its own; what rests on copies says so in its place."""
    copy = copied(phrases, record, figure)
    if not figure.source:
        return [plain(copy)] if copy else []
    source = phrases.named("source", figure.source)
    if not copy:
        return [(Piece("Nguồn: "), source)]
    publisher = phrases.catalogue.sources[figure.source].publisher
    return [(Piece(f"{Confirmation.COPY.label}: "), source._replace(text=publisher or source.text))]


def copied(phrases: Phrases, record: Record, figure: Figure) -> str:
    """That a figure rests on copies alone, and whose they are; nothing of any other figure."""
    copies = copies_behind(phrases.catalogue, record, figure)
    places = ", ".join(dict.fromkeys(source.publisher for source in copies if source.publisher))
    return ": ".join(words for words in (Confirmation.COPY.label, places) if words) if copies else ""


def computed(how: str) -> str:
    """That a number is not the source's own: how the catalogue came by it."""
    return f"Danh mục tính: {how}"


def covered(phrases: Phrases, figure: Figure) -> Phrase:
    """The programmes that a subtotal counts."""
    return (Piece("Tính: "), *joined([(phrases.named("program", id),) for id in figure.covers], "; "))


ROW_TITLES = {Measure.COST: "Kinh phí", Measure.SHARE: "Tỷ lệ", Measure.AREA: "Diện tích"}
"""What the rows of measures are called whose units say little."""


def row_title(figure: Figure) -> str:
    """What a row is called whose figure has no title: «Số lớp», «Kinh phí»."""
    return ROW_TITLES.get(figure.measure) or f"Số {figure.label}"


class ReportTables(NamedTuple):
    """The rows of a report, whom or what each is about and its figures, and what they come to."""

    rows: list[tuple[Phrase, FigureTable]]
    foot: str


def report_tables(phrases: Phrases, report: Report) -> ReportTables | None:
    """The rows of a report; none where it has none."""
    if not report.rows:
        return None
    checks = [check for check in own_checks_of(phrases.catalogue, report) if check.among is Among.ROWS]
    alone = [row.figures[0] for row in report.rows if len(row.figures) == 1]
    return ReportTables(report_rows(phrases, report), foot_of_report(alone, checks))


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
    totals = reference_totals(phrases.catalogue, report)
    return Sum(rows, plain(totals) if totals else (), report.reference_sum.caution)


def reference_totals(catalogue: Catalogue, report: Report) -> str:
    """What the programmes that a report may be set beside come to; nothing where they state no number."""
    ids = report.reference_sum.programs if report.reference_sum else ()
    stated = [figure for id in ids for figure in catalogue.programs[id].figures if not figure.title]
    classes = [figure.value for figure in stated if figure.measure is Measure.CLASSES]
    people = [figure for figure in stated if figure.measure in PEOPLE]
    units = " và ".join(dict.fromkeys(figure.label for figure in people))
    totals = [f"{number(sum(classes))} lớp"] if classes else []
    totals += [f"{number(sum(figure.value for figure in people))} ({units})"] if people else []
    return ", ".join(totals)
