"""Reports: each declared figure held against its own parts, its rows, and what may be set beside it."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.findings.checks import Among, Check, Spot, declared_figure
from catalogue.findings.judging import AnyPart, Terms
from catalogue.findings.matching import Setting, answer, years_of
from catalogue.findings.plans import Sought, of_program
from catalogue.findings.trying import Division, checked, own_parts, stated_terms
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.records import Report


def report_checks(catalogue: Catalogue, report: Report) -> Iterator[Check]:
    """The declared figures of a report."""
    within = Setting(None, years_of(report.period))
    for index, figure in enumerate(report.declared):
        spot = Spot(report, ("declared", index))
        divisions = list(own_parts(spot, figure))
        if not figure.title:
            divisions += of_rows(report, figure, within)
            divisions += reference(Sought(catalogue, figure, within), report)
        yield from checked(declared_figure(spot, figure), divisions)


def of_rows(report: Report, figure: Figure, within: Setting) -> Iterator[Division]:
    """The rows of a report, which were counted on the day of its own number where they name no other."""
    rows: list[AnyPart] = []
    own = within._replace(as_of=figure.as_of)
    for index, each in enumerate(report.rows):
        figures = ((("figures", turn), stated) for turn, stated in enumerate(each.figures))
        spot = Spot(report, ("rows", index))
        rows.append(answer(figure, within, spot, own, figures))
    adds = None if figure.parts else figure.parts_add
    yield Division(Among.ROWS, [rows], stated_terms(adds, report.complete))


def reference(sought: Sought, report: Report) -> Iterator[Division]:
    """The programmes that may be set beside a report for orientation: nobody says that they add up to it."""
    if report.reference_sum:
        programs = [sought.catalogue.programs[id] for id in report.reference_sum.programs]
        rows = [of_program(sought, program) for program in programs]
        yield Division(Among.REFERENCE_SUM, [rows], Terms(None, None))
