"""Rules of standing: what is told of how far something has come agrees with its figures and its results."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language.vocabulary import ClassState, Progress, Vocabulary
from catalogue.model.collection import Records
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.standing import TO_COME, was_attended
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Place, Problem, tell

HELD = {ClassState.RUNNING, ClassState.FINISHED}
"""The states of a class that has begun."""
DONE_ALONE = f"mọi số liệu của cả chương trình đều ghi «{Progress.DONE.label}», không có số nào là kế hoạch"


def states_contradict_nothing(records: Records) -> Iterator[Problem]:
    """What is proposed was not done, what is done is not to come, and what was not held has no results.

    A plan may have results beside what it planned, but not alone.
    """
    for program in records.programs.values():
        against = against_program(program)
        if program.state and against:
            yield told(program, ("state",), "Chương trình", program.state, against)
        for index, each in enumerate(program.classes):
            against = against_state(program, each)
            if each.state and against:
                yield told(program, ("classes", index, "state"), "Lớp", each.state, against)


def told(program: Program, place: Place, what: str, state: Vocabulary, against: str) -> Problem:
    """A state that something else in the record contradicts."""
    code = FaultCode.CONTRADICTORY_STATE
    return tell(program.path, place, code, what=what, state=state.label, against=against)


def against_program(program: Program) -> str | None:
    """What says otherwise than the state of a programme, in words."""
    if program.state is Progress.PROPOSED:
        return against_proposal(program)
    states = {figure.state for figure in program.figures if not figure.title}
    return DONE_ALONE if program.state is Progress.PLANNED and states == {Progress.DONE} else None


def against_proposal(program: Program) -> str | None:
    """What says of a proposed programme that it has begun, in words."""
    if any(figure.state is Progress.DONE and not figure.title for figure in program.figures):
        return f"có số liệu «{Progress.DONE.label}»"
    for each in program.classes:
        if was_attended(each):
            return f"lớp {each.id} có kết quả"
        if each.state in HELD:
            return f"lớp {each.id} ghi «{each.state.label}»"
    return None


def against_state(program: Program, each: Class) -> str | None:
    """What says otherwise than the state of a class, in words."""
    if each.state not in HELD and was_attended(each):
        return "có kết quả"
    if each.state in TO_COME and program.state is Progress.DONE:
        return f"chương trình ghi «{program.state.label}»"
    return None
