"""What «Tôi được cử học lớp nào?» judges by, in parts: all groups, then the programmes of each.

The first part decides: it has what groups say of their members, and which groups programmes name together,
so that the browser knows how many programmes stand in each list before it asks for any of them.
The rules that turn fields and answers into a verdict stand in docs/assets/javascripts/eligibility/.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from pydantic_core import to_json

from catalogue.language.everyday import POSTS, in_pairs
from catalogue.language.synonyms import synonyms_of
from catalogue.language.vocabulary import (
    Block,
    Category,
    Confirmation,
    Content,
    Level,
    Mode,
    Rank,
    Service,
    Subject,
    Vocabulary,
)
from catalogue.model.collection import Catalogue
from catalogue.model.confirmation import confirmation_of
from catalogue.model.kinds import KINDS
from catalogue.model.parts import Audience, Class
from catalogue.model.program import Program
from catalogue.model.record import Record
from catalogue.model.standing import ProgramTimes, class_times, program_times, times_json
from catalogue.page import File, Output, mark_of, marked_json, only_stated
from catalogue.views.exports.eligibility_groups import (
    JsonObject,
    audience_json,
    basis_json,
    group_json,
)
from catalogue.views.words.class_titles import class_titles

ADDRESS = "assets/eligibility/"
ASKED: Mapping[str, type[Vocabulary]] = {"service": Service, "level": Level, "block": Block, "rank": Rank}
"""The questions whose answers are the words of a vocabulary."""
FACETS: Mapping[str, type[Vocabulary]] = {
    "category": Category,
    "content": Content,
    "field": Subject,
    "mode": Mode,
    "verification": Confirmation,
}
"""What results can be narrowed by, as far as its values are the words of a vocabulary."""


class Parts(NamedTuple):
    """What the files are put together from: the first, each programme once, the mark of what is in them."""

    first: bytes
    programs: Mapping[str, bytes]
    mark: str

    @property
    def folder(self) -> str:
        """Where the files stand: no file of another build does."""
        return f"{ADDRESS}{self.mark}/"


def parts_of(catalogue: Catalogue) -> Parts:
    """What the page judges by, made before anything else of it, since the page names the folder."""
    programs = [program for program in catalogue.programs.values() if program.groups]
    first = to_json(groups_json(catalogue))
    made = {program.id: to_json(program_json(catalogue, program)) for program in programs}
    referred = to_json(referred_json(catalogue, programs))
    return Parts(first, made, mark_of(first, *made.values(), referred))


def eligibility_files(catalogue: Catalogue, parts: Parts) -> Iterator[Output]:
    """The first part, and the programmes of each group that has any."""
    address = f"{parts.folder}groups.json"
    yield Output(address, partial(marked_json, address, parts.mark, parts.first + b"\n"))
    for group, programs in programs_by_group(catalogue).items():
        address = f"{parts.folder}programs/{group}.json"
        yield Output(address, partial(programs_file, catalogue, parts, address, programs))


def programs_by_group(catalogue: Catalogue) -> Mapping[str, list[Program]]:
    """The programmes that name each group, in the order of their titles."""
    found: dict[str, list[Program]] = defaultdict(list)
    for program in catalogue.sorted(catalogue.programs.values()):
        for group in dict.fromkeys(audience.group for audience in program.groups):
            found[group].append(program)
    return found


def groups_json(catalogue: Catalogue) -> JsonObject:
    """All groups; how many programmes name which of them together; what codes are called."""
    return {
        "notice": catalogue.settings.notice,
        "licence": catalogue.settings.licence_place or catalogue.settings.licence,
        "folders": {kind: KINDS[kind].section for kind in ("program", "group", "source", "document")},
        "labels": {
            name: {str(term): term.label for term in terms} for name, terms in {**ASKED, **FACETS}.items()
        },
        "levels": {str(level): synonyms_of(level) for level in Level},
        "glossary": [[term.short, term.long] for term in catalogue.abbreviations],
        "posts": in_pairs(POSTS),
        "groups": {id: group_json(catalogue, group) for id, group in catalogue.groups.items()},
        "audiences": audiences(catalogue),
    }


def audiences(catalogue: Catalogue) -> list[JsonObject]:
    """The groups that programmes name together, how many name just these, and whether all of them bind."""
    counts = Counter(
        (
            tuple(dict.fromkeys(each.group for each in program.groups)),
            all(binds(catalogue, program, each) for each in program.groups),
        )
        for program in catalogue.programs.values()
        if program.groups
    )
    return [
        only_stated({"groups": groups, "count": count, "binding": binding})
        for (groups, binding), count in sorted(counts.items())
    ]


def binds(catalogue: Catalogue, program: Program, audience: Audience) -> bool:
    """Whether a document that was checked against its text says that a programme is for a group."""
    return bool(audience.basis and basis_json(catalogue, program, audience.basis).get("binding"))


def programs_file(catalogue: Catalogue, parts: Parts, address: str, programs: Sequence[Program]) -> File:
    """Some programmes, and what they refer to."""
    referred = to_json(referred_json(catalogue, programs))
    told = b",".join(parts.programs[program.id] for program in programs)
    return marked_json(address, parts.mark, referred[:-1] + b',"programs":[' + told + b"]}\n")


def referred_json(catalogue: Catalogue, programs: Sequence[Program]) -> JsonObject:
    """What programmes refer to, by ids: the titles of what they rest on, and who leads them."""
    leads = {program.lead for program in programs if program.lead}
    return {
        "sources": {kind: dict(cited(catalogue, programs, kind)) for kind in ("source", "document")},
        "leads": {id: catalogue.name(catalogue.organizations[id]) for id in sorted(leads)},
    }


def program_json(catalogue: Catalogue, program: Program) -> JsonObject:
    """A programme: its groups, where it stands in time, its classes, what narrows it, what cannot be asked.

    `turn` is its place among all programmes in the order of their titles.
    """
    times, titles = program_times(catalogue, program), class_titles(catalogue, program)
    return only_stated(
        {
            "id": program.id,
            "turn": catalogue.turns[program.kind, program.id],
            "title": catalogue.name(program),
            "groups": [audience_json(catalogue, program, audience) for audience in program.groups],
            "times": times_json(times),
            "classes": [class_json(program, times, each, titles[each.id]) for each in program.classes],
            "source": source_of(program),
            "facets": facets_json(catalogue, program),
            "conditions": [*program.eligibility, *(f"được miễn: {each}" for each in program.exemptions)],
        }
    )


def class_json(program: Program, whole: ProgramTimes, each: Class, title: str) -> JsonObject:
    """A class: its name, and what it says of its time."""
    return {"id": each.id, "title": title, **times_json(class_times(program, whole, each))}


def facets_json(catalogue: Catalogue, program: Program) -> JsonObject:
    """The codes of a programme by facet, without those of which nothing is known."""
    abroad = {True: ("yes",), False: ("no",), None: ()}[program.abroad]
    return only_stated(
        {
            "category": program.categories,
            "content": program.content,
            "field": program.fields,
            "mode": (program.mode,) if program.mode else (),
            "verification": (confirmation_of(catalogue, program),),
            "year": [str(year) for year in catalogue.years(program)],
            "abroad": abroad,
            "lead": (program.lead,) if program.lead else (),
        }
    )


def source_of(program: Program) -> JsonObject | None:
    """The first thing that a programme cites."""
    return next(
        (
            {kind: getattr(each, kind)}
            for each in program.sources
            for kind in ("source", "document")
            if getattr(each, kind)
        ),
        None,
    )


def cited(catalogue: Catalogue, programs: Sequence[Program], kind: str) -> Iterator[tuple[str, str]]:
    """The titles of the cited records of a kind, by their ids."""
    for program in programs:
        id = (source_of(program) or {}).get(kind)
        if id:
            record: Record = catalogue.of(kind)[id]
            yield id, catalogue.name(record)
