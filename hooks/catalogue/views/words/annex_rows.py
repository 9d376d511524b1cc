"""The programmes of a plan as the rows of its annex: in the order of their numbers, parts below wholes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from catalogue.findings.additions import Addition, Counted, part_addition
from catalogue.language.numbering import line_order, section_of
from catalogue.language.vietnamese import number
from catalogue.language.vocabulary import PEOPLE
from catalogue.model.program import Program
from catalogue.page import Phrase, Piece
from catalogue.views.words.annex_columns import AnnexCell, cells_of, cells_of_sums
from catalogue.views.words.figures import whole_figures
from catalogue.views.words.phrases import Phrases


class Subtotal(NamedTuple):
    """What the parts of a whole, by its id, come to in the columns of the table."""

    whole: str
    label: str
    cells: Sequence[AnnexCell]


class AnnexRow(NamedTuple):
    """A programme as a row: `level` is 1 where it is part of the row above, 2 of such a part.

    `section` is the heading that it stands under, `whole` the id of the row that it is part of; `subtotals`,
    below the last part of a whole, are what the parts come to.
    """

    id: str
    section: str
    number: str
    level: int
    link: Piece
    cells: Sequence[AnnexCell]
    remark: Phrase
    whole: str = ""
    subtotals: Sequence[Subtotal] = ()


def annex_rows(phrases: Phrases, programs: Sequence[Program], columns: Sequence[Counted]) -> list[AnnexRow]:
    """The programmes of a plan as rows."""
    ordered = in_order(programs)
    sections = sections_of([program for program, _ in ordered])
    ends = subtotals_of(ordered, columns)
    rows = []
    section = ""
    for program, level in ordered:
        section = section if level else sections.get(program.id, "")
        cells, remark = cells_of(phrases, program, columns)
        link, ending = phrases.link(program), ends.get(program.id, ())
        whole = (program.part_of or "") if level else ""
        line = program.line or ""
        rows.append(AnnexRow(program.id, section, line, level, link, cells, remark, whole, ending))
    return rows


def in_order(programs: Sequence[Program]) -> list[tuple[Program, int]]:
    """Programmes by their number in the plan, each followed by its parts and their level.

    Those without a number come last, the largest first. They must come in the order of their titles.
    """
    ids = {program.id for program in programs}
    children: dict[str, list[Program]] = {}
    for program in sorted(programs, key=turn_of):
        whole = program.part_of if program.part_of in ids else None
        children.setdefault(whole or "", []).append(program)
    ordered: list[tuple[Program, int]] = []
    stack = [(program, 0) for program in reversed(children.get("", []))]
    while stack:
        program, level = stack.pop()
        ordered.append((program, level))
        stack += [(child, level + 1) for child in reversed(children.get(program.id, []))]
    return ordered


def turn_of(program: Program) -> tuple[object, ...]:
    """What sorts a programme among others of its plan."""
    order = line_order(program.line or "")
    return (not order, order, -people_value(program))


def people_value(program: Program) -> Decimal:
    """How many people or attendances a programme states, for its turn only."""
    values = (figure.value for figure in whole_figures(program) if figure.measure in PEOPLE)
    return next(values, Decimal())


NO_NUMBER = "Các dòng nguồn không ghi TT"


def sections_of(programs: Sequence[Program]) -> dict[str, str]:
    """The headings of programmes that stand under one: the section of their number, or that they have none.

    A section that is itself a line needs no heading; where no line has a number, none needs one.
    """
    lines = {program.line for program in programs if program.line}
    if not lines:
        return {}
    named = {program.id: section_of(program.line) for program in programs if program.line}
    found = {id: f"Mục {section}" for id, section in named.items() if section and section not in lines}
    return found | {program.id: NO_NUMBER for program in programs if not program.line}


def subtotals_of(
    ordered: Sequence[tuple[Program, int]], columns: Sequence[Counted]
) -> dict[str, list[Subtotal]]:
    """What the parts of wholes come to, by the programme that stands last among them."""
    ids = frozenset(program.id for program, _ in ordered)
    found: dict[str, list[Subtotal]] = {}
    for place, (whole, level) in enumerate(ordered):
        last = place
        while last + 1 < len(ordered) and ordered[last + 1][1] > level:
            last += 1
        if last > place:
            additions = [part_addition(whole, ids, column) for column in columns]
            subtotal = subtotal_of(whole, additions)
            if subtotal:
                found.setdefault(ordered[last][0].id, []).insert(0, subtotal)
    return found


def subtotal_of(whole: Program, additions: Sequence[Addition | None]) -> Subtotal | None:
    """The sums of parts with their label; none where there is nothing to add."""
    if not any(each and each.total is not None for each in additions):
        return None
    most = max(len(each.parts) for each in additions if each)
    return Subtotal(whole.id, f"Cộng {number(most)} phần có số", cells_of_sums(additions))
