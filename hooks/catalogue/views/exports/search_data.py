"""The data of search in columns: titles first, then what filters and ranks, then the words of the rest.

Records stand in dictionary order of their titles. docs/assets/javascripts/search/engine/data.js reads what is
written here as short as can be: ids as what they add to their title, references by the position of a record
among those of its kind, days as numbers.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from catalogue.language.everyday import EVERYDAY, in_pairs
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
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Hint
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.records import Document, Group, Organization, Plan, Source, Topic
from catalogue.model.standing import program_times
from catalogue.page import Output, as_made, mark_of, marked_json
from catalogue.views.exports.search_codes import (
    DIGITS,
    STATES,
    beyond_title,
    class_codes,
    in_signs,
    in_words,
    one_line,
    steps,
    words_by_use,
)
from catalogue.views.exports.search_pages import SearchedPage, searched_pages
from catalogue.views.exports.search_texts import Said, said_columns
from catalogue.views.words.context import Context
from catalogue.views.words.facts import label_of
from catalogue.views.words.figures import AMOUNTS, amounts
from catalogue.views.words.phrases import Phrases

ADDRESS = "assets/search/"
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


class Library(NamedTuple):
    """What search knows: the records in order, the position of each among its kind, the other pages."""

    catalogue: Catalogue
    records: Sequence[Record]
    pages: Sequence[SearchedPage]
    indexes: Mapping[tuple[str, str], int]


def search_files(context: Context) -> Iterator[Output]:
    """The files of search, in a folder named by what is in them: those of two builds never meet.

    They are made at once: every page names their folder.
    """
    library = library_of(context)
    parts = {
        "titles": titles(library),
        "facets": facets(library),
        "details": details(context.phrases, library),
    }
    contents = {
        name: json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
        for name, part in parts.items()
    }
    mark = mark_of(*contents.values())
    for name, content in contents.items():
        file = marked_json(f"{ADDRESS}{mark}/{name}.json", mark, content)
        yield Output(file.address, partial(as_made, file))


def search_folder(made: Iterable[Output]) -> str:
    """Where the files of search stand among the outputs of a site."""
    return next(
        f"{posixpath.dirname(output.address)}/" for output in made if output.address.startswith(ADDRESS)
    )


def library_of(context: Context) -> Library:
    """What stands in the search of a catalogue."""
    catalogue = context.catalogue
    counts: dict[str, int] = {}
    indexes: dict[tuple[str, str], int] = {}
    for record in catalogue.by_title:
        indexes[record.kind, record.id] = counts[record.kind] = counts.get(record.kind, -1) + 1
    pages = tuple(searched_pages(context.publication.written))
    return Library(catalogue, catalogue.by_title, pages, indexes)


def titles(library: Library) -> dict[str, Any]:
    """What is needed to find by title and name."""
    codes, records = list(KINDS), library.records
    written = [library.catalogue.name(record) for record in records]
    named = [(place, name.words) for place, record in enumerate(records) for name in names_of(record)]
    lines, names = list(in_words(written)), list(in_words(name for _, name in named))
    words = words_by_use([*lines, *names])
    return {
        "newestPlanYear": library.catalogue.newest_plan_year,
        "sections": {kind.code: f"{kind.section}/" for kind in KINDS.values()},
        "kinds": "".join(str(codes.index(record.kind)) for record in records),
        "words": "\n".join(words),
        "titles": in_signs(lines, words),
        "ids": "\n".join(map(beyond_title, (record.id for record in records), written)),
        "names": in_signs(names, words),
        "named": steps(place for place, _ in named),
        "drafts": steps(place for place, record in enumerate(records) if record.is_draft),
        "ended": steps(
            place
            for place, record in enumerate(records)
            if isinstance(record, (Organization, Group)) and record.end
        ),
        "glossary": [[term.short, term.long] for term in library.catalogue.abbreviations],
        "everyday": in_pairs(EVERYDAY),
        "pages": [[page.address, page.title, *page.names] for page in library.pages],
    }


NAMES: Mapping[type[Record], tuple[str, ...]] = {
    Organization: ("short_name", "aliases"),
    Document: ("number", "as_printed"),
    Group: ("code",),
    Topic: ("keywords", "hint"),
    Source: ("publisher",),
}
"""The fields that say what a record is called besides its title."""


def names_of(record: Record) -> list[Said]:
    """What a record is called besides its title, each name once."""
    found: dict[str, str] = {}
    for key in NAMES.get(type(record), ()):
        for value in many(getattr(record, key)):
            found.setdefault(value.subject if isinstance(value, Hint) else value, label_of(record, key))
    return [Said(label, words) for words, label in found.items() if words != record.title]


def called(library: Library) -> dict[str, Any]:
    """What the fields are called that names stand in, and for each name the place of its field among them."""
    labels = [name.label for record in library.records for name in names_of(record)]
    fields = list(dict.fromkeys(labels))
    return {"fields": fields, "values": "".join(DIGITS[fields.index(label)] for label in labels)}


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
        "allocated": column_of(library, programs, "organization", bodies_with_seats),
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


def bodies_with_seats(program: Program) -> list[str]:
    """The bodies that have seats in the classes of a programme, always in one order: it is shorter so."""
    return sorted({id for each in program.classes for id in each.allocations})


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
        **said_columns(library.catalogue, library.records),
        "called": called(library),
        "pages": [one_line(page.words) for page in library.pages],
    }


def venue_words(catalogue: Catalogue, program: Program) -> str:
    """Where a programme takes place: as it says, else where its first class with a place does."""
    venue = program.venue or next((each.venue for each in program.classes if each.venue), None)
    if not venue:
        return program.country or ""
    body = catalogue.organizations[venue.organization].title if venue.organization else None
    return one_line(", ".join(part for part in (body, venue.place) if part))
