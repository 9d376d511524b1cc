"""The desk of a body: its duties by year and deadline, their sums, whom it follows, how sure its data is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.duties import Duty, collectives_of, duties_naming, duties_through
from catalogue.findings.lifetimes import existed
from catalogue.language.vocabulary import Confirmation
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.dates import Date
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Organization, Plan

Day = tuple[int, int, int]
"""A day as it is sorted."""
BEHIND_ALL: Day = (9999, 13, 32)


class DeskSum(NamedTuple):
    """What duties add up to; what is called off is counted apart from all else but `duties`.

    `programs` are those that name no class, `lacking` the rows without a number of the body's own.
    """

    duties: int
    classes: int
    programs: int
    seats: int
    lacking: int
    called_off: int
    seats_called_off: int

    @property
    def tells_seats(self) -> bool:
        """Whether seats of the body's own are known of any duty that counts."""
        return self.lacking < self.classes + self.programs


class Desks:
    """The desks that were asked for: the page of a body, those of its years and its files have the same."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._made: dict[str, Sequence[Duty]] = {}
        self._years: dict[str, Mapping[int | None, Sequence[Duty]]] = {}

    def of(self, body: Organization) -> Sequence[Duty]:
        """The duties of a body."""
        if body.id not in self._made:
            self._made[body.id] = duties_of(self.catalogue, body)
        return self._made[body.id]

    def years_of(self, body: Organization) -> Mapping[int | None, Sequence[Duty]]:
        """The duties of a body by their years."""
        if body.id not in self._years:
            self._years[body.id] = by_year(self.catalogue, self.of(body))
        return self._years[body.id]


def desk_of(catalogue: Catalogue, body: Organization) -> Sequence[Duty]:
    """All duties of a body by their deadline, each desk made once."""
    return catalogue.once(Desks).of(body)


def desk_by_year(catalogue: Catalogue, body: Organization) -> Mapping[int | None, Sequence[Duty]]:
    """All duties of a body by their years, each desk divided once."""
    return catalogue.once(Desks).years_of(body)


def duties_of(catalogue: Catalogue, body: Organization) -> list[Duty]:
    """All duties of a body by their deadline; those without one last, by their start.

    A class that names the body itself is not told again for a collective that it belongs to.
    """
    shared = (
        duty
        for collective in collectives_of(catalogue, body)
        for duty in duties_through(catalogue, collective)
        if existed(body, year_of(catalogue, duty))
    )
    found: dict[tuple[str, int | None], Duty] = {}
    for duty in (*duties_naming(catalogue, body), *shared):
        found.setdefault((duty.program.id, duty.position), duty)
    turns = catalogue.turns
    return sorted(found.values(), key=lambda each: (*days_of(each), turns["program", each.program.id]))


def year_of(catalogue: Catalogue, duty: Duty) -> int | None:
    """The year that a duty stands in: that of its class, of its deadline, else the last of its programme.

    A class over New Year stands in the year that it begins in. None where no year is known.
    """
    each, deadline = duty.each, duty.deadline
    dates = [each.start, each.end] if each else []
    stated = next((date.year for date in dates if date and date.year), None)
    inferred = each.inferred_year if each else None
    due = deadline.date.year if deadline else None
    return stated or inferred or due or next(reversed(years_told(catalogue, duty.program)), None)


def years_told(catalogue: Catalogue, program: Program) -> tuple[int, ...]:
    """The years that a programme or its plan states: those of some classes tell nothing of the others."""
    if program.period and program.period.is_dated:
        return catalogue.years(program)
    plan = catalogue.plans.get(program.plan or "")
    return catalogue.years(plan) if plan else ()


def by_year(catalogue: Catalogue, duties: Iterable[Duty]) -> dict[int | None, list[Duty]]:
    """Duties by their years in the order that they come in: the newest year first, no year last."""
    found: dict[int | None, list[Duty]] = defaultdict(list)
    for duty in duties:
        found[year_of(catalogue, duty)].append(duty)
    return {year: found[year] for year in sorted(found, key=lambda year: -(year or 0))}


def days_of(duty: Duty) -> tuple[Day, Day, int]:
    """What a duty is sorted by: its deadline, its start, its position in its programme."""
    deadline, each, period = duty.deadline, duty.each, duty.program.period
    due = last_day(deadline.date, deadline.inferred_year) if deadline else BEHIND_ALL
    start = each.start if each else period.start if period else None
    return due, last_day(start, each.inferred_year if each else None), duty.position or 0


def last_day(written: Date | None, inferred_year: int | None) -> Day:
    """The last day that a date can mean; behind all others where its year is not known."""
    year = written and (written.year or inferred_year)
    return (year, written.month or 13, written.day or 32) if written and year else BEHIND_ALL


def summed(duties: Sequence[Duty]) -> DeskSum:
    """What duties add up to."""
    off = [duty for duty in duties if duty.is_called_off]
    held = [duty for duty in duties if not duty.is_called_off] if off else duties
    programs = sum(duty.position is None for duty in held)
    return DeskSum(
        duties=len(duties),
        classes=len(held) - programs,
        programs=programs,
        seats=sum(duty.seats or 0 for duty in held),
        lacking=sum(duty.seats is None for duty in held),
        called_off=len(off),
        seats_called_off=sum(duty.seats or 0 for duty in off),
    )


def programs_allocated(duties: Iterable[Duty]) -> int:
    """How many programmes have a class with seats for the body itself."""
    return len({duty.program.id for duty in duties if duty.seats is not None})


def predecessors(catalogue: Catalogue, body: Organization) -> list[Organization]:
    """The bodies that say that this one took over from them."""
    found = {
        each.record.id: each.record
        for each in catalogue.backlinks.get(("organization", body.id), ())
        if each.place[0] == "successors" and isinstance(each.record, Organization)
    }
    return list(found.values())


def naming(catalogue: Catalogue, body: Organization) -> list[Record]:
    """The records that name a body, each once."""
    found = {
        (each.record.kind, each.record.id): each.record
        for each in catalogue.backlinks.get(("organization", body.id), ())
    }
    return list(found.values())


def confirmations(catalogue: Catalogue, records: Iterable[Record]) -> dict[Confirmation, int]:
    """How many of some records are confirmed how far, the best first."""
    counts = Counter([confirmation_of(catalogue, record) for record in records])
    return {level: counts[level] for level in Confirmation if counts[level]}


def newest_year(catalogue: Catalogue, records: Iterable[Record]) -> int | None:
    """The newest year of the programmes and plans among some records; None where none has a year."""
    years = (
        year
        for each in records
        if isinstance(each, (Program, Plan)) and not each.is_draft
        for year in catalogue.years(each)[-1:]
    )
    return max(years, default=None)
