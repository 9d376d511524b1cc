"""The topics, most of them in topic sets; those of one set are drafts whose names are not published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sample.model import SampleTopic, Values
from sample.tools import Tools
from sample.words import capitalized, words

LENGTH = 12
"""Topics of a set with names. As many that belong to no set follow each."""
UNNAMED = 8
"""Topics of the set without names."""
FORMS = (
    "{matter}",
    "Kỹ năng {matter}",
    "Quy trình {matter}",
    "Tình huống thường gặp khi {matter}",
    "Điểm mới về {matter}",
    "Kinh nghiệm {matter}",
)


class OpenTopicSet(NamedTuple):
    """A topic set whose record is yet to be made; so many of its topics are recorded."""

    id: str
    title: str
    recorded: int


def topics(tools: Tools, programs: int) -> tuple[list[SampleTopic], list[OpenTopicSet]]:
    """The topics for so many programmes, and the sets that they are in."""
    unnamed = open_topic_set(tools, "Các chuyên đề khối chính quyền chưa công bố tên", UNNAMED)
    sets, found = [unnamed], list(unnamed_topics(tools, unnamed))
    count = 8 + programs // 4
    for first in range(0, count, 2 * LENGTH):
        left = count - first
        sets.append(open_topic_set(tools, f"Danh sách chuyên đề số {len(sets)}", min(LENGTH, left)))
        numbers = range(1, min(2 * LENGTH, left) + 1)
        found += [topic(tools, sets[-1] if number <= LENGTH else None, number) for number in numbers]
    return found, sets


def open_topic_set(tools: Tools, wished: str, recorded: int) -> OpenTopicSet:
    """A topic set with a title and an id that no other has."""
    title = tools.title("topic_set", wished)
    return OpenTopicSet(tools.id("topic_set", title), title, recorded)


def topic(tools: Tools, topic_set: OpenTopicSet | None, number: int) -> SampleTopic:
    """A topic with a name."""
    subject = tools.chance.in_turn("subject", tuple(words("subjects"))[::-1])
    matter = tools.chance.pick(words("subjects")[subject])
    title = tools.title("topic", capitalized(tools.chance.pick(FORMS).format(matter=matter)))
    summary = f"Chuyên đề trình bày việc {matter}, kèm bài tập và câu hỏi thảo luận."
    values: Values = {
        "title": title,
        "summary": tools.perhaps("summary", 60, summary),
        **tools.confirmed(drafts=10),
        "set": topic_set.id if topic_set else None,
        "number": number if topic_set else None,
        "blocks": [block(tools)] if tools.maybe("blocks", 50) else None,
        "fields": [subject],
        "keywords": tools.perhaps("keywords", 40, [each.strip() for each in matter.split(",")][:3]),
    }
    return SampleTopic(kind="topic", id=tools.id("topic", title), values=values, subject=subject)


def block(tools: Tools) -> str:
    """A block; every second topic is of the government's."""
    return tools.chance.pick(("government", "government", "party", "mass_organizations"))


def unnamed_topics(tools: Tools, topic_set: OpenTopicSet) -> Iterator[SampleTopic]:
    """Drafts in the place of topics whose names no source has; of most, a source hints at the field."""
    for number in range(1, topic_set.recorded + 1):
        title = tools.title("topic", f"Chuyên đề chưa công bố tên (số ghi tạm {number:02})")
        hint = {
            "subject": capitalized(tools.matter()),
            "source": tools.chance.favourite(tools.evidence.sources),
        }
        values: Values = {
            "title": title,
            "summary": "Chỗ giữ sẵn cho một chuyên đề mà nguồn chưa nêu tên.",
            "verification": {"level": "draft"},
            "set": topic_set.id,
            "number": number,
            "blocks": ["government"],
            "hint": tools.perhaps("hint", 70, hint),
        }
        yield SampleTopic(kind="topic", id=tools.id("topic", title), values=values, subject=None)
