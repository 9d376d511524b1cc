"""The classes of a programme: their days, seats, deadlines, allocations and results, as they look on the day of the sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sample.days import Stretch, days_after, workday
from sample.desk import Desk
from sample.entry import Body, Values
from sample.slots import Run, Slot
from sample.words import words

LENGTHS = {"fostering": (2, 9), "workshop": (0, 2), "update": (1, 4), "training": (150, 500)}
"""Days from the first to the last, by category."""
DATED, BY_MONTH, YEARLESS, UNDATED = "dated", "by_month", "yearless", "undated"


@dataclass(frozen=True)
class Setting:
    """What the classes of one programme share: when they begin, how exactly that is known, who is there to be sent, where they learn."""

    season: Stretch
    dating: str
    senders: Sequence[Body]
    schools: Sequence[Body]
    place: str
    abroad: bool = False


def dating(desk: Desk, slot: Slot) -> str:
    """How exactly the days of a programme's classes are known; without a year only where they are past, and nothing else tells it."""
    if slot.year is None:
        return YEARLESS if desk.maybe("yearless", 60, rare=True) else UNDATED
    return DATED if desk.maybe("dated", 84) else BY_MONTH if desk.maybe("by month", 50) else UNDATED


def stretches(desk: Desk, slot: Slot, setting: Setting) -> list[Stretch]:
    """The first and the last day of each class, one after the other."""
    days = (setting.season.end - setting.season.start).days
    starts = sorted(workday(days_after(setting.season.start, desk.draw.below(days))) for _ in slot.runs)
    found = [
        Stretch(start, workday(days_after(start, desk.draw.between(*LENGTHS[slot.category]))))
        for start in starts
    ]
    may_run = (
        found and slot.year == desk.calendar.today.year and not slot.comes_again and setting.dating == DATED
    )
    now = may_run and desk.maybe("running", 2, rare=True)
    return sorted([on_the_day(desk.calendar.today), *found[1:]]) if now else found


def on_the_day(today: date) -> Stretch:
    """A class that runs on the day of the sample."""
    return Stretch(max(workday(days_after(today, -2)), date(today.year, 1, 1)), workday(days_after(today, 1)))


def classes(desk: Desk, slot: Slot, setting: Setting, times: Sequence[Stretch]) -> Iterator[Values]:
    """Every class of a programme that lists its own."""
    for number, (run, time) in enumerate(zip(slot.runs, times, strict=True), start=1):
        yield {
            "id": f"lop-{number}",
            "title": f"Lớp {number}, {desk.sentence('places', place=setting.place, village=village(desk))}"
            if desk.maybe("class title", 6)
            else None,
            "number": f"{number}" if desk.maybe("number", 70) else None,
            **written(desk, slot, setting.dating, time),
            "venue": venue(desk, setting) if not setting.abroad and desk.maybe("class venue", 45) else None,
            "seats": run.seats if desk.maybe("seats", 88) else None,
            "allocations": allocations(desk, run.seats, setting.senders)
            if desk.maybe("allocations", 48)
            else None,
            **progress(desk, slot, setting.dating, run, time),
            "sources": [{"source": desk.draw.favourite(desk.evidence.sources)}]
            if desk.maybe("class sources", 12)
            else None,
            "note": desk.sentence("class_note") if desk.maybe("class note", 14) else None,
        }


def written(desk: Desk, slot: Slot, dating: str, time: Stretch) -> Values:
    """The days of a class as its source prints them."""
    if dating == YEARLESS:
        inferred = time.start.year if desk.maybe("inferred year", 75, rare=True) else None
        return {
            "start": f"--{time.start:%m-%d}",
            "end": f"--{time.end:%m-%d}" if slot.category != "training" else None,
            "inferred_year": inferred,
        }
    if dating == BY_MONTH:
        return {"start": f"{time.start:%Y-%m}", "end": None}
    return (
        {"start": time.start, "end": time.end if desk.maybe("end", 92) else None} if dating == DATED else {}
    )


def progress(desk: Desk, slot: Slot, dating: str, run: Run, time: Stretch) -> Values:
    """Deadline, state and results, as far as the day of the sample lets them be known."""
    today = desk.calendar.today
    deadline = deadline_before(desk, time.start)
    state = run.fate or state_on(today, time, deadline)
    known = dating == DATED and desk.maybe("deadline", 60)
    return {
        "deadline": deadline if known else None,
        "state": state
        if run.fate or (dating == DATED and desk.maybe(f"{state} stated", 82, rare=True))
        else None,
        "results": results(desk, run)
        if run.attended and time.end < today and desk.maybe("results", 74)
        else None,
    }


def deadline_before(desk: Desk, start: date) -> date:
    """A working day two to six weeks before a class, by which names are to be sent."""
    return workday(days_after(start, -desk.draw.between(16, 42)))


def state_on(today: date, time: Stretch, deadline: date) -> str:
    """How far a class has come on a day."""
    if time.end < today:
        return "finished"
    if time.start <= today:
        return "running"
    return "open" if deadline - timedelta(days=75) <= today <= deadline else "planned"


def results(desk: Desk, run: Run) -> Values:
    """What came of a class: who came, who completed it, who was certified; each of them may be unknown."""
    completed = run.attended - desk.draw.below(4)
    return {
        "attended": run.attended,
        "completed": completed if desk.maybe("completed", 65) else None,
        "certified": completed - desk.draw.below(3) if desk.maybe("certified", 45) else None,
    }


def allocations(desk: Desk, seats: int, senders: Sequence[Body]) -> dict[str, int]:
    """The seats of a class by body: all of them, or all but a few that are kept back."""
    bodies = desk.draw.several(senders, desk.draw.between(2, 6))
    left = seats - (desk.draw.between(1, 5) if desk.maybe("kept back", 20) else 0)
    shares: dict[str, int] = {}
    for waiting, body in zip(range(len(bodies), 0, -1), bodies, strict=True):
        shares[body.id] = left if waiting == 1 else desk.draw.between(1, max(1, 2 * left // (waiting + 1)))
        left -= shares[body.id]
    return {id: share for id, share in shares.items() if share > 0}


def venue(desk: Desk, setting: Setting) -> Values:
    """A school, or a place in words, or both."""
    school = desk.draw.favourite(setting.schools).id if desk.maybe("venue of a school", 55) else None
    spoken = desk.sentence("places", place=setting.place, village=village(desk))
    return {"organization": school, "place": spoken if school is None or desk.maybe("room", 12) else None}


def village(desk: Desk) -> str:
    """A village that is not there."""
    return f"thôn {desk.draw.pick(words('places')['village'])}"
