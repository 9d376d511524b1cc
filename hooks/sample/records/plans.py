"""The training plans: of the city and of its larger organizations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sample.directory import LEADING
from sample.model import (
    SampleDocument,
    SampleGroup,
    SampleOrganization,
    SamplePlan,
    SampleProgram,
    SampleRecord,
    Values,
)
from sample.records.documents import plan_document
from sample.records.figures import OTHER_MEASURES, stated
from sample.tools import Tools
from sample.words import CITY

Planned = tuple[SamplePlan, SampleDocument]
"""A plan with its document."""


def plans(
    tools: Tools, programs: int, organizations: Sequence[SampleOrganization], groups: Sequence[SampleGroup]
) -> Iterator[Planned]:
    """The plans for so many programmes, the city's first."""
    issuer, lead = organizations[:2]
    leading = [each for role in LEADING for each in organizations[2:] if each.role == role]
    planning = leading[: 4 + programs // 60]
    for year in tools.calendar.years:
        title = f"Kế hoạch đào tạo, bồi dưỡng năm {year} của {CITY}"
        whole = plan(tools, title, lead, issuer, {"year": year})
        yield whole
        yield from (plan_within(tools, whole[0], each, groups) for each in planning if plans_in(each, year))
    yield plan_of_period(tools, lead, issuer)
    yield plan(tools, "Kế hoạch tập huấn hằng năm của các xã, phường", lead, issuer, {"annual": True})


def plan_of_period(tools: Tools, lead: SampleOrganization, issuer: SampleOrganization) -> Planned:
    """The city's plan of five years."""
    start, end = tools.calendar.last_year, tools.calendar.last_year + 4
    period = {"start": start, "end": end, "note": "Nguồn chỉ nêu giai đoạn, không chia theo năm"}
    title = f"Kế hoạch bồi dưỡng giai đoạn {start}-{end} của {CITY}"
    return plan(tools, title, lead, issuer, {"period": period})


def plan_within(
    tools: Tools, whole: SamplePlan, lead: SampleOrganization, groups: Sequence[SampleGroup]
) -> Planned:
    """The plan of one organization, below the city's."""
    grouped = tools.maybe("groups", 40)
    fields: Values = {
        "year": whole.year,
        "groups": [group.id for group in tools.chance.several(groups, 2)] if grouped else None,
        "parent": whole.id,
        "blocks": [lead.block],
    }
    title = f"Kế hoạch đào tạo, bồi dưỡng năm {whole.year} của {lead.name}"
    return plan(tools, title, lead, lead, fields)


def plans_in(organization: SampleOrganization, year: int) -> bool:
    """Whether an organization has begun in a year, and has not ended before it could issue a plan."""
    begun = organization.start is None or organization.start.year <= year
    return begun and (organization.end is None or organization.end >= date(year, 3, 1))


def plan(
    tools: Tools, title: str, lead: SampleOrganization, issuer: SampleOrganization, fields: Values
) -> Planned:
    """A plan and its document."""
    year = fields.get("year")
    document = plan_document(tools, title, issuer, year or tools.calendar.last_year)
    title = tools.title("plan", title)
    summary = f"{title}, gồm lớp do đơn vị tự mở và lớp cử người đi học."
    values: Values = {
        "title": title,
        "summary": tools.perhaps("summary", 70, summary),
        **tools.confirmed(drafts=6),
        "adjustments": tools.adjustments(8),
        **fields,
        "document": tools.perhaps("document", 80, document.id),
        "issuer": issuer.id,
        "lead": lead.id,
        "complete": tools.maybe("complete", 30) if tools.maybe("complete stated", 40) else None,
        "figures": figures(tools, year) if year and tools.maybe("figures", 50) else None,
        "legal_basis": legal_basis(tools) if tools.maybe("legal basis", 45) else None,
    }
    made = SamplePlan(kind="plan", id=tools.id("plan", title), values=values, year=year, lead=lead.id)
    return made, document


def figures(tools: Tools, year: int) -> list[Values]:
    """What a plan counts that no programme does."""
    return [stated(tools, OTHER_MEASURES, "planned", year)]


def legal_basis(tools: Tools) -> list[Values]:
    """The documents that a plan rests on."""
    return [{"document": id} for id in tools.chance.several(tools.evidence.documents, 2)]


def with_subtotals(
    tools: Tools, records: Sequence[SampleRecord], programs: Sequence[SampleProgram]
) -> Iterator[SampleRecord]:
    """The records; some plans among them now add up a few of their programmes."""
    counted: dict[str, list[SampleProgram]] = defaultdict(list)
    for program in programs:
        if program.plan and program.learners:
            counted[program.plan].append(program)
    for record in records:
        of_plan = counted[record.id] if record.kind == "plan" else []
        if len(of_plan) > 1 and tools.maybe("subtotal", 25, rare=True):
            yield with_subtotal(record, of_plan[: tools.chance.between(2, 6)])
        else:
            yield record


def with_subtotal(plan: SampleRecord, programs: Sequence[SampleProgram]) -> SampleRecord:
    """A plan with a figure that adds up the learners of some programmes."""
    subtotal = {
        "measure": "learners",
        "value": sum(program.learners or 0 for program in programs),
        "title": "Cộng các chương trình trọng tâm",
        "state": "planned",
        "covers": [program.id for program in programs],
    }
    figures = [*(plan.values["figures"] or []), subtotal]
    return replace(plan, values={**plan.values, "figures": figures})
