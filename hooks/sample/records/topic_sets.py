"""The topic sets: of topics, programmes, modules, fields and needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sample.directory import Directory
from sample.model import SampleProgram, SampleRecord, Values
from sample.records.topics import OpenTopicSet
from sample.tools import Tools
from sample.words import capitalized, words

TITLES = {
    "programs": "Các chương trình trọng điểm",
    "fields": "Lĩnh vực còn thiếu người",
    "modules": "Học phần bắt buộc",
    "needs": "Nhu cầu bồi dưỡng",
}


def topic_sets(
    tools: Tools, directory: Directory, sets: Sequence[OpenTopicSet], programs: Sequence[SampleProgram]
) -> Iterator[SampleRecord]:
    """The sets that topics are in, then the others."""
    for open_set in sets:
        fields = set_of_topics(tools, open_set.recorded)
        values = {
            "title": open_set.title,
            **common_fields(tools, directory, open_set.title, fields, programs),
        }
        yield SampleRecord(kind="topic_set", id=open_set.id, values=values)
    for number in range(1, 5 + len(programs) // 150):
        of = tools.chance.in_turn("of", ("programs", "fields", "modules", "needs"))
        fields = set_of_programs(tools, programs) if of == "programs" else set_of_items(tools, directory, of)
        title = tools.title("topic_set", f"{TITLES[of]}, danh sách {number}")
        values = {"title": title, **common_fields(tools, directory, title, fields, programs)}
        yield SampleRecord(kind="topic_set", id=tools.id("topic_set", title), values=values)


def set_of_topics(tools: Tools, recorded: int) -> Values:
    """How many topics a set has, and whether all of them are recorded."""
    unpublished = tools.chance.between(0, 6) if tools.maybe("unpublished", 40) else 0
    count = tools.perhaps("count", 90, recorded + unpublished)
    complete = tools.perhaps("complete", 60, unpublished == 0) if count else None
    return {"of": "topics", "count": count, "complete": complete}


def set_of_programs(tools: Tools, programs: Sequence[SampleProgram]) -> Values:
    """A few programmes."""
    ids = list(dict.fromkeys(program.id for program in tools.chance.some(programs, 1, 5)))
    return {"of": "programs", "count": len(ids), "programs": ids}


def set_of_items(tools: Tools, directory: Directory, of: str) -> Values:
    """Modules, fields or needs, of which a source gives no more than the names."""
    matters = list(dict.fromkeys(tools.matter() for _ in range(tools.chance.between(2, 6))))
    return {
        "of": of,
        "items": [capitalized(matter) for matter in matters],
        "complete": tools.perhaps("incomplete", 50, value=False),
        **(needs(tools.apart("needs"), directory, matters) if of == "needs" else {}),
    }


def needs(tools: Tools, directory: Directory, matters: Sequence[str]) -> Values:
    """Who needs something, in which fields, and when."""
    needing = tools.chance.several(directory.groups, 2)
    fields = [subject for subject, taught in words("subjects").items() if set(matters) & set(taught)]
    year = tools.calendar.next_year
    return {
        "groups": tools.perhaps("groups", 80, [group.id for group in needing]),
        "fields": tools.perhaps("fields", 80, fields),
        "period": tools.perhaps("period", 80, {"start": year, "end": year}),
    }


def common_fields(
    tools: Tools, directory: Directory, title: str, fields: Values, programs: Sequence[SampleProgram]
) -> Values:
    """The fields that every set has, and some of its own; only topics and modules are part of a programme."""
    summary = f"{title}: theo kế hoạch của dữ liệu mẫu."
    taught = fields["of"] in {"topics", "modules"}
    plans = list(directory.plans.values())
    return {
        "summary": tools.perhaps("summary", 60, summary),
        **tools.confirmed(drafts=6),
        **fields,
        "program": tools.chance.pick(programs).id if taught and tools.maybe("program", 40) else None,
        "plan": tools.chance.favourite(plans) if tools.maybe("plan", 45) else None,
        "lead": tools.chance.favourite(directory.leads[False]).id if tools.maybe("lead", 50) else None,
        "blocks": tools.perhaps("blocks", 35, ["government"]),
    }
