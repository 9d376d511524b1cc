"""Where a class or a programme stands on a day, or whatever the day, told by nothing but what is sure.

A month or a year counts as begun from its last day on, as over after it, as still to come up to its first;
in between it tells nothing. The scripts work out the same for the reader's day
(docs/assets/javascripts/common/standing.js); tests/standing.yml holds both to one table.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from catalogue.language.vocabulary import ClassState, Progress
from catalogue.model.collection import Records, years_in_words
from catalogue.model.dates import Date
from catalogue.model.deadlines import due
from catalogue.model.parts import Class
from catalogue.model.program import Program


class Phase(StrEnum):
    """How far something has come. Addresses of search hold these codes (`?state=open`): rename none."""

    UNKNOWN = "unknown"
    PROPOSED = "proposed"
    PLANNED = "planned"
    OPEN = "open"
    COMING = "coming"
    CLOSED = "closed"
    RUNNING = "running"
    PAST = "past"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Standing(NamedTuple):
    """Where something stands: its phase, words for it (none where none is told).

    `over` tells that it has gone by; `soon`, that names must be sent or that it begins within a month.
    """

    phase: Phase
    words: str
    over: bool = False
    soon: bool = False


class ProgramTimes(NamedTuple):
    """What a programme says of its time. `end` is that of its period where it is no whole year."""

    state: Progress | None = None
    years: tuple[int, ...] = ()
    end: Date | None = None
    has_results: bool = False

    @property
    def span(self) -> str:
        """Its years as they are written: 2024, 2022-2025."""
        return years_in_words(self.years)


class ClassTimes(NamedTuple):
    """What a class says of its time, and what its programme does. Dates without a year are left out."""

    state: ClassState | None = None
    start: Date | None = None
    end: Date | None = None
    deadline: Date | None = None
    whole: ProgramTimes = ProgramTimes()


NOT_TOLD = "Chưa có thông tin"
CALLED_OFF = {ClassState.CANCELLED, ClassState.POSTPONED}
TO_COME = {ClassState.PLANNED, ClassState.OPEN}
"""The states of a class that has not begun."""
FINISHED = Standing(Phase.PAST, ClassState.FINISHED.label, over=True)
DEADLINE_PASSED = "Đã hết hạn gửi danh sách"
SOON = timedelta(days=30)
"""What comes within it is soon, what comes later is far away."""


def standing_on(times: ClassTimes | ProgramTimes, day: date | None) -> Standing:
    """Where something stands on a day; without one, as its source tells whatever the day."""
    return class_standing(times, day) if isinstance(times, ClassTimes) else program_standing(times, day)


def program_standing(times: ProgramTimes, day: date | None) -> Standing:
    """Where a programme stands: as it is told, and past once its time is over."""
    words = f"{times.state.label} {times.span}".strip() if times.state else ""
    if times.state is Progress.DONE:
        return Standing(Phase.PAST, words, over=True)
    if day and is_over(times, day):
        results = "đã có kết quả" if times.has_results else "chưa có thông tin kết quả"
        planned = times.state is Progress.PLANNED
        return Standing(Phase.PAST, f"{words}, {results}" if planned else words, over=True)
    if times.state is Progress.PROPOSED:
        return Standing(Phase.PROPOSED, times.state.label)
    return Standing(Phase.PLANNED if times.state else Phase.UNKNOWN, words)


def is_over(times: ProgramTimes, day: date) -> bool:
    """Whether the time of a programme has gone by."""
    return is_past(times.end or (Date(times.years[-1]) if times.years else None), day)


def class_standing(times: ClassTimes, day: date | None) -> Standing:
    """Where a class stands: as it is told that it ended, else as days tell, else as something is told."""
    if times.state is ClassState.FINISHED:
        return FINISHED
    by_time = (by_days(times, day) if day else None) or by_whole(times, day)
    if times.state in CALLED_OFF:
        return Standing(Phase(times.state), times.state.label, over=by_time is not None and by_time.over)
    return by_time or as_told(times, day)


def by_days(times: ClassTimes, day: date) -> Standing | None:
    """What the days of a class tell. One without an end counts as past from the year after its start."""
    start, end = times.start, times.end
    if is_past(end, day):
        return FINISHED
    if start and not end and is_past(Date(start.year), day):
        return Standing(Phase.PAST, f"Đã khai giảng năm {start.year}", over=True)
    if start and start.latest and start.latest <= day:
        known = end or times.state is ClassState.RUNNING
        return Standing(Phase.RUNNING, ClassState.RUNNING.label if known else "Đã khai giảng")
    return before_start(times, day)


def before_start(times: ClassTimes, day: date) -> Standing | None:
    """What the days of a class tell that is not known to have begun."""
    first, deadline = times.start.earliest if times.start else None, times.deadline
    is_ahead = first is not None and day < first
    may_be_sent = is_ahead or times.state is not ClassState.RUNNING
    if deadline and deadline.earliest and day <= deadline.earliest and may_be_sent:
        words = deadline_in_words(deadline, (deadline.earliest - day).days)
        return Standing(Phase.OPEN, words, soon=is_soon(deadline, day))
    if is_ahead and times.state is ClassState.OPEN and not is_past(deadline, day):
        return Standing(Phase.OPEN, times.state.label, soon=True)
    return coming(times, day) if is_ahead else None


def coming(times: ClassTimes, day: date) -> Standing:
    """A class that is still to begin; behind its deadline nobody can be sent to it any more."""
    if is_past(times.deadline, day):
        return Standing(Phase.COMING, f"Sắp khai giảng, {DEADLINE_PASSED.lower()}")
    return Standing(Phase.COMING, "Sắp khai giảng", soon=is_soon(times.start, day))


def deadline_in_words(deadline: Date, left: int) -> str:
    """How long names can still be sent: in days only where the deadline is a day."""
    if deadline.day is None:
        return "Chưa hết hạn gửi danh sách"
    return f"Còn {left} ngày gửi danh sách" if left else "Hôm nay hết hạn gửi danh sách"


def by_whole(times: ClassTimes, day: date | None) -> Standing | None:
    """What the end of its programme tells of a class whose own end is not known to lie ahead."""
    whole = program_standing(times.whole, day)
    if not whole.over or (day and times.end):
        return None
    return Standing(Phase.PAST, whole.words or "Đã qua", over=True)


def as_told(times: ClassTimes, day: date | None) -> Standing:
    """What is told of a class whose days tell nothing of it; but nobody is enrolled behind the deadline."""
    if day and is_past(times.deadline, day) and times.state is not ClassState.RUNNING:
        return Standing(Phase.CLOSED, DEADLINE_PASSED)
    if not times.state:
        return Standing(Phase.UNKNOWN, NOT_TOLD)
    return Standing(Phase(times.state), times.state.label, soon=bool(day) and times.state is ClassState.OPEN)


def is_past(written: Date | None, day: date) -> bool:
    """Whether a day lies behind all the days that a date can mean."""
    return bool(written and written.latest and written.latest < day)


def is_soon(written: Date | None, day: date) -> bool:
    """Whether all the days that a date can mean come within the next month."""
    return bool(written and written.latest and written.latest - day <= SOON)


def program_times(records: Records, program: Program) -> ProgramTimes:
    """What a programme says of its time."""
    end = program.period.end if program.period else None
    within = with_year(end) if end and end.month else None
    return ProgramTimes(state_of(program), records.years(program), within, has_results(records, program))


def state_of(program: Program) -> Progress | None:
    """How far a programme has come by its source: as it says itself, else as all figures of its whole do."""
    states = {figure.state for figure in program.figures if not figure.title}
    return program.state or (states.pop() if len(states) == 1 else None)


def is_held(program: Program) -> bool:
    """Whether a programme is more than a draft, and not all of its classes are called off."""
    states = {each.state for each in program.classes}
    return not program.is_draft and not (states and states <= CALLED_OFF)


def has_results(records: Records, program: Program) -> bool:
    """Whether anything of a programme, or of a part of it, is known to have been done."""
    return (
        any(figure.state is Progress.DONE for figure in program.figures)
        or any(each.state is ClassState.FINISHED or was_attended(each) for each in program.classes)
        or any(
            state_of(part) is Progress.DONE or has_results(records, part)
            for part in records.referring("program", program.id, "part_of")
        )
    )


def was_attended(each: Class) -> bool:
    """Whether the results of a class tell of learners."""
    results = each.results
    return bool(results and (results.attended or results.completed or results.certified))


def class_times(program: Program, whole: ProgramTimes, each: Class) -> ClassTimes:
    """What a class and its programme say of its time.

    One that learners completed, or were certified for, has ended.
    """
    ended = bool(each.results and (each.results.completed or each.results.certified))
    state = ClassState.FINISHED if ended and each.state not in CALLED_OFF else each.state
    deadline = due(program, each).deadline
    by_when = with_year(deadline.date) if deadline else None
    return ClassTimes(state, with_year(each.start), with_year(each.end), by_when, whole)


def with_year(written: Date | None) -> Date | None:
    """A date unless its year is not known: such a one tells nothing."""
    return written if written and written.year else None


def times_json(times: ClassTimes | ProgramTimes) -> dict[str, Any]:
    """What the scripts work with, without what is not known; of a class without what its programme says."""
    values: dict[str, Any] = (
        {"state": times.state, "years": times.span, "end": times.end, "results": times.has_results}
        if isinstance(times, ProgramTimes)
        else {"state": times.state, "start": times.start, "end": times.end, "deadline": times.deadline}
    )
    return {name: str(value) if isinstance(value, Date) else value for name, value in values.items() if value}
