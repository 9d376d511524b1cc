"""What a calendar can hold: what happens on a day that a source names whole, and whose calendars hold it.

A day without a year, a month without a day, a period that the catalogue inferred, a draft: none of them is
in a calendar, where nobody sees how uncertain it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from catalogue.findings.by_year import records_by_year
from catalogue.findings.desk import desk_of
from catalogue.findings.duties import Duty, busy_collectives, collectives_of
from catalogue.findings.schedule import Happening, HappeningKind, events
from catalogue.language.vocabulary import ClassState
from catalogue.model.collection import Catalogue
from catalogue.model.dates import Date
from catalogue.model.deadlines import common_deadline, due
from catalogue.model.program import Program
from catalogue.model.records import Organization
from catalogue.model.standing import CALLED_OFF

OF_KEEPING = frozenset({"verification", "owner", "reviews"})
"""The fields that name a body for how a record is kept, which is none of its training."""
HOLDERS = frozenset({"organization", "group", "topic"})
"""The kinds whose records have calendars of their own."""
LONGEST = timedelta(days=31)
"""What takes longer stands on its first day alone: phones show a bar on top of each day that it goes on."""
RecordOf: TypeAlias = tuple[str, str]
"""A record by its kind and id."""


class Occasion(NamedTuple):
    """A happening as a calendar holds it: from its first day to the day behind its last."""

    happening: Happening
    first: date
    behind: date

    @property
    def class_id(self) -> str:
        """The class that it is of; empty where it is of the programme itself."""
        held = self.happening.held
        return held.id if held else ""

    @property
    def has_end(self) -> bool:
        """Whether it lasts until a day that is known to be its last."""
        last = whole_day(self.happening.end)
        return last is not None and last < self.behind

    @property
    def called_off(self) -> ClassState | None:
        """How its class was called off; a deadline of all classes is what each of them is."""
        held, classes = self.happening.held, self.happening.program.classes
        states = {each.state for each in ((held,) if held else classes)}
        state = states.pop() if len(states) == 1 else None
        return state if state in CALLED_OFF else None

    @property
    def years(self) -> range:
        """The years that it is of: a deadline is of the year in which what it is for begins."""
        held, last = self.happening.held, self.behind - timedelta(days=1)
        start = held.start if held and self.happening.kind is HappeningKind.DEADLINE else None
        year = start.year if start and start.year else self.first.year
        return range(year, max(year, last.year) + 1)


Occasions: TypeAlias = Sequence[Occasion]
Turn: TypeAlias = tuple[int, Occasion]
"""An occasion with its turn among all."""


def occasions(catalogue: Catalogue) -> Occasions:
    """All that calendars hold, the first first; what begins on one day in dictionary order."""
    found = (occasion(each) for each in catalogue.once(events))
    return sorted((each for each in found if each), key=attrgetter("first"))


def occasion(happening: Happening) -> Occasion | None:
    """A happening as calendars hold it; None where its day is not known whole, or only inferred.

    Where no last day is known whole, or it lies too far behind, the first is all that is held.
    """
    first = whole_day(happening.when)
    if first is None or is_inferred(happening):
        return None
    last = max(first, whole_day(happening.end) or first)
    held = last if last - first < LONGEST else first
    return Occasion(happening, first, held + timedelta(days=1))


def whole_day(written: Date | None) -> date | None:
    """The day that a date names; None where it does not name one whole."""
    return written.earliest if written and written.day else None


def is_inferred(happening: Happening) -> bool:
    """Whether the context of a source says when, and no sentence of it."""
    period = happening.program.period
    of_period = happening.kind is HappeningKind.START and happening.held is None
    return of_period and bool(period and period.inferred)


def occasions_by_program(catalogue: Catalogue) -> Mapping[str, Occasions]:
    """What calendars hold of each programme."""
    found: dict[str, list[Occasion]] = defaultdict(list)
    for each in catalogue.once(occasions):
        found[each.happening.program.id].append(each)
    return found


def occasions_by_year(catalogue: Catalogue) -> Mapping[int, Occasions]:
    """What calendars hold of each year that has a page."""
    found: dict[int, list[Occasion]] = {year: [] for year in catalogue.once(records_by_year)}
    for each in catalogue.once(occasions):
        for year in each.years:
            if year in found:
                found[year].append(each)
    return found


def occasions_by_holder(catalogue: Catalogue) -> Mapping[RecordOf, Occasions]:
    """What the calendar of each body, group and topic holds.

    It has all that happens in a programme that names its holder; of one that names it for some classes, what
    happens in these. A body has the duties that it shares with others too.
    """
    turns: dict[str, list[Turn]] = defaultdict(list)
    for turn, each in enumerate(catalogue.once(occasions)):
        turns[each.happening.program.id].append((turn, each))
    found: dict[RecordOf, set[int]] = defaultdict(set)
    for id, of_program in turns.items():
        for holder, position in named_by(catalogue, id):
            found[holder].update(concerning(catalogue.programs[id], of_program, position))
    for body, duty in shared_duties(catalogue):
        of_program = turns.get(duty.program.id, [])
        found["organization", body.id].update(concerning(duty.program, of_program, duty.position))
    every = catalogue.once(occasions)
    return {holder: [every[turn] for turn in sorted(held)] for holder, held in found.items() if held}


def named_by(catalogue: Catalogue, program: str) -> Iterator[tuple[RecordOf, int | None]]:
    """The holders that a programme names, each with the position of the class that it is named in, if any."""
    for link in catalogue.links["program", program]:
        if link.reference.kind in HOLDERS and link.place[0] not in OF_KEEPING:
            of_class = link.place[0] == "classes"
            yield (link.reference.kind, link.id), int(link.place[1]) if of_class else None


def shared_duties(catalogue: Catalogue) -> Iterator[tuple[Organization, Duty]]:
    """The duties that each body has because it belongs to a collective."""
    busy = {each.body.id for each in catalogue.once(busy_collectives)}
    for body in catalogue.organizations.values():
        if any(each.id in busy for each in collectives_of(catalogue, body)):
            yield from ((body, duty) for duty in desk_of(catalogue, body) if duty.through)


def concerning(program: Program, of_program: Iterable[Turn], position: int | None) -> Iterator[int]:
    """The turns of what happens in a programme or, if one is named, in a class of it and by its deadline."""
    held = None if position is None else program.classes[position]
    classes = {"", held.id} if held and due(program, held).deadline == common_deadline(program) else None
    for turn, each in of_program:
        if held is None or each.class_id in (classes or {held.id}):
            yield turn
