"""Coverage (độ phủ): which group has programmes in which field, content, block; whose need nobody meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from catalogue.findings.by_year import records_by_year
from catalogue.findings.lifetimes import had_members
from catalogue.language.vocabulary import (
    Block,
    Content,
    Level,
    Progress,
    Subject,
    TopicSetContent,
    Vocabulary,
)
from catalogue.model.collection import Catalogue, years_between
from catalogue.model.program import Program
from catalogue.model.records import Group, TopicSet
from catalogue.model.standing import is_held, state_of

Served = Mapping[tuple[str, str], Sequence[Program]]
"""The programmes of some cells."""
UNKNOWN = ""
"""The code of what a programme does not say: its group, its field, its content."""


class Axis(Vocabulary):
    """What groups are set against. The codes are those of the fields of search."""

    FIELD = "field", "Lĩnh vực"
    CONTENT = "content", "Nội dung"
    BLOCK = "block", "Khối"


VALUES: Mapping[Axis, type[Vocabulary]] = {
    Axis.FIELD: Subject,
    Axis.CONTENT: Content,
    Axis.BLOCK: Block,
}


class Cell(NamedTuple):
    """What is known of one group and one value: its programmes, and the lists that name a need for them.

    The programmes are those that search lists, which cannot leave out what is called off or only proposed.
    """

    programs: tuple[Program, ...]
    needs: tuple[TopicSet, ...]


class Coverage(NamedTuple):
    """Groups against the values of an axis in a year, or in all years.

    `groups` and `values` are codes, those of which a cell says something, UNKNOWN last; a cell that is not in
    `cells` says nothing. `idle` are the groups that no programme names though somebody could be in them then.
    """

    year: int | None
    axis: Axis
    groups: Sequence[str]
    values: Sequence[str]
    cells: Mapping[tuple[str, str], Cell]
    idle: Sequence[Group]


class Sides(NamedTuple):
    """The groups that programmes name by the blocks of these, as ids.

    `mass_organizations` are those that neither of the two has programmes for but the third block, `unknown`
    those whose programmes tell no block.
    """

    both: Sequence[str]
    party: Sequence[str]
    government: Sequence[str]
    mass_organizations: Sequence[str]
    unknown: Sequence[str]


class OpenNeed(NamedTuple):
    """A need that a source names and no programme meets: whose, in which field, named by which list.

    `group` is none where the source does not say whose, `field` where it is known by its items alone. `wider`
    are the programmes in the field that are for a group which holds this one, or for nobody in particular:
    they may meet it.
    """

    named_by: TopicSet
    group: Group | None
    field: Subject | None
    wider: tuple[Program, ...]


def coverages(catalogue: Catalogue) -> Mapping[int | None, Sequence[Coverage]]:
    """Each axis for all years together, then for every year in which something is, the newest first."""
    programs = by_year(catalogue)
    needs = [each for each in catalogue.topic_sets.values() if is_need(each)]
    years = {year for each in needs for year in years_of(each)} | (programs.keys() - {None})
    ordered: list[int | None] = [None, *sorted((year for year in years if year), reverse=True)]
    return {
        year: [coverage(catalogue, year, axis, programs.get(year, ()), needs) for axis in Axis]
        for year in ordered
    }


def by_year(catalogue: Catalogue) -> Mapping[int | None, Sequence[Program]]:
    """The programmes but drafts, all of them and those of each year."""
    published = [program for program in catalogue.programs.values() if not program.is_draft]
    years = catalogue.once(records_by_year)
    return {
        None: published,
        **{year: records.programs for year, records in years.items() if records.programs},
    }


def is_need(topic_set: TopicSet) -> bool:
    """Whether a list names needs."""
    return topic_set.of is TopicSetContent.NEEDS and not topic_set.is_draft


def years_of(need: TopicSet) -> Sequence[int]:
    """The years in which something is needed, as far as its source says."""
    return years_between([need.period.start, need.period.end]) if need.period else ()


def coverage(
    catalogue: Catalogue,
    year: int | None,
    axis: Axis,
    programs: Iterable[Program],
    needs: Iterable[TopicSet],
) -> Coverage:
    """One axis in one year."""
    served = served_by(catalogue, programs, axis)
    needed: dict[tuple[str, str], list[TopicSet]] = defaultdict(list)
    for need in needs if axis is Axis.FIELD else ():
        if year is None or year in years_of(need):
            for key in product(need.groups, need.fields):
                needed[key].append(need)
    cells = {
        key: Cell(tuple(served.get(key, ())), tuple(needed.get(key, ()))) for key in served.keys() | needed
    }
    groups = in_order([group.id for group in catalogue.once(groups_by_level)], cells, 0)
    values = in_order([value.value for value in VALUES[axis]], cells, 1)
    idle = list(idle_in(catalogue, year, {group for group, _ in served}))
    return Coverage(year, axis, groups, values, cells, idle)


def served_by(catalogue: Catalogue, programs: Iterable[Program], axis: Axis) -> Served:
    """The programmes of each cell."""
    served: dict[tuple[str, str], list[Program]] = defaultdict(list)
    for program in programs:
        for key in keys_of(program, axis):
            served[key].append(program)
    return without_crossed(catalogue, served) if axis is Axis.BLOCK else served


def idle_in(catalogue: Catalogue, year: int | None, named: Collection[str]) -> Iterator[Group]:
    """The groups but drafts that are not named though somebody could be in them in a year."""
    for group in catalogue.once(groups_by_level):
        if group.id not in named and not group.is_draft and had_members(catalogue, group, year):
            yield group


def without_crossed(catalogue: Catalogue, served: Served) -> Served:
    """Cells of blocks without those that only cross a group with the blocks of a programme's other groups."""
    return {
        (group, block): programs
        for (group, block), programs in served.items()
        if not (group and is_crossed(catalogue.groups[group], block, programs))
    }


def is_crossed(group: Group, block: str, programs: Iterable[Program]) -> bool:
    """Whether a block is not a group's own, and all its programmes for the group are of one that is."""
    return (
        bool(group.blocks)
        and block not in group.blocks
        and all(not set(group.blocks).isdisjoint(program.blocks) for program in programs)
    )


def groups_by_level(catalogue: Catalogue) -> Sequence[Group]:
    """All groups by level, those of no level last; within a level in dictionary order."""
    turns = {level: turn for turn, level in enumerate(Level)}
    found = catalogue.sorted(catalogue.groups.values())
    return sorted(found, key=lambda group: min((turns[each] for each in group.level), default=len(turns)))


def keys_of(program: Program, axis: Axis) -> Iterator[tuple[str, str]]:
    """The cells that a programme stands in."""
    values = {Axis.FIELD: program.fields, Axis.CONTENT: program.content, Axis.BLOCK: program.blocks}
    return product([each.group for each in program.groups], values[axis])


def product(groups: Collection[str], values: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every group with every value; UNKNOWN stands for none of them."""
    return (
        (str(group), str(value))
        for group in dict.fromkeys(groups or (UNKNOWN,))
        for value in dict.fromkeys(values or (UNKNOWN,))
    )


def in_order(codes: Iterable[str], cells: Iterable[tuple[str, str]], side: int) -> list[str]:
    """Those codes of one side of the cells that any cell has, in their own order, UNKNOWN last."""
    found = {key[side] for key in cells}
    return [code for code in (*codes, UNKNOWN) if code in found]


def sides(coverage: Coverage) -> Sides:
    """Which groups the Party's block and the government's have programmes for: both, one of them, neither."""
    party, government, mass = (
        {group for (group, value), cell in coverage.cells.items() if value == block and cell.programs}
        for block in (Block.PARTY, Block.GOVERNMENT, Block.MASS_ORGANIZATIONS)
    )
    named = [group for group in coverage.groups if group != UNKNOWN]
    return Sides(
        [group for group in named if group in party and group in government],
        [group for group in named if group in party - government],
        [group for group in named if group in government - party],
        [group for group in named if group in mass - party - government],
        [group for group in named if group not in party | government | mass],
    )


def is_shared(coverage: Coverage, group: str) -> bool:
    """Whether the two blocks have nothing for a group but programmes of both."""
    party, government = (
        coverage.cells[group, block].programs if (group, block) in coverage.cells else ()
        for block in (Block.PARTY, Block.GOVERNMENT)
    )
    return {each.id for each in party} == {each.id for each in government}


def of_blocks(catalogue: Catalogue, year: int | None) -> Coverage | None:
    """Groups against blocks in a year, or in all; none where nothing is known of the year."""
    found = catalogue.once(coverages).get(year, ())
    return next((each for each in found if each.axis is Axis.BLOCK), None)


def open_needs(catalogue: Catalogue) -> list[OpenNeed]:
    """The needs that no programme meets in the time that their source names, or at any time.

    Programmes meet needs by their fields: one whose field is not known stays open.
    """
    by_field: dict[Subject | None, list[Program]] = defaultdict(list)
    for program in filter(can_meet_needs, catalogue.programs.values()):
        for field in program.fields:
            by_field[field].append(program)
    return [
        open_need
        for need in catalogue.sorted(each for each in catalogue.topic_sets.values() if is_need(each))
        for group in need.groups or (None,)
        for field in need.fields or (None,)
        for open_need in unmet(catalogue, need, group, field, by_field[field])
    ]


def can_meet_needs(program: Program) -> bool:
    """Whether a programme is held, and more than a proposal."""
    return is_held(program) and state_of(program) is not Progress.PROPOSED


def unmet(
    catalogue: Catalogue,
    need: TopicSet,
    group: str | None,
    field: Subject | None,
    programs: Iterable[Program],
) -> Iterator[OpenNeed]:
    """A need, unless a programme in its field and time is for its group."""
    years = set(years_of(need))
    timely = [program for program in programs if not years or years & set(catalogue.years(program))]
    groups = [{each.group for each in program.groups} for program in timely]
    if group is None:
        if not timely:
            yield OpenNeed(need, None, field, ())
    elif not any(group in served for served in groups):
        above = holding(catalogue, group)
        wider = [
            program
            for program, served in zip(timely, groups, strict=True)
            if not served or not served.isdisjoint(above)
        ]
        yield OpenNeed(need, catalogue.groups[group], field, tuple(wider))


def holding(catalogue: Catalogue, group: str) -> set[str]:
    """The groups that hold a group, at whatever remove."""
    found: set[str] = set()
    parent = catalogue.groups[group].parent
    while parent and parent not in found:
        found.add(parent)
        parent = catalogue.groups[parent].parent
    return found
