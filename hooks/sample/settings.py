"""The files of a sample that are no records: settings, redirects, glossary, published addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.model.settings import Glossary, Redirects, SiteSettings
from catalogue.writer import record_yaml
from sample.chance import Chance
from sample.model import SampleProgram, SampleRecord
from sample.words import CITY, words

NOTICE = (
    "Dữ liệu mẫu, không có thật: Thành phố Mẫu không tồn tại, "
    "mọi tên, số và ngày đều do máy tạo ra để thử danh mục"
)
PURPOSE = "Danh mục mẫu của một thành phố không có thật, dùng để thử, đo và xem trang khi dữ liệu lớn"
SITE = {
    "name": f"Đào tạo, bồi dưỡng {CITY}",
    "short_name": CITY,
    "city": CITY,
    "description": f"{PURPOSE}. {NOTICE}.",
    "address": "https://thanh-pho-mau.internal/",
    "repository": "https://git.internal/thanh-pho-mau/danh-muc",
    "branch": "main",
    "forge": "gitea",
    "id_authority": "thanh-pho-mau.internal,2026",
    "licence": "CC BY 4.0",
    "licence_address": "https://creativecommons.org/licenses/by/4.0/deed.vi",
    "notice": NOTICE,
    "mail": "bao-sai-sot@thanh-pho-mau.internal",
}


def settings(chance: Chance, records: Sequence[SampleRecord], next_year: int) -> Iterator[tuple[str, str]]:
    """The path and the text of each file. Programmes of the next year have not been published yet."""
    programs = [record for record in records if isinstance(record, SampleProgram)]
    moved = chance.some(programs, 1, 2 + len(programs) // 100)
    redirects = {f"{program.address.rstrip('/')}-cu/": program.address for program in moved}
    published = [record.address for record in records if not is_to_come(record, next_year)]
    yield "site.yml", record_yaml(SiteSettings, {**SITE, "owners": owners(records)})
    yield "redirects.yml", record_yaml(Redirects, redirects)
    yield "glossary.yml", record_yaml(Glossary, {"terms": list(abbreviations())})
    yield "addresses.txt", "".join(f"{address}\n" for address in [*published, *redirects])


def owners(records: Sequence[SampleRecord]) -> dict[str, str]:
    """Who is told of changes: by folder, and the first organization of its own."""
    organization = next(record.id for record in records if record.kind == "organization")
    return {
        "programs": "@thanh-pho-mau/dao-tao",
        "documents": "@thanh-pho-mau/van-ban",
        organization: "@thanh-pho-mau/to-chuc",
    }


def is_to_come(record: SampleRecord, next_year: int) -> bool:
    """Whether a record is a programme of the next year."""
    return isinstance(record, SampleProgram) and record.year == next_year


def abbreviations() -> Iterator[dict[str, object]]:
    """The abbreviations that search knows. All are in general use, so none has a source."""
    for each in words("abbreviations")["general"]:
        short, _, long = each.partition(" = ")
        yield {"short": short, "long": long, "draft": True}
