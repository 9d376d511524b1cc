"""Whose an address is that stands where the id of a record belongs: only the whole catalogue knows that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from catalogue.model.record import Record
from catalogue.model.records import Document, Source
from catalogue.model.remedies import ADDRESS, key_of
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, excerpt


def with_ids_of_addresses(problems: Iterable[Problem], records: Iterable[Record]) -> Iterator[Problem]:
    """The problems; of those of an address in the place of an id, with the id of the record that has it."""
    ids = {
        bare(record.address): record.id
        for record in records
        if isinstance(record, (Source, Document)) and record.address
    }
    for problem in problems:
        is_address = problem.code == FaultCode.BAD_ID and ADDRESS.match(problem.sought)
        id = ids.get(bare(problem.sought), "") if is_address else ""
        yield replace(problem, remedy=remedy(problem, id)) if id else problem


def bare(address: str) -> str:
    """An address as it is compared: without what may differ between two that lead to one page."""
    return re.sub(r"^https?://(www\.)?|^www\.|#.*|/+$", "", address.strip()).casefold()


def remedy(problem: Problem, id: str) -> str:
    """What to write in the place of an address that a record has."""
    return f"Địa chỉ này là của «{id}»: viết «{key_of(problem.place)}: {excerpt(id)}»."
