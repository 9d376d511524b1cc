"""The programmes of a sample: a title, who does what, when, how much, of what sort, in which plan, and the classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.city import Index
from sample.classes import DATED, classes, venue
from sample.desk import Desk
from sample.drafts import Draft, draft_of
from sample.entry import Course, Values
from sample.roles import roles
from sample.slots import Slot
from sample.substance import amount, demands, note, size
from sample.titles import title

ALL_BLOCKS = ("party", "mass_organizations", "government")


def courses(desk: Desk, index: Index, slots: Sequence[Slot]) -> Iterator[Course]:
    """Every programme, each after those that it refers to."""
    made: list[Course] = []
    for slot in slots:
        course = course_of(desk, index, slot, made)
        made.append(course.remembered())
        yield course


def course_of(desk: Desk, index: Index, slot: Slot, made: Sequence[Course]) -> Course:
    """One programme: of its own, or one that comes again with the title and the body of the year before."""
    before, whole, perhaps = (
        made[number] if number is not None else None for number in (slot.again, slot.whole, slot.perhaps)
    )
    draft = draft_of(desk, index, slot, before, whole or perhaps)
    named = before.title if before else title(desk, slot, draft.taught)
    confirmed = desk.confirmed(drafts=9)
    values: Values = {
        "title": named,
        **confirmed,
        "note": confirmed["note"] or note(desk),
        **roles(desk, index, draft),
        **when_and_where(desk, draft),
        **size(desk, slot, over=draft.over),
        **amount(desk, slot, draft.taught.theme.matter),
        **sorts(desk, index, draft),
        **plan(desk, index, draft),
        "part_of": whole.id if whole else None,
        "perhaps_part_of": perhaps.id if perhaps else None,
        **demands(desk, index, draft.taught),
        "classes": list(classes(desk, slot, draft.setting, draft.times)) if not slot.parts else None,
    }
    id = desk.id("program", f"{named} {slot.year}" if before else named)
    return Course(
        kind="program",
        id=id,
        values=values,
        subfolder=str(slot.year or ""),
        year=slot.year,
        taught=draft.taught,
    )


def when_and_where(desk: Desk, draft: Draft) -> Values:
    """Period, progress, venue, country and mode."""
    slot, abroad = draft.slot, draft.taught.theme.country is not None
    return {
        "period": period(desk, draft),
        "state": progress(desk, slot, over=draft.over),
        "venue": {"place": draft.taught.theme.country}
        if abroad
        else venue(desk, draft.setting)
        if desk.maybe("venue", 40)
        else None,
        "abroad": True if abroad else False if desk.maybe("not abroad", 12) else None,
        "country": draft.taught.theme.country,
        "mode": desk.draw.in_turn("mode", ("full_time", "part_time", "online", "blended"))
        if desk.maybe("mode stated", 60)
        else None,
    }


def progress(desk: Desk, slot: Slot, *, over: bool) -> str | None:
    """How far a programme has come, as its source says: of one that comes some sources only speak as of a wish."""
    if slot.year is None:
        return "done" if desk.maybe("undated done", 50) else None
    if over:
        return "done" if desk.maybe("done", 80) else "planned"
    return "proposed" if slot.year == desk.calendar.years[2] and desk.maybe("proposed", 25) else "planned"


def period(desk: Desk, draft: Draft) -> Values | None:
    """The time of a programme: its year, or its days, or nothing where its classes say it; what comes again always has it."""
    slot = draft.slot
    if slot.year is None:
        return None
    needed = slot.comes_again or slot.again is not None or not slot.runs
    ends = [time.end for time in draft.times]
    if ends and not slot.parts and draft.setting.dating == DATED and desk.maybe("exact period", 12):
        return {"start": draft.times[0].start, "end": max(ends)}
    if not needed and desk.maybe("no period", 14):
        return None
    return {
        "start": slot.year,
        "end": max([slot.year, *(end.year for end in ends)]),
        "inferred": True if desk.maybe("inferred period", 7) else None,
        "note": desk.sentence("period_note") if desk.maybe("period note", 6) else None,
    }


def sorts(desk: Desk, index: Index, draft: Draft) -> Values:
    """Category, contents, field, block and topics."""
    topics = index.topics.get(draft.taught.theme.subject or "", ())
    return {
        "categories": [draft.slot.category] if desk.maybe("category", 95) else None,
        "content": list(draft.taught.theme.contents)
        if desk.maybe(f"{draft.taught.theme.contents[0]} stated", 88, rare=True)
        else None,
        "fields": [draft.taught.theme.subject],
        "blocks": (ALL_BLOCKS if desk.maybe("all blocks", 8) else [draft.taught.lead.block])
        if desk.maybe("blocks", 72)
        else None,
        "topics": desk.draw.some(topics, 1, 4) if topics and desk.maybe("topics", 35) else None,
    }


def plan(desk: Desk, index: Index, draft: Draft) -> Values:
    """The plan that a programme stands in: its body's or the city's; or that it stands in none."""
    slot = draft.slot
    id = index.plans.get((slot.year, draft.taught.lead.id)) or index.plans.get((slot.year, index.planner))
    if slot.year is None or id is None or not desk.maybe("plan", 72):
        return {"in_plan": False if desk.maybe("outside plan", 12) else None}
    line = (
        f"{desk.draw.pick(('I', 'II', 'III', 'IV'))}.{desk.draw.between(1, 40)}"
        if desk.maybe("line", 55)
        else None
    )
    carried = True if desk.maybe("carried over", 4) else None
    return {
        "plan": id,
        "line": line,
        "in_plan": True if desk.maybe("in plan", 25) else None,
        "carried_over": carried,
    }
