"""The topics of a sample, most of them in lists; those of one list are drafts whose names are not published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sample.desk import Desk
from sample.entry import Entry, Values
from sample.words import capitalized, words

LENGTH = 12
"""Topics of a list that the source names."""
UNNAMED = 8
"""Topics of the list whose names are not published."""
FORMS = (
    "{matter}",
    "Kỹ năng {matter}",
    "Quy trình {matter}",
    "Tình huống thường gặp khi {matter}",
    "Điểm mới về {matter}",
    "Kinh nghiệm {matter}",
)


class Shelf(NamedTuple):
    """A list that topics stand in: its id, its title, how many of its topics are recorded."""

    id: str
    title: str
    recorded: int


class Topic(NamedTuple):
    """A topic with the field that it is about; None of one that has no name yet."""

    entry: Entry
    subject: str | None


def topics(desk: Desk, programs: int) -> tuple[list[Topic], list[Shelf]]:
    """Every topic for so many programmes, and the lists that they stand in."""
    found = list(
        unnamed_topics(
            desk, unnamed := shelf(desk, "Các chuyên đề khối chính quyền chưa công bố tên", UNNAMED)
        )
    )
    shelves = [unnamed]
    for index in range(8 + programs // 4):
        if index % (2 * LENGTH) == 0:
            shelves.append(shelf(desk, f"Danh sách chuyên đề số {len(shelves)}", LENGTH))
        number = index % (2 * LENGTH) + 1
        found.append(topic(desk, shelves[-1] if number <= LENGTH else None, number))
    last = sum(1 for each in found if each.entry.values.get("set") == shelves[-1].id)
    return found, [*shelves[:-1], shelves[-1]._replace(recorded=last)]


def shelf(desk: Desk, wished: str, recorded: int) -> Shelf:
    """A list with a title and an id of its own."""
    title = desk.title("topic_set", wished)
    return Shelf(desk.id("topic_set", title), title, recorded)


def topic(desk: Desk, shelf: Shelf | None, number: int) -> Topic:
    """A topic with a name."""
    subject = desk.draw.in_turn("subject", tuple(words("subjects"))[::-1])
    matter = desk.draw.pick(words("subjects")[subject])
    title = desk.title("topic", capitalized(desk.draw.pick(FORMS).format(matter=matter)))
    values: Values = {
        "title": title,
        "summary": f"Chuyên đề trình bày việc {matter}, kèm bài tập và câu hỏi thảo luận."
        if desk.maybe("summary", 60)
        else None,
        **desk.confirmed(drafts=10),
        "set": shelf.id if shelf else None,
        "number": number if shelf else None,
        "blocks": [desk.draw.pick(("government", "government", "party", "mass_organizations"))]
        if desk.maybe("blocks", 50)
        else None,
        "fields": [subject],
        "keywords": [each.strip() for each in matter.split(",")][:3] if desk.maybe("keywords", 40) else None,
    }
    return Topic(Entry(kind="topic", id=desk.id("topic", title), values=values), subject)


def unnamed_topics(desk: Desk, shelf: Shelf) -> Iterator[Topic]:
    """Drafts that keep the place of topics whose names no source has; some with a field that a source hints at."""
    for number in range(1, UNNAMED + 1):
        title = desk.title("topic", f"Chuyên đề chưa công bố tên (số ghi tạm {number:02})")
        hint = {"subject": capitalized(desk.matter()), "source": desk.draw.favourite(desk.evidence.sources)}
        values: Values = {
            "title": title,
            "summary": "Chỗ giữ sẵn cho một chuyên đề mà nguồn chưa nêu tên.",
            "verification": {"level": "draft"},
        }
        values |= {
            "set": shelf.id,
            "number": number,
            "blocks": ["government"],
            "hint": hint if desk.maybe("hint", 70) else None,
        }
        yield Topic(Entry(kind="topic", id=desk.id("topic", title), values=values), None)
