"""The reports: figures of organizations and groups that belong to no single programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.directory import Directory
from sample.model import SampleProgram, SampleRecord, Values
from sample.records.figures import stated
from sample.tools import Tools
from sample.words import words

REPORTED = tuple(name.removeprefix("reports_") for name in words("prose") if name.startswith("reports_"))
"""The measures that reports give."""


def reports(tools: Tools, directory: Directory, programs: Sequence[SampleProgram]) -> Iterator[SampleRecord]:
    """One report of each measure, and more for many programmes."""
    for _ in range(len(REPORTED) + len(programs) // 100):
        yield report(tools, directory, programs)


def report(tools: Tools, directory: Directory, programs: Sequence[SampleProgram]) -> SampleRecord:
    """A report with its own figure, the figures of some organizations and groups, and a sum beside it."""
    measure = tools.chance.in_turn("reported", REPORTED)
    about, year = subject(tools, directory, measure)
    title = about["title"]
    values: Values = {
        "summary": tools.perhaps("summary", 60, f"{title}: số liệu mẫu."),
        **tools.confirmed(drafts=6),
        "subject": tools.perhaps("subject", 70, title.partition(" của ")[0]),
        **about,
        "period": tools.perhaps("period", 85, {"start": year, "end": year}),
        "declared": [stated(tools, (measure,), "done", year)],
        "rows": rows(tools, directory, measure, year) if tools.maybe("rows", 60) else None,
        "reference_sum": reference_sum(tools, programs) if tools.maybe("reference sum", 25) else None,
    }
    if values["rows"]:
        values["complete"] = tools.apart("complete").perhaps("complete", 50, value=False)
    return SampleRecord(kind="report", id=tools.id("report", title), values=values)


def subject(tools: Tools, directory: Directory, measure: str) -> tuple[Values, int]:
    """The title, the organization or group that it names, and the year."""
    organization = tools.chance.favourite(directory.leads[False])
    group = tools.chance.favourite(directory.groups)
    year = tools.chance.pick((tools.calendar.last_year, tools.calendar.this_year))
    names = {"organization": organization.name, "people": group.name, "year": year}
    title = tools.title("report", tools.sentence(f"reports_{measure}", **names))
    named = {"organization": organization.id} if organization.name in title else {"group": group.id}
    return {"title": title, **named}, year


def rows(tools: Tools, directory: Directory, measure: str, year: int) -> list[Values]:
    """Two to seven rows."""
    return [row(tools, directory, measure, year) for _ in range(tools.chance.between(2, 7))]


def row(tools: Tools, directory: Directory, measure: str, year: int) -> Values:
    """The figures of one organization, one group, or a part of the period."""
    figures = [stated(tools, (measure,), "done", year)]
    if tools.maybe("row by title", 25):
        return {"title": tools.sentence("period_titles"), "figures": figures}
    if tools.maybe("row of a body", 60):
        return {"organization": tools.chance.favourite(directory.senders[False]).id, "figures": figures}
    return {"group": tools.chance.favourite(directory.groups).id, "figures": figures}


def reference_sum(tools: Tools, programs: Sequence[SampleProgram]) -> Values:
    """Programmes whose figures may be added up beside the report's own."""
    return {
        "programs": [program.id for program in tools.chance.some(programs, 1, 6)],
        "caution": tools.sentence("cautions"),
    }
