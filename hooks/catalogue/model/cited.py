"""Whose a name, a number or an address is that stands where an id belongs: only the whole catalogue knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalogue.language.vietnamese import canonical
from catalogue.model.record import Record
from catalogue.model.records import Document, Organization, Source
from catalogue.model.remedies import key_of
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem

MORE = re.compile(r" Trong tệp có .*")
"""The end of a remedy that says how often its cause stands in the file."""


def with_ids_of_names(problems: Iterable[Problem], records: Iterable[Record]) -> Iterator[Problem]:
    """The problems; of those of a name in the place of an id, with the id of the one record that has it."""
    told = list(problems)
    is_asked = any(problem.code == FaultCode.BAD_ID and problem.sought for problem in told)
    ids: dict[str, set[str]] = defaultdict(set)
    for record in records if is_asked else ():
        for name in names_of(record):
            ids[bare(name)].add(record.id)
    for problem in told:
        found = ids.get(bare(problem.sought), set()) if problem.code == FaultCode.BAD_ID else set()
        yield named(problem, *found) if len(found) == 1 else problem


def names_of(record: Record) -> Iterator[str]:
    """What a record goes by beside its id: its title, its short name, its number, its address."""
    yield record.title
    if isinstance(record, Organization):
        yield from (name for name in (record.short_name, *record.aliases) if name)
    if isinstance(record, Document) and record.number:
        yield record.number
    if isinstance(record, (Source, Document)) and record.address:
        yield record.address


def bare(name: str) -> str:
    """A name as it is compared: of an address without what may differ between two that lead to one page."""
    return canonical(re.sub(r"^https?://(www\.)?|^www\.|#.*|/+$", "", name.strip()))


def named(problem: Problem, id: str) -> Problem:
    """The problem with what to write; as it is where it says that already."""
    if f"«{id}»" in problem.remedy:
        return problem
    line = f"- {id}" if isinstance(problem.place[-1], int) else f"{key_of(problem.place)}: {id}"
    line = f"{id}: …" if problem.at_key else line
    more = MORE.search(problem.remedy)
    return replace(problem, remedy=f"Mã của bản ghi ấy là «{id}»: viết «{line}».{more[0] if more else ''}")
