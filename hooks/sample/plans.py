"""The training plans of a sample: of the city and of its larger bodies for each of the three years, one of a period, one of every year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sample.bodies import CITY
from sample.city import LEADING
from sample.desk import Desk
from sample.entry import Audience, Body, Paper, Plan, Values
from sample.figures import OTHER, stated
from sample.papers import plan_paper


def plans(
    desk: Desk, programs: int, bodies: Sequence[Body], groups: Sequence[Audience]
) -> Iterator[tuple[Plan, Paper]]:
    """Every plan with its document, the city's first."""
    issuer, city = bodies[:2]
    planning = [body for role in LEADING for body in bodies[2:] if body.role == role][: 4 + programs // 60]
    for year in desk.calendar.years:
        whole = plan(desk, f"Kế hoạch đào tạo, bồi dưỡng năm {year} của {CITY}", city, issuer, {"year": year})
        yield whole
        yield from (plan_within(desk, whole[0], body, groups) for body in planning if exists_in(body, year))
    first = desk.calendar.years[0]
    period = {"start": first, "end": first + 4, "note": "Nguồn chỉ nêu giai đoạn, không chia theo năm"}
    yield plan(
        desk, f"Kế hoạch bồi dưỡng giai đoạn {first}-{first + 4} của {CITY}", city, issuer, {"period": period}
    )
    yield plan(desk, "Kế hoạch tập huấn hằng năm của các xã, phường", city, issuer, {"annual": True})


def plan_within(desk: Desk, whole: Plan, body: Body, groups: Sequence[Audience]) -> tuple[Plan, Paper]:
    """The plan of one body, below the city's."""
    learning = [group.id for group in desk.draw.several(groups, 2)] if desk.maybe("groups", 40) else None
    fields: Values = {"year": whole.year, "groups": learning, "parent": whole.id, "blocks": [body.block]}
    return plan(desk, f"Kế hoạch đào tạo, bồi dưỡng năm {whole.year} của {body.name}", body, body, fields)


def exists_in(body: Body, year: int) -> bool:
    """Whether a body is there in a year that it plans for, and at the beginning of which it issues its plan."""
    return (body.start is None or body.start.year <= year) and (
        body.end is None or body.end >= date(year, 3, 1)
    )


def plan(desk: Desk, title: str, lead: Body, issuer: Body, fields: Values) -> tuple[Plan, Paper]:
    """A plan and the document that it is."""
    year = fields.get("year")
    paper = plan_paper(desk, title, issuer, year or desk.calendar.years[0])
    title = desk.title("plan", title)
    values: Values = {
        "title": title,
        "summary": f"{title}, gồm lớp do đơn vị tự mở và lớp cử người đi học."
        if desk.maybe("summary", 70)
        else None,
        **desk.confirmed(drafts=6),
        **fields,
        "document": paper.id if desk.maybe("document", 80) else None,
        "issuer": issuer.id,
        "lead": lead.id,
        "complete": desk.maybe("complete", 30) if desk.maybe("complete stated", 40) else None,
        "figures": [stated(desk, OTHER, "planned", year)] if year and desk.maybe("figures", 50) else None,
        "legal_basis": [{"document": id} for id in desk.draw.several(desk.evidence.documents, 2)]
        if desk.maybe("legal basis", 45)
        else None,
    }
    return Plan(kind="plan", id=desk.id("plan", title), values=values, year=year, lead=lead.id), paper
