"""The files of a sample that are no records: its settings, the addresses that were published, the old ones and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.model.settings import Glossary, Redirects, SiteSettings
from catalogue.writer import record_yaml
from sample.bodies import CITY
from sample.draw import Draw
from sample.entry import Course, Entry
from sample.words import words

NOTICE = "Dữ liệu mẫu, không có thật: Thành phố Mẫu không tồn tại, mọi tên, số và ngày đều do máy tạo ra để thử danh mục"
SITE = {
    "name": f"Đào tạo, bồi dưỡng {CITY}",
    "short_name": CITY,
    "city": CITY,
    "description": f"Danh mục mẫu của một thành phố không có thật, dùng để thử, đo và xem trang khi dữ liệu lớn. {NOTICE}.",
    "address": "https://thanh-pho-mau.example/",
    "repository": "https://git.example/thanh-pho-mau/danh-muc",
    "branch": "main",
    "licence": "CC BY 4.0",
    "licence_address": "https://creativecommons.org/licenses/by/4.0/deed.vi",
    "notice": NOTICE,
    "mail": "bao-sai-sot@thanh-pho-mau.example",
}


def settings(draw: Draw, entries: Sequence[Entry], last_year: int) -> Iterator[tuple[str, str]]:
    """The path and the text of each of these files. What only comes next year has not been published yet."""
    courses = [entry for entry in entries if isinstance(entry, Course)]
    moved = draw.some(courses, 1, 2 + len(courses) // 100)
    redirects = {f"{course.address.rstrip('/')}-cu/": course.address for course in moved}
    published = [
        entry.address for entry in entries if not (isinstance(entry, Course) and entry.year == last_year)
    ]
    yield "site.yml", record_yaml(SiteSettings, SITE)
    yield "redirects.yml", record_yaml(Redirects, redirects)
    yield "glossary.yml", record_yaml(Glossary, {"terms": list(abbreviations())})
    yield "addresses.txt", "".join(f"{address}\n" for address in [*published, *redirects])


def abbreviations() -> Iterator[dict[str, object]]:
    """The abbreviations that search knows: in general use, so none has a source."""
    for each in words("abbreviations")["general"]:
        short, _, long = each.partition(" = ")
        yield {"short": short, "long": long, "draft": True}
