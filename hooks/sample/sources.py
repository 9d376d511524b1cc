"""The sources of a sample: articles and pages of papers that do not exist, at addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from sample.days import days_after
from sample.desk import Desk
from sample.entry import Entry, Values
from sample.words import words

CATEGORIES = ("article", "page", "document_text")


def sources(desk: Desk, programs: int) -> Iterator[Entry]:
    """Every source for so many programmes, the most quoted first."""
    earlier: list[str] = []
    for _ in range(12 + programs // 15):
        english = desk.maybe("english", 3)
        listed = "english_articles" if english else "articles"
        parts = {
            "matter": desk.matter(),
            "people": desk.people(),
            "place": f"xã {desk.place_name()}",
            "year": desk.calendar.years[0],
        }
        title = desk.title("source", desk.sentence(listed, **parts))
        id = desk.id("source", title)
        reprint = [{"source": desk.draw.pick(earlier)}] if earlier and desk.maybe("reprint", 3) else None
        language = "en" if english else "vi" if desk.maybe("language stated", 10) else None
        fields = {
            "sources": reprint,
            "verification": {"level": "reported"},
            **source_fields(desk, id),
            "language": language,
        }
        earlier.append(id)
        yield Entry(kind="source", id=id, values={"title": title, **fields})


def source_fields(desk: Desk, id: str) -> Values:
    """Where and when it was published, as far as that is known; one that prints no year may have one inferred."""
    day = days_after(desk.calendar.today, -desk.draw.between(1, 900))
    yearless, dated = desk.maybe("yearless", 5), desk.maybe("dated", 88)
    scheme = "http" if desk.maybe("plain http", 8) else "https"
    return {
        "summary": "Bài của dữ liệu mẫu; không có tờ báo hay trang nào như vậy."
        if desk.maybe("summary", 60)
        else None,
        "note": words("prose")["year_unknown"][0] if yearless else None,
        "publisher": desk.draw.favourite(words("prose")["publishers"])
        if desk.maybe("publisher", 88)
        else None,
        "date": f"--{day:%m-%d}" if yearless else day if dated else None,
        "inferred_year": day.year if yearless and desk.maybe("inferred year", 80, rare=True) else None,
        "address": f"{scheme}://bao.mau.example/{id}.html" if desk.maybe("address", 85) else None,
        "category": desk.draw.in_turn("category", CATEGORIES),
    }
