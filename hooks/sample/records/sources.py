"""The sources: articles and pages that do not exist, at addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sample.days import days_after
from sample.model import SampleRecord, Values
from sample.tools import Tools
from sample.words import words

CATEGORIES = ("article", "page", "document_text")
ORIGINS = {
    "article": ("press",),
    "page": ("authority", "other"),
    "document_text": ("authority", "copy"),
}
"""Who can stand behind a source, by its category."""


def sources(tools: Tools, programs: int) -> Iterator[SampleRecord]:
    """The sources for so many programmes, the most cited first."""
    earlier: list[str] = []
    for _ in range(12 + programs // 15):
        source = source_after(tools, earlier)
        earlier.append(source.id)
        yield source


def source_after(tools: Tools, earlier: list[str]) -> SampleRecord:
    """A source; a few are reprints of an earlier one."""
    english = tools.maybe("english", 3)
    title = tools.title("source", headline(tools, english=english))
    id = tools.id("source", title)
    reprinted = earlier and tools.maybe("reprint", 3)
    values: Values = {
        "title": title,
        "sources": [{"source": tools.chance.pick(earlier)}] if reprinted else None,
        "verification": {"level": "reported"},
        "language": "en" if english else tools.perhaps("language stated", 10, "vi"),
        **publication(tools, id),
    }
    return SampleRecord(kind="source", id=id, values=values)


def headline(tools: Tools, *, english: bool) -> str:
    """What an article is called."""
    return tools.sentence(
        "english_articles" if english else "articles",
        matter=tools.matter(),
        people=tools.people(),
        place=f"xã {tools.place_name()}",
        year=tools.calendar.last_year,
    )


def publication(tools: Tools, id: str) -> Values:
    """Where and when a source was published, as far as that is known; a missing year may be inferred."""
    day = days_after(tools.calendar.today, -tools.chance.between(1, 900))
    yearless, dated = tools.maybe("yearless", 5), tools.maybe("dated", 88)
    scheme = "http" if tools.maybe("plain http", 8) else "https"
    invented = "Bài của dữ liệu mẫu; không có tờ báo hay trang nào như vậy."
    publishers = words("prose")["publishers"]
    fields: Values = {
        "summary": tools.perhaps("summary", 60, invented),
        "note": words("prose")["year_unknown"][0] if yearless else None,
        "publisher": tools.chance.favourite(publishers) if tools.maybe("publisher", 88) else None,
        "date": f"--{day:%m-%d}" if yearless else day if dated else None,
        "inferred_year": tools.perhaps("inferred year", 80, day.year, rare=True) if yearless else None,
        "address": tools.perhaps("address", 85, f"{scheme}://bao.mau.example/{id}.html"),
        "category": tools.chance.in_turn("category", CATEGORIES),
    }
    return {**fields, "origin": origin(tools.apart("origin"), fields["category"])}


def origin(tools: Tools, category: str) -> str | None:
    """Who stands behind a source, where it can be told."""
    if not tools.maybe(f"origin of {category}", 75, rare=True):
        return None
    return tools.chance.in_turn(category, ORIGINS[category])
