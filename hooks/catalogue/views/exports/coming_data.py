"""What the home page shows by the reader's clock: coming deadlines and beginnings, a file a month.

A page cannot hold all days of thousands of classes, and no build knows which of them lie ahead. So each month
is a file, with the first classes of each day and how many there are; the home page names the months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import to_json

from catalogue.findings.coming import Ahead, Event, days_ahead
from catalogue.model.collection import Catalogue
from catalogue.model.parts import Class
from catalogue.model.program import Program
from catalogue.model.standing import times_json
from catalogue.page import Output, as_made, mark_of, marked_json, only_stated
from catalogue.views.words.class_titles import class_titles
from catalogue.views.words.context import Context
from catalogue.views.words.deadlines import COMMON, is_apart

ADDRESS = "assets/coming/"
FIRST = 4
"""The classes of a day that its file names: more of them than the home page shows."""


class Months(NamedTuple):
    """The days ahead, as files by their month, and the mark of what is in these."""

    days: Ahead
    files: Mapping[str, bytes]
    mark: str

    @property
    def folder(self) -> str:
        """Where the files stand: no file of another build does."""
        return f"{ADDRESS}{self.mark}/"


def months_of(context: Context) -> Months:
    """The files, made before the page that names them."""
    days = days_ahead(context.catalogue)
    by_month: dict[str, dict[str, Any]] = defaultdict(dict)
    for sort, events in days._asdict().items():
        for written, of_day in by_day(events).items():
            by_month[written[:7]].setdefault(sort, {})[written] = day_json(context, of_day)
    files = {month: to_json(days) for month, days in sorted(by_month.items())}
    return Months(days, files, mark_of(*files.values()))


def months_in(events: Sequence[Event]) -> list[str]:
    """The months that some days are in."""
    return list(dict.fromkeys(event.day.written[:7] for event in events))


def by_day(events: Sequence[Event]) -> Mapping[str, list[Event]]:
    """What is on each day."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.day.written].append(event)
    return found


def coming_files(months: Months) -> Iterator[Output]:
    """A file for each month that has a day."""
    for month, content in months.files.items():
        address = f"{months.folder}{month}.json"
        yield Output(address, partial(as_made, marked_json(address, months.mark, content + b"\n")))


def day_json(context: Context, events: Sequence[Event]) -> dict[str, Any]:
    """How many classes a day has, and the first of them."""
    return {"total": len(events), "first": [event_json(context, event) for event in events[:FIRST]]}


def event_json(context: Context, event: Event) -> dict[str, Any]:
    """A class, or a programme: what it is called, where it stands, whom names go to, what it says of time."""
    catalogue, program, of = context.catalogue, event.program, event.of
    to = program.nomination.to if program.nomination else None
    times = event.times
    return only_stated(
        {
            "title": catalogue.name(program),
            "class": named_beside(catalogue, program, of),
            "address": catalogue.address(program) + (f"#{of.id}" if of else ""),
            "to": catalogue.brief_name(catalogue.organizations[to]) if to else "",
            "times": {**times_json(times), "whole": times_json(times.whole)},
        }
    )


def named_beside(catalogue: Catalogue, program: Program, of: Class | None) -> str:
    """The class that a day is of, where its programme has others; or that it is the common deadline."""
    if of is None:
        return COMMON if program.classes and is_apart(program, of) else ""
    return class_titles(catalogue, program)[of.id] if len(program.classes) > 1 else ""
