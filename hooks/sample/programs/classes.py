"""The classes of a programme: days, venues, seats and results, as they look on the day of the sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.days import DateRange
from sample.directory import Directory
from sample.model import SampleOrganization, Values
from sample.programs.designs import ProgramDesign
from sample.programs.outlines import ClassOutline
from sample.programs.times import Dating, deadline_before, printed_days, state_on
from sample.tools import Tools
from sample.words import words


def classes(tools: Tools, directory: Directory, design: ProgramDesign) -> Iterator[Values]:
    """Every class of a programme."""
    senders = directory.senders[design.outline.before_reform]
    here = design.teaching.theme.country is None
    pairs = zip(design.outline.classes, design.times, strict=True)
    for number, (outline, time) in enumerate(pairs, start=1):
        yield {
            "id": f"lop-{number}",
            "title": f"Lớp {number}, {room(tools, design)}" if tools.maybe("class title", 6) else None,
            "number": tools.perhaps("number", 70, f"{number}"),
            **printed_days(tools, design.outline, design.dating, time),
            "venue": venue(tools, directory, design) if here and tools.maybe("class venue", 45) else None,
            "seats": tools.perhaps("seats", 88, outline.seats),
            "allocations": allocations(tools, outline, senders) if tools.maybe("allocations", 48) else None,
            **progress(tools, design, outline, time),
            "sources": sources(tools) if tools.maybe("class sources", 12) else None,
            "note": tools.sentence("class_note") if tools.maybe("class note", 14) else None,
        }


def progress(tools: Tools, design: ProgramDesign, outline: ClassOutline, time: DateRange) -> Values:
    """Deadline, state and results, as far as they can be known on the day of the sample."""
    dated = design.dating is Dating.DAY
    today = tools.calendar.today
    deadline = deadline_before(tools, time.start)
    state = outline.stopped or state_on(today, time, deadline)
    due = dated and tools.maybe("deadline", 60)
    known = outline.stopped or (dated and tools.maybe(f"{state} stated", 82, rare=True))
    over = outline.attended and time.end < today
    return {
        "deadline": deadline if due else None,
        "state": state if known else None,
        "results": results(tools, outline.attended) if over and tools.maybe("results", 74) else None,
    }


def results(tools: Tools, attended: int) -> Values:
    """How many came, completed the class, got the certificate; the last two may be unknown."""
    completed = attended - tools.chance.below(4)
    return {
        "attended": attended,
        "completed": tools.perhaps("completed", 65, completed),
        "certified": completed - tools.chance.below(3) if tools.maybe("certified", 45) else None,
    }


def allocations(tools: Tools, outline: ClassOutline, senders: Sequence[SampleOrganization]) -> dict[str, int]:
    """The seats by organization: all of them, or all but a few that are kept back."""
    chosen = tools.chance.several(senders, tools.chance.between(2, 6))
    left = outline.seats - (tools.chance.between(1, 5) if tools.maybe("kept back", 20) else 0)
    shares: dict[str, int] = {}
    for waiting, organization in zip(range(len(chosen), 0, -1), chosen, strict=True):
        most = max(1, 2 * left // (waiting + 1))
        shares[organization.id] = left if waiting == 1 else tools.chance.between(1, most)
        left -= shares[organization.id]
    return {id: share for id, share in shares.items() if share > 0}


def sources(tools: Tools) -> list[Values]:
    """The source of a class alone."""
    return [{"source": tools.chance.favourite(tools.evidence.sources)}]


def venue(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """A school, or a place in words, or both."""
    at_school = tools.maybe("venue of a school", 55)
    school = tools.chance.favourite(directory.schools).id if at_school else None
    place = room(tools, design)
    return {"organization": school, "place": place if school is None else tools.perhaps("room", 12, place)}


def room(tools: Tools, design: ProgramDesign) -> str:
    """A place in words, which does not exist."""
    village = f"thôn {tools.chance.pick(words('places')['village'])}"
    return tools.sentence("places", place=design.place, village=village)
