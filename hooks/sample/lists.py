"""The lists and reports of a sample, which come after the programmes that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.city import Index
from sample.desk import Desk
from sample.entry import Course, Entry, Values
from sample.figures import stated
from sample.topics import Shelf
from sample.words import capitalized, words

REPORTED = tuple(name.removeprefix("reports_") for name in words("prose") if name.startswith("reports_"))
"""What reports are about: a measure each."""


def topic_sets(
    desk: Desk, index: Index, shelves: Sequence[Shelf], courses: Sequence[Course]
) -> Iterator[Entry]:
    """The lists that topics stand in, then lists of programmes, modules, fields and needs."""
    for shelf in shelves:
        unpublished = desk.draw.between(0, 6) if desk.maybe("unpublished", 40) else 0
        count = shelf.recorded + unpublished if desk.maybe("count", 90) else None
        complete = count == shelf.recorded if count and desk.maybe("complete", 60) else None
        fields = {"of": "topics", "count": count, "complete": complete}
        yield topic_set(desk, index, shelf.title, fields, courses, shelf.id)
    for number in range(4 + len(courses) // 150):
        of = desk.draw.in_turn("of", ("programs", "fields", "modules", "needs"))
        yield listed(desk, index, of, number + 1, courses)


def listed(desk: Desk, index: Index, of: str, number: int, courses: Sequence[Course]) -> Entry:
    """A list of programmes, or of things that a source names without more."""
    if of == "programs":
        programs = list(dict.fromkeys(course.id for course in desk.draw.some(courses, 1, 5)))
        return topic_set(
            desk,
            index,
            f"Các chương trình trọng điểm, danh sách {number}",
            {"of": of, "count": len(programs), "programs": programs},
            courses,
        )
    names = {
        "fields": "Lĩnh vực còn thiếu người",
        "modules": "Học phần bắt buộc",
        "needs": "Nhu cầu bồi dưỡng",
    }
    items = list(dict.fromkeys(capitalized(desk.matter()) for _ in range(desk.draw.between(2, 6))))
    fields = {"of": of, "items": items, "complete": False if desk.maybe("incomplete", 50) else None}
    return topic_set(desk, index, f"{names[of]}, danh sách {number}", fields, courses)


def topic_set(
    desk: Desk, index: Index, wished: str, fields: Values, courses: Sequence[Course], id: str | None = None
) -> Entry:
    """A list with what every list has; one whose id is known already has its title too."""
    title = wished if id else desk.title("topic_set", wished)
    values: Values = {
        "title": title,
        "summary": f"{title}: theo kế hoạch của dữ liệu mẫu." if desk.maybe("summary", 60) else None,
        **desk.confirmed(drafts=6),
        **fields,
        "program": desk.draw.pick(courses).id
        if fields["of"] in {"topics", "modules"} and desk.maybe("program", 40)
        else None,
        "plan": desk.draw.favourite(list(index.plans.values())) if desk.maybe("plan", 45) else None,
        "lead": desk.draw.favourite(index.leads[False]).id if desk.maybe("lead", 50) else None,
        "blocks": ["government"] if desk.maybe("blocks", 35) else None,
    }
    return Entry(kind="topic_set", id=id or desk.id("topic_set", title), values=values)


def reports(desk: Desk, index: Index, courses: Sequence[Course]) -> Iterator[Entry]:
    """Figures of bodies and groups that belong to no single programme."""
    for _ in range(len(REPORTED) + len(courses) // 100):
        measure = desk.draw.in_turn("reported", REPORTED)
        body, group, year = (
            desk.draw.favourite(index.leads[False]),
            desk.draw.favourite(index.groups),
            desk.draw.pick(desk.calendar.years[:2]),
        )
        title = desk.title(
            "report", desk.sentence(f"reports_{measure}", body=body.name, people=group.name, year=year)
        )
        of_body = body.name in title
        values: Values = {
            "title": title,
            "summary": f"{title}: số liệu mẫu." if desk.maybe("summary", 60) else None,
            **desk.confirmed(drafts=6),
            "subject": title.partition(" của ")[0] if desk.maybe("subject", 70) else None,
            "organization": body.id if of_body else None,
            "group": None if of_body else group.id,
            "period": {"start": year, "end": year} if desk.maybe("period", 85) else None,
            "declared": [stated(desk, (measure,), "done", year)],
            "rows": [row(desk, index, measure, year) for _ in range(desk.draw.between(2, 7))]
            if desk.maybe("rows", 60)
            else None,
            "reference_sum": reference_sum(desk, courses) if desk.maybe("reference sum", 25) else None,
        }
        yield Entry(kind="report", id=desk.id("report", title), values=values)


def row(desk: Desk, index: Index, measure: str, year: int) -> Values:
    """The figures of one body or group."""
    figures = [stated(desk, (measure,), "done", year)]
    if desk.maybe("row by title", 25):
        return {"title": desk.sentence("period_titles"), "figures": figures}
    if desk.maybe("row of a body", 60):
        return {"organization": desk.draw.favourite(index.senders[False]).id, "figures": figures}
    return {"group": desk.draw.favourite(index.groups).id, "figures": figures}


def reference_sum(desk: Desk, courses: Sequence[Course]) -> Values:
    """Programmes whose figures may be set beside a report's own."""
    return {
        "programs": [course.id for course in desk.draw.some(courses, 1, 6)],
        "caution": desk.sentence("cautions"),
    }
