"""The programmes as records, made from their outlines one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.directory import Directory
from sample.model import SampleProgram, Values
from sample.programs.amounts import amounts
from sample.programs.classes import classes, venue
from sample.programs.designs import ProgramDesign, design_of
from sample.programs.outlines import ProgramOutline
from sample.programs.participants import participants
from sample.programs.reviews import reviewed
from sample.programs.statements import note, statements
from sample.programs.themes import title
from sample.programs.times import Dating
from sample.tools import Tools

ALL_BLOCKS = ("party", "mass_organizations", "government")
MODES = ("full_time", "part_time", "online", "blended")


def programs(
    tools: Tools, directory: Directory, outlines: Sequence[ProgramOutline]
) -> Iterator[SampleProgram]:
    """Every programme, each after those that it refers to."""
    made: list[SampleProgram] = []
    for outline in outlines:
        program = program_of(tools, directory, outline, made)
        made.append(program.remembered())
        yield program


def program_of(
    tools: Tools, directory: Directory, outline: ProgramOutline, made: Sequence[SampleProgram]
) -> SampleProgram:
    """A programme; one that is repeated keeps title, theme, groups and lead of the year before."""
    repeated, whole, perhaps_whole = (
        made[number] if number is not None else None
        for number in (outline.repeats, outline.part_of, outline.perhaps_part_of)
    )
    design = design_of(tools, directory, outline, repeated, whole or perhaps_whole)
    named = repeated.title if repeated else title(tools, outline, design.teaching)
    values: Values = {
        "title": named,
        **fields(tools, directory, design),
        "part_of": whole.id if whole else None,
        "perhaps_part_of": perhaps_whole.id if perhaps_whole else None,
        "repeats": repeats(tools.apart("repeats"), repeated) if repeated else None,
    }
    values |= state_by_figures(values)
    values |= reviewed(tools.apart("reviews"), directory, design, values)
    return SampleProgram(
        kind="program",
        id=tools.id("program", f"{named} {outline.year}" if repeated else named),
        values=values,
        subfolder=str(outline.year or ""),
        year=outline.year,
        teaching=design.teaching,
        plan=values["plan"],
        learners=None if whole else planned_learners(values["figures"]),
    )


def repeats(tools: Tools, repeated: SampleProgram) -> str | None:
    """The programme of the year before, where a source says that it is the same."""
    return tools.perhaps("repeats", 80, repeated.id, rare=True)


def planned_learners(figures: Sequence[Values]) -> int | None:
    """The learners that figures plan."""
    wanted = {"measure": "learners", "state": "planned"}
    return next((each["value"] for each in figures if wanted.items() <= each.items()), None)


def fields(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """All fields that follow from the design."""
    confirmed = tools.confirmed(drafts=9)
    return {
        **confirmed,
        "note": confirmed["note"] or note(tools),
        "adjustments": tools.adjustments(4),
        **participants(tools, directory, design),
        **when_and_where(tools, directory, design),
        **amounts(tools, design),
        **classification(tools, directory, design),
        **place_in_plan(tools, directory, design),
        **statements(tools, directory, design.teaching),
        "classes": list(classes(tools, directory, design)) if not design.outline.parts else None,
    }


def when_and_where(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """Period, progress, venue, country and mode."""
    return {
        "period": period(tools, design),
        "state": progress(tools, design),
        **where(tools, directory, design),
        "mode": tools.chance.in_turn("mode", MODES) if tools.maybe("mode stated", 60) else None,
    }


def where(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """The country, or a venue in the city."""
    country = design.teaching.theme.country
    if country:
        return {"venue": {"place": country}, "abroad": True, "country": country}
    return {
        "venue": venue(tools, directory, design) if tools.maybe("venue", 40) else None,
        "abroad": tools.perhaps("not abroad", 12, value=False),
    }


def progress(tools: Tools, design: ProgramDesign) -> str | None:
    """How far a programme has come; one of the next year may be no more than a wish."""
    year = design.outline.year
    if year is None:
        return tools.perhaps("undated done", 50, "done")
    if design.over:
        return "done" if tools.maybe("done", 80) else "planned"
    return "proposed" if year == tools.calendar.next_year and tools.maybe("proposed", 25) else "planned"


def state_by_figures(values: Values) -> Values:
    """What was planned, and is told by nothing but what was done, is done."""
    states = {figure["state"] for figure in values["figures"] if not figure.get("title")}
    return {"state": "done"} if values["state"] == "planned" and states == {"done"} else {}


def period(tools: Tools, design: ProgramDesign) -> Values | None:
    """The days of a programme, or its year; nothing where its classes say enough and it is not repeated."""
    outline, dated = design.outline, design.dating is Dating.DAY
    if outline.year is None:
        return None
    ends = [time.end for time in design.times]
    if ends and not outline.parts and dated and tools.maybe("exact period", 12):
        return {"start": design.times[0].start, "end": max(ends)}
    needed = outline.is_repeated or outline.repeats is not None or not outline.classes
    if not needed and tools.maybe("no period", 14):
        return None
    return {
        "start": outline.year,
        "end": max([outline.year, *(end.year for end in ends)]),
        "inferred": tools.perhaps("inferred period", 7, value=True),
        "note": tools.sentence("period_note") if tools.maybe("period note", 6) else None,
    }


def classification(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """Category, contents, field, block and topics."""
    theme = design.teaching.theme
    topics = directory.topics.get(theme.subject or "", ())
    return {
        "categories": tools.perhaps("category", 95, [design.outline.category]),
        "content": tools.perhaps(f"{theme.contents[0]} stated", 88, theme.contents, rare=True),
        "fields": [theme.subject],
        "blocks": blocks(tools, design.teaching.lead.block) if tools.maybe("blocks", 72) else None,
        "topics": tools.chance.some(topics, 1, 4) if topics and tools.maybe("topics", 35) else None,
    }


def blocks(tools: Tools, block: str) -> Sequence[str]:
    """Whose plan a programme belongs to: the block of its lead, or all."""
    return ALL_BLOCKS if tools.maybe("all blocks", 8) else [block]


def place_in_plan(tools: Tools, directory: Directory, design: ProgramDesign) -> Values:
    """The plan of a programme, its lead's or the city's, and the line in it; or that it is in none."""
    year, lead = design.outline.year, design.teaching.lead
    plan = directory.plans.get((year, lead.id)) or directory.plans.get((year, directory.city_lead))
    if year is None or plan is None or not tools.maybe("plan", 72):
        return {"plan": None, "in_plan": tools.perhaps("outside plan", 12, value=False)}
    return {
        "plan": plan,
        "line": line(tools) if tools.maybe("line", 55) else None,
        "carried_over": tools.perhaps("carried over", 4, value=True),
        "in_plan": tools.perhaps("in plan", 25, value=True),
    }


def line(tools: Tools) -> str:
    """The number of a line in a plan."""
    return f"{tools.chance.pick(('I', 'II', 'III', 'IV'))}.{tools.chance.between(1, 40)}"
