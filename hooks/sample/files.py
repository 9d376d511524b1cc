"""A whole sample, record by record and file by file. Each kind is made after those that it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from catalogue.model.kinds import KINDS
from catalogue.writer import record_yaml
from sample.chance import Chance
from sample.directory import LEADING, Directory, directory_of, existing
from sample.model import SampleOrganization, SampleProgram, SampleRecord
from sample.programs.outlines import outlines
from sample.programs.programs import programs
from sample.recipe import Recipe
from sample.records.city import organizations
from sample.records.documents import documents
from sample.records.groups import groups
from sample.records.plans import plans, with_subtotals
from sample.records.reports import reports
from sample.records.sources import sources
from sample.records.topic_sets import topic_sets
from sample.records.topics import OpenTopicSet, topics
from sample.settings import settings
from sample.tools import Toolbox

Owned = TypeVar("Owned", bound=SampleRecord)


def sample_files(recipe: Recipe) -> Iterator[tuple[str, str]]:
    """The path and the text of every file."""
    toolbox = Toolbox(recipe)
    made: list[SampleRecord] = []
    for record in sample_records(recipe):
        yield record.path, record_yaml(KINDS[record.kind].model, record.values)
        made.append(record.remembered())
    yield from settings(toolbox.chance("settings"), made, toolbox.calendar.next_year)


def sample_records(recipe: Recipe) -> Iterator[SampleRecord]:
    """Every record: first the programmes, one by one, then those that they refer to or that refer to them."""
    toolbox = Toolbox(recipe)
    city = city_for(toolbox, recipe.programs)
    outlined = outlines(toolbox.chance("slots"), toolbox.calendar, recipe.programs)
    made: list[SampleProgram] = []
    for program in programs(toolbox.tools("program"), city.directory, outlined):
        yield program
        made.append(program.remembered())
    yield from topic_sets(toolbox.tools("topic_set"), city.directory, city.topic_sets, made)
    yield from reports(toolbox.tools("report"), city.directory, made)
    yield from with_subtotals(toolbox.tools("subtotals"), city.records, made)


class City(NamedTuple):
    """What is there before the first programme."""

    records: Sequence[SampleRecord]
    directory: Directory
    topic_sets: Sequence[OpenTopicSet]


def city_for(toolbox: Toolbox, size: int) -> City:
    """The city for so many programmes."""
    told = list(sources(toolbox.tools("source"), size))
    toolbox.rest_on(told)
    acting = organizations(toolbox.tools("organization"), size)
    written = list(documents(toolbox.tools("document"), size, acting))
    owners = existing(acting, LEADING, before_reform=False)
    toolbox.rest_on(told, [document for document in written if document.issued], owners)
    told = owned(toolbox.chance("owners of source"), told, owners)
    acting = owned(toolbox.chance("owners of organization"), acting, owners)
    learning = groups(toolbox.tools("group"), size, written, acting)
    planned = list(plans(toolbox.tools("plan"), size, acting, learning))
    taught, open_sets = topics(toolbox.tools("topic"), size)
    directory = directory_of(acting, learning, written, [plan for plan, _ in planned], taught)
    of_plans = (record for pair in planned for record in pair)
    return City([*told, *acting, *written, *learning, *of_plans, *taught], directory, open_sets)


def owned(chance: Chance, records: Sequence[Owned], owners: Sequence[SampleOrganization]) -> list[Owned]:
    """Records made before there were organizations, some of them now with their owner."""
    return [
        replace(each, values={**each.values, "owner": chance.favourite(owners).id})
        if chance.maybe("owner", 25)
        else each
        for each in records
    ]
