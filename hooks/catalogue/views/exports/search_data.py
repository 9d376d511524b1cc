"""The data of search in columns: titles first, then what filters and ranks, then the words of the rest.

Records stand in dictionary order of their titles. docs/assets/javascripts/search/engine/data.js reads what is
written here as short as can be: ids as what they add to their title, references by the position of a record
among those of its kind, days as numbers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from catalogue.language.everyday import EVERYDAY
from catalogue.language.vocabulary import (
    Block,
    Category,
    Confirmation,
    Content,
    Mode,
    Progress,
    Subject,
    Vocabulary,
)
from catalogue.load import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Source, Topic
from catalogue.model.sections import SECTIONS
from catalogue.model.standing import program_times
from catalogue.page import File, Output, WrittenPage
from catalogue.views.exports.search_codes import DIGITS, STATES, beyond_title, class_codes, one_line, steps
from catalogue.views.exports.search_texts import texts_of
from catalogue.views.words.context import Context
from catalogue.views.words.figures import AMOUNTS, amounts
from catalogue.views.words.phrases import Phrases

ADDRESS = "assets/search/"
VERSION = 4
"""Raised whenever the shape of a file changes: a page opened before that reads no file of another version."""
VOCABULARIES: Mapping[str, type[Vocabulary]] = {
    "block": Block,
    "category": Category,
    "content": Content,
    "field": Subject,
    "mode": Mode,
    "verification": Confirmation,
}
"""The facets whose values are the words of a vocabulary."""
PROGRESSES = ("", *Progress)


class SearchedPage(NamedTuple):
    """A page that is found although no record stands behind it: its address, title, other names and words."""

    address: str
    title: str
    names: tuple[str, ...]
    words: str


class Library(NamedTuple):
    """What search knows: the records in order, the position of each among its kind, the other pages."""

    catalogue: Catalogue
    records: Sequence[Record]
    pages: Sequence[SearchedPage]
    indexes: Mapping[tuple[str, str], int]


def search_files(context: Context) -> Iterator[Output]:
    """The files of search."""
    library = library_of(context)
    parts: Mapping[str, Callable[[], dict[str, Any]]] = {
        "titles": partial(titles, library),
        "facets": partial(facets, library),
        "details": partial(details, context.phrases, library),
    }
    for name, make in parts.items():
        yield Output(f"{ADDRESS}{name}.json", partial(search_file, name, make))


def search_file(name: str, make: Callable[[], dict[str, Any]]) -> File:
    """One file: its columns behind the version."""
    text = json.dumps({"version": VERSION, **make()}, ensure_ascii=False, separators=(",", ":"))
    return File(f"{ADDRESS}{name}.json", text.encode(), "application/json")


def library_of(context: Context) -> Library:
    """What stands in the search of a catalogue."""
    catalogue = context.catalogue
    counts: dict[str, int] = {}
    indexes: dict[tuple[str, str], int] = {}
    for record in catalogue.by_title:
        indexes[record.kind, record.id] = counts[record.kind] = counts.get(record.kind, -1) + 1
    pages = tuple(searched_pages(context.publication.written))
    return Library(catalogue, catalogue.by_title, pages, indexes)


ASKED_FOR: Mapping[str, tuple[str, ...]] = {
    "tim-lop": (
        "tôi được đi học lớp nào",
        "tôi nên học lớp gì",
        "tôi phải học lớp nào",
        "lớp nào phù hợp với tôi",
        "ai được cử đi học",
    ),
    "danh-sach-cua-toi": ("lớp tôi đã chọn", "lớp đã đánh dấu"),
    "xac-minh": ("số liệu có chính xác không", "đã kiểm chứng chưa", "độ tin cậy"),
    "du-lieu": ("tải dữ liệu", "tải về máy", "xuất ra Excel", "CSV", "JSON", "API"),
    "gioi-thieu": ("báo sai sót", "liên hệ", "góp ý", "sửa thông tin sai"),
    "huong-dan": (
        "đăng ký học",
        "cách đăng ký",
        "cách tìm lớp",
        "hạn nộp hồ sơ",
        "hồ sơ cần nộp",
        "hạn gửi danh sách",
    ),
    "huong-dan/tra-cuu": ("cách tra cứu", "cách gõ", "tải kết quả ra Excel", "xuất danh sách"),
    "huong-dan/cap-nhat": ("thêm lớp mới", "sửa dữ liệu", "đưa chương trình lên danh mục"),
}
"""What people ask for when they mean a page, by its address."""


def searched_pages(written: Iterable[WrittenPage]) -> Iterator[SearchedPage]:
    """The pages that are written by hand, then the sections that are made from the data."""
    for page in written:
        path = page.address.strip("/")
        yield SearchedPage(page.address, page.title, ASKED_FOR.get(path, ()), page.words)
    known = {page.address.strip("/") for page in written}
    for section in SECTIONS.values():
        if section.path in ASKED_FOR and section.path not in known:
            yield SearchedPage(f"{section.path}/", section.title, ASKED_FOR[section.path], "")


def titles(library: Library) -> dict[str, Any]:
    """What is needed to find by title and name."""
    codes, records = list(KINDS), library.records
    named = {place: names for place, record in enumerate(records) if (names := names_of(record))}
    return {
        "newestPlanYear": library.catalogue.newest_plan_year,
        "sections": {kind.code: f"{kind.section}/" for kind in KINDS.values()},
        "kinds": "".join(str(codes.index(record.kind)) for record in records),
        "titles": "\n".join(library.catalogue.name(record) for record in records),
        "ids": "\n".join(beyond_title(record.id, library.catalogue.name(record)) for record in records),
        "names": named,
        "drafts": steps(place for place, record in enumerate(records) if record.is_draft),
        "ended": steps(
            place
            for place, record in enumerate(records)
            if isinstance(record, (Organization, Group)) and record.end
        ),
        "glossary": [[term.short, term.long] for term in library.catalogue.abbreviations],
        "everyday": [[words, meant] for words, several in EVERYDAY.items() for meant in several],
        "pages": [[page.address, page.title, *page.names] for page in library.pages],
    }


def names_of(record: Record) -> list[str]:
    """What a record is called besides its title."""
    match record:
        case Organization():
            found = [record.short_name, *record.aliases]
        case Document():
            found = [record.number, *record.as_printed]
        case Group():
            found = [record.code]
        case Topic():
            found = [*record.keywords, record.hint.subject if record.hint else None]
        case Source():
            found = [record.publisher]
        case _:
            found = []
    return list(dict.fromkeys(name for name in found if name and name != record.title))


def facets(library: Library) -> dict[str, Any]:
    """What filters, ranks by time, and ties records to one another."""
    programs = [record for record in library.records if isinstance(record, Program)]
    times = [program_times(library.catalogue, program) for program in programs]
    return {
        "labels": {facet: {str(term): term.label for term in terms} for facet, terms in VOCABULARIES.items()},
        "columns": {facet: column(library, facet, terms) for facet, terms in VOCABULARIES.items()},
        "years": "\n".join(
            " ".join(str(year) for year in library.catalogue.years(record))
            for record in library.records
            if isinstance(record, (Program, Plan))
        ),
        "abroad": "".join({True: "y", False: "n", None: "?"}[program.abroad] for program in programs),
        "groups": column_of(
            library, programs, "group", lambda program: [each.group for each in program.groups]
        ),
        "lead": column_of(
            library, programs, "organization", lambda program: [program.lead] if program.lead else []
        ),
        "plan": column_of(library, programs, "plan", lambda program: [program.plan] if program.plan else []),
        "topics": column_of(library, programs, "topic", lambda program: program.topics),
        "others": column_of(
            library, programs, "organization", lambda program: [*program.organizers, *program.partners]
        ),
        "progress": "".join(str(PROGRESSES.index(each.state or "")) for each in times),
        "ends": "\n".join(str(each.end or "") for each in times),
        "results": "".join("y" if each.has_results else "n" for each in times),
        "classes": "\n".join(
            class_codes(program, whole) for program, whole in zip(programs, times, strict=True)
        ),
        "states": [str(state) for state in STATES],
        "progresses": [str(progress) for progress in PROGRESSES],
    }


FIELDS: Mapping[str, str] = {"category": "categories", "block": "blocks", "field": "fields"}
"""The facets whose field in the model has another name: its plural."""


def column(library: Library, facet: str, terms: type[Vocabulary]) -> dict[str, Any]:
    """The values of a facet, a digit each, for the records of the kinds that have the field."""
    order = list(terms)
    field = FIELDS.get(facet, facet)
    if facet == "verification":
        return {
            "kinds": list(KINDS),
            "values": "".join(
                DIGITS[order.index(confirmation_of(library.catalogue, record))] for record in library.records
            ),
            "single": True,
        }
    kinds = [
        kind.code
        for kind in KINDS.values()
        if field in kind.model.model_fields and (facet == "block" or kind.code == "program")
    ]
    values = (many(getattr(record, field)) for record in library.records if record.kind in kinds)
    return {
        "kinds": kinds,
        "values": "\n".join("".join(DIGITS[order.index(value)] for value in each) for each in values),
    }


def many(value: Any) -> tuple[Any, ...]:
    """The values of a field, whether it holds several, one or none."""
    return value if isinstance(value, tuple) else () if value is None else (value,)


def column_of(
    library: Library, programs: Sequence[Program], kind: str, ids: Callable[[Program], Iterable[str]]
) -> str:
    """The references of each programme to records of a kind, by their place among these."""
    return "\n".join(
        " ".join(str(library.indexes[kind, id]) for id in dict.fromkeys(ids(program))) for program in programs
    )


def details(phrases: Phrases, library: Library) -> dict[str, Any]:
    """What a result shows, and the words that are looked through last."""
    programs = [record for record in library.records if isinstance(record, Program)]
    told = [amounts(phrases, program) for program in programs]
    return {
        "venues": "\n".join(venue_words(library.catalogue, program) for program in programs),
        "amounts": {sort: "\n".join(one_line(each[sort]) for each in told) for sort in AMOUNTS},
        **texts(library),
        "pages": [one_line(page.words) for page in library.pages],
    }


def texts(library: Library) -> dict[str, Any]:
    """What each record says besides its names: texts with a tab between, each behind the letter of its field.

    `labels` are the names of the fields, the first one that of the letter 0, the others following in Unicode.
    """
    labels: dict[str, str] = {}

    def line(record: Record) -> str:
        return "\t".join(
            labels.setdefault(label, chr(ord("0") + len(labels))) + one_line(words)
            for label, words in texts_of(library.catalogue, record)
        )

    lines = [line(record) for record in library.records]
    return {"texts": "\n".join(lines), "labels": list(labels)}


def venue_words(catalogue: Catalogue, program: Program) -> str:
    """Where a programme takes place: as it says, else where its first class with a place does."""
    venue = program.venue or next((each.venue for each in program.classes if each.venue), None)
    if not venue:
        return program.country or ""
    body = catalogue.organizations[venue.organization].title if venue.organization else None
    return one_line(", ".join(part for part in (body, venue.place) if part))
