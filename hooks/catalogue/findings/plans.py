"""Plans, each figure held against their programmes and child plans; programmes against part programmes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from catalogue.findings.amounts import counting_years
from catalogue.findings.checks import (
    Among,
    Check,
    LeftOut,
    Omission,
    Reason,
    Spot,
    StatedNumber,
    declared_figure,
    exact,
)
from catalogue.findings.judging import AnyPart, Terms
from catalogue.findings.matching import Setting, answer
from catalogue.findings.trying import Division, checked, own_parts, stated_terms
from catalogue.language.vocabulary import Measure, PartsAdd
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Figure
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Plan


def every_figure(_owner: Program | Plan, _figure: Figure) -> bool:
    """Any figure of a part may answer."""
    return True


class Sought(NamedTuple):
    """A figure whose answers are sought among the parts of a record: among those figures that it `keeps`."""

    catalogue: Catalogue
    figure: Figure
    within: Setting
    keeps: Callable[[Program | Plan, Figure], bool] = every_figure

    def answered(self, part: Program | Plan) -> AnyPart:
        """What a programme or a plan says to it. As a programme it is one, unless it says how many it is."""
        figures = (
            (("figures", index), figure)
            for index, figure in enumerate(part.figures)
            if self.keeps(part, figure)
        )
        own, spot = setting(self.catalogue, part), Spot(part, ())
        row = answer(self.figure, self.within, spot, own, figures)
        lacking = isinstance(row, LeftOut) and row.why is Omission.LACKING
        if lacking and self.figure.measure is Measure.PROGRAMS and isinstance(part, Program):
            return exact(spot, 1, self.figure.label)
        return row


def setting(catalogue: Catalogue, record: Program | Plan) -> Setting:
    """What a programme or a plan says of all its figures."""
    if isinstance(record, Program):
        return Setting(record.state, counting_years(catalogue, record), runs=True)
    return Setting(None, catalogue.years(record))


def programs_of(catalogue: Catalogue, plan: Plan) -> list[Program]:
    """The programmes of a plan, drafts left out."""
    return [
        program
        for program in catalogue.referring("plan", plan.id, "plan")
        if isinstance(program, Program) and not program.is_draft
    ]


def plan_checks(catalogue: Catalogue, plan: Plan) -> Iterator[Check]:
    """The figures of a plan against their own parts, its programmes, its child plans."""
    for index, figure in enumerate(plan.figures):
        spot = Spot(plan, ("figures", index))
        sought = Sought(catalogue, figure, setting(catalogue, plan))
        divisions = [*own_parts(spot, figure), *plan_divisions(sought, plan)]
        yield from checked(declared_figure(spot, figure), divisions)


def plan_divisions(sought: Sought, plan: Plan) -> Iterator[Division]:
    """The programmes that a figure of a plan counts, and the child plans."""
    catalogue, figure = sought.catalogue, sought.figure
    if figure.covers:
        covered = [catalogue.programs[id] for id in figure.covers]
        terms = Terms(PartsAdd.YES, not any(program.is_draft for program in covered))
        yield Division(Among.COVERED, [[of_program(sought, each) for each in covered]], terms)
    elif not figure.title:
        yield from by_programs_and_plans(sought, plan)


def by_programs_and_plans(sought: Sought, plan: Plan) -> Iterator[Division]:
    """All programmes of a plan, and its child plans. Where it has both, neither need be all of its parts."""
    catalogue, figure = sought.catalogue, sought.figure
    referring = catalogue.referring("plan", plan.id, "plan")
    programs = [each for each in referring if isinstance(each, Program)]
    children = catalogue.referring("plan", plan.id, "parent")
    adds = counting(figure, None if figure.parts else figure.parts_add)
    both = bool(programs and children)
    terms = Terms(adds, plan.complete and None) if both else stated_terms(adds, plan.complete)
    yield Division(Among.PROGRAMS, [list(program_rows(sought, programs))], terms)
    terms = Terms(adds, None) if both else stated_terms(adds, None)
    yield Division(Among.PLANS, [[of_plan(sought, each) for each in children]], terms)


def counting(figure: Figure, adds: PartsAdd | None) -> PartsAdd | None:
    """Whether parts add up: where the parts themselves are counted they do, whatever is said of figures."""
    return PartsAdd.YES if figure.measure is Measure.PROGRAMS else adds


def program_rows(sought: Sought, programs: Iterable[Program]) -> Iterator[AnyPart]:
    """What the programmes of a plan say to a figure of it."""
    return side_by_side(sought.catalogue, [(program, sought.answered(program)) for program in programs])


def side_by_side(catalogue: Catalogue, answers: Sequence[tuple[Program, AnyPart]]) -> Iterator[AnyPart]:
    """What programmes of one plan say; those within others are counted with these."""
    ids = frozenset(program.id for program, _ in answers if not program.is_draft)
    return (placed(catalogue, program, ids, row) for program, row in answers)


def of_program(sought: Sought, program: Program) -> AnyPart:
    """What a programme says to a figure, none standing beside it."""
    return placed(sought.catalogue, program, frozenset(), sought.answered(program))


def placed(catalogue: Catalogue, program: Program, beside: frozenset[str], row: AnyPart) -> AnyPart:
    """What a programme says, others standing beside it."""
    if program.is_draft:
        return left(program, Omission.DRAFT)
    if lies_within(catalogue, program, beside):
        return left(program, Omission.INSIDE)
    if program.perhaps_part_of in beside and isinstance(row, StatedNumber):
        return LeftOut(row.spot, Reason.MAY_OVERLAP, row.value, row.label)
    return row


def lies_within(catalogue: Catalogue, program: Program, beside: Container[str]) -> bool:
    """Whether a programme is part of one of some others, at whatever remove."""
    whole = catalogue.programs.get(program.part_of or "")
    while whole and whole.id not in beside:
        whole = catalogue.programs.get(whole.part_of or "")
    return whole is not None


def of_plan(sought: Sought, plan: Plan) -> AnyPart:
    """What a child plan says to a figure."""
    return left(plan, Omission.DRAFT) if plan.is_draft else sought.answered(plan)


def left(record: Record, why: Omission) -> LeftOut:
    """A record that is not counted, whatever it states."""
    return LeftOut(Spot(record, ()), why)


def part_programs(sought: Sought, program: Program) -> Iterator[Division]:
    """The part programmes of a programme. One that perhaps is a part is not counted."""
    catalogue, key = sought.catalogue, ("program", program.id)
    if key not in catalogue.backlinks:
        return
    rows = [of_program(sought, each) for each in catalogue.referring(*key, "part_of")]
    rows += [perhaps(sought, each) for each in catalogue.referring(*key, "perhaps_part_of")]
    if rows:
        complete = None if program.complete and program.classes else program.complete
        adds = counting(sought.figure, program.parts_add)
        yield Division(Among.PART_PROGRAMS, [rows], stated_terms(adds, complete))


def perhaps(sought: Sought, program: Program) -> LeftOut:
    """A programme of which no source says for sure that it is a part."""
    row = of_program(sought, program)
    return LeftOut(row.spot, Omission.PERHAPS, row.value, row.label)
