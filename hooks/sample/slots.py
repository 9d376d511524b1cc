"""The frame of all programmes before any has a name: its year, its classes and their sizes, what is part of what, what comes again the year after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sample.days import Calendar
from sample.draw import Draw

CLASS_COUNTS = (1,) * 31 + (2,) * 27 + (0,) * 12 + (3,) * 14 + (4,) * 8 + (5,) * 4 + (6,) * 2 + (8, 12)
"""How many classes programmes have: each as often as it stands here."""
SEATS = (40, 50, 60, 35, 80, 45, 100, 30, 70, 25, 120, 150, 55, 65)
CATEGORIES = (
    "fostering",
    "workshop",
    "fostering",
    "update",
    "fostering",
    "workshop",
    "fostering",
    "training",
)
FAMILY, AGAIN = 3.2, 7.0
"""So many in a hundred times a whole with its parts follows, or a programme of the year before."""


class Run(NamedTuple):
    """One class: seats, who came (0 where it has not been held), and whether it was cancelled or postponed."""

    seats: int
    attended: int
    fate: str = ""


@dataclass(frozen=True)
class Slot:
    """The frame of one programme. `early` lies before the reform; `whole`, `perhaps` and `again` are the numbers of other slots, always smaller ones."""

    number: int
    category: str
    year: int | None
    early: bool = False
    runs: tuple[Run, ...] = ()
    others: int = 0
    parts: int = 0
    whole: int | None = None
    perhaps: int | None = None
    again: int | None = None
    comes_again: bool = False

    @property
    def learners(self) -> int:
        """Those planned: the seats of its classes and of those that are not listed."""
        return sum(run.seats for run in self.runs) + self.others

    @property
    def classes(self) -> int:
        """Those planned; one for a programme that lists none."""
        return len(self.runs) or 1

    @property
    def attended(self) -> int:
        """Those who came."""
        return sum(run.attended for run in self.runs)

    @property
    def held(self) -> int:
        """The classes that were held."""
        return sum(1 for run in self.runs if run.attended)


def slots(draw: Draw, calendar: Calendar, count: int) -> list[Slot]:
    """The frames of so many programmes; a whole stands before its parts, a programme before the one that comes again."""
    made: list[Slot] = []
    waiting: list[int] = []
    wholes: list[int] = []
    while len(made) < count:
        if count - len(made) > 4 and draw.maybe("family", FAMILY):
            wholes.append(len(made))
            made += family(draw, calendar, len(made))
        elif waiting and draw.maybe("again", AGAIN):
            again = waiting.pop(draw.below(len(waiting)))
            made[again] = replace(made[again], comes_again=True)
            made.append(next_year(draw, calendar, made[again], len(made)))
        else:
            made.append(plain(draw, calendar, len(made), wholes))
            waiting += [len(made) - 1] if can_come_again(made[-1], calendar) else []
    return made


def can_come_again(slot: Slot, calendar: Calendar) -> bool:
    """Whether a programme of the next year may bear the same title: its body is still there, and its time is known and within the year."""
    return (
        slot.year is not None
        and slot.year < calendar.years[2]
        and not slot.early
        and slot.category != "training"
    )


def plain(draw: Draw, calendar: Calendar, number: int, wholes: Sequence[int]) -> Slot:
    """A programme that stands alone, or is perhaps a part of a whole."""
    year = None if draw.maybe("year unknown", 4) else draw.pick((0,) * 9 + (1,) * 7 + (2,) * 4)
    early = year == 0 and draw.maybe("early", 45)
    perhaps = draw.pick(wholes) if wholes and draw.maybe("perhaps", 3) else None
    slot = Slot(
        number, draw.pick(CATEGORIES), None if year is None else calendar.years[year], early, perhaps=perhaps
    )
    return with_runs(draw, calendar, slot, max(draw.pick(CLASS_COUNTS), int(year is None)))


def with_runs(draw: Draw, calendar: Calendar, slot: Slot, count: int) -> Slot:
    """A programme with so many classes; one without may still say how many will learn."""
    runs = tuple(run(draw, past=slot.year == calendar.years[0]) for _ in range(count))
    return replace(slot, runs=runs, others=0 if count else draw.pick(SEATS))


def run(draw: Draw, *, past: bool) -> Run:
    """One class: of the past year it was held, but for a few."""
    seats = draw.favourite(SEATS)
    fate = (
        "cancelled" if draw.maybe("cancelled", 1.5) else "postponed" if draw.maybe("postponed", 1.5) else ""
    )
    return Run(seats, seats * draw.between(72, 100) // 100 if past and not fate else 0, fate)


def family(draw: Draw, calendar: Calendar, number: int) -> Iterator[Slot]:
    """A whole and its parts, whose classes and learners it has, or has more."""
    year = calendar.years[draw.pick((0, 0, 1, 1, 2))]
    early = year == calendar.years[0] and draw.maybe("early family", 40)
    frame = Slot(number, "fostering", year, early)
    children = [
        with_runs(draw, calendar, replace(frame, number=number + 1 + index, whole=number), draw.between(1, 4))
        for index in range(draw.between(2, 4))
    ]
    runs = tuple(run for child in children for run in child.runs)
    more = 0 if draw.maybe("complete family", 60) else draw.between(1, 4) * 50
    yield replace(frame, runs=runs, parts=len(children), others=more)
    yield from children


def next_year(draw: Draw, calendar: Calendar, slot: Slot, number: int) -> Slot:
    """The programme that comes again the year after."""
    frame = Slot(number, slot.category, (slot.year or calendar.years[0]) + 1, again=slot.number)
    return with_runs(draw, calendar, frame, draw.pick(CLASS_COUNTS))
